//! `saydo add`: reports into a ledger.

use std::io::{self, Write};
use std::path::Path;

use anyhow::Context;
use saydo_bureau::{Intake, Taken};
use saydo_ledger::Ledger;

use crate::args::Add;
use crate::input::{self, Item};
use crate::messages::Outcome;
use crate::today::today;
use crate::{files, progress};

/// Runs the command; an error is for the ledger or the output failing, everything else goes on and is told.
pub(crate) fn run(args: &Add) -> anyhow::Result<Outcome> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads)
        .build_global()
        .context("cannot start the threads")?;
    let files = files::list(&args.paths, false);
    let mut ledger = Ledger::open(&args.ledger.ledger)?;
    let bar = progress::bar(&files);
    let mut outcome = Outcome::default();
    let mut sink = |report: &saydo_text::Report, _| bar.inc(report.text.len() as u64);
    let mut intake = Intake::new(&mut ledger, today(), &mut sink);
    for file in &files {
        match file {
            Ok(path) => take(path, args, &mut intake, &mut outcome)?,
            Err(message) => outcome.complain(message),
        }
    }
    let taken = intake.finish()?;
    bar.finish_and_clear();
    outcome.found = taken != Taken::default();
    writeln!(io::stdout().lock(), "{}: {}", args.ledger.ledger.display(), told(&taken))?;
    Ok(outcome)
}

fn take(path: &Path, args: &Add, intake: &mut Intake<'_, '_>, outcome: &mut Outcome) -> anyhow::Result<()> {
    let items = match input::open(path, args.input, false) {
        Ok(items) => items,
        Err(error) => {
            outcome.complain(&format!("{}: {error}", path.display()));
            return Ok(());
        }
    };
    let mut bad = 0;
    for item in items {
        match item {
            Item::Report(report) => intake.take(*report)?,
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
