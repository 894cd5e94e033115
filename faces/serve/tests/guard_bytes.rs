//! Bytes that are no good request: each gets a clear refusal, and the server goes on.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod guard_common;

use std::io::{Read, Write};
use std::time::{Duration, Instant};

use guard_common::{Site, body, header, rest, status};

#[test]
fn malformed_queries_are_named() {
    let site = Site::open();
    for (query, parameter) in [
        ("limit=x", "limit"),
        ("limit=-1", "limit"),
        ("limit=1&limit=2", "limit"),
        ("nonsense=1", "nonsense"),
        ("as_of=yesterday", "as_of"),
        ("as_of=2022-02-30", "as_of"),
        ("q=%ff%fe", "q"),
        ("q=%00", "q"),
        ("__proto__=1", "__proto__"),
        ("%3Cscript%3E=1", "<script>"),
    ] {
        let answer = site.get(&format!("/api/v1/events?{query}"));
        assert_eq!(status(&answer), 400, "{query}: {answer}");
        assert_eq!(header(&answer, "content-type"), Some("application/problem+json"));
        let problem: serde_json::Value = serde_json::from_str(body(&answer)).unwrap();
        assert_eq!((&problem["status"], &problem["parameter"]), (&400.into(), &parameter.into()), "{query}");
        assert!(problem["detail"].as_str().unwrap().len() > 10);
    }
    assert!(site.is_up());
}

#[test]
fn paths_lead_nowhere_else() {
    let site = Site::open();
    for path in [
        "/../../etc/passwd",
        "/..%2f..%2fetc/passwd",
        "/%2e%2e/%2e%2e/etc/passwd",
        "/..\\..\\windows\\win.ini",
        "/%5c..%5c",
        "/api/v1/../../x",
        "/app.js/../../Cargo.toml",
        "/a%00.js",
        "/%ff%fe",
        "/%zz",
        "/%",
        "/.",
        "/./app.js",
        "/a%0d%0aSet-Cookie:x",
    ] {
        assert_eq!(status(&site.get(path)), 400, "{path}");
    }
    for path in [
        "/etc/passwd",
        "//etc/passwd",
        "/assets/app.js",
        "/app.js/",
        "/Cargo.toml",
        "/api",
        "/api/v2/about",
        "/%61%70%70",
    ] {
        let answer = site.get(path);
        assert_eq!(status(&answer), 404, "{path}");
        assert_eq!(header(&answer, "content-type"), Some("application/problem+json"), "{path}");
    }
    assert!(site.is_up());
}

#[test]
fn what_is_too_long_is_refused() {
    let site = Site::open();
    assert_eq!(status(&site.get(&format!("/{}", "a".repeat(9_000)))), 414);
    assert_eq!(status(&site.get(&format!("/?q={}", "a".repeat(9_000)))), 414);
    assert_eq!(status(&site.get(&format!("/{}", "a".repeat(200_000)))) / 100, 4);
    assert_eq!(status(&site.get(&format!("/api/v1/events?source={}", "a".repeat(7_000)))), 200);
    assert_eq!(status(&site.ask("GET", "/", &format!("X: {}\r\n", "a".repeat(100_000)), b"")), 431);
    let many = "X: 1\r\n".repeat(200);
    assert_eq!(status(&site.ask("GET", "/", &many, b"")), 431);
    assert!(site.is_up());
}

#[test]
fn a_body_that_is_too_large_is_refused_before_it_is_kept() {
    let site = Site::with(|setup| setup.write = true);
    let send = |path: &str, length: u64, body: &[u8]| {
        let mut stream = site.connect();
        let head = format!(
            "POST {path} HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: {length}\r\n\r\n",
            site.address()
        );
        stream.write_all(head.as_bytes()).unwrap();
        let _ = stream.write_all(body);
        rest(&mut stream)
    };
    let large = vec![b' '; 70_000];
    let answer = send("/api/v1/corrections", 70_000, &large);
    assert_eq!(status(&answer), 413, "{answer}");
    assert!(body(&answer).contains("65536 bytes"), "{answer}");
    assert_eq!(status(&send("/api/v1/reports", (16 << 20) + 1, &large)), 413);
    assert_eq!(status(&send("/api/v1/reports", u64::MAX / 4, &large)), 413);
    assert!(site.is_up());
}

