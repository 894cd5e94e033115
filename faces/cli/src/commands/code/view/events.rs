//! The table of events.

use std::fmt::Write;

use anstyle::Style;
use saydo_record::{Chars, Entity, Event, Participant, Record, Triple};

use super::super::look::{CUE, DEED, DOUBT, Look, PLAIN, QUIET, STRONG, WHO, shorten, width};
use super::table::{self, Cell};
use super::wrap::{words, wrap};
use super::{INDENT, entity, excerpt, force};
use crate::clean;

/// How the rows are read.
const LEGEND: &str = "   who → whom (implied), PLOVER and CAMEO, «words that tell it»";
/// What stands between who acts and whom it is done to.
const ARROW: &str = " → ";
/// As many events are shown.
const MOST: usize = 12;
/// As many parties of one side are named.
const PARTIES: usize = 2;
/// The columns of everything in a row but those who take part.
const OTHERS: usize = 50;
/// The columns of what the notes tell of one thing.
const NOTE: usize = 36;
/// The words around an event stand on a line of their own where fewer columns are left.
const LEAST: usize = 40;
/// A page of so many columns has room for the trigger in the row too.
const WIDE: usize = 96;

/// Writes who did what to whom, the report's main event first.
pub(super) fn write(record: &Record, look: Look, out: &mut String) {
    let n = record.events.len();
    let title = match n {
        0 => "No events".to_owned(),
        1 => "1 event".to_owned(),
        _ => format!("{n} events"),
    };
    out.push_str(&look.paint(STRONG, &title));
    if n > 0 {
        out.push_str(&look.paint(QUIET, &shorten(LEGEND, look.width.saturating_sub(width(&title)))));
    }
    out.push('\n');
    let chars = Chars::of(&record.text);
    let shown = &record.events[..n.min(MOST)];
    let rows: Vec<Vec<Cell>> = shown.iter().enumerate().map(|(i, e)| row(record, &chars, i + 1, e, look)).collect();
    for (line, event) in table::lines(&rows, 2, look).iter().zip(shown) {
        out.push_str(line);
        out.push('\n');
        below(record, &chars, event, look, out);
    }
    if n > MOST {
        let _ = writeln!(out, "{INDENT}{}", look.paint(QUIET, &format!("… and {} more (all in JSON)", n - MOST)));
    }
}

fn row(record: &Record, chars: &Chars<'_>, number: usize, event: &Event, look: Look) -> Vec<Cell> {
    let not = if event.negated { "not " } else { "" };
    let mut row = vec![
        (QUIET, format!("{number:>2}")),
        (standing(event), clean::line(&format!("{not}{}", event.standing))),
        (WHO, who(record, chars, event, look.width.saturating_sub(OTHERS))),
        (PLAIN, clean::line(&kind(event))),
        (QUIET, clean::line(&cameo(event))),
    ];
    if look.width >= WIDE {
        row.push((CUE, clean::line(&event.trigger.text)));
    }
    row
}

/// What is said to have been done stands out; what is only wanted or possible does not.
fn standing(event: &Event) -> Style {
    match event.standing.as_str() {
        _ if event.negated => DOUBT,
        "reported" | "announced" | "claimed" => DEED,
        _ => QUIET,
    }
}

/// Who acts on whom, in `room` columns where both are named; the shorter name leaves its room to the longer one.
fn who(record: &Record, chars: &Chars<'_>, event: &Event, room: usize) -> String {
    if let Some(triple) = only(event) {
        return between(&clean::line(&triple.source), &clean::line(&triple.target));
    }
    let name = |p: &Participant| name(record, chars, p);
    let (actors, recipients) = (side(&event.actors, name), side(&event.recipients, name));
    if recipients.is_empty() {
        return between(&actors, "");
    }
    let room = room.saturating_sub(width(ARROW));
    let actors = shorten(&actors, (room / 2).max(room.saturating_sub(width(&recipients))));
    between(&actors, &shorten(&recipients, room.saturating_sub(width(&actors).max(1))))
}

/// Who acts on whom; a dash for nobody who is known.
fn between(actors: &str, recipients: &str) -> String {
    let actors = if actors.is_empty() { "–" } else { actors };
    if recipients.is_empty() { actors.to_owned() } else { format!("{actors}{ARROW}{recipients}") }
}

