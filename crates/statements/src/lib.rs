//! Trees and mentions to statements: who is reported to have said, written, asked, denied or thought what.
//!
//! Needs a [`saydo_syntax::Document`] and its [`Mentions`]; sets [`Statement`]s. Answers for the statements' figures of
//! `gold/floors.json`. The cues are data (`saydo_codebook`); the rules here say how trees and quotation marks turn a cue
//! into source and content:
//!
//! 1. `report`: a cue with the complements that its frames allow, and "according to";
//! 2. `headline`: a speaker beside a headline's colon;
//! 3. `speech`: quotations are given to the statement that carries them, or go on from the one before.
//!
//! **Invariants.** Every statement has content; its spans lie inside the text, on word borders. A speaker whom the text
//! hides is `None`, never a guess. Time grows with the length of the text.

mod beside;
mod clause;
mod cue;
mod document;
mod draft;
mod extent;
mod finish;
mod frame;
mod headline;
mod hearsay;
mod introduced;
mod lost;
mod noun;
mod object;
mod parenthesis;
mod phrase;
mod quote;
mod report;
mod source;
mod speaker;
mod speech;
mod statement;
mod stray;
mod trailing;
mod widen;

use saydo_codebook::Cues;
use saydo_mentions::Mentions;
use saydo_syntax::Document;

pub use saydo_codebook::Act;
pub use statement::{Cue, Manner, Source, Statement};

/// Finds who is reported to have said what, with the lexicon that ships.
pub fn find(document: &Document<'_>, mentions: &Mentions) -> Vec<Statement> {
    find_with(Cues::shipped(), document, mentions)
}

/// Finds who is reported to have said what, with a lexicon of the caller's.
pub fn find_with(cues: &Cues, document: &Document<'_>, mentions: &Mentions) -> Vec<Statement> {
    let hits: Vec<_> = document.sentences.iter().map(|s| cue::hits(s, cues)).collect();
    let mut drafts = Vec::new();
    for (n, sentence) in document.sentences.iter().enumerate() {
        drafts.extend(report::drafts(sentence, n, &hits[n], cues));
        drafts.extend(document::drafts(sentence, n));
    }
    drafts.extend(headline::drafts(document, mentions));
    let quotes = quote::quotes(document);
    speech::carry(document, &hits, &quotes, &mut drafts);
    finish::statements(document, mentions, &quotes, drafts)
}
