//! How things look: colours, where they are wanted, and how wide a piece of text is.

use std::io::{self, IsTerminal};

use anstyle::{AnsiColor, Style};
use clap::ColorChoice;
use unicode_width::UnicodeWidthStr;

/// Plain text.
pub(crate) const PLAIN: Style = Style::new();
/// Headings.
pub(crate) const STRONG: Style = Style::new().bold();
/// What is there to help and not to be read first.
pub(crate) const QUIET: Style = Style::new().dimmed();
/// Who speaks.
pub(crate) const WHO: Style = AnsiColor::Cyan.on_default().bold();
/// The words that report it.
pub(crate) const CUE: Style = AnsiColor::Yellow.on_default();
/// What is said to have been done.
pub(crate) const DEED: Style = AnsiColor::Green.on_default().bold();
/// What is not known or went wrong.
pub(crate) const DOUBT: Style = AnsiColor::Red.on_default();

/// Lines longer than this are hard to read.
const WIDEST: usize = 100;
/// What is used where nobody says how wide the terminal is.
const USUAL: usize = 80;
/// Nothing useful fits into less.
const NARROWEST: usize = 40;

/// How wide a page is, and whether it has colours.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Look {
    /// The columns of a line.
    pub(crate) width: usize,
    /// Whether colours are used; marks are there with and without.
    pub(crate) colour: bool,
}

impl Look {
    /// What suits standard output.
    pub(crate) fn of_output(choice: ColorChoice) -> Self {
        let terminal = terminal_size::terminal_size().filter(|_| io::stdout().is_terminal());
        let told = || std::env::var("COLUMNS").ok()?.parse().ok();
        let width = terminal.map(|(width, _)| usize::from(width.0)).or_else(told).unwrap_or(USUAL);
        let auto = || anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never;
        let colour = match choice {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => auto(),
        };
        Self { width: width.clamp(NARROWEST, WIDEST), colour }
    }

    /// The same for a picture.
    pub(crate) fn brief(self) -> saydo_brief::Look {
        saydo_brief::Look { width: self.width, color: self.colour, unicode: true }
    }

    /// `text` in this style.
    pub(crate) fn paint(self, style: Style, text: &str) -> String {
        if self.colour && style != PLAIN && !text.is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }
}

/// The columns that `text` takes on a terminal.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}

/// `text`, or as much of it as fits into `columns` with a mark that there is more.
pub(crate) fn shorten(text: &str, columns: usize) -> String {
    if width(text) <= columns {
        return text.to_owned();
    }
    let mut short = String::new();
    for c in text.chars() {
        short.push(c);
        if width(&short) + 1 > columns {
            short.pop();
            break;
        }
    }
    format!("{}…", short.trim_end())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_text_is_shortened_to_its_columns() {
        assert_eq!(shorten("Moscow", 6), "Moscow");
        assert_eq!(shorten("Moscow says", 8), "Moscow…");
        assert_eq!(shorten("\u{6771}\u{4eac}\u{90fd}", 4), "\u{6771}…");
        assert_eq!(shorten("Moscow", 0), "…");
    }
}
