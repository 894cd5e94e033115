//! Rows of cells in columns that fit the page.

use anstyle::Style;

use crate::look::{Look, shorten, width};

/// A cell's style and text.
pub(super) type Cell = (Style, String);

/// Blanks between two columns.
const GAP: usize = 2;

/// A column is not made narrower than this.
const NARROWEST: usize = 4;

/// One line for each row, `indent` columns in. Where the page is too narrow the widest columns give way.
pub(super) fn lines(rows: &[Vec<Cell>], indent: usize, look: Look) -> Vec<String> {
    let columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |row: &Vec<Cell>, k: usize| row.get(k).map_or(0, |(_, text)| width(text));
    let widest = |k| rows.iter().map(|row| cell(row, k)).max().unwrap_or(0);
    let mut widths: Vec<usize> = (0..columns).map(widest).collect();
    let gaps = indent + columns.saturating_sub(1) * GAP;
    fit(&mut widths, look.width.saturating_sub(gaps));
    rows.iter().map(|row| line(row, &widths, indent, look)).collect()
}

/// Takes from the widest column, again and again, until all fit.
fn fit(widths: &mut [usize], room: usize) {
    while widths.iter().sum::<usize>() > room {
        match widths.iter_mut().filter(|w| **w > NARROWEST).max() {
            Some(widest) => *widest -= 1,
            None => return,
        }
    }
}

fn line(row: &[Cell], widths: &[usize], indent: usize, look: Look) -> String {
    let mut line = " ".repeat(indent);
    let mut owed = 0;
    for ((style, text), &columns) in row.iter().zip(widths) {
        let text = shorten(text, columns);
        if !text.is_empty() {
            line.push_str(&" ".repeat(std::mem::take(&mut owed)));
            line.push_str(&look.paint(*style, &text));
        }
        owed += columns - width(&text) + GAP;
    }
    line
}
