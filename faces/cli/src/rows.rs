//! Files of coded events: opened, read row by row, what is odd told and set aside, and written.

mod odd;
mod open;
mod out;

use std::path::PathBuf;

use anyhow::Context;
use saydo_coded::{Coded, Form};

use crate::args::Reading;
use crate::messages::Outcome;
use odd::Odds;

pub(crate) use out::{Out, RowSheet, finish};

/// A file of coded events, as much of it as is known before its rows are read.
pub(crate) struct Source<'s> {
    /// Its name, for people: that of the file, and of the part of it where it holds several.
    pub(crate) name: &'s str,
    /// What it is.
    pub(crate) form: Form,
}

/// Says why files of a form are not wanted.
pub(crate) type Wants = fn(Form) -> Result<(), &'static str>;

/// Reads the rows of files one after another. What is odd is told and set aside, what cannot be read is told, and the
/// rest goes on; an error is for `take` failing.
pub(crate) fn read(
    paths: &[PathBuf],
    reading: &Reading,
    outcome: &mut Outcome,
    wants: Wants,
    take: &mut dyn FnMut(&Source<'_>, Coded) -> anyhow::Result<()>,
) -> anyhow::Result<()> {
    let mut odds = Odds::new(reading.odd.as_deref());
    for path in paths {
        let mut failed = None;
        let each = &mut |part: open::Part<'_>| {
            odds.open(path, part.name);
            let read = rows(part, (reading.form.0, wants), &mut odds, take);
            odds.close(outcome);
            match read {
                Ok(()) => true,
                Err(Trouble::File(why)) => {
                    outcome.complain(&why);
                    true
                }
                Err(Trouble::Taker(error)) => {
                    failed = Some(error);
                    false
                }
            }
        };
        if let Err(error) = open::each(path, each) {
            outcome.complain(&format!("{}: {error}", path.display()));
        }
        if let Some(error) = failed {
            return Err(error);
        }
    }
    Ok(())
}

/// Why the rest of a file is not read.
enum Trouble {
    /// Something about the file, with its name.
    File(String),
    /// Whoever takes the rows failed.
    Taker(anyhow::Error),
}

fn rows(
    part: open::Part<'_>,
    (form, wants): (Option<Form>, Wants),
    odds: &mut Odds,
    take: &mut dyn FnMut(&Source<'_>, Coded) -> anyhow::Result<()>,
) -> Result<(), Trouble> {
    let name = part.name;
    let form = form.or_else(|| Form::sniff(name, &part.first)).ok_or_else(|| {
        let is_read = |form: &Form| !matches!(form, Form::GeoJson | Form::Parquet);
        let names: Vec<&str> = Form::ALL.into_iter().filter(is_read).map(Form::name).collect();
        let known = names.join(", ");
        Trouble::File(format!("{name}: nothing tells what this is; say with --form which it is ({known})"))
    })?;
    wants(form).map_err(|why| Trouble::File(format!("{name}: {why}")))?;
    let source = Source { name, form };
    let reader = form.reader(name, part.bytes).map_err(|error| Trouble::File(format!("{name}: {error}")))?;
    for row in reader {
        match row {
            Ok(event) => take(&source, event).map_err(Trouble::Taker)?,
            Err(odd) => odds.take(&odd).context("odd rows").map_err(Trouble::Taker)?,
        }
    }
    Ok(())
}
