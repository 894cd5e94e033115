//! What negates a word from below: "not", "never", "no", "without", "nobody".

use saydo_syntax::{Rel, Sentence, Upos};

use crate::tree;

const NOT: [&str; 8] = ["not", "n't", "n’t", "nt", "never", "nowhere", "nor", "neither"];
const NOBODY: [&str; 6] = ["nobody", "none", "nothing", "no-one", "noone", "neither"];
const ONLY: [&str; 6] = ["only", "just", "merely", "simply", "solely", "necessarily"];
const NEVER: [&str; 6] = ["time", "circumstance", "way", "account", "means", "point"];
const WITHOUT: [&str; 4] = ["without", "instead", "rather", "sans"];

/// The words under `i` that negate it, apart from what the path to the judged word goes through.
pub(crate) fn negators<'s>(
    s: &'s Sentence<'_>,
    i: usize,
    via: Option<usize>,
) -> impl Iterator<Item = usize> + 's {
    s.children(i).filter(move |&c| Some(c) != via).filter_map(move |c| negator(s, i, c))
}

fn negator(s: &Sentence<'_>, i: usize, c: usize) -> Option<usize> {
    let word = &s.words[c];
    let own = match word.rel {
        Rel::Advmod | Rel::CcPreconj | Rel::Aux => NOT.iter().any(|w| tree::is(s, c, w)) && !only(s, c),
        Rel::Cc => NOT.iter().chain(&WITHOUT).any(|w| tree::is(s, c, w)) && !only(s, c),
        Rel::Det => is_no(s, c),
        Rel::Mark | Rel::Case => WITHOUT.iter().any(|w| tree::is(s, c, w)),
        _ => false,
    };
    if own {
        return Some(c);
    }
    match word.rel {
        Rel::Advmod if tree::is(s, c, "longer") || tree::is(s, c, "more") => {
            s.children(c).find(|&d| tree::is(s, d, "no"))
        }
        Rel::Nsubj | Rel::NsubjPass | Rel::Obj if is_clause(s, i) => nobody(s, c),
        Rel::Obl | Rel::OblUnmarked if NEVER.contains(&word.lemma.as_str()) => no(s, c),
        _ => None,
    }
}

/// Whether "not" belongs to "only": "not only left but".
fn only(s: &Sentence<'_>, not: usize) -> bool {
    let next = s.words.get(not + 1);
    next.is_some_and(|w| ONLY.iter().any(|o| w.form.eq_ignore_ascii_case(o)))
}

fn is_no(s: &Sentence<'_>, c: usize) -> bool {
    tree::is(s, c, "no") || tree::is(s, c, "neither")
}

fn is_clause(s: &Sentence<'_>, i: usize) -> bool {
    matches!(s.words[i].upos, Upos::Verb | Upos::Aux) || s.child(i, Rel::Cop).is_some()
}

fn no(s: &Sentence<'_>, noun: usize) -> Option<usize> {
    s.children_by(noun, Rel::Det).find(|&d| is_no(s, d))
}

fn nobody(s: &Sentence<'_>, c: usize) -> Option<usize> {
    if NOBODY.iter().any(|w| tree::is(s, c, w)) { Some(c) } else { no(s, c).or_else(|| not_one(s, c)) }
}

/// The "not" of "not a single soldier" and "not one of them".
fn not_one(s: &Sentence<'_>, noun: usize) -> Option<usize> {
    let one = |w: usize| ["a", "an", "one", "single"].iter().any(|o| tree::is(s, w, o));
    let not = s.children_by(noun, Rel::Advmod).find(|&d| d < noun && tree::is(s, d, "not"))?;
    (not + 1 < s.len() && one(not + 1)).then_some(not)
}
