//! `/about`: what is served.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use saydo_bureau::READ_BY;

use super::answer;
use super::ask::Asking;
use super::shape::{About, Day, Held, OtherSystem, Party, RuleText, Watched};
use crate::guard::{Problem, Query};
use crate::room::{Desk, Room};

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Query(()): Query<()>,
    asking: Asking,
) -> Result<Response, Problem> {
    answer::json(&room, &asking, |desk| Ok(about(desk))).await
}

fn about(desk: &Desk<'_>) -> About {
    let rules = saydo_picture::rules().iter();
    About {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        read_by: READ_BY.to_owned(),
        generation: desk.generation.name.clone(),
        write: desk.room.write,
        as_of: Day(desk.room.default_day()),
        watch: watched(desk),
        ledger: held(desk),
        others: others(desk),
        rules: rules.map(|rule| RuleText { name: rule.0.to_owned(), text: rule.1.to_owned() }).collect(),
    }
}

fn watched(desk: &Desk<'_>) -> Watched {
    let watch = &desk.room.watch;
    let parties = |codes: &[String]| codes.iter().map(|code| party(code)).collect();
    Watched {
        name: watch.name.clone(),
        subject: parties(&watch.subject),
        others: parties(&watch.others),
        areas: watch.area.iter().map(|place| place.name.clone()).collect(),
        since: watch.since.map(Day),
    }
}

fn held(desk: &Desk<'_>) -> Held {
    let held = desk.generation.held;
    Held {
        reports: held.reports,
        revisions: held.revisions,
        copies: held.copies,
        undated: held.undated,
        future: held.future,
        statements: held.statements,
        events: held.events,
        sources: held.sources,
        first: held.first.map(Day),
        last: held.last.map(Day),
    }
}

fn others(desk: &Desk<'_>) -> Vec<OtherSystem> {
    let others = desk.generation.others.iter();
    let other = |&(system, rows): &(saydo_coded::System, u64)| OtherSystem {
        system: system.name().to_owned(),
        name: system.title().to_owned(),
        rows,
    };
    others.map(other).collect()
}

/// Whoever has a code.
pub(crate) fn party(code: &str) -> Party {
    Party { code: code.to_owned(), name: saydo_brief::party(code) }
}
