//! Bytes to text: byte order marks, UTF-16, older encodings, and text that was decoded wrongly before.

use std::str::Utf8Error;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};
use saydo_text::{Problem, ProblemKind};

/// How many bytes are looked at to guess an encoding.
const LOOK: usize = 1 << 20;

/// A text, and what had to be guessed or mended to get it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decoded {
    /// The text; Unicode is kept as it came, without normalisation.
    pub text: String,
    /// What was not as it should be.
    pub problems: Vec<Problem>,
}

/// The text in `bytes`: by byte order mark, else as UTF-16 or UTF-8 where they are that, else by the best guess.
///
/// A text that as a whole is UTF-8 once read as windows-1252 ("â€œ") is turned back; a problem says so.
pub fn decode(bytes: &[u8]) -> Decoded {
    let mut decoded = read(bytes);
    if let Some(text) = unmangle(&decoded.text) {
        let detail =
            "The text was UTF-8 that had been read as windows-1252 and saved again; it was turned back.";
        decoded.text = text;
        decoded.problems.push(Problem::new(ProblemKind::Encoding, detail));
    }
    decoded
}

fn read(bytes: &[u8]) -> Decoded {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return read_as(encoding, &bytes[mark..]);
    }
    if let Some(encoding) = wide(bytes) {
        return read_as(encoding, bytes).with(format!("No byte order mark; read as {}.", encoding.name()));
    }
    match std::str::from_utf8(bytes) {
        Ok(text) => Decoded { text: text.to_owned(), problems: Vec::new() },
        Err(error) if is_damaged(bytes, error) => read_as(UTF_8, bytes),
        Err(error) => guess(&bytes[error.valid_up_to()..], bytes),
    }
}

fn read_as(encoding: &'static Encoding, bytes: &[u8]) -> Decoded {
    let (text, bad) = encoding.decode_without_bom_handling(bytes);
    let decoded = Decoded { text: text.into_owned(), problems: Vec::new() };
    if !bad {
        return decoded;
    }
    decoded.with(format!("Some bytes are not valid {}; each was replaced by U+FFFD.", encoding.name()))
}

fn guess(from_first_bad: &[u8], bytes: &[u8]) -> Decoded {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&from_first_bad[..from_first_bad.len().min(LOOK)], from_first_bad.len() <= LOOK);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    read_as(encoding, bytes).with(format!("The bytes are not UTF-8; read as {}, by guess.", encoding.name()))
}

/// UTF-16 without a mark shows as NULs on one side of the pairs only: even Cyrillic has its spaces.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let pairs = &bytes[..bytes.len().min(LOOK)];
    let count = |side: usize| pairs.chunks_exact(2).filter(|pair| pair[side] == 0).count();
    let (first, second) = (count(0), count(1));
    let enough = first.max(second) >= 4.max(pairs.len() / 2 / 10);
    match (first, second) {
        (0, _) if enough => Some(UTF_16LE),
        (_, 0) if enough => Some(UTF_16BE),
        _ => None,
    }
}

/// Whether the bytes are UTF-8 that was damaged, rather than another encoding: cut off in its last character, or with
/// far more whole than broken characters beyond ASCII.
fn is_damaged(bytes: &[u8], error: Utf8Error) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        whole += chunk.valid().bytes().filter(|&b| b >= 0xC0).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    let cut_off = error.error_len().is_none();
    whole >= if cut_off { 1 } else { 4 * broken }
}

/// The text before it was read as windows-1252, if all of it turns back into UTF-8.
fn unmangle(text: &str) -> Option<String> {
    let first = text.chars().find(|c| !c.is_ascii())?;
    if !('\u{C2}'..='\u{F4}').contains(&first) {
        return None;
    }
    let (bytes, _, bad) = WINDOWS_1252.encode(text);
    let whole = String::from_utf8(bytes.into_owned()).ok().filter(|_| !bad)?;
    Some(whole.strip_prefix('\u{FEFF}').map(str::to_owned).unwrap_or(whole))
}

impl Decoded {
    fn with(mut self, detail: String) -> Self {
        self.problems.push(Problem::new(ProblemKind::Encoding, detail));
        self
    }
}
