//! Pictures that were drawn: kept by their days, drawn one at a time, shown as they were while they are drawn again.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_ledger::{Ledger, StatementId, Touched};
use saydo_picture::Picture;
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::task::spawn_blocking;
use tokio::time::timeout;

use super::lru::Lru;
use super::{Generation, Room};
use crate::guard::Problem;

/// So many pictures are kept: two months day by day, some of them compared.
const MOST: usize = 96;

/// After a picture was drawn again none is for so many times as long as that took, so that a ledger that is written to
/// all the time costs no more than a fifth of a core, however many pictures are looked at.
const REST: u32 = 4;

/// So many days before the newest are drawn before anybody asks: those that one steps back to.
const AHEAD: i32 = 30;

/// So long a list waits for the picture that is said beside it.
const PATIENCE: Duration = Duration::from_millis(200);

/// The day of a picture, and the earlier day that it is compared with.
pub(crate) type Days = (Date, Option<Date>);

/// A picture, and which state of the ledger it rests on.
#[derive(Debug)]
pub(crate) struct Drawn {
    /// The findings.
    pub(crate) picture: Picture,
    /// The generation that it was drawn from.
    pub(crate) generation: String,
    /// The words under test that a statement opened or repeated, by their place in the picture.
    pub(crate) said_in: HashMap<StatementId, Vec<usize>>,
}

/// A picture to answer with.
#[derive(Clone, Debug)]
pub(crate) struct Shown {
    pub(crate) drawn: Arc<Drawn>,
    /// Whether the ledger holds something newer that would change it.
    pub(crate) is_stale: bool,
}

#[derive(Debug)]
struct Kept {
    drawn: Arc<Drawn>,
    /// The last state of the ledger that is known to give this picture.
    good_for: u64,
    is_redrawn: bool,
}

/// All pictures at hand.
#[derive(Debug)]
pub(crate) struct Pictures {
    kept: Mutex<Lru<Days, Kept>>,
    turn: Arc<Semaphore>,
    /// Until when none is drawn again.
    rests: Mutex<Instant>,
}

impl Default for Pictures {
    fn default() -> Self {
        Self {
            kept: Mutex::new(Lru::of(MOST)),
            turn: Arc::new(Semaphore::new(1)),
            rests: Mutex::new(Instant::now()),
        }
    }
}

impl Pictures {
    /// The picture of these days: one that was drawn before, or a new one.
    pub(crate) async fn of(room: &Arc<Room>, days: Days) -> Result<Shown, Problem> {
        if let Some(shown) = Self::at_hand(room, days) {
            return Ok(shown);
        }
        let turn = room.pictures.turn().await?;
        // Another one may have asked for the same while this one waited.
        if let Some(shown) = Self::at_hand(room, days) {
            return Ok(shown);
        }
        let drawn = draw(Arc::clone(room), days, turn).await?;
        Ok(Shown { drawn, is_stale: false })
    }

    /// The picture of these days, where it is at hand soon; else it is drawn on for the next one who asks.
    pub(crate) async fn soon(room: &Arc<Room>, days: Days) -> Result<Option<Shown>, Problem> {
        timeout(PATIENCE, Self::of(room, days)).await.ok().transpose()
    }

    /// Draws a picture before anybody asks: the newest day's, else that of a day shortly before it. Says how long that took;
    /// none where all are drawn or others are being drawn.
    pub(crate) fn ahead(room: &Room) -> Option<Duration> {
        let newest = room.default_day();
        let is_new = |day: &Date| !room.pictures.lock().has(&(*day, None));
        let day = (0..=AHEAD).map(|back| newest.saturating_sub(back.days())).find(is_new)?;
        let _turn = Arc::clone(&room.pictures.turn).try_acquire_owned().ok()?;
        let begun = Instant::now();
        // Whoever asks for it will hear what is wrong.
        draw_now(room, (day, None)).ok()?;
        Some(begun.elapsed())
    }

