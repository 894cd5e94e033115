//! Whether a pattern fits the words around a trigger, and which pattern fits best.

use std::borrow::Cow;

use saydo_codebook::{Events, Need, Part, Pattern, Slot};
use saydo_syntax::{Rel, Upos, Word};

use crate::frame::Frame;
use crate::scene::Scene;

/// How far behind its verb a particle or an adverb of the trigger may stand: "left their trucks and tanks behind".
const PARTICLE: usize = 10;

/// A trigger with the pattern that fits it best.
pub(crate) struct Hit<'l> {
    pub(crate) word: usize,
    pub(crate) pattern: &'l Pattern,
    pub(crate) frame: Frame,
    /// The words that the pattern asked for by lemma: they are part of what happened, and no event by themselves.
    pub(crate) used: Vec<usize>,
    /// The other words of the trigger.
    pub(crate) rest: Vec<usize>,
}

/// The best hit at a word.
pub(crate) fn at<'l>(scene: &Scene<'_>, lexicon: &'l Events, i: usize) -> Option<Hit<'l>> {
    let word = &scene.s.words[i];
    let whole = hyphenated(scene, i);
    let find = |part: Part| match &whole {
        Some((lemma, other)) => best(scene, lexicon, i, lemma, part).map(|mut hit| {
            hit.rest.extend([*other, usize::midpoint(*other, i)]);
            hit
        }),
        None => lemmas(word, part).find_map(|lemma| best(scene, lexicon, i, &lemma, part)),
    };
    parts(scene, i).into_iter().find_map(find)
}

/// The lemma of a word that a hyphen joins to the one before or after, where this one governs ("build-up"), and the
/// other word.
pub(crate) fn hyphenated(scene: &Scene<'_>, i: usize) -> Option<(String, usize)> {
    let words = &scene.s.words;
    let hyphen = |h: usize| words.get(h).is_some_and(|w| w.form == "-" && touches(words, h));
    if i > 1 && hyphen(i - 1) && scene.s.head(i - 2) == Some(i) {
        return Some((
            format!("{}-{}", words[i - 2].form.to_lowercase(), words[i].lemma.to_lowercase()),
            i - 2,
        ));
    }
    let governs = |o: usize| scene.s.head(i) != Some(o) || !matches!(words[o].upos, Upos::Noun | Upos::Verb);
    (hyphen(i + 1) && i + 2 < words.len() && governs(i + 2))
        .then(|| (format!("{}-{}", words[i].lemma.to_lowercase(), words[i + 2].form.to_lowercase()), i + 2))
}

