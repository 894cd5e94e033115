//! The headline: whether it eases, from events built by hand.

mod hand;

use hand::{Hand, Say, attack, date, deploy, watch, withdraw};
use saydo_codebook::Plover;
use saydo_facts::{Actor, Told};
use saydo_forces::{Element, Movement};
use saydo_picture::{Fact, Headline, Picture, Verdict};
use saydo_standing::Standing::{Announced, Claimed, Intended};

fn picture(hand: &Hand, day: &str) -> Picture {
    Picture::of(&hand.facts, &watch(), date(day), None)
}

fn headline(hand: &Hand, day: &str) -> Headline {
    picture(hand, day).headline
}

fn verdict(hand: &Hand, day: &str) -> String {
    headline(hand, day).verdict.sentence()
}

fn sorts(facts: &[Fact]) -> Vec<&str> {
    facts.iter().map(|fact| fact.finding.split([':', '.']).next().unwrap_or_default()).collect()
}

/// Reports that tell nothing, one a day by each of two families, so that there is coverage.
fn read(hand: &mut Hand, month: u32, days: std::ops::RangeInclusive<u32>) {
    for day in days {
        for family in ["quiet wire", "quiet daily"] {
            hand.tell_all(&format!("2022-{month:02}-{day:02}"), family, Vec::new());
        }
    }
}

/// The announcement of the 15th of February, and what was said of it a day later.
fn the_sixteenth() -> Hand {
    let mut hand = Hand::default();
    read(&mut hand, 1, 10..=31);
    read(&mut hand, 2, 1..=14);
    hand.tell("2022-02-15", "wire", withdraw("RUSMIL").by("RUSGOV", Announced)).tell_all(
        "2022-02-16",
        "daily",
        vec![
            withdraw("RUS").by("IGONAT", Claimed).not(),
            deploy("RUS").by("IGONAT", Claimed).force(Element::Artillery, Movement::In),
        ],
    );
    hand
}

/// A pledged truce that a mission sees hold.
fn a_truce() -> Hand {
    let mut hand = Hand::default();
    let truce = Told { mode: Some("ceasefire".to_owned()), ..hand::deed("RETREAT", "RUS") };
    read(&mut hand, 1, 10..=31);
    read(&mut hand, 2, 1..=20);
    hand.tell("2022-02-10", "wire", truce.clone().by("RUSGOV", Intended))
        .tell("2022-02-14", "mission paper", truce.clone().by("IGOSCEMIS", Claimed))
        .tell("2022-02-16", "daily", truce.by("IGOSCEMIS", Claimed));
    hand
}

#[test]
fn an_announced_withdrawal_that_others_do_not_see_is_said_and_not_seen() {
    let found = headline(&the_sixteenth(), "2022-02-16");
    assert_eq!(found.verdict, Verdict::SaidNotSeen);
    assert_eq!(found.rule, "headline-said");
    assert_eq!(found.facts[0].finding, "w73.1");
    assert_eq!(
        found.facts[0].text,
        "RUSGOV announced withdrawal on 2022-02-15: contradicted, on the other side's word only"
    );
    assert!(found.facts[1].text.contains("building, seen by 1 voice"), "{:?}", found.facts[1]);
    assert_eq!(sorts(&found.facts), ["w73", "p", "warning"], "no two facts of one sort");
    assert!(found.facts.iter().all(|fact| !fact.cites.is_empty()));
}

#[test]
fn before_the_word_is_given_nothing_is_said() {
    assert_eq!(verdict(&the_sixteenth(), "2022-02-14"), "too little coverage to say", "no finding at all");
}

#[test]
fn forces_that_are_used_are_a_build_up_whatever_was_said() {
    let mut hand = the_sixteenth();
    read(&mut hand, 2, 17..=24);
    hand.tell("2022-02-24", "wire", attack("RUSMIL", "UKR")).tell(
        "2022-02-24",
        "daily",
        attack("RUS", "UKR").by("UKRGOV", Claimed),
    );
    let found = headline(&hand, "2022-02-24");
    assert_eq!((found.verdict, found.rule), (Verdict::BuildingUp, "headline-used"));
    assert_eq!(found.facts[0].finding, "m:RUS:UKR");
    assert_eq!(found.facts[0].cites.len(), 2);
}

