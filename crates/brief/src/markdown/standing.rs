//! Posture, warning, indicators and measures as tables.

use saydo_picture::{Indicator, IndicatorState, Picture};

use super::MOST;
use super::escape::{code, escape};
use super::notes;
use super::sheet::Sheet;
use crate::quote::newest;
use crate::{day, names, sign, tell};

/// The posture board.
pub(super) fn posture(picture: &Picture, sheet: &mut Sheet<'_>) {
    sheet.heading("Posture board");
    if picture.posture.is_empty() {
        sheet.paragraph("No report tells of forces.");
        return;
    }
    let mut rows = Vec::new();
    for post in picture.posture.iter().take(MOST) {
        let note = newest(&post.cites, sheet.citations).map(|c| sheet.notes.of(c)).unwrap_or_default();
        let seen = format!("{}, {}", tell::direction(post), day::near(post.last_seen, picture.as_of));
        let trend = format!(
            "{} {} {}",
            sign::trend(post.trend).fine,
            post.trend.name(),
            tell::since(Some(post.since), picture.as_of)
        );
        rows.push(vec![
            escape(&tell::stand(post)),
            tell::element(post.element),
            trend,
            format!("{seen}{note}"),
            tell::voices(post.voices),
            post.numbers.map(tell::range).unwrap_or_default(),
            code(&post.id),
        ]);
    }
    let head = ["Whose, where", "What", "Trend", "Last told", "Seen by", "Numbers", "Id"];
    sheet.table(&head, rows, picture.posture.len());
}

/// How much warning there would be.
pub(super) fn warning(picture: &Picture, sheet: &mut Sheet<'_>) {
    let warning = &picture.warning;
    sheet.heading("Warning time");
    sheet.paragraph(&format!("**{}** {}", tell::warning(warning.time), code(&warning.id)));
    for (part, cites) in &warning.in_place {
        let note = newest(cites, sheet.citations).map(|c| sheet.notes.of(c)).unwrap_or_default();
        sheet.line(&format!("- {} {part}: in place{note}", sign::part(true).fine));
    }
    for part in &warning.missing {
        sheet.line(&format!("- {} {part}: not seen", sign::part(false).fine));
    }
    sheet.line("");
    for cite in warning.said.iter().take(2) {
        let note = sheet.notes.of(cite);
        sheet.paragraph(&format!("> {}{note}", notes::quote(cite, sheet.citations)));
    }
}

/// The indicators that are seen, and the names of the others.
pub(super) fn indicators(picture: &Picture, sheet: &mut Sheet<'_>) {
    let (missing, seen): (Vec<&Indicator>, Vec<&Indicator>) =
        picture.indicators.iter().partition(|i| i.state == IndicatorState::NotSeen);
    sheet.heading(&format!("Indicators: {} of {} seen", seen.len(), picture.indicators.len()));
    let mut rows = Vec::new();
    for indicator in seen.iter().take(MOST) {
        let note = newest(&indicator.cites, sheet.citations).map(|c| sheet.notes.of(c)).unwrap_or_default();
        rows.push(vec![
            format!("{} {}", sign::indicator(indicator.state).fine, indicator.state.name()),
            format!("{}{note}", escape(&indicator.label)),
            tell::since(indicator.since, picture.as_of),
            day::count(indicator.voices, "voice", "voices"),
            code(&indicator.id),
        ]);
    }
    if !rows.is_empty() {
        sheet.table(&["State", "Indicator", "Since", "Told by", "Id"], rows, seen.len());
    }
    if !missing.is_empty() {
        let labels: Vec<String> = missing.iter().map(|i| escape(&i.label)).collect();
        sheet.paragraph(&format!("Not seen: {}.", labels.join(", ")));
    }
}

/// Words and deeds by pair.
pub(super) fn measures(picture: &Picture, sheet: &mut Sheet<'_>) {
    let measures = &picture.measures;
    sheet.heading("Words and deeds");
    sheet.paragraph(&escape(&tell::coverage(measures)));
    for told in tell::sources(&picture.sources, picture.as_of) {
        sheet.paragraph(&escape(&told));
    }
    if measures.pairs.is_empty() {
        sheet.paragraph("No events between two sides.");
        return;
    }
    sheet.paragraph(
        "Mean Goldstein score, −10 hostile to +10 friendly, of the last seven days and of the 28 days before, with 95 % intervals.",
    );
    let mut rows = Vec::new();
    for pair in measures.pairs.iter().take(MOST) {
        let note = newest(&pair.cites, sheet.citations).map(|c| sheet.notes.of(c)).unwrap_or_default();
        let who =
            format!("{} → {}{note}", escape(&names::party(&pair.from)), escape(&names::party(&pair.to)));
        let figures = [&pair.words, &pair.deeds].map(|t| [t.last_week, t.before]).concat();
        let figures: Vec<String> = figures.into_iter().map(tell::interval).collect();
        rows.push([vec![who], figures, vec![code(&pair.id)]].concat());
    }
    let head = ["Who → whom", "Words, last week", "Words, before", "Deeds, last week", "Deeds, before", "Id"];
    sheet.table(&head, rows, measures.pairs.len());
}
