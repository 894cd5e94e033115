//! For the program that learns the weights of pronouns: what reading sees of each pronoun, told who is really meant.
//!
//! The features are those that reading computes, by the same code. While a report is gone through, each pronoun means
//! what the annotators say, so that one mistake does not spoil what comes after it.

use std::cell::RefCell;

use saydo_syntax::Document;

use crate::antecedent::{NOBODY, Verdict};
use crate::field::{Candidate, Field, Way};
use crate::resolve::{Reading, Resolver, resolve};
use crate::weigh::{self, Asked, FEATURES, NONE, Sort, Trace};
use crate::{Mentions, name, spot};

pub use crate::weights::{Row, Weights};

/// A word of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Place {
    /// Its sentence.
    pub sentence: usize,
    /// Its place in the sentence.
    pub word: usize,
}

/// A pronoun of the third person and what it may mean.
#[derive(Clone, Debug)]
pub struct Example {
    /// Where it stands.
    pub place: Place,
    /// Which weights it asks for: 0 for "he" and "she", 1 for "it", 2 for "they".
    pub group: usize,
    /// What it may mean, the nearest first.
    pub choices: Vec<Choice>,
    /// What speaks for none of them.
    pub nobody: [i32; NONE],
}

/// Something that a pronoun may mean.
#[derive(Clone, Debug)]
pub struct Choice {
    /// Whether the annotators say that it is meant.
    pub right: bool,
    /// What speaks for it.
    pub features: [i32; FEATURES],
}

/// The pronouns of a report, where `same` tells whether a pronoun (first) means what another word stands for.
pub fn examples(document: &Document<'_>, same: &dyn Fn(Place, Place) -> bool) -> Vec<Example> {
    let lesson = Lesson { same, examples: RefCell::default() };
    find_by(document, Reading { weights: Weights::shipped(), lesson: Some(&lesson) });
    lesson.examples.into_inner()
}

/// Finds mentions as [`crate::find`] does, with other weights.
pub fn find(document: &Document<'_>, weights: &Weights) -> Mentions {
    find_by(document, Reading { weights, lesson: None })
}

fn find_by(document: &Document<'_>, reading: Reading<'_>) -> Mentions {
    let tagger = name::Tagger::shipped();
    resolve(document, spot::spots(document, |sentence| tagger.names(sentence)), reading)
}

/// What annotators say, and what was seen so far.
pub(crate) struct Lesson<'l> {
    same: &'l dyn Fn(Place, Place) -> bool,
    examples: RefCell<Vec<Example>>,
}

impl Resolver<'_, '_> {
    /// Notes a pronoun's candidates and gives the right one.
    pub(crate) fn taught(&self, lesson: &Lesson<'_>, asked: &Asked, field: &Field) -> Verdict {
        let place = Place { sentence: asked.sentence, word: asked.head };
        let (mut choices, mut things, mut near) = (Vec::new(), Vec::new(), false);
        let mut verdict = Verdict::Failed(NOBODY);
        for candidate in self.candidates(asked, field).into_iter().filter(can_be_learnt) {
            let trace = Trace { rank: things.len() as i32, ahead: candidate.is_ahead(asked) };
            let right = (lesson.same)(place, Place { sentence: candidate.sentence, word: candidate.head });
            choices.push(Choice { right, features: weigh::features(self, asked, &candidate, trace) });
            near |= candidate.sentence + 1 >= asked.sentence;
            if let (Some(thing), true, Verdict::Failed(_)) = (candidate.thing, right, verdict) {
                verdict = Verdict::One(thing, true);
            }
            if candidate.thing.is_none() || !things.contains(&candidate.thing) {
                things.push(candidate.thing);
            }
        }
        let nobody = weigh::nobody(asked, near);
        lesson.examples.borrow_mut().push(Example { place, group: asked.group as usize, choices, nobody });
        verdict
    }
}

/// Whether annotated text can tell the worth of a candidate.
fn can_be_learnt(candidate: &Candidate) -> bool {
    candidate.sort != Sort::SpeakersBody && (candidate.thing.is_some() || candidate.way != Way::Pronoun)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pronouns_come_with_candidates_and_the_right_one() {
        let document = Document::by_hand(&[
            "The/the/DET/DT/2/det minister/minister/NOUN/NN/3/nsubj met/meet/VERB/VBD/0/root \
             a/a/DET/DT/5/det soldier/soldier/NOUN/NN/3/obj",
            "He/he/PRON/PRP/2/nsubj left/leave/VERB/VBD/0/root",
        ]);
        let examples = examples(&document, &|_, other| other == Place { sentence: 0, word: 4 });
        assert_eq!(examples.len(), 1);
        assert_eq!((examples[0].place, examples[0].group), (Place { sentence: 1, word: 0 }, 0));
        let right: Vec<bool> = examples[0].choices.iter().map(|c| c.right).collect();
        assert_eq!(right, [true, false]);
    }
}
