//! Words above, deeds below, on one time axis, with what was read as a strip under both.

use saydo_picture::{Measures, Pair, Track};

use super::Sheet;
use super::axis::{Axis, number, percent};
use super::markup::Markup;
use crate::{day, names, tell};

/// As many pairs are drawn.
const MOST_PAIRS: usize = 9;
/// As many days are drawn: eighteen weeks.
const MOST_DAYS: i64 = 126;
/// Each lane's height, and where its upper edge lies.
const LANE: f64 = 74.0;
const LANES: [f64; 2] = [20.0, 122.0];
/// The strip of reports.
const STRIP: (f64, f64) = (222.0, 26.0);

/// What one day of a pair has: conflict and co-operation in words, then in deeds.
type Counts = [[u32; 2]; 2];

/// Writes the section.
pub(super) fn write(sheet: &mut Sheet<'_>) {
    let measures = &sheet.picture.measures;
    let about = "Every event counts once for each voice that tells it. Scores are Goldstein means from −10, hostile, \
                 to +10, friendly, with 95 % intervals over publisher families.";
    sheet.section("tracks", "Words and deeds", about);
    sheet.out.open("p", &[]);
    sheet.out.text(&tell::coverage(measures));
    sheet.out.text(" ");
    sheet.id("coverage");
    sheet.out.close("p");
    for told in tell::sources(&sheet.picture.sources, sheet.picture.as_of) {
        sheet.out.leaf("p", &[("dir", "auto")], &told);
    }
    pattern(&mut sheet.out);
    if measures.pairs.is_empty() {
        sheet.out.leaf("p", &[("class", "finding")], "No events between two sides.");
    } else {
        legend(sheet);
        let axis = axis(sheet);
        sheet.out.open("div", &[("class", "pairs")]);
        for pair in measures.pairs.iter().take(MOST_PAIRS) {
            figure(pair, axis, sheet);
        }
        sheet.out.close("div");
        sheet.more(measures.pairs.len().saturating_sub(MOST_PAIRS));
    }
    sheet.out.close("section");
}

/// From the first day of which anything is known to the day of the picture.
fn axis(sheet: &Sheet<'_>) -> Axis {
    let measures = &sheet.picture.measures;
    let tracks = measures.pairs.iter().flat_map(|p| p.words.days.iter().chain(&p.deeds.days)).map(|d| d.day);
    let first = tracks.chain(measures.coverage.iter().map(|c| c.day)).min();
    Axis::new(first.unwrap_or(sheet.picture.as_of), sheet.picture.as_of, MOST_DAYS)
}

fn legend(sheet: &mut Sheet<'_>) {
    let thin = "little or nothing read: fewer events mean little";
    sheet.out.legend(&[
        ("good", "co-operation, up"),
        ("bad", "conflict, down"),
        ("open", "reports read"),
        ("hatch", thin),
    ]);
}

fn figure(pair: &Pair, axis: Axis, sheet: &mut Sheet<'_>) {
    let title = format!("{} → {}", names::party(&pair.from), names::party(&pair.to));
    sheet.out.open("figure", &[("class", "pair")]);
    sheet.out.open("figcaption", &[]);
    sheet.out.open("h3", &[]);
    sheet.out.name(&title);
    sheet.out.text(" ");
    sheet.out.close("h3");
    sheet.id(&pair.id);
    sheet.out.close("figcaption");
    let counts = counts(pair, axis);
    chart(&title, &counts, axis, &sheet.picture.measures, &mut sheet.out);
    scores(pair, &mut sheet.out);
    if !pair.cites.is_empty() {
        sheet.out.open("p", &[("class", "meta")]);
        sheet.out.text("Sentences ");
        sheet.links(&pair.cites, &pair.id);
        sheet.out.close("p");
    }
    table(&counts, axis, &sheet.picture.measures, &mut sheet.out);
    sheet.out.close("figure");
}

fn counts(pair: &Pair, axis: Axis) -> Vec<Counts> {
    let mut counts = vec![Counts::default(); axis.days()];
    for (lane, track) in [&pair.words, &pair.deeds].into_iter().enumerate() {
        for day in &track.days {
            if let Some(n) = axis.number(day.day) {
                counts[n][lane] = [day.conflict, day.cooperation];
            }
        }
    }
    counts
}

