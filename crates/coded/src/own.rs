//! Our own columns for events of any system: as CSV, JSON Lines, GeoJSON and Parquet.

mod columns;
mod decode;

use std::io::Write;
use std::sync::LazyLock;

use saydo_export::{Format, Notes, Row, Table};

use crate::cell::{Cell, Cells};
use crate::day::Style;
use crate::sheet::{Key, Sheet, all};
use crate::write::Gate;
use crate::{Coded, Form, Options, Result, Summary, System, Writer, Wrote};

pub use columns::row;
use columns::{COLUMNS, NAMES};

/// The table of events with our own columns.
///
/// ```
/// assert!(saydo_coded::table().at("standing").is_some());
/// ```
pub fn table() -> &'static Table {
    static TABLE: LazyLock<Table> = LazyLock::new(|| Table {
        name: "events",
        about: "One row an event, as some system coded it.",
        columns: COLUMNS.to_vec(),
    });
    &TABLE
}

pub(crate) static SHEET: Sheet = Sheet {
    form: Form::Csv,
    system: System::Saydo,
    columns: &NAMES,
    named: true,
    layout: |_| None,
    needed: &[0, 1, 2],
    aliases: &[],
    nothing: &[],
    styles: &[Style::Iso],
    key: Key::Row,
    decode: decode::event,
    encode,
    columns_of: all,
};

/// Every column is a field, so that only columns of others are left over.
fn encode<'c>(_: &'c Coded, cells: &mut Cells<'c>) {
    cells.0.fill(Cell::Taken);
}

/// Writes our own columns.
pub(crate) struct TableWriter<'w> {
    out: Box<dyn saydo_export::Writer + 'w>,
    gate: Gate,
}

impl<'w> TableWriter<'w> {
    pub(crate) fn new(
        form: Form,
        format: Format,
        out: impl Write + Send + 'w,
        options: &Options,
    ) -> Result<Self> {
        Ok(Self { out: format.writer(table(), &Notes::default(), out)?, gate: Gate::new(form, options) })
    }
}

impl Writer for TableWriter<'_> {
    fn event(&mut self, event: &Coded) -> Result<Wrote> {
        let (event, wrote) = self.gate.pass(event);
        if let Some(event) = event {
            let cells: Row = row(&event);
            self.out.row(&cells)?;
        }
        Ok(wrote)
    }

    fn end(&mut self) -> Result<Summary> {
        self.out.end()?;
        Ok(self.gate.summary())
    }
}
