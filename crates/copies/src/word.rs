//! Words as copies are compared: by their consonants, so that British and American spellings are one word.

/// What a word is to the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Word {
    /// A word that tells something, by a hash of its consonants.
    Content(u64),
    /// A number, a weekday or a month: what sets two reports of one pattern apart.
    Particular(u64),
    /// A word that every text has.
    Common,
}

/// What `lower`, a word in small letters, is; `capital` tells whether it began with a capital letter.
pub(crate) fn classify(lower: &str, capital: bool) -> Word {
    if lower.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return Word::Particular(number(lower));
    }
    if let Some(value) = particular(lower, capital) {
        return Word::Particular(hash(value.bytes()));
    }
    if lower.len() < 2 || is_common(lower) { Word::Common } else { Word::Content(skeleton(lower)) }
}

/// The hash of a number as it is written in digits: "1,566" and "1566" are one, "15th" is 15.
fn number(digits: &str) -> u64 {
    hash(digits.bytes().filter(|b| b.is_ascii_digit() || *b == b'.'))
}

/// The number, weekday or month that a word stands for.
fn particular(lower: &str, capital: bool) -> Option<&str> {
    Some(match lower {
        "no" | "none" | "any" | "zero" | "nothing" | "neither" => "0",
        "two" => "2",
        "three" => "3",
        "four" => "4",
        "five" => "5",
        "six" => "6",
        "seven" => "7",
        "eight" => "8",
        "nine" => "9",
        "ten" => "10",
        "eleven" => "11",
        "twelve" => "12",
        "thirteen" => "13",
        "fourteen" => "14",
        "fifteen" => "15",
        "sixteen" => "16",
        "seventeen" => "17",
        "eighteen" => "18",
        "nineteen" => "19",
        "twenty" => "20",
        "thirty" => "30",
        "forty" => "40",
        "fifty" => "50",
        _ if capital && (is_day(lower) || is_month(lower)) => &lower[..3],
        _ => return None,
    })
}

fn is_day(lower: &str) -> bool {
    matches!(lower, "monday" | "tuesday" | "wednesday" | "thursday" | "friday" | "saturday" | "sunday")
}

fn is_month(lower: &str) -> bool {
    matches!(
        lower,
        "january"
            | "february"
            | "march"
            | "april"
            | "may"
            | "june"
            | "july"
            | "august"
            | "september"
            | "october"
            | "november"
            | "december"
            | "jan"
            | "feb"
            | "mar"
            | "apr"
            | "jun"
            | "jul"
            | "aug"
            | "sep"
            | "sept"
            | "oct"
            | "nov"
            | "dec"
    )
}

/// The hash of a word's first letter and consonants. Letters that spellings exchange count as one, doubled letters
/// once; where one is left, of all letters.
fn skeleton(lower: &str) -> u64 {
    let (mut state, mut last, mut count) = (START, '\0', 0);
    for (at, c) in lower.char_indices() {
        let kept = match c {
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' if at > 0 => continue,
            'c' | 's' | 'z' => 's',
            'k' | 'q' => 'k',
            _ => c,
        };
        if kept != last {
            state = mix(state, kept as u64);
            count += 1;
        }
        last = kept;
    }
    if count < 2 { hash(lower.bytes()) } else { finish(state) }
}

const START: u64 = 0xcbf2_9ce4_8422_2325;

fn mix(state: u64, value: u64) -> u64 {
    (state ^ value).wrapping_mul(0x0000_0100_0000_01b3)
}

/// A hash of bytes that is the same on every machine.
pub(crate) fn hash(bytes: impl Iterator<Item = u8>) -> u64 {
    finish(bytes.fold(START, |state, byte| mix(state, byte.into())))
}

/// Spreads the bits of a hash (the last steps of `MurmurHash3`).
pub(crate) fn finish(mut hash: u64) -> u64 {
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xff51_afd7_ed55_8ccd);
    hash = (hash ^ (hash >> 33)).wrapping_mul(0xc4ce_b9fe_1a85_ec53);
    hash ^ (hash >> 33)
}

/// Words that tell nothing of what a text is about, in the order of the alphabet.
#[rustfmt::skip]
const COMMON: &[&str] = &[
    "a", "about", "according", "after", "against", "all", "also", "an", "and", "are", "as", "at", "be",
    "because", "been", "before", "being", "between", "both", "but", "by", "can", "could", "did", "do",
    "does", "down", "during", "each", "for", "from", "had", "has", "have", "he", "her", "here", "him",
    "his", "how", "however", "i", "if", "in", "into", "is", "it", "its", "just", "may", "me", "might",
    "more", "most", "must", "my", "near", "nor", "not", "now", "of", "off", "on", "one", "only", "onto",
    "or", "other", "our", "out", "over", "said", "say", "saying", "says", "shall", "she", "should",
    "since", "so", "some", "still", "such", "than", "that", "the", "their", "them", "then", "there",
    "these", "they", "this", "those", "through", "to", "told", "too", "under", "until", "up", "us", "very",
    "was", "we", "were", "what", "when", "where", "which", "while", "who", "whom", "whose", "why", "will",
    "with", "would", "yet", "you", "your",
];

fn is_common(lower: &str) -> bool {
    COMMON.binary_search(&lower).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_are_one() {
        for (a, b) in [
            ("organisation", "organization"),
            ("defence", "defense"),
            ("colour", "color"),
            ("centre", "center"),
            ("travelled", "traveled"),
            ("programme", "program"),
            ("kyiv", "kiev"),
            ("zelenskyy", "zelensky"),
            ("odessa", "odesa"),
            ("tonnes", "tons"),
        ] {
            assert_eq!(classify(a, false), classify(b, false), "{a} {b}");
        }
        for (a, b) in
            [("troops", "tanks"), ("war", "were"), ("iraq", "iran"), ("attack", "talk"), ("aid", "eu")]
        {
            assert_ne!(classify(a, false), classify(b, false), "{a} {b}");
        }
    }

    #[test]
    fn common_words_stand_in_order() {
        assert!(COMMON.is_sorted());
        assert_eq!(classify("while", false), Word::Common);
    }

    #[test]
    fn numbers_days_and_months_are_particulars() {
        assert_eq!(classify("1,566", false), classify("1566", false));
        assert_eq!(classify("15th", false), classify("15", false));
        assert_eq!(classify("eleven", false), classify("11", false));
        assert_eq!(classify("february", true), classify("feb", true));
        assert_ne!(classify("tuesday", true), classify("wednesday", true));
        assert_ne!(classify("11", false), classify("84", false));
        assert_eq!(classify("may", false), Word::Common);
        assert!(matches!(classify("march", false), Word::Content(_)));
    }
}
