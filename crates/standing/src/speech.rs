//! Which statement holds a word, and what a statement's cue makes of its content.

use saydo_statements::{Act, Cue, Statement};
use saydo_syntax::Document;
use saydo_text::{Byte, Span};

use crate::Effect;

/// The statements of a report by sentence.
#[derive(Debug, Default)]
pub(crate) struct Speech {
    /// For every sentence the stretches that are somebody's words, each with its statement.
    content: Vec<Vec<(Span<Byte>, usize)>>,
    /// For every sentence the cues, each with its statement.
    cues: Vec<Vec<(Span<Byte>, usize)>>,
}

impl Speech {
    /// The index of a report's statements.
    pub(crate) fn new(document: &Document<'_>, statements: &[Statement]) -> Self {
        let n = document.sentences.len();
        let ends: Vec<Span<Byte>> = document.sentences.iter().map(saydo_syntax::Sentence::whole).collect();
        let mut speech = Self { content: vec![Vec::new(); n], cues: vec![Vec::new(); n] };
        for (i, statement) in statements.iter().enumerate() {
            for &span in &statement.content {
                enter(&mut speech.content, &ends, span, i);
            }
            if let Some(cue) = &statement.cue {
                enter(&mut speech.cues, &ends, cue.span, i);
            }
        }
        speech
    }

    /// The innermost statement whose content holds a stretch of a sentence.
    pub(crate) fn around(&self, sentence: usize, span: Span<Byte>) -> Option<usize> {
        let held = self.content.get(sentence)?.iter().filter(|(c, _)| holds(*c, span));
        held.min_by_key(|(c, i)| (c.len(), std::cmp::Reverse(*i))).map(|(_, i)| *i)
    }

    /// The statement whose cue stands at one stretch of a sentence and whose content holds another.
    pub(crate) fn cued<'s>(
        &self,
        statements: &'s [Statement],
        sentence: usize,
        cue: Span<Byte>,
        content: Span<Byte>,
    ) -> Option<&'s Cue> {
        let cues = self.cues.get(sentence)?.iter().filter(|(c, _)| holds(*c, cue));
        let mut statements = cues.filter_map(|(_, i)| statements.get(*i));
        statements.find(|s| s.content.iter().any(|c| holds(*c, content)))?.cue.as_ref()
    }
}

/// What an act makes of what is said.
pub(crate) fn effect(act: Act) -> Option<Effect> {
    Effect::of(match act {
        Act::Say | Act::Announce | Act::Claim | Act::See | Act::Think | Act::Warn => "said",
        Act::Deny => "said-not",
        Act::Demand => "demanded",
        Act::Promise => "intended",
        Act::Ask => "possible",
    })
}

fn enter(rows: &mut [Vec<(Span<Byte>, usize)>], ends: &[Span<Byte>], span: Span<Byte>, i: usize) {
    let from = ends.partition_point(|s| s.end <= span.start);
    for (row, whole) in rows.iter_mut().zip(ends).skip(from) {
        if whole.start >= span.end {
            break;
        }
        row.push((span, i));
    }
}

/// Whether one stretch lies inside another.
pub(crate) fn holds(outer: Span<Byte>, inner: Span<Byte>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}
