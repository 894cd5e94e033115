//! What can go wrong while reading a public form: the world's faults and the file's faults.

use std::io;

/// Why a sentence could not be read.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The input could not be read; nothing more will come.
    #[error("cannot read the input: {0}")]
    Io(#[from] io::Error),
    /// A line of CoNLL-U breaks the format; its sentence is left out and reading goes on with the next one.
    #[error("bad-conllu: line {line}: {fault}")]
    Conllu {
        /// The line's number, from 1.
        line: usize,
        /// What is wrong with it and what to do.
        fault: Fault,
    },
}

/// What is wrong with a line of CoNLL-U.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    /// The number of columns is not ten.
    #[error("{0} columns where 10 are wanted; separate the fields with single tabs")]
    Columns(usize),
    /// The id is not the next one.
    #[error("id `{found}` where {wanted} should come; number the words 1, 2, 3 in order")]
    Id {
        /// What stands there.
        found: String,
        /// The id that should come.
        wanted: usize,
    },
    /// A multiword token that does not start at the next word, overlaps another, or runs past the last word.
    #[error(
        "multiword token `{0}` does not fit the words; it must stand before its first word and end inside the sentence"
    )]
    Range(String),
    /// The form is empty.
    #[error("the form is empty; write `_` for an underscore and leave no field empty")]
    Form,
    /// The head is not a number.
    #[error("head `{0}` is not a number; write the head's id, 0 for the root, or `_`")]
    Head(String),
    /// The bytes are not UTF-8.
    #[error("not valid UTF-8; convert the file to UTF-8")]
    Encoding,
    /// The line holds a NUL byte.
    #[error("a NUL byte; remove it, or check that this is a text file")]
    Nul,
    /// The line is longer than [`MAX_LINE`](crate::conllu::MAX_LINE) bytes.
    #[error("longer than {} bytes; check that this is CoNLL-U", crate::conllu::MAX_LINE)]
    LongLine,
    /// The sentence is larger than [`MAX_SENTENCE`](crate::conllu::MAX_SENTENCE) bytes.
    #[error(
        "the sentence is larger than {} bytes; put an empty line after each sentence",
        crate::conllu::MAX_SENTENCE
    )]
    LongSentence,
}
