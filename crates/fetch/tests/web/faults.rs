//! Servers that are slow, broken or hostile: each ends in the right failure, in time.

use std::time::{Duration, Instant};

use saydo_fetch::{Failure, Http, Request, Web};
use saydo_sham::{Coding, Play, Sham};

use crate::{Fixed, HERE, get, get_by, hasty, http, rules};

fn broken(play: Play) -> String {
    match get(play) {
        Err(Failure::Broken { detail }) => detail,
        other => panic!("{other:?}"),
    }
}

fn raw(head: &str, body: &[u8]) -> Play {
    Play::NotHttp([head.as_bytes(), body].concat())
}

/// That the answer times out, soon after the limit and not before.
fn times_out(play: Play) {
    let start = Instant::now();
    let limit = hasty().limits.total;
    assert_eq!(get_by(hasty(), play), Err(Failure::Timeout { limit }));
    let took = start.elapsed();
    assert!(took >= limit && took < limit * 8, "{took:?}");
}

#[test]
fn a_server_that_never_answers_times_out() {
    times_out(Play::Hang);
}

#[test]
fn a_byte_now_and_then_does_not_keep_an_exchange_alive() {
    let every = Duration::from_millis(100);
    times_out(Play::Drip { bytes: vec![b'a'; 1000], every });
    let head = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(1000));
    times_out(Play::RawDrip { bytes: head.into_bytes(), every });
    let chunks = format!("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n{}", "1\r\na\r\n".repeat(500));
    times_out(Play::RawDrip { bytes: chunks.into_bytes(), every: Duration::from_millis(20) });
}

#[test]
fn a_reset_is_told() {
    for after in [0, 1000] {
        assert!(broken(Play::Reset { after }).contains("reset"));
    }
}

#[test]
fn a_connection_that_is_closed_too_early_is_told() {
    assert!(broken(Play::Close).contains("closed before"));
    assert!(broken(Play::WrongLength { promised: 100, body: b"short".to_vec() }).contains("closed before"));
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab";
    assert!(broken(raw(head, b"")).contains("closed before"));
    assert!(broken(raw("HTTP/1.1 200 OK\r\nContent-Le", b"")).contains("closed before"));
}

#[test]
fn a_body_that_is_longer_than_promised_is_cut_there() {
    let answer = get(Play::WrongLength { promised: 4, body: b"longer".to_vec() }).unwrap();
    assert_eq!(answer.body, b"long");
}

#[test]
fn what_is_not_http_is_told() {
    for bytes in ["SSH-2.0-x\r\n", "\0\0\0\0\0\0\0\0", "HTTP/9.9 200 OK\r\n\r\n", "HTTP/1.1 abc\r\n\r\n"] {
        assert!(!broken(raw(bytes, b"")).is_empty());
    }
    assert!(
        !broken(raw("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", b"")).is_empty()
    );
}

#[test]
fn a_page_without_a_length_ends_with_its_connection() {
    assert_eq!(get(raw("HTTP/1.1 200 OK\r\n\r\n", b"all of it")).unwrap().body, b"all of it");
    assert_eq!(get(raw("HTTP/1.0 200 OK\r\n\r\n", b"all of it")).unwrap().body, b"all of it");
}

#[test]
fn heads_that_do_not_end_are_left() {
    let long = format!("HTTP/1.1 200 OK\r\nX: {}\r\n\r\n", "x".repeat(1 << 20));
    assert!(broken(raw(&long, b"")).contains("headers"));
    let many = format!("HTTP/1.1 200 OK\r\n{}\r\n", "X: y\r\n".repeat(50_000));
    assert!(!broken(raw(&many, b"")).is_empty());
}

#[test]
fn chunks_that_say_more_about_themselves_than_they_hold_are_left() {
    let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    let long = format!("{head}1;{}\r\na\r\n0\r\n\r\n", "x".repeat(1 << 20));
    assert!(!broken(raw(&long, b"")).is_empty());
    let huge = format!("{head}ffffffffffffffffffff\r\na");
    assert!(!broken(raw(&huge, b"")).is_empty());
}

#[test]
fn interim_answers_are_passed_over() {
    let head = "HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 100 Continue\r\n\r\n\
                HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    assert_eq!(get(raw(head, b"")).unwrap().body, b"ok");
}

#[test]
fn pages_beyond_the_limit_are_not_read() {
    let too_large = Err(Failure::TooLarge { limit: rules().limits.bytes });
    assert_eq!(get(Play::Huge { bytes: 100 << 20 }), too_large);
    assert_eq!(get(Play::Endless), too_large);
    let silent = raw("HTTP/1.1 200 OK\r\n\r\n", &vec![b'a'; 1 << 20]);
    assert_eq!(get(silent), too_large);
    let fits = rules().limits.bytes;
    assert_eq!(get(Play::Huge { bytes: fits }).unwrap().body.len(), fits);
    assert_eq!(get(Play::Huge { bytes: fits + 1 }), too_large);
}

#[test]
fn bombs_do_not_go_off() {
    for coding in [Coding::Gzip, Coding::Brotli] {
        let bomb = get(Play::Bomb { unfolded: 10 << 20, coding });
        let limit = rules().limits.unfolded;
        assert_eq!(bomb, Err(Failure::Unfold(saydo_unfold::Error::TooLarge { limit })), "{coding:?}");
        let fits = get(Play::Bomb { unfolded: limit, coding }).unwrap();
        assert_eq!(fits.body.len(), limit);
    }
}

#[test]
fn a_coding_that_is_not_true_or_not_known_is_told() {
    let page = || Play::page("text/html", "<p>plain");
    assert!(matches!(get(page().with("Content-Encoding", "gzip")), Err(Failure::Unfold(_))));
    assert!(matches!(get(page().with("Content-Encoding", "zstd")), Err(Failure::Unfold(_))));
}

#[test]
fn a_port_where_nobody_listens_is_told_with_its_host() {
    let failure = http().get(&Request::to("http://127.0.0.2:1/")).unwrap_err();
    assert!(matches!(&failure, Failure::Connect { host, .. } if host == "127.0.0.2"), "{failure:?}");
}

#[test]
fn tls_with_a_plain_server_is_told() {
    let sham = Sham::start(HERE);
    let address = format!("https://127.0.0.2:{}/", sham.port());
    let failure = http().get(&Request::to(&address)).unwrap_err();
    assert!(matches!(&failure, Failure::Broken { detail } if detail.starts_with("TLS: ")), "{failure:?}");
    assert!(sham.asked().is_empty());
}

#[test]
fn a_tls_server_that_drips_times_out() {
    // The head of a TLS record that promises 16 KiB of handshake.
    let record = [&[0x16, 3, 3, 0x40, 0, 2, 0, 0x3f, 0xfc][..], &[0; 1000]].concat();
    let listener = std::net::TcpListener::bind((HERE, 0)).unwrap();
    let address = format!("https://{}/", listener.local_addr().unwrap());
    let server = std::thread::spawn(move || {
        use std::io::Write as _;
        let (mut stream, _) = listener.accept().unwrap();
        while record.iter().all(|b| stream.write_all(&[*b]).is_ok() && !nap()) {}
    });
    let start = Instant::now();
    let failure =
        Http::resolving(hasty(), Box::new(Fixed::default())).get(&Request::to(&address)).unwrap_err();
    assert!(matches!(failure, Failure::Timeout { .. }), "{failure:?}");
    assert!(start.elapsed() < Duration::from_secs(4));
    server.join().unwrap();
}

fn nap() -> bool {
    std::thread::sleep(Duration::from_millis(50));
    false
}
