//! Every error as Python's own kind, with our code: the classes of `saydo.errors`.

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;

/// An error of the class `class`. Its message begins with a code that can be searched for, and a colon.
pub(crate) fn fail(py: Python<'_>, class: &str, message: impl Into<String>) -> PyErr {
    let made = || py.import("saydo.errors")?.getattr(class)?.call1((message.into(),));
    made().map_or_else(|error| error, PyErr::from_value)
}

/// A value of a kind that nothing can be made of.
pub(crate) fn bad_type(py: Python<'_>, what: &str, wanted: &str, found: &Bound<'_, PyAny>) -> PyErr {
    let found = found.get_type().name().map_or_else(|_| "something else".to_owned(), |name| name.to_string());
    fail(py, "InputTypeError", format!("bad-type: {what} is {found}; give {wanted}"))
}

/// A thread that ended without an answer.
pub(crate) fn lost() -> PyErr {
    PyRuntimeError::new_err("lost-thread: a thread that reads ended early; please report this with its input")
}
