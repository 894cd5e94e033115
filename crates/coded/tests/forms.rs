//! Each format by rows of our own making: what they mean, and that they come back as they were.

#![allow(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use saydo_coded::{Coded, Dead, Form, Options, Precision, Standing};

fn read(form: Form, name: &str, text: &str) -> Vec<Coded> {
    form.reader(name, text.as_bytes()).unwrap().map(|row| row.unwrap_or_else(|odd| panic!("{odd}"))).collect()
}

fn write(form: Form, events: &[Coded], extra: &[&str]) -> String {
    let mut out = Vec::new();
    let extra = extra.iter().map(|name| (*name).to_owned()).collect();
    let mut writer = form.writer(&mut out, Options { words: true, extra }).unwrap();
    for event in events {
        writer.event(event).unwrap();
    }
    writer.end().unwrap();
    drop(writer);
    String::from_utf8(out).unwrap()
}

/// Reads rows, checks that writing gives the same bytes, and gives back the events.
fn same(form: Form, text: &str) -> Vec<Coded> {
    let events = read(form, "x", text);
    assert_eq!(write(form, &events, &[]), text);
    events
}

fn tabs(cells: &[&str]) -> String {
    cells.join("\t") + "\n"
}

/// A row of GDELT: which cells are filled, out of so many.
fn gdelt(width: usize, cells: &[(usize, &str)]) -> String {
    let mut row = vec![""; width];
    for (at, cell) in cells {
        row[*at] = cell;
    }
    tabs(&row)
}

const HEAD: [(usize, &str); 12] = [
    (0, "12"),
    (1, "20220215"),
    (2, "202202"),
    (3, "2022"),
    (4, "2022.2055"),
    (5, "EUR"),
    (7, "EUR"),
    (26, "0874"),
    (27, "087"),
    (28, "08"),
    (29, "2"),
    (30, "10"),
];

#[test]
fn gdelts_rows_of_both_versions() {
    let place = [(51, "1"), (52, "Austria"), (53, "AU"), (54, "AU"), (56, "47.3"), (57, "13.3"), (58, "AU")];
    let added = [(59, "20220215123000"), (60, "https://example.org/a")];
    let row = gdelt(61, &[&HEAD[..], &place, &added].concat());
    let event = &same(Form::GdeltEvents, &row)[0];
    let spot = event.place.as_ref().unwrap();
    assert_eq!((spot.country.as_deref(), spot.precision), (Some("AUT"), Precision::Country));
    assert_eq!((event.actor.code.as_deref(), event.actor.country.as_deref()), (Some("EUR"), None));
    assert_eq!(event.kept("DATEADDED"), Some("20220215123000"));

    let place = [(49, "1"), (50, "Austria"), (51, "AU"), (52, "AU"), (53, "47.3"), (54, "13.3"), (55, "AU")];
    let old = gdelt(58, &[&HEAD[..], &place, &[(56, "20220215"), (57, "https://example.org/a")]].concat());
    let oldest = gdelt(57, &[&HEAD[..], &place, &[(56, "20220215")]].concat());
    for (row, url) in [(old, Some("https://example.org/a")), (oldest, None)] {
        let before = read(Form::GdeltEvents, "x", &row);
        assert_eq!((before[0].place.as_ref(), before[0].source.url.as_deref()), (Some(spot), url));
        assert_eq!(before[0].source.published, Some(jiff::civil::date(2022, 2, 15)));
        let now = write(Form::GdeltEvents, &before, &[]);
        assert!(now.split('\t').count() == 61 && now.contains("\t20220215000000\t"), "{now}");
        let after = &read(Form::GdeltEvents, "x", &now)[0];
        assert_eq!(
            (&after.place, &after.kind, &after.source),
            (&before[0].place, &before[0].kind, &before[0].source)
        );
    }
}

#[test]
fn phoenixs_rows() {
    let head = [
        "7_v1",
        "20140620",
        "2014",
        "06",
        "20",
        "USAGOVMIL",
        "USA",
        "GOV",
        "MIL",
        "IGOUNO",
        "IGO",
        "",
        "UNO",
    ];
    let codes = ["190", "19", "4", "-10", "TROOPS,2;AID,1", "33.3", "44.4", "Baghdad", "Baghdad", "IRQ"];
    let told = ["a1_3;b2_1", "https://example.org/1;https://example.com/2", "one;two"];
    let event = &same(Form::Phoenix, &tabs(&[&head[..], &codes, &told].concat()))[0];
    assert_eq!(
        (event.actor.country.as_deref(), event.actor.sectors.as_slice()),
        (Some("USA"), &["GOV".into(), "MIL".into()][..])
    );
    assert_eq!(
        (event.source.sentence, event.source.url.as_deref()),
        (Some(3), Some("https://example.org/1"))
    );
    assert_eq!(event.kept("Issues"), Some("TROOPS,2;AID,1"));
}

