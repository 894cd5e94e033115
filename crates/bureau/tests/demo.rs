//! The example crisis from its reports to its picture: each word of `demo/pairs.tsv` is in one of the states that fit, as
//! of each day. The texts were written with the reader at hand, so this shows how the parts work together and not how
//! well reports in general are read.

use std::sync::LazyLock;

use jiff::civil::{Date, date};
use saydo_bureau::{Drawn, Intake, Outlets, draw};
use saydo_engine::read;
use saydo_ledger::Ledger;
use saydo_picture::{Verdict, Word};
use saydo_watch::Watch;

const REPORTS: &str = include_str!("../../../demo/reports.jsonl");
const WATCH: &str = include_str!("../../../demo/watch.toml");
const PUBLISHERS: &str = include_str!("../../../demo/families.tsv");
const PAIRS: &str = include_str!("../../../demo/pairs.tsv");

/// What a row of `demo/pairs.tsv` says.
struct Expected {
    pair: &'static str,
    speakers: Vec<&'static str>,
    said: Date,
    kinds: Vec<&'static str>,
    acts: Vec<&'static str>,
    reports: Vec<&'static str>,
    as_of: Date,
    states: Vec<&'static str>,
}

impl Expected {
    fn all() -> impl Iterator<Item = Self> {
        PAIRS.lines().filter(|line| !line.starts_with('#')).map(|line| {
            let cells: Vec<&'static str> = line.split('\t').collect();
            let list = |at: usize| cells[at].split('|').collect();
            let day = |at: usize| cells[at].parse().expect("a day");
            Self {
                pair: cells[0],
                speakers: list(1),
                said: day(2),
                kinds: list(3),
                acts: list(4),
                reports: list(5),
                as_of: day(6),
                states: list(7),
            }
        })
    }

    /// The words of a picture that this row is about: opened that day, and told by one of its reports.
    fn words<'d>(&self, drawn: &'d Drawn) -> Vec<&'d Word> {
        let told = |word: &&Word| {
            let reports = word.said_in.iter().filter_map(|cite| drawn.citations.get(&cite.event));
            reports.into_iter().any(|citation| self.reports.contains(&citation.report.as_str()))
        };
        let words = drawn.picture.words.iter();
        words.filter(|w| w.said == self.said && self.acts.contains(&w.act.as_str())).filter(told).collect()
    }

    fn fits(&self, word: &Word) -> bool {
        self.speakers.iter().any(|s| word.speaker.starts_with(s))
            && self.kinds.contains(&word.kind.name())
            && self.states.contains(&word.state.name())
    }
}

static LEDGER: LazyLock<std::sync::Mutex<Ledger>> = LazyLock::new(|| {
    let mut ledger = Ledger::memory().expect("a ledger in memory");
    let mut sink = |_: &saydo_text::Report, _| {};
    let mut intake = Intake::new(&mut ledger, date(2026, 11, 1), &mut sink);
    for report in read::jsonl(REPORTS.as_bytes()) {
        intake.take(report.expect("a report")).expect("it goes in");
    }
    intake.finish().expect("it goes in");
    std::sync::Mutex::new(ledger)
});

fn picture(as_of: Date) -> Drawn {
    let watch = Watch::parse(WATCH).expect("a sound watch");
    let outlets = Outlets::with(PUBLISHERS).expect("sound publishers");
    let ledger = LEDGER.lock().expect("no test panics with it");
    let all = |picture: &saydo_picture::Picture| {
        picture.words.iter().flat_map(|w| w.said_in.iter().map(|c| c.event)).collect()
    };
    draw(&ledger, &watch, &outlets, (as_of, None), all).expect("a picture")
}

#[test]
fn every_word_has_the_state_that_fits_on_every_day() {
    let mut wrong = Vec::new();
    for row in Expected::all() {
        let drawn = picture(row.as_of);
        let words = row.words(&drawn);
        let told: Vec<String> = words
            .iter()
            .map(|w| format!("{} {} by {}: {}", w.id, w.kind.name(), w.speaker, w.state.name()))
            .collect();
        if words.is_empty() || !words.iter().all(|word| row.fits(word)) {
            wrong
                .push(format!("word {} as of {}: {told:?} instead of {:?}", row.pair, row.as_of, row.states));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_headline_follows_the_crisis() {
    assert_eq!(picture(date(2022, 2, 16)).picture.headline.verdict, Verdict::SaidNotSeen);
    assert_eq!(picture(date(2022, 2, 16)).picture.headline.facts.len(), 3);
    assert_eq!(picture(date(2022, 2, 24)).picture.headline.verdict, Verdict::BuildingUp);
}

#[test]
fn what_is_published_later_changes_no_earlier_picture() {
    let day = date(2022, 1, 31);
    let watch = Watch::parse(WATCH).expect("a sound watch");
    let outlets = Outlets::with(PUBLISHERS).expect("sound publishers");
    let mut early = Ledger::memory().expect("a ledger in memory");
    let mut sink = |_: &saydo_text::Report, _| {};
    let mut intake = Intake::new(&mut early, date(2026, 11, 1), &mut sink);
    for report in read::jsonl(REPORTS.as_bytes()).map(|r| r.expect("a report")) {
        if report.published.as_deref().and_then(saydo_ledger::day).is_none_or(|published| published <= day) {
            intake.take(report).expect("it goes in");
        }
    }
    intake.finish().expect("it goes in");
    let then = draw(&early, &watch, &outlets, (day, None), |_| Vec::new()).expect("a picture").picture;
    let now = picture(day).picture;
    assert_eq!(states(&then.words), states(&now.words));
    assert_eq!(then.headline.verdict, now.headline.verdict);
}

fn states(words: &[Word]) -> Vec<(Date, &str, &str, &'static str)> {
    words.iter().map(|w| (w.said, w.speaker.as_str(), w.act.as_str(), w.state.name())).collect()
}
