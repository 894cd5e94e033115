//! The pieces of a sentence as the rules look at them.

use saydo_syntax::Sentence;

use crate::class::Class;
use crate::piece::{Piece, pieces};
use crate::unit::Unit;

/// A sentence with its pieces.
#[derive(Clone, Debug)]
pub(crate) struct Text<'a, 't> {
    pub(crate) sentence: &'a Sentence<'t>,
    pub(crate) pieces: Vec<Piece<'t>>,
}

/// How many of something; `None` is an open number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Count {
    pub(crate) number: Option<u64>,
    /// Whether a half comes on top.
    pub(crate) half: bool,
}

impl<'a, 't> Text<'a, 't> {
    pub(crate) fn of(sentence: &'a Sentence<'t>) -> Self {
        Self { sentence, pieces: pieces(sentence) }
    }

    pub(crate) fn get(&self, i: usize) -> Option<&Piece<'t>> {
        self.pieces.get(i)
    }

    /// The piece before one.
    pub(crate) fn before(&self, i: usize) -> Option<&Piece<'t>> {
        i.checked_sub(1).and_then(|i| self.get(i))
    }

    pub(crate) fn is(&self, i: usize, class: Class) -> bool {
        self.get(i).is_some_and(|p| p.is(class))
    }

    pub(crate) fn reads(&self, i: usize, words: &[&str]) -> bool {
        self.get(i).is_some_and(|p| words.iter().any(|w| p.reads(w)))
    }

    /// Whether the piece stands right after the one before it, without a blank.
    pub(crate) fn glued(&self, i: usize) -> bool {
        self.get(i).is_some_and(|p| p.glued)
    }

    pub(crate) fn is_dash(&self, i: usize) -> bool {
        self.get(i).is_some_and(Piece::is_dash)
    }

    /// The piece after `i` where it is one of these words, else `i`.
    pub(crate) fn skip(&self, i: usize, words: &[&str]) -> usize {
        i + usize::from(self.reads(i, words))
    }

    pub(crate) fn skip_class(&self, i: usize, class: Class) -> usize {
        i + usize::from(self.is(i, class))
    }

    pub(crate) fn skip_dash(&self, i: usize) -> usize {
        i + usize::from(self.is_dash(i))
    }

    /// The first of the pieces before `i` that are dashes, else `i`.
    pub(crate) fn skip_dash_back(&self, i: usize) -> usize {
        i - usize::from(i > 1 && self.is_dash(i - 1))
    }

    /// Past "the", "its" and the like.
    pub(crate) fn skip_determiner(&self, i: usize) -> usize {
        self.skip_class(i, Class::Determiner)
    }

    pub(crate) fn unit(&self, i: usize) -> Option<(Unit, bool)> {
        self.get(i)?.unit()
    }

    /// A number of up to four digits that stands by itself.
    pub(crate) fn whole(&self, i: usize) -> Option<(u32, usize)> {
        let piece = self.get(i)?;
        let value = piece.digits()?;
        Some((value, piece.form.len()))
    }

    /// Whether digits at `i` are part of something longer than a number by itself: a sum, a phone number, a version.
    pub(crate) fn is_part_of_number(&self, i: usize) -> bool {
        self.runs_on_left(i) || self.runs_on_right(i)
    }

    pub(crate) fn runs_on_left(&self, i: usize) -> bool {
        let Some(before) = self.before(i) else { return false };
        if is_currency(before.form) {
            return true;
        }
        self.glued(i)
            && !matches!(before.form, "(" | "[" | "\"" | "“" | "\u{2018}" | "'" | "`" | "—")
            && !(before.is_dash()
                && i >= 2
                && (self.pieces[i - 2].digits().is_none() || self.is_small_range(i)))
    }

    /// Whether digits end a range such as "15-16".
    fn is_small_range(&self, i: usize) -> bool {
        let small = |i: usize| self.whole(i).is_some_and(|(_, len)| len <= 2);
        small(i) && small(i - 2) && (!self.glued(i - 2) || self.before(i - 2).is_some_and(|p| p.form == "("))
    }

    pub(crate) fn runs_on_right(&self, i: usize) -> bool {
        let Some(next) = self.get(i + 1) else { return false };
        if matches!(next.form, "%" | "°") || is_currency(next.form) {
            return true;
        }
        let digits = self.get(i + 2).is_some_and(|p| p.glued && p.digits().is_some());
        match next.form {
            _ if !next.glued => false,
            "." | "," | ":" | "/" | "-" => digits,
            form => form.starts_with(char::is_alphanumeric),
        }
    }

    /// The word of the sentence that a piece belongs to.
    pub(crate) fn word(&self, i: usize) -> &saydo_syntax::Word<'t> {
        &self.sentence.words[self.pieces[i].word]
    }

    /// The word of the sentence that a piece belongs to, where there is one.
    pub(crate) fn word_at(&self, i: usize) -> Option<&saydo_syntax::Word<'t>> {
        self.get(i).map(|p| &self.sentence.words[p.word])
    }
}

/// Whether a sign stands for a currency.
pub(crate) fn is_currency(form: &str) -> bool {
    matches!(form, "$" | "€" | "£" | "¥" | "#" | "₽" | "₴" | "§" | "№")
}
