//! How much of something a phrase names: read from the noun leftwards, word by word.
//!
//! Numbers and their bounds are read from the words' order and not from the tree, which often hangs "between 3,000 and
//! 5,000 soldiers" wrongly; the tree says which words before the noun belong to it.

use std::ops::Range;

use saydo_syntax::{Rel, Sentence, Upos};

use crate::Extent;
use crate::count::{self, Piece};
use crate::lists::List;
use crate::phrases::is_hyphen;
use crate::tables::{Numeral, Tables};

/// How much of something a phrase names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quantity {
    /// The least number that the text allows.
    pub low: Option<u64>,
    /// The greatest number that the text allows.
    pub high: Option<u64>,
    /// How much, where the text says so without a number.
    pub extent: Option<Extent>,
    /// The words that say so.
    pub words: Range<usize>,
}

/// How many words before a noun are looked at.
const REACH: usize = 14;

/// How much of the noun at `head` the phrase names: its number as a range, and an extent such as "most" or "more".
///
/// "About 5,000" and "nearly 5,000" are 5,000 itself. "More than" leaves the upper bound open, "up to" the lower one.
/// A vague plural reaches from two of its unit to the next word's beginning, since with more the writer would have
/// taken that word: dozens are 24 to 99, hundreds 200 to 999, tens of thousands 20,000 to 99,999, several thousand
/// 3,000 to 9,999.
///
/// ```
/// use saydo_syntax::Document;
/// let document = Document::by_hand(&[
///     "up/up/ADP/IN/3/advmod to/to/ADP/IN/1/fixed 5,000/5000/NUM/CD/4/nummod men/man/NOUN/NNS/0/root",
/// ]);
/// let found = saydo_forces::quantity(&document.sentences[0], 3).unwrap();
/// assert_eq!((found.low, found.high, found.words), (None, Some(5000), 0..3));
/// ```
pub fn quantity(sentence: &Sentence<'_>, head: usize) -> Option<Quantity> {
    let mut scan = Scan { sentence, tables: Tables::shipped(), head, pieces: Vec::new(), words: None };
    let end = scan.end(head);
    let least = head.saturating_sub(REACH);
    let mut at = end;
    while let Some(next) = at.checked_sub(1).filter(|next| *next >= least).and_then(|i| scan.step(i)) {
        at = next;
    }
    scan.finish()
}

/// The walk from a noun to the left.
struct Scan<'s, 't> {
    sentence: &'s Sentence<'t>,
    tables: &'static Tables,
    head: usize,
    /// What was found, from right to left.
    pieces: Vec<Piece>,
    words: Option<Range<usize>>,
}

impl Scan<'_, '_> {
    /// Where the walk starts: before the noun, or where "dozens" or "most" is the head itself, after what follows from
    /// it ("tens of thousands").
    fn end(&self, head: usize) -> usize {
        if self.numeral(head).is_none() && self.extent(head).is_none() {
            return head;
        }
        let of = |i: usize| self.sentence.words.get(i).is_some_and(|w| w.form == "of");
        let is_vague = |i: usize| matches!(self.numeral(i), Some(Piece::Number(n)) if n.vague);
        let inside = |i: usize| i < self.sentence.len();
        if of(head + 1) && inside(head + 2) && is_vague(head + 2) { head + 3 } else { head + 1 }
    }

    /// Takes in the word at `i` and says where to go on, if at all.
    fn step(&mut self, i: usize) -> Option<usize> {
        if let Some(start) = self.type_name(i) {
            return Some(start);
        }
        if let Some((start, piece)) = self.piece(i) {
            self.pieces.push(piece);
            if !matches!(piece, Piece::Of | Piece::Article) {
                let end = self.words.as_ref().map_or(i + 1, |w| w.end);
                self.words = Some(start..end);
            }
            return Some(start);
        }
        self.is_skipped(i).then_some(i)
    }

    /// Where the name of a type begins that ends with a figure at `i`: "T-72", and types that no table knows.
    fn type_name(&self, i: usize) -> Option<usize> {
        let form = |i: usize| self.sentence.words[i].form;
        let figure = form(i).starts_with(|c: char| c.is_ascii_digit());
        let known = || self.tables.elements.ending_at(self.sentence, i, |start, _| start < i);
        let letters = || i > 1 && is_hyphen(form(i - 1)) && form(i - 2).ends_with(char::is_alphabetic);
        match figure.then(known).flatten() {
            Some((start, _)) => Some(start),
            None => (figure && letters()).then(|| i - 2),
        }
    }

