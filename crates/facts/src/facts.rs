//! All facts of a ledger that a picture may need.

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;

use crate::pool::Pool;
use crate::row::{Code, List, Lists, Packed, When};
use crate::{
    Actor, ActorId, CodeId, Event, EventId, FamilyId, Force, LemmaId, Place, PlaceId, PublisherId, Report,
    Row, Told,
};

/// Reports and their events. Events come in the order in which they were told. Where reports come in all their revisions,
/// [`Facts::as_of`] gives the events of those that were valid on a day.
#[derive(Clone, Debug, Default)]
pub struct Facts {
    reports: Vec<Report>,
    families: Vec<String>,
    officials: HashMap<FamilyId, ActorId>,
    family_ids: HashMap<String, u32>,
    publishers: Pool<String>,
    events: Vec<Packed>,
    actors: Pool<Actor>,
    places: Pool<Place>,
    lemmas: Pool<String>,
    codes: Pool<Code>,
    whens: Pool<When>,
    forces: Pool<Vec<Force>>,
    lists: Lists,
}

/// An index into the reports of [`Facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct ReportId(u32);

impl Facts {
    /// The family of this name, new if need be.
    pub fn family(&mut self, name: &str) -> FamilyId {
        if let Some(&id) = self.family_ids.get(name) {
            return FamilyId(id);
        }
        let id = self.families.len() as u32;
        self.families.push(name.to_owned());
        self.family_ids.insert(name.to_owned(), id);
        FamilyId(id)
    }

    /// The name of a family.
    pub fn family_name(&self, family: FamilyId) -> &str {
        self.families.get(family.0 as usize).map_or("", String::as_str)
    }

    /// The publisher of this name, new if need be.
    pub fn publisher(&mut self, name: &str) -> PublisherId {
        PublisherId(self.publishers.put(name, name.to_owned()))
    }

    /// The names of all publishers, by their ids.
    pub fn publishers(&self) -> &[String] {
        self.publishers.all()
    }

    /// Says that a family speaks for somebody: a government's own site, a state's news agency, a mission's reports. What
    /// it tells in its own voice is that party's word and not the press's.
    pub fn official(&mut self, family: FamilyId, speaks_for: Actor) {
        let actor = self.actor_id(speaks_for);
        self.officials.insert(family, actor);
    }

    /// Whom a family speaks for; `None` for the press.
    pub fn speaks_for(&self, family: FamilyId) -> Option<&Actor> {
        self.actors.get(self.officials.get(&family)?.0)
    }

    /// Makes room for so many more reports and events at once.
    pub fn reserve(&mut self, reports: usize, events: usize) {
        self.reports.reserve_exact(reports);
        self.events.reserve_exact(events);
    }

    /// Takes in a report; its events follow before the next report.
    pub fn report(&mut self, report: Report) -> ReportId {
        self.reports.push(report);
        ReportId(self.reports.len() as u32 - 1)
    }

    /// Says that the report at this place was replaced on a day; `None` says that it is still valid.
    pub fn supersede(&mut self, at: usize, on: Option<Date>) {
        if let Some(report) = self.reports.get_mut(at) {
            report.superseded = on;
        }
    }

    /// Takes in the next event of a report.
    pub fn tell(&mut self, report: ReportId, told: Told) {
        let before = self.events.last().filter(|e| e.report == report.0);
        let nth = before.map_or(1, |e| e.nth + 1);
        self.tell_as(report, nth, told);
    }

    /// Takes in an event of a report with its number there.
    pub fn tell_as(&mut self, report: ReportId, nth: u32, told: Told) {
        let actors = |facts: &mut Self, all: Vec<Actor>| -> Vec<ActorId> {
            all.into_iter().map(|actor| facts.actor_id(actor)).collect()
        };
        let row = Row {
            code: self.code_id(&told),
            lemma: self.lemma_id(told.lemma),
            standing: told.standing,
            negated: told.negated,
            hedged: told.hedged,
            speaker: told.speaker.map(|s| self.actor_id(s)),
            statement: told.statement,
            act: told.act,
            carrier: told.carrier.map(|c| self.actor_id(c)),
            actors: &actors(self, told.actors),
            recipients: &actors(self, told.recipients),
            forces: &told.forces,
            places: &told.places.into_iter().map(|place| self.place_id(place)).collect::<Vec<_>>(),
            time: told.time,
            by: told.by,
            from: told.from,
            said: told.said,
            count: told.count,
            confidence: told.confidence,
        };
        self.tell_row(report, nth, &row);
    }

