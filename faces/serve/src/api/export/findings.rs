//! The columns of the picture's findings: words, posture, indicators, diplomacy, measures, changes.

use saydo_brief::document::{self as told, Change, Document, Event, Evidence, Indicator, Post, Word};
use saydo_export::Cell;
use saydo_export::Kind::{Day, Integer, List, Real, Text, Truth};

use super::field::{Field, field, list, maybe, number, some_number, text, written};

pub(super) const WORDS: &[Field<Word>] = &[
    field("id", Text, "the word", |w| text(&w.id)),
    field("kind", Text, "announcement, pledge, assurance, allegation, forecast or assessment", |w| {
        text(&w.kind)
    }),
    field("text", Text, "who said what, in words", |w| text(&w.text)),
    field("act", Text, "the act that is tested", |w| text(&w.act)),
    field("denies", Truth, "whether the word is that it will not or did not happen", |w| {
        Cell::Truth(w.denies)
    }),
    field("speaker", Text, "the code of who said it", |w| text(&w.speaker.code)),
    field("speaker_name", Text, "who said it", |w| text(&w.speaker.name)),
    field("actor", Text, "the code of whose deed it is about", |w| text(&w.actor.code)),
    field("actor_name", Text, "whose deed it is about", |w| text(&w.actor.name)),
    field("elements", List, "force elements", |w| list(&w.elements)),
    field("extent", Text, "whether it speaks of all or a part", |w| maybe(w.extent.as_ref())),
    field("places", List, "names of places", |w| list(&w.places)),
    field("said", Day, "when it was said", |w| written(&w.said)),
    field("last_said", Day, "when it was said last", |w| written(&w.last_said)),
    field("from", Day, "from when on it can be tested", |w| day(w.from.as_ref())),
    field("due_first", Day, "the first day on which it is due", |w| {
        day(w.due.as_ref().map(|due| &due.first))
    }),
    field("due_last", Day, "the last day on which it is due", |w| day(w.due.as_ref().map(|due| &due.last))),
    field("state", Text, "how it fared", |w| text(&w.state)),
    field("since", Day, "since when", |w| written(&w.since)),
    field("grade", Text, "on whose evidence that rests", |w| maybe(w.grade.as_ref())),
    field("bears_out", List, "events for it", |w| evidence(&w.bears_out)),
    field("against", List, "events against it", |w| evidence(&w.against)),
    field("said_in", List, "events in which it was said", |w| events(&w.said_in)),
    field("repeated_by", List, "codes of others who said the same", |w| parties(&w.repeated_by)),
    field("rule", Text, "the rule that gave the state", |w| text(&w.rule)),
];

pub(super) const POSTURE: &[Field<Post>] = &[
    field("id", Text, "the row of the board", |p| text(&p.id)),
    field("actor", Text, "the code of whose forces they are", |p| text(&p.actor.code)),
    field("actor_name", Text, "whose forces", |p| text(&p.actor.name)),
    field("area", Text, "where", |p| maybe(p.area.as_ref())),
    field("element", Text, "what", |p| text(&p.element)),
    field("direction", Text, "which way it was told to go last", |p| text(&p.direction)),
    field("last_seen", Day, "when it was last seen", |p| written(&p.last_seen)),
    field("voices", Integer, "voices outside the actor's own side that saw it", |p| number(p.voices)),
    field("low", Integer, "the least number", |p| some_number(p.numbers.as_ref().map(|n| n.low))),
    field("high", Integer, "the largest number", |p| some_number(p.numbers.as_ref().and_then(|n| n.high))),
    field("trend", Text, "where it goes", |p| text(&p.trend)),
    field("since", Day, "since when", |p| written(&p.since)),
    field("events", List, "events", |p| events(&p.events)),
    field("rule", Text, "the rule", |p| text(&p.rule)),
];

pub(super) const INDICATORS: &[Field<Indicator>] = &[
    field("id", Text, "the indicator", |i| text(&i.id)),
    field("label", Text, "what it is", |i| text(&i.label)),
    field("state", Text, "not seen, reported or corroborated", |i| text(&i.state)),
    field("since", Day, "since when", |i| day(i.since.as_ref())),
    field("voices", Integer, "voices that tell of it", |i| number(i.voices)),
    field("events", List, "events", |i| events(&i.events)),
    field("rule", Text, "the rule", |i| text(&i.rule)),
];

pub(super) const CHANGES: &[Field<Change>] = &[
    field("finding", Text, "what changed", |c| text(&c.finding)),
    field("about", Text, "what it is about", |c| text(&c.about)),
    field("was", Text, "what it was; empty where it is new", |c| text(&c.was)),
    field("is", Text, "what it is; empty where it is gone", |c| text(&c.is)),
];

/// A proposal, talks, readiness, a refusal or a demand.
#[derive(Default)]
pub(super) struct Matter {
    id: String,
    sort: &'static str,
    from: Vec<told::Party>,
    to: Vec<told::Party>,
    first: String,
    last: Option<String>,
    answered: Option<String>,
    unanswered: Option<u32>,
    places: Vec<String>,
    code: Option<String>,
    what: Option<String>,
    events: Vec<Event>,
    answers: Vec<Event>,
    rule: String,
}

