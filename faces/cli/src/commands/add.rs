//! `saydo add`: reports into a ledger.

use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use saydo_bureau::{Intake, Taken};
use saydo_files::Item;
use saydo_ledger::Ledger;

use crate::args::Add;
use crate::messages::Outcome;
use crate::polite::step_back;
use crate::progress::Progress;
use crate::today::today;

/// Runs the command; an error is for the ledger or the output failing, everything else goes on and is told.
pub(crate) fn run(args: &Add) -> anyhow::Result<Outcome> {
    step_back();
    rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads)
        .build_global()
        .context("cannot start the threads")?;
    let files = saydo_files::list(&args.paths, false);
    let mut ledger = Ledger::open(&args.ledger.ledger)?;
    let progress = Progress::new(&files);
    let mut outcome = Outcome::default();
    let mut sink = |report: &saydo_text::Report, _| progress.take(report.text.len());
    let mut intake = Intake::new(&mut ledger, today(), &mut sink);
    for file in &files {
        match file {
            Ok(path) => take(path, args, &mut intake, &progress, &mut outcome)?,
            Err(message) => outcome.complain(message),
        }
    }
    let taken = intake.finish()?;
    progress.finish();
    outcome.found = taken != Taken::default();
    writeln!(io::stdout().lock(), "{}: {}", args.ledger.ledger.display(), told(&taken))?;
    Ok(outcome)
}

fn take(
    path: &Path,
    args: &Add,
    intake: &mut Intake<'_, '_>,
    progress: &Progress,
    outcome: &mut Outcome,
) -> anyhow::Result<()> {
    let items = match saydo_files::open_metered(path, args.input.into(), false, &progress.meter) {
        Ok(items) => items,
        Err(error) => {
            outcome.complain(&format!("{}: {error}", path.display()));
            return Ok(());
        }
    };
    let mut bad = 0;
    for item in items {
        match item {
            Item::Report(report) => {
                progress.give(report.text.len());
                intake.take(*report)?;
            }
            Item::Sentence(_) => {}
            Item::Bad(message) => {
                bad += 1;
                outcome.trouble = true;
                if bad <= TOLD {
                    outcome.complain(&format!("{}: {message}", path.display()));
                }
            }
        }
    }
    if bad > TOLD {
        outcome.complain(&format!("{}: {} more that cannot be read", path.display(), bad - TOLD));
    }
    Ok(())
}

/// So many bad records of one file are told one by one; a file of the wrong kind has thousands.
const TOLD: usize = 10;

/// What became of the reports, in one line.
pub(crate) fn told(taken: &Taken) -> String {
    let counts = [
        (taken.new, "new"),
        (taken.revisions, "new texts of known addresses"),
        (taken.known, "known already"),
        (taken.copies, "near-copies of others"),
        (taken.undated, "without a date, shown apart"),
        (taken.future, "dated after today, shown apart"),
        (taken.foreign, "not in English, kept and not read"),
        (taken.statements, "statements"),
        (taken.events, "events"),
    ];
    let told = counts.iter().filter(|c| c.0 > 0 || c.1 == "new");
    told.map(|(n, what)| format!("{n} {what}")).collect::<Vec<_>>().join(", ")
}
