//! What the events are about, for a choice of filters.

use std::cmp::Reverse;

use saydo_facts::FamilyId;

use crate::class::Class;
use crate::sieve::{Sieve, fails};
use crate::{Filter, Tally};

/// Of each list the most frequent.
const MOST: usize = 100;

/// How many events each choice would leave; of each list the hundred most frequent. Each list leaves the filter of its
/// own kind out, so that the count of a member is what choosing it alone gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Facets {
    /// Codes of actors, recipients and speakers, each with all codes that it is a beginning of.
    pub actors: Vec<Count>,
    /// Keys of places.
    pub places: Vec<Count>,
    /// Standings.
    pub standings: Vec<Count>,
    /// Tracks.
    pub tracks: Vec<Count>,
    /// Types.
    pub types: Vec<Count>,
    /// Publisher families.
    pub sources: Vec<Count>,
}

/// How often something is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Count {
    /// What a filter asks for it by.
    pub key: String,
    /// What it is called: the name of a place, else the key.
    pub name: String,
    /// Events that have it.
    pub count: u32,
}

impl Tally {
    /// What the events are about that meet a filter.
    pub fn facets(&self, filter: &Filter) -> Facets {
        let mut counter = Counter::of(self);
        Sieve::of(self, filter).each(self, |first, judged| {
            for (n, &failed) in judged.iter().enumerate() {
                counter.take(first + n, failed);
            }
        });
        counter.done()
    }
}

struct Counter<'t> {
    tally: &'t Tally,
    parties: Vec<u32>,
    places: Vec<u32>,
    families: Vec<u32>,
    /// By class: of all that meet everything, and of what fails one thing only.
    classes: Vec<u32>,
    standings: Vec<u32>,
    tracks: Vec<u32>,
    types: Vec<u32>,
}

impl<'t> Counter<'t> {
    fn of(tally: &'t Tally) -> Self {
        let classes = vec![0; Class::count()];
        Self {
            tally,
            parties: vec![0; tally.names.parties.len()],
            places: vec![0; tally.names.places.len()],
            families: vec![0; tally.reports.families],
            classes: classes.clone(),
            standings: classes.clone(),
            tracks: classes.clone(),
            types: classes,
        }
    }

    /// Counts a row that fails nothing everywhere, and one that fails one thing among those of that thing.
    fn take(&mut self, row: usize, failed: u8) {
        let columns = &self.tally.columns;
        let class = columns.class[row] as usize;
        if failed == 0 || failed == fails::ACTOR {
            self.parties[columns.parties[row] as usize] += 1;
        }
        if failed == 0 || failed == fails::PLACE {
            self.places[columns.places[row] as usize] += 1;
        }
        if failed == 0 || failed == fails::SOURCE {
            self.families[self.tally.reports.family[columns.report[row] as usize] as usize] += 1;
        }
        match failed {
            0 => self.classes[class] += 1,
            fails::STANDING => self.standings[class] += 1,
            fails::TRACK => self.tracks[class] += 1,
            fails::TYPE => self.types[class] += 1,
            _ => {}
        }
    }

    fn done(self) -> Facets {
        let names = &self.tally.names;
        let actors = names.parties.spread(&self.parties, names.codes.len());
        let places = names.places.spread(&self.places, names.keys.len());
        let facts = &self.tally.facts;
        let family = |(n, count): (usize, &u32)| (facts.family_name(FamilyId(n as u32)).to_owned(), *count);
        Facets {
            actors: plain(names.codes.iter().cloned().zip(actors)),
            places: most(names.keys.iter().zip(places).map(|((key, at), count)| Count {
                key: key.to_string(),
                name: facts.all_places()[*at as usize].name.clone(),
                count,
            })),
            standings: self.of_classes(&self.standings, |class| class.standing.name()),
            tracks: self.of_classes(&self.tracks, |class| class.track().name()),
            types: self.of_classes(&self.types, Class::name),
            sources: plain(self.families.iter().enumerate().map(family)),
        }
    }

    /// Counts of classes, added up by a name of theirs.
    fn of_classes(&self, own: &[u32], name: impl Fn(Class) -> &'static str) -> Vec<Count> {
        let mut counts: Vec<(&'static str, u32)> = Vec::new();
        for (class, (all, own)) in self.tally.classes.iter().zip(self.classes.iter().zip(own)) {
            let name = name(*class);
            match counts.iter_mut().find(|(known, _)| *known == name) {
                Some((_, count)) => *count += all + own,
                None => counts.push((name, all + own)),
            }
        }
        plain(counts.into_iter().map(|(name, count)| (name.to_owned(), count)))
    }
}

fn plain(counts: impl Iterator<Item = (String, u32)>) -> Vec<Count> {
    most(counts.map(|(key, count)| Count { name: key.clone(), key, count }))
}

/// The most frequent, those that are named at all.
fn most(counts: impl Iterator<Item = Count>) -> Vec<Count> {
    let mut counts: Vec<Count> = counts.filter(|count| count.count > 0).collect();
    counts.sort_by(|a, b| (Reverse(a.count), &a.key).cmp(&(Reverse(b.count), &b.key)));
    counts.truncate(MOST);
    counts
}
