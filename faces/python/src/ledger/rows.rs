//! The rows of a ledger: a stretch at a time as JSON, or all of them as Arrow.

use std::collections::HashMap;
use std::sync::{Mutex, PoisonError};

use pyo3::prelude::*;
use saydo_arrow::{RecordBatch, Row, batch, schema};
use saydo_facts::{EventId, Facts};
use saydo_ledger::{Error, Ledger as Inner, Query, StatementId};
use serde::Serialize;

use super::{Ledger, Span, event, report, statement};
use crate::batches::Batches;
use crate::error::fail;

/// Rows that are fetched at once.
const STRETCH: usize = 512;

/// Which rows.
enum Ids {
    Reports(Vec<u32>),
    Statements(Vec<StatementId>),
    /// The events by their places among the facts.
    Events(Box<Facts>, Vec<EventId>),
}

/// The rows of a ledger, in the order of its reports.
#[pyclass(frozen, module = "saydo._saydo")]
pub(crate) struct Rows {
    ledger: Py<Ledger>,
    ids: Ids,
    next: Mutex<usize>,
}

impl Rows {
    pub(super) fn of(py: Python<'_>, ledger: Py<Ledger>, what: &str, span: Span) -> PyResult<Self> {
        let ids = match what {
            "reports" => ledger.get().ask(py, |inner, _| Ok(Ids::Reports(reports(inner, span)?)))?,
            "statements" => ledger.get().ask(py, |inner, _| Ok(Ids::Statements(statements(inner, span)?)))?,
            "events" => ledger.get().ask(py, |inner, outlets| {
                let query = Query { since: span.since, ..Query::default() };
                let facts = inner.facts(&query, &|publisher, copied| outlets.family(publisher, copied))?;
                let ids =
                    facts.events().filter(|event| span.holds(Some(event.published))).map(|event| event.id);
                let ids = ids.collect();
                Ok(Ids::Events(Box::new(facts), ids))
            })?,
            _ => return Err(fail(py, "InputError", format!("no-rows: a ledger has no {what:?}"))),
        };
        Ok(Self { ledger, ids, next: Mutex::new(0) })
    }

    fn len(&self) -> usize {
        match &self.ids {
            Ids::Reports(ids) => ids.len(),
            Ids::Statements(ids) => ids.len(),
            Ids::Events(_, ids) => ids.len(),
        }
    }

    /// What `use` makes of the rows from here on.
    fn stretch<U: Use>(&self, py: Python<'_>, at: usize, made: &U) -> PyResult<U::Made> {
        let here = at..(at + STRETCH).min(self.len());
        self.ledger.get().ask(py, |inner, outlets| {
            let families = |publisher: Option<&str>, copied: Option<&str>| outlets.family(publisher, copied);
            Ok(match &self.ids {
                Ids::Reports(ids) => made.of(&report::rows(inner.listed(&ids[here], &families)?)),
                Ids::Statements(ids) => {
                    made.of(&statement::rows(inner.statements(&ids[here], &families, None)?))
                }
                Ids::Events(facts, ids) => {
                    let citations = inner.cite(&ids[here.clone()], &families)?;
                    let cited: HashMap<_, _> =
                        citations.into_iter().map(|cited| (cited.event, cited)).collect();
                    made.of(&event::rows(facts, &ids[here], &cited))
                }
            })
        })
    }
}

/// What rows become.
trait Use: Sync {
    type Made: Send;

    fn of<R: Row + Serialize>(&self, rows: &[R]) -> Self::Made;
}

/// A list in JSON.
struct Json;

impl Use for Json {
    type Made = serde_json::Result<String>;

    fn of<R: Row + Serialize>(&self, rows: &[R]) -> Self::Made {
        serde_json::to_string(rows)
    }
}

/// A batch of Arrow.
struct Arrow;

impl Use for Arrow {
    type Made = Result<RecordBatch, saydo_arrow::Error>;

    fn of<R: Row + Serialize>(&self, rows: &[R]) -> Self::Made {
        batch(rows)
    }
}

#[pymethods]
impl Rows {
    fn __len__(&self) -> usize {
        self.len()
    }

    /// The next stretch as a list in JSON; none at the end.
    fn next(&self, py: Python<'_>) -> PyResult<Option<String>> {
        let at = {
            let mut next = self.next.lock().unwrap_or_else(PoisonError::into_inner);
            let at = *next;
            *next = (at + STRETCH).min(self.len());
            at
        };
        if at >= self.len() {
            return Ok(None);
        }
        py.check_signals()?;
        let json = self.stretch(py, at, &Json)?;
        json.map(Some).map_err(|error| fail(py, "LedgerError", format!("bad-row: {error}")))
    }

    /// All rows as Arrow.
    fn batches(&self, py: Python<'_>) -> PyResult<Batches> {
        let mut batches = Vec::new();
        for at in (0..self.len()).step_by(STRETCH) {
            py.check_signals()?;
            let made = self.stretch(py, at, &Arrow)?;
            batches.push(made.map_err(|error| fail(py, "LedgerError", error.to_string()))?);
        }
        let schema = match &self.ids {
            Ids::Reports(_) => schema::<report::Report>(),
            Ids::Statements(_) => schema::<statement::Statement>(),
            Ids::Events(..) => schema::<event::Event>(),
        };
        Ok(Batches::of(schema, batches))
    }
}

/// The valid reports of a span.
fn reports(ledger: &Inner, span: Span) -> Result<Vec<u32>, Error> {
    let rows = ledger.rows()?.rows.into_iter();
    Ok(rows.filter(|row| row.superseded.is_none() && span.holds(row.day)).map(|row| row.number).collect())
}

/// The statements of the valid reports of a span.
fn statements(ledger: &Inner, span: Span) -> Result<Vec<StatementId>, Error> {
    let valid = reports(ledger, span)?;
    let spoken = ledger.spoken(0)?.rows.into_iter().map(|spoken| spoken.id);
    Ok(spoken.filter(|id| valid.binary_search(&id.report).is_ok()).collect())
}
