//! Hosts: one request at a time, pauses, robots.txt, fairness.

use std::collections::BTreeMap;

use saydo_rounds::{Job, JobKind, Listed, Outcome, Policy, Source};

use crate::sim::*;

/// A feed on each host with so many items there.
fn newsrooms(count: usize, each: u32, policy: Policy) -> Sim<'static> {
    let sources = (0..count).map(|n| source(&format!("https://w{n}.example/feed"))).collect();
    Sim::new(sources, policy, move |job, _| match job.kind {
        JobKind::Listing { .. } => {
            let host = job.address.trim_start_matches("https://").split('/').next().unwrap();
            listing(items(host, 1..=each))
        }
        _ => plain(job),
    })
}

fn host(job: &Job) -> &str {
    job.address.split('/').nth(2).unwrap_or_default()
}

#[test]
fn requests_to_a_host_never_come_closer_than_the_pause() {
    let mut sim = newsrooms(20, 30, Policy::default());
    sim.run(hours(3));
    let mut last = BTreeMap::new();
    for (at, job) in &sim.log {
        if let Some(before) = last.insert(host(job), at.as_second()) {
            assert!(at.as_second() - before >= 2, "a second of exchange and one of pause: {job:?}");
        }
    }
    assert_eq!(sim.ledger.len(), 600);
}

#[test]
fn the_larger_of_pause_and_crawl_delay_counts() {
    for (pause, delay, gap) in [(1, Some(5), 6), (10, Some(5), 11), (3, None, 4), (0, Some(9_999), 3_601)] {
        let policy = Policy { pause: seconds(pause), ..Policy::default() };
        let mut sim = Sim::new(vec![source(FEED)], policy, |job, _| match job.kind {
            JobKind::Robots { .. } => Outcome::Robots { delay: delay.map(seconds) },
            JobKind::Listing { .. } => listing(items("wire.example", 1..4)),
            _ => plain(job),
        });
        sim.run(hours(5));
        let articles: Vec<_> =
            sim.log.iter().filter(|(_, job)| !is_robots(job)).map(|(at, _)| at.as_second()).collect();
        assert!(
            articles[..3].windows(2).all(|two| two[1] - two[0] == gap),
            "{pause} {delay:?}: {articles:?}"
        );
    }
}

#[test]
fn robots_is_asked_first_and_again_after_a_day() {
    let mut sim = Sim::of(source(FEED), |_, _| None);
    sim.run(hours(80));
    assert!(is_robots(&sim.log[0].1));
    assert_eq!(sim.log[0].1.kind, JobKind::Robots { host: "wire.example:443".into() });
    let gaps = sim.gaps("https://wire.example/robots.txt");
    assert!(gaps.len() == 3 && gaps.iter().all(|gap| (24.0..25.5).contains(gap)), "{gaps:?}");
}

#[test]
fn while_robots_cannot_be_had_nothing_else_is_asked_for_thirty_days() {
    let robots = "https://wire.example/robots.txt";
    let mut sim = Sim::of(source(FEED), |job, _| is_robots(job).then(transient));
    sim.run(hours(29 * 24));
    assert_eq!(sim.asked(FEED).len(), 0);
    for (wait, full) in sim.gaps(robots).iter().zip([1.0, 2.0, 4.0, 6.0, 6.0]) {
        assert!(*wait <= full + 0.01 && *wait >= full * 0.74, "{full}: {wait}");
    }
    let health = sim.health();
    assert!(health.errors > 50 && health.last_success.is_none(), "{health:?}");
    assert_eq!(health.error.as_deref(), Some("robots.txt of wire.example:443: timed out"));
    sim.run(hours(48));
    assert!(!sim.asked(FEED).is_empty(), "then it counts as absent");
}

#[test]
fn items_of_a_host_that_stays_unreachable_are_given_up_in_the_end() {
    let mut sim = Sim::of(source(FEED), |job, _| match &job.kind {
        JobKind::Listing { .. } => Some(listing(items("far.example", [1, 2]))),
        JobKind::Robots { host } if host.starts_with("far") => Some(transient()),
        _ => None,
    });
    sim.run(hours(12));
    assert!(sim.ledger.is_empty());
    sim.run(hours(60));
    assert_eq!(sim.ledger.len(), 2);
    assert!(sim.log.iter().all(|(_, job)| !is_article(job)), "none of them was asked for");
}

