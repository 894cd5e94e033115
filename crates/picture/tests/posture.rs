//! The posture board, rule by rule.

mod hand;

use hand::{Hand, Say, attack, date, deed, deploy, presence, watch, withdraw};
use saydo_facts::{Place, Report, Resolution, Told};
use saydo_forces::{Element, Extent, Movement};
use saydo_picture::{Post, Range, Scene, Trend, posture};
use saydo_standing::Standing::{Announced, Claimed, Demanded, Intended, Possible};

fn board(hand: &Hand, as_of: &str) -> Vec<Post> {
    posture(&Scene::new(&hand.facts, &watch(), date(as_of)))
}

/// The one row of an element of Russian forces.
fn row(hand: &Hand, as_of: &str, element: Element) -> Post {
    let ours = |p: &Post| p.actor == "RUS" && p.element == element;
    let rows: Vec<Post> = board(hand, as_of).into_iter().filter(ours).collect();
    let [row] = &rows[..] else { panic!("{element:?}: {rows:#?}") };
    row.clone()
}

fn troops(hand: &Hand, as_of: &str) -> Post {
    row(hand, as_of, Element::Troops)
}

fn trend(hand: &Hand, as_of: &str) -> (Trend, &'static str) {
    let row = troops(hand, as_of);
    (row.trend, row.rule)
}

#[test]
fn what_others_see_come_builds_up() {
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", deploy("RUSMIL").by("USAGOV", Claimed).at("Belarus", "BLR"));
    let row = troops(&hand, "2022-02-12");
    assert_eq!((row.id.as_str(), row.area.as_deref()), ("p:RUS:BLR:troops", Some("BLR")));
    assert_eq!((row.direction, row.last_seen, row.voices), (Movement::In, date("2022-02-10"), 1));
    assert_eq!((row.trend, row.rule), (Trend::Building, "posture-in"));
    assert_eq!(row.cites.len(), 1);
}

#[test]
fn a_state_that_a_report_names_gives_the_area_its_name() {
    let mut hand = Hand::default();
    let state = Place {
        name: "Belarus".to_owned(),
        country: Some("BLR".to_owned()),
        resolution: Resolution::Country,
        ..Place::default()
    };
    hand.tell("2022-02-10", "Wire", deploy("RUSMIL").at("Gomel", "BLR"));
    hand.tell("2022-02-10", "Wire", Told { places: vec![state], ..presence("RUSMIL") });
    assert_eq!(troops(&hand, "2022-02-12").area.as_deref(), Some("Belarus"));
}

#[test]
fn what_the_mover_announces_of_leaving_moves_nothing() {
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", presence("RUSMIL").by("USAGOV", Claimed));
    hand.tell("2022-02-15", "Wire", withdraw("RUSMIL").by("RUSGOV", Announced));
    hand.tell("2022-02-16", "Wire", withdraw("RUSMIL").by("BLRGOV", Claimed));
    let row = troops(&hand, "2022-02-16");
    assert_eq!((row.direction, row.voices, row.trend), (Movement::Stay, 1, Trend::Holding));
    let mut alone = Hand::default();
    alone.tell("2022-02-15", "Wire", withdraw("RUSMIL").by("RUSGOV", Announced));
    assert_eq!(board(&alone, "2022-02-16"), []);
}

#[test]
fn what_the_mover_admits_to_be_there_is_shown_and_counts_as_no_voice() {
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", deploy("RUSMIL").by("RUSGOV", Announced));
    let row = troops(&hand, "2022-02-16");
    assert_eq!((row.direction, row.voices), (Movement::In, 0));
    assert_eq!((row.trend, row.rule), (Trend::Unknown, "posture-admitted"));
    hand.tell("2022-02-09", "Wire", presence("RUSMIL").by("USAGOV", Claimed));
    let row = troops(&hand, "2022-02-16");
    assert_eq!((row.direction, row.voices, row.trend), (Movement::Stay, 1, Trend::Holding));
}

#[test]
fn only_what_is_told_as_done_counts() {
    let mut hand = Hand::default();
    for standing in [Intended, Demanded, Possible] {
        hand.tell("2022-02-10", "Wire", deploy("RUSMIL").by("USAGOV", standing));
    }
    hand.tell("2022-02-10", "Wire", deploy("RUSMIL").by("USAGOV", Claimed).not());
    assert_eq!(board(&hand, "2022-02-12"), []);
}

#[test]
fn a_withdrawal_that_is_not_seen_holds_forces_in_place() {
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    hand.tell("2022-02-25", "Wire", withdraw("RUSMIL").by("IGONAT", Claimed).not());
    let row = troops(&hand, "2022-02-26");
    assert_eq!((row.direction, row.last_seen), (Movement::Stay, date("2022-02-25")));
    assert_eq!((row.trend, row.rule), (Trend::Holding, "posture-stays"));
}

