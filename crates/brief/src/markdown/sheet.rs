//! A sheet of Markdown in the making.

use super::notes::Notes;
use crate::day::grouped;
use crate::quote::Citations;

/// Markdown and its footnotes.
pub(super) struct Sheet<'c> {
    /// The sentences.
    pub(super) citations: &'c Citations,
    /// The footnotes so far.
    pub(super) notes: Notes,
    out: String,
}

impl<'c> Sheet<'c> {
    /// An empty sheet.
    pub(super) fn new(citations: &'c Citations) -> Self {
        Self { citations, notes: Notes::default(), out: String::new() }
    }

    /// A line as it is.
    pub(super) fn line(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }

    /// A line with an empty one below.
    pub(super) fn paragraph(&mut self, text: &str) {
        self.line(text);
        self.line("");
    }

    /// A section's heading.
    pub(super) fn heading(&mut self, title: &str) {
        self.paragraph(&format!("## {title}"));
    }

    /// A table of cells that are escaped already, and how many of `all` rows it leaves out.
    pub(super) fn table(&mut self, head: &[&str], rows: Vec<Vec<String>>, all: usize) {
        self.line(&format!("| {} |", head.join(" | ")));
        self.line(&format!("|{}", " --- |".repeat(head.len())));
        let shown = rows.len();
        for row in rows {
            self.line(&format!("| {} |", row.join(" | ")));
        }
        self.line("");
        if all > shown {
            let more = grouped((all - shown) as u64);
            self.paragraph(&format!("… and {more} more (`saydo picture --format json`)"));
        }
    }

    /// The whole text with its footnotes.
    pub(super) fn done(mut self) -> String {
        let notes = self.notes.list(self.citations);
        if !notes.is_empty() {
            self.heading("Sources");
        }
        for note in notes {
            self.line(&note);
        }
        let end = self.out.trim_end().len();
        self.out.truncate(end);
        self.out.push('\n');
        self.out
    }
}
