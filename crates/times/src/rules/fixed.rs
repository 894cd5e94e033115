//! Expressions whose value stands in a table: "now", "recently", "in the near future".

use saydo_syntax::{Rel, Upos};

use crate::class::Class;
use crate::expr::Expr;
use crate::table::Fixed;
use crate::text::Text;

/// Whether the pieces from `i` are these words.
pub(crate) fn reads(text: &Text<'_, '_>, i: usize, words: &[&str]) -> bool {
    words.iter().enumerate().all(|(n, word)| text.get(i + n).is_some_and(|p| lowers_to(p.form, word)))
}

/// Whether a form in small letters is this word.
fn lowers_to(form: &str, word: &str) -> bool {
    if form.is_ascii() {
        return form.len() == word.len()
            && form.bytes().zip(word.bytes()).all(|(a, b)| a.to_ascii_lowercase() == b);
    }
    form.to_lowercase() == word
}

/// A fixed expression at `i`.
pub(crate) fn fixed(text: &Text<'_, '_>, i: usize) -> Option<(Expr, usize)> {
    text.get(i)?.phrases.iter().find_map(|phrase| {
        let Fixed::Value(kind, value, before_noun) = phrase.fixed else { return None };
        let end = i + phrase.words.len();
        let fits = reads(text, i, &phrase.words)
            && if before_noun {
                is_attribute(text, i, end)
            } else {
                !governs(text, end) && !counts(text, end)
            };
        fits.then(|| (Expr::Value(kind, value.to_owned()), end))
    })
}

/// Whether the word says something of a noun after it.
fn is_attribute(text: &Text<'_, '_>, i: usize, end: usize) -> bool {
    let word = text.word(i);
    let ahead = word.head.is_some_and(|head| text.get(end - 1).is_some_and(|p| head > p.word));
    word.upos == Upos::Adj && word.rel == Rel::Amod && ahead
}

/// Whether a length follows, as after "the past": "three months", "few days".
fn counts(text: &Text<'_, '_>, end: usize) -> bool {
    let number = text.get(end).is_some_and(|p| p.digits().is_some() || p.classes.iter().any(is_number));
    number || text.unit(end).is_some()
}

fn is_number(class: &Class) -> bool {
    matches!(class, Class::Number(_) | Class::Vague | Class::Scale(_))
}

/// Whether "after" or "before" follows, which measures from something else: "shortly after".
fn governs(text: &Text<'_, '_>, end: usize) -> bool {
    text.reads(end, &["after", "before", "afterwards", "afterward", "thereafter", "as"])
}
