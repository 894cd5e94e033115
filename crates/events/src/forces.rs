//! The force elements of an event: what its phrases name, which way it goes, how many.

use saydo_forces::{Element, Force, quantity};
use saydo_syntax::{Rel, Upos};

use crate::event::Moved;
use crate::find::Draft;
use crate::scene::Scene;

/// Verbs whose phrase or object tells how many of their subject or object there are: "put the force at 30,000".
const COUNTING: [&str; 3] = ["put", "grow", "increase"];

/// The force elements that an event of moving forces names.
pub(crate) fn of(scene: &Scene<'_>, draft: &Draft<'_>) -> Vec<Moved> {
    let Some(movement) = draft.pattern().movement else { return Vec::new() };
    let mut found = named(scene, draft);
    if found.is_empty() && matches!(movement, "around" | "out") && draft.code.cameo == Some("150") {
        found.push(exercising(draft));
    }
    number(scene, draft, &mut found);
    let mut moved: Vec<Moved> = found.into_iter().map(|force| Moved { force, movement }).collect();
    if movement == "out" {
        moved.extend(left_behind(scene, draft).into_iter().map(|force| Moved { force, movement: "stay" }));
    }
    moved
}

/// Whatever exercises, where the text names no force.
fn exercising(draft: &Draft<'_>) -> Force {
    let (word, element) = (draft.hit.word, Element::Forces);
    Force { element, extent: None, low: None, high: None, words: word..word + 1, head: word }
}

/// What moves: the objects where they name forces, else the subjects, with what their phrases add.
fn named(scene: &Scene<'_>, draft: &Draft<'_>) -> Vec<Force> {
    let frame = &draft.hit.frame;
    let phrases =
        frame.phrases.iter().filter(|(p, _)| matches!(p.as_str(), "of" | "with" | "including" | "by"));
    let phrases: Vec<usize> = phrases.map(|(_, w)| *w).collect();
    let mut found = Vec::new();
    add(scene, &mut found, &frame.objects);
    let moved = !found.is_empty();
    add(scene, &mut found, &phrases);
    add(scene, &mut found, &[draft.hit.word]);
    if !moved {
        add(scene, &mut found, &frame.subjects);
    }
    found
}

/// Adds the forces that phrases name, each element once.
fn add(scene: &Scene<'_>, found: &mut Vec<Force>, heads: &[usize]) {
    for force in heads.iter().flat_map(|&head| saydo_forces::elements(scene.s, head)) {
        if !found.iter().any(|f| f.element == force.element) {
            found.push(force);
        }
    }
}

/// Gives the first force the number that a verb of counting has for it.
fn number(scene: &Scene<'_>, draft: &Draft<'_>, found: &mut [Force]) {
    let frame = &draft.hit.frame;
    let counts = COUNTING.contains(&scene.s.words[draft.hit.word].lemma.as_str());
    let Some(force) = found.first_mut().filter(|f| counts && f.low.is_none() && f.high.is_none()) else {
        return;
    };
    let by = |p: &str| matches!(p.split(' ').next(), Some("at" | "by"));
    let phrases = frame.phrases.iter().filter(|(p, _)| by(p)).map(|(_, w)| *w);
    let alone = |w: &usize| {
        scene.s.words[*w].upos == Upos::Num || scene.s.child(*w, Rel::Nummod).is_some() && !scene.is_time(*w)
    };
    let number = phrases.chain(frame.objects.iter().copied()).find(alone);
    if let Some(found) = number.and_then(|w| quantity(scene.s, w)) {
        (force.low, force.high) = (found.low, found.high);
    }
}

/// The arms and vehicles that stay where those who had them leave: "withdrew without their equipment".
fn left_behind(scene: &Scene<'_>, draft: &Draft<'_>) -> Vec<Force> {
    let without = |c: &usize| crate::frame::preposition(scene.s, *c).as_deref() == Some("without");
    let phrases = scene.s.children(draft.hit.word).filter(without);
    let nested = draft.hit.frame.objects.iter().flat_map(|&o| scene.s.children(o).filter(without));
    let all = phrases.chain(nested).flat_map(|w| saydo_forces::elements(scene.s, w));
    all.filter(|f| !matches!(f.element, Element::Troops | Element::Forces)).collect()
}
