//! The posture board as a heat table, and the warning.

use saydo_picture::{Cite, Element, Post, WarningTime};

use super::Sheet;
use super::evidence::quote;
use super::markup::anchor;
use crate::quote::newest;
use crate::{day, names, sign, tell};

/// As many areas of an actor are shown.
const MOST_AREAS: usize = 30;
/// As many actors are shown.
const MOST_ACTORS: usize = 12;

/// Writes the board: a table for each actor, areas down, elements across.
pub(super) fn posture(sheet: &mut Sheet<'_>) {
    let posts = &sheet.picture.posture;
    let about = "What stands where, as others than its own side saw it in the last 60 days. Each cell: the trend, what was \
                 told last and when, the numbers, and how many voices tell of it.";
    sheet.section("posture", "Posture board", about);
    if posts.is_empty() {
        sheet.out.leaf("p", &[("class", "finding")], "No report tells of forces.");
    }
    let actors = distinct(posts.iter().map(|p| p.actor.as_str()));
    for actor in actors.iter().take(MOST_ACTORS) {
        let own: Vec<&Post> = posts.iter().filter(|p| p.actor == *actor).collect();
        table(actor, &own, sheet);
    }
    sheet.more(actors.len().saturating_sub(MOST_ACTORS));
    sheet.out.close("section");
}

/// Each value once, in the order in which they come.
fn distinct<T: PartialEq + Copy>(all: impl Iterator<Item = T>) -> Vec<T> {
    let mut found = Vec::new();
    for one in all {
        if !found.contains(&one) {
            found.push(one);
        }
    }
    found
}

fn table(actor: &str, posts: &[&Post], sheet: &mut Sheet<'_>) {
    let mut elements: Vec<Element> = distinct(posts.iter().map(|p| p.element));
    elements.sort_unstable();
    let areas = distinct(posts.iter().map(|p| p.area.as_deref()));
    let name = names::party(actor);
    sheet.out.open("h3", &[]);
    sheet.out.name(&name);
    sheet.out.close("h3");
    let label = format!("Posture of {name}");
    sheet
        .out
        .open("div", &[("class", "scroll"), ("tabindex", "0"), ("role", "region"), ("aria-label", &label)]);
    sheet.out.open("table", &[("class", "heat")]);
    let head: Vec<String> = elements.iter().map(|e| tell::capital(&tell::element(*e))).collect();
    let head: Vec<&str> = std::iter::once("Where").chain(head.iter().map(String::as_str)).collect();
    sheet.out.head(&head);
    sheet.out.open("tbody", &[]);
    for area in areas.iter().take(MOST_AREAS) {
        sheet.out.open("tr", &[]);
        sheet.out.open("th", &[("scope", "row")]);
        sheet.out.name(&area.map_or("place not told".to_owned(), names::party));
        sheet.out.close("th");
        for element in &elements {
            cell(posts.iter().find(|p| p.element == *element && p.area.as_deref() == *area).copied(), sheet);
        }
        sheet.out.close("tr");
    }
    sheet.out.close("tbody");
    sheet.out.close("table");
    sheet.out.close("div");
    sheet.more(areas.len().saturating_sub(MOST_AREAS));
}

fn cell(post: Option<&Post>, sheet: &mut Sheet<'_>) {
    let Some(post) = post else {
        sheet.out.leaf("td", &[("class", "none")], "·");
        return;
    };
    let now = sheet.picture.as_of;
    let mark = sign::trend(post.trend);
    sheet.out.open("td", &[("class", mark.class), ("id", &anchor(&post.id)), ("title", &post.id)]);
    sheet.out.open("strong", &[]);
    sheet.out.leaf("span", &[("class", "mark"), ("aria-hidden", "true")], mark.fine);
    sheet.out.text(post.trend.name());
    sheet.out.close("strong");
    if let Some(numbers) = post.numbers {
        sheet.out.leaf("span", &[("class", "number")], &tell::range(numbers));
    }
    let last_seen = day::near(post.last_seen, now).replace(' ', "\u{a0}");
    sheet.out.leaf("span", &[], &format!("{}, {last_seen}", tell::direction(post)));
    voices(post, sheet);
    sheet.out.close("td");
}

/// The number of voices, which leads to the newest sentence; the others are linked behind it.
fn voices(post: &Post, sheet: &mut Sheet<'_>) {
    let Some(newest) = newest(&post.cites, sheet.citations) else { return };
    sheet.out.open("span", &[]);
    sheet.link(newest, &post.id, &tell::voices(post.voices));
    for (n, cite) in post.cites.iter().filter(|c| c.event != newest.event).take(4).enumerate() {
        sheet.out.text(" ");
        sheet.link(cite, &post.id, &format!("+{}", n + 1));
    }
    sheet.out.close("span");
}

/// Writes how much warning there would be.
pub(super) fn warning(sheet: &mut Sheet<'_>) {
    let warning = &sheet.picture.warning;
    let about = "What an attack by land needs: troops that manoeuvre, fires, air defence and logistics. In place is what \
                 somebody outside the mover's side saw come or stay in the last 60 days and nobody saw leave.";
    sheet.section("warning", "Warning time", about);
    let tone = match warning.time {
        WarningTime::LittleOrNone => "finding bad",
        WarningTime::Short => "finding doubt",
        WarningTime::Longer => "finding good",
    };
    sheet.out.open("p", &[("class", tone)]);
    sheet.out.text(tell::warning(warning.time));
    sheet.out.text(" ");
    sheet.id(&warning.id);
    sheet.out.close("p");
    sheet.out.open("div", &[("class", "tiles")]);
    for (part, cites) in &warning.in_place {
        tile(part, Some(cites), sheet);
    }
    for part in &warning.missing {
        tile(part, None, sheet);
    }
    sheet.out.close("div");
    for (n, cite) in warning.said.iter().take(3).enumerate() {
        if n == 0 {
            sheet.out.leaf("h3", &[], "Said of warning time");
        }
        quote(cite, &warning.id, sheet);
    }
    sheet.out.close("section");
}

fn tile(part: &str, cites: Option<&Vec<Cite>>, sheet: &mut Sheet<'_>) {
    sheet.out.open("div", &[("class", "tile")]);
    sheet.out.leaf("h3", &[], &tell::capital(part));
    let in_place = cites.is_some();
    sheet.out.chip(sign::part(in_place), if in_place { "in place" } else { "not seen" });
    let cites = cites.map(Vec::as_slice).unwrap_or_default();
    if let Some(newest) = newest(cites, sheet.citations) {
        quote(newest, "warning", sheet);
        sheet.out.open("p", &[("class", "meta")]);
        sheet.also(cites, "warning");
        sheet.out.close("p");
    }
    sheet.out.close("div");
}
