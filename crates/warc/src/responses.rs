//! One record after another, going on behind bad ones.

use std::io::{BufRead, Read};

use crate::body::Fault;
use crate::fields::MOST;
use crate::members::{Members, Trouble};
use crate::record::{Kind, Record, begins, version_line};
use crate::response::{Response, response};
use crate::tape::{STEP, Tape};
use crate::{Error, Place};

/// No record is as long as this; one that says so is not believed, and the next one is looked for at once.
const BELIEVED: u64 = 4 << 30;

/// How many bytes behind a record are looked at, to see that another one follows its empty lines.
const BEHIND: usize = 64;

/// The end of a version line and what precedes it fit into this.
const OVERLAP: usize = 16;

const ENDS: &str = "the archive, or its gzip member, ends before that";

/// How much is taken of one record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// How many bytes a record may have as it stands in the archive, after the archive's own packing is undone.
    pub record: usize,
    /// How many bytes its body may have when its content codings are undone.
    pub unfolded: usize,
}

impl Default for Limits {
    /// 32 MiB and 64 MiB.
    fn default() -> Self {
        Self { record: 32 << 20, unfolded: 64 << 20 }
    }
}

/// The responses of an archive; made by [`responses`].
pub struct Responses<R> {
    tape: Tape<Members<R>>,
    limits: Limits,
    number: u64,
    /// Where the present part begins, in bytes read.
    part: u64,
    is_over: bool,
}

/// The pages in the archive `input`: HTTP responses (and bodies kept alone) with a status of 2xx that are HTML or text, in
/// the archive's order. Other records are passed over.
///
/// ```
/// let archive = "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/a\r\n\
///     WARC-Date: 2022-02-16T08:00:00Z\r\nContent-Type: application/http\r\nContent-Length: 52\r\n\r\n\
///     HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>News.\r\n\r\n\r\n";
/// let mut pages = saydo_warc::responses(archive.as_bytes(), saydo_warc::Limits::default());
/// let page = pages.next().unwrap().unwrap();
/// assert_eq!(page.address, "https://example.org/a");
/// assert_eq!(page.body, b"<p>News.");
/// assert!(pages.next().is_none());
/// ```
pub fn responses<R: BufRead>(input: R, limits: Limits) -> Responses<R> {
    Responses { tape: Tape::new(Members::new(input), 0), limits, number: 0, part: 0, is_over: false }
}

impl<R: BufRead> Iterator for Responses<R> {
    type Item = Result<Response, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        while !self.is_over {
            let step = self.step();
            self.is_over |= step.as_ref().is_err_and(Error::is_fatal);
            if let Some(item) = step.transpose() {
                return Some(item);
            }
        }
        None
    }
}

impl<R: Read> Responses<R> {
    /// Reads one record, or goes to the next part.
    fn step(&mut self) -> Result<Option<Response>, Error> {
        self.blanks();
        self.tape.mark();
        let start = self.look(BEHIND);
        if start.is_empty() {
            return self.turn().map(|()| None);
        }
        if !begins(start) {
            let error = self.garbage();
            return Err(self.broken(0, error));
        }
        self.number += 1;
        self.record()
    }

    fn turn(&mut self) -> Result<(), Error> {
        let more = self.tape.input().next_part();
        self.part = self.tape.position();
        self.is_over = matches!(more, Ok(false));
        more.map(|_| ()).map_err(|trouble| self.told(trouble, self.number + 1))
    }

    fn record(&mut self) -> Result<Option<Response>, Error> {
        let place = self.place();
        let record = match self.header() {
            Ok(record) => record,
            Err(detail) => return Err(self.broken(1, Error::Header { place, detail })),
        };
        match usize::try_from(record.length) {
            Ok(length) if length <= self.limits.record => self.block(&record, length, place),
            _ => self.large(&record, place),
        }
    }

    fn header(&mut self) -> Result<Record, String> {
        loop {
            let bytes = self.look(MOST);
            let is_all = bytes.len() < MOST;
            let record = Record::read(bytes);
            if record.is_ok() || !is_all || !self.tape.input().join() {
                return record;
            }
        }
    }

