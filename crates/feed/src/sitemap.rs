//! Sitemaps, news sitemaps and indexes of sitemaps to items.

use crate::draft::{Draft, Notes};
use crate::space::Space::{News, Plain};
use crate::tree::Element;

/// The page or sitemap in `element`, and whether it is one of a news sitemap.
pub(crate) fn item(element: &Element<'_>, notes: &mut Notes) -> (Draft, bool) {
    let mut draft = Draft::default();
    draft.links.extend(element.words(&[(Plain, "loc")]).map(|link| (link, element.base.clone())));
    let day = element.first(&[(Plain, "lastmod")]);
    draft.item.updated = notes.date(day.map(|day| day.text.as_str()));
    let news = element.all((News, "news")).next();
    if let Some(news) = news {
        tell(news, &mut draft, notes);
    }
    (draft, news.is_some())
}

fn tell(news: &Element<'_>, draft: &mut Draft, notes: &mut Notes) {
    let item = &mut draft.item;
    item.title = news.first(&[(News, "title")]).and_then(Element::plain);
    item.published = notes.date(news.all((News, "publication_date")).map(|date| date.text.as_str()));
    if let Some(publication) = news.all((News, "publication")).next() {
        item.publisher = publication.first(&[(News, "name")]).and_then(Element::plain);
        item.language = publication.words(&[(News, "language")]);
    }
}