#[test]
fn attacks_as_ever_and_attacks_that_one_voice_tells_are_no_news() {
    let mut hand = the_sixteenth();
    hand.tell("2022-02-16", "wire", attack("RUSMIL", "UKR"));
    assert_eq!(headline(&hand, "2022-02-16").verdict, Verdict::SaidNotSeen, "one voice");
    let mut steady = the_sixteenth();
    for day in 20..=31 {
        for family in ["wire", "daily"] {
            steady.tell(&format!("2022-01-{day}"), family, attack("RUS", "UKR"));
        }
    }
    steady.tell("2022-02-16", "wire", attack("RUSMIL", "UKR")).tell(
        "2022-02-16",
        "daily",
        attack("RUSMIL", "UKR"),
    );
    assert_eq!(headline(&steady, "2022-02-16").verdict, Verdict::SaidNotSeen, "no more than before");
}

#[test]
fn the_attackers_own_word_and_attacks_by_the_other_side_are_no_build_up() {
    let mut hand = the_sixteenth();
    hand.tell("2022-02-16", "wire", attack("UKR", "UKRREB").by("RUSGOV", Claimed)).tell(
        "2022-02-16",
        "daily",
        attack("UKR", "UKRREB").by("UKRREB", Claimed),
    );
    assert_eq!(headline(&hand, "2022-02-16").verdict, Verdict::SaidNotSeen);
}

#[test]
fn a_truce_that_a_mission_confirms_is_easing() {
    let found = headline(&a_truce(), "2022-02-20");
    assert_eq!(found.verdict.sentence(), "easing, seen by 1 independent family");
    assert_eq!(found.facts[0].cites.last().map(|c| c.voice.as_str()), Some("IGOSCEMIS"));
    let mut hand = a_truce();
    let truce = Told { mode: Some("ceasefire".to_owned()), ..hand::deed("RETREAT", "RUS") };
    hand.tell("2022-02-18", "wire", truce);
    assert_eq!(verdict(&hand, "2022-02-20"), "easing, seen by 2 independent families");
}

#[test]
fn where_coverage_fell_nothing_is_called_easing() {
    let mut hand = Hand::default();
    let truce = Told { mode: Some("ceasefire".to_owned()), ..hand::deed("RETREAT", "RUS") };
    read(&mut hand, 1, 10..=31);
    read(&mut hand, 2, 1..=13);
    hand.tell("2022-02-10", "wire", truce.clone().by("RUSGOV", Intended)).tell(
        "2022-02-14",
        "mission paper",
        truce.by("IGOSCEMIS", Claimed),
    );
    let found = picture(&hand, "2022-02-20");
    assert!(found.measures.coverage_fell);
    assert_eq!(found.headline.rule, "headline-coverage-fell");
    assert_eq!(found.headline.facts[0].finding, "coverage");
    assert!(found.find("coverage").is_some());
}

#[test]
fn easing_here_and_a_build_up_there_is_mixed() {
    let mut hand = a_truce();
    hand.tell("2022-02-19", "wire", deploy("RUS").at("Belgorod", "RUS")).tell(
        "2022-02-19",
        "daily",
        deploy("RUS").at("Belgorod", "RUS"),
    );
    let found = headline(&hand, "2022-02-20");
    assert_eq!((found.verdict, found.rule), (Verdict::Mixed, "headline-mixed"));
    assert_eq!(sorts(&found.facts)[1], "p");
}

#[test]
fn a_word_that_was_kept_says_nothing_for_the_next_one() {
    let mut hand = a_truce();
    hand.tell("2022-02-18", "wire", withdraw("RUSMIL").by("RUSGOV", Announced));
    assert_eq!(verdict(&hand, "2022-02-18"), "said to be easing, not seen");
}

