//! Learns the weights of pronouns: a treebank with coreference in, one table out, the same rows every time.

mod learn;
mod score;
mod stretch;
mod treebank;

use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use saydo_mentions::training::{Example, Weights, examples};
use saydo_parse::Parser;

use score::Score;
use treebank::Page;

/// What groups of pronouns are called.
const GROUPS: [&str; 3] = ["he, she", "it", "they"];

/// What to learn from and where to write.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Treebanks (CoNLL-U with `Entity=` in the last column) to learn from; without them the weights in `--out` are
    /// only measured.
    #[arg(long, num_args = 1..)]
    train: Vec<PathBuf>,
    /// Treebanks to measure with.
    #[arg(long, num_args = 1..)]
    score: Vec<PathBuf>,
    /// The kinds of documents that are measured, and that count twice where weights are learnt.
    #[arg(long, value_delimiter = ',', default_value = "news,interview,speech")]
    genres: Vec<String>,
    /// By how much the best candidate must be better than the next for "he", "it" and "they", in hundredths.
    #[arg(long, value_delimiter = ',', default_value = "40,60,90")]
    margin: Vec<i32>,
    /// What the body that a speaker speaks for has on top for "they", in hundredths; treebanks have hardly any.
    #[arg(long, default_value_t = 150)]
    speakers_body: i32,
    /// The weights for tags and trees.
    #[arg(long, default_value = "crates/models/weights/parse.bin")]
    parse: PathBuf,
    /// The table to write.
    #[arg(long, default_value = "data/coreference/weights.tsv")]
    out: PathBuf,
}

/// Learns, writes and measures.
#[expect(clippy::print_stdout, reason = "the scores are what the command is run for")]
pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let bytes = std::fs::read(&args.parse)?;
    let parser = Parser::from_bytes(&bytes)?;
    if !args.train.is_empty() {
        std::fs::write(&args.out, train(args, &parser)?.to_table())?;
    }
    let weights = read(&args.out)?;
    for path in &args.score {
        let mut score = Score::default();
        for text in treebank::read(path)?.iter().filter(|t| args.is_news(t)) {
            score.add(text, &stretch::document(text, &parser), &weights);
        }
        println!("{}\n{score}", path.file_stem().unwrap_or_default().display());
    }
    Ok(())
}

impl Args {
    fn is_news(&self, text: &Page) -> bool {
        self.genres.contains(&text.genre)
    }
}

fn read(path: &Path) -> anyhow::Result<Weights> {
    let table = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    Weights::parse(&table).map_err(anyhow::Error::msg)
}

#[expect(clippy::print_stdout, reason = "how much there was to learn from belongs on the card")]
fn train(args: &Args, parser: &Parser<'_>) -> anyhow::Result<Weights> {
    let Ok(margin) = args.margin.clone().try_into() else { bail!("give three margins") };
    let mut weights = Weights { margin, speakers_body: [0, 0, args.speakers_body], ..Weights::default() };
    let mut all: Vec<(Example, f64)> = Vec::new();
    for path in &args.train {
        for text in &treebank::read(path)? {
            let found =
                examples(&stretch::document(text, parser), &|pronoun, other| text.same(pronoun, other));
            let trust = if args.is_news(text) { 2.0 } else { 1.0 };
            all.extend(found.into_iter().map(|example| (example, trust)));
        }
    }
    for (group, name) in GROUPS.iter().enumerate() {
        let own: Vec<_> = all.iter().filter(|(example, _)| example.group == group).collect();
        println!("{name}: {} pronouns", own.len());
        learn::learn(&own, group, &mut weights);
    }
    Ok(weights)
}
