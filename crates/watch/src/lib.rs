//! What a user follows: whose words and deeds, about whom, where, since when, from which sources.

mod side;
mod watch;

pub use side::Side;
pub use watch::Watch;
