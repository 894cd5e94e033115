//! Which events open a word, and what sort of word it is.
//!
//! - *announcement*: the acting side says that it does something that eases
//! - *pledge*: the acting side says that it will, or somebody who is no party to the quarrel passes that on
//! - *assurance*: the acting side says that it will not do something hostile
//! - *allegation*, *forecast*: somebody else says that it will; a forecast where the cue is one of thinking or warning
//! - *assessment*: somebody else says that it has not done or will not do something hostile
//!
//! What only may be (`hedged`) opens nothing, and neither does what is over and done: a denial of a past deed cannot be
//! tested by later ones.

use std::collections::HashMap;
use std::hash::Hash;

use saydo_codebook::Act;
use saydo_facts::{Actor, Event, Place};
use saydo_standing::Standing;
use saydo_watch::Side;

use super::act::{Acts, Temper};
use super::same::{Said, Sayer};
use super::{bears, draft};
use crate::day::{days, number};
use crate::sorted::At;
use crate::{Scene, WordKind, area};

/// An event that opens a word or says one again.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Opening<'f> {
    pub(crate) event: Event<'f>,
    pub(crate) kind: WordKind,
    pub(crate) act: &'static str,
    pub(crate) denies: bool,
    /// Whose word it is.
    pub(crate) speaker: &'f Actor,
    /// Whose deed it is about.
    doer: &'f Actor,
    /// The doer's state or organisation.
    pub(crate) actor: &'f str,
}

/// The openings of any day, in the order of publication.
#[derive(Debug, Default)]
pub(crate) struct Openings {
    all: Vec<Kept>,
    /// By what words may be said again, for each opening: act, denial, actor and place, as numbers.
    keys: Vec<u32>,
    /// How many keys there are.
    pub(crate) key_count: usize,
}

/// An opening by what stands in the facts.
#[derive(Clone, Copy, Debug)]
struct Kept {
    at: At,
    kind: WordKind,
    act: &'static str,
    denies: bool,
    /// Speaker and actor, by their place among the actors.
    speaker: u32,
    actor: u32,
    /// What tells whether it says a word again.
    said: Said,
    /// The end of its keys.
    keys_end: u32,
}

/// Numbers for what openings are compared by.
#[derive(Default)]
struct Numbers<'f> {
    keys: HashMap<Key<'f>, u32>,
    roots: HashMap<&'f str, u32>,
    parties: HashMap<Vec<&'f str>, u32>,
}

impl Openings {
    /// What opens words on some day.
    pub(crate) fn of(scene: &Scene<'_>) -> Self {
        let mut found: Vec<Opening<'_>> =
            scene.sorted.every(scene.facts).flat_map(|event| openings(scene, &event)).collect();
        found.sort_by_key(|o| (o.event.published, o.event.id));
        let mut openings = Self::default();
        let mut numbers = Numbers::default();
        for opening in &found {
            let places = opening.event.places().map(|place| place.name.as_str());
            for place in places.chain([NOWHERE]) {
                let key = (opening.act, opening.denies, opening.actor, place);
                openings.keys.push(next(&mut numbers.keys, key));
            }
            let said = numbers.said(scene, opening);
            openings.keep(scene, opening, said);
        }
        openings.key_count = numbers.keys.len();
        openings
    }

    fn keep(&mut self, scene: &Scene<'_>, opening: &Opening<'_>, said: Said) {
        let place = |actor: &Actor| scene.facts.actor_at(actor).unwrap_or_default() as u32;
        self.all.push(Kept {
            at: At::of(&opening.event),
            kind: opening.kind,
            act: opening.act,
            denies: opening.denies,
            speaker: place(opening.speaker),
            actor: place(opening.doer),
            said,
            keys_end: self.keys.len() as u32,
        });
    }

    /// Those that count, by their places in the order of publication: how each is said, and its keys, those of its places
    /// and behind them the one that all have.
    pub(super) fn counted<'s>(
        &'s self,
        scene: &'s Scene<'_>,
    ) -> impl Iterator<Item = (usize, &'s Said, &'s [u32])> + use<'s> {
        let ends = std::iter::once(0).chain(self.all.iter().map(|kept| kept.keys_end as usize));
        let counted = self.all.iter().zip(ends).enumerate().filter(|(_, (kept, _))| scene.counts(kept.at));
        counted.map(|(at, (kept, start))| (at, &kept.said, &self.keys[start..kept.keys_end as usize]))
    }

    /// The opening at a place.
    pub(super) fn at<'f>(&self, scene: &Scene<'f>, at: usize) -> Option<Opening<'f>> {
        self.all[at].opening(scene)
    }
}

