//! From the makers' rows to a table.

use std::collections::{BTreeMap, HashMap};

use crate::fold;
use crate::layout::{CAPITAL, DEGREE, HEAD, MAGIC, MAIN, NO_COUNTRY, NO_REGION, STEPS, hash, place_of};
use crate::place::Kind;

/// The line of the rows that cannot be packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Wrong {
    /// Counted from 1.
    pub line: usize,
}

/// One place as the makers' rows give it.
struct Row<'a> {
    cells: Vec<&'a str>,
    kind: Kind,
}

/// Packs rows of ten cells with tabs between: kind, country, first-level division, latitude, longitude, population,
/// `GeoNames` id, whether it is a capital, name, other names with `;` between. Before them come rows `code`, alpha-2,
/// alpha-3 for the countries, in the order of the countries' rows.
///
/// ```
/// let rows = "code\tUA\tUKR\ncountry\tUA\t\t49\t32\t40000000\t690791\t0\tUkraine\t";
/// let bytes = saydo_gazetteer::pack(rows).unwrap();
/// let table = saydo_gazetteer::Gazetteer::from_bytes(&bytes).unwrap();
/// assert_eq!(table.look_up("UKRAINE").next().unwrap().place.geonameid(), Some(690791));
/// ```
pub fn pack(rows: &str) -> Result<Vec<u8>, Wrong> {
    let mut codes: Vec<(&str, &str)> = Vec::new();
    let mut places = Vec::new();
    for (n, line) in rows.lines().enumerate() {
        let cells: Vec<&str> = line.split('\t').collect();
        match cells[..] {
            ["code", iso2, iso3] if iso3.len() == 3 => codes.push((iso2, iso3)),
            _ => places.push(Row::of(cells).ok_or(Wrong { line: n + 1 })?),
        }
    }
    places.sort_by_key(Row::rank);
    Ok(Packer::new(&codes, &places).bytes(&codes, &places))
}

impl<'a> Row<'a> {
    fn of(cells: Vec<&'a str>) -> Option<Self> {
        let kind = Kind::ALL.into_iter().find(|k| Some(&k.name()) == cells.first())?;
        let numbers = cells.get(3..8)?.iter().all(|c| c.parse::<f64>().is_ok());
        (cells.len() == 10 && numbers).then_some(Self { cells, kind })
    }

    /// Countries come first and then first-level divisions, so that two bytes can point at these.
    fn rank(&self) -> u8 {
        match self.kind {
            Kind::Country => 0,
            Kind::Region if !self.cells[2].is_empty() => 1,
            _ => 2,
        }
    }

    fn number(&self, cell: usize) -> f64 {
        self.cells[cell].parse().unwrap_or_default()
    }

    fn names(&self) -> impl Iterator<Item = (String, u32)> {
        let others = self.cells[9].split(';').map(|n| (fold(n), 0));
        std::iter::once((fold(self.cells[8]), MAIN)).chain(others).filter(|(n, _)| n.len() > 1)
    }
}

/// What rows point at.
struct Packer<'a> {
    countries: HashMap<&'a str, u8>,
    regions: HashMap<(&'a str, &'a str), u16>,
    bits: u32,
}

impl<'a> Packer<'a> {
    fn new(codes: &[(&'a str, &'a str)], places: &[Row<'a>]) -> Self {
        let regions = places.iter().enumerate().filter(|(_, r)| r.rank() == 1);
        Self {
            countries: codes.iter().enumerate().map(|(n, (iso2, _))| (*iso2, n as u8)).collect(),
            regions: regions.map(|(n, r)| ((r.cells[1], r.cells[2]), n as u16)).collect(),
            bits: (places.len().max(2) as u32).ilog2(),
        }
    }

    fn bytes(&self, codes: &[(&str, &str)], places: &[Row<'_>]) -> Vec<u8> {
        let (buckets, entries) = self.entries(places);
        let names: usize = places.iter().map(|r| r.cells[8].len()).sum();
        let mut out = Vec::with_capacity(HEAD + entries.len() + names);
        out.extend(MAGIC);
        for n in [codes.len(), places.len(), entries.len() / 7, self.bits as usize, names] {
            out.extend((n as u32).to_le_bytes());
        }
        out.extend(codes.iter().flat_map(|(_, iso3)| iso3.bytes()));
        let mut name = 0u32;
        for row in places {
            self.place(&mut out, row, name);
            name += row.cells[8].len() as u32;
        }
        out.extend(buckets.iter().flat_map(|b| b.to_le_bytes()));
        out.extend(entries);
        out.extend(places.iter().flat_map(|r| r.cells[8].bytes()));
        out
    }

    fn place(&self, out: &mut Vec<u8>, row: &Row<'_>, name: u32) {
        let three = |n: u32| n.to_le_bytes().into_iter().take(3);
        let steps = |degrees: f64, half: f64| ((degrees.clamp(-half, half) + half) * DEGREE).round() as u32;
        let capital = if row.cells[7] == "1" { CAPITAL } else { 0 };
        out.extend(three(steps(row.number(3), 90.0)));
        out.extend(three(steps(row.number(4), 180.0)));
        out.push(self.countries.get(row.cells[1]).copied().unwrap_or(NO_COUNTRY));
        out.push(row.kind as u8 | capital);
        let region = self.regions.get(&(row.cells[1], row.cells[2])).filter(|_| row.rank() == 2);
        out.extend(region.unwrap_or(&NO_REGION).to_le_bytes());
        out.push(((row.number(5) + 1.0).ln() * STEPS).round().clamp(0.0, 255.0) as u8);
        out.extend(three(row.number(6) as u32));
        out.extend(three(name));
    }

    /// The start of every bucket, and the entries in the order of the buckets.
    fn entries(&self, places: &[Row<'_>]) -> (Vec<u32>, Vec<u8>) {
        let mut found: BTreeMap<(usize, u32, u32), u32> = BTreeMap::new();
        for (index, row) in places.iter().enumerate() {
            for (name, main) in row.names() {
                let (bucket, print) = place_of(hash(&name), self.bits);
                *found.entry((bucket, print, index as u32)).or_default() |= main;
            }
        }
        let (mut buckets, mut entries) = (vec![0u32; (1 << self.bits) + 1], Vec::new());
        for ((bucket, print, index), main) in found {
            buckets[bucket + 1] += 1;
            entries.extend(print.to_le_bytes());
            entries.extend((index | main).to_le_bytes().into_iter().take(3));
        }
        for n in 1..buckets.len() {
            buckets[n] += buckets[n - 1];
        }
        (buckets, entries)
    }
}
