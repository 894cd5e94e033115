//! How sure a text makes us that something is so: a small network over what hangs around its word.

mod around;
mod features;
mod hash;
mod network;

pub(crate) use features::features;
pub use network::{BUCKETS, Network, WIDTH};
