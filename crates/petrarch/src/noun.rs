//! The noun phrases of a tree: what can be an actor, alone or coordinated with others.

use saydo_syntax::{Rel, Sentence, Upos};

use crate::name::Namer;
use crate::phrase::is_verb;

/// A noun phrase that can be one actor.
#[derive(Debug)]
pub(crate) struct Noun {
    /// Its words, also those it shares with the others it is coordinated with.
    pub(crate) tokens: Vec<usize>,
    /// Its code: `None` for no actor, beginning with `---` for agents of no one that is known.
    pub(crate) code: Option<String>,
    /// The coordination it is in.
    pub(crate) group: Option<u32>,
}

/// The noun phrases of a sentence.
#[derive(Debug, Default)]
pub(crate) struct Nouns {
    /// The phrases; those of one coordination follow each other.
    pub(crate) list: Vec<Noun>,
    /// The phrase of each word; of a word that several share, the first.
    pub(crate) of: Vec<Option<u32>>,
    /// How many coordinations there are.
    groups: u32,
    /// The words of relative clauses, whose verbs are not coded.
    pub(crate) inner: Vec<bool>,
}

impl Nouns {
    /// The noun phrases of a sentence with their codes.
    pub(crate) fn find(sentence: &Sentence<'_>, namer: &Namer<'_>) -> Self {
        let nouns = Self {
            of: vec![None; sentence.len()],
            inner: vec![false; sentence.len()],
            ..Self::default()
        };
        let mut finder = Finder { sentence, namer, nouns };
        if !sentence.is_empty() {
            finder.visit(sentence.root());
        }
        finder.nouns
    }

    /// The phrases of the coordination that a phrase is in, or the phrase alone.
    pub(crate) fn together(&self, noun: u32) -> impl Iterator<Item = &Noun> {
        let group = self.list.get(noun as usize).and_then(|n| n.group);
        let alone = self.list.get(noun as usize).filter(|_| group.is_none());
        let all = self.list.iter().filter(move |n| group.is_some() && n.group == group);
        alone.into_iter().chain(all)
    }

    /// Whether a phrase is coordinated with others.
    pub(crate) fn is_group(&self, noun: u32) -> bool {
        self.list.get(noun as usize).is_some_and(|n| n.group.is_some())
    }
}

struct Finder<'a> {
    sentence: &'a Sentence<'a>,
    namer: &'a Namer<'a>,
    nouns: Nouns,
}

