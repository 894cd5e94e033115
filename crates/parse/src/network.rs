//! The network: an encoder and three heads, cut down to what one core computes in a few microseconds a token.
//!
//! `tools/train/python/student.py` trains it.

use crate::encoder::Encoder;
use crate::error::WeightsError;
use crate::heads::Heads;
use crate::lanes::Lanes;
use crate::scratch::Scratch;
use crate::weights::Sections;

/// The weights of the network, ready to run.
#[derive(Debug)]
pub(crate) struct Network<'w> {
    lanes: Lanes,
    encoder: Encoder<'w>,
    heads: Heads,
}

impl<'w> Network<'w> {
    pub(crate) fn new(s: &Sections<'w>) -> Result<Self, WeightsError> {
        let network = Self { lanes: Lanes::detect(), encoder: Encoder::new(s)?, heads: Heads::new(s)? };
        let fits = network.heads.input.inputs == network.encoder.width();
        fits.then_some(network).ok_or_else(|| WeightsError::Shape("network".to_owned()))
    }

    /// How many tags and relations the heads choose from.
    pub(crate) fn classes(&self) -> (usize, usize) {
        self.heads.classes()
    }

    /// Runs everything up to the arcs for sentences of the given lengths, whose words lie in `forms` one after
    /// another; leaves the tags in `s.tags` and what the other heads need in `s.heads`.
    pub(crate) fn encode(&self, forms: &[&str], lengths: &[usize], s: &mut Scratch) {
        self.encoder.look_up(self.lanes, forms, s);
        self.lanes.run(
            #[inline(always)]
            || {
                self.encoder.run(self.lanes, lengths, s);
                s.rows.quantise(&s.states, self.encoder.width());
                self.heads.input.multiply(self.lanes, &s.rows, &mut s.heads);
                self.heads.tag(self.lanes, s);
            },
        );
    }

    /// The heads of the `n` words from token `first` on: 0 for the root, else counted from 1. Appends their
    /// relations to `s.rels`; `root` is the relation of the root's dependent.
    pub(crate) fn tree(&self, first: usize, n: usize, root: usize, s: &mut Scratch) -> Vec<usize> {
        self.heads.arcs(self.lanes, first, n, s);
        let heads = s.scores.best_tree();
        self.heads.relations(self.lanes, first, &heads, root, s);
        heads
    }
}
