//! When a source is due again.

use jiff::civil::Weekday;
use saydo_rounds::{Listed, Outcome, Pace, Source, SourceKind};

use crate::sim::*;

/// The hours between the requests of a source whose every answer is the same.
fn gaps(source: Source, answer: &Outcome, span: u64) -> Vec<f64> {
    let mut sim = Sim::of(source, |job, _| is_listing(job).then(|| answer.clone()));
    sim.run(hours(span)).gaps(FEED)
}

fn answer(etag: Option<&str>, fresh: Option<u64>, ttl: Option<u64>) -> Outcome {
    let pace = Pace { ttl: ttl.map(seconds), ..Pace::default() };
    Outcome::Listing(Listed {
        etag: etag.map(Into::into),
        fresh: fresh.map(seconds),
        pace,
        ..Listed::default()
    })
}

#[track_caller]
fn check(answer: &Outcome, low: f64, high: f64) {
    let gaps = gaps(source(FEED), answer, 100);
    assert!(gaps.len() >= 3 && gaps.iter().all(|gap| (low..=high).contains(gap)), "{low}-{high}: {gaps:?}");
}

#[test]
fn a_feed_with_validators_is_asked_once_an_hour() {
    check(&answer(Some("\"a\""), None, None), 1.0, 1.06);
    check(&unchanged(), 1.0, 1.06);
}

#[test]
fn stated_freshness_is_honoured_within_bounds() {
    check(&answer(Some("\"a\""), Some(1_800), None), 0.5, 0.53);
    check(&answer(Some("\"a\""), Some(1), None), 0.08, 0.09);
    check(&answer(Some("\"a\""), Some(9_999_999), None), 24.0, 25.3);
    check(&answer(Some("\"a\""), Some(0), None), 1.0, 1.06);
    check(&answer(None, Some(60), None), 1.0, 1.06);
}

#[test]
fn the_longer_of_ttl_and_freshness_counts() {
    check(&answer(Some("\"a\""), Some(600), Some(7_200)), 2.0, 2.11);
    check(&answer(Some("\"a\""), Some(14_400), Some(7_200)), 4.0, 4.21);
}

#[test]
fn without_validators_and_news_a_feed_is_soon_asked_once_a_day() {
    let gaps = gaps(source(FEED), &answer(None, None, None), 120);
    let hours: Vec<f64> = gaps.iter().map(|gap| gap.floor()).collect();
    assert_eq!(hours[..4], [1.0, 2.0, 4.0, 8.0]);
    assert!(gaps[5..].iter().all(|gap| (24.0..25.3).contains(gap)), "{gaps:?}");
}

#[test]
fn without_validators_but_with_news_a_feed_is_asked_often() {
    let mut number = 0;
    let mut sim = Sim::of(source(FEED), |job, _| {
        number += 1;
        is_listing(job)
            .then(|| Outcome::Listing(Listed { found: items("wire.example", [number]), ..Listed::default() }))
    });
    let gaps = sim.run(hours(24)).gaps(FEED);
    assert!(gaps.len() > 20, "{gaps:?}");
}

#[test]
fn news_in_a_page_itself_or_in_further_listings_counts_as_news() {
    let page = Outcome::Listing(Listed { taken: 1, ..Listed::default() });
    check(&page, 1.0, 1.06);
    let mut number = 0;
    let mut sim = Sim::of(source(FEED), |job, _| {
        number += 1;
        let further = Listed { found: items("wire.example", [number]), ..Listed::default() };
        let own = Listed { next: vec!["https://wire.example/more".into()], ..Listed::default() };
        is_listing(job).then(|| Outcome::Listing(if job.address == FEED { own } else { further }))
    });
    let gaps = sim.run(hours(24)).gaps(FEED);
    assert!(gaps[1..].iter().all(|gap| *gap < 2.2), "{gaps:?}");
}

#[test]
fn what_the_user_says_wins_but_never_under_a_minute() {
    let every = |secs| Source { every: Some(seconds(secs)), ..source(FEED) };
    let answer = answer(Some("\"a\""), Some(86_400), Some(86_400));
    assert!(gaps(every(1_800), &answer, 10).iter().all(|gap| (gap - 0.5).abs() < 0.01));
    let mut sim = Sim::of(every(1), |_, _| None);
    assert!(sim.run(hours(1)).asked(FEED).windows(2).all(|two| two[1] - two[0] == 61));
}

#[test]
fn skipped_hours_and_days_are_kept_clear() {
    let pace =
        Pace { skip_hours: (0..8).collect(), skip_days: vec![Weekday::Saturday, Weekday::Sunday], ttl: None };
    let mut sim = Sim::of(source(FEED), |job, _| {
        is_listing(job).then(|| {
            Outcome::Listing(Listed { pace: pace.clone(), etag: Some("1".into()), ..Listed::default() })
        })
    });
    let asked = sim.run(hours(14 * 24)).asked(FEED);
    assert!(asked[1..].iter().all(|at| at / 3_600 % 24 >= 8 && at / 86_400 % 7 < 5), "{asked:?}");
    assert!(asked.len() > 100, "five days of sixteen hours, twice: {}", asked.len());
}

#[test]
fn a_feed_that_rules_out_every_hour_is_not_heeded() {
    let pace = Pace { skip_hours: (0..24).collect(), ..Pace::default() };
    check(&Outcome::Listing(Listed { pace, etag: Some("1".into()), ..Listed::default() }), 1.0, 1.06);
}

