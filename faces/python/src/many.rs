//! Many texts, read on several threads, handed out in order.

use std::collections::VecDeque;
use std::process;
use std::sync::mpsc::Receiver;
use std::sync::{Arc, Mutex, PoisonError};

use pyo3::exceptions::PyRuntimeError;
use pyo3::prelude::*;
use pyo3::sync::MutexExt;
use pyo3::types::PyIterator;
use rayon::{ThreadPool, ThreadPoolBuilder};
use saydo_record::Record as Inner;
use saydo_text::Report;

use crate::error::fail;
use crate::reading::{Stop, Wish, read, start, wait};
use crate::record::Record;
use crate::report::of_item;

/// Bytes of text, and texts, that each thread gets at once: enough to keep it busy, little enough to be soon done.
const BYTES: usize = 1 << 17;
const TEXTS: usize = 1 << 7;

/// The records of many texts, in order. One batch is read ahead while the last one is used.
#[pyclass(frozen, module = "saydo._saydo")]
pub(crate) struct Many {
    desk: Mutex<Desk>,
}

/// What comes in, is being read, and is ready.
pub(crate) struct Desk {
    source: Py<PyIterator>,
    /// None where one thread is enough: that is the one that asks.
    pool: Option<Arc<ThreadPool>>,
    /// The process that has the threads: one that was forked off has none.
    process: u32,
    wish: Wish,
    stop: Stop,
    taken: u64,
    running: Option<Receiver<Vec<Inner>>>,
    ready: VecDeque<Inner>,
    /// What the source failed with; told after what came before it.
    failed: Option<PyErr>,
    ended: bool,
}

impl Desk {
    pub(crate) fn of(texts: &Bound<'_, PyAny>, threads: usize, wish: Wish) -> PyResult<Self> {
        let (py, source) = (texts.py(), texts.try_iter()?.unbind());
        let pool = (threads > 1).then(|| py.detach(|| ThreadPoolBuilder::new().num_threads(threads).build()));
        let no_threads =
            |error| fail(py, "InputError", format!("no-threads: {error}; ask for fewer threads"));
        Ok(Self {
            source,
            pool: pool.transpose().map_err(no_threads)?.map(Arc::new),
            process: process::id(),
            wish,
            stop: Stop::default(),
            taken: 0,
            running: None,
            ready: VecDeque::new(),
            failed: None,
            ended: false,
        })
    }

    /// The next record, or none at the end.
    pub(crate) fn next(&mut self, py: Python<'_>) -> PyResult<Option<Inner>> {
        let Some(pool) = self.pool.clone() else { return self.alone(py) };
        if self.process != process::id() {
            return Err(PyRuntimeError::new_err(
                "forked: this iterator belongs to the process that made it; call saydo.code_many in this one",
            ));
        }
        while self.ready.is_empty() {
            if self.running.is_none() {
                self.start(py, &pool)?;
            }
            let Some(running) = self.running.take() else {
                return self.failed.take().map_or(Ok(None), Err);
            };
            self.ready.extend(wait(py, running, &self.stop)?);
            self.start(py, &pool)?;
        }
        Ok(self.ready.pop_front())
    }

    /// The next record, read on the thread that asks.
    fn alone(&mut self, py: Python<'_>) -> PyResult<Option<Inner>> {
        if self.ended {
            return Ok(None);
        }
        let taken = self.take(py);
        self.ended = !matches!(taken, Ok(Some(_)));
        taken?.map(|report| read(py, report, self.wish, &self.stop)).transpose()
    }

    /// Starts to read the next batch, if there is one.
    fn start(&mut self, py: Python<'_>, pool: &Arc<ThreadPool>) -> PyResult<()> {
        let reports = self.gather(py, pool.current_num_threads());
        if !reports.is_empty() {
            let (pool, wish, stop) = (Arc::clone(pool), self.wish, self.stop.clone());
            self.running = Some(start(move || pool.install(|| wish.records(&reports, &stop)))?);
        }
        Ok(())
    }

    /// Takes as many reports as make a batch.
    fn gather(&mut self, py: Python<'_>, threads: usize) -> Vec<Report> {
        let (mut reports, mut bytes) = (Vec::new(), 0);
        while !self.ended && bytes < BYTES * threads && reports.len() < TEXTS * threads {
            match self.take(py) {
                Ok(Some(report)) => {
                    bytes += report.text.len();
                    reports.push(report);
                }
                Ok(None) => self.ended = true,
                Err(error) => (self.ended, self.failed) = (true, Some(error)),
            }
        }
        reports
    }

    fn take(&mut self, py: Python<'_>) -> PyResult<Option<Report>> {
        let Some(item) = self.source.bind(py).clone().next().transpose()? else { return Ok(None) };
        self.taken += 1;
        of_item(&item, self.taken).map(Some)
    }
}

impl Drop for Desk {
    fn drop(&mut self) {
        self.stop.set();
    }
}

#[pymethods]
impl Many {
    #[new]
    #[pyo3(signature = (texts, threads, explain, predicates))]
    fn new(texts: &Bound<'_, PyAny>, threads: usize, explain: bool, predicates: bool) -> PyResult<Self> {
        let desk = Desk::of(texts, threads, Wish { explain, predicates })?;
        Ok(Self { desk: Mutex::new(desk) })
    }

    fn __iter__(slf: Py<Self>) -> Py<Self> {
        slf
    }

    fn __next__(&self, py: Python<'_>) -> PyResult<Option<Record>> {
        let mut desk = self.desk.lock_py_attached(py).unwrap_or_else(PoisonError::into_inner);
        Ok(desk.next(py)?.map(Record::of))
    }
}
