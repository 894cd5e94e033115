//! The nested form loses nothing, and the flat one has a row for each event.

#![allow(clippy::unwrap_used, reason = "tests")]

use arrow_array::cast::AsArray;
use arrow_array::types::{Date32Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use proptest::prelude::*;
use saydo_arrow::{Error, Shape, records};
use saydo_engine::{Engine, read};
use saydo_record::{Count, Event, Mention, Participant, Predicate, Problem, Record, Triple, Words};

fn report(id: &str, text: &str) -> Record {
    let report = read::plain(id, text.as_bytes());
    let reading = Engine::shipped().read(&report);
    Record::of(&report, &reading).explained(&reading).with_predicates(&report, &reading)
}

fn several() -> Vec<Record> {
    vec![
        report("a", "Moscow said on Tuesday that at least 1,500 troops had left Belarus. Kyiv denied it."),
        report("b", ""),
        report(
            "c",
            "Rebels shelled a school near Zürich \u{1f600} on 31 February. \u{201c}We saw it,\u{201d} Ms Ode said.",
        ),
    ]
}

#[test]
fn records_come_back_as_they_were() {
    let records = several();
    let batch = Shape::Nested.batch(&records).unwrap();
    assert_eq!(saydo_arrow::records(&batch).unwrap(), records);
    assert_eq!(saydo_arrow::records(&batch.slice(1, 2)).unwrap(), records[1..]);
    assert_eq!(saydo_arrow::records(&Shape::Nested.batch([]).unwrap()).unwrap(), []);
}

/// Says of each field that must be there whether it is, in all structures and lists.
fn check(field: &arrow_schema::Field, column: &dyn Array) {
    assert!(field.is_nullable() || column.null_count() == 0, "{} is absent", field.name());
    match field.data_type() {
        arrow_schema::DataType::Struct(fields) => {
            let columns = column.as_struct().columns();
            fields.iter().zip(columns).for_each(|(field, column)| check(field, column));
        }
        arrow_schema::DataType::List(item) => check(item, column.as_list::<i32>().values()),
        _ => {}
    }
}

#[test]
fn what_says_that_it_is_always_there_is() {
    let batch = Shape::Nested.batch(&several()).unwrap();
    let schema = batch.schema();
    for (field, column) in schema.fields().iter().zip(batch.columns()) {
        check(field, column);
    }
}

/// A text, empty or not, in ASCII or not.
fn word() -> impl Strategy<Value = String> {
    prop::sample::select(vec!["", "a", "\0", "Zürich", "\u{1f600}\u{10ffff}"]).prop_map(str::to_owned)
}

fn maybe<T: std::fmt::Debug + Clone>(of: impl Strategy<Value = T>) -> impl Strategy<Value = Option<T>> {
    prop::option::of(of)
}

prop_compose! {
    /// An event with any of its optional fields there or not.
    fn event()(
        plover in maybe(word()), contexts in prop::collection::vec(word(), 0..3), quad in maybe(0_u8..=127),
        goldstein in maybe(-10.0_f32..10.0), hedged in any::<bool>(), lemma in word(), confidence in 0.0_f32..1.0,
        count in maybe((maybe(0..=i64::MAX as u64), maybe(0_u64..9))), code in maybe(word()),
        petrarch in maybe(prop::collection::vec(word(), 0..3)), because in maybe(word()), start in 0_usize..1 << 40,
    ) -> Event {
        Event {
            plover, contexts, quad, goldstein, hedged, lemma, confidence, because,
            trigger: Words { start, end: start + 1, text: String::new() },
            count: count.map(|(low, high)| Count { low, high }),
            actors: vec![Participant { code, ..Participant::default() }],
            petrarch: petrarch.map(|all| all.into_iter().map(|code| Triple { code, ..Triple::default() }).collect()),
            ..Event::default()
        }
    }
}

prop_compose! {
    fn record()(
        text in word(), events in prop::collection::vec(event(), 0..4), title in maybe(word()),
        predicates in maybe(prop::collection::vec(maybe(-3.0_f32..3.0), 0..3)), start in maybe(0_usize..9),
        mentions in prop::collection::vec(maybe(word()), 0..3),
    ) -> Record {
        let mut record = Record { text, events, ..Record::default() };
        record.report.title = title;
        record.predicates = predicates.map(|all| {
            all.into_iter().map(|factuality| Predicate { factuality, ..Predicate::default() }).collect()
        });
        record.mentions = mentions.into_iter().map(|entity| Mention { entity, ..Mention::default() }).collect();
        record.problems = vec![Problem { start, ..Problem::default() }];
        record
    }
}

proptest! {
    #[test]
    fn any_records_come_back_as_they_were(all in prop::collection::vec(record(), 0..4)) {
        let batch = Shape::Nested.batch(&all).unwrap();
        prop_assert_eq!(records(&batch).unwrap(), all);
    }
}

#[test]
fn what_is_no_nested_batch_is_named() {
    let flat = Shape::Flat.batch(&several()).unwrap();
    assert_eq!(records(&flat), Err(Error::Missing { column: "schema".to_owned() }));

    let batch = Shape::Nested.batch(&several()).unwrap();
    let names = batch.schema().fields().iter().map(|field| field.name().clone()).collect::<Vec<_>>();
    let swapped = names.iter().map(|name| {
        let from = if name == "text" { "report" } else { name };
        (name, batch.column_by_name(from).unwrap().clone())
    });
    let error = records(&RecordBatch::try_from_iter(swapped).unwrap()).unwrap_err();
    assert!(error.to_string().starts_with("wrong-column: column text is Struct("), "{error}");
}

#[test]
fn a_flat_row_is_an_event() {
    let all = several();
    let batch = Shape::Flat.batch(&all).unwrap();
    let text =
        |column: &str, row| batch.column_by_name(column).unwrap().as_string::<i32>().value(row).to_owned();
    let (a, c) = (all[0].events.len(), all[2].events.len());
    assert_eq!(batch.num_rows(), a + 1 + c);
    assert_eq!([text("report", 0), text("actor", 0), text("speaker", 0)], ["a", "MIL", "RUSGOV"]);
    assert_eq!([text("report", a + 1), text("trigger", a + 1)], ["c", "shelled"]);
    assert!(text("sentence", a + 1).starts_with("Rebels shelled"));
    let number = batch.column_by_name("trigger_start").unwrap().as_primitive::<Int64Type>();
    assert_eq!(number.value(a + 1), 7);
    assert!(number.is_null(a), "a report without events but with problems has a row without an event");
    let problems = batch.column_by_name("problems").unwrap().as_list::<i32>().value(a);
    assert_eq!(problems.as_string::<i32>().value(0), "empty: The report holds no text.");
}

#[test]
fn the_day_is_the_last_of_the_text_else_that_of_publication() {
    let mut record = report("a", "Troops left Kyiv. Rebels shelled it in March 2022.");
    record.report.published = Some("2022-04-01T23:30:00-02:00".to_owned());
    let batch = Shape::Flat.batch([&record]).unwrap();
    let days = batch.column_by_name("day").unwrap().as_primitive::<Date32Type>();
    let day = |row| days.value_as_date(row).unwrap().to_string();
    let told: Vec<(String, String)> =
        record.events.iter().enumerate().map(|(row, event)| (event.trigger.text.clone(), day(row))).collect();
    let wanted = |trigger: &str| told.iter().find(|(text, _)| text == trigger).unwrap().1.clone();
    assert_eq!((wanted("left").as_str(), wanted("shelled").as_str()), ("2022-04-02", "2022-03-31"));
}
