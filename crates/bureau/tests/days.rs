//! The picture of any day from facts that stay in memory is the one that the ledger gives for that day.

#[path = "../../ledger/tests/invent/mod.rs"]
mod invent;

use invent::{Chance, Invented, STAMP, small};
use jiff::ToSpan;
use jiff::civil::{Date, date};
use saydo_bureau::{Archive, Intake, Outlets, draw};
use saydo_engine::read;
use saydo_ledger::{Copy, Ledger, Stamp};
use saydo_picture::{Changes, Picture, changes};
use saydo_watch::Watch;

const REPORTS: &str = include_str!("../../../demo/reports.jsonl");
const WATCH: &str = include_str!("../../../demo/watch.toml");
const PUBLISHERS: &str = include_str!("../../../demo/families.tsv");

/// The first day of made-up ledgers.
const FIRST: Date = date(2022, 1, 1);

fn asked(ledger: &Ledger, watch: &Watch, outlets: &Outlets, day: Date) -> Picture {
    draw(ledger, watch, outlets, (day, None), |_| Vec::new()).expect("a picture").picture
}

/// Whether memory and ledger give the same picture of a day, and the same changes since one two weeks before.
#[track_caller]
fn same(archive: &Archive, ledger: &Ledger, watch: &Watch, outlets: &Outlets, day: Date) -> Picture {
    let before = day.saturating_sub(14.days());
    let kept = archive.draw(ledger, watch, outlets, (day, Some(before)), |_| Vec::new()).expect("a picture");
    let (now, then) = (asked(ledger, watch, outlets, day), asked(ledger, watch, outlets, before));
    let wanted = Picture { changes: Some(changes(&now, &then)), ..now };
    assert!(kept.picture == wanted, "{day}: {:#?}\n{:#?}", kept.picture, wanted);
    let again = draw(ledger, watch, outlets, (day, Some(before)), |_| Vec::new()).expect("a picture");
    assert!(again.picture == wanted, "{day}: compared by the ledger");
    wanted
}

fn list(changes: Option<Changes>) -> usize {
    changes.map_or(0, |changes| changes.list.len())
}

#[test]
fn each_day_of_the_demo_is_the_same_from_memory() {
    let mut ledger = Ledger::memory().expect("a ledger in memory");
    let mut sink = |_: &saydo_text::Report, _| {};
    let mut intake = Intake::new(&mut ledger, date(2026, 11, 1), &mut sink);
    for report in read::jsonl(REPORTS.as_bytes()) {
        intake.take(report.expect("a report")).expect("it goes in");
    }
    intake.finish().expect("it goes in");
    let watch = Watch::parse(WATCH).expect("a sound watch");
    let outlets = Outlets::with(PUBLISHERS).expect("sound publishers");
    let archive = Archive::load(&ledger, &outlets).expect("facts");
    let sound = archive.facts.reports().iter().filter(|report| !report.is_future());
    let days: Vec<Date> = sound.filter_map(|report| report.published).collect();
    let (first, last) = (days.iter().min().expect("a day"), days.iter().max().expect("a day"));
    let (mut day, mut words, mut changed) = (*first, 0, 0);
    while day <= *last {
        let picture = same(&archive, &ledger, &watch, &outlets, day);
        words = words.max(picture.words.len());
        changed += list(picture.changes);
        day = day.saturating_add(1.day());
    }
    assert!(words > 20 && changed > 100, "{words} words, {changed} changes");
}

/// A report of a made-up ledger and the day it comes in: on the day of publication or up to nine days later, some in
/// several revisions, some without a day, some dated in their future.
fn made(seed: u64, n: u64, chance: &mut Chance) -> (Invented, Date) {
    let mut one = small(seed * 1000 + n);
    let day = FIRST.saturating_add((chance.next() % 60).cast_signed().days());
    let added = day.saturating_add((chance.next() % 10).cast_signed().days());
    let written = match chance.next() % 20 {
        0 => None,
        1 => Some(added.saturating_add(3.days())),
        _ => Some(day),
    };
    one.report.published = written.map(|day| day.to_string());
    one.report.publisher = Some(format!("Outlet {}", chance.next() % 7));
    if chance.next().is_multiple_of(3) {
        one.report.url = Some(format!("https://example.org/live/{}", chance.next() % 9));
    }
    (one, added)
}

/// A made-up ledger of so many reports, as they come in.
fn reports(seed: u64, count: u64) -> Vec<(Invented, Date)> {
    let mut chance = Chance(seed);
    let mut all: Vec<(Invented, Date)> = (0..count).map(|n| made(seed, n, &mut chance)).collect();
    all.sort_by_key(|(_, added)| *added);
    all
}

fn add(ledger: &mut Ledger, reports: &[(Invented, Date)]) {
    for (one, added) in reports {
        ledger.add(&[one.entry()], &Stamp { added: *added, ..STAMP }).expect("added");
    }
}

fn mark_copies(ledger: &mut Ledger, numbers: &[u32]) {
    let mut batch = ledger.begin().expect("begun");
    for &number in numbers {
        let copy = Copy { of: 1, why: "the same text".to_owned(), similarity: 0.9 };
        batch.mark_copy(number, &copy).expect("marked");
    }
    batch.commit().expect("kept");
}

fn watches() -> [Watch; 3] {
    let plain = "name = 'Border'\nsubject = ['RUS', 'BLR']\nothers = ['UKR', 'USA']\n";
    let since = format!("{plain}since = 2022-01-20\narea = ['Ukraine']");
    let sources = format!("{plain}sources = ['Outlet 1', 'Outlet 2', 'Outlet 5']");
    [plain, &since, &sources].map(|text| Watch::parse(text).expect("a sound watch"))
}

#[test]
fn each_day_of_made_up_ledgers_is_the_same_from_memory() {
    let outlets = Outlets::shipped();
    let mut words = 0;
    for seed in 1..4 {
        let mut ledger = Ledger::memory().expect("a ledger in memory");
        add(&mut ledger, &reports(seed, 90));
        mark_copies(&mut ledger, &[7, 19, 40]);
        let archive = Archive::load(&ledger, &outlets).expect("facts");
        assert!(archive.facts.reports().iter().any(|report| report.superseded.is_some()));
        for watch in &watches() {
            for day in (0..75).step_by(7) {
                let day = FIRST.saturating_add(day.days());
                words += same(&archive, &ledger, watch, &outlets, day).words.len();
            }
        }
    }
    assert!(words > 100, "{words}");
}

#[test]
fn facts_that_grew_are_those_that_are_loaded_anew() {
    let (outlets, all) = (Outlets::shipped(), reports(5, 60));
    let mut ledger = Ledger::memory().expect("a ledger in memory");
    let mut kept = Archive::load(&ledger, &outlets).expect("facts");
    for (nth, batch) in all.chunks(20).enumerate() {
        add(&mut ledger, batch);
        if nth == 1 {
            mark_copies(&mut ledger, &[3]);
        }
        kept = kept.refresh(&ledger, &outlets).expect("facts").expect("something came in");
        assert!(kept.refresh(&ledger, &outlets).expect("facts").is_none());
        let anew = Archive::load(&ledger, &outlets).expect("facts");
        assert_eq!(kept.facts.reports(), anew.facts.reports());
        assert!(kept.facts.events().map(|e| e.id).eq(anew.facts.events().map(|e| e.id)));
        for watch in &watches() {
            same(&kept, &ledger, watch, &outlets, date(2022, 2, 20));
        }
    }
    assert!(kept.facts.reports().iter().any(|report| report.superseded.is_some()));
}
