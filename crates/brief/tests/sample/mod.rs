//! Pictures built by hand, in our own words: a rich one about the middle of February 2022, an empty one, a hostile one.

#![allow(dead_code, reason = "each test file uses its share")]

mod board;
mod desk;
mod hostile;
mod measures;
mod talks;
mod words;

use std::time::Duration;

use saydo_picture::{
    Apart, Change, Changes, Diplomacy, Fact, Headline, Measures, Picture, SourceHealth, Verdict, Warning,
    WarningTime,
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
        sources: sources(),
    };
    desk.with(picture)
}

fn fact(finding: &str, text: &str, cites: Vec<saydo_picture::Cite>) -> Fact {
    Fact { finding: finding.to_owned(), text: text.to_owned(), cites }
}

/// Fourteen sources: three silent, two out of reach, one gone.
fn sources() -> Vec<SourceHealth> {
    let source = |publisher: &str, address: &str| SourceHealth {
        address: address.to_owned(),
        publisher: Some(publisher.to_owned()),
        last: Some(date("2022-02-16")),
        usual_gap: Some(Duration::from_secs(6 * 3_600)),
        reached: Some(date("2022-02-16")),
        ..SourceHealth::default()
    };
    let mut all: Vec<SourceHealth> =
        (1..=8).map(|n| source(&format!("Example {n}"), &format!("https://{n}.example/feed"))).collect();
    for (publisher, address, last, days) in [
        ("Example Mission", "https://mission.example/daily.xml", "2022-02-12", 2),
        ("Example Imaging", "https://imaging.example/blog", "2022-01-20", 9),
        ("Example Imaging", "https://imaging.example/news", "2022-02-03", 4),
    ] {
        let usual_gap = Some(Duration::from_secs(days * 86_400));
        all.push(SourceHealth {
            last: Some(date(last)),
            usual_gap,
            silent: true,
            ..source(publisher, address)
        });
    }
    for (address, reached, error) in [
        ("https://ministry.example/rss", Some("2022-02-11"), "no answer in 60 s"),
        ("https://paper.example/", None, "no such host: paper.example"),
    ] {
        let error = Some(error.to_owned());
        all.push(SourceHealth {
            errors: 7,
            error,
            reached: reached.map(date),
            publisher: None,
            ..source("", address)
        });
    }
    all.push(SourceHealth { gone: true, ..source("Example Blog", "https://blog.example/atom") });
    all
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
        sources: Vec::new(),
    };
    Desk::default().with(picture)
}
