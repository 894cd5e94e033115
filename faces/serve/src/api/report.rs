//! `/reports/{number}`: a report's text with everything that is read in it.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use jiff::civil::Date;
use saydo_bureau::READ_BY;
use saydo_ledger::Stored;

use super::answer;
use super::ask::{self, Asking};
use super::reports::{list, listed};
use super::shape::{CopiedBy, Listed, Trouble, Whole};
use super::snippet;
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Desk, Room, failed};

/// As of which day; without one the report is shown whatever its day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    as_of: Option<Date>,
}

impl Parameters for Asked {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        Ok(Self { as_of: ask::day(pairs, "as_of")? })
    }
}

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Path(number): Path<String>,
    Query(asked): Query<Asked>,
    asking: Asking,
) -> Result<Response, Problem> {
    let missing =
        || Problem::not_found("there is no such report; reports have the numbers that /api/v1/reports tells");
    let number: u32 = number.parse().map_err(|_| missing())?;
    answer::json(&room, &asking, move |desk| whole(desk, number, asked.as_of)?.ok_or_else(missing)).await
}

fn whole(desk: &Desk<'_>, number: u32, as_of: Option<Date>) -> Result<Option<Whole>, Problem> {
    let stored = desk.ledger()?.report(number).map_err(failed)?;
    let is_known = |stored: &Stored| match (as_of, stored.day) {
        (Some(as_of), Some(day)) => day <= as_of,
        _ => true,
    };
    let Some(stored) = stored.filter(is_known) else { return Ok(None) };
    let Some(mut report) = list(desk, &[number], as_of)?.pop() else { return Ok(None) };
    report.snippet = snippet::of(&stored.report.text, None);
    let record = desk.record(number, &stored.report);
    Ok(Some(Whole {
        report,
        record: (*record).clone(),
        same_reading: stored.read_by == READ_BY,
        read_by: stored.read_by,
        revisions: revisions(desk, number, as_of)?,
        copies: copies(desk, number, as_of)?,
        problems: stored.report.problems.iter().map(trouble).collect(),
        text: stored.report.text,
    }))
}

fn trouble(problem: &saydo_text::Problem) -> Trouble {
    Trouble { kind: problem.kind.code().to_owned(), detail: problem.detail.clone() }
}

/// The revisions that had come in by the day.
fn revisions(desk: &Desk<'_>, number: u32, as_of: Option<Date>) -> Result<Vec<Listed>, Problem> {
    let family = |publisher: Option<&str>, copied: Option<&str>| desk.family(publisher, copied);
    let mut all = desk.ledger()?.revisions(number, &family).map_err(failed)?;
    all.retain(|one| {
        let is_known = as_of.is_none_or(|as_of| one.revision_of.is_none() || one.added <= as_of);
        one.number == number || is_known
    });
    Ok(all.into_iter().map(|one| listed(one, as_of)).collect())
}

/// The copies that had been published by the day.
fn copies(desk: &Desk<'_>, number: u32, as_of: Option<Date>) -> Result<Vec<CopiedBy>, Problem> {
    let copies = desk.ledger()?.copied_by(number).map_err(failed)?;
    let numbers: Vec<u32> = copies.iter().map(|(number, _)| *number).collect();
    let listed = list(desk, &numbers, as_of)?;
    let told = copies.into_iter().filter_map(|(number, copy)| {
        let report = listed.iter().find(|one| one.number == number)?;
        let is_known = as_of.is_none_or(|as_of| report.published.is_none_or(|day| day.0 <= as_of));
        is_known.then(|| CopiedBy {
            number,
            publisher: report.publisher.clone(),
            why: copy.why,
            similarity: copy.similarity,
        })
    });
    Ok(told.collect())
}
