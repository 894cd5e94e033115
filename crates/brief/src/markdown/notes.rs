//! Footnotes: each sentence once, numbered in the order in which it is first referred to.

use std::collections::HashMap;

use saydo_facts::EventId;
use saydo_picture::Cite;

use super::escape::{code, escape};
use crate::day;
use crate::quote::{Citations, Part, outlet, pieces};
use crate::url::address;

/// The footnotes so far.
#[derive(Default)]
pub(super) struct Notes {
    numbers: HashMap<EventId, usize>,
    cites: Vec<Cite>,
}

impl Notes {
    /// The mark that leads to the footnote of this event.
    pub(super) fn of(&mut self, cite: &Cite) -> String {
        let next = self.cites.len() + 1;
        let number = *self.numbers.entry(cite.event).or_insert(next);
        if number == next {
            self.cites.push(cite.clone());
        }
        format!("[^{number}]")
    }

    /// All footnotes.
    pub(super) fn list(&self, citations: &Citations) -> Vec<String> {
        let note = |(n, cite): (usize, &Cite)| format!("[^{}]: {}", n + 1, source(cite, citations));
        self.cites.iter().enumerate().map(note).collect()
    }
}

/// The sentence with its trigger in bold type, and where it was published.
pub(super) fn quote(cite: &Cite, citations: &Citations) -> String {
    let citation = citations.get(&cite.event);
    let from = format!("{}, {}", escape(outlet(cite, citation)), day::short(cite.published));
    let Some(citation) = citation else { return format!("(the sentence is not at hand) — {from}") };
    let mut said = String::new();
    for (part, text) in pieces(citation) {
        said.push_str(&between_blanks(text, |text| match part {
            Part::Trigger => format!("**{}**", escape(text)),
            Part::Plain | Part::Speaker => escape(text),
        }));
    }
    format!("“{}” — {from}", said.trim())
}

/// `text` told by `tell`, with a blank on each side that has one: marks of emphasis must touch their words.
fn between_blanks(text: &str, tell: impl Fn(&str) -> String) -> String {
    let blank = |ends: bool| if ends { " " } else { "" };
    let (left, right) = (text.starts_with(char::is_whitespace), text.ends_with(char::is_whitespace));
    match text.trim() {
        "" => blank(left).to_owned(),
        inner => format!("{}{}{}", blank(left), tell(inner), blank(right)),
    }
}

fn source(cite: &Cite, citations: &Citations) -> String {
    let url = citations.get(&cite.event).and_then(|c| c.url.as_deref());
    let link = match (address(url), url) {
        (Some(address), _) => {
            format!(" [{}](<{}>)", escape(&address.host), address.href.replace('&', "&amp;"))
        }
        (None, Some(url)) => format!(" (address not followed: {})", escape(url)),
        (None, None) => String::new(),
    };
    format!("{}.{link} {}", quote(cite, citations), code(&cite.event.to_string()))
}
