//! Whether two texts are copies of each other, and why.

use std::fmt;

use crate::Signature;
use crate::piece::Piece;
use crate::signature::is_kept;

/// An identical text with fewer words than this tells nothing: "Read more here."
const LEAST: u32 = 6;
/// What must be shared before anything but the same text is a copy.
const ENOUGH: u32 = 18;
/// And of a text that is in the other as a whole.
const FEW: u32 = 10;
/// How much of the shorter text a cut or edited copy shares.
const WHOLE: f32 = 0.75;
/// How much a text shares that others were added to, and in how many sentences that are no quotations.
const PART: (f32, u16) = (0.45, 3);
/// The same where what the shorter or the longer begins with is shared: background stands at the end of reports, and
/// many share it.
const LEAD_PART: (f32, u16) = (0.28, 2);
/// What must be shared then.
const LEAD_ENOUGH: u32 = 24;
/// A sentence with fewer words may be "Defence Minister X said" and is not counted as one in common.
const TELLING: u32 = 5;
/// How many sentences a text begins with, headline included.
const LEAD: usize = 3;
/// Of sentences with the same words, the share that may tell other numbers or days.
const OTHER: f32 = 0.2;
/// Two sentences are one if this share of the words of the shorter is in the longer, in quarters …
const QUARTERS: u32 = 3;
/// … and chance would hit it less often than once in two to the power of this, for every sentence of the longer text.
const BITS: f32 = 16.0;
/// What three words in a row that are the same add to that.
const RUN: f32 = 12.0;

/// Two texts are copies.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Copy {
    /// What kind of copy.
    pub why: Why,
    /// The share of the shorter text that is in the longer, from 0 to 1.
    pub similarity: f32,
    /// How many words that tell something they share.
    pub words: u32,
}

/// Why two texts are copies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The same text, whatever its headline, dateline, quotation marks or spelling.
    Exact,
    /// One is in the other, which has more.
    Cut,
    /// One was edited into the other.
    Edited,
    /// They share so many sentences.
    SharedSentences {
        /// How many.
        n: u16,
    },
    /// Most of the shorter is a quotation that the longer has too.
    Quotation,
}

impl fmt::Display for Why {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Exact => write!(out, "the same text"),
            Self::Cut => write!(out, "the shorter text is part of the longer"),
            Self::Edited => write!(out, "the same text, edited"),
            Self::SharedSentences { n } => write!(out, "{n} sentences in common"),
            Self::Quotation => write!(out, "the same quotation makes up most of the shorter text"),
        }
    }
}

impl Copy {
    /// Whether two texts that were published `days` apart still are copies: what repeats in few words ("The president
    /// spoke with … by telephone") is news again after a day or two, and after a month everything is.
    pub fn holds_after(&self, days: u32) -> bool {
        days <= if self.words < 40 { 2 } else { 30 }
    }
}

/// Whether one text is a copy of the other; the order does not matter.
///
/// Sentences with the same words but other numbers or days speak against it: a monitor's counts of two days are two
/// reports.
pub fn compare(one: &Signature, other: &Signature) -> Option<Copy> {
    let level = one.level.max(other.level);
    let kept = |signature: &Signature| -> Vec<Piece> {
        signature.pieces.iter().filter(|p| is_kept(p, level)).copied().collect()
    };
    let (one, other) = (kept(one), kept(other));
    let (short, long) = if total(&one) <= total(&other) { (one, other) } else { (other, one) };
    Shared::of(&short, &long).judge(total(&short), total(&long), level > 0)
}

fn total(pieces: &[Piece]) -> u32 {
    pieces.iter().map(|p| u32::from(p.words)).sum()
}

/// What two texts share, in words of the shorter.
#[derive(Default)]
struct Shared {
    /// Words of sentences outside quotation marks.
    plain: u32,
    sentences: u16,
    /// Words of quotations.
    quoted: u32,
    /// Words of sentences that tell other numbers or days.
    other: u32,
    /// Whether one of them is what a text begins with.
    lead: bool,
    /// Whether every sentence is the very same.
    exact: bool,
}

