//! The table that ships, tables packed by hand, and bytes that are no table.

use proptest::prelude::*;
use saydo_gazetteer::{Gazetteer, Kind, Wrong, fold, pack};

const OWN: &str = include_str!("../../../data/places/own.tsv");
const SHIPPED: &[u8] = include_bytes!("../../../data/gazetteer/places.bin");

#[test]
fn places_of_every_kind_are_found() {
    let table = Gazetteer::shipped();
    for (name, kind, country) in [
        ("Ukraine", Kind::Country, Some("UKR")),
        ("U.S.", Kind::Country, Some("USA")),
        ("Ky.", Kind::Region, Some("USA")),
        ("Oxfordshire", Kind::District, Some("GBR")),
        ("Laurel County", Kind::District, Some("USA")),
        ("Zaporizhzhya", Kind::City, Some("UKR")),
        ("Sahel", Kind::Larger, None),
        ("Strait of Hormuz", Kind::Point, None),
    ] {
        let mut found = table.look_up(name);
        assert!(found.any(|m| m.place.kind() == kind && m.place.country() == country), "{name}");
    }
}

#[test]
fn every_row_of_our_own_finds_itself() {
    for row in OWN.lines().filter(|line| !line.starts_with('#')) {
        let cells: Vec<&str> = row.split('\t').collect();
        assert_eq!(cells.len(), 8, "{row}");
        let (lat, lon): (f64, f64) = (cells[4].parse().unwrap(), cells[5].parse().unwrap());
        for name in std::iter::once(cells[0]).chain(cells[1].split(';')).filter(|n| !n.is_empty()) {
            let near = |a: f64, b: f64| (a - b).abs() < 0.001;
            let mut found = Gazetteer::shipped().look_up(name);
            assert!(found.any(|m| near(m.place.lat(), lat) && near(m.place.lon(), lon)), "{name}");
        }
    }
}

#[test]
fn places_keep_what_their_rows_say() {
    let rows = "code\tFR\tFRA\ncode\tUS\tUSA\n\
        country\tFR\t\t46\t2\t67000000\t3017382\t0\tFrance\t\n\
        country\tUS\t\t39.76\t-98.5\t330000000\t6252001\t0\tUnited States\tU.S.\n\
        region\tUS\tTX\t31.25\t-99.25\t29000000\t4736286\t0\tTexas\tTex.\n\
        city\tFR\t11\t48.85341\t2.3488\t2138551\t2988507\t1\tParis\t\n\
        city\tUS\tTX\t33.66094\t-95.55551\t24782\t4717560\t0\tParis\t\n";
    let bytes = pack(rows).unwrap();
    let table = Gazetteer::from_bytes(&bytes).unwrap();
    let found: Vec<_> = table.look_up("PARIS").map(|m| m.place).collect();
    assert_eq!(
        found.iter().map(saydo_gazetteer::Place::country).collect::<Vec<_>>(),
        [Some("FRA"), Some("USA")]
    );
    assert_eq!(found[1].region().map(|r| r.name()), Some("Texas"));
    assert!(found[0].is_capital() && !found[1].is_capital());
    assert_eq!((found[1].geonameid(), found[1].name()), (Some(4_717_560), "Paris"));
    assert!((found[0].lat() - 48.8534).abs() < 1e-4 && (found[1].lon() + 95.5555).abs() < 1e-4);
    assert!((23_000..27_000).contains(&found[1].population()));
}

#[test]
fn rows_that_cannot_be_packed_name_their_line() {
    assert_eq!(pack("code\tFR\tFRA\ncity\tFR\tx"), Err(Wrong { line: 2 }));
    assert_eq!(pack("town\tFR\t\t1\t2\t3\t4\t0\tNice\t"), Err(Wrong { line: 1 }));
    assert_eq!(pack("city\tFR\t\tnorth\t2\t3\t4\t0\tNice\t"), Err(Wrong { line: 1 }));
}

#[test]
fn the_table_stays_small() {
    assert!(SHIPPED.len() < 13_000_000, "{}", SHIPPED.len());
    assert!(Gazetteer::shipped().len() > 250_000);
}

/// Uses every way of asking a table.
fn ask(table: &Gazetteer<'_>, name: &str) {
    for found in table.look_up(name).take(50) {
        let place = found.place;
        let _ =
            (place.name(), place.kind(), place.country(), place.region(), place.lat(), place.population());
    }
    let _ = (table.place(0).map(|p| p.name().len()), table.place(usize::MAX).is_none(), table.country("USA"));
}

proptest! {
    #[test]
    fn any_bytes_are_a_table_or_none(bytes in prop::collection::vec(any::<u8>(), 0..400), name in ".{0,20}") {
        if let Some(table) = Gazetteer::from_bytes(&bytes) {
            ask(&table, &name);
        }
    }

    #[test]
    fn a_damaged_table_breaks_nothing(at in 0usize..2000, byte in any::<u8>(), cut in 0usize..2000) {
        let rows = "code\tFR\tFRA\ncountry\tFR\t\t46\t2\t9\t1\t0\tFrance\tFrench Republic\n\
            city\tFR\t11\t48.85\t2.35\t2138551\t2988507\t1\tParis\tLutetia\n";
        let mut bytes = pack(rows).unwrap();
        let n = bytes.len();
        bytes[at % n] = byte;
        bytes.truncate(n - cut % n);
        if let Some(table) = Gazetteer::from_bytes(&bytes) {
            for name in ["Paris", "France", "Lutetia", "French Republic"] {
                ask(&table, name);
            }
        }
    }

    #[test]
    fn folding_twice_changes_nothing(name in "\\PC{0,30}") {
        let once = fold(&name);
        prop_assert_eq!(fold(&once), once.clone());
        prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
    }

    #[test]
    fn unknown_words_find_nothing(name in "[qxz]{9,14}") {
        prop_assert_eq!(Gazetteer::shipped().look_up(&name).count(), 0);
    }
}
