//! `saydo convert`: a file of coded events in another format.

use std::slice::from_ref;

use crate::args::Convert;
use crate::messages::Outcome;
use crate::rows::{self, finish};

/// Runs the command; an error is for the output failing, everything else goes on and is told.
pub(crate) fn run(args: &Convert) -> anyhow::Result<Outcome> {
    let mut outcome = Outcome::default();
    let target = &args.target;
    outcome.found = finish(args.to, target.words, target.output.as_deref(), |writer| {
        rows::read(from_ref(&args.path), &args.reading, &mut outcome, |_| Ok(()), &mut |_, event| {
            writer.event(&event)?;
            Ok(())
        })
    })?;
    Ok(outcome)
}
