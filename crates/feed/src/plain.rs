//! Titles to plain text, and plain text to HTML.

use std::borrow::Cow;

use crate::entity;

/// How many bytes of a title are looked at.
pub(crate) const TITLE: usize = 64 << 10;

/// The longest tag in a title.
const TAG: usize = 2 << 10;

/// Elements that stand in titles and texts; other words in angle brackets are kept as words.
const TAGS: &[&str] = &[
    "a",
    "abbr",
    "acronym",
    "b",
    "big",
    "blockquote",
    "br",
    "center",
    "cite",
    "code",
    "dd",
    "del",
    "div",
    "dl",
    "dt",
    "em",
    "figcaption",
    "figure",
    "font",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "hr",
    "i",
    "iframe",
    "img",
    "ins",
    "li",
    "mark",
    "nobr",
    "ol",
    "p",
    "pre",
    "q",
    "s",
    "section",
    "small",
    "span",
    "strike",
    "strong",
    "sub",
    "sup",
    "table",
    "tbody",
    "td",
    "th",
    "tr",
    "tt",
    "u",
    "ul",
    "wbr",
];

/// Elements whose border is no border between words.
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "big", "cite", "code", "del", "em", "font", "i", "ins", "mark", "nobr", "q",
    "s", "small", "span", "strike", "strong", "sub", "sup", "tt", "u", "wbr",
];

/// A title as plain text on one line: markup stripped, references that were escaped twice resolved once more.
pub(crate) fn title(text: &str) -> Option<String> {
    let text = strip(start(text, TITLE));
    let text = match entity::decode(&text) {
        Cow::Borrowed(_) => text,
        Cow::Owned(decoded) => strip(&decoded).into_owned().into(),
    };
    Some(fold(&text)).filter(|title| !title.is_empty())
}

/// The text on one line, without white space at its ends.
pub(crate) fn fold(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ")
}

/// At most the first `limit` bytes, cut between characters.
pub(crate) fn start(text: &str, limit: usize) -> &str {
    let end = (0..=limit.min(text.len())).rev().find(|at| text.is_char_boundary(*at));
    &text[..end.unwrap_or(0)]
}

/// HTML as given; where it was escaped once too often, as it was before.
pub(crate) fn html(text: &str) -> Cow<'_, str> {
    let text = text.trim();
    let is_tag = |at: usize| tag(&entity::decode(start(&text[at..], 64))).is_some();
    let escaped = !text.contains('<') && text.match_indices("&lt;").take(100).any(|(at, _)| is_tag(at));
    if escaped { entity::decode(text) } else { Cow::Borrowed(text) }
}

/// Plain text as HTML: escaped, one `p` for each paragraph.
pub(crate) fn paragraphs(text: &str) -> String {
    let text = text.replace("\r\n", "\n");
    let filled = text.split("\n\n").map(str::trim).filter(|part| !part.is_empty());
    let mut html = String::with_capacity(text.len() + 16);
    for part in filled {
        html.extend(["<p>", &quick_xml::escape::partial_escape(part), "</p>"]);
    }
    html
}

fn strip(text: &str) -> Cow<'_, str> {
    if !text.contains('<') {
        return Cow::Borrowed(text);
    }
    let (mut kept, mut rest) = (String::with_capacity(text.len()), text);
    while let Some(at) = rest.find('<') {
        let (before, from) = rest.split_at(at);
        kept.push_str(before);
        let (shown, length) = markup(from).unwrap_or(("<", 1));
        kept.push_str(shown);
        rest = &from[length..];
    }
    kept.push_str(rest);
    Cow::Owned(kept)
}

/// What stays of the markup at the start of `text`, and its length.
fn markup(text: &str) -> Option<(&'static str, usize)> {
    let head = start(text, TAG);
    if text.starts_with("<!--") {
        return Some(("", head.find("-->")? + 3));
    }
    let name = tag(text)?;
    let inline = INLINE.iter().any(|known| known.eq_ignore_ascii_case(name));
    Some((if inline { "" } else { " " }, head.find('>')? + 1))
}

/// The name of the known tag that `text` starts with.
fn tag(text: &str) -> Option<&str> {
    let name = text.strip_prefix('<')?;
    let name = name.strip_prefix('/').unwrap_or(name);
    let (name, after) = name.split_at(name.find(|c: char| !c.is_ascii_alphanumeric())?);
    let ends = after.starts_with(['>', '/', ' ', '\t', '\n', '\r']);
    (ends && TAGS.iter().any(|known| known.eq_ignore_ascii_case(name))).then_some(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_become_plain() {
        let cases = [
            ("  Talks \n resume ", "Talks resume"),
            ("<b>Talks</b> resume<br/>today", "Talks resume today"),
            ("Talks &amp; trade", "Talks & trade"),
            ("&lt;i&gt;Talks&lt;/i&gt; resume", "Talks resume"),
            ("Losses <5% in Q1, <unknown> says", "Losses <5% in Q1, <unknown> says"),
            ("One<!-- two -->", "One"),
            ("a <b unclosed", "a <b unclosed"),
            ("R&D up", "R&D up"),
        ];
        for (given, expected) in cases {
            assert_eq!(title(given).unwrap(), expected, "{given}");
        }
        assert_eq!(title(" <br> "), None);
    }

    #[test]
    fn html_that_was_escaped_twice_is_turned_back() {
        assert_eq!(html("&lt;p&gt;Rain &amp;amp; wind&lt;/p&gt;"), "<p>Rain &amp; wind</p>");
        assert_eq!(html("<p>write &lt;p&gt;</p>"), "<p>write &lt;p&gt;</p>");
        assert_eq!(html("1 &lt; 2 &amp; 3"), "1 &lt; 2 &amp; 3");
    }

    #[test]
    fn plain_text_becomes_paragraphs() {
        assert_eq!(paragraphs("a < b\r\n\r\n\nc"), "<p>a &lt; b</p><p>c</p>");
    }
}
