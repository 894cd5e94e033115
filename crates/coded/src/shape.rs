//! What a file's first row tells of the others: what stands between the cells, and in which column each stands.

use std::sync::Arc;

use crate::Form;
use crate::raw::Hold;
use crate::row::{split, unquote};
use crate::sheet::{Sheet, plain};

/// How the rows of a file are made.
pub(crate) struct Shape {
    pub(crate) hold: Hold,
    /// The names in the heading; empty where there is none.
    pub(crate) names: Vec<String>,
    /// The column of each cell, where the heading names it.
    columns: Vec<Option<usize>>,
    /// The columns of the last row, and how many there were.
    last: Option<(usize, Arc<[Option<usize>]>)>,
    /// Columns that the heading should have and does not.
    pub(crate) missing: Vec<&'static str>,
}

/// What stands between the cells of a row: a tab, comma or semicolon, whichever there is most of.
fn between(text: &str) -> u8 {
    let count = |byte: u8| memchr::memchr_iter(byte, text.as_bytes()).count();
    [b';', b',', b'\t'].into_iter().max_by_key(|byte| count(*byte)).unwrap_or(b'\t')
}

impl Shape {
    /// The shape of a file with this name that begins with this row.
    pub(crate) fn of(sheet: &Sheet, file: &str, first: &str) -> Self {
        let between = between(first);
        let quoted =
            between != b'\t' || first.starts_with('"') || (sheet.form == Form::Icews && is_tsv(file));
        let hold = if quoted { Hold::Quotes(between) } else { Hold::Line };
        let mut shape =
            Self { hold, names: Vec::new(), columns: Vec::new(), last: None, missing: Vec::new() };
        let (mut text, mut cells) = (String::new(), Vec::new());
        shape.cells(first, true, &mut text, &mut cells);
        let cells: Vec<&str> = cells.iter().map(|(start, end)| &text[*start..*end]).collect();
        shape.heading(sheet, &cells);
        shape
    }

    /// Takes the first row for a heading where it is one.
    fn heading(&mut self, sheet: &Sheet, cells: &[&str]) {
        let known = sheet.by_name();
        let columns: Vec<Option<usize>> = cells.iter().map(|cell| known.get(&plain(cell)).copied()).collect();
        let found = columns.iter().flatten().count();
        if found * 2 >= cells.len().min(sheet.columns.len()) && found > 1 || sheet.named {
            let lacks = |column: &&usize| !columns.contains(&Some(**column));
            self.missing = sheet.needed.iter().filter(lacks).map(|column| sheet.columns[*column]).collect();
            self.names = cells.iter().map(|cell| (*cell).to_owned()).collect();
            self.columns = columns;
        }
    }

    /// Where the cells of a row stand, in `text`, which is the row itself or takes its cells without quotes.
    pub(crate) fn cells(
        &self,
        row: &str,
        unquoted: bool,
        text: &mut String,
        cells: &mut Vec<(usize, usize)>,
    ) {
        match self.hold {
            Hold::Quotes(between) if unquoted => unquote(row, between, text, cells),
            hold => {
                let between = if let Hold::Quotes(between) = hold { between } else { b'\t' };
                text.clear();
                text.push_str(row);
                split(row, between, cells);
            }
        }
    }

    /// The column of each cell of a row; `None` inside where it is one that the format does not have, and `None` outside
    /// where the row does not fit.
    pub(crate) fn columns(&mut self, sheet: &Sheet, cells: &[&str]) -> Option<Arc<[Option<usize>]>> {
        let last =
            self.last.as_ref().filter(|(width, _)| *width == cells.len() && sheet.form != Form::Petrarch);
        if let Some((_, columns)) = last {
            return Some(Arc::clone(columns));
        }
        let columns: Arc<[_]> = self.find(sheet, cells)?.into();
        // Of a row that ends in empty cells the next may not.
        if columns.len() == cells.len() {
            self.last = Some((cells.len(), Arc::clone(&columns)));
        }
        Some(columns)
    }

    fn find(&self, sheet: &Sheet, cells: &[&str]) -> Option<Vec<Option<usize>>> {
        if self.names.is_empty() || !self.missing.is_empty() {
            return (sheet.layout)(cells).map(|columns| columns.into_iter().map(Some).collect());
        }
        if cells.len() == self.columns.len() {
            return Some(self.columns.clone());
        }
        // A heading may name a column that its rows do not have, and rows may end in tabs.
        let own: Vec<_> = self.columns.iter().flatten().map(|column| Some(*column)).collect();
        if cells.len() == own.len() {
            return Some(own);
        }
        let surplus = cells.get(self.columns.len()..);
        surplus.filter(|more| more.iter().all(|cell| cell.is_empty())).map(|_| self.columns.clone())
    }

    /// The name of the column at a place in a row, counted in bytes.
    pub(crate) fn column_at(&self, sheet: &Sheet, row: &[u8], at: usize) -> Option<String> {
        let between = if let Hold::Quotes(between) = self.hold { between } else { b'\t' };
        let number = memchr::memchr_iter(between, &row[..at.min(row.len())]).count();
        let own = || sheet.columns.get(number).map(|name| (*name).to_owned());
        self.names.get(number).cloned().or_else(own)
    }

    pub(crate) fn width(&self, sheet: &Sheet) -> usize {
        if self.names.is_empty() { sheet.columns.len() } else { self.columns.len() }
    }
}

fn is_tsv(file: &str) -> bool {
    plain(file.rsplit('.').next().unwrap_or_default()) == "tsv" || file.contains(".tsv.")
}
