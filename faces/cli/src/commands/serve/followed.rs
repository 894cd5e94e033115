//! How the sources fare that a watch follows, as the page shows them.

use std::path::Path;

use jiff::Timestamp;
use saydo_ledger::Ledger;
use saydo_patrol::Settings;
use saydo_rounds::{Health, Source};
use saydo_serve::Followed;
use saydo_watch::Watch;

use crate::health;
use crate::messages::tell;

/// What tells how the sources of a watch fare, as of the moment it is asked.
pub(super) fn of(watch: &Watch, base: &Path, ledger: &Path) -> Box<dyn Fn() -> Vec<Followed> + Send + Sync> {
    let sources = sources(watch, base);
    let ledger = ledger.to_owned();
    Box::new(move || if sources.is_empty() { Vec::new() } else { now(&sources, &ledger).unwrap_or_default() })
}

fn sources(watch: &Watch, base: &Path) -> Vec<Source> {
    if watch.follow.is_empty() {
        return Vec::new();
    }
    // The picture itself needs none of the files that the watch names.
    let settings =
        Settings::of(watch, base).map_err(|e| tell(&format!("how the sources fare cannot be told: {e}")));
    settings.map(|settings| settings.sources).unwrap_or_default()
}

fn now(sources: &[Source], ledger: &Path) -> Result<Vec<Followed>, saydo_ledger::Error> {
    let ledger = Ledger::open_existing(ledger)?;
    let all = health::of(sources, Some(&ledger), Timestamp::now())?;
    Ok(all.into_iter().map(followed).collect())
}

fn followed(health: Health) -> Followed {
    let moment = |at: Option<Timestamp>| at.map(|at| at.to_string());
    Followed {
        address: health.address.unwrap_or_else(|| health.source.clone()),
        source: health.source,
        publisher: health.publisher,
        last_success: moment(health.last_success),
        last_item: moment(health.last_item),
        errors: health.errors,
        error: health.error,
        silent: health.silent,
        gone: health.gone,
        next: moment(health.next),
        note: health.note,
    }
}
