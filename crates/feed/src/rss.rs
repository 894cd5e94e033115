//! RSS 0.9 to 2.0 to items.

use crate::draft::Draft;
use crate::draft::Notes;
use crate::person;
use crate::space::Space::{Atom, Burner, Content, Dublin, Media, Other, Page, Plain, Podcast};
use crate::tree::{Element, Name};

/// Where dates of publication stand, the best first.
const PUBLISHED: &[Name] = &[
    (Plain, "pubdate"),
    (Dublin, "date"),
    (Dublin, "date.issued"),
    (Dublin, "issued"),
    (Plain, "published"),
    (Atom, "published"),
];
const UPDATED: &[Name] = &[
    (Atom, "updated"),
    (Plain, "updated"),
    (Dublin, "modified"),
    (Dublin, "date.modified"),
    (Plain, "lastmod"),
];
const TITLE: &[Name] =
    &[(Plain, "title"), (Atom, "title"), (Media, "title"), (Dublin, "title"), (Podcast, "title")];
const SUMMARY: &[Name] = &[
    (Plain, "description"),
    (Plain, "summary"),
    (Atom, "summary"),
    (Dublin, "description"),
    (Dublin, "abstract"),
    (Media, "description"),
    (Podcast, "summary"),
];
const CONTENT: &[Name] = &[
    (Content, "encoded"),
    (Page, "body"),
    (Page, "div"),
    (Other, "full-text"),
    (Plain, "full-text"),
    (Plain, "fulltext"),
    (Atom, "content"),
    (Plain, "content"),
];

/// The item in `element`.
pub(crate) fn item(element: &Element<'_>, notes: &mut Notes) -> Draft {
    let mut draft = Draft { id: id(element), links: links(element), ..Draft::default() };
    let item = &mut draft.item;
    item.title = element.first(TITLE).and_then(Element::plain);
    item.summary = text(element, SUMMARY);
    item.content = text(element, CONTENT);
    item.authors = authors(element);
    item.publisher = publisher(element);
    item.language =
        element.words(&[(Dublin, "language")]).or(element.attribute("xml:lang").map(str::to_owned));
    item.published =
        notes.date(PUBLISHED.iter().flat_map(|name| element.all(*name)).map(|date| date.text.as_str()));
    item.updated =
        notes.date(UPDATED.iter().flat_map(|name| element.all(*name)).map(|date| date.text.as_str()));
    draft
}

fn text(element: &Element<'_>, names: &[Name]) -> Option<String> {
    let group = element.all((Media, "group")).find_map(|group| group.first(names));
    element.first(names).or(group).and_then(Element::html)
}

fn id(element: &Element<'_>) -> Option<String> {
    element.words(&[(Plain, "guid"), (Atom, "id")])
}

/// What may be the item's link, the best first.
fn links(element: &Element<'_>) -> Vec<(String, Option<std::rc::Rc<url::Url>>)> {
    let mut links = Vec::new();
    let mut add = |link: Option<&str>, at: &Element<'_>| {
        links.extend(
            link.map(str::trim)
                .filter(|link| !link.is_empty())
                .map(|link| (link.to_owned(), at.base.clone())),
        );
    };
    for burner in element.all((Burner, "origlink")) {
        add(Some(&burner.text), burner);
    }
    for link in element.all((Plain, "link")) {
        add(Some(&link.text), link);
        add(link.attribute("href"), link);
    }
    for link in
        element.all((Atom, "link")).filter(|link| matches!(link.attribute("rel"), None | Some("alternate")))
    {
        add(link.attribute("href"), link);
    }
    for guid in element.all((Plain, "guid")).filter(|guid| guid.attribute("ispermalink") != Some("false")) {
        add(Some(&guid.text).map(|text| text.trim()).filter(|text| is_web(text)), guid);
    }
    add(element.attribute("rdf:about").filter(|about| is_web(about)), element);
    links
}

fn is_web(text: &str) -> bool {
    let text = text.to_ascii_lowercase();
    text.starts_with("http://") || text.starts_with("https://")
}

fn authors(element: &Element<'_>) -> Vec<String> {
    let named =
        |name: Name| -> Vec<String> { element.all(name).filter_map(|a| person::name(&a.text)).collect() };
    let atom = element.all((Atom, "author")).filter_map(|author| author.words(&[(Atom, "name")]));
    let mut authors = named((Dublin, "creator"));
    authors.extend(named((Plain, "author")));
    authors.extend(atom);
    if authors.is_empty() { named((Podcast, "author")) } else { authors }
}

/// `source`, then Dublin Core's publisher and source, where those are names.
fn publisher(element: &Element<'_>) -> Option<String> {
    let names = [(Plain, "source"), (Dublin, "publisher"), (Dublin, "source")];
    let given = names.iter().flat_map(|name| element.all(*name)).filter_map(Element::plain);
    given.into_iter().find(|name| !is_web(name))
}
