//! From the reading's events to the record's.

use saydo_engine::Reading;
use saydo_engine::events as found;
use saydo_engine::standing::{Judge, Judgement, Predicate as Judged};
use saydo_text::{Byte, Span};

use super::Piece;
use super::event::{Count, Event, Force, Participant, Predicate, Words};
use super::make::{Maker, each, id};
use super::place::Order;
use super::triples::{Lone, Triples};

/// The verbs of which only PETRARCH's dictionaries tell something, where these were given.
fn lone<'r>(reading: &'r Reading<'r>) -> Vec<Lone<'r>> {
    Triples::of(reading).map(|triples| triples.lone()).unwrap_or_default()
}

/// What led to each event of the record, in order.
pub(super) fn because(reading: &Reading<'_>) -> Vec<String> {
    let told = |what: &str, judgement: &Judgement| match judgement.because.as_str() {
        "" => what.to_owned(),
        cues => format!("{what}; standing: {cues}"),
    };
    let own = reading.events.iter().map(|e| told(&e.because, &e.judgement));
    own.chain(lone(reading).iter().map(|l| told("PETRARCH's dictionaries", &l.judgement))).collect()
}

/// How sure the text makes us of each event of the record, in order.
pub(super) fn factuality(reading: &Reading<'_>, judge: &Judge<'_>) -> Vec<f32> {
    let own = reading.events.iter().map(|e| judge.factuality(e.sentence, e.word, &e.judgement));
    let lone = lone(reading);
    let lone = lone.iter().map(|l| judge.factuality(l.sentence, l.word, &l.judgement));
    own.chain(lone).map(hundredths).collect()
}

impl Maker<'_> {
    pub(super) fn words(&self, span: Span<Byte>) -> Words {
        let piece = self.piece(span);
        Words { start: piece.start, end: piece.end, text: self.cut(span) }
    }

    /// All events: ours first, then those that only PETRARCH's dictionaries tell.
    pub(super) fn events(&self, reading: &Reading<'_>, order: &Order) -> Vec<Event> {
        let mut events = each(&reading.events, |i, e| self.event(reading, order, i, e));
        if let Some(triples) = Triples::of(reading) {
            for (event, found) in events.iter_mut().zip(&reading.events) {
                event.petrarch = Some(triples.at(found));
            }
            for lone in triples.lone() {
                events.push(self.lone(events.len(), &lone));
            }
        }
        events
    }

    fn event(&self, reading: &Reading<'_>, order: &Order, i: usize, event: &found::Event) -> Event {
        let when = reading.when.get(i).copied().unwrap_or_default();
        let value = |t: Option<usize>| t.and_then(|t| reading.times.get(t)?.value.clone());
        let words = |t: Option<usize>| t.map(|t| id('t', t));
        let code = &event.code;
        let cameo = code.cameo.and_then(found::cameo);
        Event {
            id: id('v', i),
            trigger: self.words(event.trigger),
            lemma: event.lemma.clone(),
            plover: code.plover.map(|p| p.name().to_owned()),
            mode: code.mode.map(str::to_owned),
            contexts: code.contexts.iter().map(|c| (*c).to_owned()).collect(),
            cameo: code.cameo.map(str::to_owned),
            kind: code.kind.map(str::to_owned),
            quad: code.plover.map(found::Plover::quad).or_else(|| cameo.map(|c| c.quad)),
            goldstein: cameo.map(|c| c.goldstein),
            standing: event.judgement.standing.name().to_owned(),
            negated: event.judgement.negated,
            hedged: event.judgement.hedged,
            statement: event.judgement.statement.map(|s| id('s', s)),
            actors: event.actors.iter().map(|p| self.participant(reading, p)).collect(),
            recipients: event.recipients.iter().map(|p| self.participant(reading, p)).collect(),
            force: event.forces.iter().map(force).collect(),
            count: event.count.map(|c| Count { low: c.low, high: c.high }),
            places: event.places.iter().map(|&m| order.id(m)).collect(),
            time: value(when.time),
            time_words: words(when.time),
            by: value(when.by),
            by_words: words(when.by),
            from: value(when.from),
            from_words: words(when.from),
            confidence: hundredths(event.confidence),
            ..Event::default()
        }
    }

    fn participant(&self, reading: &Reading<'_>, party: &found::Party) -> Participant {
        let actor = party.entity.and_then(|e| reading.mentions.entities[e].actor.as_ref());
        let Piece { start, end } = self.piece(party.span);
        Participant {
            entity: party.entity.map(|e| id('e', e)),
            start,
            end,
            code: actor.map(|a| a.code.clone()),
            country: actor.and_then(|a| a.country.clone()),
            sector: actor.and_then(|a| a.sector.clone()),
            implied: party.implied,
        }
    }

    pub(super) fn predicate(&self, judged: &Judged) -> Predicate {
        Predicate {
            trigger: self.words(judged.span),
            standing: judged.judgement.standing.name().to_owned(),
            negated: judged.judgement.negated,
            statement: judged.judgement.statement.map(|s| id('s', s)),
            factuality: Some(hundredths(judged.factuality)),
        }
    }
}

fn hundredths(x: f32) -> f32 {
    (x * 100.0).round() / 100.0
}

fn force(moved: &found::Moved) -> Force {
    Force {
        element: moved.force.element.name().to_owned(),
        movement: moved.movement.to_owned(),
        extent: moved.force.extent.map(|e| e.name().to_owned()),
        low: moved.force.low,
        high: moved.force.high,
    }
}
