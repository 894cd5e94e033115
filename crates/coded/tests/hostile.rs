//! Files as they should not be: what is odd is named with its place, and the rest goes on.

#![allow(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

use std::io::Read;

use proptest::prelude::*;
use saydo_coded::{Coded, Form, Odd, Oddity};

const ICEWS: &str = "Event ID\tEvent Date\tSource Name\tSource Sectors\tSource Country\tEvent Text\tCAMEO Code\tIntensity\t\
                     Target Name\tTarget Sectors\tTarget Country\tStory ID\tSentence Number\tPublisher\tCity\tDistrict\t\
                     Province\tCountry\tLatitude\tLongitude\n";

fn icews(id: &str, date: &str, code: &str, city: &str, north: &str) -> String {
    let place = format!("{city}\tNULL\tNULL\tUkraine\t{north}\t30.5");
    format!(
        "{id}\t{date}\tA\tGovernment\tRussian Federation\tx\t{code}\t1\tB\tPolice\tUkraine\t1\t2\tP\t{place}\n"
    )
}

fn read(form: Form, bytes: &[u8]) -> (Vec<Coded>, Vec<Odd>) {
    let (mut events, mut odd) = (Vec::new(), Vec::new());
    for row in form.reader("f.tab", bytes).unwrap() {
        match row {
            Ok(event) => events.push(event),
            Err(one) => odd.push(one),
        }
    }
    (events, odd)
}

/// Reads these rows of ICEWS after two good ones and before one, and says what is odd.
fn odd(rows: &[u8]) -> (usize, Vec<String>) {
    let good = |id: &str| icews(id, "2018-06-01", "040", "Kyiv", "50.4");
    let text = [ICEWS.as_bytes(), good("1").as_bytes(), rows, good("2").as_bytes()].concat();
    let (events, odd) = read(Form::Icews, &text);
    (events.len(), odd.iter().map(ToString::to_string).collect())
}

fn told(rows: &str) -> (usize, Vec<String>) {
    odd(rows.as_bytes())
}

#[test]
fn what_is_wrong_with_a_row_is_told_with_its_place() {
    let one = |what: &str| vec![format!("f.tab, line 3{what}")];
    assert_eq!(told("9\t2018\n"), (2, one(": 2 columns where there should be 20 [columns]")));
    let twice = icews("1", "2018-06-01", "040", "Kyiv", "50.4");
    assert_eq!(told(&twice), (2, one(", column Event ID: `1` was there before [duplicate-id]")));
    let other_day = icews("1", "2018-06-02", "040", "Kyiv", "50.4");
    assert_eq!(told(&other_day), (3, vec![]));
    let no_day = icews("9", "soon", "040", "Kyiv", "50.4");
    assert_eq!(told(&no_day), (2, one(", column Event Date: `soon` is no day [no-date]")));
    let no_id = icews("", "2018-06-01", "040", "Kyiv", "50.4");
    assert_eq!(told(&no_id), (2, one(", column Event ID: the cell is empty and must not be [missing]")));
}

#[test]
fn what_can_be_mended_is_and_is_told() {
    let one = |what: &str| (3, vec![format!("f.tab, line 3{what}")]);
    let zeros = icews("9", "2018-06-01", "40", "Kyiv", "50.4");
    assert_eq!(
        told(&zeros),
        one(", column CAMEO Code: `40` lost its leading zero, read as 040 [leading-zeros]")
    );
    let style = icews("9", "6/1/2018", "040", "Kyiv", "50.4");
    let what =
        ", column Event Date: `6/1/2018` is written as month/day/year, read as 2018-06-01 [date-style]";
    assert_eq!(told(&style), one(what));
    let digits = icews("9", "20180601", "040", "Kyiv", "50.4");
    let what = ", column Event Date: `20180601` is written as YYYYMMDD, read as 2018-06-01 [date-style]";
    assert_eq!(told(&digits), one(what));
    let nowhere = icews("9", "2018-06-01", "040", "Kyiv", "150.4");
    assert_eq!(told(&nowhere), one(", column Latitude: 150.4, 30.5 is nowhere on Earth [coordinates]"));
    let nulls = icews("9", "2018-06-01", "040", "Ky\0iv", "50.4");
    assert_eq!(told(&nulls), one(", column City: null bytes, dropped [null-bytes]"));
    let code = icews("9", "2018-06-01", "999", "Kyiv", "50.4");
    assert_eq!(told(&code), one(", column CAMEO Code: `999` is no code of CAMEO [unknown-code]"));
    let country = icews("9", "2018-06-01", "040", "x", "1").replace("Russian Federation", "Ruritania");
    let what = ", column Source Country: `Ruritania` is no country that is known here [unknown-country]";
    assert_eq!(told(&country), one(what));
}

