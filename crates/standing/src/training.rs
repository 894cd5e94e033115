//! What makers need to learn the weights of factuality.

use crate::{Judge, Judgement};

pub use crate::factuality::{BUCKETS, Network, WIDTH};

/// The features of a word, as buckets of the network, in order.
pub fn features(judge: &Judge<'_>, sentence: usize, word: usize, judgement: &Judgement) -> Vec<u16> {
    judge.features(sentence, word, judgement)
}
