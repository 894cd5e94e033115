//! Spots in a sentence that mention somebody or something, before anybody asks whom they mean.

use std::collections::HashSet;
use std::ops::Range;

use saydo_syntax::{Document, Rel, Sentence, Upos};
use saydo_world::{Entry, EntryKind, RoleKind, World};

use crate::noun::noun;
use crate::phrase::{self, Article, Phrase};
use crate::pronoun::{Pronoun, pronoun};
use crate::{Kind, Name, craft, surname};

/// The most words of a name that tables are asked for.
const LONGEST: usize = 8;

/// A mention whose meaning is still open.
#[derive(Clone, Debug)]
pub(crate) struct Spot {
    /// Its sentence.
    pub(crate) sentence: usize,
    /// Its words.
    pub(crate) words: Range<usize>,
    /// The top of them in the tree.
    pub(crate) head: usize,
    /// What kind of mention it is.
    pub(crate) kind: Kind,
    /// What is known of it.
    pub(crate) form: Form,
}

/// What is known of a spot from its words alone.
#[derive(Clone, Debug)]
pub(crate) enum Form {
    /// A name, with what the tables say it may stand for.
    Name(&'static [Entry]),
    /// A people or its adjective.
    Demonym(&'static Entry),
    /// A role, a group or a body.
    Noun(Box<Phrase>),
    /// A pronoun.
    Pronoun(Pronoun),
}

/// The spots of all sentences, in order.
pub(crate) fn spots(document: &Document<'_>, names: impl Fn(&Sentence<'_>) -> Vec<Name>) -> Vec<Spot> {
    let mut all = Vec::new();
    let mut seen = HashSet::new();
    let mut names: Vec<Vec<Name>> = document.sentences.iter().map(names).collect();
    surname::add(document, &mut names);
    for (i, (sentence, names)) in document.sentences.iter().zip(&names).enumerate() {
        let from = all.len();
        Spotter::new(i, sentence, names).spots(&mut all, &mut seen);
        all[from..].sort_by_key(|s: &Spot| (s.words.start, std::cmp::Reverse(s.words.end)));
    }
    all
}

/// The top word of a range: the first whose head lies outside.
pub(crate) fn top(sentence: &Sentence<'_>, words: Range<usize>) -> usize {
    let outside = |&i: &usize| sentence.head(i).is_none_or(|h| !words.contains(&h));
    words.clone().find(outside).unwrap_or(words.start)
}

/// A name without the country of a title before it: "Prime Minister of Lithuania Ingrida Šimonytė"; none for a role
/// that was taken for an organisation: "President of Ukraine".
fn mended(sentence: &Sentence<'_>, name: &Name) -> Option<Name> {
    let Range { start, end } = name.words;
    match name.kind {
        Kind::Person => {
            let after_of = start > 0 && matches!(sentence.words[start - 1].form, "of" | "the");
            let forms: Vec<&str> = sentence.words[start..end].iter().map(|w| w.form).collect();
            let country = World::shipped().longest(&forms).filter(|(taken, entries)| {
                after_of && *taken < forms.len() && entries.iter().any(|e| e.kind == EntryKind::Country)
            });
            Some(Name { words: start + country.map_or(0, |(taken, _)| taken)..end, kind: name.kind })
        }
        Kind::Organisation if World::shipped().lookup(sentence.text(start..end)).is_empty() => {
            let head = top(sentence, start..end);
            let role =
                phrase::phrase(sentence, head).filter(|p| p.noun.kind == RoleKind::Person && !p.plural);
            role.is_none().then(|| name.clone())
        }
        _ => Some(widened(sentence, name)),
    }
}

/// A name with the words before it that the tables know as its beginning: "People's Republic of China" is not the
/// Republic of China.
fn widened(sentence: &Sentence<'_>, name: &Name) -> Name {
    const MOST: usize = 4;
    let Range { start, end } = name.words;
    let possessive = |i: usize| matches!(sentence.words[i].form, "'s" | "’s");
    if start < 2 || !possessive(start - 1) {
        return name.clone();
    }
    let known = |from: &usize| !World::shipped().lookup(sentence.text(*from..end)).is_empty();
    let from = (start.saturating_sub(MOST)..start - 1).find(known);
    Name { words: from.unwrap_or(start)..end, kind: name.kind }
}

struct Spotter<'a, 't> {
    index: usize,
    sentence: &'a Sentence<'t>,
    forms: Vec<&'a str>,
    names: Vec<Name>,
    taken: Vec<bool>,
}

impl<'a, 't> Spotter<'a, 't> {
    fn new(index: usize, sentence: &'a Sentence<'t>, names: &[Name]) -> Self {
        let mut taken = vec![false; sentence.len()];
        let fits = |n: &&Name| n.words.start < n.words.end && n.words.end <= sentence.len();
        let names: Vec<Name> = names.iter().filter(fits).filter_map(|name| mended(sentence, name)).collect();
        for name in &names {
            taken[name.words.clone()].fill(true);
        }
        let forms = sentence.words.iter().map(|w| w.form).collect();
        Self { index, sentence, forms, names, taken }
    }

