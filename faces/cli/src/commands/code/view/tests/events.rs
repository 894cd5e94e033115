//! Pages with events: who did what to whom, in few columns, with hostile and broken records.

use expect_test::{Expect, expect};
use proptest::prelude::*;
use saydo_record::{Event, Force, Participant, Record, Triple, Words};

use super::super::{events, page};
use super::{NARROW, add_entity, find, record, say};
use crate::look::Look;

fn words(record: &Record, text: &str) -> Words {
    let piece = find(record, text);
    Words { start: piece.start, end: piece.end, text: text.to_owned() }
}

/// Somebody at `text`: the entity whose name is in it.
fn participant(record: &Record, text: &str) -> Participant {
    let piece = find(record, text);
    let known = record.entities.iter().find(|e| text.contains(&e.name));
    Participant {
        entity: known.map(|e| e.id.clone()),
        start: piece.start,
        end: piece.end,
        code: known.and_then(|e| Some(e.actor.as_ref()?.code.clone())),
        ..Participant::default()
    }
}

/// Adds an event with its standing, actor and recipient; an empty one is none.
fn happen<'r>(record: &'r mut Record, trigger: &str, told: [&str; 5]) -> &'r mut Event {
    let [standing, plover, cameo, actor, recipient] = told;
    let some = |s: &str| (!s.is_empty()).then(|| s.to_owned());
    let party = |s: &str| some(s).map(|s| participant(record, &s)).into_iter().collect();
    let event = Event {
        trigger: words(record, trigger),
        plover: some(plover),
        cameo: some(cameo),
        standing: standing.to_owned(),
        actors: party(actor),
        recipients: party(recipient),
        ..Event::default()
    };
    record.events.push(event);
    record.events.last_mut().expect("it was added")
}

fn check(record: &Record, look: Look, expected: &Expect) {
    let mut out = String::new();
    events::write(record, look, &mut out);
    expected.assert_eq(&out);
}

const USUAL: Look = Look { width: 80, colour: false };

fn crisis() -> Record {
    let mut r = record(
        "Moscow said that its troops had not left Belarus, and Kyiv may strike back after the shelling of a \
         village near the line of contact on Tuesday.",
    );
    add_entity(&mut r, "Moscow", Some("RUSGOV"));
    add_entity(&mut r, "Belarus", Some("BLR"));
    add_entity(&mut r, "Kyiv", None);
    say(&mut r, "Moscow", "said", &["that its troops had not left Belarus"]);
    let left = happen(&mut r, "left", ["announced", "RETREAT", "0874", "Moscow", "Belarus"]);
    left.mode = Some("withdraw".to_owned());
    left.negated = true;
    left.statement = Some("s1".to_owned());
    let (element, movement) = ("troops".to_owned(), "out".to_owned());
    left.force.push(Force { element, movement, low: Some(7000), high: Some(7000), ..Force::default() });
    left.because = Some("retreat.tsv:9 leave; standing: not: not".to_owned());
    happen(&mut r, "strike back", ["possible", "ASSAULT", "190", "Kyiv", "Moscow"]).recipients[0].implied =
        true;
    happen(&mut r, "shelling", ["reported", "ASSAULT", "194", "", "village"]).mode =
        Some("heavy-weapons".to_owned());
    happen(&mut r, "contact", ["claimed", "", "", "", ""]).kind = Some("presence".to_owned());
    r
}

