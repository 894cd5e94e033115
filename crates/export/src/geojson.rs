//! GeoJSON.

use std::io::{BufWriter, Write};

use crate::json::object;
use crate::{Cell, Error, Kind, Notes, Result, Table, Writer};

/// Writes a feature collection after RFC 7946: each row a point from the columns `lat` and `lon` in degrees, with all
/// other columns as properties. A row without a place has no geometry. Notes become members of `about`.
pub struct GeoJson<'t, W: Write> {
    table: &'t Table,
    lat: usize,
    lon: usize,
    out: BufWriter<W>,
    rows: u64,
}

impl<'t, W: Write> GeoJson<'t, W> {
    /// Writes the head.
    pub fn new(table: &'t Table, notes: &Notes, out: W) -> Result<Self> {
        let at = |name| table.at(name).filter(|at| table.columns[*at].kind == Kind::Real);
        let (Some(lat), Some(lon)) = (at("lat"), at("lon")) else { return Err(Error::NoPlace(table.name)) };
        let mut out = BufWriter::new(out);
        out.write_all(b"{\"type\":\"FeatureCollection\",\"about\":")?;
        let notes: Vec<(&str, Cell)> =
            notes.0.iter().map(|(name, value)| (name.as_str(), Cell::from(value.as_str()))).collect();
        object(&mut out, notes.iter().map(|(name, cell)| (*name, cell)))?;
        out.write_all(b",\"features\":[")?;
        Ok(Self { table, lat, lon, out, rows: 0 })
    }

    fn geometry(&mut self, cells: &[Cell]) -> std::io::Result<()> {
        match (&cells[self.lon], &cells[self.lat]) {
            (Cell::Real(lon), Cell::Real(lat)) if lon.abs() <= 180.0 && lat.abs() <= 90.0 => {
                write!(self.out, "{{\"type\":\"Point\",\"coordinates\":[{lon},{lat}]}}")
            }
            _ => self.out.write_all(b"null"),
        }
    }
}

impl<W: Write> Writer for GeoJson<'_, W> {
    fn row(&mut self, cells: &[Cell]) -> Result<()> {
        self.rows += 1;
        self.table.check(self.rows, cells)?;
        self.out.write_all(if self.rows > 1 { b",\n" } else { b"\n" })?;
        self.out.write_all(b"{\"type\":\"Feature\",\"geometry\":")?;
        self.geometry(cells)?;
        self.out.write_all(b",\"properties\":")?;
        let members = self.table.columns.iter().zip(cells).enumerate();
        let others = members.filter(|(at, _)| *at != self.lat && *at != self.lon);
        object(&mut self.out, others.map(|(_, (column, cell))| (column.name, cell)))?;
        Ok(self.out.write_all(b"}")?)
    }

    fn end(&mut self) -> Result<()> {
        self.out.write_all(b"\n]}\n")?;
        Ok(self.out.flush()?)
    }
}
