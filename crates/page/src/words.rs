//! Small steps with words: white space, letters, starts.

/// `text` on one line: white space and control characters between words become one blank, none is left at the edges.
///
/// Marks that change the direction of text stay, as all other characters do.
pub(crate) fn squeezed(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    for word in text.split(is_blank).filter(|word| !word.is_empty()) {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// White space, control characters, and the mark that only says where a word may be cut.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || c.is_control() || c == '\u{FEFF}' || c == '\u{200B}'
}

/// The letters and digits of `text` in lower case: what two copies of a paragraph share.
pub(crate) fn letters(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii_alphanumeric() {
            letters.push(c.to_ascii_lowercase());
        } else if !c.is_ascii() && c.is_alphanumeric() {
            letters.extend(c.to_lowercase());
        }
    }
    letters
}

/// Whether `text` has no more than `limit` characters.
pub(crate) fn is_within(text: &str, limit: usize) -> bool {
    text.len() <= limit || text.chars().nth(limit).is_none()
}

/// The start of `text` in lower case, of no more than `limit` characters.
pub(crate) fn low(text: &str, limit: usize) -> String {
    text.chars().take(limit).flat_map(char::to_lowercase).map(|c| if c == '’' { '\'' } else { c }).collect()
}

/// Whether `paragraph` ends as sentences do, whatever quotes or brackets close after that.
pub(crate) fn ends_sentence(paragraph: &str) -> bool {
    let bare = paragraph.trim_end_matches(['"', '\'', '”', '’', '»', ')', ']', ' ']);
    bare.ends_with(['.', '!', '?', '…', '。', '！', '？', '؟', '।'])
}

/// A short name of `text` that is the same for the same text (FNV-1a, 64 bits).
pub(crate) fn hash(text: &str) -> String {
    let step = |hash: u64, byte: u8| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    format!("{:016x}", text.bytes().fold(0xcbf2_9ce4_8422_2325, step))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn white_space_becomes_one_blank() {
        assert_eq!(squeezed("\u{A0} a\r\n\tb\0c \u{200B}d "), "a b c d");
        assert_eq!(squeezed("left \u{202E}right"), "left \u{202E}right");
    }

    #[test]
    fn copies_share_their_letters() {
        assert_eq!(letters("“Go,” he said."), letters("'Go', HE said"));
    }

    #[test]
    fn hashes_differ() {
        assert_ne!(hash("a"), hash("b"));
        assert_eq!(hash("a").len(), 16);
    }
}
