//! Asks a running `saydo serve` many things at a steady rate, as many readers of the page would, and prints how long the
//! answers took: `cargo run --release -p saydo-bench --bin load -- 127.0.0.1:8750 [--rate 200] [--seconds 60] [--warm 10]`. The first seconds, `--warm`, are
//! asked as the rest and not counted.
//!
//! The rate is open: each request has its moment, and time is counted from that moment, so that a server that stalls
//! cannot slow down the clock that measures it.

#![allow(clippy::print_stdout, reason = "a program for makers prints what it measured")]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use saydo_bench::ask::Line;
use saydo_bench::mix::{Mix, Question};

/// So many connections share the requests; each waits for its answer before it takes the next one.
const CONNECTIONS: usize = 64;

/// How a question fared.
struct Fared {
    kind: &'static str,
    status: u16,
    bytes: usize,
    /// When, from the start.
    asked: Duration,
    took: Duration,
}

fn main() -> anyhow::Result<()> {
    let mut given = std::env::args().skip(1);
    let address = given.next().context("name the server's address, such as 127.0.0.1:8750")?;
    let (mut rate, mut seconds, mut warm) = (200, 60, 10);
    while let Some(option) = given.next() {
        let value = given.next().with_context(|| format!("{option} needs a number"))?.parse()?;
        match option.as_str() {
            "--rate" => rate = value,
            "--seconds" => seconds = value,
            "--warm" => warm = value,
            _ => anyhow::bail!("{option} is not known; there are --rate, --seconds and --warm"),
        }
    }
    ensure!(rate > 0 && seconds > 0, "rate and seconds are at least 1");
    let mix = Mix::of(&mut Line::to(&address)?)?;
    let mut fared = run(&address, mix.questions(rate * (warm + seconds)), rate)?;
    fared.retain(|f| f.asked >= Duration::from_secs(warm as u64));
    report(&fared, rate, seconds);
    ensure!(fared.iter().all(|f| f.status == 200), "some answers were errors");
    Ok(())
}

/// Asks all questions, each at its moment.
fn run(address: &str, questions: Vec<Question>, rate: usize) -> anyhow::Result<Vec<Fared>> {
    let (questions, next, start) = (Arc::new(questions), Arc::new(AtomicUsize::new(0)), Instant::now());
    let workers: Vec<_> = (0..CONNECTIONS)
        .map(|_| {
            let (questions, next, address) = (questions.clone(), next.clone(), address.to_owned());
            thread::spawn(move || work(&address, &questions, &next, (start, rate)))
        })
        .collect();
    let mut fared = Vec::new();
    for worker in workers {
        fared.extend(worker.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
    }
    Ok(fared)
}

/// Takes the next question, waits for its moment and asks it, until none is left.
fn work(
    address: &str,
    questions: &[Question],
    next: &AtomicUsize,
    (start, rate): (Instant, usize),
) -> anyhow::Result<Vec<Fared>> {
    let mut line = Line::to(address)?;
    let mut fared = Vec::new();
    loop {
        let n = next.fetch_add(1, Ordering::Relaxed);
        let Some(question) = questions.get(n) else { return Ok(fared) };
        let moment = start + Duration::from_secs_f64(n as f64 / rate as f64);
        thread::sleep(moment.saturating_duration_since(Instant::now()));
        // A connection that breaks counts as an error, and a new one goes on.
        let answer = line.get(&question.path).map(|answer| (answer.status, answer.body.len()));
        if answer.is_err() {
            line = Line::to(address)?;
        }
        let (status, bytes) = answer.unwrap_or_default();
        let (asked, took) = (moment - start, moment.elapsed());
        fared.push(Fared { kind: question.kind, status, bytes, asked, took });
    }
}

fn report(fared: &[Fared], rate: usize, seconds: usize) {
    println!("{rate} requests a second for {seconds} s, {CONNECTIONS} connections\n");
    println!(
        "| | requests | errors | median | p95 | p99 | longest | mean kB |\n| --- | --- | --- | --- | --- | --- | --- | --- |"
    );
    let mut kinds: Vec<&str> = fared.iter().map(|f| f.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    for kind in kinds {
        row(kind, fared.iter().filter(|f| f.kind == kind).collect());
    }
    row("all", fared.iter().collect());
}

fn row(kind: &str, mut fared: Vec<&Fared>) {
    fared.sort_by_key(|f| f.took);
    let errors = fared.iter().filter(|f| f.status != 200).count();
    let at = |part: f64| fared[((fared.len() - 1) as f64 * part).round() as usize].took.as_millis();
    let bytes: usize = fared.iter().map(|f| f.bytes).sum();
    let kilobytes = bytes as f64 / 1e3 / fared.len() as f64;
    println!(
        "| {kind} | {} | {errors} | {} ms | {} ms | {} ms | {} ms | {kilobytes:.1} |",
        fared.len(),
        at(0.5),
        at(0.95),
        at(0.99),
        at(1.0)
    );
}
