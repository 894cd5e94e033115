//! Quotations to statements: which cue carries each, and which quotations go on from one before.

use std::collections::HashMap;

use saydo_syntax::Document;

use crate::beside;
use crate::cue::Hit;
use crate::draft::{CueWords, Draft, Who};
use crate::quote::Quote;
use crate::widen::widen;

/// The most statements that one quotation over several sentences is given to, so that a sentence of nothing but cues
/// cannot multiply a long text.
const MOST: usize = 8;

/// Gives every quotation of a document to the statement that carries it, and makes new statements for those that the
/// tree tied to no cue. `hits` are the cues of each sentence.
pub(crate) fn carry(
    document: &Document<'_>,
    hits: &[Vec<Hit<'_>>],
    quotes: &[Quote],
    drafts: &mut Vec<Draft>,
) {
    let mut desk = Desk { document, hits, last: None, by_sentence: HashMap::new(), drafts };
    desk.index();
    for quote in quotes {
        if let Some(i) = desk.absorb(quote) {
            desk.last = Some((i, quote));
        } else if is_speech(document, quote) {
            let i = desk.assign(quote);
            desk.last = Some((i, quote));
        }
    }
}

/// The statements found so far, and the one that quoted last.
pub(crate) struct Desk<'d, 't> {
    /// The sentences.
    pub(crate) document: &'d Document<'t>,
    /// The cues of each sentence.
    pub(crate) hits: &'d [Vec<Hit<'d>>],
    /// The statements.
    pub(crate) drafts: &'d mut Vec<Draft>,
    /// The statements with content or a cue in each sentence.
    pub(crate) by_sentence: HashMap<usize, Vec<usize>>,
    /// The statement that quoted last, and what.
    pub(crate) last: Option<(usize, &'d Quote)>,
}

/// The words beside a quotation that tell who says it.
pub(crate) struct Voice {
    /// By which words.
    pub(crate) cue: Option<CueWords>,
    /// Who.
    pub(crate) source: Option<Who>,
    /// The rule that found them.
    pub(crate) because: &'static str,
}

impl Desk<'_, '_> {
    /// Notes which statements have content in which sentence.
    fn index(&mut self) {
        for (i, draft) in self.drafts.iter().enumerate() {
            for piece in &draft.content {
                let list = self.by_sentence.entry(piece.sentence).or_default();
                if list.last() != Some(&i) {
                    list.push(i);
                }
            }
        }
    }

    /// Lets the statements that already hold part of a quotation hold all of it; the one that carries it.
    fn absorb(&mut self, quote: &Quote) -> Option<usize> {
        let (mut found, mut carriers) = (None, 0);
        for i in self.touched(quote) {
            let Some(cue) = &self.drafts[i].cue else { continue };
            let (speaks, inside) = (cue.speaks, quote.holds(cue.sentence, cue.head));
            let takes = speaks && carriers < MOST;
            if inside || !widen(self.document, quote, &mut self.drafts[i], takes) {
                continue;
            }
            if speaks {
                carriers += 1;
                self.mend_source(i, quote);
            }
            found = if speaks { Some(i) } else { found.or(Some(i)) };
        }
        found
    }

    /// The statements with content in the sentences of a quotation, each once.
    fn touched(&self, quote: &Quote) -> Vec<usize> {
        let sentences = quote.pieces.iter().map(|p| p.sentence);
        let mut touched: Vec<usize> =
            sentences.filter_map(|n| self.by_sentence.get(&n)).flatten().copied().collect();
        touched.sort_unstable();
        touched.dedup();
        touched
    }

    /// Looks for the speaker beside the cue where the tree found none, or one inside the quotation.
    fn mend_source(&mut self, i: usize, quote: &Quote) {
        let draft = &self.drafts[i];
        let inside = |w: &Who| quote.holds(w.sentence, w.head);
        if draft.source.as_ref().is_some_and(|w| !inside(w)) {
            return;
        }
        self.drafts[i].source = draft.cue.as_ref().and_then(|cue| self.beside(cue, quote));
    }

    /// The name right beside a cue, outside the quotation.
    pub(crate) fn beside(&self, cue: &CueWords, quote: &Quote) -> Option<Who> {
        let s = &self.document.sentences[cue.sentence];
        let quoted = |i: usize| quote.holds(cue.sentence, i);
        let head = beside::subject(s, &cue.words, quoted)?;
        Some(Who { sentence: cue.sentence, words: beside::words(s, head, &cue.words, quoted), head })
    }

    /// Adds a quotation to the statement that has its cue already, or makes a new statement.
    pub(crate) fn add(&mut self, quote: &Quote, voice: Voice) -> usize {
        let content = quote.pieces.clone();
        if let Some(i) = voice.cue.as_ref().and_then(|cue| self.with_cue(cue.sentence, cue.head)) {
            self.drafts[i].content.extend(content);
            self.drafts[i].content.sort_by_key(|p| (p.sentence, p.words.start));
            return i;
        }
        let i = self.drafts.len();
        if let Some(cue) = &voice.cue {
            self.by_sentence.entry(cue.sentence).or_default().push(i);
        }
        let Voice { cue, source, because } = voice;
        self.drafts.push(Draft { source, cue, content, addressee: None, because: because.to_owned() });
        i
    }

    /// The statement whose cue is this word.
    pub(crate) fn with_cue(&self, sentence: usize, head: usize) -> Option<usize> {
        let is = |c: &CueWords| (c.sentence, c.head) == (sentence, head);
        let mut here = self.by_sentence.get(&sentence)?.iter().copied();
        here.find(|&i| self.drafts[i].cue.as_ref().is_some_and(is))
    }
}

/// Whether a quotation is something said, and not a word or a title in quotation marks: it has a verb that stands for
/// itself, or it is a sentence of its own.
fn is_speech(document: &Document<'_>, quote: &Quote) -> bool {
    let first = quote.first();
    let s = &document.sentences[first.sentence];
    let alone = first.words == (0..s.len());
    let finite = || first.words.clone().any(|i| matches!(s.words[i].xpos, "VBD" | "VBZ" | "VBP" | "MD"));
    quote.len() >= 5 && (alone || quote.pieces.len() > 1 || finite())
}
