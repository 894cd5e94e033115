//! `saydo code --follow`: a real pipe, answered line by line.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod common;

use std::io::{BufRead, BufReader, Write};
use std::process::{Child, ChildStdin, ChildStdout, Stdio};

use common::{command, folder};
use serde_json::Value;

/// The program with a pipe at each end.
fn follow() -> (Child, ChildStdin, BufReader<ChildStdout>) {
    let dir = folder(&[]);
    let mut command = command(dir.path(), "code", &["--follow"]);
    let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let (input, output) = (child.stdin.take().unwrap(), child.stdout.take().unwrap());
    (child, input, BufReader::new(output))
}

fn answer(output: &mut impl BufRead) -> Value {
    let mut line = String::new();
    output.read_line(&mut line).unwrap();
    assert!(line.ends_with('\n'), "{line}");
    serde_json::from_str(&line).unwrap()
}

#[test]
fn the_answer_to_a_line_comes_before_the_next_one_is_written() {
    let (mut child, mut input, mut output) = follow();
    writeln!(input, r#"{{"id":"a","text":"Russian forces shelled Kharkiv."}}"#).unwrap();
    assert_eq!(answer(&mut output)["report"]["id"], "a");
    writeln!(input, "Talks went on in Geneva.").unwrap();
    let second = answer(&mut output);
    assert_eq!(
        (&second["report"]["id"], &second["text"]),
        (&"line-2".into(), &"Talks went on in Geneva.".into())
    );
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn every_line_has_one_answer_in_order_also_a_bad_one() {
    let (mut child, mut input, mut output) = follow();
    let lines: [&[u8]; 7] = [
        b"{\"text\": 3}",
        b"",
        b"{broken",
        b"{\"text\":\"\"}",
        b"caf\xe9 talks",
        b"\x00\xff",
        b"{\"id\":7,\"text\":\"Ended.\"}",
    ];
    for line in lines {
        input.write_all(line).unwrap();
        input.write_all(b"\n").unwrap();
    }
    drop(input);
    let answers: Vec<Value> = (0..lines.len()).map(|_| answer(&mut output)).collect();
    let wrong = |n: usize| (answers[n]["error"]["code"].clone(), answers[n]["error"]["line"].clone());
    assert_eq!(wrong(0), ("bad-record".into(), 1.into()));
    assert_eq!(wrong(1), ("empty".into(), 2.into()));
    assert_eq!(wrong(2), ("bad-record".into(), 3.into()));
    assert!(answers[2]["error"]["what"].as_str().unwrap().contains("not valid JSON"), "{}", answers[2]);
    assert_eq!(answers[4]["report"]["id"], "line-5");
    assert_eq!(answers[6]["report"]["id"], "7");
    let mut rest = String::new();
    assert_eq!(output.read_line(&mut rest).unwrap(), 0, "{rest}");
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn many_lines_keep_their_order() {
    let (mut child, mut input, mut output) = follow();
    let writer = std::thread::spawn(move || {
        for n in 0..200 {
            writeln!(input, r#"{{"id":{n},"text":"Russia said talks number {n} went on in Geneva."}}"#)
                .unwrap();
        }
    });
    for n in 0..200 {
        assert_eq!(answer(&mut output)["report"]["id"], n.to_string());
    }
    writer.join().unwrap();
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn nobody_listening_is_no_trouble() {
    let (mut child, mut input, output) = follow();
    drop(output);
    // The pipe may close while these are written.
    let _ = writeln!(input, "Talks went on.").and_then(|()| writeln!(input, "They ended."));
    drop(input);
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn what_cannot_be_followed_says_so() {
    let dir = folder(&[]);
    let output = command(dir.path(), "code", &["--follow", "--format", "gdelt"]).output().unwrap();
    assert_eq!(output.status.code(), Some(2));
    assert!(common::said(&output).contains("--follow answers with records as JSON"));
}
