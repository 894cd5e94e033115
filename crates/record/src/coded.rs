//! A record as rows: its events in the one form that all systems' events have here.
//!
//! Each event is a row; one with several parties is a row for each pair of them, as the field does it, the further ones
//! with a number behind the event's id (`talks.v1`, `talks.v1.2`). The day of a row is that of the event where the text
//! tells it, but no day after publication: what is still to come is put on the day on which it was told. A stretch of more
//! than a month is put on its last day by then. What a row has no field for is in [`Coded::rest`] by the record's name.

use jiff::civil::Date;
use saydo_coded::{Coded, Kind, Name, Origin, Precision, Side, Spot, Standing, System};
use saydo_facts::{Days, day, days};

use crate::{Chars, Entity, Event, Mention, Participant, Record};

/// Longer stretches say too little about the day.
const LONGEST: i32 = 31;

/// The rows of a record.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Rows {
    /// The rows, in the order of the record.
    pub events: Vec<Coded>,
    /// How many events have no row, because nothing tells a day, not even the report.
    pub undated: usize,
}

/// The rows of a record.
///
/// ```
/// let mut report = saydo_engine::read::plain("r", b"Russian troops left Crimea on Tuesday.");
/// report.published = Some("2022-02-16".to_owned());
/// let record = saydo_record::Record::of(&report, &saydo_engine::Engine::shipped().read(&report));
/// let rows = saydo_record::coded::rows(&record);
/// let first = &rows.events[0];
/// assert_eq!((first.id.as_str(), first.day.to_string().as_str()), ("r.v1", "2022-02-15"));
/// assert_eq!(first.actor.code.as_deref(), Some("RUSMIL"));
/// ```
pub fn rows(record: &Record) -> Rows {
    let published = record.report.published.as_deref().and_then(day);
    let chars = Chars::of(&record.text);
    let mut rows = Rows::default();
    for event in &record.events {
        let time = event.time.as_deref().and_then(|value| days(value, published));
        let Some((day, until)) = stretch(time, published) else {
            rows.undated += 1;
            continue;
        };
        let one = Coded { day, until, ..row(record, &chars, event, published) };
        let sides = |all: &[Participant]| all.iter().filter_map(|p| side(record, p)).collect();
        rows.events.extend(spread(&one, sides(&event.actors), sides(&event.recipients)));
    }
    rows
}

/// The days of a row, for an event that has this time in a report published on this day; `None` where neither is known.
///
/// ```
/// use jiff::civil::date;
/// use saydo_facts::Days;
/// use saydo_record::coded::stretch;
///
/// let (monday, friday) = (date(2022, 2, 14), date(2022, 2, 18));
/// let week = Some(Days { first: monday, last: friday });
/// assert_eq!(stretch(week, Some(date(2022, 2, 16))), Some((monday, Some(date(2022, 2, 16)))));
/// assert_eq!(stretch(Some(Days::on(friday)), Some(monday)), Some((monday, None)));
/// assert_eq!(stretch(None, None), None);
/// ```
pub fn stretch(time: Option<Days>, published: Option<Date>) -> Option<(Date, Option<Date>)> {
    let Some(time) = time else { return published.map(|day| (day, None)) };
    let last = published.map_or(time.last, |published| time.last.min(published));
    let length = time.last.since(time.first).map_or(i32::MAX, |span| span.get_days());
    if time.first >= last || length > LONGEST {
        return Some((last, None));
    }
    Some((time.first, Some(last)))
}

/// A row for each pair of those who act and those to whom it is done; parties of the same code count once. Where several
/// do something with each other, nobody does it with himself.
pub fn spread(event: &Coded, actors: Vec<Side>, recipients: Vec<Side>) -> Vec<Coded> {
    let (actors, recipients) = (each_once(actors), each_once(recipients));
    let pairs = actors.iter().flat_map(|actor| recipients.iter().map(move |recipient| (actor, recipient)));
    let is_alone = actors.len() == 1 && recipients.len() == 1;
    let pairs = pairs.filter(|(actor, recipient)| is_alone || !is_same(actor, recipient));
    let id = |nth: usize| if nth == 0 { event.id.clone() } else { format!("{}.{}", event.id, nth + 1) };
    let row = |(nth, (actor, recipient)): (usize, (&Side, &Side))| Coded {
        id: id(nth),
        actor: actor.clone(),
        recipient: recipient.clone(),
        ..event.clone()
    };
    pairs.take(MOST).enumerate().map(row).collect()
}

/// So many pairs of one event are told apart; lists of a hundred states are no news of ten thousand deeds.
const MOST: usize = 64;

/// The parties without those that are there already; nobody, where there are none.
fn each_once(sides: Vec<Side>) -> Vec<Side> {
    let mut once: Vec<Side> = Vec::with_capacity(sides.len().max(1));
    for side in sides {
        if !side.is_empty() && !once.iter().any(|other| is_same(&side, other)) {
            once.push(side);
        }
    }
    if once.is_empty() {
        once.push(Side::default());
    }
    once
}

/// Whether two parties are the same: by code, or by name where neither has one.
fn is_same(one: &Side, other: &Side) -> bool {
    match (&one.code, &other.code) {
        (None, None) => one.name == other.name,
        (code, other) => code == other,
    }
}

