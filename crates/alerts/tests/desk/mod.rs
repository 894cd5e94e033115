//! Pictures and sentences built by hand.

#![allow(dead_code, reason = "each test file uses its share")]

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_alerts::{Alert, Seen, alerts};
use saydo_facts::{Citation, EventId, Facts};
use saydo_picture::{
    Cite, Coverage, Evidence, Fact, Grade, Indicator, IndicatorState, Picture, State, Verdict, Word, WordKind,
};
use saydo_watch::Watch;

pub(crate) fn date(day: &str) -> Date {
    day.parse().expect("a day")
}

/// The picture of the watch "Border" as of a day: nothing but a verdict.
pub(crate) fn picture(day: &str, verdict: Verdict) -> Picture {
    let watch = Watch { name: "Border".to_owned(), subject: vec!["RUS".to_owned()], ..Watch::default() };
    let mut picture = Picture::of(&Facts::default(), &watch, date(day), None);
    picture.indicators.clear();
    picture.headline.verdict = verdict;
    picture.measures.coverage = vec![Coverage { day: date(day), reports: 9, families: 3 }];
    picture
}

/// The same with words under test, where nothing changed.
pub(crate) fn with(day: &str, words: &[Word]) -> Picture {
    Picture { words: words.to_vec(), ..picture(day, Verdict::Mixed) }
}

/// The same with an indicator.
pub(crate) fn signs(day: &str, indicator: &Indicator) -> Picture {
    Picture { indicators: vec![indicator.clone()], ..picture(day, Verdict::Mixed) }
}

/// Russia's armed forces announced a withdrawal on 15 February 2022, in event 1 of this report.
pub(crate) fn word(report: u32, state: State) -> Word {
    let said = cite(report, "2022-02-15", "RUS");
    Word {
        id: format!("w{report}.1"),
        kind: WordKind::Announcement,
        act: "withdrawal".to_owned(),
        speaker: "RUSMIL".to_owned(),
        speaker_name: String::new(),
        actor: "RUS".to_owned(),
        denies: false,
        elements: Vec::new(),
        extent: None,
        places: Vec::new(),
        said: said.published,
        last_said: said.published,
        from: None,
        due: None,
        state,
        since: said.published,
        grade: None,
        bears_out: Vec::new(),
        against: Vec::new(),
        said_in: vec![said],
        repeated_by: Vec::new(),
        rule: "word-contradicted",
    }
}

pub(crate) fn against(report: u32, day: &str, voice: &str) -> Evidence {
    Evidence { cite: cite(report, day, voice), grade: Grade::OtherSide, day: date(day), why: "nothing moved" }
}

/// An indicator told of on these days.
pub(crate) fn indicator(state: IndicatorState, days: &[&str]) -> Indicator {
    let cites = days.iter().enumerate().map(|(n, day)| cite(50 + n as u32, day, "Example Wire"));
    Indicator {
        id: "i:embassy".to_owned(),
        label: "Embassies closed".to_owned(),
        state,
        since: days.first().map(|day| date(day)),
        voices: days.len(),
        cites: cites.collect(),
        rule: "indicator-reported",
    }
}

pub(crate) fn cite(report: u32, day: &str, voice: &str) -> Cite {
    Cite { event: EventId { report, nth: 1 }, published: date(day), voice: voice.to_owned() }
}

pub(crate) fn fact(cites: Vec<Cite>) -> Fact {
    Fact { finding: "w1.1".to_owned(), text: "a fact".to_owned(), cites }
}

/// The sentence of an event: report 9 is no longer there.
pub(crate) fn tell(cite: &Cite) -> Option<Citation> {
    let report = cite.event.report;
    (report != 9).then(|| Citation {
        event: cite.event,
        sentence: format!("Sentence {report}."),
        trigger: 0..0,
        speaker: None,
        speaker_at: None,
        at: 0..0,
        publisher: Some("Example Wire".to_owned()),
        family: String::new(),
        published: Some(cite.published),
        title: None,
        url: Some(format!("https://news.example/{report}")),
        report: String::new(),
        sha256: String::new(),
        read_by: String::new(),
    })
}

/// What is told at each of these looks after the first.
pub(crate) fn looks(pictures: &[Picture]) -> Vec<Vec<Alert>> {
    let mut seen = Seen::of(&pictures[0]);
    let mut told = Vec::new();
    for picture in &pictures[1..] {
        told.push(alerts(Some(&seen), picture, &tell));
        seen = Seen::after(Some(&seen), picture);
    }
    told
}

/// The alerts' texts of two looks.
pub(crate) fn told(before: &Picture, now: &Picture) -> Vec<String> {
    looks(&[before.clone(), now.clone()]).remove(0).into_iter().map(|alert| alert.text).collect()
}

/// The day this many days after 16 February 2022.
pub(crate) fn later(days: i64) -> String {
    date("2022-02-16").saturating_add(days.days()).to_string()
}
