//! Writing CoNLL-U that is valid whatever the fields hold.

use std::io::{self, Write};

use super::{Range, Sentence, Word};

/// Writes one sentence and the empty line after it.
///
/// Every row has exactly ten columns. An empty field becomes `_`; tabs, line breaks and NULs inside a field or a
/// comment become spaces.
pub fn write(out: &mut impl Write, sentence: &Sentence) -> io::Result<()> {
    for comment in &sentence.comments {
        out.write_all(b"# ")?;
        clean(out, comment)?;
        out.write_all(b"\n")?;
    }
    let mut ranges = sentence.ranges.iter().peekable();
    for (i, word) in sentence.words.iter().enumerate() {
        while let Some(range) = ranges.next_if(|r| r.first <= i + 1) {
            write_range(out, range)?;
        }
        write_word(out, i + 1, word)?;
    }
    out.write_all(b"\n")
}

fn write_range(out: &mut impl Write, range: &Range) -> io::Result<()> {
    write!(out, "{}-{}", range.first, range.last)?;
    field(out, &range.form)?;
    out.write_all(b"\t_\t_\t_\t_\t_\t_\t_")?;
    field(out, &range.misc)?;
    out.write_all(b"\n")
}

fn write_word(out: &mut impl Write, id: usize, word: &Word) -> io::Result<()> {
    write!(out, "{id}")?;
    for value in [&word.form, &word.lemma, &word.upos, &word.xpos, &word.feats] {
        field(out, value)?;
    }
    write!(out, "\t{}", word.head)?;
    field(out, &word.deprel)?;
    out.write_all(b"\t_")?;
    field(out, &word.misc)?;
    out.write_all(b"\n")
}

fn field(out: &mut impl Write, value: &str) -> io::Result<()> {
    out.write_all(b"\t")?;
    clean(out, if value.is_empty() { "_" } else { value })
}

fn clean(out: &mut impl Write, value: &str) -> io::Result<()> {
    for (i, piece) in value.split(['\t', '\n', '\r', '\0']).enumerate() {
        if i > 0 {
            out.write_all(b" ")?;
        }
        out.write_all(piece.as_bytes())?;
    }
    Ok(())
}
