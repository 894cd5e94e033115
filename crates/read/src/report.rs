//! The last step of every reader: zones, language, and what is wrong with the whole.

use saydo_text::{Problem, ProblemKind, Report, ZoneSpan};

use crate::language::language;
use crate::tongue::name;

/// `report` with its zones, its language, and the problems that concern the whole text.
///
/// The language is the text's own where that is sure, else the one that the report came with.
pub fn finish(mut report: Report, zones: Vec<ZoneSpan>) -> Report {
    report.zones = zones;
    report.language = language(&report.text).map(str::to_owned).or(report.language);
    report.problems.extend(empty(&report).or_else(|| foreign(&report)));
    report
}

fn empty(report: &Report) -> Option<Problem> {
    let empty = report.text.trim().is_empty();
    empty.then(|| Problem::new(ProblemKind::Empty, "The report holds no text."))
}

fn foreign(report: &Report) -> Option<Problem> {
    let code = report.language.as_deref().filter(|_| !report.is_readable())?;
    let detail = format!("The text is in {} ({code}), not in English, and was not analysed.", name(code));
    Some(Problem::new(ProblemKind::Language, detail))
}
