//! The running text with its statements marked.
//!
//! A source stands in ‹ ›, a content in ⟦ ⟧; sources, cues and contents carry the numbers of their statements.

use anstyle::Style;
use saydo_record::{Record, Sentence};

use super::marks::{Mark, Part, marks};
use super::wrap::{Word, wrap};
use crate::look::{CUE, Look, PLAIN, QUIET, STRONG, WHO};
use saydo_brief::clean::visible;

/// Writes the marked text.
pub(super) fn write(record: &Record, look: Look, out: &mut String) {
    let mut writer = Writer::new(record, look, out);
    let mut sentences = record.sentences.iter().peekable();
    let marks = marks(record);
    let mut marks = marks.iter().peekable();
    let mut gap = Gap::default();
    for (at, c) in record.text.chars().enumerate() {
        while sentences.next_if(|s| s.end <= at).is_some() {}
        let sentence = sentences.peek().copied();
        while let Some(mark) = marks.next_if(|m| m.at <= at) {
            writer.fill(if mark.opens { gap.take() } else { Gap::default() });
            writer.mark(mark);
        }
        if c.is_whitespace() {
            gap.widen(c, sentence.is_some_and(|s| s.start < at));
        } else {
            writer.fill(gap.take());
            let style = writer.style(sentence.filter(|s| s.start <= at));
            writer.word.push_str(style, visible(c).encode_utf8(&mut [0; 4]));
        }
    }
    marks.for_each(|mark| writer.mark(mark));
    writer.end_line();
}

/// White space between two words.
#[derive(Clone, Copy, Default)]
struct Gap {
    blank: bool,
    lines: usize,
    /// Whether a sentence goes on over it.
    inside: bool,
}

impl Gap {
    fn widen(&mut self, c: char, inside: bool) {
        self.blank = true;
        self.lines += usize::from(c == '\n');
        self.inside = inside;
    }

    fn take(&mut self) -> Self {
        std::mem::take(self)
    }
}

struct Writer<'o> {
    look: Look,
    out: &'o mut String,
    line: Vec<Word>,
    word: Word,
    /// How many contents, sources and cues are open.
    open: [usize; 3],
    /// How many line ends stand between two paragraphs.
    apart: usize,
}

impl<'o> Writer<'o> {
    fn new(record: &Record, look: Look, out: &'o mut String) -> Self {
        let has_empty_lines = record.text.trim().lines().any(|line| line.trim().is_empty());
        let apart = if has_empty_lines { 2 } else { 1 };
        Self { look, out, line: Vec::new(), word: Word::default(), open: [0; 3], apart }
    }

    /// Ends a word, a line or a paragraph, as the white space does. A line that breaks inside a sentence is filled up.
    fn fill(&mut self, gap: Gap) {
        if gap.blank {
            self.end_word();
        }
        let ends_line = gap.lines > 1 || (gap.lines == 1 && !gap.inside);
        if ends_line {
            self.end_line();
        }
        if ends_line && gap.lines >= self.apart && !self.out.ends_with("\n\n") {
            self.out.push('\n');
        }
    }

    fn end_word(&mut self) {
        if !self.word.is_empty() {
            self.line.push(std::mem::take(&mut self.word));
        }
    }

    fn end_line(&mut self) {
        self.end_word();
        if !self.line.is_empty() {
            wrap(&std::mem::take(&mut self.line), "  ", "  ", self.look, self.out);
        }
    }

    fn mark(&mut self, mark: &Mark) {
        let open = &mut self.open[mark.part as usize];
        *open = if mark.opens { *open + 1 } else { open.saturating_sub(1) };
        let numbers = superscript(&mark.statements);
        let (style, sign) = match (mark.part, mark.opens) {
            (Part::Content, true) => (QUIET, format!("⟦{numbers}")),
            (Part::Content, false) if mark.crowded => (QUIET, format!("⟧{numbers}")),
            (Part::Content, false) => (QUIET, "⟧".to_owned()),
            (Part::Source, true) => (WHO, "‹".to_owned()),
            (Part::Source, false) => (WHO, format!("›{numbers}")),
            (Part::Cue, true) => return,
            (Part::Cue, false) => (CUE, numbers),
        };
        self.word.push_str(style, &sign);
    }

    fn style(&self, sentence: Option<&Sentence>) -> Style {
        let [_, sources, cues] = self.open;
        // What stands outside all sentences is markup.
        match sentence.map_or("markup", |s| s.zone.as_str()) {
            _ if cues > 0 => CUE,
            _ if sources > 0 => WHO,
            "headline" | "subheading" => STRONG,
            "dateline" | "caption" | "markup" => QUIET,
            _ => PLAIN,
        }
    }
}

/// Numbers in small raised digits.
fn superscript(numbers: &[usize]) -> String {
    const DIGITS: [char; 10] = ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'];
    let numbers: Vec<String> = numbers.iter().map(ToString::to_string).collect();
    let raise = |c: char| c.to_digit(10).map_or('·', |d| DIGITS[d as usize]);
    numbers.join(",").chars().map(raise).collect()
}
