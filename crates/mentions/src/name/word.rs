//! What the features are made of: the facts about one word, looked up and hashed once.

use saydo_syntax::{Rel, Upos, Word};

use super::hash;
use super::lexicon::{Class, Lexicon};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Case {
    /// Without letters.
    None,
    /// Only small letters.
    Lower,
    /// A capital, then small letters.
    Title,
    /// A single capital, perhaps with a full stop.
    Initial,
    /// Only capitals.
    Upper,
    /// Otherwise, as in `iPhone`.
    Mixed,
}

/// The facts about one word.
#[derive(Clone, Copy)]
pub(super) struct Facts {
    pub(super) form: u32,
    pub(super) lower: u32,
    pub(super) shape: u32,
    pub(super) prefixes: [u32; 3],
    pub(super) suffixes: [u32; 4],
    pub(super) case: Case,
    pub(super) upos: Upos,
    pub(super) xpos: u32,
    pub(super) rel: Rel,
    pub(super) lemma: u32,
    pub(super) class: Class,
    /// What word lists say of it, as bits.
    pub(super) lists: u32,
}

/// Longer words are seen by their first characters only.
const LONGEST: usize = 40;

impl Facts {
    /// What stands before the first and after the last word.
    pub(super) const EDGE: Self = Self {
        form: 1,
        lower: 1,
        shape: 1,
        prefixes: [1; 3],
        suffixes: [1; 4],
        case: Case::None,
        upos: Upos::X,
        xpos: 1,
        rel: Rel::Dep,
        lemma: 1,
        class: Class::UNKNOWN,
        lists: 0,
    };

    pub(super) fn new(word: &Word<'_>, lexicon: &Lexicon) -> Self {
        let mut lower = [' '; LONGEST];
        let n = fill_lower(word.form, &mut lower);
        let lower = &lower[..n];
        let key = hash::chars(lower.iter().copied());
        Self {
            form: hash::chars(word.form.chars().take(LONGEST).map(plain)),
            lower: key,
            shape: hash::chars(shape(word.form)),
            prefixes: [1, 2, 3].map(|k| hash::chars(lower[..k.min(n)].iter().copied())),
            suffixes: [1, 2, 3, 4].map(|k| hash::chars(lower[n.saturating_sub(k)..].iter().copied())),
            case: case(word.form),
            upos: word.upos,
            xpos: hash::chars(word.xpos.chars()),
            rel: word.rel,
            lemma: hash::chars(word.lemma.chars().take(LONGEST)),
            class: lexicon.class(key),
            lists: lexicon.lists(key),
        }
    }

    /// The same word as if it had never been met before: `number` stands for what it is.
    pub(super) fn hidden(self, number: u32) -> Self {
        let unknown = hash::finish(hash::mix(0xB11D, number));
        Self { form: unknown, lower: unknown, lemma: unknown, class: Class::UNKNOWN, ..self }
    }

    /// Whether it has a capital.
    pub(super) fn is_capital(&self) -> bool {
        matches!(self.case, Case::Title | Case::Initial | Case::Upper | Case::Mixed)
    }
}

/// Writes the small letters of `form`, as far as there is room; how many there are.
fn fill_lower(form: &str, out: &mut [char; LONGEST]) -> usize {
    let mut n = 0;
    if form.is_ascii() {
        for (place, c) in out.iter_mut().zip(form.bytes()) {
            *place = plain(char::from(c.to_ascii_lowercase()));
            n += 1;
        }
    } else {
        for (place, c) in out.iter_mut().zip(form.chars().flat_map(char::to_lowercase)) {
            *place = plain(c);
            n += 1;
        }
    }
    n
}

/// The key under which the lexicon knows a word.
pub fn key(form: &str) -> u32 {
    hash::chars(form.chars().flat_map(char::to_lowercase).map(plain).take(LONGEST))
}

/// Digits as `0`, curly quotes and long dashes as plain ones.
fn plain(c: char) -> char {
    match c {
        '\u{2018}' | '\u{2019}' => '\'',
        '\u{201c}' | '\u{201d}' => '"',
        '\u{2013}' | '\u{2014}' => '-',
        c if c.is_numeric() => '0',
        c => c,
    }
}

/// Each run of capitals, small letters or digits as one mark, longer runs as two; other characters as they are.
fn shape(form: &str) -> impl Iterator<Item = char> {
    let mut last = ('\0', 0);
    form.chars().take(LONGEST).filter_map(move |c| {
        let mark = match c {
            c if c.is_uppercase() => 'X',
            c if c.is_alphabetic() => 'x',
            c => plain(c),
        };
        last = if mark == last.0 { (mark, last.1 + 1) } else { (mark, 1) };
        (last.1 <= 2).then_some(mark)
    })
}

fn case(form: &str) -> Case {
    let mut letters = form.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Case::None };
    let (mut upper, mut lower) = (0, 0);
    letters.for_each(|c| if c.is_uppercase() { upper += 1 } else { lower += 1 });
    match (first.is_uppercase(), upper, lower) {
        (false, 0, _) => Case::Lower,
        (true, 0, 0) => Case::Initial,
        (true, 0, _) => Case::Title,
        (true, _, 0) => Case::Upper,
        _ => Case::Mixed,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_known_by_how_they_are_written() {
        let of = |f| (case(f), shape(f).collect::<String>());
        assert_eq!(of("Moscow"), (Case::Title, "Xxx".into()));
        assert_eq!(of("U.N."), (Case::Upper, "X.X.".into()));
        assert_eq!(of("J."), (Case::Initial, "X.".into()));
        assert_eq!(of("McCain"), (Case::Mixed, "XxXxx".into()));
        assert_eq!(of("2022"), (Case::None, "00".into()));
        assert_eq!(of(""), (Case::None, String::new()));
    }

    #[test]
    fn case_and_curly_quotes_do_not_change_the_key() {
        assert_eq!(key("O\u{2019}Brien"), key("o'brien"));
    }
}
