//! The start of the file, the answer with the three facts that carry it, what changed, and the end.

use saydo_picture::{Fact, Verdict};

use super::Sheet;
use super::evidence::quote;
use super::markup::anchor;
use crate::quote::newest;
use crate::{day, names, tell};

const STYLE: &str = include_str!("style.css");

/// Nothing is fetched and nothing runs; of styles only the sheet with this hash counts.
const POLICY: &str = concat!(
    "default-src 'none'; style-src 'sha256-",
    include_str!("style.sha256"),
    "'; img-src data:; base-uri 'none'; form-action 'none'"
);

/// The sections, as the list of contents names them.
const SECTIONS: &[(&str, &str)] = &[
    ("#changes", "What changed"),
    ("#tracks", "Words and deeds"),
    ("#words", "Words under test"),
    ("#record", "Track record"),
    ("#posture", "Posture board"),
    ("#warning", "Warning time"),
    ("#diplomacy", "Diplomacy"),
    ("#indicators", "Indicators"),
    ("#evidence", "All sentences"),
];

/// Everything before the page itself.
pub(super) fn start(sheet: &mut Sheet<'_>) {
    let title = format!("{}, {}", sheet.picture.watch, day::long(sheet.picture.as_of));
    let out = &mut sheet.out;
    out.raw("<!doctype html>\n");
    out.open("html", &[("lang", "en")]);
    out.open("head", &[]);
    out.leaf("meta", &[("charset", "utf-8")], "");
    out.leaf("meta", &[("http-equiv", "Content-Security-Policy"), ("content", POLICY)], "");
    out.leaf("meta", &[("name", "viewport"), ("content", "width=device-width, initial-scale=1")], "");
    out.leaf("meta", &[("name", "referrer"), ("content", "no-referrer")], "");
    out.leaf("meta", &[("name", "color-scheme"), ("content", "light dark")], "");
    out.leaf("link", &[("rel", "icon"), ("href", "data:,")], "");
    out.leaf("title", &[], &title);
    out.open("style", &[]);
    out.raw(STYLE);
    out.close("style");
    out.close("head");
    out.open("body", &[]);
}

/// The watch, the day and the answer.
pub(super) fn mast(sheet: &mut Sheet<'_>) {
    let picture = sheet.picture;
    let out = &mut sheet.out;
    out.leaf("a", &[("class", "skip"), ("href", "#facts")], "Skip to the answer");
    out.open("header", &[("class", "mast")]);
    out.open("p", &[("class", "kicker")]);
    out.name(&picture.watch);
    out.text(" · as of ");
    out.time(picture.as_of, &day::long(picture.as_of));
    out.close("p");
    out.open("h1", &[("class", tone(picture.headline.verdict))]);
    out.text(&tell::verdict(picture.headline.verdict));
    out.close("h1");
    out.open("p", &[("class", "about")]);
    out.text("The words of ");
    out.name(&names::party(&picture.subject));
    out.text(" set against what others see");
    if let Some(since) = picture.since {
        out.text(", in reports since ");
        out.time(since, &day::long(since));
    }
    out.text(". ");
    sheet.id(&picture.headline.id);
    sheet.out.close("p");
    let fell = picture.measures.coverage_fell.then(|| tell::coverage(&picture.measures));
    for told in fell.into_iter().chain(tell::old(&picture.sources)) {
        sheet.out.leaf("p", &[("class", "alert"), ("role", "note")], &told);
    }
    sheet.out.close("header");
}

fn tone(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::BuildingUp | Verdict::SaidNotSeen => "bad",
        Verdict::Easing { .. } => "good",
        Verdict::Unchanged { .. } | Verdict::Mixed => "doubt",
        Verdict::TooLittle => "open",
    }
}

/// The facts that carry the answer.
pub(super) fn facts(sheet: &mut Sheet<'_>) {
    let facts = &sheet.picture.headline.facts;
    sheet.out.open("section", &[("id", "facts"), ("aria-labelledby", "facts-title")]);
    sheet.out.leaf("h2", &[("id", "facts-title"), ("class", "unseen")], "What carries it");
    if facts.is_empty() {
        sheet.out.leaf("p", &[("class", "about")], "No fact carries an answer.");
    }
    sheet.out.open("ol", &[("class", "facts")]);
    for fact in facts {
        write_fact(fact, sheet);
    }
    sheet.out.close("ol");
    sheet.out.close("section");
}

