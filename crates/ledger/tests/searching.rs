//! Any text is a search; it finds reports and statements by their words, in every revision.

mod invent;

use invent::{Invented, STAMP, add, small};
use saydo_ledger::{Hits, Ledger, Stamp, StatementId};
use saydo_record::{Cue, Entity, Party, Piece, Record, Sentence, Statement};

/// A report in which Sergei Orlov, by an office, says the second sentence of a text.
fn told(n: u64, title: &str, text: &str) -> Invented {
    let mut one = small(n);
    one.report.title = Some(title.to_owned());
    text.clone_into(&mut one.report.text);
    let border = text.chars().take_while(|&c| c != '.').count() + 1;
    let end = text.chars().count();
    let sentence = |start, end| Sentence { start, end, zone: "body".to_owned() };
    let at = (border + 1).min(end);
    one.record = Record {
        sentences: vec![sentence(0, border), sentence(at, end)],
        entities: vec![Entity {
            name: "Sergei Orlov".to_owned(),
            kind: "person".to_owned(),
            ..Entity::default()
        }],
        statements: vec![Statement {
            kind: "indirect".to_owned(),
            source: Some(Party { start: at, end: at + 2, entity: Some("e1".to_owned()), ..Party::default() }),
            cue: Some(Cue { act: "say".to_owned(), start: at + 3, end: at + 7, ..Cue::default() }),
            content: vec![Piece { start: at + 8, end }],
            ..Statement::default()
        }],
        ..Record::default()
    };
    one
}

fn ledger() -> Ledger {
    let mut ledger = Ledger::memory().expect("a ledger");
    let all = [
        told(
            1,
            "Columns leave",
            "The convoy left Zürich on Monday. He said the troops will withdraw to their bases.",
        ),
        told(2, "Talks go on", "Ministers met. He said that nobody will go AND nobody will stay."),
        told(3, "Nothing", "Émile came back, naïve as ever. No."),
    ];
    add(&mut ledger, &all).expect("added");
    ledger
}

fn found(ledger: &Ledger, text: &str) -> String {
    let Hits { reports, statements } = ledger.search(text).expect("any text is a search");
    let reports = reports.iter().map(|n| format!("r{n}"));
    reports.chain(statements.iter().map(StatementId::to_string)).collect::<Vec<_>>().join(" ")
}

#[track_caller]
fn check(text: &str, expected: &str) {
    assert_eq!(found(&ledger(), text), expected, "{text}");
}

#[test]
fn all_words_must_occur_in_title_and_text_or_in_the_statement() {
    check("troops", "r1 r1.s1");
    check("convoy troops", "r1");
    check("columns troops", "r1");
    check("troops met", "");
    check("WITHDRAW bases.", "r1 r1.s1");
}

#[test]
fn statements_are_found_by_who_speaks_whatever_the_text_calls_them() {
    check("orlov troops", "r1.s1");
    check("\"sergei orlov\" stay", "r2.s1");
}

#[test]
fn diacritics_and_case_do_not_count() {
    check("zurich", "r1");
    check("ZU\u{308}RICH", "r1");
    check("emile naive", "r3");
    check("émile", "r3");
}

#[test]
fn phrases_and_beginnings() {
    check("\"will withdraw\"", "r1 r1.s1");
    check("\"withdraw will\"", "");
    check("\u{201c}troops will\u{201d} conv*", "r1");
    check("with*", "r1 r1.s1");
    check("\"troops will with\"*", "r1 r1.s1");
    check("ithdraw*", "");
    check("\"will withdraw", "r1 r1.s1");
}

#[test]
fn operators_are_plain_words() {
    check("go AND stay", "r2 r2.s1");
    check("convoy AND troops", "");
    check("troops OR ministers", "");
    check("troops NOT ministers", "");
    check("NEAR(troops bases, 9)", "");
    check("columns : leave", "r1");
    check("title : columns", "");
    check("title:columns", "");
    check("-troops", "r1 r1.s1");
    check("^the +convoy", "r1");
    check("{title text}: troops", "");
    check("troops) --", "r1 r1.s1");
}

