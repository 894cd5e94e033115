//! Text that does no harm in a spreadsheet.

use std::borrow::Cow;

/// Text as a spreadsheet may have it: what would be taken for a formula gets an apostrophe before it, and control
/// characters other than tab and line feed become U+FFFD. A carriage return before a line feed is left out.
///
/// A formula begins with `=`, `+`, `-`, `@`, their full-width forms, a tab, a carriage return or a line feed, also behind
/// spaces and marks that are not seen. After OWASP's page on CSV injection.
///
/// ```
/// use saydo_export::safe;
/// assert_eq!(safe("=HYPERLINK(\"http://example.org\")"), "'=HYPERLINK(\"http://example.org\")");
/// assert_eq!(safe("a\0b"), "a\u{fffd}b");
/// assert_eq!(safe("2 - 1 = 1"), "2 - 1 = 1");
/// ```
pub fn safe(text: &str) -> Cow<'_, str> {
    let is_formula = is_formula(text);
    if !is_formula && !text.contains(is_control) {
        return Cow::Borrowed(text);
    }
    let mut safe = String::with_capacity(text.len() + 1);
    if is_formula {
        safe.push('\'');
    }
    let mut rest = text.chars().peekable();
    while let Some(c) = rest.next() {
        match c {
            '\r' if rest.peek() == Some(&'\n') => {}
            c if is_control(c) => safe.push(char::REPLACEMENT_CHARACTER),
            c => safe.push(c),
        }
    }
    Cow::Owned(safe)
}

fn is_control(c: char) -> bool {
    c < ' ' && !matches!(c, '\t' | '\n')
}

fn is_formula(text: &str) -> bool {
    let starts =
        |c: char| matches!(c, '\t' | '\r' | '\n' | '=' | '+' | '-' | '@' | '＝' | '＋' | '－' | '＠');
    let first = text.chars().find(|c| starts(*c) || !is_unseen(*c));
    first.is_some_and(starts)
}

/// Spaces, and marks that only steer how text is shown.
fn is_unseen(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_be_a_formula_is_marked() {
        for start in
            ["=", "+", "-", "@", "\t", "＝", "＋", "－", "＠", " =", "\u{feff}=", "\u{200b}@", "\u{3000}+"]
        {
            let text = format!("{start}1");
            assert_eq!(safe(&text), format!("'{text}"));
        }
        assert_eq!(safe("\r=1"), "'\u{fffd}=1");
        assert_eq!(safe("\r\n=1"), "'\n=1");
        assert_eq!(safe("\0=1"), "'\u{fffd}=1");
    }

    #[test]
    fn other_text_stays_as_it_is() {
        for text in ["", " ", "a=1", "'=1", "\"", "\"\"\"", "a\tb\nc", "\u{202e}abc", "1-2", "½", "\u{85}a"]
        {
            assert!(matches!(safe(text), Cow::Borrowed(same) if same == text), "{text:?}");
        }
    }

    #[test]
    fn control_characters_become_visible() {
        assert_eq!(safe("a\u{1b}[2Jb\u{7}"), "a\u{fffd}[2Jb\u{fffd}");
        assert_eq!(safe("a\r\nb\rc"), "a\nb\u{fffd}c");
    }
}
