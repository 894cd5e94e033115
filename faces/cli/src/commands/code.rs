//! `saydo code`: text or JSONL in, who said what and who did what out.

mod follow;
mod render;
mod view;

use std::io::{self, IsTerminal};

use anyhow::bail;
use saydo_engine::Engine;

use crate::args::{Code, View};
use crate::dictionaries;
use crate::look::Look;
use crate::messages::Outcome;
use crate::rows::{Out, RowSheet};
use crate::work::{self, Sources};
use render::Coder;

/// Runs the command; an error is for the output or the dictionaries failing, everything else goes on and is told.
pub(crate) fn run(args: &Code) -> anyhow::Result<Outcome> {
    if args.follow {
        return follow::run(args);
    }
    let sources = Sources { paths: &args.paths, input: args.input, threads: args.threads };
    let coder = coder(args)?;
    match coder.view.form() {
        None if args.words => bail!("--words is for rows of events; name one of their formats with --format"),
        None => work::run(&sources, &coder, io::stdout().lock()),
        Some(form) => work::run(&sources, &coder, RowSheet::new(form, Out::standard(), args.words)?),
    }
}

fn coder(args: &Code) -> anyhow::Result<Coder<'static>> {
    let view = view(args);
    if view == View::Petrarch && args.dictionaries.is_none() {
        bail!(
            "--format petrarch prints what PETRARCH's dictionaries code; name their folder with --dictionaries DIR, or \
             take --format petrarch2 for our own events in its columns"
        );
    }
    Ok(Coder {
        engine: Engine::shipped(),
        view,
        look: Look::of_output(args.color),
        explain: args.explain,
        predicates: args.predicates,
        dictionaries: args.dictionaries.as_deref().map(dictionaries::read).transpose()?,
    })
}

fn view(args: &Code) -> View {
    let usual = if io::stdout().is_terminal() { View::Read } else { View::Json };
    args.format.unwrap_or(usual)
}
