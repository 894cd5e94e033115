//! `saydo watch`: news taken in for ever, and what changed in the picture told.

use std::io::{self, Write};
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::time::Duration;

use anyhow::{Context, bail};
use saydo_alerts::Alert;
use saydo_bureau::{Outlets, Taken};
use saydo_fetch::Http;
use saydo_ledger::Ledger;
use saydo_patrol::{Means, Notice, Patrol, Settings, Until};
use saydo_rounds::Policy;
use saydo_vault::Vault;
use saydo_watch::Watch as Followed;

use crate::args::Watch;
use crate::commands::add::told;
use crate::messages::{Outcome, tell};
use crate::shown::{Desk, base, outlets, read_watch};
use crate::today::{WallClock, today};

/// The shortest time between two looks at the picture, which takes a second or two on a large ledger.
const LOOK: Duration = Duration::from_secs(60);

/// The secret of the webhook, where the watch names no file that holds it.
const SECRET: &str = "SAYDO_WEBHOOK_SECRET";

/// Runs the command; an error is for the watch, the ledger or the disk failing. A source that fails is told, and asked
/// again later.
pub(crate) fn run(args: &Watch) -> anyhow::Result<Outcome> {
    if let Some(days) = args.dry_run {
        return replay(args, days);
    }
    let watch = read_watch(&args.file.watch)?;
    let outlets = outlets(args.file.publishers.as_deref())?;
    let settings = settings(&watch, &args.file.watch)?;
    let until = if args.once { Until::Idle } else { Until::Stopped };
    if !args.once {
        tell(&format!("following {}; stop with Ctrl-C", following(&settings)));
    }
    patrol(args, &watch, &outlets, settings, until)
}

fn settings(watch: &Followed, path: &Path) -> anyhow::Result<Settings> {
    let mut settings = Settings::of(watch, base(path))?;
    if settings.is_empty() {
        bail!(
            "{} follows nothing; name feeds, pages or folders in it, such as follow = [\"https://…/feed.xml\", \"incoming/\"]",
            path.display()
        );
    }
    settings.read_secret(std::env::var(SECRET).ok().as_deref())?;
    Ok(settings)
}

fn following(settings: &Settings) -> String {
    let plural = |n: usize, what: &str| format!("{n} {what}{}", if n == 1 { "" } else { "s" });
    let mut parts = Vec::new();
    if !settings.sources.is_empty() {
        parts.push(plural(settings.sources.len(), "source"));
    }
    if !settings.folders.is_empty() {
        parts.push(plural(settings.folders.len(), "folder"));
    }
    if settings.input.is_some() {
        parts.push("standard input".to_owned());
    }
    parts.join(", ")
}

fn patrol(
    args: &Watch,
    watch: &Followed,
    outlets: &Outlets,
    settings: Settings,
    until: Until,
) -> anyhow::Result<Outcome> {
    let path = &args.ledger.ledger;
    let mut ledger = Ledger::open(path)?;
    let raw = args.raw.clone().unwrap_or_else(|| saydo_bureau::raw_folder(path));
    let mut outcome = Outcome::default();
    let mut failed = None;
    let mut say = |notice: Notice| match notice {
        Notice::Took(taken) => tell(&format!("{}: {}", path.display(), told(&taken))),
        Notice::Trouble { source, what } => outcome.complain(&format!("{source}: {what}")),
        Notice::Alert(alert) => failed = failed.take().or_else(|| show(&alert).err()),
    };
    let means = Means {
        web: Arc::new(Http::new(Settings::rules(watch, env!("CARGO_PKG_VERSION"))?)),
        clock: Arc::new(WallClock),
        vault: Arc::new(Vault::open(raw)),
        outlets,
        stop: stop()?,
        policy: Policy::default(),
        look: LOOK,
        say: &mut say,
    };
    let taken = Patrol::new(&mut ledger, watch, settings, means)?.run(until)?;
    if let Some(error) = failed {
        return Err(error.into());
    }
    outcome.found = taken != Taken::default();
    Ok(outcome)
}

/// A flag that is set when the program is asked to stop; the second time it ends at once.
pub(crate) fn stop() -> anyhow::Result<Arc<AtomicBool>> {
    let stop = Arc::new(AtomicBool::new(false));
    for signal in [signal_hook::consts::SIGTERM, signal_hook::consts::SIGINT] {
        let at_once = signal_hook::flag::register_conditional_shutdown(signal, 1, stop.clone());
        let listened = at_once.and_then(|_| signal_hook::flag::register(signal, stop.clone()));
        listened.context("cannot listen for the signal to stop")?;
    }
    Ok(stop)
}

/// What would have been told over the last days of the ledger.
fn replay(args: &Watch, days: u32) -> anyhow::Result<Outcome> {
    let desk = Desk::open(&args.ledger.ledger, &args.file)?;
    let Some(last) = desk.ledger.newest(today())? else {
        bail!("no report of this ledger has a day of publication, so there is no past to look at");
    };
    let mut count = 0;
    for replayed in saydo_bureau::replay(&desk.ledger, &desk.watch, &desk.outlets, last, days)? {
        count += replayed.alerts.len();
        replayed.alerts.iter().try_for_each(show)?;
    }
    tell(&format!("{count} alerts in the {days} days up to {last}; nothing was written or sent"));
    Ok(Outcome { found: count > 0, trouble: false })
}

/// One change as a line to read, and the first sentences that carry it under it: what was said, and what speaks to it.
fn show(alert: &Alert) -> io::Result<()> {
    let mut out = io::stdout().lock();
    let line = |text: &str| saydo_brief::clean::line(text);
    writeln!(out, "{}  {}", alert.as_of, line(&alert.text))?;
    for quoted in alert.sentences.iter().take(2) {
        writeln!(out, "            “{}” — {}", line(&quoted.text), line(&quoted.publisher))?;
    }
    out.flush()
}
