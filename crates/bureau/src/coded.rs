//! The events of a ledger as rows, as other systems have theirs.

use jiff::civil::Date;
use saydo_coded::{Coded, Kind, Origin, Precision, Side, Spot, Standing, System};
use saydo_facts::{Actor, Citation, Event, EventId, Facts, Place};
use saydo_ledger::{Error, Ledger, Query};
use saydo_record::coded::{precision, spread, stretch, tenths};

use crate::Outlets;
use crate::draw::cite;

/// So many events are cited at once.
const CITED: usize = 512;

/// Hands over the events of a ledger whose days fall into a period, as rows: those of valid reports that are no
/// near-copies and have a day. They are the rows that [`saydo_record::coded`] makes of the records, with the ledger's ids,
/// but for what only the reading knew: the number of the sentence and the words for the time.
///
/// ```
/// use saydo_bureau::{Outlets, coded};
/// use saydo_ledger::Ledger;
///
/// let mut rows = Vec::new();
/// coded(&Ledger::memory()?, &Outlets::shipped(), (None, None), |row| {
///     rows.push(row);
///     Ok::<(), saydo_ledger::Error>(())
/// })?;
/// assert!(rows.is_empty());
/// # Ok::<(), saydo_ledger::Error>(())
/// ```
pub fn coded<E: From<Error>>(
    ledger: &Ledger,
    outlets: &Outlets,
    period: (Option<Date>, Option<Date>),
    mut each: impl FnMut(Coded) -> Result<(), E>,
) -> Result<(), E> {
    let (since, until) = period;
    let query = Query { since, ..Query::default() };
    let facts = ledger.facts(&query, &|publisher, copied| outlets.family(publisher, copied))?;
    let mut told = told(&facts).filter(|(_, day, last)| {
        since.is_none_or(|since| since <= last.unwrap_or(*day)) && until.is_none_or(|until| *day <= until)
    });
    loop {
        let some: Vec<_> = told.by_ref().take(CITED).collect();
        if some.is_empty() {
            return Ok(());
        }
        let ids: Vec<EventId> = some.iter().map(|(event, ..)| event.id).collect();
        let citations = cite(ledger, outlets, &ids)?;
        for (event, day, until) in some {
            rows(event, (day, until), citations.get(&event.id)).into_iter().try_for_each(&mut each)?;
        }
    }
}

/// The rows of an event.
fn rows(event: Event<'_>, days: (Date, Option<Date>), cited: Option<&Citation>) -> Vec<Coded> {
    let (day, until) = days;
    let row = Coded { day, until, ..row(event, cited) };
    spread(&row, event.actors().map(side).collect(), event.recipients().map(side).collect())
}

/// The first row of an event.
pub(crate) fn first_row(event: Event<'_>, days: (Date, Option<Date>), cited: Option<&Citation>) -> Coded {
    rows(event, days, cited).swap_remove(0)
}

/// The events that are told to others, with their days: those of reports that are no near-copies and not dated in their
/// own future.
pub(crate) fn told(facts: &Facts) -> impl Iterator<Item = (Event<'_>, Date, Option<Date>)> {
    let counts = |event: &Event<'_>| !event.report.copy && !event.report.is_future();
    facts.events().filter(counts).filter_map(|event| {
        let (day, until) = stretch(event.time(), Some(event.published))?;
        Some((event, day, until))
    })
}

/// A row without days and parties.
fn row(event: Event<'_>, cited: Option<&Citation>) -> Coded {
    let source = |cited: &Citation| Origin {
        publisher: cited.publisher.clone(),
        url: cited.url.clone(),
        title: cited.title.clone(),
        published: cited.published,
        sentence: None,
        // Only English is read.
        language: Some("en".to_owned()),
    };
    Coded {
        system: System::Saydo,
        id: event.id.to_string(),
        speaker: event.speaker().map(side),
        kind: kind(event),
        standing: Standing::of(event.standing().name()),
        negated: event.negated(),
        place: event.places().map(spot).min_by_key(|spot| std::cmp::Reverse(spot.precision)),
        source: cited.map(source).unwrap_or_default(),
        text: cited.map(|cited| cited.sentence.clone()),
        rest: rest(event, cited),
        ..Coded::default()
    }
}

fn rest(event: Event<'_>, cited: Option<&Citation>) -> Vec<(saydo_coded::Name, String)> {
    let trigger = cited.and_then(|cited| cited.sentence.get(cited.trigger.clone())).map(str::to_owned);
    let days = |days: Option<saydo_facts::Days>| {
        days.map(|d| if d.first == d.last { d.first.to_string() } else { format!("{}/{}", d.first, d.last) })
    };
    let named = [
        ("trigger", trigger),
        ("time", days(event.time())),
        ("by", days(event.by())),
        ("from", days(event.from())),
        ("hedged", event.hedged().then(|| "true".to_owned())),
    ];
    named.into_iter().filter_map(|(name, value)| Some((name.into(), value?))).collect()
}

fn kind(event: Event<'_>) -> Kind {
    Kind {
        cameo: event.cameo().map(str::to_owned),
        plover: event.plover().map(|plover| plover.name().to_owned()),
        mode: event.mode().map(str::to_owned),
        contexts: event.contexts().map(str::to_owned).collect(),
        label: event.kind().map(|kind| kind.name().to_owned()),
        quad: event.plover().map(saydo_codebook::Plover::quad),
        scale: event.goldstein().and_then(tenths),
    }
}

fn side(actor: &Actor) -> Side {
    let filled = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    Side {
        code: filled(&actor.code),
        name: filled(&actor.name),
        country: actor.country.clone(),
        sectors: actor.sector.iter().cloned().collect(),
    }
}

fn spot(place: &Place) -> Spot {
    let exact = precision(place.resolution.name(), place.shape.as_deref());
    let own = |wanted: Precision| (exact == wanted).then(|| place.name.clone());
    Spot {
        name: Some(place.name.clone()),
        admin1: place.admin1.clone().or_else(|| own(Precision::Admin1)),
        admin2: own(Precision::Admin2),
        country: place.country.clone(),
        lat: Some(place.lat),
        lon: Some(place.lon),
        geonames: place.geonameid,
        precision: exact,
    }
}
