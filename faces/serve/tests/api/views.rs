//! Each endpoint over the demo, by the facts that decide.

use crate::site::{demo, list, texts};

/// The day after the announcement of a withdrawal.
const DAY: &str = "as_of=2022-02-16";

#[test]
fn about_tells_what_is_served() {
    let about = demo().json("/about");
    assert_eq!(about["watch"]["subject"][0]["name"], "Russia");
    assert_eq!(about["write"], false);
    assert!(about["ledger"]["reports"].as_u64() >= Some(140), "{}", about["ledger"]);
    assert!(list(&about["rules"]).any(|rule| rule["name"].is_string()));
    assert!(about["as_of"].as_str() >= Some("2022-02-24"));
}

#[test]
fn the_picture_of_the_day_after_says_what_is_said_and_not_seen() {
    let answer = demo().json(&format!("/picture?{DAY}"));
    let picture = &answer["picture"];
    assert_eq!(picture["headline"]["verdict"], "said_not_seen");
    assert_eq!(picture["headline"]["facts"].as_array().unwrap().len(), 3);
    let word = list(&picture["words"]).find(|word| word["id"] == "w92.2").unwrap();
    assert_eq!((&word["kind"], &word["state"]), (&"announcement".into(), &"contradicted".into()));
    let evidence = word["against"][0]["event"]["id"].as_str().unwrap();
    assert!(picture["citations"][evidence]["sentence"].is_string());
    assert_eq!(answer["totals"]["words"].as_u64().unwrap() as usize, list(&picture["words"]).count());
}

#[test]
fn fewer_words_bring_fewer_sentences() {
    let all = demo().json(&format!("/picture?{DAY}"));
    let few = demo().json(&format!("/picture?{DAY}&words=2"));
    assert_eq!(list(&few["picture"]["words"]).count(), 2);
    assert_eq!(few["totals"], all["totals"]);
    let sentences = |answer: &serde_json::Value| answer["picture"]["citations"].as_object().unwrap().len();
    assert!(sentences(&few) < sentences(&all));
}

#[test]
fn words_are_chosen_by_state_and_speaker() {
    let broken = demo().json(&format!("/words?{DAY}&state=contradicted&speaker=RUS"));
    assert!(list(&broken["items"]).any(|word| word["id"] == "w92.2"));
    assert!(list(&broken["items"]).all(|word| word["state"] == "contradicted"));
    assert!(broken["citations"].as_object().unwrap().len() > 1);
    assert!(
        texts(&broken["items"], "id").len()
            < demo().json(&format!("/words?{DAY}"))["total"].as_u64().unwrap() as usize
    );
}

#[test]
fn a_finding_is_explained_by_its_rule_and_sentences() {
    let why = demo().json(&format!("/explain/w92.2?{DAY}"));
    assert!(why["rule"]["name"].as_str().unwrap().starts_with("word"), "{}", why["rule"]);
    assert!(!why["rule"]["text"].as_str().unwrap().is_empty());
    assert!(list(&why["cites"]).count() >= 2);
    assert!(list(&why["cites"]).all(|cite| cite["sentence"]["sentence"].is_string()));
    let event = why["cites"][0]["event"].as_str().unwrap();
    let sentence = demo().json(&format!("/explain/{event}?{DAY}"));
    assert_eq!(sentence["rule"], serde_json::Value::Null);
    assert_eq!(sentence["cites"][0]["sentence"], why["cites"][0]["sentence"]);
}

#[test]
fn words_and_deeds_stand_on_one_axis_of_time() {
    let series = demo().json("/series?as_of=2022-02-20&from=2022-02-01&bucket=day");
    assert_eq!((series["points"].as_array().unwrap().len(), &series["bucket"]), (20, &"day".into()));
    let sum =
        |field: &str| -> u64 { list(&series["points"]).map(|point| point[field].as_u64().unwrap()).sum() };
    assert_eq!(series["total"].as_u64().unwrap(), sum("words") + sum("deeds") + sum("denials"));
    let events = demo().json("/events?as_of=2022-02-20&from=2022-02-01&limit=1");
    assert_eq!(events["total"], series["total"]);
    assert!(sum("denials") > 0 && sum("reports") > 0);
}

