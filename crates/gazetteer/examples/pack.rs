//! Packs the makers' rows into the table: `pack ROWS TABLE`. `tools/train/gazetteer.sh` calls it.

use std::io::{Error, ErrorKind, Result};

fn main() -> Result<()> {
    let mut paths = std::env::args().skip(1);
    let (Some(rows), Some(table)) = (paths.next(), paths.next()) else {
        return Err(Error::new(ErrorKind::InvalidInput, "two paths are needed: rows, table"));
    };
    let wrong =
        |w: saydo_gazetteer::Wrong| Error::new(ErrorKind::InvalidData, format!("{rows}: line {}", w.line));
    let bytes = saydo_gazetteer::pack(&std::fs::read_to_string(&rows)?).map_err(wrong)?;
    std::fs::write(table, bytes)
}
