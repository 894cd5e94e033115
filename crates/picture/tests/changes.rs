//! What changed between two days, any finding by its id, and the rules by name.

mod hand;

use std::collections::BTreeSet;

use hand::{Hand, Say, attack, date, deploy, presence, watch, withdraw};
use saydo_codebook::Plover;
use saydo_facts::{Actor, Kind, Report, Told};
use saydo_forces::{Element, Movement};
use saydo_picture::{Apart, Changes, Picture, rules};
use saydo_standing::Standing::{Announced, Claimed, Demanded, Intended};

fn picture(hand: &Hand, day: &str, since: &str) -> Picture {
    Picture::of(&hand.facts, &watch(), date(day), Some(date(since)))
}

fn changes(hand: &Hand, day: &str, since: &str) -> Changes {
    picture(hand, day, since).changes.expect("a day to compare with was given")
}

fn diplomatic(kind: Kind, from: &str, to: &str) -> Told {
    Told {
        kind: Some(kind),
        actors: vec![Actor::of(from)],
        recipients: vec![Actor::of(to)],
        ..Told::default()
    }
}

fn coded(plover: &str, cameo: &str, from: &str, to: &str) -> Told {
    Told {
        plover: Plover::of(plover),
        cameo: Some(cameo.to_owned()),
        contexts: vec!["diplomatic".to_owned()],
        actors: vec![Actor::of(from)],
        recipients: vec![Actor::of(to)],
        ..Told::default()
    }
}

/// Something of everything.
fn rich() -> Hand {
    let mut hand = Hand::default();
    for day in 1..=20 {
        hand.tell_all(&format!("2022-02-{day:02}"), "quiet wire", Vec::new());
        hand.tell_all(&format!("2022-02-{day:02}"), "quiet daily", Vec::new());
    }
    hand.tell("2022-02-10", "wire", withdraw("RUSMIL").by("RUSGOV", Announced))
        .tell("2022-02-11", "daily", withdraw("RUS").by("IGONAT", Claimed).not())
        .tell("2022-02-12", "wire", attack("RUS", "UKR").by("RUSGOV", Intended).not())
        .tell("2022-02-12", "wire", deploy("RUS").at("Belgorod", "RUS"))
        .tell(
            "2022-02-13",
            "daily",
            presence("RUS").only(Element::Logistics, Movement::Stay).at("Kursk", "RUS"),
        )
        .tell("2022-02-13", "wire", diplomatic(Kind::Proposal, "IGONAT", "RUS"))
        .tell("2022-02-13", "wire", diplomatic(Kind::Readiness, "RUS", "USA"))
        .tell("2022-02-13", "wire", coded("REJECT", "120", "USA", "RUS"))
        .tell("2022-02-13", "wire", coded("REQUEST", "1056", "RUS", "IGONAT"))
        .tell("2022-02-13", "wire", coded("CONSULT", "040", "RUS", "USA").on("2022-02-12"))
        .tell("2022-02-14", "wire", withdraw("RUS").by("IGONAT", Demanded))
        .tell("2022-02-15", "wire", withdraw("BLR").by("BLRGOV", Intended).due("2022-02-16"));
    hand
}

#[test]
fn a_picture_that_has_not_changed_says_so() {
    let hand = rich();
    let found = changes(&hand, "2022-02-20", "2022-02-18");
    assert_eq!((found.since, found.list.as_slice()), (date("2022-02-18"), &[][..]));
    assert_eq!(Picture::of(&hand.facts, &watch(), date("2022-02-20"), None).changes, None);
}

#[test]
fn the_weightiest_changes_come_first() {
    let mut hand = rich();
    hand.tell("2022-02-19", "wire", attack("RUSMIL", "UKR"))
        .tell("2022-02-19", "daily", attack("RUSMIL", "UKR"))
        .tell("2022-02-19", "daily", diplomatic(Kind::Response, "RUS", "IGONAT"))
        .tell("2022-02-19", "daily", coded("CONSULT", "040", "RUS", "UKR").on("2022-02-18"));
    let found = changes(&hand, "2022-02-20", "2022-02-18");
    let first = &found.list[0];
    assert_eq!(
        (first.finding.as_str(), first.was.as_str(), first.is.as_str()),
        ("headline", "said to be easing, not seen", "building up")
    );
    let at = |id: &str| {
        found.list.iter().position(|c| c.finding == id).unwrap_or_else(|| panic!("{id}: {found:?}"))
    };
    let assurance = &found.list[at("w43.1")];
    assert_eq!((assurance.was.as_str(), assurance.is.as_str()), ("unverified", "contradicted"));
    assert_eq!(assurance.about, "assurance of no attack by RUSGOV");
    let answered = &found.list[at("d46.1")];
    assert_eq!((answered.was.as_str(), answered.is.as_str()), ("not answered", "answered on 2022-02-19"));
    let talks = &found.list[at("d56.1")];
    assert_eq!((talks.was.as_str(), talks.is.as_str()), ("", "held 2022-02-18"));
    assert!(at("w43.1") < at("d46.1") && at("d46.1") < at("d56.1"), "what is new comes after what changed");
}