#[test]
fn petrarchs_rows_of_every_width() {
    let base = ["20220215", "RUSMIL", "UKR", "0874", "ID1,1", "r1_2"];
    let url = ["https://example.org/1"];
    let more: [&[&str]; 6] = [
        &[],
        &["text"],
        &["a", "b"],
        &["a", "b", "text"],
        &["a", "b", "RUS", "UKR"],
        &["a", "b", "text", "RUS", "UKR"],
    ];
    for more in more {
        let event = &same(Form::Petrarch, &tabs(&[&base[..], &url, &["agency"], more].concat()))[0];
        assert_eq!(
            (event.source.publisher.as_deref(), event.source.url.as_deref()),
            (Some("agency"), Some(url[0]))
        );
        assert_eq!((event.id.as_str(), event.source.sentence), ("r1_2", Some(2)));
        if more.len() != 1 {
            let short = &read(Form::Petrarch, "x", &tabs(&[&base[..], &["agency"], more].concat()))[0];
            assert_eq!((&short.source.publisher, &short.rest), (&event.source.publisher, &event.rest));
        }
    }
}

#[test]
fn polecats_rows_with_several_countries_and_sectors() {
    let head = write(Form::Polecat, &[], &[]);
    let actor = ["Germany; France", "DEU; FRA", "255; 220", "GOV", "GOV; MIL", "None", "Berlin", "None"];
    let recipient = ["None"; 8];
    let place = ["None", "None", "None", "Bavaria", "DEU", "48.1", "11.5", "2951839", "None", "None"];
    let told = ["agency", "2022-02-16", "None", "None", "None", "de", "v2"];
    let event = ["e1", "2022-02-15", "CONSULT", "visit", "4.0", "VERBAL COOPERATION", "military; economic"];
    let row = tabs(&[&event[..], &actor, &recipient, &place, &told].concat());
    let before = read(Form::Polecat, "x", &format!("{head}{row}"));
    let (event, spot) = (&before[0], before[0].place.as_ref().unwrap());
    assert_eq!(
        (event.actor.country.as_deref(), event.actor.sectors.len(), event.kind.quad),
        (Some("DEU"), 2, Some(1))
    );
    assert_eq!(
        (spot.precision, spot.geonames, event.kind.contexts.len()),
        (Precision::Admin1, Some(2_951_839), 2)
    );
    assert_eq!(event.kept("Actor COW"), Some("255; 220"));
    assert_eq!(read(Form::Polecat, "x", &write(Form::Polecat, &before, &[])), before);
    let old = format!("{head}{row}").replace("\tIntensity\t", "\tEvent Intensity\t");
    assert_eq!(read(Form::Polecat, "x", &old), before);
}

#[test]
fn icews_with_quotes_and_with_more_columns() {
    let head = write(Form::Icews, &[], &["Headline", "Event Sentence"]);
    let sides = [
        "\"A \"\"B\"\"\"",
        "\"Police,Government\"",
        "Russian Federation",
        "Yield",
        "080",
        "5.0",
        "C",
        "NULL",
        "NULL",
    ];
    let told = [
        "55",
        "2",
        "P",
        "NULL",
        "NULL",
        "NULL",
        "Moldova, Republic of",
        "47",
        "29",
        "Title",
        "\"One\nline\"",
    ];
    let row = tabs(&[&["1", "2018-06-01"], &sides[..], &told].concat());
    let events = read(Form::Icews, "x.tsv", &format!("{head}{row}"));
    let event = &events[0];
    assert_eq!(
        (event.actor.name.as_deref(), event.actor.sectors.as_slice()),
        (Some("A \"B\""), &["COP".into(), "GOV".into()][..])
    );
    assert_eq!((event.source.title.as_deref(), event.text.as_deref()), (Some("Title"), Some("One\nline")));
    assert_eq!(event.place.as_ref().unwrap().country.as_deref(), Some("MDA"));
    let again = write(Form::Icews, &events, &["Headline", "Event Sentence"]);
    let again = &read(Form::Icews, "x.tab", &again)[0];
    assert_eq!((&again.actor, &again.kind, &again.place), (&event.actor, &event.kind, &event.place));
    assert_eq!(again.text.as_deref(), Some("One line"));
}

#[test]
fn plovers_objects_with_standing_and_more() {
    let line = "{\"actor\":[{\"code\":\"RUS\",\"sector\":\"MIL\"},{\"code\":\"BLR\"}],\"coder\":\"me\",\"date\":\"2022-02-15\",\
                \"event\":[\"RETREAT\"],\"id\":\"p1\",\"mode\":[\"withdraw\",\"future\",\"historical\"],\
                \"size\":{\"dead\":2,\"injured\":3},\"x\":\"1\"}\n";
    let event = &same(Form::Plover, line)[0];
    assert_eq!((event.standing, event.dead), (Some(Standing::Intended), Some(Dead { least: 2, most: None })));
    assert_eq!((event.actor.code.as_deref(), event.kept("x")), (Some("RUSMIL"), Some("\"1\"")));
    assert_eq!(read(Form::Plover, "x", "{\"id\":\"1\",\"has_event\":false}\n[\n").len(), 0);
}

