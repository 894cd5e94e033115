//! How a case is read and written down.

use std::fmt::Write;

use expect_test::Expect;
use saydo_mentions::{Kind, Mention, Mentions};
use saydo_statements::{Source, Statement, find};
use saydo_syntax::{Document, Sentence, Upos};
use saydo_text::{Byte, Span};

/// Finds the statements of sentences in one paragraph and compares them, one in each line, with what is expected:
/// `source | cue | content | act manner`, and where there are any `not`, `to` whom and `in` which statement.
pub(crate) fn check(sentences: &[&str], expected: &Expect) {
    check_in(&Document::by_hand(sentences), expected);
}

/// The same for sentences that are each a paragraph.
pub(crate) fn check_paragraphs(sentences: &[&str], expected: &Expect) {
    let mut document = Document::by_hand(sentences);
    for (n, sentence) in document.sentences.iter_mut().enumerate() {
        sentence.paragraph = n;
    }
    check_in(&document, expected);
}

/// The same for a document.
pub(crate) fn check_in(document: &Document<'_>, expected: &Expect) {
    let found = find(document, &names(document));
    let lines = found.iter().map(|s| line(document, s) + "\n");
    expected.assert_eq(&lines.collect::<String>());
}

fn line(document: &Document<'_>, s: &Statement) -> String {
    let of = |span: Span<Byte>| span.of(document.text).unwrap_or_default().replace('\n', " ");
    let who = |who: &Option<Source>| who.as_ref().map_or("-".to_owned(), |w| of(w.span));
    let cue = s.cue.as_ref().map_or("-".to_owned(), |c| of(c.span));
    let act = s.cue.as_ref().map_or("-", |c| c.act.name());
    let content = s.content.iter().map(|c| of(*c)).collect::<Vec<_>>().join(" … ");
    let manner = format!("{:?}", s.manner).to_lowercase();
    let mut line = format!("{} | {cue} | {content} | {act} {manner}", who(&s.source));
    if s.cue.as_ref().is_some_and(|c| c.negated) {
        line += " not";
    }
    if s.addressee.is_some() {
        let _ = write!(line, " to {}", who(&s.addressee));
    }
    if let Some(outer) = s.within {
        let _ = write!(line, " in {outer}");
    }
    line
}

/// Every proper noun as the name of a person.
fn names(document: &Document<'_>) -> Mentions {
    let of = |(n, s): (usize, &Sentence<'_>)| {
        let proper = (0..s.len()).filter(|&i| s.words[i].upos == Upos::Propn);
        proper.map(|i| name(n, s, i)).collect::<Vec<_>>()
    };
    Mentions::new(document.sentences.iter().enumerate().flat_map(of).collect(), Vec::new())
}

fn name(sentence: usize, s: &Sentence<'_>, i: usize) -> Mention {
    let span = s.span(i..i + 1);
    Mention { sentence, words: i..i + 1, head: i, span, kind: Kind::Person, entity: None, unresolved: "" }
}
