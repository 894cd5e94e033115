//! `saydo watch`, `saydo sources`: the real program on a folder that fills up, without a network.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::fs::{self, File};
use std::path::Path;
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use common::{command, folder, said};
use tempfile::TempDir;

const WATCH: &str = "name = 'test'\nsubject = ['Russia']\nothers = ['NATO']\nfollow = ['incoming/']\n\
                     [alert]\nfolder = 'alerts'\n";

const ANNOUNCED: &str = r#"{"id":"a","published":"2022-02-15","publisher":"Example Wire","url":"https://wire.example/a","text":"Russian troops are returning to their bases from Crimea, Russian Defence Ministry spokesman Igor Konashenkov said on Tuesday."}"#;
const DENIED: &str = r#"{"id":"b","published":"2022-02-16","publisher":"Example Daily","url":"https://daily.example/b","text":"NATO has not seen any withdrawal of Russian troops from Crimea, Secretary General Jens Stoltenberg said on Wednesday."}"#;

fn run(dir: &TempDir, verb: &str, args: &[&str]) -> (String, String, i32) {
    let output = command(dir.path(), verb, args).output().unwrap();
    let told = said(&output);
    (String::from_utf8(output.stdout).unwrap(), told, output.status.code().unwrap())
}

/// Puts a file into the folder that is followed, as if it had lain there for a minute.
fn put(dir: &Path, name: &str, text: &str) {
    fs::create_dir_all(dir.join("incoming")).unwrap();
    let path = dir.join("incoming").join(name);
    fs::write(&path, text).unwrap();
    let then = SystemTime::now() - Duration::from_secs(60);
    File::options().write(true).open(path).unwrap().set_modified(then).unwrap();
}

#[test]
fn a_folder_that_fills_up_is_read_once_and_changes_are_told() {
    let dir = folder(&[("watch.toml", WATCH.as_bytes())]);
    put(dir.path(), "a.jsonl", ANNOUNCED);
    let (out, told, status) = run(&dir, "watch", &["--once"]);
    assert_eq!((out.as_str(), status), ("", 0), "the first look is the ground: {out}{told}");
    assert!(told.contains("1 new"), "{told}");
    let (_, told, status) = run(&dir, "watch", &["--once"]);
    assert_eq!((told.as_str(), status), ("", 1), "nothing new");
    put(dir.path(), "b.jsonl", DENIED);
    let (out, told, status) = run(&dir, "watch", &["--once"]);
    assert!(told.contains("1 new") && status == 0, "{told}");
    assert!(out.contains("contradicted (was unverified)") && out.contains("Example Daily"), "{out}");
    let lines = fs::read_to_string(dir.path().join("alerts/alerts.jsonl")).unwrap();
    assert!(lines.contains("\"is\":\"contradicted\""), "{lines}");
    assert!(fs::read_to_string(dir.path().join("alerts/alerts.atom")).unwrap().contains("contradicted"));
}

#[test]
fn a_dry_run_tells_the_past_and_writes_nothing() {
    let dir = folder(&[("watch.toml", WATCH.as_bytes())]);
    put(dir.path(), "both.jsonl", &format!("{ANNOUNCED}\n{DENIED}\n"));
    run(&dir, "watch", &["--once"]);
    let (out, told, status) = run(&dir, "watch", &["--dry-run", "10"]);
    assert!(out.contains("2022-02-16") && out.contains("contradicted") && status == 0, "{out}{told}");
    assert!(told.contains("nothing was written"), "{told}");
    assert!(!dir.path().join("alerts").exists());
}

#[test]
fn bad_files_are_told_and_the_rest_goes_in() {
    let dir = folder(&[("watch.toml", WATCH.as_bytes())]);
    put(dir.path(), "a.jsonl", &format!("{{\"text\": 3}}\n{ANNOUNCED}\n"));
    let (_, told, status) = run(&dir, "watch", &["--once"]);
    assert!(told.contains("a.jsonl: bad-record: line 1") && told.contains("1 new"), "{told}");
    assert_eq!(status, 2);
}

#[test]
fn a_watch_that_follows_nothing_says_what_to_do() {
    let dir = folder(&[("watch.toml", b"name = 'test'\nsubject = ['Russia']\n")]);
    let (_, told, status) = run(&dir, "watch", &["--once"]);
    assert!(told.contains("follows nothing") && told.contains("follow = ["), "{told}");
    assert_eq!(status, 2);
}

#[test]
fn sources_are_shown_and_go_out_as_opml_and_in_again() {
    let watch = "name = 'test'\nsubject = ['Russia']\nfollow = [{ url = 'https://wire.example/rss', publisher = 'Example Wire' }]\n";
    let dir = folder(&[("watch.toml", watch.as_bytes())]);
    let (out, told, status) = run(&dir, "sources", &[]);
    assert!(out.contains("https://wire.example/rss") && out.contains("not asked yet"), "{out}{told}");
    assert_eq!(status, 0);
    let (opml, _, _) = run(&dir, "sources", &["--format", "opml"]);
    fs::write(dir.path().join("feeds.opml"), opml).unwrap();
    fs::write(
        dir.path().join("watch.toml"),
        "name = 'test'\nsubject = ['Russia']\nfollow = ['feeds.opml']\n",
    )
    .unwrap();
    let (out, _, _) = run(&dir, "sources", &["--format", "json"]);
    assert!(out.contains("\"source\":\"https://wire.example/rss\""), "{out}");
}

#[cfg(unix)]
#[test]
fn it_goes_on_until_it_is_asked_to_stop_and_stops_cleanly() {
    let dir = folder(&[("watch.toml", WATCH.as_bytes())]);
    put(dir.path(), "a.jsonl", ANNOUNCED);
    let mut child = command(dir.path(), "watch", &[]).stderr(Stdio::null()).spawn().unwrap();
    let begun = Instant::now();
    let is_in = || run(&dir, "picture", &["--as-of", "2022-02-15"]).0.contains("Konashenkov");
    while !is_in() && begun.elapsed() < Duration::from_secs(60) {
        sleep(Duration::from_millis(200));
    }
    assert!(child.try_wait().unwrap().is_none(), "it goes on");
    assert!(Command::new("kill").args(["-TERM", &child.id().to_string()]).status().unwrap().success());
    let status = child.wait().unwrap();
    assert!(status.success() && is_in(), "{status}");
}
