//! Bodies by what they are: "the Russian government", "the Kazakh defence ministry", "the mission", "the alliance".

use saydo_world::{Actor, EntryKind, RoleKind, World};

use crate::calling::{Called, pick};
use crate::group::{MOST, noun_key};
use crate::phrase::{Article, Phrase};
use crate::resolve::{NOT_SAID, Resolver, SEVERAL};
use crate::role::Asking;
use crate::thing::Class;

/// Among as many sentences at the beginning of a report its dateline is looked for.
const DATELINES: usize = 4;

/// Bodies that are a country's government.
const GOVERNMENTS: &[&str] = &["government", "administration", "cabinet", "regime"];

impl Resolver<'_, '_> {
    /// Links a phrase for a body.
    pub(crate) fn link_body(&mut self, asking: Asking<'_>) {
        let Asking { spot, phrase, calling, owner } = asking;
        let country = owner.and_then(|o| o.country.as_deref());
        if let Some(country) = country.filter(|_| GOVERNMENTS.contains(&calling.noun.as_str())) {
            let government = self.government_of(country);
            return self.mean(spot, government);
        }
        if asking.is_new() || owner.is_none() && self.has_owner(asking) {
            let thing = self.described(asking, Class::Body);
            return self.mean(spot, thing);
        }
        let again = if owner.is_some() { Called::Nobody } else { self.body_again(asking) };
        match again {
            Called::One(thing) => self.mean(spot, thing),
            Called::Several => self.fail(spot, SEVERAL),
            Called::Nobody if owner.is_none() && calling.asks(phrase) => self.link_home(asking),
            Called::Nobody => {
                self.same_or_new(format!("b:{}:{}", asking.code(), calling.core), asking, Class::Body);
            }
        }
    }

    /// Links a ministry or an army that names no country: that of the dateline's, else of the only country around it.
    fn link_home(&mut self, asking: Asking<'_>) {
        let home = asking.phrase.sector.and_then(|_| self.home(self.spots[asking.spot].sentence));
        let Some(country) = home else { return self.fail(asking.spot, NOT_SAID) };
        let owner = Actor::of(&country, None);
        let asking = Asking { owner: Some(&owner), ..asking };
        self.same_or_new(format!("b:{country}:{}", asking.calling.core), asking, Class::Body);
    }

    /// The country in which a report is at home: that of its dateline, else the only one that acts in the sentence.
    fn home(&self, sentence: usize) -> Option<String> {
        let of = |range: std::ops::Range<usize>, acts: bool| {
            let things = range.filter_map(|s| self.means[s]).map(|t| &self.things[t]);
            let mut found: Vec<&String> = things
                .filter(|t| !acts || t.class != Class::Place)
                .filter_map(|t| t.country.as_ref())
                .collect();
            found.sort_unstable();
            found.dedup();
            (found.len() == 1).then(|| found[0].clone())
        };
        let dateline = |n: &usize| self.document.sentences[*n].zone == saydo_syntax::Zone::Dateline;
        let dateline = (0..=sentence.min(DATELINES)).find(dateline);
        dateline.and_then(|n| of(self.of_sentence(n), false)).or_else(|| of(self.of_sentence(sentence), true))
    }

    /// The body of a phrase that the tables know as a name: "the Russian army".
    pub(crate) fn body_in_tables(&mut self, spot: usize, phrase: &Phrase) -> Option<usize> {
        if phrase.noun.kind == RoleKind::Person || phrase.words.len() < 2 || phrase.article == Article::New {
            return None;
        }
        let s = self.sentence(spot);
        let text = s.text(self.spots[spot].words.start..phrase.head + 1);
        let mut entries = World::shipped().lookup(text);
        let last = phrase.core.start.checked_sub(1).filter(|&i| joined_before(s, phrase, i));
        let one = last.map(|i| format!("{} {}", s.text(i..phrase.head), s.words[phrase.head].lemma));
        if let (true, Some(one)) = (entries.is_empty(), one) {
            entries = World::shipped().lookup(&one);
        }
        let body = entries.iter().find(|e| e.kind == EntryKind::Organisation && e.actor.country.is_some())?;
        Some(self.organisation(body))
    }

    /// A body that was named or described before by the same noun: "the mission" for the Special Monitoring Mission.
    fn body_again(&self, asking: Asking<'_>) -> Called {
        let sentence = self.spots[asking.spot].sentence;
        let noun = asking.calling.noun.as_str();
        let named = self.words.get(noun).into_iter().flatten().rev().take(MOST);
        let described = self.words.get(&noun_key(noun)).into_iter().flatten().rev().take(MOST);
        let seen = |t: &usize| self.things[*t].latest > 0 && self.things[*t].class == Class::Body;
        let mut found: Vec<usize> = named.chain(described).copied().filter(seen).collect();
        found.extend(self.by_sort(sentence, noun).into_iter().filter(seen));
        found.sort_unstable();
        found.dedup();
        pick(&found, |t| self.things[t].latest, sentence)
    }

    /// Bodies of a sort that their names do not tell: "the alliance", "the bloc", "the country".
    fn by_sort(&self, sentence: usize, noun: &str) -> Vec<usize> {
        let keys: &[&str] = match noun {
            "alliance" => &["i:IGONAT", "i:IGOCST"],
            "bloc" => &["i:IGOEUN"],
            "country" | "nation" => return self.countries_near(sentence),
            _ => &[],
        };
        keys.iter().filter_map(|k| self.keys.get(*k).copied()).collect()
    }

    /// The countries of this sentence and the one before.
    fn countries_near(&self, sentence: usize) -> Vec<usize> {
        let near = self.first[sentence.saturating_sub(1)]..self.first[sentence + 1];
        let things = near.filter_map(|s| self.means[s]);
        things.filter(|&t| self.things[t].kind == "country").collect()
    }
}

/// Whether the word before a plural noun is the last of several that name one body each: "the 58th and 41st Armies".
fn joined_before(s: &saydo_syntax::Sentence<'_>, phrase: &Phrase, i: usize) -> bool {
    phrase.plural && i > phrase.words.start && s.words[i - 1].lemma == "and"
}
