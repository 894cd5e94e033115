//! Learns the weights of factuality: sentences with graded words in, one file out, the same bytes every time.

mod chance;
mod grade;
mod learn;
mod text;

use std::path::{Path, PathBuf};

use anyhow::Context;
use saydo_standing::training::Network;

use grade::{Graded, Score};

/// What to learn from and where to write.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Sentences to learn from (JSONL with `text` in tokens and `targets` with `span1` and `label`); without them the
    /// weights in `--out` are only measured.
    #[arg(long, num_args = 1..)]
    train: Vec<PathBuf>,
    /// Sentences to measure with.
    #[arg(long, num_args = 1..)]
    score: Vec<PathBuf>,
    /// How often the sentences are gone through.
    #[arg(long, default_value_t = 6)]
    passes: usize,
    /// What chance starts from.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// The file to write.
    #[arg(long, default_value = "data/standing/factuality.bin")]
    out: PathBuf,
}

/// Learns, writes and measures.
#[expect(clippy::print_stdout, reason = "the scores are what the command is run for")]
pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let mut all: Vec<Graded> = Vec::new();
    for path in &args.train {
        all.extend(grade::read(path)?.found);
    }
    if !all.is_empty() {
        println!("{} words learnt from", all.len());
        std::fs::write(&args.out, learn::learn(&all, args.passes, args.seed).to_bytes())?;
    }
    let network = read(&args.out)?;
    for path in &args.score {
        let part = grade::read(path)?;
        println!("{}: {}", path.file_stem().unwrap_or_default().display(), Score::of(&network, &part));
    }
    Ok(())
}

fn read(path: &Path) -> anyhow::Result<Network> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    Network::from_bytes(&bytes).map_err(anyhow::Error::msg)
}