#[test]
fn a_long_backlog_keeps_neither_its_own_listing_nor_others_waiting() {
    let every = Some(seconds(600));
    let sources = [source(FEED), source("https://wire.example/small"), source("https://other.example/feed")];
    let sources: Vec<_> = sources.into_iter().map(|source| Source { every, ..source }).collect();
    let mut sim = Sim::new(sources, Policy::default(), |job, now| match job.kind {
        JobKind::Listing { .. } if job.address == FEED => listing(items("wire.example", 1..=10_000)),
        JobKind::Listing { .. } => {
            let mut found = items("wire.example", [now.as_second() as u32]);
            found[0].address = Some(format!("{}/new", job.address));
            listing(found)
        }
        _ => plain(job),
    });
    sim.run(hours(2));
    for small in ["https://wire.example/small", "https://other.example/feed"] {
        let (asked, got) = (sim.asked(small), sim.asked(&format!("{small}/new")));
        assert!(asked.windows(2).all(|two| two[1] - two[0] < 610), "{asked:?}");
        assert!(asked.iter().zip(&got).all(|(listed, got)| got - listed < 10), "{asked:?} {got:?}");
        assert!(got.len() > 10);
    }
    assert!(sim.asked("https://wire.example/2000").len() <= 1);
    assert!(sim.ledger.len() > 3_000, "the host is busy all the time: {}", sim.ledger.len());
}

#[test]
fn long_backlogs_of_one_host_are_worked_off_in_turn() {
    let sources: Vec<_> = (0..3).map(|n| source(&format!("https://wire.example/feed{n}"))).collect();
    let mut sim = Sim::new(sources, Policy::default(), |job, _| match job.kind {
        JobKind::Listing { .. } => listing(items("wire.example", 1..=1_000)),
        _ => plain(job),
    });
    sim.run(seconds(600));
    let got = |n: u32| sim.ledger.keys().filter(|(source, _)| source.ends_with(&n.to_string())).count();
    let counts = [got(0), got(1), got(2)];
    assert!(counts.iter().all(|count| *count > 90), "{counts:?}");
}

#[test]
fn a_source_whose_items_lie_on_many_hosts_leaves_room_for_others() {
    let wide = |n: u32| items(&format!("w{n}.example"), [n]).remove(0);
    let sources = vec![source(FEED), source("https://other.example/feed")];
    let mut sim = Sim::new(sources, Policy::default(), |job, _| match job.kind {
        JobKind::Listing { .. } if job.address == FEED => listing((0..500).map(wide).collect()),
        _ => plain(job),
    });
    sim.run(hours(1));
    assert_eq!((sim.ledger.len(), sim.most), (500, 8), "with the robots.txt that they need");
}

#[test]
fn at_most_sixteen_jobs_are_out_and_all_hosts_get_their_turn() {
    let mut sim = newsrooms(100, 5, Policy::default());
    sim.run(seconds(180));
    let mut first = BTreeMap::new();
    for (at, job) in sim.log.iter().filter(|(_, job)| is_article(job)) {
        first.entry(host(job).to_owned()).or_insert(*at);
    }
    assert_eq!(first.len(), 100, "no host waits for all items of another");
}

#[test]
fn a_bad_address_is_handed_out_and_never_blocks() {
    let sources = vec![source("no address"), source("ftp://wire.example/"), source(FEED)];
    let mut sim = Sim::new(sources, Policy::default(), |job, _| match job.address.as_str() {
        FEED => Outcome::Listing(Listed::default()),
        _ if is_listing(job) => lasting(),
        _ => plain(job),
    });
    sim.run(seconds(60));
    let mut asked = sim.addresses();
    asked.sort_unstable();
    assert_eq!(asked, ["ftp://wire.example/", FEED, "no address"]);
}
