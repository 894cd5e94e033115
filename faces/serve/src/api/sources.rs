//! `/sources`: publisher families and their reports, and how the sources fare that are followed.

use std::collections::HashMap;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use saydo_facts::FamilyId;

use super::answer;
use super::ask::{self, Asking};
use super::shape::{Count, Day, Followed, SourceRow, Sources};
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Desk, Room};

/// Which day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) as_of: Option<Date>,
}

impl Parameters for Asked {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        Ok(Self { as_of: ask::day(pairs, "as_of")? })
    }
}

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Query(asked): Query<Asked>,
    mut asking: Asking,
) -> Result<Response, Problem> {
    let as_of = asked.as_of.unwrap_or_else(|| room.default_day());
    let followed = followed(&room, as_of).await?;
    // How followed sources fare changes without the ledger.
    let states: Vec<_> = followed.iter().map(state).collect();
    asking.key = format!("{} {states:?}", asking.key);
    answer::json(&room, &asking, move |desk| Ok(Sources { sources: rows(desk, as_of), followed })).await
}

/// How the followed sources fare. That is known of today only.
async fn followed(room: &Arc<Room>, as_of: Date) -> Result<Vec<Followed>, Problem> {
    let is_past = as_of.tomorrow().is_ok_and(|next| next < (room.today)());
    if is_past || room.watch.follow.is_empty() {
        return Ok(Vec::new());
    }
    room.work(room.generation(), |desk| Ok(desk.room.followed())).await
}

/// What of a source changes.
fn state(one: &Followed) -> (&str, &Option<String>, &Option<String>, u32, bool, bool, &Option<String>) {
    (&one.source, &one.last_success, &one.last_item, one.errors, one.silent, one.gone, &one.next)
}

/// The publisher families as of a day.
pub(crate) fn rows(desk: &Desk<'_>, as_of: Date) -> Vec<SourceRow> {
    let mut languages = languages(desk, as_of);
    let tally = desk.generation.tally.sources(as_of);
    let row = |source: saydo_tally::SourceTally| SourceRow {
        languages: languages.remove(&source.family).unwrap_or_default(),
        family: source.family,
        publishers: source.publishers,
        reports: source.reports,
        copies: source.copies,
        first: Some(Day(source.first)),
        last: Some(Day(source.last)),
        days: source.days,
        silent: source.silent,
    };
    tally.into_iter().map(row).collect()
}

/// The languages in which each family reports, the most frequent first.
fn languages(desk: &Desk<'_>, as_of: Date) -> HashMap<String, Vec<Count>> {
    let facts = desk.generation.facts();
    let mut counts: HashMap<(FamilyId, &str), u32> = HashMap::new();
    for report in facts.reports().iter().filter(|report| report.counts(as_of)) {
        if let Some(language) = desk.generation.language(report.number) {
            *counts.entry((report.family, language)).or_default() += 1;
        }
    }
    let mut all: HashMap<String, Vec<Count>> = HashMap::new();
    for ((family, language), count) in counts {
        let count = Count { key: language.to_owned(), name: language.to_owned(), count };
        all.entry(facts.family_name(family).to_owned()).or_default().push(count);
    }
    for counts in all.values_mut() {
        counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.key.cmp(&b.key)));
    }
    all
}
