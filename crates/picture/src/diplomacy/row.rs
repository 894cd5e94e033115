//! Between whom an event of diplomacy is.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use saydo_facts::{Actor, Event};
use saydo_standing::Standing;
use saydo_watch::Side;

use super::matter::{Matter, matter};
use crate::Scene;
use crate::sorted::At;

/// An event of diplomacy between sides.
#[derive(Clone, Debug)]
pub(super) struct Row<'f> {
    pub(super) event: Event<'f>,
    pub(super) matter: Matter,
    pub(super) ends: Rc<Ends<'f>>,
}

/// Between whom events are, as codes of states and organisations.
#[derive(Debug)]
pub(super) struct Ends<'f> {
    /// Those who act as the text orders them.
    pub(super) from: Vec<&'f str>,
    /// The others, by letters.
    pub(super) to: Vec<&'f str>,
    /// Both together, each once, by letters.
    pub(super) parties: Vec<&'f str>,
}

impl<'f> Ends<'f> {
    fn of(from: Vec<&'f str>, to: Vec<&'f str>) -> Self {
        let mut parties = [from.as_slice(), to.as_slice()].concat();
        parties.sort_unstable();
        parties.dedup();
        Self { from, to, parties }
    }
}

/// The events of diplomacy between sides, by day of publication.
pub(super) fn rows<'f>(scene: &Scene<'f>) -> Vec<Row<'f>> {
    let matters = scene.sorted.matters.get_or_init(|| Matters::of(scene));
    let code = |&at: &u32| scene.facts.actors()[at as usize].root();
    let codes = |all: &[u32]| -> Vec<&'f str> { all.iter().filter_map(code).collect() };
    let ends: Vec<Rc<Ends<'f>>> =
        matters.ends.iter().map(|(from, to)| Rc::new(Ends::of(codes(from), codes(to)))).collect();
    let counted = matters.all.iter().filter(|row| scene.counts(row.at));
    let row = |told: &Told| {
        let event = scene.facts.event(told.at.event as usize)?;
        Some(Row { event, matter: told.matter, ends: Rc::clone(&ends[told.ends as usize]) })
    };
    counted.filter_map(row).collect()
}

/// The events of diplomacy of any day, by day of publication.
#[derive(Debug, Default)]
pub(crate) struct Matters {
    all: Vec<Told>,
    /// Who is at both ends, each pair of ends once: for each party the place of an actor with its code.
    ends: Vec<(Vec<u32>, Vec<u32>)>,
}

/// An event of diplomacy, with those at its two ends.
struct Found<'f> {
    event: Event<'f>,
    matter: Matter,
    from: Vec<&'f str>,
    to: Vec<&'f str>,
}

/// An event of diplomacy, with the number of its ends.
#[derive(Clone, Copy, Debug)]
struct Told {
    at: At,
    matter: Matter,
    ends: u32,
}

impl Matters {
    fn of(scene: &Scene<'_>) -> Self {
        let mut rows: Vec<Found<'_>> =
            scene.sorted.every(scene.facts).filter_map(|event| row(scene, event)).collect();
        rows.sort_by_key(|row| (row.event.published, row.event.id));
        let first: HashMap<&str, u32> = scene
            .facts
            .actors()
            .iter()
            .enumerate()
            .rev()
            .filter_map(|(at, actor)| Some((actor.root()?, at as u32)))
            .collect();
        let places = |codes: &[&str]| codes.iter().filter_map(|code| first.get(code).copied()).collect();
        let mut known: HashMap<(Vec<&str>, Vec<&str>), u32> = HashMap::new();
        let mut ends = Vec::new();
        let mut all = Vec::new();
        for Found { event, matter, from, to } in without_echoes(rows) {
            let next = (places(&from), places(&to));
            let number = *known.entry((from, to)).or_insert_with(|| {
                ends.push(next);
                ends.len() as u32 - 1
            });
            all.push(Told { at: At::of(&event), matter, ends: number });
        }
        Self { all, ends }
    }
}

