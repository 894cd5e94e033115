//! How likely a place is meant by its name, before and after the report's other places are known.
//!
//! The numbers were tuned by trying: each was changed while the share of places within 161 km grew.

use saydo_gazetteer::{Kind, Match};

use crate::grid::Near;

/// What a place's size counts.
const SIZE: f64 = 0.78;
/// What counts where the name is the place's main name.
const MAIN: f64 = 2.0;
/// What counts for the capital of a country.
const CAPITAL: f64 = 0.9;
/// How fast support from the same country, division and square grows, and how much it counts.
const COUNTRY: (f64, f64) = (3.64, 1.8);
const REGION: (f64, f64) = (1.28, 3.4);
const SQUARE: (f64, f64) = (1.8, 1.12);
/// What words that tell a report's country count, each and at most.
const HOME: (f64, f64) = (2.2, 3.0);
/// What a division loses where a city of its name is large, and wins where the words speak of a state.
pub(crate) const STATE: f64 = 2.0;
/// How much the first round evens out the beliefs.
const HEAT: f64 = 3.36;

/// What speaks for a place whatever the report is about.
pub(crate) fn prior(found: &Match<'static>) -> f64 {
    let place = &found.place;
    let kind = match place.kind() {
        Kind::Country => 4.24,
        Kind::Larger => 4.0,
        Kind::Region => 1.12,
        Kind::Point => 1.0,
        Kind::District => -2.3,
        Kind::City => 0.0,
    };
    let main = if found.is_main { MAIN } else { 0.0 };
    let capital = if place.is_capital() { CAPITAL } else { 0.0 };
    SIZE * place.weight() + kind + main + capital
}

/// What the report's other places add.
pub(crate) fn support(near: &Near) -> f64 {
    let grows = |(rate, counts): (f64, f64), mass: f64| counts * (rate * mass.max(0.0)).ln_1p();
    grows(COUNTRY, near.country) + grows(REGION, near.region) + grows(SQUARE, near.square)
}

/// How much different words that tell a report's country count.
pub(crate) fn home(words: f64) -> f64 {
    (words * HOME.0).min(HOME.1)
}

/// How much a round evens out the beliefs, so that a strong first guess does not settle the others.
pub(crate) fn heat(round: usize) -> f64 {
    match round {
        0 => HEAT,
        1 => f64::midpoint(HEAT, 1.0),
        _ => 1.0,
    }
}
