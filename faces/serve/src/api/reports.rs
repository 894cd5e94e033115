//! `/reports`: reports, the newest first; those that came in or were replaced since a day.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use saydo_tally::{Cursor, Filter};

use super::answer;
use super::ask::{self, Asking};
use super::events::Stretch;
use super::filter::{Asked, OfReports};
use super::shape::{Day, Listed};
use super::snippet;
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Desk, Room, failed};

/// Which reports, and which of them.
#[derive(Clone, Debug)]
pub(crate) struct Paged {
    asked: Asked,
    after: Option<Cursor>,
    limit: usize,
}

impl Parameters for Paged {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let (after, limit) = (pairs.one("cursor")?, ask::limit(pairs)?);
        Ok(Self { after, limit, asked: OfReports::take(pairs)?.0 })
    }
}

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Query(paged): Query<Paged>,
    asking: Asking,
) -> Result<Response, Problem> {
    answer::json(&room, &asking, move |desk| {
        let (filter, text) = (paged.asked.filter(desk)?, paged.asked.text.as_deref());
        Ok(stretch(desk, &filter, text, paged.after, paged.limit)?.page(desk, &paged.asked))
    })
    .await
}

/// The reports behind a cursor; `text` is what was searched for.
pub(crate) fn stretch(
    desk: &Desk<'_>,
    filter: &Filter,
    text: Option<&str>,
    after: Option<Cursor>,
    limit: usize,
) -> Result<Stretch<Listed>, Problem> {
    let slice = desk.generation.tally.reports(filter, after, limit);
    // Who asks for what was updated has to hear of what was replaced, whenever that was.
    let as_of = Some(filter.as_of).filter(|_| filter.updated_since.is_none());
    let mut items = list(desk, &slice.items, as_of)?;
    for item in &mut items {
        let stored = desk.ledger()?.report(item.number).map_err(failed)?;
        item.snippet = stored.and_then(|stored| snippet::of(&stored.report.text, text));
    }
    Ok(Stretch { items, next: slice.next, total: slice.total })
}

/// Reports as they are listed. What happened to them after `as_of` is left out.
pub(crate) fn list(desk: &Desk<'_>, numbers: &[u32], as_of: Option<Date>) -> Result<Vec<Listed>, Problem> {
    let family = |publisher: Option<&str>, copied: Option<&str>| desk.family(publisher, copied);
    let found = desk.ledger()?.listed(numbers, &family).map_err(failed)?;
    Ok(found.into_iter().map(|one| listed(one, as_of)).collect())
}

/// A report as it is listed.
pub(crate) fn listed(report: saydo_ledger::Listed, as_of: Option<Date>) -> Listed {
    let known = |day: &Date| as_of.is_none_or(|as_of| *day <= as_of);
    Listed {
        number: report.number,
        id: report.id,
        title: report.title,
        url: report.url,
        publisher: report.publisher,
        family: report.family,
        published: report.published.map(Day),
        added: Day(report.added),
        language: report.language,
        copy_of: report.copy_of,
        statements: report.statements,
        events: report.events,
        revision_of: report.revision_of,
        superseded: report.superseded.filter(known).map(Day),
        snippet: None,
    }
}
