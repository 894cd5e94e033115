//! Patterns around a verb, in the linear style and in the style with groups.

use crate::synset::{Set, Synsets};
use crate::word::Words;

/// The code of an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Code {
    /// There is no event.
    Nothing,
    /// Of the source towards the target.
    One(String),
    /// Of the source towards the target, and of the target towards the source; the first may be empty.
    Pair(String, String),
}

/// What has to stand at a place of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum What {
    /// A word.
    Word(u32),
    /// A phrase of a set.
    Set(Set),
    /// The source.
    Source,
    /// The target.
    Target,
    /// The end of the noun phrase here, or of the next one.
    Skip,
    /// A noun phrase of several coordinated actors.
    Compound,
}

/// A place of a pattern.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Place {
    /// What has to stand there.
    pub(crate) what: What,
    /// Whether it must stand right beside the place before it, seen from the verb.
    pub(crate) adjacent: bool,
    /// The group it belongs to, 0 for none: the places of a group stand near each other.
    pub(crate) group: u16,
}

/// A pattern.
#[derive(Debug)]
pub(crate) struct Pattern {
    /// What stands before the verb, from the verb outwards.
    pub(crate) before: Box<[Place]>,
    /// What stands after the verb.
    pub(crate) after: Box<[Place]>,
    /// The code of what it finds.
    pub(crate) code: Code,
}

/// A pattern with more places than these is not read.
const MOST_PLACES: usize = 64;

impl Code {
    /// What stands in brackets; `None` where that is no code.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let old = ["+++", "###"].contains(&text);
        match text.split_once(':') {
            _ if text.is_empty() || old || text.contains(char::is_whitespace) => None,
            _ if text == "---" => Some(Self::Nothing),
            Some((there, back)) => Some(Self::Pair(there.to_owned(), back.to_owned())),
            None => Some(Self::One(text.to_owned())),
        }
    }
}

impl Pattern {
    /// How many places it has: of two that match, the one with more wins.
    pub(crate) fn size(&self) -> usize {
        self.before.len() + self.after.len()
    }

    /// Reads a pattern without its code.
    pub(crate) fn read(
        text: &str,
        code: Code,
        words: &mut Words,
        sets: &mut Synsets,
    ) -> Result<Self, &'static str> {
        let mut reading = Reading { words, sets, places: Vec::new(), verb: None, depth: 0, group: 0 };
        reading.text(text)?;
        let Reading { places, verb, .. } = reading;
        let verb = verb.ok_or("a pattern without its verb")?;
        if places.len() > MOST_PLACES {
            return Err("a pattern that is too long");
        }
        let towards = |k: usize| places.get(k + 1).is_some_and(|next| next.1);
        let before = (0..verb).rev().map(|k| Place { adjacent: towards(k), ..places[k].0 });
        let after =
            places[verb + 1..].iter().map(|(place, adjacent)| Place { adjacent: *adjacent, ..*place });
        Ok(Self { before: before.collect(), after: after.collect(), code })
    }
}

/// The state of reading a pattern.
struct Reading<'a> {
    words: &'a mut Words,
    sets: &'a mut Synsets,
    /// The places, and whether each stands right beside the one to its left. The verb has one too.
    places: Vec<(Place, bool)>,
    verb: Option<usize>,
    depth: usize,
    group: u16,
}

impl Reading<'_> {
    fn text(&mut self, text: &str) -> Result<(), &'static str> {
        for piece in text.split_whitespace() {
            let mut rest = piece;
            while let Some(at) = rest.find(['{', '}', '(', ')']) {
                self.piece(&rest[..at])?;
                self.bracket(&rest[at..=at])?;
                rest = &rest[at + 1..];
            }
            self.piece(rest)?;
        }
        if self.depth == 0 { Ok(()) } else { Err("a group that is not closed") }
    }

    fn bracket(&mut self, sign: &str) -> Result<(), &'static str> {
        if "{(".contains(sign) {
            self.group += u16::from(self.depth == 0 && self.group < u16::MAX);
            self.depth += 1;
        } else {
            self.depth = self.depth.checked_sub(1).ok_or("a group that is not open")?;
        }
        Ok(())
    }

    /// Parts joined by `_`.
    fn piece(&mut self, piece: &str) -> Result<(), &'static str> {
        let parts: Vec<&str> = piece.split('_').collect();
        let (mut i, mut adjacent) = (0, false);
        while let Some(part) = parts.get(i) {
            let (what, taken) = match part.strip_prefix('&') {
                Some(name) => self.set(name, &parts[i + 1..]),
                None => (self.single(part), 1),
            };
            if *part == "*" && self.verb.replace(self.places.len()).is_some() {
                return Err("a pattern with two verbs");
            }
            if !part.is_empty() {
                let group = if self.depth > 0 { self.group } else { 0 };
                self.places.push((Place { what, adjacent: false, group }, adjacent));
            }
            (i, adjacent) = (i + taken, true);
        }
        Ok(())
    }

    fn single(&mut self, part: &str) -> What {
        match part {
            "$" => What::Source,
            "+" => What::Target,
            "^" | "*" | "" => What::Skip,
            "%" => What::Compound,
            word => What::Word(self.words.add(&word.to_uppercase())),
        }
    }

    /// The set whose name begins with `first` and may go on over the next parts, and how many parts that takes.
    fn set(&mut self, first: &str, rest: &[&str]) -> (What, usize) {
        let parts: Vec<&str> = std::iter::once(first).chain(rest.iter().copied().take(7)).collect();
        match self.sets.known(&parts) {
            Some((set, taken)) => (What::Set(set), taken),
            None => (What::Set(self.sets.named(first)), 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Result<Pattern, &'static str> {
        let (mut words, mut sets) = (Words::default(), Synsets::default());
        sets.named("SEA_FOOD");
        Pattern::read(text, Code::Nothing, &mut words, &mut sets)
    }

    fn adjacent(places: &[Place]) -> Vec<bool> {
        places.iter().map(|p| p.adjacent).collect()
    }

    #[test]
    fn places_are_seen_from_the_verb() {
        let pattern = read("SAID WILL_*_AWAY FROM_ $").unwrap();
        assert_eq!(adjacent(&pattern.before), [true, false]);
        assert_eq!(adjacent(&pattern.after), [true, false, false]);
        assert_eq!(pattern.after[2].what, What::Source);
        assert_eq!(pattern.size(), 5);
    }

    #[test]
    fn groups_and_sets_are_read() {
        let pattern = read("+ * (FOR {FRESH &SEA_FOOD_FEAST}) %").unwrap();
        assert_eq!(pattern.after.iter().map(|p| p.group).collect::<Vec<_>>(), [1, 1, 1, 1, 0]);
        assert_eq!(pattern.after[2].what, What::Set(0));
        assert_eq!(pattern.before[0].what, What::Target);
    }

    #[test]
    fn what_is_no_pattern_is_told() {
        for bad in ["A B", "* *", "* (A", "* A}", ""] {
            assert!(read(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn codes_are_single_paired_or_nothing() {
        assert_eq!(Code::read("---"), Some(Code::Nothing));
        assert_eq!(Code::read(" 031:032"), Some(Code::Pair("031".into(), "032".into())));
        assert_eq!(Code::read(":173"), Some(Code::Pair(String::new(), "173".into())));
        assert_eq!([Code::read("+++"), Code::read("a b"), Code::read("")], [None, None, None]);
    }
}
