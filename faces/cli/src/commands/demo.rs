//! `saydo demo`: the crisis that ships with the program, from its reports to its picture.

use std::fs;
use std::path::Path;

use anyhow::{Context, bail};
use jiff::civil::{Date, date};
use saydo_bureau::{Intake, Outlets};
use saydo_engine::read;
use saydo_ledger::Ledger;
use saydo_watch::Watch;

use crate::args::{Demo, Form, Show};
use crate::look::Look;
use crate::messages::{Outcome, tell};
use crate::shown::{Desk, parse_watch};
use crate::today::today;

const REPORTS: &str = include_str!("../../../../demo/reports.jsonl");
const WATCH: &str = include_str!("../../../../demo/watch.toml");
const PUBLISHERS: &str = include_str!("../../../../demo/families.tsv");

/// The day after the announcement: what was said is known, and what was seen.
pub(crate) const DAY: Date = date(2022, 2, 16);

/// What to do next.
const NEXT: [&str; 7] = [
    "this is the example that ships with saydo, told by stand-in outlets",
    "another day:        saydo demo --as-of 2022-02-24 --since 2022-02-16",
    "why a line says so: saydo demo --explain headline   (or any id at the end of a line)",
    "in a browser:       saydo serve --demo",
    "as a page:          saydo demo --format html > picture.html",
    "your own reports:   saydo init; edit watch.toml; saydo add FILES; saydo picture",
    "its files to try:   saydo demo --write example",
];

/// Runs the command; an error is for the output failing.
pub(crate) fn run(args: &Demo) -> anyhow::Result<Outcome> {
    if let Some(folder) = &args.write {
        return write(folder);
    }
    let desk = Desk {
        base: std::path::PathBuf::new(),
        ledger: filled(Ledger::memory()?)?,
        watch: watch()?,
        outlets: outlets()?,
    };
    let as_of = Some(args.show.as_of.unwrap_or(DAY));
    if let Some(id) = &args.explain {
        return desk.explain(id, as_of, Look::of_output(args.show.color));
    }
    let outcome = desk.show(&Show { as_of, ..args.show })?;
    if args.show.format == Form::Text {
        for line in NEXT {
            tell(line);
        }
    }
    Ok(outcome)
}

/// The example's watch.
pub(crate) fn watch() -> anyhow::Result<Watch> {
    parse_watch("the example's watch", WATCH)
}

/// The table of publishers, with the example's.
pub(crate) fn outlets() -> anyhow::Result<Outlets> {
    Outlets::with(PUBLISHERS).context("the example's publishers")
}

/// The ledger with the example's reports in it.
pub(crate) fn filled(mut ledger: Ledger) -> anyhow::Result<Ledger> {
    let mut sink = |_: &saydo_text::Report, _| {};
    let mut intake = Intake::new(&mut ledger, today(), &mut sink);
    for report in read::jsonl(REPORTS.as_bytes()) {
        intake.take(report.context("the example's reports")?)?;
    }
    intake.finish()?;
    Ok(ledger)
}

/// Writes reports, watch, publishers and ledger into a new folder.
fn write(folder: &Path) -> anyhow::Result<Outcome> {
    let name = folder.display();
    if folder.exists() {
        bail!("{name} is there already and was left as it is; name a folder that is not there yet");
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {name}"))?;
    for (file, text) in [("reports.jsonl", REPORTS), ("watch.toml", WATCH), ("publishers.tsv", PUBLISHERS)] {
        fs::write(folder.join(file), text).with_context(|| format!("cannot write {name}/{file}"))?;
    }
    filled(Ledger::open(folder.join("saydo.sqlite"))?)?;
    tell(&format!("wrote {name}; now: cd {name} && saydo picture --publishers publishers.tsv --as-of {DAY}"));
    Ok(Outcome { found: true, trouble: false })
}
