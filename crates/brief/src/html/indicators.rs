//! Signs of escalation: those that are seen with their sentences, the others in a line.

use saydo_picture::{Indicator, IndicatorState};

use super::Sheet;
use crate::{day, sign, tell};

/// Writes the section.
pub(super) fn write(sheet: &mut Sheet<'_>) {
    let (missing, seen): (Vec<&Indicator>, Vec<&Indicator>) =
        sheet.picture.indicators.iter().partition(|i| i.state == IndicatorState::NotSeen);
    let about = format!("{} of {} signs of escalation are seen.", seen.len(), seen.len() + missing.len());
    sheet.section("indicators", "Indicators", &about);
    if !seen.is_empty() {
        table(&seen, sheet);
    }
    if !missing.is_empty() {
        let labels: Vec<&str> = missing.iter().map(|i| i.label.as_str()).collect();
        sheet.out.open("p", &[("class", "quiet")]);
        sheet.out.leaf("strong", &[], "Not seen: ");
        sheet.out.leaf("bdi", &[], &format!("{}.", labels.join(", ")));
        sheet.out.close("p");
    }
    sheet.out.close("section");
}

fn table(seen: &[&Indicator], sheet: &mut Sheet<'_>) {
    sheet.out.open(
        "div",
        &[("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Indicators")],
    );
    sheet.out.open("table", &[("class", "list")]);
    sheet.out.head(&["Indicator", "State", "Since", "Told by", "Sentences", "Id"]);
    sheet.out.open("tbody", &[]);
    for indicator in seen.iter().take(super::MOST) {
        row(indicator, sheet);
    }
    sheet.out.close("tbody");
    sheet.out.close("table");
    sheet.out.close("div");
    sheet.more(seen.len().saturating_sub(super::MOST));
}

fn row(indicator: &Indicator, sheet: &mut Sheet<'_>) {
    sheet.out.open("tr", &[]);
    sheet.out.open("th", &[("scope", "row")]);
    sheet.out.name(&tell::capital(&indicator.label));
    sheet.out.close("th");
    sheet.out.open("td", &[]);
    sheet.out.chip(sign::indicator(indicator.state), indicator.state.name());
    sheet.out.close("td");
    sheet.out.open("td", &[]);
    if let Some(since) = indicator.since {
        sheet.out.day(since);
    }
    sheet.out.close("td");
    sheet.out.leaf("td", &[], &day::count(indicator.voices, "voice", "voices"));
    sheet.out.open("td", &[]);
    sheet.links(&indicator.cites, &indicator.id);
    sheet.out.close("td");
    sheet.out.open("td", &[]);
    sheet.id(&indicator.id);
    sheet.out.close("td");
    sheet.out.close("tr");
}
