//! What a finding rests on: its rule in words, then every sentence behind it with all that is known of it.

use saydo_facts::Citation;
use saydo_picture::Cite;

use crate::look::{Look, PLAIN, QUIET, STRONG, WHO};
use crate::page::{Page, sentence};
use crate::quote::{Citations, Part, pieces};
use crate::rich::Rich;
use crate::{day, names, tell};

const BELOW: &str = "   ";

/// A finding as it is explained.
#[derive(Clone, Copy, Debug)]
pub struct Explained<'a> {
    /// Its id.
    pub id: &'a str,
    /// The finding in a sentence.
    pub title: &'a str,
    /// The rule's name; empty for a sentence, which no rule made.
    pub rule: &'a str,
    /// The rule in words.
    pub because: &'a str,
    /// The events that it rests on, in the order in which they are to be told.
    pub cites: &'a [Cite],
}

/// The finding, its rule, and each piece of evidence down to the offsets and the versions that read it.
pub fn explain(finding: &Explained<'_>, citations: &Citations, look: Look) -> String {
    let mut page = Page::new(look);
    page.rule(finding.id);
    page.row("", "", &Rich::of(STRONG, &tell::capital(&names::plain(finding.title))), None);
    if !finding.rule.is_empty() {
        page.gap();
        let rule = Rich::of(QUIET, "Rule ").and(STRONG, finding.rule).and(QUIET, ": ");
        page.row("", "  ", &rule.and(PLAIN, finding.because), None);
    }
    page.heading(&resting(finding.cites.len()), "", None);
    for (n, cite) in finding.cites.iter().enumerate() {
        page.gap();
        piece(n + 1, cite, citations.get(&cite.event), &mut page);
    }
    page.done()
}

fn resting(n: usize) -> String {
    match n {
        0 => "It rests on no sentence".to_owned(),
        n => format!("It rests on {}", day::count(n, "sentence", "sentences")),
    }
}

fn piece(n: usize, cite: &Cite, citation: Option<&Citation>, page: &mut Page) {
    let id = cite.event.to_string();
    let voice = Rich::of(QUIET, &format!("{n}.")).and(WHO, &format!(" {}", names::party(&cite.voice)));
    let voice = voice.and(PLAIN, &format!(", published {}", day::short(cite.published)));
    page.row("", BELOW, &voice, Some(&id));
    match citation {
        Some(citation) => from(citation, page),
        None => page.note(BELOW, "The sentence is not at hand: its report is no longer in the ledger."),
    }
}

fn from(citation: &Citation, page: &mut Page) {
    page.row(BELOW, BELOW, &sentence(citation, page.look), None);
    fact("speaker", citation.speaker.as_deref().unwrap_or("the publisher's own voice"), page);
    let place = format!("code points {} to {} of the text", citation.at.start, citation.at.end);
    fact("sentence", &place, page);
    if let Some(trigger) = trigger(citation) {
        fact("trigger", &trigger, page);
    }
    let publisher = citation.publisher.as_deref().unwrap_or("not named");
    fact("publisher", &format!("{publisher}; counts as {}", citation.family), page);
    let day = citation.published.map_or("day not told".to_owned(), day::long);
    fact("published", &day, page);
    for (what, told) in [("title", &citation.title), ("url", &citation.url)] {
        if let Some(told) = told {
            fact(what, told, page);
        }
    }
    fact("report", &format!("{}, SHA-256 {}", citation.report, citation.sha256), page);
    fact("read by", &citation.read_by, page);
}

/// The words that tell the event, and which code points of the sentence they are.
fn trigger(citation: &Citation) -> Option<String> {
    let mut at = 0;
    for (part, text) in pieces(citation) {
        let end = at + text.chars().count();
        if part == Part::Trigger {
            return Some(format!("{text} (code points {at} to {end} of the sentence)"));
        }
        at = end;
    }
    None
}

fn fact(what: &str, told: &str, page: &mut Page) {
    let first = format!("{BELOW}{}  ", page.look.paint(QUIET, &format!("{what:<9}")));
    page.hanging(&first, BELOW.len() + 11, &Rich::of(PLAIN, told));
}
