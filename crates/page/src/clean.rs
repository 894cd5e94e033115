//! Paragraphs as they stand in a page to the blocks of the report.

use std::collections::HashSet;

use saydo_text::Zone;

use crate::boiler::{closes, is_boiler, is_forum};
use crate::page::Block;
use crate::walk::{Form, Found};
use crate::words::{ends_sentence, is_within, letters, low};

/// A paragraph with fewer letters than this, in bytes, may stand in a report twice.
const COPY: usize = 30;
/// A title inside a report has no more characters than this.
const TITLE: usize = 120;
/// A report with comments has this much text before them, in bytes.
const FIRST: usize = 200;

/// What is known of the article from elsewhere.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Known<'k> {
    /// Its headline: no paragraph repeats it.
    pub(crate) headline: Option<&'k str>,
    /// Who wrote it: the last paragraphs may tell who they are.
    pub(crate) bylines: &'k [String],
}

/// The blocks of the report in `found`: without wording of the page, without copies, each in its zone.
pub(crate) fn clean(found: Vec<Found>, known: Known<'_>) -> Vec<Block> {
    let found = until_closed(found);
    let found = without_lists_of_links(until_end_mark(found));
    let count = found.len();
    let is_end = |at: usize| at + 4 > count;
    let kept = found.into_iter().enumerate().filter(|(at, found)| {
        !(is_boiler(found) || is_lone_link(found) || (is_end(*at) && is_about(found, known.bylines)))
    });
    let kept: Vec<Found> = kept.map(|(_, found)| found).filter(|found| !is_title(found, known)).collect();
    zoned(without_copies(kept))
}

/// A paragraph that only leads elsewhere; a title may be a link, and so may a caption.
fn is_lone_link(found: &Found) -> bool {
    let half = found.linked * 5 >= found.text.len() * 2
        && !ends_sentence(&found.text)
        && is_within(&found.text, 140);
    matches!(found.form, Form::Paragraph | Form::Quote)
        && (half || found.is_link() && is_within(&found.text, 200))
}

fn is_title(found: &Found, known: Known<'_>) -> bool {
    let headline = known.headline.filter(|_| is_within(&found.text, 300) && found.form != Form::Caption);
    headline.is_some_and(|known| letters(known) == letters(&found.text))
}

/// All but what titles announce that end the report, or interrupt it: up to the end of the element that holds the
/// title, or where that is the whole, up to the next title or paragraph of the report.
fn until_closed(found: Vec<Found>) -> Vec<Found> {
    let last = found.iter().map(|found| found.until).max().unwrap_or(0);
    let whole: usize = found.iter().map(|found| found.text.len()).sum();
    let mut kept = Vec::with_capacity(found.len());
    let (mut before, mut end, mut open) = (0, 0, true);
    for paragraph in found {
        before += paragraph.text.len();
        if titles(&paragraph) && paragraph.at >= end {
            let shut = closes(&paragraph.text);
            let outermost = paragraph.until >= last;
            let late = before * 2 > whole || (is_forum(&paragraph.text) && before > FIRST);
            if shut && outermost && late {
                break;
            }
            (open, end) = (!shut || !outermost, if shut && !outermost { paragraph.until } else { 0 });
        }
        open |= is_prose(&paragraph);
        if open && paragraph.at >= end {
            kept.push(paragraph);
        }
    }
    kept
}

/// All before the mark with which releases and wire reports end.
fn until_end_mark(mut found: Vec<Found>) -> Vec<Found> {
    let is_end = |found: &Found| {
        matches!(
            found.text.to_ascii_lowercase().as_str(),
            "###" | "# # #" | "-30-" | "-ends-" | "- ends -" | "ends" | "[ends]" | "(ends)"
        )
    };
    if let Some(end) = found.iter().position(is_end).filter(|end| found[..*end].iter().any(is_prose)) {
        found.truncate(end);
    }
    found
}

/// Whether the paragraph is one of a report.
fn is_prose(found: &Found) -> bool {
    found.form == Form::Paragraph
        && found.text.len() > 60
        && ends_sentence(&found.text)
        && found.linked * 3 < found.text.len()
}

