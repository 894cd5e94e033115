//! The dictionaries of actors: names, synonyms, and codes with the time in which they hold.

use crate::date::{Day, When};
use crate::line::{Line, codes};
use crate::word::{Phrase, Phrases, Words};

/// A code and when it holds.
#[derive(Debug)]
struct Role {
    code: String,
    when: When,
}

/// All actors.
#[derive(Debug, Default)]
pub(crate) struct Actors {
    names: Phrases<u32>,
    roles: Vec<Vec<Role>>,
}

impl Actors {
    /// Reads a file; what could not be read goes to `complain` with its line.
    pub(crate) fn read(
        &mut self,
        lines: &[Line],
        words: &mut Words,
        mut complain: impl FnMut(usize, &'static str),
    ) {
        let mut open = false;
        for line in lines {
            let told = match line.text.trim_start().chars().next() {
                Some('[') if open => self.add_roles(&line.text),
                Some('+') if open => self.add_name(line.text.trim_start().trim_start_matches('+'), words),
                Some('[' | '+') => Err("belongs to no actor"),
                _ => {
                    self.roles.push(Vec::new());
                    let told = self.add_name(&line.text, words);
                    open = !matches!(told, Err(NO_NAME));
                    told
                }
            };
            if let Err(what) = told {
                complain(line.number, what);
            }
        }
    }

    /// Makes ready what was read.
    pub(crate) fn sort(&mut self) {
        self.names.sort();
    }

    fn add_name(&mut self, text: &str, words: &mut Words) -> Result<(), &'static str> {
        let (name, _) = codes(text);
        let phrase = Phrase::read(words, name).ok_or(NO_NAME)?;
        self.names.add(phrase, self.roles.len().saturating_sub(1) as u32);
        self.add_roles(&text[name.len()..])
    }

    fn add_roles(&mut self, text: &str) -> Result<(), &'static str> {
        if text.matches('[').count() != text.matches(']').count() {
            return Err("a bracket is open or closed alone");
        }
        let mut told = Ok(());
        for part in codes(text).1 {
            match (role(part), self.roles.last_mut()) {
                (Some(role), Some(roles)) => roles.push(role),
                _ => told = Err("a code with a date that is none"),
            }
        }
        told
    }

    /// The code of the actor whose name begins `text` on a day, `None` within where it has none then, and how many
    /// words its name takes.
    pub(crate) fn at(&self, text: &[u32], day: Option<Day>) -> Option<(Option<&str>, usize)> {
        let (&group, taken) = self.names.at(text)?;
        let roles = self.roles.get(group as usize)?;
        let dated = day.and_then(|day| roles.iter().find(|r| r.when.holds(day)));
        let role = dated.or_else(|| roles.iter().find(|r| r.when == When::Else));
        Some((role.map(|r| r.code.as_str()).filter(|code| *code != "---"), taken))
    }

    /// How many words a name that begins `text` takes, where it stands without others between its words.
    pub(crate) fn whole(&self, text: &[u32]) -> Option<usize> {
        self.names.whole(text)
    }
}

const NO_NAME: &str = "an actor without a name";

/// A code with its time: the code ends where the first sign of a date begins.
fn role(text: &str) -> Option<Role> {
    let (code, when) = match text.find(|c: char| c == '<' || c == '>' || c.is_whitespace()) {
        Some(end) => text.split_at(end),
        None => (text, ""),
    };
    let when = When::read(when)?;
    (!code.is_empty()).then(|| Role { code: code.to_owned(), when })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    fn read(text: &str) -> (Actors, Words, Vec<(usize, &'static str)>) {
        let (mut actors, mut words, mut complaints) = (Actors::default(), Words::default(), Vec::new());
        actors.read(&lines(text.as_bytes()), &mut words, |n, what| complaints.push((n, what)));
        actors.sort();
        (actors, words, complaints)
    }

    fn code<'a>(
        read: &'a (Actors, Words, Vec<(usize, &'static str)>),
        name: &str,
        day: Day,
    ) -> Option<&'a str> {
        let text: Vec<u32> = name.split(' ').map(|w| read.1.number(w)).collect();
        read.0.at(&text, Some(day)).and_then(|found| found.0)
    }

    #[test]
    fn synonyms_share_codes_that_change_with_the_time() {
        let all = read("OLD_BEN\n+BENJAMIN\n\t[ABCGOV <19990101]\n\t[ABCOPP 19990101-20000101]\n\t[ABC]\n");
        assert!(all.2.is_empty());
        assert_eq!(code(&all, "BENJAMIN", 19_980_101), Some("ABCGOV"));
        assert_eq!(code(&all, "OLD BEN", 19_990_501), Some("ABCOPP"));
        assert_eq!(code(&all, "OLD BEN", 20_050_501), Some("ABC"));
    }

    #[test]
    fn several_codes_may_stand_on_one_line() {
        let all = read("MINA [QQQGOV 990101-000101][QQQELI >20000101] [QQQ]");
        assert_eq!(code(&all, "MINA", 19_990_501), Some("QQQGOV"));
        assert_eq!(code(&all, "MINA", 20_010_501), Some("QQQELI"));
        assert_eq!(code(&all, "MINA", 19_700_101), Some("QQQ"));
    }

    #[test]
    fn what_cannot_be_read_is_told_and_skipped() {
        let all = read("+ALONE\nNIL [--- ]\nBAD [X <2004017]\n[Y\n[ABC]\n_ [Q]\n");
        assert_eq!(all.2.iter().map(|c| c.0).collect::<Vec<_>>(), [1, 3, 4, 6]);
        assert_eq!(code(&all, "BAD", 20_000_101), Some("ABC"));
        assert_eq!(code(&all, "NIL", 20_000_101), None);
    }
}