#[test]
fn mixed_encodings_are_read_each_where_it_stands() {
    let mut row = icews("9", "2018-06-01", "040", "S\u{e3}o-Köln", "50.4").into_bytes();
    let at = row.windows(2).position(|pair| pair == "\u{e3}".as_bytes()).unwrap();
    row.splice(at..at + 2, [0xe3]);
    let text = [ICEWS.as_bytes(), &row].concat();
    let (events, odd) = read(Form::Icews, &text);
    assert_eq!(events[0].place.as_ref().unwrap().name.as_deref(), Some("São-Köln"));
    assert_eq!(
        odd[0].to_string(),
        "f.tab, line 2, column City: bytes that are no UTF-8, read as Windows-1252 [encoding]"
    );
    assert_eq!((odd[0].mended, odd[0].raw.as_slice()), (true, &row[..row.len() - 1]));
}

#[test]
fn nothing_of_an_odd_cell_is_lost() {
    let rows =
        [icews("1", "2018-06-01", "040", "x", "150.4"), icews("2", "2018-06-01", "40", "x", "?")].concat();
    let (events, _) = read(Form::Icews, format!("{ICEWS}{rows}").as_bytes());
    assert_eq!(events[0].kept("Latitude"), Some("150.4"));
    assert_eq!((events[1].kept("Latitude"), events[1].kept("CAMEO Code")), (Some("?"), Some("40")));
}

#[test]
fn a_file_that_is_cut_off_says_so() {
    let (events, odd) = read(Form::Icews, format!("{ICEWS}1\t2018-06-01\tA").as_bytes());
    assert_eq!((events.len(), odd[0].code, odd[0].line), (0, Oddity::Truncated, 2));
    let (events, odd) = read(Form::Plover, b"{\"id\": \"1\", \"date\": \"2020");
    assert_eq!((events.len(), odd[0].code), (0, Oddity::Truncated));
}

#[test]
fn a_line_without_end_is_bounded_and_passed_over() {
    let good = |id: &str| icews(id, "2018-06-01", "040", "Kyiv", "50.4");
    let (before, after) = (format!("{ICEWS}{}", good("1")), format!("\n{}", good("2")));
    let long = std::io::repeat(b'x').take(300 << 20);
    let mut rows = Form::Icews.reader("f", before.as_bytes().chain(long).chain(after.as_bytes())).unwrap();
    assert_eq!(rows.next().unwrap().unwrap().id, "1");
    let odd = rows.next().unwrap().unwrap_err();
    assert_eq!(
        (odd.code, odd.line, odd.offset, odd.raw.len()),
        (Oddity::Long, 3, before.len() as u64, 64 << 10)
    );
    assert!(
        odd.what.contains("314572800 bytes")
            && rows.next().unwrap().unwrap().id == "2"
            && rows.next().is_none()
    );
}

