//! What the tests of the guard share: a server on a free port, and requests byte by byte.

use std::io::{Read, Write};
use std::net::{Shutdown, SocketAddr, TcpStream};
use std::time::Duration;

use jiff::civil::date;
use saydo_bureau::Outlets;
use saydo_ledger::Ledger;
use saydo_serve::{Running, Setup, start};
use saydo_watch::Watch;
use tempfile::TempDir;

/// How long a test waits for an answer on a busy machine.
const PATIENCE: Duration = Duration::from_secs(60);

/// A server with an empty ledger in a folder of its own.
pub(crate) struct Site {
    running: Running,
    _folder: TempDir,
}

/// A setup over an empty ledger, on a free port of this machine.
pub(crate) fn setup(folder: &TempDir) -> Setup {
    let ledger = folder.path().join("saydo.sqlite");
    Ledger::open(&ledger).unwrap();
    Setup {
        ledger,
        watch: Watch::parse("name = 'test'\nsubject = ['Russia']\nothers = ['NATO']\n").ok().unwrap(),
        outlets: Outlets::shipped(),
        base: folder.path().to_owned(),
        address: "127.0.0.1:0".parse().unwrap(),
        token: None,
        write: false,
        today: || date(2022, 3, 1),
        followed: Box::new(Vec::new),
        hosts: Vec::new(),
    }
}

impl Site {
    /// A server that is set up as `change` has it.
    pub(crate) fn with(change: impl FnOnce(&mut Setup)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let mut setup = setup(&folder);
        change(&mut setup);
        Self { running: start(setup).unwrap(), _folder: folder }
    }

    /// A server as it is unless told otherwise.
    pub(crate) fn open() -> Self {
        Self::with(|_| {})
    }

    /// Where it listens.
    pub(crate) fn address(&self) -> SocketAddr {
        self.running.address
    }

    /// A connection.
    pub(crate) fn connect(&self) -> TcpStream {
        let stream = TcpStream::connect(self.address()).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.set_write_timeout(Some(PATIENCE)).unwrap();
        stream
    }

    /// Sends these bytes, and reads until the server closes the connection.
    pub(crate) fn raw(&self, bytes: &[u8]) -> String {
        let mut stream = self.connect();
        // The server may have refused and closed before all is written.
        let _ = stream.write_all(bytes);
        let _ = stream.shutdown(Shutdown::Write);
        rest(&mut stream)
    }

    /// One request that closes its connection, with further header lines (each ending in CR LF).
    pub(crate) fn ask(&self, method: &str, target: &str, headers: &str, body: &[u8]) -> String {
        let host = self.address();
        let mut bytes =
            format!("{method} {target} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n{headers}")
                .into_bytes();
        if !body.is_empty() {
            bytes.extend(format!("Content-Length: {}\r\n", body.len()).bytes());
        }
        bytes.extend(b"\r\n");
        bytes.extend(body);
        let mut stream = self.connect();
        let _ = stream.write_all(&bytes);
        rest(&mut stream)
    }

    /// A GET without anything else.
    pub(crate) fn get(&self, target: &str) -> String {
        self.ask("GET", target, "", b"")
    }

    /// That it still answers.
    pub(crate) fn is_up(&self) -> bool {
        status(&self.get("/api/v1/health")) == 200
    }

    /// Stops it.
    pub(crate) fn stop(self) {
        self.running.stop();
    }
}

/// What still comes on a connection until it is closed or reset.
pub(crate) fn rest(stream: &mut TcpStream) -> String {
    let mut bytes = Vec::new();
    let mut piece = [0; 4096];
    while let Ok(count @ 1..) = stream.read(&mut piece) {
        bytes.extend(&piece[..count]);
    }
    String::from_utf8_lossy(&bytes).into_owned()
}

/// The status of an answer; 0 where there is none.
pub(crate) fn status(answer: &str) -> u16 {
    answer.strip_prefix("HTTP/1.1 ").and_then(|rest| rest.get(..3)?.parse().ok()).unwrap_or(0)
}

/// The value of a header of an answer.
pub(crate) fn header<'a>(answer: &'a str, name: &str) -> Option<&'a str> {
    let head = answer.split("\r\n\r\n").next()?;
    let mut pairs = head.lines().filter_map(|line| line.split_once(':'));
    pairs.find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.trim())
}

/// The body of an answer.
pub(crate) fn body(answer: &str) -> &str {
    answer.split_once("\r\n\r\n").map_or("", |(_, body)| body)
}
