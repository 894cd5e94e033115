//! Whom or what mentions mean, while it is being found out.

use saydo_world::Actor;

use crate::calling::Calling;
use crate::pronoun::Gender;

/// What sort of thing it is, as far as pronouns can tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// One person.
    Person,
    /// People together.
    Many,
    /// A body that acts: a country, a government, an organisation.
    Body,
    /// A place that does not act.
    Place,
}

/// Somebody or something that mentions mean.
#[derive(Clone, Debug)]
pub(crate) struct Thing {
    /// Its fullest name.
    pub(crate) name: String,
    /// Its kind in the public record.
    pub(crate) kind: &'static str,
    /// Its sort.
    pub(crate) class: Class,
    /// Its code.
    pub(crate) actor: Option<Actor>,
    /// The country it lies in or belongs to, where it has no code.
    pub(crate) country: Option<String>,
    /// Whether it is a man, a woman or neither.
    pub(crate) gender: Option<Gender>,
    /// What it may be called.
    pub(crate) callings: Vec<Calling>,
    /// Whether the tables of office holders know it.
    pub(crate) known: bool,
    /// The sentence of its latest mention so far, counted from 1; 0 before the first.
    pub(crate) latest: usize,
    /// How many mentions have been linked to it so far.
    pub(crate) count: usize,
}

impl Thing {
    /// A thing with a name and nothing else.
    pub(crate) fn new(name: String, kind: &'static str, class: Class) -> Self {
        Self {
            name,
            kind,
            class,
            actor: None,
            country: None,
            gender: None,
            callings: Vec::new(),
            known: false,
            latest: 0,
            count: 0,
        }
    }

    /// The same with a code.
    pub(crate) fn acting(self, actor: Option<Actor>) -> Self {
        Self { country: actor.as_ref().and_then(|a| a.country.clone()).or(self.country), actor, ..self }
    }

    /// On whose behalf people of this thing act: its code, or its country.
    pub(crate) fn owner(&self) -> Option<Actor> {
        let country = || self.country.as_deref().map(|c| Actor::of(c, None));
        self.actor.clone().filter(|_| self.class != Class::Place).or_else(country)
    }

    /// Whether somebody whose role was named without its owner may be the owner's: a person of no other country.
    pub(crate) fn may_belong_to(&self, calling: &Calling) -> bool {
        self.kind == "person" && (self.country.is_none() || self.country == calling.owner)
    }

    /// Whether it is known to belong to another country than `owner`, so that a role of that country is not its.
    pub(crate) fn is_of_another(&self, owner: Option<&Actor>) -> bool {
        let theirs = owner.and_then(|o| o.country.as_ref());
        theirs.is_some() && self.country.is_some() && theirs != self.country.as_ref()
    }

    /// Adds a calling once.
    pub(crate) fn call(&mut self, calling: Calling) {
        if !calling.core.is_empty() && !self.callings.contains(&calling) {
            self.callings.push(calling);
        }
    }
}
