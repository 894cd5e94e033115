//! What every request passes before anything answers it, and what every answer carries.
//!
//! In this order: the form of the request (`shape`), whom it asks for (`host`), who asks (`token`, `login`), what is sent in
//! (`body`); then the answer, packed and tagged (`pack`, `tag`) and dressed (`dress`). Refusals are [`Problem`]s.

mod body;
mod dress;
mod host;
mod login;
mod pack;
mod problem;
mod query;
mod shape;
mod tag;
mod token;

use std::net::SocketAddr;
use std::sync::Arc;

use axum::Router;
use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::request::Parts;
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

use self::body::Reader;
use self::host::Hosts;
use self::token::Keeper;
use crate::error::Error;

pub(crate) use problem::Problem;
pub(crate) use query::{Pairs, Parameters, Query};
pub(crate) use tag::Tag;
pub(crate) use token::LEAST;
pub use token::make_token;

/// The one endpoint that needs no token.
pub(crate) const HEALTH: &str = "/api/v1/health";

/// Lets requests in, or not.
pub(crate) struct Guard {
    hosts: Hosts,
    keeper: Option<Keeper>,
    reader: Reader,
}

impl Guard {
    /// The guard of a server that listens on `own`; an error where it would be open to anybody.
    pub(crate) fn new(
        own: SocketAddr,
        hosts: &[String],
        token: Option<&str>,
        write: bool,
    ) -> Result<Self, Error> {
        if token.is_none() && !own.ip().is_loopback() {
            return Err(Error::NoToken(own));
        }
        let keeper = token.map(|token| Keeper::new(token, own.port())).transpose()?;
        Ok(Self { hosts: Hosts::new(own, hosts), keeper, reader: Reader::new(write) })
    }

    /// Puts the guard before all that a router answers.
    pub(crate) fn before(self, router: Router) -> Router {
        router
            .layer(CatchPanicLayer::custom(|_| {
                Problem::internal("something went wrong here; the log of the server tells more")
                    .into_response()
            }))
            .layer(middleware::from_fn_with_state(Arc::new(self), admit))
            .layer(CompressionLayer::new().compress_when(pack::is_worth_it()))
            .layer(middleware::from_fn(pack::unchanged))
            .layer(middleware::map_response(dress::dress))
    }

    /// What a request has to be before anybody looks at who asks.
    fn check(&self, parts: &Parts) -> Result<(), Problem> {
        shape::check(parts)?;
        self.hosts.check(&parts.uri, &parts.headers)
    }

    /// Lets those in who show the token; the error is the answer to all others.
    async fn identify(&self, parts: &Parts) -> Result<(), Response> {
        let Some(keeper) = self.keeper.as_ref().filter(|_| parts.uri.path() != HEALTH) else { return Ok(()) };
        match (keeper.shown(&parts.headers), login::in_address(parts)) {
            (Some(true), None) => Ok(()),
            (Some(true), Some((_, next))) => Err(login::see(keeper, &next)),
            (_, Some((token, next))) if keeper.is(&token) => Err(login::see(keeper, &next)),
            (Some(false), _) | (_, Some(_)) => Err(login::ask(parts, keeper.refuse().await)),
            (None, None) => {
                let detail = "this server asks for a token: Authorization: Bearer TOKEN, or ?token=TOKEN once in the address";
                Err(login::ask(parts, Problem::unauthorized(detail)))
            }
        }
    }

    /// The form with the token, which is sent by one who is not known yet.
    async fn log_in(&self, parts: &Parts, body: Body) -> Result<Response, Response> {
        let Some(keeper) = &self.keeper else {
            return Err(Problem::not_found("this server asks for no token").into_response());
        };
        let body = self.reader.read(parts, body).await?;
        login::enter(keeper, parts, &body).await
    }
}

/// Lets a request in, or answers why not.
async fn admit(State(guard): State<Arc<Guard>>, request: Request, next: Next) -> Response {
    let (parts, body) = request.into_parts();
    passed(&guard, parts, body, next).await.unwrap_or_else(|refusal| refusal)
}

async fn passed(guard: &Guard, parts: Parts, body: Body, next: Next) -> Result<Response, Response> {
    guard.check(&parts).map_err(IntoResponse::into_response)?;
    if parts.method == Method::POST && parts.uri.path() == login::PATH {
        return guard.log_in(&parts, body).await;
    }
    guard.identify(&parts).await?;
    let body = match parts.method {
        Method::OPTIONS => return Ok(options()),
        Method::POST => {
            guard.reader.check(&parts).map_err(IntoResponse::into_response)?;
            Body::from(guard.reader.read(&parts, body).await?)
        }
        _ => Body::empty(),
    };
    Ok(next.run(Request::from_parts(parts, body)).await)
}

/// What may be asked; nothing of it by pages of other servers (no CORS).
fn options() -> Response {
    (StatusCode::NO_CONTENT, [(header::ALLOW, HeaderValue::from_static("GET, HEAD, OPTIONS, POST"))])
        .into_response()
}
