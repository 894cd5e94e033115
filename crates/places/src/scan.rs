//! Goes through the words of a report and takes the stretches that may name places.

use std::collections::HashSet;
use std::ops::Range;

use saydo_gazetteer::{Gazetteer, Kind as PlaceKind, fold};
use saydo_mentions::{Kind, Mentions};
use saydo_syntax::{Document, Sentence};

use crate::cover::Cover;
use crate::judge::Judge;
use crate::spot::{Spot, Why};
use crate::words::{is_capital, is_link, is_part};

/// A place's name has at most as many words.
const LONGEST: usize = 6;

/// The stretches of a report that may name places, in order and without overlaps.
pub(crate) fn spots(document: &Document<'_>, mentions: &Mentions) -> Vec<Spot> {
    let cover = Cover::new(document.sentences.len(), mentions);
    let known = Known::new(document, mentions);
    let mut spots = Vec::new();
    for (n, sentence) in document.sentences.iter().enumerate() {
        Scan { n, sentence, cover: &cover, known: &known }.run(&mut spots);
    }
    spots
}

/// What the names of a whole report say about its words.
#[derive(Debug, Default)]
pub(crate) struct Known {
    /// The words of people's names with several words.
    pub(crate) people: HashSet<String>,
    /// The folded names that the tagger calls places, also without "County".
    pub(crate) places: HashSet<String>,
}

impl Known {
    fn new(document: &Document<'_>, mentions: &Mentions) -> Self {
        let mut known = Self::default();
        for m in &mentions.list {
            let Some(sentence) = document.sentences.get(m.sentence) else { continue };
            match m.kind {
                Kind::Person if m.words.len() > 1 => {
                    let words = sentence.words.get(m.words.clone()).unwrap_or_default();
                    known.people.extend(words.iter().map(|w| fold(w.form)).filter(|f| f.len() > 1));
                }
                Kind::Place => known.add(&fold(sentence.text(m.words.clone()))),
                _ => {}
            }
        }
        known
    }

    fn add(&mut self, folded: &str) {
        let stem = folded.strip_suffix(" county").or_else(|| folded.strip_suffix(" parish"));
        self.places.extend(stem.map(str::to_owned));
        self.places.insert(folded.to_owned());
    }
}

/// One sentence, and what is known about the report.
struct Scan<'a> {
    n: usize,
    sentence: &'a Sentence<'a>,
    cover: &'a Cover,
    known: &'a Known,
}

impl Scan<'_> {
    fn run(&self, spots: &mut Vec<Spot>) {
        let mut at = 0;
        while at < self.sentence.len() {
            let Some(mut spot) = self.at(at, spots.last()) else {
                at += 1;
                continue;
            };
            at = spot.words.end;
            let index = spots.len();
            if let Some(last) = spots.last_mut().filter(|l| self.lies_in(l, &spot)) {
                last.within = Some(index);
                spot.why = Why::Within;
            }
            spots.push(spot);
        }
    }

    /// The longest stretch from a word on that may name a place, after a word for one of its parts or none.
    fn at(&self, start: usize, last: Option<&Spot>) -> Option<Spot> {
        let word = &self.sentence.words[start];
        if !is_capital(word.form) {
            return None;
        }
        self.longest(start, last).or_else(|| self.part(start, last))
    }

    fn longest(&self, start: usize, last: Option<&Spot>) -> Option<Spot> {
        let longest = LONGEST.min(self.sentence.len() - start);
        (1..=longest).rev().find_map(|n| self.stretch(start..start + n, last))
    }

    /// "North London" where the table has only London.
    fn part(&self, start: usize, last: Option<&Spot>) -> Option<Spot> {
        let after = self.sentence.words.get(start + 1).filter(|w| is_capital(w.form))?;
        let first = &self.sentence.words[start];
        let apart = self.cover.around(self.n, start).map(|n| n.kind) == Some(Kind::Organisation);
        if !is_part(first.form) || apart || after.form.len() < 3 {
            return None;
        }
        let mut spot = self.longest(start + 1, last)?;
        spot.words.start = start;
        spot.mention = self.cover.exact(self.n, &spot.words);
        Some(spot)
    }

    fn stretch(&self, words: Range<usize>, last: Option<&Spot>) -> Option<Spot> {
        let forms = &self.sentence.words[words.clone()];
        let end = forms.last()?.form;
        let whole = forms.iter().all(|w| is_capital(w.form) || is_link(w.form) || is_tie(w.form));
        let text = self.sentence.text(words.clone());
        if !whole || !is_capital(end) || text.len() > 60 {
            return None;
        }
        let folded = fold(text);
        let judge = Judge { n: self.n, sentence: self.sentence, cover: self.cover, known: self.known };
        if let Some(home) = judge.demonym(&words, &folded) {
            return Some(self.spot(words, home, Why::Demonym));
        }
        let after = self.follows(words.start, last);
        let why = judge.place(&words, &folded, text, after)?;
        Some(self.spot(words, folded, why))
    }

    fn spot(&self, words: Range<usize>, key: String, why: Why) -> Spot {
        let mention = self.cover.exact(self.n, &words);
        Spot { sentence: self.n, words, mention, key, why, within: None }
    }

    /// Whether a word stands after a place and a comma, or in "R-Ky.".
    fn follows(&self, start: usize, last: Option<&Spot>) -> bool {
        let before = |n: usize| start.checked_sub(n).map(|w| self.sentence.words[w].form);
        let comma = before(1) == Some(",");
        let place = last.is_some_and(|l| l.sentence == self.n && l.words.end + 1 == start);
        let party = before(1) == Some("-") && matches!(before(2), Some("R" | "D" | "I"));
        comma && place || party
    }

    /// Whether a spot says where the one before it lies: "Paris, Texas".
    fn lies_in(&self, last: &Spot, spot: &Spot) -> bool {
        let comma = self.sentence.words.get(last.words.end).is_some_and(|w| w.form == ",");
        let near = last.sentence == self.n && comma && last.words.end + 1 == spot.words.start;
        near && last.why != Why::Demonym && spot.why != Why::Demonym && holds(&spot.key, &last.key)
    }
}

/// Whether a country or division with one name holds a place with another.
fn holds(around: &str, inside: &str) -> bool {
    let gazetteer = Gazetteer::shipped();
    gazetteer.look_up_folded(around).any(|a| match a.place.kind() {
        PlaceKind::Country => gazetteer
            .look_up_folded(inside)
            .any(|i| i.place.kind() != PlaceKind::Country && i.place.country() == a.place.country()),
        PlaceKind::Region => gazetteer
            .look_up_folded(inside)
            .any(|i| i.place.region().is_some_and(|r| r.index() == a.place.index())),
        _ => false,
    })
}

/// A sign inside a name.
fn is_tie(form: &str) -> bool {
    matches!(form, "-" | "'" | "’" | "." | "'s" | "’s" | "–")
}
