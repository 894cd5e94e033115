//! All time expressions of a report, resolved in the order of the text.

use std::ops::Range;

use saydo_syntax::{Document, Zone};

use crate::expr::{Base, Expr, Found};
use crate::rules;
use crate::story::Story;
use crate::tense::{Tense, tense};
use crate::text::Text;
use crate::{Kind, Time};

/// The time expressions of a report in the order of its text, each with its value where the text and the publication
/// time settle it.
pub fn find(document: &Document<'_>) -> Vec<Time> {
    let mut story = Story::of(document.published);
    let mut times = Vec::new();
    for (n, sentence) in document.sentences.iter().enumerate() {
        let text = Text::of(sentence);
        let mut free = 0;
        for found in rules::all(&text) {
            let words = text.pieces[found.start].word..text.pieces[found.end - 1].word + 1;
            if words.start < free {
                continue;
            }
            free = words.end;
            let mut time = resolve(&mut story, &text, &found, words);
            time.sentence = n;
            times.push(time);
        }
    }
    times
}

/// What an expression means, with the sentence still to be numbered.
fn resolve(story: &mut Story, text: &Text<'_, '_>, found: &Found, words: Range<usize>) -> Time {
    let span = text.sentence.span(words.clone());
    let time =
        Time { sentence: 0, words, span, kind: Kind::Date, value: None, unresolved: "", problem: None };
    match &found.expr {
        Expr::Value(kind, value) => {
            if *kind == Kind::Duration && value.ends_with(['M', 'Y']) && text.reads(found.start, &["the"]) {
                story.turn();
            }
            Time { kind: *kind, value: Some(value.clone()), ..time }
        }
        Expr::Never(why) => Time { problem: Some(why.clone()), unresolved: "there is no such day", ..time },
        Expr::Date(base, tail) => dated(story, text, (base, tail.as_deref()), time),
    }
}

/// A date with its value, or with why it has none; it becomes what later dates are measured from.
fn dated(story: &mut Story, text: &Text<'_, '_>, (base, tail): (&Base, Option<&str>), time: Time) -> Time {
    let heading = text.sentence.zone == Zone::Dateline;
    let tense = if heading { Tense::Unknown } else { tense(text.sentence, time.words.clone()) };
    let kind = if tail.is_some() { Kind::Time } else { Kind::Date };
    match story.point(base, tense) {
        Ok(point) => {
            story.tell(base, &point);
            if heading {
                story.head(&point);
            }
            Time { kind, value: Some(point.value() + tail.unwrap_or_default()), ..time }
        }
        Err(unresolved) => Time { kind, unresolved, ..time },
    }
}
