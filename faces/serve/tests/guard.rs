//! Who may ask, and how: tokens, hosts, methods, what every answer carries.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[allow(dead_code, reason = "each test uses a part of it")]
mod guard_common;

use std::io::Write;
use std::time::{Duration, Instant};

use guard_common::{Site, body, header, rest, setup, status};
use saydo_serve::{Error, start};

const TOKEN: &str = "a-token-of-a-test-0123456789";

fn closed() -> Site {
    Site::with(|setup| setup.token = Some(TOKEN.to_owned()))
}

/// Addresses of every kind.
const ADDRESSES: [&str; 7] =
    ["/", "/app.js", "/world.json", "/api/v1/about", "/api/v1/openapi.json", "/api/v1/reports", "/nothing"];

#[test]
fn another_machine_needs_the_token() {
    let folder = tempfile::tempdir().unwrap();
    let mut open = setup(&folder);
    open.address = "0.0.0.0:0".parse().unwrap();
    let told = start(open).err().unwrap();
    assert!(matches!(told, Error::NoToken(_)) && told.to_string().contains("--make-token"), "{told}");
}

#[test]
fn without_the_token_there_is_health_and_nothing_else() {
    let site = closed();
    assert_eq!(status(&site.get("/api/v1/health")), 200);
    for address in ADDRESSES {
        for method in ["GET", "HEAD", "OPTIONS"] {
            let answer = site.ask(method, address, "", b"");
            assert_eq!(status(&answer), 401, "{method} {address}: {answer}");
            assert!(header(&answer, "www-authenticate").unwrap().starts_with("Bearer"), "{answer}");
        }
        let sent = site.ask("POST", address, "Content-Type: application/json\r\n", b"{}");
        assert_eq!(status(&sent), 401, "POST {address}");
    }
    assert_eq!(header(&site.get("/api/v1/about"), "content-type"), Some("application/problem+json"));
}

#[test]
fn the_token_opens_as_a_header() {
    let site = closed();
    for address in &ADDRESSES[..6] {
        let answer = site.ask("GET", address, &format!("Authorization: Bearer {TOKEN}\r\n"), b"");
        assert_eq!(status(&answer), 200, "{address}: {answer}");
    }
    let wrong = site.ask("GET", "/", "Authorization: Bearer no\r\n", b"");
    assert_eq!(status(&wrong), 401);
}

#[test]
fn a_person_gets_a_form_and_the_form_gets_the_cookie() {
    let site = closed();
    let page = site.ask("GET", "/?as_of=2022-02-16", "Accept: text/html\r\n", b"");
    assert_eq!((status(&page), header(&page, "content-type")), (401, Some("text/html; charset=utf-8")));
    assert!(page.contains("value=\"/?as_of=2022-02-16\"") && !page.contains("<script"), "{page}");
    let form = "Content-Type: application/x-www-form-urlencoded\r\nOrigin: null\r\n";
    let sent =
        site.ask("POST", "/login", form, format!("token={TOKEN}&next=%2F%3Fas_of%3D2022-02-16").as_bytes());
    assert_eq!((status(&sent), header(&sent, "location")), (303, Some("/?as_of=2022-02-16")));
    let cookie = header(&sent, "set-cookie").unwrap().split(';').next().unwrap();
    let seen = site.ask("GET", "/api/v1/about", &format!("Cookie: other=1; {cookie}\r\n"), b"");
    assert_eq!(status(&seen), 200, "{seen}");
    let away = site.ask("POST", "/login", form, format!("token={TOKEN}&next=//evil.example").as_bytes());
    assert_eq!(header(&away, "location"), Some("/"));
    let wrong = site.ask("POST", "/login", form, b"token=no");
    assert_eq!((status(&wrong), header(&wrong, "set-cookie")), (401, None));
}

