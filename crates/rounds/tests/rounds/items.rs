//! How items are tried, given up and kept within bounds.

use saydo_rounds::{JobKind, Listed, Outcome, Pending, Policy, Settled};

use crate::sim::*;

const PAGE: &str = "https://wire.example/1";

/// A feed that lists one item, whose page always answers so.
fn one(outcome: Outcome) -> Sim<'static> {
    Sim::of(source(FEED), move |job, _| match job.kind {
        JobKind::Listing { .. } => Some(listing(items("wire.example", [1]))),
        JobKind::Article(_) => Some(outcome.clone()),
        _ => None,
    })
}

#[test]
fn items_are_asked_oldest_first() {
    let found = items("wire.example", [9, 7, 8]);
    let mut sim = Sim::of(source(FEED), |job, _| is_listing(job).then(|| listing(found.clone())));
    sim.run(seconds(60));
    assert_eq!(
        sim.addresses()[1..],
        ["https://wire.example/8", "https://wire.example/7", "https://wire.example/9"]
    );
    let dated =
        |(item, day): (Pending, u8)| Pending { published: Some(format!("2022-02-0{day}T10:00:00Z")), ..item };
    let found: Vec<_> = items("wire.example", [9, 7, 8]).into_iter().zip([2, 3, 1]).map(dated).collect();
    let mut sim = Sim::of(source(FEED), |job, _| is_listing(job).then(|| listing(found.clone())));
    sim.run(seconds(60));
    assert_eq!(
        sim.addresses()[1..],
        ["https://wire.example/8", "https://wire.example/9", "https://wire.example/7"]
    );
}

#[test]
fn an_item_on_another_host_waits_for_that_hosts_robots() {
    let mut sim = Sim::of(source(FEED), |job, _| is_listing(job).then(|| listing(items("far.example", [1]))));
    sim.run(seconds(10));
    let asked: Vec<_> = sim.log.iter().map(|(_, job)| job.address.as_str()).collect();
    assert_eq!(asked[2..], ["https://far.example/robots.txt", "https://far.example/1"]);
}

#[test]
fn an_item_without_an_address_is_handed_out_without_a_request() {
    let found = vec![Pending { id: "a".into(), title: Some("Talks go on".into()), ..Pending::default() }];
    let mut sim = Sim::of(source(FEED), |job, _| is_listing(job).then(|| listing(found.clone())));
    sim.run(seconds(5));
    assert_eq!(sim.addresses(), [FEED, ""]);
    assert_eq!(sim.ledger.values().collect::<Vec<_>>(), [&Settled::Kept]);
}

#[test]
fn transient_failures_are_tried_eight_times_over_half_a_day_and_more_and_then_given_up() {
    let mut sim = one(transient());
    sim.run(hours(48));
    let asked = sim.asked(PAGE);
    let given_up = sim.log.iter().find(|(_, job)| matches!(job.kind, JobKind::GiveUp { .. })).unwrap();
    let JobKind::GiveUp { pending, why } = &given_up.1.kind else { unreachable!() };
    assert_eq!(
        (pending.tries, why.as_str(), asked.len()),
        (8, "timed out", 9),
        "eight tries, then the giving up"
    );
    let span = asked[8] - asked[0];
    assert!((12 * 3_600..=18 * 3_600).contains(&span), "{span}");
    assert_eq!(sim.ledger.values().collect::<Vec<_>>(), [&Settled::GivenUp]);
    assert_eq!(sim.health().given_up, 1);
}

#[test]
fn lasting_failures_are_given_up_at_once() {
    for outcome in [lasting(), Outcome::Gone, Outcome::Disallowed] {
        let mut sim = one(outcome.clone());
        sim.run(seconds(10));
        assert_eq!(sim.asked(PAGE).len(), 2, "{outcome:?}: one try, then the giving up");
        assert_eq!(sim.ledger.len(), 1);
    }
}

#[test]
fn giving_up_comes_again_after_a_restart_until_it_is_settled() {
    let mut sim = one(lasting());
    while sim.health().pending == 0 || sim.asked(PAGE).is_empty() || !sim.running.is_empty() {
        sim.step(sim.now + seconds(10));
        if sim.log.last().is_some_and(|(_, job)| matches!(job.kind, JobKind::GiveUp { .. })) {
            break;
        }
    }
    assert!(sim.ledger.is_empty());
    sim.saved.extend(sim.rounds.flush());
    sim.die();
    sim.run(seconds(10));
    let tries = sim.log.iter().filter(|(_, job)| is_article(job)).count();
    assert_eq!((tries, sim.ledger.len()), (1, 1), "given up without another try");
}

