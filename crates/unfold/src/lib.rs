//! Content codings of HTTP unfolded within a limit: gzip, deflate, brotli.
//!
//! What always holds here:
//!
//! - Pure: bytes in, bytes out.
//! - No more than the limit is ever kept, whatever the bytes would unfold to, and work stops where the limit is passed.
//! - What is cut short or damaged is an [`Error`] and never half a body.

mod brotli;
mod coding;
mod error;
mod gzip;
mod inflate;
mod sink;

pub use coding::{MOST_CODINGS, unfold};
pub use error::Error;
pub use gzip::{Gunzip, is_gzip};
