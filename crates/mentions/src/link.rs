//! Names of places and organisations, and demonyms: which country, government, organisation or place they mean.

use std::borrow::Cow;
use std::collections::HashMap;

use saydo_syntax::{Rel, Zone};
use saydo_world::{Actor, Entry, EntryKind, World};

use crate::actor::{compose, is_international};
use crate::noun::{noun, sector_word};
use crate::resolve::Resolver;
use crate::spot::{Form, Spot};
use crate::thing::{Class, Thing};
use crate::{Kind, government};

impl Resolver<'_, '_> {
    /// Links all names: places, organisations and demonyms first, as titles of people rest on them.
    pub(crate) fn link_names(&mut self) {
        self.settle_kinds();
        for spot in 0..self.spots.len() {
            match self.spots[spot].form {
                Form::Demonym(entry) => {
                    let thing = self.whole(entry);
                    self.mean(spot, thing);
                }
                Form::Name(entries) if self.spots[spot].kind != Kind::Person => self.link_name(spot, entries),
                _ => {}
            }
        }
        self.link_people();
    }

    /// A word that no table knows is the same kind of name throughout a report: what it is most often.
    fn settle_kinds(&mut self) {
        let mut counts: HashMap<&str, [usize; 3]> = HashMap::new();
        let single = |spot: &Spot| matches!(spot.form, Form::Name([])) && spot.words.len() == 1;
        for (i, spot) in self.spots.iter().enumerate() {
            let last = self.sentence(i).words[spot.words.end - 1].form;
            if single(spot) || spot.kind == Kind::Person && matches!(spot.form, Form::Name(_)) {
                counts.entry(last).or_default()[rank(spot.kind)] += 1;
            }
        }
        for spot in self.spots.iter_mut().filter(|s| single(s)) {
            let count = counts[self.document.sentences[spot.sentence].words[spot.words.start].form];
            let most = count.into_iter().max().unwrap_or_default();
            if count.iter().filter(|&&c| c == most).count() == 1 {
                spot.kind = [Kind::Person, Kind::Place, Kind::Organisation]
                    [count.iter().position(|&c| c == most).unwrap_or(0)];
            }
        }
    }

    pub(crate) fn link_name(&mut self, spot: usize, entries: &'static [Entry]) {
        let owner = self.country_beside(spot);
        let foreign = |e: &Entry| {
            e.kind == EntryKind::Organisation
                && e.actor.country.is_some()
                && owner.is_some()
                && e.actor.country != owner
        };
        let own = entries
            .iter()
            .find(|e| e.kind == EntryKind::Organisation && owner.is_some() && e.actor.country == owner);
        let thing = match own.or_else(|| choose(entries, self.spots[spot].kind)) {
            Some(entry) if foreign(entry) => self.namesake(spot, entry, owner.as_deref().unwrap_or_default()),
            Some(entry) => self.known(spot, entry),
            None => self.unknown(spot, owner.as_deref()),
        };
        self.mean(spot, thing);
    }

    /// The country that stands with a name as its owner: "Ukraine's Security Service", "the Armed Forces of Ukraine".
    fn country_beside(&self, spot: usize) -> Option<String> {
        let (sentence, at) = (self.sentence(spot), &self.spots[spot]);
        if at.kind == Kind::Place {
            return None;
        }
        let outside = sentence.children(at.head).filter(|c| !at.words.contains(c));
        let mut owners = outside.filter(|&c| match sentence.words[c].rel {
            Rel::NmodPoss | Rel::Amod => true,
            Rel::Nmod => sentence.child(c, Rel::Case).is_some_and(|k| sentence.words[k].form == "of"),
            _ => false,
        });
        owners.find_map(|c| {
            let end = (c + 4).min(sentence.len());
            let forms: Vec<&str> = sentence.words[c..end].iter().map(|w| w.form).collect();
            let entry = World::shipped().longest(&forms)?.1.iter().find(|e| e.actor.sector.is_none())?;
            entry.actor.country.clone()
        })
    }

    /// A body of another country than the one that the tables know by this name.
    fn namesake(&mut self, spot: usize, entry: &Entry, country: &str) -> usize {
        let name = plain(bare(self.text(spot))).into_owned();
        let actor = Actor::of(country, entry.actor.sector.as_deref());
        self.thing(format!("p:{}:{country}", name.to_lowercase()), || {
            Thing::new(name, "organisation", Class::Body).acting(Some(actor))
        })
    }

