//! References such as `&amp;`, `&#8217;` and `&nbsp;` to the characters they stand for.

use std::borrow::Cow;

use encoding_rs::WINDOWS_1252;

/// The longest name of a reference in HTML.
const LONGEST: usize = 33;

/// What `&name;` stands for: XML's five, numbers, and every name of HTML, declared or not.
///
/// Numbers from 128 to 159 mean windows-1252, as in HTML. Control characters come to nothing.
pub(crate) fn resolve(name: &str) -> Option<Cow<'static, str>> {
    let Some(number) = name.strip_prefix('#') else {
        return quick_xml::escape::resolve_html5_entity(name).map(Cow::Borrowed);
    };
    let number = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    Some(match number {
        9 | 10 | 13 => Cow::Borrowed(if number == 9 { "\t" } else { "\n" }),
        0..32 | 127 => Cow::Borrowed(""),
        128..160 => Cow::Owned(WINDOWS_1252.decode_without_bom_handling(&[number as u8]).0.into_owned()),
        _ => Cow::Owned(char::from_u32(number).unwrap_or(char::REPLACEMENT_CHARACTER).to_string()),
    })
}

/// The text with its references resolved; those that mean nothing stay as they are.
pub(crate) fn decode(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut decoded = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        let (before, from) = rest.split_at(at);
        decoded.push_str(before);
        let (shown, length) = first(from).unwrap_or((Cow::Borrowed("&"), 1));
        decoded.push_str(&shown);
        rest = &from[length..];
    }
    decoded.push_str(rest);
    Cow::Owned(decoded)
}

/// What the reference at the start of `text` stands for, and its length with `&` and `;`.
fn first(text: &str) -> Option<(Cow<'static, str>, usize)> {
    let end = text.bytes().take(LONGEST + 2).position(|b| b == b';')?;
    Some((resolve(&text[1..end])?, end + 1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_characters() {
        let cases = [
            ("a &amp; b", "a & b"),
            ("&nbsp;&eacute;&hellip;", "\u{A0}é…"),
            ("&#8217;&#x2019;&#146;", "’’’"),
            ("&#0;&#x1;&#xD800;", "\u{FFFD}"),
            ("AT&T; R&D & more", "AT&T; R&D & more"),
            ("&amp;amp;", "&amp;"),
            ("&", "&"),
            ("&é;", "&é;"),
        ];
        for (given, expected) in cases {
            assert_eq!(decode(given), expected, "{given}");
        }
    }
}
