//! How long the answers over a million events take, for everything, for a narrow filter, as of a day in the middle, and
//! with what a search found: the median of many runs, and in brackets that of the time on the processor alone, which a
//! machine that does other things too leaves as it is.
//!
//! Facts are made up: 125,000 reports of 60 families over three years with 8 events and 6 statements each, of 120 actors
//! and 400 places. Run it with `cargo run --release -p saydo-tally --example million`, with another number of reports
//! behind `--`.

#![allow(clippy::print_stdout, reason = "it tells figures")]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use jiff::civil::{Date, date};
use saydo_codebook::Plover;
use saydo_facts::{Actor, ActorId, CodeId, Days, Facts, Place, PlaceId, Report, ReportId, Row, Told};
use saydo_standing::Standing;
use saydo_tally::{Filter, Found, PlaceKey, Spoken, Spokens, Tally, Track};

const STANDINGS: [Standing; 6] = [
    Standing::Reported,
    Standing::Claimed,
    Standing::Reported,
    Standing::Announced,
    Standing::Intended,
    Standing::Demanded,
];
const RUNS: usize = 41;

fn main() {
    let reports = std::env::args().nth(1).and_then(|n| n.parse().ok()).unwrap_or(125_000);
    let mut dice = Dice(7);
    let facts = Arc::new(facts(reports, &mut dice));
    let spokens = spokens(reports, &mut dice);
    let (start, before) = (Instant::now(), processor());
    let tally = Tally::of(Arc::clone(&facts), spokens);
    let (passed, busy) = (start.elapsed().as_secs_f64() * 1e3, processor() - before);
    println!("{} events, columns made in {passed:.0} ms ({busy:.0} on the processor)", facts.len());
    println!("{:<22} {:>15} {:>15} {:>15} {:>15}", "ms (on processor)", "all", "narrow", "middle", "found");
    let filters = filters(reports);
    row("series", &filters, |filter| tally.series(filter, None).total);
    row("places", &filters, |filter| tally.places(filter).total);
    row("facets", &filters, |filter| tally.facets(filter).actors.len());
    row("events, first page", &filters, |filter| tally.events(filter, None, 50).total);
    row("events, a later page", &filters, |filter| {
        let cursor = saydo_tally::Cursor { day: date(2022, 6, 1), report: 5, nth: 1 };
        tally.events(filter, Some(cursor), 50).total
    });
    row("statements", &filters, |filter| tally.statements(filter, None, 50).total);
    row("reports", &filters, |filter| tally.reports(filter, None, 50).total);
    row("sources", &filters, |filter| tally.sources(filter.as_of).len());
}

fn row(name: &str, filters: &[Filter], mut answer: impl FnMut(&Filter) -> usize) {
    print!("{name:<22}");
    for filter in filters {
        let runs = (0..RUNS).map(|_| time(|| answer(black_box(filter))));
        let (passed, busy): (Vec<f64>, Vec<f64>) = runs.unzip();
        print!(" {:>15}", format!("{:.2} ({:.2})", median(passed), median(busy)));
    }
    println!();
}

/// Milliseconds that something takes, and those on the processor.
fn time(what: impl FnOnce() -> usize) -> (f64, f64) {
    let (start, before) = (Instant::now(), processor());
    black_box(what());
    (start.elapsed().as_secs_f64() * 1e3, processor() - before)
}

fn median(mut times: Vec<f64>) -> f64 {
    times.sort_by(f64::total_cmp);
    times[times.len() / 2]
}

/// Milliseconds that this program has had on a processor, where the system tells.
fn processor() -> f64 {
    let told = std::fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    told.split(' ').next().and_then(|n| n.parse::<f64>().ok()).unwrap_or(f64::NAN) / 1e6
}

fn filters(reports: u32) -> [Filter; 4] {
    let all = Filter::as_of(date(2024, 12, 31));
    let narrow = Filter {
        actors: vec!["AAC".to_owned(), "AAD".to_owned()],
        places: (0..20).map(PlaceKey::GeoNames).collect(),
        tracks: vec![Track::Deeds],
        types: vec!["RETREAT".to_owned(), "MOBILIZE".to_owned()],
        families: vec!["Family 3".to_owned(), "Family 4".to_owned()],
        ..all.clone()
    };
    let found = Found {
        reports: (0..reports).step_by(3).collect(),
        statements: (0..reports).step_by(3).map(|report| (report, 2)).collect(),
    };
    let found = Filter { found: Some(Arc::new(found)), ..all.clone() };
    [all, narrow, Filter::as_of(date(2023, 6, 30)), found]
}

