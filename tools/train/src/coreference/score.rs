//! How good resolution is: pronouns that are given whom they mean, and roles and names that are joined with others.

use std::collections::HashMap;
use std::fmt;

use saydo_mentions::training::{Place, Weights, find};
use saydo_mentions::{Kind, Mention, Mentions};
use saydo_syntax::Document;

use super::treebank::{Entity, Page};

/// What is counted.
const NAMES: [&str; 7] = ["he, she", "it", "they", "roles", "groups", "people", "organisations"];

#[derive(Clone, Copy, Default)]
struct Tally {
    right: usize,
    found: usize,
    /// Pronouns that mean a person, an organisation or a place which was mentioned before.
    gold: usize,
}

/// Counts for pronouns, and for others by their kinds.
#[derive(Default)]
pub(crate) struct Score {
    tallies: [Tally; NAMES.len()],
}

/// The group of a pronoun.
fn group(form: &str) -> Option<usize> {
    match form.to_lowercase().as_str() {
        "he" | "him" | "his" | "she" | "her" | "hers" | "himself" | "herself" => Some(0),
        "it" | "its" | "itself" => Some(1),
        "they" | "them" | "their" | "theirs" | "themselves" => Some(2),
        _ => None,
    }
}

impl Score {
    /// Adds one text.
    pub(crate) fn add(&mut self, text: &Page, document: &Document<'_>, weights: &Weights) {
        let mentions = find(document, weights);
        let known = first_places(text);
        for (sentence, tree) in document.sentences.iter().enumerate() {
            for word in 0..tree.len() {
                if let Some(group) = group(tree.words[word].form) {
                    self.pronoun(group, text, &mentions, Place { sentence, word }, &known);
                }
            }
        }
        (0..mentions.list.len()).for_each(|m| self.other(m, text, &mentions));
    }

    fn pronoun(
        &mut self,
        group: usize,
        text: &Page,
        mentions: &Mentions,
        place: Place,
        known: &HashMap<&str, (usize, usize)>,
    ) {
        let actor = |e: &&Entity| matches!(e.kind.as_str(), "person" | "organization" | "place");
        let meant = text.meant(place);
        let again = meant.filter(actor).filter(|e| known[e.id.as_str()] < (place.sentence, place.word));
        let tally = &mut self.tallies[group];
        tally.gold += usize::from(again.is_some());
        let own = |m: &Mention| {
            m.kind == Kind::Pronoun
                && m.sentence == place.sentence
                && m.words == (place.word..place.word + 1)
                && m.entity.is_some()
        };
        let Some(at) = mentions.list.iter().position(own) else { return };
        tally.found += 1;
        let other = antecedent(mentions, at).map(|m| &mentions.list[m]);
        let right =
            other.zip(meant).is_some_and(|(other, meant)| within(text, other).any(|e| e.id == meant.id));
        tally.right += usize::from(right);
    }

    /// A role or a name that was joined with an earlier one, where annotators mark both.
    fn other(&mut self, m: usize, text: &Page, mentions: &Mentions) {
        let kind = match mentions.list[m].kind {
            Kind::Role => 3,
            Kind::Group => 4,
            Kind::Person => 5,
            Kind::Organisation => 6,
            _ => return,
        };
        let plain = |k: &&usize| !matches!(mentions.list[**k].kind, Kind::Pronoun | Kind::Demonym);
        let entity = mentions.list[m].entity.map(|e| &mentions.entities[e]);
        let Some(&before) = entity.and_then(|e| e.mentions.iter().filter(|k| **k < m).rfind(plain)) else {
            return;
        };
        let ids = |m: usize| text.headed(head(&mentions.list[m])).map(|e| &e.id).collect::<Vec<_>>();
        let (own, other) = (ids(m), ids(before));
        if !own.is_empty() && !other.is_empty() {
            self.tallies[kind].found += 1;
            self.tallies[kind].right += usize::from(own.iter().any(|id| other.contains(id)));
        }
    }
}

fn head(mention: &Mention) -> Place {
    Place { sentence: mention.sentence, word: mention.head }
}

/// The mention that says best whom a pronoun was taken to mean: the latest name, else the latest of other words, else
/// the first that comes later.
fn antecedent(mentions: &Mentions, pronoun: usize) -> Option<usize> {
    let all = &mentions.entities[mentions.list[pronoun].entity?].mentions;
    let kind = |m: usize| mentions.list[m].kind;
    let before = |fits: &dyn Fn(Kind) -> bool| all.iter().copied().rfind(|&m| m < pronoun && fits(kind(m)));
    let named = before(&|k| matches!(k, Kind::Person | Kind::Organisation | Kind::Place));
    let other = || before(&|k| !matches!(k, Kind::Pronoun | Kind::Demonym));
    let demonym = || before(&|k| k != Kind::Pronoun);
    let after = || all.iter().copied().find(|&m| m > pronoun && kind(m) != Kind::Pronoun);
    named.or_else(other).or_else(demonym).or_else(after)
}

/// The annotated mentions whose heads lie within a mention of ours.
fn within<'t>(text: &'t Page, mention: &Mention) -> impl Iterator<Item = &'t Entity> {
    let (sentence, head) = (mention.sentence, mention.head);
    let words = mention.words.clone().chain([head]);
    words.flat_map(move |word| text.headed(Place { sentence, word }))
}

/// Where each entity is mentioned first.
fn first_places(text: &Page) -> HashMap<&str, (usize, usize)> {
    let mut first = HashMap::new();
    for (i, sentence) in text.sentences.iter().enumerate() {
        for entity in &sentence.entities {
            let place = first.entry(entity.id.as_str()).or_insert((i, entity.first));
            *place = (*place).min((i, entity.first));
        }
    }
    first
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, Tally { right, found, gold }) in NAMES.iter().zip(&self.tallies) {
            let percent = |of: usize| 100.0 * *right as f64 / of.max(1) as f64;
            write!(f, "  {name}: {right} of {found} right ({:.1} %)", percent(*found))?;
            if *gold > 0 {
                write!(f, ", {:.1} % of {gold} known to the annotators", percent(*gold))?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}
