//! A part of a page to its paragraphs, in order, each with what the markup makes it.

use crate::layout::Layout;
use crate::mark::Marks;
use crate::tag::Tag;
use crate::tree::{At, Tree};
use crate::words::{ends_sentence, is_blank};

/// A table with less running text than this, in bytes, is a table of figures.
const PROSE: u32 = 200;

/// What the markup makes a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// Running text.
    Paragraph,
    /// An item of a list.
    Item,
    /// A quotation set apart.
    Quote,
    /// A title of this level.
    Heading(u8),
    /// A caption or credit.
    Caption,
}

/// A paragraph as it stands in the page.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The innermost block that holds it.
    pub(crate) at: At,
    /// What the markup makes it.
    pub(crate) form: Form,
    /// Its text, on one line.
    pub(crate) text: String,
    /// Where the element around that block ends.
    pub(crate) until: At,
    /// How many bytes of the text lie in links.
    pub(crate) linked: usize,
    /// How many bytes of the text are set bold.
    pub(crate) strong: usize,
}

impl Found {
    /// Whether nearly all of it is one link or several.
    pub(crate) fn is_link(&self) -> bool {
        self.linked * 100 >= self.text.len() * 85
    }
}

/// The paragraphs from `start` up to `end`, without what the layout drops.
pub(crate) fn walk(tree: &Tree, layout: &Layout, start: At, end: At) -> Vec<Found> {
    let mut walk = Walk::new(tree, layout, start);
    let mut at = start;
    while at < end {
        walk.leave(at);
        at = walk.visit(at);
    }
    walk.leave(usize::MAX);
    walk.flush();
    walk.found
}

struct Frame {
    end: At,
    at: At,
    form: Form,
}

struct Walk<'t> {
    tree: &'t Tree,
    layout: &'t Layout,
    frames: Vec<Frame>,
    /// Quotation marks to set where an element ends.
    quotes: Vec<At>,
    text: String,
    linked: usize,
    strong: usize,
    strong_until: At,
    /// Line breaks since the last word.
    breaks: u8,
    found: Vec<Found>,
    start: At,
}

impl<'t> Walk<'t> {
    fn new(tree: &'t Tree, layout: &'t Layout, start: At) -> Self {
        Self {
            tree,
            layout,
            frames: Vec::new(),
            quotes: Vec::new(),
            text: String::new(),
            linked: 0,
            strong: 0,
            strong_until: 0,
            breaks: 0,
            found: Vec::new(),
            start,
        }
    }

    /// Ends what ends before `at`.
    fn leave(&mut self, at: At) {
        while self.quotes.last().is_some_and(|&end| end <= at) {
            self.quotes.pop();
            self.text.truncate(self.text.trim_end().len());
            self.text.push('”');
        }
        while self.frames.last().is_some_and(|frame| frame.end <= at) {
            self.flush();
            self.frames.pop();
        }
    }

    /// Takes the node at `at`; gives the place to go on with.
    fn visit(&mut self, at: At) -> At {
        let Some(tag) = self.tree.tag(at) else {
            let (text, linked) = self.tree.text(at).unwrap_or_default();
            self.push(text, linked, at);
            return at + 1;
        };
        if self.is_left_out(at, tag) {
            if tag.is_block() {
                self.flush();
            }
            return self.tree.end(at);
        }
        match tag {
            Tag::Br => self.line_break(at),
            Tag::Hr => self.flush(),
            Tag::Strong | Tag::B => self.strong_until = self.strong_until.max(self.tree.end(at)),
            Tag::Q => self.quote(at),
            _ => self.enter(at, tag),
        }
        at + 1
    }

    fn is_left_out(&self, at: At, tag: Tag) -> bool {
        let figures = || tag == Tag::Table && self.layout.good[at] < PROSE;
        let note = || tag == Tag::Sup && self.tree.children(at).any(|at| self.tree.is(at, Tag::A));
        let title = || tag == Tag::Header && at > self.start && self.layout.good[at] == 0 && self.is_head(at);
        self.layout.dropped[at] || figures() || note() || title()
    }

    /// A header inside the body says nothing of it that is not read elsewhere, unless it holds a picture's caption.
    fn is_head(&self, at: At) -> bool {
        !self.tree.children(at).any(|at| self.tree.is(at, Tag::Figure))
    }

    fn enter(&mut self, at: At, tag: Tag) {
        let outer = self.frames.last().map_or(Form::Paragraph, |frame| frame.form);
        let caption = self.layout.marks[at].has(Marks::CAPTION) && self.layout.good[at] < 1200;
        if !(tag.is_block() || (caption && outer != Form::Caption)) {
            return;
        }
        let form = match tag {
            _ if outer == Form::Caption || caption => Form::Caption,
            Tag::Figure if self.is_picture(at) => Form::Caption,
            Tag::Blockquote => Form::Quote,
            Tag::Li => Form::Item,
            Tag::Dt => Form::Heading(5),
            _ => tag.heading().map_or(outer, Form::Heading),
        };
        // A caption and its credit stay together.
        if outer != Form::Caption || form != Form::Caption {
            self.flush();
            self.frames.push(Frame { end: self.tree.end(at), at, form });
        } else {
            self.space();
        }
    }

    /// Whether a figure holds a picture, not a quotation.
    fn is_picture(&self, at: At) -> bool {
        self.layout.good[at] < 1200
            && !self
                .tree
                .children(at)
                .any(|at| matches!(self.tree.tag(at), Some(Tag::Blockquote | Tag::Table)))
    }

    fn quote(&mut self, at: At) {
        self.push("“", false, at);
        self.quotes.push(self.tree.end(at));
    }

    fn line_break(&mut self, at: At) {
        self.breaks += 1;
        // A short line in a style of its own is a title or a label, whatever ends it.
        let styled = self.tree.text(at - 1).is_some() && self.tree.parent(at - 1) != self.tree.parent(at);
        let label = styled && self.text.len() < 150 && !ends_sentence(&self.text);
        if self.breaks > 1 || label {
            self.flush();
        } else {
            self.space();
        }
    }

    fn space(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with(' ') {
            self.text.push(' ');
        }
    }

    fn push(&mut self, text: &str, linked: bool, at: At) {
        let before = self.text.len();
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let blank = is_blank(first);
            let length = rest.find(|c: char| is_blank(c) != blank).unwrap_or(rest.len());
            if blank {
                self.space();
            } else {
                self.text.push_str(&rest[..length]);
                self.breaks = 0;
            }
            rest = &rest[length..];
        }
        let length = self.text.len() - before;
        self.linked += if linked { length } else { 0 };
        self.strong += if at < self.strong_until { length } else { 0 };
    }

    /// Ends the paragraph that is being read.
    fn flush(&mut self) {
        let text = self.text.trim();
        if !text.is_empty() {
            let (at, form) = self.frames.last().map_or((self.start, Form::Paragraph), |f| (f.at, f.form));
            let text = text.to_owned();
            let until = self.tree.end(self.tree.parent(at));
            self.found.push(Found { at, form, text, until, linked: self.linked, strong: self.strong });
        }
        self.text.clear();
        (self.linked, self.strong, self.breaks) = (0, 0, 0);
    }
}
