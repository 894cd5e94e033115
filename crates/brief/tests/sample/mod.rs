//! Pictures built by hand, in our own words: a rich one about the middle of February 2022, an empty one, a hostile one.

#![allow(dead_code, reason = "each test file uses its share")]

mod board;
mod desk;
mod hostile;
mod measures;
mod talks;
mod words;

use saydo_picture::{
    Apart, Change, Changes, Diplomacy, Fact, Headline, Measures, Picture, Verdict, Warning, WarningTime,
};

pub(crate) use desk::{Desk, Sample, date};
pub(crate) use hostile::hostile;

/// The picture of 16 February 2022 of a watch on the Ukrainian border.
pub(crate) fn rich() -> Sample {
    let mut desk = Desk::default();
    let words = words::words(&mut desk);
    let posture = board::posture(&mut desk);
    let warning = board::warning(&mut desk);
    let facts = vec![
        fact(
            "w1.1",
            "Russia announced that some of its troops return to their bases",
            words[0].said_in.clone(),
        ),
        fact(
            "w1.1",
            "NATO and two outlets see no withdrawal",
            words[0].against.iter().map(|e| e.cite.clone()).collect(),
        ),
        fact("warning", "everything that an attack needs is in place", warning.said.clone()),
    ];
    let diplomacy = talks::diplomacy(&mut desk);
    let indicators = talks::indicators(&mut desk);
    let picture = Picture {
        watch: "Ukraine border".to_owned(),
        subject: "RUS".to_owned(),
        as_of: date("2022-02-16"),
        since: Some(date("2021-11-01")),
        headline: Headline {
            id: "headline".to_owned(),
            verdict: Verdict::SaidNotSeen,
            facts,
            rule: "headline.said-not-seen",
        },
        words,
        priors: words::priors(),
        posture,
        warning,
        diplomacy,
        indicators,
        measures: measures::measures(),
        changes: Some(changes()),
        apart: Apart { undated: 3, future: 1, later: 212, copies: 47 },
    };
    desk.with(picture)
}

fn fact(finding: &str, text: &str, cites: Vec<saydo_picture::Cite>) -> Fact {
    Fact { finding: finding.to_owned(), text: text.to_owned(), cites }
}

fn changes() -> Changes {
    let change = |finding: &str, about: &str, was: &str, is: &str| Change {
        finding: finding.to_owned(),
        about: about.to_owned(),
        was: was.to_owned(),
        is: is.to_owned(),
    };
    Changes {
        since: date("2022-02-14"),
        list: vec![
            change("headline", "headline", "building up", "said to be easing, not seen"),
            change("w1.1", "Russia announced: withdrawal of some troops", "", "contradicted"),
            change("p:RUS:Belarus:logistics", "logistics of Russia in Belarus", "holding", "building"),
            change("i:embassy", "embassy staff leave", "reported", "corroborated"),
        ],
    }
}

/// A picture of nothing.
pub(crate) fn empty() -> Sample {
    let picture = Picture {
        watch: "Quiet border".to_owned(),
        subject: "RUS".to_owned(),
        as_of: date("2022-02-16"),
        since: None,
        headline: Headline {
            id: "headline".to_owned(),
            verdict: Verdict::TooLittle,
            facts: Vec::new(),
            rule: "headline.too-little",
        },
        words: Vec::new(),
        priors: Vec::new(),
        posture: Vec::new(),
        warning: Warning {
            id: "warning".to_owned(),
            time: WarningTime::Longer,
            in_place: Vec::new(),
            missing: vec!["manoeuvre", "fires", "air defence", "logistics"],
            said: Vec::new(),
            rule: "warning",
        },
        diplomacy: Diplomacy::default(),
        indicators: Vec::new(),
        measures: Measures::default(),
        changes: Some(Changes { since: date("2022-02-15"), list: Vec::new() }),
        apart: Apart::default(),
    };
    Desk::default().with(picture)
}
