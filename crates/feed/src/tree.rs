//! A feed's document as a row of small trees: each field of the channel and each item, one after the other.

use std::rc::Rc;

use url::Url;

use crate::plain;
use crate::space::Space;

/// An element with what it holds.
#[derive(Debug)]
pub(crate) struct Element<'t> {
    /// The vocabulary of the name.
    pub(crate) space: Space,
    /// The name without its prefix, in small letters.
    pub(crate) name: String,
    /// Attributes by their qualified names in small letters.
    pub(crate) attributes: Vec<(String, String)>,
    /// What relative addresses inside are relative to, if anything in the document says so (`xml:base`).
    pub(crate) base: Option<Rc<Url>>,
    /// The text of the element and of all that it holds; empty for items and other parts with children only.
    pub(crate) text: String,
    /// The source between the two tags.
    pub(crate) inner: &'t str,
    /// Whether there are elements inside.
    pub(crate) marked: bool,
    /// The elements inside.
    pub(crate) children: Vec<Self>,
    /// Where the element starts, in bytes: of the document for a part, else of what the outer element holds.
    pub(crate) at: usize,
}

/// A vocabulary and a name in it, in small letters.
pub(crate) type Name = (Space, &'static str);

impl Element<'_> {
    /// Whether this is the element `name`.
    pub(crate) fn is(&self, name: Name) -> bool {
        (self.space, self.name.as_str()) == name
    }

    /// The children with that name.
    pub(crate) fn all(&self, name: Name) -> impl Iterator<Item = &Self> {
        self.children.iter().filter(move |child| child.is(name))
    }

    /// The first child that holds anything, by the order of `names`.
    pub(crate) fn first(&self, names: &[Name]) -> Option<&Self> {
        names.iter().find_map(|name| self.all(*name).find(|child| !child.text.trim().is_empty()))
    }

    /// The text of that child, on one line.
    pub(crate) fn words(&self, names: &[Name]) -> Option<String> {
        self.first(names).map(Self::line)
    }

    /// The text on one line.
    pub(crate) fn line(&self) -> String {
        plain::fold(plain::start(&self.text, plain::TITLE))
    }

    /// An attribute by its qualified name in small letters.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        let value = self.attributes.iter().find(|(known, _)| known == name)?;
        Some(value.1.trim()).filter(|value| !value.is_empty())
    }

    /// What it holds as plain text on one line.
    pub(crate) fn plain(&self) -> Option<String> {
        if self.marked { plain::title(&self.source()) } else { plain::title(&self.text) }
    }

    /// What it holds as HTML: the source, where there are elements inside, else the text.
    pub(crate) fn html(&self) -> Option<String> {
        let html = if self.marked { self.source() } else { plain::html(&self.text).into_owned() };
        Some(html.trim()).filter(|html| !html.is_empty()).map(str::to_owned)
    }

    /// The source between the tags, without the marks of CDATA and the prefix of XHTML's elements.
    fn source(&self) -> String {
        let mut source = self.inner.replace("<![CDATA[", "").replace("]]>", "");
        let page = self.children.iter().find(|child| child.space == Space::Page);
        let prefix =
            page.and_then(|child| self.inner.get(child.at..)?.trim_start_matches('<').split_once(':'));
        if let Some((prefix, _)) =
            prefix.filter(|(p, _)| !p.is_empty() && p.bytes().all(|b| b.is_ascii_alphanumeric()))
        {
            source = source.replace(&format!("<{prefix}:"), "<").replace(&format!("</{prefix}:"), "</");
        }
        source
    }
}
