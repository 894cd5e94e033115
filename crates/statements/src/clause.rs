//! Clauses that a verb reports: after it, before it, around it, or as much of one as a wrong tree left.

use saydo_codebook::{Act, Cues, Frame};
use saydo_syntax::{Rel, Sentence, Upos};

use crate::cue::Hit;
use crate::extent::{closed_up, without_participles};
use crate::frame::Content;
use crate::lost::{is_lost, lost, outer_verb};
use crate::phrase::{has_marker, is_double_mark, under};
use crate::stray;

/// "Said that …": the clauses that hang on a verb, or the one that it stands in as a parenthesis.
pub(crate) fn clause(s: &Sentence<'_>, hit: &Hit<'_>, cues: &Cues) -> Option<Content> {
    if !hit.cue.frames.has(Frame::That) {
        return None;
    }
    let v = hit.head;
    let words = complements(s, v);
    if words.is_empty() {
        let stray = || stray::on_noun(s, v).or_else(|| stray::before(s, v));
        return around(s, hit).or_else(|| Content::new(s, stray()?, "clause"));
    }
    let words = untimed(s, v, without_participles(s, cues, words));
    let told = hit.cue.frames.has(Frame::Hearer) || hit.cue.frames.has(Frame::Object);
    let words = if told { words } else { closed_up(s, cues, v, words) };
    Content::new(s, words, "clause")
}

/// The words of the clauses on a verb; of those before and after it only the latter.
fn complements(s: &Sentence<'_>, v: usize) -> Vec<usize> {
    let mut all: Vec<usize> = s.children(v).filter(|&c| is_clause(s, v, c) && !is_lost(s, v, c)).collect();
    if all.is_empty() {
        all.extend(outer_verb(s, v).and_then(|_| lost(s, v)));
    }
    if all.iter().any(|&c| c < v) {
        all.retain(|&c| c < v || !tells_when(s, v, c));
    }
    let after = all.iter().any(|&c| c > v);
    all.into_iter().filter(|&c| c > v || !after).flat_map(|c| under(s, c, &[])).collect()
}

/// Whether a clause behind a cue only tells when it was said: "…, he said after they left", "…, he said, a day after".
fn tells_when(s: &Sentence<'_>, v: usize, c: usize) -> bool {
    const LONGEST: usize = 4;
    let opens =
        |i: usize| matches!(s.words[i].lemma.as_str(), "after" | "before" | "when" | "while" | "hour");
    let small = |i: usize| {
        matches!(s.words[i].upos, Upos::Det | Upos::Num | Upos::Noun | Upos::Adj | Upos::Adv | Upos::Punct)
    };
    let start = s.reach(c).start;
    let first = (start..s.len().min(start + LONGEST)).find(|&i| c > v && opens(i));
    first.is_some_and(|first| (start..first).all(small))
}

/// The words of a clause without a day that stands between cue and clause: "said Tuesday that", "said Tuesday it".
fn untimed(s: &Sentence<'_>, v: usize, mut words: Vec<usize>) -> Vec<usize> {
    words.sort_unstable();
    let first = words.first().copied().unwrap_or(v);
    let day = first == v + 1 && s.words[first].rel == Rel::OblUnmarked && s.reach(first).len() == 1;
    if day {
        words.remove(0);
    }
    words
}

/// Whether a dependent is a clause that the verb reports.
fn is_clause(s: &Sentence<'_>, v: usize, c: usize) -> bool {
    let asked = || (has_marker(s, c, "if") || has_marker(s, c, "whether")) && s.words[v].lemma == "ask";
    match s.words[c].rel {
        Rel::Ccomp | Rel::Csubj | Rel::CsubjPass | Rel::CsubjOuter => true,
        Rel::Parataxis => c > v && opens(s, s.reach(c).start),
        Rel::Advcl => c > v && asked(),
        Rel::Acl => s.words[v].upos != Upos::Verb && has_marker(s, c, "that"),
        _ => false,
    }
}

