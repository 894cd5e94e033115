//! Which words of a sentence belong to which names.

use std::ops::Range;

use saydo_mentions::{Kind, Mentions};

/// A name over some words.
#[derive(Clone, Debug)]
pub(crate) struct Name {
    pub(crate) words: Range<usize>,
    pub(crate) kind: Kind,
    pub(crate) mention: usize,
}

/// The names of all sentences.
#[derive(Debug)]
pub(crate) struct Cover {
    names: Vec<Vec<Name>>,
}

impl Cover {
    pub(crate) fn new(sentences: usize, mentions: &Mentions) -> Self {
        let mut names = vec![Vec::new(); sentences];
        for (mention, m) in mentions.list.iter().enumerate() {
            let is_name = matches!(m.kind, Kind::Person | Kind::Place | Kind::Organisation | Kind::Demonym);
            if let Some(row) = names.get_mut(m.sentence).filter(|_| is_name) {
                row.push(Name { words: m.words.clone(), kind: m.kind, mention });
            }
        }
        Self { names }
    }

    /// The names of one sentence.
    pub(crate) fn of(&self, sentence: usize) -> &[Name] {
        &self.names[sentence]
    }

    /// The mention with exactly these words.
    pub(crate) fn exact(&self, sentence: usize, words: &Range<usize>) -> Option<usize> {
        self.of(sentence).iter().find(|n| n.words == *words).map(|n| n.mention)
    }

    /// The shortest name around a word.
    pub(crate) fn around(&self, sentence: usize, word: usize) -> Option<&Name> {
        let around = self.of(sentence).iter().filter(|n| n.words.contains(&word));
        around.min_by_key(|n| n.words.len())
    }
}