    /// A record that fits: given only where another one, or the end, follows it.
    fn block(&mut self, record: &Record, length: usize, place: Place) -> Result<Option<Response>, Error> {
        let end = record.header + length;
        if !self.reach(end) {
            return Err(self.length(record, place, ENDS));
        }
        let behind = self.look(end + BEHIND)[end..].trim_ascii_start();
        if !begins(behind) && !b"WARC/".starts_with(behind) {
            return Err(self.length(record, place, "what follows that is no record"));
        }
        if self.tape.input().is_damaged() {
            return Err(self.length(record, place, "its packing is damaged"));
        }
        let limit = self.limits.unfolded;
        let response = response(record, &self.look(end)[record.header..], limit);
        self.tape.pass(end);
        let numbered = |response: Response| Response { number: place.number, ..response };
        response.map(|r| r.map(numbered)).map_err(|fault| match fault {
            Fault::Http(detail) => Error::Http { place, detail },
            Fault::Unfold(source) => Error::Unfold { place, address: record.address.clone(), source },
        })
    }

    /// A record that does not fit is passed over, by its length where that can be true.
    fn large(&mut self, record: &Record, place: Place) -> Result<Option<Response>, Error> {
        let (said, limit) = (record.length, self.limits.record);
        if said > BELIEVED {
            return Err(self.length(record, place, "no record is as long as that"));
        }
        // What is looked at here can still be searched for the next record.
        let is_there = self.reach(limit);
        self.tape.pass(record.header);
        if !is_there || !self.pass(said) {
            return Err(self.length(record, place, ENDS));
        }
        if record.kind == Kind::Other { Ok(None) } else { Err(Error::TooLarge { place, said, limit }) }
    }

    /// Whether there are `wanted` more bytes, in this member or the ones that go on from it.
    fn reach(&mut self, wanted: usize) -> bool {
        while self.look(wanted).len() < wanted {
            if !self.tape.input().join() {
                return false;
            }
        }
        true
    }

    /// Passes over `length` bytes; tells whether they were there.
    fn pass(&mut self, mut length: u64) -> bool {
        while length > 0 {
            self.tape.mark();
            let there = self.look(length.min(STEP) as usize).len();
            if there == 0 && !self.tape.input().join() {
                return false;
            }
            self.tape.pass(there);
            length -= there as u64;
        }
        true
    }

    /// The error for a record of another length than it says, or for the damage that made it so; goes on behind its header.
    fn length(&mut self, record: &Record, place: Place, found: &'static str) -> Error {
        self.broken(record.header, Error::Length { place, said: record.length, found })
    }

    /// What is wrong with a record: `error`, unless the packing broke in it.
    fn broken(&mut self, behind: usize, error: Error) -> Error {
        self.tape.rewind();
        if let Some(trouble) = self.tape.input().take_trouble() {
            self.pass(u64::MAX);
            return self.told(trouble, error.place().number);
        }
        self.resume(behind);
        error
    }

    /// Goes to the next line behind `behind` bytes with which a record begins, or to the end of the part.
    fn resume(&mut self, behind: usize) {
        self.tape.pass(behind);
        let mut is_line = true;
        loop {
            self.tape.mark();
            let window = self.look(STEP as usize);
            if let Some(at) = version_line(window, is_line) {
                return self.tape.pass(at);
            }
            let is_last = window.len() < STEP as usize;
            let length = if is_last { window.len() } else { window.len() - OVERLAP };
            is_line = window[..length].ends_with(b"\n");
            self.tape.pass(length);
            if is_last {
                return;
            }
        }
    }

    fn blanks(&mut self) {
        loop {
            self.tape.mark();
            let window = self.look(BEHIND);
            let blanks = window.iter().take_while(|b| b.is_ascii_whitespace()).count();
            self.tape.pass(blanks);
            if blanks == 0 {
                return;
            }
        }
    }

    fn look(&mut self, wanted: usize) -> &[u8] {
        match self.tape.look(wanted) {
            Ok(bytes) => bytes,
            // The members keep what fails as trouble and end.
            Err(_) => &[],
        }
    }

    fn place(&mut self) -> Place {
        let (inside, number) = (self.tape.position() - self.part, self.number);
        let members = self.tape.input();
        let begin = members.begin;
        if members.is_packed() {
            Place { number, member: Some(begin), at: inside }
        } else {
            Place { number, member: None, at: begin + inside }
        }
    }

    fn garbage(&mut self) -> Error {
        let place = Place { number: self.number + 1, ..self.place() };
        Error::Garbage { place, found: "something else stands there" }
    }

    fn told(&mut self, trouble: Trouble, number: u64) -> Error {
        match trouble {
            Trouble::Garbage => Error::Garbage {
                place: Place { number, member: None, at: 0 },
                found: "the file begins neither so nor as gzip does",
            },
            Trouble::Packing { at, detail, .. } => {
                Error::Packing { place: Place { number, member: Some(at), at: 0 }, detail }
            }
            Trouble::Input(source) => Error::Input { place: Place { number, ..self.place() }, source },
        }
    }
}
