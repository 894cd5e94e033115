//! Who is meant by the words that fill a role.

use saydo_syntax::{Rel, Upos};
use saydo_text::{Byte, Span};

use crate::frame::preposition;
use crate::scene::Scene;

/// Somebody or something that takes part in an event.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Party {
    /// Where it is named.
    pub span: Span<Byte>,
    /// Whom it means, as an index of the report's entities.
    pub entity: Option<usize>,
    /// Its mention, as an index; none for a thing that is nobody.
    pub mention: Option<usize>,
    /// Whether the text names it only around the event, and not in its own clause.
    pub implied: bool,
}

/// Prepositions that tell where a thing is and not whose it is.
const LOCATES: [&str; 10] =
    ["near", "outside", "along", "around", "at", "behind", "across", "under", "inside", "north of"];

/// How many parties of one role are kept.
const MOST: usize = 12;

impl Scene<'_> {
    /// The parties that a phrase names, as those who act or as others: those coordinated in it, else those nested in it, else the thing itself.
    pub(crate) fn parties(&self, word: usize, acts: bool) -> Vec<Party> {
        let mut found = Vec::new();
        for w in self.coordinated(word) {
            match self.party(w).or_else(|| self.nested(w, acts)) {
                Some(party) => {
                    found.extend(self.countries_beside(w, &party));
                    found.push(party);
                }
                None => found.extend(self.thing(w)),
            }
        }
        found.truncate(MOST);
        found
    }

    /// The other countries of people whom a noun tells by several: "Russian and US officials".
    fn countries_beside(&self, word: usize, party: &Party) -> Vec<Party> {
        let s = self.s;
        let before =
            s.children(word).filter(|&c| c < word && matches!(s.words[c].rel, Rel::Amod | Rel::Compound));
        let joined = before.filter(|&c| s.child(c, Rel::Conj).is_some());
        let all = joined.flat_map(|c| std::iter::once(c).chain(s.children_by(c, Rel::Conj)));
        let country = |p: &Party| self.mentions.entities[p.entity?].actor.as_ref()?.country.clone();
        let own = country(party);
        let named = all.filter_map(|c| self.party(c)).filter(|p| {
            p.entity.is_some_and(|e| self.mentions.entities[e].kind == "country") && country(p) != own
        });
        named.filter(|_| own.is_some()).collect()
    }

    /// A word, those coordinated with it and those in apposition by "and": "France, Germany and Italy".
    fn coordinated(&self, word: usize) -> Vec<usize> {
        let mut found = vec![self.measured(word)];
        let joined = self
            .s
            .children_by(word, Rel::Conj)
            .filter(|&c| !matches!(self.s.words[c].upos, Upos::Verb | Upos::Adj));
        found.extend(joined.map(|c| self.measured(c)));
        found
    }

    fn party(&self, word: usize) -> Option<Party> {
        let m = self.mentions.at(self.n, word)?;
        let mention = &self.mentions.list[m];
        let names = mention.head == word || mention.words.contains(&word);
        let party = Party { span: mention.span, entity: mention.entity, mention: Some(m), implied: false };
        names.then_some(party)
    }

    /// Whose something is: "the Kremlin's decision", "a US court ruling", "talks in Geneva" are no parties themselves.
    /// Who acts is never told by where a thing is: "an explosion in Kabul".
    fn nested(&self, word: usize, acts: bool) -> Option<Party> {
        let rank = |c: usize| match self.s.words[c].rel {
            Rel::NmodPoss => 0,
            Rel::Compound | Rel::Amod => 1,
            Rel::Nmod if preposition(self.s, c).is_some_and(|p| p == "by") => 2,
            Rel::Nmod if preposition(self.s, c).is_some_and(|p| LOCATES.contains(&p.as_str())) => 9,
            Rel::Nmod
                if acts && preposition(self.s, c).is_some_and(|p| !matches!(p.as_str(), "of" | "from")) =>
            {
                9
            }
            Rel::Nmod => 3,
            Rel::Appos => 4,
            _ => 9,
        };
        let mut below: Vec<usize> =
            self.s.children(word).filter(|&c| rank(c) < 9 && !self.is_time(c)).collect();
        below.sort_by_key(|&c| (rank(c), c));
        below
            .iter()
            .find_map(|&c| self.party(c))
            .or_else(|| below.iter().filter(|&&c| rank(c) >= 2).find_map(|&c| self.nested(c, acts)))
    }

    /// A thing that is nobody: the noun phrase without its clauses.
    pub(crate) fn thing(&self, word: usize) -> Option<Party> {
        let w = &self.s.words[word];
        if !matches!(w.upos, Upos::Noun | Upos::Propn) || self.is_time(word) {
            return None;
        }
        let start = self
            .s
            .children(word)
            .filter(|&c| c < word && matches!(self.s.words[c].rel, Rel::Amod | Rel::Compound | Rel::Nummod))
            .min();
        let span = self.s.span(start.unwrap_or(word)..word + 1);
        Some(Party { span, entity: None, mention: None, implied: false })
    }
}