/// The day of a report where they come in order, over three years.
fn day(report: u32, reports: u32) -> Date {
    let days = u64::from(report) * 3 * 365 / u64::from(reports.max(1));
    date(2022, 1, 1).saturating_add(jiff::Span::new().days(days.cast_signed()))
}

/// Numbers that look like chance and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, most: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % most
    }

    /// Few of many are named often.
    fn pick<T: Copy>(&mut self, of: &[T]) -> T {
        let most = 1 + self.below(of.len() as u64);
        of[self.below(most) as usize]
    }
}

struct Pools {
    actors: Vec<ActorId>,
    places: Vec<PlaceId>,
    codes: Vec<CodeId>,
}

fn facts(reports: u32, dice: &mut Dice) -> Facts {
    let mut facts = Facts::default();
    let families: Vec<_> = (0..60).map(|n| facts.family(&format!("Family {n}"))).collect();
    let pools = pools(&mut facts);
    let lemma = facts.lemma_id("move".to_owned());
    for n in 0..reports {
        let published = day(n, reports);
        let family = families[dice.below(60) as usize];
        let report = facts.report(Report::of(n, family, Some(published)));
        for nth in 1..=8 {
            event(&mut facts, (report, nth), published, &pools, lemma, dice);
        }
    }
    facts
}

fn event(
    facts: &mut Facts,
    (report, nth): (ReportId, u32),
    published: Date,
    pools: &Pools,
    lemma: saydo_facts::LemmaId,
    dice: &mut Dice,
) {
    let ago = jiff::Span::new().days(dice.below(20).cast_signed());
    let time = (dice.below(3) == 0).then(|| Days::on(published.saturating_sub(ago)));
    let places: Vec<PlaceId> = (0..dice.below(3)).map(|_| dice.pick(&pools.places)).collect();
    let row = Row {
        code: dice.pick(&pools.codes),
        lemma,
        standing: STANDINGS[dice.below(6) as usize],
        negated: dice.below(12) == 0,
        hedged: false,
        speaker: (dice.below(2) == 0).then(|| dice.pick(&pools.actors)),
        statement: (dice.below(2) == 0).then(|| 1 + dice.below(6) as u32),
        act: None,
        carrier: None,
        actors: &[dice.pick(&pools.actors)],
        recipients: &[dice.pick(&pools.actors)],
        forces: &[],
        places: &places,
        time,
        by: None,
        from: None,
        said: None,
        count: None,
        confidence: 0.9,
    };
    facts.tell_row(report, nth, &row);
}

/// Sectors behind the codes of countries.
const SECTORS: [&str; 3] = ["", "GOV", "MIL"];

/// The code of a made-up country, `AAA`, `AAB`, …, and a sector.
fn code(n: u64) -> String {
    let letter = |n: u64| char::from(b'A' + (n % 26) as u8);
    format!("A{}{}{}", letter(n / 3 / 26), letter(n / 3), SECTORS[(n % 3) as usize])
}

fn pools(facts: &mut Facts) -> Pools {
    let actors = (0..120).map(|n| facts.actor_id(Actor::of(&code(n)))).collect();
    let place = |n: u32| Place { name: format!("Place {n}"), geonameid: Some(n), ..Place::default() };
    let places = (0..400).map(|n| facts.place_id(place(n))).collect();
    let told = Plover::all().map(|plover| Told { plover: Some(plover), ..Told::default() });
    let codes = told.map(|told| facts.code_id(&told)).collect();
    Pools { actors, places, codes }
}

fn spokens(reports: u32, dice: &mut Dice) -> Spokens {
    let mut spokens = Spokens::default();
    let sources: Vec<_> = (0..120).map(|n| spokens.source(&code(n))).collect();
    for report in 0..reports {
        for nth in 1..=6 {
            let source = Some(dice.pick(&sources));
            spokens.say(Spoken { report, nth, said: None, source, act: None });
        }
    }
    spokens
}
