//! The events of one sentence: which triggers fire, which of them are parts of others, who takes part.

use saydo_codebook::{Code, Events, Part, Pattern, Plover};
use saydo_mentions::Kind;
use saydo_syntax::{Rel, Upos, Zone};

use crate::compose;
use crate::fits::{self, Hit};
use crate::light;
use crate::party::Party;
use crate::roles;
use crate::scene::Scene;

/// An event before its standing is known.
pub(crate) struct Draft<'l> {
    pub(crate) hit: Hit<'l>,
    pub(crate) code: Code,
    pub(crate) actors: Vec<Party>,
    pub(crate) recipients: Vec<Party>,
    /// Whether it is about another event.
    pub(crate) about: bool,
    /// Whether another event is about it.
    spoken_of: bool,
}

impl Draft<'_> {
    pub(crate) fn pattern(&self) -> &Pattern {
        self.hit.pattern
    }
}

/// The drafts of a sentence, in the order of their words.
pub(crate) fn drafts<'l>(scene: &Scene<'_>, lexicon: &'l Events) -> Vec<Draft<'l>> {
    if matches!(scene.s.zone, Zone::Dateline) {
        return Vec::new();
    }
    let words = (0..scene.s.len()).filter(|&i| tells(scene, i));
    let mut hits: Vec<Hit<'l>> = words.filter_map(|i| fits::at(scene, lexicon, i)).collect();
    hits.retain(|hit| !is_mere_quality(scene, hit));
    drop_parts(scene, &mut hits);
    let mut drafts: Vec<Draft<'l>> = hits.into_iter().map(|hit| draft(scene, hit)).collect();
    relate(scene, &mut drafts);
    drafts.retain(|draft| !is_bare(scene, draft));
    drafts
}

/// Whether a draft is a noun that names nobody who acts or is acted on, and no place: "the use of violence". Moving
/// forces tell something even so, because who moves is often told nearby, and so do nouns that a verb carries or that
/// another event is about.
fn is_bare(scene: &Scene<'_>, draft: &Draft<'_>) -> bool {
    let hit = &draft.hit;
    let alone = draft.actors.is_empty() && draft.recipients.is_empty() && hit.frame.light.is_none();
    let told = hit.pattern.movement.is_some()
        || draft.code.kind == Some("assessment") && !(hit.used.is_empty() && hit.rest.is_empty())
        || draft.code.plover == Some(Plover::Retreat);
    let main = scene.s.root() == hit.word
        || matches!(scene.s.words[hit.word].rel, Rel::Nsubj | Rel::NsubjPass | Rel::Obj);
    let placed = || !crate::place::places(scene, &hit.frame, &draft.actors, hit.word).is_empty();
    hit.pattern.part == Part::Noun && alone && !(told || main || draft.spoken_of || placed())
}

/// Whether a word may tell of an event: it is no part of a name, no mere modifier of a noun.
fn tells(scene: &Scene<'_>, i: usize) -> bool {
    let w = &scene.s.words[i];
    let named = || {
        scene.mention(i).is_some_and(|m| {
            let name = matches!(m.kind, Kind::Person | Kind::Place | Kind::Organisation);
            let titled = w.form.starts_with(char::is_uppercase) && i > 0;
            name && m.words.len() > usize::from(m.head == i)
                || m.kind == Kind::Role && m.head != i
                || m.kind == Kind::Group && m.head != i && titled
        })
    };
    let modifies =
        || w.rel == Rel::Compound && w.upos != Upos::Verb && !carries(scene, i) && !hyphen(scene, i);
    !(named() || modifies())
}

/// Whether a hyphen follows: then the word stands before the rest of itself, "sit-in".
fn hyphen(scene: &Scene<'_>, i: usize) -> bool {
    scene.s.words.get(i + 1).is_some_and(|w| w.form == "-")
}

/// Whether the noun that a noun stands before is about its event: "withdrawal plan", "sanctions announcement".
fn carries(scene: &Scene<'_>, i: usize) -> bool {
    const ABOUT: [&str; 22] = [
        "plan",
        "announcement",
        "order",
        "decision",
        "effort",
        "operation",
        "campaign",
        "process",
        "attempt",
        "deadline",
        "offer",
        "proposal",
        "pledge",
        "promise",
        "threat",
        "demand",
        "call",
        "request",
        "attack",
        "mission",
        "deal",
        "round",
    ];
    scene.s.head(i).is_some_and(|h| {
        ABOUT.contains(&scene.s.words[h].lemma.as_str()) || light::is_measure(&scene.s.words[h].lemma)
    })
}

