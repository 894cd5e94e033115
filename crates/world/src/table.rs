//! Reads tab-separated tables: a header line that names the columns, then rows of as many cells.

use crate::Error;
use crate::actor::SECTORS;
use crate::tables::TableText;

/// One line of a table.
pub(crate) struct Row<'a> {
    file: &'a str,
    line: usize,
    cells: Vec<&'a str>,
}

/// The rows of a table whose header names exactly `columns`; empty text is a table without rows.
pub(crate) fn rows<'a>(table: TableText<'a>, columns: &[&str]) -> Result<Vec<Row<'a>>, Error> {
    let lines = table.text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
    let read = lines.map(|(n, line)| Row::read(table.file, n + 1, line, columns));
    read.filter_map(Result::transpose).collect()
}

impl<'a> Row<'a> {
    /// A row, or nothing for the header.
    fn read(file: &'a str, line: usize, text: &'a str, columns: &[&str]) -> Result<Option<Self>, Error> {
        let header = text.strip_prefix('#');
        let cells = header.unwrap_or(text).split('\t').map(str::trim).collect();
        let row = Self { file, line, cells };
        row.check_width(columns)?;
        if header.is_some() || line == 1 {
            row.check_header(columns)?;
            return Ok(None);
        }
        row.check_source(columns.len())?;
        Ok(Some(row))
    }

    fn check_width(&self, columns: &[&str]) -> Result<(), Error> {
        let (found, wanted) = (self.cells.len(), columns.len());
        let reason = || format!("{found} cells where the table has {wanted} columns");
        if found == wanted { Ok(()) } else { Err(self.wrong(found.min(wanted), reason())) }
    }

    fn check_header(&self, columns: &[&str]) -> Result<(), Error> {
        let other = self.cells.iter().zip(columns).position(|(found, wanted)| found != wanted);
        other.map_or(Ok(()), |n| Err(self.wrong(n, format!("the column should be named `{}`", columns[n]))))
    }

    fn check_source(&self, width: usize) -> Result<(), Error> {
        if self.cells[width - 1].is_empty() {
            return Err(self.wrong(width - 1, "the row has no source".to_owned()));
        }
        Ok(())
    }

    /// The cell in column `n`, counted from 0.
    pub(crate) fn cell(&self, n: usize) -> &'a str {
        self.cells[n]
    }

    /// The same as a text of its own.
    pub(crate) fn text(&self, n: usize) -> String {
        self.cells[n].to_owned()
    }

    /// The cell in column `n`, or nothing where it is empty.
    pub(crate) fn optional(&self, n: usize) -> Option<String> {
        Some(self.cells[n]).filter(|cell| !cell.is_empty()).map(str::to_owned)
    }

    /// The cell in column `n`, which must not be empty.
    pub(crate) fn required(&self, n: usize) -> Result<String, Error> {
        self.optional(n).ok_or_else(|| self.wrong(n, "the cell is empty".to_owned()))
    }

    /// The values of the cell in column `n`.
    pub(crate) fn list(&self, n: usize) -> Vec<String> {
        self.cells[n].split(';').map(str::trim).filter(|v| !v.is_empty()).map(str::to_owned).collect()
    }

    /// The sector in column `n`.
    pub(crate) fn sector(&self, n: usize) -> Result<Option<String>, Error> {
        let cell = self.optional(n);
        match cell.as_deref() {
            Some(sector) if !SECTORS.contains(&sector) => {
                Err(self.wrong(n, format!("`{sector}` is no sector")))
            }
            _ => Ok(cell),
        }
    }

    /// The code in column `n`: capital letters in groups of three.
    pub(crate) fn code(&self, n: usize) -> Result<String, Error> {
        let code = self.required(n)?;
        let good = code.len() % 3 == 0 && code.bytes().all(|b| b.is_ascii_uppercase());
        if good { Ok(code) } else { Err(self.wrong(n, format!("`{code}` is no code"))) }
    }

    /// The country code in column `n`, where there is one.
    pub(crate) fn country(&self, n: usize) -> Result<Option<String>, Error> {
        let Some(code) = self.optional(n) else { return Ok(None) };
        let good = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        if good {
            Ok(Some(code))
        } else {
            Err(self.wrong(n, format!("`{code}` is no ISO 3166 alpha-3 code")))
        }
    }

    /// An error in column `n`, counted from 0.
    pub(crate) fn wrong(&self, n: usize, reason: String) -> Error {
        Error { file: self.file.to_owned(), line: self.line, column: n + 1, reason }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Vec<Vec<String>>, Error> {
        let table = TableText { file: "t.tsv", text };
        let rows = rows(table, &["code", "sector", "source"])?;
        rows.iter().map(|r| Ok(vec![r.code(0)?, r.sector(1)?.unwrap_or_default()])).collect()
    }

    #[test]
    fn rows_are_read_and_errors_name_their_place() {
        let head = "#code\tsector\tsource\n";
        assert_eq!(read(&format!("{head}USA\tGOV\tx\n")).unwrap(), [["USA", "GOV"]]);
        let place = |row: &str| read(&format!("{head}{row}\n")).map_err(|e| (e.line, e.column)).unwrap_err();
        assert_eq!(place("USA\tGOV"), (2, 3));
        assert_eq!(place("Usa\tGOV\tx"), (2, 1));
        assert_eq!(place("USA\tGVT\tx"), (2, 2));
        assert_eq!(place("USA\tGOV\t"), (2, 3));
        assert_eq!(read("USA\tGOV\tx\n").unwrap_err().line, 1);
    }
}
