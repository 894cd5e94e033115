//! A file that is being written, from items at hand or from items that come stretch by stretch.

use std::io::Write;

use jiff::civil::Date;
use saydo_export::{Format, Notes, Row, Trouble};
use saydo_tally::Cursor;

use super::View;
use super::field::{Field, row, table};
use crate::api::answer::Rest;
use crate::api::events::Stretch;
use crate::guard::Problem;

/// A file that is being written.
pub(super) struct File {
    view: View,
    format: Format,
    notes: Notes,
}

impl File {
    pub(super) fn of(view: View, format: Format, as_of: Date, rest: &Rest) -> Self {
        let version = concat!("saydo ", env!("CARGO_PKG_VERSION"));
        let notes = [
            ("as_of", as_of.to_string()),
            ("generation", rest.generation.clone()),
            ("made_by", version.to_owned()),
        ];
        let notes = Notes(notes.into_iter().map(|(name, value)| (name.to_owned(), value)).collect());
        Self { view, format, notes }
    }

    /// Writes items that are at hand.
    pub(super) fn list<T>(
        &self,
        fields: &[Field<T>],
        items: &[T],
        out: &mut (dyn Write + Send),
    ) -> Result<(), Problem> {
        self.rows(fields, items.iter().map(|item| Ok(row(fields, item))), out)
    }

    /// Writes items that come stretch by stretch.
    pub(super) fn stretches<T>(
        &self,
        fields: &[Field<T>],
        mut next: impl FnMut(Option<Cursor>) -> Result<Stretch<T>, Problem>,
        out: &mut (dyn Write + Send),
    ) -> Result<(), Problem> {
        let mut after = Some(None);
        let stretches = std::iter::from_fn(|| {
            let stretch = next(after.take()?);
            after = stretch.as_ref().ok().and_then(|stretch| stretch.next).map(Some);
            Some(stretch)
        });
        self.parts(fields, stretches.map(|stretch| Ok(stretch?.items)), out)
    }

    /// Writes items that come in parts.
    pub(super) fn parts<T>(
        &self,
        fields: &[Field<T>],
        parts: impl Iterator<Item = Result<Vec<T>, Problem>>,
        out: &mut (dyn Write + Send),
    ) -> Result<(), Problem> {
        let rows = parts.flat_map(|part| match part {
            Ok(items) => items.iter().map(|item| Ok(row(fields, item))).collect::<Vec<_>>(),
            Err(problem) => vec![Err(format!("{problem:?}").into())],
        });
        self.rows(fields, rows, out)
    }

    fn rows<T>(
        &self,
        fields: &[Field<T>],
        rows: impl Iterator<Item = Result<Row, Trouble>>,
        out: &mut (dyn Write + Send),
    ) -> Result<(), Problem> {
        let (name, about) = self.view.parts();
        let written = saydo_export::write(self.format, &table(name, about, fields), &self.notes, rows, out);
        written.map_err(|error| Problem::internal(error.to_string()))
    }
}
