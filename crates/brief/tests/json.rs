//! The picture as JSON, and its schema.

mod misfits;
mod sample;

use saydo_brief::document::Document;
use saydo_brief::json;
use serde_json::Value;

use misfits::misfits;

const SCHEMA: &str = include_str!("../../../docs/picture.schema.json");

fn samples() -> [sample::Sample; 3] {
    [sample::rich(), sample::empty(), sample::hostile()]
}

#[test]
fn every_picture_fits_the_schema() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    for sample in samples() {
        let value: Value = serde_json::from_str(&json(&sample.picture, &sample.citations)).expect("JSON");
        let wrong = misfits(&schema, &schema, &value, "picture");
        assert!(wrong.is_empty(), "{:#?}", &wrong[..wrong.len().min(20)]);
    }
}

#[test]
fn the_schema_finds_what_does_not_fit() {
    let schema: Value = serde_json::from_str(SCHEMA).expect("JSON");
    let sample = sample::rich();
    let good: Value = serde_json::from_str(&json(&sample.picture, &sample.citations)).expect("JSON");
    let changes: [(&str, Value, &str); 6] = [
        ("/as_of", "yesterday".into(), "picture.as_of: not like"),
        ("/headline/verdict", "calm".into(), "picture.headline.verdict: none of"),
        ("/schema", "saydo-picture/2".into(), "picture.schema: not"),
        ("/words/0/denies", 1.into(), "picture.words[0].denies: not a"),
        ("/words/0/due", serde_json::json!({"first": "2022-02-16"}), "picture.words[0].due: fits none"),
        ("/apart", serde_json::json!({"extra": 1}), "picture.apart: lacks undated"),
    ];
    for (path, value, expected) in changes {
        let mut bad = good.clone();
        *bad.pointer_mut(path).expect("it is there") = value;
        let wrong = misfits(&schema, &schema, &bad, "picture");
        assert!(wrong.iter().any(|w| w.starts_with(expected)), "{path}: {wrong:?}");
    }
}

#[test]
fn what_is_written_can_be_read_again() {
    for sample in samples() {
        let line = json(&sample.picture, &sample.citations);
        assert_eq!(line.matches('\n').count(), 1, "one line");
        let read: Document = serde_json::from_str(&line).expect("a document");
        assert!(read == Document::of(&sample.picture, &sample.citations), "{}", sample.picture.watch);
    }
}

#[test]
fn nothing_is_left_out_and_no_text_is_altered() {
    let sample = sample::hostile();
    let document = Document::of(&sample.picture, &sample.citations);
    assert_eq!(document.words.len(), 10_000);
    assert_eq!(document.watch, sample.picture.watch);
    for (event, citation) in &sample.citations {
        assert_eq!(document.citations[&event.to_string()].sentence, citation.sentence);
    }
}

#[test]
fn triggers_are_counted_in_code_points() {
    let mut sample = sample::rich();
    let event = sample.picture.words[0].said_in[0].event;
    let citation = sample.citations.get_mut(&event).expect("it is there");
    (citation.sentence, citation.trigger) = ("Zürich: they left.".to_owned(), 14..18);
    let document = Document::of(&sample.picture, &sample.citations);
    let trigger = document.citations[&event.to_string()].trigger.expect("it is marked");
    assert_eq!((trigger.start, trigger.end), (13, 17));
}
