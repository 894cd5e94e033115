//! Stage by stage and as a whole, on one core: tokens and bytes in a second.
//!
//! `cargo bench -p saydo-bench --bench stages`, with `-- --save-baseline NAME` before a change and `-- --baseline NAME`
//! after it.

#![allow(clippy::print_stderr, reason = "a bench tells on a terminal what it measures")]

use std::hint::black_box;

use criterion::{BenchmarkGroup, Criterion, Throughput, measurement::WallTime};
use saydo_bench::{Bundle, parse, tokens};
use saydo_engine::split::Splitter;
use saydo_engine::{Engine, read};

/// How much of the bundle one round takes.
const SAMPLE: usize = 100_000;

fn main() {
    let mut criterion = Criterion::default().configure_from_args();
    let bundle = Bundle::load().expect("the bundle or the articles can be read");
    eprintln!("measured on {}", bundle.name);
    stages(&mut criterion, &bundle.sample(SAMPLE));
    criterion.final_summary();
}

fn stages(criterion: &mut Criterion, texts: &[&str]) {
    let words = tokens(texts);
    let mut group = criterion.benchmark_group("stages");
    group.sample_size(10);
    group.throughput(Throughput::ElementsAndBytes {
        elements: words.iter().map(|s| s.len() as u64).sum(),
        bytes: texts.iter().map(|t| t.len() as u64).sum(),
    });
    reading(&mut group, texts);
    splitting(&mut group, texts);
    parsing(&mut group, &words);
    group.bench_function("whole path: text to trees", |b| b.iter(|| parse(black_box(texts))));
    group.finish();
}

fn reading(group: &mut BenchmarkGroup<'_, WallTime>, texts: &[&str]) {
    let read = |text: &&str| read::plain("bench", text.as_bytes()).zones.len();
    group.bench_function("read: bytes to report", |b| {
        b.iter(|| black_box(texts).iter().map(read).sum::<usize>());
    });
}

fn splitting(group: &mut BenchmarkGroup<'_, WallTime>, texts: &[&str]) {
    let splitter = Splitter::from_bytes(saydo_models::SPLIT).expect("the weights that ship are well-formed");
    let reports: Vec<_> = texts.iter().map(|text| read::plain("bench", text.as_bytes())).collect();
    group.bench_function("split: report to tokens", |b| {
        b.iter(|| black_box(&reports).iter().map(|r| splitter.sentences(r).count()).sum::<usize>());
    });
}

fn parsing(group: &mut BenchmarkGroup<'_, WallTime>, words: &[Vec<String>]) {
    let engine = Engine::shipped();
    let sentences: Vec<Vec<&str>> = words.iter().map(|s| s.iter().map(String::as_str).collect()).collect();
    group.bench_function("parse: tokens to trees", |b| {
        b.iter(|| black_box(&sentences).chunks(16).map(|c| engine.parse_words(c).len()).sum::<usize>());
    });
}
