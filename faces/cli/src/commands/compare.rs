//! `saydo compare`: our events beside those that others coded.

mod csv;
mod json;
mod said;
mod text;

use std::io::{self, Write};

use anyhow::bail;
use saydo_beside::Period;
use saydo_bureau::{Beside, beside};

use crate::args::{Compare, Comparison};
use crate::look::Look;
use crate::messages::{Outcome, tell};
use crate::shown::Desk;

/// A comparison with what it was asked for.
struct Asked<'a> {
    /// The watch's name.
    watch: &'a str,
    /// The days.
    period: Period,
    /// What came of it.
    beside: &'a Beside,
}

/// Runs the command; an error is for the ledger, the watch or the output failing.
pub(crate) fn run(args: &Compare) -> anyhow::Result<Outcome> {
    let desk = Desk::open(&args.ledger.ledger, &args.watch)?;
    let period = Period { since: args.since.or(desk.watch.since), until: args.until };
    if period.since.zip(period.until).is_some_and(|(since, until)| since > until) {
        bail!("the first day lies after the last one; turn --since and --until round");
    }
    let beside = beside(&desk.ledger, &desk.watch, &desk.outlets, period)?;
    if beside.compared.systems.is_empty() {
        let ledger = args.ledger.ledger.display();
        tell(&format!(
            "{ledger} holds no events of others in this period; `saydo import FILES` takes some in"
        ));
    }
    let asked = Asked { watch: &desk.watch.name, period, beside: &beside };
    let mut out = io::stdout().lock();
    match args.format {
        Comparison::Text => {
            let look = Look::of_output(args.color);
            out.write_all(text::page(&asked, look, args.most).as_bytes())?;
        }
        Comparison::Json => {
            serde_json::to_writer_pretty(&mut out, &json::object(&asked))?;
            writeln!(out)?;
        }
        Comparison::Csv => csv::write(&asked, io::stdout())?,
    }
    out.flush()?;
    Ok(Outcome { found: !beside.compared.systems.is_empty(), trouble: false })
}
