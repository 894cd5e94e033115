//! What was mentioned in the last sentences, and may be meant by a pronoun.

use saydo_syntax::{Rel, Sentence, Upos};

use crate::Kind;
use crate::phrase;
use crate::pronoun::{Gender, Number, Pronoun};
use crate::resolve::Resolver;
use crate::spot::{Form, Spot};
use crate::thing::Class;
use crate::weigh::{Asked, Sort};

/// How many sentences back an antecedent may stand.
const REACH: usize = 3;
/// How many candidates are looked at; more than three sentences of news hold.
const MOST: usize = 60;

/// Something mentioned that a later pronoun may mean.
#[derive(Clone, Debug)]
pub(crate) struct Candidate {
    /// What it is, where it is an actor or a place.
    pub(crate) thing: Option<usize>,
    /// Its sentence and head.
    pub(crate) sentence: usize,
    pub(crate) head: usize,
    /// What sort of thing it is.
    pub(crate) sort: Sort,
    /// Whether it is plural.
    pub(crate) many: bool,
    /// In what words it was mentioned.
    pub(crate) way: Way,
    /// What a pronoun told of it that nobody could resolve.
    pub(crate) gender: Option<Gender>,
    /// Whether it stands in a quotation.
    pub(crate) quoted: bool,
}

impl Candidate {
    /// Whether it comes after the pronoun.
    pub(crate) fn is_ahead(&self, asked: &Asked) -> bool {
        self.sentence == asked.sentence && self.head > asked.head
    }
}

/// In what words something was mentioned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// By name.
    Name,
    /// By what it is.
    Noun,
    /// By a pronoun.
    Pronoun,
}

/// What was mentioned in the last sentences.
#[derive(Debug, Default)]
pub(crate) struct Field {
    pub(crate) list: Vec<Candidate>,
    /// The word from which on the present sentence is still unseen.
    next: usize,
}

impl Field {
    /// Begins a sentence and forgets what is too far back.
    pub(crate) fn begin(&mut self, sentence: usize) {
        self.list.retain(|c| c.sentence + REACH >= sentence);
        self.next = 0;
    }

    /// The latest candidates, the last first.
    pub(crate) fn latest(&self) -> impl Iterator<Item = &Candidate> {
        self.list.iter().rev().take(MOST)
    }

    /// Takes up the nouns before a word that mention no actor: pronouns may mean them.
    pub(crate) fn pass(&mut self, resolver: &Resolver<'_, '_>, sentence: usize, until: usize) {
        let s = &resolver.document.sentences[sentence];
        let until = until.min(s.len());
        for i in self.next..until {
            if is_item(s, i)
                && resolver.spot_at(sentence, i).is_none_or(|spot| resolver.spots[spot].head != i)
            {
                self.push(resolver, sentence, i, None, Sort::Item);
            }
            if is_joined(s, i) {
                self.push(resolver, sentence, i, None, Sort::Pair);
            }
        }
        self.next = self.next.max(until);
    }

    /// Takes up a spot whose meaning has been looked for.
    pub(crate) fn take(&mut self, resolver: &Resolver<'_, '_>, spot: usize) {
        let at = &resolver.spots[spot];
        if resolver.dropped[spot] || at.kind == Kind::Demonym || is_predicate(resolver.sentence(spot), at) {
            return;
        }
        let Some(thing) = resolver.means[spot] else {
            return self.take_unknown(resolver, at);
        };
        let sort = match resolver.things[thing].class {
            Class::Person => Sort::Person,
            Class::Many => Sort::Many,
            Class::Body => Sort::Body,
            Class::Place => Sort::Place,
        };
        self.push(resolver, at.sentence, at.head, Some(thing), sort);
        if let Some(last) = self.list.last_mut() {
            last.way = match at.form {
                Form::Name(_) | Form::Demonym(_) => Way::Name,
                Form::Noun(_) => Way::Noun,
                Form::Pronoun(_) => Way::Pronoun,
            };
        }
    }

    /// Takes up somebody of whom nobody knows who it is, so that a later pronoun is not taken for another.
    fn take_unknown(&mut self, resolver: &Resolver<'_, '_>, at: &Spot) {
        let (gender, many) = match at.form {
            Form::Noun(_) => (None, None),
            Form::Pronoun(Pronoun::Third(number, gender)) if gender != Some(Gender::It) => {
                (gender, Some(number == Number::Many))
            }
            _ => return,
        };
        self.push(resolver, at.sentence, at.head, None, Sort::Unknown);
        if let (Some(last), Some(many)) = (self.list.last_mut(), many) {
            *last = Candidate { gender, many, way: Way::Pronoun, ..last.clone() };
        }
    }

    fn push(
        &mut self,
        resolver: &Resolver<'_, '_>,
        sentence: usize,
        head: usize,
        thing: Option<usize>,
        sort: Sort,
    ) {
        let word = &resolver.document.sentences[sentence].words[head];
        self.list.push(Candidate {
            thing,
            sentence,
            head,
            sort,
            many: matches!(word.xpos, "NNS" | "NNPS") || sort == Sort::Pair || sort == Sort::Many,
            way: Way::Noun,
            gender: None,
            quoted: resolver.quotes.has(sentence, head),
        });
    }
}

/// "He is a farmer": what is said of somebody names nobody new.
fn is_predicate(sentence: &Sentence<'_>, spot: &Spot) -> bool {
    let rel = sentence.words[spot.head].rel;
    matches!(spot.form, Form::Noun(_)) && (rel == Rel::Xcomp || sentence.child(spot.head, Rel::Cop).is_some())
}

/// A noun that may be taken up by "it" or "they".
fn is_item(sentence: &Sentence<'_>, i: usize) -> bool {
    let word = &sentence.words[i];
    let inner = matches!(
        word.rel,
        Rel::Compound | Rel::Flat | Rel::Fixed | Rel::Goeswith | Rel::NmodDesc | Rel::OblUnmarked
    );
    matches!(word.upos, Upos::Noun | Upos::Propn) && !inner
}

/// The first of several nouns that are joined by "and".
fn is_joined(sentence: &Sentence<'_>, i: usize) -> bool {
    let nominal = |k: usize| matches!(sentence.words[k].upos, Upos::Noun | Upos::Propn | Upos::Pron);
    nominal(i)
        && sentence.children_by(i, Rel::Conj).any(|c| {
            c > i && nominal(c) && {
                sentence.child(c, Rel::Cc).is_none_or(|cc| phrase::lower(sentence, cc) == "and")
            }
        })
}
