//! Measures of the rich picture: about fifteen weeks with fewer reports in the last of them.

use jiff::ToSpan;
use saydo_picture::{Coverage, Day, Interval, Measures, Pair, Track};

use super::desk::date;

const DAYS: u32 = 108;

pub(crate) fn measures() -> Measures {
    let coverage: Vec<Coverage> = (0..DAYS).map(coverage).collect();
    let mean = |days: &[Coverage]| days.iter().map(|c| f64::from(c.reports)).sum::<f64>() / days.len() as f64;
    let (before, last) = (&coverage[DAYS as usize - 35..DAYS as usize - 7], &coverage[DAYS as usize - 7..]);
    Measures {
        reports_a_day: (mean(last), mean(before)),
        coverage_fell: mean(last) <= mean(before) / 2.0,
        pairs: vec![
            pair("RUS", "UKR", (6, 5), (-2.4, -4.1)),
            pair("UKR", "RUS", (4, 2), (-0.8, -1.9)),
            pair("RUS", "IGONAT", (5, 1), (-1.6, -0.4)),
            pair("IGONAT", "RUS", (4, 1), (0.9, 0.0)),
            pair("RUS", "USA", (3, 0), (-1.1, 0.0)),
            pair("USA", "RUS", (3, 1), (-2.0, -3.0)),
        ],
        coverage,
    }
}

fn day(n: u32) -> jiff::civil::Date {
    date("2021-11-01").checked_add(i64::from(n).days()).expect("a day")
}

/// A number between 0 and 1 that looks thrown.
fn thrown(seed: u32) -> f64 {
    f64::from((seed.wrapping_mul(2_654_435_761) >> 8) % 1000) / 1000.0
}

fn coverage(n: u32) -> Coverage {
    let usual = 18.0 + f64::from(n) * 0.3 + 14.0 * thrown(n);
    let reports = if n >= DAYS - 7 { usual * 0.35 } else { usual } as u32;
    Coverage { day: day(n), reports, families: 1 + reports / 4 }
}

fn pair(from: &str, to: &str, busy: (u32, u32), scores: (f64, f64)) -> Pair {
    let seed = from.bytes().chain(to.bytes()).map(u32::from).sum();
    Pair {
        id: format!("m:{from}:{to}"),
        from: from.to_owned(),
        to: to.to_owned(),
        words: track(busy.0, scores.0, seed),
        deeds: track(busy.1, scores.1, seed + 7),
        cites: Vec::new(),
    }
}

fn track(busy: u32, score: f64, seed: u32) -> Track {
    if busy == 0 {
        return Track::default();
    }
    let interval = |shift: f64, events| Interval {
        value: score + shift,
        low: score + shift - 0.9,
        high: score + shift + 0.7,
        events,
        families: 4,
    };
    Track {
        days: (0..DAYS)
            .filter(|n| !(n + seed).is_multiple_of(3))
            .map(|n| one(n, busy, score, seed))
            .collect(),
        last_week: Some(interval(0.0, 4 * busy)),
        before: Some(interval(0.8, 17 * busy)),
    }
}

fn one(n: u32, busy: u32, score: f64, seed: u32) -> Day {
    let much = f64::from(busy) * (0.3 + 0.7 * f64::from(n) / f64::from(DAYS));
    let conflict = (much * thrown(n * 31 + seed) * 1.4) as u32;
    let cooperation = (much * thrown(n * 17 + seed + 3) * 0.7) as u32;
    let goldstein = score * f64::from(conflict + cooperation);
    Day {
        day: day(n),
        conflict,
        cooperation,
        goldstein,
        per_report: (f64::from(conflict) - f64::from(cooperation)) / 30.0,
    }
}