#[test]
fn failures_back_off_to_six_hours_and_lasting_ones_to_a_day() {
    let waits = gaps(source(FEED), &transient(), 60);
    for (wait, minutes) in waits.iter().zip([1.0, 4.0, 16.0, 64.0, 256.0, 360.0, 360.0]) {
        assert!(*wait <= minutes / 60.0 + 0.02 && *wait >= minutes / 60.0 * 0.74, "{minutes}: {waits:?}");
    }
    let waits = gaps(source(FEED), &lasting(), 200);
    for (wait, full) in waits.iter().zip([1.0, 4.0, 16.0, 24.0, 24.0]) {
        assert!(*wait <= full + 0.02 && *wait >= full * 0.74, "{full}: {waits:?}");
    }
}

#[test]
fn a_source_forbidden_by_robots_is_asked_for_once_a_day() {
    check(&Outcome::Disallowed, 24.0, 24.001);
}

#[test]
fn a_source_that_is_gone_is_never_asked_again_not_even_after_a_restart() {
    let mut sim = Sim::of(source(FEED), |job, _| is_listing(job).then_some(Outcome::Gone));
    sim.run(hours(100)).save();
    sim.die();
    assert_eq!(sim.run(hours(1_000)).asked(FEED).len(), 1);
    assert!(sim.health().gone);
}

#[test]
fn a_moved_source_is_asked_at_its_new_address_with_its_validators() {
    let mut sim = Sim::of(source(FEED), |job, _| {
        let moved = Some("https://new.example/feed".into());
        (job.address == FEED)
            .then(|| Outcome::Listing(Listed { moved, etag: Some("W/\"7\"".into()), ..Listed::default() }))
    });
    sim.run(hours(3)).save();
    sim.die();
    sim.run(hours(3));
    assert_eq!(sim.asked(FEED).len(), 1);
    assert_eq!(sim.asked("https://new.example/robots.txt").len(), 2, "once in each run");
    let second = sim.log.iter().find(|(_, job)| job.address == "https://new.example/feed").unwrap();
    assert_eq!((second.1.etag.as_deref(), second.1.source.as_str()), (Some("W/\"7\""), FEED));
}

#[test]
fn a_move_to_a_dead_end_is_taken_back() {
    let mut sim = Sim::of(source(FEED), |job, _| match job.address.as_str() {
        FEED => Some(Outcome::Unchanged { fresh: None, moved: Some("https://new.example/feed".into()) }),
        "https://new.example/feed" => Some(lasting()),
        _ => None,
    });
    sim.run(seconds(9_000));
    assert_eq!(sim.addresses(), [FEED, "https://new.example/feed", FEED]);
}

#[test]
fn a_pages_own_feed_is_asked_at_once_and_instead_from_then_on() {
    let site = Source { kind: SourceKind::Auto, ..source("https://wire.example/") };
    let mut sim = Sim::of(site, |job, _| {
        let turned = (job.address == "https://wire.example/").then(|| (SourceKind::Feed, FEED.to_owned()));
        is_listing(job).then(|| Outcome::Listing(Listed { turned, ..Listed::default() }))
    });
    sim.run(seconds(10));
    assert_eq!(sim.addresses(), ["https://wire.example/", FEED]);
    sim.run(hours(10));
    assert_eq!(sim.asked("https://wire.example/").len(), 1);
    let health = sim.health();
    assert_eq!((health.kind, health.address.as_deref()), (SourceKind::Feed, Some(FEED)));
}

#[test]
fn further_pages_are_asked_each_once_to_a_depth_and_a_number() {
    let page = |n: usize| format!("https://wire.example/map{n}");
    let mut sim = Sim::of(Source { kind: SourceKind::Sitemap, ..source(&page(0)) }, |job, _| {
        let next = (0..1_000).map(page).collect();
        is_listing(job).then(|| Outcome::Listing(Listed { next, ..Listed::default() }))
    });
    sim.run(seconds(1_000));
    assert_eq!(sim.addresses().len(), 50);
    let mut sim = Sim::of(source(&page(0)), |job, _| {
        let own: usize =
            job.address.trim_start_matches("https://wire.example/map").parse().unwrap_or_default();
        is_listing(job)
            .then(|| Outcome::Listing(Listed { next: vec![page(own + 1), page(0)], ..Listed::default() }))
    });
    sim.run(seconds(1_000));
    assert_eq!(sim.addresses(), [page(0), page(1), page(2), page(3)]);
}

#[test]
fn the_sitemaps_of_an_unchanged_index_are_asked_conditionally() {
    let index = Source { kind: SourceKind::Sitemap, ..source("https://wire.example/index") };
    let map = "https://wire.example/map";
    let mut sim = Sim::of(index, |job, _| {
        let next = if job.address == map { vec![] } else { vec![map.to_owned()] };
        let first = Listed { etag: Some(job.address.clone()), next, ..Listed::default() };
        is_listing(job).then(|| if job.etag.is_some() { unchanged() } else { Outcome::Listing(first) })
    });
    sim.run(hours(5));
    assert_eq!(sim.asked(map).len(), sim.asked("https://wire.example/index").len());
    let tags: Vec<_> =
        sim.log.iter().filter(|(_, job)| job.address == map).map(|(_, job)| job.etag.as_deref()).collect();
    assert_eq!(tags[..2], [None, Some(map)]);
}

#[test]
fn many_sources_are_spread_at_the_start() {
    let many: Vec<_> = (0..200).map(|n| source(&format!("https://w{n}.example/feed"))).collect();
    let mut sim = Sim::new(many, saydo_rounds::Policy::default(), |job, _| plain(job));
    sim.run(seconds(50));
    let mut starts: Vec<_> =
        sim.log.iter().filter(|(_, job)| is_robots(job)).map(|(at, _)| at.as_second()).collect();
    starts.dedup();
    assert!(starts.len() > 30, "{starts:?}");
}