fn row<'f>(scene: &Scene<'f>, event: Event<'f>) -> Option<Found<'f>> {
    let matter = matter(scene, &event)?;
    let (from, to) = ends(scene, &event, matter);
    let talks = matches!(matter, Matter::Held | Matter::Planned);
    let sides = Sides { scene };
    if !sides.pass(&from, &to) || !talks && !sides.is_towards(&from, &to) {
        return None;
    }
    let (from, mut to) = (codes(&from), codes(&to));
    to.sort_unstable();
    to.retain(|code| talks || !from.contains(code));
    Some(Found { event, matter, from, to })
}

/// Whose it is and towards whom. What somebody else is asked to do is the asker's demand on him. Where the text names
/// nobody, a proposal, a readiness or a refusal is the speaker's own.
fn ends<'f>(scene: &Scene<'f>, event: &Event<'f>, matter: Matter) -> (Vec<&'f Actor>, Vec<&'f Actor>) {
    let (from, to): (Vec<_>, Vec<_>) = (event.actors().collect(), event.recipients().collect());
    let speaker = || scene.vouches(event).into_iter().collect();
    match matter {
        Matter::Demand if event.standing() == Standing::Demanded => (speaker(), from),
        Matter::Answer | Matter::NoAnswer | Matter::Held => (from, to),
        _ if from.iter().all(|a| a.root().is_none()) => (speaker(), to),
        _ => (from, to),
    }
}

/// Who is on which side.
struct Sides<'s, 'f> {
    scene: &'s Scene<'f>,
}

impl<'f> Sides<'_, 'f> {
    fn of(&self, actors: &[&'f Actor]) -> Vec<Side> {
        let coded = actors.iter().filter(|a| a.root().is_some());
        let mut sides: Vec<Side> = coded.map(|a| self.scene.side(a)).collect();
        sides.sort_unstable();
        sides.dedup();
        sides
    }

    /// Whether it passes between two sides of which one at least is a side of the watch; where one end is unknown,
    /// whether the other is.
    fn pass(&self, from: &[&'f Actor], to: &[&'f Actor]) -> bool {
        let (from, to) = (self.of(from), self.of(to));
        let watched = |side: &Side| matches!(side, Side::Subject | Side::Other);
        let two = from.iter().any(|side| *side != from[0] || to.iter().any(|other| other != side))
            || to.iter().any(|side| *side != to[0]);
        from.iter().chain(&to).any(watched) && (two || from.is_empty() || to.is_empty())
    }

    /// Whether it is one side's towards others: what both sides do together is no demand or refusal, and what is told
    /// to civilians or reporters is none of another party.
    fn is_towards(&self, from: &[&'f Actor], to: &[&'f Actor]) -> bool {
        let nobody = to.iter().all(|a| a.root().is_none());
        self.of(from).len() < 2 && !(nobody && to.iter().any(|a| !a.code.is_empty()))
    }
}

/// The states and organisations of some actors, each once.
fn codes<'f>(actors: &[&'f Actor]) -> Vec<&'f str> {
    let mut codes: Vec<&str> = Vec::new();
    for code in actors.iter().filter_map(|a| a.root()) {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

/// Without the demanded deeds whose demand the same report tells as an event of its own.
fn without_echoes(rows: Vec<Found<'_>>) -> Vec<Found<'_>> {
    let echo = |row: &Found<'_>| row.matter == Matter::Demand && row.event.standing() == Standing::Demanded;
    let told: HashSet<(u32, Option<&str>)> =
        rows.iter().filter(|r| r.matter == Matter::Demand && !echo(r)).map(key).collect();
    rows.into_iter().filter(|row| !echo(row) || !told.contains(&key(row))).collect()
}

/// The report and whose demand it is.
fn key<'f>(row: &Found<'f>) -> (u32, Option<&'f str>) {
    (row.event.report.number, row.from.first().copied())
}
