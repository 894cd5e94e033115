//! Treebanks with coreference as GUM writes it: `Entity=(1-person-…` opens a mention of entity 1, `1)` closes it.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::Context;
use saydo_mentions::training::Place;
use saydo_record::conllu::{self, Reader};
use saydo_text::{Byte, Span};

/// A document.
#[derive(Default)]
pub(crate) struct Page {
    /// What kind of document it is.
    pub(crate) genre: String,
    /// Its text, with an empty line between paragraphs.
    pub(crate) text: String,
    pub(crate) sentences: Vec<Sentence>,
    /// Mentions that have begun and not ended yet.
    open: Vec<Entity>,
}

/// A sentence's words and the mentions in it.
pub(crate) struct Sentence {
    pub(crate) words: Vec<Span<Byte>>,
    heads: Vec<Option<usize>>,
    pub(crate) entities: Vec<Entity>,
}

/// A mention: its words, and whom or what it means.
#[derive(Clone)]
pub(crate) struct Entity {
    pub(crate) first: usize,
    last: usize,
    pub(crate) id: String,
    pub(crate) kind: String,
}

/// Reads the documents of a treebank.
pub(crate) fn read(path: &Path) -> anyhow::Result<Vec<Page>> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut texts: Vec<Page> = Vec::new();
    for sentence in Reader::new(BufReader::new(file)) {
        let sentence = sentence?;
        if texts.is_empty() || sentence.comments.iter().any(|c| c.starts_with("newdoc")) {
            let genre = sentence.comment("meta::genre").unwrap_or_default().to_owned();
            texts.push(Page { genre, ..Page::default() });
        }
        texts.last_mut().into_iter().for_each(|text| text.take(&sentence));
    }
    Ok(texts)
}

impl Page {
    /// Whether a pronoun is annotated and means what the mentions with another word as head mean.
    pub(crate) fn same(&self, pronoun: Place, other: Place) -> bool {
        self.meant(pronoun).is_some_and(|entity| self.headed(other).any(|e| e.id == entity.id))
    }

    /// What a word means that is a mention by itself.
    pub(crate) fn meant(&self, place: Place) -> Option<&Entity> {
        let mut entities = self.sentences[place.sentence].entities.iter();
        entities.find(|e| e.first == place.word && e.last == place.word)
    }

    /// The mentions that a word is the head of.
    pub(crate) fn headed(&self, place: Place) -> impl Iterator<Item = &Entity> {
        let sentence = &self.sentences[place.sentence];
        let head = sentence.heads[place.word];
        let inside = move |e: &Entity, i: usize| e.first <= i && i <= e.last;
        let around = sentence.entities.iter().filter(move |e| inside(e, place.word));
        around.filter(move |e| head.is_none_or(|h| !inside(e, h)))
    }

    fn take(&mut self, sentence: &conllu::Sentence) {
        let paragraph = sentence.comments.iter().any(|c| c.starts_with("newpar"));
        if !self.text.is_empty() {
            self.text.push_str(if paragraph { "\n\n" } else { " " });
        }
        let mut taken = Sentence { words: Vec::new(), heads: Vec::new(), entities: Vec::new() };
        for (i, word) in sentence.words.iter().enumerate() {
            let start = self.text.len();
            self.text.push_str(&word.form);
            taken.words.push(Span::new(start, self.text.len()));
            taken.heads.push(word.head.checked_sub(1));
            if !word.misc.contains("SpaceAfter=No") {
                self.text.push(' ');
            }
            if let Some(marks) = word.misc.split('|').find_map(|m| m.strip_prefix("Entity=")) {
                self.marks(marks, i, &mut taken.entities);
            }
        }
        self.text.truncate(self.text.trim_end().len());
        self.sentences.push(taken);
    }

    /// Reads what begins and ends at a word: "(1-person-new-(2-place-giv)" and "2)1)".
    fn marks(&mut self, marks: &str, i: usize, entities: &mut Vec<Entity>) {
        for mark in marks.split_inclusive(')').flat_map(before_openings) {
            let (name, closes) = mark.strip_suffix(')').map_or((mark, false), |name| (name, true));
            let begun = name.strip_prefix('(').map(|name| {
                let mut parts = name.split('-').map(str::to_owned);
                let (id, kind) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
                Entity { first: i, last: i, id, kind }
            });
            match (begun, closes) {
                (Some(entity), true) => entities.push(entity),
                (Some(entity), false) => self.open.push(entity),
                (None, _) => entities.extend(self.end(name).map(|entity| Entity { last: i, ..entity })),
            }
        }
    }

    fn end(&mut self, id: &str) -> Option<Entity> {
        let begun = self.open.iter().rposition(|e| e.id == id)?;
        Some(self.open.remove(begun))
    }
}

/// Cuts before each opening mark.
fn before_openings(marks: &str) -> impl Iterator<Item = &str> {
    let cuts: Vec<usize> = marks.match_indices('(').map(|(at, _)| at).filter(|at| *at > 0).collect();
    let ends = cuts.clone().into_iter().chain([marks.len()]);
    [0].into_iter().chain(cuts).zip(ends).map(|(start, end)| &marks[start..end])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_open_and_close_mentions() {
        let (mut text, mut entities) = (Page::default(), Vec::new());
        text.marks("(1-person-new(2-place-giv)", 0, &mut entities);
        text.marks("(3-object-new)1)", 1, &mut entities);
        let told: Vec<_> =
            entities.iter().map(|e| (e.id.as_str(), e.kind.as_str(), e.first, e.last)).collect();
        assert_eq!(told, [("2", "place", 0, 0), ("3", "object", 1, 1), ("1", "person", 0, 1)]);
        assert!(text.open.is_empty());
    }
}
