//! The watch, the day, the answer and the three facts that carry it.

use anstyle::Style;
use saydo_picture::{Fact, Picture, Verdict};

use crate::look::{BAD, DOUBT, GOOD, PLAIN, QUIET};
use crate::page::Page;
use crate::quote::{Citations, newest};
use crate::rich::Rich;
use crate::{day, names, tell};

/// Below a fact.
const BELOW: &str = "     ";

/// Writes the head of the page.
pub(super) fn write(picture: &Picture, citations: &Citations, page: &mut Page) {
    page.rule(
        &format!("{} · {}", picture.watch, day::long(picture.as_of)).replace('·', page.look.sign("·", "|")),
    );
    let about = format!("{}, {}", names::party(&picture.subject), tell::covers(picture));
    page.note("", &tell::capital(&about));
    page.gap();
    let headline = &picture.headline;
    let answer = Rich::of(style(headline.verdict), &tell::verdict(headline.verdict));
    page.row("", "", &answer, Some(&headline.id));
    if picture.measures.coverage_fell {
        page.row("! ", "  ", &Rich::of(DOUBT, &tell::coverage(&picture.measures)), Some("coverage"));
    }
    if let Some(told) = tell::old(&picture.sources) {
        page.row("! ", "  ", &Rich::of(DOUBT, &told), Some("coverage"));
    }
    for (n, fact) in headline.facts.iter().enumerate() {
        page.gap();
        write_fact(n + 1, fact, citations, page);
    }
}

fn style(verdict: Verdict) -> Style {
    match verdict {
        Verdict::BuildingUp | Verdict::SaidNotSeen => BAD,
        Verdict::Easing { .. } => GOOD.bold(),
        Verdict::Unchanged { .. } | Verdict::Mixed => DOUBT.bold(),
        Verdict::TooLittle => QUIET,
    }
}

fn write_fact(n: usize, fact: &Fact, citations: &Citations, page: &mut Page) {
    page.row(&format!("{n:>2}. "), "    ", &Rich::of(PLAIN, &tell::fact(fact)), Some(&fact.finding));
    if let Some(cite) = newest(&fact.cites, citations) {
        page.quote(BELOW, cite, citations);
    }
}
