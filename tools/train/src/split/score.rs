//! How good a splitter is: tokens and sentences found, as F1, and what goes wrong most.

use std::collections::{BTreeSet, HashMap};
use std::fmt;

use saydo_split::Sentence;

use super::layout::Paragraph;

/// Spans in the treebank, spans found, and how many are in both.
#[derive(Default)]
struct Tally {
    gold: usize,
    found: usize,
    both: usize,
}

impl Tally {
    fn add(&mut self, gold: &BTreeSet<(usize, usize)>, found: &BTreeSet<(usize, usize)>) {
        self.gold += gold.len();
        self.found += found.len();
        self.both += gold.intersection(found).count();
    }

    fn f1(&self) -> f64 {
        200.0 * self.both as f64 / (self.gold + self.found).max(1) as f64
    }
}

/// The scores for one treebank in one layout.
#[derive(Default)]
pub(crate) struct Score {
    tokens: Tally,
    sentences: Tally,
    joins: Tally,
    token_errors: HashMap<String, usize>,
    sentence_errors: HashMap<String, usize>,
}

impl Score {
    pub(crate) fn add(&mut self, gold: &Paragraph, found: impl Iterator<Item = Sentence>) {
        let found: Vec<Sentence> = found.collect();
        let text = &gold.text;
        let starts: BTreeSet<usize> = found.iter().flat_map(|s| &s.tokens).map(|t| t.span.start).collect();
        let truth: BTreeSet<usize> = gold.tokens.keys().copied().collect();
        self.tokens.add(&spans(text, &truth), &spans(text, &starts));
        count(&mut self.token_errors, text, &truth, &starts, 12);
        let starts = found.iter().map(|s| s.span.start).collect();
        let truth = gold.sentences.iter().copied().collect();
        self.sentences.add(&spans(text, &truth), &spans(text, &starts));
        count(&mut self.sentence_errors, text, &truth, &starts, 45);
        let joined =
            found.iter().flat_map(|s| &s.tokens).filter(|t| t.joined).map(|t| (t.span.start, 0)).collect();
        self.joins.add(&gold.tokens.iter().filter(|t| *t.1).map(|t| (*t.0, 0)).collect(), &joined);
    }

    /// Prints the most frequent errors: `+` for a border too many, `-` for one too few, `¦` where it is.
    #[expect(clippy::print_stdout, reason = "asked for on the command line")]
    pub(crate) fn print_errors(&self, most: usize) {
        for errors in [&self.token_errors, &self.sentence_errors] {
            let mut list: Vec<_> = errors.iter().map(|(e, n)| (std::cmp::Reverse(*n), e)).collect();
            list.sort();
            for (n, error) in list.into_iter().take(most) {
                println!("{:6} {error}", n.0);
            }
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (tokens, sentences, joins) = (self.tokens.f1(), self.sentences.f1(), self.joins.f1());
        write!(f, "tokens {tokens:.2}, sentences {sentences:.2}, joins {joins:.2}")
    }
}

/// From each start to the last character before the next one that is not white space.
fn spans(text: &str, starts: &BTreeSet<usize>) -> BTreeSet<(usize, usize)> {
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts.iter().zip(ends).map(|(&s, e)| (s, s + text[s..e].trim_end().len())).collect()
}

fn count(
    errors: &mut HashMap<String, usize>,
    text: &str,
    truth: &BTreeSet<usize>,
    found: &BTreeSet<usize>,
    width: usize,
) {
    for (sign, places) in [('+', found.difference(truth)), ('-', truth.difference(found))] {
        for &at in places {
            let from = text[..at].char_indices().rev().nth(width).map_or(0, |(i, _)| i);
            let to = text[at..].char_indices().nth(width).map_or(text.len(), |(i, _)| at + i);
            let (left, right) = (&text[from..at], &text[at..to]);
            let word = width < 20;
            let left = if word { left.rsplit(char::is_whitespace).next().unwrap_or(left) } else { left };
            let right = if word { right.split(char::is_whitespace).next().unwrap_or(right) } else { right };
            *errors.entry(format!("{sign} {left}¦{right}")).or_default() += 1;
        }
    }
}