impl Shared {
    fn of(short: &[Piece], long: &[Piece]) -> Self {
        let mut shared = Self { exact: true, ..Self::default() };
        let bits = BITS + (long.len() as f32).log2();
        for (at, piece) in short.iter().enumerate() {
            let words = u32::from(piece.words);
            match best(piece, long, bits) {
                Some(Found::Same(twin_at)) => {
                    let twin = &long[twin_at];
                    shared.exact &= twin == piece;
                    let words = words.min(u32::from(twin.words));
                    let telling = words >= TELLING;
                    shared.lead |= telling && (at < LEAD || twin_at < LEAD);
                    if piece.quoted || twin.quoted {
                        shared.quoted += words;
                    } else {
                        shared.plain += words;
                        shared.sentences += u16::from(telling);
                    }
                }
                Some(Found::Other) => shared.other += words,
                None => shared.exact = false,
            }
        }
        shared.exact &= shared.other == 0;
        shared
    }

    fn judge(&self, short: u32, long: u32, sampled: bool) -> Option<Copy> {
        let words = self.plain + self.quoted;
        let similarity = words as f32 / short.max(1) as f32;
        if self.other as f32 > OTHER * (words + self.other) as f32 {
            return None;
        }
        let much_longer = long as f32 > 1.15 * short as f32;
        let whole = similarity >= 0.95 && self.sentences > 1 && words >= FEW && !sampled;
        let why = if self.exact && short >= LEAST && short == long {
            Why::Exact
        } else if (words < ENOUGH && !whole) || (sampled && self.sentences < PART.1) {
            return None;
        } else if similarity >= WHOLE && self.plain >= self.quoted.min(ENOUGH) {
            if much_longer { Why::Cut } else { Why::Edited }
        } else if similarity >= WHOLE {
            Why::Quotation
        } else if self.is_part(similarity) {
            Why::SharedSentences { n: self.sentences }
        } else {
            return None;
        };
        Some(Copy { why, similarity, words })
    }
}

impl Shared {
    fn is_part(&self, similarity: f32) -> bool {
        let enough = |(part, sentences)| similarity >= part && self.sentences >= sentences;
        enough(PART) || (self.lead && self.plain >= LEAD_ENOUGH && enough(LEAD_PART))
    }
}

/// What became of a sentence in another text.
enum Found {
    /// It is there, as the one with this number.
    Same(usize),
    /// Its words are there with other numbers or days.
    Other,
}

fn best(piece: &Piece, long: &[Piece], bits: f32) -> Option<Found> {
    if let Some(twin) = long.iter().position(|p| p == piece) {
        return Some(Found::Same(twin));
    }
    let mut other = None;
    for (at, near) in long.iter().enumerate().filter(|(_, p)| is_near(piece, p, bits)) {
        if agrees(piece.particulars, near.particulars) {
            return Some(Found::Same(at));
        }
        other = Some(Found::Other);
    }
    other
}

/// Whether the numbers and days of one sentence are all in the other.
fn agrees(a: u32, b: u32) -> bool {
    a & b == a || a & b == b
}

/// Whether two sentences have so many words in common that chance does not explain it.
fn is_near(a: &Piece, b: &Piece, bits: f32) -> bool {
    let (few, many) =
        (a.bag.count_ones().min(b.bag.count_ones()), a.bag.count_ones().max(b.bag.count_ones()));
    let hits = (a.bag & b.bag).count_ones();
    if 4 * hits < QUARTERS * few {
        return false;
    }
    let run = a.runs.iter().zip(&b.runs).any(|(a, b)| a == b && *a != u32::MAX);
    let evidence = hits as f32 * (64.0 / many.max(1) as f32).log2() - choices(few, few - hits);
    evidence + if run { RUN } else { 0.0 } >= bits
}

/// The logarithm of how many ways there are to miss so many of `n` words.
fn choices(n: u32, missed: u32) -> f32 {
    (0..missed).map(|i| ((n - i) as f32 / (i + 1) as f32).log2()).sum()
}
