//! Measures: words and deeds by pair and day, each voice once, and how much was read.

mod hand;

use hand::{Hand, Say, attack, date, deed, watch};
use saydo_facts::{Actor, Report, Told};
use saydo_picture::{Measures, Pair, Scene};
use saydo_standing::Standing::{Announced, Claimed, Demanded, Intended, Possible};

fn measures(hand: &Hand, day: &str) -> Measures {
    Measures::of(&Scene::new(&hand.facts, &watch(), date(day)))
}

fn pair<'m>(measures: &'m Measures, id: &str) -> &'m Pair {
    measures.pairs.iter().find(|p| p.id == id).unwrap_or_else(|| panic!("no {id} in {measures:?}"))
}

fn towards(plover: &str, from: &str, to: &str) -> Told {
    Told { recipients: vec![Actor::of(to)], ..deed(plover, from) }
}

/// Reports without events, one a day by each family, from one day of February to another.
fn read(hand: &mut Hand, families: &[&str], days: std::ops::RangeInclusive<u32>) {
    for day in days {
        for family in families {
            hand.tell_all(&format!("2022-02-{day:02}"), family, Vec::new());
        }
    }
}

#[test]
fn words_and_deeds_are_counted_apart() {
    let mut hand = Hand::default();
    hand.tell("2022-02-20", "wire", attack("RUSMIL", "UKR"))
        .tell("2022-02-20", "wire", towards("THREATEN", "RUSGOV", "UKR"))
        .tell("2022-02-20", "wire", towards("RETREAT", "RUS", "UKR").by("RUSGOV", Announced))
        .tell("2022-02-20", "wire", towards("AID", "UKR", "RUS"));
    let found = measures(&hand, "2022-02-20");
    let there = pair(&found, "m:RUS:UKR");
    let count = |day: &saydo_picture::Day| (day.conflict, day.cooperation);
    assert_eq!(count(&there.deeds.days[0]), (1, 0));
    assert_eq!(count(&there.words.days[0]), (1, 1), "a threat, and an announced withdrawal that is no deed");
    let back = pair(&found, "m:UKR:RUS");
    assert_eq!((count(&back.deeds.days[0]), back.words.days.len()), ((0, 1), 0));
}

#[test]
fn what_is_demanded_possible_suspected_or_denied_is_neither_word_nor_deed_of_the_actor() {
    let mut hand = Hand::default();
    hand.tell("2022-02-20", "wire", towards("RETREAT", "RUS", "UKR").by("IGONAT", Demanded))
        .tell("2022-02-20", "wire", attack("RUS", "UKR").by("IGONAT", Possible))
        .tell("2022-02-20", "wire", attack("RUS", "UKR").by("USA", Intended))
        .tell("2022-02-20", "wire", attack("RUS", "UKR").hedged())
        .tell("2022-02-20", "wire", attack("RUS", "UKR").by("RUSGOV", Announced).not());
    assert_eq!(measures(&hand, "2022-02-20").pairs, []);
    hand.tell("2022-02-20", "wire", attack("RUS", "UKR").by("RUSGOV", Intended));
    assert_eq!(pair(&measures(&hand, "2022-02-20"), "m:RUS:UKR").words.days[0].conflict, 1);
}

#[test]
fn five_outlets_with_the_same_claim_are_one_and_five_witnesses_are_five() {
    let mut hand = Hand::default();
    for family in ["a", "b", "c", "d", "e"] {
        hand.tell("2022-02-20", family, attack("RUS", "UKR").by("UKRGOV", Claimed));
    }
    assert_eq!(pair(&measures(&hand, "2022-02-20"), "m:RUS:UKR").deeds.days[0].conflict, 1);
    for family in ["a", "b", "c", "d", "e"] {
        hand.tell("2022-02-20", family, attack("RUS", "UKR"));
    }
    assert_eq!(pair(&measures(&hand, "2022-02-20"), "m:RUS:UKR").deeds.days[0].conflict, 6);
}

#[test]
fn the_subjects_side_is_one_party_and_its_own_affairs_are_none() {
    let mut hand = Hand::default();
    hand.tell("2022-02-20", "wire", attack("UKRREB", "UKR"))
        .tell("2022-02-20", "wire", attack("RUS", "UKRREB"))
        .tell("2022-02-20", "wire", attack("UKR", "USA"));
    let ids: Vec<_> = measures(&hand, "2022-02-20").pairs.into_iter().map(|p| p.id).collect();
    assert_eq!(ids, ["m:RUS:UKR"]);
}

#[test]
fn figures_are_raw_and_per_report_read() {
    let mut hand = Hand::default();
    let scored = |told: Told, score: f32| Told { goldstein: Some(score), ..told };
    hand.tell("2022-02-20", "wire", scored(attack("RUS", "UKR"), -10.0))
        .tell("2022-02-20", "daily", scored(attack("RUS", "UKR"), -9.0))
        .tell("2022-02-20", "daily", scored(towards("AID", "RUS", "UKR"), 7.0));
    read(&mut hand, &["other"], 20..=20);
    let found = measures(&hand, "2022-02-20");
    let deeds = &pair(&found, "m:RUS:UKR").deeds;
    assert_eq!((deeds.days[0].goldstein, deeds.days[0].per_report), (-12.0, 0.25));
    let week = deeds.last_week.expect("there were deeds");
    assert_eq!((week.value, week.events, week.families), (-4.0, 3, 2));
    assert!(week.low < week.value && week.value < week.high, "{week:?}");
    assert_eq!(deeds.before, None);
}