    /// Says that pictures of days before those that were touched are as good for `generation`.
    pub(crate) fn carry_over(&self, ledger: &Ledger, change: u64) {
        let mut known: HashMap<u64, Touched> = HashMap::new();
        let before: Vec<u64> = self.lock().iter_mut().map(|(_, kept)| kept.good_for).collect();
        for state in before {
            known.entry(state).or_insert_with(|| ledger.touched(state).unwrap_or(Touched::Everything));
        }
        for ((as_of, _), kept) in self.lock().iter_mut() {
            let is_as_it_was = match known.get(&kept.good_for) {
                Some(Touched::Nothing) => true,
                Some(Touched::Since(first)) => as_of < first,
                Some(Touched::Everything) | None => false,
            };
            if is_as_it_was {
                kept.good_for = kept.good_for.max(change);
            }
        }
    }

    /// A picture that was drawn before. One that the ledger has moved beyond is drawn again beside it.
    fn at_hand(room: &Arc<Room>, days: Days) -> Option<Shown> {
        let change = room.generation().change;
        let mut all = room.pictures.lock();
        let kept = all.get(&days)?;
        let shown = Shown { drawn: Arc::clone(&kept.drawn), is_stale: kept.good_for < change };
        if shown.is_stale && !kept.is_redrawn && room.pictures.is_rested() {
            kept.is_redrawn = true;
            tokio::spawn(redraw(Arc::clone(room), days));
        }
        Some(shown)
    }

    fn is_rested(&self) -> bool {
        *self.rests.lock().unwrap_or_else(PoisonError::into_inner) <= Instant::now()
    }

    fn rest_after(&self, took: Duration) {
        *self.rests.lock().unwrap_or_else(PoisonError::into_inner) = Instant::now() + took * REST;
    }

    async fn turn(&self) -> Result<OwnedSemaphorePermit, Problem> {
        let turn = Arc::clone(&self.turn).acquire_owned().await;
        turn.map_err(|_| Problem::unavailable("the server is about to stop"))
    }

    fn lock(&self) -> MutexGuard<'_, Lru<Days, Kept>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

async fn redraw(room: Arc<Room>, days: Days) {
    let Ok(turn) = room.pictures.turn().await else { return };
    if draw(Arc::clone(&room), days, turn).await.is_err()
        && let Some(kept) = room.pictures.lock().get(&days)
    {
        kept.is_redrawn = false;
    }
}

/// Draws a picture on a thread of its own and keeps it, also where the one who asked has gone by then.
async fn draw(room: Arc<Room>, days: Days, turn: OwnedSemaphorePermit) -> Result<Arc<Drawn>, Problem> {
    let drawing = spawn_blocking(move || {
        let _turn = turn;
        draw_now(&room, days)
    });
    drawing.await.map_err(|_| Problem::internal("the picture could not be drawn"))?
}

fn draw_now(room: &Room, days: Days) -> Result<Arc<Drawn>, Problem> {
    let begun = Instant::now();
    let generation = room.generation();
    let drawn = Arc::new(Drawn::of(room, &generation, days)?);
    let kept = Kept { drawn: Arc::clone(&drawn), good_for: generation.change, is_redrawn: false };
    room.pictures.lock().put(days, kept, 1);
    room.pictures.rest_after(begun.elapsed());
    Ok(drawn)
}

impl Drawn {
    fn of(room: &Room, generation: &Generation, days: Days) -> Result<Self, Problem> {
        let ledger = room.ledger()?;
        let drawn = generation.archive.draw(&ledger, &room.watch, &room.outlets, days, |_| Vec::new());
        let picture = drawn.map_err(super::failed)?.picture;
        let mut said_in: HashMap<StatementId, Vec<usize>> = HashMap::new();
        for (at, word) in picture.words.iter().enumerate() {
            for statement in word.said_in.iter().filter_map(|cite| generation.statement_of(cite.event)) {
                let words = said_in.entry(statement).or_default();
                if words.last() != Some(&at) {
                    words.push(at);
                }
            }
        }
        Ok(Self { picture, generation: generation.name.clone(), said_in })
    }
}
