//! The list of issues: strings whose presence says what a text is about.

use std::collections::{HashMap, HashSet};

use crate::line::{Line, codes};

/// What a string says about the text that holds it.
#[derive(Debug)]
enum Told {
    /// It is about an issue.
    Issue(u32),
    /// Nothing is said about its sentence, or about the whole text.
    Nothing { text: bool },
}

/// A string as its words after the first, and what it says.
#[derive(Debug)]
struct Entry {
    rest: Vec<String>,
    told: Told,
}

/// All issues.
#[derive(Debug, Default)]
pub(crate) struct Issues {
    codes: Vec<String>,
    by_first: HashMap<String, Vec<Entry>>,
}

impl Issues {
    /// Reads a file; what could not be read goes to `complain` with its line.
    pub(crate) fn read(&mut self, lines: &[Line], mut complain: impl FnMut(usize, &'static str)) {
        let mut numbers = self.codes.iter().cloned().zip(0..).collect();
        for line in lines.iter().filter(|l| !l.text.trim_start().starts_with('<')) {
            if let Err(what) = self.add(line.text.trim(), &mut numbers) {
                complain(line.number, what);
            }
        }
    }

    fn add(&mut self, text: &str, numbers: &mut HashMap<String, u32>) -> Result<(), &'static str> {
        let (string, codes) = codes(text);
        let bare = string.trim_start_matches('~');
        let signs = string.len() - bare.len();
        for form in forms(bare) {
            let told = match (signs, codes.first()) {
                (0, Some(code)) => Told::Issue(self.number(code, numbers)),
                (0, None) => return Err("an issue without a code"),
                (signs, _) => Told::Nothing { text: signs > 1 },
            };
            let mut words = form.into_iter();
            let first = words.next().ok_or("an issue without words")?;
            self.by_first.entry(first).or_default().push(Entry { rest: words.collect(), told });
        }
        Ok(())
    }

    fn number(&mut self, code: &str, numbers: &mut HashMap<String, u32>) -> u32 {
        *numbers.entry(code.to_owned()).or_insert_with(|| {
            self.codes.push(code.to_owned());
            self.codes.len() as u32 - 1
        })
    }

    /// The issues of a text with how often their strings are in it, in the order of their codes.
    pub(crate) fn count(&self, text: &str) -> Vec<(String, usize)> {
        let mut counts: HashMap<u32, usize> = HashMap::new();
        for sentence in text.split_inclusive(['.', '!', '?', '\n']) {
            match self.of_sentence(&split(sentence)) {
                Ok(found) => found.into_iter().for_each(|issue| *counts.entry(issue).or_default() += 1),
                Err(Told::Nothing { text: true }) => return Vec::new(),
                Err(_) => {}
            }
        }
        let name = |issue: u32| self.codes.get(issue as usize).cloned().unwrap_or_default();
        let mut counts: Vec<_> = counts.into_iter().map(|(issue, n)| (name(issue), n)).collect();
        counts.sort();
        counts
    }

    /// The issue of every string in a sentence, or what keeps it from having any.
    fn of_sentence(&self, words: &[String]) -> Result<Vec<u32>, Told> {
        let (mut found, mut nothing) = (Vec::new(), None);
        for (i, word) in words.iter().enumerate() {
            let mut here = HashSet::new();
            for entry in self.by_first.get(word).into_iter().flatten() {
                match entry.told {
                    _ if !words[i + 1..].starts_with(&entry.rest) => {}
                    Told::Issue(issue) if here.insert(issue) => found.push(issue),
                    Told::Issue(_) => {}
                    Told::Nothing { text } => nothing = Some(nothing.unwrap_or(false) || text),
                }
            }
        }
        nothing.map_or(Ok(found), |text| Err(Told::Nothing { text }))
    }
}

/// The forms of a string: what `n:` and `v:` mark also in its plural or in the forms of a verb, what `+` joins as one
/// word with a hyphen and as two.
fn forms(text: &str) -> Vec<Vec<String>> {
    let mut forms: Vec<Vec<String>> = vec![Vec::new()];
    for piece in text.split([' ', '+', '\t']).filter(|p| !p.is_empty()) {
        let piece = piece.to_uppercase();
        let options = match (piece.strip_prefix("N:"), piece.strip_prefix("V:")) {
            (Some(noun), _) => vec![noun.to_owned(), crate::form::plural(noun)],
            (_, Some(verb)) => crate::form::regular(verb).to_vec(),
            _ => vec![piece],
        };
        let options: Vec<Vec<String>> = options.iter().map(|o| split(o)).collect();
        if forms.len() * options.len() > MOST_FORMS {
            break;
        }
        forms = forms.iter().flat_map(|f| options.iter().map(|o| [&f[..], &o[..]].concat())).collect();
    }
    forms
}

/// A string with more forms than these is read only as far as it has fewer.
const MOST_FORMS: usize = 64;

/// Words in capitals; hyphens part words.
fn split(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    words.filter(|w| !w.is_empty()).map(str::to_uppercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    fn count(text: &str) -> Vec<(String, usize)> {
        let mut issues = Issues::default();
        let file = "<ISSUE>\nn:ferry [BOATS]\nsea+n:lane [BOATS]\nv:sink [LOSS]\n~paper ferry\n~~regatta\nodd\n</ISSUE>";
        let mut complaints = Vec::new();
        issues.read(&lines(file.as_bytes()), |n, _| complaints.push(n));
        assert_eq!(complaints, [7]);
        issues.count(text)
    }

    #[test]
    fn issues_are_counted() {
        let want = vec![("BOATS".to_owned(), 2), ("LOSS".to_owned(), 1)];
        assert_eq!(count("Two ferries sinks in the sea-lanes."), want);
    }

    #[test]
    fn a_string_can_keep_a_sentence_or_a_text_from_having_any() {
        assert_eq!(count("A paper ferry sinks. A ferry."), [("BOATS".to_owned(), 1)]);
        assert_eq!(count("A ferry. A regatta."), []);
    }
}
