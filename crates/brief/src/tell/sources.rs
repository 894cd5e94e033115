//! How the sources fare, in plain English: what is not heard of may have happened all the same.

use std::time::Duration;

use jiff::civil::Date;
use saydo_picture::{Health, SourceHealth};

use super::join;
use crate::day::{self, count};

/// As many sources of a sort are named.
const MOST: usize = 6;

/// Names, addresses and errors are told as far as so many characters.
const LONGEST: usize = 80;

/// A sentence for each sort of source that is not as usual, or one that says that all are; none where none is followed.
pub(crate) fn sources(all: &[SourceHealth], now: Date) -> Vec<String> {
    let sorts = [
        (Health::Silent, "is silent", "are silent"),
        (Health::Unreachable, "cannot be reached", "cannot be reached"),
        (Health::Gone, "is gone for good", "are gone for good"),
    ];
    let told: Vec<String> = sorts
        .into_iter()
        .filter_map(|(health, one, many)| {
            let found = of_health(all, health);
            let is = if found.len() == 1 { one } else { many };
            let total = count(all.len(), "source", "sources");
            (!found.is_empty()).then(|| {
                format!("{} of {total} {is}: {}.", day::grouped(found.len() as u64), named(&found, all, now))
            })
        })
        .collect();
    match (all.len(), told.is_empty()) {
        (0, _) | (_, false) => told,
        (1, true) => vec!["The 1 source that is followed answers as usual.".to_owned()],
        (n, true) => {
            vec![format!("All {} sources that are followed answer as usual.", day::grouped(n as u64))]
        }
    }
}

/// That the picture may be old, where half or more of the sources say nothing new.
pub(crate) fn old(all: &[SourceHealth]) -> Option<String> {
    let mute = all.iter().filter(|source| source.health() != Health::Well).count();
    let half = mute > 0 && mute * 2 >= all.len();
    half.then(|| {
        let told = day::grouped(mute as u64);
        let (total, is) = (count(all.len(), "source", "sources"), if mute == 1 { "tells" } else { "tell" });
        format!(
            "This picture may be old: {told} of {total} {is} nothing new, being silent, out of reach or gone."
        )
    })
}

/// Those of this health, the ones that were heard of least lately first.
fn of_health(all: &[SourceHealth], health: Health) -> Vec<&SourceHealth> {
    let mut found: Vec<&SourceHealth> = all.iter().filter(|source| source.health() == health).collect();
    found.sort_by_key(|source| if health == Health::Unreachable { source.reached } else { source.last });
    found
}

fn named(found: &[&SourceHealth], all: &[SourceHealth], now: Date) -> String {
    let shown = found.iter().take(MOST).map(|source| format!("{}{}", name(source, all), state(source, now)));
    let mut told: Vec<String> = shown.collect();
    if found.len() > MOST {
        told.push(format!("and {} more", day::grouped((found.len() - MOST) as u64)));
    }
    told.join("; ")
}

/// The publisher, with the address where several sources are the publisher's, or where none is known.
fn name(source: &SourceHealth, all: &[SourceHealth]) -> String {
    let address = source.address.split_once("://").map_or(source.address.as_str(), |(_, rest)| rest);
    let address = short(address.trim_end_matches('/'));
    let publisher = source.publisher.as_deref().map(str::trim).filter(|p| !p.is_empty());
    let Some(publisher) = publisher else { return address };
    let others = all.iter().filter(|other| other.publisher.as_deref().map(str::trim) == Some(publisher));
    if others.count() > 1 { format!("{} at {address}", short(publisher)) } else { short(publisher) }
}

/// " (last 12 Feb, usually every 2 days)", " (since 12 Feb: no answer in 60 s)".
fn state(source: &SourceHealth, now: Date) -> String {
    let last = source.last.map(|d| format!("last {}", day::near(d, now))).unwrap_or_default();
    let told = match source.health() {
        Health::Unreachable => {
            let since = source.reached.map_or("never".to_owned(), |d| format!("since {}", day::near(d, now)));
            let error = source.error.as_deref().map(str::trim).unwrap_or_default();
            join(&[since, short(error.trim_end_matches('.'))], ": ")
        }
        Health::Gone => last,
        Health::Silent | Health::Well => join(
            &[last, source.usual_gap.map(|gap| format!("usually {}", every(gap))).unwrap_or_default()],
            ", ",
        ),
    };
    if told.is_empty() { told } else { format!(" ({told})") }
}

