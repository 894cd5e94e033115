//! Parquet is read back by its own library: kinds, values, nothing, lists, notes, and row groups of bounded size.

#![allow(clippy::unwrap_used, reason = "a test may fail there")]

mod common;

use bytes::Bytes;
use common::{hostile, nothing, row, table, written};
use parquet::file::metadata::RowGroupMetaData;
use parquet::file::reader::{FileReader, SerializedFileReader};
use parquet::record::{Field, Row as Read};
use proptest::prelude::*;
use saydo_export::{Cell, Format, Row};

fn reader(rows: &[Row]) -> SerializedFileReader<Bytes> {
    SerializedFileReader::new(Bytes::from(written(Format::Parquet, rows))).unwrap()
}

fn read(rows: &[Row]) -> Vec<Read> {
    reader(rows).get_row_iter(None).unwrap().map(Result::unwrap).collect()
}

fn field(row: &Read, name: &str) -> Field {
    row.get_column_iter().find(|(column, _)| *column == name).map(|(_, field)| field.clone()).unwrap()
}

fn texts(field: &Field) -> Vec<String> {
    let Field::ListInternal(list) = field else { panic!("no list: {field:?}") };
    list.elements()
        .iter()
        .map(|one| if let Field::Str(text) = one { text.clone() } else { panic!("{one:?}") })
        .collect()
}

#[test]
fn every_kind_comes_back() {
    let rows = read(&[row("a"), nothing(), row("b")]);
    assert_eq!(rows.len(), 3);
    assert_eq!(field(&rows[0], "text"), Field::Str("a".to_owned()));
    assert_eq!(field(&rows[0], "count"), Field::Long(-7));
    assert_eq!(field(&rows[0], "lon"), Field::Double(-30.5));
    assert_eq!(field(&rows[0], "negated"), Field::Bool(true));
    assert_eq!(field(&rows[0], "day"), Field::Date(19_038));
    assert_eq!(texts(&field(&rows[2], "actors")), ["A", "b"]);
    let names = table().columns;
    assert!(names.iter().all(|column| field(&rows[1], column.name) == Field::Null));
}

#[test]
fn an_empty_list_is_not_nothing() {
    let with = |texts: &[&str]| {
        let mut cells = nothing();
        cells[6] = Cell::List(texts.iter().map(|&text| text.to_owned()).collect());
        cells
    };
    let rows = read(&[with(&[]), with(&["a", "", "b"]), nothing(), with(&["c"])]);
    let lists: Vec<Field> = rows.iter().map(|row| field(row, "actors")).collect();
    assert_eq!(
        (texts(&lists[0]), texts(&lists[1]).len(), texts(&lists[3])),
        (vec![], 3, vec!["c".to_owned()])
    );
    assert_eq!(lists[2], Field::Null);
}

#[test]
fn hostile_text_comes_back_as_it_was() {
    let hostile = hostile();
    let rows: Vec<Row> = hostile.iter().map(|text| row(text)).collect();
    for (row, text) in read(&rows).iter().zip(&hostile) {
        assert!(field(row, "text") == Field::Str(text.clone()) && texts(&field(row, "actors"))[1] == *text);
    }
}

#[test]
fn notes_and_documents_stand_in_the_file() {
    let reader = reader(&[]);
    let metadata = reader.metadata().file_metadata().clone();
    let notes = metadata.key_value_metadata().unwrap();
    let note = |name: &str| notes.iter().find(|note| note.key == name).and_then(|note| note.value.clone());
    assert_eq!((note("as_of"), note("docs")), (Some("2022-02-16".to_owned()), Some(table().docs())));
    assert_eq!((metadata.num_rows(), metadata.schema().name()), (0, "events"));
}

#[test]
fn row_groups_are_bounded_in_rows_and_in_bytes() {
    let many = reader(&vec![nothing(); 150_000]);
    let sizes: Vec<i64> = many.metadata().row_groups().iter().map(RowGroupMetaData::num_rows).collect();
    assert_eq!(sizes, [65_536, 65_536, 18_928]);
    let long = "x".repeat(1 << 20);
    let wide = reader(&vec![row(&long); 40]);
    let sizes: Vec<i64> = wide.metadata().row_groups().iter().map(RowGroupMetaData::num_rows).collect();
    assert_eq!((sizes.iter().sum::<i64>(), sizes.iter().max()), (40, Some(&8)));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_rows_come_back(rows in prop::collection::vec(
        (any::<Option<String>>(), any::<Option<i64>>(), any::<Option<Vec<String>>>()),
        0..20,
    )) {
        let made: Vec<Row> = rows.iter().cloned().map(|(text, number, list)| {
            let mut cells = nothing();
            (cells[0], cells[1], cells[6]) = (text.into(), number.into(), list.into());
            cells
        }).collect();
        let back = read(&made);
        prop_assert_eq!(back.len(), rows.len());
        for (back, (text, number, list)) in back.iter().zip(rows) {
            prop_assert_eq!(field(back, "text"), text.map_or(Field::Null, Field::Str));
            prop_assert_eq!(field(back, "count"), number.map_or(Field::Null, Field::Long));
            match list {
                None => prop_assert_eq!(field(back, "actors"), Field::Null),
                Some(list) => prop_assert_eq!(texts(&field(back, "actors")), list),
            }
        }
    }
}
