//! `saydo code --follow`: lines from a pipe, answered line by line, so that any queue can feed it.
//!
//! One thread reads lines ahead, a few of them and no more than their bound allows; the lines that wait are read together
//! on all cores and answered in order. A line that comes alone is answered alone, at once.

use std::io::{self, BufRead, Write};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use anyhow::{Context, bail};
use rayon::prelude::*;
use saydo_engine::Engine;
use saydo_record::Record;
use saydo_text::Report;
use serde_json::json;

use crate::args::{Code, Input, View};
use crate::messages::Outcome;

/// How many bytes a line may have.
const LONGEST: usize = 8 << 20;

/// How many lines may wait to be read.
const AHEAD: usize = 16;

/// A line with its number, counted from 1.
struct Line {
    number: u64,
    bytes: Vec<u8>,
    is_too_long: bool,
}

/// Runs the command; an error is for standard input or output failing. What is wrong with a line is its answer.
pub(super) fn run(args: &Code) -> anyhow::Result<Outcome> {
    if args.format.is_some_and(|view| view != View::Json) {
        bail!(
            "--follow answers with records as JSON; leave --format out, and give its answers to `saydo code` again"
        );
    }
    if !matches!(args.input, Input::Auto | Input::Jsonl | Input::Text) {
        bail!("--follow reads lines of JSON or of text; leave --input out, or say jsonl or text");
    }
    rayon::ThreadPoolBuilder::new()
        .num_threads(args.threads)
        .build_global()
        .context("cannot start the threads")?;
    let (send, lines) = sync_channel(AHEAD);
    let reader = thread::spawn(move || read(io::stdin().lock(), &send));
    let found = answer(&lines, args.input, io::stdout().lock())?;
    drop(lines);
    reader.join().unwrap_or(Ok(())).context("cannot read standard input")?;
    Ok(Outcome { found, trouble: false })
}

/// Hands over lines until the input ends or nobody takes them any more.
fn read(mut input: impl BufRead, send: &SyncSender<Line>) -> io::Result<()> {
    for number in 1.. {
        let Some(line) = next(&mut input, number)? else { return Ok(()) };
        if send.send(line).is_err() {
            return Ok(());
        }
    }
    Ok(())
}

/// The next line without its end; of one that is too long the rest is passed over.
fn next(input: &mut impl BufRead, number: u64) -> io::Result<Option<Line>> {
    let mut line = Line { number, bytes: Vec::new(), is_too_long: false };
    let mut any = false;
    loop {
        let chunk = match input.fill_buf() {
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            chunk => chunk?,
        };
        let end = chunk.iter().position(|&b| b == b'\n');
        let part = &chunk[..end.unwrap_or(chunk.len())];
        let used = part.len() + usize::from(end.is_some());
        any |= used > 0;
        line.is_too_long |= line.bytes.len() + part.len() > LONGEST;
        if !line.is_too_long {
            line.bytes.extend_from_slice(part);
        }
        input.consume(used);
        if end.is_some() || used == 0 {
            return Ok(any.then_some(line));
        }
    }
}

/// Answers lines in order; those that wait already are read together.
fn answer(lines: &Receiver<Line>, input: Input, mut out: impl Write) -> anyhow::Result<bool> {
    let mut found = false;
    while let Ok(first) = lines.recv() {
        let waiting: Vec<Line> = std::iter::once(first).chain(lines.try_iter().take(AHEAD)).collect();
        let answers: Vec<Vec<u8>> = waiting.par_iter().map(|line| one(line, input)).collect();
        for answer in answers {
            out.write_all(&answer)?;
            out.flush()?;
            found = true;
        }
    }
    Ok(found)
}

/// The answer to a line, with its end.
fn one(line: &Line, input: Input) -> Vec<u8> {
    let report = match report(line, input) {
        Ok(report) => report,
        Err((code, what)) => {
            let error = json!({ "error": { "code": code, "line": line.number, "what": what } });
            return format!("{error}\n").into_bytes();
        }
    };
    let mut answer = Vec::new();
    let record = Record::of(&report, &Engine::shipped().read(&report));
    record.write(&mut answer).expect("writing to memory does not fail");
    answer
}

/// The report of a line, or what is wrong with it.
fn report(line: &Line, input: Input) -> Result<Report, (&'static str, String)> {
    let bytes = line.bytes.trim_ascii();
    if line.is_too_long {
        return Err(("too-long", format!("longer than {LONGEST} bytes; split the text")));
    }
    if bytes.is_empty() {
        return Err(("empty", "an empty line; write a JSON object with a `text`, or text".to_owned()));
    }
    if input == Input::Jsonl || (input == Input::Auto && bytes.starts_with(b"{")) {
        return saydo_read::record(bytes, line.number).map_err(|error| match error {
            saydo_read::Error::Record { found, advice, .. } => ("bad-record", format!("{found}; {advice}")),
            other => ("bad-record", other.to_string()),
        });
    }
    Ok(saydo_read::plain(&format!("line-{}", line.number), bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(input: &[u8]) -> Vec<(u64, Vec<u8>)> {
        let (send, lines) = sync_channel(100);
        read(input, &send).unwrap();
        drop(send);
        lines.iter().map(|line| (line.number, line.bytes)).collect()
    }

    #[test]
    fn every_line_is_one_also_the_last_without_an_end() {
        assert_eq!(lines(b""), []);
        assert_eq!(lines(b"a\n\nb"), [(1, b"a".to_vec()), (2, Vec::new()), (3, b"b".to_vec())]);
    }

    #[test]
    fn a_line_without_end_takes_no_memory_without_end() {
        let mut input = io::BufReader::new(io::Read::take(io::repeat(b'x'), 3 * LONGEST as u64));
        let line = next(&mut input, 1).unwrap().unwrap();
        assert!(line.is_too_long && line.bytes.len() <= LONGEST);
        let answer = String::from_utf8(one(&line, Input::Auto)).unwrap();
        assert!(answer.starts_with(r#"{"error":{"code":"too-long","line":1,"#), "{answer}");
    }
}
