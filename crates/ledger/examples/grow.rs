//! How a ledger grows: the time to add a report, the size of the file, and time and memory to load all facts, for
//! ledgers of 10,000, 100,000 and 1,000,000 events, and with `--large` of 10,000,000. Reports come in the order of their
//! days, as from a feed or an archive, or with `--shuffled` in none. `--keep FOLDER` keeps the ledgers, to draw pictures
//! of them with `saydo picture`. `--words FILE` gives reports of 600 words in the order of a text instead, with every
//! fiftieth a rare one, for ledgers of 10,000 and 100,000 reports, and searches in these.
//!
//! Reports are made up: 400 words, 8 events, 6 statements, 15 entities and 24 keys each, of 120 actors, 400 places, 60
//! publishers and three years. Run it with `cargo run --release -p saydo-ledger --example grow`.

#![allow(clippy::print_stdout, reason = "it tells figures")]

#[path = "../tests/invent/mod.rs"]
mod invent;

use std::error::Error;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use invent::{Chance, Invented, add, report, report_of};
use saydo_ledger::{Ledger, Query, StatementId, plain_family};

const EVENTS: u64 = 8;
const SENTENCES: u64 = 21;
const BATCH: u64 = 64;

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match &arguments[..] {
        [mode, path] if mode == "--load" => return load(Path::new(path)),
        [mode, path] if mode == "--search" => return search(Path::new(path)),
        _ => {}
    }
    let has = |option: &str| arguments.iter().any(|a| a == option);
    let given =
        |option: &str| arguments.iter().position(|a| a == option).and_then(|at| arguments.get(at + 1));
    let keep = given("--keep").map(PathBuf::from);
    let text = given("--words").map(std::fs::read_to_string).transpose()?;
    let words: Option<Vec<&str>> = text.as_ref().map(|text| text.split_whitespace().collect());
    let sizes: &[u64] = match &words {
        Some(_) => &[10_000 * EVENTS, 100_000 * EVENTS],
        None => &[10_000, 100_000, 1_000_000, 10_000_000][..if has("--large") { 4 } else { 3 }],
    };
    for &events in sizes {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("ledger.sqlite");
        grow(&path, events / EVENTS, has("--shuffled"), words.as_deref())?;
        if let Some(kept) = &keep {
            std::fs::copy(&path, kept.join(format!("{events}.sqlite")))?;
        }
    }
    Ok(())
}

/// A report of 600 words of a text, from anywhere on; every fiftieth word is a rare name.
fn of_words(words: &[&str], n: u64) -> Invented {
    let names: Vec<String> = (0..12).map(|i| name(&mut Chance(n * 12 + i))).collect();
    let from = Chance(n).next() as usize % words.len();
    let word = |i: usize| match i % 50 {
        0 => names[i / 50 % 12].as_str(),
        _ => words[(from + i) % words.len()],
    };
    let mut all = (0..).map(word);
    report_of(n, 33, EVENTS, |_| all.next().unwrap_or("the"))
}

/// Makes a ledger of so many reports, then loads it in a process of its own, so that its memory is its own.
fn grow(path: &Path, reports: u64, shuffled: bool, words: Option<&[&str]>) -> Result<(), Box<dyn Error>> {
    let mut ledger = Ledger::open(path)?;
    let (mut all, mut last, mut busy) = (Duration::ZERO, Duration::ZERO, 0.0);
    for first in (0..reports).step_by(BATCH as usize) {
        let made = |n| match words {
            Some(words) => of_words(words, n),
            None => report(n, SENTENCES, EVENTS),
        };
        let mut batch: Vec<Invented> = (first..(first + BATCH).min(reports)).map(made).collect();
        if !shuffled {
            for one in &mut batch {
                one.report.published = Some(published(first, reports));
            }
        }
        let (start, before) = (Instant::now(), processor());
        add(&mut ledger, &batch)?;
        last = start.elapsed() / batch.len() as u32;
        all += start.elapsed();
        busy += processor() - before;
    }
    drop(ledger);
    let bytes = std::fs::metadata(path)?.len();
    println!(
        "{} events: {:.3} ms a report, of which {:.3} on the processor ({:.3} ms in the last batch), {:.1} MB, {} bytes an \
         event",
        reports * EVENTS,
        all.as_secs_f64() * 1e3 / reports as f64,
        busy * 1e3 / reports as f64,
        last.as_secs_f64() * 1e3,
        bytes as f64 / 1e6,
        bytes / (reports * EVENTS),
    );
    let mode = if words.is_some() { "--search" } else { "--load" };
    Command::new(std::env::current_exe()?).arg(mode).arg(path).status()?;
    Ok(())
}

/// A made-up name; some are much in the news.
fn name(chance: &mut Chance) -> String {
    let range = 1 + chance.next() % 200_000;
    let mut n = chance.below(range);
    let mut name = String::new();
    for _ in 0..4 {
        name.push_str(
            ["ka", "ro", "vi", "ten", "sul", "mar", "do", "li", "pen", "zhu", "ost", "ber"][n as usize % 12],
        );
        n /= 12;
    }
    name
}

