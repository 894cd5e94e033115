//! Whether a stretch of words that the table knows is a place's name here.

use std::ops::Range;

use saydo_gazetteer::{Gazetteer, Kind as PlaceKind};
use saydo_mentions::Kind;
use saydo_syntax::{Rel, Sentence, Upos};

use crate::cover::Cover;
use crate::demonym;
use crate::scan::Known;
use crate::spot::Why;
use crate::words::{is_capital, is_capitals, is_common, is_of};

/// One sentence, and what is known about the report.
#[derive(Clone, Copy)]
pub(crate) struct Judge<'a> {
    pub(crate) n: usize,
    pub(crate) sentence: &'a Sentence<'a>,
    pub(crate) cover: &'a Cover,
    pub(crate) known: &'a Known,
}

impl Judge<'_> {
    /// The place from which a people or an adjective comes, unless it is a language or part of a name.
    pub(crate) fn demonym(&self, words: &Range<usize>, folded: &str) -> Option<String> {
        let home = demonym::home(folded)?;
        let last = &self.sentence.words[words.end - 1];
        let named = matches!(self.kind(words), Some(Kind::Person | Kind::Organisation));
        let modifies = matches!(last.rel, Rel::Amod | Rel::Compound | Rel::Nmod | Rel::Flat);
        let people = folded.ends_with('s') && folded.len() > 5 || self.form_before(words) == Some("the");
        let language = !modifies && !people && last.xpos != "JJ" || folded == "english" && !modifies;
        (!named && !language && !self.is_tied(words)).then(|| home.to_owned())
    }

    /// Why a name of the table is a place's here.
    pub(crate) fn place(&self, words: &Range<usize>, folded: &str, text: &str, after: bool) -> Option<Why> {
        if !is_known(folded) {
            return None;
        }
        if after && is_division(folded, false) {
            return Some(Why::Within);
        }
        let short = folded.len() < 3 && !is_sign(text);
        if short || is_code(text) || self.is_street(words) || self.is_saint(words, folded) {
            return None;
        }
        if self.opens(words) {
            return Some(Why::Tagged);
        }
        match self.kind(words) {
            Some(Kind::Person) => self.person(words, folded),
            Some(Kind::Place) => self.tagged(words, folded),
            Some(Kind::Organisation) => self.inside(words, folded),
            Some(Kind::Demonym) => None,
            _ => self.untagged(words, folded),
        }
    }

    /// What kind of name some words touch; a person's goes before all others.
    fn kind(&self, words: &Range<usize>) -> Option<Kind> {
        let mut kinds = words.clone().filter_map(|w| self.cover.around(self.n, w)).map(|n| n.kind);
        let first = kinds.next();
        if kinds.any(|k| k == Kind::Person) { Some(Kind::Person) } else { first }
    }

    fn form(&self, at: usize) -> Option<&str> {
        self.sentence.words.get(at).map(|w| w.form)
    }

    fn form_before(&self, words: &Range<usize>) -> Option<&str> {
        words.start.checked_sub(1).and_then(|w| self.form(w))
    }

    /// "Memphis Street" is not in Memphis.
    fn is_street(&self, words: &Range<usize>) -> bool {
        self.form(words.end).is_some_and(|w| is_capital(w) && is_of("street", w))
    }

    /// "St. Paul's", "St. Joseph Hospital".
    fn is_saint(&self, words: &Range<usize>, folded: &str) -> bool {
        let next = self.form(words.end);
        let owns = matches!(next, Some("'s" | "’s"));
        if matches!(self.form_before(words), Some("St." | "St" | "Saint")) {
            return true;
        }
        folded.starts_with("saint ") && (owns || next.is_some_and(|w| is_capital(w) && is_of("saint", w)))
    }

    /// "NEWARK --", "RUSSELLVILLE, Ark. (AP)".
    fn opens(&self, words: &Range<usize>) -> bool {
        let capitals = words.clone().all(|w| self.form(w).is_some_and(|f| is_capitals(f) || f == "."));
        let text = self.sentence.text(words.clone());
        let ends = matches!(self.form(words.end), Some("," | "-" | "--" | "---" | "—" | "–" | "(" | "/"));
        words.start == 0 && capitals && ends && text.len() > 3 && !is_common(&text.to_lowercase())
    }

    /// A lone name that only seems to be a person's: "Greer" where the report has "Greer, South Carolina".
    fn person(&self, words: &Range<usize>, folded: &str) -> Option<Why> {
        let whole = self.cover.around(self.n, words.start).is_some_and(|n| n.words == *words);
        let placed = self.form(words.end) == Some(",")
            && self.form(words.end + 1).is_some_and(is_capital)
            && self.within(words.end + 1);
        let before = self.form_before(words).unwrap_or_default();
        let sited = ["in", "near", "outside"].contains(&before) && weight(folded) > 6.0;
        let known = (self.known.places.contains(folded) || sited) && !self.is_person(folded);
        (whole && (placed || known) || is_county(folded)).then_some(Why::Untagged)
    }

    /// Whether a country or a division stands at a word.
    fn within(&self, at: usize) -> bool {
        (1..=2).any(|n| {
            let end = (at + n).min(self.sentence.len());
            is_division(&saydo_gazetteer::fold(self.sentence.text(at..end)), false)
        })
    }

    fn is_person(&self, folded: &str) -> bool {
        folded.split(' ').all(|w| self.known.people.contains(w))
    }

    fn tagged(&self, words: &Range<usize>, folded: &str) -> Option<Why> {
        let whole = self.cover.around(self.n, words.start).is_some_and(|n| n.words == *words);
        let common = is_common(folded) && !(whole && words.len() > 1);
        (!common && !self.is_split(words)).then_some(Why::Tagged)
    }

    /// A place's name at the start of an organisation's, or after "of" in it.
    fn inside(&self, words: &Range<usize>, folded: &str) -> Option<Why> {
        let name = self.cover.around(self.n, words.start)?;
        let before = self.form_before(words);
        let after = matches!(before, Some("of" | "in" | "at" | "for" | "the" | ","));
        let placed = words.start <= name.words.start || after;
        let known = self.known.places.contains(folded);
        let head = self.form(name.words.end.saturating_sub(1)).unwrap_or_default();
        let press = is_of("press", head) || is_of("firm", head);
        let learned = is_of("learned", head) && !is_division(folded, true) && !known;
        let whole = name.words == *words;
        let short = self.sentence.text(words.clone()).contains('.') && is_division(folded, false);
        let large =
            known || short || is_division(folded, true) || weight(folded) > if whole { 11.5 } else { 8.0 };
        let taken = is_common(folded) || self.is_split(words) || !known && self.is_person(folded);
        (placed && large && !taken && !press && !learned && words.end <= name.words.end)
            .then_some(Why::Inside)
    }

    /// Nobody calls it a place: it must be well known, or stand where places stand.
    fn untagged(&self, words: &Range<usize>, folded: &str) -> Option<Why> {
        let forms = &self.sentence.words[words.clone()];
        let named = forms.iter().any(|w| w.upos == Upos::Propn);
        let known = self.known.places.contains(folded);
        if !named || is_common(folded) || !known && self.is_person(folded) || self.is_split(words) {
            return None;
        }
        let before = self.form_before(words).unwrap_or_default();
        let placed =
            ["in", "near", "at", "from", "to", "outside", "around"].contains(&before.to_lowercase().as_str());
        let alone = !self.form(words.end).is_some_and(is_capital) && !is_capital(before);
        let size = weight(folded);
        let large = size > if alone && (placed || words.len() > 1) { 6.0 } else { 11.0 };
        let bounded = alone || words.len() > 1;
        let clear = is_division(folded, true) || is_county(folded) || alone && is_own(folded);
        (known || large && bounded || clear).then_some(Why::Untagged)
    }

    /// Whether a hyphen or an apostrophe ties the words to others: "Wal-Mart", "un-American".
    fn is_tied(&self, words: &Range<usize>) -> bool {
        let before = words.start.checked_sub(1).filter(|_| self.form_before(words) == Some("-"));
        before
            .and_then(|w| w.checked_sub(1))
            .and_then(|w| self.form(w))
            .is_some_and(|w| ["un", "non"].contains(&w))
    }

    /// The same for names that no country and no division has.
    fn is_split(&self, words: &Range<usize>) -> bool {
        let text = saydo_gazetteer::fold(self.sentence.text(words.clone()));
        let after = self.form(words.end) == Some("-") && self.form(words.end + 1).is_some_and(is_capital);
        let before = self.form_before(words) == Some("-")
            && words.start.checked_sub(2).and_then(|w| self.form(w)).is_some_and(is_capital);
        (after || before)
            && !is_division(&text, true)
            && weight(&text) < 10.0
            && !self.known.places.contains(&text)
    }
}

