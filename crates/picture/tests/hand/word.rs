//! Words under test, asked of facts that are built by hand.

use saydo_picture::{Scene, State, Word, words};
use saydo_standing::Standing::Announced;

use super::{Hand, Say, date, watch, withdraw};

/// The words of these facts as of a day.
pub(crate) fn as_of(hand: &Hand, day: &str) -> Vec<Word> {
    words(&Scene::new(&hand.facts, &watch(), date(day)))
}

/// The only word of these facts as of a day.
#[track_caller]
pub(crate) fn only(hand: &Hand, day: &str) -> Word {
    let mut words = as_of(hand, day);
    assert_eq!(words.len(), 1, "{words:#?}");
    words.remove(0)
}

/// The state of that word.
#[track_caller]
pub(crate) fn state(hand: &Hand, day: &str) -> State {
    only(hand, day).state
}

/// Russia announces a withdrawal on the 15th.
pub(crate) fn announced() -> Hand {
    let mut hand = Hand::default();
    hand.tell("2022-02-15", "Example Wire", withdraw("RUSMIL").by("RUSGOV", Announced));
    hand
}
