//! Documents written by hand, for tests and examples of rules.

use saydo_text::{Span, Zone};

use crate::{Document, Rel, Sentence, Upos, Word};

impl Document<'static> {
    /// A document of sentences written as `form/lemma/UPOS/XPOS/head/relation`, separated by blanks, with heads counted
    /// from 1 and 0 for the root. Words stand one blank apart in its text, sentences one line apart. The text is kept
    /// for the rest of the program.
    ///
    /// # Panics
    /// Where a word does not have six parts.
    pub fn by_hand(sentences: &[&str]) -> Self {
        let rows: Vec<Vec<Vec<&str>>> = sentences
            .iter()
            .map(|s| s.split_whitespace().map(|word| word.split('/').collect()).collect())
            .collect();
        let line = |s: &Vec<Vec<&str>>| s.iter().map(|w| w[0]).collect::<Vec<_>>().join(" ");
        let text: &'static str = String::leak(rows.iter().map(line).collect::<Vec<_>>().join("\n"));
        let mut at = 0;
        let sentences = rows.iter().map(|s| sentence(text, s, &mut at)).collect();
        Self { text, sentences, ..Self::default() }
    }
}

fn sentence(text: &'static str, rows: &[Vec<&str>], at: &mut usize) -> Sentence<'static> {
    let words = rows
        .iter()
        .map(|row| {
            let [form, lemma, upos, xpos, head, rel] = row[..] else {
                panic!("{row:?} does not have six parts")
            };
            let span = Span::new(*at, *at + form.len());
            *at = span.end + 1;
            Word {
                form: &text[span.range()],
                lemma: lemma.to_owned(),
                upos: Upos::of(upos),
                xpos: String::leak(xpos.to_owned()),
                feats: "_",
                head: head.parse::<usize>().ok().and_then(|h| h.checked_sub(1)),
                rel: Rel::of(rel),
                span,
            }
        })
        .collect();
    Sentence::new(text, words, Zone::Body)
}
