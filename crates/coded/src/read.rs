//! Reads the rows of a tabular file.

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::Read;

use crate::cell::{Cell, Cells};
use crate::desk::Desk;
use crate::json;
use crate::lines::Line;
use crate::raw::{Hold, Raw};
use crate::row::clean;
use crate::shape::Shape;
use crate::sheet::{Key, Sheet, plain};
use crate::take::{Note, Row, Take};
use crate::{Coded, Name, Odd, Oddity};

/// The rows of one file as events, with what is odd.
pub(crate) struct Rows<R> {
    raw: Raw<R>,
    line: Line,
    sheet: &'static Sheet,
    desk: Desk,
    shape: Option<Shape>,
    /// Where the cells stand in a file whose rows are JSON objects.
    names: HashMap<String, usize>,
    text: String,
    cells: Vec<(usize, usize)>,
}

impl<R: Read> Rows<R> {
    pub(crate) fn new(sheet: &'static Sheet, file: &str, input: R) -> Self {
        Self {
            raw: Raw::new(input),
            line: Line::default(),
            sheet,
            desk: Desk::new(file),
            shape: None,
            names: sheet.by_name(),
            text: String::new(),
            cells: Vec::new(),
        }
    }

    /// Reads one row of the file; `false` at its end.
    fn step(&mut self) -> bool {
        let open = match self.raw.next(&mut self.line) {
            Ok((true, open)) => open,
            Ok((false, _)) => return false,
            Err(error) => {
                self.desk.odd(
                    &self.line,
                    None,
                    Oddity::Read,
                    format!("the file cannot be read any further: {error}"),
                );
                return false;
            }
        };
        if self.line.bytes.iter().all(u8::is_ascii_whitespace) && self.line.is_whole() {
            return true;
        }
        if !self.line.is_whole() {
            self.desk.too_long(&self.line);
            return true;
        }
        let mut line = std::mem::take(&mut self.line);
        if let Some(width) = self.row(&line, open) {
            self.misfit(&mut line, width, open);
        }
        self.line = line;
        true
    }

    /// A row of another width. Where a quote joined lines, it was none: its line is left out, the others are rows.
    fn misfit(&mut self, line: &mut Line, (found, wanted): (usize, usize), open: bool) {
        if self.raw.part(line) || open {
            let what = "a quote is opened in this row and not closed".to_owned();
            self.desk.odd(line, None, Oddity::Quote, what);
        } else {
            self.desk.columns(line, found, wanted);
        }
    }

    /// Takes a row for what it is; if it has another width than it should have, says which and which.
    fn row(&mut self, line: &Line, open: bool) -> Option<(usize, usize)> {
        let (text, odd) = clean(&line.bytes);
        if self.raw.hold == Hold::Braces
            || (self.shape.is_none() && text.trim_start().starts_with(['{', '[']))
        {
            self.object(line, &text);
            return None;
        }
        let first = self.shape.is_none();
        let shape = self.shape.get_or_insert_with(|| Shape::of(self.sheet, self.desk.file(), &text));
        self.raw.hold = shape.hold;
        if first && !shape.names.is_empty() {
            let missing = shape.missing.join(", ");
            if !missing.is_empty() {
                let what =
                    format!("the heading lacks {missing}; the columns are taken in the order of the format");
                self.desk.odd(line, None, Oddity::Header, what);
            }
            return None;
        }
        let notes = odd.iter().map(|(code, at)| mended(*code, shape.column_at(self.sheet, &line.bytes, *at)));
        let mut notes: Vec<Note> = notes.collect();
        if open {
            let what = "a quote is never closed; the row is taken to its end of line".to_owned();
            notes.push(Note { column: None, code: Oddity::Quote, what });
        }
        shape.cells(&text, !open, &mut self.text, &mut self.cells);
        let cells: Vec<&str> = self.cells.iter().map(|(start, end)| &self.text[*start..*end]).collect();
        let Some(columns) = shape.columns(self.sheet, &cells) else {
            return Some((cells.len(), shape.width(self.sheet)));
        };
        let row = arrange(self.sheet, &cells, &columns, &shape.names);
        settle(self.sheet, &mut self.desk, line, &row, notes);
        None
    }