/// Those on one side, each told by `tell`; empty for nobody.
fn side(list: &[Participant], tell: impl Fn(&Participant) -> String) -> String {
    let mut told: Vec<String> = list.iter().map(tell).filter(|t| !t.is_empty()).collect();
    told.dedup();
    let more = told.len().saturating_sub(PARTIES);
    told.truncate(PARTIES);
    let more = if more > 0 { format!(" +{more}") } else { String::new() };
    format!("{}{more}", told.join(", "))
}

fn name(record: &Record, chars: &Chars<'_>, party: &Participant) -> String {
    let known: Option<&Entity> = party.entity.as_deref().and_then(|id| entity(record, id));
    let name = known.map_or_else(|| clean::line(chars.cut(party.start, party.end)), |e| clean::line(&e.name));
    if party.implied { format!("({name})") } else { name }
}

/// PLOVER's category and mode; where it has none, what else it is.
fn kind(event: &Event) -> String {
    let mode = event.mode.as_deref().unwrap_or_default();
    let other = || match event.cameo.as_deref() {
        Some(code) if code.starts_with("01") => "statement",
        Some(code) if code.starts_with("02") => "appeal",
        Some(_) => "–",
        None => "PETRARCH",
    };
    match (&event.plover, &event.kind) {
        (Some(plover), _) => format!("{plover} {mode}").trim_end().to_owned(),
        (None, Some(kind)) => kind.clone(),
        (None, None) => other().to_owned(),
    }
}

fn cameo(event: &Event) -> String {
    let only = only(event).map(|t| t.code.clone());
    event.cameo.clone().or(only).unwrap_or_else(|| "–".to_owned())
}

/// The first triple of an event that only PETRARCH's dictionaries know.
fn only(event: &Event) -> Option<&Triple> {
    let known = event.plover.is_some() || event.kind.is_some() || event.cameo.is_some();
    event.petrarch.as_ref().filter(|_| !known)?.first()
}

/// The lines below a row: what else is to be known, the words around it, and what led to it.
fn below(record: &Record, chars: &Chars<'_>, event: &Event, look: Look, out: &mut String) {
    let notes = notes(event);
    let inner = look.width.saturating_sub(INDENT.len());
    let beside = inner.saturating_sub(width(&notes) + 1);
    let (gap, room) = match notes.as_str() {
        "" => (String::new(), inner),
        _ if beside < LEAST => (format!("\n{INDENT}"), inner),
        _ => (" ".to_owned(), beside),
    };
    let excerpt = excerpt::around(record, chars, &event.trigger, room, look);
    let _ = writeln!(out, "{INDENT}{}{gap}{excerpt}", look.paint(QUIET, &notes));
    if let Some(because) = &event.because {
        wrap(&words(QUIET, &format!("because {}", clean::line(because))), INDENT, INDENT, look, out);
    }
}

/// What else is to be known: the codes of who acts on whom, the statement around it, the forces, PETRARCH's triples.
fn notes(event: &Event) -> String {
    let code = |p: &Participant| clean::line(p.code.as_deref().unwrap_or_default());
    let codes = between(&side(&event.actors, code), &side(&event.recipients, code));
    let within = event.statement.iter().map(|s| format!("in {}", s.trim_start_matches('s')));
    let forces = event.force.iter().map(|f| clean::line(&force::tell(f))).collect::<Vec<_>>().join(", ");
    let triples = if only(event).is_some() { String::new() } else { triples(event) };
    let notes = [codes, forces, triples].into_iter().filter(|n| !n.is_empty() && n != "–");
    let notes: Vec<String> = notes.map(|n| shorten(&n, NOTE)).chain(within).collect();
    if notes.is_empty() { String::new() } else { format!("({})", notes.join("; ")) }
}

fn triples(event: &Event) -> String {
    let triples = event.petrarch.as_deref().unwrap_or_default();
    let more = if triples.len() > 1 { format!(" +{}", triples.len() - 1) } else { String::new() };
    let tell = |t: &Triple| clean::line(&format!("PETRARCH {} {} {}{more}", t.source, t.target, t.code));
    triples.first().map(tell).unwrap_or_default()
}
