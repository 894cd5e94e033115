//! Every line of `examples.tsv`: what is found in a sentence, and what it means on the day of publication.

use saydo_engine::Engine;
use saydo_text::{Report, Span, Zone, ZoneSpan};
use saydo_times::Time;

const EXAMPLES: &str = include_str!("examples.tsv");

/// A report of one paragraph, read as body text whatever it looks like.
fn report(text: &str, published: &str) -> Report {
    let zones = vec![ZoneSpan { span: Span::new(0, text.len()), zone: Zone::Body }];
    let published = (published != "-").then(|| published.to_owned());
    Report { text: text.to_owned(), zones, language: Some("en".to_owned()), published, ..Report::default() }
}

/// A time as the table writes it: `words=value`, `?` for one that stays open, `!` for one that cannot be.
fn line(text: &str, time: &Time) -> String {
    let words = &text[time.span.range()];
    match (&time.problem, &time.value) {
        (Some(_), _) => format!("{words}=!"),
        (None, Some(value)) => format!("{words}={value}"),
        (None, None) => format!("{words}=?"),
    }
}

fn found(text: &str, published: &str) -> Vec<String> {
    let report = report(text, published);
    let (document, _) = Engine::shipped().document(&report);
    saydo_times::find(&document).iter().map(|time| line(text, time)).collect()
}

#[test]
fn every_example_is_read() {
    let mut wrong = Vec::new();
    for row in EXAMPLES.lines().filter(|row| !row.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [published, text, expected] = cells[..] else { panic!("{row:?} has not three columns") };
        let expected: Vec<&str> = expected.split(" | ").filter(|e| *e != "-").collect();
        let found = found(text, published);
        if found != expected {
            wrong.push(format!("{text} ({published})\n    {found:?}\n    {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{} examples fail:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_time_without_a_value_says_why() {
    for (text, published) in [("They left on Tuesday.", "-"), ("They left an hour later.", "2022-02-16")] {
        let report = report(text, published);
        let (document, _) = Engine::shipped().document(&report);
        let times = saydo_times::find(&document);
        assert!(times.len() == 1 && times[0].value.is_none() && !times[0].unresolved.is_empty(), "{times:?}");
    }
}

#[test]
fn dates_are_measured_from_the_dateline() {
    let text = b"KYIV, March 3 (Reuters) - Trains stopped today, the ministry said.";
    let mut report = saydo_engine::read::plain("dateline", text);
    report.published = Some("2022-03-04".to_owned());
    let (document, _) = Engine::shipped().document(&report);
    let values: Vec<_> = saydo_times::find(&document).into_iter().filter_map(|t| t.value).collect();
    assert_eq!(values, ["2022-03-03", "2022-03-03"]);
}

#[test]
fn a_long_line_of_times_is_read_in_one_go() {
    let text = "the week of the day after the end of Monday and two days later ".repeat(2000);
    assert!(found(&text, "2022-02-16").len() > 1000);
}
