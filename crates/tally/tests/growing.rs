//! Columns to which reports were added are those that writing all of them anew gives.

use std::sync::Arc;

use jiff::civil::{Date, date};
use saydo_facts::{Actor, Facts, Place, Report, Told};
use saydo_tally::{Spoken, Spokens, Tally};

fn day(n: u32) -> Date {
    date(2022, 1, 3).saturating_add(jiff::Span::new().days(i64::from(n)))
}

/// A report with an event; some are dated before those that came in earlier, and one has no day.
fn tell(facts: &mut Facts, n: u32) {
    let family = facts.family(["A", "B", "C"][n as usize % 3]);
    let published = (n != 4).then(|| day(n * 7 % 10));
    let report = facts.report(Report::of(n, family, published));
    let place = Place { name: format!("Place {}", n % 4), ..Place::default() };
    let codes = ["RUSGOV", "UKR", "RUSMIL", "USAGOV"];
    facts.tell(
        report,
        Told {
            statement: Some(1),
            actors: vec![Actor::of(codes[n as usize % 4])],
            places: vec![place],
            ..Told::default()
        },
    );
}

fn say(spokens: &mut Spokens, n: u32) {
    let source = spokens.source(["RUSGOV", "UKRGOV", "NGO"][n as usize / 3 % 3]);
    let source = (!n.is_multiple_of(5)).then_some(source);
    let said = n.is_multiple_of(2).then(|| day(n));
    spokens.say(Spoken { report: n, nth: 1, said, source, act: None });
    spokens.say(Spoken { report: n, nth: 2, said: None, source, act: None });
}

fn spokens(numbers: impl Iterator<Item = u32>) -> Spokens {
    let mut spokens = Spokens::default();
    numbers.for_each(|n| say(&mut spokens, n));
    spokens
}

#[test]
fn what_was_added_to_is_what_is_made_anew() {
    const ALL: u32 = 12;
    for known in 0..=ALL {
        let mut facts = Facts::default();
        (1..=known).for_each(|n| tell(&mut facts, n));
        let before = Tally::of(Arc::new(facts.clone()), spokens(1..=known));
        (known + 1..=ALL).for_each(|n| tell(&mut facts, n));
        let facts = Arc::new(facts);
        let grown = before.extended(Arc::clone(&facts), spokens(known + 1..=ALL));
        let anew = Tally::of(facts, spokens(1..=ALL));
        assert_eq!(format!("{grown:?}"), format!("{anew:?}"), "{known}");
    }
}
