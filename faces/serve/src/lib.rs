//! The dashboard and its HTTP API, served from one ledger.
//!
//! - `server`: connections, their limits and how they end; [`start`] and [`Running`]
//! - `guard`: what every request passes before anything answers it: token, host, method, size; what every answer carries
//! - `assets`: the page, compiled in
//! - `openapi`: the document that describes the API
//! - `room`: the state that answers come from
//! - `api`: the endpoints
//!
//! **What never happens.** Nothing outside is asked; nothing is written unless [`Setup::write`] says so; nothing is
//! answered to another machine without the token.

mod api;
mod assets;
mod error;
mod guard;
mod openapi;
mod room;
mod server;

pub use api::shape::Followed;
pub use error::Error;
pub use guard::make_token;
pub use server::{Running, Setup, start};