fn reports(measures: &Measures, axis: Axis) -> Vec<Option<u32>> {
    let mut reports = vec![None; axis.days()];
    for coverage in &measures.coverage {
        if let Some(n) = axis.number(coverage.day) {
            reports[n] = Some(coverage.reports);
        }
    }
    reports
}

fn chart(title: &str, counts: &[Counts], axis: Axis, measures: &Measures, out: &mut Markup) {
    let bottom = STRIP.0 + STRIP.1;
    let height = number(bottom + 20.0);
    let about = format!("{title}: events of conflict and co-operation by day, words above, deeds below");
    out.open(
        "svg",
        &[
            ("class", "chart"),
            ("role", "img"),
            ("aria-label", &about),
            ("width", "100%"),
            ("height", &height),
        ],
    );
    let reports = reports(measures, axis);
    hatch(&reports, measures.coverage_fell, axis, out);
    axis.draw(out, LANES[0], bottom);
    for (lane, name) in ["Words: what is said", "Deeds: what is done"].into_iter().enumerate() {
        let most = counts.iter().flat_map(|day| day[lane]).max().unwrap_or(0);
        label(name, &most_a_day(most, "event", "events"), LANES[lane], out);
        bars(lane, counts, axis, out);
    }
    let most = reports.iter().flatten().max().copied().unwrap_or(0);
    label("Reports read", &most_a_day(most, "report", "reports"), STRIP.0, out);
    strip(&reports, axis, out);
    out.close("svg");
}

/// What a lane shows, and its scale, over its upper edge.
fn label(name: &str, scale: &str, top: f64, out: &mut Markup) {
    let y = number(top - 7.0);
    out.leaf("text", &[("class", "lane"), ("x", "0"), ("y", &y)], name);
    out.leaf("text", &[("x", "100%"), ("y", &y), ("text-anchor", "end")], scale);
}

fn most_a_day(n: u32, one: &str, many: &str) -> String {
    if n == 0 {
        format!("no {many}")
    } else {
        format!("most on a day: {}", day::count(n as usize, one, many))
    }
}

/// The hatching that all charts use.
fn pattern(out: &mut Markup) {
    out.open("svg", &[("width", "0"), ("height", "0"), ("aria-hidden", "true")]);
    out.open("defs", &[]);
    out.open(
        "pattern",
        &[
            ("id", "hatch"),
            ("width", "6"),
            ("height", "6"),
            ("patternUnits", "userSpaceOnUse"),
            ("patternTransform", "rotate(45)"),
        ],
    );
    out.leaf("line", &[("class", "stroke"), ("x1", "0"), ("x2", "0"), ("y1", "0"), ("y2", "6")], "");
    out.close("pattern");
    out.close("defs");
    out.close("svg");
}

/// Hatches the last seven days where coverage fell, and days on which nothing was read.
fn hatch(reports: &[Option<u32>], fell: bool, axis: Axis, out: &mut Markup) {
    let last_week = reports.len().saturating_sub(7);
    let thin = |n: usize| (fell && n >= last_week) || reports[n] == Some(0);
    let mut n = 0;
    while n < reports.len() {
        let end = (n..reports.len()).find(|m| !thin(*m)).unwrap_or(reports.len());
        if end > n {
            let (x, wide) = (axis.edge(n), axis.edge(end) - axis.edge(n));
            let high = number(STRIP.0 + STRIP.1 - LANES[0]);
            let place = [("x", percent(x)), ("width", percent(wide)), ("y", number(LANES[0]))];
            let [x, wide, y] = place.each_ref().map(|(name, value)| (*name, value.as_str()));
            out.leaf(
                "rect",
                &[("class", "fell"), ("fill", "url(#hatch)"), x, wide, y, ("height", &high)],
                "",
            );
        }
        n = end.max(n + 1);
    }
}

