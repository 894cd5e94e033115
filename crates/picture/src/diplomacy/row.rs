//! Between whom an event of diplomacy is.

use std::collections::{HashMap, HashSet};
use std::ptr;

use saydo_facts::{Actor, Event};
use saydo_standing::Standing;
use saydo_watch::Side;

use super::matter::{Matter, matter};
use crate::Scene;

/// An event of diplomacy between sides.
#[derive(Clone, Debug)]
pub(super) struct Row<'f> {
    pub(super) event: Event<'f>,
    pub(super) matter: Matter,
    /// Codes of states and organisations: those who act as the text orders them.
    pub(super) from: Vec<&'f str>,
    /// The others, by letters.
    pub(super) to: Vec<&'f str>,
}

impl Row<'_> {
    /// Both ends together, each once.
    pub(super) fn parties(&self) -> Vec<&str> {
        let mut all = [self.from.as_slice(), self.to.as_slice()].concat();
        all.sort_unstable();
        all.dedup();
        all
    }
}

/// The events of diplomacy between sides, by day of publication.
pub(super) fn rows<'f>(scene: &Scene<'f>) -> Vec<Row<'f>> {
    let mut sides = Sides { scene, known: HashMap::new() };
    let mut rows: Vec<Row<'f>> = scene.events().filter_map(|event| row(&mut sides, event)).collect();
    rows.sort_by_key(|row| (row.event.published, row.event.id));
    without_echoes(rows)
}

fn row<'f>(sides: &mut Sides<'_, 'f>, event: Event<'f>) -> Option<Row<'f>> {
    let matter = matter(sides.scene, &event)?;
    let (from, to) = ends(sides.scene, &event, matter);
    let talks = matches!(matter, Matter::Held | Matter::Planned);
    if !sides.pass(&from, &to) || !talks && !sides.is_towards(&from, &to) {
        return None;
    }
    let (from, mut to) = (codes(&from), codes(&to));
    to.sort_unstable();
    to.retain(|code| talks || !from.contains(code));
    Some(Row { event, matter, from, to })
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

/// Who is on which side; an actor stands once in the facts, so that its address tells it.
struct Sides<'s, 'f> {
    scene: &'s Scene<'f>,
    known: HashMap<*const Actor, Side>,
}

impl<'f> Sides<'_, 'f> {
    fn of(&mut self, actors: &[&'f Actor]) -> Vec<Side> {
        let coded = actors.iter().filter(|a| a.root().is_some());
        let side = |a: &&'f Actor| *self.known.entry(ptr::from_ref(*a)).or_insert_with(|| self.scene.side(a));
        let mut sides: Vec<Side> = coded.map(side).collect();
        sides.sort_unstable();
        sides.dedup();
        sides
    }

    /// Whether it passes between two sides of which one at least is a side of the watch; where one end is unknown,
    /// whether the other is.
    fn pass(&mut self, from: &[&'f Actor], to: &[&'f Actor]) -> bool {
        let (from, to) = (self.of(from), self.of(to));
        let watched = |side: &Side| matches!(side, Side::Subject | Side::Other);
        let two = from.iter().any(|side| *side != from[0] || to.iter().any(|other| other != side))
            || to.iter().any(|side| *side != to[0]);
        from.iter().chain(&to).any(watched) && (two || from.is_empty() || to.is_empty())
    }

    /// Whether it is one side's towards others: what both sides do together is no demand or refusal, and what is told
    /// to civilians or reporters is none of another party.
    fn is_towards(&mut self, from: &[&'f Actor], to: &[&'f Actor]) -> bool {
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
fn without_echoes(rows: Vec<Row<'_>>) -> Vec<Row<'_>> {
    let echo = |row: &Row<'_>| row.matter == Matter::Demand && row.event.standing() == Standing::Demanded;
    let told: HashSet<(u32, Option<&str>)> =
        rows.iter().filter(|r| r.matter == Matter::Demand && !echo(r)).map(key).collect();
    rows.into_iter().filter(|row| !echo(row) || !told.contains(&key(row))).collect()
}

/// The report and whose demand it is.
fn key<'f>(row: &Row<'f>) -> (u32, Option<&'f str>) {
    (row.event.report.number, row.from.first().copied())
}
