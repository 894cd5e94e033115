//! Markdown: the markup stays in the text; the zones hold what a reader of the page would read.

use saydo_text::{Byte, Report, Span, Zone};

use crate::encoding::decode;
use crate::line::{is_within, lines, trimmed};
use crate::mark::{Fence, Mark, inner};
use crate::matter;
use crate::report::finish;
use crate::role::{Piece, assign};

/// A line underlined into a heading has no more characters than this.
const HEADING: usize = 150;

/// Reads `bytes` as one report named `id`.
///
/// Front matter gives the title, publisher, URL and publication time (`title`, `publisher`, `url`, `date` or
/// `published`). It lies in no zone, nor do code, images, rules and the markers at the edges of a paragraph; markup
/// inside a paragraph stays in its zone.
///
/// ```
/// let report = saydo_read::markdown("note", b"---\ndate: 2022-02-16\n---\n# No pull-back seen\n\nNATO said so.\n");
/// assert_eq!(report.published.as_deref(), Some("2022-02-16"));
/// assert_eq!(report.zones[0].span.of(&report.text), Some("No pull-back seen"));
/// ```
pub fn markdown(id: &str, bytes: &[u8]) -> Report {
    let decoded = decode(bytes);
    let mut report =
        Report { id: id.to_owned(), text: decoded.text, problems: decoded.problems, ..Report::default() };
    let start = matter::take(&mut report);
    let blocks = blocks(&report.text, start);
    let title = report.title.as_deref().or(blocks.headed.then_some(""));
    let zones = assign(&report.text, &blocks.pieces, title);
    finish(report, zones)
}

fn blocks(text: &str, start: usize) -> Blocks<'_> {
    let mut blocks =
        Blocks { text, pieces: Vec::new(), open: None, quoted: false, fence: None, headed: false };
    for line in lines(&text[start..]) {
        blocks.add(trimmed(text, Span::new(start + line.start, start + line.end)));
    }
    blocks.close(None);
    blocks
}

/// The paragraphs so far, and the one that may go on.
struct Blocks<'a> {
    text: &'a str,
    pieces: Vec<Piece>,
    open: Option<Span<Byte>>,
    quoted: bool,
    fence: Option<Fence>,
    headed: bool,
}

impl Blocks<'_> {
    fn add(&mut self, line: Span<Byte>) {
        let words = &self.text[line.range()];
        if let Some(fence) = self.fence {
            self.fence = (!fence.is_closed_by(words)).then_some(fence);
            return;
        }
        match Mark::of(words) {
            Mark::Fence(fence) => {
                self.close(None);
                self.fence = Some(fence);
            }
            Mark::Underline(zone) => self.underline(zone),
            Mark::Nothing => self.close(None),
            Mark::Heading(zone) => {
                self.open_at(line, false);
                self.close(Some(zone));
            }
            Mark::Item(length) => self.open_at(Span::new(line.start + length, line.end), false),
            Mark::Quote(length) => self.text(Span::new(line.start + length, line.end), true),
            Mark::Text => self.text(line, self.quoted),
        }
    }

    /// A line of text goes on with the open paragraph, unless a quotation starts with it.
    fn text(&mut self, line: Span<Byte>, quoted: bool) {
        match &mut self.open {
            Some(open) if self.quoted == quoted => open.end = line.end,
            _ => self.open_at(line, quoted),
        }
    }

    fn open_at(&mut self, line: Span<Byte>, quoted: bool) {
        self.close(None);
        self.open = Some(line);
        self.quoted = quoted;
    }

    /// A row of "=" or "-" makes a heading of the single short line above it; else it is a rule.
    fn underline(&mut self, zone: Zone) {
        let line = self.open.map(|open| &self.text[open.range()]);
        let short = line.is_some_and(|line| !line.contains('\n') && is_within(line, HEADING));
        self.close(short.then_some(zone));
    }

    /// Ends the open paragraph; only the first heading of the first level is the headline.
    fn close(&mut self, zone: Option<Zone>) {
        self.quoted = false;
        let Some(span) = self.open.take().map(|open| inner(self.text, open)).filter(|span| !span.is_empty())
        else {
            return;
        };
        let first = zone == Some(Zone::Headline) && !self.headed;
        self.headed |= first;
        let zone = zone.map(|_| if first { Zone::Headline } else { Zone::Subheading });
        self.pieces.push(Piece { span, zone });
    }
}
