//! Names of people: full names, surnames alone, and what the tables of office holders know about them.

use saydo_world::{Actor, EntryKind, Held, Office, Tenure, World};

use crate::Kind;
use crate::calling::Calling;
use crate::gender;
use crate::link::bare;
use crate::pronoun::Gender;
use crate::resolve::{Resolver, SEVERAL};
use crate::spot::Form;
use crate::thing::{Class, Thing};
use crate::title::title_key;

/// Forms of address that a name may include.
const ADDRESS: &[&str] =
    &["mr", "mrs", "ms", "miss", "dr", "sir", "lord", "dame", "gen", "general", "president", "prof"];

impl Resolver<'_, '_> {
    /// Links people: full names first, wherever they stand, so that a surname in a headline finds its person.
    pub(crate) fn link_people(&mut self) {
        let people: Vec<usize> = (0..self.spots.len()).filter(|&s| self.is_person(s)).collect();
        let (full, short): (Vec<usize>, Vec<usize>) =
            people.iter().partition(|&&s| words(self.text(s)).len() > 1);
        for spot in full {
            self.link_full(spot);
        }
        for spot in short {
            self.link_short(spot);
        }
    }

    fn link_full(&mut self, spot: usize) {
        let name = bare(self.text(spot));
        let words = words(name);
        let held = World::shipped().person(name, self.day());
        let canonical = held.map_or(name, |h| h.holding.name.as_str());
        let dated = self.day().is_some();
        let thing = self.thing(key(canonical), || person(canonical, held, dated));
        self.name_again(thing, &words);
        self.remember_office(thing);
        self.mean(spot, thing);
    }

    /// Lets a person be found by the last and the first word of a name.
    fn name_again(&mut self, thing: usize, words: &[&str]) {
        let told = gender::of_name(words);
        let gender = &mut self.things[thing].gender;
        *gender = gender.or(told);
        for word in [words.last(), words.first()].into_iter().flatten() {
            self.remember(surname_key(word), thing);
        }
    }

    fn remember_office(&mut self, thing: usize) {
        if let Some(noun) = self.things[thing].callings.first().map(|c| title_key(&c.noun)) {
            self.remember(noun, thing);
        }
    }

    fn link_short(&mut self, spot: usize) {
        let name = words(bare(self.text(spot))).first().copied().unwrap_or_default();
        let address = self.address(spot);
        let found = self.words.get(&surname_key(name)).cloned().unwrap_or_default();
        let fits = |&t: &usize| address.is_none() || self.things[t].gender.is_none_or(|g| Some(g) == address);
        let found: Vec<usize> = found.into_iter().filter(fits).collect();
        match found.first().filter(|_| found.len() == 1) {
            Some(&thing) => {
                let gender = &mut self.things[thing].gender;
                *gender = gender.or(address);
                self.mean(spot, thing);
            }
            None if found.len() > 1 => self.fail(spot, SEVERAL),
            None if address.is_none() && self.link_as_place(spot) => {}
            None => self.link_alone(spot, name, address),
        }
    }

    /// "Moscow" that was taken for a person, in a report where nobody is called so.
    fn link_as_place(&mut self, spot: usize) -> bool {
        let Form::Name(entries) = self.spots[spot].form else { return false };
        let Some(first) = entries.first().filter(|_| entries.iter().all(|e| e.kind != EntryKind::Person))
        else {
            return false;
        };
        self.spots[spot].kind = match first.kind {
            EntryKind::Organisation | EntryKind::Seat => Kind::Organisation,
            _ => Kind::Place,
        };
        self.link_name(spot, entries);
        true
    }

    /// A surname whose full name the report never gives.
    fn link_alone(&mut self, spot: usize, name: &str, address: Option<Gender>) {
        let held = World::shipped().person(name, self.day()).filter(|h| self.is_in_the_news(h));
        let canonical = held.map_or(name, |h| h.holding.name.as_str());
        let dated = self.day().is_some();
        let thing = self.thing(key(canonical), || person(canonical, held, dated));
        let told = address.or_else(|| gender::of_name(&words(canonical)));
        let gender = &mut self.things[thing].gender;
        *gender = gender.or(told);
        self.remember(surname_key(name), thing);
        self.remember_office(thing);
        self.mean(spot, thing);
    }

