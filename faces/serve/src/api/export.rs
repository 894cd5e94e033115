//! Downloads: the whole of a view as CSV, JSON Lines, Parquet or GeoJSON, from the rows that its pages have.

mod beside;
mod events;
mod field;
mod file;
mod findings;
mod lists;

use std::collections::HashMap;
use std::io::Write;
use std::sync::Arc;

use axum::Router;
use axum::extract::State;
use axum::http::{HeaderValue, header};
use axum::response::Response;
use axum::routing::get;
use jiff::civil::Date;
use saydo_brief::document::Document;
use saydo_export::Format;
use saydo_picture::Picture;
use saydo_tally::Filter;

use self::file::File;
use super::answer::{Rest, marked};
use super::ask::Asking;
use super::counts::{self, Bucketed};
use super::{filter, picture, reports, sources, statements, stream, words};
use crate::guard::{Pairs, Problem};
use crate::room::{Desk, Pictures, Room, Shown};

/// So many rows are asked for at once.
const AT_ONCE: usize = 1_000;

/// The views that can be downloaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum View {
    Events,
    Statements,
    Reports,
    Words,
    Posture,
    Indicators,
    Diplomacy,
    Measures,
    Series,
    Map,
    Sources,
    Changes,
    Beside,
}

impl View {
    const ALL: [Self; 13] = [
        Self::Events,
        Self::Statements,
        Self::Reports,
        Self::Words,
        Self::Posture,
        Self::Indicators,
        Self::Diplomacy,
        Self::Measures,
        Self::Series,
        Self::Map,
        Self::Sources,
        Self::Changes,
        Self::Beside,
    ];

    /// Its name, and what a row of it is.
    fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Events => {
                ("events", "A row is an event: who did what to whom, and how it stands in its report.")
            }
            Self::Statements => ("statements", "A row is a statement: who is reported to have said what."),
            Self::Reports => ("reports", "A row is a report, without its text."),
            Self::Words => {
                ("words", "A row is a word under test: what a party says that events can bear out or not.")
            }
            Self::Posture => ("posture", "A row is an element of an actor's forces in an area."),
            Self::Indicators => ("indicators", "A row is a sign of escalation that is looked for."),
            Self::Diplomacy => {
                ("diplomacy", "A row is a proposal, a talk, readiness to talk, a refusal or a demand.")
            }
            Self::Measures => (
                "measures",
                "A row is a day of what one party says or does towards another, or a mean of days.",
            ),
            Self::Series => ("series", "A row is a bucket of days."),
            Self::Map => ("map", "A row is a place with the events there."),
            Self::Sources => ("sources", "A row is a publisher family."),
            Self::Beside => (
                "beside",
                "A row is an event of another system beside one of ours, or one that either has alone.",
            ),
            Self::Changes => ("changes", "A row is a finding that changed since an earlier day."),
        }
    }

    fn name(self) -> &'static str {
        self.parts().0
    }
}

/// The addresses of all downloads, such as `/events.csv`.
pub(crate) fn routes() -> Router<Arc<Room>> {
    let mut routes = Router::new();
    for view in View::ALL {
        for format in Format::ALL.into_iter().filter(|format| view == View::Map || *format != Format::GeoJson)
        {
            let get =
                get(move |State(room): State<Arc<Room>>, asking: Asking| answer(room, asking, view, format));
            routes = routes.route(&format!("/{}.{}", view.name(), format.extension()), get);
        }
    }
    routes
}

/// What of a view is asked for.
enum Asked {
    Filter(filter::Asked),
    Bucketed(Bucketed),
    Words(words::Asked),
    Picture(picture::Asked),
    Sources(sources::Asked),
    Beside(super::beside::Asked),
}

impl Asked {
    fn of(view: View, pairs: Pairs) -> Result<Self, Problem> {
        Ok(match view {
            View::Events | View::Map => Self::Filter(pairs.read()?),
            View::Statements => Self::Filter(pairs.read::<filter::OfStatements>()?.0),
            View::Reports => Self::Filter(pairs.read::<filter::OfReports>()?.0),
            View::Series => Self::Bucketed(pairs.read()?),
            View::Words => Self::Words(pairs.read()?),
            View::Sources => Self::Sources(pairs.read()?),
            View::Beside => Self::Beside(pairs.read()?),
            View::Posture | View::Indicators | View::Diplomacy | View::Measures | View::Changes => {
                Self::Picture(pairs.read()?)
            }
        })
    }

    fn days(&self) -> (Option<Date>, Option<Date>) {
        match self {
            Self::Filter(asked) => (asked.as_of, None),
            Self::Bucketed(asked) => (asked.asked.as_of, None),
            Self::Words(asked) => (asked.as_of, None),
            Self::Picture(asked) => (asked.as_of, asked.since),
            Self::Sources(asked) => (asked.as_of, None),
            Self::Beside(asked) => (asked.as_of, None),
        }
    }
}

