//! What the HTTP library reports, in our words, and bodies within their limits.

use std::io::{self, ErrorKind, Read};

use ureq::{Body, Error, Timeout};

use crate::{Failure, Limits};

/// The most bytes of a head, from the status line to the empty line.
pub(crate) const HEAD: usize = 64 << 10;

/// Says what went wrong with a host.
pub(crate) fn failure(error: Error, host: &str, limits: &Limits) -> Failure {
    match error {
        Error::Other(own) => match own.downcast::<Failure>() {
            Ok(failure) => *failure,
            Err(other) => Failure::Broken { detail: other.to_string() },
        },
        Error::Timeout(Timeout::Connect | Timeout::Resolve) => Failure::Timeout { limit: limits.connect },
        Error::Timeout(_) => Failure::Timeout { limit: limits.total },
        Error::ConnectionFailed => Failure::Connect { host: host.to_owned(), detail: error.to_string() },
        Error::Io(error) => broken_or_unconnected(&error, host),
        Error::LargeResponseHeader(..) => {
            Failure::Broken { detail: format!("its headers are longer than {HEAD} bytes") }
        }
        Error::Protocol(error) => Failure::Broken { detail: format!("the answer is not HTTP: {error}") },
        Error::Rustls(error) => Failure::Broken { detail: format!("TLS: {error}") },
        other => Failure::Broken { detail: other.to_string() },
    }
}

fn broken_or_unconnected(error: &io::Error, host: &str) -> Failure {
    let detail = match error.kind() {
        ErrorKind::ConnectionRefused
        | ErrorKind::HostUnreachable
        | ErrorKind::NetworkUnreachable
        | ErrorKind::AddrNotAvailable => {
            return Failure::Connect { host: host.to_owned(), detail: error.to_string() };
        }
        ErrorKind::UnexpectedEof => "the connection was closed before the whole answer had come".to_owned(),
        ErrorKind::InvalidData => format!("TLS: {error}"),
        _ => error.to_string(),
    };
    Failure::Broken { detail }
}

/// Reads a body within the limit; a longer one is not read to its end.
pub(crate) fn body(body: &mut Body, host: &str, limits: &Limits) -> Result<Vec<u8>, Failure> {
    let limit = limits.bytes;
    if body.content_length().is_some_and(|promised| promised > limit as u64) {
        return Err(Failure::TooLarge { limit });
    }
    let mut bytes = Vec::new();
    let one_more = (limit as u64).saturating_add(1);
    let read = body.as_reader().take(one_more).read_to_end(&mut bytes);
    read.map_err(|error| failure(error.into(), host, limits))?;
    if bytes.len() > limit { Err(Failure::TooLarge { limit }) } else { Ok(bytes) }
}
