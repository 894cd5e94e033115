//! The picture as Markdown, for a ticket or a newsletter: tables, and the sentences as footnotes.

mod escape;
mod findings;
mod notes;
mod sheet;
mod standing;

use saydo_picture::Picture;

use crate::quote::{Citations, newest};
use crate::{day, names, tell};
use escape::{code, escape};
use sheet::Sheet;

/// As many rows of a table are shown.
const MOST: usize = 40;

/// The picture as Markdown with GitHub's tables and footnotes.
pub fn markdown(picture: &Picture, citations: &Citations) -> String {
    let mut sheet = Sheet::new(citations);
    head(picture, &mut sheet);
    changes(picture, &mut sheet);
    findings::words(picture, &mut sheet);
    findings::priors(picture, &mut sheet);
    standing::posture(picture, &mut sheet);
    standing::warning(picture, &mut sheet);
    findings::diplomacy(picture, &mut sheet);
    standing::indicators(picture, &mut sheet);
    standing::measures(picture, &mut sheet);
    let apart = tell::apart(&picture.apart);
    if !apart.is_empty() {
        sheet.heading("Reports kept apart");
        sheet.paragraph(&format!("{}.", escape(&apart)));
    }
    sheet.done()
}

fn head(picture: &Picture, sheet: &mut Sheet<'_>) {
    sheet.paragraph(&format!("# {}, {}", escape(&picture.watch), day::long(picture.as_of)));
    let headline = &picture.headline;
    let answer = escape(&tell::verdict(headline.verdict));
    sheet.paragraph(&format!("**{answer}** {}", code(&headline.id)));
    let about = format!("{}, {}.", names::party(&picture.subject), tell::covers(picture));
    sheet.paragraph(&escape(&tell::capital(&about)));
    if picture.measures.coverage_fell {
        sheet.paragraph(&format!("> **Mind:** {}", escape(&tell::coverage(&picture.measures))));
    }
    if let Some(told) = tell::old(&picture.sources) {
        sheet.paragraph(&format!("> **Mind:** {}", escape(&told)));
    }
    for (n, fact) in headline.facts.iter().enumerate() {
        let cite = newest(&fact.cites, sheet.citations);
        let note = cite.map(|c| sheet.notes.of(c)).unwrap_or_default();
        let text = escape(&tell::fact(fact));
        sheet.line(&format!("{}. {text}{note} {}", n + 1, code(&fact.finding)));
        if let Some(quote) = cite.map(|c| notes::quote(c, sheet.citations)) {
            sheet.line(&format!("   > {quote}"));
        }
        sheet.line("");
    }
}

fn changes(picture: &Picture, sheet: &mut Sheet<'_>) {
    let Some(changes) = &picture.changes else { return };
    sheet.heading(&format!("What changed since {}", day::long(changes.since)));
    if changes.list.is_empty() {
        sheet.paragraph(&escape(&tell::nothing_changed(changes)));
        return;
    }
    let row = |c: &saydo_picture::Change| {
        let [was, is] = [&c.was, &c.is].map(|state| escape(&names::plain(state)));
        vec![escape(&tell::about(c, picture)), was, is, code(&c.finding)]
    };
    let rows = changes.list.iter().take(MOST).map(row).collect();
    sheet.table(&["About", "Was", "Is", "Id"], rows, changes.list.len());
}