#[test]
fn what_is_no_longer_seen_has_changed_too() {
    let found = changes(&rich(), "2022-05-01", "2022-02-20");
    let gone: Vec<_> =
        found.list.iter().filter(|c| c.finding.starts_with("p:")).map(|c| c.is.as_str()).collect();
    assert!(!gone.is_empty() && gone.iter().all(|is| is.starts_with("unknown")), "{gone:?}");
}

#[test]
fn every_finding_is_found_by_its_id_with_its_rule_and_events() {
    let picture = picture(&rich(), "2022-02-20", "2022-02-18");
    let diplomacy = &picture.diplomacy;
    let ids: Vec<&str> = ["headline", "warning", "coverage"]
        .into_iter()
        .chain(picture.words.iter().map(|w| w.id.as_str()))
        .chain(picture.posture.iter().map(|p| p.id.as_str()))
        .chain(picture.indicators.iter().map(|i| i.id.as_str()))
        .chain(picture.measures.pairs.iter().map(|p| p.id.as_str()))
        .chain(diplomacy.proposals.iter().map(|p| p.id.as_str()))
        .chain(diplomacy.talks.iter().map(|t| t.id.as_str()))
        .chain(
            [&diplomacy.readiness, &diplomacy.refusals, &diplomacy.demands]
                .into_iter()
                .flatten()
                .map(|d| d.id.as_str()),
        )
        .collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "ids are unique: {ids:?}");
    let listed: BTreeSet<&str> = rules().iter().map(|rule| rule.0).collect();
    for id in ids {
        let finding = picture.find(id).unwrap_or_else(|| panic!("no {id}"));
        assert_eq!(finding.id, id);
        assert!(listed.contains(finding.rule), "{id} names {}, which no rule is called", finding.rule);
        assert!(!finding.text.is_empty());
    }
    assert_eq!(picture.find("w1.99"), None);
    assert_eq!(picture.find(""), None);
}

#[test]
fn the_events_of_a_finding_are_its_own_each_once() {
    let picture = picture(&rich(), "2022-02-20", "2022-02-18");
    let cited = |id: &str| -> Vec<String> {
        picture.find(id).map(|f| f.cites.iter().map(|c| c.event.to_string()).collect()).unwrap_or_default()
    };
    assert_eq!(cited("w41.1"), ["r41.v1", "r42.v1", "r44.v1"], "the word, and what is told against it");
    assert_eq!(cited("d46.1"), ["r46.v1"]);
}

#[test]
fn every_rule_has_a_name_of_its_own_and_a_text() {
    let names: BTreeSet<&str> = rules().iter().map(|rule| rule.0).collect();
    assert_eq!(names.len(), rules().len());
    assert!(rules().iter().all(|(_, text)| text.ends_with('.') && text.len() > 20));
}

#[test]
fn reports_that_take_part_in_nothing_are_counted_apart() {
    let mut hand = Hand::default();
    let wire = hand.facts.family("wire");
    let on = |day: &str| Some(date(day));
    hand.facts.report(Report::of(1, wire, None));
    hand.facts.report(Report::of(2, wire, on("2022-03-01")));
    hand.facts.report(Report { added: on("2022-02-01"), ..Report::of(3, wire, on("2022-02-02")) });
    hand.facts.report(Report { copy: true, ..Report::of(4, wire, on("2022-02-01")) });
    let apart = Picture::of(&hand.facts, &watch(), date("2022-02-20"), None).apart;
    assert_eq!(apart, Apart { undated: 1, future: 1, later: 1, copies: 1 });
}
