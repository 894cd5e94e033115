//! `saydo parse`: text, JSONL or CoNLL-U in, trees or CoNLL-U out.

mod large;
mod render;

use std::io::{self, IsTerminal};

use saydo_engine::Engine;

use crate::args::{Output, Parse};
use crate::messages::Outcome;
use crate::work::{self, Sources};
use render::Printer;

/// Runs the command; an error is for the output failing, everything else goes on and is told.
pub(crate) fn run(args: &Parse) -> anyhow::Result<Outcome> {
    let sources = Sources { paths: &args.paths, input: args.input, threads: args.threads };
    let printer = Printer { engine: Engine::shipped(), output: output(args) };
    work::run(&sources, &printer, io::stdout().lock())
}

fn output(args: &Parse) -> Output {
    let usual = if io::stdout().is_terminal() { Output::Tree } else { Output::Conllu };
    args.format.unwrap_or(usual)
}
