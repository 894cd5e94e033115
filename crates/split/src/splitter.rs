//! The splitter: trained weights, ready to read.

use saydo_text::{Byte, Report, Span, Zone};

use crate::feature::{Border, Judge};
use crate::sentence::{Sentence, Sentences, Token};
use crate::weights::{Weights, WeightsError};

/// Cuts reports into sentences and tokens.
#[derive(Clone, Debug)]
pub struct Splitter {
    weights: Weights,
}

impl Splitter {
    /// A splitter from the bytes of a weights file.
    pub fn from_bytes(weights: &[u8]) -> Result<Self, WeightsError> {
        Weights::from_bytes(weights).map(Self::new)
    }

    /// A splitter from weights.
    pub fn new(weights: Weights) -> Self {
        Self { weights }
    }

    /// The sentences of a report, zone by zone, found as they are asked for.
    pub fn sentences<'a>(&'a self, report: &'a Report) -> impl Iterator<Item = Sentence> + 'a {
        report.zones.iter().flat_map(|zone| self.zone(&report.text, zone.span, zone.zone))
    }

    /// The sentences of one zone of a text.
    pub fn zone<'a>(
        &'a self,
        text: &'a str,
        span: Span<Byte>,
        zone: Zone,
    ) -> impl Iterator<Item = Sentence> + 'a {
        Sentences::new(text, span, zone, &self.weights)
    }

    /// The tokens of a text that is one paragraph.
    pub fn tokens<'a>(&'a self, text: &'a str) -> impl Iterator<Item = Token> + 'a {
        self.zone(text, Span::new(0, text.len()), Zone::Body).flat_map(|sentence| sentence.tokens)
    }
}

impl Judge for &Weights {
    fn border(&mut self, _at: usize, features: &[u32], may_join: bool) -> Border {
        if self.token.score(features) <= 0 {
            Border::Inside
        } else if may_join && self.join.score(features) > 0 {
            Border::Joined
        } else {
            Border::Token
        }
    }

    fn end(&mut self, _at: usize, features: &[u32], _closed: bool) -> bool {
        self.end.score(features) > 0
    }
}
