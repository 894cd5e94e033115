//! Indicators: every row of the table by its own examples, and the rules that all share.

mod hand;

use hand::{Hand, Say, date, watch};
use saydo_codebook::Plover;
use saydo_facts::{Actor, Kind, Told};
use saydo_forces::{Element, Movement};
use saydo_picture::{Indicator, IndicatorState, Scene, indicator_ids, indicators};
use saydo_standing::Standing::{Announced, Claimed, Demanded, Intended, Possible};

use IndicatorState::{Corroborated, NotSeen, Reported};

const TABLE: &str = include_str!("../../../data/indicators/indicators.tsv");

/// The cells of each row.
fn rows() -> impl Iterator<Item = Vec<&'static str>> {
    TABLE.lines().filter(|line| !line.starts_with('#')).map(|line| line.split('\t').collect())
}

/// An event in the notation of the table: `plover:AID cameo:072 actor:USA place:Kyiv/UKR`.
fn told(text: &str) -> Told {
    text.split(' ').fold(Told::default(), |told, part| {
        let (place, value) = part.split_once(':').expect("PLACE:X");
        with(told, place, value)
    })
}

fn with(told: Told, place: &str, value: &str) -> Told {
    let words = || value.split(',').map(str::to_owned);
    let actors = || value.split(',').map(Actor::of).collect();
    match place {
        "plover" => Told { plover: Some(Plover::of(value).expect("a category")), ..told },
        "mode" => told.mode(value),
        "cameo" => Told { cameo: Some(value.to_owned()), ..told },
        "context" => Told { contexts: words().collect(), ..told },
        "kind" => Told { kind: Some(Kind::of(value).expect("a kind")), ..told },
        "word" => Told { lemma: words().collect::<Vec<_>>().join(" "), ..told },
        "actor" => Told { actors: actors(), ..told },
        "recipient" => Told { recipients: actors(), ..told },
        "force" => {
            let (element, movement) = value.split_once('/').expect("ELEMENT/MOVEMENT");
            told.force(Element::of(element).expect("an element"), Movement::of(movement).expect("a movement"))
        }
        "place" => {
            let (name, state) = value.split_once('/').expect("NAME/STATE");
            told.at(name, state)
        }
        _ => panic!("{place}: no such place"),
    }
}

fn seen(hand: &Hand, id: &str) -> Indicator {
    let watch = watch();
    let all = indicators(&Scene::new(&hand.facts, &watch, date("2022-02-28")));
    all.into_iter().find(|i| i.id == format!("i:{id}")).expect("an indicator of the table")
}

fn state(told: Told, id: &str) -> IndicatorState {
    let mut hand = Hand::default();
    hand.tell("2022-02-20", "Wire", told);
    seen(&hand, id).state
}

#[test]
fn every_row_fires_on_its_event_and_keeps_silent_on_the_other() {
    for row in rows() {
        let [id, _, _, _, fires, silent, ..] = row[..] else { panic!("{row:?}") };
        assert_eq!(state(told(fires), id), Reported, "{id}: {fires}");
        assert_eq!(state(told(silent), id), NotSeen, "{id}: {silent}");
    }
}

#[test]
fn every_row_counts_the_acting_sides_announcement_only_where_it_says_so() {
    for row in rows() {
        let [id, _, _, own, fires, ..] = row[..] else { panic!("{row:?}") };
        let told = told(fires);
        let Some(actor) = told.actors.first().map(|a| a.code.clone()) else { continue };
        let expected = if own == "yes" { Reported } else { NotSeen };
        assert_eq!(state(told.by(&actor, Announced), id), expected, "{id}");
    }
}

#[test]
fn ids_are_unique_and_a_watch_may_follow_a_few() {
    let ids = indicator_ids();
    let once: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!(once.len(), ids.len());
    let watch = saydo_watch::Watch { indicators: vec!["ultimatums".to_owned()], ..watch() };
    let hand = Hand::default();
    let followed = indicators(&Scene::new(&hand.facts, &watch, date("2022-02-28")));
    assert_eq!(followed.len(), 1);
    assert_eq!((followed[0].id.as_str(), followed[0].rule), ("i:ultimatums", "indicator-not-seen"));
    assert_eq!((followed[0].state, followed[0].since), (NotSeen, None));
}

