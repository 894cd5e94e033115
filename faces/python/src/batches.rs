//! Records as Arrow, handed over through the `PyCapsule` interface without a copy.

use std::sync::Arc;

use arrow_array::ffi_stream::FFI_ArrowArrayStream;
use arrow_array::{RecordBatch, RecordBatchIterator};
use arrow_schema::SchemaRef;
use arrow_schema::ffi::FFI_ArrowSchema;
use pyo3::prelude::*;
use pyo3::types::PyCapsule;
use saydo_arrow::Shape;
use saydo_record::Record;

use crate::error::fail;
use crate::many::Desk;
use crate::reading::Wish;

/// Bytes of text, and records, of one batch.
const BYTES: usize = 4 << 20;
const RECORDS: usize = 1 << 13;

/// Batches of rows, of one schema.
#[pyclass(frozen, module = "saydo._saydo")]
pub(crate) struct Batches {
    schema: SchemaRef,
    batches: Vec<RecordBatch>,
}

impl Batches {
    pub(crate) fn of(schema: SchemaRef, batches: Vec<RecordBatch>) -> Self {
        Self { schema, batches }
    }
}

#[pymethods]
impl Batches {
    #[getter]
    fn num_rows(&self) -> usize {
        self.batches.iter().map(RecordBatch::num_rows).sum()
    }

    /// The rows as a stream of batches; what is asked for as schema is the consumer's to cast.
    #[pyo3(signature = (requested_schema=None))]
    fn __arrow_c_stream__<'py>(
        &self,
        py: Python<'py>,
        requested_schema: Option<Bound<'py, PyAny>>,
    ) -> PyResult<Bound<'py, PyCapsule>> {
        drop(requested_schema);
        let batches = self.batches.clone().into_iter().map(Ok);
        let reader = RecordBatchIterator::new(batches, Arc::clone(&self.schema));
        let stream = FFI_ArrowArrayStream::new(Box::new(reader));
        PyCapsule::new_with_value(py, stream, c"arrow_array_stream")
    }

    /// The schema of the rows.
    fn __arrow_c_schema__<'py>(&self, py: Python<'py>) -> PyResult<Bound<'py, PyCapsule>> {
        let schema = FFI_ArrowSchema::try_from(self.schema.as_ref());
        let schema = schema.map_err(|error| fail(py, "InputError", format!("no-schema: {error}")))?;
        PyCapsule::new_with_value(py, schema, c"arrow_schema")
    }
}

/// The records of many texts as rows.
#[pyfunction]
pub(crate) fn code_arrow(
    texts: &Bound<'_, PyAny>,
    shape: &str,
    threads: usize,
    explain: bool,
    predicates: bool,
) -> PyResult<Batches> {
    let (py, shape) = (texts.py(), named(texts.py(), shape)?);
    let mut desk = Desk::of(texts, threads, Wish { explain, predicates })?;
    let (mut batches, mut waiting, mut bytes) = (Vec::new(), Vec::new(), 0);
    while let Some(record) = desk.next(py)? {
        bytes += record.text.len();
        waiting.push(record);
        if bytes >= BYTES || waiting.len() >= RECORDS {
            batches.push(rows(py, shape, &waiting)?);
            (waiting, bytes) = (Vec::new(), 0);
        }
    }
    if !waiting.is_empty() {
        batches.push(rows(py, shape, &waiting)?);
    }
    Ok(Batches { schema: shape.schema(), batches })
}

/// No rows of a shape, which tell its schema.
#[pyfunction]
pub(crate) fn schema(py: Python<'_>, shape: &str) -> PyResult<Batches> {
    Ok(Batches { schema: named(py, shape)?.schema(), batches: Vec::new() })
}

fn named(py: Python<'_>, shape: &str) -> PyResult<Shape> {
    let unknown = || {
        fail(
            py,
            "InputError",
            format!("no-shape: there is no shape {shape:?}; ask for \"flat\" or \"nested\""),
        )
    };
    Shape::of(shape).ok_or_else(unknown)
}

fn rows(py: Python<'_>, shape: Shape, records: &[Record]) -> PyResult<RecordBatch> {
    py.detach(|| shape.batch(records)).map_err(|error| fail(py, "InputError", error.to_string()))
}
