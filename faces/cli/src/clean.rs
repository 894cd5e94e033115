//! Text that a terminal may show: news is hostile input, and a terminal obeys what it is shown.

/// The character in place of one that would move the cursor, change the terminal or turn the direction of the text.
pub(crate) fn visible(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

/// `text` on one line, with single blanks between its words.
pub(crate) fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(visible).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_not_commanded() {
        assert_eq!(line("a\u{1b}[2J\r\n\tb\0 \u{202e}c\u{9b}"), "a\u{241b}[2J b\u{2400} \u{fffd}c\u{fffd}");
        assert_eq!(line("Zürich \u{1f600}"), "Zürich \u{1f600}");
    }
}
