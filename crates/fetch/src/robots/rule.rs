//! One `Allow` or `Disallow`.

use std::cmp::Reverse;

use memchr::memmem;

use super::path;

/// A path with its wildcards, and whether it opens or closes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Rule {
    /// What stands between the `*`; the first piece is where a path begins.
    pieces: Vec<Vec<u8>>,
    /// Whether the path must end with the last piece (`$`).
    is_whole: bool,
    /// How many octets it has: the longest rule that fits counts.
    length: usize,
    pub(super) allows: bool,
}

impl Rule {
    pub(super) fn new(pattern: &[u8], allows: bool) -> Self {
        let (open, is_whole) = pattern.strip_suffix(b"$").map_or((pattern, false), |open| (open, true));
        let mut in_query = false;
        let mut pieces: Vec<_> =
            open.split(|b| *b == b'*').map(|piece| path::spell(piece, &mut in_query)).collect();
        let length = pieces.iter().map(Vec::len).sum::<usize>() + pieces.len() - 1 + usize::from(is_whole);
        // Two `*` in a row mean what one means.
        let (mut at, last) = (0, pieces.len() - 1);
        pieces.retain(|piece| {
            at += 1;
            at == 1 || at > last || !piece.is_empty()
        });
        Self { pieces, is_whole, length, allows }
    }

    /// The longest first, and an `Allow` before a `Disallow` of the same length.
    pub(super) fn rank(&self) -> (Reverse<usize>, bool) {
        (Reverse(self.length), !self.allows)
    }

    /// Whether a path in the common spelling is meant. Each piece is looked for once, from left to right, so that no
    /// rule takes longer than path and rule are long.
    pub(super) fn fits(&self, path: &[u8]) -> bool {
        let (first, rest) = self.pieces.split_first().expect("a split gives one piece at least");
        let Some(mut left) = path.strip_prefix(first.as_slice()) else { return false };
        let Some((last, middle)) = rest.split_last() else { return !self.is_whole || left.is_empty() };
        for piece in middle {
            let Some(at) = memmem::find(left, piece) else { return false };
            left = &left[at + piece.len()..];
        }
        if self.is_whole { left.ends_with(last) } else { memmem::find(left, last).is_some() }
    }
}