#[test]
fn the_token_in_the_address_is_taken_once_and_taken_out() {
    let site = closed();
    let answer = site.get(&format!("/?as_of=2022-02-16&token={TOKEN}&sel=w1.1"));
    assert_eq!((status(&answer), header(&answer, "location")), (303, Some("/?as_of=2022-02-16&sel=w1.1")));
    let cookie = header(&answer, "set-cookie").unwrap();
    assert!(cookie.contains("HttpOnly; SameSite=Strict; Path=/") && !cookie.contains(TOKEN), "{cookie}");
    assert_eq!(status(&site.get("/?token=no")), 401);
    let posted = site.ask(
        "POST",
        &format!("/api/v1/reports?token={TOKEN}"),
        "Content-Type: application/json\r\n",
        b"{}",
    );
    assert_eq!(status(&posted), 401, "only a page is opened so");
}

#[test]
fn wrong_tries_wait_and_nobody_else_does() {
    let site = closed();
    let wrong = format!(
        "GET / HTTP/1.1\r\nHost: {}\r\nAuthorization: Bearer no\r\nConnection: close\r\n\r\n",
        site.address()
    );
    let begun = Instant::now();
    let mut tries: Vec<_> = (0..12).map(|_| site.connect()).collect();
    for stream in &mut tries {
        stream.write_all(wrong.as_bytes()).unwrap();
    }
    let right = site.ask("GET", "/", &format!("Authorization: Bearer {TOKEN}\r\n"), b"");
    let waited = begun.elapsed();
    assert_eq!(status(&right), 200);
    for stream in &mut tries {
        assert_eq!(status(&rest(stream)), 401);
    }
    assert!(begun.elapsed() >= Duration::from_secs(3), "twelve tries take a quarter of a second each");
    assert!(waited < begun.elapsed(), "the right one was answered before the last wrong one");
}

#[test]
fn a_page_whose_name_is_made_to_point_here_gets_nothing() {
    let site = Site::with(|setup| setup.hosts = vec!["saydo.example".to_owned()]);
    let port = site.address().port();
    let asked = |host: &str| {
        site.raw(
            format!("GET /api/v1/about HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").as_bytes(),
        )
    };
    for host in [
        format!("localhost:{port}"),
        format!("127.0.0.1:{port}"),
        format!("[::1]:{port}"),
        "saydo.example".to_owned(),
    ] {
        assert_eq!(status(&asked(&host)), 200, "{host}");
    }
    for host in [
        format!("evil.example:{port}"),
        "localhost".to_owned(),
        "localhost:1".to_owned(),
        "evil.example".to_owned(),
    ] {
        let answer = asked(&host);
        assert_eq!(status(&answer), 403, "{host}");
        assert!(body(&answer).contains("--host"), "{answer}");
    }
    let absolute =
        format!("GET http://evil.example/ HTTP/1.1\r\nHost: localhost:{port}\r\nConnection: close\r\n\r\n");
    assert_eq!(status(&site.raw(absolute.as_bytes())), 403);
    for hosts in ["", "Host: localhost\r\nHost: localhost\r\n", "Host: a b\r\n"] {
        let answer = site.raw(format!("GET / HTTP/1.1\r\n{hosts}Connection: close\r\n\r\n").as_bytes());
        assert_eq!(status(&answer), 400, "{hosts}");
    }
}

#[test]
fn it_only_reads_unless_it_is_told_to_write() {
    let site = Site::open();
    for method in ["PUT", "DELETE", "PATCH", "TRACE", "PROPFIND", "FOO"] {
        assert_eq!(status(&site.ask(method, "/api/v1/reports", "", b"")), 405, "{method}");
    }
    let sent =
        site.ask("POST", "/api/v1/reports", "Content-Type: application/jsonl\r\n", b"{\"text\":\"x\"}\n");
    assert_eq!(status(&sent), 403);
    assert!(body(&sent).contains("--write"), "{sent}");
    let options = site.ask("OPTIONS", "/api/v1/reports", "Origin: http://evil.example\r\n", b"");
    assert_eq!((status(&options), header(&options, "access-control-allow-origin")), (204, None));
}

