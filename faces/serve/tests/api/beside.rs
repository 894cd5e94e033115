//! Events that others coded, beside our own.

use jiff::civil::{Date, date};
use saydo_coded::{Coded, Kind, Side, System};
use saydo_ledger::{CodedSource, Ledger};
use serde_json::Value;

use crate::site::{Site, demo, list, texts};

fn side(code: &str, country: &str) -> Side {
    Side { code: Some(code.to_owned()), country: Some(country.to_owned()), ..Side::default() }
}

fn row(id: &str, day: Date, (actor, recipient): (Side, Side), plover: &str, cameo: &str) -> Coded {
    let kind = Kind { plover: Some(plover.to_owned()), cameo: Some(cameo.to_owned()), ..Kind::default() };
    Coded { system: System::Icews, id: id.to_owned(), day, actor, recipient, kind, ..Coded::default() }
}

/// Rows as another system might have coded February 2022.
fn rows() -> [Coded; 5] {
    let nobody = Side::default;
    [
        row("w", date(2022, 2, 15), (side("RUSMIL", "RUS"), nobody()), "RETREAT", "0874"),
        row("v", date(2022, 2, 15), (side("RUSMIL", "RUS"), nobody()), "RETREAT", "0874"),
        row("e", date(2022, 2, 17), (side("RUS", "RUS"), side("USAGOV", "USA")), "SANCTION", "166"),
        row("f", date(2022, 2, 14), (side("UKRMIL", "UKR"), side("RUSMIL", "RUS")), "FIGHT", "190"),
        row("x", date(2022, 2, 14), (side("BRA", "BRA"), side("ARG", "ARG")), "CONSULT", "040"),
    ]
}

fn import(site: &Site, rows: &[Coded]) {
    let mut ledger = Ledger::open(&site.ledger).unwrap();
    let mut batch = ledger.begin().unwrap();
    for row in rows {
        let from =
            CodedSource { name: "/files/of/somebody/icews.tab", form: "icews", added: date(2022, 3, 1) };
        batch.put_coded(row, &from).unwrap();
    }
    batch.commit().unwrap();
}

const DAYS: &str = "as_of=2022-02-20&from=2022-02-10";

#[test]
fn what_another_program_imports_is_seen_beside_our_own() {
    let site = Site::copy();
    assert_eq!(site.json(&format!("/beside?{DAYS}"))["systems"], Value::Array(Vec::new()));
    let picture = site.json("/picture?as_of=2022-02-20");
    import(&site, &rows());
    let about = site.wait("/about", |about| about["others"][0]["rows"] == 5);
    assert_eq!(
        (&about["others"][0]["system"], &about["others"][0]["name"]),
        (&"icews".into(), &"ICEWS".into())
    );
    let all = site.json(&format!("/beside?{DAYS}&limit=500"));
    let count = &all["systems"][0];
    assert_eq!(
        ["theirs", "have", "only_said", "we_lack", "elsewhere"].map(|name| count[name].as_u64().unwrap()),
        [4, 1, 2, 1, 1]
    );
    let of = |name: &str| list(&all["items"]).find(|item| item["list"] == name).unwrap();
    let said = of("only-said");
    assert_eq!((&said["theirs"]["file"], &said["theirs"]["cameo"]), (&"icews.tab".into(), &"0874".into()));
    // One event of ours is shown beside each row of theirs that it agrees with.
    for said in list(&all["items"]).filter(|item| item["list"] == "only-said") {
        assert_eq!((&said["ours"]["plover"], &said["ours"]["track"]), (&"RETREAT".into(), &"words".into()));
    }
    assert!(said["ours"]["sentence"]["sentence"].is_string() && said["score"].as_f64().unwrap() > 0.5);
    assert_eq!(
        (&of("have")["theirs"]["id"], &of("have")["ours"]["plover"]),
        (&"e".into(), &"SANCTION".into())
    );
    assert_eq!((&of("we-lack")["theirs"]["id"], &of("we-lack")["ours"]), (&"f".into(), &Value::Null));
    assert_eq!(of("they-lack")["theirs"], Value::Null);
    // No picture is drawn from them.
    let after = site.json("/picture?as_of=2022-02-20");
    assert_eq!(after["picture"], picture["picture"]);
}

#[test]
fn a_list_and_a_system_are_chosen_and_come_in_pages() {
    let site = Site::copy();
    import(&site, &rows());
    site.wait("/about", |about| about["others"][0]["rows"] == 5);
    let lack = format!("/beside?{DAYS}&list=they-lack");
    let whole = site.json(&format!("{lack}&limit=500"));
    assert!(whole["total"].as_u64() > Some(4), "{}", whole["total"]);
    assert_eq!(site.pages(&format!("{lack}&limit=3"), |_| {}), *whole["items"].as_array().unwrap());
    let days = list(&whole["items"]).map(|item| item["ours"]["day"].as_str().unwrap().to_owned());
    assert!(days.collect::<Vec<_>>().is_sorted_by(|a, b| a >= b), "the newest day comes first");
    assert_eq!(site.json(&format!("{lack}&system=gdelt"))["total"], 0);
    // What was published later does not count, and what happened later is not asked for.
    let earlier = site.json("/beside?as_of=2022-02-16&from=2022-02-10");
    assert_eq!(earlier["systems"][0]["theirs"], 3);
    let lines = site.get(&format!("/beside.jsonl?{DAYS}&list=only-said,we-lack")).text();
    let rows: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(texts(&Value::Array(rows), "id"), ["w", "v", "f"]);
}

#[test]
fn what_cannot_be_asked_is_named() {
    for (asked, parameter) in [
        ("list=all", "list"),
        ("system=idea", "system"),
        ("from=2022-02-03&to=2022-02-01", "to"),
        ("q=x", "q"),
    ] {
        let answer = demo().get(&format!("/beside?{asked}"));
        assert_eq!(answer.status, 400, "{asked}");
        assert!(answer.text().contains(&format!(r#""parameter":"{parameter}""#)), "{}", answer.text());
    }
}
