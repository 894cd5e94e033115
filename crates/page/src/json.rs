//! JSON in pages, which is often not quite JSON.

use serde_json::Value;

/// The value that `text` holds, if need be after mending what templates break.
pub(crate) fn value(text: &str) -> Option<Value> {
    let bare = text.trim().trim_start_matches('\u{FEFF}');
    serde_json::from_str(bare).or_else(|_| serde_json::from_str(&mended(bare))).ok()
}

/// `text` without the comment or CDATA marks around it, without commas before an end, with the control characters in
/// its strings escaped, and without a semicolon after it.
fn mended(text: &str) -> String {
    let text = unwrapped(text);
    let mut mended = String::with_capacity(text.len());
    let (mut inside, mut escaped) = (false, false);
    for (at, c) in text.char_indices() {
        match c {
            _ if escaped => {
                escaped = false;
                // A backslash before a character that needs none.
                if !matches!(c, '"' | '\\' | '/' | 'b' | 'f' | 'n' | 'r' | 't' | 'u') {
                    mended.pop();
                }
                if !c.is_control() {
                    mended.push(c);
                }
                continue;
            }
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            '\n' | '\r' if inside => {
                mended.push_str("\\n");
                continue;
            }
            _ if c.is_control() => {
                mended.push(' ');
                continue;
            }
            ',' if !inside && ends(&text[at + 1..]) => continue,
            _ => {}
        }
        mended.push(c);
    }
    mended
}

/// Whether a closing bracket comes next.
fn ends(rest: &str) -> bool {
    rest.trim_start().starts_with(['}', ']'])
}

fn unwrapped(text: &str) -> &str {
    let mut bare = text;
    loop {
        let before = bare;
        bare = bare.trim();
        for mark in ["<!--", "-->", "//<![CDATA[", "<![CDATA[", "//]]>", "]]>", "/*", "*/", "//"] {
            bare = bare.strip_prefix(mark).unwrap_or(bare);
            bare = bare.strip_suffix(mark).unwrap_or(bare);
        }
        bare = bare.trim_end_matches(';');
        if bare.len() == before.len() {
            return bare;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_values_are_mended() {
        for text in [
            r#"{"a":"b"}"#,
            r#"<!-- {"a":"b"} -->"#,
            "//<![CDATA[\n{\"a\":\"b\"}\n//]]>",
            "/*<![CDATA[*/ {\"a\":\"b\",} /*]]>*/",
            "{\"a\":\"b\" , \n};",
        ] {
            assert_eq!(value(text).unwrap()["a"], "b", "{text}");
        }
        assert_eq!(value("{\"a\":\"x\ny\tz\"}").unwrap()["a"], "x\ny z");
        assert_eq!(value(r#"{"a":"it\'s",}"#).unwrap()["a"], "it's");
        assert_eq!(value(r#"{"a":"x, ]",}"#).unwrap()["a"], "x, ]");
    }

    #[test]
    fn what_cannot_be_mended_is_left() {
        assert!(value("{\"a\":").is_none());
        assert!(value(&"[".repeat(100_000)).is_none());
    }
}
