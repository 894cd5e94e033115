//! How long the picture of a day takes from facts that stay in memory: the time to load them, and the least, the median and
//! the longest time for forty days of a ledger's span, each compared with the week before and not.
//!
//! Make ledgers with `cargo run --release -p saydo-ledger --example grow -- --keep FOLDER`, then run it with
//! `cargo run --release -p saydo-bureau --example days -- FOLDER/1000000.sqlite [WATCH.toml]`.

#![allow(clippy::print_stdout, reason = "it tells figures")]

use std::error::Error;
use std::time::{Duration, Instant};

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_bureau::{Archive, Outlets};
use saydo_ledger::Ledger;
use saydo_watch::Watch;

const WATCH: &str = "name = 'Border'\nsubject = 'RUS'\nothers = ['UKR', 'USA']";
const DAYS: i32 = 40;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let path = arguments.next().ok_or("a ledger is needed")?;
    let watch = arguments.next().map_or(Ok(WATCH.to_owned()), std::fs::read_to_string)?;
    let watch = Watch::parse(&watch).map_err(|errors| format!("{errors:?}"))?;
    let ledger = Ledger::open_existing(&path)?;
    let outlets = Outlets::shipped();
    let start = Instant::now();
    let archive = Archive::load(&ledger, &outlets)?;
    println!("{} events loaded in {:.3} s, {}", archive.facts.len(), start.elapsed().as_secs_f64(), memory());
    let draw = |day: Date, since: Option<Date>| -> Result<Duration, Box<dyn Error>> {
        let start = Instant::now();
        archive.draw(&ledger, &watch, &outlets, (day, since), |_| Vec::new())?;
        Ok(start.elapsed())
    };
    let days = span(&archive);
    println!("the first picture: {:.3} s, {}", draw(days[DAYS as usize - 1], None)?.as_secs_f64(), memory());
    let before = processor();
    let plain = days.iter().map(|&day| draw(day, None)).collect::<Result<Vec<_>, _>>()?;
    tell("any day", plain, processor() - before);
    let before = processor();
    let week = |day: &Date| draw(*day, Some(day.saturating_sub(7.days())));
    let weeks = days.iter().map(week).collect::<Result<Vec<_>, _>>()?;
    tell("compared with the week before", weeks, processor() - before);
    println!("{}", memory());
    Ok(())
}

/// Days from the first to the last publication, at even steps.
fn span(archive: &Archive) -> Vec<Date> {
    let sound = || archive.facts.reports().iter().filter(|report| !report.is_future());
    let published = || sound().filter_map(|report| report.published);
    let (first, last) = (published().min().unwrap_or_default(), published().max().unwrap_or_default());
    let length = (last - first).get_days();
    (1..=DAYS).map(|n| first.saturating_add((length * n / DAYS).days())).collect()
}

fn tell(what: &str, mut times: Vec<Duration>, busy: f64) {
    times.sort_unstable();
    let of = |at: usize| times.get(at).map_or(0.0, Duration::as_secs_f64) * 1e3;
    let (least, median, most) = (of(0), of(times.len() / 2), of(times.len() - 1));
    let busy = busy * 1e3 / times.len() as f64;
    println!(
        "{what}: {least:.0} ms, median {median:.0} ms, at most {most:.0} ms; {busy:.0} ms of processors on average"
    );
}

/// The seconds that this process has been on processors, all its threads together, where the system tells it in hundredths.
fn processor() -> f64 {
    let stat = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace().skip(11).take(2);
    fields.filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / 100.0
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
