//! PLOVER's JSON Lines.

mod decode;
mod encode;

use std::io::{BufWriter, Read, Write};

use serde_json::{Map, Value};

use crate::desk::Desk;
use crate::lines::Line;
use crate::raw::{Hold, Raw};
use crate::row::clean;
use crate::take::Note;
use crate::write::Gate;
use crate::{Coded, Name, Odd, Oddity, Options, Result, Summary, System, Writer, Wrote, json};

/// An object of JSON.
type Object = Map<String, Value>;

/// The comment in which a standing stands that PLOVER has no mode for.
const STANDING: &str = "standing: ";

/// Reads a file of objects, one by one.
pub(crate) struct Objects<R> {
    raw: Raw<R>,
    line: Line,
    desk: Desk,
}

impl<R: Read> Objects<R> {
    pub(crate) fn new(file: &str, input: R) -> Self {
        let mut raw = Raw::new(input);
        raw.hold = Hold::Braces;
        Self { raw, line: Line::default(), desk: Desk::new(file) }
    }

    fn step(&mut self) -> bool {
        match self.raw.next(&mut self.line) {
            Ok((true, _)) => {}
            Ok((false, _)) => return false,
            Err(error) => {
                let what = format!("the file cannot be read any further: {error}");
                self.desk.odd(&self.line, None, Oddity::Read, what);
                return false;
            }
        }
        let line = std::mem::take(&mut self.line);
        if line.is_whole() {
            self.object(&line);
        } else {
            self.desk.too_long(&line);
        }
        self.line = line;
        true
    }

    fn object(&mut self, line: &Line) {
        let (text, odd) = clean(&line.bytes);
        let text = text.trim().trim_end_matches(',');
        if matches!(text, "" | "[" | "]") {
            return;
        }
        let object: Object = match serde_json::from_str(text) {
            Ok(object) => object,
            Err(error) => return self.desk.no_json(line, &error),
        };
        if object.get("has_event") == Some(&Value::Bool(false)) {
            return;
        }
        let what = "bytes that are no UTF-8 or null, mended".to_owned();
        let mut notes: Vec<Note> =
            odd.iter().map(|(code, _)| Note { column: None, code: *code, what: what.clone() }).collect();
        match decode::event(&object, &mut notes) {
            Err(fault) => self.desk.lost(line, fault),
            Ok(event) if self.desk.again(&event.id) => self.desk.twice(line, "id", &event.id),
            Ok(mut event) => {
                event.rest = rest(&event, &object);
                self.desk.hand_out(line, event, notes);
            }
        }
    }
}

/// The members that would not be written as they stand.
fn rest(event: &Coded, object: &Object) -> Vec<(Name, String)> {
    let made = encode::object(event);
    let other = object.iter().filter(|(name, value)| made.get(*name) != Some(value));
    other.map(|(name, value)| (Name::Owned(name.clone()), json::keep(value))).collect()
}

impl<R: Read> Iterator for Objects<R> {
    type Item = std::result::Result<Coded, Odd>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(item) = self.desk.next() {
                return Some(item);
            }
            if self.desk.is_done() || !self.step() {
                self.desk.close();
                return self.desk.next();
            }
        }
    }
}

/// Writes an object a line.
pub(crate) struct Lines<W: Write> {
    out: BufWriter<W>,
    gate: Gate,
}

impl<W: Write> Lines<W> {
    pub(crate) fn new(out: W, options: &Options) -> Self {
        Self { out: BufWriter::new(out), gate: Gate::new(crate::Form::Plover, options) }
    }
}

impl<W: Write> Writer for Lines<W> {
    fn event(&mut self, event: &Coded) -> Result<Wrote> {
        let (event, wrote) = self.gate.pass(event);
        if let Some(event) = event {
            let mut object = encode::object(&event);
            if event.system == System::Plover {
                object.extend(event.rest.iter().map(|(name, value)| (name.to_string(), json::kept(value))));
            }
            serde_json::to_writer(&mut self.out, &object).map_err(std::io::Error::from)?;
            self.out.write_all(b"\n")?;
        }
        Ok(wrote)
    }

    fn end(&mut self) -> Result<Summary> {
        self.out.flush()?;
        Ok(self.gate.summary())
    }
}
