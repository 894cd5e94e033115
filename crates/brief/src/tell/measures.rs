//! Figures in plain English.

use saydo_picture::{Apart, Interval, Measures};

use super::join;
use crate::day::count;

/// A Goldstein mean with its interval: "-3.1 (-4.0 to -2.2)".
pub(crate) fn interval(interval: Option<Interval>) -> String {
    match interval {
        None => "no events".to_owned(),
        Some(i) => format!("{} ({} to {})", signed(i.value), signed(i.low), signed(i.high)),
    }
}

/// A figure with its sign, as typographers set it.
pub(crate) fn signed(value: f64) -> String {
    let told = format!("{value:+.1}");
    if told == "-0.0" || told == "+0.0" { "0.0".to_owned() } else { told.replace('-', "\u{2212}") }
}

/// How many reports a day: "12.0".
pub(crate) fn average(value: f64) -> String {
    if value.is_finite() { format!("{value:.1}") } else { "unknown".to_owned() }
}

/// How much was read, and what follows where it is less than before.
pub(crate) fn coverage(measures: &Measures) -> String {
    let (now, before) = measures.reports_a_day;
    let rates = format!(
        "{} reports a day in the last seven days, {} in the 28 days before",
        average(now),
        average(before)
    );
    if measures.coverage_fell {
        format!("Coverage fell: {rates}. Fewer events told of does not mean that fewer happened.")
    } else {
        format!("{rates}.")
    }
}

/// What was kept and takes part in nothing; empty where there is nothing.
pub(crate) fn apart(apart: &Apart) -> String {
    let tell = |n: usize, what: &str| {
        if n == 0 { String::new() } else { format!("{} {what}", count(n, "report", "reports")) }
    };
    let told = [
        tell(apart.undated, "without a day of publication"),
        tell(apart.future, "dated after the day they came in"),
        tell(apart.later, "published later than this picture"),
        tell(apart.copies, "that nearly copy others (read, and counted as one voice)"),
    ];
    join(&told, "; ")
}
