//! One file for each subcommand.

pub(crate) mod code;
pub(crate) mod parse;