/// Whether a colon or a quotation mark stands before word `at`.
fn opens(s: &Sentence<'_>, at: usize) -> bool {
    let mark = |i: usize| s.words[i].form == ":" || is_double_mark(s.words[i].form);
    (at > 0 && mark(at - 1)) || mark(at)
}

/// The clause that a parenthesis hangs on: "…, he said, …", "…, as he put it".
fn around(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<Content> {
    let v = hit.head;
    let head = s.head(v)?;
    let parenthesis = match s.words[v].rel {
        Rel::Parataxis => true,
        Rel::Advcl => has_marker(s, v, "as") && !is_pluperfect(s, v),
        _ => false,
    };
    let object = s.child(v, Rel::Obj).filter(|o| !hit.rest.contains(o));
    let has_object = object.is_some() || (s.child(v, Rel::Xcomp).is_some() && !is_enclosed(s, v));
    let has_subject = s.children(v).any(|c| s.words[c].rel.base() == Rel::Nsubj);
    let stands_alone = parenthesis && has_subject && !has_object;
    stands_alone.then(|| Content::new(s, under(s, head, &[v]), "parenthesis")).flatten()
}

/// Whether a verb tells what was before: "as they had promised" compares, and tells in nobody's words.
fn is_pluperfect(s: &Sentence<'_>, v: usize) -> bool {
    s.children_by(v, Rel::Aux).any(|a| s.words[a].form.eq_ignore_ascii_case("had"))
}

/// Whether a verb and its subject stand between two commas.
fn is_enclosed(s: &Sentence<'_>, v: usize) -> bool {
    let comma = |i: Option<usize>| i.and_then(|i| s.words.get(i)).is_some_and(|w| w.form == ",");
    let subjects = s.children_by(v, Rel::Nsubj).map(|c| s.reach(c).start);
    let first = subjects.min().unwrap_or(v);
    comma(Some(v + 1)) && comma(first.checked_sub(1))
}

/// Everything after the verb that its tree could not tell apart, for verbs that report clauses and little else.
pub(crate) fn remainder(s: &Sentence<'_>, hit: &Hit<'_>) -> Option<Content> {
    let (v, frames) = (hit.head, &hit.cue.frames);
    let says = hit.cue.act == Act::Say && frames.has(Frame::That);
    let plain = says && !frames.has(Frame::Hearer) && !frames.has(Frame::Object);
    let small = frames.has(Frame::Small) && !frames.has(Frame::Object);
    let object = s.child(v, Rel::Obj).or_else(|| s.child(v, Rel::Iobj)).filter(|&o| o > v)?;
    let pronoun = matches!(s.words[object].upos, Upos::Pron | Upos::Adv);
    if !(plain || small) || (pronoun && plain) {
        return None;
    }
    let parts: Vec<usize> = s.children(v).filter(|&c| c > v && goes_on(s, c)).collect();
    let words: Vec<usize> = parts.iter().flat_map(|&c| under(s, c, &[])).collect();
    let finite = words.iter().any(|&w| matches!(s.words[w].xpos, "VBD" | "VBZ" | "VBP" | "MD"));
    let quoted = words.iter().any(|&w| is_double_mark(s.words[w].form));
    let named = small && (parts.len() > 1 || quoted || s.child(object, Rel::Appos).is_some());
    ((plain && finite) || named).then(|| Content::new(s, words, "rest of the clause")).flatten()
}

/// Whether a dependent after the verb can be part of the clause that it reports.
fn goes_on(s: &Sentence<'_>, c: usize) -> bool {
    let after_comma = s.reach(c).start > 0 && s.words[s.reach(c).start - 1].form == ",";
    match s.words[c].rel {
        Rel::Punct | Rel::Conj | Rel::Cc | Rel::Parataxis | Rel::OblUnmarked | Rel::CompoundPrt => false,
        Rel::Advcl | Rel::Obl => !after_comma,
        _ => true,
    }
}
