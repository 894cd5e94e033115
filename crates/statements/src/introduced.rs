//! Quotations that a colon introduces: "Caddell continued: “…”", "Kuleba: “…”".

use saydo_syntax::{Document, Rel, Sentence, Upos};

use crate::cue::Hit;
use crate::draft::{CueWords, Who};
use crate::phrase::{trim, verb_group};
use crate::quote::Quote;
use crate::report::{cue_words, who};
use crate::source::subject;
use crate::speech::Voice;

/// The longest name that stands before a colon by itself.
const LONGEST: usize = 8;

/// What stands before the colon that introduces a quotation: a cue with its subject, or just a name.
pub(crate) fn introduced(document: &Document<'_>, hits: &[Vec<Hit<'_>>], quote: &Quote) -> Option<Voice> {
    let (n, colon) = colon(document, quote)?;
    let s = &document.sentences[n];
    let last = hits[n].iter().rfind(|h| h.head < colon && h.speaks());
    let said = last.map(|hit| {
        let source = subject(s, hit.head).map(|i| who(s, n, i));
        (Some(cue_words(s, n, hit, None)), source)
    });
    let (cue, source) = said
        .or_else(|| name(s, n, colon).map(|source| (None, Some(source))))
        .or_else(|| verb(s, n, colon).map(|(cue, source)| (Some(cue), Some(source))))?;
    Some(Voice { cue, source, because: "quotation after a colon" })
}

/// The colon right before a quotation, in its sentence or at the end of the one before.
fn colon(document: &Document<'_>, quote: &Quote) -> Option<(usize, usize)> {
    let first = quote.first();
    let end = |n: usize| Some((n, document.sentences[n].len().checked_sub(1)?));
    let (n, at) = match first.words.start.checked_sub(1) {
        Some(at) => (first.sentence, at),
        None => first.sentence.checked_sub(1).and_then(end)?,
    };
    (document.sentences[n].words[at].form == ":").then_some((n, at))
}

/// A name that fills the sentence up to the colon.
fn name(s: &Sentence<'_>, n: usize, colon: usize) -> Option<Who> {
    if colon > LONGEST || (0..colon).any(|i| s.words[i].upos == Upos::Verb) {
        return None;
    }
    let outside = |i: &usize| s.head(*i).is_none_or(|h| h >= colon);
    let head = (0..colon).find(|i| outside(i) && matches!(s.words[*i].upos, Upos::Propn | Upos::Noun))?;
    Some(Who { sentence: n, words: trim(s, 0..colon), head })
}

/// The main verb of the clause before the colon, whatever it is, with its subject.
fn verb(s: &Sentence<'_>, n: usize, colon: usize) -> Option<(CueWords, Who)> {
    let root = s.root();
    let fits = root < colon && s.words[root].upos == Upos::Verb;
    let source = s.child(root, Rel::Nsubj).filter(|_| fits)?;
    Some((CueWords::plain(n, verb_group(s, root), root), who(s, n, source)))
}