    /// A row that is a JSON object whose members are the cells.
    fn object(&mut self, line: &Line, text: &str) {
        self.raw.hold = Hold::Braces;
        let text = text.trim().trim_end_matches(',');
        if matches!(text, "[" | "]") {
            return;
        }
        match json::members(text) {
            Ok(members) => {
                let mut row = Row { cells: vec![None; self.sheet.columns.len()], extras: Vec::new() };
                for (name, value) in &members {
                    match self.names.get(&plain(name)) {
                        Some(column) => row.cells[*column] = Some(value),
                        None => row.extras.push((name, value)),
                    }
                }
                settle(self.sheet, &mut self.desk, line, &row, Vec::new());
            }
            Err(error) => self.desk.no_json(line, &error),
        }
    }
}

fn mended(code: Oddity, column: Option<String>) -> Note {
    let what = match code {
        Oddity::Null => "null bytes, dropped",
        _ => "bytes that are no UTF-8, read as Windows-1252",
    };
    Note { column: column.map(Cow::Owned), code, what: what.to_owned() }
}

/// Puts cells where their columns are.
fn arrange<'t>(sheet: &Sheet, cells: &[&'t str], columns: &[Option<usize>], names: &'t [String]) -> Row<'t> {
    let mut row = Row { cells: vec![None; sheet.columns.len()], extras: Vec::new() };
    for (at, (cell, column)) in cells.iter().zip(columns).enumerate() {
        match (column, names.get(at)) {
            (Some(column), _) => row.cells[*column] = Some(cell),
            (None, Some(name)) => row.extras.push((name, cell)),
            (None, None) => {}
        }
    }
    row
}

/// Makes an event of a row and hands it out with its notes, unless it was there before.
fn settle(sheet: &'static Sheet, desk: &mut Desk, line: &Line, row: &Row<'_>, notes: Vec<Note>) {
    let mut take = Take { row, sheet, notes };
    let mut event = match (sheet.decode)(&mut take) {
        Ok(event) => event,
        Err(fault) => return desk.lost(line, fault),
    };
    let notes = take.notes;
    let rest = rest(sheet, &event, row);
    event.rest.extend(rest);
    let again = match sheet.key {
        Key::Id => desk.again(&event.id),
        Key::Day => desk.again(&(&event.id, event.day)),
        Key::Row => desk.again(&line.bytes),
    };
    if again {
        return desk.twice(line, sheet.columns[0], &event.id);
    }
    desk.hand_out(line, event, notes);
}

/// What a row holds and no field does: the cells that would not be written as they stand.
fn rest(sheet: &Sheet, event: &Coded, row: &Row<'_>) -> Vec<(Name, String)> {
    let mut made = Cells::new(sheet.columns.len());
    (sheet.encode)(event, &mut made);
    let mut rest = Vec::new();
    for ((cell, made), name) in row.cells.iter().zip(&made.0).zip(sheet.columns) {
        let Some(cell) = cell else { continue };
        let nothing = sheet.is_nothing(cell);
        let same = if nothing { matches!(made, Cell::Nothing | Cell::Taken) } else { made.says(cell) };
        if !same {
            rest.push((Cow::Borrowed(*name), if nothing { String::new() } else { (*cell).to_owned() }));
        }
    }
    let extras = row.extras.iter().filter(|(_, value)| !sheet.is_nothing(value));
    rest.extend(extras.map(|(name, value)| (Cow::Owned((*name).to_owned()), (*value).to_owned())));
    rest
}

impl<R: Read> Iterator for Rows<R> {
    type Item = Result<Coded, Odd>;

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
