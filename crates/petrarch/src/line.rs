//! Lines of a dictionary: bytes to text without comments, each with its number.

/// A line that says something.
#[derive(Debug)]
pub(crate) struct Line {
    /// Counted from 1.
    pub(crate) number: usize,
    /// Its text without comment; blanks at its start are kept, since they tell roles from names in some files.
    pub(crate) text: String,
}

/// The lines of a file that are neither empty nor comments.
pub(crate) fn lines(bytes: &[u8]) -> Vec<Line> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let (mut found, mut in_comment) = (Vec::new(), false);
    for (i, row) in bytes.split(|&b| b == b'\n').enumerate() {
        let text = decode(row);
        if in_comment || text.trim_start().starts_with("<!") {
            in_comment = !text.contains('>');
        } else {
            let text = uncomment(&text).trim_end();
            if !text.trim().is_empty() {
                found.push(Line { number: i + 1, text: text.to_owned() });
            }
        }
    }
    found
}

/// A row as UTF-8 or, where it is not, as Latin-1.
fn decode(row: &[u8]) -> String {
    match std::str::from_utf8(row) {
        Ok(text) => text.to_owned(),
        Err(_) => row.iter().map(|&b| char::from(b)).collect(),
    }
}

/// The line up to its comment. A sign inside square brackets is part of a code.
fn uncomment(text: &str) -> &str {
    let mut in_code = false;
    for (i, c) in text.char_indices() {
        match c {
            '[' => in_code = true,
            ']' => in_code = false,
            '#' | ';' if !in_code || !text[i..].contains(']') => return &text[..i],
            _ => {}
        }
    }
    text
}

/// The text of a line before its first bracket, and what stands between each pair of them after that.
pub(crate) fn codes(text: &str) -> (&str, Vec<&str>) {
    let Some(start) = text.find('[') else { return (text, Vec::new()) };
    let closed = text[start..].split('[').skip(1).filter_map(|part| part.split_once(']'));
    (&text[..start], closed.map(|(code, _)| code.trim()).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(bytes: &[u8]) -> Vec<(usize, String)> {
        lines(bytes).into_iter().map(|l| (l.number, l.text)).collect()
    }

    #[test]
    fn comments_of_every_kind_are_dropped() {
        let bytes = b"<!-- a\n# b\nc -->\n\nPOLE [X#Y] # d\nELF ; e\n<! -- f -->\n\t[OLD]\n";
        let want = [(5, "POLE [X#Y]"), (6, "ELF"), (8, "\t[OLD]")];
        assert_eq!(texts(bytes), want.map(|(n, t)| (n, t.to_owned())));
    }

    #[test]
    fn bytes_that_are_not_utf8_are_latin1() {
        assert_eq!(texts(b"\xef\xbb\xbfMALM\xd6 [SWE]")[0].1, "MALM\u{d6} [SWE]");
    }

    #[test]
    fn codes_are_what_stands_in_brackets() {
        assert_eq!(codes("A_B [X] [Y Z"), ("A_B ", vec!["X"]));
        assert_eq!(codes("A ]["), ("A ]", vec![]));
    }
}
