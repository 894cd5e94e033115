//! The table of statements.

use std::fmt::Write;

use saydo_record::{Chars, Entity, Party, Record, Statement};

use super::table::{self, Cell};
use super::wrap::{words, wrap};
use super::{INDENT, entity};
use crate::look::{CUE, DOUBT, Look, PLAIN, QUIET, STRONG, WHO, shorten, width};
use saydo_brief::clean;

/// How the marks in the text are read.
const LEGEND: &str = "   in the text: ‹who›¹ said¹ ⟦¹what was said⟧";
/// The columns of a name in a note.
const NOTE: usize = 30;

/// Writes what was said, by whom, by which words.
pub(super) fn write(record: &Record, look: Look, out: &mut String) {
    let n = record.statements.len();
    let title = match n {
        0 => "No statements".to_owned(),
        1 => "1 statement".to_owned(),
        _ => format!("{n} statements"),
    };
    out.push_str(&look.paint(STRONG, &title));
    if n > 0 {
        out.push_str(&look.paint(QUIET, &shorten(LEGEND, look.width.saturating_sub(width(&title)))));
    }
    out.push('\n');
    let chars = Chars::of(&record.text);
    let rows: Vec<Vec<Cell>> =
        record.statements.iter().enumerate().map(|(i, s)| row(record, i + 1, s)).collect();
    for (line, statement) in table::lines(&rows, 2, look).iter().zip(&record.statements) {
        out.push_str(line);
        out.push('\n');
        below(record, &chars, statement, look, out);
    }
}

fn row(record: &Record, number: usize, statement: &Statement) -> Vec<Cell> {
    let who = statement.source.as_ref();
    let entity = who.and_then(|s| of_party(record, s));
    let code = match (who, entity) {
        (Some(_), None) => (DOUBT, "?".to_owned()),
        (_, entity) => {
            (PLAIN, entity.and_then(|e| e.actor.as_ref()).map_or_else(dash, |a| clean::line(&a.code)))
        }
    };
    let cue = statement.cue.as_ref();
    let act =
        cue.map_or_else(String::new, |c| if c.negated { format!("not {}", c.act) } else { c.act.clone() });
    vec![
        (QUIET, format!("{number:>2}")),
        who.map_or_else(
            || (QUIET, "(nobody named)".to_owned()),
            |s| (WHO, clean::line(entity.map_or(&s.text, |e| &e.name))),
        ),
        code,
        cue.map_or_else(|| (QUIET, "(goes on)".to_owned()), |c| (CUE, clean::line(&c.text))),
        (PLAIN, act),
        (QUIET, statement.kind.clone()),
    ]
}

fn dash() -> String {
    "–".to_owned()
}

fn of_party<'r>(record: &'r Record, party: &Party) -> Option<&'r Entity> {
    party.entity.as_deref().and_then(|id| entity(record, id))
}

/// The lines below a row: what was said, why nobody is known to have said it, and what led to the statement.
fn below(record: &Record, chars: &Chars<'_>, statement: &Statement, look: Look, out: &mut String) {
    let notes = notes(record, statement);
    let content =
        shorten(&content(chars, statement), look.width.saturating_sub(INDENT.len() + width(&notes)));
    let _ = writeln!(out, "{INDENT}{}{content}", look.paint(QUIET, &notes));
    let why = statement.source.as_ref().and_then(|s| s.unresolved.as_deref()).filter(|why| !why.is_empty());
    let why = why.map(|why| (DOUBT, format!("? {}", clean::line(why))));
    let because = statement.because.as_deref().map(|b| (QUIET, format!("because {}", clean::line(b))));
    for (style, line) in why.into_iter().chain(because) {
        wrap(&words(style, &line), INDENT, INDENT, look, out);
    }
}

/// What else is to be known: the words for the speaker where they do not show the name, the statement around this one,
/// and to whom it was said.
fn notes(record: &Record, statement: &Statement) -> String {
    let source = statement.source.as_ref();
    let hidden = source.filter(|s| of_party(record, s).is_some_and(|e| !share_a_word(&e.name, &s.text)));
    let by = hidden.map(|s| format!("as “{}”", shorten(&clean::line(&s.text), NOTE)));
    let within = statement.within.iter().map(|s| format!("in {}", s.trim_start_matches('s')));
    let to = statement.addressee.iter().map(|a| format!("to {}", shorten(&clean::line(&a.text), NOTE)));
    let notes: Vec<String> = by.into_iter().chain(within).chain(to).collect();
    if notes.is_empty() { String::new() } else { format!("({}) ", notes.join(", ")) }
}

fn share_a_word(name: &str, text: &str) -> bool {
    let words = |s: &str| s.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>();
    let name = words(name);
    words(text).iter().any(|word| name.contains(word))
}

fn content(chars: &Chars<'_>, statement: &Statement) -> String {
    let pieces: Vec<&str> = statement.content.iter().map(|p| chars.cut(p.start, p.end)).collect();
    clean::line(&pieces.join(" … "))
}
