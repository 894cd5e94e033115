//! What the model sees of a word: the one feature code for training and for reading.
//!
//! A word becomes one vocabulary key and [`SLOTS`] hashed features (prefixes, suffixes, shape). Everything here
//! depends on the word alone, so that the reader computes each word form once and keeps the result.

/// How many hashed features every word has.
pub const SLOTS: usize = 8;

/// How many rows the table of hashed features has; a power of two.
pub const BUCKETS: usize = 1 << 15;

/// Longer words are seen by their first and last characters only.
const LONGEST: usize = 64;

/// The features of one word form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WordFeatures {
    /// The 64-bit key under which the vocabulary knows the [normalised](normalise) word.
    pub key: u64,
    /// Rows of the table of hashed features, one for each slot, each below [`BUCKETS`].
    pub hashed: [u32; SLOTS],
}

/// Computes the features of `form`.
///
/// ```
/// use saydo_parse::features::word;
/// assert_eq!(word("Moscow").key, word("moscow").key);
/// assert_ne!(word("Moscow").hashed, word("moscow").hashed);
/// ```
pub fn word(form: &str) -> WordFeatures {
    let chars = normalise(form);
    let slot = |n: u64, part: &[char]| bucket(hash(n, part.iter().copied()));
    let prefix = |k: usize| &chars[..k.min(chars.len())];
    let suffix = |k: usize| &chars[chars.len().saturating_sub(k)..];
    let shape = bucket(hash(8, shape(form)));
    let hashed = [
        slot(1, prefix(1)),
        slot(2, prefix(2)),
        slot(3, prefix(3)),
        slot(4, suffix(1)),
        slot(5, suffix(2)),
        slot(6, suffix(3)),
        slot(7, suffix(4)),
        shape,
    ];
    WordFeatures { key: hash(0, chars.iter().copied()), hashed }
}

/// The form that the vocabulary knows: lower case, digits as `0`, plain quotes and dashes, the middle of very long
/// words left out.
pub fn normalise(form: &str) -> Vec<char> {
    let mut chars: Vec<char> =
        form.chars().flat_map(char::to_lowercase).map(plain).take(4 * LONGEST).collect();
    if chars.len() > LONGEST {
        chars.drain(LONGEST / 2..chars.len() - LONGEST / 2);
    }
    chars
}

fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' | '\u{02bc}' | '`' => '\'',
        '\u{201c}' | '\u{201d}' | '\u{201e}' | '\u{ab}' | '\u{bb}' => '"',
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        c if c.is_numeric() => '0',
        c => c,
    }
}

/// The word's shape: each run of upper case, lower case or digits as one mark, longer runs as two; other
/// characters as they are. "Russia" is `Xxx`, "NATO" is `XX`, "T-72" is `X-dd`.
fn shape(form: &str) -> impl Iterator<Item = char> {
    let mut last = ('\0', 0);
    form.chars().take(LONGEST).filter_map(move |c| {
        let mark = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c if c.is_numeric() => 'd',
            c => plain(c),
        };
        last = if mark == last.0 { (mark, last.1 + 1) } else { (mark, 1) };
        (last.1 <= 2).then_some(mark)
    })
}

/// FNV-1a over code points, with a finishing mix so that low bits are usable as a table index.
pub(crate) fn hash(seed: u64, chars: impl Iterator<Item = char>) -> u64 {
    const PRIME: u64 = 0x0100_0000_01b3;
    let start = 0xcbf2_9ce4_8422_2325 ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15);
    let h = chars.fold(start, |h, c| (h ^ u64::from(u32::from(c))).wrapping_mul(PRIME));
    let h = (h ^ (h >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
    h ^ (h >> 32)
}

fn bucket(h: u64) -> u32 {
    (h % BUCKETS as u64) as u32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes() {
        let of = |w| shape(w).collect::<String>();
        assert_eq!(of("Russia"), "Xxx");
        assert_eq!(of("NATO"), "XX");
        assert_eq!(of("T-72"), "X-dd");
        assert_eq!(of("e-mails"), "x-xx");
    }

    #[test]
    fn normal_forms() {
        let of = |w| normalise(w).into_iter().collect::<String>();
        assert_eq!(of("Don\u{2019}t"), "don't");
        assert_eq!(of("2022"), "0000");
        assert_eq!(of(&"ab".repeat(500)).chars().count(), LONGEST);
    }

    #[test]
    fn empty_and_odd_words_have_features() {
        for w in ["", "\0", "\u{1f600}", "\u{0301}"] {
            assert!(word(w).hashed.iter().all(|&h| (h as usize) < BUCKETS));
        }
    }
}
