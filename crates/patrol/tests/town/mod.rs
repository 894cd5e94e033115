//! A town of sources on loopback addresses, a clock that the test moves, and a ledger to look into.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]
#![allow(dead_code, reason = "each test uses a part of the town")]

use std::collections::HashMap;
use std::io;
use std::net::{IpAddr, Ipv4Addr};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use saydo_fetch::{Http, Limits, Names, Rules};
use saydo_ledger::Ledger;
use saydo_patrol::Clock;
use saydo_sham::{Asked, Play, Sham};

/// A clock that goes to the next thing to do whenever no answer is waited for.
pub(crate) struct Moved {
    now: Mutex<Timestamp>,
    end: Mutex<Timestamp>,
    pub(crate) stop: Arc<AtomicBool>,
}

impl Moved {
    pub(crate) fn at(start: Timestamp) -> Arc<Self> {
        let (now, end) = (Mutex::new(start), Mutex::new(start));
        Arc::new(Self { now, end, stop: Arc::default() })
    }

    /// Lets the patrol go on for so many hours.
    pub(crate) fn until(&self, end: Timestamp) {
        *self.end.lock().unwrap() = end;
        self.stop.store(false, Ordering::Relaxed);
    }
}

impl Clock for Moved {
    fn now(&self) -> Timestamp {
        *self.now.lock().unwrap()
    }

    fn patience(&self, until: Timestamp, out: usize) -> Duration {
        if out > 0 {
            return Duration::from_millis(50);
        }
        let end = *self.end.lock().unwrap();
        let mut now = self.now.lock().unwrap();
        *now = until.min(end).max(*now);
        if *now >= end {
            self.stop.store(true, Ordering::Relaxed);
        }
        Duration::ZERO
    }
}

/// The clock on the wall.
pub(crate) struct Wall;

impl Clock for Wall {
    fn now(&self) -> Timestamp {
        Timestamp::now()
    }

    fn patience(&self, until: Timestamp, _: usize) -> Duration {
        let left = Duration::try_from(until.duration_since(Timestamp::now())).unwrap_or_default();
        left.min(Duration::from_millis(50))
    }
}

/// Names of the town's hosts.
#[derive(Clone, Default)]
pub(crate) struct Book(HashMap<String, IpAddr>);

impl Names for Book {
    fn addresses(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        self.0.get(host).map(|ip| vec![*ip]).ok_or_else(|| io::ErrorKind::NotFound.into())
    }
}

/// One source: a host with a feed of items that appear over time, each with a page of its own.
pub(crate) struct Source {
    pub(crate) name: String,
    ip: Ipv4Addr,
    pub(crate) sham: Arc<Sham>,
    pub(crate) start: Timestamp,
    /// Hours between two items.
    pub(crate) gap: i64,
}

impl Source {
    /// The `nth` source, at an address of its own.
    pub(crate) fn new(nth: u8, start: Timestamp, gap: i64) -> Self {
        let ip = Ipv4Addr::new(127, 0, 7, nth + 1);
        let sham = Arc::new(Sham::start(ip));
        Self { name: format!("source{nth}.example"), ip, sham, start, gap }
    }

    pub(crate) fn address(&self, path: &str) -> String {
        self.sham.named(&self.name, path)
    }

    /// How many items are out at an instant.
    pub(crate) fn out(&self, now: Timestamp) -> i64 {
        1 + (now.as_second() - self.start.as_second()) / (3_600 * self.gap)
    }

    pub(crate) fn published(&self, nth: i64) -> Timestamp {
        self.start + (nth * self.gap).hours()
    }

    /// The addresses of the items that were out for at least `hours` at an instant.
    pub(crate) fn expected(&self, now: Timestamp, hours: i64) -> Vec<String> {
        (0..self.out(now - hours.hours())).map(|nth| self.address(&format!("/news/{nth}"))).collect()
    }

    /// Serves the page of every item.
    pub(crate) fn serve_pages(&self, items: i64) {
        for nth in 0..items {
            let page = self.page(nth);
            self.sham.always(&format!("/news/{nth}"), Play::page("text/html; charset=utf-8", page));
        }
    }

    pub(crate) fn page(&self, nth: i64) -> String {
        let (name, published, address) =
            (&self.name, self.published(nth), self.address(&format!("/news/{nth}")));
        format!(
            "<!doctype html><html lang=en><head><title>Report {nth} | {name}</title>\
             <link rel=canonical href=\"{address}\">\
             <meta property=\"article:published_time\" content=\"{published}\"></head><body>\
             <nav><a href=/>Home</a> <a href=/world>World</a></nav><article><h1>Report {nth} of {name}</h1>\
             <p>Officials at the border said on Tuesday that convoy {nth} of {name} had crossed the river and reached the \
             northern depot before noon.</p><p>Observers counted {nth} lorries and said that the talks in the capital \
             would go on for another week, whatever came of the inspection.</p>\
             <p>The ministry did not answer questions about the number of soldiers who stay in the camp.</p></article>\
             <footer>All rights reserved</footer></body></html>"
        )
    }

    /// The feed as it stands at an instant.
    pub(crate) fn rss(&self, now: Timestamp) -> String {
        let item = |nth: i64| {
            let date = self.published(nth).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
            format!(
                "<item><title>Report {nth}</title><link>{}</link><guid>{}-{nth}</guid><pubDate>{date}</pubDate></item>",
                self.address(&format!("/news/{nth}")),
                self.name
            )
        };
        let items: String = (0..self.out(now)).rev().map(item).collect();
        format!(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>{}</title>{items}</channel></rss>",
            self.name
        )
    }

    /// Serves the feed at `/feed`, with validators: who has the newest state is told that nothing changed.
    pub(crate) fn serve_feed(self: &Arc<Self>, clock: &Arc<Moved>) {
        let (source, clock) = (self.clone(), clock.clone());
        self.sham.route("/feed", move |asked| source.feed(asked, clock.now()));
    }

    pub(crate) fn feed(&self, asked: &Asked, now: Timestamp) -> Play {
        let tag = format!("\"{}\"", self.out(now));
        if asked.header("if-none-match") == Some(&tag) {
            return Play::status(304).with("ETag", tag);
        }
        Play::page("application/rss+xml", self.rss(now)).with("ETag", tag)
    }
}

/// A fetcher that reaches the town's hosts and nothing else of this machine.
pub(crate) fn http(sources: &[Arc<Source>], limits: Limits) -> Arc<Http> {
    let mut book = Book::default();
    let mut rules = Rules::new("saydo/test (+https://example.org)");
    rules.allow = vec!["127.0.7.0/24".parse().unwrap()];
    rules.limits = limits;
    for source in sources {
        book.0.insert(source.name.clone(), source.ip.into());
    }
    Arc::new(Http::resolving(rules, Box::new(book)))
}

/// How often each address is in the ledger, over all revisions.
pub(crate) fn addresses(ledger: &Ledger) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    let mut number = 1;
    while let Some(stored) = ledger.report(number).unwrap() {
        *counts.entry(stored.report.url.unwrap_or_default()).or_insert(0) += 1;
        number += 1;
    }
    counts
}