    fn spots(mut self, all: &mut Vec<Spot>, seen: &mut HashSet<String>) {
        for name in std::mem::take(&mut self.names) {
            let spot = self.name(&name);
            self.taken[spot.words.end..name.words.end].fill(false);
            all.push(spot);
        }
        let mut i = 0;
        while i < self.sentence.len() {
            i = match self.table(i) {
                Some(spot) => {
                    let end = spot.words.end;
                    self.taken[spot.words.clone()].fill(true);
                    all.push(spot);
                    end
                }
                None => i + 1,
            };
        }
        all.extend((0..self.sentence.len()).filter_map(|i| self.word(i, seen)));
    }

    fn name(&self, name: &Name) -> Spot {
        let entries = self.entries(name);
        if let Some(body) = self.body_before_people(name, entries) {
            return body;
        }
        let demonym =
            entries.first().filter(|e| e.kind == EntryKind::Demonym && self.is_adjective(&name.words));
        match demonym {
            Some(entry) => self.spot(name.words.clone(), Kind::Demonym, Form::Demonym(entry)),
            None => self.spot(name.words.clone(), name.kind, Form::Name(entries)),
        }
    }

    /// The body alone in "NATO Defence Ministers", whose people are no organisation.
    fn body_before_people(&self, name: &Name, entries: &[Entry]) -> Option<Spot> {
        let last = name.words.end - 1;
        let people =
            self.sentence.words[last].xpos == "NNPS" && entries.is_empty() && name.kind == Kind::Organisation;
        let noun = people.then(|| noun(&phrase::lower(self.sentence, last)))??;
        let (taken, entries) = World::shipped().longest(&self.forms[name.words.start..last])?;
        let known = !entries.iter().all(|e| e.kind == EntryKind::Demonym) && noun.kind == RoleKind::Person;
        let words = name.words.start..name.words.start + taken;
        known.then(|| self.spot(words, name.kind, Form::Name(entries)))
    }

    fn entries(&self, name: &Name) -> &'static [Entry] {
        let text = self.sentence.text(name.words.clone());
        let text = text.strip_suffix("'s").or_else(|| text.strip_suffix("’s")).unwrap_or(text);
        World::shipped().lookup(text)
    }

    fn is_adjective(&self, words: &Range<usize>) -> bool {
        words.clone().all(|i| self.sentence.words[i].upos == Upos::Adj)
    }

    /// A name of the tables that begins here and that nobody has taken: a demonym, or a name that was overlooked.
    fn table(&self, i: usize) -> Option<Spot> {
        let word = &self.sentence.words[i];
        let capital = word.form.chars().next().is_some_and(char::is_uppercase);
        if self.taken[i] || !capital || !matches!(word.upos, Upos::Adj | Upos::Propn | Upos::Noun) {
            return None;
        }
        let end = (i + LONGEST).min(self.forms.len());
        let free = (i..end).take_while(|&k| !self.taken[k]).count();
        let (taken, entries) = World::shipped().longest(&self.forms[i..i + free])?;
        let first = || Some((1, World::shipped().longest(&self.forms[i..=i])?.1));
        let shorter = || first().and_then(|(taken, entries)| self.known(i..i + taken, entries));
        self.known(i..i + taken, entries).or_else(shorter)
    }

    fn known(&self, words: Range<usize>, entries: &'static [Entry]) -> Option<Spot> {
        let proper = words.clone().any(|i| self.sentence.words[i].upos == Upos::Propn);
        if let Some(demonym) = entries.iter().find(|e| e.kind == EntryKind::Demonym) {
            return (!self.is_language(&words))
                .then(|| self.spot(words, Kind::Demonym, Form::Demonym(demonym)));
        }
        let kind = match entries.first()?.kind {
            EntryKind::Country | EntryKind::Area | EntryKind::Capital => Kind::Place,
            EntryKind::Person => Kind::Person,
            EntryKind::Organisation | EntryKind::Seat => Kind::Organisation,
            EntryKind::Demonym => return None,
        };
        proper.then(|| self.spot(words, kind, Form::Name(entries)))
    }

