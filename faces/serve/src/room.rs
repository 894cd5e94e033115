//! The state that answers come from: the facts of one ledger in memory, and what was worked out of them.
//!
//! - `generation`: one state of the ledger; a newer one takes its place, and nobody waits for it
//! - `refresh`: looks each second whether there is a newer one
//! - `pictures`: pictures that were drawn; `answers`: answers that were given; `lru`: how much of that is kept
//! - `beside`: comparisons with what others coded
//! - `pool`: connections for questions; `desk`: what an answer is made with, on a thread that may wait
//!
//! No lock is held while a picture is drawn or the ledger is asked.

mod answers;
mod beside;
mod desk;
mod generation;
mod lru;
mod pictures;
mod pool;
mod refresh;

use std::fmt::Write as _;
use std::path::PathBuf;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::thread::available_parallelism;

use jiff::civil::Date;
use saydo_bureau::{Outlets, READ_BY};
use saydo_tally::Found;
use saydo_watch::Watch;
use sha2::{Digest, Sha256};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;

use crate::api::shape::Followed;
use crate::error::Error;
use crate::guard::Problem;
use crate::server::Setup;

pub(crate) use answers::Answers;
pub(crate) use beside::Comparison;
pub(crate) use desk::{Desk, failed};
pub(crate) use generation::Generation;
pub(crate) use pictures::{Drawn, Pictures, Shown};

use lru::Lru;
use pool::{Borrowed, Pool};

/// So many searches and readings of reports are kept.
const SEARCHES: usize = 256;
const READINGS: usize = 64;

/// So many downloads run at once; the next one waits.
const DOWNLOADS: usize = 2;

/// The state that answers come from.
pub(crate) struct Room {
    /// Where the ledger lies.
    pub(crate) path: PathBuf,
    pub(crate) watch: Watch,
    pub(crate) outlets: Outlets,
    /// Whether reports and corrections are taken in.
    pub(crate) write: bool,
    pub(crate) today: fn() -> Date,
    pub(crate) answers: Answers,
    followed: Box<dyn Fn() -> Vec<Followed> + Send + Sync>,
    /// Of what besides the ledger answers depend on.
    salt: String,
    pool: Pool,
    generation: RwLock<Arc<Generation>>,
    is_behind: AtomicBool,
    pictures: Pictures,
    comparisons: Mutex<Lru<beside::Key, Arc<Comparison>>>,
    searches: Mutex<Lru<String, Searched>>,
    readings: Mutex<Lru<u32, Arc<saydo_record::Record>>>,
    workers: Arc<Semaphore>,
    downloads: Arc<Semaphore>,
    writer: Arc<Semaphore>,
}

/// What a search found in one state of the ledger.
#[derive(Debug)]
struct Searched {
    change: u64,
    found: Arc<Found>,
}

impl Room {
    /// Opens the ledger of a setup and reads what answers come from.
    pub(crate) fn open(setup: Setup) -> Result<Arc<Self>, Error> {
        let room = Self::of(setup)?;
        refresh::start(&room)?;
        Ok(room)
    }

    /// A room whose ledger nobody looks at again.
    fn of(setup: Setup) -> Result<Arc<Self>, Error> {
        let salt = salt(&setup);
        let pool = Pool::of(setup.ledger.clone());
        let generation = Generation::load(&*pool.borrow()?, &setup.outlets, (setup.today)(), &salt)?;
        let cores = available_parallelism().map_or(2, usize::from);
        Ok(Arc::new(Self {
            path: setup.ledger,
            watch: setup.watch,
            outlets: setup.outlets,
            write: setup.write,
            today: setup.today,
            answers: Answers::default(),
            followed: setup.followed,
            salt,
            pool,
            generation: RwLock::new(Arc::new(generation)),
            is_behind: AtomicBool::new(false),
            pictures: Pictures::default(),
            comparisons: Mutex::new(Lru::of(beside::KEPT)),
            searches: Mutex::new(Lru::of(SEARCHES)),
            readings: Mutex::new(Lru::of(READINGS)),
            workers: Arc::new(Semaphore::new(cores.max(2))),
            downloads: Arc::new(Semaphore::new(DOWNLOADS)),
            writer: Arc::new(Semaphore::new(1)),
        }))
    }

    /// The state of the ledger that is in memory.
    pub(crate) fn generation(&self) -> Arc<Generation> {
        Arc::clone(&self.generation.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// Whether the ledger holds something newer.
    pub(crate) fn is_behind(&self) -> bool {
        self.is_behind.load(Ordering::Relaxed)
    }

    /// The day of an answer where none is asked for: that of the newest report, and today where there is none.
    pub(crate) fn default_day(&self) -> Date {
        self.generation().newest.unwrap_or_else(self.today)
    }

    /// How the sources fare that the watch follows, as of now.
    pub(crate) fn followed(&self) -> Vec<Followed> {
        (self.followed)()
    }

    /// Works something out on a thread that may wait for the ledger.
    pub(crate) async fn work<T: Send + 'static>(
        self: &Arc<Self>,
        generation: Arc<Generation>,
        work: impl FnOnce(&Desk<'_>) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let turn = turn(&self.workers).await?;
        let room = Arc::clone(self);
        let worked = spawn_blocking(move || {
            let _turn = turn;
            work(&Desk::of(&room, generation))
        });
        worked.await.map_err(|_| Problem::internal("the answer could not be worked out"))?
    }

    /// Whether whoever asks for something new has to wait for others.
    pub(crate) fn is_busy(&self) -> bool {
        self.workers.available_permits() == 0
    }

    /// The right to write to the ledger, which one has at a time.
    pub(crate) async fn writer(&self) -> Result<OwnedSemaphorePermit, Problem> {
        turn(&self.writer).await
    }

    /// The right to send a download.
    pub(crate) async fn download(&self) -> Result<OwnedSemaphorePermit, Problem> {
        turn(&self.downloads).await
    }

    /// A connection that nobody else uses.
    fn ledger(&self) -> Result<Borrowed<'_>, Problem> {
        self.pool.borrow().map_err(failed)
    }
}

async fn turn(semaphore: &Arc<Semaphore>) -> Result<OwnedSemaphorePermit, Problem> {
    let permit = Arc::clone(semaphore).acquire_owned().await;
    permit.map_err(|_| Problem::unavailable("the server is about to stop"))
}

/// Tells answers of different programs, watches and tables apart.
fn salt(setup: &Setup) -> String {
    let mut hash = Sha256::new();
    let Setup { watch, outlets, write, ledger, .. } = setup;
    for part in
        [READ_BY, &format!("{watch:?}"), &format!("{outlets:?}"), &format!("{write} {}", ledger.display())]
    {
        hash.update(part);
        hash.update([0]);
    }
    hex(&hash.finalize()[..4])
}

/// Bytes in hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // A string takes everything.
        let _ = write!(out, "{byte:02x}");
        out
    })
}
