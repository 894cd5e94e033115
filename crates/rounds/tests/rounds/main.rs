//! The planner in a small simulated web with a simulated clock.
#![allow(clippy::unwrap_used, reason = "a test that unwraps nothing fails as it should")]

mod health;
mod hosts;
mod items;
mod once;
mod restarts;
mod schedule;
mod sim;
mod states;
mod web;