#[test]
fn ucdps_table() {
    let rows = "id,type_of_violence,side_a,side_b,source_office,where_prec,where_coordinates,latitude,longitude,country,\
                country_id,date_start,date_end,best,high,low,gwnoa,gwnob\n\
                5,1,Government of Syria,\"Group, the\",Agency;Other,4,Idlib,35.7,36.5,Syria,652,2013-01-03,2013-01-05,2,4,1,652,\n";
    let event = &read(Form::UcdpGed, "x.csv", rows)[0];
    assert_eq!(
        (event.until, event.dead),
        (Some(jiff::civil::date(2013, 1, 5)), Some(Dead { least: 1, most: Some(4) }))
    );
    assert_eq!(
        (event.actor.country.as_deref(), event.recipient.name.as_deref()),
        (Some("SYR"), Some("Group, the"))
    );
    assert_eq!((event.kind.label.as_deref(), event.kept("best")), (Some("state-based conflict"), Some("2")));
    assert_eq!(event.place.as_ref().unwrap().precision, Precision::Admin1);
}

#[test]
fn acleds_export() {
    let rows = "event_id_cnty;event_date;event_type;sub_event_type;actor1;actor2;country;admin1;location;latitude;longitude;\
                geo_precision;source;notes;fatalities\n\
                UKR1;15 February 2022;Explosions/Remote violence;Air/drone strike;Military Forces of Russia (2000-);\
                Civilians (Ukraine);Ukraine;Kyiv;Kyiv;50.4;30.5;1;Agency;\"What; happened\";3\n";
    let event = &read(Form::Acled, "x.csv", rows)[0];
    assert_eq!((event.kind.plover.as_deref(), event.kind.mode.as_deref()), (Some("ASSAULT"), Some("aerial")));
    assert_eq!(
        (event.actor.country.as_deref(), event.recipient.country.as_deref()),
        (Some("RUS"), Some("UKR"))
    );
    assert_eq!(
        (event.text.as_deref(), event.dead),
        (Some("What; happened"), Some(Dead { least: 3, most: None }))
    );
    assert_eq!(event.rest, []);
}

#[test]
fn viinas_table() {
    let rows = "event_id,report_id,source,date,url,text,lang,address,longitude,latitude,GEO_PRECISION,a_rus_b,t_raid_b,\
                t_artillery_b,t_artillery_pred\n1,2,agency,20220301,https://example.org,Обстріл,ua,Kharkiv,36.2,49.9,ADM3,1,1,1,0.9\n";
    let event = &read(Form::Viina, "x.csv", rows)[0];
    assert_eq!(
        (event.actor.country.as_deref(), event.kind.mode.as_deref()),
        (Some("RUS"), Some("heavy-weapons"))
    );
    assert_eq!(
        (event.kind.label.as_deref(), event.kept("t_artillery_pred")),
        (Some("artillery; raid"), Some("0.9"))
    );
}

#[test]
fn our_own_columns_hold_hostile_text() {
    let side =
        saydo_coded::Side { name: Some("=1+1".into()), sectors: vec!["a; b".into()], ..Default::default() };
    let event = Coded { id: "-x".into(), actor: side, text: Some("a\"b,\nc".into()), ..Coded::default() };
    let again = read(Form::Jsonl, "x", &write(Form::Jsonl, std::slice::from_ref(&event), &[]));
    assert_eq!(again, std::slice::from_ref(&event));
    let csv = &read(Form::Csv, "x", &write(Form::Csv, std::slice::from_ref(&event), &[]))[0];
    assert_eq!((&csv.id, &csv.actor.name, &csv.text), (&event.id, &event.actor.name, &event.text));
}

#[test]
fn formats_that_are_read_only_say_so() {
    let message =
        |form: Form| form.writer(Vec::new(), Options::default()).err().map(|error| error.to_string());
    assert_eq!(message(Form::Viina).as_deref(), Some("viina is read here, not written"));
    let read = Form::Parquet.reader("x", &b""[..]).err().map(|error| error.to_string());
    assert_eq!(read.as_deref(), Some("parquet is written here, not read"));
}

#[test]
fn geojson_and_parquet_are_written_whole() {
    let event = Coded { id: "e".into(), standing: Some(Standing::Announced), ..Coded::default() };
    let map: serde_json::Value =
        serde_json::from_str(&write(Form::GeoJson, std::slice::from_ref(&event), &[])).unwrap();
    assert_eq!(map["features"][0]["properties"]["standing"], "announced");
    let mut out = Vec::new();
    let mut writer = Form::Parquet.writer(&mut out, Options::default()).unwrap();
    writer.event(&event).unwrap();
    assert_eq!(writer.end().unwrap().written, 1);
    drop(writer);
    assert!(out.starts_with(b"PAR1") && out.ends_with(b"PAR1"));
}
