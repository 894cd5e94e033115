//! JSON Lines.

use std::io::{BufWriter, Write};

use crate::{Cell, Result, Table, Writer};

/// Writes JSON Lines: each row an object with all columns in order, after RFC 8259, and a line feed. Nothing is `null`,
/// and so is a number that is not finite.
pub struct JsonLines<'t, W: Write> {
    table: &'t Table,
    out: BufWriter<W>,
    rows: u64,
}

impl<'t, W: Write> JsonLines<'t, W> {
    /// Writes nothing yet.
    pub fn new(table: &'t Table, out: W) -> Self {
        Self { table, out: BufWriter::new(out), rows: 0 }
    }
}

impl<W: Write> Writer for JsonLines<'_, W> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        self.rows += 1;
        self.table.check(self.rows, cells)?;
        let members = self.table.columns.iter().zip(cells).map(|(column, cell)| (column.name, cell));
        object(&mut self.out, members)?;
        Ok(self.out.write_all(b"\n")?)
    }

    fn end(&mut self) -> Result<()> {
        Ok(self.out.flush()?)
    }
}

/// Writes an object.
pub(crate) fn object<'c>(
    out: &mut impl Write,
    members: impl Iterator<Item = (&'c str, &'c Cell)>,
) -> std::io::Result<()> {
    out.write_all(b"{")?;
    for (n, (name, cell)) in members.enumerate() {
        if n > 0 {
            out.write_all(b",")?;
        }
        serde_json::to_writer(&mut *out, name)?;
        out.write_all(b":")?;
        value(out, cell)?;
    }
    out.write_all(b"}")
}

fn value(out: &mut impl Write, cell: &Cell) -> std::io::Result<()> {
    match cell {
        Cell::Nothing => out.write_all(b"null")?,
        Cell::Text(text) => serde_json::to_writer(out, text)?,
        Cell::Integer(number) => serde_json::to_writer(out, number)?,
        Cell::Real(number) => serde_json::to_writer(out, number)?,
        Cell::Truth(truth) => serde_json::to_writer(out, truth)?,
        Cell::Day(day) => write!(out, "\"{day}\"")?,
        Cell::List(texts) => serde_json::to_writer(out, texts)?,
    }
    Ok(())
}
