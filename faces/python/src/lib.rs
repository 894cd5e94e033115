//! The inside of the Python package `saydo`: texts are read here without holding the interpreter, and results go out as
//! JSON and as Arrow. What people call lies in `python/saydo`, which gives it names, types and documentation.
//!
//! - `report`: from Python's values to reports; `reading`: reports to records, on which threads, and how that is broken off
//! - `record`, `many`: one text, many texts; `batches`: Arrow; `ledger`: what is kept
//! - `error`: every error as Python's own kind

mod batches;
mod error;
mod ledger;
mod many;
mod reading;
mod record;
mod report;

// Reading makes many small things on all cores; the program uses the same allocator.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// What `python/saydo` is made of.
#[pyo3::pymodule]
mod _saydo {
    #[pymodule_export]
    use crate::batches::{Batches, code_arrow, schema};
    #[pymodule_export]
    use crate::ledger::{Ledger, Rows};
    #[pymodule_export]
    use crate::many::Many;
    #[pymodule_export]
    use crate::record::{Record, code};
}
