//! The words of a noun phrase: its own, those it shares with others, those of a preposition's phrase.

use saydo_syntax::{Rel, Sentence};

use crate::name::Namer;
use crate::noun::{is_clause, is_nominal};

/// What tells the words of phrases.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Elements<'a> {
    /// The sentence.
    pub(crate) sentence: &'a Sentence<'a>,
    /// What tells actors from other words.
    pub(crate) namer: &'a Namer<'a>,
}

impl Elements<'_> {
    /// The words of each of the phrases whose heads are coordinated.
    pub(crate) fn of(self, members: &[usize]) -> Vec<Vec<usize>> {
        match members {
            [] => Vec::new(),
            &[alone] => self.alone(alone),
            _ => self.coordinated(members),
        }
    }

    /// The heads that are coordinated with `i`, and itself first.
    pub(crate) fn members(self, i: usize) -> Vec<usize> {
        let mut members = vec![i];
        let mut at = 0;
        while let Some(&member) = members.get(at) {
            let conjuncts = self.sentence.children_by(member, Rel::Conj);
            members
                .extend(conjuncts.filter(|&c| is_nominal(self.sentence, c) && !is_clause(self.sentence, c)));
            at += 1;
        }
        members
    }

    /// A phrase that is not coordinated: its own words, those of a genitive's whole phrase, or those of one simple
    /// prepositional phrase with it.
    fn alone(self, i: usize) -> Vec<Vec<usize>> {
        let core = self.core(i);
        if let Some(elements) = self.modifiers(i, &core) {
            return elements;
        }
        let prepositional = self.prepositional(i);
        if self.is_possessive(i) {
            let appositions = self.sentence.children_by(i, Rel::Appos);
            let more = prepositional.into_iter().chain(appositions).flat_map(|c| self.sentence.subtree(c));
            return vec![sorted(
                core.into_iter().chain(more).filter(|&w| !self.is_in_clause(w, i)).collect(),
            )];
        }
        match prepositional.first() {
            Some(&object)
                if self.prepositional(object).is_empty()
                    && !(self.is_actor(&core) && self.is_actor(&self.core(object))) =>
            {
                self.joined(&[core], object)
            }
            _ => vec![core],
        }
    }

    /// Whether a phrase names an actor, and not only agents.
    fn is_actor(self, tokens: &[usize]) -> bool {
        self.namer.code(tokens).is_some_and(|code| !code.starts_with("---"))
    }

    /// Each element with a preposition and its object; with each of several coordinated objects in turn.
    fn joined(self, elements: &[Vec<usize>], object: usize) -> Vec<Vec<usize>> {
        let case = self.sentence.children_by(object, Rel::Case);
        let case: Vec<usize> = case.filter(|&c| c < object).collect();
        let mut all = Vec::new();
        for element in elements {
            for member in self.members(object) {
                let words = [&element[..], &case[..], &self.core(member)[..]].concat();
                all.push(sorted(words));
            }
        }
        all
    }

    /// Coordinated phrases: each has its own words and what it shares with the others.
    fn coordinated(self, members: &[usize]) -> Vec<Vec<usize>> {
        let (Some(&first), Some(&last)) = (members.first(), members.iter().max()) else { return Vec::new() };
        let elements: Vec<Vec<usize>> = members.iter().map(|&m| self.member(m, first, last)).collect();
        match self.prepositional(first).into_iter().find(|&c| c > last) {
            Some(object) => self.joined(&elements, object),
            None => elements,
        }
    }

    /// The words of one of several coordinated phrases with those of its prepositional phrases; what follows the last
    /// and hangs on the first belongs to all.
    fn member(self, member: usize, first: usize, last: usize) -> Vec<usize> {
        let mut tokens = self.core(member);
        if tokens == [member] && member != first {
            tokens.extend(self.shared(first));
        }
        let own =
            self.prepositional(member).into_iter().filter(|&c| c < last || member == last && member != first);
        tokens.extend(own.flat_map(|c| self.sentence.subtree(c)));
        sorted(tokens)
    }

    /// What stands before the first of several nouns and belongs to all of them.
    fn shared(self, i: usize) -> Vec<usize> {
        let rels = [Rel::Amod, Rel::Compound];
        let left = self.sentence.children(i).filter(|&c| c < i && rels.contains(&self.sentence.words[c].rel));
        left.flat_map(|c| self.sentence.subtree(c)).collect()
    }

    /// Where several actors are coordinated beside one noun, the noun with each of them.
    fn modifiers(self, i: usize, core: &[usize]) -> Option<Vec<Vec<usize>>> {
        let rels = [Rel::Amod, Rel::Compound, Rel::Flat];
        let mut beside = self.sentence.children(i).filter(|&c| rels.contains(&self.sentence.words[c].rel));
        let first = beside.find(|&c| self.sentence.child(c, Rel::Conj).is_some())?;
        let mut members = vec![first];
        members.extend(self.sentence.children_by(first, Rel::Conj));
        let parts: Vec<Vec<usize>> = members.iter().map(|&m| self.part(m, &members)).collect();
        if !parts.iter().all(|part| self.is_actor(part)) {
            return None;
        }
        let rest: Vec<usize> = core.iter().copied().filter(|&w| !self.sentence.is_under(w, first)).collect();
        Some(parts.iter().map(|part| sorted([&rest[..], part].concat())).collect())
    }

    /// The words under one of several coordinated words and under none of the later ones.
    fn part(self, member: usize, members: &[usize]) -> Vec<usize> {
        let later = |w: usize| members.iter().any(|&o| o > member && self.sentence.is_under(w, o));
        self.sentence.subtree(member).filter(|&w| !later(w)).collect()
    }

    /// The head with what stands before it, and names and numbers after it.
    fn core(self, i: usize) -> Vec<usize> {
        let words = &self.sentence.words;
        let inside = |c: usize| if c < i { is_before(words[c].rel) } else { is_after(words[c].rel) };
        let parts = self.sentence.children(i).filter(|&c| inside(c)).flat_map(|c| self.sentence.subtree(c));
        sorted(parts.chain([i]).collect())
    }

    /// The objects of the prepositional phrases after a noun.
    fn prepositional(self, i: usize) -> Vec<usize> {
        let objects = self.sentence.children_by(i, Rel::Nmod).filter(|&c| c > i);
        objects.filter(|&c| self.sentence.child(c, Rel::Case).is_some()).collect()
    }

    /// Whether a genitive stands in a phrase.
    fn is_possessive(self, i: usize) -> bool {
        let words = &self.sentence.words;
        self.sentence.subtree(i).any(|w| words[w].xpos == "POS" && !self.is_in_clause(w, i))
    }

    /// Whether a word hangs on a clause that hangs on `top`.
    fn is_in_clause(self, w: usize, top: usize) -> bool {
        let chain = std::iter::once(w).chain(self.sentence.ancestors(w)).take_while(|&a| a != top);
        chain.into_iter().any(|a| {
            let rel = self.sentence.words[a].rel;
            matches!(rel.base(), Rel::Acl | Rel::Advcl | Rel::Ccomp | Rel::Parataxis | Rel::Csubj | Rel::Conj)
                || matches!(rel.base(), Rel::Nsubj | Rel::Obl | Rel::Cop)
        })
    }
}

fn sorted(mut tokens: Vec<usize>) -> Vec<usize> {
    tokens.sort_unstable();
    tokens.dedup();
    tokens
}

fn is_before(rel: Rel) -> bool {
    matches!(
        rel,
        Rel::Det
            | Rel::DetPredet
            | Rel::Amod
            | Rel::Compound
            | Rel::Nummod
            | Rel::NmodPoss
            | Rel::NmodDesc
            | Rel::Nmod
            | Rel::NmodUnmarked
            | Rel::Flat
            | Rel::Fixed
            | Rel::Advmod
            | Rel::Goeswith
            | Rel::Dep
            | Rel::Appos
    )
}

fn is_after(rel: Rel) -> bool {
    matches!(
        rel,
        Rel::Flat | Rel::Fixed | Rel::Goeswith | Rel::Compound | Rel::Nummod | Rel::NmodDesc | Rel::Amod
    )
}
