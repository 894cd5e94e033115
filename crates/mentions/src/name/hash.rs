//! Hashes of words and of features.

/// Mixes `value` into `hash`.
pub(super) const fn mix(hash: u32, value: u32) -> u32 {
    (hash.rotate_left(5) ^ value).wrapping_mul(0x9E37_79B1)
}

/// The hash of characters.
pub(super) fn chars(chars: impl IntoIterator<Item = char>) -> u32 {
    finish(chars.into_iter().fold(0x5A1D, |h, c| mix(h, u32::from(c))))
}

/// Spreads the last values over all bits.
pub(super) const fn finish(hash: u32) -> u32 {
    let hash = (hash ^ (hash >> 15)).wrapping_mul(0x85EB_CA6B);
    hash ^ (hash >> 13)
}

/// A list of hashed features with room for all templates, so that nothing is allocated for a word.
pub(super) struct Features {
    list: [u32; Self::ROOM],
    count: usize,
}

impl Features {
    const ROOM: usize = 160;

    pub(super) fn new() -> Self {
        Self { list: [0; Self::ROOM], count: 0 }
    }

    /// Adds the feature that a template makes of `parts`; one too many is left out.
    pub(super) fn add<const N: usize>(&mut self, template: u32, parts: [u32; N]) {
        if let Some(place) = self.list.get_mut(self.count) {
            *place = finish(parts.into_iter().fold(mix(0xFEA7, template), mix));
            self.count += 1;
        }
    }

    pub(super) fn clear(&mut self) {
        self.count = 0;
    }

    pub(super) fn as_slice(&self) -> &[u32] {
        &self.list[..self.count]
    }
}
