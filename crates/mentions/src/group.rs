//! People together: "Russian troops", "separatist leaders", "aid workers"; and things known by description alone.

use saydo_syntax::Rel;

use crate::calling::{Called, pick};
use crate::link::plain;
use crate::phrase::{Article, Phrase};
use crate::resolve::{Resolver, SEVERAL};
use crate::role::Asking;
use crate::thing::{Class, Thing};
use crate::title::role_actor;
use crate::{Kind, gender};

/// How many things of one description are looked at.
pub(crate) const MOST: usize = 20;

impl Resolver<'_, '_> {
    /// Links a phrase for a group.
    pub(crate) fn link_group(&mut self, asking: Asking<'_>) {
        let Asking { spot, phrase, calling, owner } = asking;
        let again = if owner.is_none() && is_short_and_definite(phrase) {
            self.lately(asking)
        } else {
            Called::Nobody
        };
        match again {
            Called::One(thing) => return self.mean(spot, thing),
            Called::Several => return self.fail(spot, SEVERAL),
            Called::Nobody => {}
        }
        if asking.is_new() || owner.is_none() && (phrase.words.len() == 1 || self.has_owner(asking)) {
            let thing = self.described(asking, Class::Many);
            return self.mean(spot, thing);
        }
        let key = if owner.is_some() {
            format!("m:{}:{}:{}", asking.code(), phrase.sector.unwrap_or_default(), calling.core)
        } else {
            let words = plain(self.text(spot)).to_lowercase();
            format!("m:{}", words.strip_prefix("the ").unwrap_or(&words))
        };
        self.same_or_new(key, asking, Class::Many);
    }

    /// The latest group described by the same noun.
    fn lately(&self, asking: Asking<'_>) -> Called {
        let list = self.words.get(&noun_key(&asking.calling.noun)).map_or(&[][..], Vec::as_slice);
        let recent = list[list.len().saturating_sub(MOST)..].iter().copied();
        let seen = |t: &usize| self.things[*t].class == Class::Many && self.things[*t].latest > 0;
        let found: Vec<usize> = recent.filter(seen).collect();
        pick(&found, |t| self.things[t].latest, self.spots[asking.spot].sentence)
    }

    /// Links a phrase to the thing with a key, described anew where there is none.
    pub(crate) fn same_or_new(&mut self, key: String, asking: Asking<'_>, class: Class) {
        let known = self.keys.get(&key).copied();
        let thing = known.unwrap_or_else(|| self.described(asking, class));
        let name = self.name_of(asking.spot, asking.phrase);
        if asking.phrase.article != Article::Owned && name.len() < self.things[thing].name.len() {
            self.things[thing].name = name;
        }
        self.keys.insert(key, thing);
        self.mean(asking.spot, thing);
    }

    /// A new thing that is known by its description alone.
    pub(crate) fn described(&mut self, asking: Asking<'_>, class: Class) -> usize {
        let kind = match class {
            Class::Person => "role",
            Class::Many => "group",
            Class::Body | Class::Place => "organisation",
        };
        let noun = asking.calling.noun.as_str();
        let name = self.name_of(asking.spot, asking.phrase);
        let mut thing = Thing::new(name, kind, class).acting(role_actor(asking.owner, asking.phrase, noun));
        thing.gender = gender::of_noun(noun);
        thing.call(asking.calling.clone());
        let thing = self.add(thing);
        self.words.entry(noun_key(noun)).or_default().push(thing);
        thing
    }

    /// The words of a description without its article; where a pronoun stands for the owner, the owner's name.
    fn name_of(&self, spot: usize, phrase: &Phrase) -> String {
        let (sentence, at) = (self.sentence(spot), &self.spots[spot]);
        let first = &sentence.words[at.words.start];
        let rest = || plain(sentence.text(at.words.start + 1..at.words.end));
        if at.words.len() < 2 {
            return plain(self.text(spot)).into_owned();
        }
        if first.rel == Rel::Det && first.head == Some(phrase.head) {
            return rest().into_owned();
        }
        let owner =
            self.spot_at(at.sentence, at.words.start).filter(|&s| self.spots[s].kind == Kind::Pronoun);
        match owner.filter(|&s| !self.unsure[s]).and_then(|s| self.means[s]) {
            Some(owner) => format!("{} of {}", rest(), self.things[owner].name),
            None => plain(self.text(spot)).into_owned(),
        }
    }
}

/// "the troops", "these soldiers".
fn is_short_and_definite(phrase: &Phrase) -> bool {
    matches!(phrase.article, Article::The | Article::This) && phrase.words.len() <= phrase.core.len() + 1
}

/// Under which key things are found by the noun that describes them.
pub(crate) fn noun_key(noun: &str) -> String {
    format!("d:{noun}")
}
