//! Reports become records: on which threads, and how that is broken off.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::thread;
use std::time::Duration;

use pyo3::prelude::*;
use rayon::prelude::*;
use saydo_engine::{Batch, Engine, Reading, Trees};
use saydo_record::Record;
use saydo_text::Report;

use crate::error::lost;

/// The interpreter hears of an interrupt at least so often.
const LISTEN: Duration = Duration::from_millis(50);

/// Trees of longer texts are made on all threads at once, as the program does it.
const LARGE: usize = 1 << 18;

/// Texts up to this many bytes are read on the thread that asks: in a tenth of a second, after which an interrupt is heard.
const SHORT: usize = 1 << 15;

/// What a record holds beyond the usual.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Wish {
    /// What led to each statement and event.
    pub(crate) explain: bool,
    /// Every clause's head.
    pub(crate) predicates: bool,
}

/// Says to all who read that nobody waits any more.
#[derive(Clone, Debug, Default)]
pub(crate) struct Stop(Arc<AtomicBool>);

impl Stop {
    pub(crate) fn set(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    fn is_set(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

impl Wish {
    /// The record of a report; nothing of use where it was broken off.
    pub(crate) fn record(self, report: &Report, stop: &Stop) -> Record {
        let engine = Engine::shipped();
        let batches = engine.batches(report).take_while(|_| !stop.is_set());
        self.finish(report, &engine.read_trees(report, batches.map(|batch| engine.trees(report, batch))))
    }

    /// The records of some reports, on the threads of the pool that this runs in.
    pub(crate) fn records(self, reports: &[Report], stop: &Stop) -> Vec<Record> {
        let work = reports
            .par_iter()
            .map(|report| if stop.is_set() { Record::default() } else { self.one_of_many(report, stop) });
        work.collect()
    }

    fn one_of_many(self, report: &Report, stop: &Stop) -> Record {
        if report.text.len() <= LARGE || rayon::current_num_threads() == 1 {
            return self.record(report, stop);
        }
        let engine = Engine::shipped();
        let batches: Vec<Batch> = engine.batches(report).take_while(|_| !stop.is_set()).collect();
        let trees = batches.into_par_iter().filter(|_| !stop.is_set());
        let trees: Vec<Trees<'_>> = trees.map(|batch| engine.trees(report, batch)).collect();
        self.finish(report, &engine.read_trees(report, trees))
    }

    fn finish(self, report: &Report, reading: &Reading<'_>) -> Record {
        let mut record = Record::of(report, reading);
        if self.explain {
            record = record.explained(reading);
        }
        if self.predicates {
            record = record.with_predicates(report, reading);
        }
        record
    }
}

/// The record of a report, read without holding the interpreter.
pub(crate) fn read(py: Python<'_>, report: Report, wish: Wish, stop: &Stop) -> PyResult<Record> {
    if report.text.len() <= SHORT {
        return Ok(py.detach(|| wish.record(&report, stop)));
    }
    let heard = stop.clone();
    wait(py, start(move || wish.record(&report, &heard))?, stop)
}

/// Starts work on a thread of its own.
pub(crate) fn start<T: Send + 'static>(work: impl FnOnce() -> T + Send + 'static) -> PyResult<Receiver<T>> {
    let (send, receive) = channel();
    let run = move || {
        // Whoever waited may have been interrupted.
        let _ = send.send(work());
    };
    thread::Builder::new().name("saydo".to_owned()).spawn(run)?;
    Ok(receive)
}

/// Waits for work without holding the interpreter, and breaks it off where the user does.
pub(crate) fn wait<T: Send>(py: Python<'_>, mut coming: Receiver<T>, stop: &Stop) -> PyResult<T> {
    loop {
        let come;
        (coming, come) = py.detach(move || {
            let come = coming.recv_timeout(LISTEN);
            (coming, come)
        });
        match come {
            Ok(done) => return Ok(done),
            Err(RecvTimeoutError::Disconnected) => return Err(lost()),
            Err(RecvTimeoutError::Timeout) => py.check_signals().inspect_err(|_| stop.set())?,
        }
    }
}
