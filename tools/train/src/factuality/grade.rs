//! Graded words with their features, and how well a network grades them.

use std::fmt;
use std::path::Path;

use anyhow::Context;
use saydo_engine::Engine;
use saydo_standing::training::{Network, features};
use saydo_standing::{Judge, Predicate};
use saydo_text::Report;
use serde_json::Value;

use super::text::running;

/// A word with the grade that annotators gave it.
pub(super) struct Graded {
    pub(super) features: Vec<u16>,
    pub(super) grade: f32,
}

/// The graded words of one file.
pub(super) struct Part {
    /// Those at which our trees have a predicate.
    pub(super) found: Vec<Graded>,
    /// How many there are in all.
    pub(super) all: usize,
}

/// Reads a file of sentences with graded words.
pub(super) fn read(path: &Path) -> anyhow::Result<Part> {
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut part = Part { found: Vec::new(), all: 0 };
    for line in text.lines() {
        sentence(&serde_json::from_str(line)?, &mut part);
    }
    Ok(part)
}

fn sentence(record: &Value, part: &mut Part) {
    let (text, spans) = running(record["text"].as_str().unwrap_or_default());
    let report = saydo_read::plain("graded", text.as_bytes());
    let targets: Vec<(usize, usize, f32)> =
        record["targets"].as_array().into_iter().flatten().map(target).collect();
    part.all += targets.len();
    words(&report, |judge, predicates| {
        for &(first, end, grade) in &targets {
            let (start, end) = (spans[first].start, spans[end.min(spans.len()) - 1].end);
            let hit = predicates.iter().find(|p| p.span.start < end && start < p.span.end);
            part.found.extend(
                hit.map(|p| Graded { features: features(judge, p.sentence, p.word, &p.judgement), grade }),
            );
        }
    });
}

fn target(target: &Value) -> (usize, usize, f32) {
    let at = |i: usize| target["span1"][i].as_u64().unwrap_or_default() as usize;
    (at(0), at(1), target["label"].as_f64().unwrap_or_default() as f32)
}

fn words(report: &Report, each: impl FnOnce(&Judge<'_>, &[Predicate])) {
    let reading = Engine::shipped().read(report);
    let judge = Judge::new(&reading.document, &reading.mentions, &reading.statements);
    each(&judge, &judge.predicates());
}

/// How well a network grades.
pub(super) struct Score {
    covered: f64,
    error: f64,
    correlation: f64,
}

impl Score {
    /// The score of a network on one part.
    pub(super) fn of(network: &Network, part: &Part) -> Self {
        let pairs: Vec<(f64, f64)> =
            part.found.iter().map(|g| (network.run(&g.features).into(), g.grade.into())).collect();
        let n = pairs.len().max(1) as f64;
        let mean = |of: &dyn Fn(&(f64, f64)) -> f64| pairs.iter().map(of).sum::<f64>() / n;
        let (x, y) = (mean(&|p| p.0), mean(&|p| p.1));
        let shared = mean(&|p| (p.0 - x) * (p.1 - y));
        let spread = mean(&|p| (p.0 - x).powi(2)).sqrt() * mean(&|p| (p.1 - y).powi(2)).sqrt();
        Self {
            covered: 100.0 * pairs.len() as f64 / part.all.max(1) as f64,
            error: mean(&|p| (p.0 - p.1).abs()),
            correlation: if spread > 0.0 { shared / spread } else { 0.0 },
        }
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { covered, error, correlation } = self;
        write!(f, "covered {covered:.1} %, mean absolute error {error:.3}, r {correlation:.3}")
    }
}