#[test]
fn only_json_from_our_own_page_is_taken_in() {
    let site = Site::with(|setup| setup.write = true);
    let host = site.address();
    let send =
        |headers: &str| status(&site.ask("POST", "/api/v1/reports", headers, b"{\"text\":\"It rained.\"}\n"));
    let json = "Content-Type: application/jsonl\r\n";
    assert_eq!(send(json), 200);
    assert_eq!(send(&format!("{json}Origin: http://{host}\r\nSec-Fetch-Site: same-origin\r\n")), 200);
    for origin in ["http://evil.example", "null", "http://localhost:1"] {
        assert_eq!(send(&format!("{json}Origin: {origin}\r\n")), 403, "{origin}");
    }
    assert_eq!(send(&format!("{json}Sec-Fetch-Site: cross-site\r\n")), 403);
    for kind in ["", "Content-Type: text/plain\r\n", "Content-Type: multipart/form-data; boundary=x\r\n"] {
        assert_eq!(send(kind), 415, "{kind}");
    }
    assert_eq!(status(&site.ask("POST", "/api/v1/about", json, b"{}")), 405);
}

#[test]
fn every_answer_is_dressed() {
    let site = Site::open();
    let answers = ADDRESSES.map(|address| site.get(address)).into_iter();
    let refusals = [
        site.get("/api/v1/events?limit=x"),
        site.get("/%00"),
        site.ask("PUT", "/", "", b""),
        site.ask("OPTIONS", "/", "", b""),
        site.ask("HEAD", "/", "", b""),
        site.ask("GET", "/", "Host: evil.example\r\n", b""),
        closed().get("/"),
    ];
    for answer in answers.chain(refusals) {
        let policy = header(&answer, "content-security-policy").unwrap_or_else(|| panic!("{answer}"));
        assert!(
            policy.starts_with("default-src 'none'; script-src 'self';") && !policy.contains("unsafe"),
            "{policy}"
        );
        for (name, value) in [
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "no-referrer"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
        ] {
            assert_eq!(header(&answer, name), Some(value), "{answer}");
        }
        assert!(header(&answer, "permissions-policy").is_some());
    }
}

#[test]
fn head_is_a_get_without_its_body() {
    let site = Site::open();
    for address in ["/", "/api/v1/health", "/api/v1/openapi.json"] {
        let (head, full) = (site.ask("HEAD", address, "", b""), site.get(address));
        assert_eq!((status(&head), body(&head)), (200, ""), "{address}");
        for name in ["content-type", "content-length", "etag"] {
            assert_eq!(header(&head, name), header(&full, name), "{address} {name}");
        }
    }
}

#[test]
fn what_is_known_is_not_sent_again_and_text_is_packed() {
    let site = Site::open();
    for address in ["/", "/world.json", "/api/v1/openapi.json"] {
        let plain = site.get(address);
        let tag = header(&plain, "etag").unwrap();
        assert!(tag.starts_with('"') && header(&plain, "content-encoding").is_none(), "{tag}");
        assert_eq!(header(&plain, "cache-control"), Some("no-cache"));
        let packed = site.ask("GET", address, "Accept-Encoding: gzip\r\n", b"");
        assert_eq!(header(&packed, "content-encoding"), Some("gzip"), "{address}");
        let other = header(&packed, "etag").unwrap();
        assert_ne!(tag, other, "other bytes, another strong tag");
        for tag in [tag, other, "*"] {
            let again = site.ask("GET", address, &format!("If-None-Match: \"x\", {tag}\r\n"), b"");
            assert_eq!((status(&again), body(&again)), (304, ""), "{address} {tag}");
        }
        assert_eq!(status(&site.ask("GET", address, "If-None-Match: \"x\"\r\n", b"")), 200);
    }
    let small = site.ask("GET", "/api/v1/health", "Accept-Encoding: gzip\r\n", b"");
    assert_eq!(header(&small, "content-encoding"), None);
}

#[test]
fn it_listens_where_nobody_else_does_and_says_so() {
    let site = Site::open();
    let folder = tempfile::tempdir().unwrap();
    let mut second = setup(&folder);
    second.address = site.address();
    let told = start(second).err().unwrap().to_string();
    assert!(told.contains("in use") && told.contains("--listen"), "{told}");
}

#[test]
fn it_stops_at_once_where_nobody_waits() {
    let site = Site::open();
    let mut idle = site.connect();
    let address = site.address();
    assert!(site.is_up());
    let begun = Instant::now();
    site.stop();
    assert!(begun.elapsed() < Duration::from_secs(5));
    assert_eq!(rest(&mut idle), "", "what is idle is closed");
    assert!(std::net::TcpStream::connect(address).is_err());
}