#[test]
fn who_did_what_to_whom() {
    check(
        &crisis(),
        USUAL,
        &expect![[r"
            4 events   who → whom (implied), PLOVER and CAMEO, «words that tell it»
               1  not announced  Moscow → Belarus  RETREAT withdraw       0874
                  (in 1; RUSGOV → BLR; 7,000 troops out)
                  … said that its troops had not «left» Belarus, and Kyiv may strike back …
                  because retreat.tsv:9 leave; standing: not: not
               2  possible       Kyiv → (Moscow)   ASSAULT                190
                  (– → RUSGOV) … Belarus, and Kyiv may «strike back» after the shelling of …
               3  reported       – → village       ASSAULT heavy-weapons  194
                  … may strike back after the «shelling» of a village near the line of …
               4  claimed        –                 presence               –
                  … after the shelling of a village near the line of «contact» on Tuesday.
        "]],
    );
}

#[test]
fn a_wide_page_has_the_words_in_the_row() {
    check(
        &crisis(),
        Look { width: 100, colour: false },
        &expect![[r"
            4 events   who → whom (implied), PLOVER and CAMEO, «words that tell it»
               1  not announced  Moscow → Belarus  RETREAT withdraw       0874  left
                  (in 1; RUSGOV → BLR; 7,000 troops out) … its troops had not «left» Belarus, and Kyiv may …
                  because retreat.tsv:9 leave; standing: not: not
               2  possible       Kyiv → (Moscow)   ASSAULT                190   strike back
                  (– → RUSGOV) … not left Belarus, and Kyiv may «strike back» after the shelling of a village …
               3  reported       – → village       ASSAULT heavy-weapons  194   shelling
                  … and Kyiv may strike back after the «shelling» of a village near the line of contact on …
               4  claimed        –                 presence               –     contact
                  … Kyiv may strike back after the shelling of a village near the line of «contact» on Tuesday.
        "]],
    );
}

#[test]
fn a_narrow_page_shortens_both_sides() {
    check(
        &crisis(),
        Look { width: 60, colour: false },
        &expect![[r"
            4 events   who → whom (implied), PLOVER and CAMEO, «words t…
               1  not announced  Mo… → Bel…  RETREAT withdraw       0874
                  (in 1; RUSGOV → BLR; 7,000 troops out)
                  … its troops had not «left» Belarus, and Kyiv may …
                  because retreat.tsv:9 leave; standing: not: not
               2  possible       Ky… → (Mo…  ASSAULT                190
                  (– → RUSGOV) … Kyiv may «strike back» after the …
               3  reported       – → villa…  ASSAULT heavy-weapons  194
                  … back after the «shelling» of a village near the …
               4  claimed        –           presence               –
                  … of a village near the line of «contact» on Tuesday.
        "]],
    );
}

#[test]
fn what_petrarch_codes_stands_beside_our_events_or_alone() {
    let mut r = record("Moscow praised Kyiv and Kyiv thanked Moscow.");
    add_entity(&mut r, "Moscow", Some("RUSGOV"));
    let triple = |code: &str| {
        let (source, target) = ("RUSGOV".to_owned(), "---".to_owned());
        Triple { source, target, code: code.to_owned() }
    };
    let praised = happen(&mut r, "praised", ["reported", "SUPPORT", "051", "Moscow", "Kyiv"]);
    praised.petrarch = Some(vec![triple("051"), triple("050")]);
    happen(&mut r, "thanked", ["reported", "", "", "", ""]).petrarch = Some(vec![triple("010")]);
    happen(&mut r, "Moscow", ["reported", "", "012", "", ""]).petrarch = Some(Vec::new());
    check(
        &r,
        USUAL,
        &expect![[r"
        3 events   who → whom (implied), PLOVER and CAMEO, «words that tell it»
           1  reported  Moscow → Kyiv  SUPPORT    051  praised
              (RUSGOV; PETRARCH RUSGOV --- 051 +1)
              Moscow «praised» Kyiv and Kyiv thanked Moscow.
           2  reported  RUSGOV → ---   PETRARCH   010  thanked
              Moscow praised Kyiv and Kyiv «thanked» Moscow.
           3  reported  –              statement  012  Moscow
              «Moscow» praised Kyiv and Kyiv thanked Moscow.
    "]],
    );
}

#[test]
fn the_rest_of_many_events_is_counted() {
    let mut r = record("Tanks left.");
    for _ in 0..15 {
        happen(&mut r, "left", ["reported", "RETREAT", "087", "Tanks", ""]);
    }
    let page = page(&r, USUAL);
    assert!(page.contains("15 events") && page.contains("      … and 3 more (all in JSON)\n"), "{page}");
    assert_eq!(page.matches("Tanks «left».").count(), 12);
}

#[test]
fn deeds_stand_out_and_doubts_are_marked() {
    let mut out = String::new();
    events::write(&crisis(), Look { colour: true, ..USUAL }, &mut out);
    let styles = ["\u{1b}[31mnot announced", "\u{1b}[2mpossible", "\u{1b}[1m\u{1b}[32mreported"];
    for style in styles {
        assert!(out.contains(style), "{style:?} is not in {out:?}");
    }
    let (mut plain, mut stripped) = (String::new(), Vec::new());
    events::write(&crisis(), USUAL, &mut plain);
    let mut stream = anstream::StripStream::new(&mut stripped);
    std::io::Write::write_all(&mut stream, out.as_bytes()).expect("memory takes it");
    assert_eq!(String::from_utf8(stripped).expect("it is text"), plain);
}

#[test]
fn a_terminal_is_not_commanded_by_an_event() {
    let mut r = record("\u{1b}]0;x\u{7} fired \u{202e}\u{6771}\u{4eac}");
    let event = happen(
        &mut r,
        "fired",
        ["reported", "ASSAULT", "19\u{1b}[2J", "\u{1b}]0;x\u{7}", "\u{6771}\u{4eac}"],
    );
    event.mode = Some("\u{1b}[2J".to_owned());
    event.petrarch = Some(vec![Triple { code: "\u{9b}2J".to_owned(), ..Triple::default() }]);
    let page = page(&r, NARROW);
    assert!(page.chars().all(|c| !c.is_control() || c == '\n'), "{page:?}");
}

proptest! {
    #[test]
    fn any_record_fits_its_page(
        text in "[a-zé\u{6771}\u{1f600} ]{1,200}",
        spans in prop::collection::vec(any::<[u8; 6]>(), 0..6),
        width in 60_usize..100,
    ) {
        let mut r = record(&text);
        let n = text.chars().count();
        let words = |a: u8, b: u8| {
            let (a, b) = (usize::from(a) % (n + 1), usize::from(b) % (n + 1));
            let (start, end) = (a.min(b), a.max(b));
            Words { start, end, text: text.chars().skip(start).take(end - start).take(20).collect() }
        };
        for [a, b, c, d, e, f] in spans {
            let party = |w: Words| Participant { start: w.start, end: w.end, ..Participant::default() };
            r.events.push(Event {
                trigger: words(a, b),
                actors: vec![party(words(c, d))],
                recipients: vec![party(words(e, f)); usize::from(f % 4)],
                standing: "announced".to_owned(),
                ..Event::default()
            });
        }
        let mut out = String::new();
        events::write(&r, Look { width, colour: false }, &mut out);
        let widest = out.lines().map(crate::look::width).max();
        prop_assert!(widest <= Some(width), "{out}");
    }
}
