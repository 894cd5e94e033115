//! Markup to a tree, in time and memory that grow with its length and no faster.
//!
//! The tokens are those of the HTML standard. The tree is a simpler one than the standard's: elements end where their
//! end tag, their parent or an element that cannot stand inside them says so, and nothing is ever moved. Text comes out
//! in the same paragraphs, and no input makes the builder look back further than it has to pop.

use std::convert::Infallible;

use html5gum::emitters::callback::{CallbackEmitter, CallbackEvent};
use html5gum::{Span, Tokenizer};

use crate::tag::{Attr, Tag};
use crate::tree::{Node, Piece, Tree, What};

/// An element keeps no more attributes than there are kinds; a value no more bytes than this.
const VALUE: usize = 1 << 16;

/// The tree of `markup`.
pub(crate) fn tree(markup: &str) -> Tree {
    let mut builder = Builder::new();
    let mut emitter = CallbackEmitter::new(|event: CallbackEvent<'_>, _: Span<()>| -> Option<Infallible> {
        builder.take(&event);
        None
    });
    emitter.naively_switch_states(true);
    let Ok(()) = Tokenizer::new_with_emitter(markup, emitter).finish();
    builder.finish()
}

struct Builder {
    tree: Tree,
    /// The open elements, outermost first.
    stack: Vec<Open>,
    /// For each element, where in the stack it is open.
    open: Vec<Vec<u32>>,
    blocks: Vec<u32>,
    barriers: Vec<u32>,
    /// The start tag that is being read, and the attribute whose value comes next.
    tag: Tag,
    first: usize,
    attribute: Option<Attr>,
    /// Whether the text that comes lies in a link.
    linked: bool,
    /// Whether the text that comes is wanted.
    wanted: bool,
}

#[derive(Clone, Copy)]
struct Open {
    node: u32,
    tag: Tag,
}

impl Builder {
    fn new() -> Self {
        let mut builder = Self {
            tree: Tree { nodes: Vec::new(), attributes: Vec::new(), text: String::new() },
            stack: Vec::new(),
            open: vec![Vec::new(); Tag::COUNT],
            blocks: Vec::new(),
            barriers: Vec::new(),
            tag: Tag::Document,
            first: 0,
            attribute: None,
            linked: false,
            wanted: true,
        };
        builder.start();
        builder
    }

    fn take(&mut self, event: &CallbackEvent<'_>) {
        match event {
            CallbackEvent::OpenStartTag { name } => {
                self.tag = Tag::of(name);
                self.first = self.tree.attributes.len();
                self.attribute = None;
                if self.tag == Tag::Custom {
                    let piece = self.keep(&name[..name.len().min(VALUE)]);
                    self.tree.attributes.push((Attr::Element, piece));
                }
            }
            CallbackEvent::AttributeName { name } => self.attribute_named(name),
            CallbackEvent::AttributeValue { value } => self.value(value),
            CallbackEvent::CloseStartTag { self_closing } => self.start_tag(*self_closing),
            CallbackEvent::EndTag { name } => self.end_tag(Tag::of(name)),
            CallbackEvent::String { value } => self.string(value),
            _ => {}
        }
    }

    fn attribute_named(&mut self, name: &[u8]) {
        let known = Attr::of(name);
        let first = &self.tree.attributes[self.first..];
        self.attribute = known.filter(|known| !first.iter().any(|(kept, _)| kept == known));
        if let Some(attribute) = self.attribute {
            let end = self.tree.text.len() as u32;
            self.tree.attributes.push((attribute, Piece { start: end, end }));
        }
    }

    fn value(&mut self, value: &[u8]) {
        let Some(attribute) = self.attribute.take() else { return };
        let limit = if attribute == Attr::Content { value.len() } else { value.len().min(VALUE) };
        let piece = self.keep(&value[..limit]);
        if let Some(last) = self.tree.attributes.last_mut() {
            last.1 = piece;
        }
    }

    fn keep(&mut self, bytes: &[u8]) -> Piece {
        let start = self.tree.text.len() as u32;
        self.tree.text.push_str(&String::from_utf8_lossy(bytes));
        Piece { start, end: self.tree.text.len() as u32 }
    }

    fn string(&mut self, value: &[u8]) {
        if !self.wanted {
            return;
        }
        let piece = self.keep(value);
        let end = self.tree.nodes.len() as u32 + 1;
        let what = What::Text { piece, linked: self.linked };
        self.tree.nodes.push(Node { parent: self.top(), end, what });
    }

    fn top(&self) -> u32 {
        self.stack.last().map_or(0, |open| open.node)
    }

    fn start_tag(&mut self, self_closing: bool) {
        let tag = self.tag;
        let again = matches!(tag, Tag::Html | Tag::Head | Tag::Body) && self.is_open(tag);
        if again {
            return self.tree.attributes.truncate(self.first);
        }
        self.make_room(tag);
        let node = self.start();
        self.wanted = !(tag.is_raw() || (tag == Tag::Script && !self.is_data(node)));
        let in_picture = self_closing && (self.is_open(Tag::Svg) || self.is_open(Tag::Math));
        if tag.is_void() || in_picture {
            self.pop_to(self.stack.len() - 1);
        } else if tag == Tag::A {
            // Without an address it is a place to jump to, or a link that a script follows.
            let place = [Attr::Name, Attr::Id].iter().any(|&name| self.tree.attribute(node, name).is_some());
            self.linked = self.tree.attribute(node, Attr::Href).is_some() || !place;
        }
    }

