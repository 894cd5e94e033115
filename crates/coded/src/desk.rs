//! Where rows are handed out: with their place, and with what is odd before them.

use std::collections::VecDeque;
use std::hash::Hash;
use std::sync::Arc;

use crate::lines::{LONGEST, Line, START};
use crate::seen::Seen;
use crate::take::Note;
use crate::{Coded, Odd, Oddity};

/// Hands out the rows of one file.
pub(crate) struct Desk {
    file: Arc<str>,
    seen: Seen,
    out: VecDeque<Result<Coded, Odd>>,
    done: bool,
}

impl Desk {
    pub(crate) fn new(file: &str) -> Self {
        Self { file: file.into(), seen: Seen::default(), out: VecDeque::new(), done: false }
    }

    pub(crate) fn file(&self) -> &str {
        &self.file
    }

    pub(crate) fn next(&mut self) -> Option<Result<Coded, Odd>> {
        self.out.pop_front()
    }

    pub(crate) fn is_done(&self) -> bool {
        self.done
    }

    pub(crate) fn close(&mut self) {
        self.done = true;
    }

    pub(crate) fn again(&mut self, key: &impl Hash) -> bool {
        self.seen.again(key)
    }

    fn put(&mut self, line: &Line, note: Note, mended: bool) {
        self.out.push_back(Err(Odd {
            file: Arc::clone(&self.file),
            line: line.number,
            offset: line.offset,
            column: note.column.map(std::borrow::Cow::into_owned),
            code: note.code,
            what: note.what,
            mended,
            raw: line.bytes.clone(),
        }));
    }

    /// A row that is left out.
    pub(crate) fn lost(&mut self, line: &Line, note: Note) {
        self.put(line, note, false);
    }

    pub(crate) fn odd(&mut self, line: &Line, column: Option<&'static str>, code: Oddity, what: String) {
        self.lost(line, Note { column: column.map(std::borrow::Cow::Borrowed), code, what });
    }

    pub(crate) fn too_long(&mut self, line: &Line) {
        let (length, most, start) = (line.length, LONGEST >> 20, START >> 10);
        let what = format!(
            "the row has {length} bytes, more than {most} MiB; only its first {start} KiB are kept, the rest is in the \
             file from byte {}",
            line.offset
        );
        self.odd(line, None, Oddity::Long, what);
    }

    pub(crate) fn twice(&mut self, line: &Line, column: &'static str, id: &str) {
        let what = format!("`{}` was there before", crate::take::short(id));
        self.odd(line, Some(column), Oddity::Duplicate, what);
    }

    /// A row of another width; one at the end of a file that ends without an end of line was cut off.
    pub(crate) fn columns(&mut self, line: &Line, found: usize, wanted: usize) {
        if found < wanted && !line.ended {
            let what = format!("the file ends after {found} of {wanted} columns");
            return self.odd(line, None, Oddity::Truncated, what);
        }
        self.odd(line, None, Oddity::Columns, format!("{found} columns where there should be {wanted}"));
    }

    pub(crate) fn no_json(&mut self, line: &Line, error: &serde_json::Error) {
        if error.is_eof() {
            let what = format!("the object ends too early: {error}");
            return self.odd(line, None, Oddity::Truncated, what);
        }
        self.odd(line, None, Oddity::Json, format!("no JSON object: {error}"));
    }

    /// An event, with what was mended in its row.
    pub(crate) fn hand_out(&mut self, line: &Line, event: Coded, notes: Vec<Note>) {
        for note in notes {
            self.put(line, note, true);
        }
        self.out.push_back(Ok(event));
    }
}
