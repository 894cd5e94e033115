//! The noun phrases of a tree: what can be an actor, alone or coordinated with others.

use saydo_syntax::{Rel, Sentence, Upos};

use crate::element::Elements;
use crate::name::Namer;
use crate::phrase::is_verb;

/// A noun phrase that can be one actor.
#[derive(Debug)]
pub(crate) struct Noun {
    /// Its words, also those it shares with the others it is coordinated with.
    pub(crate) tokens: Vec<usize>,
    /// Its code: `None` for no actor, beginning with `---` for agents of no one that is known.
    pub(crate) code: Option<String>,
    /// What stands for its code where it has none and new actors are asked for: its text in quotation marks.
    pub(crate) text: Option<String>,
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
    pub(crate) fn find(sentence: &Sentence<'_>, namer: &Namer<'_>, new_actor: usize) -> Self {
        let nouns =
            Self { of: vec![None; sentence.len()], inner: vec![false; sentence.len()], ..Self::default() };
        let mut finder = Finder { sentence, namer, elements: Elements { sentence, namer }, new_actor, nouns };
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
    elements: Elements<'a>,
    new_actor: usize,
    nouns: Nouns,
}

impl Finder<'_> {
    fn visit(&mut self, i: usize) {
        if is_head(self.sentence, i) {
            self.noun(i);
        } else {
            let children: Vec<usize> = self.sentence.children(i).collect();
            for c in children {
                self.visit(c);
            }
        }
    }

    /// A noun phrase with head `i`, and what hangs on it.
    fn noun(&mut self, i: usize) {
        let members = self.elements.members(i);
        let elements = self.elements.of(&members);
        let claimed: Vec<usize> = elements.iter().flatten().chain(&members).copied().collect();
        self.push(elements);
        for &member in &members {
            self.aside(member, i);
            self.leftovers(member, member, &claimed);
        }
    }

    /// Visits what hangs on a word of a phrase without belonging to the phrase. What stands before the phrase's head
    /// inside it is left alone, as are the phrases of its other members.
    fn leftovers(&mut self, i: usize, member: usize, claimed: &[usize]) {
        let children: Vec<usize> = self.sentence.children(i).collect();
        for c in children {
            let is_member = self.sentence.words[c].rel == Rel::Conj && claimed.contains(&c);
            if self.sentence.words[c].rel == Rel::AclRelcl {
                self.sentence.subtree(c).for_each(|w| self.nouns.inner[w] = true);
            } else if !claimed.contains(&c) {
                self.visit(c);
            } else if c > member && !is_member {
                self.leftovers(c, member, claimed);
            }
        }
    }

    /// A name in parentheses beside a phrase is neither part of its name nor an actor of its own.
    fn aside(&mut self, member: usize, head: usize) {
        let words = &self.sentence.words;
        let noun = self.nouns.of[head];
        let asides = self.sentence.children_by(member, Rel::Appos);
        let asides: Vec<usize> =
            asides.filter(|&c| self.sentence.reach(c).any(|w| words[w].form == "(")).collect();
        for word in asides.into_iter().flat_map(|c| self.sentence.subtree(c)) {
            self.nouns.of[word] = self.nouns.of[word].or(noun);
        }
    }

    /// The text of a phrase in capitals, if it is no longer than new actors are.
    fn text(&self, tokens: &[usize]) -> Option<String> {
        let words = tokens.iter().map(|&t| &self.sentence.words[t]);
        let words = words.filter(|w| w.xpos != "POS" && w.form.contains(char::is_alphanumeric));
        let words: Vec<String> = words.map(|w| w.form.to_uppercase()).collect();
        (1..=self.new_actor).contains(&words.len()).then(|| format!("\"{}\"", words.join(" ")))
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
            let text = if code.is_none() { self.text(&tokens) } else { None };
            self.nouns.list.push(Noun { tokens, code, text, group });
        }
    }
}

/// Whether a word can head a noun phrase.
pub(crate) fn is_nominal(sentence: &Sentence<'_>, i: usize) -> bool {
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
pub(crate) fn is_clause(sentence: &Sentence<'_>, i: usize) -> bool {
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
    is_nominal(sentence, i)
        && !is_verb(sentence, i)
        && !inside
        && (argument || !matches!(word.upos, Upos::Adj | Upos::Det))
}
