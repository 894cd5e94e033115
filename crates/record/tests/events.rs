//! Events in the record: their exact form, and that no triple of PETRARCH's dictionaries is lost.

#![allow(clippy::unwrap_used)]

use std::collections::BTreeSet;

use proptest::prelude::*;
use saydo_engine::petrarch::{Dictionaries, Triple};
use saydo_engine::{Engine, Reading, read};
use saydo_record::{Record, petrarch};
use saydo_text::Report;

const TEXT: &str = "On Monday Russia said that it had withdrawn 7,000 troops from Belarus. Kyiv condemned the attack. \
    The army may not shell the village, and nobody sings.";

fn line(record: &Record) -> String {
    let mut line = Vec::new();
    record.write(&mut line).unwrap();
    String::from_utf8(line).unwrap()
}

fn reading(report: &Report) -> Reading<'_> {
    Engine::shipped().read(report)
}

/// The triple of the word `form`, in the first sentence that has it.
fn triple(reading: &Reading<'_>, form: &str, code: &str) -> (usize, Triple) {
    let place = |s: &saydo_engine::syntax::Sentence<'_>| s.words.iter().position(|w| w.form == form);
    let sentences = reading.document.sentences.iter().enumerate();
    let (sentence, trigger) = sentences.clone().find_map(|(n, s)| Some((n, place(s)?))).unwrap();
    let (source, target) = ("RUSGOV".to_owned(), "---".to_owned());
    let (source_words, target_words) = (0..1, 0..0);
    let code = code.to_owned();
    (sentence, Triple { source, target, code, trigger, trigger_end: trigger + 1, source_words, target_words })
}

