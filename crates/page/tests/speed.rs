//! How fast pages are read: `cargo test --release -p saydo-page --test speed -- --ignored --nocapture`.
#![allow(clippy::unwrap_used, reason = "a test")]

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use saydo_page::{Hints, read};

/// A page of about `size` bytes, three quarters of which are menus, scripts and teasers, as on most sites.
fn page(size: usize) -> String {
    let mut html = String::from("<html lang=en><head><title>Bridge stands</title></head><body><nav><ul>");
    while html.len() < size / 2 {
        let number = html.len();
        write!(
            html,
            "<li class=\"nav__item item-{number}\"><a href=\"/section/{number}\">Section {number}</a></li>"
        )
        .unwrap();
    }
    html.push_str("</ul></nav><script>");
    while html.len() < size * 3 / 4 {
        html.push_str("window.push({\"a\":[1,2,3],\"b\":\"<p>no</p>\"});");
    }
    html.push_str("</script><main><article><h1>Bridge stands</h1>");
    while html.len() < size {
        let number = html.len();
        write!(html, "<p class=\"css-{number}\">Sentence {number} says that the <a href=/b>bridge</a> stood on Tuesday.</p>").unwrap();
    }
    html
}

#[test]
#[ignore = "measures; says little without optimisation"]
fn a_page_of_a_hundred_kilobytes_takes_a_few_milliseconds() {
    let html = page(100 << 10);
    let start = Instant::now();
    for _ in 0..100 {
        assert!(!read(html.as_bytes(), &Hints::default()).blocks.is_empty());
    }
    let each = start.elapsed() / 100;
    println!("{each:?} for a page of {} bytes", html.len());
    assert!(each < Duration::from_millis(10));
}
