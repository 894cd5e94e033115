//! What it costs to remember items: the size of their table, and the time to note, ask for, touch and sweep them, for
//! 100,000 items of one source, noted 64 in a transaction, and a sitemap of 50,000 of them.
//!
//! Run it with `cargo run --release -p saydo-ledger --example follow`.

#![allow(clippy::print_stdout, reason = "it tells figures")]

use std::error::Error;
use std::time::Instant;

use jiff::civil::date;
use saydo_ledger::Ledger;

const SOURCE: &str = "https://wire.example/sitemap.xml";
const ITEMS: usize = 100_000;
const LISTED: usize = 50_000;

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("ledger.sqlite");
    let ids: Vec<String> =
        (0..2 * ITEMS).map(|n| format!("https://wire.example/2022/02/news-{n}.html")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let (known, unknown) = ids.split_at(ITEMS);
    let size = || std::fs::metadata(&path).map_or(0, |file| file.len());
    drop(Ledger::open(&path)?);
    let before = size();
    let mut ledger = Ledger::open(&path)?;
    let start = Instant::now();
    for some in known.chunks(64) {
        let mut batch = ledger.begin()?;
        for id in some {
            batch.see(SOURCE, id, None, date(2022, 2, 15))?;
        }
        batch.commit()?;
    }
    println!("noting: {:.1} µs an item", start.elapsed().as_secs_f64() * 1e6 / ITEMS as f64);
    drop(ledger);
    println!("size: {:.1} MB for {ITEMS} items", (size() - before) as f64 / 1e6);
    let mut ledger = Ledger::open(&path)?;
    for (name, asked) in [("seen", &known[..LISTED]), ("new", &unknown[..LISTED])] {
        let start = Instant::now();
        let found = ledger.seen(SOURCE, asked)?.len();
        println!(
            "asking for {LISTED} {name} ones, {found} found: {:.0} ms",
            start.elapsed().as_secs_f64() * 1e3
        );
    }
    for name in ["the first time", "the second time"] {
        let start = Instant::now();
        let mut batch = ledger.begin()?;
        batch.listed(SOURCE, &known[..LISTED], date(2022, 3, 15))?;
        batch.commit()?;
        println!("listing {LISTED} on one day, {name}: {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    }
    let start = Instant::now();
    let mut batch = ledger.begin()?;
    let swept = batch.sweep_items(date(2022, 3, 1))?;
    batch.commit()?;
    println!("sweeping {swept} of {ITEMS}: {:.0} ms", start.elapsed().as_secs_f64() * 1e3);
    Ok(())
}
