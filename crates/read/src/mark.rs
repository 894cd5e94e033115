//! The markers of Markdown that start a line or stand at the edges of a paragraph.

use saydo_text::{Byte, Span, Zone};

use crate::line::trimmed_of;

/// What a line of Markdown is; lengths are bytes of markers at its start.
pub(crate) enum Mark {
    /// Starts a block of code.
    Fence(Fence),
    /// Makes the line above a heading, or is a rule.
    Underline(Zone),
    /// Blank, or nothing to read: a rule, an image, a link's address, a tag.
    Nothing,
    /// A heading.
    Heading(Zone),
    /// A list item or table row, which starts a paragraph.
    Item(usize),
    /// A line of a quotation.
    Quote(usize),
    /// Anything else.
    Text,
}

/// The character that three or more of open and close a block of code.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) struct Fence(char);

impl Fence {
    fn of(line: &str) -> Option<Self> {
        ['`', '~'].into_iter().find(|&c| line.chars().take_while(|&d| d == c).count() >= 3).map(Self)
    }

    /// Whether `line` ends the code.
    pub(crate) fn is_closed_by(self, line: &str) -> bool {
        Self::of(line) == Some(self) && line.chars().all(|c| c == self.0)
    }
}

impl Mark {
    /// The mark of a trimmed line.
    pub(crate) fn of(line: &str) -> Self {
        if let Some(fence) = Fence::of(line) {
            return Self::Fence(fence);
        }
        let quote = line.len() - line.trim_start_matches(['>', ' ', '\t']).len();
        match line {
            _ if is_row_of(line, '=') => Self::Underline(Zone::Headline),
            _ if is_row_of(line, '-') => Self::Underline(Zone::Subheading),
            _ if is_unread(&line[quote..]) => Self::Nothing,
            _ if quote > 0 => Self::Quote(quote),
            _ => heading(line).or_else(|| item(line)).unwrap_or(Self::Text),
        }
    }
}

fn is_row_of(line: &str, mark: char) -> bool {
    line.len() >= 2 && line.chars().all(|c| c == mark)
}

fn is_unread(line: &str) -> bool {
    let rule = !line.is_empty() && line.chars().all(|c| matches!(c, '*' | '_' | '-' | '|' | ':' | ' '));
    let image = line.starts_with("![") || line.starts_with("[![");
    let address = line.starts_with('[') && line.contains("]: ");
    let tag = line.starts_with('<') && line.ends_with('>') && !line.starts_with("<http");
    line.is_empty() || rule || (image && line.ends_with([')', ']'])) || address || tag
}

fn heading(line: &str) -> Option<Mark> {
    let level = line.chars().take_while(|&c| c == '#').count();
    let after = &line[level..];
    let marked = (1..=6).contains(&level) && after.starts_with([' ', '\t']);
    marked.then_some(Mark::Heading(if level == 1 { Zone::Headline } else { Zone::Subheading }))
}

fn item(line: &str) -> Option<Mark> {
    if line.starts_with('|') {
        return Some(Mark::Item(1));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let marked = match digits {
        0 => line.starts_with(['-', '*', '+', '•']),
        1 | 2 => line[digits..].starts_with(['.', ')']),
        _ => false,
    };
    let length = digits + line[digits..].chars().next()?.len_utf8();
    (marked && line[length..].starts_with([' ', '\t'])).then_some(Mark::Item(length))
}

/// `paragraph` without the markers at its edges; one that is a single link, without the address.
pub(crate) fn inner(text: &str, paragraph: Span<Byte>) -> Span<Byte> {
    let bare = trimmed_of(text, paragraph, |c| c.is_whitespace() || matches!(c, '#' | '*' | '_' | '|'));
    let words = &text[bare.range()];
    match words.strip_prefix('[').and_then(|rest| rest.split_once("](")) {
        Some((label, address)) if address.find(')') == Some(address.len() - 1) => {
            Span::new(bare.start + 1, bare.start + 1 + label.len())
        }
        _ => bare,
    }
}
