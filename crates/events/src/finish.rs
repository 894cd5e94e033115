//! From drafts to events: standing, forces, places.

use saydo_forces::Force;
use saydo_standing::Judge;

use crate::event::{Event, Moved};
use crate::find::Draft;
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
    let judged = draft.hit.frame.light.unwrap_or(word);
    let event = Event {
        sentence: scene.n,
        word,
        trigger: trigger(scene, &draft),
        judgement: judge.judge(scene.n, judged, &acting),
        judged,
        movement: draft.pattern().movement,
        forces: forces(scene, &draft),
        places: place::places(scene, &draft.hit.frame, &draft.actors, word),
        confidence: confidence(&draft),
        because: because(&draft),
        code: draft.code,
        actors: draft.actors,
        recipients: draft.recipients,
    };
    Made { event, frame: draft.hit.frame }
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

/// The force elements that an event of moving forces names.
fn forces(scene: &Scene<'_>, draft: &Draft<'_>) -> Vec<Moved> {
    let Some(movement) = draft.pattern().movement else { return Vec::new() };
    let frame = &draft.hit.frame;
    let phrases =
        frame.phrases.iter().filter(|(p, _)| matches!(p.as_str(), "of" | "with" | "including" | "by"));
    let heads =
        frame.objects.iter().chain(phrases.map(|(_, w)| w)).chain([&draft.hit.word]).chain(&frame.subjects);
    let mut found: Vec<Force> = Vec::new();
    for &head in heads {
        for force in saydo_forces::elements(scene.s, head) {
            if !found.iter().any(|f| f.element == force.element) {
                found.push(force);
            }
        }
    }
    found.into_iter().map(|force| Moved { force, movement }).collect()
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
