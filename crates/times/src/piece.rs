//! A sentence cut for the grammar: runs of letters, runs of digits, single signs.

use saydo_syntax::Sentence;

use crate::class::{Class, Need, Shift};
use crate::table::{Phrase, Tables};
use crate::unit::Unit;

/// A piece of a word.
#[derive(Clone, Debug)]
pub(crate) struct Piece<'t> {
    /// The word of the sentence it belongs to.
    pub(crate) word: usize,
    /// Whether nothing stands between it and the piece before.
    pub(crate) glued: bool,
    /// As it stands in the text.
    pub(crate) form: &'t str,
    /// The fixed expressions that it starts.
    pub(crate) phrases: &'static [Phrase],
    /// What it can be.
    pub(crate) classes: &'static [Class],
}

/// The pieces of a sentence.
pub(crate) fn pieces<'t>(sentence: &Sentence<'t>) -> Vec<Piece<'t>> {
    let mut pieces = Vec::with_capacity(sentence.len() + 8);
    let mut end = usize::MAX;
    let tables = Tables::shipped();
    for (word, w) in sentence.words.iter().enumerate() {
        for (at, form) in cut(w.form) {
            let entry = tables.entry(form);
            pieces.push(Piece {
                word,
                glued: w.span.start + at == end,
                form,
                phrases: entry.map_or(&[], |e| &e.phrases),
                classes: entry.map_or(&[], |e| &e.classes),
            });
            end = w.span.start + at + form.len();
        }
    }
    pieces
}

/// A word's runs of letters, of digits, and its signs, each with its place. Stops inside "p.m." do not cut.
pub(crate) fn cut(word: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            let rest = &word[at..];
            let first = rest.chars().next()?;
            let len = run(rest, first);
            at += len;
            if !first.is_whitespace() {
                return Some((at - len, &word[at - len..at]));
            }
        }
    })
}

fn run(rest: &str, first: char) -> usize {
    if first.is_ascii_digit() {
        return rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
    }
    let after = &rest[first.len_utf8()..];
    let letters = first.len_utf8() + after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    match first {
        c if is_apostrophe(c) && letters > c.len_utf8() + 2 => c.len_utf8(),
        c if is_apostrophe(c) => letters,
        c if !c.is_alphabetic() => c.len_utf8(),
        c if letters == c.len_utf8() => letters + initials(&rest[letters..]),
        _ => letters,
    }
}

/// How far the rest of "p.m." or "U.S." goes after its first letter.
fn initials(rest: &str) -> usize {
    let second = rest.strip_prefix('.').and_then(|r| r.chars().next()).filter(|c| c.is_alphabetic());
    second.map_or(0, |c| {
        let len = 1 + c.len_utf8();
        if rest[len..].starts_with('.') { len + 1 } else { len }
    })
}

/// Whether a sign is an apostrophe, however it is written.
pub(crate) fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | '`')
}

/// Whether a piece is a hyphen or a dash.
pub(crate) fn is_dash(form: &str) -> bool {
    matches!(form, "-" | "‐" | "‑" | "–" | "—" | "−")
}

impl Piece<'_> {
    fn find<T>(&self, which: impl Fn(&Class) -> Option<T>) -> Option<T> {
        self.classes.iter().find_map(which)
    }

    /// Whether an expression may begin with it.
    pub(crate) fn may_open(&self) -> bool {
        let sign = |c: char| c.is_ascii_digit() || is_apostrophe(c);
        !self.classes.is_empty() || !self.phrases.is_empty() || self.form.starts_with(sign)
    }

    /// Whether it can be this.
    pub(crate) fn is(&self, class: Class) -> bool {
        self.classes.contains(&class)
    }

    /// Whether it is this word, in whatever case.
    pub(crate) fn reads(&self, word: &str) -> bool {
        self.form.eq_ignore_ascii_case(word)
    }

    /// Whether it starts with a capital letter.
    pub(crate) fn is_high(&self) -> bool {
        self.form.starts_with(char::is_uppercase)
    }

    /// A month and what it needs, where it has the capital letter it needs.
    pub(crate) fn month(&self) -> Option<(u8, Need)> {
        self.find(|c| match *c {
            Class::Month(m, need) if need == Need::Nothing || self.is_high() => Some((m, need)),
            _ => None,
        })
    }

    /// A day of the week and what it needs, where it has the capital letter it needs.
    pub(crate) fn weekday(&self) -> Option<(u8, Need)> {
        self.find(|c| match *c {
            Class::Weekday(d, need) if need == Need::Nothing || self.is_high() => Some((d, need)),
            _ => None,
        })
    }

    /// A unit, and whether it stands in the plural.
    pub(crate) fn unit(&self) -> Option<(Unit, bool)> {
        self.find(|c| match *c {
            Class::Unit(u) => Some((u, false)),
            Class::Units(u) => Some((u, true)),
            _ => None,
        })
    }

    pub(crate) fn shift(&self) -> Option<Shift> {
        self.find(|c| if let Class::Shift(s) = *c { Some(s) } else { None })
    }

    pub(crate) fn season(&self) -> Option<&'static str> {
        self.find(|c| if let Class::Season(s) = *c { Some(s) } else { None })
    }

    pub(crate) fn part(&self) -> Option<&'static str> {
        self.find(|c| if let Class::Part(s) = *c { Some(s) } else { None })
    }

    pub(crate) fn ordinal(&self) -> Option<u8> {
        self.find(|c| if let Class::Ordinal(n) = *c { Some(n) } else { None })
    }

    pub(crate) fn edge(&self) -> Option<bool> {
        self.find(|c| if let Class::Edge(noun) = *c { Some(noun) } else { None })
    }

    /// Its digits as a number, where it is nothing but one to nine digits.
    pub(crate) fn digits(&self) -> Option<u32> {
        let all = self.form.len() <= 9 && self.form.bytes().all(|b| b.is_ascii_digit());
        all.then(|| self.form.parse().ok()).flatten()
    }

    pub(crate) fn is_dash(&self) -> bool {
        is_dash(self.form)
    }
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn words_are_cut_into_letters_digits_and_signs() {
        let pieces = |word| cut(word).map(|(_, p)| p).collect::<Vec<_>>().join("|");
        assert_eq!(pieces("mid-1990s"), "mid|-|1990|s");
        assert_eq!(pieces("8:15p.m."), "8|:|15|p.m.");
        assert_eq!(pieces("2022-02-15T10:00"), "2022|-|02|-|15|T|10|:|00");
        assert_eq!(pieces("'80s"), "'|80|s");
        assert_eq!(pieces("year's"), "year|'s");
        assert_eq!(pieces("U.S.-led"), "U.S.|-|led");
        assert_eq!(pieces("Jan."), "Jan|.");
    }
}
