//! Training, for makers only: from treebanks to the weights in `crates/models`.

mod coreference;
mod factuality;
mod features;
mod lemma;
mod names;
mod pack;
mod raw;
mod split;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Trains and packs the weights that ship.
#[derive(Parser)]
struct Args {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Train the splitter and measure it.
    Split(split::Args),
    /// Train the tagger of names and measure it.
    Names(names::Args),
    /// Learn the weights of pronouns and measure them.
    Coreference(coreference::Args),
    /// Learn the weights of factuality and measure them.
    Factuality(factuality::Args),
    /// Print the word features of the forms on standard input, one a line, as little-endian integers.
    Features,
    /// Print the sentences of raw news, a line each, their words separated by tabs.
    Raw {
        /// JSON or JSONL files whose records have a headline, summary, text, body or description.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// The weights for sentence and token borders.
        #[arg(long, default_value = "crates/models/weights/split.bin")]
        split: PathBuf,
    },
    /// Quantise a trained network and pack it with lemma tables into a file of parser weights.
    Pack {
        /// The student's weights, as `python/student.py` saves them.
        network: PathBuf,
        /// The treebanks (CoNLL-U) that the lemma tables are learnt from.
        #[arg(long, num_args = 1.., required = true)]
        lemmas: Vec<PathBuf>,
        /// The file to write.
        #[arg(long)]
        out: PathBuf,
    },
}

fn main() -> anyhow::Result<()> {
    match Args::parse().command {
        Command::Split(args) => split::run(&args),
        Command::Names(args) => names::run(&args),
        Command::Coreference(args) => coreference::run(&args),
        Command::Factuality(args) => factuality::run(&args),
        Command::Features => features::print(),
        Command::Raw { files, split } => raw::print(&files, &split),
        Command::Pack { network, lemmas, out } => pack::pack(&network, &lemmas, &out),
    }
}
