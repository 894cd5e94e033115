//! Talks held and planned: told by several reports, they are the same talks if the parties are the same and the days lie
//! within one day of each other.

use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_facts::{Days, Event, Resolution};

use super::matter::Matter;
use super::row::{Ends, Row};
use super::span::{Span, Spans};
use super::{Talk, cites};
use crate::Scene;
use crate::day::days;

const RULE: &str = "diplomacy-talks";

/// A report that names no day speaks of talks of the last few days; or of the last week, if it names the same place.
const UNTOLD: i32 = 2;
const SAME_PLACE: i32 = 7;

/// Talks planned without a day are expected within so many days.
const EXPECTED: i32 = 14;

/// Talks of which reports a day apart tell are the same.
const SLACK: i32 = 1;

struct Draft<'f> {
    ends: Rc<Ends<'f>>,
    /// The days on which the talks may lie, as narrow as any row tells.
    near: Days,
    /// Whether a row tells them to the week or better.
    told: bool,
    held: bool,
    places: BTreeSet<&'f str>,
    rows: Vec<Event<'f>>,
}

/// Talks of the same parties, as places among all drafts, with the days on which they may lie.
#[derive(Default)]
struct Known {
    drafts: Vec<usize>,
    spans: Spans,
}

/// The talks that the rows tell, the newest first.
pub(super) fn talks<'f>(scene: &Scene<'f>, rows: &[Row<'f>]) -> Vec<Talk> {
    let mut drafts: Vec<Draft<'f>> = Vec::new();
    let mut by_parties: HashMap<(&[&str], bool), Known> = HashMap::new();
    for row in rows.iter().filter(|row| is_talk(scene, row)) {
        if row.ends.parties.len() < 2 {
            continue;
        }
        // A call is no meeting, though the parties be the same.
        let call = row.event.mode() == Some("phone");
        let known = by_parties.entry((row.ends.parties.as_slice(), call)).or_default();
        known.take(&mut drafts, row);
    }
    let mut talks: Vec<Talk> = drafts.iter().map(|draft| draft.talk(scene)).collect();
    talks.sort_by(|a, b| b.day.cmp(&a.day).then_with(|| a.cites[0].event.cmp(&b.cites[0].event)));
    talks
}

impl Known {
    /// Puts a row to the latest talks that it can be of, or opens others.
    fn take<'f>(&mut self, drafts: &mut Vec<Draft<'f>>, row: &Row<'f>) {
        let (near, wide) = (span(row, UNTOLD), span(row, SAME_PLACE));
        let same_place = |draft: &Draft<'_>| places(&row.event).any(|place| draft.places.contains(place));
        let is_of = |at: usize, its: Span| its.meets(near, SLACK) || same_place(&drafts[self.drafts[at]]);
        if let Some(at) = self.spans.last(wide, SLACK, is_of) {
            let draft = &mut drafts[self.drafts[at]];
            draft.add(row);
            self.spans.set(at, Span::of(draft.near));
        } else {
            let draft = Draft::of(row);
            self.spans.push(Span::of(draft.near));
            self.drafts.push(drafts.len());
            drafts.push(draft);
        }
    }
}

/// Talks of long ago that a report recalls are not followed.
fn is_talk(scene: &Scene<'_>, row: &Row<'_>) -> bool {
    let recalled = row.event.time().zip(scene.watch.since).is_some_and(|(time, since)| time.last < since);
    matches!(row.matter, Matter::Held | Matter::Planned) && !recalled
}

/// The days on which the talks of a row may lie, where those that it tells without a day may lie so many days back.
fn span(row: &Row<'_>, back: i32) -> Span {
    let near = Span::of(near(row));
    let untold = row.event.time().is_none() && row.matter == Matter::Held;
    if untold { near.begun_before(back) } else { near }
}

/// The days on which the talks of a row may lie.
fn near(row: &Row<'_>) -> Days {
    let published = row.event.published;
    row.event.time().unwrap_or_else(|| match row.matter {
        Matter::Held => Days::on(published),
        _ => Days { first: published, last: published.saturating_add(EXPECTED.days()) },
    })
}

/// Names of places that are smaller than a state.
fn places<'f>(event: &Event<'f>) -> impl Iterator<Item = &'f str> + use<'f> {
    event.places().filter(|p| p.resolution < Resolution::Country).map(|p| p.name.as_str())
}

/// Whether two stretches have a day in common, give or take `slack` days.
pub(super) fn meet(a: Days, b: Days, slack: i32) -> bool {
    days(a.last, b.first) <= slack && days(b.last, a.first) <= slack
}

/// The stretch that says more.
pub(super) fn narrower(a: Option<Days>, b: Option<Days>) -> Option<Days> {
    match (a, b) {
        (Some(a), Some(b)) => Some(if length(b) < length(a) { b } else { a }),
        (a, b) => a.or(b),
    }
}

impl<'f> Draft<'f> {
    fn of(row: &Row<'f>) -> Self {
        let mut draft = Self {
            ends: Rc::clone(&row.ends),
            near: near(row),
            told: false,
            held: false,
            places: BTreeSet::new(),
            rows: Vec::new(),
        };
        draft.add(row);
        draft
    }

    /// A day or week that a row tells outweighs what is guessed from publication; else the narrower stretch says more.
    fn add(&mut self, row: &Row<'f>) {
        let its = near(row);
        let told = row.event.time().is_some() && length(its) <= SAME_PLACE;
        let narrower = length(its) < length(self.near);
        if (told && !self.told) || (narrower && told == self.told) {
            self.near = its;
        }
        self.told |= told;
        self.held |= row.matter == Matter::Held;
        self.places.extend(places(&row.event));
        self.rows.push(row.event);
    }

    fn day(&self) -> Date {
        let last = self.rows.iter().map(|event| event.published).max().unwrap_or(self.near.last);
        if self.held { self.near.last.min(last) } else { self.near.first }
    }

    fn talk(&self, scene: &Scene<'_>) -> Talk {
        let id = self.rows[0].id;
        Talk {
            id: format!("d{}.{}", id.report, id.nth),
            parties: self.ends.parties.iter().map(|&code| code.to_owned()).collect(),
            day: self.day(),
            held: self.held,
            places: self.places.iter().map(|&place| place.to_owned()).collect(),
            cites: cites(scene, &self.rows),
            rule: RULE,
        }
    }
}

fn length(stretch: Days) -> i32 {
    days(stretch.first, stretch.last)
}
