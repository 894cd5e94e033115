//! News taken in for ever: sources asked in turn, pages made reports, reports put into the ledger, changes told.
//!
//! This is the driver: it joins the planner ([`saydo_rounds`]), which knows when to ask whom, with the fetcher
//! ([`saydo_fetch`]), the readers of feeds, pages and files, the ledger, and what is told of changes. It knows no clock of
//! its own: the face gives it one, and so a test can let a week pass in seconds.
//!
//! - `settings`: what a watch file asks for
//! - `task`, `pool`, `work`, `listing`, `article`, `robots`: what the workers are given, and what they make of an answer
//! - `folder`, `shelf`: files that are put into a folder, lines that come by standard input
//! - `store`: reports and the state of the sources into the ledger
//! - `tell`, `paper`, `hook`: changes of the picture, into files and to webhooks
//! - `patrol`: the loop that joins them
//!
//! **Nothing is lost and nothing doubled.** A source's state holds its validators and the items that still wait. It is
//! saved after the transaction that put what was got into the ledger, never before; so a killed run finds each item in
//! the ledger, or waiting, or listed again.

mod article;
mod clock;
mod error;
mod folder;
mod hook;
mod listing;
mod notice;
mod paper;
mod patrol;
mod pool;
mod robots;
mod settings;
mod shelf;
mod store;
mod task;
mod tell;
mod work;

pub use clock::Clock;
pub use error::Error;
pub use notice::Notice;
pub use patrol::{Means, Patrol, Until};
pub use settings::{Settings, agent};
