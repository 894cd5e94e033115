//! Statements that one sentence reports by a cue of its own.

use saydo_codebook::{Cues, Frame, Part};
use saydo_syntax::{Rel, Sentence, Upos};

use crate::cue::Hit;
use crate::draft::{CueWords, Draft, Piece, Who};
use crate::frame::{Content, of_verb};
use crate::noun::{of_adjective, of_noun};
use crate::phrase::{is_negated, is_passive, noun_phrase, verb_group};
use crate::source::{minded, owner, subject};
use crate::{beside, hearsay, parenthesis, trailing};

/// The statements of sentence number `n`, whose cues are `hits`.
pub(crate) fn drafts(s: &Sentence<'_>, n: usize, hits: &[Hit<'_>], cues: &Cues) -> Vec<Draft> {
    let mut found: Vec<Draft> = hits.iter().filter_map(|hit| draft(s, n, hit, cues)).collect();
    found.extend(hearsay::drafts(s, n));
    found
}

fn draft(s: &Sentence<'_>, n: usize, hit: &Hit<'_>, cues: &Cues) -> Option<Draft> {
    if let Some(found) = parenthesis::of_verb(s, hit).or_else(|| trailing::of_verb(s, hit)) {
        return Some(aside(s, n, hit, found));
    }
    let content = match hit.cue.part {
        Part::Verb => of_verb(s, hit, cues),
        Part::Noun => of_noun(s, hit),
        Part::Adjective => of_adjective(s, hit),
    }?;
    let source = source(s, hit, &content).map(|i| who(s, n, i)).or_else(|| neighbour(s, n, hit, &content));
    Some(Draft {
        source,
        cue: Some(cue_words(s, n, hit, Some(&content))),
        addressee: content.addressee.map(|i| who(s, n, i)),
        because: format!("{} ({}), {}", hit.cue.lemma, hit.cue.act.name(), content.frame),
        content: Piece::all(n, content.words),
    })
}

/// The statement of a name and a verb between commas.
fn aside(s: &Sentence<'_>, n: usize, hit: &Hit<'_>, found: parenthesis::Parenthesis) -> Draft {
    Draft {
        source: Some(Who { sentence: n, words: found.name, head: found.head }),
        cue: Some(cue_words(s, n, hit, None)),
        content: Piece::all(n, found.content),
        addressee: None,
        because: format!("{} ({}), parenthesis", hit.cue.lemma, hit.cue.act.name()),
    }
}

/// The name right beside a finite verb of speech for which the tree has no subject.
fn neighbour(s: &Sentence<'_>, n: usize, hit: &Hit<'_>, content: &Content) -> Option<Who> {
    let finite = matches!(s.words[hit.head].xpos, "VBD" | "VBZ" | "VBP") && !is_passive(s, hit.head);
    if !finite || content.anonymous || hit.cue.part != Part::Verb {
        return None;
    }
    let group = verb_group(s, hit.head);
    let inside = |i: usize| content.words.iter().any(|r| r.contains(&i));
    let head = beside::subject(s, &group, inside)?;
    if head > hit.head && !hit.cue.frames.has(Frame::That) {
        return None;
    }
    Some(Who { sentence: n, words: beside::words(s, head, &group, inside), head })
}

/// Somebody named in sentence number `n`, by the word that governs the name.
pub(crate) fn who(s: &Sentence<'_>, n: usize, head: usize) -> Who {
    let Some(noun) = antecedent(s, head) else {
        return Who { sentence: n, words: noun_phrase(s, head), head };
    };
    let mut words = noun_phrase(s, noun);
    if head >= words.end && head <= words.end + 1 {
        words.end = head + 1;
    }
    Who { sentence: n, words, head: noun }
}

/// The noun that a relative pronoun stands for, where the clause hangs on it.
fn antecedent(s: &Sentence<'_>, i: usize) -> Option<usize> {
    let word = &s.words[i];
    let relative = matches!(word.xpos, "WP" | "WDT") || (word.lemma == "that" && word.upos == Upos::Pron);
    let clause = std::iter::once(i).chain(s.ancestors(i)).find(|&a| s.words[a].rel == Rel::AclRelcl)?;
    s.head(clause).filter(|&noun| relative && noun < i)
}

fn source(s: &Sentence<'_>, hit: &Hit<'_>, content: &Content) -> Option<usize> {
    if content.anonymous {
        return None;
    }
    let inside = |i: &usize| content.words.iter().any(|r| r.contains(i));
    let found = match hit.cue.part {
        Part::Noun if hit.cue.frames.has(Frame::Person) => Some(hit.head),
        Part::Noun => {
            let taken: Vec<usize> = content.words.iter().flat_map(Clone::clone).collect();
            owner(s, hit.head, &taken)
        }
        Part::Adjective if s.words[hit.head].upos == Upos::Verb => minded(s, hit.head),
        Part::Verb | Part::Adjective => subject(s, hit.head),
    };
    found.filter(|i| !inside(i))
}

/// The words of a cue: the verb with its auxiliaries and particle, and the preposition where it follows at once.
pub(crate) fn cue_words(s: &Sentence<'_>, n: usize, hit: &Hit<'_>, content: Option<&Content>) -> CueWords {
    let mut words = match hit.cue.part {
        Part::Verb | Part::Adjective => verb_group(s, hit.head),
        Part::Noun => hit.head..hit.head + 1,
    };
    for next in hit.rest.iter().copied().chain(content.and_then(|c| c.preposition)) {
        if next >= words.end && next <= words.end + 2 {
            words.end = next + 1;
        }
    }
    let raised = content.is_some_and(|c| c.frame == "raising");
    let speaks = hit.speaks() && !raised;
    let negated = is_negated(s, hit.head);
    let clausal = content.is_none_or(|c| !matches!(c.frame, "object" | "preposition" | "raising"));
    CueWords { sentence: n, words, head: hit.head, act: hit.cue.act, negated, clausal, speaks }
}
