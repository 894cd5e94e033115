//! Two weeks with faults and deaths at any instant: nothing is lost, nothing doubled, no host is pressed.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use proptest::prelude::*;
use saydo_rounds::{Job, JobKind, Outcome, Policy};

use crate::sim::*;
use crate::web::Web;

fn webs(window: Option<usize>) -> impl Strategy<Value = Web> {
    (any::<u64>(), 1_u64..6, prop_oneof![Just(0_u64), 1_u64..30])
        .prop_map(move |(seed, feeds, trouble)| Web { seed, feeds, trouble, window })
}

fn policies() -> impl Strategy<Value = Policy> {
    let pending = prop_oneof![Just(5_000_usize), 5_usize..20];
    (pending, 1_usize..17, 1_u64..4).prop_map(|(pending, parallel, pause)| Policy {
        pending,
        parallel,
        pause: seconds(pause),
        ..Policy::default()
    })
}

/// Lives through a stretch of time; saves now and then, and dies at its end without saving again.
fn live(sim: &mut Sim<'_>, web: &Web, span: u64) {
    let end = sim.now + seconds(span);
    let mut steps = 0_u64;
    while sim.step(end) {
        steps += 1;
        if web.dice(3, (sim.now, steps)) == 0 {
            sim.save();
        }
    }
    sim.now = end;
    sim.die();
}

/// At a restart: where the saved validator is what the server has now, all that it covers is in the ledger or waits.
fn nothing_hides_behind_a_validator(sim: &mut Sim<'_>, web: &Web) {
    let waiting: BTreeSet<_> =
        sim.rounds.pending().into_iter().map(|(a, b)| (a.to_owned(), b.to_owned())).collect();
    for (source, json) in &sim.saved {
        let (shown, tag) = web.shown(source, sim.now);
        let state: serde_json::Value = serde_json::from_str(json).unwrap();
        let saved = state["listings"][source.as_str()]["etag"].as_str();
        if tag.is_some() && tag.as_deref() == saved {
            for item in shown {
                let key = (source.clone(), item.id);
                assert!(sim.ledger.contains_key(&key) || waiting.contains(&key), "{key:?} is lost");
            }
        }
    }
}

/// No two requests to a host closer than the pause, but for a restart between them.
fn no_host_is_pressed(sim: &Sim<'_>, pause: i64, deaths: &[Timestamp]) {
    let mut last = BTreeMap::new();
    for (at, job) in sim.log.iter().filter(|(_, job)| !matches!(job.kind, JobKind::GiveUp { .. })) {
        let Some(host) = job.address.split('/').nth(2) else { continue };
        let Some(before) = last.insert(host, *at) else { continue };
        let died = deaths.iter().any(|death| (before..=*at).contains(death));
        assert!(died || at.as_second() - before.as_second() > pause, "{job:?} at {at} after {before}");
    }
}

/// A web whose faults end after sixteen days.
fn mended(web: &Web) -> impl FnMut(&Job, Timestamp) -> Outcome + 'static {
    let (troubled, calm) = (web.clone(), Web { trouble: 0, ..web.clone() });
    let mended = start() + hours(24 * 16);
    move |job, now| if now < mended { troubled.answer(job, now) } else { calm.answer(job, now) }
}

/// What should be in the ledger in the end and is not.
fn missing(sim: &Sim<'_>, web: &Web) -> Vec<(String, String)> {
    web.everything().into_iter().filter(|item| !sim.ledger.contains_key(item)).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_item_ends_in_the_ledger(
        web in webs(None),
        policy in policies(),
        lives in prop::collection::vec(1_u64..200_000, 0..12),
    ) {
        let mut sim = Sim::new(web.sources(), policy, mended(&web));
        let mut deaths = Vec::new();
        for span in lives {
            live(&mut sim, &web, span);
            deaths.push(sim.now);
            nothing_hides_behind_a_validator(&mut sim, &web);
        }
        for _ in 0..50 {
            if missing(&sim, &web).is_empty() {
                break;
            }
            sim.run(hours(72));
        }
        prop_assert_eq!(missing(&sim, &web), vec![]);
        no_host_is_pressed(&sim, policy.pause.as_secs() as i64, &deaths);
    }

    #[test]
    fn a_listing_that_rolls_over_hides_nothing(web in webs(Some(5)), lives in prop::collection::vec(1_u64..90_000, 1..20)) {
        let mut sim = Sim::new(web.sources(), Policy::default(), mended(&web));
        for span in lives {
            live(&mut sim, &web, span);
            nothing_hides_behind_a_validator(&mut sim, &web);
        }
    }

    #[test]
    fn runs_of_one_round_every_half_hour_lose_nothing(web in webs(None)) {
        let mut sim = Sim::new(web.sources(), Policy::default(), mended(&web));
        let end = sim.now + hours(24 * 20);
        while sim.now < end {
            sim.once();
            sim.run_idle(1_800);
            sim.die();
        }
        prop_assert_eq!(missing(&sim, &web), vec![]);
    }
}
