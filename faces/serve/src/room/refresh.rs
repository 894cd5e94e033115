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
/// time costs a tenth of a core.
const REST: u32 = 9;

/// Starts to look; it ends when nobody else has the room any more.
pub(super) fn start(room: &Arc<Room>) -> Result<(), Error> {
    let room = Arc::downgrade(room);
    thread::Builder::new().name("saydo-refresh".to_owned()).spawn(move || watch(&room))?;
    Ok(())
}

fn watch(room: &Weak<Room>) {
    let mut not_before = Instant::now();
    loop {
        let drawn = room.upgrade().and_then(|room| Pictures::ahead(&room));
        thread::sleep(drawn.map_or(EACH, |took| took.min(EACH)));
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

#[cfg(test)]
mod tests {
    use axum::body::Body;
    use axum::response::Response;
    use jiff::civil::date;
    use saydo_bureau::{Intake, Outlets};
    use saydo_ledger::Ledger;
    use saydo_tally::Filter;
    use saydo_watch::Watch;

    use super::*;
    use crate::api::answer::{Rest, marked};
    use crate::server::Setup;

    /// A room that is only looked at when the test says so.
    fn room(ledger: &std::path::Path) -> Arc<Room> {
        let setup = Setup {
            ledger: ledger.to_owned(),
            watch: Watch::default(),
            outlets: Outlets::shipped(),
            base: ledger.to_owned(),
            address: ([127, 0, 0, 1], 0).into(),
            token: None,
            write: false,
            today: || date(2022, 3, 1),
            followed: Box::new(Vec::new),
            hosts: Vec::new(),
        };
        Room::of(setup).expect("a ledger that is there")
    }

    fn add(ledger: &std::path::Path, id: &str, text: &str) {
        let line = serde_json::json!({"id": id, "text": text, "published": "2022-02-15"}).to_string();
        let mut ledger = Ledger::open(ledger).expect("a ledger");
        let mut sink = |_: &saydo_text::Report, _| {};
        let mut intake = Intake::new(&mut ledger, date(2022, 3, 1), &mut sink);
        for report in saydo_read::jsonl(line.as_bytes()) {
            intake.take(report.expect("well-formed")).expect("it can be taken in");
        }
        intake.finish().expect("it is kept");
    }

    fn is_stale(room: &Room) -> bool {
        let answer = marked(Response::new(Body::empty()), &Rest::on(room));
        answer.headers().get("saydo-stale").is_some_and(|value| value == "1")
    }

    #[test]
    fn an_answer_says_that_it_is_old_until_what_came_in_is_read() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("saydo.sqlite");
        add(&path, "first", "Talks went on in Geneva on Monday, the ministry said.");
        let room = room(&path);
        assert!(!room.look().expect("asked") && !is_stale(&room));
        add(&path, "second", "Talks ended in Geneva on Tuesday, the ministry said.");
        assert!(room.look().expect("asked") && is_stale(&room));
        room.read_on().expect("read");
        assert!(!room.look().expect("asked") && !is_stale(&room));
        assert_eq!(room.generation().held.reports, 2);
    }

    #[test]
    fn a_ledger_that_grew_is_read_on_as_a_whole_reading_gives_it() {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("saydo.sqlite");
        add(&path, "first", "Moscow said on Monday that its troops were leaving Belarus.");
        let grown = room(&path);
        add(&path, "second", "Kyiv said on Tuesday that it had seen no troops leave.");
        add(&path, "first", "Moscow said on Monday that its troops were leaving Crimea.");
        grown.read_on().expect("read");
        let whole = room(&path);
        let shown = |room: &Room| {
            let state = room.generation();
            assert_eq!(state.language(1), state.language(3));
            let (tally, day) = (&state.tally, Filter::as_of(date(2022, 3, 1)));
            let lists =
                (tally.events(&day, None, 9), tally.statements(&day, None, 9), tally.reports(&day, None, 9));
            let counts = (tally.series(&day, None), tally.facets(&day), tally.places(&day));
            format!("{:?} {lists:?} {counts:?} {:?} {:?}", state.name, state.newest, state.held)
        };
        assert!(grown.generation().archive.grown.is_some());
        assert_eq!(shown(&grown), shown(&whole));
    }
}
