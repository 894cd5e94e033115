//! `saydo import`: events that others coded into the ledger.

use std::io::{self, Write};

use saydo_coded::{Coded, Form};
use saydo_ledger::{CodedSource, Ledger, Put};

use crate::args::Import;
use crate::messages::Outcome;
use crate::rows::{self, Source};
use crate::today::today;

/// So many rows go in together.
const BATCH: usize = 10_000;

/// What became of the rows.
#[derive(Clone, Copy, Debug, Default)]
struct Taken {
    new: u64,
    revisions: u64,
    known: u64,
}

/// Runs the command; an error is for the ledger or the output failing, everything else goes on and is told.
pub(crate) fn run(args: &Import) -> anyhow::Result<Outcome> {
    let mut ledger = Ledger::open(&args.ledger.ledger)?;
    let mut outcome = Outcome::default();
    let mut desk = Desk {
        ledger: &mut ledger,
        waiting: Vec::new(),
        name: String::new(),
        form: None,
        taken: Taken::default(),
    };
    let take = &mut |source: &Source<'_>, event| desk.take(source, event);
    let read = rows::read(&args.paths, &args.reading, &mut outcome, wants, take);
    // What was read before a failure is right, and need not be read again.
    desk.flush().and(read)?;
    let Taken { new, revisions, known } = desk.taken;
    outcome.found = new + revisions + known > 0;
    let name = args.ledger.ledger.display();
    let mut told = format!(
        "{name}: {new} new events of others, {revisions} new values of known ones, {known} known already"
    );
    let held = ledger.coded_counts()?;
    if !held.is_empty() {
        let held: Vec<String> = held.iter().map(|(system, n)| format!("{n} of {}", system.name())).collect();
        told = format!("{told}; it holds {}", held.join(", "));
    }
    writeln!(io::stdout().lock(), "{told}")?;
    Ok(outcome)
}

/// Mentions are no events of their own.
fn wants(form: Form) -> Result<(), &'static str> {
    match form {
        Form::GdeltMentions => Err(
            "these are GDELT's mentions, which say where events are told and not what happened; import the events \
             (export.CSV) that they belong to",
        ),
        _ => Ok(()),
    }
}

/// Rows on their way into the ledger.
struct Desk<'l> {
    ledger: &'l mut Ledger,
    waiting: Vec<Coded>,
    name: String,
    form: Option<Form>,
    taken: Taken,
}

impl Desk<'_> {
    fn take(&mut self, source: &Source<'_>, event: Coded) -> anyhow::Result<()> {
        if self.form != Some(source.form) || self.name != source.name {
            self.flush()?;
            self.form = Some(source.form);
            source.name.clone_into(&mut self.name);
        }
        self.waiting.push(event);
        if self.waiting.len() < BATCH { Ok(()) } else { self.flush() }
    }

    /// Puts what waits into the ledger, in one transaction.
    fn flush(&mut self) -> anyhow::Result<()> {
        let Some(form) = self.form.filter(|_| !self.waiting.is_empty()) else { return Ok(()) };
        let from = CodedSource { name: &self.name, form: form.name(), added: today() };
        let mut batch = self.ledger.begin()?;
        let mut taken = self.taken;
        for event in self.waiting.drain(..) {
            match batch.put_coded(&event, &from)? {
                Put::New => taken.new += 1,
                Put::Revision => taken.revisions += 1,
                Put::Known => taken.known += 1,
            }
        }
        batch.commit()?;
        self.taken = taken;
        Ok(())
    }
}
