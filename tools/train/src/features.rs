//! Prints word features, so that training in Python sees words exactly as the reader does.

use std::io::{self, BufRead, Write};

use saydo_parse::features;

/// For each line of standard input: the key in 64 bits, then every hashed feature in 32 bits, little-endian.
pub(crate) fn print() -> anyhow::Result<()> {
    let mut out = io::BufWriter::new(io::stdout().lock());
    for line in io::stdin().lock().lines() {
        let word = features::word(&line?);
        out.write_all(&word.key.to_le_bytes())?;
        for h in word.hashed {
            out.write_all(&h.to_le_bytes())?;
        }
    }
    Ok(out.flush()?)
}
