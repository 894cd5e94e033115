//! Which language a text is in: careful never to turn away English.

use std::borrow::Cow;

use whatlang::{Lang, Script};

use crate::tongue::code;

/// How many bytes are looked at in each of three places of a long text.
const LOOK: usize = 4 << 10;
/// A text with fewer letters than this, in Latin script, is too short to be called anything but English.
const LATIN: usize = 60;
/// The same where all of them are ASCII: rows of English names look like any language.
const ASCII: usize = 200;
/// The same for other scripts, which give themselves away.
const OTHER: usize = 10;

/// Words that are frequent in English and rare in every other language written in Latin script.
#[rustfmt::skip]
const ENGLISH: [&str; 40] = [
    "the", "and", "that", "this", "these", "those", "with", "from", "were", "been", "being", "not", "but",
    "it", "its", "it's", "his", "their", "they", "you", "your", "she", "our", "which", "who", "what", "when",
    "where", "there", "would", "could", "should", "said", "says", "about", "between", "because", "into",
    "other", "don't",
];

/// The language of `text` as ISO 639-1 where there is one, else ISO 639-3; `None` where there is too little to tell.
///
/// A language other than English is only named where the guess is sure and English words are rare, or where most
/// letters are not Latin; `und` stands for one that is not known. Of a long text three samples are read.
///
/// ```
/// assert_eq!(saydo_read::language("Москва объявила о возвращении войск."), Some("ru"));
/// assert_eq!(saydo_read::language("OK"), None);
/// ```
pub fn language(text: &str) -> Option<&'static str> {
    let sample = sample(text);
    let (latin, other) = letters(&sample);
    if other > latin * 2 && other >= OTHER {
        let info = whatlang::detect(&sample).filter(|info| info.script() != Script::Latin);
        return Some(info.map_or("und", |info| code(info.lang())));
    }
    latin_language(&sample, latin)
}

fn latin_language(sample: &str, letters: usize) -> Option<&'static str> {
    if letters < LATIN {
        return None;
    }
    let english = english_percent(sample);
    if english >= 10 {
        return Some("en");
    }
    let info = whatlang::detect(sample)?;
    if info.lang() == Lang::Eng {
        return Some("en");
    }
    let marked = letters >= ASCII || sample.chars().any(|c| c.is_alphabetic() && !c.is_ascii());
    (marked && info.is_reliable() && english < 3).then(|| code(info.lang()))
}

/// Of a hundred words, how many are frequent English ones.
fn english_percent(sample: &str) -> usize {
    let (mut all, mut english) = (0, 0);
    for word in sample.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
        all += 1;
        english += usize::from(ENGLISH.iter().any(|known| known.eq_ignore_ascii_case(word)));
    }
    english * 100 / all.max(1)
}

/// How many letters of `sample` are Latin, and how many are not.
fn letters(sample: &str) -> (usize, usize) {
    let all = sample.chars().filter(|c| c.is_alphabetic());
    all.fold((0, 0), |(latin, other), c| if is_latin(c) { (latin + 1, other) } else { (latin, other + 1) })
}

fn is_latin(c: char) -> bool {
    matches!(c, 'A'..='Z' | 'a'..='z' | '\u{AA}'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' | '\u{FF21}'..='\u{FF5A}')
}

/// The start, the middle and the end of a long text; a short one as it is.
fn sample(text: &str) -> Cow<'_, str> {
    if text.len() <= 3 * LOOK {
        return text.into();
    }
    let border = |at: usize| (0..=at).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let piece = |start: usize| &text[border(start)..border(start + LOOK)];
    [piece(0), piece(text.len() / 2), piece(text.len() - LOOK)].join(" ").into()
}
