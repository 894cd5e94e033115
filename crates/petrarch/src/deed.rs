//! What one verb says: its pattern, its source, its target.

use std::ops::Range;

use saydo_syntax::Rel;

use crate::Triple;
use crate::coder::{Coder, Known};
use crate::event::{Actor, actors, triple};
use crate::matching::{Found, Matcher, View};
use crate::pattern::Code;
use crate::phrase::VerbPhrase;
use crate::transform::Event;
use crate::unit::Unit;

/// What a verb says was done, by and to which noun phrases.
#[derive(Debug)]
pub(crate) struct Deed {
    /// The source's phrase.
    pub(crate) source: Option<u32>,
    /// The target's phrase.
    pub(crate) target: Option<u32>,
    /// What was done.
    pub(crate) code: Code,
    /// The words of the verb.
    pub(crate) words: Range<usize>,
    /// Where the verb's phrase ends.
    pub(crate) end: usize,
    /// Whether the verb has a subject that is not also that of the verb above.
    pub(crate) has_own: bool,
}

impl Coder<'_> {
    /// What a verb says, `None` where that has no code.
    pub(crate) fn deed(&self, known: &Known<'_>) -> Option<Deed> {
        let phrase = VerbPhrase::new(self.sentence, known.token);
        let before = self.before(known.units.start, &phrase);
        let after = self.after(known.units.end, phrase.end);
        let matched = self.matched(known, &before, &after, phrase.head);
        let default = known.form.code.as_ref().unwrap_or(&known.block.code);
        let (code, found) = matched.unwrap_or((default, Found::default()));
        if *code == Code::Nothing {
            return None;
        }
        let target = found.target.or(found.compound).or_else(|| self.target(&after));
        let source = found.source.or_else(|| self.source(&before, target, &phrase)).or(found.compound);
        let named = found.source.is_some() || found.target.is_some();
        let passive = !named && phrase.passive && after.words().contains(&self.dictionaries.by);
        let (source, target) = if passive { (target, source) } else { (source, target) };
        let words = self.words(known);
        Some(Deed { source, target, code: code.clone(), words, end: phrase.end, has_own: phrase.has_own })
    }

    /// The code and what it found of the first pattern that matches.
    fn matched<'k>(
        &self,
        known: &Known<'k>,
        before: &View,
        after: &View,
        head: usize,
    ) -> Option<(&'k Code, Found)> {
        let verbs = &self.dictionaries.verbs;
        let matcher = Matcher { sets: &verbs.sets, nouns: &self.nouns };
        let near = verbs.grouped.then(|| (self.near(before, head), self.near(after, head)));
        let (before, after) = near.as_ref().map_or((before, after), |(before, after)| (before, after));
        let mut patterns = known.block.patterns.iter();
        patterns.find_map(|p| matcher.matches(p, before, after).map(|found| (&p.code, found)))
    }

    /// The triples of a verb in whose phrase another verb's event lies that a transformation changes, and where its
    /// phrase ends.
    pub(crate) fn nested(&self, known: &Known<'_>) -> Option<(Vec<Triple>, usize)> {
        let transforms = &self.dictionaries.verbs.transforms;
        let outer = known.form.block;
        if !transforms.iter().any(|t| t.blocks.0.contains(&outer)) {
            return None;
        }
        let phrase = VerbPhrase::new(self.sentence, known.token);
        let source = self.source(&self.before(known.units.start, &phrase), None, &phrase)?;
        let inside = known.units.end..self.units.len();
        let inside = inside.take_while(|&i| self.units[i].tokens.start < phrase.end);
        let inner = inside.flat_map(|i| self.known(i)).find_map(|k| Some((self.deed(&k)?, k.form.block)));
        let (deed, block) = inner?;
        let mut found = Vec::new();
        for actor in actors(&self.nouns, Some(source)) {
            self.transformed(outer, &actor, (&deed, block), &self.words(known), &mut found);
        }
        (!found.is_empty()).then_some((found, phrase.end))
    }

    /// Adds what an actor's event becomes in which a deed lies, for every source and target of the deed.
    fn transformed(
        &self,
        outer: u32,
        actor: &Actor<'_>,
        (deed, block): (&Deed, u32),
        words: &Range<usize>,
        found: &mut Vec<Triple>,
    ) {
        let (Code::One(code) | Code::Pair(code, _)) = &deed.code else { return };
        let targets = actors(&self.nouns, deed.target);
        for source in actors(&self.nouns, deed.source.filter(|_| deed.has_own)) {
            for target in &targets {
                let event = Event { block, source: source.known(), target: target.known(), code };
                let mut transforms = self.dictionaries.verbs.transforms.iter();
                let becomes = transforms.find_map(|t| t.apply(outer, actor.code, event));
                let of = |code: &str| [actor, &source, target].into_iter().find(|a| a.code == code);
                let triple =
                    becomes.and_then(|(from, to, code)| Some(triple(of(from)?, of(to)?, code, words)));
                found.extend(triple.filter(|t| t.source != t.target));
            }
        }
    }

    /// The words of a verb.
    fn words(&self, known: &Known<'_>) -> Range<usize> {
        let first = self.units.get(known.units.start).map_or(known.token, |u| u.tokens.start);
        let last = self.units.get(known.units.end - 1).map_or(known.token + 1, |u| u.tokens.end);
        first..last
    }

    /// The words before a verb, back to a comma that does not part it from its subject.
    fn before(&self, end: usize, phrase: &VerbPhrase) -> View {
        let open = |u: &&Unit| !u.comma || phrase.subject.is_some_and(|s| s < u.tokens.start);
        View::new(self.units[..end].iter().rev().take_while(open), true)
    }

    /// The words after a verb in its phrase.
    fn after(&self, start: usize, end: usize) -> View {
        let rest = self.units.get(start..).unwrap_or_default();
        View::new(rest.iter().take_while(|u| u.tokens.start < end), false)
    }

    /// The part of a view that is of the verb's own clause, without the clauses that modify something in it.
    fn near(&self, view: &View, head: usize) -> View {
        let words = &self.sentence.words;
        let apart = |rel: Rel| matches!(rel.base(), Rel::Advcl | Rel::Acl | Rel::Parataxis);
        view.filter(|token| {
            let chain = std::iter::once(token).chain(self.sentence.ancestors(token));
            !chain.take_while(|&a| a != head).any(|a| apart(words[a].rel))
        })
    }

    /// The first phrase after the verb with a code, or else the first.
    fn target(&self, after: &View) -> Option<u32> {
        after.nouns().find(|&n| self.is_coded(n)).or_else(|| after.nouns().next())
    }

    /// The phrase of the subject where it names an actor, or else the first phrase that does, or one with agents, or
    /// any. A verb with a noun of its own as subject looks no further than its clause, unless that is the target.
    fn source(&self, before: &View, target: Option<u32>, phrase: &VerbPhrase) -> Option<u32> {
        let mut phrases: Vec<u32> = before.nouns().filter(|&n| self.is_other(n, target)).collect();
        phrases.reverse();
        let of = |word: usize| self.nouns.of.get(word).copied().flatten();
        let subject = phrase.subject.and_then(of);
        if let Some(subject) = subject.filter(|s| phrases.contains(s) && self.is_actor(*s)) {
            return Some(subject);
        }
        if let Some((own, clause)) = &phrase.clause
            && (target.is_none() || of(*own) != target)
        {
            let first = |n: &u32| self.nouns.list.get(*n as usize).and_then(|n| n.tokens.first());
            phrases.retain(|n| first(n).is_some_and(|f| clause.contains(f)));
        }
        let actor = phrases.iter().find(|n| self.is_actor(**n));
        actor.or_else(|| phrases.iter().find(|n| self.is_coded(**n))).or(phrases.first()).copied()
    }

    /// Whether a phrase is neither the target nor another for the same actor.
    fn is_other(&self, noun: u32, target: Option<u32>) -> bool {
        let code = |n: u32| self.nouns.list.get(n as usize).and_then(|n| n.code.as_deref());
        Some(noun) != target && (self.nouns.is_group(noun) || target.is_none_or(|t| code(t) != code(noun)))
    }

    fn is_coded(&self, noun: u32) -> bool {
        self.nouns.together(noun).any(|n| n.code.is_some())
    }

    /// Whether a phrase, or one it is coordinated with, names an actor, and not only agents.
    fn is_actor(&self, noun: u32) -> bool {
        self.nouns.together(noun).any(|n| n.code.as_ref().is_some_and(|code| !code.starts_with("---")))
    }
}