#[test]
fn the_form_is_the_promised_one() {
    let report = read::plain("r", b"Russia withdrew 7,000 troops from Belarus.");
    let mut record = Record::of(&report, &reading(&report));
    record.events.truncate(1);
    let event = &mut record.events[0];
    event.contexts = vec!["military".to_owned()];
    event.goldstein = Some(7.0);
    event.confidence = 0.93;
    event.cameo = Some("0874".to_owned());
    event.places = vec!["m3".to_owned()];
    event.recipients.clear();
    event.force.clear();
    event.mode = Some("withdraw".to_owned());
    let promised = concat!(
        r#""events":[{"id":"v1","trigger":{"start":7,"end":15,"text":"withdrew"},"lemma":"withdraw troops","plover":"RETREAT","mode":"withdraw","#,
        r#""contexts":["military"],"cameo":"0874","quad":2,"goldstein":7.0,"standing":"reported","negated":false,"#,
        r#""statement":null,"actors":[{"entity":"e1","start":0,"end":6,"code":"RUS","country":"RUS","sector":null}],"#,
        r#""recipients":[],"force":[],"places":["m3"],"time":null,"by":null,"confidence":0.93}],"problems":"#,
    );
    assert!(line(&record).contains(promised), "{}", line(&record));
    record.events[0].goldstein = Some(-9.5);
    record.events[0].force = vec![saydo_record::Force {
        element: "troops".to_owned(),
        movement: "out".to_owned(),
        extent: Some("some".to_owned()),
        ..saydo_record::Force::default()
    }];
    let written = line(&record);
    assert!(written.contains(r#""goldstein":-9.5,"#), "{written}");
    assert!(
        written.contains(
            r#""force":[{"element":"troops","movement":"out","extent":"some","low":null,"high":null}]"#
        ),
        "{written}"
    );
}

#[test]
fn what_is_written_can_be_read_again() {
    let report = read::plain("r", TEXT.as_bytes());
    let mut reading = reading(&report);
    reading.triples = Some(vec![triple(&reading, "condemned", "111"), triple(&reading, "sings", "010")]);
    let plain = Record::of(&report, &reading);
    let full = plain.clone().explained(&reading).with_predicates(&report, &reading);
    assert!(full.events.iter().all(|e| e.because.is_some() && e.factuality.is_some()));
    assert!(full.predicates.is_some());
    for record in [plain, full] {
        assert_eq!(serde_json::from_str::<Record>(&line(&record)).unwrap(), record);
    }
}

#[test]
fn a_triple_joins_the_event_of_its_words_or_stands_alone() {
    let report = read::plain("r", TEXT.as_bytes());
    let mut reading = reading(&report);
    let ours = reading.events.len();
    let twice = [triple(&reading, "sings", "010"), triple(&reading, "sings", "020")];
    reading.triples = Some([triple(&reading, "condemned", "111")].into_iter().chain(twice).collect());
    let record = Record::of(&report, &reading);
    assert_eq!(record.events.len(), ours + 1);
    let codes = |text: &str| -> Vec<&str> {
        let event = record.events.iter().find(|e| e.trigger.text == text).unwrap();
        event.petrarch.as_ref().unwrap().iter().map(|t| t.code.as_str()).collect()
    };
    assert_eq!(codes("condemned"), ["111"]);
    assert_eq!(codes("sings"), ["010", "020"]);
    let lone = &record.events[ours];
    assert_eq!((lone.id.as_str(), lone.confidence), (format!("v{}", ours + 1).as_str(), 0.5));
    assert_eq!((&lone.plover, &lone.cameo, &lone.kind), (&None, &None, &None));
    assert!(lone.negated, "nobody sings");
    assert!(codes("withdrawn").is_empty(), "an event without triples says so");
}

#[test]
fn rows_join_the_sentences_of_one_deed() {
    let report = Report {
        id: "a;b".to_owned(),
        published: Some("2022-02-16T10:00:00Z".to_owned()),
        ..read::plain("r", TEXT.as_bytes())
    };
    let mut reading = reading(&report);
    let [one, other] = [triple(&reading, "condemned", "111"), triple(&reading, "sings", "010")];
    let again = (2, one.1.clone());
    reading.triples = Some(vec![one.clone(), one, other, again]);
    let rows = petrarch::rows(&report, &reading, &Dictionaries::default());
    let rows: Vec<String> = rows.iter().map(ToString::to_string).collect();
    assert_eq!(
        rows,
        [
            "20220216\tRUSGOV\t---\t111\t---\ta,b_2;a,b_3\t---\t---",
            "20220216\tRUSGOV\t---\t010\t---\ta,b_3\t---\t---"
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_triple_is_lost(places in prop::collection::vec(any::<[u8; 5]>(), 0..12)) {
        let report = read::plain("r", TEXT.as_bytes());
        let mut reading = reading(&report);
        let sentences = &reading.document.sentences;
        let triples = places.iter().map(|[n, a, length, source, code]| {
            let sentence = usize::from(*n) % sentences.len();
            let words = sentences[sentence].len();
            let trigger = usize::from(*a) % words;
            let trigger_end = (trigger + usize::from(length % 4)).min(words);
            let first = usize::from(*source) % words;
            let (source, target) = (format!("S{source}"), "---".to_owned());
            let (source_words, target_words) = (first..first + 1, 0..0);
            let code = format!("{code:03}");
            (sentence, Triple { source, target, code, trigger, trigger_end, source_words, target_words })
        });
        reading.triples = Some(triples.collect());
        let record = Record::of(&report, &reading);
        let written = |source: &str, code: &str| (source.to_owned(), code.to_owned());
        let all = record.events.iter().flat_map(|e| e.petrarch.as_ref().unwrap());
        let found: BTreeSet<_> = all.map(|t| written(&t.source, &t.code)).collect();
        let given: BTreeSet<_> =
            reading.triples.iter().flatten().map(|(_, t)| written(&t.source, &t.code)).collect();
        prop_assert_eq!(found, given);
        prop_assert!(record.events.iter().all(|e| e.petrarch.is_some() && !e.trigger.text.is_empty()));
        let ids: Vec<String> = (1..=record.events.len()).map(|i| format!("v{i}")).collect();
        prop_assert_eq!(record.events.iter().map(|e| e.id.clone()).collect::<Vec<_>>(), ids);
    }
}
