//! Patterns against the words around a verb.

use crate::noun::Nouns;
use crate::pattern::{Pattern, Place, What};
use crate::synset::Synsets;
use crate::unit::Unit;

/// The words on one side of a verb, from the verb outwards.
#[derive(Clone, Debug, Default)]
pub(crate) struct View {
    words: Vec<u32>,
    tokens: Vec<usize>,
    nouns: Vec<Option<u32>>,
    back: bool,
}

/// What a pattern found: phrases that are the source and the target.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Found {
    /// The source.
    pub(crate) source: Option<u32>,
    /// The target.
    pub(crate) target: Option<u32>,
    /// Coordinated actors that are both or, after the verb, the target.
    pub(crate) compound: Option<u32>,
}

/// What is needed to match.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Matcher<'a> {
    /// The sets.
    pub(crate) sets: &'a Synsets,
    /// The noun phrases.
    pub(crate) nouns: &'a Nouns,
}

/// In a group of a pattern at most so many words stand between two places.
const GROUP_GAP: usize = 4;

impl View {
    /// The units in the order in which they come.
    pub(crate) fn new<'u>(units: impl Iterator<Item = &'u Unit>, back: bool) -> Self {
        let mut view = Self { back, ..Self::default() };
        for unit in units.filter(|u| !u.comma) {
            view.words.push(unit.word);
            view.tokens.push(unit.tokens.start);
            view.nouns.push(unit.noun);
        }
        view
    }

    /// The part of the view whose tokens pass a test.
    pub(crate) fn filter(&self, test: impl Fn(usize) -> bool) -> Self {
        let mut view = Self { back: self.back, ..Self::default() };
        for i in (0..self.words.len()).filter(|&i| test(self.tokens[i])) {
            view.words.push(self.words[i]);
            view.tokens.push(self.tokens[i]);
            view.nouns.push(self.nouns[i]);
        }
        view
    }

    /// The phrases in the order in which they begin.
    pub(crate) fn nouns(&self) -> impl Iterator<Item = u32> {
        self.nouns.iter().enumerate().filter_map(|(i, noun)| {
            let new = i == 0 || self.nouns[i - 1] != *noun;
            noun.filter(|_| new)
        })
    }

    /// The words, from the verb outwards.
    pub(crate) fn words(&self) -> &[u32] {
        &self.words
    }

    /// The end of the stretch of one phrase that holds place `at`.
    fn end(&self, at: usize) -> usize {
        let same = self.nouns[at..].iter().take_while(|&noun| *noun == self.nouns[at]);
        at + same.count()
    }
}

impl Matcher<'_> {
    /// What a pattern finds, where it matches on both sides.
    pub(crate) fn matches(self, pattern: &Pattern, before: &View, after: &View) -> Option<Found> {
        if pattern.before.len() > 2 * before.words.len() || pattern.after.len() > 2 * after.words.len() {
            return None;
        }
        let mut found = self.side(&pattern.after, after)?;
        let upper = self.side(&pattern.before, before)?;
        let both = pattern.before.iter().any(|p| p.what == What::Compound);
        if both {
            (found.source, found.target) = (upper.compound, upper.compound);
        }
        found.source = found.source.or(upper.source);
        found.target = found.target.or(upper.target);
        Some(found)
    }

    fn side(self, places: &[Place], view: &View) -> Option<Found> {
        if places.is_empty() {
            return Some(Found::default());
        }
        let mut failed = vec![false; (view.words.len() + 1) * places.len()];
        let mut found = Found::default();
        self.from(places, view, 0, 0, &mut failed, &mut found).then_some(found)
    }

    /// Whether the places from `place` on match from `at` on.
    fn from(
        self,
        places: &[Place],
        view: &View,
        place: usize,
        at: usize,
        failed: &mut [bool],
        found: &mut Found,
    ) -> bool {
        let Some(&here) = places.get(place) else { return true };
        let state = place * (view.words.len() + 1) + at;
        if failed.get(state).copied().unwrap_or(true) {
            return false;
        }
        for (start, next) in self.options(here, places, place, view, at) {
            if self.from(places, view, place + 1, next, failed, found) {
                note(here.what, view.nouns.get(start).copied().flatten(), found);
                return true;
            }
        }
        failed[state] = true;
        false
    }

    /// Where a place can stand from `at` on, and where the next may then begin.
    fn options(
        self,
        here: Place,
        places: &[Place],
        place: usize,
        view: &View,
        at: usize,
    ) -> Vec<(usize, usize)> {
        let grouped = here.group > 0 && place > 0 && places[place - 1].group == here.group;
        let gap = if here.adjacent {
            0
        } else if grouped {
            GROUP_GAP
        } else {
            usize::MAX
        };
        let last = at.saturating_add(gap).min(view.words.len().wrapping_sub(1));
        let mut options = Vec::new();
        for start in at..view.words.len().min(last.saturating_add(1)) {
            match here.what {
                What::Word(word) if view.words[start] == word => options.push((start, start + 1)),
                What::Set(set) => {
                    let taken = self.sets.taken(set, &view.words[start..], view.back);
                    options.extend(taken.map(|n| (start, start + n)));
                }
                _ => {}
            }
        }
        match here.what {
            What::Source | What::Target => options.extend(self.actor(view, at).map(|s| (s, s))),
            What::Skip => options.extend(view.nouns[at..].iter().position(Option::is_some).map(|i| {
                let start = at + i;
                (start, view.end(start))
            })),
            What::Compound => options.extend(self.compound(view, at).map(|s| (s, view.end(s)))),
            _ => {}
        }
        options
    }

    /// The nearest place of a phrase with a code, or of any phrase where none has one.
    fn actor(self, view: &View, at: usize) -> Option<usize> {
        let coded =
            |noun: &Option<u32>| noun.is_some_and(|n| self.nouns.together(n).any(|n| n.code.is_some()));
        let places = &view.nouns[at..];
        let nearest = places.iter().position(coded).or_else(|| places.iter().position(Option::is_some))?;
        Some(at + nearest)
    }

    fn compound(self, view: &View, at: usize) -> Option<usize> {
        let place = view.nouns[at..].iter().position(|noun| noun.is_some_and(|n| self.nouns.is_group(n)))?;
        Some(at + place)
    }
}

fn note(what: What, noun: Option<u32>, found: &mut Found) {
    match what {
        What::Source => found.source = noun,
        What::Target => found.target = noun,
        What::Compound => found.compound = noun,
        _ => {}
    }
}
