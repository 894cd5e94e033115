//! Time for each byte as texts grow: level where time grows with the length of the text and no faster.
//!
//! `cargo bench -p saydo-bench --bench curve` takes some minutes; it ends with status 1 where a curve is not level.

#![allow(clippy::print_stdout, reason = "a bench prints what it measured")]

use std::process::ExitCode;
use std::time::Instant;

use saydo_bench::{Bundle, HOSTILE, parse};

const NEWS: &[usize] = &[10_000, 100_000, 1_000_000, 10_000_000];
const OTHER: &[usize] = &[10_000, 100_000, 1_000_000];

/// How much more a byte may take in the longest text than in the quickest. Memory that no longer fits the processor's
/// caches explains a rise to two; time that grows with the square rises a hundredfold here.
const LEVEL: f64 = 3.0;

fn main() -> ExitCode {
    let bundle = Bundle::load().expect("the bundle or the articles can be read");
    parse(&[&bundle.text(100_000)]);
    println!("nanoseconds for each byte, bytes to trees, one core; news: {}", bundle.name);
    let mut level = curve("news", NEWS, |bytes| bundle.text(bytes));
    for kind in HOSTILE {
        level &= curve(kind.name, OTHER, |bytes| kind.text(bytes));
    }
    if level { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Prints one curve; says whether it is level.
fn curve(name: &str, sizes: &[usize], text: impl Fn(usize) -> String) -> bool {
    let times: Vec<f64> = sizes.iter().map(|&bytes| each_byte(&text(bytes))).collect();
    let quickest = times.iter().copied().fold(f64::INFINITY, f64::min);
    let rise = times.last().map_or(1.0, |last| last / quickest);
    let cells: Vec<String> = times.iter().zip(sizes).map(|(t, s)| format!("{t:8.0} at {s}")).collect();
    let verdict = if rise <= LEVEL { "level" } else { "NOT LEVEL" };
    println!("{name:<26} {}  rise {rise:.2}, {verdict}", cells.join("  "));
    rise <= LEVEL
}

/// The quickest of some runs, since what disturbs a run only ever makes it slower; long texts run once.
fn each_byte(text: &str) -> f64 {
    let runs = (1_000_000 / text.len().max(1)).clamp(1, 5);
    let run = |_| {
        let start = Instant::now();
        std::hint::black_box(parse(&[text]));
        start.elapsed().as_secs_f64()
    };
    (0..runs).map(run).fold(f64::INFINITY, f64::min) * 1e9 / text.len() as f64
}
