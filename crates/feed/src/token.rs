//! Text to tags and text, going on after whatever is no XML.

use std::borrow::Cow;

use quick_xml::Reader;
use quick_xml::events::Event;
use quick_xml::events::attributes::Attributes;

use crate::entity;

/// How many attributes of an element are kept.
const ATTRIBUTES: usize = 64;

/// How often, on average, a byte may be looked at again after something that is no XML.
const AGAIN: usize = 32;

/// A tag or a piece of text.
#[derive(Debug)]
pub(crate) enum Token<'t> {
    /// A start tag.
    Open(Open<'t>),
    /// The qualified name in an end tag.
    Close(&'t str),
    /// Text, its references resolved.
    Text(Cow<'t, str>),
}

/// A start tag.
#[derive(Debug)]
pub(crate) struct Open<'t> {
    /// The qualified name, as written.
    pub(crate) name: &'t str,
    /// Qualified names and values, references resolved.
    pub(crate) attributes: Vec<(&'t str, String)>,
    /// Whether the element ends with this tag.
    pub(crate) empty: bool,
}

/// The tags and text of a document. No document type is processed: it is passed over, and references to the entities
/// that it declares stay text.
#[derive(Debug)]
pub(crate) struct Tokens<'t> {
    text: &'t str,
    reader: Reader<&'t [u8]>,
    /// Where in `text` the reader started.
    offset: usize,
    /// Where the last token starts.
    from: usize,
    /// How many more bytes may be looked at again.
    budget: usize,
    /// Whether the text breaks off inside a tag, a comment or the like.
    cut: bool,
}

impl<'t> Tokens<'t> {
    /// The tokens of `text`; marks at its start are passed over, which the reader would not count.
    pub(crate) fn new(text: &'t str) -> Self {
        let budget = text.len().saturating_mul(AGAIN);
        let offset = text.len() - text.trim_start_matches('\u{FEFF}').len();
        Self { text, reader: reader(&text[offset..]), offset, from: offset, budget, cut: false }
    }

    /// Where the last token starts, in bytes.
    pub(crate) fn from(&self) -> usize {
        self.from
    }

    /// Where the last token ends, in bytes.
    pub(crate) fn end(&self) -> usize {
        (self.offset + self.reader.buffer_position() as usize).min(self.text.len())
    }

    /// Whether the text breaks off inside a tag.
    pub(crate) fn is_cut(&self) -> bool {
        self.cut
    }

    /// The start tag just read, or `None` where it is no tag.
    fn open(&self, empty: bool) -> Option<Open<'t>> {
        let tag = self.text[self.from..self.end()].strip_prefix('<')?.strip_suffix('>')?;
        let tag = if empty { tag.strip_suffix('/')? } else { tag };
        let name = name(tag)?;
        if tag.contains('<') && !is_sound(Attributes::html(tag, name.len())) {
            return None;
        }
        let mut all = Attributes::html(tag, name.len());
        let kept = all.with_checks(false).take(ATTRIBUTES).flatten();
        let attributes = kept.map(|a| (a.key.into_inner(), entity::decode(&a.value).into_owned())).collect();
        Some(Open { name, attributes, empty })
    }

    /// Takes what was just read as text up to the next `<`, and reads on from there.
    fn recover(&mut self) -> Option<Token<'t>> {
        let seen = self.end().saturating_sub(self.from);
        self.cut |= self.end() >= self.text.len();
        let Some(left) = self.budget.checked_sub(seen) else {
            self.cut = true;
            self.restart(self.text.len());
            return None;
        };
        self.budget = left;
        let words = &self.text[self.from..];
        let length = words[1..].find('<').map_or(words.len(), |at| at + 1);
        self.restart(self.from + length);
        let words = &words[..length];
        Some(Token::Text(entity::decode(words.strip_prefix("<![CDATA[").unwrap_or(words))))
    }

    fn restart(&mut self, at: usize) {
        self.offset = at;
        self.reader = reader(&self.text[at..]);
    }
}

impl<'t> Iterator for Tokens<'t> {
    type Item = Token<'t>;

    fn next(&mut self) -> Option<Token<'t>> {
        loop {
            self.from = self.end();
            let token = match self.reader.read_event() {
                Ok(Event::Eof) => return None,
                Ok(Event::Start(_)) => self.open(false).map(Token::Open),
                Ok(Event::Empty(_)) => self.open(true).map(Token::Open),
                Ok(Event::End(_)) => {
                    let tag =
                        self.text[self.from..self.end()].strip_prefix("</").filter(|t| !t.contains('<'));
                    tag.and_then(name).map(Token::Close)
                }
                Ok(Event::Text(words)) => Some(Token::Text(words.into_inner())),
                Ok(Event::CData(words)) => Some(Token::Text(words.into_inner())),
                Ok(Event::GeneralRef(_)) => Some(Token::Text(reference(&self.text[self.from..self.end()]))),
                Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_)) => continue,
                Err(_) => None,
            };
            return token.or_else(|| self.recover());
        }
    }
}

fn reader(text: &str) -> Reader<&[u8]> {
    let mut reader = Reader::from_str(text);
    let config = reader.config_mut();
    config.allow_dangling_amp = true;
    config.allow_unmatched_ends = true;
    config.check_end_names = false;
    reader
}

/// The name at the start of a tag.
fn name(tag: &str) -> Option<&str> {
    let end = tag.find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap_or(tag.len());
    let name = &tag[..end];
    let starts = name.starts_with(|c: char| c.is_alphabetic() || c == '_');
    (starts && !name.contains(['<', '&', '"', '\'', '='])).then_some(name)
}

/// Whether the attributes are written as XML wants them, so that a `<` among them is one inside quotes.
fn is_sound(mut attributes: Attributes<'_>) -> bool {
    let is_name = |key: &str| !key.contains(['<', '>', '"', '\'']);
    attributes.with_checks(false).all(|attribute| attribute.is_ok_and(|a| is_name(a.key.as_ref())))
}

fn reference(written: &str) -> Cow<'_, str> {
    let name = written.strip_prefix('&').and_then(|name| name.strip_suffix(';'));
    name.and_then(entity::resolve).unwrap_or(Cow::Borrowed(written))
}
