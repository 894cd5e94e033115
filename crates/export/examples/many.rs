//! How long a million rows take in each format, how large the files are, and that memory does not grow with them.
//!
//! `cargo run --release -p saydo-export --example many -- FOLDER [ROWS]` writes `many.csv` and so on into a folder.

#![allow(clippy::print_stdout, reason = "it tells figures")]

use std::error::Error;
use std::fs::File;
use std::io::BufWriter;
use std::path::PathBuf;
use std::time::Instant;

use jiff::civil::date;
use saydo_export::{Cell, Column, Format, Kind, Notes, Row, Table, Trouble, write};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("say which folder to write into")?);
    let rows: u32 = arguments.next().map_or(Ok(1_000_000), |n| n.parse())?;
    let table = table();
    let notes = Notes(vec![("as_of".to_owned(), "2024-12-31".to_owned())]);
    for format in Format::ALL {
        let path = folder.join("many").with_extension(format.extension());
        let out = BufWriter::new(File::create(&path)?);
        let start = Instant::now();
        write(format, &table, &notes, (0..rows).map(row), out)?;
        let (passed, size) = (start.elapsed().as_secs_f64(), path.metadata()?.len());
        println!("{:<8} {passed:.2} s, {:.1} MB, {}", format.extension(), size as f64 / 1e6, memory());
    }
    Ok(())
}

fn table() -> Table {
    let column = |name, kind, about| Column { name, kind, about };
    Table {
        name: "events",
        about: "One row an event.",
        columns: vec![
            column("id", Kind::Text, "Which one"),
            column("day", Kind::Day, "The day in UTC"),
            column("count", Kind::Integer, "How many"),
            column("lat", Kind::Real, "Degrees north"),
            column("lon", Kind::Real, "Degrees east"),
            column("negated", Kind::Truth, "Whether it is not so"),
            column("actors", Kind::List, "Who acts"),
            column("sentence", Kind::Text, "The words"),
        ],
    }
}

fn row(n: u32) -> Result<Row, Trouble> {
    let day = date(2022, 1, 1).checked_add(jiff::Span::new().days(i64::from(n % 1000)))?;
    let place = |of: u32| (!n.is_multiple_of(7)).then(|| f64::from(n * 31 % of) / 100.0);
    let actors: Vec<String> = (0..n % 4).map(|k| format!("AC{}", (n + k) % 90)).collect();
    let sentence = format!("=The spokesman said on day {n} that \"nothing, at all\" had moved.");
    Ok(vec![
        format!("r{n}.v1").into(),
        day.into(),
        Cell::from(i64::from(n) - 500),
        place(9000).into(),
        place(18_000).into(),
        n.is_multiple_of(12).into(),
        if n.is_multiple_of(5) { Cell::Nothing } else { actors.into() },
        sentence.into(),
    ])
}

/// The most memory that was ever taken, where the system tells.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    status.lines().find(|line| line.starts_with("VmHWM")).unwrap_or("VmHWM unknown").to_owned()
}