/// Whether a hyphen stands between two words without spaces.
fn touches(words: &[Word<'_>], h: usize) -> bool {
    let near =
        |a: usize, b: usize| words.get(a).zip(words.get(b)).is_some_and(|(a, b)| a.span.end == b.span.start);
    h > 0 && near(h - 1, h) && near(h, h + 1)
}

/// The parts of speech under which a word may be listed.
fn parts(scene: &Scene<'_>, i: usize) -> Vec<Part> {
    let word = &scene.s.words[i];
    match word.upos {
        Upos::Verb => vec![Part::Verb],
        Upos::Noun => vec![Part::Noun],
        Upos::Adj if matches!(word.xpos, "VBN" | "VBG") || word.form.ends_with("ed") => {
            vec![Part::Adjective, Part::Verb]
        }
        Upos::Adj => vec![Part::Adjective],
        Upos::Aux if word.rel == Rel::Cop => vec![Part::Verb],
        Upos::Propn if scene.mention(i).is_none() => vec![Part::Noun, Part::Verb],
        _ => Vec::new(),
    }
}

/// The lemma of a word, and what it would be if its ending were taken off in another way.
fn lemmas(word: &Word<'_>, part: Part) -> impl Iterator<Item = String> {
    let mut found = vec![word.lemma.to_lowercase()];
    let ending = |e: &str| word.lemma.strip_suffix(e).filter(|stem| stem.len() > 2);
    if part == Part::Verb {
        if matches!(word.xpos, "VBD" | "VBN" | "VBG") {
            found.push(format!("{}e", word.lemma));
            found.extend(ending("e").map(str::to_owned));
        }
        if word.upos != Upos::Verb {
            let (ed, ing) = (ending("ed"), ending("ing"));
            found.extend(ed.into_iter().chain(ing).flat_map(|stem| [stem.to_owned(), format!("{stem}e")]));
        }
        found.extend(ending("s").map(str::to_owned).filter(|_| word.upos != Upos::Verb));
    } else if word.upos == Upos::Propn {
        found.extend(ending("s").map(str::to_lowercase));
    }
    found.into_iter()
}

/// The first pattern that fits: the lexicon gives the most telling ones first.
fn best<'l>(scene: &Scene<'_>, lexicon: &'l Events, i: usize, lemma: &str, part: Part) -> Option<Hit<'l>> {
    let mut plain: Option<Frame> = None;
    lexicon.at(lemma, part).find_map(|pattern| {
        let rest = rest(scene, i, pattern)?;
        let plain = plain.get_or_insert_with(|| Frame::of(scene.s, i, part));
        let mut frame = Cow::Borrowed(&*plain);
        if !rest.is_empty() {
            frame.to_mut().take_particles(scene.s, i, &rest);
        }
        let used = fits(scene, &frame, pattern)?;
        Some(Hit { word: i, pattern, frame: frame.into_owned(), used, rest })
    })
}

/// The other words of a trigger, or `None` where one is missing.
fn rest(scene: &Scene<'_>, i: usize, pattern: &Pattern) -> Option<Vec<usize>> {
    let s = scene.s;
    let mut found = Vec::new();
    for lemma in pattern.rest() {
        let is = |c: &usize| s.words[*c].lemma == *lemma || s.words[*c].form.eq_ignore_ascii_case(lemma);
        let word = match pattern.part {
            Part::Verb => {
                let child = s
                    .children(i)
                    .filter(|&c| {
                        c > i && c < i + PARTICLE && !matches!(s.words[c].rel, Rel::Nsubj | Rel::Conj)
                    })
                    .find(is);
                child.or_else(|| {
                    (i + 1..(i + 3).min(s.len()))
                        .find(|c| is(c) && matches!(s.words[*c].upos, Upos::Adp | Upos::Adv))
                })
            }
            _ => (i.saturating_sub(4)..i).rev().find(|c| is(c) && s.is_under(*c, i)),
        };
        found.push(word?);
    }
    Some(found)
}

/// The words a pattern used by lemma, or `None` where a need does not hold.
fn fits(scene: &Scene<'_>, frame: &Frame, pattern: &Pattern) -> Option<Vec<usize>> {
    let mut used = Vec::new();
    for need in &pattern.needs {
        let found = need.slots.iter().find_map(|slot| filled(scene, frame, slot, need));
        match found {
            Some(_) if need.not => return None,
            None if !need.not => return None,
            Some(word) if need.among.as_ref().is_some_and(|a| a.kinds.is_empty()) => used.push(word),
            _ => {}
        }
    }
    Some(used)
}

/// The first word in a place that is what a need asks for.
fn filled(scene: &Scene<'_>, frame: &Frame, slot: &Slot, need: &Need) -> Option<usize> {
    let is = |w: &usize| need.among.as_ref().is_none_or(|a| scene.is_among(*w, a));
    match slot {
        Slot::Object => frame.objects.iter().chain(&frame.indirect).copied().find(|w| is(w)),
        Slot::Subject => frame.subjects.iter().copied().find(|w| is(w)),
        Slot::Clause => frame.clauses.iter().copied().find(|w| is(w)),
        Slot::Modifier => frame.modifiers.iter().chain(&frame.possessors).copied().find(|w| is(w)),
        Slot::Preposition(p) => frame.with(p).find(|w| is(w)),
    }
}
