//! One row of the lexicon of events.

use crate::Part;

use super::category::{Plover, context};
use super::need::{Need, needs};
use super::sets::Sets;

/// Who fills a role of an event: where around the trigger to look.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Role {
    /// Who acts in the tree.
    Subject,
    /// The direct object.
    Object,
    /// The indirect object.
    Indirect,
    /// The possessor of a noun.
    Possessor,
    /// A demonym, country or organisation before a noun.
    Modifier,
    /// The subject of a light verb: "launched an attack".
    Light,
    /// The subject of the clause that completes the trigger.
    Clause,
    /// Nobody.
    Nobody,
    /// A phrase with this preposition.
    Preposition(String),
}

/// What an event is coded as.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Code {
    /// PLOVER's category.
    pub plover: Option<Plover>,
    /// PLOVER's mode.
    pub mode: Option<&'static str>,
    /// PLOVER's contexts.
    pub contexts: Vec<&'static str>,
    /// CAMEO's code.
    pub cameo: Option<&'static str>,
    /// What it is, where neither ontology has a code: proposal, response, readiness, presence, assessment.
    pub kind: Option<&'static str>,
}

/// A pattern: a trigger, what it asks of the words around it, and what it says happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pattern {
    /// The words of the trigger; a verb's first word governs the others, a noun's last one does.
    pub trigger: Vec<String>,
    /// The part of speech of the word that governs.
    pub part: Part,
    /// What must hold.
    pub needs: Vec<Need>,
    /// What happened.
    pub code: Code,
    /// Where to look for who acts, best place first; empty for the usual places.
    pub actor: Vec<Role>,
    /// Where to look for whom it is done to or with; empty for the usual places.
    pub recipient: Vec<Role>,
    /// Whether both sides do it to each other.
    pub mutual: bool,
    /// Whether the words tell that it is not so: an answer that is awaited has not come.
    pub negates: bool,
    /// Whether the words only tell that it was ordered, and so is to be: "ordered the troops back".
    pub ordered: bool,
    /// Where forces move: `in`, `out`, `stay`, `around`.
    pub movement: Option<&'static str>,
    /// A sentence in which it fires, marked `{actor} <trigger> [recipient]`.
    pub fires: String,
    /// A sentence in which it must not fire.
    pub silent: String,
    /// The table and the line it stands in.
    pub place: (&'static str, usize),
}

const KINDS: [&str; 5] = ["proposal", "response", "readiness", "presence", "assessment"];
const MOVEMENTS: [&str; 4] = ["in", "out", "stay", "around"];

impl Pattern {
    /// Reads a row; the error says what is not known.
    pub(super) fn parse(line: &str, place: (&'static str, usize), sets: &Sets) -> Result<Self, String> {
        let cells: Vec<&str> = line.split('\t').collect();
        let [trigger, part, asks, plover, mode, contexts, cameo, roles, gives, fires, silent] = cells[..]
        else {
            return Err(format!("{} columns where there should be 11", cells.len()));
        };
        let (actor, recipient) = self::roles(roles)?;
        let mut pattern = Self {
            trigger: trigger.split(' ').map(str::to_owned).collect(),
            part: Part::of(part).ok_or_else(|| format!("{part:?} is none of verb, noun, adj"))?,
            needs: needs(asks, sets)?,
            code: code(plover, mode, contexts, cameo)?,
            actor,
            recipient,
            mutual: false,
            negates: false,
            ordered: false,
            movement: None,
            fires: fires.to_owned(),
            silent: silent.to_owned(),
            place,
        };
        filled(gives).split_whitespace().try_for_each(|extra| pattern.give(extra))?;
        Ok(pattern)
    }

    fn give(&mut self, extra: &str) -> Result<(), String> {
        let known = |names: &[&'static str], name: &str| names.iter().copied().find(|n| *n == name);
        match extra.split_once('=') {
            None if extra == "mutual" => self.mutual = true,
            None if extra == "not" => self.negates = true,
            None if extra == "ordered" => self.ordered = true,
            Some(("kind", name)) if known(&KINDS, name).is_some() => self.code.kind = known(&KINDS, name),
            Some(("move", name)) if known(&MOVEMENTS, name).is_some() => {
                self.movement = known(&MOVEMENTS, name);
            }
            _ => return Err(format!("{extra:?} is nothing a row gives")),
        }
        Ok(())
    }

    /// The word of the trigger that governs the others.
    pub fn head(&self) -> &str {
        let head = if self.part == Part::Verb { self.trigger.first() } else { self.trigger.last() };
        head.map_or("", String::as_str)
    }

    /// The other words of the trigger.
    pub fn rest(&self) -> &[String] {
        match self.part {
            Part::Verb => self.trigger.get(1..).unwrap_or_default(),
            _ => self.trigger.split_last().map_or(&[], |(_, rest)| rest),
        }
    }

    /// How telling its needs are together.
    pub fn weight(&self) -> u32 {
        self.needs.iter().map(Need::weight).sum::<u32>() + 12 * self.rest().len() as u32
    }
}

fn filled(cell: &str) -> &str {
    if cell == "-" { "" } else { cell }
}

fn code(plover: &str, mode: &str, contexts: &str, cameo: &str) -> Result<Code, String> {
    let category = match plover {
        "-" => None,
        name => Some(Plover::of(name).ok_or_else(|| format!("{name:?} is no category of PLOVER"))?),
    };
    let modes = category.map_or(&[][..], Plover::modes);
    let mode = match mode {
        "-" => None,
        name => Some(
            modes
                .iter()
                .copied()
                .find(|m| *m == name)
                .ok_or_else(|| format!("{name:?} is no mode of {plover}"))?,
        ),
    };
    let listed = filled(contexts).split(',').map(str::trim).filter(|c| !c.is_empty());
    let contexts =
        listed.map(|c| context(c).ok_or_else(|| format!("{c:?} is no context"))).collect::<Result<_, _>>()?;
    let cameo = match cameo {
        "-" => None,
        digits => Some(super::cameo(digits).ok_or_else(|| format!("{digits:?} is no code of CAMEO"))?.code),
    };
    Ok(Code { plover: category, mode, contexts, cameo, kind: None })
}

fn roles(cell: &str) -> Result<(Vec<Role>, Vec<Role>), String> {
    let (mut actor, mut recipient) = (Vec::new(), Vec::new());
    for part in filled(cell).split_whitespace() {
        match part.split_once('=') {
            Some(("actor", places)) => actor = places.split('|').map(role).collect(),
            Some(("recipient", places)) => recipient = places.split('|').map(role).collect(),
            _ => return Err(format!("{part:?} names no role")),
        }
    }
    Ok((actor, recipient))
}

fn role(name: &str) -> Role {
    match name {
        "subj" => Role::Subject,
        "obj" => Role::Object,
        "iobj" => Role::Indirect,
        "poss" => Role::Possessor,
        "mod" => Role::Modifier,
        "light" => Role::Light,
        "comp" => Role::Clause,
        "none" => Role::Nobody,
        preposition => Role::Preposition(preposition.replace('_', " ")),
    }
}