    /// Takes in an event of a report with its number there; actors, places, lemma and code were taken in before.
    pub fn tell_row(&mut self, report: ReportId, nth: u32, row: &Row<'_>) {
        let when = When { time: row.time, by: row.by, from: row.from, said: row.said, count: row.count };
        let actors = |lists: &mut Lists, ids: &[ActorId]| lists.keep(ids.iter().map(|id| id.0));
        let packed = Packed {
            report: report.0,
            nth,
            code: row.code.0,
            lemma: row.lemma.0,
            speaker: row.speaker.map_or(0, |id| id.0 + 1),
            carrier: row.carrier.map_or(0, |id| id.0 + 1),
            statement: row.statement,
            actors: actors(&mut self.lists, row.actors),
            recipients: actors(&mut self.lists, row.recipients),
            places: self.lists.keep(row.places.iter().map(|id| id.0)),
            forces: if row.forces.is_empty() {
                0
            } else {
                self.forces.put(row.forces, row.forces.to_vec()) + 1
            },
            when: if when == When::default() { 0 } else { self.whens.put(&when, when) + 1 },
            confidence: row.confidence,
            standing: row.standing,
            act: row.act,
            negated: row.negated,
            hedged: row.hedged,
        };
        self.events.push(packed);
    }

    /// Takes in an actor, so that many events can name it.
    pub fn actor_id(&mut self, actor: Actor) -> ActorId {
        ActorId(self.actors.put(&(actor.code.clone(), actor.name.clone()), actor))
    }

    /// Takes in a place.
    pub fn place_id(&mut self, place: Place) -> PlaceId {
        PlaceId(self.places.put(&place.name.clone(), place))
    }

    /// Takes in a lemma.
    pub fn lemma_id(&mut self, lemma: String) -> LemmaId {
        LemmaId(self.lemmas.put(&lemma.clone(), lemma))
    }

    /// Takes in what an event is: its codes in the two ontologies, or its kind, as `told` has them.
    pub fn code_id(&mut self, told: &Told) -> CodeId {
        let code = Code {
            plover: told.plover,
            mode: told.mode.clone(),
            contexts: told.contexts.join(" "),
            cameo: told.cameo.clone(),
            kind: told.kind,
            goldstein: told.goldstein.map(f32::to_bits),
        };
        CodeId(self.codes.put(&code, code.clone()))
    }

    /// Everybody who acts or speaks in any event, and for whom a family speaks, each once.
    pub fn actors(&self) -> &[Actor] {
        self.actors.all()
    }

    /// Everywhere that any event names, each once.
    pub fn all_places(&self) -> &[Place] {
        self.places.all()
    }

