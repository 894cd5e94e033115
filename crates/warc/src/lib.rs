//! Web archives to responses, one at a time: WARC, whole or packed record by record.
//!
//! Reads WARC 1.0 and 1.1 (ISO 28500) and the drafts from 0.17 on, as crawlers write them: plain, packed with gzip record
//! by record, or packed as a whole. The first bytes tell which.
//!
//! What always holds here:
//!
//! - Pure: bytes in, responses out; no clock, no network, no file.
//! - Memory stays flat whatever the archive's size: one record at a time, and no more of it than the [`Limits`] say.
//! - A bad record is an [`Error`] that says where, and reading goes on at the next record that can be found. No record is
//!   given whose length is not what it says.
//! - Time grows with the length of the archive and no faster, whatever is in it.

mod body;
mod chunks;
mod error;
mod fields;
mod http;
mod members;
mod record;
mod response;
mod responses;
mod tape;

pub use error::{Error, Place};
pub use response::Response;
pub use responses::{Limits, Responses, responses};
