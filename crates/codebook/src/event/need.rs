//! What a pattern asks of the words around its trigger.

use std::collections::HashSet;
use std::sync::Arc;

use super::sets::Sets;

/// The prepositions that a need may name.
const PREPOSITIONS: [&str; 66] = [
    "about",
    "above",
    "across",
    "after",
    "against",
    "ahead of",
    "along",
    "alongside",
    "amid",
    "among",
    "around",
    "as",
    "at",
    "away from",
    "back",
    "because of",
    "before",
    "behind",
    "beside",
    "between",
    "beyond",
    "by",
    "close to",
    "despite",
    "down",
    "during",
    "following",
    "for",
    "from",
    "in",
    "in favour of",
    "in favor of",
    "in response to",
    "inside",
    "instead of",
    "into",
    "like",
    "near",
    "of",
    "off",
    "on",
    "on behalf of",
    "onto",
    "out",
    "out of",
    "outside",
    "over",
    "past",
    "pending",
    "regarding",
    "since",
    "through",
    "throughout",
    "till",
    "to",
    "toward",
    "towards",
    "under",
    "until",
    "up",
    "upon",
    "versus",
    "via",
    "with",
    "within",
    "without",
];

/// Where around a trigger a word stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Slot {
    /// The direct object, or what a passive is done to.
    Object,
    /// Who acts.
    Subject,
    /// A phrase with this preposition.
    Preposition(String),
    /// An adjective, compound, possessor or adverb.
    Modifier,
    /// A clause that completes the trigger.
    Clause,
}

/// A kind of thing, told by mentions and not by words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Somebody or something that acts: a person, organisation, country, group, role.
    Actor,
    /// A place.
    Place,
    /// A person.
    Person,
    /// A country.
    Country,
    /// An organisation.
    Organisation,
    /// A group of people.
    Group,
    /// People as such, who act for nobody: civilians, or a people in the plural, "many Russians".
    People,
    /// A number, or a noun with one.
    Number,
}

/// What a word must be: one of some lemmas or of some kinds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Among {
    /// Lemmas written in the pattern itself.
    pub words: HashSet<String>,
    /// Sets named in the pattern.
    pub sets: Vec<Arc<HashSet<String>>>,
    /// Kinds.
    pub kinds: Vec<Kind>,
}

impl Among {
    /// Whether a lemma is among the words or sets.
    pub fn has(&self, lemma: &str) -> bool {
        self.words.contains(lemma) || self.sets.iter().any(|s| s.contains(lemma))
    }
}

/// One need of a pattern.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Need {
    /// Whether it must not hold.
    pub not: bool,
    /// Where to look; one of these places is enough.
    pub slots: Vec<Slot>,
    /// What must stand there; anything where this is missing.
    pub among: Option<Among>,
}

impl Need {
    /// How much a pattern is worth for this need: words tell more than kinds, and kinds more than presence.
    pub fn weight(&self) -> u32 {
        match &self.among {
            _ if self.not => 1,
            Some(a) if a.kinds.is_empty() => 12,
            Some(_) => 7,
            None => 4,
        }
    }
}

/// Reads the needs of a row; the error says what is not known.
pub(super) fn needs(cell: &str, sets: &Sets) -> Result<Vec<Need>, String> {
    let mut texts: Vec<String> = Vec::new();
    for word in cell.split_whitespace().filter(|n| *n != "-") {
        match texts.last_mut() {
            Some(last) if last.contains(':') && !starts(word) => *last = format!("{last} {word}"),
            _ => texts.push(word.to_owned()),
        }
    }
    texts.iter().map(|n| need(n, sets)).collect()
}

/// Whether a word starts a need, and is not the rest of "excessive force" in the one before.
fn starts(word: &str) -> bool {
    let word = word.strip_prefix('!').unwrap_or(word);
    word.split(':').next().unwrap_or_default().split('|').all(|name| slot(name).is_ok())
}

fn need(text: &str, sets: &Sets) -> Result<Need, String> {
    let (not, text) = text.strip_prefix('!').map_or((false, text), |rest| (true, rest));
    let (slots, among) = match text.split_once(':') {
        Some((slots, among)) => (slots, Some(self::among(among, sets)?)),
        None => (text, None),
    };
    Ok(Need { not, slots: slots.split('|').map(self::slot).collect::<Result<_, _>>()?, among })
}

fn slot(name: &str) -> Result<Slot, String> {
    Ok(match name {
        "obj" => Slot::Object,
        "subj" => Slot::Subject,
        "mod" => Slot::Modifier,
        "comp" => Slot::Clause,
        p if PREPOSITIONS.contains(&p.replace('_', " ").as_str()) => Slot::Preposition(p.replace('_', " ")),
        _ => return Err(format!("{name:?} is no place of a need")),
    })
}

fn among(text: &str, sets: &Sets) -> Result<Among, String> {
    let mut found = Among::default();
    for word in text.split('|') {
        if let Some(name) = word.strip_prefix('&') {
            found.sets.push(sets.get(name).ok_or_else(|| format!("no set &{name}"))?);
        } else if let Some(name) = word.strip_prefix('@') {
            found.kinds.push(kind(name).ok_or_else(|| format!("@{name} is no kind"))?);
        } else {
            found.words.insert(word.replace('_', " "));
        }
    }
    Ok(found)
}

fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "actor" => Kind::Actor,
        "place" => Kind::Place,
        "person" => Kind::Person,
        "country" => Kind::Country,
        "org" => Kind::Organisation,
        "group" => Kind::Group,
        "people" => Kind::People,
        "number" => Kind::Number,
        _ => return None,
    })
}
