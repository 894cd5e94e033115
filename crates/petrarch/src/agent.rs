//! The dictionary of agents: words for roles, whose codes join those of actors.

use std::collections::HashMap;

use crate::line::{Line, codes};
use crate::word::{Phrase, Phrases, Words};

/// The code of an agent, and on which side of the actor's it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Agent {
    /// Its code.
    pub(crate) code: String,
    /// Whether it goes before the actor's.
    pub(crate) before: bool,
}

/// All agents.
#[derive(Debug, Default)]
pub(crate) struct Agents {
    list: Phrases<Agent>,
}

impl Agents {
    /// Reads a file; what could not be read goes to `complain` with its line.
    pub(crate) fn read(
        &mut self,
        lines: &[Line],
        words: &mut Words,
        mut complain: impl FnMut(usize, &'static str),
    ) {
        let mut groups = HashMap::new();
        for line in lines {
            let told = match line.text.trim_start().starts_with('!').then(|| group(&line.text)).flatten() {
                Some((name, items)) => {
                    groups.insert(name, items);
                    Ok(())
                }
                None => self.add(&line.text, &groups, words),
            };
            if let Err(what) = told {
                complain(line.number, what);
            }
        }
    }

    /// Makes ready what was read.
    pub(crate) fn sort(&mut self) {
        self.list.sort();
    }

    fn add(
        &mut self,
        text: &str,
        groups: &HashMap<String, Vec<String>>,
        words: &mut Words,
    ) -> Result<(), &'static str> {
        let (name, codes) = codes(text);
        let agent = codes.first().and_then(|code| agent(code)).ok_or("an agent without a code")?;
        for form in forms(name, groups)? {
            let phrase = Phrase::read(words, &form).ok_or("an agent without a name")?;
            self.list.add(phrase, agent.clone());
        }
        Ok(())
    }

    /// The agent whose name begins `text`, and how many words it takes.
    pub(crate) fn at(&self, text: &[u32]) -> Option<(&Agent, usize)> {
        self.list.at(text)
    }
}

/// No more words than these stand in for a name.
const MOST_ITEMS: usize = 100;

/// `!NAME! = A, B`: words that may stand in for a name.
fn group(text: &str) -> Option<(String, Vec<String>)> {
    let (name, items) = text.split_once('=')?;
    let name = name.trim().to_uppercase();
    let items = items.split(',').map(|i| i.trim().to_uppercase()).filter(|i| !i.is_empty()).take(MOST_ITEMS);
    (name.len() > 2 && name.ends_with('!')).then(|| (name, items.collect()))
}

fn agent(code: &str) -> Option<Agent> {
    let before = code.ends_with('~');
    let bare = if before { code.strip_suffix('~') } else { code.strip_prefix('~') }?.trim();
    (!bare.is_empty()).then(|| Agent { code: bare.to_owned(), before })
}

/// The forms of an agent's name: those of its group, or itself and its plural.
fn forms(name: &str, groups: &HashMap<String, Vec<String>>) -> Result<Vec<String>, &'static str> {
    let (stem, plural) = match name.split_once('{') {
        Some((stem, rest)) => (stem, Some(rest.trim_end().trim_end_matches('}').trim())),
        None => (name, None),
    };
    let stem = stem.trim().to_uppercase();
    if let Some(start) = stem.find('!') {
        let end = stem[start + 1..].find('!').ok_or("a group's name that does not end")? + start + 2;
        let items = groups.get(&stem[start..end]).ok_or("a group that is not defined")?;
        return Ok(items.iter().map(|i| format!("{}{i}{}", &stem[..start], &stem[end..])).collect());
    }
    let plural = match plural {
        Some("") => None,
        Some(form) => Some(form.to_uppercase()),
        None => Some(crate::form::plural(stem.trim_end_matches('_'))),
    };
    Ok(std::iter::once(stem).chain(plural).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    fn read(text: &str) -> (Agents, Words, Vec<usize>) {
        let (mut agents, mut words, mut complaints) = (Agents::default(), Words::default(), Vec::new());
        agents.read(&lines(text.as_bytes()), &mut words, |n, _| complaints.push(n));
        agents.sort();
        (agents, words, complaints)
    }

    fn code<'a>(read: &'a (Agents, Words, Vec<usize>), name: &str) -> Option<&'a str> {
        let text: Vec<u32> = name.split(' ').map(|w| read.1.number(w)).collect();
        read.0.at(&text).map(|(agent, _)| agent.code.as_str())
    }

    #[test]
    fn plurals_are_made_given_or_forbidden() {
        let all =
            read("COOK [~KIT]\nSPY_ [~INT]\nGOOSE_GIRL {GOOSE_LADIES} [~GGS]\nDEER {} [WLD~]\nBOSS [~BUS]");
        for (name, want) in [("COOKS", "KIT"), ("SPIES", "INT"), ("GOOSE LADIES", "GGS"), ("BOSSES", "BUS")] {
            assert_eq!(code(&all, name), Some(want), "{name}");
        }
        assert_eq!(code(&all, "DEERS"), None);
        assert!(all.2.is_empty());
    }

    #[test]
    fn groups_are_put_in_place() {
        let all = read("!ONE! = MAN, MEN\nSEA!ONE! [~NAV]\n!ONE!_OF_LAW [~JUD]\n");
        assert_eq!(code(&all, "SEAMEN"), Some("NAV"));
        assert_eq!(code(&all, "MAN OF LAW"), Some("JUD"));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        assert_eq!(
            read("COOK\nSEA!NONE! [~A]\nSEA!X [~A]\nQ [ABC]\n[~A]\n!A! = B\nX [~]").2,
            [1, 2, 3, 4, 5, 7]
        );
    }
}
