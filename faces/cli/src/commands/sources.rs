//! `saydo sources`: what a watch follows, and how each source fares.

use std::io::{self, Write};

use jiff::Timestamp;
use saydo_feed::opml::{self, Outline};
use saydo_ledger::Ledger;
use saydo_patrol::Settings;
use saydo_rounds::Health;

use crate::args::{Listed, Sources};
use crate::health;
use crate::messages::Outcome;
use crate::shown::{base, read_watch};

/// Runs the command; an error is for the watch, the ledger or the output failing.
pub(crate) fn run(args: &Sources) -> anyhow::Result<Outcome> {
    let watch = read_watch(&args.watch)?;
    let settings = Settings::of(&watch, base(&args.watch))?;
    let path = &args.ledger.ledger;
    let ledger = path.exists().then(|| Ledger::open_existing(path)).transpose()?;
    let now = Timestamp::now();
    let all = health::of(&settings.sources, ledger.as_ref(), now)?;
    let mut out = io::stdout().lock();
    match args.format {
        Listed::Text => out.write_all(table(&all, now).as_bytes())?,
        Listed::Json => {
            for health in &all {
                serde_json::to_writer(&mut out, &health::json(health))?;
                writeln!(out)?;
            }
        }
        Listed::Opml => out.write_all(opml::write(&watch.name, &outlines(&all)).as_bytes())?,
    }
    out.flush()?;
    Ok(Outcome { found: !all.is_empty(), trouble: false })
}

fn outlines(all: &[Health]) -> Vec<Outline> {
    let outline = |health: &Health| Outline {
        title: health.publisher.clone().unwrap_or_else(|| health.source.clone()),
        feed: health.address.clone().unwrap_or_else(|| health.source.clone()),
        site: None,
        folders: Vec::new(),
    };
    all.iter().map(outline).collect()
}

/// Two lines for each source: who it is, and how it fares.
fn table(all: &[Health], now: Timestamp) -> String {
    let line = |text: &str| saydo_brief::clean::line(text);
    let told = |health: &Health| {
        let name = health.publisher.as_deref().unwrap_or("(no name yet)");
        let how = health::told(health, now);
        format!("{}  {}\n    {}\n", line(name), line(&health.source), line(&how))
    };
    all.iter().map(told).collect()
}
