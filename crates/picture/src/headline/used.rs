//! Whether forces of the subject's side are used more than before.

use std::collections::HashSet;

use jiff::civil::Date;
use saydo_codebook::Plover;
use saydo_facts::Event;
use saydo_watch::Side;

use crate::day::days;
use crate::measure::Cover;
use crate::sorted::At;
use crate::{Scene, Voice};

/// The week that counts.
const WEEK: i32 = 7;

/// The days before it that it is compared with.
const BEFORE: i32 = 28;

/// How many voices outside the subject's side have to tell of it.
const VOICES: usize = 2;

/// The use of force by the subject's side.
#[derive(Clone, Debug)]
pub(super) struct Used<'f> {
    /// The attacks of the last week, the newest first, each voice once a day.
    pub(super) attacks: Vec<Event<'f>>,
    /// How many voices tell of them.
    pub(super) voices: usize,
    /// Attacks in the 28 days before.
    pub(super) before: usize,
}

impl<'f> Used<'f> {
    /// The attacks of the last week, where they are news: by two voices, and twice as many for each report as before.
    pub(super) fn of(scene: &Scene<'f>, cover: &Cover) -> Option<Self> {
        let mut told: HashSet<(Voice<'f>, Date)> = HashSet::new();
        let (mut attacks, mut before) = (Vec::new(), 0);
        let list = scene.sorted.attacks.get_or_init(|| all(scene));
        for event in scene.among(list) {
            let ago = days(event.day(), scene.as_of);
            let counts = ago < WEEK + BEFORE && told.insert((scene.voice(&event), event.day()));
            match () {
                () if !counts => {}
                () if ago < WEEK => attacks.push(event),
                () => before += 1,
            }
        }
        let voices = attacks.iter().map(|event| scene.voice(event)).collect::<HashSet<_>>().len();
        let more = rose(cover, attacks.len(), before);
        attacks.sort_by_key(|event| std::cmp::Reverse((event.published, event.id)));
        (voices >= VOICES && more).then_some(Self { attacks, voices, before })
    }
}

/// All such attacks of any day.
fn all(scene: &Scene<'_>) -> Vec<At> {
    let attacks = scene.sorted.every(scene.facts).filter(|event| is_attack(scene, event));
    attacks.map(|event| At::of(&event)).collect()
}

/// A deed of force by the subject's side towards somebody else, told by somebody else.
fn is_attack(scene: &Scene<'_>, event: &Event<'_>) -> bool {
    let ours = |actor: &saydo_facts::Actor| scene.side(actor) == Side::Subject;
    event.plover() == Some(Plover::Assault)
        && scene.is_deed(event)
        && event.actors().any(ours)
        && !event.recipients().any(ours)
        && scene.vouches(event).is_none_or(|witness| !ours(witness))
}

/// Whether attacks for each report at least doubled.
fn rose(cover: &Cover, now: usize, before: usize) -> bool {
    let read = cover.last(WEEK).max(1);
    let read_before = (cover.last(WEEK + BEFORE) - cover.last(WEEK)).max(1);
    now as f64 / f64::from(read) >= 2.0 * before as f64 / f64::from(read_before)
}
