//! Sentences: quoted beside a finding, and all of them at the end of the page.

use std::cmp::Reverse;
use std::collections::HashMap;

use saydo_facts::{Citation, EventId};
use saydo_picture::Cite;

use super::markup::anchor;
use super::{MOST_LINKS, Sentences, Sheet};
use crate::quote::{Part, outlet, pieces};
use crate::url::address;
use crate::{day, names};

/// The events that findings on this page rest on, with these findings.
pub(super) type Used = HashMap<EventId, (Cite, Vec<String>)>;

/// The sentence of an event beside a finding, with a link to all that is known of it.
pub(super) fn quote(cite: &Cite, finding: &str, sheet: &mut Sheet<'_>) {
    let citation = sheet.citations.get(&cite.event);
    sheet.out.open("blockquote", &[]);
    sentence(citation, sheet);
    sheet.out.open("footer", &[]);
    sheet.out.name(outlet(cite, citation));
    sheet.out.text(", ");
    sheet.out.day(cite.published);
    sheet.out.text(" ");
    sheet.link(cite, finding, &cite.event.to_string());
    sheet.out.close("footer");
    sheet.out.close("blockquote");
}

/// The sentence with its trigger and its speaker marked.
fn sentence(citation: Option<&Citation>, sheet: &mut Sheet<'_>) {
    let out = &mut sheet.out;
    let Some(citation) = citation else {
        out.leaf("p", &[("class", "quiet")], "The sentence is not at hand.");
        return;
    };
    out.open("p", &[("dir", "auto")]);
    out.text("“");
    for (part, text) in pieces(citation) {
        match part {
            Part::Plain => out.text(text),
            Part::Speaker => out.leaf("b", &[], text),
            Part::Trigger => out.leaf("mark", &[], text),
        }
    }
    out.text("”");
    out.close("p");
}

/// Every sentence that something on this page rests on, the newest first.
pub(super) fn write(sheet: &mut Sheet<'_>) {
    let mut all: Sentences =
        std::mem::take(&mut sheet.used).into_iter().map(|(id, (cite, by))| (id, cite, by)).collect();
    all.sort_by_key(|(id, cite, _)| Reverse((cite.published, *id)));
    let about = "Each sentence as it was published. Marked: the words that tell the event; in bold type: who is named as the source.";
    sheet.section("evidence", "All sentences", about);
    if all.is_empty() {
        sheet.out.leaf("p", &[("class", "finding")], "Nothing on this page rests on a sentence.");
    }
    sheet.out.open("ol", &[("class", "evidence")]);
    for (id, cite, findings) in &all {
        one(*id, cite, findings, sheet);
    }
    sheet.out.close("ol");
    sheet.out.close("section");
}

fn one(id: EventId, cite: &Cite, findings: &[String], sheet: &mut Sheet<'_>) {
    let citation = sheet.citations.get(&id);
    sheet.out.open("li", &[("id", &format!("e-{id}"))]);
    sheet.out.leaf("code", &[("class", "id")], &id.to_string());
    sheet.out.open("div", &[]);
    sentence(citation, sheet);
    sheet.out.open("p", &[("class", "meta")]);
    source(cite, citation, sheet);
    sheet.out.close("p");
    carries(findings, sheet);
    sheet.out.close("div");
    sheet.out.close("li");
}

/// Who published it when, who vouches, and the way to it.
fn source(cite: &Cite, citation: Option<&Citation>, sheet: &mut Sheet<'_>) {
    let out = &mut sheet.out;
    out.name(outlet(cite, citation));
    out.text(", ");
    out.time(cite.published, &day::long(cite.published));
    out.text(" · counts as the voice of ");
    out.name(&names::party(&cite.voice));
    let Some(citation) = citation else { return };
    if let Some(title) = citation.title.as_deref().filter(|t| !t.trim().is_empty()) {
        out.text(" · ");
        out.leaf("cite", &[("dir", "auto")], title);
    }
    match (address(citation.url.as_deref()), &citation.url) {
        (Some(address), _) => {
            out.text(" · ");
            let attributes =
                [("href", address.href.as_str()), ("rel", "noopener noreferrer nofollow"), ("class", "out")];
            out.leaf("a", &attributes, &address.host);
        }
        (None, Some(url)) => {
            out.text(" · address not followed: ");
            out.leaf("code", &[], url);
        }
        (None, None) => {}
    }
}

/// The findings that rest on it.
fn carries(findings: &[String], sheet: &mut Sheet<'_>) {
    let out = &mut sheet.out;
    out.open("p", &[("class", "meta")]);
    out.text("Carries ");
    for (n, finding) in findings.iter().take(MOST_LINKS).enumerate() {
        out.text(if n == 0 { "" } else { ", " });
        out.leaf("a", &[("href", &format!("#{}", anchor(finding)))], finding);
    }
    if findings.len() > MOST_LINKS {
        out.text(&format!(" and {} more", findings.len() - MOST_LINKS));
    }
    out.close("p");
}
