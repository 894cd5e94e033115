//! Trains the splitter: treebanks in, one weights file out, the same bytes every time.

mod layout;
mod learn;
mod score;
mod treebank;

use std::path::{Path, PathBuf};

use saydo_split::{Border, Judge, Sentences, Splitter, Weights};
use saydo_text::{Span, Zone};

use layout::{Layout, Paragraph};
use learn::{Course, Examples};
use score::Score;

/// What the training starts from; another number gives other weights of the same worth.
const SEED: u64 = 20_220_215;

/// How the three models are learnt: token borders, joins, sentence ends. The rates and shares are those that did best on
/// the development treebanks.
const COURSES: [Course; 3] = [
    Course { bits: 18, rate: 0.05, forgotten: 100 },
    Course { bits: 12, rate: 0.05, forgotten: 0 },
    Course { bits: 18, rate: 0.05, forgotten: 100 },
];

/// How many times a place counts where no sentence ends and no closing sign stands: news has no such ends inside a
/// paragraph, unlike the letters and forums of the treebanks.
const CAUTION: usize = 2;

/// What to train from and where to write.
#[derive(clap::Args)]
pub(crate) struct Args {
    /// Treebanks to learn from.
    #[arg(long, num_args = 1.., required = true)]
    train: Vec<PathBuf>,
    /// Treebanks to measure with.
    #[arg(long, num_args = 1..)]
    dev: Vec<PathBuf>,
    /// The weights file to write.
    #[arg(long)]
    out: PathBuf,
    /// How many of the most frequent errors to print for each kind.
    #[arg(long, default_value_t = 0)]
    errors: usize,
}

/// Trains, writes and measures.
#[expect(clippy::print_stdout, reason = "the scores are what the command is run for")]
pub(crate) fn run(args: &Args) -> anyhow::Result<()> {
    let weights = train(&args.train)?;
    std::fs::write(&args.out, weights.to_bytes())?;
    let splitter = Splitter::new(weights);
    for path in &args.dev {
        for layout in Layout::MEASURED {
            let score = measure(&splitter, path, layout)?;
            println!("{} {layout:?}: {score}", path.file_stem().unwrap_or_default().display());
            score.print_errors(args.errors);
        }
    }
    Ok(())
}

fn train(paths: &[PathBuf]) -> anyhow::Result<Weights> {
    let mut teacher = Teacher::default();
    for path in paths {
        let mut documents = treebank::read(path)?;
        documents.retain(|sentence| !sentence.misleading);
        for layout in Layout::LEARNT {
            for paragraph in layout::lay(&documents, layout, SEED) {
                teacher.teach(paragraph);
            }
        }
    }
    let [token, join, end] = [0, 1, 2].map(|i| teacher.examples[i].learn(COURSES[i], SEED));
    Ok(Weights { token: token?, join: join?, end: end? })
}

fn measure(splitter: &Splitter, path: &Path, layout: Layout) -> anyhow::Result<Score> {
    let mut score = Score::default();
    for paragraph in layout::lay(&treebank::read(path)?, layout, SEED) {
        let whole = Span::new(0, paragraph.text.len());
        score.add(&paragraph, splitter.zone(&paragraph.text, whole, Zone::Body));
    }
    Ok(score)
}

/// Answers every question as the treebank does, and remembers the question and the answer.
#[derive(Default)]
struct Teacher {
    paragraph: Paragraph,
    /// Token borders, joins and sentence ends.
    examples: [Examples; 3],
}

impl Teacher {
    fn teach(&mut self, paragraph: Paragraph) {
        self.paragraph = paragraph;
        let text = std::mem::take(&mut self.paragraph.text);
        Sentences::new(&text, Span::new(0, text.len()), Zone::Body, self).for_each(drop);
    }
}

impl Judge for &mut Teacher {
    fn border(&mut self, at: usize, features: &[u32], may_join: bool) -> Border {
        let joined = self.paragraph.tokens.get(&at).copied();
        self.examples[0].add(features, joined.is_some());
        match joined {
            None => Border::Inside,
            Some(joined) if may_join => {
                self.examples[1].add(features, joined);
                if joined { Border::Joined } else { Border::Token }
            }
            Some(_) => Border::Token,
        }
    }

    fn end(&mut self, at: usize, features: &[u32], closed: bool) -> bool {
        let end = self.paragraph.sentences.contains(&at);
        let times = if closed || end { 1 } else { CAUTION };
        for _ in 0..times {
            self.examples[2].add(features, end);
        }
        end
    }
}