impl Finder<'_> {
    fn visit(&mut self, i: usize) {
        if is_head(self.sentence, i) {
            self.noun(i);
        } else {
            let children: Vec<usize> = self.sentence.children(i).collect();
            children.into_iter().for_each(|c| self.visit(c));
        }
    }

    /// A noun phrase with head `i`, and what hangs on it.
    fn noun(&mut self, i: usize) {
        let members = self.members(i);
        let elements: Vec<Vec<usize>> = match members.len() {
            1 => self.alone(i),
            _ => self.coordinated(&members),
        };
        let claimed: Vec<usize> = elements.iter().flatten().copied().collect();
        self.push(elements);
        for &member in &members {
            self.aside(member, i);
            let children: Vec<usize> = self.sentence.children(member).collect();
            for c in children {
                let is_word = members.contains(&c) || claimed.contains(&c);
                if self.sentence.words[c].rel == Rel::AclRelcl {
                    self.sentence.subtree(c).for_each(|w| self.nouns.inner[w] = true);
                } else if !is_word {
                    self.visit(c);
                } else if c > member && !members.contains(&c) {
                    self.leftovers(c, &claimed);
                }
            }
        }
    }

    /// Visits what hangs on a word of a phrase without belonging to the phrase.
    fn leftovers(&mut self, i: usize, claimed: &[usize]) {
        let children: Vec<usize> = self.sentence.children(i).collect();
        for c in children {
            if self.sentence.words[c].rel == Rel::AclRelcl {
                self.sentence.subtree(c).for_each(|w| self.nouns.inner[w] = true);
            } else if claimed.contains(&c) {
                self.leftovers(c, claimed);
            } else if self.nouns.of[c].is_none() {
                self.visit(c);
            }
        }
    }

    /// A name in parentheses beside a phrase is neither part of its name nor an actor of its own.
    fn aside(&mut self, member: usize, head: usize) {
        let words = &self.sentence.words;
        let noun = self.nouns.of[head];
        let asides = self.sentence.children_by(member, Rel::Appos);
        let asides: Vec<usize> = asides.filter(|&c| self.sentence.reach(c).any(|w| words[w].form == "(")).collect();
        for word in asides.into_iter().flat_map(|c| self.sentence.subtree(c)) {
            self.nouns.of[word] = self.nouns.of[word].or(noun);
        }
    }

    fn push(&mut self, elements: Vec<Vec<usize>>) {
        let group = (elements.len() > 1).then_some(self.nouns.groups);
        self.nouns.groups += u32::from(group.is_some());
        for tokens in elements {
            let code = self.namer.code(&tokens);
            let number = self.nouns.list.len() as u32;
            for &t in &tokens {
                self.nouns.of[t] = self.nouns.of[t].or(Some(number));
            }
            self.nouns.list.push(Noun { tokens, code, group });
        }
    }

    /// The heads that are coordinated with `i`, and itself first.
    fn members(&self, i: usize) -> Vec<usize> {
        let mut members = vec![i];
        let mut at = 0;
        while let Some(&member) = members.get(at) {
            let conjuncts = self.sentence.children_by(member, Rel::Conj);
            members.extend(conjuncts.filter(|&c| is_nominal(self.sentence, c) && !is_clause(self.sentence, c)));
            at += 1;
        }
        members
    }

    /// A phrase that is not coordinated: its own words, those of a genitive's whole phrase, or those of one simple
    /// prepositional phrase with it.
    fn alone(&self, i: usize) -> Vec<Vec<usize>> {
        let core = self.core(i);
        if let Some(elements) = self.modifiers(i, &core) {
            return elements;
        }
        let prepositional = self.prepositional(i);
        if self.is_possessive(i) {
            let appositions = self.sentence.children_by(i, Rel::Appos);
            let more = prepositional.into_iter().chain(appositions).flat_map(|c| self.sentence.subtree(c));
            return vec![sorted(core.into_iter().chain(more).filter(|&w| !self.is_in_clause(w, i)).collect())];
        }
        match prepositional.first() {
            Some(&object) if self.prepositional(object).is_empty() && !self.are_actors(&core, object) => {
                self.joined(&[core], object)
            }
            _ => vec![core],
        }
    }

    /// Whether both a phrase and what its preposition governs name an actor.
    fn are_actors(&self, core: &[usize], object: usize) -> bool {
        let names = |tokens: &[usize]| self.namer.code(tokens).is_some_and(|code| !code.starts_with("---"));
        names(core) && names(&self.core(object))
    }

    /// Each element with a preposition and its object; with each of several coordinated objects in turn.
    fn joined(&self, elements: &[Vec<usize>], object: usize) -> Vec<Vec<usize>> {
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
    fn coordinated(&self, members: &[usize]) -> Vec<Vec<usize>> {
        let last = members.iter().copied().max().unwrap_or(0);
        let shared = members.first().map(|&i| self.shared(i)).unwrap_or_default();
        let mut elements: Vec<Vec<usize>> = Vec::new();
        for &member in members {
            let mut tokens = self.core(member);
            if tokens == [member] && Some(&member) != members.first() {
                tokens.extend(&shared);
            }
            let own = self.prepositional(member);
            let own = own.into_iter().filter(|&c| c < last || member == last && Some(&member) != members.first());
            tokens.extend(own.flat_map(|c| self.sentence.subtree(c)));
            elements.push(sorted(tokens));
        }
        let first = members.first().copied().unwrap_or(0);
        match self.prepositional(first).into_iter().find(|&c| c > last) {
            Some(object) => self.joined(&elements, object),
            None => elements,
        }
    }

    /// What stands before the first of several nouns and belongs to all of them.
    fn shared(&self, i: usize) -> Vec<usize> {
        let rels = [Rel::Amod, Rel::Compound];
        let left = self.sentence.children(i).filter(|&c| c < i && rels.contains(&self.sentence.words[c].rel));
        left.flat_map(|c| self.sentence.subtree(c)).collect()
    }

    /// Where several actors are coordinated before one noun, the noun with each of them.
    fn modifiers(&self, i: usize, core: &[usize]) -> Option<Vec<Vec<usize>>> {
        let rels = [Rel::Amod, Rel::Compound];
        let left = self.sentence.children(i).filter(|&c| c < i && rels.contains(&self.sentence.words[c].rel));
        let mut left = left.filter(|&c| self.sentence.child(c, Rel::Conj).is_some());
        let first = left.next()?;
        let mut members = vec![first];
        members.extend(self.sentence.children_by(first, Rel::Conj));
        let under = |w: usize| self.sentence.is_under(w, first);
        let of = |m: usize| -> Vec<usize> {
            let others = |w: usize| members.iter().any(|&o| o != m && o > m && self.sentence.is_under(w, o));
            self.sentence.subtree(m).filter(|&w| !others(w)).collect()
        };
        if !members.iter().all(|&m| self.namer.code(&of(m)).is_some_and(|code| !code.starts_with("---"))) {
            return None;
        }
        let rest: Vec<usize> = core.iter().copied().filter(|&w| !under(w)).collect();
        Some(members.iter().map(|&m| sorted([&rest[..], &of(m)[..]].concat())).collect())
    }

    /// The head with what stands before it, and names and numbers after it.
    fn core(&self, i: usize) -> Vec<usize> {
        let words = &self.sentence.words;
        let inside = |c: usize| if c < i { is_before(words[c].rel) } else { is_after(words[c].rel) };
        let parts = self.sentence.children(i).filter(|&c| inside(c)).flat_map(|c| self.sentence.subtree(c));
        sorted(parts.chain([i]).collect())
    }

    /// The objects of the prepositional phrases after a noun.
    fn prepositional(&self, i: usize) -> Vec<usize> {
        let objects = self.sentence.children_by(i, Rel::Nmod).filter(|&c| c > i);
        objects.filter(|&c| self.sentence.child(c, Rel::Case).is_some()).collect()
    }

    /// Whether a genitive stands in a phrase.
    fn is_possessive(&self, i: usize) -> bool {
        let words = &self.sentence.words;
        self.sentence.subtree(i).any(|w| words[w].xpos == "POS" && !self.is_in_clause(w, i))
    }

    /// Whether a word hangs on a clause that hangs on `top`.
    fn is_in_clause(&self, w: usize, top: usize) -> bool {
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

fn is_nominal(sentence: &Sentence<'_>, i: usize) -> bool {
    let word = &sentence.words[i];
    match word.upos {
        Upos::Noun | Upos::Propn | Upos::Pron | Upos::Num | Upos::Sym | Upos::X => {
            !["WP", "WDT", "EX", "WP$"].contains(&word.xpos)
        }
        Upos::Adj | Upos::Det => true,
        _ => false,
    }
}

/// Whether a word has a subject or a copula of its own.
fn is_clause(sentence: &Sentence<'_>, i: usize) -> bool {
    sentence.children(i).any(|c| matches!(sentence.words[c].rel.base(), Rel::Nsubj | Rel::Cop | Rel::Csubj))
}

/// Whether a word heads a noun phrase that can be an actor.
fn is_head(sentence: &Sentence<'_>, i: usize) -> bool {
    let word = &sentence.words[i];
    let argument = matches!(word.rel.base(), Rel::Nsubj | Rel::Obj | Rel::Iobj | Rel::Nmod | Rel::Obl);
    let inside = matches!(
        word.rel,
        Rel::OblUnmarked | Rel::NmodUnmarked | Rel::Advmod | Rel::Case | Rel::Mark | Rel::Cc | Rel::Discourse
    );
    is_nominal(sentence, i) && !is_verb(sentence, i) && !inside && (argument || !matches!(word.upos, Upos::Adj | Upos::Det))
}
