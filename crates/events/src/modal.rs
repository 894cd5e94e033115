//! Promises, refusals and demands that only an auxiliary makes: "will meet", "will not lift", "must leave".
//!
//! PLOVER's own rule: a co-operation to come is an AGREE. The deed keeps its own event beside it, as intended.

use saydo_codebook::{Code, Plover};
use saydo_standing::{Judgement, Standing};
use saydo_statements::Statement;
use saydo_syntax::Rel;

use crate::compose;
use crate::event::{Event, Party};
use crate::finish::Made;
use crate::scene::Scene;

/// What an auxiliary makes of the clause it stands in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Act {
    Promise,
    Refusal,
    Demand,
}

/// The events that the auxiliaries of a sentence tell.
pub(crate) fn events(scene: &Scene<'_>, statements: &[Statement], made: &[Made]) -> Vec<Event> {
    made.iter().filter_map(|m| event(scene, statements, m)).collect()
}

fn event(scene: &Scene<'_>, statements: &[Statement], made: &Made) -> Option<Event> {
    let inner = &made.event;
    let verb = made.frame.light.unwrap_or(inner.word);
    let aux = scene
        .s
        .children(verb)
        .find(|&c| scene.s.words[c].rel == Rel::Aux && is_modal(&scene.s.words[c].lemma))?;
    let act = act(scene, inner, aux)?;
    let speaker = inner.judgement.statement.and_then(|s| statements[s].source.as_ref());
    let standing = standing(scene, inner, act, speaker.and_then(|s| s.entity));
    let (actors, recipients) = match act {
        Act::Demand => {
            let speaker = speaker.filter(|p| p.entity.is_some())?;
            let source = Party { span: speaker.span, entity: speaker.entity, mention: None, implied: false };
            (vec![source], who(inner))
        }
        _ if inner.actors.iter().all(|a| a.mention.is_none()) => return None,
        _ => (inner.actors.clone(), inner.recipients.clone()),
    };
    Some(Event {
        trigger: scene.s.span(aux..aux + 1),
        lemma: scene.s.words[aux].lemma.to_lowercase(),
        code: compose::code(&code(act), &inner.code),
        judgement: Judgement { standing, negated: false, hedged: false, ..inner.judgement.clone() },
        actors,
        recipients,
        forces: Vec::new(),
        confidence: inner.confidence - 0.1,
        because: format!("the auxiliary of: {}", inner.because),
        ..inner.clone()
    })
}

/// Who is told to act: who acts in the clause, else whom it is done to.
fn who(inner: &Event) -> Vec<Party> {
    if inner.actors.is_empty() { inner.recipients.clone() } else { inner.actors.clone() }
}

fn is_modal(lemma: &str) -> bool {
    matches!(lemma, "will" | "would" | "shall" | "must" | "should" | "'ll" | "wo" | "ought")
}

fn act(scene: &Scene<'_>, inner: &Event, aux: usize) -> Option<Act> {
    let lemma = scene.s.words[aux].lemma.as_str();
    let co_operative = inner.code.plover.is_some_and(|p| p.quad() <= 2);
    let standing = inner.judgement.standing;
    match lemma {
        "must" | "should" | "ought" => {
            (standing == Standing::Demanded && !inner.judgement.negated).then_some(Act::Demand)
        }
        _ if !co_operative || standing != Standing::Intended => None,
        _ if inner.judgement.negated => Some(Act::Refusal),
        _ => Some(Act::Promise),
    }
}

fn code(act: Act) -> Code {
    let (plover, digits) = match act {
        Act::Promise => (Plover::Agree, "030"),
        Act::Refusal => (Plover::Reject, "120"),
        Act::Demand => (Plover::Request, "100"),
    };
    Code { plover: Some(plover), cameo: saydo_codebook::cameo(digits).map(|c| c.code), ..Code::default() }
}

/// A promise or refusal in one's own words is announced, in another's it is claimed; a demand is its speaker's own;
/// without a statement the publisher tells it.
fn standing(scene: &Scene<'_>, inner: &Event, act: Act, speaker: Option<usize>) -> Standing {
    let own = |s: usize| {
        inner.actors.iter().filter_map(|a| a.entity).any(|a| saydo_standing::same_side(scene.mentions, s, a))
    };
    match (inner.judgement.statement, speaker) {
        (None, _) => Standing::Reported,
        (Some(_), _) if act == Act::Demand => Standing::Announced,
        (Some(_), Some(s)) if own(s) => Standing::Announced,
        (Some(_), _) => Standing::Claimed,
    }
}
