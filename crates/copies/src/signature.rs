//! What is kept of a text to find its copies: a few bytes for each sentence.

use std::collections::HashSet;

use crate::Error;
use crate::piece::{Piece, pieces};

/// A key that more originals share is boilerplate: an index need keep no more of them.
pub const COMMON: usize = 64;
/// How many pieces are kept.
const MOST: usize = 160;
/// How many keys a report has at most.
const KEYS: usize = 24;
/// The first pieces have keys whatever their hash: copies are cut from the end.
const LEAD: usize = 3;
const VERSION: u8 = 1;
const HEAD: usize = 2;
const SIZE: usize = 21;

/// A text as copies are found by: its sentences and quotations as sets of words, in 21 bytes each.
///
/// Of a text with more than 160 sentences only those are kept whose hash ends in some zeros, so that two long texts
/// keep the same ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// How many zeros.
    pub(crate) level: u8,
    pub(crate) pieces: Vec<Piece>,
}

/// The signature of a text.
///
/// ```
/// use saydo_copies::{Signature, sign};
/// let signature = sign("Monitors counted 1,566 ceasefire violations in the Donetsk region on Thursday.");
/// assert_eq!(Signature::from_bytes(&signature.to_bytes()), Ok(signature));
/// ```
pub fn sign(text: &str) -> Signature {
    let mut signature = Signature { level: 0, pieces: pieces(text) };
    if signature.pieces.len() > MOST {
        let mut seen = HashSet::new();
        signature.pieces.retain(|piece| seen.insert(*piece));
    }
    while signature.pieces.len() > MOST && signature.level < 31 {
        signature.level += 1;
        let level = signature.level;
        signature.pieces.retain(|piece| is_kept(piece, level));
    }
    signature.pieces.truncate(MOST);
    signature
}

/// Whether a piece is kept at a level.
pub(crate) fn is_kept(piece: &Piece, level: u8) -> bool {
    piece.runs[0].trailing_zeros() >= level.into()
}

/// The keys under which a report is found again: copies share some of them, however they are cut, re-ordered or
/// lightly edited. At most 24.
pub fn keys(signature: &Signature) -> Vec<u64> {
    let pieces = &signature.pieces;
    let lead = pieces.iter().take(LEAD).flat_map(|p| p.runs);
    let mut rest: Vec<u32> = pieces.iter().skip(LEAD).map(|p| p.runs[0]).collect();
    rest.sort_unstable();
    let mut keys: Vec<u64> = lead.chain(rest).take(KEYS).map(u64::from).collect();
    keys.sort_unstable();
    keys.dedup();
    keys
}

impl Signature {
    /// The bytes to store.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = Vec::with_capacity(HEAD + self.pieces.len() * SIZE);
        bytes.extend([VERSION, self.level]);
        for piece in &self.pieces {
            bytes.push(piece.words | (u8::from(piece.quoted) << 7));
            bytes.extend(piece.particulars.to_le_bytes());
            bytes.extend(piece.bag.to_le_bytes());
            bytes.extend(piece.runs.iter().flat_map(|run| run.to_le_bytes()));
        }
        bytes
    }

    /// The signature in stored bytes.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, Error> {
        let Some(([version, level], rest)) = bytes.split_first_chunk::<HEAD>() else {
            return Err(Error::Signature("they are too few"));
        };
        if *version != VERSION {
            return Err(Error::Signature("another version wrote them"));
        }
        if rest.len() % SIZE != 0 || rest.len() > MOST * SIZE || *level > 31 {
            return Err(Error::Signature("they are cut off or damaged"));
        }
        Ok(Self { level: *level, pieces: rest.chunks_exact(SIZE).map(piece).collect() })
    }
}

fn piece(bytes: &[u8]) -> Piece {
    let number = |at: usize| u32::from_le_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
    Piece {
        words: bytes[0] & 127,
        quoted: bytes[0] & 128 != 0,
        particulars: number(1),
        bag: u64::from(number(5)) | (u64::from(number(9)) << 32),
        runs: [number(13), number(17)],
    }
}
