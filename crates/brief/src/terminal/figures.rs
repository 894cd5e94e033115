//! Indicators, and words and deeds in figures.

use saydo_picture::{Health, Indicator, IndicatorState, Measures, Pair, Picture, Track};

use crate::look::{BAD, DEED, DOUBT, PLAIN, QUIET, STRONG, width};
use crate::page::Page;
use crate::quote::{Citations, newest};
use crate::rich::Rich;
use crate::spark::{Spark, conflict, reports};
use crate::{day, names, sign, tell};

/// As many pairs are shown.
const MOST_PAIRS: usize = 5;
/// As many indicators are shown.
const MOST_INDICATORS: usize = 12;

/// Writes the indicators that are seen, and names those that are not.
pub(super) fn indicators(picture: &Picture, citations: &Citations, page: &mut Page) {
    let (missing, seen): (Vec<&Indicator>, Vec<&Indicator>) =
        picture.indicators.iter().partition(|i| i.state == IndicatorState::NotSeen);
    let of = format!("{} of {} seen", seen.len(), picture.indicators.len());
    page.heading("Indicators", &of, None);
    for indicator in seen.iter().take(MOST_INDICATORS) {
        let mark = sign::indicator(indicator.state);
        let state = format!("{} {}", mark.on(page.look), indicator.state.name());
        let rest =
            [tell::since(indicator.since, picture.as_of), day::count(indicator.voices, "voice", "voices")];
        let rich = Rich::of(mark.style, &state)
            .and(STRONG, &format!("  {}", indicator.label))
            .and(QUIET, &format!("  {}", tell::join(&rest, ", ")));
        page.row("  ", "      ", &rich, Some(&indicator.id));
        if let Some(cite) = newest(&indicator.cites, citations) {
            page.quote("      ", cite, citations);
        }
    }
    page.more("  ", seen.len().saturating_sub(MOST_INDICATORS));
    if !missing.is_empty() {
        let labels: Vec<&str> = missing.iter().map(|i| i.label.as_str()).collect();
        page.note("  ", &format!("not seen: {}", labels.join(", ")));
    }
}

/// Writes words and deeds of each pair with what was read.
pub(super) fn measures(picture: &Picture, page: &mut Page) {
    let measures = &picture.measures;
    page.heading("Words and deeds", "", None);
    let coverage = if measures.coverage_fell { DOUBT } else { PLAIN };
    let mark = if measures.coverage_fell { "! " } else { "  " };
    page.row(mark, "  ", &Rich::of(coverage, &tell::coverage(measures)), Some("coverage"));
    let well = picture.sources.iter().all(|source| source.health() == Health::Well);
    let (mark, style) = if well { ("  ", PLAIN) } else { ("! ", DOUBT) };
    for told in tell::sources(&picture.sources, picture.as_of) {
        page.row(mark, "  ", &Rich::of(style, &told), None);
    }
    let spark = Spark::new(picture.as_of, page.look);
    if measures.pairs.is_empty() {
        page.note("  ", "no events between two sides");
    } else {
        let minus = page.look.sign("\u{2212}", "-");
        page.note("  ", &format!("Bars: events of conflict a day, {}.", spark.legend()));
        page.note("  ", &format!("Figures: mean Goldstein score of the last seven days, {minus}10 hostile to +10 friendly, with its 95 % interval; was: of the 28 days before."));
    }
    for pair in measures.pairs.iter().take(MOST_PAIRS) {
        write_pair(pair, spark, page);
    }
    page.more("  ", measures.pairs.len().saturating_sub(MOST_PAIRS));
    write_reports(measures, spark, page);
}

fn write_pair(pair: &Pair, spark: Spark, page: &mut Page) {
    let title =
        format!("{} {} {}", names::party(&pair.from), page.look.sign("→", "->"), names::party(&pair.to));
    page.row("  ", "    ", &Rich::of(STRONG, &title), Some(&pair.id));
    for (name, track, style) in [("words", &pair.words, DEED), ("deeds", &pair.deeds, BAD)] {
        let bars = spark.bars(&conflict(track));
        let first = format!("    {name}  {}  ", page.look.paint(style, &bars));
        page.table_row(&first, 4 + 7 + width(&bars) + 2, &figures(track, page), "");
    }
}

/// "−3.1 (−4.0 to −2.2), was −1.0".
fn figures(track: &Track, page: &Page) -> String {
    if track.last_week.is_none() && track.before.is_none() {
        return "no events in five weeks".to_owned();
    }
    let was = track.before.map(|b| format!(", was {}", tell::signed(b.value))).unwrap_or_default();
    let told = format!("{}{was}", tell::interval(track.last_week));
    if page.look.unicode { told } else { told.replace('\u{2212}', "-") }
}

fn write_reports(measures: &Measures, spark: Spark, page: &mut Page) {
    if !measures.coverage.is_empty() {
        let bars = spark.bars(&reports(&measures.coverage));
        page.gap();
        let first = format!("  reports  {}", page.look.paint(QUIET, &bars));
        page.table_row(&first, 11 + width(&bars), "", "");
    }
}
