//! Words under test, on facts built by hand: which events open one, what bears it out or breaks it, its seven states.

mod hand;

use hand::word::{announced, as_of, only, state};
use hand::{Hand, Say, attack, date, deed, deploy, presence, watch, withdraw};
use saydo_facts::{Actor, Told};
use saydo_forces::{Element, Extent, Movement};
use saydo_picture::{Grade, Picture, State, WordKind};
use saydo_standing::Standing::{Announced, Claimed, Intended, Possible, Reported};

#[test]
fn an_announcement_that_nobody_else_speaks_to_is_unverified() {
    let word = only(&announced(), "2022-02-16");
    assert_eq!((word.kind, word.state, word.grade), (WordKind::Announcement, State::Unverified, None));
    assert_eq!((word.id.as_str(), word.act.as_str(), word.actor.as_str()), ("w1.1", "withdrawal", "RUS"));
}

#[test]
fn each_of_the_words_that_one_event_opens_has_an_id_of_its_own() {
    let mut hand = Hand::default();
    let both = deed("RETREAT", "RUSMIL").mode("ceasefire").force(Element::Troops, Movement::Out);
    hand.tell("2022-02-15", "Example Wire", both.by("RUSGOV", Announced));
    let ids = |hand: &Hand, day: &str| {
        let mut ids: Vec<(String, String)> = as_of(hand, day).into_iter().map(|w| (w.id, w.act)).collect();
        ids.sort();
        ids
    };
    let first = ids(&hand, "2022-02-15");
    let names: Vec<(&str, &str)> = first.iter().map(|(id, act)| (id.as_str(), act.as_str())).collect();
    assert_eq!(names, [("w1.1", "withdrawal"), ("w1.1b", "truce")]);
    let picture = Picture::of(&hand.facts, &watch(), date("2022-02-15"), Some(date("2022-02-14")));
    assert!(picture.find("w1.1").is_some_and(|found| found.text.contains("withdrawal")));
    assert!(picture.find("w1.1b").is_some_and(|found| found.text.contains("truce")));
    let changed = picture.changes.map_or(Vec::new(), |changes| changes.list);
    assert_eq!(changed.iter().filter(|change| change.finding.starts_with("w1.1")).count(), 2);
    // The second one is said again, and both keep their ids.
    hand.tell(
        "2022-02-18",
        "Example Wire",
        deed("RETREAT", "RUSMIL").mode("ceasefire").by("RUSGOV", Announced),
    );
    assert_eq!(ids(&hand, "2022-02-18"), first);
}

#[test]
fn a_side_that_repeats_its_word_does_not_bear_it_out() {
    let mut hand = announced();
    for (day, family) in [("2022-02-16", "Example Daily"), ("2022-02-17", "Example Wire")] {
        hand.tell(day, family, withdraw("RUSMIL").by("RUSMIL", Announced));
        hand.tell(day, family, withdraw("RUSMIL").by("BLRGOV", Claimed));
    }
    let word = only(&hand, "2022-02-18");
    assert_eq!((word.state, word.said_in.len()), (State::Unverified, 5));
    assert_eq!((word.said, word.last_said), (date("2022-02-15"), date("2022-02-17")));
    assert_eq!(word.repeated_by, ["BLRGOV"]);
}

#[test]
fn the_other_side_that_sees_no_withdrawal_contradicts_on_its_word_only() {
    let mut hand = announced();
    hand.tell("2022-02-16", "Example Wire", withdraw("RUSMIL").not().by("IGONAT", Claimed));
    let word = only(&hand, "2022-02-16");
    assert_eq!((word.state, word.grade), (State::Contradicted, Some(Grade::OtherSide)));
    assert_eq!((word.since, word.rule), (date("2022-02-16"), "word-contradicted"));
    assert_eq!(state(&hand, "2022-02-15"), State::Unverified);
}

