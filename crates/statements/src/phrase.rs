//! Questions to the tree that several rules ask.

use std::ops::Range;

use saydo_syntax::{Rel, Sentence, Upos};

/// Marks that open or close a quotation, single ones left out: they are apostrophes too.
pub(crate) fn is_double_mark(form: &str) -> bool {
    matches!(form, "\"" | "“" | "”" | "„" | "«" | "»" | "''" | "``")
}

/// Whether a word is punctuation that may stand at the border of a content without belonging to it.
fn is_loose(form: &str) -> bool {
    matches!(form, "," | ";" | ":" | "." | "-" | "–" | "—" | "--" | "!" | "?" | "…" | "..." | "*" | "•")
}

/// The words under `i`, in order, without those under one of `without`.
pub(crate) fn under(s: &Sentence<'_>, i: usize, without: &[usize]) -> Vec<usize> {
    let (mut found, mut open) = (Vec::new(), vec![i]);
    while let Some(word) = open.pop().filter(|_| found.len() < s.len()) {
        if !without.contains(&word) {
            found.push(word);
            open.extend(s.children(word));
        }
    }
    found.sort_unstable();
    found
}

/// The lemma of the first dependent that is a preposition or a conjunction, in lower case.
pub(crate) fn marker<'s>(s: &'s Sentence<'_>, i: usize) -> Option<&'s str> {
    let child = s.children(i).find(|&c| matches!(s.words[c].rel, Rel::Case | Rel::Mark))?;
    Some(s.words[child].lemma.as_str())
}

/// Whether one of a word's markers has this lemma.
pub(crate) fn has_marker(s: &Sentence<'_>, i: usize, lemma: &str) -> bool {
    s.children(i).any(|c| matches!(s.words[c].rel, Rel::Case | Rel::Mark) && s.words[c].lemma == lemma)
}

/// Whether a verb is passive.
pub(crate) fn is_passive(s: &Sentence<'_>, verb: usize) -> bool {
    s.child(verb, Rel::AuxPass).is_some() || s.child(verb, Rel::NsubjPass).is_some()
}

/// Whether a verb is a past participle without a subject or an auxiliary of its own: "a deal reached", "asked why".
pub(crate) fn is_participle(s: &Sentence<'_>, verb: usize) -> bool {
    let w = &s.words[verb];
    let bare = || !s.children(verb).any(|c| matches!(s.words[c].rel, Rel::Aux | Rel::Nsubj));
    w.xpos == "VBN"
        && matches!(w.rel, Rel::Acl | Rel::Advcl | Rel::Ccomp | Rel::Parataxis | Rel::Dep)
        && bare()
}

/// Whether an infinitive with "to".
pub(crate) fn is_infinitive(s: &Sentence<'_>, verb: usize) -> bool {
    s.children(verb).any(|c| s.words[c].rel == Rel::Mark && s.words[c].lemma == "to")
}

/// Whether a word is negated by one of its dependents, or by the verb that governs its infinitive.
pub(crate) fn is_negated(s: &Sentence<'_>, i: usize) -> bool {
    let own = |i: usize| {
        s.children(i).any(|c| {
            let w = &s.words[c];
            (w.rel == Rel::Advmod || w.rel == Rel::Det)
                && matches!(w.lemma.as_str(), "not" | "never" | "no" | "n't" | "neither" | "nor" | "hardly")
        })
    };
    own(i) || (s.words[i].rel == Rel::Xcomp && s.head(i).is_some_and(own))
}

/// A noun phrase as a source or an object is shown: without the clauses and parentheses that follow its name.
pub(crate) fn noun_phrase(s: &Sentence<'_>, head: usize) -> Range<usize> {
    let mut range = s.reach(head);
    for c in s.children(head) {
        if c < head
            && matches!(s.words[c].rel, Rel::Case | Rel::Cc | Rel::Mark)
            && s.reach(c).start == range.start
        {
            range.start = s.reach(c).end;
        }
        let cut =
            matches!(s.words[c].rel, Rel::AclRelcl | Rel::Parataxis | Rel::Acl | Rel::Advcl | Rel::Ccomp);
        if cut && c > head {
            range.end = range.end.min(s.reach(c).start.max(head + 1));
        } else if (cut || s.words[c].rel == Rel::Punct) && c < head && s.reach(c).start == range.start {
            range.start = s.reach(c).end;
        }
    }
    trim(s, range)
}

/// A range of words without the punctuation at its borders that does not belong to it.
pub(crate) fn trim(s: &Sentence<'_>, mut range: Range<usize>) -> Range<usize> {
    let loose = |i: usize| is_loose(s.words[i].form);
    while range.start < range.end && loose(range.start) {
        range.start += 1;
    }
    while range.start < range.end && loose(range.end - 1) {
        range.end -= 1;
    }
    range
}

/// Sets of words as runs without gaps, each trimmed. Punctuation between two words of the set closes no run.
pub(crate) fn runs(s: &Sentence<'_>, mut words: Vec<usize>) -> Vec<Range<usize>> {
    words.sort_unstable();
    words.dedup();
    let mut runs: Vec<Range<usize>> = Vec::new();
    for w in words {
        match runs.last_mut() {
            Some(run) if (run.end..w).all(|i| s.words[i].upos == Upos::Punct) => run.end = w + 1,
            _ => runs.push(w..w + 1),
        }
    }
    runs.into_iter().map(|r| trim(s, r)).filter(|r| !r.is_empty()).collect()
}

/// A verb with the auxiliaries, negations and adverbs that stand directly before it, and its particle after it.
pub(crate) fn verb_group(s: &Sentence<'_>, verb: usize) -> Range<usize> {
    let mut start = verb;
    let belongs = |i: usize| {
        let w = &s.words[i];
        w.head == Some(verb) && matches!(w.rel, Rel::Aux | Rel::AuxPass | Rel::Cop | Rel::Advmod)
    };
    while start > 0 && belongs(start - 1) {
        start -= 1;
    }
    while start < verb && s.words[start].rel == Rel::Advmod && s.words[start].xpos == "WRB" {
        start += 1;
    }
    let particle = s.children_by(verb, Rel::CompoundPrt).find(|&p| p == verb + 1);
    start..particle.map_or(verb, |p| p) + 1
}
