//! How much a connection may take: time, memory, and how many there are.

use std::time::Duration;

/// The limits of a server.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// How many connections there are at once; further ones wait. Below the files that a program may have open by default.
    pub(super) connections: usize,
    /// How long a request's head may take to come, and how long a connection may be idle.
    pub(super) head: Duration,
    /// The longest head of a request, in bytes; what is longer is answered 431.
    pub(super) head_bytes: usize,
    /// The most headers of a request.
    pub(super) headers: usize,
    /// How long an answer may stand still because nobody takes it.
    pub(super) stall: Duration,
    /// Bytes of an answer that make up for a second of standing still.
    pub(super) rate: u32,
    /// How long requests in flight may take when the server stops.
    pub(super) end: Duration,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            connections: 512,
            head: Duration::from_secs(15),
            head_bytes: 32 << 10,
            headers: 64,
            stall: Duration::from_secs(20),
            rate: 4 << 10,
            end: Duration::from_secs(5),
        }
    }
}
