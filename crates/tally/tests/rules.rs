//! What the words of the answers mean, on facts made by hand.

#![allow(clippy::unwrap_used, reason = "a test may fail there")]

use std::sync::Arc;

use jiff::civil::{Date, date};
use saydo_codebook::Plover;
use saydo_facts::{Actor, Facts, Place, Report, Told};
use saydo_standing::Standing;
use saydo_tally::{Bucket, Cursor, Filter, SourceTally, Spokens, Tally};

fn day(n: i64) -> Date {
    date(2022, 1, 3).saturating_add(jiff::Span::new().days(n))
}

/// Reports of families on days, without events.
fn read(days: &[(&str, i64)]) -> Tally {
    let mut facts = Facts::default();
    for (n, (family, on)) in days.iter().enumerate() {
        let family = facts.family(family);
        facts.report(Report::of(n as u32 + 1, family, Some(day(*on))));
    }
    Tally::of(Arc::new(facts), Spokens::default())
}

fn source(tally: &Tally, as_of: i64) -> SourceTally {
    tally.sources(day(as_of)).into_iter().next().unwrap()
}

#[test]
fn a_source_is_silent_after_three_times_its_usual_gap() {
    let weekly = read(&[("A", 0), ("A", 7), ("A", 14), ("A", 14), ("A", 22)]);
    assert!(!source(&weekly, 22 + 21).silent);
    assert!(source(&weekly, 22 + 22).silent);
}

#[test]
fn a_daily_source_may_miss_three_days() {
    let daily = read(&[("A", 0), ("A", 1), ("A", 2)]);
    assert_eq!([5, 6].map(|as_of| source(&daily, as_of).silent), [false, true]);
}

#[test]
fn a_source_that_was_read_on_one_day_has_no_usual_gap() {
    assert!(!source(&read(&[("A", 0), ("A", 0)]), 400).silent);
}

#[test]
fn the_days_of_a_source_end_with_the_one_asked_for() {
    let tally = read(&[("A", 0), ("A", 1), ("A", 1), ("A", 31)]);
    let days = source(&tally, 30).days;
    assert_eq!((days.len(), days[0], days[1..].iter().sum::<u32>()), (30, 2, 0));
    assert_eq!(source(&tally, 31).days[29], 1);
}

/// Four reports a day for two weeks, then these, one count for each day.
fn after_two_weeks(then: &[usize]) -> Tally {
    let mut days: Vec<(&str, i64)> = (0..14).flat_map(|n| [("A", n); 4]).collect();
    for (n, count) in then.iter().enumerate() {
        days.extend(vec![("B", 14 + n as i64); *count]);
    }
    read(&days)
}

fn thin(tally: &Tally, last: i64, bucket: Bucket) -> Vec<bool> {
    tally.series(&Filter::as_of(day(last)), Some(bucket)).points.iter().map(|point| point.thin).collect()
}

#[test]
fn a_day_is_thin_below_half_of_what_was_usual() {
    let tally = after_two_weeks(&[4, 2, 1, 0]);
    assert_eq!(thin(&tally, 17, Bucket::Day)[13..], [false, false, false, true, true]);
}

#[test]
fn a_week_that_has_only_begun_is_compared_by_its_days() {
    let tally = after_two_weeks(&[4]);
    assert_eq!(thin(&tally, 14, Bucket::Week), [false, false, false]);
    assert_eq!(thin(&tally, 20, Bucket::Week), [false, false, true]);
}

#[test]
fn the_first_week_is_never_thin() {
    let tally = read(&[("A", 0), ("A", 0), ("A", 0), ("A", 1), ("A", 6)]);
    assert_eq!(thin(&tally, 6, Bucket::Day), [false; 7]);
}

fn told(plover: &str, standing: Standing, negated: bool) -> Told {
    let places = vec![Place { name: "Lower Town".to_owned(), ..Place::default() }];
    Told {
        plover: Plover::of(plover),
        standing,
        negated,
        places,
        actors: vec![Actor::of("RUSMIL")],
        ..Told::default()
    }
}

/// Each family tells something on a day of its own.
fn telling(all: &[(&str, i64, Told)]) -> Tally {
    let mut facts = Facts::default();
    for (n, (family, on, told)) in all.iter().enumerate() {
        let family = facts.family(family);
        let report = facts.report(Report::of(n as u32 + 1, family, Some(day(*on))));
        facts.tell(report, told.clone());
    }
    Tally::of(Arc::new(facts), Spokens::default())
}

