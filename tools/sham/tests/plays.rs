//! The server does what its routes say, and ends when it should.
#![allow(clippy::unwrap_used, reason = "a test stops where something is not there")]

use std::io::{ErrorKind, Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::thread;
use std::time::{Duration, Instant};

use saydo_sham::{Coding, Connections, Play, Sham, Trap};

fn connect(sham: &Sham) -> TcpStream {
    let stream = TcpStream::connect((Ipv4Addr::LOCALHOST, sham.port())).unwrap();
    stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
    stream
}

fn ask(mut stream: &TcpStream, path: &str) {
    stream.write_all(format!("GET {path} HTTP/1.1\r\nHost: a\r\nX-Why: b c\r\n\r\n").as_bytes()).unwrap();
}

/// All that comes in answer to one request on a connection of its own that is closed in the end.
fn all(play: Play) -> Result<String, ErrorKind> {
    let sham = Sham::start(Ipv4Addr::LOCALHOST);
    sham.always("/", play);
    let mut stream = connect(&sham);
    ask(&stream, "/");
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes).map_err(|error| error.kind())?;
    Ok(String::from_utf8_lossy(&bytes).into_owned())
}

/// Reads so many bytes.
fn some(mut stream: &TcpStream, count: usize) -> String {
    let mut bytes = vec![0; count];
    stream.read_exact(&mut bytes).unwrap();
    String::from_utf8(bytes).unwrap()
}

#[test]
fn pages_come_over_one_connection_and_are_logged() {
    let sham = Sham::start(Ipv4Addr::LOCALHOST);
    sham.route("/a", |asked| Play::page("text/plain", format!("{} {}", asked.nth, asked.path)));
    let stream = connect(&sham);
    for (path, body) in [("/a", "1 /a"), ("/a?b", "2 /a?b")] {
        let want = format!(
            "HTTP/1.1 200 So\r\nContent-Type: text/plain\r\nContent-Length: {}\r\n\r\n{body}",
            body.len()
        );
        ask(&stream, path);
        assert_eq!(some(&stream, want.len()), want);
    }
    ask(&stream, "/none");
    assert_eq!(some(&stream, 12), "HTTP/1.1 404");
    let asked = sham.asked();
    assert_eq!(asked.iter().map(|a| a.path.as_str()).collect::<Vec<_>>(), ["/a", "/a?b", "/none"]);
    assert_eq!((asked[1].header("x-why"), asked[1].connection), (Some("b c"), 1));
    assert_eq!((sham.asked_for("/a").len(), sham.asked_for("/a?b").len()), (2, 1));
    assert_eq!(sham.connections(), Connections { total: 1, open: 1, most: 1, busy: 1 });
}

#[test]
fn a_redirect_names_its_target() {
    let sham = Sham::start(Ipv4Addr::LOCALHOST);
    sham.always("/", Play::redirect(301, "/there"));
    let stream = connect(&sham);
    ask(&stream, "/");
    let want = "HTTP/1.1 301 So\r\nLocation: /there\r\nContent-Length: 0\r\n\r\n";
    assert_eq!(some(&stream, want.len()), want);
}

#[test]
fn each_fault_shows_on_the_wire() {
    assert_eq!(all(Play::Close), Ok(String::new()));
    assert_eq!(all(Play::NotHttp(b"noise".to_vec())), Ok("noise".to_owned()));
    assert_eq!(all(Play::Reset { after: 3 }), Err(ErrorKind::ConnectionReset));
    let wrong = all(Play::WrongLength { promised: 9, body: b"short".to_vec() });
    assert_eq!(wrong, Ok("HTTP/1.1 200 So\r\nContent-Length: 9\r\n\r\nshort".to_owned()));
    let huge = all(Play::Huge { bytes: 3 << 20 }).unwrap();
    assert!(huge.len() > 3 << 20 && huge.ends_with('a'));
}

#[test]
fn drips_take_their_time() {
    let start = Instant::now();
    let every = Duration::from_millis(20);
    assert!(all(Play::Drip { bytes: b"abc".to_vec(), every }).unwrap().ends_with("\r\n\r\nabc"));
    assert_eq!(all(Play::RawDrip { bytes: b"abc".to_vec(), every }), Ok("abc".to_owned()));
    assert!(start.elapsed() >= Duration::from_millis(120));
}

#[test]
fn bombs_are_small_on_the_wire() {
    for (coding, name) in [(Coding::Gzip, "gzip"), (Coding::Brotli, "br")] {
        let bomb = all(Play::Bomb { unfolded: 1 << 20, coding }).unwrap();
        assert!(
            bomb.contains(&format!("Content-Encoding: {name}\r\n")) && bomb.len() < 10_000,
            "{}",
            bomb.len()
        );
    }
}

#[test]
fn dropping_the_server_ends_what_hangs() {
    for play in [Play::Hang, Play::Endless, Play::Drip { bytes: vec![0; 99], every: Duration::from_secs(9) }]
    {
        let sham = Sham::start(Ipv4Addr::LOCALHOST);
        sham.always("/", play);
        let (waiting, idle) = (connect(&sham), connect(&sham));
        ask(&waiting, "/");
        while sham.asked().is_empty() {
            thread::sleep(Duration::from_millis(5));
        }
        let start = Instant::now();
        drop(sham);
        assert!(start.elapsed() < Duration::from_secs(2));
        assert_eq!((&idle).read(&mut [0]).unwrap_or(0), 0);
    }
}

#[test]
fn connections_at_one_time_are_counted() {
    let sham = Sham::start(Ipv4Addr::LOCALHOST);
    sham.always("/", Play::Hang);
    let streams = [connect(&sham), connect(&sham)];
    for stream in &streams {
        ask(stream, "/");
    }
    let start = Instant::now();
    while sham.connections().busy < 2 && start.elapsed() < Duration::from_secs(5) {
        thread::sleep(Duration::from_millis(5));
    }
    assert_eq!(sham.connections(), Connections { total: 2, open: 2, most: 2, busy: 2 });
}

#[test]
fn a_trap_counts_who_comes() {
    let trap = Trap::start(Ipv4Addr::LOCALHOST, None);
    assert_eq!(trap.contacts(), 0);
    let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, trap.port())).unwrap();
    assert_eq!(stream.read(&mut [0]).unwrap(), 0);
    assert_eq!(trap.contacts(), 1);
}
