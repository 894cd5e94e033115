//! What the model sees between two tokens that may end a sentence.

use crate::abbreviation;
use crate::chunk::gap;
use crate::feature::{Features, mix};
use crate::piece::Piece;
use crate::run::shape;

/// What the sentence and its zone have held so far.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Course {
    /// A straight or curly quotation is open.
    quoted: bool,
    /// Brackets that are open.
    depth: u32,
    /// Tokens of the sentence.
    pub(crate) count: usize,
    /// Tokens of the sentence that start with a small letter, and those that start with a capital.
    small: u32,
    capital: u32,
    /// The sentence's first token.
    opening: u32,
    /// The sentence started inside a quotation.
    began_quoted: bool,
    /// How the sentence before ended: 0 for none, 1 with a closing sign, 2 without.
    manner: u32,
}

impl Course {
    /// Takes the next token of the sentence.
    pub(crate) fn take(&mut self, piece: &Piece) {
        if self.count == 0 {
            self.opening = piece.key;
            self.began_quoted = self.quoted;
        }
        self.count += 1;
        self.small += u32::from(matches!(piece.first(), shape::LOWER | shape::LETTER));
        self.capital += u32::from(matches!(piece.first(), shape::CAPITALISED..=shape::MIXED));
        self.take_sign(piece);
    }

    fn take_sign(&mut self, piece: &Piece) {
        let sign = |c| shape::is_sign(piece.shape, c);
        if sign('"') {
            self.quoted = !self.quoted;
        } else if sign('\u{201C}') {
            self.quoted = true;
        } else if sign('\u{201D}') {
            self.quoted = false;
        } else if sign('(') || sign('[') {
            self.depth += 1;
        } else if sign(')') || sign(']') {
            self.depth = self.depth.saturating_sub(1);
        }
    }

    /// Forgets the sentence and keeps what belongs to the zone.
    pub(crate) fn end_sentence(&mut self, closed: bool) {
        *self = Self { quoted: self.quoted, manner: if closed { 1 } else { 2 }, ..Self::default() };
    }

    /// How far the sentence has come, roughly.
    fn length(&self) -> u32 {
        match self.count {
            n @ 0..=5 => n as u32,
            6..=9 => 6,
            10..=19 => 7,
            20..=39 => 8,
            40..=79 => 9,
            _ => 10,
        }
    }

    /// Whether the sentence looks like a title: mostly capitals.
    fn title(&self) -> u32 {
        match (self.capital, self.small) {
            (_, 0) => 0,
            (c, s) if c > 2 * s => 1,
            (c, s) if c > s => 2,
            _ => 3,
        }
    }
}

/// What a sentence goes on after. Treebanks end some here, where a line ended; a line of a report is a zone.
const GOES_ON: [char; 3] = [':', ';', ','];

/// What closes a quotation.
const QUOTES: [char; 3] = ['"', '\'', '\u{201D}'];

/// What stands last in a sentence that has an end.
const CLOSING: [char; 9] = ['.', '!', '?', '"', '\u{201D}', '\'', '\u{2026}', ')', ']'];

/// A place between two tokens.
pub(crate) struct Seam<'a> {
    /// The three tokens before, the nearest first.
    pub(crate) before: [Piece; 3],
    /// The three tokens after, the nearest first.
    pub(crate) after: [Piece; 3],
    /// The sentence so far.
    pub(crate) course: &'a Course,
    /// What the zone looks like: see [`outline`].
    pub(crate) zone: u32,
}

/// How a zone ends and roughly how long it is: titles and list items are short and have no full stop.
pub(crate) fn outline(zone: &str) -> u32 {
    let close = ['"', '\'', ')', ']', '\u{201D}', '\u{2019}'];
    let ending = match zone.trim_end().trim_end_matches(close).chars().next_back() {
        Some('.' | '!' | '?' | '\u{2026}') => 0,
        Some(':') => 1,
        _ => 2,
    };
    let length = [60, 160, 400, 1600].iter().filter(|&&n| zone.len() > n).count() as u32;
    ending * 8 + length
}

