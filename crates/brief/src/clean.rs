//! Text that may be shown: news is hostile input, and terminals and browsers obey what they are shown.

/// The character in place of one that would move the cursor, change the terminal or turn the direction of the text.
pub fn visible(c: char) -> char {
    match c {
        '\0'..='\u{1f}' => char::from_u32(0x2400 + u32::from(c)).unwrap_or('\u{fffd}'),
        '\u{7f}' => '\u{2421}',
        '\u{80}'..='\u{9f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' => '\u{fffd}',
        _ => c,
    }
}

/// `text` on one line, with single blanks between its words.
///
/// ```
/// use saydo_brief::clean::line;
/// assert_eq!(line("a\u{1b}[2J\r\n\tb \u{202e}c"), "a␛[2J b \u{fffd}c");
/// ```
pub fn line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().map(visible).collect()
}
