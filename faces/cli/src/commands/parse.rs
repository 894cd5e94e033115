//! `saydo parse`: text, JSONL or CoNLL-U in, trees or CoNLL-U out.

mod desk;
mod render;

use std::io::{self, IsTerminal};
use std::path::Path;

use anyhow::Context;
use saydo_engine::Engine;

use crate::args::{Output, Parse};
use crate::input::{self, Item};
use crate::messages::Outcome;
use crate::{files, progress};
use desk::Desk;

/// Runs the command; an error is for the output failing, everything else goes on and is told.
pub(crate) fn run(args: &Parse) -> anyhow::Result<Outcome> {
    rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads)
        .build_global()
        .context("cannot start the threads")?;
    let files = files::list(&args.paths);
    let bar = progress::bar(&files);
    let mut desk = Desk::new(Engine::shipped(), output(args), io::stdout().lock(), bar);
    for file in &files {
        match file {
            Ok(path) => read(path, args, &mut desk)?,
            Err(message) => desk.outcome.complain(message),
        }
    }
    desk.finish()
}

fn output(args: &Parse) -> Output {
    let usual = if io::stdout().is_terminal() { Output::Tree } else { Output::Conllu };
    args.format.unwrap_or(usual)
}

fn read(path: &Path, args: &Parse, desk: &mut Desk<'_, impl io::Write>) -> anyhow::Result<()> {
    let name = path.display().to_string();
    let items = match input::open(path, args.input) {
        Ok(items) => items,
        Err(error) => {
            desk.outcome
                .complain(&format!("{name}: cannot read it ({error}); check the path and its permissions"));
            return Ok(());
        }
    };
    for item in items {
        match item {
            Item::Report(report) => desk.report(&name, *report)?,
            Item::Sentence(sentence) => desk.sentence(*sentence)?,
            Item::Bad(message) => desk.outcome.complain(&format!("{name}: {message}")),
        }
    }
    Ok(())
}
