//! The API over the demo's ledger: each endpoint by the facts that decide, and what holds for all of them.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on is a test that fails")]

#[path = "api/beside.rs"]
mod beside;
#[path = "api/changes.rs"]
mod changes;
#[path = "api/described.rs"]
mod described;
#[path = "api/downloads.rs"]
mod downloads;
#[path = "../../../crates/brief/tests/misfits/mod.rs"]
mod misfits;
#[path = "api/rules.rs"]
mod rules;
#[path = "api/site.rs"]
#[allow(dead_code, reason = "the tests of speed need the rest")]
mod site;
#[path = "api/views.rs"]
mod views;
