//! Reads tab-separated tables: lines of comment, a header line that names the columns, then rows of as many cells.

use crate::Error;

/// A row of a table.
pub(crate) struct Row<'t> {
    file: &'static str,
    line: usize,
    cells: Vec<&'t str>,
}

/// The rows of a table with these columns. A line that starts with `#` is a comment; the header is one of them.
pub(crate) fn rows<'t>(
    file: &'static str,
    text: &'t str,
    columns: &'static [&'static str],
) -> impl Iterator<Item = Result<Row<'t>, Error>> {
    let lines =
        text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    lines.map(move |(n, line)| {
        let row = Row { file, line: n + 1, cells: line.split('\t').map(str::trim).collect() };
        if row.cells.len() == columns.len() {
            return Ok(row);
        }
        let names = columns.join(", ");
        let found = row.cells.len();
        Err(row.wrong(0, format!("{found} cells; write {}, with tabs between them: {names}", columns.len())))
    })
}

impl<'t> Row<'t> {
    /// The cell in column `n`, counted from 0.
    pub(crate) fn cell(&self, n: usize) -> &'t str {
        self.cells[n]
    }

    /// The same, or nothing where it is empty.
    pub(crate) fn optional(&self, n: usize) -> Option<String> {
        Some(self.cells[n]).filter(|cell| !cell.is_empty()).map(str::to_owned)
    }

    /// The values of a cell.
    pub(crate) fn list(&self, n: usize) -> Vec<&'t str> {
        self.cells[n].split(';').map(str::trim).filter(|v| !v.is_empty()).collect()
    }

    /// The cell in column `n`, which must not be empty.
    pub(crate) fn required(&self, n: usize) -> Result<&'t str, Error> {
        match self.cells[n] {
            "" => Err(self.wrong(n, "the cell is empty".to_owned())),
            cell => Ok(cell),
        }
    }

    /// An error in column `n`, counted from 0.
    pub(crate) fn wrong(&self, n: usize, reason: String) -> Error {
        Error::Row { file: self.file, line: self.line, column: n + 1, reason }
    }
}
