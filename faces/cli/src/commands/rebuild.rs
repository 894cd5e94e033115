//! `saydo rebuild`: everything derived is made again from the reports.

use std::io::{self, Write};

use saydo_bureau::READ_BY;
use saydo_ledger::Ledger;

use crate::args::Rebuild;
use crate::messages::Outcome;
use crate::progress;

/// Runs the command; an error is for the ledger failing.
pub(crate) fn run(args: &Rebuild) -> anyhow::Result<Outcome> {
    let mut ledger = Ledger::open_existing(&args.ledger.ledger)?;
    let bar = progress::count(ledger.stale_count(READ_BY)?);
    let done = saydo_bureau::rebuild(&mut ledger, |done| bar.set_position(done as u64))?;
    bar.finish_and_clear();
    writeln!(
        io::stdout().lock(),
        "{}: {done} reports read again by {READ_BY}",
        args.ledger.ledger.display()
    )?;
    Ok(Outcome { found: true, trouble: false })
}
