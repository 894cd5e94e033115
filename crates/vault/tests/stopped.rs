//! Keepers that are stopped: killed in the middle, or out of space.

#![cfg(unix)]
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Duration;
use std::{env, fs, thread};

use saydo_vault::{Key, Vault};

/// Bytes that cannot be packed much, and take a while to write.
fn bytes(n: u64) -> Vec<u8> {
    let mut state = n;
    let mut next = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (state >> 56) as u8
    };
    (0..400_000).map(|_| next()).collect()
}

/// Runs in a process of its own, started by the tests below: keeps bytes and prints the number of each that is safe.
#[test]
#[ignore = "the tests of this file start it"]
fn child() {
    let vault = Vault::open(env::var("VAULT").unwrap());
    for n in 0..500 {
        match vault.keep(&bytes(n)) {
            Ok(_) => println!("\nkept {n}"),
            Err(error) => return println!("\nfailed {error}"),
        }
    }
}

/// A shell that runs `first` and becomes the child.
fn child_after(first: &str, folder: &Path) -> Command {
    let mut shell = Command::new("sh");
    let script = format!("{first} exec \"$0\" child --exact --ignored --nocapture");
    shell.args(["-c", &script]).arg(env::current_exe().unwrap()).env("VAULT", folder).stdout(Stdio::piped());
    shell
}

#[test]
fn kills_leave_nothing_half_under_a_key() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("raw");
    let mut safe = 0;
    for kill in 0..20_u64 {
        let mut child = child_after("", &path).spawn().unwrap();
        thread::sleep(Duration::from_millis(20 + kill * 13 % 90));
        child.kill().unwrap();
        child.wait().unwrap();
        let vault = Vault::open(&path);
        let printed = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let kept = printed.filter_map(|line| line.strip_prefix("kept ")?.parse::<usize>().ok()).last();
        safe = safe.max(kept.map_or(0, |n| n + 1));
        let there = (0..500).take_while(|&n| vault.fetch(&Key::of(&bytes(n))).unwrap().is_some()).count();
        assert!(there >= safe, "{safe} were kept, one after another, and {there} are there");
    }
    assert!(safe > 0, "every kill came before anything was kept");
}

#[test]
fn without_space_the_file_is_named_and_nothing_half_is_left() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("raw");
    // A limit on the size of files is met as a full disk is.
    let output = child_after("trap '' XFSZ; ulimit -f 64;", &path).output().unwrap();
    let said = String::from_utf8(output.stdout).unwrap();
    assert!(
        said.contains("failed disk-full: no space is left to write ") && !said.contains("\nkept "),
        "{said}"
    );
    let parts = fs::read_dir(&path).unwrap().filter(|entry| entry.as_ref().unwrap().path().is_file()).count();
    assert_eq!(parts, 0, "the temporary file was taken away");
}
