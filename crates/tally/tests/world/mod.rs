//! Small worlds made at random: reports with revisions, events, statements, and filters to ask of them.

use std::fmt;
use std::sync::Arc;

use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use saydo_codebook::{Act, Plover};
use saydo_facts::{Actor, Days, Facts, FamilyId, Kind, Place, Report, Resolution, Told};
use saydo_standing::Standing;
use saydo_tally::{Filter, Found, PlaceKey, Spoken, Spokens, Tally, Track};

pub(crate) const CODES: [&str; 7] = ["RUS", "RUSGOV", "RUSMIL", "UKR", "UKRMIL", "IGONAT", ""];
pub(crate) const FAMILIES: [&str; 4] = ["A", "B", "C", "D"];
pub(crate) const STANDINGS: [Standing; 6] = [
    Standing::Reported,
    Standing::Claimed,
    Standing::Announced,
    Standing::Intended,
    Standing::Demanded,
    Standing::Possible,
];
const TYPES: [&str; 5] = ["RETREAT", "MOBILIZE", "ACCUSE", "presence", "other"];

/// Facts and statements as they were made, and the tally of them.
pub(crate) struct World {
    pub(crate) facts: Arc<Facts>,
    pub(crate) said: Vec<Said>,
    pub(crate) tally: Tally,
}

impl fmt::Debug for World {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.facts.reports().iter().try_for_each(|report| writeln!(out, "{report:?}"))?;
        for event in self.facts.events() {
            let day = event.day();
            writeln!(out, "{} {day} {:?} {}", event.id, event.standing(), event.negated())?;
        }
        self.said.iter().try_for_each(|said| writeln!(out, "{said:?}"))
    }
}

/// A statement by its report's number.
#[derive(Clone, Debug)]
pub(crate) struct Said {
    pub(crate) report: u32,
    pub(crate) nth: u32,
    pub(crate) day: Option<Date>,
    pub(crate) source: Option<&'static str>,
    pub(crate) act: Option<Act>,
}

