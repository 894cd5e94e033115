//! When events happen and statements are made, as far as the text ties a time to them.

use saydo_events::Event;
use saydo_statements::Statement;
use saydo_syntax::Document;
use saydo_text::{Byte, Span};
use saydo_times::{Time, When, of_event};

/// When each event happens and until when it is due, in the order of `events`.
pub(crate) fn of_events(document: &Document<'_>, times: &[Time], events: &[Event]) -> Vec<When> {
    events.iter().map(|event| of_one(document, times, event)).collect()
}

/// A promise that only an auxiliary makes has no time of its own: "will meet on Friday" is not promised on Friday.
fn of_one(document: &Document<'_>, times: &[Time], event: &Event) -> When {
    let own = document.sentences[event.sentence].words[event.word].span;
    if own.start < event.trigger.start || own.end > event.trigger.end {
        return When::default();
    }
    let at = |word| of_event(document, times, event.sentence, word);
    let (near, carried) = (at(event.word), at(event.carrier));
    When { time: near.time.or(carried.time), by: near.by.or(carried.by), from: near.from.or(carried.from) }
}

/// When each statement was made, as an index of `times`, in the order of `statements`.
pub(crate) fn of_statements(
    document: &Document<'_>,
    times: &[Time],
    statements: &[Statement],
) -> Vec<Option<usize>> {
    let cue = |s: &Statement| s.cue.as_ref().and_then(|c| place(document, c.span));
    let said =
        |s: &Statement| cue(s).and_then(|(sentence, word)| of_event(document, times, sentence, word).time);
    statements.iter().map(said).collect()
}

/// The sentence and the word that governs the words of a span.
fn place(document: &Document<'_>, span: Span<Byte>) -> Option<(usize, usize)> {
    let sentence = document.sentences.partition_point(|s| s.whole().end <= span.start);
    let s = document.sentences.get(sentence)?;
    let words = s.within(span);
    let top = words.clone().find(|&w| s.head(w).is_none_or(|h| !words.contains(&h)))?;
    Some((sentence, top))
}
