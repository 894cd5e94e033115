//! From spots to things: the state that all rules of resolution share, and their order.

use std::collections::HashMap;

use saydo_syntax::{Document, Sentence};

use crate::field::Field;
use crate::quote::Quotes;
use crate::spot::{Form, Spot};
use crate::thing::Thing;
use crate::training::Lesson;
use crate::weights::Weights;
use crate::{Entity, Kind, Mention, Mentions};

/// How pronouns are resolved: by weights, or as a lesson says.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    /// What candidates are weighed with.
    pub(crate) weights: &'a Weights,
    /// In training, what annotators say.
    pub(crate) lesson: Option<&'a Lesson<'a>>,
}

/// Spots of one report and what they were found to mean.
pub(crate) struct Resolver<'a, 't> {
    pub(crate) document: &'a Document<'t>,
    pub(crate) reading: Reading<'a>,
    pub(crate) spots: Vec<Spot>,
    pub(crate) things: Vec<Thing>,
    /// For every spot the thing it means.
    pub(crate) means: Vec<Option<usize>>,
    /// For every spot without a thing the reason.
    pub(crate) why: Vec<&'static str>,
    /// Plural pronouns whose thing was not the best by far: nothing is built upon them.
    pub(crate) unsure: Vec<bool>,
    /// Spots that turned out to be no mentions.
    pub(crate) dropped: Vec<bool>,
    /// Things by what identifies them.
    pub(crate) keys: HashMap<String, usize>,
    /// Things by the words of their names, their nouns and roles.
    pub(crate) words: HashMap<String, Vec<usize>>,
    /// For every sentence and word the narrowest spot around it.
    pub(crate) cover: Vec<Vec<Option<u32>>>,
    /// For every sentence its first spot, and one more for the end.
    pub(crate) first: Vec<usize>,
    pub(crate) quotes: Quotes,
}

/// Why a noun phrase has no entity that could be named.
pub(crate) const NOT_SAID: &str = "the text does not say which one is meant";
/// Why one of several has no entity.
pub(crate) const SEVERAL: &str = "two or more fit equally well";

/// Resolves spots to mentions with entities.
pub(crate) fn resolve(document: &Document<'_>, spots: Vec<Spot>, reading: Reading<'_>) -> Mentions {
    let mut resolver = Resolver::new(document, spots, reading);
    resolver.link_names();
    resolver.link_titles();
    resolver.link_rest();
    resolver.finish()
}

impl<'a, 't> Resolver<'a, 't> {
    fn new(document: &'a Document<'t>, spots: Vec<Spot>, reading: Reading<'a>) -> Self {
        let n = spots.len();
        let ends = 0..=document.sentences.len();
        Self {
            first: ends.map(|s| spots.partition_point(|spot| spot.sentence < s)).collect(),
            cover: cover(document, &spots),
            quotes: Quotes::of(document),
            document,
            reading,
            spots,
            things: Vec::new(),
            means: vec![None; n],
            why: vec![""; n],
            unsure: vec![false; n],
            dropped: vec![false; n],
            keys: HashMap::new(),
            words: HashMap::new(),
        }
    }

    /// The sentence of a spot.
    pub(crate) fn sentence(&self, spot: usize) -> &'a Sentence<'t> {
        &self.document.sentences[self.spots[spot].sentence]
    }

