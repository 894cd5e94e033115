//! `saydo export`: the events of a ledger as other systems write theirs.

use saydo_bureau::{Outlets, coded};
use saydo_ledger::Ledger;

use crate::args::Export;
use crate::messages::Outcome;
use crate::rows::finish;

/// Runs the command; an error is for the ledger or the output failing.
pub(crate) fn run(args: &Export) -> anyhow::Result<Outcome> {
    let ledger = Ledger::open_existing(&args.ledger.ledger)?;
    let (outlets, period) = (Outlets::shipped(), (args.since, args.until));
    let target = &args.target;
    let found = finish(args.format, target.words, target.output.as_deref(), |writer| {
        coded(&ledger, &outlets, period, |event| {
            writer.event(&event)?;
            Ok::<(), anyhow::Error>(())
        })
    })?;
    Ok(Outcome { found, trouble: false })
}
