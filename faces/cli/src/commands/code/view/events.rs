//! The table of events.

mod row;

use std::fmt::Write;

use saydo_record::{Chars, Event, Participant, Record, Triple};

use super::wrap::{words, wrap};
use super::{INDENT, entity, excerpt, force, table};
use crate::look::{Look, QUIET, STRONG, shorten, width};
use saydo_brief::clean;

/// How the rows are read.
const LEGEND: &str = "   who → whom (implied), PLOVER and CAMEO, «words that tell it»";
/// What stands between who acts and whom it is done to.
const ARROW: &str = " → ";
/// As many events are shown.
const MOST: usize = 12;
/// As many parties of one side are named.
const PARTIES: usize = 2;
/// The words around an event stand on a line of their own where fewer columns are left.
const LEAST: usize = 40;

/// Writes who did what to whom, the report's main event first.
pub(super) fn write(record: &Record, look: Look, out: &mut String) {
    let n = record.events.len();
    heading(n, look, out);
    let chars = Chars::of(&record.text);
    let shown = &record.events[..n.min(MOST)];
    let rows = row::rows(record, &chars, shown, look);
    for (line, event) in table::lines(&rows, 2, look).iter().zip(shown) {
        out.push_str(line);
        out.push('\n');
        below(record, &chars, event, look, out);
    }
    if n > MOST {
        let more = format!("… and {} more (all in JSON)", n - MOST);
        let _ = writeln!(out, "{INDENT}{}", look.paint(QUIET, &more));
    }
}

fn heading(n: usize, look: Look, out: &mut String) {
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
}

/// The lines below a row: what else is to be known, the words around it, and what led to it.
fn below(record: &Record, chars: &Chars<'_>, event: &Event, look: Look, out: &mut String) {
    let inner = look.width.saturating_sub(INDENT.len());
    let notes = notes(event, inner);
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

/// What else is to be known: the statement around it, the codes of who acts on whom, the forces, when, PETRARCH's
/// triples.
fn notes(event: &Event, room: usize) -> String {
    let within = event.statement.as_ref().map(|s| format!("in {}", s.trim_start_matches('s')));
    let code = |p: &Participant| clean::line(p.code.as_deref().unwrap_or_default());
    let codes = between(&side(&event.actors, code), &side(&event.recipients, code));
    let forces: Vec<String> = event.force.iter().map(force::tell).collect();
    let notes = [within.unwrap_or_default(), codes, forces.join(", "), when(event), triples(event)];
    let notes: Vec<String> = notes.into_iter().filter(|n| !n.is_empty() && n != "–").collect();
    let notes = shorten(&clean::line(&notes.join("; ")), room.saturating_sub(2));
    if notes.is_empty() { notes } else { format!("({notes})") }
}

/// When it happened and by when it is due, where the text tells.
fn when(event: &Event) -> String {
    let by = event.by.iter().map(|by| format!("by {by}"));
    clean::line(&event.time.iter().cloned().chain(by).collect::<Vec<_>>().join(", "))
}

/// What PETRARCH makes of one of our events.
fn triples(event: &Event) -> String {
    let triples = event.petrarch.as_deref().filter(|_| only(event).is_none()).unwrap_or_default();
    let more = if triples.len() > 1 { format!(" +{}", triples.len() - 1) } else { String::new() };
    let tell = |t: &Triple| clean::line(&format!("PETRARCH {} {} {}{more}", t.source, t.target, t.code));
    triples.first().map(tell).unwrap_or_default()
}

/// The first triple of an event that only PETRARCH's dictionaries know.
fn only(event: &Event) -> Option<&Triple> {
    let known = event.plover.is_some() || event.kind.is_some() || event.cameo.is_some();
    event.petrarch.as_ref().filter(|_| !known)?.first()
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
