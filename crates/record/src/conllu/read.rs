//! Reading CoNLL-U line by line in bounded memory, going on after a broken sentence.

use std::io::{self, BufRead};

use super::{Range, Sentence, Word};
use crate::{Error, Fault};

/// The most bytes one line may have.
pub const MAX_LINE: usize = 1 << 20;

/// The most bytes the lines of one sentence may have together.
pub const MAX_SENTENCE: usize = 1 << 24;

/// An iterator over the sentences of a CoNLL-U stream.
///
/// A line that breaks the format costs its sentence: the reader gives an [`Error::Conllu`] and goes on after the next
/// empty line. After an [`Error::Io`] it ends. Windows line ends, a byte-order mark, empty nodes and heads outside the
/// sentence are taken without complaint.
pub struct Reader<R> {
    input: R,
    line: Vec<u8>,
    number: usize,
    ended: bool,
}

impl<R: BufRead> Reader<R> {
    /// A reader at the start of `input`.
    pub fn new(input: R) -> Self {
        Self { input, line: Vec::new(), number: 0, ended: false }
    }

    fn sentence(&mut self) -> Result<Option<Sentence>, Error> {
        let mut draft = Draft::default();
        while self.next_line()? {
            if !self.is_blank() {
                if let Err(fault) = draft.take(&self.line) {
                    return Err(self.leave(fault)?);
                }
            } else if !draft.sentence.words.is_empty() {
                break;
            } else {
                draft = Draft::default();
            }
        }
        match draft.finish() {
            Ok(sentence) => Ok(sentence),
            Err(fault) => Err(Error::Conllu { line: self.number, fault }),
        }
    }

    /// Skips what is left of a broken sentence.
    fn leave(&mut self, fault: Fault) -> Result<Error, io::Error> {
        let line = self.number;
        while self.next_line()? && !self.is_blank() {}
        Ok(Error::Conllu { line, fault })
    }

    fn is_blank(&self) -> bool {
        self.line.iter().all(|&b| b == b' ')
    }

    /// Fills `line`, without its line end and never with more than `MAX_LINE + 1` bytes; false at the end of the input.
    fn next_line(&mut self) -> io::Result<bool> {
        self.line.clear();
        let mut any = false;
        loop {
            let chunk = match self.input.fill_buf() {
                Err(e) if e.kind() == io::ErrorKind::Interrupted => continue,
                other => other?,
            };
            if chunk.is_empty() {
                break;
            }
            any = true;
            let end = chunk.iter().position(|&b| b == b'\n');
            let piece = &chunk[..end.unwrap_or(chunk.len())];
            let room = (MAX_LINE + 1).saturating_sub(self.line.len()).min(piece.len());
            self.line.extend_from_slice(&piece[..room]);
            let used = piece.len() + usize::from(end.is_some());
            self.input.consume(used);
            if end.is_some() {
                break;
            }
        }
        self.number += usize::from(any);
        self.trim();
        Ok(any)
    }

    fn trim(&mut self) {
        if self.line.last() == Some(&b'\r') {
            self.line.pop();
        }
        if self.number == 1 && self.line.starts_with(b"\xEF\xBB\xBF") {
            self.line.drain(..3);
        }
    }
}

impl<R: BufRead> Iterator for Reader<R> {
    type Item = Result<Sentence, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.ended {
            return None;
        }
        let item = self.sentence().transpose();
        self.ended = matches!(item, None | Some(Err(Error::Io(_))));
        item
    }
}

/// A sentence of which some lines are still to come.
#[derive(Default)]
struct Draft {
    sentence: Sentence,
    bytes: usize,
}

impl Draft {
    fn take(&mut self, line: &[u8]) -> Result<(), Fault> {
        self.bytes += line.len();
        if line.len() > MAX_LINE {
            return Err(Fault::LongLine);
        }
        if self.bytes > MAX_SENTENCE {
            return Err(Fault::LongSentence);
        }
        if line.contains(&0) {
            return Err(Fault::Nul);
        }
        let line = std::str::from_utf8(line).map_err(|_| Fault::Encoding)?;
        match line.strip_prefix('#') {
            Some(comment) => {
                self.sentence.comments.push(comment.strip_prefix(' ').unwrap_or(comment).to_owned());
                Ok(())
            }
            None => self.row(line),
        }
    }

    fn row(&mut self, line: &str) -> Result<(), Fault> {
        let mut columns = [""; 10];
        let mut count = 0;
        for column in line.split('\t') {
            if let Some(place) = columns.get_mut(count) {
                *place = column;
            }
            count += 1;
        }
        if count != 10 {
            return Err(Fault::Columns(count));
        }
        if columns[1].is_empty() {
            return Err(Fault::Form);
        }
        match columns[0].split_once(['-', '.']) {
            None => self.word(&columns),
            Some(_) if columns[0].contains('-') => self.range(&columns),
            Some((before, after))
                if number(before) == Some(self.sentence.words.len()) && number(after).is_some() =>
            {
                Ok(())
            }
            Some(_) => Err(self.bad_id(columns[0])),
        }
    }

    fn word(&mut self, columns: &[&str; 10]) -> Result<(), Fault> {
        let [id, form, lemma, upos, xpos, feats, head, deprel, _, misc] = *columns;
        if number(id) != Some(self.sentence.words.len() + 1) {
            return Err(self.bad_id(id));
        }
        let lemma = if form == "_" { lemma.to_owned() } else { value(lemma) };
        let head = match head {
            "" | "_" => 0,
            _ if head.bytes().all(|b| b.is_ascii_digit()) => head.parse().unwrap_or(0),
            _ => return Err(Fault::Head(brief(head))),
        };
        let (upos, xpos, feats) = (value(upos), value(xpos), value(feats));
        let (deprel, misc) = (value(deprel), value(misc));
        self.sentence.words.push(Word {
            form: form.to_owned(),
            lemma,
            upos,
            xpos,
            feats,
            head,
            deprel,
            misc,
        });
        Ok(())
    }

    fn range(&mut self, columns: &[&str; 10]) -> Result<(), Fault> {
        let bad = || Fault::Range(brief(columns[0]));
        let (first, last) = columns[0].split_once('-').ok_or_else(bad)?;
        let (first, last) = (number(first).ok_or_else(bad)?, number(last).ok_or_else(bad)?);
        let free = self.sentence.ranges.last().is_none_or(|r| r.last < first);
        if first != self.sentence.words.len() + 1 || last < first || !free {
            return Err(bad());
        }
        self.sentence.ranges.push(Range {
            first,
            last,
            form: columns[1].to_owned(),
            misc: value(columns[9]),
        });
        Ok(())
    }

    fn bad_id(&self, found: &str) -> Fault {
        Fault::Id { found: brief(found), wanted: self.sentence.words.len() + 1 }
    }

    fn finish(mut self) -> Result<Option<Sentence>, Fault> {
        let count = self.sentence.words.len();
        if let Some(range) = self.sentence.ranges.last().filter(|r| r.last > count) {
            return Err(Fault::Range(format!("{}-{}", range.first, range.last)));
        }
        for word in &mut self.sentence.words {
            word.head = if word.head > count { 0 } else { word.head };
        }
        Ok((count > 0).then_some(self.sentence))
    }
}

/// A number in plain digits.
fn number(digits: &str) -> Option<usize> {
    if digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok() } else { None }
}

fn value(field: &str) -> String {
    if field == "_" { String::new() } else { field.to_owned() }
}

/// The start of a wrong field, for a message.
fn brief(field: &str) -> String {
    field.chars().take(40).collect()
}
