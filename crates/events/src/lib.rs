//! Trees, mentions and statements to events: who did what to whom, in the codes of PLOVER and CAMEO, and whether it was
//! done, announced, planned, asked for or only possible.
//!
//! Needs a [`saydo_syntax::Document`], its [`Mentions`] and [`Statement`]s; answers for the suites `plv-train` and
//! `seed`. The patterns are data (`saydo_codebook::Events`); the rules here say how trees fill them:
//!
//! 1. `fits`: triggers with the best pattern each; `frame`, `clause` and `light` find the words around them;
//! 2. `roles` and `party`: who acts and who is acted on;
//! 3. `find`: one event for one fact; what an event about another one takes over from it (`compose`);
//! 4. `modal`: promises, refusals and demands that an auxiliary makes;
//! 5. `finish`: standing, forces, places, order.
//!
//! **Invariants.** Every event has a trigger inside the text and a standing. A trigger tells one event. Time grows with
//! the length of the text.

mod clause;
mod compose;
mod count;
mod event;
mod find;
mod finish;
mod fits;
mod forces;
mod frame;
mod imply;
mod light;
mod modal;
mod order;
mod party;
mod place;
mod roles;
mod scene;

use saydo_codebook::Events;
use saydo_mentions::Mentions;
use saydo_standing::Judge;
use saydo_statements::Statement;
use saydo_syntax::Document;

pub use event::{Count, Event, Moved, Party};
pub use saydo_codebook::{Cameo, Code, Plover, cameo};
pub use saydo_standing::Standing;

/// Finds who did what to whom, with the lexicon that ships; the report's main event comes first.
pub fn find(document: &Document<'_>, mentions: &Mentions, statements: &[Statement]) -> Vec<Event> {
    find_with(Events::shipped(), document, mentions, statements)
}

/// Finds who did what to whom, with a lexicon of the caller's.
pub fn find_with(
    lexicon: &Events,
    document: &Document<'_>,
    mentions: &Mentions,
    statements: &[Statement],
) -> Vec<Event> {
    let judge = Judge::new(document, mentions, statements);
    let mut events = Vec::new();
    for (n, s) in document.sentences.iter().enumerate() {
        let scene = scene::Scene { s, n, mentions };
        let drafts = find::drafts(&scene, lexicon);
        let made = finish::events(&scene, &judge, drafts);
        events.extend(modal::events(&scene, statements, &made));
        events.extend(made.into_iter().map(|m| m.event));
    }
    imply::imply(&imply::Around { document, mentions, statements, judge: &judge }, &mut events);
    order::sort(document, &mut events);
    events
}
