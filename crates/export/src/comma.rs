//! CSV.

use std::io::Write;

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::{Cell, Error, Result, Table, Writer, safe};

/// Writes CSV after RFC 4180: UTF-8, a header row, lines that end in CR LF, quotes where they are needed. Text is made
/// [`safe`]; the texts of a list are joined by `; `; nothing is an empty cell.
pub struct Csv<'t, W: Write> {
    table: &'t Table,
    out: csv::Writer<W>,
    rows: u64,
}

impl<'t, W: Write> Csv<'t, W> {
    /// Writes the header.
    pub fn new(table: &'t Table, out: W) -> Result<Self> {
        let mut builder = WriterBuilder::new();
        builder.terminator(Terminator::CRLF).quote_style(QuoteStyle::Necessary);
        let mut out = builder.from_writer(out);
        out.write_record(table.columns.iter().map(|column| safe(column.name).into_owned()))
            .map_err(failed)?;
        Ok(Self { table, out, rows: 0 })
    }

    fn cell(&mut self, cell: &Cell) -> csv::Result<()> {
        match cell {
            Cell::Text(text) => self.out.write_field(safe(text).as_bytes()),
            Cell::Integer(number) => self.out.write_field(number.to_string()),
            Cell::Real(number) if number.is_finite() => self.out.write_field(number.to_string()),
            Cell::Nothing | Cell::Real(_) => self.out.write_field(""),
            Cell::Truth(truth) => self.out.write_field(truth.to_string()),
            Cell::Day(day) => self.out.write_field(day.to_string()),
            Cell::List(texts) => self.out.write_field(safe(&texts.join("; ")).as_bytes()),
        }
    }
}

impl<W: Write> Writer for Csv<'_, W> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        self.rows += 1;
        self.table.check(self.rows, cells)?;
        cells.iter().try_for_each(|cell| self.cell(cell)).map_err(failed)?;
        self.out.write_record(None::<&[u8]>).map_err(failed)
    }

    fn end(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}

/// Rows are checked before, so that only the way out can fail.
fn failed(error: csv::Error) -> Error {
    Error::Write(error.into())
}