impl<'f> Numbers<'f> {
    fn said(&mut self, scene: &Scene<'f>, opening: &Opening<'f>) -> Said {
        let side = scene.side(opening.speaker);
        let root = opening.speaker.root().map_or(0, |root| 1 + next(&mut self.roots, root));
        let talks = opening.act == "talks";
        let parties = if talks { 1 + next(&mut self.parties, draft::parties(&opening.event)) } else { 0 };
        Said {
            event: opening.event.at as u32,
            day: number(draft::said_on(&opening.event)),
            is_later: draft::planned(&opening.event).is_some(),
            kind: opening.kind,
            sayer: Sayer { is_subject: side == Side::Subject, is_observer: side == Side::Observer, root },
            parties,
        }
    }
}

/// The number of something, new if need be.
fn next<K: Hash + Eq>(numbers: &mut HashMap<K, u32>, of: K) -> u32 {
    let next = numbers.len() as u32;
    *numbers.entry(of).or_insert(next)
}

impl Kept {
    fn opening<'f>(&self, scene: &Scene<'f>) -> Option<Opening<'f>> {
        let Self { kind, act, denies, .. } = *self;
        let actors = scene.facts.actors();
        let (speaker, doer) = (&actors[self.speaker as usize], &actors[self.actor as usize]);
        let event = scene.facts.event(self.at.event as usize)?;
        Some(Opening { event, kind, act, denies, speaker, doer, actor: doer.root()? })
    }
}

/// By what words may be said again: act, denial, actor and place.
type Key<'f> = (&'static str, bool, &'f str, &'f str);

/// Where words are listed that name no place.
const NOWHERE: &str = "";

/// What the event says, as one of the acts.
#[derive(Clone, Copy)]
struct Says {
    act: &'static str,
    temper: Temper,
    denies: bool,
}

/// The words that an event opens; several where it is several acts.
pub(crate) fn openings<'f>(scene: &Scene<'f>, event: &Event<'f>) -> Vec<Opening<'f>> {
    if event.hedged() || matches!(event.standing(), Standing::Reported | Standing::Demanded) {
        // An official publisher's own voice comes as reported and is weighed by the scene.
        if scene.standing(event) != Standing::Announced {
            return Vec::new();
        }
    }
    let Some(source) = scene.vouches(event) else {
        return Vec::new();
    };
    let Some(doer) = doer(scene, event, source) else {
        return Vec::new();
    };
    if !concerns(scene, event, [source, doer]) {
        return Vec::new();
    }
    let says = says(event);
    says.iter().filter_map(|says| open(scene, event, source, doer, *says)).collect()
}

/// Whether a word is one of the watch: by or about a side, on its ground.
fn concerns(scene: &Scene<'_>, event: &Event<'_>, parties: [&Actor; 2]) -> bool {
    let places: Vec<&Place> = event.places().collect();
    parties.iter().any(|a| is_party(scene, a)) && area::within(&places, &scene.watch.area)
}

fn is_party(scene: &Scene<'_>, actor: &Actor) -> bool {
    matches!(scene.side(actor), Side::Subject | Side::Other)
}

/// Whose deed it is: the first actor with a state or organisation; where forces move and nobody is named, the source's.
fn doer<'f>(scene: &Scene<'f>, event: &Event<'f>, source: &'f Actor) -> Option<&'f Actor> {
    let named: Vec<&'f Actor> = event.actors().filter(|a| a.root().is_some()).collect();
    let own = named.iter().find(|a| scene.same_side(a, source)).copied();
    own.or_else(|| named.first().copied()).or_else(|| (!event.forces().is_empty()).then_some(source))
}

