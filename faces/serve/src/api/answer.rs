//! From a question to its answer: known already, answered before, or worked out on a thread that may wait for the ledger.

use std::sync::Arc;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, header};
use axum::response::Response;
use serde::Serialize;

use super::ask::Asking;
use crate::guard::{Problem, Tag};
use crate::room::{Desk, Generation, Room, Shown};

/// Says that the ledger holds something newer, or that the answer's picture is drawn, and that asking again gives more.
const STALE: &str = "saydo-stale";

const JSON: &str = "application/json; charset=utf-8";

/// What an answer rests on.
#[derive(Clone, Debug)]
pub(crate) struct Rest {
    /// The state in memory.
    pub(crate) state: Arc<Generation>,
    /// What the answer says that it rests on.
    pub(crate) generation: String,
    /// What tells it from the same question's other answers.
    key: String,
    is_stale: bool,
}

impl Rest {
    /// The state in memory.
    pub(crate) fn on(room: &Room) -> Self {
        let state = room.generation();
        let generation = state.name.clone();
        Self { key: generation.clone(), generation, state, is_stale: room.is_behind() }
    }

    /// The state in memory and a picture, which may be of an older one.
    pub(crate) fn on_picture(room: &Room, shown: &Shown) -> Self {
        let rest = Self::on(room);
        if !shown.is_stale {
            return rest;
        }
        let generation = shown.drawn.generation.clone();
        Self { key: format!("{} {generation}", rest.key), generation, is_stale: true, ..rest }
    }

    /// A picture alone: as long as it is not drawn again, the answer stays as it is, whatever the ledger takes in.
    pub(crate) fn on_drawn(room: &Room, shown: &Shown) -> Self {
        let generation = shown.drawn.generation.clone();
        Self { key: format!("drawn {generation}"), generation, is_stale: shown.is_stale, ..Self::on(room) }
    }

    /// The state in memory without the picture that belongs to the answer and is still being drawn.
    pub(crate) fn without_picture(room: &Room) -> Self {
        let rest = Self::on(room);
        Self { key: format!("{} undrawn", rest.key), is_stale: true, ..rest }
    }

    /// The tag of what was asked, answered so.
    pub(crate) fn tag(&self, key: &str) -> Tag {
        Tag::of(&self.key, key)
    }
}

/// Answers with JSON.
pub(crate) async fn json<T: Serialize>(
    room: &Arc<Room>,
    asking: &Asking,
    make: impl FnOnce(&Desk<'_>) -> Result<T, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    json_on(room, asking, Rest::on(room), make).await
}

/// Answers with JSON that tells of a picture and nothing else.
pub(crate) async fn json_of<T: Serialize>(
    room: &Arc<Room>,
    asking: &Asking,
    shown: &Shown,
    make: impl FnOnce(&Desk<'_>) -> Result<T, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    json_on(room, asking, Rest::on_drawn(room, shown), make).await
}

/// Answers with JSON that rests on this.
pub(crate) async fn json_on<T: Serialize>(
    room: &Arc<Room>,
    asking: &Asking,
    rest: Rest,
    make: impl FnOnce(&Desk<'_>) -> Result<T, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    of_rest(room, asking, rest, JSON, |desk| written(&make(desk)?)).await
}

/// Answers with bytes of this type that rest on a state of the ledger.
pub(crate) async fn of_rest(
    room: &Arc<Room>,
    asking: &Asking,
    rest: Rest,
    kind: &'static str,
    make: impl FnOnce(&Desk<'_>) -> Result<Bytes, Problem> + Send + 'static,
) -> Result<Response, Problem> {
    // Without a report there is no newest day, and what is answered then depends on the clock.
    let key = format!("{} {}", asking.key, room.default_day());
    let tag = rest.tag(&key);
    if tag.is_known(&asking.headers) {
        return Ok(marked(tag.unchanged(), &rest));
    }
    if let Some(bytes) = room.answers.get(&key, &rest.key) {
        return Ok(marked(sent(bytes, &tag, kind), &rest));
    }
    if let Some(answer) = before(room, asking, &key, kind).filter(|_| room.is_busy()) {
        return Ok(answer);
    }
    let of = rest.key.clone();
    let work = move |desk: &Desk<'_>| {
        let bytes = make(desk)?;
        desk.room.answers.put(&key, &of, bytes.clone());
        Ok(bytes)
    };
    let bytes = room.work(Arc::clone(&rest.state), work).await?;
    Ok(marked(sent(bytes, &tag, kind), &rest))
}

/// What was answered to the same question before the ledger changed, marked as that: better at once than later where all
/// hands are busy.
fn before(room: &Room, asking: &Asking, key: &str, kind: &'static str) -> Option<Response> {
    let (generation, bytes) = room.answers.last(key)?;
    let tag = Tag::of(&generation, key);
    let response = if tag.is_known(&asking.headers) { tag.unchanged() } else { sent(bytes, &tag, kind) };
    Some(stale(response))
}

fn sent(bytes: Bytes, tag: &Tag, kind: &'static str) -> Response {
    let mut response = tag.on(Response::new(Body::from(bytes)));
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response
}

/// An answer as JSON.
pub(crate) fn written(answer: &impl Serialize) -> Result<Bytes, Problem> {
    let bytes = serde_json::to_vec(answer);
    bytes
        .map(Bytes::from)
        .map_err(|error| Problem::internal(format!("the answer cannot be written: {error}")))
}

/// Says so where the ledger holds something newer.
pub(crate) fn marked(response: Response, rest: &Rest) -> Response {
    if rest.is_stale { stale(response) } else { response }
}

fn stale(mut response: Response) -> Response {
    response.headers_mut().insert(STALE, HeaderValue::from_static("1"));
    response
}
