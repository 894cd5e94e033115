//! Looks each second whether the ledger holds something newer, and reads it beside what is being answered.

use std::sync::atomic::Ordering;
use std::sync::{Arc, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use super::{Pictures, Room};
use crate::error::Error;

/// How often the ledger is asked for its state.
const EACH: Duration = Duration::from_secs(1);

/// After a reading the next one waits for so many times as long as that took, so that a ledger that is written to all the
/// time costs a fifth of a core.
const REST: u32 = 4;

/// Starts to look; it ends when nobody else has the room any more.
pub(super) fn start(room: &Arc<Room>) -> Result<(), Error> {
    let room = Arc::downgrade(room);
    thread::Builder::new().name("saydo-refresh".to_owned()).spawn(move || watch(&room))?;
    Ok(())
}

fn watch(room: &Weak<Room>) {
    if let Some(room) = room.upgrade() {
        Pictures::prepare(&room);
    }
    let mut not_before = Instant::now();
    loop {
        thread::sleep(EACH);
        let Some(room) = room.upgrade() else { return };
        let begun = Instant::now();
        // A ledger that cannot be read now is asked again; what is answered meanwhile says that it is old.
        if room.look().unwrap_or(true) && begun >= not_before {
            let _ = room.read_on();
            not_before = Instant::now() + begun.elapsed() * REST;
        }
    }
}

impl Room {
    /// Whether the ledger holds something newer.
    fn look(&self) -> Result<bool, saydo_ledger::Error> {
        let state = self.pool.borrow()?.state();
        let is_behind = state.as_ref().map_or(true, |state| *state != self.generation().change);
        self.is_behind.store(is_behind, Ordering::Relaxed);
        state.map(|_| is_behind)
    }

    /// Reads what is newer, and puts it in the place of what was.
    fn read_on(&self) -> Result<(), saydo_ledger::Error> {
        let ledger = self.pool.borrow()?;
        let old = self.generation();
        let Some(next) = old.next(&ledger, &self.outlets, (self.today)(), &self.salt)? else { return Ok(()) };
        self.pictures.carry_over(&ledger, next.change);
        *self.generation.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(next);
        self.is_behind.store(false, Ordering::Relaxed);
        Ok(())
    }
}
