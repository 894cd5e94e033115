//! A page of a terminal in the making: headings, rows that end with an id, quotes, and what was left out.

use saydo_facts::Citation;
use saydo_picture::Cite;

use crate::clean;
use crate::day;
use crate::look::{DEED, Look, PLAIN, QUIET, STRONG, WHO, width};
use crate::quote::{Citations, Part, outlet, pieces};
use crate::rich::Rich;

/// No row needs more lines than this.
const TALLEST: usize = 10;
/// A sentence is quoted as far as about so many columns.
const LONGEST: usize = 400;

/// Lines of text, all within the width of the look.
pub(crate) struct Page {
    /// How it looks.
    pub(crate) look: Look,
    out: String,
}

impl Page {
    /// An empty page.
    pub(crate) fn new(look: Look) -> Self {
        Self { look: look.usable(), out: String::new() }
    }

    /// All lines.
    pub(crate) fn done(self) -> String {
        self.out
    }

    /// An empty line.
    pub(crate) fn gap(&mut self) {
        self.out.push('\n');
    }

    /// A title on a rule across the page.
    pub(crate) fn rule(&mut self, title: &str) {
        let line = self.look.sign("─", "-");
        let title = shorten(&clean::line(title), self.look.width - 6, self.look.sign("…", "..."));
        let rest = line.repeat(self.look.width.saturating_sub(width(&title) + 4));
        let left = self.look.paint(QUIET, &line.repeat(2));
        let right = self.look.paint(QUIET, &rest);
        let title = self.look.paint(STRONG, &title);
        self.push(&format!("{left} {title} {right}"));
    }

    /// A section's heading, below an empty line.
    pub(crate) fn heading(&mut self, title: &str, legend: &str, id: Option<&str>) {
        self.gap();
        let legend = if legend.is_empty() { String::new() } else { format!(" ({legend})") };
        let rich = Rich::of(STRONG, title).and(QUIET, &legend);
        self.row("", "", &rich, id);
    }

    /// A row that starts with `first` and goes on below with `rest`, its id at the right; after [`TALLEST`] lines it is cut.
    pub(crate) fn row(&mut self, first: &str, rest: &str, rich: &Rich, id: Option<&str>) {
        let room = self.look.width.saturating_sub(width(first)).max(1);
        let below = self.look.width.saturating_sub(width(rest)).max(1);
        let id = id.map(quoted).unwrap_or_default();
        let taken = if id.is_empty() { 0 } else { width(&id) + 2 };
        let beside = taken <= room / 2;
        let lines = rich.lines(if beside { room - taken } else { room }, below, self.look);
        let cut = lines.len() > TALLEST;
        for (n, (line, used)) in lines.iter().take(TALLEST).enumerate() {
            let start = if n == 0 { first } else { rest };
            let end = if n == 0 && beside && taken > 0 {
                format!("{}{}", " ".repeat(room - used - width(&id)), self.look.paint(QUIET, &id))
            } else {
                String::new()
            };
            self.push(&format!("{start}{line}{end}"));
        }
        if cut {
            self.push(&format!("{rest}{}", self.look.sign("…", "...")));
        }
        if !beside {
            self.right(&id);
        }
    }

    /// A row whose painted start takes so many columns, the rest of it beside.
    pub(crate) fn hanging(&mut self, first: &str, taken: usize, rich: &Rich) {
        let room = self.look.width.saturating_sub(taken).max(1);
        for (n, (line, _)) in rich.lines(room, room, self.look).iter().enumerate() {
            self.push(&if n == 0 {
                format!("{first}{line}")
            } else {
                format!("{}{line}", " ".repeat(taken))
            });
        }
    }

    /// A row of a table: `first` is painted and `taken` columns wide; `tail` and the id stand beside it, or below it
    /// where the page is too narrow.
    pub(crate) fn table_row(&mut self, first: &str, taken: usize, tail: &str, id: &str) {
        let tail: String = tail.trim_end().chars().map(clean::visible).collect();
        let id = quoted(id);
        let (told, named) = (width(&tail), width(&id));
        let fits = |columns: usize| columns <= self.look.width;
        if fits(taken + told + if named > 0 { named + 2 } else { 0 }) {
            let gap = " ".repeat(self.look.width - taken - told - named);
            self.push(&format!("{first}{tail}{gap}{}", self.look.paint(QUIET, &id)));
            return;
        }
        if fits(taken + told) {
            self.push(&format!("{first}{tail}"));
        } else {
            self.push(first);
            let indent = "      ";
            self.row(indent, indent, &Rich::of(PLAIN, &tail), None);
        }
        if named > 0 {
            self.right(&id);
        }
    }

    /// An id on a line of its own, at the right where it fits.
    fn right(&mut self, id: &str) {
        let lines = Rich::of(QUIET, id).lines(self.look.width, self.look.width, self.look);
        for (line, used) in lines.into_iter().take(TALLEST) {
            self.push(&format!("{}{line}", " ".repeat(self.look.width - used)));
        }
    }

