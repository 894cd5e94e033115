//! From a deed to triples: every source with every target, both ways where a code is paired.

use std::ops::Range;

use crate::Triple;
use crate::deed::Deed;
use crate::noun::{Noun, Nouns};
use crate::options::Options;
use crate::pattern::Code;

/// An actor of a deed: a code and the words it comes from.
#[derive(Clone, Debug)]
pub(crate) struct Actor<'a> {
    /// The code, `---` for nobody.
    pub(crate) code: &'a str,
    words: Range<usize>,
}

impl<'a> Actor<'a> {
    /// The code, `None` for nobody.
    pub(crate) fn known(&self) -> Option<&'a str> {
        Some(self.code).filter(|code| *code != NOBODY)
    }
}

const NOBODY: &str = "---";

/// The roots of CAMEO's codes for cooperation.
const COOPERATION: [&str; 4] = ["03", "04", "05", "06"];

/// Adds the triples of a deed that are new. Where `mutual` is set, those who cooperate with nobody else do so with each
/// other.
pub(crate) fn triples(deed: &Deed, nouns: &Nouns, options: &Options, mutual: bool, all: &mut Vec<Triple>) {
    let (mut sources, mut targets) = (actors(nouns, deed.source), actors(nouns, deed.target));
    let alone = mutual && sources.len() > 1 && is_nobody(&targets);
    if !alone && (deed.source.is_none() || deed.target.is_none()) {
        return;
    }
    match &deed.code {
        Code::Nothing => {}
        Code::One(code) if alone && COOPERATION.iter().any(|root| code.starts_with(root)) => {
            pairs(&sources, &sources, code, deed, options, all);
        }
        Code::One(code) => pairs(&sources, &targets, code, deed, options, all),
        Code::Pair(there, back) => {
            if is_nobody(&targets) {
                targets.clone_from(&sources);
            } else if is_nobody(&sources) {
                sources.clone_from(&targets);
            }
            pairs(&sources, &targets, there, deed, options, all);
            pairs(&targets, &sources, back, deed, options, all);
        }
    }
}

fn is_nobody(actors: &[Actor<'_>]) -> bool {
    actors.first().is_none_or(|actor| actor.code == NOBODY)
}

/// The actors of a phrase and those coordinated with it; a code `A/B` is two. Nobody where there are none.
pub(crate) fn actors(nouns: &Nouns, noun: Option<u32>) -> Vec<Actor<'_>> {
    let all = noun.into_iter().flat_map(|n| nouns.together(n));
    let coded = all.filter_map(|n| Some((n, n.code.as_deref().or(n.text.as_deref())?)));
    let actors =
        coded.flat_map(|(n, code)| code.split('/').map(move |code| Actor { code, words: extent(n) }));
    let mut actors: Vec<Actor<'_>> = actors.collect();
    if actors.is_empty() {
        let words = noun.and_then(|n| nouns.list.get(n as usize)).map_or(0..0, extent);
        actors.push(Actor { code: NOBODY, words });
    }
    actors
}

fn extent(noun: &Noun) -> Range<usize> {
    match (noun.tokens.first(), noun.tokens.last()) {
        (Some(&first), Some(&last)) => first..last + 1,
        _ => 0..0,
    }
}

fn pairs(
    sources: &[Actor<'_>],
    targets: &[Actor<'_>],
    code: &str,
    deed: &Deed,
    options: &Options,
    all: &mut Vec<Triple>,
) {
    let nobody =
        |a: &Actor<'_>, b: &Actor<'_>| options.require_dyad && (a.code == NOBODY || b.code == NOBODY);
    for source in sources {
        let targets = targets.iter().filter(|t| t.code != source.code && !nobody(source, t));
        for target in targets.filter(|_| !code.is_empty()) {
            add(triple(source, target, code, &deed.words), all);
        }
    }
}

/// Adds a triple if it is new.
pub(crate) fn add(triple: Triple, all: &mut Vec<Triple>) {
    let same = |t: &Triple| t.source == triple.source && t.target == triple.target && t.code == triple.code;
    if !all.iter().any(same) {
        all.push(triple);
    }
}

/// A triple of two actors.
pub(crate) fn triple(source: &Actor<'_>, target: &Actor<'_>, code: &str, verb: &Range<usize>) -> Triple {
    Triple {
        source: source.code.to_owned(),
        target: target.code.to_owned(),
        code: code.to_owned(),
        trigger: verb.start,
        trigger_end: verb.end,
        source_words: source.words.clone(),
        target_words: target.words.clone(),
    }
}