/// Whether a participle before a noun only says what kind of thing it is: "fully equipped hospitals". One that a
/// pattern asks for by word, or one of force or coercion on somebody, tells of a deed: "reduced troops", "a detained
/// activist".
fn is_mere_quality(scene: &Scene<'_>, hit: &Hit<'_>) -> bool {
    if hit.pattern.part == Part::Adjective && scene.s.words[hit.word].rel == Rel::Amod {
        return true;
    }
    let attribute = hit.pattern.part == Part::Verb && scene.s.words[hit.word].rel == Rel::Amod;
    let done = matches!(hit.pattern.code.plover, Some(Plover::Coerce | Plover::Assault | Plover::Retreat));
    let somebody =
        || hit.frame.objects.iter().chain(&hit.frame.subjects).any(|&o| scene.mention(o).is_some());
    attribute && hit.used.is_empty() && !(done && somebody())
}

/// Takes away triggers that are parts of others.
fn drop_parts(scene: &Scene<'_>, hits: &mut Vec<Hit<'_>>) {
    let mut gone = vec![false; hits.len()];
    for a in 0..hits.len() {
        for b in 0..hits.len() {
            if a != b && !gone[a] && is_part(scene, &hits[a], &hits[b]) {
                gone[b] = true;
            }
        }
    }
    let mut gone = gone.into_iter();
    hits.retain(|_| !gone.next().unwrap_or(false));
}

/// Whether the second trigger only completes the first: "severed | ties", "held talks" told twice.
fn is_part(scene: &Scene<'_>, whole: &Hit<'_>, part: &Hit<'_>) -> bool {
    if whole.rest.contains(&part.word) {
        return true;
    }
    let used = whole.used.iter().any(|&u| scene.alike(u).contains(&part.word) || u == part.word);
    let same = whole.pattern.code.plover == part.pattern.code.plover;
    let below = || scene.s.head(part.word) == Some(whole.word) && part.pattern.part == Part::Noun;
    let about = compose::embeds(&whole.pattern.code) && !same;
    used && !about
        || same && part.pattern.code.plover.is_some() && below() && scene.s.words[part.word].rel == Rel::Obj
}

fn draft<'l>(scene: &Scene<'_>, hit: Hit<'l>) -> Draft<'l> {
    let (mut actors, mut recipients) = roles::roles(scene, &hit);
    if hit.pattern.mutual && recipients.is_empty() && actors.len() > 1 {
        recipients.clone_from(&actors);
    } else if hit.pattern.mutual && actors.is_empty() && recipients.len() > 1 {
        actors.clone_from(&recipients);
    }
    Draft { code: hit.pattern.code.clone(), hit, actors, recipients, about: false, spoken_of: false }
}

/// Lets events that are about others take their codes and parties from them.
fn relate(scene: &Scene<'_>, drafts: &mut [Draft<'_>]) {
    for outer in (0..drafts.len()).rev() {
        if !compose::embeds(&drafts[outer].code) {
            continue;
        }
        let inner =
            (0..drafts.len()).find(|&i| i != outer && is_about(scene, &drafts[outer].hit, &drafts[i].hit));
        let Some(inner) = inner else { continue };
        (drafts[outer].about, drafts[inner].spoken_of) = (true, true);
        drafts[outer].code = compose::code(&drafts[outer].code, &drafts[inner].code);
        let lent = lent(&drafts[inner], &drafts[outer].actors);
        if !lent.is_empty() && drafts[outer].recipients.iter().all(|r| r.mention.is_none()) {
            drafts[outer].recipients = lent;
        }
    }
}

/// Whether an event stands where the first one says what it is about.
fn is_about(scene: &Scene<'_>, outer: &Hit<'_>, inner: &Hit<'_>) -> bool {
    let s = scene.s;
    let frame = &outer.frame;
    let places = frame.clauses.iter().chain(&frame.objects).chain(frame.phrases.iter().map(|(_, w)| w));
    let mut places: Vec<usize> = places.copied().collect();
    places.extend(
        frame
            .clauses
            .iter()
            .flat_map(|&c| s.children_by(c, Rel::Obj).filter(move |_| light::is_light(&s.words[c].lemma))),
    );
    let carrier = inner.frame.light;
    places.iter().any(|&p| {
        p != outer.word && (scene.alike(p).contains(&inner.word) || p == inner.word || Some(p) == carrier)
    })
}

/// Whom an outer event takes over: who is to act, else whom it would be done to.
fn lent(inner: &Draft<'_>, but: &[Party]) -> Vec<Party> {
    let other = |p: &&Party| !but.iter().any(|b| same(b, p));
    let named = |p: &&Party| p.mention.is_some() && other(p);
    let actors: Vec<Party> = inner.actors.iter().filter(named).cloned().collect();
    if actors.is_empty() { inner.recipients.iter().filter(other).cloned().collect() } else { actors }
}

pub(crate) fn same(a: &Party, b: &Party) -> bool {
    a.span == b.span || a.entity.is_some() && a.entity == b.entity
}