#[test]
fn conflict_and_cooperation_are_quad_classes() {
    let tally = telling(&[
        ("A", 0, told("ASSAULT", Standing::Reported, false)),
        ("A", 0, told("RETREAT", Standing::Claimed, false)),
        ("A", 0, told("RETREAT", Standing::Claimed, true)),
        ("A", 0, told("AGREE", Standing::Announced, false)),
        ("A", 0, told("THREATEN", Standing::Intended, false)),
        ("A", 0, Told { standing: Standing::Possible, ..Told::default() }),
    ]);
    let point = tally.series(&Filter::as_of(day(0)), None).points.remove(0);
    assert_eq!((point.words, point.words_conflict, point.words_cooperation), (3, 1, 1));
    assert_eq!((point.deeds, point.deeds_conflict, point.deeds_cooperation), (2, 1, 1));
    assert_eq!((point.denials, point.reports, point.families), (1, 6, 1));
}

#[test]
fn a_deed_that_two_families_tell_is_corroborated() {
    let retreat = || told("RETREAT", Standing::Reported, false);
    let tally = telling(&[
        ("A", 0, retreat()),
        ("B", 0, retreat()),
        ("A", 0, told("MOBILIZE", Standing::Reported, false)),
        ("A", 1, retreat()),
        ("A", 1, retreat()),
        ("B", 1, told("RETREAT", Standing::Announced, false)),
    ]);
    let place = tally.places(&Filter::as_of(day(9))).places.remove(0);
    assert_eq!((place.events, place.corroborated, place.single, place.words), (6, 2, 3, 1));
    assert_eq!((place.families, place.last, place.top), (2, day(1), "RETREAT"));
    assert_eq!((place.key.to_string(), place.newest.to_string()), ("n:Lower Town".into(), "r4.v1".into()));
}

#[test]
fn a_replaced_report_counts_until_the_day_it_was_replaced() {
    let mut facts = Facts::default();
    let family = facts.family("A");
    let first = Report { superseded: Some(day(3)), ..Report::of(1, family, Some(day(0))) };
    let second =
        Report { valid_from: Some(day(3)), added: Some(day(3)), ..Report::of(2, family, Some(day(0))) };
    for report in [first, second] {
        let report = facts.report(report);
        facts.tell(report, told("RETREAT", Standing::Reported, false));
    }
    let tally = Tally::of(Arc::new(facts), Spokens::default());
    let ids = |as_of| {
        tally
            .events(&Filter::as_of(day(as_of)), None, 9)
            .items
            .iter()
            .map(|e| e.id.report)
            .collect::<Vec<_>>()
    };
    assert_eq!((ids(2), ids(3)), (vec![1], vec![2]));
    let updated = Filter { updated_since: Some(day(3)), ..Filter::as_of(day(5)) };
    assert_eq!(tally.reports(&updated, None, 9).items, [2, 1]);
}

#[test]
fn hostile_days_and_limits_are_answered() {
    let tally = telling(&[("A", 0, told("RETREAT", Standing::Reported, false))]);
    let far = Filter { from: Some(Date::MIN), to: Some(Date::MAX), ..Filter::as_of(Date::MAX) };
    let series = tally.series(&far, Some(Bucket::Day));
    assert_eq!((series.bucket, series.from, series.total), (Bucket::Month, day(0), 1));
    let nothing = Filter { from: Some(Date::MAX), to: Some(Date::MIN), ..far.clone() };
    assert!(tally.series(&nothing, None).points.is_empty());
    assert_eq!((tally.events(&nothing, None, 5).total, tally.reports(&nothing, None, 5).total), (0, 0));
    let last = Cursor { day: Date::MIN, report: u32::MAX, nth: u32::MAX };
    assert!(tally.events(&far, Some(last), usize::MAX).items.is_empty());
    assert!(tally.reports(&far, Some(last), usize::MAX).items.is_empty());
    let empty = telling(&[]);
    assert_eq!(
        (empty.series(&far, None).total, empty.places(&far).total, empty.sources(Date::MIN).len()),
        (0, 0, 0)
    );
}