#[test]
fn malformed_requests_are_refused() {
    let site = Site::open();
    let host = site.address();
    for bytes in [
        "GARBAGE\r\n\r\n".to_owned(),
        "GET / HTTP/9.9\r\n\r\n".to_owned(),
        format!("GET  / HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: {host}\r\nBad Header: x\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost : {host}\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: {host}\r\n folded: x\r\n\r\n"),
        format!("GET / HTTP/1.1\r\nHost: {host}\r\nX: a\0b\r\n\r\n"),
        format!("GET /\u{7f} HTTP/1.1\r\nHost: {host}\r\n\r\n"),
        "\u{16}\u{3}\u{1}\u{2}\0\u{1}\0\u{1}\u{fc}\u{3}\u{3}".to_owned() + &"x".repeat(64) + "\r\n\r\n",
        "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".to_owned(),
    ] {
        let answer = site.raw(bytes.as_bytes());
        assert!(matches!(status(&answer), 400 | 505 | 0), "{bytes:?}: {answer}");
        assert!(site.is_up());
    }
    assert_eq!(
        status(&site.raw(format!("CONNECT evil.example:80 HTTP/1.1\r\nHost: {host}\r\n\r\n").as_bytes())),
        405
    );
    assert_eq!(
        status(
            &site.raw(format!("OPTIONS * HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes())
        ),
        204
    );
}

#[test]
fn no_request_hides_in_another() {
    let site = Site::with(|setup| setup.write = true);
    let host = site.address();
    let hidden = format!("GET /api/v1/hidden HTTP/1.1\r\nHost: {host}\r\n\r\n");
    for lengths in [
        format!("Content-Length: 0\r\nContent-Length: {}\r\n", hidden.len()),
        "Content-Length: 0\r\nTransfer-Encoding: chunked\r\n".to_owned(),
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n".to_owned(),
        "Transfer-Encoding: chunked\r\n".to_owned(),
        "Transfer-Encoding: xchunked\r\n".to_owned(),
        "Transfer-Encoding: chunked, identity\r\n".to_owned(),
        "Transfer-Encoding : chunked\r\n".to_owned(),
        "Content-Length: +0\r\n".to_owned(),
        "Content-Length: 0x10\r\n".to_owned(),
        "Content-Length: -1\r\n".to_owned(),
        "Content-Length: 0, 5\r\n".to_owned(),
        "Content-Length: 99999999999999999999999\r\n".to_owned(),
    ] {
        for method in ["GET", "POST"] {
            let request = format!(
                "{method} /api/v1/reports HTTP/1.1\r\nHost: {host}\r\nContent-Type: application/json\r\n{lengths}\r\n{hidden}"
            );
            let answers = site.raw(request.as_bytes());
            assert!(matches!(status(&answers), 400 | 411), "{method} {lengths:?}: {answers}");
            assert!(!answers.contains("hidden"), "{method} {lengths:?}: {answers}");
        }
    }
    let body = format!(
        "GET /api/v1/about HTTP/1.1\r\nHost: {host}\r\nContent-Length: {}\r\n\r\n{hidden}",
        hidden.len()
    );
    let answers = site.raw(body.as_bytes());
    assert_eq!((status(&answers), answers.contains("hidden")), (400, false), "{answers}");
    assert!(site.is_up());
}

#[test]
fn requests_in_a_row_are_answered_in_order() {
    let site = Site::open();
    let host = site.address();
    let one = |path: &str| format!("GET {path} HTTP/1.1\r\nHost: {host}\r\n\r\n");
    let last = format!("GET /api/v1/health HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n");
    let mut stream = site.connect();
    stream.write_all((one("/icon.svg") + &one("/none").repeat(20) + &last).as_bytes()).unwrap();
    let answers = rest(&mut stream);
    let statuses: Vec<u16> =
        answers.match_indices("HTTP/1.1 ").map(|(at, _)| status(&answers[at..])).collect();
    assert_eq!(statuses, [vec![200], vec![404; 20], vec![200]].concat());
}

#[test]
fn slow_heads_are_given_up_and_idle_connections_stop_nobody() {
    let site = Site::open();
    let mut idle: Vec<_> = (0..200).map(|_| site.connect()).collect();
    let mut slow = site.connect();
    slow.write_all(format!("GET / HTTP/1.1\r\nHost: {}\r\n", site.address()).as_bytes()).unwrap();
    let begun = Instant::now();
    assert!(site.is_up());
    assert!(begun.elapsed() < Duration::from_secs(10), "two hundred idle connections do not stop another");
    let mut drip = slow.try_clone().unwrap();
    let dripping = std::thread::spawn(move || {
        while drip.write_all(b"X: y\r\n").is_ok() {
            std::thread::sleep(Duration::from_secs(1));
        }
    });
    assert!(!rest(&mut slow).contains("200 OK"), "a head that comes line by line is given up");
    assert!(begun.elapsed() < Duration::from_secs(50));
    dripping.join().unwrap();
    assert_eq!(idle[0].read(&mut [0; 8]).unwrap_or(0), 0, "and so is a connection that asks nothing");
    assert!(site.is_up());
}

#[test]
fn a_slow_body_is_given_up() {
    let site = Site::with(|setup| setup.write = true);
    let mut stream = site.connect();
    let head = format!(
        "POST /api/v1/corrections HTTP/1.1\r\nHost: {}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{{",
        site.address()
    );
    stream.write_all(head.as_bytes()).unwrap();
    let answer = rest(&mut stream);
    assert_eq!(status(&answer), 408, "{answer}");
    let mut short = site.connect();
    short.write_all(head.as_bytes()).unwrap();
    drop(short);
    assert!(site.is_up());
}

/// Numbers that look random and are the same each time (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((mixed ^ (mixed >> 31)) % sides as u64) as usize
    }

    fn bytes(&mut self, most: usize) -> Vec<u8> {
        let length = self.roll(most);
        (0..length).map(|_| self.roll(256) as u8).collect()
    }
}