async fn answer(room: Arc<Room>, asking: Asking, view: View, format: Format) -> Result<Response, Problem> {
    let asked = Asked::of(view, Pairs::parse(asking.query())?)?;
    let (as_of, since) = asked.days();
    let days = picture::days(&room, as_of, since)?;
    let shown = match asked {
        Asked::Words(_) | Asked::Picture(_) => Some(Pictures::of(&room, days).await?),
        Asked::Filter(_) if view == View::Statements => Some(Pictures::of(&room, days).await?),
        _ => None,
    };
    let rest = shown.as_ref().map_or_else(|| Rest::on(&room), |shown| Rest::on_picture(&room, shown));
    let tag = rest.tag(&format!("{} {}", asking.key, days.0));
    if tag.is_known(&asking.headers) {
        return Ok(marked(tag.unchanged(), &rest));
    }
    let file = File::of(view, format, days.0, &rest);
    let body = stream::body(&room, Arc::clone(&rest.state), move |desk, out| {
        view.write(desk, &asked, shown.as_ref(), days.0, &file, out)
    });
    let mut response = tag.on(Response::new(body.await?));
    let name = format!("attachment; filename=\"{}-{}.{}\"", view.name(), days.0, format.extension());
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(format.media_type()));
    if let Ok(name) = HeaderValue::from_str(&name) {
        response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
    }
    Ok(marked(response, &rest))
}

impl View {
    /// Writes the whole of the view.
    fn write(
        self,
        desk: &Desk<'_>,
        asked: &Asked,
        shown: Option<&Shown>,
        as_of: Date,
        file: &File,
        out: &mut (dyn Write + Send),
    ) -> Result<(), Problem> {
        match asked {
            Asked::Filter(asked) => self.filtered(desk, asked, shown, file, out),
            Asked::Bucketed(asked) => file.list(lists::SERIES, &asked.series(desk)?.points, out),
            Asked::Sources(_) => file.list(lists::SOURCES, &sources::rows(desk, as_of), out),
            Asked::Beside(asked) => {
                let comparison = asked.comparison(desk)?;
                file.parts(beside::BESIDE, asked.parts(desk, &comparison, AT_ONCE), out)
            }
            Asked::Words(asked) => {
                let picture = drawn(shown)?;
                let words = asked.of(picture).into_iter().cloned().collect();
                let document = plain(&picture::only_words(picture, words));
                file.list(findings::WORDS, &document.words, out)
            }
            Asked::Picture(_) => self.finding(plain(drawn(shown)?), file, out),
        }
    }

    fn filtered(
        self,
        desk: &Desk<'_>,
        asked: &filter::Asked,
        shown: Option<&Shown>,
        file: &File,
        out: &mut (dyn Write + Send),
    ) -> Result<(), Problem> {
        let filter: &Filter = &asked.filter(desk)?;
        match self {
            Self::Map => file.list(lists::MAP, &counts::places(desk, filter).places, out),
            Self::Statements => {
                let drawn = shown.map(|shown| &shown.drawn).ok_or_else(undrawn)?;
                let rows = |after| statements::stretch(desk, filter, Some(drawn), after, AT_ONCE);
                file.stretches(lists::STATEMENTS, rows, out)
            }
            Self::Reports => {
                let rows = |after| reports::stretch(desk, filter, asked.text.as_deref(), after, AT_ONCE);
                file.stretches(lists::REPORTS, rows, out)
            }
            _ => {
                let rows = |after| super::events::stretch(desk, filter, after, AT_ONCE);
                file.stretches(events::EVENTS, rows, out)
            }
        }
    }

    fn finding(self, document: Document, file: &File, out: &mut (dyn Write + Send)) -> Result<(), Problem> {
        match self {
            Self::Posture => file.list(findings::POSTURE, &document.posture, out),
            Self::Indicators => file.list(findings::INDICATORS, &document.indicators, out),
            Self::Diplomacy => file.list(findings::DIPLOMACY, &findings::matters(document), out),
            Self::Measures => file.list(findings::MEASURES, &findings::measures(document), out),
            _ => {
                let changes = document.changes.map_or_else(Vec::new, |changes| changes.list);
                file.list(findings::CHANGES, &changes, out)
            }
        }
    }
}

fn drawn(shown: Option<&Shown>) -> Result<&Picture, Problem> {
    shown.map(|shown| &shown.drawn.picture).ok_or_else(undrawn)
}

fn undrawn() -> Problem {
    Problem::internal("no picture was drawn")
}

/// The public form of a picture without sentences, all findings in it.
fn plain(picture: &Picture) -> Document {
    Document::of(picture, &HashMap::new())
}
