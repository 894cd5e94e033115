//! A page as a tree: nodes in the order of the page, each knowing where what it holds ends.

use std::ops::Range;

use crate::tag::{Attr, Tag};

/// A place in the tree; parents come before what they hold.
pub(crate) type At = usize;

/// The nodes of a page, in its order. A node holds all nodes from the one after it up to its end.
#[derive(Debug)]
pub(crate) struct Tree {
    pub(super) nodes: Vec<Node>,
    pub(super) attributes: Vec<(Attr, Piece)>,
    pub(super) text: String,
}

/// A stretch of the tree's text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Piece {
    pub(super) start: u32,
    pub(super) end: u32,
}

#[derive(Clone, Copy, Debug)]
pub(super) struct Node {
    pub(super) parent: u32,
    pub(super) end: u32,
    pub(super) what: What,
}

#[derive(Clone, Copy, Debug)]
pub(super) enum What {
    Element { tag: Tag, first: u32, last: u32 },
    Text { piece: Piece, linked: bool },
}

impl Tree {
    /// How many nodes there are; the first is the document.
    pub(crate) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// All places, parents first.
    pub(crate) fn all(&self) -> Range<At> {
        0..self.nodes.len()
    }

    /// What `at` holds, at any depth.
    pub(crate) fn inside(&self, at: At) -> Range<At> {
        at + 1..self.end(at)
    }

    /// The first place after what `at` holds.
    pub(crate) fn end(&self, at: At) -> At {
        self.nodes[at].end as usize
    }

    /// The node that holds `at`; the document holds itself.
    pub(crate) fn parent(&self, at: At) -> At {
        self.nodes[at].parent as usize
    }

    /// What `at` holds directly.
    pub(crate) fn children(&self, at: At) -> impl Iterator<Item = At> {
        let end = self.end(at);
        let first = (at + 1 < end).then_some(at + 1);
        std::iter::successors(first, move |&child| Some(self.end(child)).filter(|&next| next < end))
    }

    /// The element at `at`; `None` for text.
    pub(crate) fn tag(&self, at: At) -> Option<Tag> {
        match self.nodes[at].what {
            What::Element { tag, .. } => Some(tag),
            What::Text { .. } => None,
        }
    }

    /// Whether `at` is the element `tag`.
    pub(crate) fn is(&self, at: At, tag: Tag) -> bool {
        self.tag(at) == Some(tag)
    }

    /// The text at `at` as it stands, and whether it lies in a link; `None` for an element.
    pub(crate) fn text(&self, at: At) -> Option<(&str, bool)> {
        match self.nodes[at].what {
            What::Element { .. } => None,
            What::Text { piece, linked } => Some((self.cut(piece), linked)),
        }
    }

    /// An attribute of the element at `at`.
    pub(crate) fn attribute(&self, at: At, wanted: Attr) -> Option<&str> {
        self.attributes(at).find(|(attribute, _)| *attribute == wanted).map(|(_, value)| value)
    }

    /// All kept attributes of the element at `at`, in their order.
    pub(crate) fn attributes(&self, at: At) -> impl Iterator<Item = (Attr, &str)> {
        let range = match self.nodes[at].what {
            What::Element { first, last, .. } => first as usize..last as usize,
            What::Text { .. } => 0..0,
        };
        self.attributes[range].iter().map(|&(attribute, piece)| (attribute, self.cut(piece)))
    }

    /// All text inside `at` on one line, without what gives no text.
    pub(crate) fn line(&self, at: At) -> String {
        let mut line = String::new();
        let mut next = at;
        while next < self.end(at) {
            match self.tag(next) {
                Some(tag) if tag.is_mute() && next != at => {
                    next = self.end(next);
                    continue;
                }
                Some(tag) if tag.is_block() || tag == Tag::Br => line.push(' '),
                _ => line.push_str(self.text(next).map_or("", |(text, _)| text)),
            }
            next += 1;
        }
        crate::words::squeezed(&line)
    }

    /// The text of the element at `at` as it stands in the page.
    pub(crate) fn raw(&self, at: At) -> String {
        self.inside(at).filter_map(|at| self.text(at)).map(|(text, _)| text).collect()
    }

    /// The places of all elements `tag`.
    pub(crate) fn each(&self, tag: Tag) -> impl Iterator<Item = At> {
        self.all().filter(move |&at| self.is(at, tag))
    }

    fn cut(&self, piece: Piece) -> &str {
        &self.text[piece.start as usize..piece.end as usize]
    }
}
