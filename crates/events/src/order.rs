//! The order of events: the report's main event first.

use saydo_syntax::{Document, Rel};

use crate::event::Event;

/// Sorts events by salience: the lead before the rest, main clauses before what hangs on them, coded before uncoded.
pub(crate) fn sort(document: &Document<'_>, events: &mut [Event]) {
    events.sort_by_cached_key(|e| {
        let s = &document.sentences[e.sentence];
        let uncoded = e.code.plover.is_none();
        let aside = s.ancestors(e.word).chain([e.word]).filter(|&w| is_aside(s.words[w].rel)).count();
        let nominal = s.words[e.word].rel == Rel::Amod || s.words[e.word].rel == Rel::Compound;
        (e.sentence, uncoded, nominal, aside, e.trigger.start)
    });
}

/// Relations that lead away from what a sentence mainly tells; a complement leads on.
fn is_aside(rel: Rel) -> bool {
    matches!(rel, Rel::Acl | Rel::AclRelcl | Rel::Advcl | Rel::Nmod | Rel::Obl | Rel::Parataxis | Rel::Appos)
}
