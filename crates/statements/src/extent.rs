//! How far a content reaches where the tree attaches a phrase too high or too low.

use saydo_codebook::{Cues, Frame, List, Part, Words};
use saydo_syntax::{Rel, Sentence, Upos};

use crate::lost::outer_verb;
use crate::phrase::{is_infinitive, under};

/// The words of an object with the phrases that follow it at once, though the tree hangs them on the verb: "blamed the
/// fall in oil prices", "welcomed bids to end it".
pub(crate) fn with_followers(s: &Sentence<'_>, v: usize, mut words: Vec<usize>) -> Vec<usize> {
    let mut end = words.iter().max().map_or(0, |w| w + 1);
    for c in s.children(v).filter(|&c| c > v) {
        if s.reach(c).start == end && follows(s, c) && !words.contains(&c) {
            words.extend(under(s, c, &[]));
            end = s.reach(c).end;
        }
    }
    words
}

/// Whether a phrase on the verb can belong to the object before it.
fn follows(s: &Sentence<'_>, c: usize) -> bool {
    let links = |m: usize| Words::shipped().has(List::Linking, &s.words[m].lemma);
    match s.words[c].rel {
        Rel::Obl | Rel::Nmod => !is_setting(s, c) && s.children_by(c, Rel::Case).any(links),
        Rel::Advcl | Rel::Xcomp => is_infinitive(s, c),
        Rel::Acl | Rel::AclRelcl => true,
        _ => false,
    }
}

/// Whether a phrase tells when or where something was said.
fn is_setting(s: &Sentence<'_>, c: usize) -> bool {
    let lemma = s.words[c].lemma.to_lowercase();
    let listed = |list: List| Words::shipped().has(list, &lemma);
    s.words[c].upos == Upos::Num || listed(List::Time) || listed(List::Occasion)
}

/// Whether a word is a verb of the lexicon that reports clauses.
fn speaks(s: &Sentence<'_>, cues: &Cues, i: usize) -> bool {
    let mut entries = cues.starting_with(&s.words[i].lemma);
    entries.any(|c| c.part == Part::Verb && c.frames.has(Frame::That))
}

/// The words of a clause without what follows a comma and goes with the cue: "…, adding that", "…, saying he".
pub(crate) fn without_participles(s: &Sentence<'_>, cues: &Cues, words: Vec<usize>) -> Vec<usize> {
    let own = |i: usize| is_aside(s, i) || outer_verb(s, i).is_some();
    let cut = words.iter().copied().filter(|&i| own(i) && speaks(s, cues, i));
    let cut = marked(s, cut.chain(last_aside(s, &words)).collect());
    words.into_iter().filter(|&w| !cut[w]).collect()
}

/// For every word, whether it is or hangs under one of `tops`.
fn marked(s: &Sentence<'_>, mut tops: Vec<usize>) -> Vec<bool> {
    let mut marked = vec![false; s.len()];
    while let Some(top) = tops.pop() {
        if !marked[top] {
            marked[top] = true;
            tops.extend(s.children(top));
        }
    }
    marked
}

/// Whether a word is a participle after a comma.
fn is_aside(s: &Sentence<'_>, i: usize) -> bool {
    let rel = matches!(s.words[i].rel, Rel::Advcl | Rel::Acl | Rel::Parataxis | Rel::Conj);
    rel && s.words[i].xpos == "VBG" && after_comma(s, i)
}

/// Whether what a word governs begins with a comma, or right after one.
fn after_comma(s: &Sentence<'_>, i: usize) -> bool {
    let start = s.reach(i).start;
    s.words[start].form == "," || (start > 0 && s.words[start - 1].form == ",")
}

/// A relative clause after a comma that ends the content: more often the reporter's than the speaker's.
fn last_aside(s: &Sentence<'_>, words: &[usize]) -> Option<usize> {
    let end = words.iter().max()? + 1;
    let last = |i: usize| s.words[i].rel == Rel::AclRelcl && s.reach(i).end == end;
    words.iter().copied().find(|&i| last(i) && after_comma(s, i))
}

/// The words of a clause with those between it and its cue that the tree lost: all that stands before a cue at the end
/// of its sentence, or a noun right after the cue.
pub(crate) fn closed_up(s: &Sentence<'_>, cues: &Cues, v: usize, mut words: Vec<usize>) -> Vec<usize> {
    words.sort_unstable();
    let (Some(&first), Some(&last)) = (words.first(), words.last()) else { return words };
    if last < v && s.words[v].rel == Rel::Root && opens(s, cues, first) {
        words.splice(0..0, 0..first);
    } else if first > v {
        let joins = |i: usize| s.words[i].head.is_some_and(|h| h == v || words.binary_search(&h).is_ok());
        let noun = |&i: &usize| matches!(s.words[i].rel, Rel::Obj | Rel::Nsubj) && joins(i);
        if let Some(noun) = (v + 1..first).find(noun) {
            words.splice(0..0, s.reach(noun).start.max(v + 1)..first);
        }
    }
    words
}

/// Whether all words before `first` can belong to the clause that begins there: none reports, and no semicolon ends
/// another clause.
fn opens(s: &Sentence<'_>, cues: &Cues, first: usize) -> bool {
    let reports = |i: usize| s.words[i].upos == Upos::Verb && speaks(s, cues, i);
    !(0..first).any(|i| reports(i) || s.words[i].form == ";")
}
