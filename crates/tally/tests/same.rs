//! Every answer is the one that going through the facts event by event gives, for any facts and filter.

#![allow(clippy::unwrap_used, reason = "a test may fail there")]

mod naive;
mod world;

use jiff::civil::Date;
use proptest::prelude::*;
use saydo_tally::{Bucket, Count, Cursor, Filter, Slice, Tally, Track};
use world::{CODES, FAMILIES, STANDINGS, World, filter, world};

/// All pages of a length.
fn pages<T>(limit: usize, page: impl Fn(Option<Cursor>, usize) -> Slice<T>) -> Vec<T> {
    let mut all = Vec::new();
    let mut after = None;
    loop {
        let slice = page(after, limit);
        assert!(slice.items.len() <= limit);
        all.extend(slice.items);
        assert!(slice.total >= all.len());
        let Some(next) = slice.next else {
            assert_eq!(all.len(), slice.total);
            return all;
        };
        after = Some(next.to_string().parse().unwrap());
    }
}

/// How many events a filter leaves.
fn total(tally: &Tally, filter: &Filter) -> usize {
    tally.events(filter, None, 0).total
}

/// The counts of a facet are what each of its choices gives, and none is left out that gives anything.
fn is_facet(counts: &[Count], choices: &[&str], of: impl Fn(&str) -> usize) {
    let mut expected: Vec<(usize, &str)> = choices.iter().map(|choice| (of(choice), *choice)).collect();
    expected.retain(|(count, _)| *count > 0);
    expected.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.cmp(b.1)));
    let counts: Vec<(usize, &str)> = counts.iter().map(|c| (c.count as usize, c.key.as_str())).collect();
    assert_eq!(counts, expected);
}

fn alone(filter: &Filter, change: impl Fn(&mut Filter)) -> Filter {
    let mut filter = filter.clone();
    change(&mut filter);
    filter
}

