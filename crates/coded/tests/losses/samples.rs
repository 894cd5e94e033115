//! Events of our own, varied by hand and by chance.

use jiff::civil::date;
use proptest::option::of;
use proptest::prelude::*;
use saydo_coded::{Coded, Dead, Kind, Origin, Precision, Side, Spot, Standing, System, Weight};

fn some(text: &str) -> Option<String> {
    Some(text).filter(|text| !text.is_empty()).map(str::to_owned)
}

fn army(country: &str, name: &str) -> Side {
    Side {
        code: Some(format!("{country}MIL")),
        name: some(name),
        country: some(country),
        sectors: vec!["MIL".to_owned()],
    }
}

/// Troops withdraw, with everything that an event can have.
pub(crate) fn withdrawal() -> Coded {
    Coded {
        system: System::Saydo,
        id: "r1-e3".to_owned(),
        day: date(2022, 2, 15),
        until: Some(date(2022, 2, 17)),
        actor: army("RUS", "Western Military District"),
        recipient: army("UKR", "Ukrainian armed forces"),
        speaker: Some(Side { code: some("RUSGOV"), name: some("Ministry of Defence"), ..Side::default() }),
        kind: Kind {
            cameo: some("0874"),
            plover: some("RETREAT"),
            mode: some("withdraw"),
            contexts: vec!["military".to_owned(), "diplomatic".to_owned()],
            label: None,
            quad: Some(2),
            scale: Some(9.9),
        },
        standing: Some(Standing::Reported),
        negated: false,
        place: Some(spot(Precision::Place)),
        dead: Some(Dead { least: 2, most: Some(5) }),
        source: Origin {
            publisher: some("The Example Times"),
            url: some("https://example.org/troops"),
            title: some("Troops \"leave\" the border"),
            published: Some(date(2022, 2, 16)),
            sentence: Some(3),
            language: some("uk"),
        },
        text: some("Columns of trucks left the range."),
        weight: Weight { mentions: Some(4), sources: Some(2), articles: Some(3), tone: Some(-1.25) },
        rest: vec![("note".into(), "kept".to_owned())],
    }
}

fn spot(precision: Precision) -> Spot {
    Spot {
        name: some("Yelnya"),
        admin1: some("Smolensk Oblast"),
        admin2: some("Yelninsky District"),
        country: some("RUS"),
        lat: Some(54.5667),
        lon: Some(33.1833),
        geonames: Some(467_738),
        precision,
    }
}

/// Deeds that differ in what is known of them.
pub(crate) fn deeds() -> Vec<Coded> {
    let meeting =
        Kind { plover: some("CONSULT"), mode: some("visit"), label: some("talks"), ..Kind::default() };
    let council = Side { code: some("IGOUNO"), name: some("United Nations"), ..Side::default() };
    let alliance = Coded { actor: council.clone(), kind: meeting, place: None, ..withdrawal() };
    let strike = Kind { cameo: some("195"), ..Kind::default() };
    let near = Some(spot(Precision::Near));
    let strike = Coded { kind: strike, recipient: council, place: near, until: None, ..withdrawal() };
    let whole = Spot { country: some("XKX"), precision: Precision::Country, ..Spot::default() };
    let place = Some(Spot { lat: Some(42.6), lon: Some(20.9), ..whole });
    let two = Side { sectors: vec!["GOV".to_owned(), "JRN".to_owned()], ..army("XKX", "Ministry") };
    vec![withdrawal(), alliance, strike, Coded { place, actor: two, ..withdrawal() }]
}

/// Text without what some format ends a cell or a list with.
fn word() -> impl Strategy<Value = String> {
    "[A-ZÄЖ][a-zéж'-]{2,9}( [a-z]{3,9})?"
}

fn side() -> impl Strategy<Value = Side> {
    let country = prop::sample::select(vec!["RUS", "UKR", "DEU", "XKX", "PSE", "COD", "ROU", "SSD"]);
    let sector = prop::sample::select(vec!["MIL", "GOV", "COP", "JUD", "LEG", "BUS"]);
    (country, sector, of(word())).prop_map(|(country, sector, name)| Side {
        code: Some(format!("{country}{sector}")),
        name,
        country: some(country),
        sectors: vec![sector.to_owned()],
    })
}

fn kind() -> impl Strategy<Value = Kind> {
    let codes =
        vec![("0874", "RETREAT", "withdraw"), ("042", "CONSULT", "visit"), ("195", "ASSAULT", "aerial")];
    (prop::sample::select(codes), of(-10.0..10.0f64)).prop_map(|((code, category, mode), scale)| Kind {
        cameo: some(code),
        plover: some(category),
        mode: some(mode),
        scale,
        ..Kind::default()
    })
}

fn place() -> impl Strategy<Value = Spot> {
    let parts = (of(word()), of(word()), of(word()));
    (parts, -90.0..90.0f64, -180.0..180.0f64, of(any::<u32>())).prop_map(
        |((name, admin1, admin2), lat, lon, geonames)| Spot {
            name,
            admin1,
            admin2,
            country: some("UKR"),
            lat: Some(lat),
            lon: Some(lon),
            geonames,
            precision: Precision::Place,
        },
    )
}

fn source() -> impl Strategy<Value = Origin> {
    let url = "https://example\\.(org|com)/[a-z]{1,20}(\\?[a-z]=%C3%A4&b)?";
    (of(word()), of(url), of(word()), of(1u32..500)).prop_map(|(publisher, url, title, sentence)| Origin {
        publisher,
        url: url.clone(),
        title,
        published: Some(date(2022, 2, 16)),
        sentence,
        language: some("ru"),
    })
}

/// A deed of any kind.
pub(crate) fn any_deed() -> impl Strategy<Value = Coded> {
    let day = (1979i16..2030, 1i8..13, 1i8..29).prop_map(|(year, month, day)| date(year, month, day));
    let parts = (side(), side(), kind(), of(place()), source());
    (parts, "[a-z0-9-]{1,20}", day, of(word()), of(-100.0..100.0f64)).prop_map(
        |((actor, recipient, kind, place, source), id, day, text, tone)| Coded {
            id,
            day,
            actor,
            recipient,
            kind,
            place,
            source,
            text,
            weight: Weight { tone, mentions: Some(1), sources: Some(1), articles: Some(1) },
            standing: Some(Standing::Reported),
            ..Coded::default()
        },
    )
}
