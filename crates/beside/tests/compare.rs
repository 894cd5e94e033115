//! Our events beside rows of others, built by hand: which are one happening, which are lacked, which are only said.

#![allow(clippy::unwrap_used, reason = "a test may fail so")]

use jiff::civil::{Date, date};
use saydo_beside::{Compared, Ours, Period, RULES, Rows, Theirs};
use saydo_codebook::Plover;
use saydo_coded::{Coded, Kind, Precision, Side, Spot, System};
use saydo_facts::{Actor, Facts, Place, Report, Resolution, Told};
use saydo_standing::Standing;
use saydo_watch::Watch;

/// Who did what to whom, on a day of February 2022, how it stands.
type Event<'a> = (i8, &'a str, &'a str, &'a str, Standing);

fn day(n: i8) -> Date {
    date(2022, 2, n)
}

/// The comparison of these.
fn compare(watch: &Watch, period: Period, ours: &[Ours<'_>], theirs: &[Theirs]) -> Compared {
    let mut rows = Rows::new(watch, period);
    for row in theirs {
        rows.take(row.clone());
    }
    saydo_beside::compare(ours, &rows)
}

fn watch() -> Watch {
    let codes = |all: &[&str]| all.iter().map(|code| (*code).to_owned()).collect();
    Watch { subject: codes(&["RUS"]), others: codes(&["UKR", "USA"]), ..Watch::default() }
}

/// Facts of one report for each event.
fn facts(events: &[Event<'_>]) -> Facts {
    let mut facts = Facts::default();
    let family = facts.family("Example Wire");
    for (number, &(n, actor, plover, recipient, standing)) in (1..).zip(events) {
        let report = facts.report(Report::of(number, family, Some(day(n))));
        let party = |code: &str| if code.is_empty() { vec![] } else { vec![Actor::of(code)] };
        let told = Told { plover: Plover::of(plover), standing, ..Told::default() };
        facts.tell(report, Told { actors: party(actor), recipients: party(recipient), ..told });
    }
    facts
}

fn ours(facts: &Facts) -> Vec<Ours<'_>> {
    facts.events().map(|event| Ours { day: event.published, event, until: None }).collect()
}

/// A row of GDELT's: its id, day of February 2022, who, CAMEO's code, to whom.
fn row(id: &str, n: i8, actor: &str, cameo: &str, recipient: &str) -> Theirs {
    let side = |code: &str| Side { code: Some(code.to_owned()).filter(|c| !c.is_empty()), ..Side::default() };
    let event = Coded {
        system: System::Gdelt,
        id: id.to_owned(),
        day: day(n),
        actor: side(actor),
        recipient: side(recipient),
        kind: Kind { cameo: Some(cameo.to_owned()), ..Kind::default() },
        ..Coded::default()
    };
    Theirs { number: 1, file: "a.csv".into(), event }
}

/// Pairs by the ids of both, and what each lacks.
#[derive(Debug, Default, PartialEq, Eq)]
struct Found {
    have: Vec<(String, String)>,
    again: Vec<(String, String)>,
    only_said: Vec<(String, String)>,
    we_lack: Vec<String>,
    they_lack: Vec<String>,
}

fn told(compared: &Compared, theirs: &[Theirs]) -> Found {
    let id = |at: usize| theirs[at].event.id.clone();
    let pairs = |pairs: &[saydo_beside::Pair]| -> Vec<(String, String)> {
        pairs.iter().map(|pair| (id(pair.theirs), pair.ours.to_string())).collect()
    };
    Found {
        have: pairs(&compared.have),
        again: pairs(&compared.again),
        only_said: pairs(&compared.only_said),
        we_lack: compared.we_lack.iter().map(|&at| id(at)).collect(),
        they_lack: compared.they_lack.iter().map(|alone| alone.ours.to_string()).collect(),
    }
}

fn check(events: &[Event<'_>], theirs: &[Theirs]) -> Found {
    let facts = facts(events);
    let compared = compare(&watch(), Period::default(), &ours(&facts), theirs);
    let forward = told(&compared, theirs);
    // The order of what is given changes nothing but the order of equals.
    let mut turned = ours(&facts);
    turned.reverse();
    assert_eq!(told(&compare(&watch(), Period::default(), &turned, theirs), theirs), forward);
    forward
}

fn pair(theirs: &str, ours: &str) -> Vec<(String, String)> {
    vec![(theirs.to_owned(), ours.to_owned())]
}

const SEEN: Standing = Standing::Reported;

#[test]
fn a_deed_that_both_tell_is_had() {
    let found = check(&[(15, "RUSMIL", "ASSAULT", "UKR", SEEN)], &[row("1", 15, "RUSMIL", "190", "UKR")]);
    assert_eq!(found, Found { have: pair("1", "r1.v1"), ..Found::default() });
}

#[test]
fn a_deed_that_we_have_only_in_words_is_only_said() {
    for standing in [Standing::Announced, Standing::Claimed, Standing::Intended, Standing::Demanded] {
        let found = check(&[(15, "RUSMIL", "RETREAT", "", standing)], &[row("1", 15, "RUSMIL", "0874", "")]);
        assert_eq!(found, Found { only_said: pair("1", "r1.v1"), ..Found::default() }, "{standing:?}");
    }
}

#[test]
fn a_deed_that_is_seen_and_announced_is_had() {
    let events = [(15, "RUSMIL", "RETREAT", "", Standing::Announced), (16, "RUSMIL", "RETREAT", "", SEEN)];
    let found = check(&events, &[row("1", 15, "RUSMIL", "0874", "")]);
    assert_eq!(found.have, pair("1", "r2.v1"));
}

#[test]
fn words_of_theirs_need_only_words_of_ours() {
    let found = check(
        &[(15, "USAGOV", "ACCUSE", "RUS", Standing::Claimed)],
        &[row("1", 15, "USAGOV", "112", "RUSGOV")],
    );
    assert_eq!(found.have, pair("1", "r1.v1"));
}

#[test]
fn another_day_party_or_kind_is_another_happening() {
    let event = (15, "RUSMIL", "ASSAULT", "UKR", SEEN);
    for other in [
        row("1", 17, "RUSMIL", "190", "UKR"),
        row("1", 15, "BLRMIL", "190", "UKR"),
        row("1", 15, "RUSMIL", "190", "USA"),
        row("1", 15, "RUSMIL", "042", "UKR"),
    ] {
        let found = check(&[event], &[other]);
        assert_eq!((found.have, found.we_lack.len()), (vec![], 1));
    }
    assert_eq!(
        check(&[event], &[row("1", 16, "RUSMIL", "190", "UKR")]).have.len(),
        1,
        "the next day is near"
    );
}

#[test]
fn fighting_is_done_by_both_and_expelling_is_not() {
    let turned = |plover, cameo| {
        check(&[(15, "UKRMIL", plover, "RUSMIL", SEEN)], &[row("1", 15, "RUSMIL", cameo, "UKRMIL")])
            .have
            .len()
    };
    assert_eq!((turned("ASSAULT", "190"), turned("SANCTION", "166")), (1, 0));
}

#[test]
fn each_is_used_once_and_the_rest_tells_it_again() {
    let events = [(15, "RUSMIL", "ASSAULT", "UKR", SEEN), (15, "RUSMIL", "ASSAULT", "UKR", SEEN)];
    let rows = ["1", "2", "3"].map(|id| row(id, 15, "RUSMIL", "190", "UKR"));
    let found = check(&events, &rows);
    assert_eq!((found.have.len(), found.again.len(), found.we_lack.len()), (2, 1, 0));
    let found = check(&events, &rows[..1]);
    assert_eq!((found.have.len(), found.they_lack.len()), (1, 0), "our second one tells it again");
}

#[test]
fn they_lack_what_is_seen_of_the_watch_on_days_that_they_have() {
    let events = [
        (15, "RUSMIL", "MOBILIZE", "", SEEN),
        (15, "RUSMIL", "MOBILIZE", "", SEEN),
        (15, "RUSMIL", "RETREAT", "", Standing::Announced),
        (15, "FRAGOV", "CONSULT", "DEUGOV", SEEN),
        (20, "RUSMIL", "ASSAULT", "UKR", SEEN),
    ];
    let facts = facts(&events);
    let theirs = [row("1", 15, "USAGOV", "112", "RUSGOV")];
    let compared = compare(&watch(), Period::default(), &ours(&facts), &theirs);
    assert_eq!(compared.they_lack.len(), 1);
    let alone = &compared.they_lack[0];
    let also: Vec<String> = alone.also.iter().map(ToString::to_string).collect();
    assert_eq!((alone.ours.to_string().as_str(), also), ("r1.v1", vec!["r2.v1".to_owned()]));
}

#[test]
fn who_looks_only_for_violence_lacks_no_visit() {
    let facts = facts(&[(15, "RUSGOV", "CONSULT", "UKRGOV", SEEN), (15, "RUSMIL", "ASSAULT", "UKR", SEEN)]);
    let mut row = row("1", 15, "RUSMIL", "190", "USAMIL");
    row.event.system = System::Ucdp;
    let compared = compare(&watch(), Period::default(), &ours(&facts), &[row]);
    assert_eq!(compared.they_lack.iter().map(|alone| alone.ours.to_string()).collect::<Vec<_>>(), ["r2.v1"]);
}

#[test]
fn a_place_far_away_is_another_happening() {
    let mut facts = Facts::default();
    let family = facts.family("Example Wire");
    let report = facts.report(Report::of(1, family, Some(day(15))));
    let place = |name: &str, lat, lon| Place {
        name: name.to_owned(),
        country: Some("UKR".to_owned()),
        lat,
        lon,
        resolution: Resolution::City,
        ..Place::default()
    };
    let places = vec![place("Kharkiv", 49.99, 36.23)];
    let told =
        Told { plover: Plover::of("ASSAULT"), actors: vec![Actor::of("RUSMIL")], places, ..Told::default() };
    facts.tell(report, told);
    let at = |lat, lon, precision| {
        let mut row = row("1", 15, "RUSMIL", "190", "");
        let country = Some("UKR".to_owned());
        row.event.place =
            Some(Spot { country, lat: Some(lat), lon: Some(lon), precision, ..Spot::default() });
        compare(&watch(), Period::default(), &ours(&facts), &[row]).have.len()
    };
    assert_eq!(at(50.1, 36.3, Precision::Place), 1);
    assert_eq!(at(46.6, 32.6, Precision::Place), 0);
    assert_eq!(at(49.0, 32.0, Precision::Country), 1);
    let area = Watch { area: vec![place("Kherson", 46.6, 32.6)], ..watch() };
    let compared = compare(&area, Period::default(), &ours(&facts), &[]);
    assert!(compared.systems.is_empty());
    let mut far = row("1", 15, "RUSMIL", "190", "");
    far.event.place = Some(Spot {
        country: Some("UKR".to_owned()),
        lat: Some(50.0),
        lon: Some(36.2),
        precision: Precision::Place,
        ..Spot::default()
    });
    let compared = compare(&area, Period::default(), &ours(&facts), &[far]);
    assert_eq!((compared.systems[0].theirs, compared.systems[0].elsewhere), (0, 1));
}

#[test]
fn each_system_is_compared_by_itself() {
    let facts = facts(&[(15, "RUSMIL", "ASSAULT", "UKR", SEEN)]);
    let mut other = row("9", 15, "RUSMIL", "190", "UKR");
    other.event.system = System::Icews;
    let theirs = [row("1", 15, "RUSMIL", "190", "UKR"), other];
    let compared = compare(&watch(), Period::default(), &ours(&facts), &theirs);
    assert_eq!(compared.systems.iter().map(|s| s.have).collect::<Vec<_>>(), [1, 1]);
    let counts: usize = compared.kinds.iter().map(|kind| kind.theirs).sum();
    assert_eq!((counts, compared.kinds[0].kind), (2, "ASSAULT"));
}

#[test]
fn a_period_leaves_out_what_lies_beside_it_and_uses_it_for_its_ends() {
    let facts = facts(&[(16, "RUSMIL", "ASSAULT", "UKR", SEEN)]);
    let theirs = [row("1", 15, "RUSMIL", "190", "UKR"), row("2", 20, "RUSMIL", "190", "UKR")];
    let period = Period { since: Some(day(14)), until: Some(day(15)) };
    let compared = compare(&watch(), period, &ours(&facts), &theirs);
    assert_eq!(told(&compared, &theirs), Found { have: pair("1", "r1.v1"), ..Found::default() });
}

#[test]
fn every_reason_is_a_rule_with_a_name() {
    let found = facts(&[(15, "UKRMIL", "ASSAULT", "RUSMIL", SEEN)]);
    let compared =
        compare(&watch(), Period::default(), &ours(&found), &[row("1", 15, "RUSMIL", "190", "UKRMIL")]);
    assert_eq!(compared.have[0].because, ["day", "parties", "kind", "either-way", "seen"]);
    assert!(compared.have[0].because.iter().all(|name| RULES.iter().any(|rule| rule.name == *name)));
}

#[test]
fn parties_do_not_stand_the_other_way_round_where_one_is_not_told() {
    let found = facts(&[(15, "", "ASSAULT", "UKR", SEEN)]);
    let rows = [row("1", 15, "UKRMIL", "190", "UKRREB")];
    let compared = compare(&watch(), Period::default(), &ours(&found), &rows);
    assert_eq!((compared.have.len(), compared.we_lack.len()), (0, 1));
}

#[test]
fn thousands_of_like_events_are_compared_in_a_moment() {
    let events: Vec<Event<'_>> =
        (0..3_000).map(|n| (1 + (n % 20) as i8, "RUSMIL", "ASSAULT", "UKR", SEEN)).collect();
    let theirs: Vec<Theirs> =
        (0..3_000).map(|n| row(&format!("{n:05}"), 1 + (n % 20) as i8, "RUSMIL", "190", "UKR")).collect();
    let facts = facts(&events);
    let compared = compare(&watch(), Period::default(), &ours(&facts), &theirs);
    assert_eq!(compared.we_lack.len() + compared.they_lack.len(), 0);
    assert!(compared.have.len() >= 2_000, "{}", compared.have.len());
}