/// Bars of a lane: co-operation above its base line, conflict below, both lanes on one scale.
fn bars(lane: usize, counts: &[Counts], axis: Axis, out: &mut Markup) {
    let most = |side: usize| counts.iter().flatten().map(|c| c[side]).max().unwrap_or(0);
    let (down, up) = (f64::from(most(0)), f64::from(most(1)));
    let unit = LANE / (down + up).max(1.0);
    let base = LANES[lane] + if down + up > 0.0 { up * unit } else { LANE / 2.0 };
    let y = number(base);
    out.leaf("line", &[("class", "base"), ("x1", "0"), ("x2", "100%"), ("y1", &y), ("y2", &y)], "");
    for (n, day) in counts.iter().enumerate() {
        let [conflict, coop] = day[lane];
        let told = format!("{}: {conflict} conflict, {coop} co-operation", day::short(axis.day(n)));
        let (conflict, coop) = (f64::from(conflict) * unit, f64::from(coop) * unit);
        bar("good", n, base - coop, coop, &told, axis, out);
        bar("bad", n, base, conflict, &told, axis, out);
    }
}

fn bar(class: &str, n: usize, y: f64, high: f64, told: &str, axis: Axis, out: &mut Markup) {
    if high > 0.0 {
        let wide = (axis.edge(n + 1) - axis.edge(n)) * 0.8;
        let place = [percent(axis.edge(n)), percent(wide), number(y), number(high)];
        let [x, wide, y, high] = place.each_ref().map(String::as_str);
        out.open("g", &[("class", class)]);
        out.leaf("title", &[], told);
        out.leaf("rect", &[("x", x), ("width", wide), ("y", y), ("height", high)], "");
        out.close("g");
    }
}

fn strip(reports: &[Option<u32>], axis: Axis, out: &mut Markup) {
    let most = f64::from(reports.iter().flatten().copied().max().unwrap_or(0)).max(1.0);
    for (n, read) in reports.iter().enumerate() {
        let Some(read) = read else { continue };
        let high = f64::from(*read) * STRIP.1 / most;
        let told =
            format!("{}: {}", day::short(axis.day(n)), day::count(*read as usize, "report", "reports"));
        bar("open", n, STRIP.0 + STRIP.1 - high, high, &told, axis, out);
    }
}

/// The scores of both windows.
fn scores(pair: &Pair, out: &mut Markup) {
    out.open("table", &[("class", "scores")]);
    out.head(&["Mean", "Last 7 days", "28 days before"]);
    out.open("tbody", &[]);
    for (name, track) in [("Words", &pair.words), ("Deeds", &pair.deeds)] {
        out.open("tr", &[]);
        out.leaf("th", &[("scope", "row")], name);
        score(track, |t| t.last_week, out);
        score(track, |t| t.before, out);
        out.close("tr");
    }
    out.close("tbody");
    out.close("table");
}

fn score(track: &Track, window: impl Fn(&Track) -> Option<saydo_picture::Interval>, out: &mut Markup) {
    out.open("td", &[]);
    match window(track) {
        None => out.leaf("span", &[("class", "quiet")], "not measured"),
        Some(i) => {
            out.leaf("strong", &[], &tell::signed(i.value));
            out.text(&format!(" ({} to {}) ", tell::signed(i.low), tell::signed(i.high)));
            let rests = format!(
                "{}, {}",
                day::count(i.events as usize, "event", "events"),
                day::count(i.families as usize, "family", "families")
            );
            out.leaf("span", &[("class", "quiet")], &rests);
        }
    }
    out.close("td");
}

/// The numbers that the chart draws, for those who do not see it.
fn table(counts: &[Counts], axis: Axis, measures: &Measures, out: &mut Markup) {
    let reports = reports(measures, axis);
    out.open("details", &[]);
    out.leaf("summary", &[], "The numbers behind the chart");
    out.open(
        "div",
        &[("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Numbers by day")],
    );
    out.open("table", &[]);
    out.head(&[
        "Day",
        "#Words: conflict",
        "#Words: co-operation",
        "#Deeds: conflict",
        "#Deeds: co-operation",
        "#Reports",
    ]);
    out.open("tbody", &[]);
    for (n, [words, deeds]) in counts.iter().enumerate().rev() {
        if words.iter().chain(deeds).all(|n| *n == 0) {
            continue;
        }
        out.open("tr", &[]);
        out.open("th", &[("scope", "row")]);
        out.day(axis.day(n));
        out.close("th");
        for count in words.iter().chain(deeds) {
            out.leaf("td", &[("class", "num")], &count.to_string());
        }
        out.leaf("td", &[("class", "num")], &reports[n].map_or("–".to_owned(), |r| r.to_string()));
        out.close("tr");
    }
    out.close("tbody");
    out.close("table");
    out.close("div");
    out.close("details");
}
