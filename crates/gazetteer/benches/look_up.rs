//! How long a look-up takes: `cargo bench -p saydo-gazetteer`.
#![allow(clippy::print_stdout)]

use std::hint::black_box;
use std::time::Instant;

use saydo_gazetteer::{Gazetteer, fold};

const NAMES: [&str; 8] =
    ["Kyiv", "Springfield", "Frankfurt am Main", "Minister", "St. Louis", "Zaporizhzhia", "Monday", "U.S."];
const TIMES: u32 = 200_000;

fn main() {
    let table = Gazetteer::shipped();
    time("look-up by name", |name| table.look_up(name).count());
    let folded = NAMES.map(fold);
    let mut n = 0;
    time("look-up by folded name", |_| {
        n = (n + 1) % folded.len();
        table.look_up_folded(&folded[n]).count()
    });
}

fn time(what: &str, mut look_up: impl FnMut(&str) -> usize) {
    let start = Instant::now();
    for n in 0..TIMES {
        black_box(look_up(black_box(NAMES[n as usize % NAMES.len()])));
    }
    println!("{what}: {} ns", (start.elapsed() / TIMES).as_nanos());
}
