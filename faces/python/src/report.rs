//! From Python's values to reports.

use pyo3::prelude::*;
use pyo3::types::{PyBytes, PyDict, PyFloat, PyInt, PyString};
use saydo_engine::read;
use saydo_text::{Problem, ProblemKind, Report};

use crate::error::{bad_type, fail};

/// Texts of more bytes are refused, as lines of JSONL are.
const LIMIT: usize = 256 << 20;

/// What is known about a text beside itself.
#[derive(Default)]
pub(crate) struct About<'py> {
    pub(crate) id: Option<Bound<'py, PyAny>>,
    pub(crate) title: Option<Bound<'py, PyAny>>,
    pub(crate) url: Option<Bound<'py, PyAny>>,
    pub(crate) publisher: Option<Bound<'py, PyAny>>,
    pub(crate) published: Option<Bound<'py, PyAny>>,
}

/// The report of a text and what is known about it, as a line of JSONL with the same keys would give it; `nth` counts from
/// 1 and names a report without an id.
pub(crate) fn of_text(text: &Bound<'_, PyAny>, about: &About<'_>, nth: u64) -> PyResult<Report> {
    let py = text.py();
    let (text, problems) = decoded(text)?;
    if text.len() > LIMIT {
        let message = format!("too-long: the text has {} bytes; give at most {LIMIT} at once", text.len());
        return Err(fail(py, "InputError", message));
    }
    report(py, (text, problems), about, nth)
}

/// The same of one among many, which does not end the work on the others: a text that is too long is left out, and a
/// problem of the report says so.
fn of_one_of_many(text: &Bound<'_, PyAny>, about: &About<'_>, nth: u64) -> PyResult<Report> {
    let py = text.py();
    let (mut text, mut problems) = decoded(text)?;
    if text.len() > LIMIT {
        let detail = format!("The text has {} bytes and was left out: at most {LIMIT} are read.", text.len());
        problems.push(Problem::new(ProblemKind::BadRecord, detail));
        text = String::new();
    }
    report(py, (text, problems), about, nth)
}

/// A report of what was given.
fn report(
    py: Python<'_>,
    (text, problems): (String, Vec<Problem>),
    about: &About<'_>,
    nth: u64,
) -> PyResult<Report> {
    let id = word("id", about.id.as_ref())?;
    let title = word("title", about.title.as_ref())?;
    let report = Report {
        id: id.unwrap_or_else(|| format!("line-{nth}")),
        url: word("url", about.url.as_ref())?,
        publisher: word("publisher", about.publisher.as_ref())?,
        published: date(about.published.as_ref())?,
        problems,
        ..Report::default()
    };
    let zones = py.detach(|| read::zones(&text, title.as_deref()));
    Ok(py.detach(|| read::finish(Report { title, text, ..report }, zones)))
}

/// The report of a text, or of a dictionary with the keys of JSONL; `None` is a report without text.
pub(crate) fn of_item(item: &Bound<'_, PyAny>, nth: u64) -> PyResult<Report> {
    let py = item.py();
    let Ok(dict) = item.cast::<PyDict>() else {
        let empty = PyString::new(py, "");
        let text = if is_missing(item) { empty.as_any() } else { item };
        return of_one_of_many(text, &About::default(), nth);
    };
    let about = About {
        id: dict.get_item("id")?,
        title: dict.get_item("title")?,
        url: dict.get_item("url")?,
        publisher: dict.get_item("publisher")?,
        published: dict.get_item("published")?,
    };
    let Some(text) = dict.get_item("text")? else {
        let message = format!("bad-record: item {nth} has no key \"text\"; give the report's text under it");
        return Err(fail(py, "InputError", message));
    };
    let text = if is_missing(&text) { PyString::new(py, "").into_any() } else { text };
    of_one_of_many(&text, &about, nth)
}

/// The text, and what was wrong with it.
fn decoded(text: &Bound<'_, PyAny>) -> PyResult<(String, Vec<Problem>)> {
    if let Ok(text) = text.cast::<PyString>() {
        return string(text);
    }
    if let Ok(bytes) = text.cast::<PyBytes>() {
        let read = read::decode(bytes.as_bytes());
        return Ok((read.text.clone(), read.problems));
    }
    Err(bad_type(text.py(), "the text", "a str, or bytes in any encoding", text))
}

/// A string of Python, which may hold halves of surrogate pairs that no text can have: each becomes U+FFFD, so that
/// offsets stay what they are in Python.
fn string(text: &Bound<'_, PyString>) -> PyResult<(String, Vec<Problem>)> {
    if let Ok(text) = text.to_str() {
        return Ok((text.to_owned(), Vec::new()));
    }
    let bytes = text.call_method1("encode", ("utf-32-le", "surrogatepass"))?;
    let bytes = bytes.cast_into::<PyBytes>()?;
    let points =
        bytes.as_bytes().as_chunks::<4>().0.iter().map(|&point| char::from_u32(u32::from_le_bytes(point)));
    let mut lost = 0_usize;
    let text = points
        .map(|point| {
            point.unwrap_or_else(|| {
                lost += 1;
                char::REPLACEMENT_CHARACTER
            })
        })
        .collect();
    let detail = format!("{lost} lone surrogates in the text are no characters and were replaced by U+FFFD.");
    Ok((text, vec![Problem::new(ProblemKind::Encoding, detail)]))
}

/// `None`, and the NaN that tables have where a text is missing.
fn is_missing(value: &Bound<'_, PyAny>) -> bool {
    value.is_none() || value.cast::<PyFloat>().is_ok_and(|number| number.value().is_nan())
}

/// A word or a whole number; a blank one counts as not given.
fn word(what: &str, value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<String>> {
    let Some(value) = value.filter(|value| !is_missing(value)) else { return Ok(None) };
    let word = if let Ok(word) = value.cast::<PyString>() {
        string(word)?.0
    } else if value.is_instance_of::<PyInt>() {
        value.str()?.to_string()
    } else {
        return Err(bad_type(value.py(), what, "a str", value));
    };
    Ok(Some(word).filter(|word| !word.trim().is_empty()))
}

/// A time of publication: words as they are, or anything with `isoformat`, as dates have it.
fn date(value: Option<&Bound<'_, PyAny>>) -> PyResult<Option<String>> {
    let Some(given) = value.filter(|value| !is_missing(value)) else { return Ok(None) };
    if given.hasattr("isoformat")? {
        // Pandas' missing time has no time to tell.
        let iso = given.call_method0("isoformat")?;
        return Ok(word("published", Some(&iso))?.filter(|iso| iso != "NaT"));
    }
    if given.is_instance_of::<PyString>() || given.is_instance_of::<PyInt>() {
        return word("published", value);
    }
    Err(bad_type(given.py(), "published", "a str, a date or a datetime", given))
}
