//! A listener that only counts who comes: the proof that a forbidden address was left alone.

use std::io;
use std::net::Ipv4Addr;
use std::sync::Arc;

use crate::stage::Stage;

/// Counts connections and answers none.
///
/// ```
/// let trap = saydo_sham::Trap::start([127, 0, 0, 9].into(), None);
/// assert_eq!(trap.contacts(), 0);
/// ```
#[derive(Debug)]
pub struct Trap {
    stage: Arc<Stage>,
}

impl Trap {
    /// Listens on that address, on a free port where none is named.
    ///
    /// # Panics
    /// Where the address or port is not free: a test cannot go on then.
    pub fn start(ip: Ipv4Addr, port: Option<u16>) -> Self {
        Self::try_start(ip, port.unwrap_or(0)).expect("a free port on a loopback address")
    }

    /// The same on one port, which another test may hold already.
    pub fn try_start(ip: Ipv4Addr, port: u16) -> io::Result<Self> {
        Ok(Self { stage: Stage::open(ip, port, |_, _, _| {})? })
    }

    /// The port it listens on.
    pub fn port(&self) -> u16 {
        self.stage.place().port()
    }

    /// How many connections have come so far.
    pub fn contacts(&self) -> usize {
        self.stage.connections().total
    }
}

impl Drop for Trap {
    fn drop(&mut self) {
        self.stage.close();
    }
}
