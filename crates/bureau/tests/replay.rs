//! What would have alerted in the example crisis: the turns that somebody should hear of, each once, and few others.

#![allow(clippy::unwrap_used, reason = "tests")]

use std::collections::HashSet;

use jiff::civil::{Date, date};
use saydo_alerts::{Alert, AlertKind};
use saydo_bureau::{Intake, Outlets, Replayed, replay};
use saydo_engine::read;
use saydo_ledger::Ledger;
use saydo_watch::Watch;

const REPORTS: &str = include_str!("../../../demo/reports.jsonl");
const WATCH: &str = include_str!("../../../demo/watch.toml");
const PUBLISHERS: &str = include_str!("../../../demo/families.tsv");

/// January to March 2022.
const DAYS: u32 = 90;

fn quarter() -> Vec<Replayed> {
    let mut ledger = Ledger::memory().unwrap();
    let mut sink = |_: &saydo_text::Report, _| {};
    let mut intake = Intake::new(&mut ledger, date(2026, 11, 1), &mut sink);
    for report in read::jsonl(REPORTS.as_bytes()) {
        intake.take(report.unwrap()).unwrap();
    }
    intake.finish().unwrap();
    let (watch, outlets) = (Watch::parse(WATCH).unwrap(), Outlets::with(PUBLISHERS).unwrap());
    replay(&ledger, &watch, &outlets, date(2022, 3, 31), DAYS).unwrap()
}

fn on(days: &[Replayed], day: Date) -> &[Alert] {
    days.iter().find(|d| d.day == day).map_or(&[], |d| &d.alerts)
}

#[test]
fn the_turns_of_the_crisis_are_told_once_and_little_else() {
    let days = quarter();
    let said = on(&days, date(2022, 2, 16));
    assert!(said.iter().any(|a| a.kind == AlertKind::Headline && a.is == "Said to be easing, not seen"));
    let broken = said.iter().find(|a| a.about.contains("withdrawal")).expect("the pull-back is told of");
    assert_eq!((broken.was.as_str(), broken.is.as_str()), ("unverified", "contradicted"));
    assert!(broken.sentences.len() > 1 && broken.sentences.iter().all(|s| s.published <= date(2022, 2, 16)));
    assert!(on(&days, date(2022, 2, 24)).iter().any(|a| a.is == "Building up"));
    assert!(on(&days, date(2022, 2, 24)).iter().any(|a| a.finding == "i:incursion"));

    let all: Vec<&Alert> = days.iter().flat_map(|d| &d.alerts).collect();
    assert!(days.iter().all(|d| d.alerts.iter().all(|a| a.as_of == d.day)));
    let ids: HashSet<&str> = all.iter().map(|a| a.id.as_str()).collect();
    assert_eq!(ids.len(), all.len(), "no change is told twice");
    let told: HashSet<(&str, &str, Date)> =
        all.iter().map(|a| (a.about.as_str(), a.is.as_str(), a.as_of)).collect();
    assert_eq!(told.len(), all.len(), "no day tells the same thing twice");
    assert!(all.len() <= DAYS as usize, "{} alerts in {DAYS} days are more than one a day", all.len());
}