    /// What the word at `i` says about how much, with the first word of its phrase.
    fn piece(&self, i: usize) -> Option<(usize, Piece)> {
        let counted = self.pieces.iter().any(|p| matches!(p, Piece::Number(_) | Piece::Scale(_)));
        let bound = || self.tables.bounds.ending_at(self.sentence, i, |_, _| true);
        if counted && let Some((start, bound)) = bound() {
            return Some((start, Piece::Bound(*bound)));
        }
        if matches!(self.pieces.last(), Some(Piece::Scale(_)))
            && let Some(several) = self.numeral(i)
        {
            return Some((i, several));
        }
        if let Some((start, extent)) = self.extent(i) {
            return Some((start, Piece::Extent(extent)));
        }
        let piece = self.numeral(i).filter(|_| !self.is_date(i)).or_else(|| self.link(i))?;
        Some((i, piece))
    }

    fn extent(&self, i: usize) -> Option<(usize, Extent)> {
        let (start, extent) = self.tables.extents.ending_at(self.sentence, i, |_, _| true)?;
        Some((start, *extent))
    }

    /// A number in figures or words.
    fn numeral(&self, i: usize) -> Option<Piece> {
        let form = self.sentence.words.get(i)?.form;
        let exact = |n| Piece::Number(count::Range { low: n, high: n, vague: false });
        if form.starts_with(|c: char| c.is_ascii_digit()) {
            return figures(form).map(Piece::Number);
        }
        Some(match self.tables.numbers.get(form)? {
            Numeral::Exact(n) => exact(*n),
            Numeral::Scale(n) => Piece::Scale(*n),
            Numeral::Vague(range) => Piece::Number(*range),
        })
    }

    /// Small words inside a quantity: "of" after one, "and" and dashes between two, an article.
    fn link(&self, i: usize) -> Option<Piece> {
        let form = self.sentence.words[i].form;
        let before = i.checked_sub(1);
        let counts = |p: usize| self.numeral(p).is_some();
        let is_amount =
            |p: usize| counts(p) || self.extent(p).is_some() || is_percent(self.sentence.words[p].form);
        match form.to_lowercase().as_str() {
            "of" => before.filter(|p| is_amount(*p)).map(|_| Piece::Of),
            "and" | "to" | "or" if self.after_number() => before.filter(|p| counts(*p)).map(|_| Piece::Join),
            _ if is_hyphen(form) && self.after_number() => before.filter(|p| counts(*p)).map(|_| Piece::Join),
            "a" | "an" if !self.pieces.is_empty() => Some(Piece::Article),
            word if is_percent(word) => before.filter(|p| counts(*p)).map(|_| Piece::Percent),
            _ => None,
        }
    }

    fn after_number(&self) -> bool {
        matches!(self.pieces.last(), Some(Piece::Number(_) | Piece::Scale(_)))
    }

    /// Whether a number is a day or a year.
    fn is_date(&self, i: usize) -> bool {
        let words = &self.sentence.words;
        let month = |w: usize| words.get(w).is_some_and(|w| self.tables.lists.has(List::Month, w.form));
        let is_year = words[i].form.len() == 4 && matches!(words[i].form.parse(), Ok(1900..=2100));
        let timed = i > 0 && self.tables.lists.has(List::Time, words[i - 1].form);
        i > 0 && month(i - 1) || month(i + 1) || is_year && timed
    }

    /// Whether a word says nothing about how much but stands between the noun and what does.
    fn is_skipped(&self, i: usize) -> bool {
        use Rel::{Advmod, Amod, Case, Compound, Det, DetPredet, Flat, NmodPoss, Nummod, Punct};
        let word = &self.sentence.words[i];
        let modifies = matches!(
            word.rel,
            Advmod | Amod | Case | Compound | Det | DetPredet | Flat | NmodPoss | Nummod | Punct
        );
        let own = word.upos != Upos::Adp && (word.rel != Rel::Punct || is_hyphen(word.form));
        modifies && own && self.sentence.is_under(i, self.head)
    }

    fn finish(mut self) -> Option<Quantity> {
        self.pieces.reverse();
        let count = count::read(&self.pieces);
        let known = count.extent.is_some() || count.low.is_some() || count.high.is_some();
        let words = self.words.filter(|_| known)?;
        Some(Quantity { low: count.low, high: count.high, extent: count.extent, words })
    }
}

/// A number in figures: "10,000", "1.5", "3,000-5,000", "150k".
fn figures(form: &str) -> Option<count::Range> {
    let mut ends = form.split(['-', '–']);
    let (first, last) = (ends.next()?, ends.next());
    let low = figure(first)?;
    let high = last.map_or(Some(low), figure)?;
    ends.next().is_none().then_some(count::Range { low, high, vague: false })
}

fn figure(form: &str) -> Option<f64> {
    let thousands = form.strip_suffix(['k', 'K']);
    let digits = thousands.unwrap_or(form).replace(',', "");
    let plain = digits.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let number: f64 = digits.parse().ok().filter(|_| plain)?;
    Some(if thousands.is_some() { number * 1000.0 } else { number })
}

fn is_percent(form: &str) -> bool {
    matches!(form, "%" | "percent" | "cent")
}