#[test]
fn what_has_no_word_finds_nothing() {
    for text in [
        "",
        " ",
        "\0",
        "\"",
        "\"\"\"",
        "*",
        "\"\"*",
        "…",
        "-- '; ?",
        "\u{1f69a}\u{1f600}",
        "\u{202e}\u{2066}",
        "\u{308}",
        "\u{93e}",
    ] {
        check(text, "");
    }
}

#[test]
fn signs_and_nothings_between_words_do_not_harm() {
    check("troops\0withdraw", "r1 r1.s1");
    check("\u{202e}troops\u{202c} \u{1f69a} withdraw", "r1 r1.s1");
    check("troops – withdraw!", "r1 r1.s1");
    check("\"troops, will\"", "r1 r1.s1");
}

fn w(n: u32) -> String {
    format!("w{n}")
}

#[test]
fn searches_of_a_megabyte_end_soon() {
    let ledger = ledger();
    let words: String = (0..150_000).map(|n| w(n) + " ").collect();
    let known = "troops will ".repeat(90_000);
    let phrase = format!("\"{known}\"");
    let endings: String = (0..150_000).map(|n| w(n) + "* ").collect();
    let marks = "\u{915}\u{93f}".repeat(160_000);
    let texts = [
        &words,
        &phrase,
        &endings,
        &marks,
        &"a-".repeat(500_000),
        &"x".repeat(1 << 20),
        &"\"".repeat(1 << 20),
    ];
    let start = std::time::Instant::now();
    for text in texts {
        assert_eq!(found(&ledger, text), "");
    }
    assert_eq!(found(&ledger, &known), "r1 r1.s1");
    assert!(start.elapsed().as_secs() < 120, "it took {:?}", start.elapsed());
}

#[test]
fn a_text_of_a_megabyte_is_found_by_any_of_its_words() {
    let mut ledger = Ledger::memory().expect("a ledger");
    let text: String = (0..150_000).map(|n| w(n) + " ").collect();
    add(&mut ledger, &[told(1, "Long", &text)]).expect("added");
    assert_eq!(found(&ledger, "w0 w149999 \"w70000 w70001\""), "r1");
    assert_eq!(found(&ledger, &text), "r1");
}

#[test]
fn revisions_that_were_replaced_stay_in_the_index() {
    let mut ledger = ledger();
    let mut second = told(9, "Columns stay", "The convoy did not move. He said the troops remain.");
    second.report.url = told(1, "", "").report.url;
    ledger.add(&[second.entry()], &Stamp { added: jiff::civil::date(2025, 3, 1), ..STAMP }).expect("added");
    assert_eq!(found(&ledger, "troops"), "r1 r4 r1.s1 r4.s1");
    assert_eq!(found(&ledger, "withdraw"), "r1 r1.s1");
}

#[test]
fn the_index_follows_what_is_read_again_and_made_again() {
    let mut ledger = ledger();
    let other = told(1, "Columns return", "The convoy came back. He said that the soldiers stay.");
    let mut batch = ledger.begin().expect("begun");
    batch.replace(2, &Record::default(), &small(2).voice, "test 2").expect("replaced");
    batch.retext(1, &other.entry(), "test 2").expect("made again");
    drop(batch);
    assert_eq!(found(&ledger, "nobody"), "r2 r2.s1");
    let mut batch = ledger.begin().expect("begun");
    batch.replace(2, &Record::default(), &small(2).voice, "test 2").expect("replaced");
    batch.retext(1, &other.entry(), "test 2").expect("made again");
    batch.commit().expect("done");
    assert_eq!(found(&ledger, "nobody"), "r2");
    assert_eq!(found(&ledger, "troops"), "");
    assert_eq!(found(&ledger, "soldiers orlov"), "r1.s1");
    assert_eq!(found(&ledger, "return"), "r1");
    let back = told(2, "", "Ministers met. He said that nobody will go AND nobody will stay.");
    let mut batch = ledger.begin().expect("begun");
    for _ in 0..3 {
        batch.replace(2, &back.record, &back.voice, "test 3").expect("replaced");
    }
    batch.commit().expect("done");
    assert_eq!(found(&ledger, "nobody"), "r2 r2.s1");
    ledger.check().expect("whole");
}
