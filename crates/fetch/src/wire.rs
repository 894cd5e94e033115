//! The wire, on which a reset is never taken for an end.

use std::io::{self, ErrorKind};

use ureq::Error;
use ureq::unversioned::transport::{Buffers, ConnectionDetails, Connector, NextTimeout, Transport};

/// Wraps what the library connects. The library takes a reset for the end of a page that names no length; RFC 9112
/// (section 8) calls such a page incomplete, so a reset becomes an error that it cannot mistake.
#[derive(Debug)]
pub(crate) struct Wire;

#[derive(Debug)]
pub(crate) struct Wired<T>(T);

impl<In: Transport> Connector<In> for Wire {
    type Out = Wired<In>;

    fn connect(&self, _: &ConnectionDetails<'_>, chained: Option<In>) -> Result<Option<Self::Out>, Error> {
        Ok(chained.map(Wired))
    }
}

impl<T: Transport> Transport for Wired<T> {
    fn buffers(&mut self) -> &mut dyn Buffers {
        self.0.buffers()
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        self.0.transmit_output(amount, timeout)
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        self.0.await_input(timeout).map_err(plain)
    }

    fn is_open(&mut self) -> bool {
        self.0.is_open()
    }

    fn is_tls(&self) -> bool {
        self.0.is_tls()
    }
}

fn plain(error: Error) -> Error {
    match error {
        Error::Io(error)
            if matches!(error.kind(), ErrorKind::ConnectionReset | ErrorKind::ConnectionAborted) =>
        {
            Error::Io(io::Error::other("the other side reset the connection"))
        }
        other => other,
    }
}
