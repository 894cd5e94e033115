//! What the tests of the API share: a server over the demo's ledger, and answers taken apart.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::thread::sleep;
use std::time::{Duration, Instant};

use jiff::civil::date;
use saydo_bureau::{Intake, Outlets};
use saydo_ledger::Ledger;
use saydo_serve::{Running, Setup, start};
use saydo_watch::Watch;
use serde_json::Value;
use tempfile::TempDir;

const REPORTS: &str = include_str!("../../../../demo/reports.jsonl");
const WATCH: &str = include_str!("../../../../demo/watch.toml");
const PUBLISHERS: &str = include_str!("../../../../demo/families.tsv");

/// How long a test waits on a busy machine.
const PATIENCE: Duration = Duration::from_secs(120);

/// The demo's reports, read once for all tests. They came in on the day after the last of them.
static DEMO: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().unwrap();
    add(&folder.path().join("saydo.sqlite"), REPORTS);
    folder
});

/// The server that only shows, for all tests that change nothing.
static SHOWN: LazyLock<Site> = LazyLock::new(|| Site::over(&ledger_of(&DEMO), false, None));

/// A server, and the folder of its ledger where it has one of its own.
pub(crate) struct Site {
    running: Running,
    pub(crate) ledger: PathBuf,
    _folder: Option<TempDir>,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answer {
    pub(crate) status: u16,
    pub(crate) head: String,
    pub(crate) body: Vec<u8>,
}

fn ledger_of(folder: &TempDir) -> PathBuf {
    folder.path().join("saydo.sqlite")
}

/// Reads reports into a ledger, as another process would.
pub(crate) fn add(ledger: &Path, lines: &str) {
    let mut ledger = Ledger::open(ledger).unwrap();
    let mut sink = |_: &saydo_text::Report, _| {};
    let mut intake = Intake::new(&mut ledger, date(2022, 3, 1), &mut sink);
    for report in saydo_read::jsonl(lines.as_bytes()) {
        intake.take(report.unwrap()).unwrap();
    }
    intake.finish().unwrap();
}

/// The server over the demo.
pub(crate) fn demo() -> &'static Site {
    &SHOWN
}

impl Site {
    fn over(ledger: &Path, write: bool, folder: Option<TempDir>) -> Self {
        let setup = Setup {
            ledger: ledger.to_owned(),
            watch: Watch::parse(WATCH).ok().unwrap(),
            outlets: Outlets::with(PUBLISHERS).unwrap(),
            base: ledger.parent().unwrap().to_owned(),
            address: "127.0.0.1:0".parse().unwrap(),
            token: None,
            write,
            today: || date(2022, 3, 1),
            followed: Box::new(Vec::new),
            hosts: Vec::new(),
        };
        Self { running: start(setup).unwrap(), ledger: ledger.to_owned(), _folder: folder }
    }

    /// A server over a copy of the demo that takes reports in.
    pub(crate) fn copy() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = ledger_of(&folder);
        std::fs::copy(ledger_of(&DEMO), &ledger).unwrap();
        Self::over(&ledger, true, Some(folder))
    }

    /// A server over a ledger with these reports only.
    pub(crate) fn with(lines: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let ledger = ledger_of(&folder);
        Ledger::open(&ledger).unwrap();
        add(&ledger, lines);
        Self::over(&ledger, true, Some(folder))
    }

    /// A server over a ledger that is there.
    pub(crate) fn at(ledger: &Path) -> Self {
        Self::over(ledger, false, None)
    }

    /// How long an answer takes.
    pub(crate) fn timed(&self, path: &str) -> Duration {
        let begun = Instant::now();
        assert_eq!(self.get(path).status, 200, "{path}");
        begun.elapsed()
    }

    fn address(&self) -> SocketAddr {
        self.running.address
    }

    /// One request.
    pub(crate) fn ask(&self, method: &str, path: &str, headers: &str, body: &[u8]) -> Answer {
        let host = self.address();
        let head = format!(
            "{method} /api/v1{path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\nContent-Length: {}\r\n{headers}\r\n",
            body.len()
        );
        let mut stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(PATIENCE)).unwrap();
        stream.write_all(head.as_bytes()).unwrap();
        stream.write_all(body).unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        Answer::of(&bytes)
    }

    /// What comes back, whatever it is.
    pub(crate) fn get(&self, path: &str) -> Answer {
        self.ask("GET", path, "", b"")
    }

    /// What comes back, as JSON; it has to be an answer.
    pub(crate) fn json(&self, path: &str) -> Value {
        let answer = self.get(path);
        assert_eq!(answer.status, 200, "{path}: {}", answer.text());
        assert_eq!(answer.header("content-type"), Some("application/json; charset=utf-8"), "{path}");
        answer.json()
    }

    /// All items of a list, page by page.
    pub(crate) fn pages(&self, path: &str, mut between: impl FnMut(usize)) -> Vec<Value> {
        let mut items = Vec::new();
        let mut cursor = String::new();
        for page in 0.. {
            let answer = self.json(&format!("{path}{cursor}"));
            items.extend(list(&answer["items"]).cloned());
            between(page);
            match answer["next"].as_str() {
                Some(next) => cursor = format!("&cursor={next}"),
                None => break,
            }
        }
        items
    }

    /// Waits until an answer meets a condition that the ledger's next state brings.
    pub(crate) fn wait(&self, path: &str, met: impl Fn(&Value) -> bool) -> Value {
        let begun = Instant::now();
        loop {
            let answer = self.get(path);
            if answer.status == 200 && met(&answer.json()) {
                return answer.json();
            }
            assert!(begun.elapsed() < PATIENCE, "{path}: {}", answer.text());
            sleep(Duration::from_millis(100));
        }
    }
}

impl Answer {
    fn of(bytes: &[u8]) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
        let head = String::from_utf8(bytes[..end].to_vec()).unwrap();
        let status = head[9..12].parse().unwrap();
        let mut answer = Self { status, head, body: bytes[end + 4..].to_vec() };
        if answer.header("transfer-encoding") == Some("chunked") {
            answer.body = unchunked(&answer.body);
        }
        answer
    }

    /// The value of a header; its name in lower case.
    pub(crate) fn header(&self, name: &str) -> Option<&str> {
        let found = self
            .head
            .lines()
            .find_map(|line| line.split_once(':').filter(|(n, _)| n.eq_ignore_ascii_case(name)));
        found.map(|(_, value)| value.trim())
    }

    pub(crate) fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    pub(crate) fn json(&self) -> Value {
        serde_json::from_slice(&self.body).unwrap()
    }
}

fn unchunked(mut bytes: &[u8]) -> Vec<u8> {
    let mut whole = Vec::new();
    loop {
        let end = bytes.windows(2).position(|two| two == b"\r\n").unwrap();
        let length = usize::from_str_radix(std::str::from_utf8(&bytes[..end]).unwrap(), 16).unwrap();
        if length == 0 {
            return whole;
        }
        whole.extend(&bytes[end + 2..end + 2 + length]);
        bytes = &bytes[end + length + 4..];
    }
}

/// The items of a list.
pub(crate) fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().unwrap().iter()
}

/// A field of each item, as text.
pub(crate) fn texts(items: &Value, field: &str) -> Vec<String> {
    list(items).map(|item| item[field].as_str().unwrap_or_default().to_owned()).collect()
}
