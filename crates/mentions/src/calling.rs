//! What people and bodies are called by their roles, and which callings may mean the same.

use crate::phrase::{Article, Phrase};

/// Nouns for whoever leads.
const CHIEFS: &[&str] = &["chief", "head", "boss", "leader"];

/// What such a leader may be called in full.
#[rustfmt::skip]
const HEADS: &[&str] = &[
    "secretary general", "general", "president", "chairman", "chairwoman", "director", "chief", "head", "leader",
    "premier", "prime minister", "chancellor", "king", "commissioner", "secretary", "executive", "boss", "chair",
];

/// Nouns that a report uses again for whoever was called something more exact.
#[rustfmt::skip]
const WIDER: &[(&str, &[&str])] = &[
    ("diplomat", &["ambassador", "envoy", "foreign minister", "minister of foreign affairs", "secretary of state"]),
    ("premier", &["prime minister"]),
    ("spokesperson", &["spokesman", "spokeswoman"]),
    ("lawmaker", &["senator", "mp", "congressman", "congresswoman", "parliamentarian", "deputy"]),
    ("envoy", &["ambassador", "representative"]),
    ("ambassador", &["envoy"]),
    ("monarch", &["king", "queen"]),
    ("pontiff", &["pope"]),
    ("commander", &["general", "colonel"]),
];

/// Offices and bodies of which each country or organisation has its own, so that "the president" asks for an owner.
#[rustfmt::skip]
const OFFICES: &[&str] = &[
    "president", "minister", "premier", "chancellor", "king", "queen", "secretary", "ambassador", "envoy", "chief",
    "head", "boss", "chairman", "director", "spokesman", "spokeswoman", "spokesperson", "general", "governor", "mayor",
    "leader", "commander", "government", "ministry", "parliament", "army", "military", "administration", "cabinet",
    "embassy", "alliance", "bloc", "mission", "country", "nation", "state", "organisation", "organization", "agency",
    "company", "firm", "commission", "committee", "council", "union", "party", "regime", "side", "official",
    "delegation", "presidency",
];

/// A role by which somebody may be called again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Calling {
    /// The words of the role, in lower case: "foreign minister".
    pub(crate) core: String,
    /// The lemma of the last of them.
    pub(crate) noun: String,
    /// The country or the code of the organisation that it belongs to.
    pub(crate) owner: Option<String>,
}

impl Calling {
    /// Whether somebody who is called so may be meant by `asked`.
    pub(crate) fn answers(&self, asked: &Self) -> bool {
        let owner = match (&self.owner, &asked.owner) {
            (Some(own), Some(other)) => own == other,
            _ => true,
        };
        owner && (self.is_narrower(asked) || self.noun == asked.noun && is_part(&self.core, &asked.core))
    }

    fn is_narrower(&self, asked: &Self) -> bool {
        let fits = |word: &&str| self.core == *word || self.noun == *word;
        let chief = CHIEFS.contains(&asked.noun.as_str()) && asked.core == asked.noun;
        let wider = WIDER.iter().find(|(noun, _)| *noun == asked.noun);
        wider.is_some_and(|(_, exact)| exact.iter().any(&fits)) || chief && HEADS.iter().any(fits)
    }

    /// Whether it names an office or body of which each country or organisation has its own.
    pub(crate) fn is_office(&self) -> bool {
        OFFICES.contains(&self.noun.as_str())
    }

    /// Whether it asks whose is meant: "the president" of what?
    pub(crate) fn asks(&self, phrase: &Phrase) -> bool {
        phrase.article != Article::Owned && self.is_office()
    }
}

/// "minister" is part of "foreign minister", and "foreign minister" does not contradict "minister".
fn is_part(known: &str, asked: &str) -> bool {
    known == asked || known.ends_with(asked) || asked.ends_with(known)
}

/// Who was called so.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Called {
    /// Nobody.
    Nobody,
    /// This thing.
    One(usize),
    /// More than one, as lately as each other.
    Several,
}

/// The only one, or the one that was mentioned lately while the others were not.
pub(crate) fn pick(found: &[usize], latest: impl Fn(usize) -> usize, sentence: usize) -> Called {
    let Some(best) = found.iter().copied().max_by_key(|&t| latest(t)) else { return Called::Nobody };
    let rivals = found.iter().any(|&t| t != best && latest(t) + 2 > latest(best));
    let alone = found.iter().all(|&t| t == best);
    if alone || (!rivals && latest(best) + 3 > sentence) { Called::One(best) } else { Called::Several }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn calling(core: &str, owner: Option<&str>) -> Calling {
        let noun = core.split(' ').next_back().unwrap_or_default().to_owned();
        Calling { core: core.to_owned(), noun, owner: owner.map(str::to_owned) }
    }

    #[test]
    fn shorter_and_wider_words_call_the_same() {
        let minister = calling("foreign minister", Some("UKR"));
        assert!(minister.answers(&calling("minister", None)));
        assert!(minister.answers(&calling("diplomat", Some("UKR"))));
        assert!(!minister.answers(&calling("minister", Some("RUS"))));
        assert!(!minister.answers(&calling("defence minister", Some("UKR"))));
        assert!(calling("secretary general", Some("IGONAT")).answers(&calling("chief", Some("IGONAT"))));
    }

    #[test]
    fn two_that_fit_equally_well_are_not_guessed_at() {
        assert_eq!(pick(&[1, 2], |t| if t == 1 { 5 } else { 1 }, 5), Called::One(1));
        assert_eq!(pick(&[1, 2], |_| 5, 5), Called::Several);
        assert_eq!(pick(&[3], |_| 1, 50), Called::One(3));
        assert_eq!(pick(&[], |_| 0, 5), Called::Nobody);
    }
}
