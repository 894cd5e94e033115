//! Small boxes between the paragraphs of an article that are not a part of it, told by what is in them.

use crate::boiler::{is_pointer, is_seller};
use crate::layout::Layout;
use crate::mark::Marks;
use crate::tag::Tag;
use crate::tree::{At, Tree};
use crate::words::{ends_sentence, is_within, squeezed};

/// A box has no more nodes, and no more text in bytes, than this.
const NODES: usize = 120;
const TEXT: u32 = 900;
/// A box that calls for something has no more text than this.
const CALL: u32 = 450;

/// How much text there is up to each node, so that what any node holds is known at once.
pub(crate) struct Weights {
    all: Vec<u32>,
    linked: Vec<u32>,
    controls: Vec<u32>,
}

impl Weights {
    /// The weights of the nodes of `tree` that are not `dropped`.
    pub(crate) fn of(tree: &Tree, dropped: &[bool]) -> Self {
        let count = tree.len() + 1;
        let mut weights = Self {
            all: Vec::with_capacity(count),
            linked: Vec::with_capacity(count),
            controls: Vec::with_capacity(count),
        };
        let (mut all, mut linked, mut controls) = (0, 0, 0);
        for at in tree.all() {
            weights.push(all, linked, controls);
            controls += u32::from(tree.tag(at).is_some_and(Tag::is_control));
            let (text, in_link) = tree.text(at).filter(|_| !dropped[at]).unwrap_or_default();
            let length = text.trim().len() as u32;
            all += length;
            linked += if in_link { length } else { 0 };
        }
        weights.push(all, linked, controls);
        weights
    }

    fn push(&mut self, all: u32, linked: u32, controls: u32) {
        self.all.push(all);
        self.linked.push(linked);
        self.controls.push(controls);
    }

    /// The text inside `at`, in bytes.
    pub(crate) fn all(&self, tree: &Tree, at: At) -> u32 {
        self.all[tree.end(at)] - self.all[at]
    }

    /// The text in links inside `at`, in bytes.
    pub(crate) fn linked(&self, tree: &Tree, at: At) -> u32 {
        self.linked[tree.end(at)] - self.linked[at]
    }

    fn has_control(&self, tree: &Tree, at: At) -> bool {
        self.controls[tree.end(at)] > self.controls[at]
    }
}

/// Whether the element at `at` is a box that is no part of the article; `in_flow` says that paragraphs stand on both
/// sides of it.
pub(crate) fn is_insert(tree: &Tree, weights: &Weights, layout: &Layout, at: At, in_flow: bool) -> bool {
    let size = weights.all(tree, at);
    if size == 0 || size > TEXT || tree.end(at) - at > NODES {
        return false;
    }
    let linked = weights.linked(tree, at);
    let lines = lines(tree, &layout.dropped, at);
    let Some(first) = lines.first() else { return false };
    let titled = is_within(&first.text, 140) && !ends_sentence(&first.text);
    let labelled = lines.len() > 1 || linked > 0;
    let captioned = || (at..tree.end(at)).any(|at| layout.marks[at].has(Marks::CAPTION));
    (titled && labelled && (is_seller(&first.text) || is_pointer(&first.text)))
        || (size < CALL && weights.has_control(tree, at) && !captioned())
        || (lines.len() > 1 && linked * 10 >= size * 6)
        || (in_flow && size < CALL && !captioned() && calls(&lines))
}

struct Line {
    text: String,
    heading: Option<u8>,
    /// Whether it stands in an element of its own, and ends with it.
    apart: bool,
}

/// A title, or a label of its own, and little below it.
fn calls(lines: &[Line]) -> bool {
    let Some((first, rest)) = lines.split_first() else { return false };
    let below: usize = rest.iter().map(|line| line.text.len()).sum();
    let titled = first.heading.is_some() || (first.apart && !ends_sentence(&first.text));
    let limit = if first.heading == Some(2) { 200 } else { CALL as usize };
    titled && is_within(&first.text, 70) && !rest.is_empty() && below < limit
}

/// The lines of text inside `at`, as blocks and line breaks part them.
fn lines(tree: &Tree, dropped: &[bool], at: At) -> Vec<Line> {
    let mut reader = Reader { lines: Vec::new(), text: String::new(), heading: None, bare: false };
    let mut next = at;
    let mut heading_end = at;
    while next < tree.end(at) {
        if dropped[next] && next != at {
            next = tree.end(next);
            continue;
        }
        if reader.heading.is_some() && next >= heading_end {
            reader.end(true);
        }
        match tree.tag(next) {
            Some(Tag::Br) => reader.end(false),
            Some(tag) if tag.is_block() => {
                reader.end(true);
                (reader.heading, heading_end) = (tag.heading(), tree.end(next));
            }
            Some(_) => {}
            None => reader.push(tree.text(next).map_or("", |(text, _)| text), tree.parent(next) == at),
        }
        next += 1;
    }
    reader.end(true);
    reader.lines
}

/// The lines read so far, and the one that is being read.
struct Reader {
    lines: Vec<Line>,
    text: String,
    heading: Option<u8>,
    bare: bool,
}

impl Reader {
    fn push(&mut self, text: &str, bare: bool) {
        self.text.push_str(text);
        self.bare |= bare && !text.trim().is_empty();
    }

    fn end(&mut self, by_block: bool) {
        let text = squeezed(&self.text);
        self.text.clear();
        if !text.is_empty() {
            self.lines.push(Line { text, heading: self.heading, apart: by_block && !self.bare });
        }
        (self.heading, self.bare) = (None, false);
    }
}
