//! What counts as evidence on a word, and what does not: facts built by hand.

mod hand;

use hand::word::{announced, as_of, only, state};
use hand::{Hand, Say, attack, deed, deploy, presence, withdraw};
use saydo_facts::{Actor, Told};
use saydo_picture::State;
use saydo_standing::Standing::{Announced, Claimed, Intended};

#[test]
fn that_something_has_not_happened_yet_bears_out_no_assurance() {
    let mut hand = Hand::default();
    hand.tell("2022-01-10", "Example Wire", attack("RUS", "UKR").not().by("RUSGOV", Intended));
    for (day, family) in [("2022-01-24", "Example Wire"), ("2022-01-25", "Example Daily")] {
        hand.tell(day, family, attack("RUS", "UKR").not());
    }
    let word = only(&hand, "2022-01-25");
    assert_eq!((word.state, word.rule, word.bears_out.len()), (State::Unverified, "word-not-yet", 2));
}

#[test]
fn force_on_the_own_ground_and_by_nobody_named_breaks_no_assurance() {
    let mut hand = Hand::default();
    hand.tell(
        "2022-01-10",
        "Example Wire",
        attack("RUS", "UKR").not().at("UKR", "UKR").by("RUSGOV", Intended),
    );
    hand.tell(
        "2022-02-21",
        "Example Wire",
        attack("RUSMIL", "UKR").at("Rostov", "RUS").by("RUSMIL", Claimed),
    );
    hand.tell(
        "2022-02-21",
        "Example Daily",
        Told { actors: Vec::new(), ..attack("", "UKR") }.at("UKR", "UKR"),
    );
    assert_eq!(only(&hand, "2022-02-22").state, State::Unverified);
}

#[test]
fn what_is_said_of_a_place_is_not_broken_by_forces_nobody_says_where() {
    let mut hand = Hand::default();
    hand.tell(
        "2022-01-13",
        "Example Wire",
        withdraw("RUS").at("KAZ", "KAZ").due("2022-01-19").by("RUSGOV", Intended),
    );
    hand.tell("2022-01-25", "Example Wire", presence("RUSMIL").by("USAGOV", Claimed));
    hand.tell("2022-01-26", "Example Wire", deploy("RUSMIL").by("USAGOV", Claimed));
    assert_eq!(only(&hand, "2022-01-27").state, State::Lapsed);
}

#[test]
fn a_pledge_for_later_and_an_announcement_of_now_are_two_words() {
    let mut hand = Hand::default();
    hand.tell("2022-02-08", "Example Wire", withdraw("RUSMIL").after("2022-02-20").by("RUSGOV", Intended));
    hand.tell("2022-02-15", "Example Wire", withdraw("RUSMIL").by("RUSGOV", Announced));
    assert_eq!(as_of(&hand, "2022-02-15").len(), 2);
}

#[test]
fn talks_are_kept_by_talks_between_the_same_parties() {
    let mut hand = Hand::default();
    let talks = |with: &str| Told { recipients: vec![Actor::of(with)], ..deed("CONSULT", "RUSGOV") };
    hand.tell("2022-01-03", "Example Wire", talks("USAGOV").by("RUSGOV", Intended));
    hand.tell("2022-01-05", "Example Wire", talks("FRAGOV"));
    hand.tell("2022-01-05", "Example Daily", talks("FRAGOV"));
    assert_eq!(state(&hand, "2022-01-09"), State::Unverified);
    hand.tell("2022-01-10", "Example Wire", talks("USAGOV"));
    hand.tell("2022-01-10", "Example Daily", talks("USAGOV"));
    assert_eq!(state(&hand, "2022-01-10"), State::Kept);
}

#[test]
fn whom_an_official_site_does_not_name_is_one_of_its_own() {
    let mut hand = announced();
    let own = hand.facts.family("own agency");
    hand.facts.official(own, Actor::of("RUSGOV"));
    hand.tell(
        "2022-02-17",
        "own agency",
        Told { statement: Some(1), standing: Claimed, ..withdraw("RUSMIL") },
    );
    hand.tell("2022-02-18", "Example Daily", withdraw("RUSMIL"));
    assert_eq!(state(&hand, "2022-02-18"), State::Unverified);
}

#[test]
fn what_an_own_outlet_passes_on_takes_nothing_back() {
    let mut hand = Hand::default();
    let own = hand.facts.family("own agency");
    hand.facts.official(own, Actor::of("RUSGOV"));
    hand.tell("2022-01-10", "own agency", attack("RUS", "UKR").not().by("RUSGOV", Intended));
    let media = || Told { statement: Some(1), standing: Claimed, ..attack("RUS", "UKR") };
    let named = Actor { name: "foreign media".to_owned(), ..Actor::default() };
    hand.tell("2022-01-20", "own agency", Told { speaker: Some(named), ..media() });
    assert_eq!(only(&hand, "2022-01-21").state, State::Unverified);
    hand.tell("2022-01-22", "own agency", media());
    assert_eq!(only(&hand, "2022-01-22").state, State::Overtaken);
}