/// A good request with some of its bytes changed, left out or put in.
fn mangled(dice: &mut Dice, host: &str) -> Vec<u8> {
    let kinds = [
        "GET / HTTP/1.1",
        "HEAD /api/v1/about HTTP/1.1",
        "POST /api/v1/reports HTTP/1.1",
        "GET /api/v1/events?limit=5&q=a HTTP/1.0",
    ];
    let kind = kinds[dice.roll(kinds.len())];
    let mut bytes = format!("{kind}\r\nHost: {host}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nAccept-Encoding: gzip\r\n\r\n{{}}").into_bytes();
    for _ in 0..=dice.roll(4) {
        let at = dice.roll(bytes.len());
        match dice.roll(3) {
            0 => bytes[at] = dice.roll(256) as u8,
            1 => drop(bytes.remove(at)),
            _ => bytes.splice(at..at, dice.bytes(20)).for_each(drop),
        }
    }
    bytes
}

#[test]
fn two_thousand_random_requests_harm_nothing() {
    let site = Site::with(|setup| setup.write = true);
    let host = site.address().to_string();
    let mut dice = Dice(8750);
    for round in 0..2_000 {
        let bytes = if round % 2 == 0 { dice.bytes(600) } else { mangled(&mut dice, &host) };
        let answer = site.raw(&bytes);
        let refused = matches!(status(&answer), 0 | 200 | 204 | 303 | 304 | 400..=499 | 505);
        assert!(refused, "round {round}: {:?}: {answer}", String::from_utf8_lossy(&bytes));
        assert!(round % 100 != 0 || site.is_up());
    }
    assert!(site.is_up());
}
