//! What tells the time, and how long to wait: the face's clock, or one that a test moves.

use std::time::Duration;

use jiff::Timestamp;

/// The time, as the driver knows it.
pub trait Clock: Send + Sync {
    /// Now.
    fn now(&self) -> Timestamp;

    /// How long, by the clock on the wall, to wait for an answer when nothing is to be done before `until` and `out`
    /// requests are on their way. A clock that a test moves goes to `until` itself where none is.
    fn patience(&self, until: Timestamp, out: usize) -> Duration;
}