    /// The event with this id, where reports were taken in by their numbers, as a ledger gives them.
    pub fn find(&self, id: EventId) -> Option<Event<'_>> {
        let report = self.reports.binary_search_by_key(&id.report, |report| report.number).ok()?;
        self.of_report(report as u32).find(|event| event.id == id)
    }

    /// The place among [`actors`](Self::actors) of one that these facts gave; `None` for a copy of it and for any other.
    ///
    /// ```
    /// use saydo_facts::{Actor, Facts};
    /// let mut facts = Facts::default();
    /// facts.actor_id(Actor::of("RUSGOV"));
    /// assert_eq!(facts.actor_at(&facts.actors()[0]), Some(0));
    /// assert_eq!(facts.actor_at(&Actor::of("RUSGOV")), None);
    /// ```
    pub fn actor_at(&self, actor: &Actor) -> Option<usize> {
        let all = self.actors.all();
        let bytes = std::ptr::from_ref(actor).addr().checked_sub(all.as_ptr().addr())?;
        Some(bytes / size_of::<Actor>()).filter(|at| *at < all.len())
    }

    /// All reports, in all revisions that were taken in; [`Report::counts`] tells which of them count on a day.
    pub fn reports(&self) -> &[Report] {
        &self.reports
    }

    /// All events of reports that have a day, in all revisions.
    pub fn events(&self) -> impl Iterator<Item = Event<'_>> {
        (0..self.events.len()).filter_map(|at| self.view(at))
    }

    /// How many events there are; [`Event::at`] is less.
    pub fn len(&self) -> usize {
        self.events.len()
    }

    /// Whether nothing was told.
    pub fn is_empty(&self) -> bool {
        self.events.is_empty()
    }

    /// The events of reports that count as of `day`.
    pub fn as_of(&self, day: Date) -> impl Iterator<Item = Event<'_>> {
        self.events().filter(move |event| event.report.counts(day))
    }

    /// The events of the report at this index.
    pub(crate) fn of_report(&self, report: u32) -> impl Iterator<Item = Event<'_>> {
        let first = self.events.partition_point(|e| e.report < report);
        let own = (first..self.events.len()).take_while(move |&at| self.events[at].report == report);
        own.filter_map(|at| self.view(at))
    }

    /// The events of each report that has some, with the report's place among [`reports`](Self::reports).
    pub fn by_report(&self) -> impl Iterator<Item = (usize, Range<usize>)> {
        let mut first = 0;
        self.events.chunk_by(|a, b| a.report == b.report).map(move |own| {
            let events = first..first + own.len();
            first = events.end;
            (own[0].report as usize, events)
        })
    }

    /// The event at this place ([`Event::at`]); `None` where there is none or its report has no day.
    pub fn event(&self, at: usize) -> Option<Event<'_>> {
        (at < self.events.len()).then(|| self.view(at)).flatten()
    }

    fn view(&self, at: usize) -> Option<Event<'_>> {
        let packed = &self.events[at];
        let report = &self.reports[packed.report as usize];
        let id = EventId { report: report.number, nth: packed.nth };
        let code = self.codes.get(packed.code)?;
        Some(Event { facts: self, packed, code, at, id, report, published: report.published? })
    }

    pub(crate) fn lemma(&self, n: u32) -> &str {
        self.lemmas.get(n).map_or("", String::as_str)
    }

    /// The actor whose number is one less; 0 stands for nobody.
    pub(crate) fn actor(&self, n: u32) -> Option<&Actor> {
        self.actors.get(n.checked_sub(1)?)
    }

    pub(crate) fn parties(&self, list: List) -> impl Iterator<Item = &Actor> + use<'_> {
        self.lists.of(list).filter_map(|n| self.actors.get(n))
    }

    pub(crate) fn places(&self, list: List) -> impl Iterator<Item = &Place> + use<'_> {
        self.lists.of(list).filter_map(|n| self.places.get(n))
    }

    pub(crate) fn numbers(&self, list: List) -> impl Iterator<Item = u32> + use<'_> {
        self.lists.of(list)
    }

    pub(crate) fn forces(&self, n: u32) -> &[Force] {
        n.checked_sub(1).and_then(|n| self.forces.get(n)).map_or(&[], Vec::as_slice)
    }

    pub(crate) fn when(&self, n: u32) -> When {
        n.checked_sub(1).and_then(|n| self.whens.get(n)).copied().unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use saydo_codebook::Plover;

    use super::*;
    use crate::Days;

    #[test]
    fn what_was_told_comes_back() {
        let mut facts = Facts::default();
        let family = facts.family("A");
        let report = facts.report(Report::of(7, family, Some(date(2022, 2, 16))));
        let told = Told {
            plover: Plover::of("RETREAT"),
            contexts: vec!["military".to_owned(), "diplomatic".to_owned()],
            goldstein: Some(7.0),
            lemma: "leave".to_owned(),
            speaker: Some(Actor::of("RUSGOV")),
            statement: Some(0),
            actors: vec![Actor::of("RUSMIL"), Actor::of("BLRMIL")],
            recipients: vec![Actor::of("UKR")],
            places: vec![Place { name: "Crimea".to_owned(), ..Place::default() }],
            time: Some(Days::on(date(2022, 2, 15))),
            count: Some((Some(2), None)),
            confidence: 0.93,
            ..Told::default()
        };
        facts.tell(report, Told::default());
        facts.tell(report, told);
        let event = facts.events().nth(1).expect("two were told");
        let codes = |actors: Vec<&Actor>| actors.iter().map(|a| a.code.clone()).collect::<Vec<_>>();
        assert_eq!((event.id.to_string().as_str(), event.lemma()), ("r7.v2", "leave"));
        assert_eq!((event.plover(), event.goldstein()), (Plover::of("RETREAT"), Some(7.0)));
        assert!(event.has_context("diplomatic") && !event.has_context("legal"));
        assert_eq!(
            (event.speaker(), event.carrier(), event.statement()),
            (Some(&Actor::of("RUSGOV")), None, Some(0))
        );
        assert_eq!(codes(event.actors().collect()), ["RUSMIL", "BLRMIL"]);
        assert_eq!(codes(event.recipients().collect()), ["UKR"]);
        assert_eq!(event.places().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Crimea"]);
        assert_eq!(
            (event.day(), event.by(), event.count()),
            (date(2022, 2, 15), None, Some((Some(2), None)))
        );
        assert!((event.confidence() - 0.93).abs() < 1e-6);
    }
}
