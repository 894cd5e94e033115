//! What later events say of a word.
//!
//! Evidence is a later event about the same actor, an act that bears on the word (`data/words/bears.tsv`), in a
//! compatible place, by a voice that is not the speaker's own side. What happened on the day of the word or before says
//! nothing of it. The same from the speaker's own side is no evidence, but where the table says so it overtakes the word.

use std::borrow::Cow;

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_facts::{Actor, Event, Place, Resolution};
use saydo_forces::{Element, Extent};

use super::bears::{self, Bearing, Bears};
use super::count;
use super::draft::Draft;
use super::seen::{Index, Seen, Who, acts};
use crate::day::days;
use crate::{Evidence, Grade, Scene, Voice};

/// So many of the oldest and of the newest pieces of evidence a word keeps; those between say nothing new.
const MOST: usize = 16;

/// So many of the first and of the last events of an actor on an act are looked at for one word.
const LOOKED_AT: usize = 200;

/// What a piece of evidence says of the word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Stance {
    For,
    Against,
    /// Something stays behind: people are gone and equipment is not, or not all are gone.
    Remains,
    /// The speaker's own side does or says the opposite.
    Reversal,
}

/// A piece of evidence with what the state asks of it.
#[derive(Clone, Debug)]
pub(crate) struct Piece<'f> {
    pub(crate) stance: Stance,
    pub(crate) voice: Voice<'f>,
    /// The number of that voice among those of the word's evidence.
    pub(crate) speaker: usize,
    /// Whether it tells less than was promised.
    pub(crate) less: bool,
    pub(crate) shown: Evidence,
}

/// The evidence on a word, the oldest first.
pub(crate) fn gather<'f>(scene: &Scene<'f>, index: &Index, word: &Draft<'f>) -> Vec<Piece<'f>> {
    let (hosts, doers) = (word.hosts(), word.doers());
    let mut pieces = Vec::new();
    for bearing in bears::on(word.act, word.denies) {
        for (who, list) in candidates(scene, index, word, bearing) {
            let named = |event: &Event<'f>| match who {
                Who::Doer => Some(true),
                Who::Nobody => None,
                Who::Anybody => acts(event, &doers),
            };
            let weigh = |seen: &Seen| weigh(scene, index, word, (&hosts, &named), bearing, seen);
            let newest = list.len().saturating_sub(LOOKED_AT).max(LOOKED_AT.min(list.len()));
            pieces.extend(list.iter().take(LOOKED_AT).filter_map(weigh).take(MOST));
            pieces.extend(list[newest..].iter().rev().filter_map(weigh).take(MOST));
        }
    }
    pieces.sort_by_key(|p: &Piece<'_>| (p.shown.cite.published, p.shown.cite.event));
    pieces.dedup_by_key(|p| (p.shown.cite.event, p.stance));
    let newest = pieces.len().saturating_sub(MOST);
    if newest > MOST {
        pieces.drain(MOST..newest);
    }
    number(&mut pieces);
    pieces
}

