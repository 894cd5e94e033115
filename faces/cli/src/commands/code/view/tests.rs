//! Pages of records made by hand: overlapping, nested and broken statements, hostile text, colours.

use expect_test::{Expect, expect};
use proptest::prelude::*;
use saydo_record::{Actor, Cue, Entity, Mention, Party, Piece, Problem, Record, Sentence, Statement};

use super::page;
use crate::look::Look;

mod events;

/// A record of one sentence in which nothing is said yet.
fn record(text: &str) -> Record {
    let mut record = Record { text: text.to_owned(), ..Record::default() };
    "r".clone_into(&mut record.report.id);
    record.sentences.push(Sentence { start: 0, end: text.chars().count(), zone: "body".to_owned() });
    record
}

/// Where `piece` stands, in code points.
fn find(record: &Record, piece: &str) -> Piece {
    let at = record.text.find(piece).expect("the text has this piece");
    let start = record.text[..at].chars().count();
    Piece { start, end: start + piece.chars().count() }
}

fn party(record: &Record, text: &str) -> Party {
    let Piece { start, end } = find(record, text);
    let i = record.entities.iter().position(|e| text.contains(&e.name));
    let unresolved = i.is_none().then(|| "nobody fits".to_owned());
    Party { start, end, text: text.to_owned(), entity: i.map(|i| format!("e{}", i + 1)), unresolved }
}

/// Adds a statement; an empty source or cue is none.
fn say(record: &mut Record, source: &str, cue: &str, content: &[&str]) {
    let statement = Statement {
        id: format!("s{}", record.statements.len() + 1),
        kind: "indirect".to_owned(),
        source: (!source.is_empty()).then(|| party(record, source)),
        cue: (!cue.is_empty()).then(|| {
            let Piece { start, end } = find(record, cue);
            Cue { start, end, text: cue.to_owned(), act: "say".to_owned(), negated: false }
        }),
        content: content.iter().map(|c| find(record, c)).collect(),
        ..Statement::default()
    };
    record.statements.push(statement);
}

fn add_entity(record: &mut Record, name: &str, code: Option<&str>) {
    let id = format!("e{}", record.entities.len() + 1);
    let actor = code.map(|code| Actor { code: code.to_owned(), ..Actor::default() });
    record.mentions.push(Mention { entity: Some(id.clone()), ..Mention::default() });
    record.entities.push(Entity { id, name: name.to_owned(), kind: "person".to_owned(), actor });
}

const NARROW: Look = Look { width: 60, colour: false };

fn check(record: &Record, expected: &Expect) {
    expected.assert_eq(&page(record, NARROW));
}