fn is_known(folded: &str) -> bool {
    folded.len() > 1 && Gazetteer::shipped().look_up_folded(folded).next().is_some()
}

/// The logarithm of the population of the largest place with this main name.
fn weight(folded: &str) -> f64 {
    let found = Gazetteer::shipped().look_up_folded(folded).filter(|m| m.is_main);
    found.map(|m| m.place.weight()).fold(0.0, f64::max)
}

/// Whether a name is one of a sea, a base, a crossing or the like.
fn is_own(folded: &str) -> bool {
    let mut found = Gazetteer::shipped().look_up_folded(folded);
    found.any(|m| matches!(m.place.kind(), PlaceKind::Larger | PlaceKind::Point))
}

/// "Boone County" is no person, whatever the tagger says.
fn is_county(folded: &str) -> bool {
    [" county", " parish", " township", " oblast"].iter().any(|end| folded.ends_with(end))
}

/// Whether a short form is written as abbreviations are: "Ky.", "UK".
fn is_sign(text: &str) -> bool {
    text.ends_with('.') || is_capitals(text)
}

/// Two capital letters that may be the code of a state or a common word.
fn is_code(text: &str) -> bool {
    text.len() == 2 && is_capitals(text) && !matches!(text, "US" | "UK" | "EU" | "BC" | "DC")
}

/// Whether a name may be a country's or a first-level division's, for the latter perhaps only as its main name.
fn is_division(folded: &str, main: bool) -> bool {
    let mut found = Gazetteer::shipped().look_up_folded(folded);
    found.any(|m| match m.place.kind() {
        PlaceKind::Country => true,
        PlaceKind::Region => m.is_main || !main,
        _ => false,
    })
}