#[test]
fn intervals_widen_with_fewer_families() {
    let told = |families: &[&str]| {
        let mut hand = Hand::default();
        for (n, family) in families.iter().enumerate() {
            let plover = if n % 2 == 0 { "ASSAULT" } else { "AID" };
            let score = if n % 2 == 0 { -10.0 } else { 7.0 };
            hand.tell("2022-02-20", family, Told { goldstein: Some(score), ..towards(plover, "RUS", "UKR") });
        }
        let found = measures(&hand, "2022-02-20");
        let week = pair(&found, "m:RUS:UKR").deeds.last_week.expect("there were deeds");
        week.high - week.low
    };
    let many: Vec<String> = (0..24).map(|n| format!("family {n}")).collect();
    let many: Vec<&str> = many.iter().map(String::as_str).collect();
    let wide = [told(&many), told(&many[..8]), told(&["one"])];
    assert!(wide[0] < wide[1] && wide[1] < wide[2], "{wide:?}");
    assert!((wide[2] - 20.0).abs() < 1e-9, "one family leaves the whole scale open");
}

#[test]
fn coverage_has_every_day_and_leaves_out_copies() {
    let mut hand = Hand::default();
    read(&mut hand, &["wire", "daily"], 1..=1);
    let wire = hand.facts.family("wire");
    hand.facts.report(Report { copy: true, ..Report::of(90, wire, Some(date("2022-02-01"))) });
    hand.facts.report(Report::of(91, wire, Some(date("2022-02-01"))));
    hand.facts.report(Report::of(92, wire, None));
    read(&mut hand, &["wire"], 4..=4);
    let days: Vec<_> = measures(&hand, "2022-02-03").coverage;
    let counts: Vec<_> = days.iter().map(|c| (c.reports, c.families)).collect();
    assert_eq!(counts, [(3, 2), (0, 0), (0, 0)], "the 4th is still to come");
}

#[test]
fn coverage_falls_to_the_half_or_less() {
    let mut hand = Hand::default();
    read(&mut hand, &["a", "b", "c"], 1..=21);
    read(&mut hand, &["a"], 22..=28);
    let found = measures(&hand, "2022-02-28");
    assert!(found.coverage_fell);
    assert_eq!(found.reports_a_day, (1.0, 3.0));
    assert!(!measures(&hand, "2022-02-21").coverage_fell);
}

#[test]
fn a_weekend_is_no_fall_and_neither_are_two_reports_instead_of_four() {
    let mut hand = Hand::default();
    for monday in [0, 7, 14] {
        read(&mut hand, &["a", "b", "c"], monday + 1..=monday + 5);
    }
    assert!(!measures(&hand, "2022-02-21").coverage_fell, "the week's end was quiet every week");
    let mut thin = Hand::default();
    for day in [1, 3, 8, 10, 15] {
        read(&mut thin, &["a"], day..=day);
    }
    assert!(!measures(&thin, "2022-02-21").coverage_fell, "few reports prove no fall");
    assert!(!measures(&Hand::default(), "2022-02-21").coverage_fell);
}

#[test]
fn deeds_that_a_report_recalls_from_before_the_first_day_are_left_out() {
    let mut hand = Hand::default();
    hand.tell("2022-02-20", "wire", attack("RUS", "UKR").on("2014-03-01")).tell(
        "2022-02-21",
        "wire",
        attack("RUS", "UKR").on("2022-02-20"),
    );
    let found = measures(&hand, "2022-02-21");
    let days: Vec<_> = pair(&found, "m:RUS:UKR").deeds.days.iter().map(|d| d.day).collect();
    assert_eq!(days, [date("2022-02-20")]);
}

#[test]
fn a_report_dated_in_another_century_makes_no_million_days() {
    let mut hand = Hand::default();
    hand.tell("0001-01-01", "wire", attack("RUS", "UKR")).tell("2022-02-21", "wire", attack("RUS", "UKR"));
    assert_eq!(measures(&hand, "2022-02-21").coverage.len(), 1);
}

#[test]
fn the_deeds_of_the_last_week_are_cited_newest_first() {
    let mut hand = Hand::default();
    hand.tell("2022-02-01", "wire", attack("RUS", "UKR"))
        .tell("2022-02-20", "wire", attack("RUS", "UKR"))
        .tell("2022-02-21", "wire", attack("RUS", "UKR"))
        .tell("2022-02-21", "wire", towards("THREATEN", "RUS", "UKR"));
    let found = measures(&hand, "2022-02-21");
    let cited: Vec<_> = pair(&found, "m:RUS:UKR").cites.iter().map(|c| c.event.to_string()).collect();
    assert_eq!(cited, ["r3.v1", "r2.v1", "r4.v1"]);
}