#[test]
fn who_said_what() {
    let mut r = record("Moscow said the troops had left. He told reporters that nobody was told.");
    r.report.publisher = Some("Agency".to_owned());
    r.report.published = Some("2022-02-16".to_owned());
    r.report.title = Some("They left".to_owned());
    add_entity(&mut r, "Moscow", Some("RUSGOV"));
    add_entity(&mut r, "Ivan Petrov", None);
    say(&mut r, "Moscow", "said", &["the troops had left"]);
    say(&mut r, "He", "told reporters", &["that nobody was told"]);
    r.statements[1].source.as_mut().expect("it has one").entity = Some("e2".to_owned());
    r.statements[1].source.as_mut().expect("it has one").unresolved = None;
    r.statements[1].cue.as_mut().expect("it has one").negated = true;
    r.statements[1].addressee = Some(party(&r, "reporters"));
    check(
        &r,
        &expect![[r"
            ── r · Agency · 2022-02-16 ─────────────────────────────────

              They left

              ‹Moscow›¹ said¹ ⟦¹the troops had left⟧. ‹He›² told
              reporters² ⟦²that nobody was told⟧.

            2 statements   in the text: ‹who›¹ said¹ ⟦¹what was said⟧
               1  Moscow       RUSGOV  said            say      indirect
                  the troops had left
               2  Ivan Petrov  –       told reporters  not say  indirect
                  (as “He”, to reporters) that nobody was told

            No events

            2 entities
               1×  Moscow       RUSGOV  person
               1×  Ivan Petrov  –       person

        "]],
    );
}

#[test]
fn statements_in_statements() {
    let mut r = record("Kyiv denied that Minsk had said it would send tanks, and so did Rome.");
    say(&mut r, "Kyiv", "denied", &["that Minsk had said it would send tanks"]);
    say(&mut r, "Minsk", "had said", &["it would send tanks"]);
    r.statements[1].within = Some("s1".to_owned());
    check(
        &r,
        &expect![[r"
            ── r ───────────────────────────────────────────────────────

              ‹Kyiv›¹ denied¹ ⟦¹that ‹Minsk›² had said² ⟦²it would send
              tanks⟧²⟧, and so did Rome.

            2 statements   in the text: ‹who›¹ said¹ ⟦¹what was said⟧
               1  Kyiv   ?  denied    say  indirect
                  that Minsk had said it would send tanks
                  ? nobody fits
               2  Minsk  ?  had said  say  indirect
                  (in 1) it would send tanks
                  ? nobody fits

            No events

        "]],
    );
}

#[test]
fn content_in_pieces_and_sources_of_many() {
    let mut r = record("\u{201c}The road,\u{201d} Kyiv said and wrote, \u{201c}is closed.\u{201d}");
    let pieces = ["\u{201c}The road,\u{201d}", "\u{201c}is closed.\u{201d}"];
    say(&mut r, "Kyiv", "said", &pieces);
    say(&mut r, "Kyiv", "wrote", &pieces);
    say(&mut r, "", "", &["road,\u{201d} Kyiv said"]);
    check(
        &r,
        &expect![[r"
            ── r ───────────────────────────────────────────────────────

              ⟦¹·²“The ⟦³road,”⟧¹·² ‹Kyiv›¹·² said¹⟧ and wrote², ⟦¹·²“is
              closed.”⟧

            3 statements   in the text: ‹who›¹ said¹ ⟦¹what was said⟧
               1  Kyiv            ?  said       say  indirect
                  “The road,” … “is closed.”
                  ? nobody fits
               2  Kyiv            ?  wrote      say  indirect
                  “The road,” … “is closed.”
                  ? nobody fits
               3  (nobody named)  –  (goes on)       indirect
                  road,” Kyiv said

            No events

        "]],
    );
}

#[test]
fn paragraphs_stay_and_lines_are_filled() {
    let mut r = record("Tanks\tleave\r\n\r\n  It rained\nall day. Then\n\n\nit stopped.\nDone.\n");
    r.sentences = [("Tanks", "headline"), ("It rained\nall day.", "body"), ("Done.", "body")]
        .map(|(piece, zone)| {
            let Piece { start, end } = find(&r, piece);
            Sentence { start, end, zone: zone.to_owned() }
        })
        .to_vec();
    check(
        &r,
        &expect![[r"
            ── r ───────────────────────────────────────────────────────

              Tanks leave

              It rained all day. Then

              it stopped.
              Done.

            No statements

            No events

        "]],
    );
}

#[test]
fn lines_are_paragraphs_where_nothing_else_is() {
    let mut r = record("Tanks leave\nIt rained\nall day.\nThen it stopped.\n");
    r.sentences = ["Tanks leave", "It rained\nall day.", "Then it stopped."]
        .map(|piece| {
            let Piece { start, end } = find(&r, piece);
            Sentence { start, end, zone: "body".to_owned() }
        })
        .to_vec();
    check(
        &r,
        &expect![[r"
            ── r ───────────────────────────────────────────────────────

              Tanks leave

              It rained all day.

              Then it stopped.

            No statements

            No events

        "]],
    );
}

#[test]
fn what_could_not_be_read_is_told() {
    let mut r = record("Nichts.");
    r.sentences.clear();
    let detail = "The text is German and was not analysed, because only English is.".to_owned();
    r.problems.push(Problem { code: "language".to_owned(), detail, ..Problem::default() });
    check(
        &r,
        &expect![[r"
        ── r ───────────────────────────────────────────────────────

        ! language: The text is German and was not analysed, because
          only English is.

    "]],
    );
}

#[test]
fn a_terminal_is_not_commanded() {
    let mut r = record("\u{1b}]0;x\u{7} \u{202e}said \u{6771}\u{4eac}");
    "\u{1b}[2J".clone_into(&mut r.report.id);
    say(&mut r, "\u{1b}]0;x\u{7}", "\u{202e}said", &["\u{6771}\u{4eac}"]);
    check(
        &r,
        &expect![[r"
            ── ␛[2J ────────────────────────────────────────────────────

              ‹␛]0;x␇›¹ �said¹ ⟦¹東京⟧

            1 statement   in the text: ‹who›¹ said¹ ⟦¹what was said⟧
               1  ␛]0;x␇  ?  �said  say  indirect
                  東京
                  ? nobody fits

            No events

        "]],
    );
}

#[test]
fn colours_are_added_and_nothing_else_changes() {
    let mut r = record("Kyiv denied that Minsk had said it would send tanks.");
    say(&mut r, "Kyiv", "denied", &["that Minsk had said it would send tanks"]);
    let coloured = page(&r, Look { colour: true, ..NARROW });
    assert!(
        coloured.contains("\u{1b}[1m\u{1b}[36m‹Kyiv›¹\u{1b}[0m \u{1b}[33mdenied¹\u{1b}[0m"),
        "{coloured}"
    );
    let mut plain = Vec::new();
    let mut stripped = anstream::StripStream::new(&mut plain);
    std::io::Write::write_all(&mut stripped, coloured.as_bytes()).expect("memory takes it");
    assert_eq!(String::from_utf8(plain).expect("it is text"), page(&r, NARROW));
}

proptest! {
    #[test]
    fn the_page_shows_the_whole_text_and_closes_what_it_opens(
        spans in prop::collection::vec(any::<[u8; 6]>(), 0..12),
        lines in prop::collection::vec("[a-zé\u{6771}\u{1f600}]{1,9}", 1..60),
    ) {
        let mut r = record(&lines.join(" "));
        let n = r.text.chars().count();
        let piece = |a: u8, b: u8| {
            let (a, b) = (usize::from(a) % (n + 1), usize::from(b) % (n + 1));
            Piece { start: a.min(b), end: a.max(b) }
        };
        for [a, b, c, d, e, f] in spans {
            let (source, cue) = (piece(a, b), piece(c, d));
            r.statements.push(Statement {
                source: Some(Party { start: source.start, end: source.end, ..Party::default() }),
                cue: Some(Cue { start: cue.start, end: cue.end, ..Cue::default() }),
                content: vec![piece(e, f)],
                ..Statement::default()
            });
        }
        let mut text = String::new();
        super::text::write(&r, NARROW, &mut text);
        let is_mark = |c: char| "⟦⟧‹›⁰¹²³⁴⁵⁶⁷⁸⁹·".contains(c);
        let squeeze = |s: &str| s.chars().filter(|c| !c.is_whitespace() && !is_mark(*c)).collect::<String>();
        prop_assert_eq!(squeeze(&text), squeeze(&r.text));
        let count = |c| text.matches(c).count();
        prop_assert_eq!((count('⟦'), count('‹')), (count('⟧'), count('›')));
    }
}