/// Whether a stretch of a series is thin, told from the naive counts of reports by day.
fn is_thin(world: &World, filter: &Filter, (first, last): (Date, Date)) -> bool {
    let days: Vec<Date> = naive::read(world, filter).filter_map(|report| report.published).collect();
    let Some(&oldest) = days.iter().min() else { return false };
    let first = first.max(oldest);
    let on = |day: Date| days.iter().filter(|d| **d == day).count();
    let before = first.series(jiff::Span::new().days(-1)).skip(1).take(28).take_while(|d| *d >= oldest);
    let mut before: Vec<usize> = before.map(on).collect();
    before.sort_unstable();
    let length = (last - first).get_days() + 1;
    if length < 1 || before.len() < 7 {
        return false;
    }
    let median = (before[before.len() / 2] + before[(before.len() - 1) / 2]) as f64 / 2.0;
    let read = days.iter().filter(|day| (first..=last).contains(*day)).count();
    (read as f64 / f64::from(length)) < median / 2.0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn pages_of_events_give_each_once_and_in_order(world in world(), filter in filter(), limit in 1usize..9) {
        let expected: Vec<_> = naive::events(&world, &filter).into_iter().map(|e| (e.at, e.id, e.day())).collect();
        let all = pages(limit, |after, limit| world.tally.events(&filter, after, limit));
        prop_assert_eq!(all.iter().map(|e| (e.at, e.id, e.day)).collect::<Vec<_>>(), expected);
        let tracks = all.iter().map(|e| Track::of_event(&world.facts.event(e.at).unwrap()));
        prop_assert!(tracks.eq(all.iter().map(|e| e.track)));
    }

    #[test]
    fn pages_of_statements_give_each_once_and_in_order(world in world(), filter in filter(), limit in 1usize..9) {
        let all = pages(limit, |after, limit| world.tally.statements(&filter, after, limit));
        let all: Vec<_> = all.into_iter().map(|s| (s.day, s.report, s.nth)).collect();
        prop_assert_eq!(all, naive::statements(&world, &filter));
    }

    #[test]
    fn pages_of_reports_give_each_once_and_in_order(
        world in world(),
        filter in filter(),
        since in prop::option::of(-5i16..50),
        limit in 1usize..9,
    ) {
        let filter = Filter { updated_since: since.map(world::day), ..filter };
        let all = pages(limit, |after, limit| world.tally.reports(&filter, after, limit));
        prop_assert_eq!(all, naive::reports(&world, &filter));
    }

    #[test]
    fn a_series_counts_what_the_list_has(world in world(), filter in filter(), n in 0usize..3) {
        let bucket = [Bucket::Day, Bucket::Week, Bucket::Month][n];
        let series = world.tally.series(&filter, Some(bucket));
        let span = Filter { from: Some(series.from), to: Some(series.to), ..filter.clone() };
        let mut counts = naive::series(&world, &span, bucket);
        prop_assert_eq!(series.total, naive::events(&world, &span).len());
        prop_assert!(series.to <= filter.as_of && filter.to.is_none_or(|to| series.to <= to));
        let mut day = naive::first(bucket, series.from);
        for (at, point) in series.points.iter().enumerate() {
            prop_assert_eq!(point.day, day);
            let next = series.points.get(at + 1).map(|next| next.day);
            day = naive::first(bucket, day.saturating_add(jiff::Span::new().days([1, 7, 31][n])));
            let last = next.map_or(series.to, |next| next.yesterday().unwrap());
            let (events, read) = counts.remove(&point.day).unwrap_or_default();
            let told = [point.words, point.deeds, point.denials, point.words_conflict, point.words_cooperation];
            prop_assert_eq!(&told[..], &events[..5]);
            prop_assert_eq!([point.deeds_conflict, point.deeds_cooperation], [events[5], events[6]]);
            prop_assert_eq!((point.reports, point.families as usize), read);
            prop_assert_eq!(point.thin, is_thin(&world, &filter, (point.day.max(series.from), last)));
        }
        prop_assert!(counts.is_empty(), "nothing lies outside the points: {counts:?}");
    }

    #[test]
    fn a_series_begins_where_it_is_asked_to_or_where_reading_began(world in world(), filter in filter()) {
        let series = world.tally.series(&filter, None);
        let read = naive::read(&world, &filter).filter_map(|report| report.published).min();
        match (filter.from, read) {
            (None, read) => prop_assert_eq!(series.from, read.unwrap_or(series.to).min(series.to)),
            (Some(from), _) => prop_assert!(series.from >= from),
        }
        prop_assert!(series.points.iter().map(|p| (p.words + p.deeds + p.denials) as usize).sum::<usize>() == series.total);
    }

    #[test]
    fn places_count_what_the_list_has(world in world(), filter in filter()) {
        let places = world.tally.places(&filter);
        let events = naive::events(&world, &filter);
        prop_assert_eq!(places.total, events.len());
        prop_assert_eq!(places.unplaced, events.iter().filter(|event| event.places().next().is_none()).count());
        let mut expected = naive::places(&world, &filter);
        let order: Vec<_> = places.places.iter().map(|p| (std::cmp::Reverse(p.events), p.key.clone())).collect();
        prop_assert!(order.is_sorted());
        for place in &places.places {
            let at = expected.remove(&place.key).expect("an event names it");
            let tracks = [place.words, place.single, place.denials, place.corroborated];
            prop_assert_eq!(tracks, at.tracks);
            prop_assert_eq!(place.events, tracks.iter().sum::<u32>());
            prop_assert_eq!(place.families as usize, at.families.len());
            prop_assert_eq!((place.newest, place.last), at.newest.map(|event| (event.id, event.day())).unwrap());
            let most = at.types.values().max().unwrap();
            prop_assert_eq!(Some(place.top), at.types.iter().find(|(_, n)| *n == most).map(|(name, _)| *name));
            let first = naive::place(&world, &place.key);
            prop_assert_eq!((&place.name, place.lat, place.lon), (&first.name, first.lat, first.lon));
            prop_assert_eq!((&place.country, place.resolution), (&first.country, first.resolution));
        }
        prop_assert!(expected.is_empty(), "no place is left out: {expected:?}");
    }

    #[test]
    fn the_count_of_a_choice_is_what_choosing_it_alone_gives(world in world(), filter in filter()) {
        let facets = world.tally.facets(&filter);
        let with = |change: &dyn Fn(&mut Filter)| total(&world.tally, &alone(&filter, change));
        let used = |code: &&&str| !code.is_empty() && world.facts.actors().iter().any(|a| a.code == **code);
        let codes: Vec<&str> = CODES.iter().filter(used).copied().collect();
        is_facet(&facets.actors, &codes, |code| with(&|f| f.actors = vec![code.to_owned()]));
        let keys = ["c:UKR", "g690791", "g703883", "n:Lower Town", "n:Black Sea"];
        is_facet(&facets.places, &keys, |key| with(&|f| f.places = vec![key.parse().unwrap()]));
        let standings = STANDINGS.map(saydo_standing::Standing::name);
        let standing = |name: &str| saydo_standing::Standing::of(name).unwrap();
        is_facet(&facets.standings, &standings, |name| with(&|f| f.standings = vec![standing(name)]));
        let tracks = Track::ALL.map(Track::name);
        is_facet(&facets.tracks, &tracks, |name| with(&|f| f.tracks = vec![name.parse().unwrap()]));
        let types = ["RETREAT", "MOBILIZE", "ACCUSE", "presence", "other"];
        is_facet(&facets.types, &types, |name| with(&|f| f.types = vec![name.to_owned()]));
        is_facet(&facets.sources, &FAMILIES, |name| with(&|f| f.families = vec![name.to_owned()]));
    }

    #[test]
    fn any_cursor_is_a_place_to_go_on_from(
        world in world(),
        filter in filter(),
        day in -30i16..70,
        report in 0u32..100,
        nth in 0u32..6,
    ) {
        let cursor = Cursor { day: world::day(day), report, nth };
        let all = world.tally.events(&filter, None, usize::MAX);
        let rest = world.tally.events(&filter, Some(cursor), usize::MAX);
        prop_assert_eq!(rest.total, all.total);
        let is_behind = |e: &&saydo_tally::EventAt| {
            (std::cmp::Reverse(e.day), e.id.report, e.id.nth) > (std::cmp::Reverse(cursor.day), report, nth)
        };
        prop_assert!(all.items.iter().filter(is_behind).eq(rest.items.iter()));
        let said = world.tally.statements(&filter, Some(cursor), usize::MAX);
        let all = naive::statements(&world, &filter);
        let is_behind = |s: &&(Date, u32, u32)| {
            (std::cmp::Reverse(s.0), s.1, s.2) > (std::cmp::Reverse(cursor.day), report, nth)
        };
        prop_assert_eq!(said.items.len(), all.iter().filter(is_behind).count());
    }

    #[test]
    fn more_conditions_never_leave_more(world in world(), one in filter(), other in filter()) {
        let narrow = Filter { from: other.from, to: other.to, tracks: other.tracks.clone(), ..one.clone() };
        let wide = Filter { from: None, to: None, tracks: Vec::new(), ..one };
        let wide: Vec<_> = world.tally.events(&wide, None, usize::MAX).items;
        let narrow = world.tally.events(&narrow, None, usize::MAX).items;
        prop_assert!(narrow.iter().all(|event| wide.contains(event)));
        let both = wide.iter().filter(|event| {
            (other.tracks.is_empty() || other.tracks.contains(&event.track))
                && other.from.is_none_or(|from| from <= event.day)
                && other.to.is_none_or(|to| event.day <= to)
        });
        prop_assert!(both.eq(narrow.iter()));
    }

    #[test]
    fn sources_count_what_the_list_has(world in world(), as_of in 0i16..60) {
        let as_of = world::day(as_of);
        let sources = world.tally.sources(as_of);
        for source in &sources {
            let filter = Filter { families: vec![source.family.clone()], ..Filter::as_of(as_of) };
            let read: Vec<_> = naive::read(&world, &filter).collect();
            let days: Vec<Date> = read.iter().filter_map(|report| report.published).collect();
            prop_assert_eq!(source.reports as usize, read.len());
            prop_assert_eq!(source.copies as usize, read.iter().filter(|report| report.copy).count());
            prop_assert_eq!(Some((source.first, source.last)), days.iter().min().copied().zip(days.iter().max().copied()));
            for (n, count) in source.days.iter().enumerate() {
                let day = as_of.saturating_sub(jiff::Span::new().days(29 - n as i64));
                prop_assert_eq!(*count as usize, days.iter().filter(|d| **d == day).count());
            }
        }
        let all = naive::read(&world, &Filter::as_of(as_of)).count();
        prop_assert_eq!(sources.iter().map(|source| source.reports as usize).sum::<usize>(), all);
    }
}