#[test]
fn forces_that_others_see_leave_ease_it_and_the_other_sides_word_alone_does_not() {
    let mut hand = Hand::default();
    read(&mut hand, 1, 10..=31);
    read(&mut hand, 2, 1..=20);
    let out = withdraw("RUS").only(Element::Artillery, Movement::Out);
    hand.tell("2022-02-18", "wire", out.clone().by("UKRGOV", Claimed));
    assert_eq!(headline(&hand, "2022-02-20").rule, "headline-partly");
    hand.tell("2022-02-19", "daily", out.by_name("Example Imaging", "MNC"));
    assert_eq!(verdict(&hand, "2022-02-20"), "easing, seen by 1 independent family");
}

#[test]
fn a_build_up_without_a_word_is_a_build_up() {
    let mut hand = Hand::default();
    read(&mut hand, 1, 10..=31);
    hand.tell("2022-01-30", "wire", deploy("RUS")).tell("2022-01-31", "daily", deploy("RUS"));
    assert_eq!(headline(&hand, "2022-01-31").rule, "headline-building");
}

#[test]
fn a_picture_that_does_not_change_says_since_when() {
    let mut hand = Hand::default();
    read(&mut hand, 1, 10..=31);
    read(&mut hand, 2, 1..=25);
    let stay = || hand::presence("RUS");
    hand.tell("2022-01-12", "wire", stay()).tell("2022-01-30", "wire", stay()).tell(
        "2022-02-20",
        "daily",
        stay(),
    );
    assert_eq!(headline(&hand, "2022-02-25").verdict, Verdict::Unchanged { since: date("2022-01-12") });
    hand.tell("2022-02-02", "wire", attack("RUS", "UKR").by("RUSGOV", Intended).not());
    assert_eq!(headline(&hand, "2022-02-25").verdict, Verdict::Unchanged { since: date("2022-02-02") });
}

#[test]
fn one_report_is_too_little_and_reports_still_to_come_count_for_nothing() {
    let mut hand = Hand::default();
    hand.tell("2022-02-15", "wire", withdraw("RUSMIL").by("RUSGOV", Announced));
    assert_eq!(headline(&hand, "2022-02-15").rule, "headline-too-little");
    hand.tell("2022-02-16", "daily", withdraw("RUS").by("IGONAT", Claimed).not());
    assert_eq!(verdict(&hand, "2022-02-15"), "too little coverage to say");
    assert_eq!(verdict(&hand, "2022-02-16"), "said to be easing, not seen");
    assert_eq!(verdict(&Hand::default(), "2022-02-16"), "too little coverage to say");
}

#[test]
fn copies_and_the_subjects_own_outlets_are_no_independent_voices() {
    let mut hand = a_truce();
    let agency = hand.facts.family("own agency");
    hand.facts.official(agency, Actor::of("RUSGOV"));
    let truce = Told { mode: Some("ceasefire".to_owned()), ..hand::deed("RETREAT", "RUS") };
    hand.tell("2022-02-17", "own agency", truce);
    assert_eq!(verdict(&hand, "2022-02-20"), "easing, seen by 1 independent family");
}

#[test]
fn the_verdict_asks_for_no_party_by_name() {
    let mut hand = Hand::default();
    read(&mut hand, 1, 10..=31);
    read(&mut hand, 2, 1..=14);
    let leave = |by: &str, standing| Told {
        plover: Plover::of("RETREAT"),
        actors: vec![Actor::of("ARMMIL")],
        ..withdraw("ARM").by(by, standing)
    };
    hand.tell("2022-02-13", "wire", leave("ARMGOV", Announced)).tell(
        "2022-02-14",
        "daily",
        leave("AZEGOV", Claimed).not(),
    );
    let codes = |code: &str| vec![code.to_owned()];
    let other =
        saydo_watch::Watch { subject: codes("ARM"), others: codes("AZE"), ..saydo_watch::Watch::default() };
    let found = Picture::of(&hand.facts, &other, date("2022-02-14"), None);
    assert_eq!(found.headline.verdict, Verdict::SaidNotSeen);
}
