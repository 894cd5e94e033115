//! Labels of words: outside of names, or a place in a name of some kind.

use std::ops::Range;

use crate::Kind;

/// How many labels there are: outside, and begin, inside, end, single for each of the [`KINDS`].
pub const LABELS: usize = 1 + 4 * KINDS;

/// How many kinds of names are told apart: people, places, organisations, and others that nobody asks for.
pub const KINDS: usize = 4;

/// Where in a name a word stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// It is the first of several.
    Begin,
    /// It stands between others.
    Inside,
    /// It is the last of several.
    End,
    /// It is the whole name.
    Single,
}

const PARTS: [Part; 4] = [Part::Begin, Part::Inside, Part::End, Part::Single];

/// What a word is to names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Label(u8);

impl Label {
    /// The word belongs to no name.
    pub const OUTSIDE: Self = Self(0);

    /// The part of a name of the kind with this index: 0 people, 1 places, 2 organisations, 3 others.
    pub fn new(kind: usize, part: Part) -> Self {
        Self((1 + 4 * (kind % KINDS) + part as usize) as u8)
    }

    /// The label with this index, outside for one that there is not.
    pub fn at(index: usize) -> Self {
        if index < LABELS { Self(index as u8) } else { Self::OUTSIDE }
    }

    /// Its index, below [`LABELS`].
    pub fn index(self) -> usize {
        usize::from(self.0)
    }

    /// The index of its kind and the part it is, nothing for outside.
    pub fn name(self) -> Option<(usize, Part)> {
        let i = self.index().checked_sub(1)?;
        Some((i / 4, PARTS[i % 4]))
    }

    /// Whether a sentence may start with it, and any label that closes may stand before it.
    pub fn opens(self) -> bool {
        matches!(self.name(), None | Some((_, Part::Begin | Part::Single)))
    }

    /// Whether a sentence may end with it, and any label that opens may stand after it.
    pub fn closes(self) -> bool {
        matches!(self.name(), None | Some((_, Part::End | Part::Single)))
    }

    /// Whether `next` may stand right after it.
    pub fn may_precede(self, next: Self) -> bool {
        match (self.name(), next.name()) {
            (Some((a, _)), Some((b, _))) if !self.closes() => a == b && !next.opens(),
            _ => self.closes() && next.opens(),
        }
    }
}

/// The names that a sentence's labels spell: the index of each one's kind, and its words.
pub fn names(labels: &[Label]) -> Vec<(usize, Range<usize>)> {
    let mut names = Vec::new();
    let mut start = 0;
    for (i, label) in labels.iter().enumerate() {
        if label.opens() {
            start = i;
        }
        if let Some((kind, Part::End | Part::Single)) = label.name() {
            names.push((kind, start..i + 1));
        }
    }
    names
}

/// The kind with this index, where somebody asks for it.
pub(super) fn kind(index: usize) -> Option<Kind> {
    [Kind::Person, Kind::Place, Kind::Organisation].get(index).copied()
}

/// The labels that spell a name of `n` words.
pub fn spell(kind: usize, n: usize) -> impl Iterator<Item = Label> {
    (0..n).map(move |i| {
        let part = match (i, n) {
            (_, 1) => Part::Single,
            (0, _) => Part::Begin,
            _ if i + 1 == n => Part::End,
            _ => Part::Inside,
        };
        Label::new(kind, part)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_spell_names_and_names_labels() {
        let mut labels = vec![Label::OUTSIDE];
        labels.extend(spell(0, 1).chain(spell(2, 3)));
        assert_eq!(names(&labels), [(0, 1..2), (2, 2..5)]);
        assert!(labels.windows(2).all(|w| w[0].may_precede(w[1])));
        assert!(!Label::new(0, Part::Begin).may_precede(Label::new(1, Part::End)));
        assert!(!Label::OUTSIDE.may_precede(Label::new(1, Part::End)));
        assert!((0..LABELS).all(|i| Label::at(i).index() == i));
    }
}
