//! Elements, attributes and text, all escaped in one place.

use std::fmt::Write;

use jiff::civil::Date;

use crate::clean::visible;
use crate::day;

/// Elements that have no end.
const VOID: &[&str] = &["meta", "link", "br", "rect", "line", "circle"];

/// HTML in the making. Names of elements and attributes are ours; whatever else is written is escaped.
#[derive(Debug, Default)]
pub(super) struct Markup {
    out: String,
}

impl Markup {
    /// The whole text.
    pub(super) fn done(self) -> String {
        self.out
    }

    /// Text of ours that is markup already, such as the style sheet.
    pub(super) fn raw(&mut self, text: &'static str) {
        self.out.push_str(text);
    }

    /// The start of an element.
    pub(super) fn open(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.start(name, attributes);
        self.out.push('>');
    }

    fn start(&mut self, name: &'static str, attributes: &[(&'static str, &str)]) {
        self.out.push('<');
        self.out.push_str(name);
        for (name, value) in attributes {
            self.out.push(' ');
            self.out.push_str(name);
            self.out.push_str("=\"");
            self.text(value);
            self.out.push('"');
        }
    }

    /// The end of an element.
    pub(super) fn close(&mut self, name: &'static str) {
        self.out.push_str("</");
        self.out.push_str(name);
        self.out.push('>');
        if matches!(name, "section" | "tr" | "li" | "p" | "svg" | "figure" | "div" | "article" | "details") {
            self.out.push('\n');
        }
    }

    /// An element with text in it, or one without an end.
    pub(super) fn leaf(&mut self, name: &'static str, attributes: &[(&'static str, &str)], text: &str) {
        if VOID.contains(&name) {
            // Within a drawing an element is only closed by this stroke.
            self.start(name, attributes);
            self.out.push_str("/>");
        } else {
            self.open(name, attributes);
            self.text(text);
            self.close(name);
        }
    }

    /// Text from anywhere: nothing in it is markup, and nothing in it turns the direction of what follows.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '&' => self.out.push_str("&amp;"),
                '<' => self.out.push_str("&lt;"),
                '>' => self.out.push_str("&gt;"),
                '"' => self.out.push_str("&quot;"),
                '\'' => self.out.push_str("&#39;"),
                '\n' | '\t' | '\r' => self.out.push(' '),
                c => self.out.push(visible(c)),
            }
        }
    }

    /// A name from outside, whose direction is its own.
    pub(super) fn name(&mut self, text: &str) {
        self.leaf("bdi", &[], text);
    }

    /// A day.
    pub(super) fn time(&mut self, day: Date, text: &str) {
        self.leaf("time", &[("datetime", &day.to_string())], text);
    }

    /// A day as `16 Feb 2022`.
    pub(super) fn day(&mut self, day: Date) {
        self.time(day, &day::short(day));
    }

    /// A state as a sign and a word.
    pub(super) fn chip(&mut self, sign: crate::sign::Sign, word: &str) {
        self.open("span", &[("class", &format!("chip {}", sign.class))]);
        self.leaf("span", &[("class", "mark"), ("aria-hidden", "true")], sign.fine);
        self.text(word);
        self.close("span");
    }

    /// What colours or hatchings stand for.
    pub(super) fn legend(&mut self, entries: &[(&str, &str)]) {
        self.open("ul", &[("class", "legend")]);
        for (class, text) in entries {
            self.open("li", &[]);
            self.leaf("span", &[("class", &format!("swatch {class}")), ("aria-hidden", "true")], "");
            self.text(text);
            self.close("li");
        }
        self.close("ul");
    }

    /// A table's head; a cell over a column of numbers starts with `#`.
    pub(super) fn head(&mut self, cells: &[&str]) {
        self.open("thead", &[]);
        self.open("tr", &[]);
        for cell in cells {
            match cell.strip_prefix('#') {
                Some(cell) => self.leaf("th", &[("scope", "col"), ("class", "num")], cell),
                None => self.leaf("th", &[("scope", "col")], cell),
            }
        }
        self.close("tr");
        self.close("thead");
    }
}

/// The anchor of a finding: letters and digits stay, everything else becomes its number.
pub(super) fn anchor(id: &str) -> String {
    let mut out = "f-".to_owned();
    for c in id.chars().take(200) {
        if c.is_ascii_alphanumeric() || c == '.' {
            out.push(c);
        } else {
            let _ = write!(out, "_{:x}_", u32::from(c));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_never_markup() {
        let mut out = Markup::default();
        out.leaf("a", &[("title", "\" onclick='x'")], "<b>&\u{202e}\u{1b}");
        assert_eq!(out.done(), "<a title=\"&quot; onclick=&#39;x&#39;\">&lt;b&gt;&amp;\u{fffd}\u{241b}</a>");
    }

    #[test]
    fn anchors_are_plain_and_differ() {
        assert_eq!(anchor("p:RUS:Rostov Oblast:troops"), "f-p_3a_RUS_3a_Rostov_20_Oblast_3a_troops");
        assert_ne!(anchor("a:b"), anchor("a b"));
    }
}
