//! Time and memory grow with the feed and no faster, whatever is in it.
#![allow(clippy::unwrap_used, reason = "test code")]

use std::time::{Duration, Instant};

use saydo_feed::{Error, read};

/// The best of three times.
fn time(text: &str) -> Duration {
    let once = || {
        let start = Instant::now();
        let _ = read(text.as_bytes(), None, None);
        start.elapsed()
    };
    once().min(once()).min(once())
}

/// That ten times the text takes not much more than ten times the time; very short times tell nothing.
fn check(name: &str, make: impl Fn(usize) -> String, n: usize) {
    let (small, large) = (time(&make(n)), time(&make(10 * n)));
    let bound = small * 25 + Duration::from_millis(50);
    assert!(large <= bound, "{name}: {small:?} for {n}, {large:?} for ten times as much");
}

fn rss(inside: &str) -> String {
    format!("<rss><channel><title>T</title><item><title>A</title></item>{inside}</channel></rss>")
}

#[test]
fn ten_thousand_items() {
    let item = |n: usize| {
        format!(
            "<item><guid isPermaLink=\"false\">{n}</guid><title>Item {n} &amp; more</title><link>/a/{n}</link>\
                 <pubDate>Tue, 15 Feb 2022 10:00:00 GMT</pubDate><description>&lt;p&gt;Words.&lt;/p&gt;</description></item>"
        )
    };
    let make = |n: usize| rss(&(0..n).map(item).collect::<String>());
    assert_eq!(read(make(10_000).as_bytes(), None, None).unwrap().items.len(), 10_001);
    check("items", make, 1_000);
}

#[test]
fn hostile_repetition() {
    let shapes = [
        ("tags", "<a>"),
        ("ends", "</a>"),
        ("items left open", "<item><title>x"),
        ("signs", "< "),
        ("tags left open", "<a "),
        ("quotes left open", "<a b=\"c>"),
        ("references", "&amp;&x;& "),
        ("comments left open", "<!-- "),
        ("CDATA left open", "<![CDATA["),
        ("types left open", "<!DOCTYPE a ["),
        ("instructions left open", "<?a "),
        ("namespaces", "<a xmlns:b=\"c\">"),
        ("holders", "<channel>"),
        ("open texts", "<description><guid>"),
        ("items of nothing", "<item/>"),
        ("bases", "<a xml:base=\"b/\">"),
    ];
    for (name, piece) in shapes {
        check(name, |n| rss(&piece.repeat(n)), 2_000);
        check(name, |n| rss(&format!("<item><title>B</title><description>{}", piece.repeat(n))), 2_000);
        check(name, |n| piece.repeat(n), 2_000);
    }
}

#[test]
fn hostile_json() {
    check("lists", |n| format!("{{\"items\":[{}", "[".repeat(n)), 5_000);
    check("items", |n| format!("{{\"items\":[{}1]}}", "{\"id\":\"a\"},".repeat(n)), 5_000);
}

#[test]
fn what_is_too_large_is_told() {
    let bytes = vec![b' '; (64 << 20) + 1];
    let error = read(&bytes, None, None).unwrap_err();
    assert_eq!(error, Error::TooLarge { found: bytes.len(), limit: 64 << 20 });
    assert!(error.to_string().contains("shorter feed"));
}
