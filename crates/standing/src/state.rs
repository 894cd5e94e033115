//! What is known of a word on the way from the root of its tree down to it.

use crate::Effect;
use crate::lexicon::Base;

/// Why something is not real, or not yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mood {
    Intended,
    Demanded,
    Possible,
    /// "will": intended where the actor speaks of itself, possible where others foretell.
    Future,
    /// "must": demanded where others say so, intended where the actor does.
    Duty,
}

/// The state of one word: its mood and its polarity, with the cues that made them.
#[derive(Clone, Debug, Default)]
pub(crate) struct State<'a> {
    pub(crate) mood: Option<Mood>,
    pub(crate) negated: bool,
    /// Whether it is told as what others say, without a statement that would name them.
    pub(crate) hearsay: bool,
    /// The cues whose content is no longer in the words of their subject: "knew that", "condemned the attack".
    pub(crate) passed: Vec<usize>,
    /// Each cue with what it did.
    pub(crate) cues: Vec<(&'a str, &'static str)>,
}

impl<'a> State<'a> {
    /// The state of what this word embeds with these effects, for a positive and for a negated word.
    pub(crate) fn embed(mut self, cue: &'a str, positive: Effect, negative: Effect) -> Self {
        let effect = if self.negated { negative } else { positive };
        self.cues.push((cue, effect.name()));
        self.negated = effect.not;
        match effect.base {
            Base::Fact | Base::Outcome => {}
            Base::True => (self.mood, self.hearsay) = (None, false),
            Base::Claim | Base::Said => self.hearsay = true,
            Base::Mood(mood) => self.mood = Some(outer(self.mood, mood)),
        }
        self
    }

    /// The same state at a cue that may not put what it embeds into its subject's mouth.
    pub(crate) fn pass(mut self, head: usize, effect: Effect) -> Self {
        if !matches!(effect.base, Base::Said | Base::Claim) {
            self.passed.push(head);
        }
        self
    }

    /// The same word with a cue of its own: what it embeds is itself, so that a negation stays.
    pub(crate) fn qualify(mut self, cue: &'a str, effect: Effect) -> Self {
        let negated = self.negated ^ effect.not;
        self = self.embed(cue, effect, effect);
        self.negated = negated;
        self
    }

    /// The same word with a mood of its own.
    pub(crate) fn with(self, cue: &'a str, mood: Mood) -> Self {
        self.qualify(cue, Effect { base: Base::Mood(mood), not: false })
    }

    /// The opposite.
    pub(crate) fn not(self, cue: &'a str) -> Self {
        self.qualify(cue, Effect { base: Base::Fact, not: true })
    }

    /// What stays of it for a word that is taken for granted.
    pub(crate) fn granted(mut self) -> Self {
        (self.mood, self.negated, self.hearsay) = (None, false, false);
        self.cues.clear();
        self
    }

    /// The mood alone, without the polarity.
    pub(crate) fn affirmed(mut self) -> Self {
        self.negated = false;
        self
    }
}

/// The outermost mood decides, but what others are asked for stays a demand though the asking is only planned.
fn outer(outer: Option<Mood>, inner: Mood) -> Mood {
    match (outer, inner) {
        (Some(Mood::Intended | Mood::Future | Mood::Duty), Mood::Demanded) => Mood::Demanded,
        (Some(Mood::Future), Mood::Intended) => Mood::Intended,
        (Some(outer), _) => outer,
        (None, inner) => inner,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn effect(name: &str) -> Effect {
        Effect::of(name).unwrap()
    }

    #[test]
    fn effects_depend_on_the_polarity_of_their_cue() {
        let failed = State::default().embed("failed", effect("not"), effect("fact"));
        assert!(failed.negated);
        let never_failed = State::default().not("never").embed("failed", effect("not"), effect("fact"));
        assert!(!never_failed.negated);
    }

    #[test]
    fn what_is_known_is_true_even_where_knowing_is_only_possible() {
        let known =
            State::default().with("may", Mood::Possible).embed("know", effect("true"), effect("true"));
        assert_eq!((known.mood, known.negated), (None, false));
    }

    #[test]
    fn the_outermost_mood_decides() {
        let state = State::default().with("may", Mood::Possible);
        let state = state.embed("plan", effect("intended"), effect("intended-not"));
        assert_eq!(state.mood, Some(Mood::Possible));
    }
}