impl Seam<'_> {
    /// Whether a sentence could end here at all.
    pub(crate) fn is_open(&self) -> bool {
        let (a, b) = (&self.before[0], &self.after[0]);
        if b.joined || self.goes_on() {
            return false;
        }
        match b.gap {
            gap::NONE => self.is_closed(),
            _ => self.is_closed() || !plain(a) || !matches!(b.first(), shape::LOWER | shape::LETTER),
        }
    }

    /// Whether a sign stands before it after which a sentence goes on, or a quote that closes right after such a sign.
    fn goes_on(&self) -> bool {
        let [last, second, _] = &self.before;
        let any = |signs: &[char], piece: &Piece| signs.iter().any(|&c| shape::is_sign(piece.shape, c));
        any(&GOES_ON, last) || last.gap == gap::NONE && any(&QUOTES, last) && any(&GOES_ON, second)
    }

    /// Whether something stands before it that sentences end with.
    pub(crate) fn is_closed(&self) -> bool {
        let last = &self.before[0];
        last.dotted || CLOSING.iter().any(|&c| shape::is_sign(last.shape, c))
    }

    /// All templates; their order is part of the weights file.
    pub(crate) fn features(&self) -> Features {
        let mut out = Features::new();
        let gap = self.after[0].gap;
        self.add_shapes(&mut out, gap);
        self.add_words(&mut out, gap);
        self.add_course(&mut out, gap);
        out
    }

    fn add_shapes(&self, out: &mut Features, gap: u32) {
        let [a1, a2, a3] = self.before.map(|p| p.shape);
        let [b1, b2, b3] = self.after.map(|p| p.shape);
        let gaps = mix(mix(self.before[0].gap, gap), self.after[1].gap);
        out.add([gap]);
        out.add([a1, b1, gap]);
        out.add([a2, a1, b1, gap]);
        out.add([a1, b1, b2, gap]);
        out.add([a2, a1, b1, b2, gap]);
        out.add([a3, a2, a1, b1, gap]);
        out.add([a1, b1, b2, b3, gap]);
        out.add([gaps, a1, b1]);
        out.add([gaps, a2, a1, b1, b2]);
    }

    fn add_words(&self, out: &mut Features, gap: u32) {
        let [a1, a2, a3] = self.before;
        let [b1, b2, _] = self.after;
        out.add([a1.key, gap]);
        out.add([b1.key, b1.shape, gap]);
        out.add([a1.key, b1.shape, gap]);
        out.add([a1.shape, b1.key, b1.shape, gap]);
        out.add([a1.key, b1.key, gap]);
        out.add([a2.key, a1.key, b1.shape, gap]);
        out.add([a1.shape, b1.key, b2.key, gap]);
        out.add([a1.key, b1.shape, b2.key, gap]);
        out.add([a2.key, a1.shape, b1.shape, gap]);
        out.add([a1.key, b1.shape, b2.shape, gap]);
        out.add([a3.key, a2.key, a1.key]);
        out.add([a2.key, a1.shape, b1.key]);
        let known = abbreviation_before(&a1, &a2);
        out.add([known, a1.shape, b1.shape, gap]);
        out.add([known, b1.key, b1.shape]);
        out.add([u32::from(a1.dotted), b1.key, b1.shape, b2.shape]);
        out.add([u32::from(a1.dotted), b1.key, b1.shape]);
    }

    fn add_course(&self, out: &mut Features, gap: u32) {
        let course = self.course;
        let [a1, b1] = [self.before[0].shape, self.after[0].shape];
        let quotes = u32::from(course.quoted) * 2 + u32::from(course.began_quoted);
        out.add([course.length(), a1, b1, gap]);
        out.add([course.length(), gap]);
        out.add([quotes, a1, b1, gap]);
        out.add([quotes, self.before[1].shape, a1, b1, self.after[1].shape, gap]);
        out.add([quotes, self.before[0].key, self.after[0].key, gap]);
        out.add([course.depth.min(2), a1, b1, gap]);
        out.add([course.length().min(4), coarse(self.before[1].shape), a1, b1]);
        out.add([course.length().min(4), coarse(self.before[1].shape), coarse(self.before[2].shape), a1, b1]);
        out.add([course.opening, course.length(), a1, gap]);
        out.add([course.title(), course.length(), a1, b1, gap]);
        out.add([course.title(), self.after[0].key, gap]);
        out.add([course.manner, a1, b1, gap]);
        out.add([course.manner, course.length(), a1, b1]);
        out.add([self.zone, a1, b1, gap]);
        out.add([self.zone, course.length(), a1]);
        out.add([self.zone, self.before[0].key]);
    }
}

/// A shape that forgets how long a number is.
fn coarse(shape: u32) -> u32 {
    if shape::is_number(shape) { shape::DIGITS } else { shape }
}

/// Whether a token is a word, a number or a comma: nothing that ends a sentence by itself.
fn plain(piece: &Piece) -> bool {
    let shape = piece.first();
    shape::is_word(shape) || shape::is_number(shape) || shape::is_sign(shape, ',')
}

/// The kind of abbreviation before a full stop that stands alone, or that a dotted token is.
fn abbreviation_before(a1: &Piece, a2: &Piece) -> u32 {
    if shape::is_sign(a1.shape, '.') {
        100 + abbreviation::kind(a2.key)
    } else if a1.dotted {
        abbreviation::kind(a1.stem)
    } else {
        0
    }
}
