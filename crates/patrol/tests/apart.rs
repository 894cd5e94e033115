//! A source that never answers holds up nobody else.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod town;

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use jiff::{Timestamp, ToSpan};
use saydo_bureau::Outlets;
use saydo_fetch::Limits;
use saydo_ledger::Ledger;
use saydo_patrol::{Means, Patrol, Settings, Until};
use saydo_rounds::{Policy, SourceKind};
use saydo_sham::Play;
use saydo_vault::Vault;
use saydo_watch::Watch;
use town::{Moved, Source, Wall, addresses, http};

/// The silent sources are waited for so long.
const TOTAL: Duration = Duration::from_secs(20);

/// Stops the patrol when so many reports are in the ledger, and gives the time that took.
fn stop_at(path: &Path, count: usize, stop: &AtomicBool) -> Duration {
    let begun = Instant::now();
    let ledger = Ledger::open(path).unwrap();
    while addresses(&ledger).len() < count && begun.elapsed() < TOTAL {
        thread::sleep(Duration::from_millis(100));
    }
    stop.store(true, Ordering::Relaxed);
    begun.elapsed()
}

#[test]
fn sources_that_never_answer_hold_up_nobody_else() {
    let start = Timestamp::now() - 9.hours();
    let sources: Vec<Arc<Source>> = (50..58).map(|nth| Arc::new(Source::new(nth, start, 3))).collect();
    for (nth, source) in sources.iter().enumerate() {
        source.serve_pages(4);
        source.serve_feed(&Moved::at(Timestamp::now()));
        if nth < 4 {
            source.sham.always("/feed", Play::Hang);
        }
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("l.sqlite");
    let mut ledger = Ledger::open(&path).unwrap();
    let watch = Watch { name: "apart".to_owned(), subject: vec!["RUS".to_owned()], ..Watch::default() };
    let followed = |source: &Arc<Source>| saydo_rounds::Source {
        address: source.address("/feed"),
        kind: SourceKind::Feed,
        publisher: None,
        every: None,
    };
    let settings = Settings { sources: sources.iter().map(followed).collect(), ..Settings::default() };
    let stop = Arc::new(AtomicBool::new(false));
    let means = Means {
        web: http(&sources, Limits { total: TOTAL, ..Limits::default() }),
        clock: Arc::new(Wall),
        vault: Arc::new(Vault::open(folder.path().join("raw"))),
        outlets: &Outlets::shipped(),
        stop: stop.clone(),
        policy: Policy { pause: Duration::from_millis(10), ..Policy::default() },
        look: Duration::from_secs(3_600),
        say: &mut |_| {},
    };
    let watcher = thread::spawn(move || stop_at(&path, 16, &stop));
    Patrol::new(&mut ledger, &watch, settings, means).unwrap().run(Until::Stopped).unwrap();
    let took = watcher.join().unwrap();
    assert_eq!(addresses(&ledger).len(), 16);
    assert!(took < TOTAL / 2, "{took:?} for the sources that answer");
}
