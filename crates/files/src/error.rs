//! What can stop a file from being read.

use std::io;

/// A file of which nothing can be read; messages are without its name.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The file cannot be opened, or stopped giving bytes.
    #[error("cannot read it ({0}); check the path and its permissions")]
    Input(#[from] io::Error),
    /// The packing of the file is damaged.
    #[error("cannot unpack it ({0}); its gzip packing is damaged or cut short, get the file again")]
    Packing(io::Error),
    /// The file holds sentences where reports are wanted.
    #[error("this is CoNLL-U, which holds sentences and not reports; give it to `saydo parse`")]
    Sentences,
    /// A packed file that holds one report unpacks to more than is taken.
    #[error("unpacks to more than {limit} bytes, too much for one report; unpack it first if that is right")]
    TooLarge {
        /// How many bytes are taken.
        limit: u64,
    },
    /// A form that there is no reader for.
    #[error("this is {found}, which is not read; convert it to text, or say with --input what it is")]
    Unread {
        /// What it is.
        found: &'static str,
    },
}
