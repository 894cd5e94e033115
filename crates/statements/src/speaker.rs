//! Who says a quotation that the tree tied to no cue: the words before it, after it, or those that spoke last.

use saydo_syntax::{Sentence, Upos};

use crate::cue::Hit;
use crate::draft::{CueWords, Piece, Who};
use crate::introduced::introduced;
use crate::phrase::is_double_mark;
use crate::quote::Quote;
use crate::report::{cue_words, who};
use crate::source::subject;
use crate::speech::{Desk, Voice};

/// How far from the start of its sentence a cue may stand that reports a quotation of the sentence before.
const EARLY: usize = 12;

impl<'d> Desk<'d, '_> {
    /// Finds who says a quotation that no statement holds yet; the statement that has it now.
    pub(crate) fn assign(&mut self, quote: &'d Quote) -> usize {
        if let Some(voice) = self.cue_beside(quote) {
            return self.add(quote, voice);
        }
        if let Some(i) = self.goes_on(quote) {
            return self.append(i, quote);
        }
        if let Some(voice) = self.unknown_verb(quote) {
            return self.add(quote, voice);
        }
        if let Some(i) = self.spoke_before(quote) {
            return self.append(i, quote);
        }
        let nobody = Voice { cue: None, source: None, because: "quotation without a speaker" };
        let voice = self.cue_before(quote).unwrap_or(nobody);
        self.add(quote, voice)
    }

    fn append(&mut self, i: usize, quote: &Quote) -> usize {
        self.drafts[i].content.extend(quote.pieces.iter().cloned());
        i
    }

    /// A cue in the sentences of the quotation, in the one after it, or before a colon.
    fn cue_beside(&self, quote: &Quote) -> Option<Voice> {
        let ends = [quote.last().sentence, quote.first().sentence];
        ends.into_iter()
            .find_map(|n| self.speaker_in(quote, n))
            .or_else(|| self.speaker_after(quote))
            .or_else(|| introduced(self.document, self.hits, quote))
    }

    /// A verb of speech outside the quotation in sentence `n`, with its subject.
    fn speaker_in(&self, quote: &Quote, n: usize) -> Option<Voice> {
        let s = &self.document.sentences[n];
        let mine = &quote.piece(n)?.words;
        let distance =
            |i: usize| if i < mine.start { mine.start - i } else { (i + 1).saturating_sub(mine.end) };
        let outside = self.hits[n].iter().filter(|h| h.speaks() && !mine.contains(&h.head));
        let near = outside.min_by_key(|h| distance(h.head))?;
        let source = subject(s, near.head).filter(|i| !mine.contains(i)).map(|i| who(s, n, i));
        Some(self.voice(n, near, source, quote, "quotation beside its cue"))
    }

    /// A cue with its subject or, where the tree has none, the name beside it.
    fn voice(
        &self,
        n: usize,
        hit: &Hit<'_>,
        source: Option<Who>,
        quote: &Quote,
        because: &'static str,
    ) -> Voice {
        let cue = cue_words(&self.document.sentences[n], n, hit, None);
        let source = source.or_else(|| self.beside(&cue, quote));
        Voice { cue: Some(cue), source, because }
    }

    /// A verb of speech near the start of the sentence after the quotation, which closes with its sentence:
    /// "What changed?" | Beck asked.
    fn speaker_after(&self, quote: &Quote) -> Option<Voice> {
        let last = quote.last();
        let n = last.sentence + 1;
        let s = self.document.sentences.get(n).filter(|s| s.paragraph == quote.paragraph)?;
        let closes = last.words.end == self.document.sentences[last.sentence].len();
        if !closes || s.words.first().is_some_and(|w| is_double_mark(w.form)) {
            return None;
        }
        let hit = self.main_cue(n).filter(|h| h.head <= EARLY && self.with_cue(n, h.head).is_none())?;
        let source = subject(s, hit.head).map(|i| who(s, n, i));
        let finite = matches!(s.words[hit.head].xpos, "VBD" | "VBZ" | "VBP");
        finite.then(|| self.voice(n, hit, source, quote, "quotation before its cue"))
    }

    /// The verb of speech that governs sentence `n`.
    fn main_cue(&self, n: usize) -> Option<&'d Hit<'d>> {
        let root = self.document.sentences[n].root();
        self.hits[n].iter().find(|h| h.head == root && h.speaks())
    }

    /// A verb that no lexicon knows, with a name beside it, right before or after the quotation: "…," bellowed Trump.
    fn unknown_verb(&self, quote: &Quote) -> Option<Voice> {
        let last = quote.last();
        let s = &self.document.sentences[last.sentence];
        let finite =
            |i: usize| s.words[i].upos == Upos::Verb && matches!(s.words[i].xpos, "VBD" | "VBZ" | "VBP");
        let near = last.words.end..(last.words.end + 3).min(s.len());
        let verb = near.filter(|_| closes_clause(s, last)).find(|&i| finite(i))?;
        let cue = CueWords::plain(last.sentence, verb..verb + 1, verb);
        let source = self.beside(&cue, quote)?;
        Some(Voice { cue: Some(cue), source: Some(source), because: "quotation beside a verb and a name" })
    }

    /// The statement that this quotation goes on from: the one that quoted last, in the same paragraph, or in the one
    /// before where its quotation was left open.
    fn goes_on(&self, quote: &Quote) -> Option<usize> {
        let (i, before) = self.last?;
        let same = before.paragraph == quote.paragraph && quote.first().words.start == 0;
        let open = before.open && before.paragraph + 1 == quote.paragraph;
        let near = quote.first().sentence <= before.last().sentence + 1;
        let speaks = self.drafts[i].cue.as_ref().is_none_or(|c| c.speaks);
        (near && (open || same) && speaks).then_some(i)
    }

    /// The last statement of the sentence before, for a quotation that is a sentence or a paragraph by itself.
    fn spoke_before(&self, quote: &Quote) -> Option<usize> {
        let before = self.sentence_before(quote)?;
        let drafts = self.by_sentence.get(&before)?.iter().copied();
        let speaking = drafts.filter(|&i| {
            let draft = &self.drafts[i];
            draft.source.is_some() && draft.cue.as_ref().is_none_or(|c| c.speaks && c.clausal)
        });
        speaking.max_by_key(|&i| self.drafts[i].place())
    }

    /// A verb of speech without a content of its own in the sentence before: "Lau said in a statement. “…”".
    fn cue_before(&self, quote: &Quote) -> Option<Voice> {
        let n = self.sentence_before(quote)?;
        let s = &self.document.sentences[n];
        let hit = self.main_cue(n)?;
        let source = subject(s, hit.head).map(|i| who(s, n, i));
        let cue = Some(cue_words(s, n, hit, None));
        Some(Voice { cue, source, because: "quotation after a cue without a content" })
    }

    /// The sentence right before a quotation that fills its sentences: in its paragraph, or in the one before where it
    /// fills its own.
    fn sentence_before(&self, quote: &Quote) -> Option<usize> {
        let (first, last) = (quote.first(), quote.last());
        let before = first.sentence.checked_sub(1)?;
        let sentences = &self.document.sentences;
        let whole = first.words.start == 0 && last.words.end + 1 >= sentences[last.sentence].len();
        let paragraph = sentences[before].paragraph;
        let alone = sentences.get(last.sentence + 1).is_none_or(|s| s.paragraph != quote.paragraph);
        let adjacent = paragraph == quote.paragraph || (paragraph + 1 == quote.paragraph && alone);
        (whole && adjacent && sentences[before].zone == sentences[first.sentence].zone).then_some(before)
    }
}

/// Whether a quotation ends as the words of a speaker do before "he said": with a comma, a question or an exclamation
/// mark, before or after its closing mark.
fn closes_clause(s: &Sentence<'_>, piece: &Piece) -> bool {
    let ends = |i: usize| s.words.get(i).is_some_and(|w| matches!(w.form, "," | "?" | "!" | "…" | "..."));
    piece.words.end >= 2 && (ends(piece.words.end - 2) || ends(piece.words.end))
}
