//! `/statements`: who is reported to have said what, the newest day first.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use saydo_ledger::{Speaker, Statement, StatementId};
use saydo_tally::{Cursor, Filter};

use super::answer::{self, Rest};
use super::ask::{self, Asking};
use super::events::Stretch;
use super::filter::{Asked, OfStatements};
use super::shape::{Badge, Day, Said, Who};
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Desk, Drawn, Pictures, Room, failed};

/// Which statements, and which of them.
#[derive(Clone, Debug)]
pub(crate) struct Paged {
    asked: Asked,
    after: Option<Cursor>,
    limit: usize,
}

impl Parameters for Paged {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let (after, limit) = (pairs.one("cursor")?, ask::limit(pairs)?);
        Ok(Self { after, limit, asked: OfStatements::take(pairs)?.0 })
    }
}

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Query(paged): Query<Paged>,
    asking: Asking,
) -> Result<Response, Problem> {
    let as_of = paged.asked.as_of.unwrap_or_else(|| room.default_day());
    // The list is worth more than its badges.
    let shown = Pictures::soon(&room, (as_of, None)).await?;
    let rest = shown.as_ref().map_or_else(|| Rest::without_picture(&room), |s| Rest::on_picture(&room, s));
    answer::json_on(&room, &asking, rest, move |desk| {
        let filter = paged.asked.filter(desk)?;
        let drawn = shown.as_ref().map(|shown| &*shown.drawn);
        Ok(stretch(desk, &filter, drawn, paged.after, paged.limit)?.page(desk, &paged.asked))
    })
    .await
}

/// The statements behind a cursor, with the words under test of a picture where there is one.
pub(crate) fn stretch(
    desk: &Desk<'_>,
    filter: &Filter,
    drawn: Option<&Drawn>,
    after: Option<Cursor>,
    limit: usize,
) -> Result<Stretch<Said>, Problem> {
    let slice = desk.generation.tally.statements(filter, after, limit);
    let ids: Vec<StatementId> =
        slice.items.iter().map(|item| StatementId { report: item.report, nth: item.nth }).collect();
    let family = |publisher: Option<&str>, copied: Option<&str>| desk.family(publisher, copied);
    let told = desk.ledger()?.statements(&ids, &family, Some(filter.as_of)).map_err(failed)?;
    let items = told.into_iter().filter_map(|statement| said(statement, drawn)).collect();
    Ok(Stretch { items, next: slice.next, total: slice.total })
}

fn said(statement: Statement, drawn: Option<&Drawn>) -> Option<Said> {
    let words = drawn.map(|drawn| badges(statement.id, drawn)).unwrap_or_default();
    Some(Said {
        id: statement.id.to_string(),
        report: statement.id.report,
        kind: statement.kind,
        act: statement.act,
        negated: statement.negated,
        source: statement.source.map(who),
        addressee: statement.addressee,
        content: statement.content,
        quoted: statement.quoted,
        said: statement.said,
        day: Day(statement.day.or(statement.published)?),
        published: statement.published.map(Day),
        within: statement.within.map(|within| within.to_string()),
        sentence: statement.sentence,
        publisher: statement.publisher,
        family: statement.family,
        families: statement.families,
        title: statement.title,
        url: statement.url,
        words,
    })
}

fn who(speaker: Speaker) -> Who {
    Who { text: speaker.text, code: speaker.code, name: speaker.name, kind: speaker.kind }
}

/// The words under test that a statement opened or repeated.
fn badges(id: StatementId, drawn: &Drawn) -> Vec<Badge> {
    let words = drawn.said_in.get(&id).into_iter().flatten().filter_map(|at| drawn.picture.words.get(*at));
    words.map(|word| Badge { id: word.id.clone(), state: word.state.name().to_owned() }).collect()
}
