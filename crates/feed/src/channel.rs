//! What a feed says about itself.

use std::rc::Rc;

use url::Url;

use crate::Pace;
use crate::atom;
use crate::draft::{Base, Notes};
use crate::pace::Saying;
use crate::space::Space::{Atom, Dublin, Plain};
use crate::tree::Element;

/// An address with what it is relative to.
type Link = (String, Option<Rc<Url>>);

/// What the fields of a channel said so far.
#[derive(Debug, Default)]
pub(crate) struct Channel {
    /// The title, as plain text.
    pub(crate) title: Option<String>,
    /// The language, as given.
    pub(crate) language: Option<String>,
    /// Atom's authors, who hold for entries without their own.
    pub(crate) authors: Vec<String>,
    /// Dublin Core's publisher, who holds for items without their own.
    pub(crate) publisher: Option<String>,
    link: Option<Link>,
    next: Option<Link>,
    hubs: Vec<Link>,
    saying: Saying,
}

impl Channel {
    /// Takes a field of the channel.
    pub(crate) fn take(&mut self, field: &Element<'_>, is_atom: bool, notes: &mut Notes) {
        let is_own = field.space == Plain || (is_atom && field.space == Atom);
        match field.name.as_str() {
            "title" if is_own => keep(&mut self.title, || field.plain()),
            "link" if is_atom && is_own => self.relate(field),
            "link" if field.space == Atom => self.relate(field),
            "link" if is_own => self.site(Some(&field.text).map(|text| text.trim()), field),
            "language" if is_own || field.space == Dublin => keep(&mut self.language, || Some(field.line())),
            "author" if is_own && is_atom => self.authors.extend(atom::person(field)),
            "publisher" if field.space == Dublin => keep(&mut self.publisher, || field.plain()),
            _ => self.saying.take(field, notes),
        }
    }

    /// Takes a link that says what it is for.
    fn relate(&mut self, field: &Element<'_>) {
        let Some(href) = field.attribute("href") else {
            return self.site(Some(field.text.trim()), field);
        };
        let link = || (href.to_owned(), field.base.clone());
        match field.attribute("rel").unwrap_or("alternate").to_ascii_lowercase().as_str() {
            "alternate" if field.attribute("type").is_none_or(|form| form.contains("html")) => {
                self.site(Some(href), field);
            }
            "next" => self.next = self.next.take().or_else(|| Some(link())),
            "hub" => self.hubs.push(link()),
            _ => {}
        }
    }

    fn site(&mut self, link: Option<&str>, field: &Element<'_>) {
        let link = link.filter(|link| !link.is_empty() && self.link.is_none());
        self.link = self.link.take().or_else(|| link.map(|link| (link.to_owned(), field.base.clone())));
    }

    /// The site's address, and what relative links are relative to.
    pub(crate) fn base(&self, address: Option<&Url>) -> (Option<String>, Base) {
        let found = self
            .link
            .as_ref()
            .and_then(|(link, base)| Base::new(None, address).absolute(link, base.as_deref()));
        let base = Base::new(found.as_deref(), address);
        (found, base)
    }

    /// The next part, the hubs, and the pace.
    pub(crate) fn rest(self, address: Option<&Url>) -> (Option<String>, Vec<String>, Pace) {
        let from = Base::new(None, address);
        let absolute = |(link, base): &Link| from.absolute(link, base.as_deref());
        let next = self.next.as_ref().and_then(absolute);
        let hubs = self.hubs.iter().filter_map(absolute).collect();
        (next, hubs, self.saying.pace())
    }
}

fn keep(place: &mut Option<String>, value: impl FnOnce() -> Option<String>) {
    if place.is_none() {
        *place = value().filter(|value| !value.is_empty());
    }
}
