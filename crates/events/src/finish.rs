//! From drafts to events: standing, forces, places.

use saydo_codebook::{Part, Plover};
use saydo_standing::{Judge, Judgement, Standing};
use saydo_syntax::Rel;

use crate::count;
use crate::event::Event;
use crate::find::Draft;
use crate::forces;
use crate::frame::Frame;
use crate::place;
use crate::scene::Scene;

/// An event with what was around its trigger.
pub(crate) struct Made {
    pub(crate) event: Event,
    pub(crate) frame: Frame,
}

/// The events of a sentence.
pub(crate) fn events(scene: &Scene<'_>, judge: &Judge<'_>, drafts: Vec<Draft<'_>>) -> Vec<Made> {
    drafts.into_iter().map(|draft| made(scene, judge, draft)).collect()
}

fn made(scene: &Scene<'_>, judge: &Judge<'_>, draft: Draft<'_>) -> Made {
    let word = draft.hit.word;
    let acting: Vec<usize> = draft.actors.iter().filter_map(|p| p.entity).collect();
    let judged = judged(scene, judge, &draft);
    let turns = draft.pattern().negates || is_over(scene, &draft, judge, judged);
    let event = Event {
        sentence: scene.n,
        word,
        trigger: trigger(scene, &draft),
        lemma: lemma(scene, &draft),
        judgement: turned(judge.judge(scene.n, judged, &acting), turns, draft.pattern().ordered),
        judged,
        turned: turns,
        ordered: draft.pattern().ordered,
        carrier: draft.hit.frame.light.unwrap_or(word),
        movement: draft.pattern().movement,
        forces: forces::of(scene, &draft),
        places: place::places(scene, &draft.hit.frame, &draft.actors, word),
        count: count::of(scene.s, word, draft.pattern().part),
        confidence: confidence(&draft),
        because: because(&draft),
        code: draft.code,
        actors: draft.actors,
        recipients: draft.recipients,
    };
    Made { event, frame: draft.hit.frame }
}

/// Whether a light verb says of its noun that it is not so, or only to be: "called off the talks", "planned an attack".
fn is_undone(scene: &Scene<'_>, judge: &Judge<'_>, light: usize, noun: usize) -> bool {
    let argument = matches!(scene.s.words[noun].rel, Rel::Obj | Rel::NsubjPass);
    let (own, verb) = (judge.judge(scene.n, noun, &[]), judge.judge(scene.n, light, &[]));
    let planned = own.standing == Standing::Intended && verb.standing != Standing::Intended;
    argument && scene.s.head(noun) == Some(light) && (planned || own.negated && !verb.negated)
}

/// A judgement, or its opposite; what is only ordered is intended.
pub(crate) fn turned(judgement: Judgement, turns: bool, ordered: bool) -> Judgement {
    let told = matches!(judgement.standing, Standing::Reported | Standing::Announced | Standing::Claimed);
    let standing = if ordered && told { Standing::Intended } else { judgement.standing };
    Judgement { standing, negated: judgement.negated ^ turns, ..judgement }
}

/// Whether what surrounds a meeting's or an exercise's noun turns what the verb makes of it: talks that have ended were
/// held, and drills that are completed, or after which something happens, are over.
fn is_over(scene: &Scene<'_>, draft: &Draft<'_>, judge: &Judge<'_>, judged: usize) -> bool {
    let (s, word) = (scene.s, draft.hit.word);
    let exercise = draft.code.cameo == Some("150") && draft.pattern().movement == Some("around");
    let held = draft.code.plover == Some(Plover::Consult) && s.words[word].rel == Rel::Nsubj;
    if draft.pattern().part != Part::Noun || !(exercise || held) {
        return false;
    }
    let negated = judge.judge(scene.n, judged, &[]).negated;
    let verb = s.head(word).map_or("", |v| s.words[v].lemma.as_str());
    let argument = matches!(s.words[word].rel, Rel::Nsubj | Rel::NsubjPass | Rel::Obj);
    if held {
        return negated && matches!(verb, "end" | "finish" | "conclude" | "close");
    }
    let done = argument && matches!(verb, "complete" | "finish" | "conclude" | "wrap");
    !negated && (done || is_before(scene, word))
}

/// Whether a noun, or what measures it, stands behind "after".
fn is_before(scene: &Scene<'_>, word: usize) -> bool {
    let s = scene.s;
    let measure = s.head(word).filter(|&h| s.words[word].rel == Rel::Nmod && scene.measured(h) == word);
    let top = measure.unwrap_or(word);
    crate::frame::preposition(s, top).is_some_and(|p| p == "after" || p == "following")
}

/// The lemmas of a trigger and of the words that its pattern asked for, a verb first, a noun last.
fn lemma(scene: &Scene<'_>, draft: &Draft<'_>) -> String {
    let trigger = draft.pattern().trigger.join(" ");
    let mut used: Vec<usize> =
        draft.hit.used.iter().copied().filter(|u| !draft.hit.rest.contains(u)).collect();
    used.retain(|&u| u != draft.hit.word);
    used.sort_unstable();
    used.dedup();
    let used: Vec<String> = used.into_iter().map(|u| scene.s.words[u].lemma.to_lowercase()).collect();
    let all = match draft.pattern().part {
        Part::Noun => used.into_iter().chain([trigger]).collect::<Vec<_>>(),
        _ => std::iter::once(trigger).chain(used).collect(),
    };
    all.join(" ")
}

/// The word whose standing is the event's: what a cue that counts forces has counted ("put the number at 30,000"), the
/// noun itself where the verb that carries it is the cue of a statement that holds the noun ("announced a withdrawal")
/// or says that it is not so, else that verb.
fn judged(scene: &Scene<'_>, judge: &Judge<'_>, draft: &Draft<'_>) -> usize {
    let word = draft.hit.word;
    let object = draft.hit.frame.objects.first().copied();
    if let Some(object) =
        object.filter(|&o| draft.code.kind == Some("presence") && judge.reports(scene.n, word, o))
    {
        return object;
    }
    match draft.hit.frame.light {
        Some(light) if judge.reports(scene.n, light, word) => word,
        Some(light) if is_undone(scene, judge, light, word) => word,
        Some(light) => light,
        None => word,
    }
}

/// The words of a trigger: from its first to its last where they stand together.
fn trigger(scene: &Scene<'_>, draft: &Draft<'_>) -> saydo_text::Span<saydo_text::Byte> {
    let word = draft.hit.word;
    let words = draft.hit.rest.iter().copied().chain([word]);
    let (first, last) = words.fold((word, word), |(a, b), w| (a.min(w), b.max(w)));
    if last - first <= draft.hit.rest.len() {
        scene.s.span(first..last + 1)
    } else {
        scene.s.span(word..word + 1)
    }
}

fn confidence(draft: &Draft<'_>) -> f32 {
    let mut sure: f32 = 0.9;
    if draft.actors.is_empty() {
        sure -= 0.2;
    }
    if draft.actors.iter().all(|a| a.entity.is_none()) {
        sure -= 0.1;
    }
    if draft.pattern().needs.is_empty() && draft.pattern().rest().is_empty() {
        sure -= 0.1;
    }
    if draft.code.plover.is_none() {
        sure -= 0.1;
    }
    sure
}

fn because(draft: &Draft<'_>) -> String {
    let pattern = draft.pattern();
    let about = if draft.about { "; about another event" } else { "" };
    format!("{}:{} {}{about}", pattern.place.0, pattern.place.1, pattern.trigger.join(" "))
}
