//! What is kept over a restart.

use std::collections::HashMap;

use saydo_rounds::{JobKind, Listed, Outcome, Policy, Rounds, Source, SourceKind};

use crate::sim::*;

fn with(kept: &str) -> Rounds {
    let kept = HashMap::from([(FEED.to_owned(), kept.to_owned())]);
    Rounds::new(vec![source(FEED)], &kept, Policy::default(), start(), 7)
}

/// A state with an item that waits.
fn state() -> String {
    let mut sim = Sim::of(source(FEED), |job, _| match job.kind {
        JobKind::Listing { .. } => Some(listing(items("wire.example", [1]))),
        JobKind::Article(_) => Some(transient()),
        _ => None,
    });
    sim.once();
    sim.saved[FEED].clone()
}

#[test]
fn a_state_is_json_with_a_version_and_comes_back_the_same() {
    let json = state();
    assert!(json.starts_with(r#"{"v":1,"told":"feed","kind":"feed","#), "{json}");
    let mut rounds = with(&json);
    assert_eq!(rounds.pending(), [(FEED, "1")]);
    assert!(rounds.take_changed().is_empty(), "nothing changed yet");
    rounds.settle(FEED, "1", saydo_rounds::Settled::Kept);
    assert!(with(&rounds.flush()[0].1).pending().is_empty());
}

#[test]
fn what_the_ledger_has_after_a_death_is_dropped_and_the_rest_goes_on() {
    let mut sim =
        Sim::of(source(FEED), |job, _| is_listing(job).then(|| listing(items("wire.example", 1..=3))));
    while sim.ledger.is_empty() {
        sim.step(sim.now + seconds(60));
        if sim.ledger.is_empty() {
            sim.saved.extend(sim.rounds.flush());
        }
    }
    sim.die();
    assert_eq!(sim.rounds.pending().len(), 2);
    sim.run(seconds(60));
    assert_eq!((sim.ledger.len(), sim.addresses().len()), (3, 4), "each page once");
}

#[test]
fn further_pages_that_were_not_asked_before_a_death_are_asked_after_it() {
    let more = "https://wire.example/more";
    let mut sim = Sim::of(source(FEED), |job, _| {
        let listed = Listed { next: vec![more.into()], etag: Some("\"a\"".into()), ..Listed::default() };
        (job.address == FEED).then_some(Outcome::Listing(listed))
    });
    while sim.health().last_success.is_none() {
        sim.step(sim.now + seconds(60));
    }
    sim.save();
    sim.die();
    sim.run(seconds(60));
    assert_eq!(sim.addresses(), [FEED, more]);
}

#[test]
fn a_due_time_from_a_wrong_clock_or_a_longer_interval_is_mended() {
    let next = |json: &str, every| {
        let kept = HashMap::from([(FEED.to_owned(), json.to_owned())]);
        Rounds::new(vec![Source { every, ..source(FEED) }], &kept, Policy::default(), start(), 7)
            .health(start())[0]
            .next
    };
    let json = state();
    let due = json.split("\"due\":\"").nth(1).unwrap().split('"').next().unwrap();
    assert!(next(&json.replace(due, "2099-01-01T00:00:00Z"), None) <= Some(start() + hours(9 * 24)));
    assert!(next(&json, None) > Some(start() + hours(1)));
    assert!(next(&json, Some(seconds(300))) <= Some(start() + seconds(310)));
}

#[test]
fn an_unreadable_state_starts_afresh_and_says_so() {
    for broken in ["", "{", "[]", "null", r#"{"v":2}"#, r#"{"v":1}"#, &state().replace("\"due\"", "\"do\"")] {
        let mut rounds = with(broken);
        let health = rounds.health(start()).remove(0);
        assert!(health.note.is_some_and(|note| note.contains("afresh")), "{broken}");
        let later = start() + seconds(1);
        assert_eq!(rounds.next(later).len(), 1, "{broken}");
    }
}

#[test]
fn every_cut_or_changed_byte_of_a_state_is_survived() {
    let json = state();
    for at in (0..json.len()).filter(|at| json.is_char_boundary(*at)) {
        with(&json[..at]).next(start());
        for byte in ["9", "\"", "}", "-"] {
            with(&format!("{}{byte}{}", &json[..at], &json[at + 1..])).next(start());
        }
    }
}

#[test]
fn another_kind_in_the_watch_file_begins_anew_but_keeps_what_waits() {
    let kept = HashMap::from([(FEED.to_owned(), state())]);
    let page = Source { kind: SourceKind::Page, ..source(FEED) };
    let mut rounds = Rounds::new(vec![page], &kept, Policy::default(), start() + seconds(60), 7);
    assert_eq!(rounds.pending().len(), 1);
    let now = start() + seconds(61);
    let robots = rounds.next(now).remove(0);
    rounds.done(&robots, plain(&robots), now);
    let listing = rounds.next(now + seconds(2)).remove(0);
    assert_eq!((&listing.kind, listing.etag), (&JobKind::Listing { kind: SourceKind::Page, depth: 0 }, None));
}

#[test]
fn a_long_backlog_is_not_written_anew_for_each_item() {
    let mut sim =
        Sim::of(source(FEED), |job, _| is_listing(job).then(|| listing(items("wire.example", 1..=2_000))));
    let (mut written, mut size) = (0, 0);
    let end = sim.now + seconds(3_500);
    while sim.step(end) {
        let states = sim.rounds.take_changed();
        written += states.iter().map(|(_, json)| json.len()).sum::<usize>();
        size = states.iter().map(|(_, json)| json.len()).max().unwrap_or(0).max(size);
    }
    assert!(written < size * 12, "{written} bytes for a state of {size}");
}

#[test]
fn the_same_calls_give_the_same_jobs_and_states() {
    let run = || {
        let sources = (0..9).map(|n| source(&format!("https://w{}.example/feed{n}", n % 4))).collect();
        let mut sim = Sim::new(sources, Policy::default(), |job, now| match job.kind {
            JobKind::Listing { .. } => listing(items("far.example", 0..(now.as_second() % 9) as u32)),
            JobKind::Article(_) if now.as_second() % 3 == 0 => transient(),
            _ => plain(job),
        });
        sim.run(hours(12));
        (sim.log.clone(), sim.rounds.flush())
    };
    assert!(run() == run());
}