#[test]
fn the_map_tells_what_is_corroborated() {
    let map = demo().json(&format!("/map?{DAY}"));
    let places = &map["places"];
    assert!(list(places).any(|place| place["name"] == "Belarus" && place["resolution"] == "country"));
    for place in list(places) {
        let count = |field: &str| place[field].as_u64().unwrap();
        assert_eq!(
            count("events"),
            count("corroborated") + count("single") + count("words") + count("denials"),
            "{place}"
        );
    }
    let first = &places[0];
    let events = demo().json(&format!("/events?{DAY}&place={}&limit=1", first["key"].as_str().unwrap()));
    assert_eq!(events["total"], first["events"]);
}

#[test]
fn a_denial_is_told_with_its_sentence() {
    let denials = demo().json(&format!("/events?{DAY}&track=denials&type=RETREAT&limit=500"));
    let denial = list(&denials["items"]).find(|event| event["speaker"]["code"] == "IGONAT").unwrap();
    assert_eq!((&denial["standing"], &denial["negated"]), (&"claimed".into(), &true.into()));
    let sentence = &denial["sentence"];
    let text: Vec<char> = sentence["sentence"].as_str().unwrap().chars().collect();
    let (start, end) =
        (sentence["trigger"]["start"].as_u64().unwrap(), sentence["trigger"]["end"].as_u64().unwrap());
    assert!((end as usize) <= text.len() && start < end);
}

#[test]
fn a_statement_names_speaker_carriers_and_the_word_it_opened() {
    let page = demo().json(&format!("/statements?{DAY}&from=2022-02-15&actor=RUS&limit=500"));
    let tells = |said: &serde_json::Value| list(&said["words"]).any(|word| word["id"] == "w92.2");
    let telling: Vec<_> = list(&page["items"]).filter(|said| tells(said)).collect();
    let opened = telling.iter().find(|said| said["report"] == 92).unwrap();
    assert!(telling.len() > 1, "it was said again");
    assert!(list(&opened["words"]).any(|word| word["state"] == "contradicted"));
    assert!(opened["source"]["code"].as_str().unwrap().starts_with("RUS"));
    assert!(list(&opened["families"]).any(|family| *family == opened["family"]));
    assert!(opened["sentence"].as_str().unwrap().contains(opened["content"][0].as_str().unwrap()));
}

#[test]
fn a_report_comes_with_everything_that_is_read_in_it() {
    let report = demo().json("/reports/92");
    assert_eq!((&report["same_reading"], &report["record"]["schema"]), (&true.into(), &"saydo/1".into()));
    assert_eq!(report["record"]["text"], report["text"]);
    assert_eq!(
        report["report"]["statements"].as_u64().unwrap() as usize,
        list(&report["record"]["statements"]).count()
    );
    assert_eq!(
        report["report"]["events"].as_u64().unwrap() as usize,
        list(&report["record"]["events"]).count()
    );
    assert_eq!(report["revisions"].as_array().unwrap().len(), 1);
    let text: Vec<char> = report["text"].as_str().unwrap().chars().collect();
    for mention in list(&report["record"]["mentions"]) {
        let (start, end) =
            (mention["start"].as_u64().unwrap() as usize, mention["end"].as_u64().unwrap() as usize);
        assert_eq!(text[start..end].iter().collect::<String>(), mention["text"].as_str().unwrap());
    }
}

#[test]
fn sources_are_families_with_their_outlets() {
    let sources = demo().json(&format!("/sources?{DAY}"));
    let rows = &sources["sources"];
    assert!(list(rows).count() > 5);
    let reports: u64 = list(rows).map(|row| row["reports"].as_u64().unwrap()).sum();
    assert_eq!(demo().json(&format!("/reports?{DAY}&limit=1"))["total"], reports);
    assert!(list(rows).all(|row| row["days"].as_array().unwrap().len() == 30));
    assert_eq!(rows[0]["languages"][0]["key"], "en");
}

#[test]
fn a_feed_has_the_newest_with_stable_names() {
    let feed = demo().get(&format!("/feed.atom?view=statements&{DAY}&actor=RUS"));
    assert_eq!(feed.header("content-type"), Some("application/atom+xml; charset=utf-8"));
    let ids = |text: &str| -> Vec<String> {
        text.split("<id>").skip(1).map(|rest| rest.split('<').next().unwrap().to_owned()).collect()
    };
    let (first, again) = (
        ids(&feed.text()),
        ids(&demo().get(&format!("/feed.atom?view=statements&{DAY}&actor=RUS&standing=")).text()),
    );
    assert!(first.len() > 20 && first.iter().all(|id| id.starts_with("urn:uuid:")));
    assert_eq!(first[1..], again[1..], "an entry is the same in every feed");
}
