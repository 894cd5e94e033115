//! A table with a column of each kind, rows of it, and hostile texts.

#![allow(dead_code, reason = "not every test uses everything")]

use jiff::civil::date;
use saydo_export::{Cell, Column, Format, Kind, Notes, Row, Table, write};

/// A column of each kind.
pub(crate) fn table() -> Table {
    let column = |name, kind, about| Column { name, kind, about };
    Table {
        name: "events",
        about: "One row an event.",
        columns: vec![
            column("text", Kind::Text, "Anything"),
            column("count", Kind::Integer, "How many"),
            column("lat", Kind::Real, "Degrees north | south"),
            column("lon", Kind::Real, "Degrees east"),
            column("negated", Kind::Truth, "Whether it is not so"),
            column("day", Kind::Day, "The day in UTC"),
            column("actors", Kind::List, "Who acts"),
        ],
    }
}

/// A row with this text, as a cell and in a list.
pub(crate) fn row(text: &str) -> Row {
    vec![
        text.into(),
        Cell::Integer(-7),
        Cell::Real(50.45),
        Cell::Real(-30.5),
        true.into(),
        date(2022, 2, 15).into(),
        vec!["A".to_owned(), text.to_owned()].into(),
    ]
}

/// A row of nothing.
pub(crate) fn nothing() -> Row {
    vec![Cell::Nothing; table().columns.len()]
}

/// The bytes of a table of these rows.
pub(crate) fn written(format: Format, rows: &[Row]) -> Vec<u8> {
    let notes = Notes(vec![("as_of".to_owned(), "2022-02-16".to_owned())]);
    let mut out = Vec::new();
    write(format, &table(), &notes, rows.iter().cloned().map(Ok), &mut out).expect("memory takes everything");
    out
}

/// Texts that somebody may hide in a report.
pub(crate) fn hostile() -> Vec<String> {
    let mut texts: Vec<String> = [
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        "＝1",
        "＋1",
        "－1",
        "＠1",
        " =1",
        "\u{feff}=1",
        "a\0b",
        "\0",
        "\r",
        "\r\n",
        "\n",
        "a\rb",
        "\u{1b}[2J",
        "\u{202e}gnp.exe",
        "\u{2066}a\u{2069}",
        "\"",
        "\"\"",
        "'",
        "a\"b",
        ",",
        "; ",
        "a,b\r\nc,d",
        "\u{2028}",
        "<script>alert(1)</script>",
        "\\",
        "\\u0000",
        "",
        " ",
        "null",
        "😀",
    ]
    .into_iter()
    .map(str::to_owned)
    .collect();
    texts.push("x".repeat(1 << 20));
    texts.push("\"".repeat(1 << 20));
    texts
}
