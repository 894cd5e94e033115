//! The rules, one case each, on sentences built by hand.

mod beside;
mod check;
mod cues;
mod quotations;
mod sources;
