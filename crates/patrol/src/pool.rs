//! Threads that wait for answers, so that a slow host holds up nobody else.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;

use saydo_rounds::Outcome;

use crate::Error;
use crate::hook::Postman;
use crate::task::{Done, Task};
use crate::work::{Bench, Got};

/// The room on a worker's stack, in bytes: the trees of hostile pages are deep.
const STACK: usize = 8 << 20;

/// Workers that take tasks and send what came of them. They end when the pool is dropped and their task is done; a
/// program that ends does not wait for them.
pub(crate) struct Pool {
    tasks: Sender<Task>,
}

impl Pool {
    /// As many threads as tasks may be out at once; fewer where the system gives no more.
    pub(crate) fn start(threads: usize, worker: &Worker, inbox: &SyncSender<Done>) -> Result<Self, Error> {
        let (tasks, waiting) = channel::<Task>();
        let waiting = Arc::new(Mutex::new(waiting));
        let mut started = 0;
        for _ in 0..threads {
            let (worker, inbox, waiting) = (worker.clone(), inbox.clone(), waiting.clone());
            let thread = thread::Builder::new().name("saydo-worker".to_owned()).stack_size(STACK);
            started += usize::from(thread.spawn(move || worker.run(&waiting, &inbox)).is_ok());
        }
        if started == 0 { Err(Error::Worker) } else { Ok(Self { tasks }) }
    }

    /// Gives a task to the next worker that is free.
    pub(crate) fn give(&self, task: Task) -> Result<(), Error> {
        self.tasks.send(task).map_err(|_| Error::Worker)
    }
}

/// What each worker has at hand.
#[derive(Clone)]
pub(crate) struct Worker {
    pub(crate) bench: Bench,
    pub(crate) postman: Postman,
}

impl Worker {
    fn run(&self, waiting: &Mutex<Receiver<Task>>, inbox: &SyncSender<Done>) {
        loop {
            let task = waiting.lock().unwrap_or_else(PoisonError::into_inner).recv();
            let Ok(task) = task else { return };
            if inbox.send(self.perform(task)).is_err() {
                return;
            }
        }
    }

    fn perform(&self, task: Task) -> Done {
        let clock = &self.bench.clock;
        match task {
            Task::Job(job) => {
                // A page that breaks its reader must not end a patrol that runs for months.
                let got = catch_unwind(AssertUnwindSafe(|| self.bench.work(&job))).unwrap_or_else(|_| {
                    let what = "its reader broke down on it; please report the address".to_owned();
                    Got::Other(Outcome::Failed { what, lasting: true })
                });
                Done::Job { at: clock.now(), job, got: Box::new(got) }
            }
            Task::Hook(letter) => {
                let answer = self.postman.deliver(&*self.bench.web, &letter, clock.now());
                Done::Hook { letter, answer, at: clock.now() }
            }
        }
    }
}