    fn known(&mut self, spot: usize, entry: &'static Entry) -> usize {
        let (sentence, head) = (self.sentence(spot), self.spots[spot].head);
        let dateline = matches!(sentence.zone, Zone::Dateline | Zone::Caption);
        match entry.kind {
            EntryKind::Capital | EntryKind::Seat if dateline => self.place(entry),
            EntryKind::Seat if entry.actor.country.is_none() && !government::acts(sentence, head) => {
                self.place(entry)
            }
            EntryKind::Capital if government::acts(sentence, head) => self.government(entry),
            EntryKind::Seat if !government::is_building(sentence, head) => self.government(entry),
            EntryKind::Capital | EntryKind::Seat => self.place(entry),
            EntryKind::Organisation | EntryKind::Person => self.organisation(entry),
            EntryKind::Country | EntryKind::Area | EntryKind::Demonym => self.whole(entry),
        }
    }

    /// A country or an area, as a whole.
    fn whole(&mut self, entry: &Entry) -> usize {
        let country = entry.kind == EntryKind::Country || entry.actor.sector.is_none() && is_country(entry);
        if country {
            return self.thing(format!("c:{}", entry.actor.code), || {
                Thing::new(entry.name.clone(), "country", Class::Body).acting(Some(entry.actor.clone()))
            });
        }
        let acts = entry.actor.sector.is_some();
        self.thing(format!("a:{}", entry.name), || {
            let class = if acts { Class::Body } else { Class::Place };
            let thing = Thing::new(entry.name.clone(), "place", class).acting(Some(entry.actor.clone()));
            Thing { actor: thing.actor.filter(|_| acts), ..thing }
        })
    }

    fn place(&mut self, entry: &Entry) -> usize {
        self.thing(format!("p:{}", entry.name.to_lowercase()), || Thing {
            country: entry.actor.country.clone(),
            ..Thing::new(entry.name.clone(), "place", Class::Place)
        })
    }

    pub(crate) fn organisation(&mut self, entry: &Entry) -> usize {
        let thing = self.thing(organisation_key(entry), || {
            Thing::new(entry.name.clone(), "organisation", Class::Body).acting(Some(entry.actor.clone()))
        });
        self.remember_words(thing, &entry.name);
        thing
    }

    /// Whom a capital or a seat of power stands for.
    fn government(&mut self, entry: &Entry) -> usize {
        match (entry.actor.country.as_deref(), entry.actor.sector.as_deref()) {
            (Some(country), Some("GOV")) => self.government_of(country),
            (None, _) => {
                let code = &entry.actor.code;
                let own = World::shipped().organisations().iter().find(|o| o.actor.code == *code);
                let name = own.map_or(&entry.name, |o| &o.name);
                self.thing(format!("i:{code}"), || {
                    Thing::new(name.clone(), "organisation", Class::Body).acting(Some(entry.actor.clone()))
                })
            }
            _ => self.organisation(entry),
        }
    }

    /// The government of a country, by its ISO 3166 alpha-3 code.
    pub(crate) fn government_of(&mut self, country: &str) -> usize {
        self.thing(format!("g:{country}"), || {
            let name = World::shipped().country(country).map_or(country, |c| c.name.as_str());
            let actor = Actor::of(country, Some("GOV"));
            Thing::new(format!("Government of {name}"), "organisation", Class::Body).acting(Some(actor))
        })
    }

    /// A place or an organisation that no table knows; an acronym is its expansion's.
    fn unknown(&mut self, spot: usize, owner: Option<&str>) -> usize {
        let text = plain(bare(self.text(spot)));
        let text = text.as_ref();
        let (kind, class) = match self.spots[spot].kind {
            Kind::Place => ("place", Class::Place),
            _ => ("organisation", Class::Body),
        };
        let key = format!("p:{}", text.to_lowercase());
        if let Some(&thing) = self.keys.get(&key).or_else(|| self.keys.get(&acronym_key(text))) {
            return thing;
        }
        let actor = if class == Class::Body { described(text, owner) } else { None };
        let thing = self.thing(key, || Thing::new(text.to_owned(), kind, class).acting(actor));
        if let Some(short) = acronym(text).filter(|_| class == Class::Body) {
            self.keys.entry(acronym_key(&short)).or_insert(thing);
        }
        if class == Class::Body {
            self.remember_words(thing, text);
        }
        thing
    }

