//! Warning, rule by rule.

mod hand;

use hand::{Hand, Say, date, presence, watch, withdraw};
use saydo_facts::{Kind, Told};
use saydo_forces::{Element, Extent, Movement};
use saydo_picture::{Scene, Warning, WarningTime, posture, warning};
use saydo_standing::Standing::{Announced, Claimed};

const ALL: [Element; 4] =
    [Element::Battlegroups, Element::Artillery, Element::AirDefence, Element::Logistics];

fn of(hand: &Hand, as_of: &str) -> Warning {
    let watch = watch();
    let scene = Scene::new(&hand.facts, &watch, date(as_of));
    warning(&scene, &posture(&scene))
}

fn there(element: Element) -> Told {
    presence("RUSMIL").only(element, Movement::Stay).by("IGONAT", Claimed)
}

fn gone(element: Element) -> Told {
    withdraw("RUSMIL").only(element, Movement::Out)
}

fn all() -> Hand {
    let mut hand = Hand::default();
    for element in ALL {
        hand.tell("2022-02-16", "Wire", there(element));
    }
    hand
}

#[test]
fn all_four_parts_in_place_leave_little_or_no_warning() {
    let found = of(&all(), "2022-02-16");
    assert_eq!((found.id.as_str(), found.rule), ("warning", "warning"));
    assert_eq!((found.time, &found.missing[..]), (WarningTime::LittleOrNone, &[][..]));
    let parts: Vec<_> = found.in_place.iter().map(|(part, cites)| (*part, cites.len())).collect();
    assert_eq!(parts, [("manoeuvre", 1), ("fires", 1), ("air defence", 1), ("logistics", 1)]);
}

#[test]
fn three_parts_leave_short_warning_and_the_missing_one_is_named() {
    let mut hand = all();
    hand.tell("2022-02-17", "Wire", gone(Element::Artillery));
    let found = of(&hand, "2022-02-17");
    assert_eq!((found.time, &found.missing[..]), (WarningTime::Short, &["fires"][..]));
}

#[test]
fn armour_artillery_and_missiles_are_each_enough_for_fires() {
    for element in [Element::Armour, Element::Artillery, Element::Missiles] {
        let mut hand = Hand::default();
        hand.tell("2022-02-16", "Wire", there(element));
        let found = of(&hand, "2022-02-16");
        assert_eq!((found.time, found.in_place[0].0), (WarningTime::Longer, "fires"));
        assert_eq!(found.missing, ["manoeuvre", "air defence", "logistics"]);
    }
}

#[test]
fn forces_and_equipment_that_nobody_names_more_exactly_count_for_nothing() {
    let mut hand = Hand::default();
    hand.tell("2022-02-16", "Wire", there(Element::Forces));
    hand.tell("2022-02-16", "Wire", there(Element::Equipment));
    assert_eq!(of(&hand, "2022-02-16").in_place, []);
}

#[test]
fn what_was_seen_61_days_ago_is_not_in_place() {
    let hand = all();
    assert_eq!(of(&hand, "2022-04-17").time, WarningTime::LittleOrNone);
    assert_eq!(of(&hand, "2022-04-18").time, WarningTime::Longer);
}

#[test]
fn what_only_the_own_side_tells_is_not_in_place() {
    let mut hand = Hand::default();
    for element in ALL {
        let told = presence("RUSMIL").only(element, Movement::In).by("RUSGOV", Announced);
        hand.tell("2022-02-16", "Wire", told);
    }
    assert_eq!(of(&hand, "2022-02-16").in_place, []);
}

#[test]
fn the_own_sides_word_of_leaving_takes_nothing_away() {
    let mut hand = all();
    for element in ALL {
        hand.tell("2022-02-17", "Wire", gone(element).by("RUSGOV", Announced));
    }
    assert_eq!(of(&hand, "2022-02-17").time, WarningTime::LittleOrNone);
}

#[test]
fn a_part_that_is_seen_to_leave_takes_the_rest_nowhere() {
    let mut hand = all();
    hand.tell("2022-02-17", "Wire", gone(Element::Battlegroups).extent(Extent::Some));
    assert_eq!(of(&hand, "2022-02-17").time, WarningTime::LittleOrNone);
    hand.tell("2022-02-18", "Wire", gone(Element::Battlegroups));
    assert_eq!(of(&hand, "2022-02-18").missing, ["manoeuvre"]);
}

#[test]
fn who_leaves_one_ground_is_still_in_place_on_another() {
    let mut hand = all();
    hand.tell("2022-02-16", "Wire", there(Element::Battlegroups).at("Crimea", "UKR"));
    hand.tell("2022-02-17", "Wire", gone(Element::Battlegroups));
    assert_eq!(of(&hand, "2022-02-17").time, WarningTime::LittleOrNone);
}

#[test]
fn the_other_sides_forces_enable_no_attack_by_the_subject() {
    let mut hand = Hand::default();
    for element in ALL {
        hand.tell("2022-02-16", "Wire", presence("UKRMIL").only(element, Movement::Stay));
    }
    assert_eq!(of(&hand, "2022-02-16").in_place, []);
}

#[test]
fn statements_on_warning_time_are_quoted_whoever_makes_them() {
    let judged =
        |lemma: &str| Told { kind: Some(Kind::Assessment), lemma: lemma.to_owned(), ..Told::default() };
    let mut hand = Hand::default();
    hand.tell("2022-02-15", "Wire", judged("warning time").by("IGONAT", Claimed));
    hand.tell("2022-02-16", "Wire", judged("notice").by("USAMIL", Claimed));
    hand.tell("2022-02-16", "Wire", judged("picture").by("IGONAT", Claimed));
    hand.tell("2022-02-18", "Wire", judged("warning").by("IGONAT", Claimed));
    let voices: Vec<_> = of(&hand, "2022-02-17").said.into_iter().map(|cite| cite.voice).collect();
    assert_eq!(voices, ["USA", "IGONAT"]);
}
