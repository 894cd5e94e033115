//! The stages in order, from a report to who said what and who did what.
//!
//! ```
//! let engine = saydo_engine::Engine::shipped();
//! let report = saydo_engine::read::plain("example", b"Moscow said that its troops were leaving.");
//! let sentence = engine.parse(&report).next().unwrap();
//! let root = sentence.words.iter().position(|w| w.head == 0).unwrap();
//! assert_eq!(sentence.words[root].lemma, "say");
//! ```
//!
//! **Invariants.** From bytes to events there is no network, clock, environment, file or database. The same text
//! gives the same result on any machine and any number of threads. Reading never fails.

mod batch;
mod dictionaries;
mod document;
mod pool;
mod reading;
mod when;

use std::sync::OnceLock;

pub use saydo_events as events;
pub use saydo_mentions as mentions;
pub use saydo_parse as parse;
pub use saydo_petrarch as petrarch;
pub use saydo_places as places;
pub use saydo_read as read;
pub use saydo_split as split;
pub use saydo_standing as standing;
pub use saydo_statements as statements;
pub use saydo_syntax as syntax;
use saydo_text::Report;
pub use saydo_times as times;

pub use batch::{Batch, Batches, Parsed};
pub use document::Trees;
use pool::Pool;
pub use reading::Reading;

/// The stages with their weights; one serves all threads.
#[derive(Debug)]
pub struct Engine {
    splitter: split::Splitter,
    parser: parse::Parser<'static>,
    labels: document::Labels,
    pool: Pool,
}

impl Engine {
    /// The engine with the weights that ship, read once for the whole program.
    ///
    /// # Panics
    /// Never in a program that passed its tests: they read the same bytes.
    pub fn shipped() -> &'static Self {
        static SHIPPED: OnceLock<Engine> = OnceLock::new();
        SHIPPED.get_or_init(|| {
            let parser = parse::Parser::from_bytes(saydo_models::PARSE)
                .expect("the weights that ship are well-formed");
            Self {
                splitter: split::Splitter::from_bytes(saydo_models::SPLIT)
                    .expect("the weights that ship are well-formed"),
                labels: document::Labels::new(&parser),
                parser,
                pool: Pool::default(),
            }
        })
    }

    /// The parser, for looking up tags and relations.
    pub fn parser(&self) -> &parse::Parser<'static> {
        &self.parser
    }

    /// The parsed sentences of a report, in order and one batch at a time; none for a report that is not English.
    pub fn parse<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = Parsed> + 'a {
        self.batches(report).flat_map(|batch| self.parse_batch(report, batch))
    }

    /// The sentences of a report, in order, in batches that may be parsed on any thread.
    pub fn batches<'a>(&'a self, report: &'a Report) -> Batches<'a> {
        let sentences = report.is_readable().then(|| self.splitter.sentences(report));
        Batches::new(Box::new(sentences.into_iter().flatten()))
    }

    /// Parses one batch of `report`'s sentences.
    pub fn parse_batch(&self, report: &Report, batch: Batch) -> Vec<Parsed> {
        let words: Vec<Vec<&str>> = batch.sentences.iter().map(|s| batch::words(&report.text, s)).collect();
        let analyses = self.parse_words(&words);
        batch
            .sentences
            .into_iter()
            .zip(analyses)
            .map(|(sentence, words)| Parsed { sentence, words })
            .collect()
    }

    /// Parses sentences that somebody else has cut into words.
    pub fn parse_words(&self, sentences: &[Vec<&str>]) -> Vec<Vec<parse::Analysis>> {
        let sentences: Vec<&[&str]> = sentences.iter().map(Vec::as_slice).collect();
        self.pool.with(|scratch| self.parser.parse(&sentences, scratch))
    }
}
