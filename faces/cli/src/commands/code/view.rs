//! A record as a page to read: the marked text, then who said what, who did what and who is mentioned.

mod entities;
mod events;
mod excerpt;
mod force;
mod marks;
mod statements;
mod table;
#[cfg(test)]
mod tests;
mod text;
mod wrap;

use std::fmt::Write;

use saydo_record::{Chars, Entity, Record};

use crate::look::{DOUBT, Look, QUIET, STRONG, shorten, width};
use saydo_brief::clean;
use wrap::{words, wrap};

/// Where the lines below a row start.
const INDENT: &str = "      ";

/// The page of one record.
pub(super) fn page(record: &Record, look: Look) -> String {
    let mut out = String::new();
    heading(record, look, &mut out);
    for problem in &record.problems {
        let line = format!("{}: {}", problem.code, clean::line(&problem.detail));
        wrap(&words(DOUBT, &line), "! ", "  ", look, &mut out);
    }
    if !record.problems.is_empty() {
        out.push('\n');
    }
    if record.sentences.is_empty() {
        return out;
    }
    text::write(record, look, &mut out);
    out.push('\n');
    statements::write(record, look, &mut out);
    out.push('\n');
    events::write(record, look, &mut out);
    if !record.entities.is_empty() {
        out.push('\n');
        entities::write(record, look, &mut out);
    }
    out.push('\n');
    out
}

/// The report's id, publisher and date on a line across the page, and its title where the text does not give it.
fn heading(record: &Record, look: Look, out: &mut String) {
    let about = &record.report;
    let facts = [Some(&about.id), about.publisher.as_ref(), about.published.as_ref()];
    let facts: Vec<String> = facts.into_iter().flatten().map(|f| clean::line(f)).collect();
    let line = shorten(&facts.join(" · "), look.width - 4);
    let rule = "─".repeat(look.width - 4 - width(&line));
    let (left, right) = (look.paint(QUIET, "── "), look.paint(QUIET, &rule));
    let _ = writeln!(out, "{left}{} {right}\n", look.paint(STRONG, &line));
    let title = about.title.as_deref().map(clean::line).unwrap_or_default();
    if !title.is_empty() && !headlines(record).contains(&title) {
        wrap(&words(STRONG, &title), "  ", "  ", look, out);
        out.push('\n');
    }
}

/// The text's own headlines.
fn headlines(record: &Record) -> String {
    let chars = Chars::of(&record.text);
    let headlines = record.sentences.iter().filter(|s| s.zone == "headline");
    clean::line(&headlines.map(|s| chars.cut(s.start, s.end)).collect::<Vec<_>>().join(" "))
}

/// The entity with this id.
fn entity<'r>(record: &'r Record, id: &str) -> Option<&'r Entity> {
    // Ids count from 1 in order; a record from elsewhere may number otherwise.
    let guess = id.strip_prefix('e').and_then(|n| n.parse::<usize>().ok()?.checked_sub(1));
    let guess = guess.and_then(|i| record.entities.get(i)).filter(|e| e.id == id);
    guess.or_else(|| record.entities.iter().find(|e| e.id == id))
}