#[test]
fn de_escalation_names_no_force_but_its_denial_holds_forces_in_place() {
    let vague = || Told { cameo: Some("087".to_owned()), ..deed("RETREAT", "RUSMIL").by("IGONAT", Claimed) };
    let mut hand = Hand::default();
    hand.tell("2022-02-16", "Wire", vague());
    assert_eq!(board(&hand, "2022-02-16"), []);
    hand.tell("2022-02-16", "Wire", vague().not());
    assert_eq!(row(&hand, "2022-02-16", Element::Forces).direction, Movement::Stay);
}

#[test]
fn out_and_in_again_within_60_days_is_rotation() {
    let mut hand = Hand::default();
    hand.tell("2022-01-01", "Wire", withdraw("RUSMIL").by("USAGOV", Claimed));
    hand.tell("2022-03-02", "Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(date("2022-01-01").until(date("2022-03-02")).unwrap().get_days(), 60);
    assert_eq!(trend(&hand, "2022-03-03"), (Trend::Rotating, "posture-in-again"));
}

#[test]
fn out_and_in_again_after_61_days_is_a_new_build_up() {
    let mut hand = Hand::default();
    hand.tell("2022-01-01", "Wire", withdraw("RUSMIL").by("USAGOV", Claimed));
    hand.tell("2022-03-03", "Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(trend(&hand, "2022-03-04"), (Trend::Building, "posture-in"));
}

#[test]
fn in_and_out_is_no_rotation_until_they_come_again() {
    let mut hand = Hand::default();
    hand.tell("2022-02-01", "Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    hand.tell("2022-02-10", "Wire", withdraw("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(trend(&hand, "2022-02-11"), (Trend::DrawingDown, "posture-out"));
    hand.tell("2022-02-20", "Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(trend(&hand, "2022-02-21").0, Trend::Rotating);
    hand.tell("2022-02-25", "Wire", withdraw("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(trend(&hand, "2022-02-26").0, Trend::Rotating);
}

#[test]
fn people_who_leave_while_equipment_stays_rotate() {
    let armour = |movement| presence("RUSMIL").only(Element::Armour, movement).at("Belarus", "BLR");
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", armour(Movement::Stay));
    hand.tell("2022-02-15", "Wire", withdraw("RUSMIL").by("USAGOV", Claimed).at("Belarus", "BLR"));
    assert_eq!(trend(&hand, "2022-02-16"), (Trend::Rotating, "posture-equipment-stays"));
    assert_eq!(troops(&hand, "2022-02-16").cites.len(), 2, "the equipment is cited");
    let gone = withdraw("RUSMIL").only(Element::Armour, Movement::Out).at("Belarus", "BLR");
    hand.tell("2022-02-17", "Wire", gone);
    assert_eq!(trend(&hand, "2022-02-17"), (Trend::DrawingDown, "posture-out"));
}

#[test]
fn equipment_elsewhere_or_seen_long_ago_makes_no_rotation() {
    let armour = || presence("RUSMIL").only(Element::Armour, Movement::Stay);
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", armour().at("Crimea", "UKR"));
    hand.tell("2021-12-01", "Wire", armour().at("Belarus", "BLR"));
    hand.tell("2022-02-15", "Wire", withdraw("RUSMIL").by("USAGOV", Claimed).at("Belarus", "BLR"));
    assert_eq!(trend(&hand, "2022-02-16"), (Trend::DrawingDown, "posture-out"));
}

#[test]
fn a_part_that_leaves_leaves_the_rest_in_place() {
    let leave = || withdraw("RUSMIL").by("USAGOV", Claimed);
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", presence("RUSMIL").by("USAGOV", Claimed).number(80_000, 80_000));
    hand.tell("2022-02-14", "Wire", leave().number(3_000, 9_999));
    let row = troops(&hand, "2022-02-15");
    assert_eq!((row.direction, row.trend, row.rule), (Movement::Out, Trend::Holding, "posture-part-out"));
    hand.tell("2022-02-15", "Wire", leave().extent(Extent::Some));
    assert_eq!(trend(&hand, "2022-02-15").1, "posture-part-out");
    hand.tell("2022-02-16", "Wire", leave().extent(Extent::All));
    assert_eq!(trend(&hand, "2022-02-16"), (Trend::DrawingDown, "posture-out"));
}

#[test]
fn a_sighting_tells_how_things_are_for_60_days() {
    let mut hand = Hand::default();
    hand.tell("2022-01-01", "Wire", presence("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(trend(&hand, "2022-03-02"), (Trend::Holding, "posture-stays"));
    assert_eq!(trend(&hand, "2022-03-03"), (Trend::Unknown, "posture-unseen"));
    assert_eq!(troops(&hand, "2022-03-03").voices, 1);
}

#[test]
fn forces_that_came_are_still_coming_for_a_week_of_being_there() {
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    hand.tell("2022-02-17", "Wire", presence("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(trend(&hand, "2022-02-17").0, Trend::Building);
    hand.tell("2022-02-18", "Wire", presence("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(trend(&hand, "2022-02-18").0, Trend::Holding);
}

#[test]
fn a_copy_and_a_second_report_of_one_family_are_one_voice() {
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", deploy("RUSMIL"));
    hand.tell("2022-02-11", "Wire", deploy("RUSMIL"));
    let family = hand.facts.family("Wire");
    let copy = Report { copy: true, ..Report::of(90, family, Some(date("2022-02-11"))) };
    let copy = hand.facts.report(copy);
    hand.facts.tell(copy, deploy("RUSMIL"));
    assert_eq!(troops(&hand, "2022-02-12").voices, 1);
    hand.tell("2022-02-11", "Other Wire", deploy("RUSMIL"));
    assert_eq!(troops(&hand, "2022-02-12").voices, 2);
}

#[test]
fn voices_are_those_that_agree_with_what_was_seen_last() {
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    hand.tell("2022-02-10", "Wire", presence("RUSMIL").by("UKRGOV", Claimed));
    hand.tell("2022-02-14", "Wire", withdraw("RUSMIL").by("GBRGOV", Claimed));
    assert_eq!(troops(&hand, "2022-02-14").voices, 1);
    hand.tell("2022-02-15", "Wire", presence("RUSMIL").by("ESTGOV", Claimed));
    assert_eq!(troops(&hand, "2022-02-15").voices, 3);
}

#[test]
fn of_one_day_what_is_there_counts_for_more_than_what_goes() {
    let mut hand = Hand::default();
    hand.tell("2022-02-14", "Wire", presence("RUSMIL").by("USAGOV", Claimed));
    hand.tell("2022-02-14", "Wire", withdraw("RUSMIL").by("GBRGOV", Claimed));
    assert_eq!(troops(&hand, "2022-02-14").direction, Movement::Stay);
}

#[test]
fn counts_of_what_is_there_and_of_what_moves_are_never_one_range() {
    let numbers = |hand: &Hand, day: &str| troops(hand, day).numbers.map(|r| (r.low, r.high));
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", deploy("RUSMIL").number(7_000, 7_000));
    assert_eq!(numbers(&hand, "2022-02-12"), Some((7_000, Some(7_000))));
    hand.tell("2022-02-09", "Wire", presence("RUSMIL").number(130_000, 150_000));
    hand.tell("2022-02-09", "Wire", presence("RUSMIL").number(100_000, 100_000));
    assert_eq!(numbers(&hand, "2022-02-12"), Some((100_000, Some(150_000))));
    assert_eq!(numbers(&hand, "2022-04-30"), None, "counts older than 60 days are no counts of today");
}

#[test]
fn a_lower_bound_above_all_counts_leaves_the_range_open() {
    let more_than = |n| {
        let mut told = presence("RUSMIL");
        told.forces[0].low = Some(n);
        told
    };
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", presence("RUSMIL").number(130_000, 130_000));
    hand.tell("2022-02-10", "Wire", more_than(100_000));
    assert_eq!(troops(&hand, "2022-02-12").numbers, Some(Range { low: 100_000, high: Some(130_000) }));
    hand.tell("2022-02-11", "Wire", more_than(150_000));
    assert_eq!(troops(&hand, "2022-02-12").numbers, Some(Range { low: 100_000, high: None }));
}

#[test]
fn an_exercise_and_an_attack_show_that_forces_are_there() {
    let mut hand = Hand::default();
    let drill = Told { cameo: Some("062".to_owned()), ..deed("COOPERATE", "RUSMIL") };
    hand.tell("2022-02-10", "Wire", drill.at("Belarus", "BLR"));
    hand.tell("2022-02-24", "Wire", attack("RUSMIL", "UKR").at("Kharkiv", "UKR"));
    let rows = board(&hand, "2022-02-24");
    let found: Vec<_> = rows.iter().map(|p| (p.area.as_deref(), p.element, p.direction)).collect();
    assert_eq!(
        found,
        [(Some("BLR"), Element::Forces, Movement::Around), (Some("UKR"), Element::Forces, Movement::Stay)]
    );
}

#[test]
fn shells_police_and_arms_for_others_show_no_forces() {
    let mut hand = Hand::default();
    hand.tell("2022-02-24", "Wire", attack("RUSMIL", "UKR").mode("heavy-weapons").at("Kyiv", "UKR"));
    hand.tell("2022-02-24", "Wire", deploy("RUSCOP").mode("police"));
    hand.tell("2022-02-24", "Wire", deed("AID", "RUSGOV").force(Element::Equipment, Movement::In));
    assert_eq!(board(&hand, "2022-02-24"), []);
}

#[test]
fn none_left_means_that_all_stay_and_none_there_means_nothing() {
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", presence("RUSMIL").extent(Extent::None));
    assert_eq!(board(&hand, "2022-02-12"), []);
    hand.tell("2022-02-10", "Wire", withdraw("RUSMIL").extent(Extent::None));
    assert_eq!(troops(&hand, "2022-02-12").direction, Movement::Stay);
}

#[test]
fn later_reports_undated_ones_and_those_from_their_own_future_take_no_part() {
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", presence("RUSMIL"));
    hand.tell("2022-02-20", "Wire", withdraw("RUSMIL"));
    let family = hand.facts.family("Wire");
    let undated = hand.facts.report(Report::of(90, family, None));
    hand.facts.tell(undated, withdraw("RUSMIL"));
    let ahead =
        Report { added: Some(date("2022-02-01")), ..Report::of(91, family, Some(date("2022-02-12"))) };
    let ahead = hand.facts.report(ahead);
    hand.facts.tell(ahead, withdraw("RUSMIL"));
    assert_eq!(troops(&hand, "2022-02-19").direction, Movement::Stay);
    assert_eq!(troops(&hand, "2022-02-20").direction, Movement::Out);
}

#[test]
fn the_day_that_a_report_tells_of_counts_and_days_before_the_watch_do_not() {
    let mut hand = Hand::default();
    hand.tell("2022-02-20", "Wire", presence("RUSMIL").on("2022-02-01"));
    assert_eq!(troops(&hand, "2022-02-20").last_seen, date("2022-02-01"));
    let mut watch = watch();
    watch.since = Some(date("2022-02-02"));
    assert_eq!(posture(&Scene::new(&hand.facts, &watch, date("2022-02-20"))), []);
}

#[test]
fn third_parties_stand_on_the_board_only_where_the_watch_names_areas() {
    let mut hand = Hand::default();
    hand.tell("2022-02-10", "Wire", deploy("POLMIL").at("Crimea", "UKR"));
    hand.tell("2022-02-10", "Wire", deploy("RUSMIL").at("Syria", "SYR"));
    let mut watch = watch();
    let ids = |watch: &saydo_watch::Watch| {
        let posts = posture(&Scene::new(&hand.facts, watch, date("2022-02-20")));
        posts.into_iter().map(|p| p.id).collect::<Vec<_>>()
    };
    assert_eq!(ids(&watch), ["p:RUS:SYR:troops"]);
    watch.area = Told::default().at("Crimea", "UKR").places;
    assert_eq!(ids(&watch), ["p:POL:Crimea:troops"]);
}

#[test]
fn cites_are_the_newest_first_each_voice_once_a_day_and_keep_the_last_departure() {
    let mut hand = Hand::default();
    hand.tell("2022-01-05", "Wire", withdraw("RUSMIL"));
    for day in 1..=28 {
        hand.tell(&format!("2022-02-{day:02}"), "Wire", deploy("RUSMIL"));
        hand.tell(&format!("2022-02-{day:02}"), "Wire", deploy("RUSMIL"));
    }
    let row = troops(&hand, "2022-02-28");
    assert_eq!((row.rule, row.cites.len()), ("posture-in-again", 20));
    let days = [0, 1, 19].map(|i| row.cites[i].published);
    assert_eq!(days, ["2022-02-28", "2022-02-27", "2022-01-05"].map(date));
}

#[test]
fn a_trend_holds_since_the_first_day_that_gave_it_without_a_break() {
    let mut hand = Hand::default();
    hand.tell("2022-02-01", "Wire", deploy("RUSMIL"));
    for day in ["2022-02-10", "2022-02-12"] {
        hand.tell(day, "Wire", presence("RUSMIL"));
    }
    assert_eq!(troops(&hand, "2022-02-09").since, date("2022-02-01"));
    assert_eq!(troops(&hand, "2022-02-20").since, date("2022-02-10"));
    assert_eq!(troops(&hand, "2022-05-01").since, date("2022-04-14"), "61 days after they were last seen");
}