#[test]
fn a_refusal_makes_the_whole_host_wait_as_long_as_it_says() {
    let mut first = true;
    let mut sim = Sim::of(source(FEED), |job, _| match job.kind {
        JobKind::Listing { .. } => Some(listing(items("wire.example", 1..4))),
        JobKind::Article(_) if std::mem::take(&mut first) => Some(refused(Some(seconds(777)))),
        _ => None,
    });
    sim.run(hours(1));
    let asked: Vec<_> =
        sim.log.iter().filter(|(_, job)| is_article(job)).map(|(at, _)| at.as_second()).collect();
    assert_eq!((asked[1] - asked[0], asked.len()), (778, 4));
}

#[test]
fn a_refusal_without_a_time_backs_off_and_one_of_a_year_is_cut_to_a_day() {
    let mut sim = one(refused(None));
    let asked = sim.run(hours(6)).asked(PAGE);
    assert!(asked.windows(2).all(|two| two[1] - two[0] >= 46), "{asked:?}");
    assert!(asked[3] - asked[2] >= 12 * 60, "{asked:?}");
    let mut sim = one(refused(Some(hours(9_000))));
    let asked = sim.run(hours(24 * 5)).asked(PAGE);
    assert_eq!(asked.len(), 5);
    assert!(asked.windows(2).all(|two| (86_400..86_410).contains(&(two[1] - two[0]))), "{asked:?}");
}

#[test]
fn however_few_tries_are_allowed_an_item_is_not_given_up_within_twelve_hours() {
    let policy = Policy { tries: 2, ..Policy::default() };
    let mut sim = Sim::new(vec![source(FEED)], policy, |job, _| match job.kind {
        JobKind::Listing { .. } => listing(items("wire.example", [1])),
        JobKind::Article(_) => transient(),
        _ => plain(job),
    });
    assert!(sim.run(hours(12)).ledger.is_empty());
    assert_eq!(sim.run(hours(12)).ledger.len(), 1);
}

#[test]
fn beyond_its_bound_a_backlog_takes_no_more_and_keeps_no_validators() {
    let policy = Policy { pending: 3, ..Policy::default() };
    let answer = |job: &saydo_rounds::Job, _| match job.kind {
        JobKind::Listing { .. } if job.etag.is_some() => unchanged(),
        JobKind::Listing { .. } => listing(items("wire.example", (1..=10).rev())),
        _ => plain(job),
    };
    let mut sim = Sim::new(vec![source(FEED)], policy, answer);
    sim.run(hours(5));
    assert_eq!(sim.ledger.len(), 10, "the rest is shown again");
    let asked = sim.log.iter().filter(|(_, job)| is_listing(job));
    let tags: Vec<_> = asked.map(|(_, job)| job.etag.is_some()).collect();
    assert_eq!(tags, [false, false, false, false, true]);
    let order: Vec<_> = sim.addresses().into_iter().filter(|address| *address != FEED).collect();
    assert_eq!(order[..2], ["https://wire.example/1", "https://wire.example/2"]);
}

#[test]
fn a_backlog_is_bounded_in_bytes_but_takes_one_item_of_any_size() {
    let policy = Policy { pending_bytes: 100, ..Policy::default() };
    let large = |item| Pending { text: Some("x".repeat(1_000)), ..item };
    let answer = |job: &saydo_rounds::Job, _| match job.kind {
        JobKind::Listing { .. } => listing(items("wire.example", 1..=3).into_iter().map(large).collect()),
        _ => plain(job),
    };
    let mut sim = Sim::new(vec![source(FEED)], policy, answer);
    sim.run(seconds(5));
    assert!(sim.ledger.len() + sim.health().pending <= 1);
    sim.run(hours(4));
    assert_eq!(sim.ledger.len(), 3);
}

#[test]
fn a_full_backlog_is_not_asked_for_more() {
    let policy = Policy { pending: 3, ..Policy::default() };
    let answer = |job: &saydo_rounds::Job, _| match job.kind {
        JobKind::Listing { .. } => listing(items("wire.example", 1..=10)),
        JobKind::Article(_) => transient(),
        _ => plain(job),
    };
    let mut sim = Sim::new(vec![source(FEED)], policy, answer);
    sim.run(hours(8));
    assert_eq!(sim.asked(FEED).len(), 1);
    sim.run(hours(24));
    assert!(sim.asked(FEED).len() > 1, "those that were given up make room");
}

#[test]
fn an_item_that_is_listed_again_while_it_waits_is_not_doubled() {
    let mut sim = Sim::of(source(FEED), |job, _| match job.kind {
        JobKind::Listing { .. } => Some(Outcome::Listing(Listed {
            found: [items("wire.example", [1]), items("wire.example", [1])].concat(),
            ..Listed::default()
        })),
        JobKind::Article(_) => Some(transient()),
        _ => None,
    });
    sim.run(hours(3));
    assert_eq!(sim.health().pending, 1);
}
