//! `saydo explain`: a finding with its rule and the sentences that it rests on.

use crate::args::Explain;
use crate::look::Look;
use crate::messages::Outcome;
use crate::shown::Desk;

/// Runs the command; an error is for the ledger, the watch or the output failing.
pub(crate) fn run(args: &Explain) -> anyhow::Result<Outcome> {
    let desk = Desk::open(&args.ledger.ledger, &args.watch)?;
    desk.explain(&args.id, args.as_of, Look::of_output(args.color))
}
