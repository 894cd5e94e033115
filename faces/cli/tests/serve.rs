//! `saydo serve`: the real program, asked over loopback.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Child, ChildStderr, Command, Stdio};
use std::time::Duration;

use common::{command, folder, said};
use tempfile::TempDir;

const WATCH: &str = "name = 'test'\nsubject = ['Russia']\nothers = ['NATO']\n";

const REPORT: &str = r#"{"id":"a","published":"2022-02-15","publisher":"Example Wire","url":"https://wire.example/a","text":"Russian troops are returning to their bases from Crimea, Russian Defence Ministry spokesman Igor Konashenkov said on Tuesday."}"#;

/// A folder with a watch and a ledger of one report.
fn desk() -> TempDir {
    let dir = folder(&[("watch.toml", WATCH.as_bytes()), ("a.jsonl", REPORT.as_bytes())]);
    assert!(command(dir.path(), "add", &["a.jsonl"]).output().unwrap().status.success());
    dir
}

/// A server that runs, and is ended when the test ends.
struct Served {
    child: Child,
    told: BufReader<ChildStderr>,
    url: String,
}

impl Served {
    fn start(dir: &TempDir, args: &[&str]) -> Self {
        let mut child =
            command(dir.path(), "serve", args).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let mut told = BufReader::new(child.stderr.take().unwrap());
        let mut line = String::new();
        while !line.contains("http://") {
            line.clear();
            assert!(told.read_line(&mut line).unwrap() > 0, "it ended: {:?}", child.wait());
        }
        let url = line.split_whitespace().find(|word| word.starts_with("http://")).unwrap().to_owned();
        Self { child, told, url }
    }

    fn host(&self) -> &str {
        self.url.trim_start_matches("http://").split('/').next().unwrap()
    }

    fn ask(&self, path: &str, headers: &str) -> String {
        let host = self.host();
        let mut stream = TcpStream::connect(host).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\n{headers}Connection: close\r\n\r\n").unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    /// Asks it to stop; gives its exit status, what it printed, and what else it told.
    fn stop(mut self) -> (Option<i32>, String, String) {
        assert!(
            Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status().unwrap().success()
        );
        let status = self.child.wait().unwrap();
        let (mut out, mut told) = (String::new(), String::new());
        self.child.stdout.take().unwrap().read_to_string(&mut out).unwrap();
        self.told.read_to_string(&mut told).unwrap();
        (status.code(), out, told)
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[cfg(unix)]
#[test]
fn the_demo_is_served_until_it_is_asked_to_stop() {
    let served = Served::start(&folder(&[]), &["--demo", "--listen", ":0"]);
    assert!(served.url.ends_with("/?as_of=2022-02-16"), "{}", served.url);
    let page = served.ask("/?as_of=2022-02-16", "");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("<!doctype html>"), "{page}");
    let about = served.ask("/api/v1/about", "");
    assert!(about.contains("\"write\":false") && about.contains("Russia"), "{about}");
    let sent = served.ask("/api/v1/picture?as_of=2022-02-16", "");
    assert!(sent.contains("saydo-picture/1"), "{}", &sent[..sent.len().min(500)]);
    let (status, out, told) = served.stop();
    assert_eq!((status, out.as_str(), told.as_str()), (Some(0), "", ""));
}

#[cfg(unix)]
#[test]
fn a_ledger_is_served_to_those_who_show_the_token() {
    use std::os::unix::fs::PermissionsExt;
    let dir = desk();
    let made = command(dir.path(), "serve", &["--make-token", "token"]).output().unwrap();
    assert!(made.status.success() && made.stdout.is_empty() && said(&made).contains("--token-file token"));
    let file = dir.path().join("token");
    assert_eq!(file.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let token = std::fs::read_to_string(&file).unwrap();
    assert_eq!(token.trim().len(), 43);
    let again = command(dir.path(), "serve", &["--make-token", "token"]).output().unwrap();
    assert!(again.status.code() == Some(2) && said(&again).contains("left as it is"));
    let served = Served::start(&dir, &["--token-file", "token", "--listen", ":0"]);
    assert!(served.ask("/api/v1/about", "").starts_with("HTTP/1.1 401"));
    assert!(served.ask("/api/v1/health", "").starts_with("HTTP/1.1 200"));
    let about = served.ask("/api/v1/about", &format!("Authorization: Bearer {}\r\n", token.trim()));
    assert!(about.starts_with("HTTP/1.1 200") && about.contains("\"reports\":1"), "{about}");
}

#[test]
fn what_cannot_be_served_says_what_to_do() {
    let empty = folder(&[("watch.toml", WATCH.as_bytes())]);
    let desk = desk();
    let told = |dir: &TempDir, args: &[&str]| {
        let output = command(dir.path(), "serve", args).env_remove("SAYDO_TOKEN").output().unwrap();
        assert_eq!(output.status.code(), Some(2), "{args:?}");
        said(&output)
    };
    assert!(told(&empty, &["--listen", ":0"]).contains("saydo.sqlite"));
    let open = told(&desk, &["--listen", "0.0.0.0:0"]);
    assert!(open.contains("token") && open.contains("--make-token"), "{open}");
    assert!(told(&desk, &["--token-file", "none", "--listen", ":0"]).contains("--make-token none"));
    assert!(told(&desk, &["--listen", "example.org:80"]).contains("127.0.0.1:8750"));
    assert!(told(&desk, &["--demo", "--ledger", "saydo.sqlite"]).contains("cannot be used with"));
    let taken = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let address = taken.local_addr().unwrap().to_string();
    let told = told(&desk, &["--listen", &address]);
    assert!(told.contains(&address) && told.contains("in use") && told.contains("--listen"), "{told}");
}
