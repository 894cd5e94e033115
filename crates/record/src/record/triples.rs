//! The triples of PETRARCH's dictionaries beside our events: none is lost.

use saydo_engine::Reading;
use saydo_engine::events as found;
use saydo_engine::petrarch;
use saydo_engine::standing::{Judge, Judgement};
use saydo_text::{Byte, Span};

use super::event::{Event, Triple};
use super::make::{Maker, id};

/// How sure we are of what only the dictionaries say.
const CONFIDENCE: f32 = 0.5;

/// The triples of a report, by sentence.
pub(super) struct Triples<'r> {
    reading: &'r Reading<'r>,
    by_sentence: Vec<Vec<&'r petrarch::Triple>>,
}

/// A verb of which the dictionaries tell something and our events nothing.
pub(super) struct Lone<'r> {
    pub(super) sentence: usize,
    pub(super) word: usize,
    pub(super) judgement: Judgement,
    span: Span<Byte>,
    triples: Vec<&'r petrarch::Triple>,
}

impl<'r> Triples<'r> {
    /// The triples of a reading that was coded with dictionaries.
    pub(super) fn of(reading: &'r Reading<'r>) -> Option<Self> {
        let mut by_sentence = vec![Vec::new(); reading.document.sentences.len()];
        for (sentence, triple) in reading.triples.as_ref()? {
            by_sentence[*sentence].push(triple);
        }
        Some(Self { reading, by_sentence })
    }

    fn span(&self, sentence: usize, triple: &petrarch::Triple) -> Span<Byte> {
        let words = triple.trigger..triple.trigger_end.max(triple.trigger + 1);
        self.reading.document.sentences[sentence].span(words)
    }

    /// The triples that share words with an event.
    pub(super) fn at(&self, event: &found::Event) -> Vec<Triple> {
        let here = self.by_sentence[event.sentence].iter();
        here.filter(|t| overlap(self.span(event.sentence, t), event.trigger)).map(|t| triple(t)).collect()
    }

    /// The verbs that share no word with any event, in the order of the text.
    pub(super) fn lone(&self) -> Vec<Lone<'r>> {
        let mut taken = vec![Vec::new(); self.by_sentence.len()];
        for event in &self.reading.events {
            taken[event.sentence].push(event.trigger);
        }
        let judge = self.reading.judge();
        let sentences = 0..self.by_sentence.len();
        sentences.flat_map(|n| self.lone_in(n, &taken[n], &judge)).collect()
    }

    fn lone_in(&self, sentence: usize, taken: &[Span<Byte>], judge: &Judge<'_>) -> Vec<Lone<'r>> {
        let mut lone: Vec<Lone<'r>> = Vec::new();
        for triple in &self.by_sentence[sentence] {
            let span = self.span(sentence, triple);
            if let Some(known) = lone.iter_mut().find(|l| l.span == span) {
                known.triples.push(triple);
            } else if !taken.iter().any(|&t| overlap(t, span)) {
                let word = triple.trigger;
                let judgement = judge.judge(sentence, word, &self.actors(sentence, triple));
                lone.push(Lone { sentence, word, judgement, span, triples: vec![triple] });
            }
        }
        lone
    }

    /// The entities that a triple's source names: they decide who announces and who claims.
    fn actors(&self, sentence: usize, triple: &petrarch::Triple) -> Vec<usize> {
        let mentions = &self.reading.mentions;
        let named = triple.source_words.clone().filter_map(|w| mentions.at(sentence, w));
        named.filter_map(|m| mentions.list[m].entity).collect()
    }
}

impl Maker<'_> {
    /// The event of a verb that only the dictionaries know.
    pub(super) fn lone(&self, i: usize, lone: &Lone<'_>) -> Event {
        Event {
            id: id('v', i),
            trigger: self.words(lone.span),
            standing: lone.judgement.standing.name().to_owned(),
            negated: lone.judgement.negated,
            hedged: lone.judgement.hedged,
            statement: lone.judgement.statement.map(|s| id('s', s)),
            confidence: CONFIDENCE,
            petrarch: Some(lone.triples.iter().map(|t| triple(t)).collect()),
            ..Event::default()
        }
    }
}

fn overlap(a: Span<Byte>, b: Span<Byte>) -> bool {
    a.start < b.end && b.start < a.end
}

fn triple(found: &petrarch::Triple) -> Triple {
    let petrarch::Triple { source, target, code, .. } = found;
    Triple { source: source.clone(), target: target.clone(), code: code.clone() }
}
