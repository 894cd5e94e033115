//! The row of an event: how it stands, who acts on whom, what it is, and the words that tell it where there is room.

use anstyle::Style;
use saydo_record::{Chars, Entity, Event, Participant, Record};

use super::super::table::Cell;
use super::{ARROW, between, entity, only, side};
use crate::look::{CUE, DEED, DOUBT, Look, PLAIN, QUIET, WHO, shorten, width};
use saydo_brief::clean;

/// The columns of a row's indent, number and gaps.
const FIXED: usize = 12;
/// The columns that those who take part need before the words that tell it have a column too.
const ENOUGH: usize = 32;

/// The rows of all events that are shown.
pub(super) fn rows(record: &Record, chars: &Chars<'_>, events: &[Event], look: Look) -> Vec<Vec<Cell>> {
    let widest = |tell: fn(&Event) -> String| events.iter().map(|e| width(&tell(e))).max().unwrap_or(0);
    let others = FIXED + widest(standing) + widest(kind) + widest(cameo);
    let words = widest(trigger) + 2;
    let has_words = look.width >= others + words + ENOUGH;
    let room = look.width.saturating_sub(if has_words { others + words } else { others });
    let numbered = events.iter().enumerate();
    let row = |(i, event): (usize, &Event)| {
        let mut row = row(event, i + 1, who(record, chars, event, room));
        row.extend(has_words.then(|| (CUE, trigger(event))));
        row
    };
    numbered.map(row).collect()
}

fn row(event: &Event, number: usize, who: String) -> Vec<Cell> {
    vec![
        (QUIET, format!("{number:>2}")),
        (style(event), standing(event)),
        (WHO, who),
        (PLAIN, kind(event)),
        (QUIET, cameo(event)),
    ]
}

/// What is said to have been done stands out; what is only wanted or possible does not.
fn style(event: &Event) -> Style {
    match event.standing.as_str() {
        _ if event.negated => DOUBT,
        "reported" | "announced" | "claimed" => DEED,
        _ => QUIET,
    }
}

fn standing(event: &Event) -> String {
    let not = if event.negated { "not " } else { "" };
    clean::line(&format!("{not}{}", event.standing))
}

/// Who acts on whom, in `room` columns; the shorter side leaves its room to the longer one.
fn who(record: &Record, chars: &Chars<'_>, event: &Event, room: usize) -> String {
    if let Some(triple) = only(event) {
        return between(&clean::line(&triple.source), &clean::line(&triple.target));
    }
    let name = |p: &Participant| name(record, chars, p);
    let (actors, recipients) = (side(&event.actors, name), side(&event.recipients, name));
    if recipients.is_empty() {
        return between(&shorten(&actors, room), "");
    }
    let room = room.saturating_sub(width(ARROW));
    let actors = shorten(&actors, (room / 2).max(room.saturating_sub(width(&recipients))));
    between(&actors, &shorten(&recipients, room.saturating_sub(width(&actors).max(1))))
}

fn name(record: &Record, chars: &Chars<'_>, party: &Participant) -> String {
    let known: Option<&Entity> = party.entity.as_deref().and_then(|id| entity(record, id));
    let name = known.map_or_else(|| clean::line(chars.cut(party.start, party.end)), |e| clean::line(&e.name));
    if party.implied { format!("({name})") } else { name }
}

/// PLOVER's category and mode; where it has none, what else it is.
fn kind(event: &Event) -> String {
    let mode = event.mode.as_deref().unwrap_or_default();
    match (&event.plover, &event.kind) {
        (Some(plover), _) => clean::line(&format!("{plover} {mode}")),
        (None, Some(kind)) => clean::line(kind),
        (None, None) => root(event.cameo.as_deref()).to_owned(),
    }
}

/// What CAMEO calls the codes that PLOVER leaves out.
fn root(cameo: Option<&str>) -> &'static str {
    match cameo {
        Some(code) if code.starts_with("01") => "statement",
        Some(code) if code.starts_with("02") => "appeal",
        Some(_) => "–",
        None => "PETRARCH",
    }
}

fn cameo(event: &Event) -> String {
    let code = event.cameo.as_ref().or_else(|| only(event).map(|t| &t.code));
    code.map_or_else(|| "–".to_owned(), |code| clean::line(code))
}

fn trigger(event: &Event) -> String {
    clean::line(&event.trigger.text)
}
