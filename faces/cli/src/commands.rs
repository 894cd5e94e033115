//! One file for each subcommand.

pub(crate) mod add;
pub(crate) mod code;
pub(crate) mod compare;
pub(crate) mod convert;
pub(crate) mod demo;
pub(crate) mod explain;
pub(crate) mod export;
pub(crate) mod import;
pub(crate) mod init;
pub(crate) mod parse;
pub(crate) mod picture;
pub(crate) mod rebuild;
pub(crate) mod serve;
pub(crate) mod sources;
pub(crate) mod watch;