    /// The text of a spot.
    pub(crate) fn text(&self, spot: usize) -> &'t str {
        self.sentence(spot).text(self.spots[spot].words.clone())
    }

    /// The spots of a sentence.
    pub(crate) fn of_sentence(&self, sentence: usize) -> std::ops::Range<usize> {
        self.first[sentence]..self.first[sentence + 1]
    }

    /// The narrowest spot around a word.
    pub(crate) fn spot_at(&self, sentence: usize, word: usize) -> Option<usize> {
        self.cover[sentence].get(word).copied().flatten().map(|s| s as usize).filter(|&s| !self.dropped[s])
    }

    /// The spot with this word as head, and the longest of them.
    pub(crate) fn headed(&self, sentence: usize, word: usize) -> Option<usize> {
        let fits = |&s: &usize| self.spots[s].head == word && !self.dropped[s];
        self.of_sentence(sentence).filter(fits).max_by_key(|&s| self.spots[s].words.len())
    }

    /// The thing with a key, made where there is none.
    pub(crate) fn thing(&mut self, key: String, make: impl FnOnce() -> Thing) -> usize {
        if let Some(&thing) = self.keys.get(&key) {
            return thing;
        }
        self.keys.insert(key, self.things.len());
        self.add(make())
    }

    /// A new thing.
    pub(crate) fn add(&mut self, thing: Thing) -> usize {
        self.things.push(thing);
        self.things.len() - 1
    }

    /// Lets a thing be found by a word; a list stays short enough to be looked through.
    pub(crate) fn remember(&mut self, word: String, thing: usize) {
        let list = self.words.entry(word).or_default();
        if list.len() < 50 && !list.contains(&thing) {
            list.push(thing);
        }
    }

    /// Says what a spot means.
    pub(crate) fn mean(&mut self, spot: usize, thing: usize) {
        self.means[spot] = Some(thing);
        self.things[thing].count += 1;
    }

    /// Says why nobody can say what a spot means.
    pub(crate) fn fail(&mut self, spot: usize, why: &'static str) {
        self.why[spot] = why;
    }

    /// Roles, groups and pronouns, in the order of the text.
    fn link_rest(&mut self) {
        let mut field = Field::default();
        for sentence in 0..self.document.sentences.len() {
            let mut order: Vec<usize> = self.of_sentence(sentence).filter(|&s| !self.dropped[s]).collect();
            order.sort_by_key(|&s| (self.spots[s].head, self.spots[s].words.len()));
            field.begin(sentence);
            for spot in order {
                field.pass(self, sentence, self.spots[spot].head);
                match &self.spots[spot].form {
                    Form::Noun(_) if self.means[spot].is_none() => self.link_noun(spot),
                    Form::Pronoun(_) => self.link_pronoun(spot, &field),
                    _ => {}
                }
                field.take(self, spot);
                if let Some(thing) = self.means[spot] {
                    self.things[thing].latest = sentence + 1;
                }
            }
            field.pass(self, sentence, usize::MAX);
        }
    }

    fn finish(self) -> Mentions {
        let mut order: Vec<Option<usize>> = vec![None; self.things.len()];
        let mut entities: Vec<Entity> = Vec::new();
        let mut list = Vec::with_capacity(self.spots.len());
        for (i, spot) in self.spots.iter().enumerate().filter(|(i, _)| !self.dropped[*i]) {
            let entity = self.means[i].map(|thing| {
                let entity = *order[thing].get_or_insert_with(|| {
                    entities.push(entity(&self.things[thing]));
                    entities.len() - 1
                });
                entities[entity].mentions.push(list.len());
                entity
            });
            list.push(self.mention(i, spot, entity));
        }
        Mentions::new(list, entities)
    }

    fn mention(&self, i: usize, spot: &Spot, entity: Option<usize>) -> Mention {
        Mention {
            sentence: spot.sentence,
            words: spot.words.clone(),
            head: spot.head,
            span: self.sentence(i).span(spot.words.clone()),
            kind: spot.kind,
            entity,
            unresolved: match entity {
                Some(_) => "",
                None if self.why[i].is_empty() => NOT_SAID,
                None => self.why[i],
            },
        }
    }

    /// Whether a spot is the name of a person.
    pub(crate) fn is_person(&self, spot: usize) -> bool {
        self.spots[spot].kind == Kind::Person && matches!(self.spots[spot].form, Form::Name(_))
    }
}

fn entity(thing: &Thing) -> Entity {
    Entity { name: thing.name.clone(), kind: thing.kind, actor: thing.actor.clone(), mentions: Vec::new() }
}

fn cover(document: &Document<'_>, spots: &[Spot]) -> Vec<Vec<Option<u32>>> {
    let mut cover: Vec<Vec<Option<u32>>> = document.sentences.iter().map(|s| vec![None; s.len()]).collect();
    let mut longest_first: Vec<usize> = (0..spots.len()).collect();
    longest_first.sort_by_key(|&s| std::cmp::Reverse(spots[s].words.len()));
    for s in longest_first {
        cover[spots[s].sentence][spots[s].words.clone()].fill(Some(s as u32));
    }
    cover
}
