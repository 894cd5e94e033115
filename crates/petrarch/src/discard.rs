//! The list of discards: strings whose sentence, or whose whole report, is not coded.

use std::collections::HashMap;

use crate::line::Line;

/// What is thrown away.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Extent {
    /// The sentence.
    Sentence,
    /// The report.
    Report,
}

/// A string that throws away what holds it.
#[derive(Debug)]
struct Discard {
    /// The words after the first.
    rest: Vec<String>,
    /// Whether its last word may be only the beginning of one.
    stem: bool,
    extent: Extent,
}

/// All discards, by their first word.
#[derive(Debug, Default)]
pub(crate) struct Discards {
    by_first: HashMap<String, Vec<Discard>>,
}

/// Longer stems than this are only found as whole words.
const LONGEST_STEM: usize = 48;

impl Discards {
    /// Reads a file.
    pub(crate) fn read(&mut self, lines: &[Line]) {
        for line in lines {
            let text = line.text.trim();
            let (extent, text) = match text.strip_prefix('+') {
                Some(rest) => (Extent::Report, rest),
                None => (Extent::Sentence, text),
            };
            let mut words = split(&text.replace('_', " ")).into_iter();
            if let Some(first) = words.next() {
                let discard = Discard { rest: words.collect(), stem: !text.ends_with('_'), extent };
                self.by_first.entry(first).or_default().push(discard);
            }
        }
    }

    /// What is thrown away for a sentence.
    pub(crate) fn extent(&self, text: &str) -> Option<Extent> {
        if self.by_first.is_empty() {
            return None;
        }
        let words = split(text);
        (0..words.len()).filter_map(|i| self.starting(&words[i..])).max()
    }

    /// What a discard that begins with the first of some words throws away.
    fn starting(&self, words: &[String]) -> Option<Extent> {
        let (first, rest) = words.split_first()?;
        let whole = self.by_first.get(first).into_iter().flatten().filter(|d| d.follows(rest));
        let ends = first.char_indices().map(|(i, _)| i).take(LONGEST_STEM).skip(1);
        let stems = ends.filter_map(|end| self.by_first.get(&first[..end])).flatten();
        let stems = stems.filter(|d| d.stem && d.rest.is_empty());
        whole.chain(stems).map(|d| d.extent).max()
    }
}

impl Discard {
    /// Whether its words after the first begin `words`.
    fn follows(&self, words: &[String]) -> bool {
        let Some((last, inner)) = self.rest.split_last() else { return true };
        let ends = |word: &String| word == last || self.stem && word.starts_with(last.as_str());
        words.starts_with(inner) && words.get(inner.len()).is_some_and(ends)
    }
}

/// Words in capitals, without the signs around them.
fn split(text: &str) -> Vec<String> {
    let bare = text.split_whitespace().map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()));
    bare.filter(|w| !w.is_empty()).map(str::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    #[test]
    fn sentences_and_reports_are_thrown_away() {
        let mut discards = Discards::default();
        discards.read(&lines(b"CURLING\nYEARS LATER_\n+Snook\n+\nGRAND TOUR\nHAT_\n"));
        assert_eq!(discards.extent("They met, years later, there."), Some(Extent::Sentence));
        assert_eq!(discards.extent("The curling, then Snooker."), Some(Extent::Report));
        assert_eq!(discards.extent("All grand tourists"), Some(Extent::Sentence));
        assert_eq!(discards.extent("Years passed, later ones too, and hats."), None);
    }
}
