//! Makes the bundle to measure on from a folder of free reports:
//! `cargo run --release -p saydo-bench --bin bundle -- FOLDER`.

#![allow(clippy::print_stdout, reason = "a program for makers says what it made")]

use std::path::PathBuf;

use anyhow::Context;

fn main() -> anyhow::Result<()> {
    let data = std::env::args_os().nth(1).map(PathBuf::from).context("give the folder of the data")?;
    let reports = saydo_bench::reports(&data)?;
    let folder = saydo_bench::write(&reports)?;
    println!("{} reports in {}", reports.len(), folder.display());
    Ok(())
}
