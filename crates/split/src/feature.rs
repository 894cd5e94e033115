//! Features as hashes, and who judges them: the trained weights, or the treebank while training.

/// What happens at the border between two runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Border {
    /// The token goes on.
    Inside,
    /// A new token starts.
    Token,
    /// A new token starts, as part of the same multiword token.
    Joined,
}

/// Decides each place from its features. Training puts the treebank here, so both see the same features.
pub trait Judge {
    /// What happens at byte `at` of the text; `Joined` is only asked for where `may_join`.
    fn border(&mut self, at: usize, features: &[u32], may_join: bool) -> Border;

    /// Whether a sentence ends before the token that starts at byte `at`; `closed` where a sign stands before it that
    /// sentences end with.
    fn end(&mut self, at: usize, features: &[u32], closed: bool) -> bool;
}

/// Mixes `value` into `hash`.
pub(crate) const fn mix(hash: u32, value: u32) -> u32 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x9E37_79B1)
}

/// A list of hashed features with room for all templates, so that nothing is allocated for a decision.
pub(crate) struct Features {
    list: [u32; Self::ROOM],
    count: usize,
}

impl Features {
    const ROOM: usize = 48;

    pub(crate) fn new() -> Self {
        Self { list: [0; Self::ROOM], count: 0 }
    }

    /// Adds the feature that the next template makes of `parts`.
    pub(crate) fn add<const N: usize>(&mut self, parts: [u32; N]) {
        let mut hash = mix(0x5A1D, self.count as u32 + 1);
        for part in parts {
            hash = mix(hash, part);
        }
        self.list[self.count] = hash ^ (hash >> 15);
        self.count += 1;
    }

    pub(crate) fn as_slice(&self) -> &[u32] {
        &self.list[..self.count]
    }
}