/// The beginning of a text from outside.
fn short(text: &str) -> String {
    let cut = text.char_indices().nth(LONGEST);
    cut.map_or_else(|| text.to_owned(), |(at, _)| format!("{} [cut]", text[..at].trim_end()))
}

/// "every 2 days", "every hour", "every 20 minutes".
fn every(gap: Duration) -> String {
    let minutes = gap.as_secs().div_ceil(60).max(1);
    let (n, unit) = match minutes {
        0..90 => (minutes, "minute"),
        90..2_160 => ((minutes + 30) / 60, "hour"),
        _ => ((minutes + 720) / 1_440, "day"),
    };
    if n == 1 { format!("every {unit}") } else { format!("every {} {unit}s", day::grouped(n)) }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    fn source(n: u32) -> SourceHealth {
        SourceHealth {
            address: format!("https://{n}.example/feed/"),
            last: Some(date(2022, 2, 12)),
            usual_gap: Some(Duration::from_secs(2 * 86_400)),
            reached: Some(date(2022, 2, 16)),
            ..SourceHealth::default()
        }
    }

    fn told(all: &[SourceHealth]) -> String {
        sources(all, date(2022, 2, 16)).join(" ")
    }

    #[test]
    fn nothing_is_said_where_nothing_is_followed() {
        assert_eq!(told(&[]), "");
        assert_eq!(old(&[]), None);
    }

    #[test]
    fn that_all_is_well_is_said_too() {
        assert_eq!(told(&[source(1)]), "The 1 source that is followed answers as usual.");
        assert_eq!(told(&[source(1), source(2)]), "All 2 sources that are followed answer as usual.");
    }

    #[test]
    fn silent_sources_are_named_with_their_last_day_and_their_usual_gap() {
        let wire = |n| SourceHealth { silent: true, publisher: Some("Example Wire".to_owned()), ..source(n) };
        let never = SourceHealth { silent: true, last: None, usual_gap: None, ..source(3) };
        assert_eq!(
            told(&[wire(1), source(2), never]),
            "2 of 3 sources are silent: 3.example/feed; Example Wire (last 12 Feb, usually every 2 days)."
        );
        assert!(
            told(&[wire(1), wire(2)]).contains("Example Wire at 2.example/feed (last"),
            "two of one publisher"
        );
    }

    #[test]
    fn sources_that_cannot_be_reached_are_named_with_the_reason() {
        let error = Some("no answer in 60 s.".to_owned());
        let broken = SourceHealth { errors: 3, error, silent: true, ..source(1) };
        let never = SourceHealth { errors: 9, error: None, reached: None, ..source(2) };
        let gone = SourceHealth { gone: true, ..source(3) };
        assert_eq!(
            told(&[broken, never, gone, source(4), source(5)]),
            "2 of 5 sources cannot be reached: 2.example/feed (never); 1.example/feed (since 16 Feb: no answer in 60 s). \
             1 of 5 sources is gone for good: 3.example/feed (last 12 Feb)."
        );
    }

    #[test]
    fn where_half_of_the_sources_are_mute_the_picture_may_be_old() {
        let silent = SourceHealth { silent: true, ..source(1) };
        assert_eq!(old(&[silent.clone(), source(2), source(3)]), None);
        assert!(
            old(&[silent.clone(), source(2)]).is_some_and(|t| t.contains("1 of 2 sources tells nothing new"))
        );
        assert!(old(&[silent]).is_some_and(|t| t.contains("1 of 1 source tells")));
    }

    #[test]
    fn long_lists_are_cut_and_say_so() {
        let all: Vec<SourceHealth> = (0..40).map(|n| SourceHealth { silent: true, ..source(n) }).collect();
        assert!(told(&all).ends_with("; and 34 more."));
        let long = SourceHealth { silent: true, publisher: Some("x".repeat(3_000)), ..source(1) };
        assert!(told(&[long]).contains("xx [cut] (last 12 Feb"));
    }

    #[test]
    fn gaps_are_told_in_the_unit_that_fits() {
        for (seconds, expected) in [
            (0, "every minute"),
            (1_200, "every 20 minutes"),
            (5_400, "every 2 hours"),
            (86_400, "every 24 hours"),
            (2 * 86_400, "every 2 days"),
            (10_000 * 86_400, "every 10,000 days"),
        ] {
            assert_eq!(every(Duration::from_secs(seconds)), expected);
        }
    }
}
