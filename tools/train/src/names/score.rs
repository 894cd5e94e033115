//! How good a tagger is: names found, as precision, recall and F1, with and without their kinds.

use std::fmt;
use std::ops::Range;

use super::corpus::{KINDS, Sample};

/// Names in the data, names found, and how many are in both.
#[derive(Default)]
pub(crate) struct Score {
    gold: usize,
    found: usize,
    typed: usize,
    untyped: usize,
}

/// Kinds from this one on are not asked for.
const OTHER: usize = 3;

impl Score {
    /// Adds one sample; `errors` prints what goes wrong in it.
    pub(crate) fn add(&mut self, sample: &Sample, found: &[(usize, Range<usize>)], errors: bool) {
        let gold: Vec<_> = sample.names.iter().filter(|n| n.0 < OTHER).collect();
        let found: Vec<_> = found.iter().filter(|n| n.0 < OTHER).collect();
        self.gold += gold.len();
        self.found += found.len();
        self.typed += found.iter().filter(|f| gold.contains(f)).count();
        self.untyped += found.iter().filter(|f| gold.iter().any(|g| g.1 == f.1)).count();
        if errors && (found.iter().any(|f| !gold.contains(f)) || gold.iter().any(|g| !found.contains(g))) {
            print(sample, &gold, &found);
        }
    }
}

#[expect(clippy::print_stdout, reason = "asked for on the command line")]
fn print(sample: &Sample, gold: &[&(usize, Range<usize>)], found: &[&(usize, Range<usize>)]) {
    println!("  {}", sample.text);
    let list = |sign: char, names: &[&(usize, Range<usize>)], others: &[&(usize, Range<usize>)]| {
        for (kind, span) in names.iter().filter(|n| !others.contains(n)) {
            println!("    {sign} {} {}", KINDS[*kind], &sample.text[span.clone()]);
        }
    };
    list('-', gold, found);
    list('+', found, gold);
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, both) in [("typed", self.typed), ("untyped", self.untyped)] {
            let percent = |n: usize, of: usize| 100.0 * n as f64 / of.max(1) as f64;
            let (p, r) = (percent(both, self.found), percent(both, self.gold));
            write!(f, "{name} P {p:.2} R {r:.2} F1 {:.2}; ", percent(2 * both, self.found + self.gold))?;
        }
        write!(f, "{} names", self.gold)
    }
}