    /// Ends what cannot hold `tag`.
    fn make_room(&mut self, tag: Tag) {
        if !tag.is_head() && tag != Tag::Head {
            self.end_within(Tag::Head, 0);
        }
        if tag.ends_paragraph() && tag != Tag::Form && self.stack.last().is_some_and(|top| top.tag.is_row()) {
            self.end_within(Tag::Table, 0);
        }
        let barrier = self.barriers.last().copied().unwrap_or(0);
        if tag.ends_paragraph() {
            self.end_within(Tag::P, barrier);
        }
        let list = [Tag::Ul, Tag::Ol, Tag::Menu].into_iter().filter_map(|list| self.place(list)).max();
        match tag {
            Tag::Li => self.end_within(Tag::Li, barrier.max(list.unwrap_or(0))),
            Tag::Dt | Tag::Dd => {
                let within = barrier.max(self.place(Tag::Dl).unwrap_or(0));
                self.end_within(Tag::Dt, within);
                self.end_within(Tag::Dd, within);
            }
            Tag::Option => self.end_within(Tag::Option, barrier),
            Tag::Td | Tag::Th => self.end_cells(),
            Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot => {
                self.end_cells();
                self.end_within(Tag::Tr, self.place(Tag::Table).unwrap_or(0));
            }
            Tag::A => self.end_link(),
            _ if tag.heading().is_some() => self.end_heading(),
            _ => {}
        }
    }

    fn end_cells(&mut self) {
        let table = self.place(Tag::Table).unwrap_or(0);
        self.end_within(Tag::Td, table);
        self.end_within(Tag::Th, table);
    }

    /// A link cannot stand in a link; one that was left open ends where the next starts in the same block.
    fn end_link(&mut self) {
        let block = self.blocks.last().copied().unwrap_or(0);
        self.end_within(Tag::A, block);
    }

    fn end_heading(&mut self) {
        if self.stack.last().is_some_and(|top| top.tag.heading().is_some()) {
            self.pop_to(self.stack.len() - 1);
        }
    }

    /// Whether the script at `node` holds data about the page.
    fn is_data(&self, node: usize) -> bool {
        let form = self.tree.attribute(node, Attr::Type).unwrap_or_default();
        form.to_ascii_lowercase().contains("ld+json")
    }

    fn is_open(&self, tag: Tag) -> bool {
        self.place(tag).is_some()
    }

    /// Where in the stack the innermost `tag` stands.
    fn place(&self, tag: Tag) -> Option<u32> {
        self.open[tag as usize].last().copied()
    }

    /// Ends the innermost `tag`, if it stands above the place `within`.
    fn end_within(&mut self, tag: Tag, within: u32) {
        if let Some(place) = self.place(tag).filter(|&place| place > within) {
            self.pop_to(place as usize);
        }
    }

    fn end_tag(&mut self, tag: Tag) {
        self.wanted = true;
        if tag == Tag::A {
            self.linked = false;
        }
        let within = match tag {
            Tag::Html | Tag::Body | Tag::Document => return,
            Tag::Br | Tag::P if !self.is_open(tag) => return self.empty(tag),
            Tag::Td | Tag::Th | Tag::Tr | Tag::Tbody | Tag::Thead | Tag::Tfoot => self.place(Tag::Table),
            Tag::Other | Tag::Custom => {
                return self.end_top(tag);
            }
            _ if tag.is_barrier() => None,
            _ if tag.is_block() => self.barriers.last().copied(),
            _ => self.blocks.last().copied(),
        };
        match tag.heading() {
            Some(_) => self.end_any_heading(within.unwrap_or(0)),
            None => self.end_within(tag, within.unwrap_or(0)),
        }
    }

    /// "</h3>" ends "<h2>" too.
    fn end_any_heading(&mut self, within: u32) {
        let headings = [Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5, Tag::H6];
        if let Some(place) = headings.into_iter().filter_map(|tag| self.place(tag)).max()
            && place > within
        {
            self.pop_to(place as usize);
        }
    }

    fn end_top(&mut self, tag: Tag) {
        let block = if tag == Tag::Custom { self.barriers.last() } else { self.blocks.last() };
        self.end_within(tag, block.copied().unwrap_or(0));
    }

    fn empty(&mut self, tag: Tag) {
        self.tag = tag;
        self.first = self.tree.attributes.len();
        self.start();
        self.pop_to(self.stack.len() - 1);
    }

    /// A node for the start tag that was read, on top of the stack.
    fn start(&mut self) -> usize {
        let node = self.tree.nodes.len();
        let (first, last) = (self.first as u32, self.tree.attributes.len() as u32);
        let what = What::Element { tag: self.tag, first, last };
        self.tree.nodes.push(Node { parent: self.top(), end: node as u32 + 1, what });
        let place = self.stack.len() as u32;
        self.stack.push(Open { node: node as u32, tag: self.tag });
        self.open[self.tag as usize].push(place);
        if self.tag.is_block() {
            self.blocks.push(place);
        }
        if self.tag.is_barrier() {
            self.barriers.push(place);
        }
        node
    }

    /// Ends all open elements from `place` up.
    fn pop_to(&mut self, place: usize) {
        for open in self.stack.drain(place..).rev() {
            self.tree.nodes[open.node as usize].end = self.tree.nodes.len() as u32;
            self.open[open.tag as usize].pop();
            if open.tag.is_block() {
                self.blocks.pop();
            }
            if open.tag.is_barrier() {
                self.barriers.pop();
            }
            self.linked &= open.tag != Tag::A;
        }
    }

    fn finish(mut self) -> Tree {
        self.pop_to(0);
        self.tree
    }
}
