//! Stretches of days by number: of thousands, the last one that lies near others is found without looking at all.

use saydo_facts::Days;

use crate::day::number;

/// So many stretches are passed over together where none of them can be near.
const BLOCK: usize = 64;

/// A stretch of days, by their numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Span {
    first: i32,
    last: i32,
}

impl Span {
    pub(super) fn of(days: Days) -> Self {
        Self { first: number(days.first), last: number(days.last) }
    }

    /// The stretch that begins so many days earlier.
    pub(super) fn begun_before(self, days: i32) -> Self {
        Self { first: self.first - days, ..self }
    }

    /// Whether two stretches have a day in common, give or take `slack` days.
    pub(super) fn meets(self, other: Self, slack: i32) -> bool {
        other.first - self.last <= slack && self.first - other.last <= slack
    }

    fn with(self, other: Self) -> Self {
        Self { first: self.first.min(other.first), last: self.last.max(other.last) }
    }
}

/// Many stretches, in their order.
#[derive(Debug, Default)]
pub(super) struct Spans {
    all: Vec<Span>,
    /// For each block a stretch that holds all that ever were in it.
    blocks: Vec<Span>,
}

impl Spans {
    /// Puts one behind the others.
    pub(super) fn push(&mut self, span: Span) {
        self.all.push(span);
        match self.blocks.get_mut((self.all.len() - 1) / BLOCK) {
            Some(block) => *block = block.with(span),
            None => self.blocks.push(span),
        }
    }

    /// Puts one in the place of another.
    pub(super) fn set(&mut self, at: usize, span: Span) {
        self.all[at] = span;
        self.blocks[at / BLOCK] = self.blocks[at / BLOCK].with(span);
    }

    /// The place of the last one that meets `near` and that `fits`.
    pub(super) fn last(&self, near: Span, slack: i32, fits: impl Fn(usize, Span) -> bool) -> Option<usize> {
        let blocks = self.blocks.iter().enumerate().rev().filter(|(_, block)| block.meets(near, slack));
        let places = blocks.flat_map(|(at, _)| (at * BLOCK..self.all.len().min((at + 1) * BLOCK)).rev());
        places.into_iter().find(|&at| self.all[at].meets(near, slack) && fits(at, self.all[at]))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_one_near_is_the_one_that_a_look_at_all_finds() {
        let mut spans = Spans::default();
        let span = |n: i32| Span { first: n * 37 % 400, last: n * 37 % 400 + n % 9 };
        for n in 0..500 {
            spans.push(span(n));
        }
        spans.set(3, Span { first: 900, last: 901 });
        for first in -10..950 {
            let near = Span { first, last: first + 2 };
            let fits = |at: usize, _: Span| at % 3 != 1;
            let plain = (0..500).rev().find(|&at| spans.all[at].meets(near, 1) && fits(at, near));
            assert_eq!(spans.last(near, 1, fits), plain, "{first}");
        }
    }
}
