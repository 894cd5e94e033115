//! Runs: the longest stretches of one class of character, the atoms that tokens are made of.

use crate::class::{Class, case, classify, repeats};
use crate::feature::mix;

/// A stretch of letters, of digits, of one repeated sign, or a whole link.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Run {
    /// Where it starts in the text, in bytes.
    pub(crate) start: usize,
    /// Where it ends in the text.
    pub(crate) end: usize,
    /// Its characters without case and quote style, hashed.
    pub(crate) key: u32,
    /// What it looks like: see [`shape`].
    pub(crate) shape: u32,
    /// Its last three characters, hashed.
    pub(crate) suffix: u32,
}

/// What runs look like. Signs are their own shape: the sign's code, and how often it is repeated.
pub(crate) mod shape {
    pub(crate) const EDGE: u32 = 0;
    pub(crate) const LOWER: u32 = 1;
    pub(crate) const LETTER: u32 = 2;
    pub(crate) const CAPITALISED: u32 = 3;
    pub(crate) const INITIAL: u32 = 4;
    pub(crate) const CAPITALS: u32 = 5;
    pub(crate) const MIXED: u32 = 6;
    pub(crate) const CASELESS: u32 = 7;
    /// Digits: this and up to five for their number.
    pub(crate) const DIGITS: u32 = 10;
    pub(crate) const SYMBOL: u32 = 20;
    pub(crate) const LINK: u32 = 21;
    pub(crate) const ADDRESS: u32 = 22;

    /// Handles and hashtags.
    pub(crate) const TAG: u32 = 23;

    /// The bits that say how often a sign is repeated.
    const REPEATED: u32 = 3 << 24;

    /// Whether the shape is one of letters.
    pub(crate) fn is_word(shape: u32) -> bool {
        (LOWER..=CASELESS).contains(&shape)
    }

    /// Whether the shape is one of digits.
    pub(crate) fn is_number(shape: u32) -> bool {
        (DIGITS..SYMBOL).contains(&shape)
    }

    /// Whether the shape is the sign `c`, once or repeated.
    pub(crate) fn is_sign(shape: u32, c: char) -> bool {
        shape & !REPEATED == c as u32
    }
}

impl Run {
    /// What stands where there is no run.
    pub(crate) const EDGE: Self = Self { start: 0, end: 0, key: 0, shape: shape::EDGE, suffix: 0 };

    /// The run that covers `piece`, which must hold one run only.
    pub(crate) fn of(piece: &str, start: usize) -> Self {
        let mut draft = Draft::new(start);
        for c in piece.chars() {
            let (class, key) = classify(c);
            draft.add(c, class, key);
        }
        draft.run()
    }

    /// Whether the run is the sign `c`, once or repeated.
    pub(crate) fn is(&self, c: char) -> bool {
        shape::is_sign(self.shape, c)
    }
}

/// Appends the runs of `piece`, which starts at byte `start` of the text and holds no white space.
pub(crate) fn runs(piece: &str, start: usize, out: &mut Vec<Run>) {
    let mut draft = Draft::new(start);
    for c in piece.chars() {
        let (class, key) = classify(c);
        if !draft.takes(class, key, c) {
            out.push(draft.run());
            draft = Draft::new(draft.end);
        }
        draft.add(c, class, key);
    }
    if draft.end > draft.start {
        out.push(draft.run());
    }
}

/// A run that is being read.
struct Draft {
    start: usize,
    end: usize,
    class: Class,
    last: u32,
    key: u32,
    suffix: u32,
    count: u32,
    upper: u32,
    lower: u32,
    first_upper: bool,
}

impl Draft {
    fn new(start: usize) -> Self {
        let (class, last, key, suffix) = (Class::Mark, 0, 0, 0);
        Self { start, end: start, class, last, key, suffix, count: 0, upper: 0, lower: 0, first_upper: false }
    }

    fn takes(&self, class: Class, key: u32, c: char) -> bool {
        match class {
            _ if self.count == 0 => true,
            Class::Mark => true,
            Class::Letter | Class::Digit => class == self.class,
            Class::Punctuation | Class::Symbol => key == self.last && repeats(c),
        }
    }

    fn add(&mut self, c: char, class: Class, key: u32) {
        self.end += c.len_utf8();
        if self.count == 0 {
            self.class = class;
            self.last = key;
        }
        self.key = mix(self.key, key);
        self.suffix = (self.suffix << 8) ^ key;
        self.count += 1;
        if class == Class::Letter {
            let upper = if c.is_ascii() { Some(c.is_ascii_uppercase()) } else { case(c) };
            self.upper += u32::from(upper == Some(true));
            self.lower += u32::from(upper == Some(false));
            self.first_upper |= self.count == 1 && upper == Some(true);
        }
    }

    fn run(&self) -> Run {
        let shape = match self.class {
            Class::Letter => self.letters(),
            Class::Digit => shape::DIGITS + self.count.min(5),
            Class::Punctuation => self.last | (self.count.min(4) - 1) << 24,
            Class::Symbol | Class::Mark => shape::SYMBOL,
        };
        Run { start: self.start, end: self.end, key: self.key, shape, suffix: self.suffix & 0xFF_FFFF }
    }

    fn letters(&self) -> u32 {
        match (self.upper, self.lower) {
            (0, 0) => shape::CASELESS,
            (0, 1) => shape::LETTER,
            (0, _) => shape::LOWER,
            (1, 0) => shape::INITIAL,
            (_, 0) => shape::CAPITALS,
            (1, _) if self.first_upper => shape::CAPITALISED,
            _ => shape::MIXED,
        }
    }
}
