//! What stands with a person's name and tells who that is: titles before it, appositions and predicates.

use saydo_syntax::{Rel, Upos};
use saydo_world::{Actor, RoleKind};

use crate::actor::compose;
use crate::calling::Calling;
use crate::phrase::{Phrase, lower, phrase};
use crate::resolve::Resolver;
use crate::spot::Form;
use crate::{Kind, gender};

/// Nouns whose people speak for whomever they belong to.
#[rustfmt::skip]
const SPEAKING_FOR: &[&str] = &[
    "spokesman", "spokeswoman", "spokesperson", "spox", "leader", "chief", "head", "boss", "representative",
    "delegate", "negotiator", "envoy", "counterpart", "deputy", "agent", "strongman", "mediator", "official",
    "coordinator",
];

impl Resolver<'_, '_> {
    /// Gives people the roles that stand with their names.
    pub(crate) fn link_titles(&mut self) {
        for spot in 0..self.spots.len() {
            if let Some(thing) = self.means[spot].filter(|_| self.is_person(spot)) {
                self.titles_before(spot, thing);
                self.title_above(spot, thing);
                self.title_beside(spot, thing);
                self.appositions(spot, thing);
                self.predicate(spot, thing);
            }
        }
    }

    /// "NATO Secretary-General Jens Stoltenberg".
    fn titles_before(&mut self, spot: usize, thing: usize) {
        let (sentence, at) = (self.sentence(spot), &self.spots[spot]);
        let (index, head, start) = (at.sentence, at.head, at.words.start);
        let before = sentence.children(head).filter(|&c| c < start);
        let titles: Vec<usize> = before
            .filter(|&c| matches!(sentence.words[c].upos, Upos::Noun | Upos::Propn))
            .filter(|&c| !matches!(sentence.words[c].rel, Rel::NmodPoss | Rel::Nmod))
            .collect();
        for title in titles {
            let Some(mut phrase) = phrase(sentence, title) else { continue };
            phrase.words = crate::phrase::start(sentence, head).min(phrase.words.start)..start;
            self.call(index, thing, &phrase);
        }
    }

    /// "President Joe Biden", where the tree puts the title above the name.
    fn title_above(&mut self, spot: usize, thing: usize) {
        let (sentence, at) = (self.sentence(spot), &self.spots[spot]);
        let rel = sentence.words[at.head].rel;
        let Some(title) = sentence.head(at.head).filter(|&t| t < at.words.start) else { return };
        if !matches!(rel, Rel::Flat | Rel::Appos | Rel::Compound | Rel::NmodDesc) {
            return;
        }
        let Some(role) = self.headed(at.sentence, title).filter(|&r| self.is_one(r)) else { return };
        if title + 1 == at.words.start {
            self.dropped[role] = true;
            self.spots[spot].head = title;
        }
        self.is_role(role, thing);
    }

    /// "Prime Minister of the Netherlands Mark Rutte": the role ends, with its country, where the name begins.
    fn title_beside(&mut self, spot: usize, thing: usize) {
        let (index, name) = (self.spots[spot].sentence, self.spots[spot].words.clone());
        let Some(before) = name.start.checked_sub(1) else { return };
        let country = self.spot_at(index, before).filter(|&s| self.spots[s].words.end == name.start);
        if !country.is_some_and(|s| matches!(self.spots[s].kind, Kind::Place | Kind::Organisation)) {
            return;
        }
        let role = self.of_sentence(index).find(|&r| {
            let at = &self.spots[r];
            let ends = at.words.end == name.start || at.words.end == name.end;
            at.words.start < before && ends && !self.dropped[r] && self.is_one(r)
        });
        if let Some(role) = role {
            self.spots[role].words.end = name.start;
            if let Form::Noun(phrase) = &mut self.spots[role].form {
                phrase.words.end = name.start;
            }
            self.is_role(role, thing);
        }
    }

    /// "Redwan Hussien, Ethiopia's national security adviser".
    fn appositions(&mut self, spot: usize, thing: usize) {
        let (sentence, at) = (self.sentence(spot), &self.spots[spot]);
        let after = sentence.children(at.head).filter(|&c| c >= at.words.end);
        let after =
            after.filter(|&c| matches!(sentence.words[c].rel, Rel::Appos | Rel::Parataxis | Rel::Dep));
        let roles: Vec<usize> = after.filter_map(|c| self.headed(at.sentence, c)).collect();
        for role in roles.into_iter().filter(|&r| r != spot) {
            if self.is_one(role) {
                self.is_role(role, thing);
            }
        }
    }

    /// "He is a farmer", for names.
    fn predicate(&mut self, spot: usize, thing: usize) {
        let (sentence, at) = (self.sentence(spot), &self.spots[spot]);
        let noun = sentence.head(at.head).filter(|_| sentence.words[at.head].rel == Rel::Nsubj);
        let noun = noun.filter(|&n| sentence.child(n, Rel::Cop).is_some());
        let negated = noun.is_some_and(|n| sentence.children(n).any(|c| sentence.words[c].lemma == "not"));
        let Some(role) = noun.and_then(|n| self.headed(at.sentence, n)) else { return };
        if self.is_one(role) && !negated {
            self.is_role(role, thing);
        }
    }