/// Gives each voice a number.
fn number(pieces: &mut [Piece<'_>]) {
    let mut voices = Vec::new();
    for piece in pieces {
        piece.speaker = voices.iter().position(|voice| *voice == piece.voice).unwrap_or_else(|| {
            voices.push(piece.voice);
            voices.len() - 1
        });
    }
}

/// The events that can speak to the word: from the day it was said to the last one on which the table lets them.
fn candidates<'i, 'f>(
    scene: &Scene<'f>,
    index: &'i Index,
    word: &Draft<'f>,
    bearing: &Bearing,
) -> Vec<(Who, Cow<'i, [Seen]>)> {
    let last = word.due.map_or(word.last_said(), |due| due.last.max(word.last_said()));
    let last = word.from.map_or(last, |from| from.max(last));
    let last = bearing.days.map_or(scene.as_of, |days| last.saturating_add(days.days()));
    if bearing.bears == Bears::Count {
        return vec![(Who::Anybody, index.counted(scene, bearing.evidence, (word.said(), last)))];
    }
    index.by(scene, bearing.evidence, &word.doers(), (word.said(), last))
}

/// What one event says of the word, if anything.
fn weigh<'f>(
    scene: &Scene<'f>,
    index: &Index,
    word: &Draft<'f>,
    (hosts, named): (&[&str], impl Fn(&Event<'f>) -> Option<bool>),
    bearing: &Bearing,
    seen: &Seen,
) -> Option<Piece<'f>> {
    if seen.done != bearing.seen || seen.day <= word.said() {
        return None;
    }
    let event = &scene.facts.event(seen.at.event as usize)?;
    if !same_forces(word, event) {
        return None;
    }
    let named = named(event);
    if named == Some(false) || !same_parties(word, bearing, event) || at_home(word, bearing, event) {
        return None;
    }
    let grade = scene.grade(event, word.speaker, hosts);
    let stance = match grade {
        Grade::OwnSide => reversal(word, bearing, event).filter(|_| named == Some(true))?,
        _ => evidence(scene, index, word, bearing, (seen, event), named)?,
    };
    let less = stance == Stance::For && less_than_promised(word, event);
    let shown = Evidence { cite: scene.cite(event), grade, day: event.day(), why: bearing.why };
    Some(Piece { stance, voice: scene.voice(event), speaker: 0, less, shown })
}

/// Whether talks are with those with whom they were to be.
fn same_parties(word: &Draft<'_>, bearing: &Bearing, event: &Event<'_>) -> bool {
    let there = || event.actors().chain(event.recipients()).filter_map(Actor::root);
    bearing.evidence != "talks" || word.parties.iter().all(|party| there().any(|root| root == *party))
}

/// Whether force is used on the actor's own ground alone, which is no attack on anybody else.
fn at_home(word: &Draft<'_>, bearing: &Bearing, event: &Event<'_>) -> bool {
    if bearing.evidence != "attack" {
        return false;
    }
    let exact = event.places().map(|p| p.resolution).min();
    let mut most = event.places().filter(|p| Some(p.resolution) == exact).peekable();
    most.peek().is_some() && most.all(|p| p.country.as_deref() == Some(word.actor))
}

/// Whether an event is late enough to speak to the word: after what was to be done from some day on could have been
/// done.
fn settled(word: &Draft<'_>, bearing: &Bearing, event: &Event<'_>) -> bool {
    let start = match (word.from, bearing.bears) {
        (Some(from), _) => from,
        // That something is still there says nothing before it is due to be gone.
        (None, Bears::Remain) => word.due.map_or(word.said(), |due| due.last),
        (None, _) => word.said(),
    };
    days(start, event.day()) >= bearing.settle
}

/// The stance of an event by a voice of another side.
fn evidence<'f>(
    scene: &Scene<'f>,
    index: &Index,
    word: &Draft<'f>,
    bearing: &Bearing,
    (seen, event): (&Seen, &Event<'f>),
    named: Option<bool>,
) -> Option<Stance> {
    if !settled(word, bearing, event) || !compatible(word, event) || elsewhere(word, bearing, event) {
        return None;
    }
    if named.is_none() && !goes_unnamed(word, bearing, event) {
        return None;
    }
    // What is only announced or planned is no deed; a denial is a voice, whatever it is worth.
    if seen.word_only && seen.done {
        return None;
    }
    match bearing.bears {
        Bears::For if !seen.done && in_own_favour(scene, word, event) => None,
        Bears::For => Some(Stance::For),
        Bears::Against => Some(Stance::Against),
        Bears::Remain => remains(word, event),
        Bears::Count => Some(count::stance(scene, index, word, event)),
    }
}

/// Whether forces that come or stay, nobody tells where, may be anywhere but on the ground of a word that names one.
fn elsewhere(word: &Draft<'_>, bearing: &Bearing, event: &Event<'_>) -> bool {
    let ground = event.places().any(|p| p.resolution < Resolution::Larger);
    !ground && !word.places.is_empty() && matches!(bearing.evidence, "presence" | "build-up" | "exercise")
}

/// Whether an event that names nobody can be the actor's: forces that leave or stay on the same ground, and what a
/// monitor counts. Whoever is not named as an attacker is none.
fn goes_unnamed(word: &Draft<'_>, bearing: &Bearing, event: &Event<'_>) -> bool {
    let same_ground = !word.places.is_empty() && event.places().next().is_some();
    let hostile = matches!(bearing.evidence, "attack" | "build-up" | "escalation");
    bearing.bears == Bears::Count || (same_ground && !hostile)
}

/// Whether a party speaks of its own innocence, which bears out nobody's word.
fn in_own_favour(scene: &Scene<'_>, word: &Draft<'_>, event: &Event<'_>) -> bool {
    scene.vouches(event).and_then(Actor::root) == Some(word.actor)
}

/// What it says that forces are still there: nothing of a word about a part of them that has no due day, unless it is
/// their equipment that stays.
fn remains(word: &Draft<'_>, event: &Event<'_>) -> Option<Stance> {
    let heavy = event.forces().iter().any(|f| is_heavy(f.element));
    let due = word.due.is_some() || word.from.is_some();
    let long_ago = days(word.said(), event.day()) >= SETTLED;
    let whole = word.extent == Some(Extent::All) || !word.partial;
    (heavy || (whole && (due || long_ago))).then_some(Stance::Remains)
}

/// After so many days forces that were going home are expected to be gone.
const SETTLED: i32 = 7;

fn is_heavy(element: Element) -> bool {
    matches!(element, Element::Equipment | Element::Armour | Element::Artillery | Element::Missiles)
}

/// Whether fewer are told to have gone than the word said, or "some" where it did not say "some".
fn less_than_promised(word: &Draft<'_>, event: &Event<'_>) -> bool {
    event.forces().iter().any(|f| match f.extent {
        Some(Extent::All) => false,
        Some(_) => !word.partial,
        None => f.low.or(f.high).is_some() && !word.partial,
    })
}

/// The speaker's own side tells the opposite, later and about the same ground.
fn reversal(word: &Draft<'_>, bearing: &Bearing, event: &Event<'_>) -> Option<Stance> {
    let told = event.places().next().is_some();
    // That forces stay somewhere is the opposite only of their leaving that very place.
    let vague = !told && word.places.is_empty() && bearing.bears != Bears::Remain;
    let same_ground = vague || (told && !word.places.is_empty() && compatible(word, event));
    let opposite = matches!(bearing.bears, Bears::Against | Bears::Remain);
    // A side that says from the start that its equipment stays takes back nothing of what it said of its troops.
    let heavy_alone = !event.forces().is_empty() && event.forces().iter().all(|f| is_heavy(f.element));
    let opposite = opposite && !(heavy_alone && bearing.bears == Bears::Remain);
    // What a side's own outlet only passes on, such as what foreign media say, is not the side's word.
    let passed_on = event.speaker().is_some_and(|speaker| speaker.root().is_none());
    (word.is_own() && bearing.own && opposite && same_ground && !passed_on).then_some(Stance::Reversal)
}

fn compatible(word: &Draft<'_>, event: &Event<'_>) -> bool {
    let places: Vec<&Place> = event.places().collect();
    crate::area::compatible(&word.places, &places)
}

/// Whether an event's forces can be those of the word: ships are no army, and neither flies.
fn same_forces(word: &Draft<'_>, event: &Event<'_>) -> bool {
    let open = |element: &Element| matches!(element, Element::Forces | Element::Equipment);
    let realm = |element: &Element| match element {
        Element::Ships => 1,
        Element::Aircraft => 2,
        _ => 0,
    };
    let mut elements = event.forces().iter().map(|f| &f.element);
    event.forces().is_empty()
        || word.elements.is_empty()
        || elements.clone().chain(&word.elements).any(open)
        || elements.any(|e| word.elements.iter().any(|w| realm(w) == realm(e)))
}

/// The day from which a piece counts.
pub(crate) fn told_on(piece: &Piece<'_>) -> Date {
    piece.shown.cite.published
}