fn cyber() -> Told {
    told("plover:COERCE mode:cyber cameo:170 context:cyber word:cyberattack actor:RUS recipient:UKRBUS")
}

#[test]
fn a_second_voice_corroborates() {
    let mut hand = Hand::default();
    hand.tell("2022-02-20", "Wire", cyber().by("UKRGOV", Claimed));
    hand.tell("2022-02-21", "Other Wire", cyber().by("UKRMIL", Claimed));
    let one = seen(&hand, "cyber-attacks");
    assert_eq!((one.state, one.voices, one.rule), (Reported, 1, "indicator-reported"));
    hand.tell("2022-02-19", "Wire", cyber());
    let two = seen(&hand, "cyber-attacks");
    assert_eq!((two.state, two.voices, two.rule), (Corroborated, 2, "indicator-corroborated"));
    assert_eq!(two.since, Some(date("2022-02-19")));
    let days: Vec<_> = two.cites.iter().map(|cite| cite.published).collect();
    assert_eq!(days, ["2022-02-19", "2022-02-20", "2022-02-21"].map(date));
}

#[test]
fn an_observer_alone_corroborates() {
    let mut hand = Hand::default();
    hand.tell("2022-02-20", "Wire", cyber().by_name("Monitors", "IGOSCEMIS"));
    let found = seen(&hand, "cyber-attacks");
    assert_eq!((found.state, found.voices, found.rule), (Corroborated, 1, "indicator-observed"));
}

#[test]
fn only_deeds_count() {
    for standing in [Intended, Demanded, Possible] {
        assert_eq!(state(cyber().by("UKRGOV", standing), "cyber-attacks"), NotSeen);
    }
    assert_eq!(state(cyber().by("UKRGOV", Claimed).not(), "cyber-attacks"), NotSeen);
    assert_eq!(state(cyber().by("UKRGOV", Claimed), "cyber-attacks"), Reported);
}

#[test]
fn an_ally_that_speaks_for_the_acting_side_is_its_own_side() {
    assert_eq!(state(cyber().by("BLRGOV", Claimed), "cyber-attacks"), NotSeen);
}

#[test]
fn reports_of_one_family_are_one_voice_and_later_ones_take_no_part() {
    let mut hand = Hand::default();
    hand.tell("2022-02-20", "Wire", cyber());
    hand.tell("2022-02-20", "Wire", cyber());
    hand.tell("2022-03-01", "Other Wire", cyber());
    let one = seen(&hand, "cyber-attacks");
    assert_eq!((one.state, one.voices, one.cites.len()), (Reported, 1, 1));
}

#[test]
fn what_others_do_to_others_does_not_concern_the_watch() {
    let expelled = |to: &str| {
        let us = "plover:SANCTION mode:expel cameo:166 context:diplomatic word:expel actor:USAGOV";
        state(told(&format!("{us} recipient:{to}")), "diplomats-expelled")
    };
    assert_eq!((expelled("IRNGOV"), expelled("RUSGOV")), (NotSeen, Reported));
    let closed = |place: &str| {
        let embassy = "plover:SANCTION mode:withdraw cameo:161 word:close actor:JPNGOV";
        state(told(&format!("{embassy} place:{place}")), "embassy-drawdown")
    };
    assert_eq!((closed("Lima/PER"), closed("Kyiv/UKR")), (NotSeen, Reported));
}

#[test]
fn what_nobody_known_does_nowhere_concerns_the_watch_if_a_side_tells_it() {
    let violated = || told("plover:ASSAULT cameo:196 word:violate actor:REB");
    assert_eq!(state(violated(), "ceasefire-violations"), NotSeen);
    assert_eq!(state(violated().by("FRAGOV", Claimed), "ceasefire-violations"), NotSeen);
    assert_eq!(state(violated().by("UKRMIL", Claimed), "ceasefire-violations"), Reported);
}

#[test]
fn cites_are_the_oldest_and_the_newest() {
    let mut hand = Hand::default();
    for day in 1..=28 {
        hand.tell(&format!("2022-02-{day:02}"), "Wire", cyber());
    }
    let cites = seen(&hand, "cyber-attacks").cites;
    assert_eq!(cites.len(), 20);
    let days = [0, 9, 10, 19].map(|i| cites[i].published);
    assert_eq!(days, ["2022-02-01", "2022-02-10", "2022-02-19", "2022-02-28"].map(date));
}
