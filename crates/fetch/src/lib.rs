//! The only crate that reaches out: HTTP/1.1 with its guards.
//!
//! - Every address of every hop is checked after its name was looked up, and the connection goes to the very address that
//!   was checked: only public ones ([`is_public`]) and those that [`Rules::allow`] names are ever contacted.
//! - Redirects are followed here, one by one, each with the same checks.
//! - Bytes on the wire, bytes once unfolded, headers, redirects and the time of the whole exchange are bounded.
//! - No proxy of the environment, no cookies, no credentials.
//!
//! ```
//! use saydo_fetch::{Failure, Http, Request, Rules, Web};
//!
//! let web = Http::new(Rules::new("saydo/0.1 (+https://example.org/contact)"));
//! let answer = web.get(&Request::to("http://127.0.0.1/feed.xml"));
//! assert!(matches!(answer, Err(Failure::Forbidden { .. })));
//! ```

mod address;
mod answer;
mod error;
mod exchange;
mod head;
mod hops;
mod http;
mod names;
mod public;
pub mod robots;
mod rules;
mod wire;

pub use answer::{Answer, Request, RetryAfter, Web};
pub use error::Failure;
pub use http::Http;
pub use ipnet::IpNet;
pub use names::Names;
pub use public::is_public;
pub use rules::{Limits, Rules};
