//! Clauses that a word or a phrase without a verb attributes: "reportedly", "according to X".

use saydo_codebook::{Act, List, Words};
use saydo_syntax::{Rel, Sentence, Upos};

use crate::draft::{CueWords, Draft, Piece};
use crate::phrase::{runs, under};
use crate::report::who;

/// The statements of sentence number `n` that adverbs and "according to" attribute.
pub(crate) fn drafts(s: &Sentence<'_>, n: usize) -> Vec<Draft> {
    let according = (0..s.len()).filter(|&i| s.words[i].lemma == "accord").filter_map(|i| according(s, n, i));
    let listed = |&i: &usize| Words::shipped().has(List::Hearsay, &s.words[i].lemma);
    let hearsay = (0..s.len()).filter(listed).filter_map(|i| hearsay(s, n, i));
    according.chain(hearsay).collect()
}

/// A clause that an adverb marks as somebody's word, without saying whose.
fn hearsay(s: &Sentence<'_>, n: usize, i: usize) -> Option<Draft> {
    let content = Piece::all(n, runs(s, under(s, s.head(i)?, &[i])));
    let plain = CueWords::plain(n, i..i + 1, i);
    let cue = Some(CueWords { act: Act::Claim, speaks: false, ..plain });
    let because = "adverb of hearsay".to_owned();
    (!content.is_empty()).then_some(Draft { source: None, cue, content, addressee: None, because })
}

/// "According to X, …" and "…, according to X".
fn according(s: &Sentence<'_>, n: usize, i: usize) -> Option<Draft> {
    if !s.words.get(i + 1)?.form.eq_ignore_ascii_case("to") {
        return None;
    }
    let (source, phrase) = named(s, i)?;
    let mut words = under(s, clause_of(s, phrase)?, &[phrase]);
    words.retain(|w| *w != i && *w != i + 1);
    let content = Piece::all(n, runs(s, words));
    let mut source = who(s, n, source);
    source.words.start = source.words.start.max(i + 2);
    let (source, cue) = (Some(source), Some(CueWords::plain(n, i..i + 2, i)));
    let because = "according to".to_owned();
    (!content.is_empty()).then_some(Draft { source, cue, content, addressee: None, because })
}

/// The noun after "according to", and the word that governs the whole phrase.
fn named(s: &Sentence<'_>, i: usize) -> Option<(usize, usize)> {
    if s.words[i].rel == Rel::Case {
        return s.head(i).map(|noun| (noun, noun));
    }
    s.children_by(i, Rel::Obl).find(|&c| c > i).map(|noun| (noun, i))
}

/// The clause that a phrase belongs to: its nearest ancestor that is a verb or has a subject, or, for a phrase at the
/// border of the sentence, the main clause.
fn clause_of(s: &Sentence<'_>, phrase: usize) -> Option<usize> {
    let has_subject = |a: usize| s.children(a).any(|c| s.words[c].rel.base() == Rel::Nsubj);
    let is_clause = |&a: &usize| matches!(s.words[a].upos, Upos::Verb | Upos::Aux) || has_subject(a);
    let near = s.ancestors(phrase).find(is_clause).or_else(|| s.head(phrase))?;
    let reach = s.reach(phrase);
    let at_border = reach.start == 0 || reach.end + 1 >= s.len();
    let whole = |i: usize| !matches!(s.words[i].rel, Rel::Ccomp | Rel::Root);
    let top = std::iter::successors(Some(near), |&i| s.head(i).filter(|_| whole(i))).last();
    if at_border { top } else { Some(near) }
}
