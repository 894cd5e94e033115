//! gzip (RFC 1952): one member after another.

use std::io::{self, BufRead, Read};

use flate2::bufread::GzDecoder;

use crate::Error;
use crate::sink::drain;

/// The first bytes of a member: the mark, and deflate as the method, the only one there is.
const MARK: &[u8] = b"\x1f\x8b\x08";

/// Whether `bytes` begin as gzip does.
pub fn is_gzip(bytes: &[u8]) -> bool {
    bytes.starts_with(MARK)
}

pub(crate) fn unfold(bytes: &[u8], limit: usize) -> Result<Vec<u8>, Error> {
    drain(Gunzip::new(bytes), "gzip", limit)
}

/// Reads what is packed in `input`: all its members as one stream, in constant memory.
///
/// Bytes after the last member that are no member are left out. An input that does not begin with a member, a member that
/// is damaged and one that ends too early are errors. There is no limit here: the reader of the stream sets it.
///
/// ```
/// use std::io::Read;
///
/// let mut text = String::new();
/// let error = saydo_unfold::Gunzip::new(&b"not packed"[..]).read_to_string(&mut text);
/// assert!(error.is_err());
/// ```
pub struct Gunzip<R> {
    member: Option<GzDecoder<R>>,
}

impl<R: BufRead> Gunzip<R> {
    /// A reader of what `input` packs.
    pub fn new(input: R) -> Self {
        Self { member: Some(GzDecoder::new(input)) }
    }

    fn turn(&mut self) -> io::Result<()> {
        let Some(member) = self.member.take() else { return Ok(()) };
        let mut input = member.into_inner();
        let rest = input.fill_buf()?;
        let looks = &rest[..rest.len().min(MARK.len())];
        if !looks.is_empty() && MARK.starts_with(looks) {
            self.member = Some(GzDecoder::new(input));
        }
        Ok(())
    }
}

impl<R: BufRead> Read for Gunzip<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        while let Some(member) = &mut self.member {
            match member.read(buffer)? {
                0 => self.turn()?,
                n => return Ok(n),
            }
        }
        Ok(0)
    }
}
