//! What a paragraph looks like on its own: a sentence, a title, a credit, or none of these.

use crate::dateline::{dateline, is_day};
use crate::line::{is_within, start_of, starts_high};

/// A headline has no more characters than this; a paragraph with more is taken for sentences.
const TITLE: usize = 150;
/// A title inside a report is shorter.
const SUBHEADING: usize = 80;
/// A caption with its credit is no longer than this.
const CAPTION: usize = 300;

/// What opens a caption or credit, in lower case; after a blank a name or a year must follow.
#[rustfmt::skip]
const CREDITS: [&str; 29] = [
    "image copyright", "image caption", "image source", "image:", "images:", "photo:", "photos:", "picture:",
    "pictures:", "photograph:", "caption:", "credit:", "photo credit:", "image credit:", "picture credit:",
    "photo by ", "photograph by ", "picture by ", "image by ", "photo courtesy", "image courtesy",
    "file photo", "file image", "reuters/", "ap photo", "afp photo", "reporting by ", "editing by ", "© ",
];

/// What stands near the end of a caption.
const AGENCIES: [&str; 6] = ["REUTERS/", "AP Photo", "/Getty Images", "via Getty", "/AFP", "AFP PHOTO"];

/// The outward look of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shape {
    /// A caption, a byline or another credit.
    Credit,
    /// Short, opening like a title, and without a sentence's end.
    Title,
    /// Ends like a sentence, or is long.
    Sentence,
    /// A list item, a line that announces the next, a day, a contact.
    Other,
}

impl Shape {
    /// The shape of a trimmed paragraph.
    pub(crate) fn of(paragraph: &str) -> Self {
        if is_within(paragraph, CAPTION) && (is_credit(paragraph) || is_byline(paragraph)) {
            Self::Credit
        } else if ends_sentence(paragraph) || !is_within(paragraph, TITLE) {
            Self::Sentence
        } else if is_title(paragraph) {
            Self::Title
        } else {
            Self::Other
        }
    }
}

/// Whether `title` is short enough to stand inside a report.
pub(crate) fn is_short(title: &str) -> bool {
    is_within(title, SUBHEADING) && !title.starts_with(|c: char| c.is_numeric())
}

fn is_credit(paragraph: &str) -> bool {
    let bare = paragraph.trim_start_matches(['(', '[', '|']);
    let start = start_of(bare, 20).to_lowercase();
    CREDITS.iter().any(|credit| start.starts_with(credit) && names(bare, &start, credit))
        || is_signed(paragraph)
}

/// "Photo by Ann Lee" credits somebody; "Photo by photo, they …" and "File photos show …" do not.
fn names(bare: &str, start: &str, credit: &str) -> bool {
    let name = || bare.split_whitespace().nth(credit.split_whitespace().count()).unwrap_or_default();
    match credit.chars().last() {
        Some(' ') => name().starts_with(|c: char| c.is_uppercase() || c.is_numeric()),
        Some(':' | '/') => true,
        _ => !start[credit.len()..].starts_with(char::is_alphabetic),
    }
}

fn is_signed(paragraph: &str) -> bool {
    let agency = AGENCIES.iter().filter_map(|agency| paragraph.rfind(agency)).max();
    agency.is_some_and(|at| is_within(&paragraph[at..], 40))
}

/// "By Ann Lee and Bob Ray".
fn is_byline(paragraph: &str) -> bool {
    let mut words = paragraph.split_whitespace();
    let by = words.next().is_some_and(|by| by.eq_ignore_ascii_case("by"));
    let names: Vec<_> = words.take(13).collect();
    by && (2..13).contains(&names.len())
        && !paragraph.ends_with('.')
        && names.iter().all(|name| starts_high(name) || matches!(*name, "and" | "de" | "van" | "von"))
}

/// Whether a paragraph ends as sentences do, whatever quotes or brackets close after that.
pub(crate) fn ends_sentence(paragraph: &str) -> bool {
    bare_end(paragraph).ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।'])
}

fn bare_end(paragraph: &str) -> &str {
    paragraph.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', '*', '_'])
}

fn is_title(paragraph: &str) -> bool {
    let opening = paragraph.trim_start_matches(['"', '\'', '“', '‘', '«']);
    let opens = opening.starts_with(|c: char| c.is_uppercase() || c.is_numeric()) && !is_item(opening);
    let closes = !bare_end(paragraph).ends_with([':', ';', ',', '-', '–', '—']);
    let plain = !paragraph.contains("://") && !paragraph.contains('@');
    opens && closes && plain && !is_day(paragraph) && dateline(paragraph).is_none()
}

/// "1. …" and "2) …".
fn is_item(line: &str) -> bool {
    let after = line.trim_start_matches(|c: char| c.is_ascii_digit());
    after.len() < line.len() && after.starts_with(['.', ')'])
}
