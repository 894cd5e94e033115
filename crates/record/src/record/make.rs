//! From a reading to its record: bytes become code points, positions become ids.

use std::fmt::Write;

use saydo_engine::Reading;
use saydo_engine::mentions as found;
use saydo_engine::statements as said;
use saydo_text::{Byte, Report, Span};
use sha2::{Digest, Sha256};

use super::place::Order;
use super::{About, Actor, Cue, Entity, Mention, Party, Piece, Problem, Record, SCHEMA, Sentence, Statement};
use crate::Chars;

impl Record {
    /// The record of what was read in `report`.
    pub fn of(report: &Report, reading: &Reading<'_>) -> Self {
        let maker = Maker { text: &report.text, chars: Chars::of(&report.text) };
        let order = Order::of(reading);
        Self {
            schema: SCHEMA.to_owned(),
            report: about(report),
            text: report.text.clone(),
            sentences: reading.document.sentences.iter().map(|s| maker.sentence(s)).collect(),
            mentions: maker.mentions(reading, &order),
            entities: each(&reading.mentions.entities, entity),
            times: each(&reading.times, |i, t| maker.time(i, t)),
            statements: each(&reading.statements, |i, s| Statement {
                said: said_on(reading, i),
                ..maker.statement(i, s)
            }),
            events: maker.events(reading, &order),
            predicates: None,
            problems: reading.problems.iter().map(|p| maker.problem(p)).collect(),
        }
    }

    /// The same record with what led to each statement and each event.
    #[must_use]
    pub fn explained(mut self, reading: &Reading<'_>) -> Self {
        for (statement, found) in self.statements.iter_mut().zip(&reading.statements) {
            statement.because = Some(found.because.clone());
        }
        for (event, because) in self.events.iter_mut().zip(super::happen::because(reading)) {
            event.because = Some(because);
        }
        self
    }

    /// The same record with every clause's head, and with the factuality of each event.
    #[must_use]
    pub fn with_predicates(mut self, report: &Report, reading: &Reading<'_>) -> Self {
        let maker = Maker { text: &report.text, chars: Chars::of(&report.text) };
        let judge = reading.judge();
        self.predicates = Some(judge.predicates().iter().map(|p| maker.predicate(p)).collect());
        for (event, factuality) in self.events.iter_mut().zip(super::happen::factuality(reading, &judge)) {
            event.factuality = Some(factuality);
        }
        self
    }
}

pub(super) struct Maker<'t> {
    text: &'t str,
    chars: Chars<'t>,
}

impl Maker<'_> {
    pub(super) fn piece(&self, span: Span<Byte>) -> Piece {
        Piece { start: self.chars.at(span.start), end: self.chars.at(span.end) }
    }

    pub(super) fn cut(&self, span: Span<Byte>) -> String {
        span.of(self.text).unwrap_or_default().to_owned()
    }

    fn sentence(&self, sentence: &saydo_engine::syntax::Sentence<'_>) -> Sentence {
        let Piece { start, end } = self.piece(sentence.whole());
        Sentence { start, end, zone: sentence.zone.name().to_owned() }
    }

    pub(super) fn mention(&self, i: usize, mention: &found::Mention) -> Mention {
        let Piece { start, end } = self.piece(mention.span);
        Mention {
            id: id('m', i),
            start,
            end,
            text: self.cut(mention.span),
            kind: kind(mention.kind).to_owned(),
            entity: mention.entity.map(|e| id('e', e)),
            unresolved: why(mention.entity, mention.unresolved),
            place: None,
        }
    }

    fn statement(&self, i: usize, statement: &said::Statement) -> Statement {
        Statement {
            id: id('s', i),
            kind: manner(statement.manner).to_owned(),
            source: statement.source.as_ref().map(|s| self.party(s)),
            cue: statement.cue.as_ref().map(|c| self.cue(c)),
            content: statement.content.iter().map(|&span| self.piece(span)).collect(),
            addressee: statement.addressee.as_ref().map(|s| self.party(s)),
            said: None,
            within: statement.within.map(|s| id('s', s)),
            because: None,
        }
    }

    fn party(&self, source: &said::Source) -> Party {
        let Piece { start, end } = self.piece(source.span);
        Party {
            start,
            end,
            text: self.cut(source.span),
            entity: source.entity.map(|e| id('e', e)),
            unresolved: why(source.entity, source.unresolved),
        }
    }

    fn cue(&self, cue: &said::Cue) -> Cue {
        let Piece { start, end } = self.piece(cue.span);
        Cue { start, end, text: self.cut(cue.span), act: cue.act.name().to_owned(), negated: cue.negated }
    }

    fn problem(&self, problem: &saydo_text::Problem) -> Problem {
        let piece = problem.span.map(|span| self.piece(span));
        Problem {
            code: problem.kind.code().to_owned(),
            detail: problem.detail.clone(),
            start: piece.map(|p| p.start),
            end: piece.map(|p| p.end),
        }
    }
}

/// When a statement was made, where the text tells.
fn said_on(reading: &Reading<'_>, statement: usize) -> Option<String> {
    let time = reading.said.get(statement).copied().flatten()?;
    reading.times.get(time)?.value.clone()
}

fn about(report: &Report) -> About {
    About {
        id: report.id.clone(),
        title: report.title.clone(),
        url: report.url.clone(),
        publisher: report.publisher.clone(),
        published: report.published.clone(),
        language: report.language.clone(),
        sha256: sha256(&report.text),
    }
}

fn entity(i: usize, entity: &found::Entity) -> Entity {
    let actor = entity.actor.as_ref().map(|a| Actor {
        code: a.code.clone(),
        country: a.country.clone(),
        sector: a.sector.clone(),
    });
    Entity { id: id('e', i), name: entity.name.clone(), kind: entity.kind.to_owned(), actor }
}

pub(super) fn each<T, R>(list: &[T], make: impl Fn(usize, &T) -> R) -> Vec<R> {
    list.iter().enumerate().map(|(i, item)| make(i, item)).collect()
}

pub(super) fn id(letter: char, i: usize) -> String {
    format!("{letter}{}", i + 1)
}

fn why(entity: Option<usize>, unresolved: &str) -> Option<String> {
    entity.is_none().then(|| unresolved.to_owned())
}

fn sha256(text: &str) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(text) {
        let _ = write!(hex, "{byte:02x}");
    }
    hex
}

fn kind(kind: found::Kind) -> &'static str {
    match kind {
        found::Kind::Person => "person",
        found::Kind::Place => "place",
        found::Kind::Organisation => "organisation",
        found::Kind::Group => "group",
        found::Kind::Role => "role",
        found::Kind::Demonym => "demonym",
        found::Kind::Pronoun => "pronoun",
    }
}

fn manner(manner: said::Manner) -> &'static str {
    match manner {
        said::Manner::Direct => "direct",
        said::Manner::Indirect => "indirect",
        said::Manner::Mixed => "mixed",
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_hash_is_the_one_everybody_computes() {
        assert_eq!(super::sha256("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
