//! Treebanks as running text: documents of paragraphs of sentences, with the places of their tokens.

use std::fs::File;
use std::io::BufReader;
use std::path::Path;

use anyhow::Context;
use saydo_record::conllu::{self, Reader};

/// A sentence's text in characters, and its tokens.
#[derive(Clone)]
pub(crate) struct Sentence {
    pub(crate) text: Vec<char>,
    /// For each token the character it starts at, and whether it continues a multiword token.
    pub(crate) tokens: Vec<(usize, bool)>,
    /// The sentence is the first of a document, or of a paragraph.
    pub(crate) opens_document: bool,
    pub(crate) opens_paragraph: bool,
    /// A word holds a plural in "'s", which no newspaper writes; too rare to learn, frequent enough to mislead.
    pub(crate) misleading: bool,
}

/// Reads the sentences whose words can be found in their text.
pub(crate) fn read(path: &Path) -> anyhow::Result<Vec<Sentence>> {
    let file = File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut sentences = Vec::new();
    for sentence in Reader::new(BufReader::new(file)) {
        sentences.extend(place(&sentence?));
    }
    Ok(sentences)
}

fn place(sentence: &conllu::Sentence) -> Option<Sentence> {
    let text: Vec<char> = sentence.text().chars().collect();
    let mut tokens = Vec::new();
    let mut at = 0;
    for (i, word) in sentence.words.iter().enumerate() {
        at += text[at..].iter().take_while(|c| c.is_whitespace()).count();
        tokens.push((at, sentence.ranges.iter().any(|r| r.first < i + 1 && i < r.last)));
        for c in word.form.chars() {
            if *text.get(at)? != c {
                return None;
            }
            at += 1;
        }
    }
    let opens = |name: &str| sentence.comments.iter().any(|c| c.starts_with(name));
    let misleading = sentence.words.iter().any(|word| is_odd_plural(&word.form));
    let (opens_document, opens_paragraph) = (opens("newdoc"), opens("newpar"));
    Some(Sentence { text, tokens, opens_document, opens_paragraph, misleading })
}

fn is_odd_plural(form: &str) -> bool {
    form.strip_suffix("'s")
        .or_else(|| form.strip_suffix("\u{2019}s"))
        .is_some_and(|stem| stem.ends_with(char::is_alphabetic))
}
