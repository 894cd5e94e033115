//! How the sources of a watch fare, by what the ledger keeps of them.

use std::collections::HashMap;
use std::time::Duration;

use jiff::{Timestamp, tz::TimeZone};
use saydo_ledger::Ledger;
use saydo_picture::SourceHealth;
use saydo_rounds::{Health, Policy, Rounds, Source};
use serde_json::{Value, json};

/// The health of sources as of now; where there is no ledger yet, nobody was asked.
pub(crate) fn of(
    sources: &[Source],
    ledger: Option<&Ledger>,
    now: Timestamp,
) -> Result<Vec<Health>, saydo_ledger::Error> {
    let kept = ledger.map_or_else(|| Ok(HashMap::new()), Ledger::source_states)?;
    Ok(Rounds::new(sources.to_vec(), &kept, Policy::default(), now, 0).health(now))
}

/// One source as a JSON object.
pub(crate) fn json(health: &Health) -> Value {
    json!({
        "source": health.source,
        "publisher": health.publisher,
        "address": health.address,
        "last_success": health.last_success.map(|at| at.to_string()),
        "last_item": health.last_item.map(|at| at.to_string()),
        "usual_gap_seconds": health.usual_gap.map(|gap| gap.as_secs()),
        "silent": health.silent,
        "gone": health.gone,
        "errors": health.errors,
        "error": health.error,
        "waiting": health.pending,
        "given_up": health.given_up,
        "next": health.next.map(|at| at.to_string()),
        "note": health.note,
    })
}

/// One source as the picture tells of it.
pub(crate) fn pictured(health: Health) -> SourceHealth {
    let day = |at: Option<Timestamp>| at.map(|at| at.to_zoned(TimeZone::UTC).date());
    SourceHealth {
        last: day(health.last_item),
        reached: day(health.last_success),
        address: health.source,
        publisher: health.publisher,
        usual_gap: health.usual_gap,
        silent: health.silent,
        errors: health.errors,
        error: health.error,
        gone: health.gone,
    }
}

/// How a source fares, in one line.
pub(crate) fn told(health: &Health, now: Timestamp) -> String {
    let ago = |at: Timestamp| {
        format!("{} ago", span(Duration::try_from(now.duration_since(at)).unwrap_or_default()))
    };
    let mut parts = vec![match (health.gone, health.last_success, health.errors) {
        (true, ..) => "gone for good, says its server".to_owned(),
        (_, None, 0) => "not asked yet".to_owned(),
        (_, None, _) => "never answered".to_owned(),
        (_, Some(at), 0) => format!("answered {}", ago(at)),
        (_, Some(at), errors) => format!("failed {errors} times in a row, answered {}", ago(at)),
    }];
    parts.extend(health.last_item.map(|at| format!("newest item {}", ago(at))));
    parts.extend(health.usual_gap.map(|gap| format!("usually every {}", span(gap))));
    parts.extend(health.silent.then(|| "silent".to_owned()));
    parts.extend((health.pending > 0).then(|| format!("{} waiting", health.pending)));
    parts.extend((health.given_up > 0).then(|| format!("{} given up", health.given_up)));
    parts.extend(health.error.as_ref().filter(|_| health.errors > 0).cloned());
    parts.extend(health.note.clone());
    parts.join(" · ")
}

/// A length of time in its largest unit, as one says it.
pub(crate) fn span(length: Duration) -> String {
    let seconds = length.as_secs();
    let units = [(86_400, "day"), (3_600, "hour"), (60, "minute"), (1, "second")];
    // Fewer than two of a unit are told in the next smaller one: "90 minutes".
    let (size, name) = units.into_iter().find(|(size, _)| seconds >= 2 * size).unwrap_or((1, "second"));
    let count = seconds / size;
    format!("{count} {name}{}", if count == 1 { "" } else { "s" })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_of_time_are_told_as_one_says_them() {
        let told = |seconds| span(Duration::from_secs(seconds));
        assert_eq!(
            [0, 1, 45, 90, 5_400, 7_200, 172_800].map(told),
            ["0 seconds", "1 second", "45 seconds", "90 seconds", "90 minutes", "2 hours", "2 days"]
        );
    }
}