    /// Lets a thing be found by the words of its name: "the mission" for the Special Monitoring Mission.
    fn remember_words(&mut self, thing: usize, name: &str) {
        for word in name.split([' ', '-']).filter(|w| w.len() > 3) {
            let list = self.words.entry(word.to_lowercase()).or_default();
            if list.last() != Some(&thing) {
                list.push(thing);
            }
        }
    }
}

fn rank(kind: Kind) -> usize {
    match kind {
        Kind::Person => 0,
        Kind::Place => 1,
        _ => 2,
    }
}

/// Whether an entry's code is that of a country of this name and not of an area inside it.
fn is_country(entry: &Entry) -> bool {
    World::shipped().country(&entry.actor.code).is_some_and(|c| c.name == entry.name)
}

fn choose(entries: &'static [Entry], kind: Kind) -> Option<&'static Entry> {
    let rank = |entry: &&Entry| match (kind, entry.kind) {
        (_, EntryKind::Person) => 9,
        (Kind::Place, EntryKind::Country) | (Kind::Organisation, EntryKind::Organisation) => 0,
        (_, EntryKind::Country) => 2,
        (_, EntryKind::Seat) => 3,
        (_, EntryKind::Capital) => 4,
        (_, EntryKind::Area) => 5,
        (_, EntryKind::Organisation) => 6,
        (_, EntryKind::Demonym) => 7,
    };
    entries.iter().filter(|e| e.kind != EntryKind::Person).min_by_key(rank)
}

fn organisation_key(entry: &Entry) -> String {
    if is_international(&entry.actor) && entry.actor.code.len() > 5 {
        format!("i:{}", entry.actor.code)
    } else {
        format!("p:{}", entry.name.to_lowercase())
    }
}

/// A name without an article before it and a possessive after it.
pub(crate) fn bare(name: &str) -> &str {
    let name = name.strip_prefix("the ").or_else(|| name.strip_prefix("The ")).unwrap_or(name);
    name.strip_suffix("'s").or_else(|| name.strip_suffix("’s")).unwrap_or(name)
}

/// A name on one line.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if text.contains(|c: char| c.is_whitespace() && c != ' ') || text.contains("  ") {
        Cow::Owned(text.split_whitespace().collect::<Vec<_>>().join(" "))
    } else {
        Cow::Borrowed(text)
    }
}

fn acronym_key(short: &str) -> String {
    format!("s:{short}")
}

/// The initials of the capitalised words of a long name.
fn acronym(name: &str) -> Option<String> {
    let initials: String =
        name.split([' ', '-']).filter_map(|w| w.chars().next()).filter(|c| c.is_uppercase()).collect();
    (initials.chars().count() > 2).then_some(initials)
}

/// The code that the words of an organisation's own name tell: "Irish Defence Forces".
fn described(name: &str, owner: Option<&str>) -> Option<Actor> {
    let words: Vec<&str> = name.split_whitespace().collect();
    let country = |i: usize| World::shipped().longest(&words[i..])?.1.first()?.actor.country.clone();
    let inside = || (0..words.len()).find_map(country);
    let lower: Vec<String> = words.iter().map(|w| w.to_lowercase()).collect();
    let known = lower.iter().rev().find_map(|w| noun(w).or_else(|| noun(w.strip_suffix('s')?)));
    let sector = known.and_then(|n| n.sector).or_else(|| lower.iter().find_map(|w| sector_word(w)));
    let country = owner.map(str::to_owned).or_else(inside).map(|c| Actor::of(&c, None));
    compose(country.as_ref(), Some(sector?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_bodies_tell_whose_they_are() {
        assert_eq!(described("Irish Defence Forces", None).unwrap().code, "IRLMIL");
        assert_eq!(described("Ministry of Silly Walks", Some("GBR")).unwrap().code, "GBRGOV");
        assert_eq!(described("Acme", None), None);
    }

    #[test]
    fn initials_make_acronyms() {
        assert_eq!(acronym("Special Monitoring Mission").as_deref(), Some("SMM"));
        assert_eq!(acronym("Acme"), None);
        assert_eq!(bare("the Kremlin's"), "Kremlin");
    }
}
