//! Where an event happens: the places named in phrases of its clause.

use saydo_mentions::Kind;
use saydo_syntax::{Rel, Upos};

use crate::frame::{Frame, preposition};
use crate::party::Party;
use crate::scene::Scene;

/// Prepositions that tell where.
const WHERE: [&str; 26] = [
    "in", "at", "near", "on", "to", "from", "into", "across", "along", "around", "inside", "outside", "over",
    "through", "within", "toward", "towards", "off", "by", "between", "of", "against", "north of",
    "south of", "east of", "out of",
];

/// Those of them that tell where something is and not where it goes.
const AT: [&str; 12] =
    ["in", "at", "near", "on", "across", "along", "around", "inside", "outside", "over", "within", "off"];

/// The mentions of places in the phrases around a trigger, without those that act.
pub(crate) fn places(scene: &Scene<'_>, frame: &Frame, actors: &[Party], word: usize) -> Vec<usize> {
    let phrases = frame.phrases.iter().filter(|(p, _)| WHERE.contains(&p.as_str())).map(|(_, w)| *w);
    let within = |w: usize| scene.s.subtree(w).filter(move |&x| inside(scene, x, w)).collect::<Vec<_>>();
    let mut words: Vec<usize> = phrases.chain(governing(scene, word)).flat_map(within).collect();
    words.extend(frame.objects.iter().flat_map(|&o| within(o)));
    words.retain(|&w| w != word);
    let mut found: Vec<usize> = words.into_iter().filter_map(|w| place(scene, w)).collect();
    found.retain(|m| !actors.iter().any(|a| a.mention == Some(*m)));
    found.sort_unstable();
    found.dedup();
    found
}

/// The phrases that tell where on the verb that a noun is subject or object of: "recorded forty explosions | in Donetsk".
fn governing(scene: &Scene<'_>, noun: usize) -> Vec<usize> {
    let s = scene.s;
    let argument = matches!(s.words[noun].rel, Rel::Obj | Rel::Nsubj | Rel::NsubjPass);
    let verb = s.head(noun).filter(|&v| argument && s.words[v].upos == Upos::Verb);
    let at = |c: &usize| preposition(s, *c).is_some_and(|p| AT.contains(&p.as_str()));
    verb.into_iter().flat_map(|v| s.children_by(v, Rel::Obl)).filter(at).collect()
}

fn place(scene: &Scene<'_>, word: usize) -> Option<usize> {
    let m = scene.mentions.at(scene.n, word)?;
    (scene.mentions.list[m].kind == Kind::Place).then_some(m)
}

/// Whether a word stands in the phrase itself and not in a clause on it.
fn inside(scene: &Scene<'_>, word: usize, top: usize) -> bool {
    let clause = |w: usize| {
        matches!(scene.s.words[w].rel, Rel::Acl | Rel::AclRelcl | Rel::Advcl | Rel::Ccomp | Rel::Xcomp)
    };
    word == top || !std::iter::once(word).chain(scene.s.ancestors(word)).take_while(|&w| w != top).any(clause)
}
