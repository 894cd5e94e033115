//! What the stage finds: mentions, the entities behind them, and names.

use std::ops::Range;

use saydo_text::{Byte, Span};
use saydo_world::Actor;

/// What a mention is, as the public record names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// The name of a person.
    Person,
    /// The name of a place, whether or not it stands for a government.
    Place,
    /// The name of an organisation.
    Organisation,
    /// People together without a name: "separatist leaders", "Russian troops".
    Group,
    /// One person or body by what it is: "the foreign minister", "the NATO chief", "a senior US official".
    Role,
    /// A people or an adjective of one: "Russian", "the Ukrainians".
    Demonym,
    /// "he", "they", "who".
    Pronoun,
}

/// A span that names or points to somebody or something.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// Its sentence.
    pub sentence: usize,
    /// Its words in the sentence.
    pub words: Range<usize>,
    /// The word that governs it in the tree: its own, or that of a title before a name.
    pub head: usize,
    /// Where it stands in the report.
    pub span: Span<Byte>,
    /// What it is.
    pub kind: Kind,
    /// Whom or what it means, as an index of [`Mentions::entities`].
    pub entity: Option<usize>,
    /// Why it has no entity, in words a reader understands; empty where it has one.
    pub unresolved: &'static str,
}

/// Whom or what mentions mean.
#[derive(Clone, Debug, PartialEq)]
pub struct Entity {
    /// Its fullest name in the report, or its table's name.
    pub name: String,
    /// "person", "country", "organisation", "place", "group" or "role".
    pub kind: &'static str,
    /// Its actor code, where tables or text give one.
    pub actor: Option<Actor>,
    /// Its mentions, in order.
    pub mentions: Vec<usize>,
}

/// Everybody and everything a report mentions.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Mentions {
    /// In the order of the text; of two that start together the longer comes first.
    pub list: Vec<Mention>,
    /// In the order of their first mention.
    pub entities: Vec<Entity>,
    /// For every sentence and word the mention that [`Mentions::at`] gives.
    index: Vec<Vec<Option<u32>>>,
}

impl Mentions {
    /// Mentions in the order of the text, with their entities.
    pub fn new(list: Vec<Mention>, entities: Vec<Entity>) -> Self {
        let index = index(&list);
        Self { list, entities, index }
    }

    /// The mention that a word belongs to: the longest one with this word as head, else the shortest one around it.
    ///
    /// ```
    /// use saydo_syntax::Document;
    /// let document = Document::by_hand(&[
    ///     "The/the/DET/DT/3/det foreign/foreign/ADJ/JJ/3/amod minister/minister/NOUN/NN/4/nsubj left/leave/VERB/VBD/0/root",
    /// ]);
    /// let mentions = saydo_mentions::find(&document);
    /// let minister = &mentions.list[mentions.at(0, 2).unwrap()];
    /// assert_eq!(minister.words, 0..3);
    /// ```
    pub fn at(&self, sentence: usize, word: usize) -> Option<usize> {
        let found = *self.index.get(sentence)?.get(word)?;
        found.map(|m| m as usize)
    }

    /// Lets a mention mean an entity, as later stages find out: who speaks a quotation is whom its "I" means. What
    /// does not exist changes nothing.
    pub fn resolve(&mut self, mention: usize, entity: usize) {
        let (Some(found), Some(meant)) = (self.list.get_mut(mention), self.entities.get_mut(entity)) else {
            return;
        };
        if found.entity.is_none() {
            (found.entity, found.unresolved) = (Some(entity), "");
            let place = meant.mentions.partition_point(|&m| m < mention);
            meant.mentions.insert(place, mention);
        }
    }
}

fn index(list: &[Mention]) -> Vec<Vec<Option<u32>>> {
    let mut index: Vec<Vec<Option<u32>>> = Vec::new();
    let mut set = |sentence: usize, words: Range<usize>, m: usize| {
        if index.len() <= sentence {
            index.resize(sentence + 1, Vec::new());
        }
        let row = &mut index[sentence];
        if row.len() < words.end {
            row.resize(words.end, None);
        }
        row[words].fill(Some(m as u32));
    };
    let mut longest_first: Vec<usize> = (0..list.len()).collect();
    longest_first.sort_by_key(|&m| std::cmp::Reverse(list[m].words.len()));
    for &m in &longest_first {
        set(list[m].sentence, list[m].words.clone(), m);
    }
    for &m in longest_first.iter().rev() {
        set(list[m].sentence, list[m].head..list[m].head + 1, m);
    }
    index
}

/// A name that the tagger found in one sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// Its words in the sentence.
    pub words: Range<usize>,
    /// [`Kind::Person`], [`Kind::Place`] or [`Kind::Organisation`].
    pub kind: Kind,
}