fn titles(found: &Found) -> bool {
    matches!(found.form, Form::Heading(_)) || (is_within(&found.text, 60) && !ends_sentence(&found.text))
}

/// Rows of items that are all links, with the title above them.
fn without_lists_of_links(found: Vec<Found>) -> Vec<Found> {
    let is_item = |found: &Found| found.form == Form::Item;
    let mut kept: Vec<Found> = Vec::with_capacity(found.len());
    let mut rest = found.into_iter().peekable();
    while let Some(first) = rest.next() {
        if !is_item(&first) {
            kept.push(first);
            continue;
        }
        let mut row = vec![first];
        while let Some(next) = rest.next_if(is_item) {
            row.push(next);
        }
        let links = row.iter().filter(|found| found.is_link()).count();
        if links * 3 < row.len() * 2 {
            kept.extend(row);
        } else if kept.last().is_some_and(|last| titles(last) && last.text.ends_with(':')) {
            kept.pop();
        }
    }
    kept
}

/// "Ann Lee is a reporter who covers …", at the end.
fn is_about(found: &Found, bylines: &[String]) -> bool {
    let work = [
        "reporter",
        "correspondent",
        "journalist",
        "editor",
        "writer",
        "columnist",
        "covers ",
        "covering",
        "professor",
        "author",
        "fellow",
        "analyst",
        "freelance",
        "contributor",
        "follow ",
        "producer",
    ];
    let named = bylines.iter().any(|name| found.text.starts_with(name.as_str()));
    let is = [" is a ", " is an ", " is the ", " covers ", " has covered ", " writes ", " reports on "];
    let is = is.iter().any(|is| found.text.contains(is));
    let low = low(&found.text, 400);
    named && is && work.iter().any(|work| low.contains(work)) && is_within(&found.text, 600)
}

/// Each paragraph once; a quotation set apart that the text holds too is left out.
fn without_copies(found: Vec<Found>) -> Vec<Found> {
    let prose: Vec<String> = found.iter().map(|found| letters(&found.text)).collect();
    let paragraphs = found.iter().zip(&prose).filter(|(found, _)| found.form == Form::Paragraph);
    let whole = paragraphs.map(|(_, letters)| letters.as_str()).collect::<Vec<_>>().join(
        "
",
    );
    let mut seen: HashSet<String> = HashSet::new();
    let mut budget = 64;
    let mut is_new = |(found, letters): &(Found, String)| {
        let quoted = found.form == Form::Quote && letters.len() > 8 && budget > 0 && {
            budget -= 1;
            whole.contains(letters.as_str())
        };
        !quoted && (letters.len() < COPY || seen.insert(letters.clone()))
    };
    found.into_iter().zip(prose).filter(|pair| is_new(pair)).map(|(found, _)| found).collect()
}

/// The paragraphs with their zones; a title must have text below it.
fn zoned(found: Vec<Found>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::with_capacity(found.len());
    for found in found {
        let zone = zone(&found);
        blocks.push(Block { zone, text: found.text });
    }
    let titled = |blocks: &[Block]| blocks.last().is_some_and(|last| last.zone == Zone::Subheading);
    while titled(&blocks) {
        blocks.pop();
    }
    blocks
}

fn zone(found: &Found) -> Zone {
    let bold = found.strong * 100 >= found.text.len() * 95 && !ends_sentence(&found.text);
    match found.form {
        Form::Caption => Zone::Caption,
        Form::Heading(_) if is_within(&found.text, 2 * TITLE) => Zone::Subheading,
        Form::Paragraph if bold && is_within(&found.text, TITLE) && !found.text.ends_with(':') => {
            Zone::Subheading
        }
        _ if is_credit(&found.text) => Zone::Caption,
        _ => Zone::Body,
    }
}

/// "(Photo: Ann Lee)".
fn is_credit(text: &str) -> bool {
    let start = low(text, 40);
    let start = start.trim_start_matches(['(', '[']);
    let opens = [
        "photo:",
        "photo by ",
        "image:",
        "image credit:",
        "photo credit:",
        "photograph:",
        "picture:",
        "image source",
        "image caption",
        "image copyright",
        "file photo",
    ];
    is_within(text, 300) && opens.iter().any(|words| start.starts_with(words))
}
