//! `saydo rebuild`: texts are made again of their raw bytes, and everything derived is made again from the reports.

use std::io::{self, Write};
use std::path::PathBuf;

use anyhow::bail;
use saydo_bureau::{EXTRACTED_BY, Extracted, READ_BY, raw_folder};
use saydo_ledger::Ledger;
use saydo_vault::Vault;

use crate::args::Rebuild;
use crate::messages::Outcome;
use crate::polite::step_back;
use crate::progress;

/// So many reports that stay as they were are named; the rest is counted.
const NAMED: usize = 20;

/// Runs the command; an error is for the ledger failing.
pub(crate) fn run(args: &Rebuild) -> anyhow::Result<Outcome> {
    step_back();
    let mut ledger = Ledger::open_existing(&args.ledger.ledger)?;
    let mut outcome = Outcome { found: true, trouble: false };
    let name = args.ledger.ledger.display();
    if let Some(folder) = raw(args)? {
        let Extracted { done, changed, kept } = extract(&mut ledger, folder, &mut outcome)?;
        if kept > NAMED {
            outcome.complain(&format!("and {} more reports keep their text", kept - NAMED));
        }
        let told = format!("{done} texts made again by {EXTRACTED_BY}, {changed} of them changed");
        writeln!(io::stdout().lock(), "{name}: {told}")?;
    }
    let bar = progress::count(ledger.stale_count(READ_BY)?);
    let done = saydo_bureau::rebuild(&mut ledger, |done| bar.set_position(done as u64))?;
    bar.finish_and_clear();
    writeln!(io::stdout().lock(), "{name}: {done} reports read again by {READ_BY}")?;
    Ok(outcome)
}

/// The folder of raw bytes; one that was named must be there.
fn raw(args: &Rebuild) -> anyhow::Result<Option<PathBuf>> {
    match &args.raw {
        Some(named) if !named.is_dir() => {
            bail!(
                "there is no folder of raw bytes at {}; check the name, or leave --raw out",
                named.display()
            )
        }
        Some(named) => Ok(Some(named.clone())),
        None => Ok(Some(raw_folder(&args.ledger.ledger)).filter(|folder| folder.is_dir())),
    }
}

fn extract(ledger: &mut Ledger, folder: PathBuf, outcome: &mut Outcome) -> anyhow::Result<Extracted> {
    let vault = Vault::open(folder);
    let bar = progress::count(ledger.raws_count(EXTRACTED_BY)?);
    let mut left = NAMED;
    let extracted = saydo_bureau::extract_again(ledger, &vault, |done, kept| {
        bar.set_position(done as u64);
        for kept in kept.iter().take(left) {
            outcome.complain(&format!("report {} keeps its text: {}", kept.number, kept.why));
        }
        left = left.saturating_sub(kept.len());
    });
    bar.finish_and_clear();
    Ok(extracted?)
}
