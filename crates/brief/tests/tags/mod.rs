//! The tags of an HTML file that writes all its attributes in quotation marks.

/// A tag.
#[derive(Debug)]
pub(crate) struct Tag {
    pub(crate) name: String,
    /// `</name>`.
    pub(crate) closes: bool,
    /// `<name/>`.
    pub(crate) alone: bool,
    pub(crate) attributes: Vec<(String, String)>,
}

impl Tag {
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// All tags; panics where a tag or an attribute is not written as it should be.
pub(crate) fn tags(page: &str) -> Vec<Tag> {
    let style = page.find("<style>").map(|at| at + 7)..page.find("</style>");
    let mut rest = page.strip_prefix("<!doctype html>\n").expect("a type");
    let mut found = Vec::new();
    while let Some(at) = rest.find('<') {
        let (tag, after) = rest[at + 1..].split_once('>').expect("a tag ends");
        found.push(one(tag));
        rest = after;
        if tag == "style" {
            rest = &page[style.end.expect("it is closed")..];
        }
    }
    found
}

fn one(tag: &str) -> Tag {
    let closes = tag.starts_with('/');
    let alone = tag.ends_with('/');
    let inner = tag.trim_start_matches('/').trim_end_matches('/');
    let (name, mut rest) = inner.split_once(' ').unwrap_or((inner, ""));
    assert!(!name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric()), "<{tag}>");
    let mut attributes = Vec::new();
    while !rest.is_empty() {
        let (name, value) = rest.split_once("=\"").unwrap_or_else(|| panic!("<{tag}>"));
        assert!(name.chars().all(|c| c.is_ascii_alphabetic() || c == '-' || c.is_ascii_digit()), "<{tag}>");
        let (value, after) = value.split_once('"').expect("a value ends");
        attributes.push((name.to_owned(), value.to_owned()));
        rest = after.trim_start();
    }
    Tag { name: name.to_owned(), closes, alone, attributes }
}
