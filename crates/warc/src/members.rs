//! The parts of an archive: the whole of a plain one, the gzip members of a packed one.

use std::io::{self, Read};

use flate2::bufread::GzDecoder;
use memchr::memmem;
use saydo_unfold::is_gzip;

use crate::record::{begins, version_line};
use crate::tape::{STEP, Tape};

/// How much of a damaged member is kept, to look for the next one right behind its first byte.
const MEMORY: usize = 1 << 20;

/// How much of a member is unpacked to see whether a record begins in it.
const LOOK: usize = 512;

/// How much more may be searched twice than was read, so that no archive can make the search long.
const PATIENCE: u64 = 16 << 20;

/// What each member begins with.
const MARK: &[u8] = b"\x1f\x8b\x08";

/// Reads one part after another; at the end of each it gives no bytes until [`Members::next_part`].
pub(crate) struct Members<R> {
    state: State<R>,
    trouble: Option<Trouble>,
    /// Where the present part begins in the file.
    pub(crate) begin: u64,
    /// How much was searched twice.
    again: u64,
}

enum State<R> {
    /// Nothing was read yet.
    Start(Raw<R>),
    Plain(Raw<R>),
    Packed(GzDecoder<Raw<R>>),
    /// Behind a member.
    Between(Raw<R>),
    /// Nowhere, while the state changes.
    Moving,
}

type Raw<R> = Tape<Input<R>>;

/// Why a part ended before its end.
pub(crate) enum Trouble {
    /// Neither a record nor a member begins here.
    Garbage,
    /// The member at this byte is damaged or ends too early.
    Packing { at: u64, detail: String, is_cut: bool },
    /// The input failed.
    Input(io::Error),
}

impl<R: Read> Members<R> {
    pub(crate) fn new(input: R) -> Self {
        let raw = Tape::new(Input { input, failed: None }, MEMORY);
        Self { state: State::Start(raw), trouble: None, begin: 0, again: 0 }
    }

    /// Whether the present part is unpacked.
    pub(crate) fn is_packed(&self) -> bool {
        !matches!(self.state, State::Plain(_) | State::Start(_))
    }

    /// Whether what was read last is damaged, and not only cut short.
    pub(crate) fn is_damaged(&self) -> bool {
        matches!(self.trouble, Some(Trouble::Packing { is_cut: false, .. }))
    }

    /// What ended the present part before its end.
    pub(crate) fn take_trouble(&mut self) -> Option<Trouble> {
        self.trouble.take()
    }

    /// Goes to the next part, if there is one.
    pub(crate) fn next_part(&mut self) -> Result<bool, Trouble> {
        if let Some(trouble) = self.trouble.take() {
            return Err(trouble);
        }
        match std::mem::replace(&mut self.state, State::Moving) {
            State::Start(mut raw) => {
                let start = raw.peek(LOOK).trim_ascii_start();
                if !start.is_empty() && !begins(start) {
                    return self.open_member(raw, true);
                }
                self.state = State::Plain(raw);
                Ok(true)
            }
            State::Between(raw) => self.open_member(raw, false),
            mut other => {
                let failed = other.raw().and_then(|raw| raw.input().failed.take());
                self.state = other;
                failed.map_or(Ok(false), |error| Err(Trouble::Input(error)))
            }
        }
    }

    /// Goes on into the next member where no record begins in it, so that a record may lie across members.
    pub(crate) fn join(&mut self) -> bool {
        if self.trouble.is_some() {
            return false;
        }
        let State::Between(raw) = &mut self.state else { return false };
        let start = raw.peek(LOOK);
        let joins = is_gzip(start) && !holds_record(start);
        let begin = self.begin;
        let joined = joins && self.next_part().is_ok();
        self.begin = begin;
        joined
    }

    fn open_member(&mut self, mut raw: Raw<R>, is_start: bool) -> Result<bool, Trouble> {
        raw.mark();
        self.begin = raw.position();
        let start = raw.peek(LOOK);
        if is_gzip(start) {
            self.state = State::Packed(GzDecoder::new(raw));
            return Ok(true);
        }
        let is_end = start.is_empty();
        let failed = raw.input().failed.take();
        let at = raw.position();
        let plain = !is_end && find(&mut raw, is_start);
        self.begin = raw.position();
        self.state = if plain { State::Plain(raw) } else { State::Between(raw) };
        match failed {
            Some(error) => Err(Trouble::Input(error)),
            None if is_end => Ok(false),
            None if is_start => Err(Trouble::Garbage),
            None => Err(Trouble::Packing { at, detail: "no gzip member begins here".into(), is_cut: false }),
        }
    }

