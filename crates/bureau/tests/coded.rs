//! The events of a ledger as rows, and beside those of others.

#![allow(clippy::unwrap_used, reason = "a test may fail so")]

use jiff::civil::{Date, date};
use saydo_beside::Period;
use saydo_bureau::{Intake, Outlets, beside, coded};
use saydo_coded::{Coded, Kind, Side, Standing, System};
use saydo_engine::Engine;
use saydo_ledger::{CodedSource, Error, Ledger};
use saydo_record::Record;
use saydo_text::Report;
use saydo_watch::Watch;

const TEXTS: [(&str, &str); 2] = [
    (
        "2022-02-15",
        "Russian troops are returning to their bases from Crimea, Russian Defence Ministry spokesman Igor Konashenkov \
         said on Tuesday.",
    ),
    ("2022-02-24", "Russian forces shelled Kharkiv on Thursday."),
];

fn reports() -> Vec<Report> {
    let report = |(nth, (published, text)): (usize, &(&str, &str))| Report {
        id: format!("{nth}"),
        published: Some((*published).to_owned()),
        publisher: Some("Example Wire".to_owned()),
        ..saydo_engine::read::plain("", text.as_bytes())
    };
    TEXTS.iter().enumerate().map(report).collect()
}

fn ledger() -> Ledger {
    let mut ledger = Ledger::memory().unwrap();
    let mut sink = |_: &Report, _| {};
    let mut intake = Intake::new(&mut ledger, date(2022, 3, 1), &mut sink);
    for report in reports() {
        intake.take(report).unwrap();
    }
    intake.finish().unwrap();
    ledger
}

fn rows(period: (Option<Date>, Option<Date>)) -> Vec<Coded> {
    let mut rows = Vec::new();
    let each = |row| {
        rows.push(row);
        Ok::<(), Error>(())
    };
    coded(&ledger(), &Outlets::shipped(), period, each).unwrap();
    rows
}

/// A row without what the ledger does not keep, or names by its own numbers.
fn plain(row: Coded) -> Coded {
    let (mut source, kept) = (row.source.clone(), ["trigger", "hedged"]);
    (source.sentence, source.language) = (None, None);
    let rest = row.rest.into_iter().filter(|(name, _)| kept.contains(&&**name)).collect();
    Coded { id: String::new(), source, rest, ..row }
}

#[test]
fn the_ledger_gives_the_rows_that_its_records_give() {
    let of_records = reports().into_iter().flat_map(|report| {
        saydo_record::coded::rows(&Record::of(&report, &Engine::shipped().read(&report))).events
    });
    let of_records: Vec<Coded> = of_records.map(plain).collect();
    let of_ledger: Vec<Coded> = rows((None, None)).into_iter().map(plain).collect();
    assert!(of_records.len() >= 2);
    assert_eq!(of_ledger, of_records);
}

#[test]
fn a_period_is_that_of_the_events() {
    let until = rows((None, Some(date(2022, 2, 20))));
    assert!(
        !until.is_empty() && until.iter().all(|row| row.standing == Some(Standing::Announced)),
        "{until:?}"
    );
    let since = rows((Some(date(2022, 2, 20)), None));
    assert!(!since.is_empty() && since.iter().all(|row| row.day == date(2022, 2, 24)), "{since:?}");
    assert!(since.iter().all(|row| row.id.starts_with("r2.v")));
}

#[test]
fn what_is_set_beside_comes_with_its_sentences() {
    let mut ledger = ledger();
    let actor = Side { code: Some("RUSMIL".to_owned()), ..Side::default() };
    let kind = Kind { cameo: Some("0874".to_owned()), ..Kind::default() };
    let day = date(2022, 2, 15);
    let row = Coded { system: System::Gdelt, id: "1".to_owned(), day, actor, kind, ..Coded::default() };
    let watch = Watch { subject: vec!["RUS".to_owned()], ..Watch::default() };
    let outlets = Outlets::shipped();
    assert!(beside(&ledger, &watch, &outlets, Period::default()).unwrap().compared.systems.is_empty());
    let mut batch = ledger.begin().unwrap();
    batch.put_coded(&row, &CodedSource { name: "a.csv", form: "gdelt", added: day }).unwrap();
    batch.commit().unwrap();
    let beside = beside(&ledger, &watch, &outlets, Period::default()).unwrap();
    let pair = &beside.compared.only_said[0];
    let shown = &beside.ours[&pair.ours];
    assert_eq!(
        (beside.theirs[pair.theirs].event.id.as_str(), shown.row.standing),
        ("1", Some(Standing::Announced))
    );
    assert!(shown.citation.sentence.contains("returning to their bases"));
}
