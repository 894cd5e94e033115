//! Annotated texts as documents: the treebank's words, with the trees that our parser gives them.

use saydo_parse::{Analysis, Parser, Scratch};
use saydo_syntax::{Document, Rel, Sentence, Upos, Word, Zone};
use saydo_text::Span;

use super::treebank::Page;

/// The document of a text.
pub(crate) fn document<'t>(text: &'t Page, parser: &'t Parser<'_>) -> Document<'t> {
    let sentences = text.sentences.iter().map(|sentence| {
        let forms: Vec<&str> = sentence.words.iter().map(|span| &text.text[span.range()]).collect();
        let analyses = parser.parse(&[&forms], &mut Scratch::default()).remove(0);
        let words = analyses.into_iter().zip(&sentence.words);
        Sentence::new(&text.text, words.map(|(a, span)| word(text, parser, a, *span)).collect(), Zone::Body)
    });
    Document { text: &text.text, published: None, publisher: None, sentences: sentences.collect() }
}

fn word<'t>(
    text: &'t Page,
    parser: &'t Parser<'_>,
    analysis: Analysis,
    span: Span<saydo_text::Byte>,
) -> Word<'t> {
    let tag = parser.tag(analysis.tag);
    Word {
        form: &text.text[span.range()],
        lemma: analysis.lemma,
        upos: Upos::of(&tag.upos),
        xpos: &tag.xpos,
        feats: &tag.feats,
        head: analysis.head.checked_sub(1),
        rel: Rel::of(parser.relation(analysis.relation)),
        span,
    }
}