    /// Whether a bare surname may be taken for an office holder's: in office on that day, one of the main offices,
    /// and of a country or body that the report speaks of.
    fn is_in_the_news(&self, held: &Held<'_>) -> bool {
        let body = &held.holding.actor;
        let country = body.country.as_deref().unwrap_or_default();
        let keys = [format!("c:{country}"), format!("g:{country}"), format!("i:{}", body.code)];
        held.tenure == Tenure::Current
            && held.holding.office != Office::Other
            && self.day().is_some()
            && keys.iter().any(|k| self.keys.contains_key(k))
    }

    /// The publication day.
    pub(crate) fn day(&self) -> Option<&str> {
        self.document.published.and_then(|p| p.get(..10)).filter(|p| p.as_bytes()[4] == b'-')
    }

    /// What a form of address before a name tells.
    fn address(&self, spot: usize) -> Option<Gender> {
        let (sentence, start) = (self.sentence(spot), self.spots[spot].words.start);
        let inside = sentence.words[start].form;
        let before = start.checked_sub(1).map(|i| sentence.words[i].form);
        let before =
            before.filter(|w| *w != ".").or_else(|| Some(sentence.words[start.checked_sub(2)?].form));
        gender::of_address(inside).or_else(|| gender::of_address(before?))
    }
}

/// Whether a word is a form of address: "Mr."
pub(crate) fn is_address(word: &str) -> bool {
    ADDRESS.contains(&word.trim_end_matches('.').to_lowercase().as_str())
}

/// The words of a name without forms of address.
pub(crate) fn words(name: &str) -> Vec<&str> {
    let address = |w: &&str| is_address(w);
    let all: Vec<&str> = bare(name).split_whitespace().collect();
    let from = all.iter().take_while(|w| address(w)).count().min(all.len().saturating_sub(1));
    all[from..].to_vec()
}

/// A person is known by first and last name; what stands between may come and go.
pub(crate) fn key(name: &str) -> String {
    let words = words(name);
    let (first, last) = (words.first().unwrap_or(&""), words.last().unwrap_or(&""));
    format!("n:{} {}", first.to_lowercase(), last.to_lowercase())
}

fn surname_key(word: &str) -> String {
    format!("l:{}", word.to_lowercase())
}

fn person(name: &str, held: Option<Held<'_>>, dated: bool) -> Thing {
    let words = words(name);
    let mut thing = Thing::new(words.join(" "), "person", Class::Person);
    thing.gender = gender::of_name(&words);
    let Some(held) = held else { return thing };
    let actor = &held.holding.actor;
    thing.country.clone_from(&actor.country);
    if held.tenure == Tenure::Current {
        let core = held.holding.title.to_lowercase().replace('-', " ");
        let noun = core
            .split(" of ")
            .next()
            .unwrap_or_default()
            .split(' ')
            .next_back()
            .unwrap_or_default()
            .to_owned();
        thing.known = true;
        thing.actor = Some(actor.clone());
        thing.call(Calling {
            core,
            noun,
            owner: Some(actor.country.clone().unwrap_or_else(|| actor.code.clone())),
        });
    } else if !dated {
        thing.actor = Some(actor.clone());
    } else if let (Tenure::Former, Some(country)) = (held.tenure, actor.country.as_deref()) {
        thing.actor = Some(Actor::of(country, Some("ELI")));
    }
    thing
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn middle_names_and_addresses_make_no_difference() {
        assert_eq!(key("Vladimir Vladimirovich Putin"), key("Vladimir Putin"));
        assert_eq!(key("Mr. Jens Stoltenberg"), key("Jens Stoltenberg"));
        assert_eq!(words("Mr Putin"), ["Putin"]);
        assert_eq!(words("Putin's"), ["Putin"]);
    }
}
