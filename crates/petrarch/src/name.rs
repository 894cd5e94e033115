//! From the words of a noun phrase to a code: one actor and the agents around it.

use crate::actor::Actors;
use crate::agent::{Agent, Agents};
use crate::date::Day;
use crate::unit::Unit;

/// What gives codes to the phrases of one sentence.
#[derive(Debug)]
pub(crate) struct Namer<'a> {
    actors: &'a Actors,
    agents: &'a Agents,
    day: Option<Day>,
    /// The words of the sentence by token: the numbers of the units that begin there.
    words: Vec<Vec<u32>>,
}

impl<'a> Namer<'a> {
    /// A namer for a sentence of `len` tokens with these units.
    pub(crate) fn new(
        actors: &'a Actors,
        agents: &'a Agents,
        day: Option<Day>,
        units: &[Unit],
        len: usize,
    ) -> Self {
        let mut words = vec![Vec::new(); len];
        for unit in units.iter().filter(|u| !u.comma) {
            words[unit.tokens.start].push(unit.word);
        }
        Self { actors, agents, day, words }
    }

    /// The code of a phrase of these tokens: that of the first actor in it, joined by those of the agents outside the
    /// actor's name.
    pub(crate) fn code(&self, tokens: &[usize]) -> Option<String> {
        let text: Vec<u32> =
            tokens.iter().flat_map(|&t| self.words.get(t).into_iter().flatten().copied()).collect();
        let actor = (0..text.len()).find_map(|i| Some((i, self.actors.at(&text[i..], self.day)?)));
        let (name, code) = match actor {
            Some((start, (code, taken))) => (start..start + taken, code),
            None => (0..0, None),
        };
        let (mut found, mut i) = (Vec::new(), 0);
        while i < text.len() {
            match self.agents.at(&text[i..]) {
                _ if name.contains(&i) => i += 1,
                Some((agent, taken)) => {
                    found.push(agent);
                    i += taken.max(1);
                }
                None => i += 1,
            }
        }
        (code.is_some() || !found.is_empty()).then(|| compose(code.unwrap_or("---"), &found))
    }
}

/// The code of an actor with those of agents, without those it already has.
fn compose(actor: &str, agents: &[&Agent]) -> String {
    let mut code = actor.to_owned();
    for agent in agents {
        if has_part(&code, &agent.code) {
            continue;
        }
        if agent.before {
            code.insert_str(0, &agent.code);
        } else {
            code.push_str(&agent.code);
        }
    }
    code
}

/// Whether a code of parts of three letters has `part` at the place of one.
fn has_part(code: &str, part: &str) -> bool {
    (0..code.len()).step_by(3).any(|i| code.get(i..).is_some_and(|rest| rest.starts_with(part)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn agent(code: &str, before: bool) -> Agent {
        Agent { code: code.to_owned(), before }
    }

    #[test]
    fn agents_join_on_either_side_once() {
        let (gov, ngo) = (agent("GOV", false), agent("NGO", true));
        assert_eq!(compose("ABC", &[&gov, &ngo, &gov]), "NGOABCGOV");
        assert_eq!(compose("ABCGOV", &[&gov]), "ABCGOV");
        assert_eq!(compose("XGO", &[&agent("GOV", false)]), "XGOGOV");
        assert_eq!(compose("---", &[&gov]), "---GOV");
    }
}
