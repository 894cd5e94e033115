//! The comparison.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use saydo_coded::System;
use saydo_facts::EventId;

use crate::compared::{Alone, Compared, KindCount, SystemCount};
use crate::deed::{Deed, WINDOW};
use crate::index::Index;
use crate::kind::looks_for;
use crate::pair::{Paired, Side};
use crate::{Ours, Rows, Theirs};

/// Compares our events with the rows of other systems, for the watch and the period of the rows. Our events may reach a day
/// beyond the period, so that nothing at its ends is lacked for want of a day.
pub fn compare(ours: &[Ours<'_>], theirs: &Rows<'_>) -> Compared {
    let mut ours: Vec<Ours<'_>> = ours.to_vec();
    ours.sort_by_key(|one| one.event.id);
    let own: Vec<Deed> = ours.iter().map(Deed::of_ours).collect();
    let rows: Vec<Deed> = theirs.list().iter().map(Deed::of_theirs).collect();
    Desk { ours: &ours, own: &own, all: theirs, theirs: theirs.list(), rows: &rows }.compare()
}

/// Everything that is compared.
struct Desk<'a, 'f> {
    ours: &'a [Ours<'f>],
    own: &'a [Deed],
    all: &'a Rows<'a>,
    theirs: &'a [Theirs],
    rows: &'a [Deed],
}

/// The counts of a kind.
type Kinds = BTreeMap<(System, &'static str), KindCount>;

impl Desk<'_, '_> {
    fn compare(&self) -> Compared {
        let index = Index::of(self.own);
        let side = Side { ours: self.ours, deeds: self.own, index: &index };
        let read: BTreeSet<Date> = self.ours.iter().map(|one| one.event.published).collect();
        let mut compared = Compared::default();
        let mut kinds = Kinds::new();
        for (system, known) in self.all.systems() {
            let rows = self.rows_of(system);
            if rows.is_empty() && known.elsewhere == 0 {
                continue;
            }
            let paired = side.pair(&rows);
            let alone = self.alone(system, &known.days, &paired);
            let lacked = paired.we_lack.iter().copied();
            let unread: Vec<usize> = lacked.filter(|&at| is_unread(&self.rows[at], &read)).collect();
            self.count_kinds(system, &rows, &paired, &alone, &mut kinds);
            compared.systems.push(SystemCount {
                system,
                theirs: rows.len(),
                have: paired.have.len(),
                again: paired.again.len(),
                only_said: paired.only_said.len(),
                we_lack: paired.we_lack.len(),
                unread: unread.len(),
                they_lack: alone.len(),
                elsewhere: known.elsewhere,
            });
            compared.have.extend(paired.have);
            compared.again.extend(paired.again);
            compared.only_said.extend(paired.only_said);
            compared.we_lack.extend(paired.we_lack);
            compared.unread.extend(unread);
            compared.they_lack.extend(alone);
        }
        compared.kinds = kinds.into_values().collect();
        self.sort(&mut compared);
        compared
    }

    /// The rows of a system, by their places.
    fn rows_of(&self, system: System) -> BTreeMap<usize, &Deed> {
        let own = self.theirs.iter().zip(self.rows).enumerate();
        own.filter(|(_, (theirs, _))| theirs.event.system == system)
            .map(|(at, (_, deed))| (at, deed))
            .collect()
    }

    /// What a system lacks: events of ours that are told as seen, of the watch and the period, on days of which it has
    /// rows.
    fn alone(&self, system: System, covered: &BTreeSet<Date>, paired: &Paired) -> Vec<Alone> {
        let (watched, period) = (&self.all.watched, self.all.period);
        let mut happenings: BTreeMap<Happening<'_>, Vec<EventId>> = BTreeMap::new();
        for (at, (one, deed)) in self.ours.iter().zip(self.own).enumerate() {
            let is_covered = covered.contains(&deed.first) && period.meets(deed.first, deed.last);
            let is_lacked = is_covered && deed.is_seen && !paired.known.contains(&at);
            let counts =
                is_lacked && deed.what != crate::kind::What::default() && looks_for(system, &deed.what);
            if counts && watched.has_ours(one, &deed.places) {
                happenings.entry(Happening::of(deed)).or_default().push(one.event.id);
            }
        }
        let alone = happenings.into_values().map(|mut events| {
            let also = events.split_off(1);
            Alone { system, ours: events[0], also }
        });
        alone.collect()
    }

    fn count_kinds(
        &self,
        system: System,
        rows: &BTreeMap<usize, &Deed>,
        paired: &Paired,
        alone: &[Alone],
        kinds: &mut Kinds,
    ) {
        let mut at = |kind: &'static str, count: fn(&mut KindCount)| {
            count(kinds.entry((system, kind)).or_insert(KindCount { system, kind, ..KindCount::default() }));
        };
        let name = |row: usize| self.rows[row].what.name();
        for row in rows.values() {
            at(row.what.name(), |kind| kind.theirs += 1);
        }
        for pair in &paired.have {
            at(name(pair.theirs), |kind| kind.have += 1);
        }
        for pair in &paired.again {
            at(name(pair.theirs), |kind| kind.again += 1);
        }
        for pair in &paired.only_said {
            at(name(pair.theirs), |kind| kind.only_said += 1);
        }
        for &row in &paired.we_lack {
            at(name(row), |kind| kind.we_lack += 1);
        }
        for one in alone {
            let found = self.ours.binary_search_by_key(&one.ours, |ours| ours.event.id);
            at(found.map_or("", |ours| self.own[ours].what.name()), |kind| kind.they_lack += 1);
        }
    }

    /// Puts the lists into the order of days, then of systems and ids.
    fn sort(&self, compared: &mut Compared) {
        let key = |at: usize| {
            let event = &self.theirs[at].event;
            (event.day, event.system, event.id.clone(), at)
        };
        for pairs in [&mut compared.have, &mut compared.again, &mut compared.only_said] {
            pairs.sort_by_cached_key(|pair| key(pair.theirs));
        }
        compared.we_lack.sort_by_cached_key(|&at| key(at));
        compared.unread.sort_unstable();
        let day = |id: EventId| {
            let found = self.ours.binary_search_by_key(&id, |ours| ours.event.id);
            found.ok().map(|at| self.own[at].first)
        };
        compared.they_lack.sort_by_key(|alone| (day(alone.ours), alone.system, alone.ours));
    }
}

/// What tells our events of different happenings apart, where a system has none of them.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Happening<'d> {
    day: Date,
    actors: BTreeSet<&'d str>,
    recipients: BTreeSet<&'d str>,
    kind: &'static str,
    code: Option<&'d str>,
}

impl<'d> Happening<'d> {
    fn of(deed: &'d Deed) -> Self {
        let roots = |all: &'d [crate::party::Party]| all.iter().map(|party| party.root.as_str()).collect();
        let kind = deed.what.name();
        // Where the category is known, tellings differ in the code.
        let code = deed.what.cameo.as_deref().filter(|_| kind.is_empty());
        Self { day: deed.first, actors: roots(&deed.actors), recipients: roots(&deed.recipients), kind, code }
    }
}

/// Whether none of our reports was published on a row's days or the day after.
fn is_unread(row: &Deed, read: &BTreeSet<Date>) -> bool {
    let until = row.last.saturating_add(jiff::Span::new().days(WINDOW));
    read.range(row.first..=until).next().is_none()
}
