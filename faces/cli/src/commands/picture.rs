//! `saydo picture`: the picture of a watch as of a day.

use crate::args::Picture;
use crate::messages::Outcome;
use crate::shown::Desk;

/// Runs the command; an error is for the ledger, the watch or the output failing.
pub(crate) fn run(args: &Picture) -> anyhow::Result<Outcome> {
    Desk::open(&args.ledger.ledger, &args.watch)?.show(&args.show)
}
