//! In whose words a word stands, and whether they speak of themselves.

use saydo_statements::{Manner, Source};
use saydo_syntax::{Rel, Sentence};

use crate::{Judge, side, speech, tree};

impl Judge<'_> {
    /// The statement in whose words a word stands: the innermost one that holds it, without those whose cue only tells
    /// what its subject knows, regrets or brings about.
    pub(crate) fn voice(
        &self,
        s: &Sentence<'_>,
        innermost: Option<usize>,
        passed: &[usize],
    ) -> Option<usize> {
        let knows = |i: &usize| {
            let cue = self.statements[*i].cue.as_ref();
            cue.is_some_and(|c| passed.iter().any(|&w| speech::holds(c.span, s.words[w].span)))
        };
        let outwards = std::iter::successors(innermost, |&i| self.statements[i].within);
        outwards.take(self.statements.len()).find(|i| !knows(i))
    }

    /// Whether the source of a statement speaks of itself; `None` where that is not known.
    pub(crate) fn own(
        &self,
        statement: usize,
        sentence: usize,
        word: usize,
        actors: &[usize],
    ) -> Option<bool> {
        let source = self.statements[statement].source.as_ref()?;
        if self.speaks_as_we(sentence, word)
            || actors.is_empty() && self.speaks_of_itself(statement, source, sentence, word)
        {
            return Some(true);
        }
        let entity = source.entity?;
        (!actors.is_empty()).then(|| actors.iter().any(|&a| side::same_side(self.mentions, entity, a)))
    }

    /// Whether the word's subject or owner is "we", "I" or "our".
    fn speaks_as_we(&self, sentence: usize, word: usize) -> bool {
        let s = &self.document.sentences[sentence];
        let first = |c: usize| ["we", "i", "our", "my", "us"].iter().any(|w| tree::is(s, c, w));
        let owned = |c: usize| s.children_by(c, Rel::NmodPoss).any(first);
        owned(word) || tree::shared_subject(s, word).is_some_and(|c| first(c) || owned(c))
    }

    /// Whether nobody but the speaker can be meant by the pronoun that is the word's subject: "Israel said it had
    /// struck", "they had lost ten tanks, it said".
    fn speaks_of_itself(&self, statement: usize, source: &Source, sentence: usize, word: usize) -> bool {
        let person = source.entity.map(|e| self.mentions.entities[e].kind == "person");
        let them: &[&str] = match person {
            Some(true) => &["he", "she"],
            Some(false) => &["it", "they"],
            None => &["it", "they", "he", "she"],
        };
        let s = &self.document.sentences[sentence];
        let meant = |text: &str| them.iter().any(|p| text.eq_ignore_ascii_case(p));
        let subject = tree::subject(s, word).is_some_and(|i| meant(s.words[i].form));
        let indirect = self.statements[statement].manner != Manner::Direct;
        let direct = indirect && matches!(s.words[word].rel, Rel::Ccomp | Rel::Acl) && subject;
        direct || source.entity.is_none() && source.span.of(self.document.text).is_some_and(meant)
    }
}
