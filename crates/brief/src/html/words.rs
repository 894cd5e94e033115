//! Words under test, each on a time line from the day it was said, and how past words fared.

use saydo_picture::{Evidence, Prior, State, Word};

use super::Sheet;
use super::axis::{Axis, percent};
use super::evidence::quote;
use super::markup::Markup;
use crate::terminal::telling;
use crate::{day, names, sign, tell};

/// As many words are shown.
const MOST: usize = 40;
/// As many of them lie open.
const OPEN: usize = 3;
/// As many days are drawn.
const MOST_DAYS: i64 = 180;
/// The height of a time line, and of its middle.
const HIGH: &str = "34";
const MIDDLE: &str = "17";

/// Writes the section, the newest word first.
pub(super) fn write(sheet: &mut Sheet<'_>) {
    let words = &sheet.picture.words;
    let about = "What a party says that later events can bear out or not. A state rests on others than the speaker's own side.";
    sheet.section("words", "Words under test", about);
    if words.is_empty() {
        sheet.out.leaf("p", &[("class", "finding")], "Nobody has said anything that can be tested.");
    } else {
        legend(&mut sheet.out);
        let shown = telling(words, MOST);
        let axis = axis(&shown, sheet);
        sheet.out.open("div", &[("class", "words")]);
        ruler(axis, &mut sheet.out);
        for (n, word) in shown.iter().enumerate() {
            one(word, n < OPEN, axis, sheet);
        }
        sheet.out.close("div");
        sheet.more(words.len() - shown.len());
    }
    sheet.out.close("section");
}

/// From the first word's day to the day of the picture, or to the last day on which something is due.
fn axis(words: &[&Word], sheet: &Sheet<'_>) -> Axis {
    let now = sheet.picture.as_of;
    let first = words.iter().map(|w| w.said).min().unwrap_or(now);
    let soon = |due: &jiff::civil::Date| day::between(now, *due) <= 60;
    let last =
        words.iter().filter_map(|w| w.due).map(|d| d.last).filter(soon).max().map_or(now, |d| d.max(now));
    Axis::new(first, last, MOST_DAYS)
}

fn legend(out: &mut Markup) {
    out.open("ul", &[("class", "legend")]);
    let all = [
        ("●", "said"),
        ("▬", "until due or settled"),
        ("▲", "evidence for"),
        ("✕", "evidence against"),
        ("┆", "the day of the picture"),
    ];
    for (mark, text) in all {
        out.open("li", &[]);
        out.leaf("span", &[("class", "key"), ("aria-hidden", "true")], mark);
        out.text(text);
        out.close("li");
    }
    out.close("ul");
}

/// The days over all time lines.
fn ruler(axis: Axis, out: &mut Markup) {
    out.open("div", &[("class", "ruler"), ("aria-hidden", "true")]);
    out.open("svg", &[("class", "line"), ("width", "100%"), ("height", "20")]);
    axis.draw(out, 0.0, 0.0);
    out.close("svg");
    out.close("div");
}

fn one(word: &Word, open: bool, axis: Axis, sheet: &mut Sheet<'_>) {
    sheet.out.open("details", if open { &[("class", "word"), ("open", "")] } else { &[("class", "word")] });
    sheet.out.open("summary", &[]);
    sheet.out.leaf("h3", &[("dir", "auto")], &tell::word(word));
    line(word, axis, sheet);
    sheet.out.chip(sign::state(word.state), word.state.name());
    sheet.id(&word.id);
    sheet.out.close("summary");
    sheet.out.open("div", &[("class", "told")]);
    let told = format!("{} · {}", tell::timing(word, sheet.picture.as_of), tell::grade(word));
    sheet.out.leaf("p", &[("class", "meta"), ("dir", "auto")], &told);
    sentences(word, sheet);
    sheet.out.close("div");
    sheet.out.close("details");
}

/// Where it was said, then the newest evidence for and against it side by side.
fn sentences(word: &Word, sheet: &mut Sheet<'_>) {
    sheet.out.open("div", &[("class", "sides")]);
    if let Some(cite) = word.said_in.first() {
        sheet.out.open("div", &[]);
        sheet.out.leaf("h4", &[], "Said");
        quote(cite, &word.id, sheet);
        also(&word.said_in[1..], &word.id, sheet);
        sheet.out.close("div");
    }
    for (title, list) in [("For", &word.bears_out), ("Against", &word.against)] {
        side(title, list, &word.id, sheet);
    }
    sheet.out.close("div");
}

fn side(title: &str, list: &[Evidence], word: &str, sheet: &mut Sheet<'_>) {
    let Some((newest, older)) = list.split_last() else { return };
    sheet.out.open("div", &[]);
    sheet.out.leaf("h4", &[], &format!("{title} ({})", list.len()));
    let told = tell::capital(&tell::evidence(newest, sheet.picture.as_of));
    sheet.out.leaf("p", &[("class", "meta"), ("dir", "auto")], &told);
    quote(&newest.cite, word, sheet);
    let older: Vec<_> = older.iter().map(|e| e.cite.clone()).collect();
    also(&older, word, sheet);
    sheet.out.close("div");
}