/// Searches, and reads what lists show, in a process of its own.
fn search(path: &Path) -> Result<(), Box<dyn Error>> {
    let ledger = Ledger::open_existing(path)?;
    let best = |run: &dyn Fn() -> Result<usize, saydo_ledger::Error>| -> Result<_, saydo_ledger::Error> {
        let mut all = Vec::new();
        let mut found = 0;
        for _ in 0..7 {
            let start = Instant::now();
            found = run()?;
            all.push(start.elapsed());
        }
        all.sort();
        Ok(format!(
            "{:.2} ms ({:.2} at most), {found} found",
            all[3].as_secs_f64() * 1e3,
            all[6].as_secs_f64() * 1e3
        ))
    };
    for text in [
        "the",
        "president",
        "president minister",
        "\"foreign minister\"",
        "karovi*",
        "min*",
        "m*",
        "zhuzhuzhuzhu",
        "kakakaka",
    ] {
        let told = best(&|| ledger.search(text).map(|hits| hits.reports.len() + hits.statements.len()))?;
        println!("  {text}: {told}");
    }
    let reports = ledger.summary()?.reports as u32;
    let step = reports as usize / 50;
    let numbers: Vec<u32> = (1..=reports).step_by(step).take(50).collect();
    let ids: Vec<_> = numbers.iter().map(|&report| StatementId { report, nth: 3 }).collect();
    println!("  50 statements: {}", best(&|| Ok(ledger.statements(&ids, &plain_family, None)?.len()))?);
    println!("  50 reports: {}", best(&|| Ok(ledger.listed(&numbers, &plain_family)?.len()))?);
    println!("  all statements as rows: {}", best(&|| Ok(ledger.spoken(0)?.rows.len()))?);
    println!("  all reports as rows: {}", best(&|| Ok(ledger.rows()?.rows.len()))?);
    println!("  state: {}", best(&|| Ok(ledger.state()? as usize))?);
    sizes(path)
}

/// What tables take, in bytes.
fn sizes(path: &Path) -> Result<(), Box<dyn Error>> {
    let database = rusqlite::Connection::open(path)?;
    for (table, column) in
        [("report_text_data", "block"), ("statement_text_data", "block"), ("input", "text")]
    {
        let bytes: i64 = database.query_row(
            &format!("SELECT sum(length(CAST({column} AS BLOB))) FROM {table}"),
            [],
            |row| row.get(0),
        )?;
        println!("  {table}: {:.1} MB", bytes as f64 / 1e6);
    }
    Ok(())
}

/// The day of the report with this number where they come in order, over three years.
fn published(n: u64, reports: u64) -> String {
    let days = (n * 3 * 365 / reports).cast_signed();
    jiff::civil::date(2022, 1, 1).saturating_add(jiff::Span::new().days(days)).to_string()
}

fn load(path: &Path) -> Result<(), Box<dyn Error>> {
    let ledger = Ledger::open_existing(path)?;
    let time = |query: &Query| -> Result<_, saydo_ledger::Error> {
        let (start, before) = (Instant::now(), processor());
        let facts = ledger.facts(query, &plain_family)?;
        let (passed, busy) = (start.elapsed().as_secs_f64(), processor() - before);
        Ok((format!("{passed:.3} s, of which {busy:.3} s on the processor"), facts))
    };
    let (all, facts) = time(&Query::default())?;
    println!("  facts of {} events: {all}, {}", facts.events().count(), memory());
    drop(facts);
    println!("  their rows alone: {:.3} s on the processor", rows(path)?);
    let month =
        Query { since: Some(jiff::civil::date(2022, 3, 1)), until: Some(invent::ADDED), ..Query::default() };
    let (some, facts) = time(&Query { until: Some(jiff::civil::date(2022, 3, 31)), ..month })?;
    println!("  one month, {} events: {some}", facts.events().count());
    let (some, facts) = time(&Query { actors: vec!["BLR".to_owned()], ..Query::default() })?;
    println!("  reports that name BLR, {} events: {some}", facts.events().count());
    let start = Instant::now();
    let summary = ledger.summary()?;
    println!("  summary of {} reports: {:.3} s", summary.reports, start.elapsed().as_secs_f64());
    let ids: Vec<_> = facts.events().map(|e| e.id).step_by(101).take(100).collect();
    let start = Instant::now();
    println!(
        "  {} citations: {:.3} s",
        ledger.cite(&ids, &plain_family)?.len(),
        start.elapsed().as_secs_f64()
    );
    Ok(())
}

/// The time to go through the rows of events, actors and places, from which facts could be made instead: their words, forces
/// and days would come on top.
fn rows(path: &Path) -> Result<f64, Box<dyn Error>> {
    let database = rusqlite::Connection::open(path)?;
    let (before, mut sum) = (processor(), 0);
    let tables = [
        ("SELECT id, code, standing, negated, coalesce(statement, 0), trigger_start FROM event", 6),
        ("SELECT event, actor, role FROM event_actor ORDER BY event", 3),
        ("SELECT event, place FROM event_place ORDER BY event", 2),
    ];
    for (sql, columns) in tables {
        let mut select = database.prepare(sql)?;
        let mut rows = select.query([])?;
        while let Some(row) = rows.next()? {
            for column in 0..columns {
                sum ^= row.get::<_, i64>(column)?;
            }
        }
    }
    std::hint::black_box(sum);
    Ok(processor() - before)
}

/// The seconds that this process has been on a processor, where the system tells it.
fn processor() -> f64 {
    let schedule = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    schedule.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or_default() / 1e9
}

/// The resident memory, where the system tells it.
fn memory() -> String {
    let status = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let field = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name))?;
        line.trim().split(' ').next()?.parse::<u64>().ok()
    };
    match (field("VmRSS:"), field("VmHWM:")) {
        (Some(now), Some(most)) => format!("{} MB resident, {} MB at most", now / 1000, most / 1000),
        _ => "memory unknown".to_owned(),
    }
}
