//! What an event is to diplomacy.

use saydo_codebook::Plover;
use saydo_facts::{Event, Kind};
use saydo_standing::Standing;

use crate::Scene;

/// One part of diplomacy.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Matter {
    /// A proposal was handed over or is spoken of.
    Proposal,
    /// Somebody answered.
    Answer,
    /// Somebody has not answered.
    NoAnswer,
    /// Talks took place.
    Held,
    /// Talks are to take place, on a day or in a place that is told.
    Planned,
    /// Somebody is ready to talk.
    Readiness,
    /// Somebody refuses talks or a demand.
    Refusal,
    /// Somebody asks for or demands something.
    Demand,
}

/// Words that tell an answer by saying that it lacks, whatever the grammar of the sentence; as a text inflects them.
const LACKING: [&str; 14] = [
    "await", "awaits", "awaited", "awaiting", "wait", "waits", "waited", "waiting", "go", "goes", "went",
    "leave", "leaves", "left",
];

/// Beginnings of words that put a proposal forward where the codes only say that somebody would agree.
const PROPOSING: [&str; 4] = ["propos", "offer", "suggest", "tabl"];

/// Beginnings of words of somebody who is ready, where CAMEO has only 030 (express intent to co-operate).
const READY: [&str; 7] = ["ready", "readiness", "willing", "open", "prepared", "interest", "desire"];

/// What an event is; `None` for anything else, and for what is only possible.
pub(super) fn matter(scene: &Scene<'_>, event: &Event<'_>) -> Option<Matter> {
    if !concerns(event) || event.hedged() {
        return None;
    }
    let standing = scene.standing(event);
    let told = matches!(standing, Standing::Reported | Standing::Claimed | Standing::Announced);
    match (event.kind(), event.plover()) {
        _ if standing == Standing::Demanded => (!event.negated()).then_some(Matter::Demand),
        (Some(Kind::Proposal), _) => (told && !event.negated()).then_some(Matter::Proposal),
        (Some(Kind::Response), _) => told.then(|| answer(event)),
        (Some(Kind::Readiness), _) => told.then(|| ready(event)),
        (_, Some(Plover::Consult)) if !event.negated() => talk(event, told, standing),
        (_, Some(Plover::Agree)) if told => agree(event),
        (_, Some(Plover::Reject)) if told && !event.negated() => reject(event),
        (_, Some(Plover::Request)) if told && !event.negated() => Some(Matter::Demand),
        _ => None,
    }
}

/// Whether an event may be diplomacy at all, which most are not.
fn concerns(event: &Event<'_>) -> bool {
    let coded =
        matches!(event.plover(), Some(Plover::Consult | Plover::Agree | Plover::Reject | Plover::Request));
    let kind = matches!(event.kind(), Some(Kind::Proposal | Kind::Response | Kind::Readiness));
    (coded || kind || event.standing() == Standing::Demanded) && event.standing() != Standing::Possible
}

fn answer(event: &Event<'_>) -> Matter {
    let lacking = event.lemma().split(' ').next().is_some_and(|word| LACKING.contains(&word));
    if event.negated() || lacking { Matter::NoAnswer } else { Matter::Answer }
}

fn ready(event: &Event<'_>) -> Matter {
    if event.negated() { Matter::Refusal } else { Matter::Readiness }
}

/// That talks took place may also be told by one who took part: the other can belie it. Talks on a day to come are
/// planned, whatever the tense.
fn talk(event: &Event<'_>, told: bool, standing: Standing) -> Option<Matter> {
    let ahead = event.time().is_some_and(|t| t.first > event.published);
    match () {
        () if told && !ahead => Some(Matter::Held),
        () if !told && standing != Standing::Intended => None,
        () if ahead || event.time().is_some() || event.places().next().is_some() => Some(Matter::Planned),
        () => None,
    }
}

/// CAMEO 03 with words of proposing is a proposal, an accepted one an answer; 036 to 039 (meet, settle, accept
/// mediation, mediate) and words of being ready are readiness. What somebody "will" do has an event of its own beside it.
fn agree(event: &Event<'_>) -> Option<Matter> {
    let code = event.cameo().unwrap_or_default();
    let settling = ["035", "036", "037", "038", "039"].iter().any(|root| code.starts_with(root));
    let ready = code == "030" && event.has_context("diplomatic") && begins(event, &READY);
    let talking =
        ready || (settling && !code.starts_with("035") && !matches!(event.lemma(), "will" | "would"));
    match () {
        () if event.negated() => talking.then_some(Matter::Refusal),
        () if begins(event, &["accept"]) => Some(Matter::Answer),
        () if begins(event, &PROPOSING) => settling.then_some(Matter::Proposal),
        () => talking.then_some(Matter::Readiness),
    }
}

fn begins(event: &Event<'_>, beginnings: &[&str]) -> bool {
    beginnings.iter().any(|beginning| event.lemma().starts_with(beginning))
}

/// CAMEO 12 without 128 (defy norms) and 129 (veto), which refuse nobody, and without a 120 towards nobody, which mostly
/// rejects what is said and not what is asked.
fn reject(event: &Event<'_>) -> Option<Matter> {
    let refuses = match event.cameo().unwrap_or("120") {
        "128" | "129" => false,
        "120" => event.recipients().any(|recipient| recipient.root().is_some()),
        _ => true,
    };
    refuses.then_some(Matter::Refusal)
}

/// Whether a refusal answers a proposal: CAMEO 125 (to meet) and 127 (a plan to settle).
pub(super) fn refuses_proposal(event: &Event<'_>) -> bool {
    matches!(event.cameo(), Some("125" | "127"))
}