pub(super) const DIPLOMACY: &[Field<Matter>] = &[
    field("id", Text, "the finding", |m| text(&m.id)),
    field("sort", Text, "proposal, talks held, talks planned, readiness, refusal or demand", |m| {
        text(m.sort)
    }),
    field("from", List, "codes of whose it is, or who talks", |m| parties(&m.from)),
    field("from_names", List, "whose it is, or who talks", |m| list(m.from.iter().map(|party| &party.name))),
    field("to", List, "codes of those towards whom", |m| parties(&m.to)),
    field("to_names", List, "towards whom", |m| list(m.to.iter().map(|party| &party.name))),
    field("first", Day, "the day, or the first on which it was told", |m| written(&m.first)),
    field("last", Day, "the last day on which it was told", |m| day(m.last.as_ref())),
    field("answered", Day, "when a proposal was answered", |m| day(m.answered.as_ref())),
    field("days_unanswered", Integer, "days without an answer", |m| some_number(m.unanswered)),
    field("places", List, "where", |m| list(&m.places)),
    field("code", Text, "CAMEO's code of what is demanded or refused", |m| maybe(m.code.as_ref())),
    field("what", Text, "that code's label", |m| maybe(m.what.as_ref())),
    field("events", List, "events", |m| events(&m.events)),
    field("answers", List, "events that tell the answer, or its lack", |m| events(&m.answers)),
    field("rule", Text, "the rule", |m| text(&m.rule)),
];

/// A day of a track of a pair, or its last week, or the 28 days before.
pub(super) struct Measure {
    pair: [String; 3],
    track: &'static str,
    span: &'static str,
    day: Option<told::Day>,
    interval: Option<told::Interval>,
}

pub(super) const MEASURES: &[Field<Measure>] = &[
    field("id", Text, "the pair of parties", |m| text(&m.pair[0])),
    field("from", Text, "the code of who acts", |m| text(&m.pair[1])),
    field("to", Text, "the code of towards whom", |m| text(&m.pair[2])),
    field("track", Text, "words or deeds", |m| text(m.track)),
    field("span", Text, "day, last_week or before (the 28 days before it)", |m| text(m.span)),
    field("day", Day, "the day", |m| day(m.day.as_ref().map(|day| &day.day))),
    field("conflict", Integer, "events of conflict", |m| some_number(m.day.as_ref().map(|day| day.conflict))),
    field("cooperation", Integer, "events of co-operation", |m| {
        some_number(m.day.as_ref().map(|day| day.cooperation))
    }),
    field("goldstein", Real, "of a day the sum of Goldstein's scores, else their mean", |m| {
        let (day, mean) = (m.day.as_ref().map(|day| day.goldstein), m.interval.as_ref().map(|i| i.value));
        real(day.or(mean))
    }),
    field("per_report", Real, "conflict minus co-operation, per report read that day", |m| {
        real(m.day.as_ref().map(|day| day.per_report))
    }),
    field("low", Real, "the lower bound of the mean (95 %)", |m| real(m.interval.as_ref().map(|i| i.low))),
    field("high", Real, "its upper bound", |m| real(m.interval.as_ref().map(|i| i.high))),
    field("events", Integer, "events on which the mean rests", |m| {
        some_number(m.interval.as_ref().map(|i| i.events))
    }),
    field("families", Integer, "their publisher families", |m| {
        some_number(m.interval.as_ref().map(|i| i.families))
    }),
];

/// The matters of diplomacy in one list.
pub(super) fn matters(document: Document) -> Vec<Matter> {
    let told = document.diplomacy;
    let proposal = |p: told::Proposal| Matter {
        id: p.id,
        sort: "proposal",
        from: vec![p.from],
        to: p.to,
        first: p.made,
        answered: p.answered,
        unanswered: p.days_unanswered,
        events: p.events,
        answers: p.answers,
        rule: p.rule,
        ..Matter::default()
    };
    let talk = |t: told::Talk| Matter {
        id: t.id,
        sort: if t.held { "talks held" } else { "talks planned" },
        from: t.parties,
        first: t.day,
        places: t.places,
        events: t.events,
        rule: t.rule,
        ..Matter::default()
    };
    let mut all: Vec<Matter> = told.proposals.into_iter().map(proposal).collect();
    all.extend(told.talks.into_iter().map(talk));
    for (sort, list) in [("readiness", told.readiness), ("refusal", told.refusals), ("demand", told.demands)]
    {
        all.extend(list.into_iter().map(|demand| stand(sort, demand)));
    }
    all
}

fn stand(sort: &'static str, demand: told::Demand) -> Matter {
    Matter {
        id: demand.id,
        sort,
        from: vec![demand.from],
        to: demand.to,
        first: demand.first,
        last: Some(demand.last),
        code: demand.code,
        what: demand.what,
        events: demand.events,
        rule: demand.rule,
        ..Matter::default()
    }
}

/// The measures in one list: of each pair and track the days, then the means.
pub(super) fn measures(document: Document) -> Vec<Measure> {
    let mut all = Vec::new();
    for pair in document.measures.pairs {
        let names = [pair.id, pair.from.code, pair.to.code];
        for (track, told) in [("words", pair.words), ("deeds", pair.deeds)] {
            let row = |span, day, interval| Measure { pair: names.clone(), track, span, day, interval };
            all.extend(told.days.into_iter().map(|day| row("day", Some(day), None)));
            all.extend(told.last_week.map(|mean| row("last_week", None, Some(mean))));
            all.extend(told.before.map(|mean| row("before", None, Some(mean))));
        }
    }
    all
}

fn day(day: Option<&String>) -> Cell {
    day.map_or(Cell::Nothing, |day| written(day))
}

fn real(number: Option<f64>) -> Cell {
    number.map_or(Cell::Nothing, Cell::Real)
}

fn events(events: &[Event]) -> Cell {
    list(events.iter().map(|event| &event.id))
}

fn evidence(evidence: &[Evidence]) -> Cell {
    list(evidence.iter().map(|one| &one.event.id))
}

fn parties(parties: &[told::Party]) -> Cell {
    list(parties.iter().map(|party| &party.code))
}