    /// Whether a spot names one person by a role.
    fn is_one(&self, spot: usize) -> bool {
        let Form::Noun(phrase) = &self.spots[spot].form else { return false };
        self.means[spot].is_none() && !phrase.plural && phrase.noun.kind == RoleKind::Person
    }

    fn is_role(&mut self, role: usize, thing: usize) {
        let Form::Noun(phrase) = &self.spots[role].form else { return };
        let phrase = phrase.clone();
        let owner = self.owner(self.spots[role].sentence, &phrase);
        if self.things[thing].is_of_another(owner.as_ref()) {
            return;
        }
        if !self.dropped[role] {
            self.mean(role, thing);
        }
        self.call(self.spots[role].sentence, thing, &phrase);
    }

    /// Adds a role to what a person may be called, and a code where none is known.
    fn call(&mut self, sentence: usize, thing: usize, phrase: &Phrase) {
        let owner = self.owner(sentence, phrase);
        let calling = self.calling(sentence, phrase, owner.as_ref());
        let told = gender::of_noun(&calling.noun);
        let actor = role_actor(owner.as_ref(), phrase, &calling.noun);
        let index = thing;
        let thing = &mut self.things[thing];
        if !thing.known && (thing.actor.is_none() || actor.as_ref().is_some_and(|a| a.country.is_some())) {
            let better = thing.actor.as_ref().is_none_or(|old| old.country.is_none());
            thing.actor = if better { actor.or(thing.actor.take()) } else { thing.actor.take() };
        }
        thing.gender = thing.gender.or(told);
        let noun = title_key(&calling.noun);
        thing.call(calling);
        self.remember(noun, index);
    }

    /// The words by which a phrase calls somebody.
    pub(crate) fn calling(&self, sentence: usize, phrase: &Phrase, owner: Option<&Actor>) -> Calling {
        let sentence = &self.document.sentences[sentence];
        let noun = lower(sentence, phrase.head).into_owned();
        let before = sentence.text(phrase.core.start..phrase.head).to_lowercase().replace('-', " ");
        let core = if phrase.core.start < phrase.head {
            format!("{} {noun}", before.trim_end())
        } else {
            noun.clone()
        };
        let owner = owner.map(|a| a.country.clone().unwrap_or_else(|| a.code.clone()));
        Calling { core, noun, owner }
    }

    /// Whom the people of a phrase belong to: the country or body before the noun, or in its complements.
    pub(crate) fn owner(&self, sentence: usize, phrase: &Phrase) -> Option<Actor> {
        let s = &self.document.sentences[sentence];
        let before = (phrase.words.start..phrase.core.start).rev();
        let mut before = before.filter(|&i| !is_only_involved(s, i));
        let owner = before.find_map(|i| self.owner_at(sentence, i, phrase));
        owner.or_else(|| self.owner_after(sentence, phrase))
    }

    fn owner_after(&self, sentence: usize, phrase: &Phrase) -> Option<Actor> {
        let s = &self.document.sentences[sentence];
        let own = s.children_by(phrase.head, Rel::Nmod).filter(|&c| c > phrase.head);
        let joined = s
            .children_by(phrase.head, Rel::Conj)
            .flat_map(|c| s.children_by(c, Rel::Nmod).filter(move |&n| n > c));
        let mut after = own.chain(joined).filter(|&c| {
            let case = s.child(c, Rel::Case).map(|k| s.words[k].lemma.as_str());
            matches!(case, Some("of" | "for" | "from" | "in" | "at" | "with"))
        });
        after.find_map(|c| self.owner_at(sentence, c, phrase))
    }

    fn owner_at(&self, sentence: usize, word: usize, phrase: &Phrase) -> Option<Actor> {
        let fits = |&s: &usize| self.spots[s].head != phrase.head && !self.unsure[s];
        let spot = self.spot_at(sentence, word).filter(fits)?;
        match (self.means[spot], &self.spots[spot].form) {
            (Some(thing), _) => self.things[thing].owner(),
            (None, Form::Noun(inner)) if word > phrase.head => {
                let noun = lower(&self.document.sentences[sentence], inner.head).into_owned();
                role_actor(self.owner(sentence, inner).as_ref(), inner, &noun).filter(|a| a.country.is_some())
            }
            _ => None,
        }
    }
}

/// Under which key people are found by a noun of their titles.
pub(crate) fn title_key(noun: &str) -> String {
    format!("t:{noun}")
}

/// "Russian-backed", "Moscow-led": the country does not own what follows.
fn is_only_involved(sentence: &saydo_syntax::Sentence<'_>, i: usize) -> bool {
    let form = |k: usize| sentence.words.get(k).map(|w| w.form);
    form(i + 1) == Some("-")
        && matches!(
            form(i + 2),
            Some(
                "backed"
                    | "led"
                    | "supported"
                    | "funded"
                    | "financed"
                    | "trained"
                    | "speaking"
                    | "occupied"
                    | "controlled"
                    | "held"
                    | "brokered"
                    | "made"
                    | "born"
                    | "installed"
                    | "leaning"
            )
        )
}

/// The code of somebody in a role.
pub(crate) fn role_actor(owner: Option<&Actor>, phrase: &Phrase, noun: &str) -> Option<Actor> {
    let whole = owner.is_some_and(|o| o.sector.is_none() && o.country.is_some());
    let default = (whole && SPEAKING_FOR.contains(&noun)).then_some("GOV");
    compose(owner, phrase.sector.or(default))
}
