//! From byte offsets to offsets in Unicode code points, and back.

/// Bytes between two counts that are kept.
const STEP: usize = 256;

/// Answers for any byte of a text how many code points lie before it, in any order and from many threads.
///
/// ```
/// let chars = saydo_record::Chars::of("Zürich burns");
/// assert_eq!(chars.at(8), 7);
/// assert_eq!(chars.cut(1, 3), "ür");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Chars<'t> {
    text: &'t str,
    /// The code points before each [`STEP`]th byte.
    before: Vec<usize>,
}

impl<'t> Chars<'t> {
    /// Counts once through `text`.
    pub fn of(text: &'t str) -> Self {
        let counts = text.as_bytes().chunks(STEP).scan(0, |before, chunk| {
            let here = *before;
            *before += starts(chunk);
            Some(here)
        });
        Self { text, before: counts.collect() }
    }

    /// How many code points lie before byte `at`; a byte behind the text counts as its end.
    pub fn at(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let Some(before) = self.before.get(at.saturating_sub(1) / STEP) else { return 0 };
        let from = at.saturating_sub(1) / STEP * STEP;
        before + starts(&self.text.as_bytes()[from..at])
    }

    /// The piece of the text from one code point up to, but without, another.
    pub fn cut(&self, start: usize, end: usize) -> &'t str {
        &self.text[self.byte(start)..self.byte(end.max(start))]
    }

    /// The byte at which a code point starts; the text's end for one that is not there.
    fn byte(&self, n: usize) -> usize {
        let step = self.before.partition_point(|&before| before <= n).saturating_sub(1);
        let Some(before) = self.before.get(step) else { return 0 };
        let rest = self.text.as_bytes()[step * STEP..].iter();
        let mut starts = rest.enumerate().filter(|(_, b)| *b & 0xc0 != 0x80);
        starts.nth(n - before).map_or(self.text.len(), |(at, _)| step * STEP + at)
    }
}

/// How many code points start in `bytes`.
fn starts(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&b| b & 0xc0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_border_of_every_text() {
        for text in ["", "a", "Zürich \u{1f600} \r\n\0", &"ab\u{20ac}\u{1f600}".repeat(300), &"x".repeat(512)]
        {
            let chars = Chars::of(text);
            for (n, (at, _)) in text.char_indices().enumerate() {
                assert_eq!((chars.at(at), chars.byte(n)), (n, at));
            }
            assert_eq!(chars.at(text.len()), text.chars().count());
            assert_eq!(chars.at(text.len() + 9), text.chars().count());
            assert_eq!(chars.cut(0, text.len() + 9), text);
            assert_eq!(chars.cut(text.len() + 9, 0), "");
        }
    }
}
