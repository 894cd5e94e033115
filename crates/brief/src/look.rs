//! How a page looks on a terminal: colours, signs, and how wide a piece of text is.

use anstyle::{AnsiColor, Style};
use unicode_width::UnicodeWidthStr;

/// Plain text.
pub(crate) const PLAIN: Style = Style::new();
/// Headings.
pub(crate) const STRONG: Style = Style::new().bold();
/// What is there to help and not to be read first.
pub(crate) const QUIET: Style = Style::new().dimmed();
/// Who speaks.
pub(crate) const WHO: Style = AnsiColor::Cyan.on_default().bold();
/// The words that tell an event.
pub(crate) const DEED: Style = AnsiColor::Green.on_default().bold();
/// What is borne out or eases.
pub(crate) const GOOD: Style = AnsiColor::Blue.on_default().bold();
/// What is contradicted or escalates.
pub(crate) const BAD: Style = AnsiColor::Red.on_default().bold();
/// What is open, disputed or not known.
pub(crate) const DOUBT: Style = AnsiColor::Yellow.on_default();

/// Nothing useful fits into less.
const NARROWEST: usize = 50;

/// How wide a page is, and whether it has colours and signs beyond ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The columns of a line; fewer than 50 are taken for 50.
    pub width: usize,
    /// Whether colours are used; marks are there with and without.
    pub color: bool,
    /// Whether signs beyond ASCII are used for what is not quoted.
    pub unicode: bool,
}

impl Default for Look {
    fn default() -> Self {
        Self { width: 80, color: false, unicode: true }
    }
}

impl Look {
    /// The same with a width that something fits into.
    pub(crate) fn usable(self) -> Self {
        Self { width: self.width.max(NARROWEST), ..self }
    }

    /// `text` in this style.
    pub(crate) fn paint(self, style: Style, text: &str) -> String {
        if self.color && style != PLAIN && !text.is_empty() {
            format!("{style}{text}{style:#}")
        } else {
            text.to_owned()
        }
    }

    /// `fine` where signs beyond ASCII are used, else `ascii`.
    pub(crate) fn sign(self, fine: &'static str, ascii: &'static str) -> &'static str {
        if self.unicode { fine } else { ascii }
    }
}

/// The columns that `text` takes on a terminal.
pub(crate) fn width(text: &str) -> usize {
    text.width()
}
