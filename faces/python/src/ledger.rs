//! A ledger, read: its reports, statements and events as rows, its reports as records, the picture of a watch.

mod event;
mod report;
mod rows;
mod statement;

use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use jiff::civil::Date;
use jiff::{Timestamp, tz::TimeZone};
use pyo3::prelude::*;
use saydo_bureau::Outlets;
use saydo_ledger::{Error, Ledger as Inner};
use saydo_picture::Picture;
use saydo_watch::Watch;

use crate::error::fail;
use crate::reading::{Stop, Wish};
use crate::record::Record;
pub(crate) use rows::Rows;

/// A ledger that is there.
#[pyclass(frozen, module = "saydo._saydo")]
pub(crate) struct Ledger {
    inner: Mutex<Inner>,
    outlets: Outlets,
}

/// Days of publication that count.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Span {
    since: Option<Date>,
    until: Option<Date>,
}

impl Span {
    fn of(py: Python<'_>, since: Option<&str>, until: Option<&str>) -> PyResult<Self> {
        let day = |what, day: Option<&str>| day.map(|day| parse(py, what, day)).transpose();
        Ok(Self { since: day("since", since)?, until: day("until", until)? })
    }

    /// Reports without a day count too, as everywhere.
    fn holds(self, day: Option<Date>) -> bool {
        day.is_none_or(|day| {
            self.since.is_none_or(|since| since <= day) && self.until.is_none_or(|until| day <= until)
        })
    }
}

fn parse(py: Python<'_>, what: &str, day: &str) -> PyResult<Date> {
    let bad =
        |_| fail(py, "InputError", format!("bad-day: {what}={day:?} is no day; write it as 2022-02-16"));
    day.parse().map_err(bad)
}

/// A fault of a ledger in Python's own kind.
pub(crate) fn told(py: Python<'_>, error: &Error) -> PyErr {
    let class = match error {
        Error::Missing { .. } => "LedgerNotFoundError",
        Error::NotALedger { .. } | Error::Corrupt { .. } | Error::Newer { .. } => "NotALedgerError",
        Error::ReadOnly { .. } => "LedgerPermissionError",
        Error::NoReport { .. } => "InputError",
        _ => "LedgerError",
    };
    fail(py, class, error.to_string())
}

impl Ledger {
    /// Asks the ledger something without holding the interpreter; one question at a time.
    pub(crate) fn ask<T: Send>(
        &self,
        py: Python<'_>,
        question: impl FnOnce(&Inner, &Outlets) -> Result<T, Error> + Send,
    ) -> PyResult<T> {
        let answer = py.detach(|| {
            let inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
            question(&inner, &self.outlets)
        });
        answer.map_err(|error| told(py, &error))
    }
}

#[pymethods]
impl Ledger {
    #[new]
    fn new(py: Python<'_>, path: PathBuf) -> PyResult<Self> {
        let opened = py.detach(|| Inner::open_existing(&path)).map_err(|error| told(py, &error))?;
        Ok(Self { inner: Mutex::new(opened), outlets: Outlets::shipped() })
    }

    /// Its reports, statements or events, as JSON in stretches.
    fn rows(
        slf: Py<Self>,
        py: Python<'_>,
        what: &str,
        since: Option<&str>,
        until: Option<&str>,
    ) -> PyResult<Rows> {
        let span = Span::of(py, since, until)?;
        Rows::of(py, slf, what, span)
    }

    /// The record of a report, made again of its text; none where there is no such report.
    fn record(&self, py: Python<'_>, number: u32) -> PyResult<Option<Record>> {
        let stored = self.ask(py, |ledger, _| ledger.report(number))?;
        let read = |stored: saydo_ledger::Stored| Wish::default().record(&stored.report, &Stop::default());
        Ok(py.detach(|| stored.map(read)).map(Record::of))
    }

    /// The picture of a watch, given as its text, in one of the forms that the program prints; of the newest report's day
    /// unless another one is asked for.
    fn picture(
        &self,
        py: Python<'_>,
        watch: &str,
        as_of: Option<&str>,
        since: Option<&str>,
        form: &str,
    ) -> PyResult<String> {
        let watch = read_watch(py, watch)?;
        let (as_of, since) = (self.day(py, as_of)?, since.map(|day| parse(py, "since", day)).transpose()?);
        if since.is_some_and(|since| since >= as_of) {
            return Err(fail(
                py,
                "InputError",
                format!("bad-day: since is not before the picture's day, {as_of}"),
            ));
        }
        let cited = |picture: &Picture| saydo_brief::cited(picture).into_iter().collect();
        let drawn = self
            .ask(py, |ledger, outlets| saydo_bureau::draw(ledger, &watch, outlets, (as_of, since), cited))?;
        Ok(py.detach(|| match form {
            "markdown" => saydo_brief::markdown(&drawn.picture, &drawn.citations),
            "html" => saydo_brief::html(&drawn.picture, &drawn.citations),
            "text" => saydo_brief::terminal(&drawn.picture, &drawn.citations, saydo_brief::Look::default()),
            _ => saydo_brief::json(&drawn.picture, &drawn.citations),
        }))
    }
}

impl Ledger {
    fn day(&self, py: Python<'_>, asked: Option<&str>) -> PyResult<Date> {
        if let Some(day) = asked {
            return parse(py, "as_of", day);
        }
        let today = Timestamp::now().to_zoned(TimeZone::UTC).date();
        let newest = self.ask(py, |ledger, _| ledger.newest(today))?;
        let none = "no-day: no report of this ledger has a day of publication; name a day with as_of";
        newest.ok_or_else(|| fail(py, "InputError", none))
    }
}

fn read_watch(py: Python<'_>, text: &str) -> PyResult<Watch> {
    Watch::parse_with(text, &saydo_picture::indicator_ids()).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(ToString::to_string).collect();
        fail(py, "WatchError", format!("bad-watch: {}", lines.join("; ")))
    })
}
