//! Counts of violations against a truce: fewer than before it, or not.
//!
//! A monitor that counts 84 violations in a day tells of a truce that holds if there were a thousand a day before, and of
//! one that fails if there were ten. So the violations of a report are added up and compared with the mean of the same
//! voice's reports in the 60 days before the word, or of all voices' where it has none: up to a half of it is fewer. Where
//! nothing was counted before, only "none" speaks for the truce.

use std::collections::BTreeMap;

use jiff::ToSpan;
use saydo_facts::Event;

use super::draft::Draft;
use super::evidence::Stance;
use super::seen::{Index, Seen};
use crate::Scene;

/// So many days before the word are its base line.
pub(super) const BASE_DAYS: i32 = 60;

/// What the violations counted in an event's report say of the truce.
pub(crate) fn stance<'f>(scene: &Scene<'f>, index: &Index, word: &Draft<'f>, event: &Event<'f>) -> Stance {
    let told = index.counted(scene, "violation", (event.published, event.published));
    let same = told.iter().filter(|s| s.at.report as usize == event.report_at());
    let now: u64 = same.filter_map(|seen| number(seen, &scene.facts.event(seen.at.event as usize)?)).sum();
    match base(scene, index, word, event) {
        Some(before) if (now as f64) <= before / 2.0 => Stance::For,
        _ if now == 0 && event.count().is_some() => Stance::For,
        _ => Stance::Against,
    }
}

/// The mean of what was counted in a report before the word, by the same voice or else by any.
fn base<'f>(scene: &Scene<'f>, index: &Index, word: &Draft<'f>, event: &Event<'f>) -> Option<f64> {
    let voice = scene.voice(event);
    let first = word.said().saturating_sub(BASE_DAYS.days());
    let before = index.counted(scene, "violation", (first, word.said().saturating_sub(1.day())));
    let mut reports: BTreeMap<u32, (u64, bool)> = BTreeMap::new();
    for seen in before.iter() {
        let Some(event) = scene.facts.event(seen.at.event as usize) else {
            continue;
        };
        if let Some(counted) = number(seen, &event) {
            let same = scene.voice(&event) == voice;
            let report = reports.entry(seen.at.report).or_insert((0, same));
            report.0 += counted;
        }
    }
    let own = mean(reports.values().filter(|r| r.1));
    own.or_else(|| mean(reports.values()))
}

fn mean<'c>(counted: impl Iterator<Item = &'c (u64, bool)>) -> Option<f64> {
    let all: Vec<u64> = counted.map(|c| c.0).collect();
    (!all.is_empty()).then(|| all.iter().sum::<u64>() as f64 / all.len() as f64)
}

fn number(seen: &Seen, event: &Event<'_>) -> Option<u64> {
    let (low, high) = event.count()?;
    if seen.done { low.or(high) } else { Some(0) }
}
