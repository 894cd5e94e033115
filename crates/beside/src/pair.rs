//! Which rows and events are one happening: one to one, the best pairs first.

use std::collections::{BTreeMap, BTreeSet};

use crate::Ours;
use crate::compared::Pair;
use crate::deed::{Agreement, Deed};
use crate::index::Index;
use crate::rule::names;

/// So many of our events are weighed for each row at once, the best ones.
const WEIGHED: usize = 16;

/// So often the rows that are left are weighed again; where more than 16 times as many like events share a day, the rest
/// tells them again.
const ROUNDS: usize = 8;

/// One of our events that agrees with a row.
#[derive(Clone, Copy, Debug)]
struct Candidate {
    ours: usize,
    agreement: Agreement,
}

/// What became of the rows of one system.
#[derive(Debug, Default)]
pub(crate) struct Paired {
    pub(crate) have: Vec<Pair>,
    pub(crate) again: Vec<Pair>,
    pub(crate) only_said: Vec<Pair>,
    pub(crate) we_lack: Vec<usize>,
    /// Our events that are used, or tell again what one that is used tells.
    pub(crate) known: BTreeSet<usize>,
}

/// Our side of a comparison.
pub(crate) struct Side<'a, 'f> {
    pub(crate) ours: &'a [Ours<'f>],
    pub(crate) deeds: &'a [Deed],
    pub(crate) index: &'a Index<'a>,
}

impl Side<'_, '_> {
    /// Pairs the rows of one system, given by their places in a list and what is compared of them.
    pub(crate) fn pair(&self, rows: &BTreeMap<usize, &Deed>) -> Paired {
        let mut paired = Paired::default();
        let mut best = BTreeMap::new();
        for (&at, row) in rows {
            let agreeing = self.agreeing(row, |_, ours| is_enough(row, ours));
            best.extend(agreeing.first().map(|candidate| (at, *candidate)));
            paired.known.extend(agreeing.iter().map(|candidate| candidate.ours));
        }
        let open = rows.iter().filter(|(at, _)| best.contains_key(at)).map(|(&at, &row)| (at, row)).collect();
        let used = self.used(open);
        for (&at, &row) in rows {
            let said = || self.agreeing(row, |_, ours| !is_enough(row, ours)).first().copied();
            if let Some(candidate) = used.get(&at) {
                paired.have.push(self.told(at, row, *candidate, &[]));
            } else if let Some(candidate) = best.get(&at) {
                // Its best event is used by another row, or its like are too many.
                paired.again.push(self.told(at, row, *candidate, &["again"]));
            } else if let Some(candidate) = said() {
                paired.only_said.push(self.told(at, row, candidate, &["only-said"]));
            } else {
                paired.we_lack.push(at);
            }
        }
        paired
    }

    /// Uses each row and each event once, the best pairs first. A row weighs its best events only, and again what is left
    /// of them where those are used by others.
    fn used(&self, mut open: BTreeMap<usize, &Deed>) -> BTreeMap<usize, Candidate> {
        let (mut used, mut taken) = (BTreeMap::new(), BTreeSet::new());
        for _ in 0..ROUNDS {
            let free = |ours: usize| !taken.contains(&ours);
            let weigh = |row: &Deed| {
                let mut found = self.agreeing(row, |at, ours| free(at) && is_enough(row, ours));
                found.truncate(WEIGHED);
                found
            };
            let weighed: BTreeMap<usize, Vec<Candidate>> =
                open.iter().map(|(&at, row)| (at, weigh(row))).collect();
            open.retain(|at, _| !weighed[at].is_empty());
            let new = one_to_one(&weighed);
            if new.is_empty() {
                break;
            }
            open.retain(|at, _| !new.contains_key(at));
            taken.extend(new.values().map(|candidate| candidate.ours));
            used.extend(new);
        }
        used
    }

    /// Our events that agree with a row, among those that may: the best first, among equals in the order of their numbers.
    fn agreeing(&self, row: &Deed, may: impl Fn(usize, &Deed) -> bool) -> Vec<Candidate> {
        let agrees = |ours: usize| {
            let deed = Some(&self.deeds[ours]).filter(|deed| may(ours, deed))?;
            Some(Candidate { ours, agreement: row.agrees(deed)? })
        };
        let mut found: Vec<Candidate> = self.index.near(row).into_iter().filter_map(agrees).collect();
        found.sort_by(|a, b| b.agreement.score.total_cmp(&a.agreement.score));
        found
    }

    fn told(&self, theirs: usize, row: &Deed, candidate: Candidate, further: &[&'static str]) -> Pair {
        let Agreement { score, is_turned, names_place } = candidate.agreement;
        let mut because = vec!["day", "parties", "kind"];
        because.extend(is_turned.then_some("either-way"));
        because.extend(names_place.then_some("place"));
        because.extend(row.needs_sight().then_some("seen").filter(|_| !further.contains(&"only-said")));
        because.extend(further);
        let score = (score * 1000.0).round() / 1000.0;
        Pair { theirs, ours: self.ours[candidate.ours].event.id, score, because: names(&because) }
    }
}

/// Whether an event of ours is enough for a row of theirs, if they agree.
fn is_enough(row: &Deed, ours: &Deed) -> bool {
    !row.needs_sight() || ours.is_seen
}

/// Uses each row and each event once, the best pairs first.
fn one_to_one(weighed: &BTreeMap<usize, Vec<Candidate>>) -> BTreeMap<usize, Candidate> {
    let mut all: Vec<(usize, Candidate)> =
        weighed.iter().flat_map(|(&at, found)| found.iter().map(move |candidate| (at, *candidate))).collect();
    all.sort_by(|(row, a), (other, b)| {
        let score = b.agreement.score.total_cmp(&a.agreement.score);
        score.then(row.cmp(other)).then(a.ours.cmp(&b.ours))
    });
    let (mut used, mut taken) = (BTreeMap::new(), BTreeSet::new());
    for (row, candidate) in all {
        if !used.contains_key(&row) && taken.insert(candidate.ours) {
            used.insert(row, candidate);
        }
    }
    used
}
