//! Cuts a text into the pieces that copies share: sentences, and quotations within them.

use crate::dateline;
use crate::word::{Word, classify, finish};

/// Fewer words that tell something are no piece: "He said." is in every text.
const LEAST: usize = 4;
/// More of them are cut at the next comma, so that a list is no sentence.
const LONG: usize = 40;
/// And here at the latest.
const LONGEST: usize = 80;
/// How many bytes are looked at to tell whether a sentence starts.
const AHEAD: usize = 48;
/// How many paragraphs may start with a dateline, after a headline or two.
const DATELINES: usize = 4;

/// A sentence or a quotation, as it is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Piece {
    /// How many words tell something.
    pub(crate) words: u8,
    /// Whether it stands in quotation marks.
    pub(crate) quoted: bool,
    /// Its numbers, weekdays and months, two bits each.
    pub(crate) particulars: u32,
    /// Its words, a bit each.
    pub(crate) bag: u64,
    /// The least hashes of three words in a row, under two orders.
    pub(crate) runs: [u32; 2],
}

/// The pieces of `text` in order.
pub(crate) fn pieces(text: &str) -> Vec<Piece> {
    let mut cutter = Cutter { text, pieces: Vec::with_capacity(text.len() / 100), ..Cutter::default() };
    let mut paragraphs = 0;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        if !line.trim().is_empty() {
            paragraphs += 1;
        }
        let skip = if paragraphs <= DATELINES { dateline::end(line) } else { 0 };
        cutter.line(at + skip, at + line.len());
        at += line.len();
    }
    cutter.end();
    cutter.pieces
}

#[derive(Default)]
struct Cutter<'t> {
    text: &'t str,
    pieces: Vec<Piece>,
    /// The words of the piece that is being read.
    items: Vec<Word>,
    /// Where in `items` an open quotation began, and the mark that closes it.
    open: Option<(usize, char)>,
    /// The word that is being read, in small letters.
    word: String,
    capital: bool,
    /// How many letters the last word had where it may be short for another, else 0.
    short: usize,
}

impl Cutter<'_> {
    fn line(&mut self, start: usize, end: usize) {
        let text = self.text;
        if text[start..end].trim().is_empty() {
            self.end();
            self.open = None;
            return;
        }
        let mut before = '\n';
        let mut chars = text[start..end].char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map_or('\n', |(_, next)| *next);
            if c.is_alphanumeric() {
                self.letter(c);
            } else if joins(before, c, next) {
                self.join(c);
            } else {
                self.mark(c, before, next, start + at + c.len_utf8());
            }
            before = c;
        }
        self.close_word();
    }

    fn letter(&mut self, c: char) {
        if self.word.is_empty() {
            self.capital = c.is_uppercase();
        }
        if c.is_ascii() {
            self.word.push(c.to_ascii_lowercase());
        } else {
            self.word.extend(c.to_lowercase());
        }
    }

    /// A mark inside a word: kept in numbers, left out in "don't".
    fn join(&mut self, c: char) {
        if c == '.' {
            self.word.push('.');
        }
    }

    fn close_word(&mut self) {
        if self.word.is_empty() {
            return;
        }
        // A possessive is the word itself.
        self.short = if self.capital && self.word.len() <= 3 { self.word.len() } else { 0 };
        let word = classify(&self.word, self.capital);
        if word != Word::Common {
            self.items.push(word);
        }
        self.word.clear();
    }

    /// Punctuation or white space; `after` is where the text goes on.
    fn mark(&mut self, c: char, before: char, next: char, after: usize) {
        self.close_word();
        match c {
            '.' if self.short > 0 && before != ')' => {}
            '.' | '!' | '?' | '…' if self.ends(after) => self.end(),
            '\n' if starts(self.ahead(after)) => self.end(),
            ',' | ';' if self.items.len() > LONG => self.end(),
            _ if self.items.len() > LONGEST => self.end(),
            _ => self.quote(c, before, next),
        }
    }

    /// Whether what follows a full stop is the start of a sentence or the end of the text.
    fn ends(&self, after: usize) -> bool {
        let rest = self.ahead(after).trim_start_matches(['"', '”', '’', '\'', '»', ')', ']', '.']);
        rest.is_empty() || (rest.starts_with(char::is_whitespace) && starts(rest))
    }

    /// What follows, as far as it is looked at.
    fn ahead(&self, after: usize) -> &str {
        let mut end = self.text.len().min(after + AHEAD);
        while !self.text.is_char_boundary(end) {
            end -= 1;
        }
        &self.text[after..end]
    }

    fn quote(&mut self, c: char, before: char, next: char) {
        let Some((_, closing)) = self.open else {
            let closing = match c {
                '“' | '„' | '"' => '"',
                '«' => '»',
                '‘' | '\'' if !before.is_alphanumeric() && next.is_alphanumeric() => '\'',
                _ => return,
            };
            self.open = Some((self.items.len(), closing));
            return;
        };
        let closes = match closing {
            '"' => matches!(c, '"' | '”' | '“'),
            '\'' => matches!(c, '\'' | '’') && !next.is_alphanumeric(),
            _ => c == closing,
        };
        if closes {
            self.close_quote();
        }
    }

    fn close_quote(&mut self) {
        let Some((from, _)) = self.open.take() else { return };
        if content(&self.items[from..]) < LEAST {
            return;
        }
        let quoted = self.items.split_off(from);
        self.emit(false);
        self.items = quoted;
        self.emit(true);
    }

    /// Ends a sentence. A quotation may go on in the next one.
    fn end(&mut self) {
        self.close_word();
        let Some((from, closing)) = self.open else { return self.emit(false) };
        let quoted = self.items.split_off(from);
        let long = content(&quoted) >= LEAST;
        if long {
            self.emit(false);
        }
        self.items.extend(quoted);
        self.emit(long);
        self.open = Some((0, closing));
    }

    fn emit(&mut self, quoted: bool) {
        self.short = 0;
        self.pieces.extend(piece(&self.items, quoted));
        self.items.clear();
    }
}

/// Whether a sentence could start here: what comes first is no small letter.
fn starts(rest: &str) -> bool {
    !rest.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_lowercase)
}

fn content(items: &[Word]) -> usize {
    items.iter().filter(|w| matches!(w, Word::Content(_))).count()
}

/// Whether `c` stands inside a word or number.
fn joins(before: char, c: char, next: char) -> bool {
    match c {
        '.' | ',' => before.is_ascii_digit() && next.is_ascii_digit(),
        '\'' | '’' => before.is_alphabetic() && next.is_alphabetic(),
        _ => false,
    }
}

/// The piece of some words; nothing where too few tell something.
fn piece(items: &[Word], quoted: bool) -> Option<Piece> {
    let mut piece = Piece { words: 0, quoted, particulars: 0, bag: 0, runs: [u32::MAX, u32::MAX] };
    let (mut words, mut last) = (0_usize, [0_u64; 2]);
    for item in items {
        match *item {
            Word::Content(hash) => {
                piece.bag |= 1 << (hash & 63);
                words += 1;
                if words >= 3 {
                    let run = finish(last[0].wrapping_mul(5) ^ last[1].wrapping_mul(3) ^ hash);
                    piece.runs[0] = piece.runs[0].min((run >> 32) as u32);
                    piece.runs[1] = piece.runs[1].min(run as u32);
                }
                last = [last[1], hash];
            }
            Word::Particular(hash) => piece.particulars |= (1 << (hash & 31)) | (1 << ((hash >> 5) & 31)),
            Word::Common => {}
        }
    }
    piece.words = words.min(127) as u8;
    (words >= LEAST).then_some(piece)
}