/// A row without days and parties.
fn row(record: &Record, chars: &Chars<'_>, event: &Event, published: Option<Date>) -> Coded {
    let about = &record.report;
    let sentence = sentence(record, event);
    let text = sentence.map(|n| &record.sentences[n]).map(|s| chars.cut(s.start, s.end).to_owned());
    Coded {
        system: System::Saydo,
        id: format!("{}.{}", about.id, event.id),
        speaker: speaker(record, event),
        kind: kind(event),
        standing: Standing::of(&event.standing),
        negated: event.negated,
        place: places(record, event).min_by_key(|spot| std::cmp::Reverse(spot.precision)),
        source: Origin {
            publisher: about.publisher.clone(),
            url: about.url.clone(),
            title: about.title.clone(),
            published,
            sentence: sentence.and_then(|n| u32::try_from(n + 1).ok()),
            language: about.language.clone(),
        },
        text,
        rest: rest(event),
        ..Coded::default()
    }
}

/// The number of the sentence that tells it, from 0.
fn sentence(record: &Record, event: &Event) -> Option<usize> {
    let after = record.sentences.partition_point(|s| s.start <= event.trigger.start);
    after.checked_sub(1).filter(|&n| event.trigger.start < record.sentences[n].end)
}

fn kind(event: &Event) -> Kind {
    Kind {
        cameo: event.cameo.clone(),
        plover: event.plover.clone(),
        mode: event.mode.clone(),
        contexts: event.contexts.clone(),
        label: event.kind.clone(),
        quad: event.quad,
        scale: event.goldstein.and_then(tenths),
    }
}

/// A score of single precision as its digits say it.
///
/// ```
/// assert_eq!(saydo_record::coded::tenths(7.4), Some(7.4));
/// assert_eq!(saydo_record::coded::tenths(f32::NAN), None);
/// ```
pub fn tenths(score: f32) -> Option<f64> {
    Some((f64::from(score) * 10.0).round() / 10.0).filter(|score| score.is_finite())
}

/// What no field of a row says, by the record's names.
fn rest(event: &Event) -> Vec<(Name, String)> {
    let named = [
        ("trigger", Some(event.trigger.text.clone()).filter(|text| !text.is_empty())),
        ("time", event.time.clone()),
        ("by", event.by.clone()),
        ("from", event.from.clone()),
        ("hedged", event.hedged.then(|| "true".to_owned())),
    ];
    named.into_iter().filter_map(|(name, value)| Some((name.into(), value?))).collect()
}

/// Whose words tell it.
fn speaker(record: &Record, event: &Event) -> Option<Side> {
    let statement = item(&record.statements, event.statement.as_deref()?, 's')?;
    let source = statement.source.as_ref()?;
    let known = source.entity.as_deref().and_then(|id| item(&record.entities, id, 'e'));
    Some(known.map_or_else(|| Side { name: Some(source.text.clone()), ..Side::default() }, party))
}

/// Somebody who takes part; things, and those whom the text does not tell, are nobody.
fn side(record: &Record, one: &Participant) -> Option<Side> {
    let known = one.entity.as_deref().and_then(|id| item(&record.entities, id, 'e'));
    let coded = |one: &Participant| Side {
        code: one.code.clone(),
        name: None,
        country: one.country.clone(),
        sectors: one.sector.iter().cloned().collect(),
    };
    known.map(party).or_else(|| one.code.is_some().then(|| coded(one)))
}

fn party(entity: &Entity) -> Side {
    let name = Some(entity.name.clone()).filter(|name| !name.is_empty());
    let Some(actor) = &entity.actor else { return Side { name, ..Side::default() } };
    Side {
        code: Some(actor.code.clone()).filter(|code| !code.is_empty()),
        name,
        country: actor.country.clone(),
        sectors: actor.sector.iter().cloned().collect(),
    }
}

/// Where it happens.
fn places<'r>(record: &'r Record, event: &'r Event) -> impl Iterator<Item = Spot> + use<'r> {
    let mentions = event.places.iter().filter_map(|id| item(&record.mentions, id, 'm'));
    mentions.filter_map(|mention: &Mention| {
        let place = mention.place.as_ref()?;
        let known = place.lat.is_finite() && place.lon.is_finite();
        let is_division = place.resolution == "region";
        Some(Spot {
            name: Some(place.name.clone()),
            admin1: place.admin1.clone().or_else(|| is_division.then(|| place.name.clone())),
            admin2: (place.resolution == "district").then(|| place.name.clone()),
            country: place.country.clone(),
            lat: known.then_some(place.lat),
            lon: known.then_some(place.lon),
            geonames: place.geonameid,
            precision: precision(&place.resolution, place.shape.as_deref()),
        })
    })
}

/// How exact a place is that the record calls so.
///
/// ```
/// use saydo_coded::Precision;
/// use saydo_record::coded::precision;
/// assert_eq!(precision("city", None), Precision::Place);
/// assert_eq!(precision("city", Some("north_of")), Precision::Near);
/// assert_eq!(precision("region", None), Precision::Admin1);
/// ```
pub fn precision(resolution: &str, shape: Option<&str>) -> Precision {
    let is_beside = shape.is_some_and(|shape| shape != "in_and_around");
    match resolution {
        "point" | "city" if is_beside => Precision::Near,
        "point" | "city" => Precision::Place,
        "district" => Precision::Admin2,
        "region" => Precision::Admin1,
        "country" => Precision::Country,
        "larger" => Precision::Area,
        _ => Precision::Unknown,
    }
}

/// The item with an id such as `e3`, which counts from 1.
fn item<'r, T>(list: &'r [T], id: &str, letter: char) -> Option<&'r T> {
    let nth: usize = id.strip_prefix(letter)?.parse().ok()?;
    list.get(nth.checked_sub(1)?)
}