fn also(cites: &[saydo_picture::Cite], word: &str, sheet: &mut Sheet<'_>) {
    if !cites.is_empty() {
        sheet.out.open("p", &[("class", "meta")]);
        sheet.out.text("Also ");
        sheet.links(cites, word);
        sheet.out.close("p");
    }
}

/// The time line: a bar from said to due, settled or now, with a mark for each piece of evidence.
fn line(word: &Word, axis: Axis, sheet: &mut Sheet<'_>) {
    let now = sheet.picture.as_of;
    let out = &mut sheet.out;
    let end = match (word.state, word.due) {
        (State::Kept | State::Overtaken | State::Lapsed, _) => word.since,
        (_, Some(due)) => due.last,
        (_, None) => now,
    };
    let label = format!("Time line: {}", tell::timing(word, now));
    out.open(
        "svg",
        &[("class", "line"), ("role", "img"), ("aria-label", &label), ("width", "100%"), ("height", HIGH)],
    );
    let today = percent(axis.middle(now));
    out.leaf("line", &[("class", "now"), ("x1", &today), ("x2", &today), ("y1", "0"), ("y2", HIGH)], "");
    let (x1, x2) = (percent(axis.middle(word.said)), percent(axis.middle(end.max(word.said))));
    let class = format!("span {}", sign::state(word.state).class);
    out.leaf("line", &[("class", &class), ("x1", &x1), ("x2", &x2), ("y1", MIDDLE), ("y2", MIDDLE)], "");
    out.leaf("circle", &[("class", "said"), ("cx", &x1), ("cy", MIDDLE), ("r", "5")], "");
    for (class, sign, y, list) in [("for", "▲", "11", &word.bears_out), ("against", "✕", "33", &word.against)]
    {
        for evidence in list.iter().rev().take(12) {
            let x = percent(axis.middle(evidence.day));
            out.open("text", &[("class", class), ("x", &x), ("y", y), ("text-anchor", "middle")]);
            out.leaf("title", &[], &tell::evidence(evidence, now));
            out.text(sign);
            out.close("text");
        }
    }
    out.close("svg");
}

/// How each side's past words fared.
pub(super) fn priors(sheet: &mut Sheet<'_>) {
    let priors = &sheet.picture.priors;
    if priors.is_empty() {
        return;
    }
    sheet.section(
        "record",
        "Track record",
        "How each side's past words fared, of those whose time to be tested has come.",
    );
    let out = &mut sheet.out;
    out.legend(&[
        ("good", "kept"),
        ("part", "partly kept"),
        ("bad", "contradicted or overtaken"),
        ("open", "disputed or lapsed"),
    ]);
    out.open(
        "div",
        &[("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", "Track record")],
    );
    out.open("table", &[("class", "record")]);
    out.head(&["Whose words", "Share", "#Kept", "#Partly", "#Broken", "#Tested", "#Open"]);
    out.open("tbody", &[]);
    for prior in priors.iter().take(super::MOST) {
        row(prior, out);
    }
    out.close("tbody");
    out.close("table");
    out.close("div");
    sheet.more(priors.len().saturating_sub(super::MOST));
    sheet.out.close("section");
}

fn row(prior: &Prior, out: &mut Markup) {
    out.open("tr", &[]);
    out.open("th", &[("scope", "row")]);
    out.name(&names::party(&prior.actor));
    out.close("th");
    out.open("td", &[("class", "share")]);
    share(prior, out);
    out.close("td");
    for n in [prior.kept, prior.partly, prior.broken, prior.of, prior.open] {
        out.leaf("td", &[("class", "num")], &day::grouped(n as u64));
    }
    out.close("tr");
}

/// Kept, partly kept, broken and the rest as parts of one bar.
fn share(prior: &Prior, out: &mut Markup) {
    if prior.of == 0 {
        out.leaf("span", &[("class", "quiet")], "none tested yet");
        return;
    }
    let rest = prior.of.saturating_sub(prior.kept + prior.partly + prior.broken);
    out.open(
        "svg",
        &[
            ("class", "bar"),
            ("role", "img"),
            ("aria-label", &tell::prior(prior)),
            ("width", "100%"),
            ("height", "14"),
        ],
    );
    let mut x = 0.0;
    for (class, n) in [("good", prior.kept), ("part", prior.partly), ("bad", prior.broken), ("open", rest)] {
        let wide = n as f64 * 100.0 / prior.of as f64;
        if n > 0 {
            let (at, wide) = (percent(x), percent(wide));
            out.leaf(
                "rect",
                &[("class", class), ("x", &at), ("width", &wide), ("y", "0"), ("height", "14")],
                "",
            );
        }
        x += wide;
    }
    out.close("svg");
}