fn says(event: &Event<'_>) -> Vec<Says> {
    let mut found = Vec::new();
    for (act, temper) in Acts::shipped().of(event) {
        match act {
            // "Not one soldier will stay" is a promise to withdraw.
            "presence" if event.negated() => {
                found.push(Says { act: "withdrawal", temper: Temper::Easing, denies: false });
            }
            "exercise" if event.negated() => {
                found.push(Says { act: "exercise end", temper: Temper::Easing, denies: false });
            }
            _ => found.push(Says { act, temper, denies: event.negated() }),
        }
    }
    found.retain(|s| bears::testable(s.act, s.denies));
    found
}

fn open<'f>(
    scene: &Scene<'f>,
    event: &Event<'f>,
    source: &'f Actor,
    doer: &'f Actor,
    says: Says,
) -> Option<Opening<'f>> {
    let own = scene.same_side(doer, source) || speaks_for_alliance(scene, source, doer, says);
    let passed_on = !own && passes_on(scene, event, source, says);
    let kind = match () {
        () if says.act == "talks" && !between_sides(scene, event) => return None,
        () if says.act == "aid" && !event.recipients().any(|r| is_party(scene, r)) => return None,
        () if own || passed_on => own_word(scene, event, says)?,
        () if is_party(scene, doer) => word_on_others(scene, event, says)?,
        () => return None,
    };
    let speaker = if passed_on { doer } else { source };
    let actor = doer.root()?;
    Some(Opening { event: *event, kind, act: says.act, denies: says.denies, speaker, doer, actor })
}

/// Whether talks are between the subject's side and the other one.
fn between_sides(scene: &Scene<'_>, event: &Event<'_>) -> bool {
    let sides = || event.actors().chain(event.recipients()).map(|a| scene.side(a));
    sides().any(|s| s == Side::Subject) && sides().any(|s| s == Side::Other)
}

/// A party that says that an organisation's force will leave speaks for it: the force is its own and its allies'.
fn speaks_for_alliance(scene: &Scene<'_>, source: &Actor, doer: &Actor, says: Says) -> bool {
    let alliance = doer.code.starts_with("IGO") && scene.side(doer) == Side::Third;
    is_party(scene, source) && alliance && says.temper == Temper::Easing
}

/// A go-between who tells what a party means to do passes on that party's word.
fn passes_on(scene: &Scene<'_>, event: &Event<'_>, source: &Actor, says: Says) -> bool {
    let between = matches!(scene.side(source), Side::Third | Side::Observer);
    let promise = match (says.temper, says.denies) {
        (Temper::Easing, false) => future(scene, event),
        (Temper::Hostile, true) => scene.standing(event) == Standing::Intended,
        _ => false,
    };
    between && promise
}

fn future(scene: &Scene<'_>, event: &Event<'_>) -> bool {
    matches!(scene.standing(event), Standing::Intended | Standing::Possible)
}

/// What an actor's own word is.
fn own_word(scene: &Scene<'_>, event: &Event<'_>, says: Says) -> Option<WordKind> {
    match (says.temper, says.denies) {
        (Temper::Hostile, true) if future(scene, event) => Some(WordKind::Assurance),
        (Temper::Easing | Temper::Plain, false) if future(scene, event) => Some(WordKind::Pledge),
        (Temper::Easing, false) if told(scene, event) && !is_over(event) => Some(WordKind::Announcement),
        _ => None,
    }
}

fn told(scene: &Scene<'_>, event: &Event<'_>) -> bool {
    matches!(scene.standing(event), Standing::Announced | Standing::Claimed)
}

/// Whether it is told of a time that was over weeks ago.
fn is_over(event: &Event<'_>) -> bool {
    event.time().is_some_and(|time| days(time.last, event.published) > OVER)
}

/// An announcement is about what goes on or was done within so many days.
const OVER: i32 = 14;

/// What a word on somebody else's deed is.
fn word_on_others(scene: &Scene<'_>, event: &Event<'_>, says: Says) -> Option<WordKind> {
    match (says.temper, says.denies) {
        (Temper::Hostile, true) if future(scene, event) || told(scene, event) => Some(WordKind::Assessment),
        (Temper::Hostile, false) if future(scene, event) => Some(match event.act() {
            Some(Act::Think | Act::Warn | Act::See) => WordKind::Forecast,
            _ => WordKind::Allegation,
        }),
        _ => None,
    }
}