#[test]
fn a_quote_that_nothing_closes_takes_its_line_only() {
    let rows = "event_id_cnty,event_date,event_type,sub_event_type,actor1,country,fatalities\n\
                A1,2022-02-15,Battles,Armed clash,\"Police Forces of Ukraine, Kyiv,Ukraine,1\n\
                A2,15 February 2022,Battles,Armed clash,\"Police Forces of Ukraine (2019-)\",Ukraine,2\n";
    let (events, odd) = read(Form::Acled, rows.as_bytes());
    assert_eq!((events.len(), events[0].id.as_str()), (1, "A2"));
    assert_eq!(events[0].actor.country.as_deref(), Some("UKR"));
    assert_eq!((odd[0].line, odd[0].code, odd[0].mended), (2, Oddity::Quote, false));
}

#[test]
fn polecats_malformed_headings_are_understood() {
    let mut out = Vec::new();
    let mut writer = Form::Polecat.writer(&mut out, saydo_coded::Options::default()).unwrap();
    let kind = saydo_coded::Kind { plover: Some("AID".into()), ..Default::default() };
    writer.event(&Coded { id: "e1".into(), kind, ..Coded::default() }).unwrap();
    writer.end().unwrap();
    drop(writer);
    let text = String::from_utf8(out).unwrap();
    let (head, row) = text.split_once('\n').unwrap();
    let (whole, _) = read(Form::Polecat, text.as_bytes());
    let with_name = format!("{}\n{row}", head.replace("Source\t", "Headline\tSource\t"));
    let with_tabs = format!("{head}\n{}\t\t\t\n", row.trim_end_matches('\n'));
    for text in [with_name, with_tabs] {
        let (events, odd) = read(Form::Polecat, text.as_bytes());
        assert!(odd.is_empty() && events == whole && events.len() == 1, "{odd:?}");
    }
}

#[test]
fn a_heading_of_something_else_is_told_once() {
    let (events, odd) = read(Form::Icews, b"a\tb\tc\n1\t2\t3\n");
    assert_eq!((events.len(), odd[0].code, odd[1].code), (0, Oddity::Header, Oddity::Columns));
}

fn form() -> impl Strategy<Value = Form> {
    prop::sample::select(Form::ALL.into_iter().filter(|form| form.is_read()).collect::<Vec<_>>())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_bring_it_down(form in form(), bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let (_, odd) = read(form, &bytes);
        prop_assert!(odd.iter().all(|one| !one.to_string().is_empty()));
        Form::sniff("x", &bytes);
    }

    #[test]
    fn no_text_of_cells_brings_it_down(form in form(), text in "[\t\n,;\"{}\\[\\]:0-9a-zA-Z/.é\u{0}-]{0,300}") {
        let head = match form {
            Form::Icews => ICEWS,
            Form::Csv => "system,id,day,actor_sectors,standing,rest\n",
            Form::Acled => "event_id_cnty,event_date,event_type,actor1\n",
            Form::Viina => "event_id,date,longitude,latitude,t_raid_b\n",
            Form::UcdpGed => "id,type_of_violence,date_start,high\n",
            _ => "",
        };
        read(form, format!("{head}{text}").as_bytes());
        read(form, text.as_bytes());
    }

    /// Every row of the file is either an event or an odd row with the bytes that stood there.
    #[test]
    fn every_row_is_accounted_for(cuts in prop::collection::vec(0usize..120, 1..20)) {
        let rows: Vec<String> = cuts.iter().enumerate().map(|(n, cut)| {
            let row = icews(&n.to_string(), "2018-06-01", "040", "Kyiv", "50.4");
            row.trim_end().chars().take(*cut + 1).collect()
        }).collect();
        let text = format!("{ICEWS}{}\n", rows.join("\n"));
        let (events, odd) = read(Form::Icews, text.as_bytes());
        let lost: Vec<&Odd> = odd.iter().filter(|one| !one.mended).collect();
        prop_assert_eq!(events.len() + lost.len(), rows.len());
        for one in lost {
            prop_assert_eq!(one.raw.as_slice(), rows[one.line as usize - 2].as_bytes());
            prop_assert_eq!(&text.as_bytes()[one.offset as usize..][..one.raw.len()], one.raw.as_slice());
        }
    }
}
