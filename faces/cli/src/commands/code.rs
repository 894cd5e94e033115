//! `saydo code`: text or JSONL in, who said what out.

mod look;
mod render;
mod view;

use std::io::{self, IsTerminal};

use saydo_engine::Engine;

use crate::args::{Code, View};
use crate::messages::Outcome;
use crate::work::{self, Sources};
use look::Look;
use render::Coder;

/// Runs the command; an error is for the output failing, everything else goes on and is told.
pub(crate) fn run(args: &Code) -> anyhow::Result<Outcome> {
    let sources = Sources { paths: &args.paths, input: args.input, threads: args.threads };
    let look = Look::of_output(args.color);
    let coder = Coder { engine: Engine::shipped(), view: view(args), look, explain: args.explain };
    work::run(&sources, &coder, io::stdout().lock())
}

fn view(args: &Code) -> View {
    let usual = if io::stdout().is_terminal() { View::Read } else { View::Json };
    args.format.unwrap_or(usual)
}
