//! `/beside`: events that others coded beside our own, newest day first.

mod rows;

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use saydo_beside::Period;
use saydo_coded::System;

use super::answer;
use super::ask::{self, Asking};
use super::shape::{Beside, BesideRow, Day, Page, RuleText};
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Comparison, Desk, Room};

pub(crate) use rows::List;

/// Which of the comparison.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) as_of: Option<Date>,
    from: Option<Date>,
    to: Option<Date>,
    systems: Vec<System>,
    lists: Vec<List>,
}

/// Which rows of it.
#[derive(Clone, Debug)]
pub(crate) struct Paged {
    asked: Asked,
    first: usize,
    limit: usize,
}

impl Parameters for Asked {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let (from, to) = (ask::day(pairs, "from")?, ask::day(pairs, "to")?);
        if let Some((from, to)) = from.zip(to).filter(|(from, to)| from > to) {
            let detail = format!("{to} is before {from}; name days in their order");
            return Err(Problem::bad_parameter("to", detail));
        }
        let systems = ask::choices(pairs, "system", &System::ALL.map(System::name))?;
        let lists = ask::choices(pairs, "list", &List::ALL.map(List::name))?;
        Ok(Self {
            as_of: ask::day(pairs, "as_of")?,
            from,
            to,
            systems: systems.into_iter().filter_map(System::of).collect(),
            lists: List::ALL
                .into_iter()
                .filter(|list| lists.is_empty() || lists.contains(&list.name()))
                .collect(),
        })
    }
}

impl Parameters for Paged {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let (first, limit) = (pairs.one("cursor")?.unwrap_or_default(), ask::limit(pairs)?);
        Ok(Self { asked: Asked::take(pairs)?, first, limit })
    }
}

impl Asked {
    fn day(&self, desk: &Desk<'_>) -> Date {
        self.as_of.unwrap_or_else(|| desk.room.default_day())
    }

    /// The days that are compared: nothing that is told before the watch begins, nor after the day of the answer.
    fn period(&self, desk: &Desk<'_>) -> Period {
        let as_of = self.day(desk);
        Period {
            since: self.from.or(desk.room.watch.since),
            until: Some(self.to.map_or(as_of, |to| to.min(as_of))),
        }
    }

    /// The comparison that was asked for, with the rows of all lists and systems.
    pub(crate) fn comparison(&self, desk: &Desk<'_>) -> Result<Arc<Comparison>, Problem> {
        desk.beside(self.day(desk), self.period(desk))
    }

    /// All rows that were asked for, so many at once.
    pub(crate) fn parts(
        &self,
        desk: &Desk<'_>,
        comparison: &Comparison,
        at_once: usize,
    ) -> impl Iterator<Item = Result<Vec<BesideRow>, Problem>> {
        let chosen = rows::chosen(comparison, &self.lists, &self.systems);
        (0..chosen.len()).step_by(at_once).map(move |first| {
            let end = chosen.len().min(first + at_once);
            rows::told(desk, comparison, &chosen[first..end])
        })
    }
}

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Query(paged): Query<Paged>,
    asking: Asking,
) -> Result<Response, Problem> {
    answer::json(&room, &asking, move |desk| paged.answer(desk)).await
}

impl Paged {
    fn answer(&self, desk: &Desk<'_>) -> Result<Beside, Problem> {
        let comparison = self.asked.comparison(desk)?;
        let chosen = rows::chosen(&comparison, &self.asked.lists, &self.asked.systems);
        let first = self.first.min(chosen.len());
        let end = chosen.len().min(first + self.limit);
        let rules = saydo_beside::RULES.iter();
        Ok(Beside {
            page: Page {
                items: rows::told(desk, &comparison, &chosen[first..end])?,
                next: (end < chosen.len()).then(|| end.to_string()),
                total: chosen.len(),
                as_of: Day(self.asked.day(desk)),
                generation: desk.generation.name.clone(),
            },
            systems: comparison.compared.systems.iter().map(rows::system).collect(),
            kinds: comparison.compared.kinds.iter().map(rows::kind).collect(),
            rules: rules.map(|r| RuleText { name: r.name.to_owned(), text: r.text.to_owned() }).collect(),
        })
    }
}
