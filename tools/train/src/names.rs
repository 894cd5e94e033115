//! Trains the tagger of names: annotated sentences and lists in, one weights file out, the same bytes every time.

#[cfg(test)]
mod cases;
mod chain;
mod corpus;
mod learn;
mod lists;
mod score;
mod veil;

use std::path::PathBuf;

use saydo_mentions::name::{Lexicon, Tagger, Weights};

use corpus::{Reader, Sample};
use learn::Examples;
use score::Score;
use veil::Veil;

/// What to train from and where to write.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Annotated sentences to learn from (IOB2 with their texts).
    #[arg(long, num_args = 1.., required = true)]
    train: Vec<PathBuf>,
    /// Sentences annotated by a machine, which count less.
    #[arg(long, num_args = 1..)]
    silver: Vec<PathBuf>,
    /// Annotated sentences to measure with.
    #[arg(long, num_args = 1..)]
    dev: Vec<PathBuf>,
    /// The folder of the lists of names and the classes of words.
    #[arg(long, default_value = "data/names")]
    lists: PathBuf,
    /// The weights for sentence and token borders.
    #[arg(long, default_value = "crates/models/weights/split.bin")]
    split: PathBuf,
    /// The weights for tags and trees.
    #[arg(long, default_value = "crates/models/weights/parse.bin")]
    parse: PathBuf,
    /// The weights file to write.
    #[arg(long)]
    out: PathBuf,
    /// How many copies of each sentence are learnt, each with other words hidden.
    #[arg(long, default_value_t = 3)]
    copies: usize,
    /// How much a copy counts that is written small or like a headline.
    #[arg(long, default_value_t = 0.3)]
    case_trust: f32,
    /// How much a sentence counts that a machine annotated.
    #[arg(long, default_value_t = 0.15)]
    silver_trust: f32,
    /// Print what goes wrong in the sentences to measure with.
    #[arg(long)]
    errors: bool,
    #[command(flatten)]
    course: learn::Course,
}

/// Trains, writes and measures.
#[expect(clippy::print_stdout, reason = "the scores are what the command is run for")]
pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let (split, parse) = (std::fs::read(&args.split)?, std::fs::read(&args.parse)?);
    let reader = Reader::new(&split, &parse)?;
    let lexicon = lists::read(&args.lists)?;
    let examples = examples(args, &reader, &lexicon)?;
    println!("{}", examples.size());
    let weights = Weights { lexicon, model: examples.learn(&args.course) };
    std::fs::write(&args.out, weights.to_bytes())?;
    let tagger = Tagger::new(weights);
    for path in &args.dev {
        let mut score = Score::default();
        for sample in corpus::samples(path)? {
            score.add(&sample, &reader.find(&sample, &tagger), args.errors);
        }
        println!("{}: {score}", path.file_stem().unwrap_or_default().display());
    }
    Ok(())
}

/// Every sentence in several copies: each with other words hidden, and some in another case.
fn examples(args: &Args, reader: &Reader<'_>, lexicon: &Lexicon) -> anyhow::Result<Examples> {
    let (gold, silver) = (corpus::all(&args.train)?, corpus::all(&args.silver)?);
    let mut veil = Veil::new(gold.iter().map(|sample| sample.text.as_str()));
    let mut examples = Examples::default();
    let mut teach = |sample: &Sample, trust: f32| {
        reader.teach(sample, Some(&mut veil), |sentence, labels, hidden| {
            examples.add(sentence, labels, hidden, lexicon, trust);
        });
    };
    for sample in &gold {
        (0..args.copies).for_each(|_| teach(sample, 1.0));
        if args.case_trust > 0.0 {
            for case in [str::make_ascii_lowercase, corpus::headline] {
                teach(&sample.written(case), args.case_trust);
            }
        }
    }
    for sample in &silver {
        teach(sample, args.silver_trust);
    }
    Ok(examples)
}
