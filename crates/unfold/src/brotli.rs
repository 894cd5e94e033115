//! brotli (RFC 7932), without the large windows that the standard leaves out and that would cost a gigabyte.

use brotli_decompressor::{BrotliDecompressStream, BrotliResult, BrotliState, StandardAlloc};

use crate::Error;
use crate::sink::{STEP, Sink};

pub(crate) fn unfold(bytes: &[u8], limit: usize) -> Result<Vec<u8>, Error> {
    let alloc = StandardAlloc::default;
    let mut state = BrotliState::new_strict(alloc(), alloc(), alloc());
    let mut sink = Sink::new(limit);
    let mut step = vec![0; STEP];
    let (mut left, mut at, mut total) = (bytes.len(), 0, 0);
    loop {
        let (mut room, mut filled) = (step.len(), 0);
        let result = BrotliDecompressStream(
            &mut left,
            &mut at,
            bytes,
            &mut room,
            &mut filled,
            &mut step,
            &mut total,
            &mut state,
        );
        sink.push(&step[..filled])?;
        match result {
            BrotliResult::ResultSuccess => return Ok(sink.into_bytes()),
            BrotliResult::NeedsMoreOutput => {}
            BrotliResult::NeedsMoreInput => return Err(broken("it ends too early")),
            BrotliResult::ResultFailure => return Err(broken("corrupt brotli stream")),
        }
    }
}

fn broken(detail: &str) -> Error {
    Error::Broken { coding: "brotli", detail: detail.to_owned() }
}
