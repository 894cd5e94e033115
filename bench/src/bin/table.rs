//! Prints the README's table of speed and size, in Markdown; run it on a machine that does nothing else:
//! `cargo build --release && cargo run --release -p saydo-bench --bin table`.

#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a program for makers prints what it measured")]

use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use saydo_bench::{Bundle, code, median, middle, parse};

/// How much of the bundle one run takes, and how many runs there are.
const SAMPLE: usize = 400_000;
const RUNS: usize = 5;
const STARTS: usize = 21;

fn main() -> anyhow::Result<()> {
    let saydo = saydo()?;
    let bundle = Bundle::load()?;
    eprintln!("measuring on {}", bundle.name);
    let rows = [
        ("text to trees, one core", speed(&bundle, parse)),
        ("whole path, text to record, one core", speed(&bundle, code)),
        ("start to the record of a short report", format!("{} ms", start(&saydo)?.as_millis())),
        ("program, with everything it needs", megabytes(fs::metadata(&saydo)?.len())),
        (
            "of it weights",
            megabytes(
                (saydo_models::SPLIT.len() + saydo_models::PARSE.len() + saydo_models::NAMES.len()) as u64,
            ),
        ),
        ("peak memory over 1,000 reports, text to record", peak(&saydo, &bundle)?),
    ];
    println!("| on one {} | |\n| --- | --- |", processor());
    for (what, figure) in rows {
        println!("| {what} | {figure} |");
    }
    println!("\nMeasured on {}.", bundle.name);
    Ok(())
}

/// The program, which is built into the same folder as this one.
fn saydo() -> anyhow::Result<PathBuf> {
    let path = std::env::current_exe()?.with_file_name(format!("saydo{}", std::env::consts::EXE_SUFFIX));
    ensure!(path.is_file(), "{} is not there; run `cargo build --release`", path.display());
    Ok(path)
}

fn speed(bundle: &Bundle, work: fn(&[&str]) -> usize) -> String {
    let texts = bundle.sample(SAMPLE);
    let bytes: usize = texts.iter().map(|t| t.len()).sum();
    let mut tokens = 0;
    let seconds = median(RUNS, || tokens = work(&texts)).as_secs_f64();
    let hundreds = (tokens as f64 / seconds / 100.0).round() as usize;
    let (thousands, rest) = (hundreds / 10, hundreds % 10 * 100);
    format!("{thousands},{rest:03} tokens/s, {:.2} MB/s", bytes as f64 / seconds / 1e6)
}

fn start(saydo: &Path) -> anyhow::Result<Duration> {
    let article = Path::new(env!("CARGO_MANIFEST_DIR")).join("../articles/ireland.txt");
    let times: anyhow::Result<Vec<_>> = (0..STARTS).map(|_| first_record(saydo, &article)).collect();
    Ok(middle(times?))
}

/// How long the program takes from its start until the record of a short report is complete.
fn first_record(saydo: &Path, article: &Path) -> anyhow::Result<Duration> {
    let start = Instant::now();
    let mut child = spawn(saydo, article, Stdio::piped())?;
    let out = child.stdout.take().context("the output is piped")?;
    let mut lines = BufReader::new(out).lines().map_while(Result::ok);
    let complete = lines.by_ref().any(|line| line.ends_with('}'));
    let took = start.elapsed();
    lines.for_each(drop);
    let status = child.wait()?;
    ensure!(complete && status.success(), "`saydo code {}` printed no record", article.display());
    Ok(took)
}

fn spawn(saydo: &Path, input: &Path, stdout: Stdio) -> anyhow::Result<Child> {
    let mut command = Command::new(saydo);
    command.args(["code", "--format", "json"]).arg(input).stdin(Stdio::null()).stdout(stdout);
    command.spawn().with_context(|| format!("cannot start {}", saydo.display()))
}

/// The most memory that the program had while it read the bundle, as the kernel counts it.
fn peak(saydo: &Path, bundle: &Bundle) -> anyhow::Result<String> {
    let input = std::env::temp_dir().join(format!("saydo-bench-{}.jsonl", std::process::id()));
    let lines: String =
        bundle.texts.iter().map(|text| serde_json::json!({"text": text}).to_string() + "\n").collect();
    fs::write(&input, lines)?;
    let child = spawn(saydo, &input, Stdio::null());
    let kilobytes = child.and_then(watch);
    fs::remove_file(&input)?;
    Ok(kilobytes?.map_or_else(|| "not known here".to_owned(), |k| megabytes(k * 1024)))
}

fn watch(mut child: Child) -> anyhow::Result<Option<u64>> {
    let status = format!("/proc/{}/status", child.id());
    let mut most = None;
    loop {
        most = most.max(fs::read_to_string(&status).ok().and_then(|s| high_water(&s)));
        if let Some(status) = child.try_wait()? {
            ensure!(status.success(), "`saydo parse` ended with {status}");
            return Ok(most);
        }
        thread::sleep(Duration::from_millis(5));
    }
}

fn high_water(status: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.trim().trim_end_matches(" kB").parse().ok()
}

fn processor() -> String {
    let known = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| {
        let line = text.lines().find(|line| line.starts_with("model name"))?;
        Some(line.split_once(':')?.1.trim().to_owned())
    });
    known.unwrap_or_else(|| format!("core of {}", std::env::consts::ARCH))
}

fn megabytes(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / 1e6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_high_water_mark_is_read() {
        assert_eq!(high_water("Name:\tsaydo\nVmHWM:\t   12345 kB\n"), Some(12345));
        assert_eq!(high_water("Name:\tsaydo\n"), None);
    }
}
