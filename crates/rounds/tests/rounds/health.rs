//! How sources fare.

use std::time::Duration;

use jiff::Timestamp;
use saydo_rounds::{Health, Listed, Outcome, Pending, Source};

use crate::sim::*;

/// A source's health after so many hours, and again a while after its last item. `publishes` says of each hour since the
/// start (a Monday, midnight) whether an item comes out.
fn after(publishes: impl Fn(u64) -> bool, alive: u64, dead: u64) -> (Health, Health) {
    let mut sim = Sim::of(Source { every: Some(seconds(1_200)), ..source(FEED) }, |job, now| {
        let hour = (now.as_second() - start().as_second()) as u64 / 3_600;
        let out = (0..=hour).rev().filter(|hour| *hour < alive && publishes(*hour)).take(30);
        is_listing(job)
            .then(|| Outcome::Listing(Listed { found: out.map(dated).collect(), ..Listed::default() }))
    });
    let one = sim.run(hours(alive)).health();
    let two = sim.run(hours(dead)).health();
    (one, two)
}

fn dated(hour: u64) -> Pending {
    let published = start() + Duration::from_secs(hour * 3_600);
    Pending { id: hour.to_string(), published: Some(published.to_string()), ..Pending::default() }
}

fn day_and_night(hour: u64) -> bool {
    (8..20).contains(&(hour % 24))
}

fn office(hour: u64) -> bool {
    day_and_night(hour) && hour / 24 % 7 < 5
}

#[test]
fn a_newsrooms_night_is_its_usual_gap_and_a_day_without_news_is_silence() {
    let (alive, dead) = after(day_and_night, 24 * 21, 20);
    assert_eq!((alive.usual_gap, alive.silent, dead.silent), (Some(hours(13)), false, false));
    let (_, dead) = after(day_and_night, 24 * 21, 40);
    assert!(dead.silent);
}

#[test]
fn nobody_is_silent_over_the_usual_night_or_weekend() {
    for publishes in [day_and_night, office, |_| true] {
        for weeks in 1..5 {
            for hours in 0..24 * 7 {
                if hours % 29 == 0 {
                    let (alive, _) = after(publishes, 24 * 7 * weeks + hours, 0);
                    assert!(!alive.silent, "{weeks} weeks and {hours} hours: {alive:?}");
                }
            }
        }
    }
}

#[test]
fn a_ministry_that_rests_at_weekends_is_silent_after_five_days() {
    let (alive, dead) = after(office, 24 * 28, 24 * 6);
    assert_eq!((alive.usual_gap, dead.silent), (Some(hours(61)), true));
}

#[test]
fn a_wire_that_never_sleeps_is_silent_after_six_hours() {
    let (alive, dead) = after(|_| true, 24 * 21, 9);
    assert_eq!((alive.usual_gap, dead.silent), (Some(hours(1)), true));
    assert_eq!(dead.last_item, Some(start() + hours(24 * 21 - 1)));
}

#[test]
fn with_fewer_than_five_gaps_nothing_is_called_silent() {
    let (alive, dead) = after(|hour| hour < 5, 5, 24 * 30);
    assert_eq!((alive.usual_gap, dead.silent), (None, false));
}

#[test]
fn one_old_item_pinned_to_the_top_and_bursts_do_not_hide_silence() {
    let pinned = |hour: u64| hour == 0 || (hour > 24 * 20 && day_and_night(hour));
    let (alive, dead) = after(pinned, 24 * 41, 40);
    assert_eq!((alive.usual_gap, dead.silent), (Some(hours(13)), true));
}

#[test]
fn one_that_never_answered_is_told_apart_from_a_silent_one() {
    let mut sim = Sim::of(source(FEED), |job, _| is_listing(job).then(transient));
    assert_eq!(sim.health().last_asked, None);
    let health = sim.run(hours(100)).health();
    assert_eq!(
        (health.last_success, health.silent, health.error.as_deref()),
        (None, false, Some("timed out"))
    );
    assert!(health.errors > 5 && health.last_asked.is_some() && health.next > Some(sim.now - hours(1)));
}

#[test]
fn a_day_without_saydo_is_no_silence() {
    let mut sim = Sim::of(source(FEED), |job, now| {
        let hour = (now.as_second() - start().as_second()) as u64 / 3_600;
        is_listing(job).then(|| listing((hour.saturating_sub(20)..=hour).rev().map(dated).collect()))
    });
    sim.run(hours(24 * 15)).save();
    sim.now += hours(100);
    sim.die();
    assert!(!sim.health().silent, "it was not asked since");
}

#[test]
fn an_item_from_the_future_is_taken_as_of_now() {
    let mut sim = Sim::of(source(FEED), |job, _| {
        let found =
            vec![Pending { id: "1".into(), published: Some("2099-01-01".into()), ..Pending::default() }];
        is_listing(job).then(|| listing(found))
    });
    let health = sim.run(seconds(60)).health();
    assert!(health.last_item.is_some_and(|last: Timestamp| last <= sim.now));
}

#[test]
fn the_users_word_on_the_publisher_goes_before_the_feeds_own() {
    let titled = |publisher: Option<&str>| {
        let spec = Source { publisher: publisher.map(Into::into), ..source(FEED) };
        let mut sim = Sim::of(spec, |job, _| {
            let publisher = Some("Feed of the Wire".into());
            is_listing(job).then(|| Outcome::Listing(Listed { publisher, ..Listed::default() }))
        });
        sim.run(seconds(60)).health().publisher
    };
    assert_eq!(titled(None).as_deref(), Some("Feed of the Wire"));
    assert_eq!(titled(Some("The Wire")).as_deref(), Some("The Wire"));
}
