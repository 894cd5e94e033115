//! What each format has, and what callers are told who bring wrong rows.

#![allow(clippy::unwrap_used, reason = "a test may fail there")]

mod common;

use std::io::{self, Write};

use common::{nothing, row, table, written};
use saydo_export::{Cell, Error, Format, Notes, Table, write};

#[test]
fn json_lines_have_every_column_in_order() {
    let text = String::from_utf8(written(Format::JsonLines, &[row("a"), nothing()])).unwrap();
    let expected = concat!(
        r#"{"text":"a","count":-7,"lat":50.45,"lon":-30.5,"negated":true,"day":"2022-02-15","actors":["A","a"]}"#,
        "\n",
        r#"{"text":null,"count":null,"lat":null,"lon":null,"negated":null,"day":null,"actors":null}"#,
        "\n",
    );
    assert_eq!(text, expected);
}

#[test]
fn geojson_has_points_and_properties() {
    let text = String::from_utf8(written(Format::GeoJson, &[row("a"), nothing()])).unwrap();
    let expected = concat!(
        r#"{"type":"FeatureCollection","about":{"as_of":"2022-02-16"},"features":["#,
        "\n",
        r#"{"type":"Feature","geometry":{"type":"Point","coordinates":[-30.5,50.45]},"#,
        r#""properties":{"text":"a","count":-7,"negated":true,"day":"2022-02-15","actors":["A","a"]}},"#,
        "\n",
        r#"{"type":"Feature","geometry":null,"#,
        r#""properties":{"text":null,"count":null,"negated":null,"day":null,"actors":null}}"#,
        "\n]}\n",
    );
    assert_eq!(text, expected);
}

#[test]
fn numbers_that_are_none_and_places_beyond_the_globe_are_nothing() {
    for (lat, lon) in [(f64::NAN, 0.0), (91.0, 0.0), (0.0, 181.0), (0.0, f64::INFINITY)] {
        let mut cells = row("a");
        (cells[2], cells[3]) = (Cell::Real(lat), Cell::Real(lon));
        let text = String::from_utf8(written(Format::GeoJson, &[cells.clone()])).unwrap();
        assert!(text.contains("\"geometry\":null"), "{text}");
        let json = String::from_utf8(written(Format::JsonLines, &[cells.clone()])).unwrap();
        assert!(serde_json::from_str::<serde_json::Value>(&json).is_ok());
        let csv = String::from_utf8(written(Format::Csv, &[cells])).unwrap();
        assert!(!csv.contains("NaN") && !csv.contains("inf"), "{csv}");
    }
}

#[test]
fn an_empty_table_is_a_whole_file() {
    assert_eq!(written(Format::Csv, &[]), b"text,count,lat,lon,negated,day,actors\r\n");
    assert_eq!(written(Format::JsonLines, &[]), b"");
    let geojson: serde_json::Value = serde_json::from_slice(&written(Format::GeoJson, &[])).unwrap();
    assert_eq!(geojson["features"].as_array().map(Vec::len), Some(0));
}

#[test]
fn wrong_rows_are_told_with_row_and_column() {
    for format in Format::ALL {
        let message =
            |cells| write(format, &table(), &Notes::default(), [Ok(row("a")), Ok(cells)], io::sink());
        let short = message(vec![Cell::Nothing]).unwrap_err().to_string();
        assert_eq!(short, "row 2 of `events` has 1 cells for 7 columns");
        let mut cells = row("a");
        cells[1] = "7".into();
        let other = message(cells).unwrap_err().to_string();
        assert_eq!(other, "row 2 of `events` has something in `count` that is no integer");
    }
}

#[test]
fn a_table_without_places_is_no_geojson() {
    let all = table();
    let plain = Table { columns: all.columns[..2].to_vec(), ..all };
    let result = write(Format::GeoJson, &plain, &Notes::default(), [], io::sink());
    assert!(matches!(result, Err(Error::NoPlace("events"))));
}

#[test]
fn whoever_brings_the_rows_may_fail() {
    for format in Format::ALL {
        let rows = [Ok(row("a")), Err("the ledger is gone".into())];
        let result = write(format, &table(), &Notes::default(), rows, io::sink());
        assert_eq!(result.unwrap_err().to_string(), "the rows end early: the ledger is gone");
    }
}

/// A way out that closes after so many bytes.
struct Closing(usize);

impl Write for Closing {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::BrokenPipe)?;
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_way_out_is_an_error() {
    for format in Format::ALL {
        for room in [0, 3, 1000] {
            let rows = (0..100_000).map(|n| Ok(row(&n.to_string())));
            let result = write(format, &table(), &Notes::default(), rows, Closing(room));
            assert!(matches!(result, Err(Error::Write(_) | Error::Parquet(_))), "{format:?}, {room}");
        }
    }
}

#[test]
fn the_document_names_every_column() {
    let docs = table().docs();
    assert_eq!(docs.lines().filter(|line| line.starts_with("| `")).count(), 7);
    assert!(docs.contains("| `lat` | number | Degrees north \\| south |"));
}

#[test]
fn formats_are_known_by_their_extensions() {
    assert!(Format::ALL.into_iter().all(|format| Format::of(format.extension()) == Some(format)));
    assert_eq!(Format::of("exe"), None);
}
