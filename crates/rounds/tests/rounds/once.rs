//! One round, as `--once` runs it.

use saydo_rounds::JobKind;

use crate::sim::*;

#[test]
fn one_round_asks_each_source_and_tries_each_item_once() {
    let mut sim = Sim::of(source(FEED), |job, _| match job.kind {
        JobKind::Listing { .. } => Some(listing(items("wire.example", 1..=5))),
        JobKind::Article(_) if job.address.ends_with('3') => Some(transient()),
        _ => None,
    });
    let through = sim.once();
    assert_eq!((sim.addresses().len(), sim.ledger.len()), (6, 4));
    assert!(through.as_second() - start().as_second() < 20);
}

#[test]
fn the_next_run_asks_only_what_is_due() {
    let mut sim = Sim::of(source(FEED), |job, _| match job.kind {
        JobKind::Listing { .. } => Some(listing(items("wire.example", [1]))),
        JobKind::Article(_) => Some(transient()),
        _ => None,
    });
    for (wait, listings, tries) in [(0, 1, 1), (10, 1, 1), (600, 1, 2), (4_000, 2, 3)] {
        sim.run_idle(wait);
        sim.die();
        sim.once();
        let count =
            |kind: fn(&saydo_rounds::Job) -> bool| sim.log.iter().filter(|(_, job)| kind(job)).count();
        assert_eq!((count(is_listing), count(is_article)), (listings, tries), "after {wait} s");
    }
}

#[test]
fn a_host_that_wants_to_be_left_alone_is_not_waited_for() {
    for robots in [true, false] {
        let mut sim = Sim::of(source(FEED), |job, _| match job.kind {
            JobKind::Robots { .. } if robots => Some(transient()),
            JobKind::Listing { .. } => Some(listing(items("wire.example", 1..=50))),
            JobKind::Article(_) => Some(refused(Some(hours(5)))),
            _ => None,
        });
        let through = sim.once();
        assert!(through.as_second() - start().as_second() < 20);
        assert_eq!(sim.log.len(), if robots { 1 } else { 3 });
        sim.run_idle(600);
        sim.die();
        sim.once();
        assert_eq!(sim.log.len(), if robots { 2 } else { 3 }, "what it asked for holds in the next run too");
    }
}

#[test]
fn what_is_given_up_is_dealt_with_before_the_round_is_through() {
    let mut sim = Sim::of(source(FEED), |job, _| match job.kind {
        JobKind::Listing { .. } => Some(listing(items("wire.example", 1..=3))),
        JobKind::Article(_) => Some(lasting()),
        _ => None,
    });
    sim.once();
    assert_eq!(sim.ledger.len(), 3);
}
