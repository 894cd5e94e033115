//! Text from outside as Markdown that says it and does nothing else.

use crate::clean;

/// Marks that begin, end or make something somewhere in a line.
const MARKS: &str = "\\`*_[]#|~$^@{}";

/// `text` on one line, with every mark that Markdown, HTML in it or a tracker would act upon made harmless.
pub(super) fn escape(text: &str) -> String {
    let text = clean::line(text);
    let mut out = String::with_capacity(text.len());
    for (at, c) in text.char_indices() {
        match c {
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '&' => out.push_str("&amp;"),
            ':' if text[at..].starts_with("://") => out.push_str("\\:"),
            '.' if ends_with_www(&text[..at]) || numbers(&text[..at]) => out.push_str("\\."),
            '-' | '+' | '=' if at == 0 => out.extend(['\\', c]),
            ')' if numbers(&text[..at]) => out.push_str("\\)"),
            c if MARKS.contains(c) => out.extend(['\\', c]),
            c => out.push(c),
        }
    }
    out
}

/// Whether an address would start here for a reader that looks for them.
fn ends_with_www(before: &str) -> bool {
    before.len() >= 3
        && before.is_char_boundary(before.len() - 3)
        && before[before.len() - 3..].eq_ignore_ascii_case("www")
}

/// Whether a numbered list would start here.
fn numbers(before: &str) -> bool {
    !before.is_empty() && before.bytes().all(|b| b.is_ascii_digit())
}

/// An id, set as code where nothing in it is a mark.
pub(super) fn code(id: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || ".:-_ '".contains(c);
    let id = clean::line(id);
    if id.is_empty() || !id.chars().all(plain) { escape(&id) } else { format!("`{id}`") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_shown_and_do_nothing() {
        assert_eq!(escape("**b** [x](y) | `c`"), r"\*\*b\*\* \[x\](y) \| \`c\`");
        assert_eq!(escape("<b>&lt;"), "&lt;b&gt;&amp;lt;");
        assert_eq!(escape("http://a www.b @c #1"), r"http\://a www\.b \@c \#1");
        assert_eq!(escape("1. a\n- b"), r"1\. a - b");
        assert_eq!(escape("- a, 3.5 % - b"), r"\- a, 3.5 % - b");
    }

    #[test]
    fn ids_with_marks_are_no_code() {
        assert_eq!(code("p:RUS:Rostov Oblast:troops"), "`p:RUS:Rostov Oblast:troops`");
        assert_eq!(code("p:`x`|y"), r"p:\`x\`\|y");
    }
}