type OneEvent = (
    (Option<usize>, Standing, bool, bool),
    (Vec<&'static str>, Vec<&'static str>, Option<&'static str>),
    (Vec<usize>, Option<i8>, Option<u32>),
);
type OneReport = (usize, Option<u8>, Option<u8>, bool, (Option<u8>, Option<u8>));
type OneSaid = (Option<i8>, Option<&'static str>, Option<&'static str>);

pub(crate) fn day(offset: i16) -> Date {
    date(2022, 1, 20).saturating_add(jiff::Span::new().days(i64::from(offset)))
}

pub(crate) fn place(n: usize) -> Place {
    let base = Place { lat: n as f64, lon: -(n as f64), ..Place::default() };
    let country = Some("UKR".to_owned());
    match n {
        0 => Place { name: "Ukraine".into(), country, resolution: Resolution::Country, ..base },
        1 => Place { name: "Ukraine".into(), geonameid: Some(690_791), country, ..base },
        2 => Place { name: "Crimea".into(), geonameid: Some(703_883), ..base },
        3 => Place { name: "Crimea".into(), geonameid: Some(703_883), shape: Some("near".into()), ..base },
        4 => Place { name: "Lower Town".into(), country, ..base },
        _ => Place { name: "Black Sea".into(), resolution: Resolution::Larger, ..base },
    }
}

/// Any world.
pub(crate) fn world() -> impl Strategy<Value = World> {
    let told = (
        (of(0..4usize), select(STANDINGS.to_vec()), any::<bool>(), any::<bool>()),
        (vec(select(CODES.to_vec()), 0..3), vec(select(CODES.to_vec()), 0..2), of(select(CODES.to_vec()))),
        (vec(0..6usize, 0..3), of(-20i8..60), of(1u32..4)),
    );
    let report = (0..4usize, of(0u8..40), of(0u8..45), any::<bool>(), (of(0u8..40), of(0u8..45)));
    let said = (of(-10i8..50), of(select(CODES.to_vec())), of(select(vec!["say", "deny", "promise"])));
    vec((report, vec(told, 0..6), vec(said, 0..4)), 0..25).prop_map(make)
}

fn make(reports: Vec<(OneReport, Vec<OneEvent>, Vec<OneSaid>)>) -> World {
    let mut facts = Facts::default();
    let families: Vec<FamilyId> = FAMILIES.iter().map(|name| facts.family(name)).collect();
    let (mut spokens, mut all) = (Spokens::default(), Vec::new());
    let count = reports.len() as u32;
    for (n, (report, events, said)) in reports.into_iter().enumerate() {
        // Numbers do not come in order.
        let number = n as u32 * 7 % count.max(1) + 100 * n as u32 % 3 * count;
        let number = if count.is_multiple_of(7) { n as u32 } else { number };
        let id = facts.report(one_report(number, &families, report));
        for told in events {
            facts.tell(id, one_event(told));
        }
        for (n, (day_of, source, act)) in said.into_iter().enumerate() {
            let one = Said {
                report: number,
                nth: n as u32 + 1,
                day: day_of.map(|n| day(i16::from(n))),
                source,
                act: act.and_then(Act::of),
            };
            let source = one.source.map(|code| spokens.source(code));
            spokens.say(Spoken { report: number, nth: one.nth, said: one.day, source, act: one.act });
            all.push(one);
        }
    }
    let facts = Arc::new(facts);
    World { tally: Tally::of(Arc::clone(&facts), spokens), facts, said: all }
}

fn one_report(number: u32, families: &[FamilyId], of: OneReport) -> Report {
    let (family, published, added, copy, (valid_from, superseded)) = of;
    let on = |offset: Option<u8>| offset.map(|n| day(i16::from(n)));
    Report {
        added: on(added),
        copy,
        valid_from: on(valid_from).filter(|_| copy),
        superseded: on(superseded).filter(|_| !copy),
        ..Report::of(number, families[family], on(published))
    }
}

fn one_event(of: OneEvent) -> Told {
    let ((kind, standing, negated, has_cameo), (actors, recipients, speaker), (places, time, statement)) = of;
    let name = kind.map(|n| TYPES[n]);
    let actor = |code: &'static str| Actor { name: "N".to_owned(), ..Actor::of(code) };
    Told {
        plover: name.and_then(Plover::of),
        kind: name.and_then(Kind::of),
        cameo: has_cameo.then(|| "190".to_owned()),
        standing,
        negated,
        actors: actors.into_iter().map(actor).collect(),
        recipients: recipients.into_iter().map(actor).collect(),
        speaker: speaker.map(actor),
        places: places.into_iter().map(place).collect(),
        time: time.map(|n| Days::on(day(i16::from(n)))),
        statement,
        ..Told::default()
    }
}

/// Any filter.
pub(crate) fn filter() -> impl Strategy<Value = Filter> {
    let days = (0i16..50, of(-25i16..50), of(-25i16..60));
    let actors = subsequence(vec!["RUS", "RUSG", "UKRMIL", "IGO", "NOBODY"], 0..3);
    let places = subsequence(vec!["c:UKR", "g690791", "g703883", "n:Lower Town", "n:Nowhere"], 0..3);
    let kinds = (
        subsequence(STANDINGS.to_vec(), 0..3),
        subsequence(Track::ALL.to_vec(), 0..3),
        subsequence(TYPES.to_vec(), 0..3),
    );
    let who = (subsequence(vec!["A", "B", "Z"], 0..3), subsequence(vec!["say", "deny", "nod"], 0..2));
    let found = of((vec(0u32..25, 0..12), vec((0u32..25, 1u32..4), 0..20)));
    (days, actors, places, kinds, who, found).prop_map(
        |((as_of, from, to), actors, places, (standings, tracks, types), (families, acts), found)| Filter {
            from: from.map(day),
            to: to.map(day),
            actors: strings(actors),
            places: places.into_iter().filter_map(|key| key.parse::<PlaceKey>().ok()).collect(),
            standings,
            tracks,
            types: strings(types),
            families: strings(families),
            acts: strings(acts),
            found: found.map(|(mut reports, mut statements)| {
                reports.sort_unstable();
                statements.sort_unstable();
                Arc::new(Found { reports, statements })
            }),
            ..Filter::as_of(day(as_of))
        },
    )
}

fn strings(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}
