//! Proposals with the days that they wait, talks, and where parties stand towards each other.

use saydo_picture::{Cite, Demand, Proposal, Talk};

use super::Sheet;
use super::evidence::quote;
use crate::quote::newest;
use crate::{day, tell};

/// As many of each sort are shown.
const MOST: usize = 12;

/// Writes the section.
pub(super) fn write(sheet: &mut Sheet<'_>) {
    let diplomacy = &sheet.picture.diplomacy;
    sheet.section("diplomacy", "Diplomacy", "");
    let stands = [
        ("Ready to talk", diplomacy.readiness.as_slice()),
        ("Refuses", diplomacy.refusals.as_slice()),
        ("Demands", diplomacy.demands.as_slice()),
    ];
    if diplomacy.proposals.is_empty()
        && diplomacy.talks.is_empty()
        && stands.iter().all(|(_, l)| l.is_empty())
    {
        sheet.out.leaf("p", &[("class", "finding")], "No report tells of any.");
    }
    if !diplomacy.proposals.is_empty() {
        sheet.out.leaf("h3", &[], "Proposals and answers");
        sheet.out.open("div", &[("class", "tiles")]);
        for proposal in diplomacy.proposals.iter().take(MOST) {
            write_proposal(proposal, sheet);
        }
        sheet.out.close("div");
        sheet.more(diplomacy.proposals.len().saturating_sub(MOST));
    }
    sheet.out.open("div", &[("class", "columns")]);
    talks(&diplomacy.talks, sheet);
    for (title, list) in stands {
        stand(title, list, sheet);
    }
    sheet.out.close("div");
    sheet.out.close("section");
}

fn write_proposal(proposal: &Proposal, sheet: &mut Sheet<'_>) {
    sheet.out.open("div", &[("class", "tile")]);
    if let Some(days) = proposal.days_unanswered {
        sheet.out.open("p", &[("class", "big")]);
        sheet.out.leaf("strong", &[], &day::grouped(u64::from(days)));
        sheet.out.text(if days == 1 { " day unanswered" } else { " days unanswered" });
        sheet.out.close("p");
    } else {
        sheet.out.leaf(
            "p",
            &[("class", "big")],
            if proposal.answered.is_some() { "answered" } else { "no answer told of" },
        );
    }
    sheet.out.leaf("p", &[("dir", "auto")], &tell::proposal(proposal, sheet.picture.as_of));
    for cites in [&proposal.cites, &proposal.answers] {
        if let Some(cite) = newest(cites, sheet.citations) {
            quote(cite, &proposal.id, sheet);
        }
    }
    sheet.id(&proposal.id);
    sheet.out.close("div");
}

fn talks(talks: &[Talk], sheet: &mut Sheet<'_>) {
    let told = |talk: &Talk, sheet: &Sheet<'_>| tell::talk(talk, sheet.picture.as_of);
    list("Talks", talks, |t| (&t.id, &t.cites), told, sheet);
}

fn stand(title: &str, stands: &[Demand], sheet: &mut Sheet<'_>) {
    let told = |stand: &Demand, sheet: &Sheet<'_>| tell::demand(stand, sheet.picture.as_of);
    list(title, stands, |d| (&d.id, &d.cites), told, sheet);
}

fn list<T>(
    title: &str,
    all: &[T],
    parts: impl Fn(&T) -> (&String, &Vec<Cite>),
    told: impl Fn(&T, &Sheet<'_>) -> String,
    sheet: &mut Sheet<'_>,
) {
    if all.is_empty() {
        return;
    }
    sheet.out.open("div", &[]);
    sheet.out.leaf("h3", &[], title);
    sheet.out.open("ul", &[("class", "plain")]);
    for one in all.iter().take(MOST) {
        let (id, cites) = parts(one);
        sheet.out.open("li", &[]);
        sheet.out.leaf("bdi", &[], &tell::capital(&told(one, sheet)));
        sheet.out.text(" ");
        sheet.links(cites, id);
        sheet.out.text(" ");
        sheet.id(id);
        sheet.out.close("li");
    }
    sheet.out.close("ul");
    sheet.more(all.len().saturating_sub(MOST));
    sheet.out.close("div");
}
