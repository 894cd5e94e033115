//! Documents with words of the caller's and trees made by chance, for tests of the stages that read trees.

use std::fmt::Write;

use proptest::prelude::*;
use saydo_syntax::Document;
use saydo_text::{Byte, Span};

/// Relations that rules ask for.
const RELATIONS: &[&str] = &[
    "nsubj",
    "nsubj:pass",
    "nsubj:outer",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "obl:unmarked",
    "nmod",
    "nmod:poss",
    "acl",
    "acl:relcl",
    "advcl",
    "ccomp",
    "xcomp",
    "csubj",
    "conj",
    "parataxis",
    "aux",
    "aux:pass",
    "cop",
    "case",
    "mark",
    "det",
    "amod",
    "advmod",
    "compound",
    "compound:prt",
    "flat",
    "appos",
    "punct",
    "expl",
];

/// A sentence written by hand from a list of words: which words, on which heads, by which relations.
fn sentence(list: &'static [&'static str]) -> impl Strategy<Value = String> {
    let word = (0..list.len(), 0..24_usize, 0..RELATIONS.len());
    prop::collection::vec(word, 1..24).prop_map(move |words| {
        words.iter().fold(String::new(), |mut text, &(word, head, relation)| {
            let _ = write!(text, "{}/{head}/{} ", list[word], RELATIONS[relation]);
            text
        })
    })
}

/// Sentences from a list of words, as form, lemma and tags; each may begin a paragraph.
pub(crate) fn document(list: &'static [&'static str]) -> impl Strategy<Value = Document<'static>> {
    prop::collection::vec((sentence(list), any::<bool>()), 1..6).prop_map(|rows| {
        let sentences: Vec<&str> = rows.iter().map(|(s, _)| s.as_str()).collect();
        let mut document = Document::by_hand(&sentences);
        let mut paragraph = 0;
        for (sentence, (_, begins)) in document.sentences.iter_mut().zip(&rows) {
            paragraph += usize::from(*begins);
            sentence.paragraph = paragraph;
        }
        document
    })
}

/// Whether a span begins and ends where words do, and holds at least one.
pub(crate) fn is_on_words(document: &Document<'_>, span: Span<Byte>) -> bool {
    let words = || document.sentences.iter().flat_map(|s| &s.words);
    let starts = words().any(|w| w.span.start == span.start);
    starts && !span.is_empty() && words().any(|w| w.span.end == span.end)
}
