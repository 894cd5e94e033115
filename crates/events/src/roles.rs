//! Who acts and who is acted on: the places around a trigger where a pattern looks for them.

use saydo_codebook::{Part, Role};
use saydo_syntax::{Sentence, Upos};

use crate::fits::Hit;
use crate::party::Party;
use crate::scene::Scene;

/// Where a verb's recipient stands, best place first, unless its pattern says otherwise.
const AFTER_VERB: [&str; 14] = [
    "with", "to", "against", "on", "upon", "at", "from", "for", "over", "into", "toward", "towards", "in",
    "of",
];
/// Where a noun's recipient stands.
const AFTER_NOUN: [&str; 12] =
    ["on", "against", "with", "to", "between", "at", "of", "for", "over", "in", "from", "into"];

/// Who acts and who is acted on.
pub(crate) fn roles(scene: &Scene<'_>, hit: &Hit<'_>) -> (Vec<Party>, Vec<Party>) {
    let mut taken = hit.rest.clone();
    taken.push(hit.word);
    let acting = if hit.pattern.actor.is_empty() {
        default_actor(hit.pattern.part)
    } else {
        hit.pattern.actor.clone()
    };
    let acting = with_light(hit.pattern.part, acting);
    let actors = first(scene, hit, &acting, &mut taken, None);
    let acted = if hit.pattern.recipient.is_empty() {
        default_recipient(hit.pattern.part)
    } else {
        hit.pattern.recipient.clone()
    };
    let acted = with_indirect(hit.pattern.part, acted);
    let recipients = first(scene, hit, &acted, &mut taken, Some(&actors));
    (actors, recipients)
}

/// A light verb's subject acts in a noun's event whatever else its pattern says: "granted a pardon".
fn with_light(part: Part, mut roles: Vec<Role>) -> Vec<Role> {
    if part == Part::Noun && !roles.contains(&Role::Light) && !roles.contains(&Role::Nobody) {
        roles.push(Role::Light);
    }
    roles
}

/// Whoever a light verb gives a noun's event to is its recipient whatever else its pattern says: "gave him a pardon".
fn with_indirect(part: Part, mut roles: Vec<Role>) -> Vec<Role> {
    if part == Part::Noun && !roles.contains(&Role::Indirect) && !roles.contains(&Role::Nobody) {
        roles.push(Role::Indirect);
    }
    roles
}

fn default_actor(part: Part) -> Vec<Role> {
    match part {
        Part::Verb | Part::Adjective => vec![Role::Subject],
        Part::Noun => vec![
            Role::Possessor,
            Role::Preposition("by".to_owned()),
            Role::Modifier,
            Role::Light,
            Role::Preposition("between".to_owned()),
            Role::Preposition("of".to_owned()),
        ],
    }
}

fn default_recipient(part: Part) -> Vec<Role> {
    let prepositions =
        |list: &[&str]| list.iter().map(|p| Role::Preposition((*p).to_owned())).collect::<Vec<_>>();
    match part {
        Part::Noun => [prepositions(&AFTER_NOUN), vec![Role::Indirect]].concat(),
        _ => [vec![Role::Object, Role::Indirect], prepositions(&AFTER_VERB)].concat(),
    }
}

/// The parties in the first place that names somebody, else the first that names anything. Recipients are looked for
/// beside those who act.
fn first(
    scene: &Scene<'_>,
    hit: &Hit<'_>,
    roles: &[Role],
    taken: &mut Vec<usize>,
    beside: Option<&[Party]>,
) -> Vec<Party> {
    let acts = beside.is_none();
    let mut things: Option<(u8, Vec<Party>, usize)> = None;
    for role in roles {
        for word in words(scene, hit, role) {
            if taken.contains(&word) || scene.is_time(word) {
                continue;
            }
            let parties = beside.map_or_else(|| scene.parties(word, true), |a| others(scene, word, a));
            if parties.iter().any(|p| p.mention.is_some()) {
                taken.push(word);
                return parties;
            }
            let rank = u8::from(hit.used.contains(&word));
            let counts = !acts
                || matches!(role, Role::Subject | Role::Light)
                || *role == Role::Preposition("by".to_owned());
            if counts && !parties.is_empty() && things.as_ref().is_none_or(|t| t.0 > rank) {
                things = Some((rank, parties, word));
            }
        }
    }
    let (_, parties, word) = things.unwrap_or_default();
    if !parties.is_empty() {
        taken.push(word);
    }
    parties
}

/// The parties that a phrase names besides those who act; where it is only theirs, the thing itself: "its border".
fn others(scene: &Scene<'_>, word: usize, actors: &[Party]) -> Vec<Party> {
    let mut parties = scene.parties(word, false);
    parties.retain(|p| !actors.iter().any(|a| crate::find::same(a, p)));
    let themselves = scene
        .mention(word)
        .is_some_and(|m| actors.iter().any(|a| a.entity.is_some() && a.entity == m.entity));
    if parties.is_empty() && !themselves { scene.thing(word).into_iter().collect() } else { parties }
}

/// The words in one place around a trigger.
fn words(scene: &Scene<'_>, hit: &Hit<'_>, role: &Role) -> Vec<usize> {
    let frame = &hit.frame;
    match role {
        Role::Subject => frame.subjects.clone(),
        Role::Light => frame.light.iter().flat_map(|_| frame.subjects.clone()).collect(),
        Role::Object => frame.objects.clone(),
        Role::Indirect => frame.indirect.clone(),
        Role::Possessor => frame.possessors.clone(),
        Role::Modifier => named(scene.s, &frame.modifiers),
        Role::Clause => frame.clauses.iter().flat_map(|&c| of_clause(scene.s, hit, c)).collect(),
        Role::Nobody => Vec::new(),
        Role::Preposition(p) => frame.with(p).collect(),
    }
}

/// Who acts in an embedded clause; where that is whoever acts outside too, who is acted on: "refused to meet the envoy".
fn of_clause(s: &Sentence<'_>, hit: &Hit<'_>, clause: usize) -> Vec<usize> {
    let subjects = crate::clause::subjects(s, clause);
    let others: Vec<usize> = subjects.into_iter().filter(|w| !hit.frame.subjects.contains(w)).collect();
    if others.is_empty() { crate::clause::objects(s, clause) } else { others }
}

/// Names and demonyms among modifiers.
fn named(s: &Sentence<'_>, modifiers: &[usize]) -> Vec<usize> {
    let is_name = |w: &&usize| matches!(s.words[**w].upos, Upos::Propn | Upos::Adj | Upos::Noun);
    modifiers.iter().filter(is_name).copied().collect()
}
