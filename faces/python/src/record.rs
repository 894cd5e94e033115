//! One text and its record.

use pyo3::prelude::*;
use pyo3::types::PyString;
use saydo_record::Record as Inner;

use crate::error::fail;
use crate::reading::{Stop, Wish, read};
use crate::report::{About, of_text};

/// A record, kept as it was made.
#[pyclass(frozen, module = "saydo._saydo")]
pub(crate) struct Record {
    inner: Inner,
}

impl Record {
    pub(crate) fn of(inner: Inner) -> Self {
        Self { inner }
    }
}

#[pymethods]
impl Record {
    /// The record that a line of JSON holds.
    #[staticmethod]
    fn from_json(py: Python<'_>, line: &str) -> PyResult<Self> {
        let read = serde_json::from_str(line).map(Self::of);
        read.map_err(|error| fail(py, "InputError", format!("bad-json: this is no record ({error})")))
    }

    /// The record as one line of JSON, without its end.
    fn to_json<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyString>> {
        let line = py.detach(|| serde_json::to_string(&self.inner));
        let line = line.map_err(|error| fail(py, "InputError", format!("bad-record: {error}")))?;
        Ok(PyString::new(py, &line))
    }

    /// How many sentences, statements and events it has.
    fn counts(&self) -> (usize, usize, usize) {
        (self.inner.sentences.len(), self.inner.statements.len(), self.inner.events.len())
    }

    fn __eq__(&self, other: &Bound<'_, Self>) -> bool {
        self.inner == other.get().inner
    }
}

/// The record of a text.
#[pyfunction]
#[pyo3(signature = (text, *, published=None, title=None, url=None, publisher=None, id=None, explain=false, predicates=false))]
#[expect(clippy::too_many_arguments, clippy::similar_names, reason = "they are Python's keywords")]
pub(crate) fn code<'py>(
    text: &Bound<'py, PyAny>,
    published: Option<Bound<'py, PyAny>>,
    title: Option<Bound<'py, PyAny>>,
    url: Option<Bound<'py, PyAny>>,
    publisher: Option<Bound<'py, PyAny>>,
    id: Option<Bound<'py, PyAny>>,
    explain: bool,
    predicates: bool,
) -> PyResult<Record> {
    let (py, wish) = (text.py(), Wish { explain, predicates });
    let report = of_text(text, &About { id, title, url, publisher, published }, 1)?;
    read(py, report, wish, &Stop::default()).map(Record::of)
}