fn write_fact(fact: &Fact, sheet: &mut Sheet<'_>) {
    sheet.out.open("li", &[]);
    sheet.out.leaf("h3", &[("dir", "auto")], &tell::fact(fact));
    if let Some(cite) = newest(&fact.cites, sheet.citations) {
        quote(cite, &fact.finding, sheet);
    }
    sheet.out.open("p", &[("class", "meta")]);
    sheet.out.text("From ");
    sheet.out.leaf("a", &[("href", &format!("#{}", anchor(&fact.finding)))], &fact.finding);
    sheet.also(&fact.cites, &fact.finding);
    sheet.out.close("p");
    sheet.out.close("li");
}

/// Links to the sections.
pub(super) fn contents(sheet: &mut Sheet<'_>) {
    let out = &mut sheet.out;
    out.open("nav", &[("aria-label", "Sections")]);
    out.open("ul", &[]);
    let (changes, record) = (sheet.picture.changes.is_some(), !sheet.picture.priors.is_empty());
    let there = |href: &str| (href != "#changes" || changes) && (href != "#record" || record);
    for (href, title) in SECTIONS.iter().filter(|(href, _)| there(href)) {
        out.open("li", &[]);
        out.leaf("a", &[("href", href)], title);
        out.close("li");
    }
    out.close("ul");
    out.close("nav");
}

/// What changed since an earlier day; that nothing did is a finding too.
pub(super) fn changes(sheet: &mut Sheet<'_>) {
    let Some(changes) = &sheet.picture.changes else { return };
    sheet.section("changes", &format!("What changed since {}", day::long(changes.since)), "");
    if changes.list.is_empty() {
        sheet.out.leaf("p", &[("class", "finding")], &tell::nothing_changed(changes));
    }
    sheet.out.open("ul", &[("class", "changes")]);
    for change in changes.list.iter().take(super::MOST) {
        let out = &mut sheet.out;
        out.open("li", &[]);
        out.open("strong", &[]);
        out.name(&tell::about(change, sheet.picture));
        out.close("strong");
        out.text(": ");
        if !change.was.is_empty() {
            out.leaf("span", &[("class", "unseen")], "was ");
            out.leaf("del", &[("dir", "auto")], &names::plain(&change.was));
            out.leaf("span", &[("aria-hidden", "true")], " → ");
            out.leaf("span", &[("class", "unseen")], ", is ");
        }
        let is = if change.is.is_empty() { "no longer told of".to_owned() } else { names::plain(&change.is) };
        let new = if change.was.is_empty() { "new, " } else { "" };
        out.leaf("ins", &[("dir", "auto")], &format!("{new}{is}"));
        out.text("  ");
        out.leaf(
            "a",
            &[("class", "id"), ("href", &format!("#{}", anchor(&change.finding)))],
            &change.finding,
        );
        out.close("li");
    }
    sheet.out.close("ul");
    sheet.more(changes.list.len().saturating_sub(super::MOST));
    sheet.out.close("section");
}

/// What was kept and takes part in nothing.
pub(super) fn apart(sheet: &mut Sheet<'_>) {
    let told = tell::apart(&sheet.picture.apart);
    if !told.is_empty() {
        sheet.section("apart", "Reports kept apart", "");
        sheet.out.leaf("p", &[], &format!("{told}."));
        sheet.out.close("section");
    }
}

/// What the page is, and the end of the file.
pub(super) fn end(sheet: &mut Sheet<'_>) {
    let out = &mut sheet.out;
    out.open("footer", &[]);
    out.leaf(
        "p",
        &[],
        "Made by Saydo from the reports of one ledger, by rules alone. Each id names a finding or a sentence: “saydo \
         explain ID” tells the rule, the sentences, their place in the text and the versions that read them. This page \
         is one file: it fetches nothing and runs no script.",
    );
    out.close("footer");
    out.close("body");
    out.close("html");
    out.raw("\n");
}