    /// "in Russian", "speak Ukrainian": a noun in the singular without an article.
    fn is_language(&self, words: &Range<usize>) -> bool {
        let i = top(self.sentence, words.clone());
        let word = &self.sentence.words[i];
        let inner = matches!(word.rel, Rel::Amod | Rel::Compound | Rel::NmodPoss);
        !inner
            && matches!(word.xpos, "NN" | "NNP")
            && self.sentence.child(i, Rel::Det).is_none()
            && self.sentence.child(i, Rel::Cop).is_none()
    }

    /// A pronoun, or a noun phrase whose head names people or a body.
    fn word(&self, i: usize, seen: &mut HashSet<String>) -> Option<Spot> {
        if self.taken[i] {
            return None;
        }
        if let Some(pronoun) = pronoun(self.sentence, i) {
            return Some(self.spot(i..i + 1, Kind::Pronoun, Form::Pronoun(pronoun)));
        }
        self.noun(i, seen)
    }

    fn noun(&self, i: usize, seen: &mut HashSet<String>) -> Option<Spot> {
        let word = &self.sentence.words[i];
        let inner = matches!(
            word.rel,
            Rel::Compound | Rel::Flat | Rel::Fixed | Rel::Goeswith | Rel::NmodDesc | Rel::Amod
        );
        if inner || !matches!(word.upos, Upos::Noun | Upos::Propn) || self.forms.get(i + 1) == Some(&"-") {
            return None;
        }
        let phrase = phrase::phrase(self.sentence, i).filter(|p| !craft::is_craft(self.sentence, p))?;
        let again = matches!(phrase.article, Article::The | Article::This) && seen.contains(&word.lemma);
        if phrase.noun.marked && !again && !self.is_marked(&phrase) || self.is_idle(&phrase) {
            return None;
        }
        if phrase.noun.marked && !again {
            seen.insert(word.lemma.clone());
        }
        let kind =
            if phrase.plural || phrase.noun.kind == RoleKind::Group { Kind::Group } else { Kind::Role };
        let words = self.without_names_at_the_end(&phrase);
        let mut spot = self.spot(words, kind, Form::Noun(Box::new(phrase)));
        spot.head = i;
        Some(spot)
    }

    /// A title does not reach into the name that it stands before.
    fn without_names_at_the_end(&self, phrase: &Phrase) -> Range<usize> {
        let flat = self.sentence.children_by(phrase.head, Rel::Flat).find(|&c| c > phrase.head);
        phrase.words.start..flat.map_or(phrase.words.end, |f| f.min(phrase.words.end))
    }

    /// Whether a noun that names an actor only in company has that company.
    fn is_marked(&self, phrase: &Phrase) -> bool {
        let before = phrase.words.start..phrase.core.start;
        let told = phrase.sector != phrase.noun.sector;
        let named = before.clone().any(|k| self.taken[k]);
        let owned = before.into_iter().any(|k| self.sentence.words[k].rel == Rel::NmodPoss);
        told || named || (owned && phrase.noun.sector.is_some())
    }

    /// Nouns that only count or that stand in fixed phrases: "in force", "by force".
    fn is_idle(&self, phrase: &Phrase) -> bool {
        let word = &self.sentence.words[phrase.head];
        let compound = |k: usize| self.sentence.words[k].rel == Rel::Compound && !self.taken[k];
        if word.lemma == "source"
            && (phrase.words.clone().any(compound) || phrase.words.end > phrase.head + 1)
        {
            return true;
        }
        let bare = phrase.words.len() == 1 && matches!(word.xpos, "NN");
        bare && match phrase.noun.kind {
            RoleKind::Organisation => word.rel == Rel::Obl,
            RoleKind::Person => matches!(word.rel, Rel::Obl | Rel::Obj | Rel::Nmod),
            RoleKind::Group => false,
        }
    }

    fn spot(&self, words: Range<usize>, kind: Kind, form: Form) -> Spot {
        let head = top(self.sentence, words.clone());
        Spot { sentence: self.index, words, head, kind, form }
    }
}
