//! How long answers take over a ledger of one's own: `SAYDO_LEDGER=FILE cargo test --release -p saydo-serve --test api_speed
//! -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on is a test that fails")]
#![allow(clippy::print_stdout, reason = "it is there to tell figures")]

#[path = "api/site.rs"]
#[allow(dead_code, reason = "the tests of the API need the rest")]
mod site;

use std::time::{Duration, Instant};

use jiff::ToSpan;
use jiff::civil::Date;

use site::Site;

/// So many times each is asked, each time for something else.
const TIMES: i64 = 15;

/// Asked with a first day that is another one each time.
const FILTERED: [&str; 8] = [
    "/series?",
    "/map?",
    "/facets?",
    "/events?",
    "/events?track=deeds&",
    "/statements?",
    "/reports?",
    "/series?actor=RUS&",
];

#[test]
#[ignore = "it needs a large ledger, whose name is in SAYDO_LEDGER"]
fn answers_over_a_large_ledger() {
    let ledger = std::env::var("SAYDO_LEDGER").unwrap();
    let begun = Instant::now();
    let site = Site::at(ledger.as_ref());
    println!("open: {:?}", begun.elapsed());
    let newest: Date = site.json("/about")["as_of"].as_str().unwrap().parse().unwrap();
    let first = site.timed("/picture");
    println!("first picture: {first:?}, {} bytes", site.get("/picture").body.len());
    for path in FILTERED {
        let asked = |n: i64| format!("{path}from={}", newest.saturating_sub((n + 400).days()));
        tell(&site, path, asked);
    }
    tell(&site, "/statements?q=", |n| {
        format!("/statements?q=troops&from={}", newest.saturating_sub((n + 400).days()))
    });
    tell(&site, "/reports/{number}", |n| format!("/reports/{}", n * 7 + 1));
    tell(&site, "/picture?as_of=", |n| format!("/picture?as_of={}", newest.saturating_sub(n.days())));
    tell(&site, "/sources?as_of=", |n| format!("/sources?as_of={}", newest.saturating_sub(n.days())));
}

/// Tells the median of the first answers, of the same again, and their size.
fn tell(site: &Site, what: &str, path: impl Fn(i64) -> String) {
    let median = |mut times: Vec<Duration>| {
        times.sort_unstable();
        times[times.len() / 2]
    };
    let first = median((0..TIMES).map(|n| site.timed(&path(n))).collect());
    let again = median((0..TIMES).map(|n| site.timed(&path(n))).collect());
    let bytes = site.get(&path(0)).body.len();
    println!("{what:28} first {first:>10.1?}   again {again:>10.1?}   {bytes:>9} bytes");
}
