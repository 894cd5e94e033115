//! `saydo`: one binary, reports in, records and the picture out. Standard output is data only; messages go to standard error.

mod args;
mod commands;
mod desk;
mod dictionaries;
mod health;
mod look;
mod messages;
mod polite;
mod progress;
mod rows;
mod shown;
mod today;
mod tree;
mod work;

use std::io;
use std::process::ExitCode;

use clap::Parser;

/// Reading makes many small things on all cores; this allocator gives and takes them faster than the usual one.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    let result = match args::Args::parse().command {
        args::Command::Demo(demo) => commands::demo::run(&demo),
        args::Command::Init(init) => commands::init::run(&init),
        args::Command::Add(add) => commands::add::run(&add),
        args::Command::Picture(picture) => commands::picture::run(&picture),
        args::Command::Explain(explain) => commands::explain::run(&explain),
        args::Command::Serve(serve) => commands::serve::run(&serve),
        args::Command::Watch(watch) => commands::watch::run(&watch),
        args::Command::Sources(sources) => commands::sources::run(&sources),
        args::Command::Rebuild(rebuild) => commands::rebuild::run(&rebuild),
        args::Command::Code(code) => commands::code::run(&code),
        args::Command::Import(import) => commands::import::run(&import),
        args::Command::Export(export) => commands::export::run(&export),
        args::Command::Convert(convert) => commands::convert::run(&convert),
        args::Command::Compare(compare) => commands::compare::run(&compare),
        args::Command::Parse(parse) => commands::parse::run(&parse),
    };
    match result {
        Ok(outcome) => outcome.exit_code(),
        Err(error) if is_closed_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            messages::tell(&format!("{error:#}"));
            ExitCode::from(2)
        }
    }
}

/// Somebody who stops reading our output has what they wanted.
fn is_closed_pipe(error: &anyhow::Error) -> bool {
    error
        .chain()
        .any(|e| e.downcast_ref::<io::Error>().is_some_and(|e| e.kind() == io::ErrorKind::BrokenPipe))
}