#[test]
fn images_of_more_forces_raise_the_grade() {
    let mut hand = announced();
    hand.tell("2022-02-17", "Example Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(only(&hand, "2022-02-17").grade, Some(Grade::OtherSide));
    hand.tell("2022-02-20", "Example Wire", deploy("RUSMIL").by_name("Example Imaging", "USABUS"));
    let word = only(&hand, "2022-02-20");
    assert_eq!((word.state, word.grade), (State::Contradicted, Some(Grade::Images)));
    assert_eq!(
        word.against.iter().map(|e| e.cite.voice.as_str()).collect::<Vec<_>>(),
        ["USA", "Example Imaging"]
    );
}

#[test]
fn what_was_before_the_word_or_on_its_day_is_no_evidence() {
    let mut hand = announced();
    hand.tell("2022-02-14", "Example Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    hand.tell("2022-02-15", "Example Daily", deploy("RUSMIL").by("GBRGOV", Claimed));
    hand.tell("2022-02-17", "Example Daily", deploy("RUSMIL").on("2022-02-14").by("ESTGOV", Claimed));
    assert_eq!(state(&hand, "2022-02-18"), State::Unverified);
}

#[test]
fn a_possibility_a_plan_and_an_announcement_are_no_evidence() {
    let mut hand = announced();
    hand.tell("2022-02-17", "Example Wire", deploy("RUSMIL").hedged().by("USAGOV", Possible));
    hand.tell("2022-02-17", "Example Wire", deploy("RUSMIL").by("USAGOV", Intended));
    hand.tell("2022-02-18", "Example Wire", attack("RUSMIL", "UKR").hedged().by("USAGOV", Possible));
    let words = as_of(&hand, "2022-02-18");
    let word = words.iter().find(|w| w.act == "withdrawal").expect("it was announced");
    assert_eq!(word.state, State::Unverified);
}

#[test]
fn other_places_and_other_actors_say_nothing() {
    let mut hand = Hand::default();
    hand.tell("2022-02-15", "Example Wire", withdraw("RUSMIL").at("Crimea", "UKR").by("RUSGOV", Announced));
    hand.tell("2022-02-17", "Example Wire", deploy("RUSMIL").at("Brest", "BLR").by("USAGOV", Claimed));
    hand.tell("2022-02-17", "Example Wire", deploy("USAMIL").at("Crimea", "UKR").by("USAGOV", Claimed));
    assert_eq!(state(&hand, "2022-02-18"), State::Unverified);
    hand.tell("2022-02-18", "Example Wire", deploy("RUSMIL").at("Crimea", "UKR").by("USAGOV", Claimed));
    assert_eq!(state(&hand, "2022-02-18"), State::Contradicted);
}

#[test]
fn a_voice_for_it_and_one_against_it_dispute_it() {
    let mut hand = announced();
    hand.tell("2022-02-17", "Example Wire", withdraw("RUSMIL").by("FRAGOV", Claimed));
    hand.tell("2022-02-18", "Example Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    let word = only(&hand, "2022-02-18");
    assert_eq!((word.state, word.rule), (State::Disputed, "word-disputed"));
}

#[test]
fn a_voice_that_comes_to_see_it_otherwise_counts_as_it_sees_it_now() {
    let mut hand = announced();
    hand.tell("2022-02-16", "Example Wire", withdraw("RUSMIL").not().by("IGONAT", Claimed));
    hand.tell("2022-02-25", "Example Wire", withdraw("RUSMIL").by("IGONAT", Claimed));
    hand.tell("2022-02-26", "Example Wire", withdraw("RUSMIL").by("IGOSCEMIS", Claimed));
    assert_eq!(state(&hand, "2022-02-20"), State::Contradicted);
    assert_eq!(state(&hand, "2022-02-26"), State::Kept);
}

#[test]
fn a_voice_that_tells_both_on_one_day_does_not_dispute_itself() {
    let mut hand = announced();
    hand.tell("2022-02-16", "Example Wire", withdraw("RUSMIL").by("IGONAT", Claimed));
    hand.tell("2022-02-16", "Example Wire", withdraw("RUSMIL").not().by("IGONAT", Claimed));
    assert_eq!(state(&hand, "2022-02-18"), State::Contradicted);
    hand.tell("2022-02-16", "Example Wire", withdraw("RUSMIL").by("FRAGOV", Claimed));
    assert_eq!(state(&hand, "2022-02-18"), State::Disputed, "another voice does");
}

#[test]
fn one_more_voice_is_not_enough_two_families_or_an_observer_are() {
    let mut hand = announced();
    hand.tell("2022-02-18", "Example Wire", withdraw("RUSMIL"));
    let word = only(&hand, "2022-02-18");
    assert_eq!((word.state, word.rule, word.bears_out.len()), (State::Unverified, "word-one-voice", 1));
    hand.tell("2022-02-19", "Example Wire", withdraw("RUSMIL"));
    assert_eq!(
        state(&hand, "2022-02-19"),
        State::Unverified,
        "one family is one voice, however often it tells"
    );
    hand.tell("2022-02-20", "Example Daily", withdraw("RUSMIL"));
    let word = only(&hand, "2022-02-20");
    assert_eq!((word.state, word.grade), (State::Kept, Some(Grade::Press)));
}

#[test]
fn a_headline_without_a_source_is_no_witness_where_the_report_names_one() {
    let mut hand = announced();
    let told = || vec![withdraw("RUSMIL"), withdraw("RUSMIL").by("RUSGOV", Announced)];
    hand.tell_all("2022-02-16", "Example Daily", told());
    hand.tell_all("2022-02-17", "Example Gazette", told());
    assert_eq!(state(&hand, "2022-02-17"), State::Unverified);
}

#[test]
fn a_force_is_gone_by_the_day_it_was_due_and_the_host_vouches() {
    let mut hand = Hand::default();
    let force = || withdraw("IGOCST").at("Kazakhstan", "KAZ");
    hand.tell("2022-01-13", "Example Wire", force().due("2022-01-19").by("RUSGOV", Possible));
    let pledge = only(&hand, "2022-01-13");
    assert_eq!(
        (pledge.kind, pledge.state, pledge.speaker.as_str()),
        (WordKind::Pledge, State::Unverified, "RUSGOV")
    );
    let mut kept = Hand::default();
    kept.tell("2022-01-13", "Example Wire", force().due("2022-01-19").by("RUSGOV", Possible));
    let gone = Told { actors: vec![Actor::of("MIL")], ..withdraw("MIL").at("Kazakhstan", "KAZ") };
    kept.tell("2022-01-20", "Example Daily", gone.extent(Extent::All).by("KAZGOV", Claimed));
    let word = only(&kept, "2022-01-20");
    assert_eq!((word.state, word.grade), (State::Kept, Some(Grade::Host)));
    assert_eq!(state(&hand, "2022-01-19"), State::Unverified);
    assert_eq!(state(&hand, "2022-01-20"), State::Lapsed);
}

#[test]
fn people_left_and_equipment_stayed_is_kept_in_part() {
    let mut hand = Hand::default();
    hand.tell("2021-04-22", "Example Wire", withdraw("RUSMIL").due("2021-05-01").by("RUSGOV", Intended));
    hand.tell_all(
        "2021-05-05",
        "Example Daily",
        vec![
            withdraw("RUSMIL").number(1_000, 9_000).by("USAMIL", Claimed),
            presence("RUSMIL").only(Element::Armour, Movement::Stay).by("USAMIL", Claimed),
        ],
    );
    let word = only(&hand, "2021-05-06");
    assert_eq!((word.kind, word.state), (WordKind::Pledge, State::PartlyKept));
}

#[test]
fn fewer_than_promised_is_kept_in_part() {
    let mut hand = Hand::default();
    hand.tell("2021-04-22", "Example Wire", withdraw("RUSMIL").due("2021-05-01").by("RUSGOV", Intended));
    hand.tell(
        "2021-05-05",
        "Example Daily",
        withdraw("RUSMIL").number(1_000, 9_000).by("IGOSCEMIS", Claimed),
    );
    assert_eq!(state(&hand, "2021-05-05"), State::PartlyKept);
}

#[test]
fn forces_still_there_say_nothing_of_a_part_and_nothing_before_the_due_day() {
    let mut hand = Hand::default();
    hand.tell(
        "2021-12-25",
        "Example Wire",
        withdraw("RUSMIL").number(10_000, 10_000).by("RUSMIL", Announced),
    );
    hand.tell(
        "2022-01-20",
        "Example Wire",
        presence("RUSMIL").number(100_000, 100_000).by("UKRGOV", Claimed),
    );
    assert_eq!(state(&hand, "2022-01-25"), State::Unverified);

    let mut hand = Hand::default();
    hand.tell("2022-02-08", "Example Wire", withdraw("RUSMIL").due("2022-02-20").by("RUSGOV", Intended));
    hand.tell("2022-02-15", "Example Wire", presence("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(state(&hand, "2022-02-19"), State::Unverified);
    hand.tell("2022-02-22", "Example Wire", presence("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(state(&hand, "2022-02-22"), State::Contradicted);
}

#[test]
fn a_pledge_for_later_cannot_be_broken_before() {
    let mut hand = Hand::default();
    let pledge = withdraw("RUSMIL").at("Belarus", "BLR").after("2022-02-20").by("RUSGOV", Intended);
    hand.tell("2022-02-08", "Example Wire", pledge);
    hand.tell("2022-02-11", "Example Wire", deploy("RUSMIL").at("Belarus", "BLR").by("USAGOV", Claimed));
    assert_eq!(state(&hand, "2022-02-19"), State::Unverified);
}

#[test]
fn the_own_side_that_says_the_opposite_overtakes_its_word() {
    let mut hand = Hand::default();
    let pledge = presence("RUSMIL").not().at("Belarus", "BLR").extent(Extent::None).by("BLRGOV", Intended);
    hand.tell("2022-02-16", "Example Wire", pledge);
    let word = only(&hand, "2022-02-16");
    assert_eq!(
        (word.act.as_str(), word.kind),
        ("withdrawal", WordKind::Pledge),
        "none will stay is: all will leave"
    );
    hand.tell("2022-02-20", "Example Wire", presence("RUSMIL").at("Belarus", "BLR").by("BLRMIL", Possible));
    let words = as_of(&hand, "2022-02-20");
    assert_eq!(words[0].state, State::Overtaken);
    assert_eq!(words[0].grade, Some(Grade::OwnSide));
}

#[test]
fn an_assurance_holds_until_the_deed() {
    let mut hand = Hand::default();
    hand.tell("2022-01-10", "Example Wire", attack("RUS", "UKR").not().by("RUSGOV", Intended));
    hand.tell("2022-01-21", "Example Daily", attack("RUS", "UKR").not().by("RUSGOV", Intended));
    hand.tell("2022-02-20", "Example Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    let word = only(&hand, "2022-02-23");
    assert_eq!(
        (word.kind, word.state, word.said),
        (WordKind::Assurance, State::Unverified, date("2022-01-10"))
    );
    hand.tell("2022-02-24", "Example Wire", attack("RUSMIL", "UKR"));
    assert_eq!(state(&hand, "2022-02-24"), State::Contradicted);
    hand.tell("2022-02-24", "Example Daily", attack("RUSMIL", "UKR").by("RUSGOV", Announced));
    assert_eq!(state(&hand, "2022-02-24"), State::Overtaken);
}

#[test]
fn an_assurance_that_a_go_between_passes_on_is_the_partys_word() {
    let mut hand = Hand::default();
    hand.tell("2022-02-08", "Example Wire", attack("RUS", "UKR").not().by("FRAGOV", Intended));
    let word = only(&hand, "2022-02-08");
    assert_eq!((word.kind, word.speaker.as_str()), (WordKind::Assurance, "RUS"));
}

#[test]
fn an_allegation_is_tested_and_the_accused_may_answer() {
    let mut hand = Hand::default();
    hand.tell("2022-02-18", "Example Wire", attack("UKR", "UKRREB").by("UKRREB", Possible));
    let word = only(&hand, "2022-02-18");
    assert_eq!((word.kind, word.state), (WordKind::Allegation, State::Unverified));
    hand.tell("2022-02-19", "Example Daily", attack("UKR", "UKRREB").not().by("UKRGOV", Announced));
    let word = only(&hand, "2022-02-19");
    assert_eq!((word.state, word.grade), (State::Contradicted, Some(Grade::OtherSide)));
    // Its own side's claims bear out nothing.
    hand.tell("2022-02-21", "Example Wire", attack("UKR", "RUS").by("RUSGOV", Claimed));
    assert_eq!(state(&hand, "2022-02-21"), State::Contradicted);
}

#[test]
fn the_other_sides_assessment_is_tested_by_the_same_rules() {
    let mut hand = Hand::default();
    hand.tell(
        "2022-01-24",
        "Example Wire",
        deed("MOBILIZE", "RUS").mode("militia").not().by("UKRGOV", Claimed),
    );
    // The accused's own claim of innocence bears out nothing.
    hand.tell("2022-01-31", "Example Wire", deploy("RUS").not().by("RUSGOV", Announced));
    let word = only(&hand, "2022-02-01");
    assert_eq!((word.kind, word.state), (WordKind::Assessment, State::Unverified));
    hand.tell("2022-02-06", "Example Daily", deploy("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(state(&hand, "2022-02-06"), State::Contradicted);
}

#[test]
fn a_hedged_possibility_opens_no_word() {
    let mut hand = Hand::default();
    hand.tell("2022-02-01", "Example Wire", attack("RUS", "UKR").hedged().by("USAGOV", Possible));
    hand.tell("2022-02-01", "Example Wire", withdraw("RUS").hedged().by("RUSGOV", Possible));
    hand.tell("2022-02-01", "Example Wire", attack("RUS", "UKR").by("USAGOV", Reported));
    assert_eq!(as_of(&hand, "2022-02-02"), []);
}

/// A truce of the 22nd and a mission's counts: a mean of 1,000 before, then so many.
fn truce(counts: &[(&str, u64)]) -> Hand {
    let mut hand = Hand::default();
    let violations =
        |n| Told { actors: Vec::new(), cameo: Some("196".to_owned()), ..deed("ASSAULT", "") }.count(n);
    let mission = |n| violations(n).by("IGOSCEMIS", Claimed);
    hand.tell_all("2021-12-10", "Example Monitor", vec![mission(700), mission(500)]);
    hand.tell("2021-12-18", "Example Monitor", mission(800));
    let pledge = deed("RETREAT", "UKR").mode("ceasefire").by("IGOSCETCG", Intended);
    hand.tell("2021-12-22", "Example Wire", pledge);
    for (day, n) in counts {
        hand.tell(day, "Example Monitor", mission(*n));
    }
    hand
}

#[test]
fn a_truce_is_kept_while_a_monitor_counts_half_or_less_of_what_it_counted_before() {
    assert_eq!(state(&truce(&[]), "2021-12-22"), State::Unverified);
    let word = only(&truce(&[("2021-12-30", 11)]), "2021-12-30");
    assert_eq!((word.kind, word.state, word.grade), (WordKind::Pledge, State::Kept, Some(Grade::Observer)));
    assert_eq!(state(&truce(&[("2021-12-30", 500)]), "2021-12-30"), State::Kept);
    assert_eq!(state(&truce(&[("2021-12-30", 501)]), "2021-12-30"), State::Contradicted);
    let broken = truce(&[("2021-12-30", 11), ("2022-01-20", 83), ("2022-02-18", 870)]);
    assert_eq!(state(&broken, "2022-02-17"), State::Kept);
    assert_eq!(state(&broken, "2022-02-18"), State::Contradicted);
}

#[test]
fn the_end_of_an_exercise_is_a_word_and_its_going_on_breaks_it() {
    let mut hand = Hand::default();
    let drill = || deed("MOBILIZE", "RUSMIL").mode("troops").force(Element::Forces, Movement::Around);
    hand.tell("2022-02-16", "Example Wire", drill().not().at("Crimea", "UKR").by("RUSMIL", Announced));
    let word = only(&hand, "2022-02-16");
    assert_eq!((word.kind, word.act.as_str()), (WordKind::Announcement, "exercise end"));
    hand.tell("2022-02-18", "Example Wire", drill().at("Crimea", "UKR").by_name("Example Imaging", "USABUS"));
    assert_eq!(state(&hand, "2022-02-18"), State::Contradicted);
}

#[test]
fn ships_are_no_army() {
    let mut hand = Hand::default();
    let ships = |told: Told, movement| told.only(Element::Ships, movement).at("Ireland", "IRL");
    hand.tell("2022-01-29", "Example Wire", ships(withdraw("RUS"), Movement::Out).by("RUSGOV", Intended));
    hand.tell("2022-02-03", "Example Wire", withdraw("RUSMIL").by("IRLMIL", Claimed));
    assert_eq!(state(&hand, "2022-02-03"), State::Unverified);
    hand.tell("2022-02-04", "Example Wire", ships(withdraw("RUS"), Movement::Out).by("IRLMIL", Claimed));
    let word = only(&hand, "2022-02-04");
    assert_eq!((word.state, word.grade), (State::Kept, Some(Grade::Host)));
}

#[test]
fn two_announcements_about_different_ground_are_two_words() {
    let mut hand = Hand::default();
    hand.tell("2022-02-15", "Example Wire", withdraw("RUSMIL").by("RUSGOV", Announced));
    hand.tell("2022-02-16", "Example Wire", withdraw("RUSMIL").at("Crimea", "UKR").by("RUSMIL", Announced));
    assert_eq!(as_of(&hand, "2022-02-16").len(), 2);
}

#[test]
fn past_words_give_the_prior() {
    let mut hand = announced();
    hand.tell("2022-02-16", "Example Wire", withdraw("RUSMIL").not().by("IGONAT", Claimed));
    let ships = |told: Told| told.only(Element::Ships, Movement::Out).at("Ireland", "IRL");
    hand.tell("2022-01-29", "Example Wire", ships(withdraw("RUS")).by("RUSGOV", Intended));
    hand.tell("2022-02-04", "Example Wire", ships(withdraw("RUS")).by("IRLMIL", Claimed));
    hand.tell("2022-02-16", "Example Wire", attack("RUS", "UKR").not().by("RUSGOV", Intended));
    let priors = saydo_picture::priors(&as_of(&hand, "2022-02-17"));
    let prior = priors.iter().find(|p| p.actor == "RUS").expect("it spoke");
    assert_eq!((prior.kept, prior.broken, prior.of, prior.open), (1, 1, 2, 1));
}
