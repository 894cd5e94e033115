//! Typed, end-exclusive ranges: a span of bytes and a span of tokens are different types.

use std::fmt;
use std::marker::PhantomData;
use std::ops::Range;

/// What a [`Span`] counts.
pub trait Unit: Copy + Eq {
    /// The unit's name, for messages.
    const NAME: &'static str;
}

/// Bytes of a report's UTF-8 text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Byte;

/// Positions in a list of tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct TokenIndex;

impl Unit for Byte {
    const NAME: &'static str = "byte";
}

impl Unit for TokenIndex {
    const NAME: &'static str = "token";
}

/// A range from `start` up to, but without, `end`, counted in `U`.
///
/// ```
/// use saydo_text::{Byte, Span};
/// let said = Span::<Byte>::new(7, 11);
/// assert_eq!(said.of("Moscow said so"), Some("said"));
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Span<U: Unit> {
    /// The first unit inside.
    pub start: usize,
    /// The first unit after.
    pub end: usize,
    unit: PhantomData<U>,
}

impl<U: Unit> Span<U> {
    /// The span from `start` to `end`; an `end` before `start` gives the empty span at `start`.
    pub fn new(start: usize, end: usize) -> Self {
        Self { start, end: end.max(start), unit: PhantomData }
    }

    /// How many units lie inside.
    pub fn len(self) -> usize {
        self.end - self.start
    }

    /// Whether nothing lies inside.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The same range for indexing.
    pub fn range(self) -> Range<usize> {
        self.start..self.end
    }
}

impl Span<Byte> {
    /// The piece of `text` inside, or `None` where the span does not fit its character borders.
    pub fn of(self, text: &str) -> Option<&str> {
        text.get(self.range())
    }
}

impl<U: Unit> fmt::Debug for Span<U> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}..{} {}", self.start, self.end, U::NAME)
    }
}
