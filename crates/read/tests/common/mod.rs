//! What the tests share: zones as text.

use saydo_text::Report;

/// The zones of `report`, one a line: "role | words", with line ends inside shown as "⏎".
pub(crate) fn shown(report: &Report) -> String {
    let line = |zone: &saydo_text::ZoneSpan| {
        let words = zone.span.of(&report.text).expect("zones lie on character borders");
        format!("{} | {}", zone.zone.name(), words.replace("\r\n", "⏎").replace('\n', "⏎"))
    };
    report.zones.iter().map(line).collect::<Vec<_>>().join("\n")
}
