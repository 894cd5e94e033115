//! Atom 0.3 and 1.0 to items.

use std::rc::Rc;

use saydo_text::ProblemKind;
use url::Url;

use crate::draft::{Draft, Notes};
use crate::space::Space::{Atom, Burner, Dublin, Media, Plain};
use crate::tree::{Element, Name};
use crate::{person, plain};

/// The date of publication, and Atom 0.3's names for it.
const PUBLISHED: &[&str] = &["published", "issued", "created"];
const UPDATED: &[&str] = &["updated", "modified"];

/// The item in `entry`; `authors` are those of the whole feed.
pub(crate) fn item(entry: &Element<'_>, authors: &[String], notes: &mut Notes) -> Draft {
    let mut draft = Draft { id: words(entry, "id"), links: links(entry), ..Draft::default() };
    let source = field(entry, "source");
    let item = &mut draft.item;
    item.title = field(entry, "title").and_then(Element::plain);
    item.summary = field(entry, "summary").and_then(|s| text(s, notes)).or_else(|| media(entry));
    item.content = field(entry, "content").and_then(|c| text(c, notes));
    item.authors = people(entry);
    if item.authors.is_empty() {
        item.authors =
            source.map(people).filter(|found| !found.is_empty()).unwrap_or_else(|| authors.to_vec());
    }
    let title = source.and_then(|source| field(source, "title")).and_then(Element::plain);
    item.publisher = title.or_else(|| entry.words(&[(Dublin, "publisher"), (Dublin, "source")]));
    item.language =
        entry.attribute("xml:lang").map(str::to_owned).or_else(|| entry.words(&[(Dublin, "language")]));
    item.updated = date(entry, UPDATED, notes);
    item.published = date(entry, PUBLISHED, notes);
    let dublin = || entry.all((Dublin, "date")).map(|date| date.text.as_str());
    item.published = item.published.take().or_else(|| notes.date(dublin())).or_else(|| item.updated.clone());
    draft
}

/// Elements of Atom, also where a feed forgot its namespace.
fn fields<'e, 't>(element: &'e Element<'t>, name: &'static str) -> impl Iterator<Item = &'e Element<'t>> {
    element.children.iter().filter(move |child| matches!(child.space, Atom | Plain) && child.name == name)
}

fn field<'e, 't>(element: &'e Element<'t>, name: &'static str) -> Option<&'e Element<'t>> {
    let filled = |field: &&Element<'t>| !field.text.trim().is_empty() || !field.children.is_empty();
    fields(element, name).find(filled)
}

fn words(element: &Element<'_>, name: &'static str) -> Option<String> {
    field(element, name).map(Element::line).filter(|words| !words.is_empty())
}

fn date(entry: &Element<'_>, names: &[&'static str], notes: &mut Notes) -> Option<String> {
    notes.date(names.iter().flat_map(|name| fields(entry, name)).map(|date| date.text.as_str()))
}

/// The names of the authors.
fn people(element: &Element<'_>) -> Vec<String> {
    let authors = fields(element, "author").filter_map(person);
    let creators = element.all((Dublin, "creator")).filter_map(|creator| person::name(&creator.text));
    authors.chain(creators).collect()
}

/// The name in an Atom person, else the mail address.
pub(crate) fn person(author: &Element<'_>) -> Option<String> {
    match (words(author, "name"), words(author, "email")) {
        (Some(name), _) => person::name(&name),
        (None, mail) if author.marked => mail,
        (None, _) => person::name(&author.text),
    }
}

/// A text construct as HTML. Text whose form is no text is left out.
fn text(element: &Element<'_>, notes: &mut Notes) -> Option<String> {
    let form = element.attribute("type").unwrap_or("text").to_ascii_lowercase();
    let is_base64 = element.attribute("mode").is_some_and(|mode| mode.eq_ignore_ascii_case("base64"));
    let is_text = ["text", "html", "xhtml"].contains(&form.as_str())
        || form.starts_with("text/")
        || form.starts_with("application/xhtml");
    if is_base64 || !is_text {
        notes.tell(
            ProblemKind::BadFeed,
            &format!("its {} is of the form {form}; it was left out.", element.name),
        );
        return None;
    }
    let is_plain =
        ["text", "text/plain"].contains(&form.as_str()) && element.name == "content" && !element.marked;
    let marked = is_plain && element.text.contains("</");
    if is_plain && !marked {
        return Some(plain::paragraphs(&element.text)).filter(|html| !html.is_empty());
    }
    element.html()
}

/// Media RSS's description, as in feeds of films.
fn media(entry: &Element<'_>) -> Option<String> {
    let names: &[Name] = &[(Media, "description")];
    let group = entry.all((Media, "group")).find_map(|group| group.first(names));
    entry.first(names).or(group).and_then(Element::html)
}

/// What may be the entry's link, the best first: Feedburner's original, pages, other alternates, content elsewhere.
fn links(entry: &Element<'_>) -> Vec<(String, Option<Rc<Url>>)> {
    let burner = entry.all((Burner, "origlink")).map(|link| (link.text.trim().to_owned(), link.base.clone()));
    let mut links: Vec<_> = burner.collect();
    let alternates: Vec<_> = fields(entry, "link").filter(|link| is_alternate(link)).collect();
    let (pages, others): (Vec<_>, Vec<_>) = alternates.into_iter().partition(|link| is_page(link));
    let content = fields(entry, "content").filter_map(|content| Some((content, content.attribute("src")?)));
    let given = pages.into_iter().chain(others).filter_map(|link| {
        Some((link, link.attribute("href").or(Some(link.text.trim()).filter(|text| !text.is_empty()))?))
    });
    let given = given.chain(content).map(|(at, link)| (link.to_owned(), at.base.clone()));
    links.extend(given);
    links.extend(words(entry, "id").filter(|id| id.starts_with("http")).map(|id| (id, None)));
    links
}

fn is_alternate(link: &Element<'_>) -> bool {
    link.attribute("rel").is_none_or(|rel| rel.eq_ignore_ascii_case("alternate"))
}

/// Whether an alternate is a page, rather than the same in another form.
fn is_page(link: &Element<'_>) -> bool {
    link.attribute("type").is_none_or(|form| form.contains("html"))
}
