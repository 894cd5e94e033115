//! The same answers, found the slow way: event by event, from the facts alone.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;
use saydo_codebook::{Plover, cameo};
use saydo_facts::{Event, Facts, Kind, Place, Report};
use saydo_tally::{Bucket, Filter, PlaceKey, Track};

use crate::world::{Said, World};

pub(crate) fn type_of(event: &Event<'_>) -> &'static str {
    event.plover().map(Plover::name).or(event.kind().map(Kind::name)).unwrap_or("other")
}

fn empty_or<T>(asked: &[T], is_met: impl Fn(&T) -> bool) -> bool {
    asked.is_empty() || asked.iter().any(is_met)
}

fn keys(event: &Event<'_>) -> BTreeSet<PlaceKey> {
    event.places().map(PlaceKey::of).collect()
}

fn names_actor(event: &Event<'_>, beginning: &str) -> bool {
    let mut all = event.actors().chain(event.recipients()).chain(event.speaker());
    all.any(|actor| !actor.code.is_empty() && actor.code.starts_with(beginning))
}

fn is_between(day: Date, filter: &Filter) -> bool {
    filter.from.is_none_or(|from| from <= day) && filter.to.is_none_or(|to| day <= to)
}

fn is_of_family(facts: &Facts, report: &Report, filter: &Filter) -> bool {
    empty_or(&filter.families, |family| family == facts.family_name(report.family))
}

fn meets_class(event: &Event<'_>, filter: &Filter) -> bool {
    empty_or(&filter.places, |key| keys(event).contains(key))
        && empty_or(&filter.standings, |standing| *standing == event.standing())
        && empty_or(&filter.tracks, |track| *track == Track::of_event(event))
        && empty_or(&filter.types, |name| name == type_of(event))
}

pub(crate) fn meets(facts: &Facts, event: &Event<'_>, filter: &Filter) -> bool {
    event.report.counts(filter.as_of)
        && is_between(event.day(), filter)
        && filter.found.as_ref().is_none_or(|found| found.reports.contains(&event.report.number))
        && is_of_family(facts, event.report, filter)
        && empty_or(&filter.actors, |beginning| names_actor(event, beginning))
        && meets_class(event, filter)
}

/// The events that meet a filter, in the order of pages.
pub(crate) fn events<'w>(world: &'w World, filter: &Filter) -> Vec<Event<'w>> {
    let mut all: Vec<_> = world.facts.events().filter(|event| meets(&world.facts, event, filter)).collect();
    all.sort_by_key(|event| (std::cmp::Reverse(event.day()), event.id));
    all
}

fn report_of(facts: &Facts, number: u32) -> &Report {
    facts.reports().iter().find(|report| report.number == number).expect("every statement has a report")
}

/// Report and number of the statements that meet a filter, in the order of pages.
pub(crate) fn statements(world: &World, filter: &Filter) -> Vec<(Date, u32, u32)> {
    let mut all: Vec<(Date, u32, u32)> = Vec::new();
    for said in &world.said {
        let report = report_of(&world.facts, said.report);
        let Some(published) = report.published else { continue };
        let day = said.day.map_or(published, |day| day.min(published));
        let is_found =
            filter.found.as_ref().is_none_or(|found| found.statements.contains(&(said.report, said.nth)));
        let is_act = empty_or(&filter.acts, |name| said.act.is_some_and(|act| act.name() == name));
        if report.counts(filter.as_of)
            && is_between(day, filter)
            && is_of_family(&world.facts, report, filter)
            && is_found
            && is_act
            && carries(world, said, filter)
        {
            all.push((day, said.report, said.nth));
        }
    }
    all.sort_by_key(|(day, report, nth)| (std::cmp::Reverse(*day), *report, *nth));
    all
}

/// Whether its events are those asked for, and the actor its source or one of theirs.
fn carries(world: &World, said: &Said, filter: &Filter) -> bool {
    let is_source = empty_or(&filter.actors, |beginning| {
        said.source.is_some_and(|code| !code.is_empty() && code.starts_with(beginning.as_str()))
    });
    let own =
        world.facts.events().filter(|e| e.report.number == said.report && e.statement() == Some(said.nth));
    let mut met = own.filter(|event| meets_class(event, filter));
    let asks_nothing = meets_anything(filter);
    is_source && asks_nothing
        || met.any(|event| is_source || filter.actors.iter().any(|beginning| names_actor(&event, beginning)))
}

fn meets_anything(filter: &Filter) -> bool {
    let lists = [filter.places.len(), filter.standings.len(), filter.tracks.len(), filter.types.len()];
    lists.iter().all(|length| *length == 0)
}

