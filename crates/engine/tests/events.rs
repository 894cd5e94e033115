//! Every pattern of the lexicon of events fires in its first sentence, with the parties marked there, and not in its
//! second.

use std::collections::HashMap;

use saydo_codebook::{Events, Pattern};
use saydo_engine::mentions::Mentions;
use saydo_engine::{Engine, events, read};
use saydo_text::{Byte, Span};

/// A marked sentence without its marks, and where the marks stood.
#[derive(Default)]
struct Marked {
    text: String,
    spans: HashMap<char, Vec<Span<Byte>>>,
}

fn unmark(sentence: &str) -> Marked {
    let mut marked = Marked::default();
    let mut open = Vec::new();
    for c in sentence.chars() {
        match c {
            '{' | '<' | '[' => open.push((c, marked.text.len())),
            '}' | '>' | ']' => {
                let (mark, start) = open.pop().expect("marks are paired");
                marked.spans.entry(mark).or_default().push(Span::new(start, marked.text.len()));
            }
            _ => marked.text.push(c),
        }
    }
    marked
}

/// The events of a sentence.
fn read(lexicon: &Events, text: &str) -> (Vec<events::Event>, Mentions) {
    let report = read::plain("row", text.as_bytes());
    let engine = Engine::shipped();
    let (document, _) = engine.document(&report);
    let mentions = saydo_engine::mentions::find(&document);
    let statements = saydo_engine::statements::find(&document, &mentions);
    (events::find_with(lexicon, &document, &mentions, &statements), mentions)
}

fn is_of(event: &events::Event, row: &Pattern) -> bool {
    event.because.starts_with(&format!("{}:{} ", row.place.0, row.place.1))
}

fn overlap(a: Span<Byte>, b: Span<Byte>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether a party, or another mention of the same entity, is named in a span.
fn is_named(mentions: &Mentions, party: &events::Party, span: Span<Byte>) -> bool {
    let entity = party.entity.map(|e| &mentions.entities[e].mentions);
    overlap(party.span, span)
        || entity.is_some_and(|list| list.iter().any(|&m| overlap(mentions.list[m].span, span)))
}

/// What is wrong with a row; nothing where it does what it says.
fn wrong(lexicon: &Events, row: &Pattern) -> Option<String> {
    let marked = unmark(&row.fires);
    let (found, mentions) = read(lexicon, &marked.text);
    let at = |mark: char| marked.spans.get(&mark).cloned().unwrap_or_default();
    let hit = found.iter().find(|e| is_of(e, row) && at('<').iter().any(|s| overlap(*s, e.trigger)));
    let Some(hit) = hit else {
        let others: Vec<&str> = found.iter().map(|e| e.because.as_str()).collect();
        return Some(format!("does not fire (others: {others:?}): {}", row.fires));
    };
    let missing = |mark: char, parties: &[events::Party]| {
        at(mark).into_iter().find(|s| !parties.iter().any(|p| is_named(&mentions, p, *s)))
    };
    if let Some(span) = missing('{', &hit.actors) {
        return Some(format!("actor {:?} not found: {}", span.of(&marked.text), row.fires));
    }
    if let Some(span) = missing('[', &hit.recipients) {
        return Some(format!("recipient {:?} not found: {}", span.of(&marked.text), row.fires));
    }
    let silent = unmark(&row.silent).text;
    let fired = read(lexicon, &silent).0.iter().any(|e| is_of(e, row));
    fired.then(|| format!("must not fire: {silent}"))
}

#[test]
fn every_pattern_fires_where_it_says_and_only_there() {
    let lexicon = Events::shipped();
    let bad: Vec<String> = lexicon
        .all()
        .iter()
        .filter_map(|row| {
            Some(format!(
                "{}:{} {}: {}",
                row.place.0,
                row.place.1,
                row.trigger.join(" "),
                wrong(lexicon, row)?
            ))
        })
        .collect();
    assert!(bad.is_empty(), "{} of {} rows:\n{}", bad.len(), lexicon.all().len(), bad.join("\n"));
}
