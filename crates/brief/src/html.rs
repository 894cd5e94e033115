//! The picture as one HTML file: no script, nothing fetched, every number one click from its sentence.
//!
//! Elements are opened and closed, and text and attributes escaped, by `markup` alone. The style sheet is named by its
//! hash in the content security policy, so that no other style and no script ever runs.

mod axis;
mod board;
mod diplomacy;
mod evidence;
mod head;
mod indicators;
mod markup;
mod tracks;
mod words;

use std::cmp::Reverse;
use std::collections::HashMap;

use saydo_facts::EventId;
use saydo_picture::{Cite, Picture};

use crate::quote::{Citations, newest};
use evidence::Used;
use markup::Markup;

/// As many findings of a sort are shown.
const MOST: usize = 60;
/// As many sentences of a finding are linked one by one.
const MOST_LINKS: usize = 8;

/// What all sections share.
struct Sheet<'p> {
    picture: &'p Picture,
    citations: &'p Citations,
    out: Markup,
    used: Used,
}

/// The picture as one HTML file.
pub fn html(picture: &Picture, citations: &Citations) -> String {
    let mut sheet = Sheet { picture, citations, out: Markup::default(), used: HashMap::new() };
    head::start(&mut sheet);
    head::mast(&mut sheet);
    sheet.out.open("main", &[]);
    head::facts(&mut sheet);
    head::contents(&mut sheet);
    head::changes(&mut sheet);
    tracks::write(&mut sheet);
    words::write(&mut sheet);
    words::priors(&mut sheet);
    board::posture(&mut sheet);
    board::warning(&mut sheet);
    diplomacy::write(&mut sheet);
    indicators::write(&mut sheet);
    head::apart(&mut sheet);
    evidence::write(&mut sheet);
    sheet.out.close("main");
    head::end(&mut sheet);
    sheet.out.done()
}

impl Sheet<'_> {
    /// A section with its heading.
    fn section(&mut self, id: &str, title: &str, about: &str) {
        self.out.open("section", &[("id", id), ("aria-labelledby", &format!("{id}-title"))]);
        self.out.leaf("h2", &[("id", &format!("{id}-title"))], title);
        if !about.is_empty() {
            self.out.leaf("p", &[("class", "about")], about);
        }
    }

    /// The id of a finding, which its links lead to.
    fn id(&mut self, id: &str) {
        self.out.leaf(
            "code",
            &[("class", "id"), ("id", &markup::anchor(id)), ("title", "saydo explain takes this")],
            id,
        );
    }

    /// Links to the sentences of a finding but the one that is quoted beside it.
    fn also(&mut self, cites: &[Cite], finding: &str) {
        let quoted = newest(cites, self.citations).map(|c| c.event);
        let others: Vec<Cite> = cites.iter().filter(|c| Some(c.event) != quoted).cloned().collect();
        if !others.is_empty() {
            self.out.text(" · also ");
            self.links(&others, finding);
        }
    }

    /// Links to the sentences of a finding, the newest first.
    fn links(&mut self, cites: &[Cite], finding: &str) {
        let mut cites: Vec<&Cite> = cites.iter().collect();
        cites.sort_by_key(|c| Reverse((c.published, c.event)));
        cites.dedup_by_key(|c| c.event);
        self.out.open("span", &[("class", "links")]);
        for cite in cites.iter().take(MOST_LINKS) {
            self.link(cite, finding, &cite.event.to_string());
        }
        let more = cites.len().saturating_sub(MOST_LINKS);
        if more > 0 {
            self.out.leaf("span", &[("class", "quiet")], &format!(" and {more} more in the JSON form"));
        }
        self.out.close("span");
    }

    /// A link to a sentence, which from now on is among the evidence.
    fn link(&mut self, cite: &Cite, finding: &str, text: &str) {
        self.used(cite, finding);
        self.out.leaf("a", &[("href", &format!("#e-{}", cite.event)), ("class", "ref")], text);
    }

    /// Notes that a finding rests on this sentence.
    fn used(&mut self, cite: &Cite, finding: &str) {
        let findings = &mut self.used.entry(cite.event).or_insert_with(|| (cite.clone(), Vec::new())).1;
        if !findings.iter().any(|f| f == finding) {
            findings.push(finding.to_owned());
        }
    }

    /// How many were left out.
    fn more(&mut self, n: usize) {
        if n > 0 {
            let more = crate::day::grouped(n as u64);
            self.out.leaf(
                "p",
                &[("class", "quiet")],
                &format!("… and {more} more in the JSON form (saydo picture --format json)"),
            );
        }
    }
}

/// The events that were linked, each with the findings that rest on it.
type Sentences = Vec<(EventId, Cite, Vec<String>)>;
