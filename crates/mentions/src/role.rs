//! One person by what he or she is: "the foreign minister", "the NATO chief", "a senior US official".

use saydo_syntax::Rel;
use saydo_world::{Actor, RoleKind, World};

use crate::calling::{Called, Calling, pick};
use crate::phrase::{Article, Phrase};
use crate::resolve::{NOT_SAID, Resolver, SEVERAL};
use crate::spot::Form;
use crate::thing::Class;
use crate::title::title_key;

/// How many sentences back somebody is looked for who was called something.
const REACH: usize = 12;

/// A noun phrase that asks whom it means.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asking<'p> {
    /// Its spot.
    pub(crate) spot: usize,
    /// Its words.
    pub(crate) phrase: &'p Phrase,
    /// What it calls somebody.
    pub(crate) calling: &'p Calling,
    /// Whom it belongs to.
    pub(crate) owner: Option<&'p Actor>,
}

impl Asking<'_> {
    /// The code of the owner, for keys.
    pub(crate) fn code(&self) -> &str {
        self.owner.map_or("", |o| o.code.as_str())
    }

    /// Whether it is introduced as something new.
    pub(crate) fn is_new(&self) -> bool {
        self.phrase.article == Article::New
    }
}

impl Resolver<'_, '_> {
    /// Links a noun phrase.
    pub(crate) fn link_noun(&mut self, spot: usize) {
        let Form::Noun(phrase) = &self.spots[spot].form else { return };
        let phrase = (**phrase).clone();
        let sentence = self.spots[spot].sentence;
        if let Some(named) = self.named_beside(spot, &phrase).or_else(|| self.body_in_tables(spot, &phrase)) {
            return self.mean(spot, named);
        }
        let owner = self.owner(sentence, &phrase);
        let calling = self.calling(sentence, &phrase, owner.as_ref());
        let asking = Asking { spot, phrase: &phrase, calling: &calling, owner: owner.as_ref() };
        match (phrase.noun.kind, phrase.plural) {
            (RoleKind::Person, false) => self.link_role(asking),
            (RoleKind::Organisation, false) => self.link_body(asking),
            _ => self.link_group(asking),
        }
    }

    /// The thing that an apposition or a predicate says this is.
    fn named_beside(&self, spot: usize, phrase: &Phrase) -> Option<usize> {
        let (sentence, index) = (self.sentence(spot), self.spots[spot].sentence);
        let word = &sentence.words[phrase.head];
        let subject = || {
            let negated = sentence.children(phrase.head).any(|c| sentence.words[c].lemma == "not");
            sentence.child(phrase.head, Rel::Nsubj).filter(|_| !negated)
        };
        let predicate = sentence.child(phrase.head, Rel::Cop).is_some();
        let other = if word.rel == Rel::Appos { word.head } else { predicate.then(subject).flatten() };
        let thing = &self.means[self.headed(index, other?)?]?;
        let class = match phrase.noun.kind {
            _ if phrase.plural => Class::Many,
            RoleKind::Person => Class::Person,
            RoleKind::Group => Class::Many,
            RoleKind::Organisation => Class::Body,
        };
        let known = &self.things[*thing];
        let foreign = known.is_of_another(self.owner(index, phrase).as_ref());
        (known.class == class && !foreign).then_some(*thing)
    }

    /// Whether a phrase says whose it is, even where nobody knows who that is: "the president of that country".
    pub(crate) fn has_owner(&self, asking: Asking<'_>) -> bool {
        let (sentence, phrase) = (self.sentence(asking.spot), asking.phrase);
        let case = |c| sentence.child(c, Rel::Case).map_or("", |k| sentence.words[k].form);
        let mut after = sentence.children_by(phrase.head, Rel::Nmod).filter(|&c| c > phrase.head);
        phrase.article == Article::Owned || after.any(|c| matches!(case(c), "of" | "for"))
    }

    fn link_role(&mut self, asking: Asking<'_>) {
        let Asking { spot, phrase, calling, owner } = asking;
        let capital = self.sentence(spot).words[phrase.head].form.starts_with(char::is_uppercase);
        let bare = phrase.article == Article::Bare && !(calling.is_office() && capital);
        if asking.is_new() || owner.is_none() && (bare || self.has_owner(asking)) {
            let thing = self.described(asking, Class::Person);
            return self.mean(spot, thing);
        }
        match self.called(asking) {
            Called::One(thing) => self.mean(spot, thing),
            Called::Several => self.fail(spot, SEVERAL),
            Called::Nobody if owner.is_none() && calling.asks(phrase) => self.fail(spot, NOT_SAID),
            Called::Nobody => {
                self.same_or_new(format!("r:{}:{}", asking.code(), calling.core), asking, Class::Person);
            }
        }
    }

    /// Who was called so before: the holder of the office, or somebody with a title that fits. A title may also come
    /// later, where only one person in the report has it: headlines do so.
    fn called(&self, asking: Asking<'_>) -> Called {
        if let Some(thing) = self.holder(asking) {
            return Called::One(thing);
        }
        let sentence = self.spots[asking.spot].sentence;
        let fits = |&t: &usize| self.answers(t, asking.calling);
        let found: Vec<usize> = self.recent_people(sentence).into_iter().filter(fits).collect();
        if !found.is_empty() {
            return pick(&found, |t| self.things[t].latest, sentence);
        }
        let titled = self.words.get(&title_key(&asking.calling.noun)).into_iter().flatten().copied();
        let titled: Vec<usize> = titled.filter(fits).collect();
        if titled.len() == 1 { Called::One(titled[0]) } else { Called::Nobody }
    }

    fn answers(&self, thing: usize, asked: &Calling) -> bool {
        let thing = &self.things[thing];
        let owned =
            |known: &Calling| known.owner.is_some() || asked.owner.is_none() || thing.may_belong_to(asked);
        thing.callings.iter().any(|known| known.answers(asked) && owned(known))
    }

    /// The holder of an office on the day, where the report names him or her.
    fn holder(&self, asking: Asking<'_>) -> Option<usize> {
        let (owner, title) = (asking.owner?, asking.calling.core.as_str());
        let body = owner.country.as_deref().unwrap_or(&owner.code);
        if matches!(title, "minister" | "secretary" | "deputy") {
            return None;
        }
        let holding = World::shipped().holder(body, title, self.day()?)?;
        self.keys.get(&crate::person::key(&holding.name)).copied()
    }

    /// People named or described in the last sentences, before this one's end.
    fn recent_people(&self, sentence: usize) -> Vec<usize> {
        let near = self.first[sentence.saturating_sub(REACH)]..self.first[sentence + 1];
        let seen = near.filter_map(|s| self.means[s]).filter(|&t| self.things[t].latest > 0);
        let mut people: Vec<usize> = seen.filter(|&t| self.things[t].class == Class::Person).collect();
        people.sort_unstable();
        people.dedup();
        people
    }
}
