//! What changed in the picture, told once: kept in the ledger, then written to files and sent.

use std::path::PathBuf;
use std::time::Duration;

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use saydo_alerts::{Alert, Seen};
use saydo_bureau::Outlets;
use saydo_ledger::{KeptAlert, Ledger};
use saydo_picture::Cite;
use saydo_watch::Watch;

use crate::paper;
use crate::{Error, Notice};

/// Looks at the picture when something came in, and when a day has gone by.
pub(crate) struct Teller<'p> {
    pub(crate) watch: &'p Watch,
    pub(crate) outlets: &'p Outlets,
    /// The folder into which changes are written.
    pub(crate) folder: Option<PathBuf>,
    /// Whether changes are sent to a webhook.
    pub(crate) sends: bool,
    /// The shortest time between two looks.
    pub(crate) pause: Duration,
    last: Option<Timestamp>,
    is_stale: bool,
}

impl<'p> Teller<'p> {
    pub(crate) fn new(watch: &'p Watch, outlets: &'p Outlets, pause: Duration) -> Self {
        Self { watch, outlets, folder: None, sends: false, pause, last: None, is_stale: true }
    }

    /// Notes that reports came in.
    pub(crate) fn note(&mut self) {
        self.is_stale = true;
    }

    /// When the next look is due: after the pause where something came in, else with the next day, since words lapse
    /// when nobody says anything.
    pub(crate) fn due(&self) -> Option<Timestamp> {
        let last = self.last?;
        let paused = last.saturating_add(self.pause).unwrap_or(Timestamp::MAX);
        if self.is_stale { Some(paused) } else { midnight(last).map(|next| next.max(paused)) }
    }

    /// Whether a look is due; the first one is at once.
    pub(crate) fn is_due(&self, now: Timestamp) -> bool {
        self.due().is_none_or(|due| due <= now)
    }

    /// Draws the picture, keeps what changed since the last look, and writes it.
    pub(crate) fn look(
        &mut self,
        ledger: &mut Ledger,
        now: Timestamp,
        say: &mut dyn FnMut(Notice),
    ) -> Result<(), Error> {
        (self.last, self.is_stale) = (Some(now), false);
        let drawn = saydo_bureau::draw(ledger, self.watch, self.outlets, (day(now), None), |_| Vec::new())?;
        let before = ledger.watched(&self.watch.name)?.and_then(|state| Seen::from_json(&state));
        let quote =
            |cite: &Cite| saydo_bureau::cite(ledger, self.outlets, &[cite.event]).ok()?.remove(&cite.event);
        let alerts = saydo_alerts::alerts(before.as_ref(), &drawn.picture, &quote);
        self.keep(ledger, &Seen::after(before.as_ref(), &drawn.picture), &alerts, now)?;
        self.write(ledger, alerts.len())?;
        for alert in alerts {
            say(Notice::Alert(Box::new(alert)));
        }
        Ok(())
    }

    fn keep(&self, ledger: &mut Ledger, seen: &Seen, alerts: &[Alert], now: Timestamp) -> Result<(), Error> {
        let mut batch = ledger.begin()?;
        for alert in alerts {
            batch.keep_alert(&KeptAlert {
                id: alert.id.clone(),
                watch: self.watch.name.clone(),
                made: now,
                body: alert.to_json(),
                done: (!self.sends).then_some(now),
                ..KeptAlert::default()
            })?;
        }
        batch.keep_watched(&self.watch.name, &seen.to_json())?;
        Ok(batch.commit()?)
    }

    /// Writes the newest alerts into the folder, at least so many; what a run that was killed did not write is among them.
    fn write(&self, ledger: &Ledger, new: usize) -> Result<(), Error> {
        let Some(folder) = &self.folder else { return Ok(()) };
        let newest = ledger.alerts(&self.watch.name, new.max(paper::ENTRIES))?;
        if newest.is_empty() { Ok(()) } else { paper::write(folder, &self.watch.name, &newest) }
    }
}

/// The day of an instant, in UTC as publication days are.
pub(crate) fn day(now: Timestamp) -> Date {
    now.to_zoned(TimeZone::UTC).date()
}

fn midnight(after: Timestamp) -> Option<Timestamp> {
    let next = day(after).tomorrow().ok()?;
    Some(next.to_zoned(TimeZone::UTC).ok()?.timestamp())
}
