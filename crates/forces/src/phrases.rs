//! Phrases of a table, found in a sentence by their last word, however blanks and hyphens are written.

use std::collections::{HashMap, HashSet};

use saydo_syntax::Sentence;

/// Phrases with what they stand for. "S-400", "S 400" and "S400" are one phrase.
#[derive(Clone, Debug)]
pub(crate) struct Phrases<T> {
    rows: HashMap<String, T>,
    tails: HashSet<String>,
}

/// How many words a phrase has at most.
const MOST: usize = 5;

impl<T> Default for Phrases<T> {
    fn default() -> Self {
        Self { rows: HashMap::new(), tails: HashSet::new() }
    }
}

impl<T> Phrases<T> {
    /// Takes in a phrase; says whether it is new.
    pub(crate) fn add(&mut self, phrase: &str, row: T) -> bool {
        let key = squash(phrase);
        let last = phrase.rsplit([' ', '-']).next().unwrap_or_default();
        self.tails.extend([squash(last), key.clone()]);
        self.tails.extend(borders(&key).map(|at| key[at..].to_owned()));
        self.rows.insert(key, row).is_none()
    }

    /// What a single word stands for.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.rows.get(&squash(word))
    }

    /// The longest phrase that ends with word `i` and passes the test, with its first word. The last word may stand in
    /// the plural.
    pub(crate) fn ending_at(
        &self,
        sentence: &Sentence<'_>,
        i: usize,
        fits: impl Fn(usize, &T) -> bool,
    ) -> Option<(usize, &T)> {
        let word = &sentence.words[i];
        let form = squash(word.form);
        let singular = form.strip_suffix('s').unwrap_or_default().to_owned();
        let ends = [form, singular, squash(&word.lemma)];
        let known = ends.into_iter().filter(|end| self.tails.contains(end));
        known.filter_map(|end| self.longest(sentence, i, end, &fits)).min_by_key(|(start, _)| *start)
    }

    fn longest(
        &self,
        sentence: &Sentence<'_>,
        i: usize,
        mut key: String,
        fits: impl Fn(usize, &T) -> bool,
    ) -> Option<(usize, &T)> {
        let fitting = |key: &str, start| self.rows.get(key).filter(|row| fits(start, row));
        let mut best = fitting(&key, i).map(|row| (i, row));
        for (start, piece) in before(sentence, i).take(MOST - 1) {
            key.insert_str(0, &piece);
            best = fitting(&key, start).map(|row| (start, row)).or(best);
        }
        best
    }
}

/// Where letters and digits meet: words may be cut there, as in "9 K33".
fn borders(key: &str) -> impl Iterator<Item = usize> + '_ {
    let pairs = key.char_indices().zip(key.chars().skip(1));
    pairs.filter(|((_, a), b)| a.is_ascii_digit() != b.is_ascii_digit()).map(|((at, a), _)| at + a.len_utf8())
}

/// The words before one, from right to left, without the hyphens between them, up to the first other sign.
fn before<'s>(sentence: &'s Sentence<'_>, i: usize) -> impl Iterator<Item = (usize, String)> + 's {
    let words = sentence.words[..i].iter().enumerate().rev();
    let joined = words.filter(|(_, w)| !is_hyphen(w.form)).map(|(at, w)| (at, squash(w.form)));
    joined.take_while(|(at, piece)| !piece.is_empty() && !sentence.words[*at].form.starts_with(['\'', '’']))
}

/// Whether a word is a hyphen or a dash.
pub(crate) fn is_hyphen(form: &str) -> bool {
    matches!(form, "-" | "‐" | "‑" | "–" | "—")
}

/// The letters and digits of a phrase, in lower case.
pub(crate) fn squash(phrase: &str) -> String {
    phrase.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use saydo_syntax::Document;

    #[test]
    fn the_longest_phrase_is_found_however_it_is_written() {
        let mut phrases = Phrases::default();
        phrases.add("missile", 1);
        phrases.add("air-defence missile", 2);
        phrases.add("S-400", 3);
        let document = Document::by_hand(&[
            "air/air/NOUN/NN/2/compound defence/defence/NOUN/NN/3/compound missiles/missile/NOUN/NNS/0/root",
            "S/S/PROPN/NNP/0/root -/-/PUNCT/HYPH/1/punct 400/400/NUM/CD/1/flat 's/'s/PART/POS/1/case 400/400/NUM/CD/1/flat",
        ]);
        let [first, second] = &document.sentences[..] else { panic!("two sentences") };
        assert_eq!(phrases.ending_at(first, 2, |_, _| true), Some((0, &2)));
        assert_eq!(phrases.ending_at(first, 2, |_, row| *row < 2), Some((2, &1)));
        assert_eq!(phrases.ending_at(second, 2, |_, _| true), Some((0, &3)));
        assert_eq!(phrases.ending_at(second, 4, |_, _| true), None);
    }
}
