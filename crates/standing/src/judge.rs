//! The judge of one report: how any of its words stands.

use saydo_mentions::Mentions;
use saydo_statements::{Act, Statement};
use saydo_syntax::{Document, Rel, Sentence};

use crate::factuality::{Network, features};
use crate::lexicon::Effect;
use crate::speech::{self, Speech};
use crate::state::{Mood, State};
use crate::{Judgement, Predicate, Standing, edge, hang, local, predicate, tree};

/// Judges words of one report.
#[derive(Debug)]
pub struct Judge<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) mentions: &'a Mentions,
    pub(crate) statements: &'a [Statement],
    speech: Speech,
}

impl<'a> Judge<'a> {
    /// The judge of a report; it builds its index once.
    pub fn new(document: &'a Document<'a>, mentions: &'a Mentions, statements: &'a [Statement]) -> Self {
        Self { document, mentions, statements, speech: Speech::new(document, statements) }
    }

    /// How a word stands. `actors` are the entities that act in what it tells, as indexes of the report's entities;
    /// they decide who announces and who claims. A word that does not exist is reported.
    pub fn judge(&self, sentence: usize, word: usize, actors: &[usize]) -> Judgement {
        let Some(s) = self.document.sentences.get(sentence).filter(|s| word < s.len()) else {
            return Judgement {
                standing: Standing::Reported,
                negated: false,
                hedged: false,
                statement: None,
                because: String::new(),
            };
        };
        let state = self.state(s, sentence, word);
        let statement = self.speech.around(sentence, s.words[word].span);
        let voice = self.voice(s, statement, &state.passed);
        let own = voice.and_then(|i| self.own(i, sentence, word, actors));
        Judgement {
            standing: self.standing(&state, voice, own),
            negated: state.negated,
            hedged: state.mood == Some(Mood::Possible),
            statement,
            because: because(&state),
        }
    }

    /// Whether a word is the cue of the innermost statement that holds another: "announced a withdrawal".
    pub fn reports(&self, sentence: usize, cue: usize, word: usize) -> bool {
        let Some(s) = self.document.sentences.get(sentence).filter(|s| cue.max(word) < s.len()) else {
            return false;
        };
        let statement = self.speech.around(sentence, s.words[word].span);
        let words = statement.and_then(|i| self.statements[i].cue.as_ref()).map(|c| c.span);
        words.is_some_and(|span| speech::holds(span, s.words[cue].span))
    }

    /// How sure the text makes us that what a word tells is so, from -3 (it is not) to 3 (it is).
    pub fn factuality(&self, sentence: usize, word: usize, judgement: &Judgement) -> f32 {
        Network::shipped().run(&self.features(sentence, word, judgement))
    }

    /// The features of a word for factuality, as buckets of the network.
    pub(crate) fn features(&self, sentence: usize, word: usize, judgement: &Judgement) -> Vec<u16> {
        let Some(s) = self.document.sentences.get(sentence).filter(|s| word < s.len()) else {
            return Vec::new();
        };
        features(s, word, judgement, &self.state(s, sentence, word))
    }

    /// Every clause's head, in the order of the text, judged with its own subject as actor.
    pub fn predicates(&self) -> Vec<Predicate> {
        let sentences = self.document.sentences.iter().enumerate();
        sentences.flat_map(|(n, s)| predicate::heads(s).map(move |i| self.predicate(n, s, i))).collect()
    }

    fn predicate(&self, sentence: usize, s: &Sentence<'_>, word: usize) -> Predicate {
        let judgement = self.judge(sentence, word, &self.subjects(sentence, s, word));
        let factuality = self.factuality(sentence, word, &judgement);
        Predicate { sentence, word, span: s.words[word].span, judgement, factuality }
    }

    /// The entity of a clause's subject, also of one that it shares with the clause above.
    fn subjects(&self, sentence: usize, s: &Sentence<'_>, word: usize) -> Vec<usize> {
        let mention = tree::shared_subject(s, word).and_then(|i| self.mentions.at(sentence, i));
        mention.and_then(|m| self.mentions.list[m].entity).into_iter().collect()
    }

    /// The state of a word: what each word on the way from the root hands down, and its own cues.
    fn state<'s>(&self, s: &'s Sentence<'_>, sentence: usize, word: usize) -> State<'s> {
        let path: Vec<usize> =
            std::iter::successors(Some(word), |&i| hang::head(s, i)).take(s.len()).collect();
        let mut handed = State::default();
        let mut state =
            local::local(s, path[path.len() - 1], path.len().checked_sub(2).map(|i| path[i]), handed.clone());
        for at in (0..path.len() - 1).rev() {
            let (child, head) = (path[at], path[at + 1]);
            let via = at.checked_sub(1).map(|i| path[i]);
            handed = if s.words[child].rel == Rel::Conj {
                if tree::marked(s, child, "whether").is_some() {
                    handed.granted().with("whether", Mood::Possible)
                } else if local::shares(s, child, head) {
                    state
                } else {
                    handed
                }
            } else {
                edge::edge(s, child, head, state, || self.told(s, sentence, child, head))
            };
            state = local::local(s, child, via, handed.clone());
        }
        state
    }

    /// What the cue of a statement makes of its content.
    fn told(&self, s: &Sentence<'_>, sentence: usize, child: usize, head: usize) -> Option<Effect> {
        let (cue, content) = (s.words[head].span, s.words[child].span);
        speech::effect(self.speech.cued(self.statements, sentence, cue, content)?.act)
    }

    fn standing(&self, state: &State<'_>, voice: Option<usize>, own: Option<bool>) -> Standing {
        let foretold = own == Some(false) || own.is_none() && voice.is_some_and(|i| self.foretells(i));
        match state.mood {
            Some(Mood::Intended) => Standing::Intended,
            Some(Mood::Demanded) => Standing::Demanded,
            Some(Mood::Possible) => Standing::Possible,
            Some(Mood::Future) => [Standing::Intended, Standing::Possible][usize::from(foretold)],
            Some(Mood::Duty) => [Standing::Demanded, Standing::Intended][usize::from(own == Some(true))],
            None if own == Some(true) => Standing::Announced,
            None if voice.is_some() || state.hearsay => Standing::Claimed,
            None => Standing::Reported,
        }
    }

    fn foretells(&self, statement: usize) -> bool {
        let act = self.statements[statement].cue.as_ref().map(|c| c.act);
        matches!(act, Some(Act::Claim | Act::Think | Act::Warn | Act::Ask | Act::Deny))
    }
}

fn because(state: &State<'_>) -> String {
    let cues: Vec<String> = state.cues.iter().map(|(cue, effect)| format!("{cue}: {effect}")).collect();
    cues.join("; ")
}
