//! The tables that ship, as rows of cells.

/// The rows of a tab-separated table, without its heading. Rows shorter than `N` are a mistake that a test finds.
pub(crate) fn rows<const N: usize>(text: &'static str) -> impl Iterator<Item = [&'static str; N]> {
    let lines = text.lines().filter(|line| !line.is_empty() && !line.starts_with('#'));
    lines.map(|line| {
        let mut cells = line.split('\t');
        std::array::from_fn(|_| cells.next().unwrap_or_default())
    })
}

/// The values of a cell with several.
pub(crate) fn list(cell: &'static str) -> impl Iterator<Item = &'static str> {
    cell.split(';').map(str::trim).filter(|value| !value.is_empty())
}

/// A cell that may be empty.
pub(crate) fn filled(cell: &'static str) -> Option<&'static str> {
    Some(cell).filter(|cell| !cell.is_empty())
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_row_has_as_many_cells_as_its_heading() {
        let tables = [
            include_str!("../data/countries.tsv"),
            include_str!("../data/codes.tsv"),
            include_str!("../data/plover.tsv"),
            include_str!("../data/types.tsv"),
            include_str!("../data/sectors.tsv"),
            include_str!("../data/words.tsv"),
        ];
        for table in tables {
            let cells = |line: &str| line.split('\t').count();
            let heading = table.lines().next().map(cells);
            assert!(table.lines().all(|line| Some(cells(line)) == heading), "{:?}", table.lines().next());
        }
    }
}