    /// Leaves a member that is at its end, or that cannot be read further because of `error`.
    fn leave(&mut self, error: Option<io::Error>) {
        let State::Packed(member) = std::mem::replace(&mut self.state, State::Moving) else { return };
        let mut raw = member.into_inner();
        if let Some(error) = error {
            let failed = raw.input().failed.take();
            self.trouble = Some(failed.map_or_else(|| self.packing(&error), Trouble::Input));
            self.search(&mut raw);
        }
        self.state = State::Between(raw);
    }

    fn packing(&self, error: &io::Error) -> Trouble {
        let is_cut = error.kind() == io::ErrorKind::UnexpectedEof;
        let detail = if is_cut { "it ends too early".to_owned() } else { error.to_string() };
        Trouble::Packing { at: self.begin, detail, is_cut }
    }

    /// Looks for the next member behind the begin of the damaged one.
    fn search(&mut self, raw: &mut Raw<R>) {
        let end = raw.position();
        if self.again <= end + PATIENCE {
            raw.rewind();
            self.again += end - raw.position();
        }
        raw.pass(usize::from(raw.position() == self.begin));
        find(raw, false);
    }
}

/// Goes to where the next record begins in a member, or also, where `plain`, as it is; tells whether it is the latter.
fn find<R: Read>(raw: &mut Raw<R>, plain: bool) -> bool {
    let mut is_line = true;
    loop {
        raw.mark();
        let window = raw.peek(STEP as usize);
        let safe = if window.len() < STEP as usize { window.len() } else { window.len() - LOOK };
        let member = member_in(window, safe);
        let line = version_line(window, is_line).filter(|&at| plain && member.is_none_or(|m| at < m));
        if let Some(at) = line.or(member) {
            raw.pass(at);
            return line.is_some();
        }
        if safe == 0 {
            return false;
        }
        is_line = window[safe - 1] == b'\n';
        raw.pass(safe);
    }
}

/// Where a member with a record in it begins in `window`, before `end`.
fn member_in(window: &[u8], end: usize) -> Option<usize> {
    let marks = memmem::find_iter(window, MARK).take_while(|&at| at < end);
    marks.into_iter().find(|&at| holds_record(&window[at..window.len().min(at + LOOK)]))
}

/// Whether the member that `start` begins unpacks to the begin of a record.
fn holds_record(start: &[u8]) -> bool {
    let mut first = [0; 5];
    GzDecoder::new(start).read_exact(&mut first).is_ok() && begins(&first)
}

impl<R> State<R> {
    fn raw(&mut self) -> Option<&mut Raw<R>> {
        match self {
            Self::Start(raw) | Self::Plain(raw) | Self::Between(raw) => Some(raw),
            Self::Packed(member) => Some(member.get_mut()),
            Self::Moving => None,
        }
    }
}

impl<R: Read> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match &mut self.state {
            State::Plain(raw) => raw.read(buffer),
            State::Packed(member) => {
                let read = member.read(buffer);
                match read {
                    Ok(n) if n > 0 || buffer.is_empty() => return Ok(n),
                    Ok(_) => self.leave(None),
                    Err(error) => self.leave(Some(error)),
                }
                Ok(0)
            }
            State::Start(_) | State::Between(_) | State::Moving => Ok(0),
        }
    }
}

/// The file: where it fails it ends, and the reason is kept.
struct Input<R> {
    input: R,
    failed: Option<io::Error>,
}

impl<R: Read> Read for Input<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if self.failed.is_some() {
            return Ok(0);
        }
        match self.input.read(buffer) {
            Err(error) if error.kind() != io::ErrorKind::Interrupted => {
                self.failed = Some(error);
                Ok(0)
            }
            other => other,
        }
    }
}

impl<R: Read> Raw<R> {
    /// The next bytes; [`Input`] never fails.
    fn peek(&mut self, wanted: usize) -> &[u8] {
        match self.look(wanted) {
            Ok(bytes) => bytes,
            Err(_) => &[],
        }
    }
}