    /// A note that is there to help.
    pub(crate) fn note(&mut self, indent: &str, text: &str) {
        self.row(indent, indent, &Rich::of(QUIET, text), None);
    }

    /// How many were left out, and where they are.
    pub(crate) fn more(&mut self, indent: &str, n: usize) {
        if n > 0 {
            let dots = self.look.sign("…", "...");
            self.note(
                indent,
                &format!("{dots} and {} more (saydo picture --format json)", day::grouped(n as u64)),
            );
        }
    }

    /// The sentence behind an event with its trigger and speaker marked, and where it was published.
    pub(crate) fn quote(&mut self, indent: &str, cite: &Cite, citations: &Citations) {
        let citation = citations.get(&cite.event);
        let id = cite.event.to_string();
        let from = format!("{}, {}", outlet(cite, citation), day::short(cite.published));
        let said = match citation {
            Some(citation) => sentence(citation, self.look),
            None => Rich::of(QUIET, "(the sentence is not at hand)"),
        };
        let dash = self.look.sign("—", "--");
        self.row(indent, indent, &said.and(QUIET, &format!(" {dash} {from}")), Some(&id));
    }

    fn push(&mut self, line: &str) {
        self.out.push_str(line.trim_end());
        self.out.push('\n');
    }
}

/// An id as it can be given to a shell.
fn quoted(id: &str) -> String {
    let id = clean::line(id);
    if id.contains([' ', '\'', '"', '$', '`', '\\', '(', ')', '&', ';', '|', '<', '>', '*', '?', '!', '#']) {
        format!("'{}'", id.replace('\'', r"'\''"))
    } else {
        id
    }
}

/// The sentence in quotation marks, its trigger in angle marks.
pub(crate) fn sentence(citation: &Citation, look: Look) -> Rich {
    let (open, close) = (look.sign("“", "\""), look.sign("”", "\""));
    let (from, to) = (look.sign("«", "<<"), look.sign("»", ">>"));
    let mut rich = Rich::of(PLAIN, open);
    for (part, text) in excerpt(pieces(citation), look) {
        rich = match part {
            Part::Plain => rich.and(PLAIN, &text),
            Part::Speaker => rich.and(WHO, &text),
            Part::Trigger => rich.and(PLAIN, from).and(DEED, &text).and(PLAIN, to),
        };
    }
    rich.and(PLAIN, close)
}

/// The pieces, cut at both ends where the sentence is very long.
fn excerpt(pieces: Vec<(Part, &str)>, look: Look) -> Vec<(Part, String)> {
    let long: usize = pieces.iter().map(|(_, text)| width(text)).sum();
    let trigger = pieces.iter().position(|(part, _)| *part == Part::Trigger).unwrap_or(0);
    let dots = look.sign("…", "...");
    let cut = |(n, (part, text)): (usize, (Part, &str))| {
        let text = match () {
            () if long <= LONGEST => text.to_owned(),
            () if n < trigger => ending(text, LONGEST / 4, dots),
            () => beginning(text, LONGEST / 4, dots),
        };
        (part, text)
    };
    pieces.into_iter().enumerate().map(cut).collect()
}

fn beginning(text: &str, columns: usize, dots: &str) -> String {
    let kept: String = text.chars().take(columns).collect();
    if kept.len() == text.len() { kept } else { format!("{}{dots}", kept.trim_end()) }
}

fn ending(text: &str, columns: usize, dots: &str) -> String {
    let kept = text.char_indices().rev().take(columns).last().map_or("", |(at, _)| &text[at..]);
    if kept.len() == text.len() { kept.to_owned() } else { format!("{dots}{}", kept.trim_start()) }
}

/// `text`, or as much of it as fits into `columns` with a mark that there is more.
fn shorten(text: &str, columns: usize, dots: &str) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        short.push(c);
        if width(&short) + width(dots) > columns {
            short.pop();
            break;
        }
    }
    format!("{}{dots}", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_stand_at_the_right_and_leave_the_text_its_room() {
        let mut page = Page::new(Look { width: 50, ..Look::default() });
        page.row("- ", "  ", &Rich::of(PLAIN, "one two three four five six seven eight nine"), Some("w1.2"));
        page.row("- ", "  ", &Rich::of(PLAIN, "one"), Some("p:RUS:Rostov Oblast:troops"));
        let expected = [
            "- one two three four five six seven eight     w1.2",
            "  nine",
            "- one",
            "                      'p:RUS:Rostov Oblast:troops'",
        ];
        assert_eq!(page.done().lines().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn very_long_sentences_are_cut_and_say_so() {
        let long = "x ".repeat(3000);
        let cut = excerpt(
            vec![(Part::Plain, &long), (Part::Trigger, "left"), (Part::Plain, &long)],
            Look::default(),
        );
        assert!(cut[0].1.starts_with("…x") && cut[2].1.ends_with("x…"));
        assert_eq!(cut[1].1, "left");
        assert!(cut.iter().map(|(_, t)| t.len()).sum::<usize>() < LONGEST);
    }
}
