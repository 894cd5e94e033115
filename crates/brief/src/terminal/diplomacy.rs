//! Proposals and their answers, talks, readiness, refusals, demands.

use saydo_picture::{Cite, Demand, Picture};

use crate::look::{DOUBT, PLAIN, STRONG};
use crate::page::Page;
use crate::quote::{Citations, newest};
use crate::rich::Rich;
use crate::tell;

/// As many of each are shown.
const MOST: usize = 4;

/// Writes diplomacy; only the heading where there is none.
pub(super) fn write(picture: &Picture, citations: &Citations, page: &mut Page) {
    let diplomacy = &picture.diplomacy;
    let now = picture.as_of;
    let none = diplomacy.proposals.is_empty()
        && diplomacy.talks.is_empty()
        && [&diplomacy.readiness, &diplomacy.refusals, &diplomacy.demands].iter().all(|list| list.is_empty());
    page.heading("Diplomacy", if none { "no report tells of any" } else { "" }, None);
    for proposal in diplomacy.proposals.iter().take(MOST) {
        let style = if proposal.answered.is_some() { PLAIN } else { DOUBT };
        page.row("  ", "    ", &Rich::of(style, &tell::proposal(proposal, now)), Some(&proposal.id));
        quote(if proposal.answers.is_empty() { &proposal.cites } else { &proposal.answers }, citations, page);
    }
    page.more("    ", diplomacy.proposals.len().saturating_sub(MOST));
    for talk in diplomacy.talks.iter().take(MOST) {
        let rich = Rich::of(STRONG, "talks ").and(PLAIN, &tell::talk(talk, now));
        page.row("  ", "    ", &rich, Some(&talk.id));
    }
    page.more("    ", diplomacy.talks.len().saturating_sub(MOST));
    let lists = [
        ("ready to talk: ", &diplomacy.readiness),
        ("refuses: ", &diplomacy.refusals),
        ("demands: ", &diplomacy.demands),
    ];
    for (what, list) in lists {
        demands(what, list, picture, citations, page);
    }
}

fn demands(what: &str, list: &[Demand], picture: &Picture, citations: &Citations, page: &mut Page) {
    for (n, demand) in list.iter().take(MOST).enumerate() {
        let rich = Rich::of(STRONG, what).and(PLAIN, &tell::demand(demand, picture.as_of));
        page.row("  ", "    ", &rich, Some(&demand.id));
        if n == 0 {
            quote(&demand.cites, citations, page);
        }
    }
    page.more("    ", list.len().saturating_sub(MOST));
}

fn quote(cites: &[Cite], citations: &Citations, page: &mut Page) {
    if let Some(cite) = newest(cites, citations) {
        page.quote("    ", cite, citations);
    }
}