/// The numbers of the reports that meet a filter, in the order of pages.
pub(crate) fn reports(world: &World, filter: &Filter) -> Vec<u32> {
    let is_updated = |report: &Report| {
        filter.updated_since.is_some_and(|since| {
            report.added.or(report.published).is_some_and(|added| added >= since)
                || report.superseded.is_some_and(|day| day >= since)
        })
    };
    let counts = |report: &Report| match filter.updated_since {
        None => report.counts(filter.as_of),
        Some(_) => is_updated(report) && report.published.is_none_or(|day| day <= filter.as_of),
    };
    let is_listed = |report: &&Report| {
        counts(report)
            && report.published.map_or(filter.from.or(filter.to).is_none(), |day| is_between(day, filter))
            && is_of_family(&world.facts, report, filter)
            && filter.found.as_ref().is_none_or(|found| found.reports.contains(&report.number))
    };
    let mut all: Vec<_> = world.facts.reports().iter().filter(is_listed).collect();
    all.sort_by_key(|report| std::cmp::Reverse((report.published, report.number)));
    all.into_iter().map(|report| report.number).collect()
}

/// Words, deeds, denials; words and deeds of conflict and co-operation; reports and families; by the first day of a
/// stretch.
pub(crate) type Counts = BTreeMap<Date, ([u32; 7], (u32, usize))>;

pub(crate) fn first(bucket: Bucket, day: Date) -> Date {
    match bucket {
        Bucket::Day => day,
        Bucket::Week => {
            let since = i64::from(day.weekday().to_monday_zero_offset());
            day.saturating_sub(jiff::Span::new().days(since))
        }
        Bucket::Month => day.first_of_month(),
    }
}

pub(crate) fn series(world: &World, filter: &Filter, bucket: Bucket) -> Counts {
    let mut counts = Counts::new();
    for event in events(world, filter) {
        let (counts, _) = counts.entry(first(bucket, event.day())).or_default();
        let quad = event.plover().map(Plover::quad).or(event.cameo().and_then(cameo).map(|c| c.quad));
        let track = Track::of_event(&event);
        counts[track as usize] += 1;
        if track != Track::Denials
            && let Some(quad) = quad
        {
            counts[3 + 2 * (track as usize) + usize::from(quad < 3)] += 1;
        }
    }
    let mut families: BTreeMap<Date, BTreeSet<u32>> = BTreeMap::new();
    for report in read(world, filter) {
        let Some(published) = report.published.filter(|day| is_between(*day, filter)) else { continue };
        let at = first(bucket, published);
        families.entry(at).or_default().insert(report.family.0);
        let (_, (reports, of)) = counts.entry(at).or_default();
        *reports += 1;
        *of = families[&at].len();
    }
    counts
}

/// The reports of the families that were asked for.
pub(crate) fn read<'w>(world: &'w World, filter: &'w Filter) -> impl Iterator<Item = &'w Report> {
    let reports = world.facts.reports().iter();
    reports.filter(|r| r.counts(filter.as_of) && is_of_family(&world.facts, r, filter))
}

/// Events at a place: words, corroborated deeds, other deeds, denials; families; the newest; types.
#[derive(Debug, Default)]
pub(crate) struct At<'w> {
    pub(crate) tracks: [u32; 4],
    pub(crate) families: BTreeSet<u32>,
    pub(crate) newest: Option<Event<'w>>,
    pub(crate) types: BTreeMap<&'static str, u32>,
}

pub(crate) fn places<'w>(world: &'w World, filter: &Filter) -> BTreeMap<PlaceKey, At<'w>> {
    let all = events(world, filter);
    let group = |event: &Event<'_>, key: &PlaceKey| {
        let country = event.actors().next().and_then(|actor| actor.country.clone());
        (event.day(), type_of(event), event.actors().next().is_some().then_some(country), key.clone())
    };
    let is_deed = |event: &Event<'_>| Track::of_event(event) == Track::Deeds;
    let mut tellers: BTreeMap<_, BTreeSet<u32>> = BTreeMap::new();
    for event in all.iter().filter(|event| is_deed(event)) {
        for key in keys(event) {
            tellers.entry(group(event, &key)).or_default().insert(event.report.family.0);
        }
    }
    let mut places: BTreeMap<PlaceKey, At<'w>> = BTreeMap::new();
    for event in all {
        for key in keys(&event) {
            let is_corroborated = is_deed(&event) && tellers[&group(&event, &key)].len() > 1;
            let at = places.entry(key).or_default();
            at.tracks[if is_corroborated { 3 } else { Track::of_event(&event) as usize }] += 1;
            at.families.insert(event.report.family.0);
            at.newest.get_or_insert(event);
            *at.types.entry(type_of(&event)).or_default() += 1;
        }
    }
    places
}

/// The first place that has a key.
pub(crate) fn place<'w>(world: &'w World, key: &PlaceKey) -> &'w Place {
    world.facts.all_places().iter().find(|place| PlaceKey::of(place) == *key).expect("some event names it")
}
