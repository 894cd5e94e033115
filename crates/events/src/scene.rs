//! A sentence with everything that rules ask about its words.

use saydo_codebook::{Among, Kind};
use saydo_mentions::{Kind as Named, Mention, Mentions};
use saydo_syntax::{Rel, Sentence, Upos};

use crate::light;

/// A sentence, its number, and who is mentioned in it.
#[derive(Clone, Copy)]
pub(crate) struct Scene<'a> {
    pub(crate) s: &'a Sentence<'a>,
    pub(crate) n: usize,
    pub(crate) mentions: &'a Mentions,
}

impl<'a> Scene<'a> {
    /// The mention that a word heads or stands in.
    pub(crate) fn mention(&self, word: usize) -> Option<&'a Mention> {
        self.mentions.at(self.n, word).map(|m| &self.mentions.list[m])
    }

    /// The kind of entity behind a mention.
    pub(crate) fn entity_kind(&self, mention: &Mention) -> &'static str {
        mention.entity.map_or("", |e| self.mentions.entities[e].kind)
    }

    /// Whether a word, one coordinated with it, or the noun that it measures is among what a need names.
    pub(crate) fn is_among(&self, word: usize, among: &Among) -> bool {
        self.alike(word).into_iter().any(|w| self.is_one(w, among))
    }

    /// A word with those coordinated with it; a measure gives way to what it measures.
    pub(crate) fn alike(&self, word: usize) -> Vec<usize> {
        let mut found = vec![self.measured(word)];
        let joined =
            self.s.children_by(word, Rel::Conj).filter(|&c| c > word && self.s.words[c].upos != Upos::Verb);
        found.extend(joined.map(|c| self.measured(c)));
        found
    }

    /// The noun behind a measure: "hundreds of soldiers".
    pub(crate) fn measured(&self, word: usize) -> usize {
        let mut at = word;
        for _ in 0..3 {
            let w = &self.s.words[at];
            let number = w.upos == Upos::Num
                || matches!(
                    w.lemma.as_str(),
                    "some" | "many" | "most" | "all" | "several" | "one" | "any" | "none" | "more"
                );
            if !number && !light::is_measure(&w.lemma) {
                break;
            }
            let of = self
                .s
                .children_by(at, Rel::Nmod)
                .find(|&c| crate::frame::preposition(self.s, c).as_deref() == Some("of"));
            match of {
                Some(next) => at = next,
                None => break,
            }
        }
        at
    }

    fn is_one(&self, word: usize, among: &Among) -> bool {
        self.has_lemma(word, among) || among.kinds.iter().any(|k| self.is_kind(word, *k))
    }

    fn has_lemma(&self, word: usize, among: &Among) -> bool {
        let w = &self.s.words[word];
        let singular = || w.lemma.strip_suffix('s').is_some_and(|one| among.has(one));
        if among.has(&w.lemma)
            || singular()
            || w.form.starts_with(char::is_uppercase) && among.has(&w.form.to_lowercase())
        {
            return true;
        }
        if crate::fits::hyphenated(self, word).is_some_and(|(lemma, _)| among.has(&lemma)) {
            return true;
        }
        let of = |c: usize| crate::frame::preposition(self.s, c).as_deref() == Some("of");
        let whole = |c: usize| among.has(&format!("{} of {}", w.lemma, self.s.words[c].lemma));
        if self.s.children_by(word, Rel::Nmod).any(|c| of(c) && whole(c)) {
            return true;
        }
        let before = self
            .s
            .children(word)
            .filter(|&c| c < word && matches!(self.s.words[c].rel, Rel::Compound | Rel::Amod | Rel::Flat));
        before.into_iter().any(|c| {
            let lemma = &self.s.words[c].lemma;
            among.has(&format!("{lemma} {}", w.lemma))
                || self.s.words[c].rel == Rel::Compound && among.has(lemma)
        })
    }

    /// Whether a word names a kind of thing.
    pub(crate) fn is_kind(&self, word: usize, kind: Kind) -> bool {
        if kind == Kind::Number {
            return self.s.words[word].upos == Upos::Num || self.s.child(word, Rel::Nummod).is_some();
        }
        let Some(mention) = self.mention(word) else {
            return kind == Kind::Actor && self.s.words[word].upos == Upos::Propn && !self.is_time(word);
        };
        let entity = self.entity_kind(mention);
        match kind {
            Kind::Actor => mention.kind != Named::Demonym || self.s.words[word].upos != Upos::Adj,
            Kind::Place => mention.kind == Named::Place || matches!(entity, "place" | "country"),
            Kind::Person => matches!(mention.kind, Named::Person | Named::Role) || entity == "person",
            Kind::Country => entity == "country",
            Kind::Organisation => mention.kind == Named::Organisation || entity == "organisation",
            Kind::Group => mention.kind == Named::Group || entity == "group",
            Kind::People => self.are_people(word, mention),
            Kind::Number => false,
        }
    }

    /// Whether a mention means people who act for nobody: civilians, or a people in the plural.
    fn are_people(&self, word: usize, mention: &Mention) -> bool {
        let actor = mention.entity.and_then(|e| self.mentions.entities[e].actor.as_ref());
        let civil = actor.is_some_and(|a| a.sector.as_deref() == Some("CVL"));
        let plural = matches!(self.s.words[word].xpos, "NNS" | "NNPS");
        civil || mention.kind == Named::Demonym && plural
    }

    /// Whether a word tells when, and so fills no role: "on Thursday", "last year".
    pub(crate) fn is_time(&self, word: usize) -> bool {
        let w = &self.s.words[word];
        let times = |lemma: &str| saydo_codebook::Words::shipped().has(saydo_codebook::List::Time, lemma);
        times(&w.lemma)
            || w.upos == Upos::Propn && times(&w.lemma.to_lowercase())
            || w.upos == Upos::Num && self.mention(word).is_none()
            || matches!(w.lemma.as_str(), "may" | "time" | "today" | "tomorrow" | "yesterday" | "moment")
    }
}
