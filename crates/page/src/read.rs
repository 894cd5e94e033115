//! Bytes to a page: all steps in their order.

use saydo_text::Zone;
use serde_json::Value;

use crate::arrange::{Parts, arrange};
use crate::clean::{Known, clean};
use crate::decode::decode;
use crate::grow::tree;
use crate::headline::{headline, site_name};
use crate::kind::{is_listing, is_live, is_opinion};
use crate::layout::{Care, Layout};
use crate::linked::{Linked, plain};
use crate::live;
use crate::meta::Meta;
use crate::page::{Block, Hints, Kind, Page};
use crate::people::{bylines, publisher, wire};
use crate::report::opening;
use crate::site::Site;
use crate::tree::Tree;
use crate::walk::walk;
use crate::when::when;
use crate::words::{ends_sentence, letters};

/// A body with less text than this, in bytes, is looked for again without trust in names.
const THIN: usize = 250;
/// A page with more teasers than this, and next to no text beside them, is a list.
const CARDS: usize = 4;
/// A text in JSON-LD longer than this, in bytes, is not held against the page's paragraph by paragraph.
const COMPARED: usize = 200_000;

/// Reads `bytes` as a page of HTML. It never fails: what could not be read is a problem of the page.
///
/// ```
/// use saydo_page::{Hints, Kind, read};
///
/// let html = b"<article><h1>Drills end</h1><p>The drills ended on Tuesday, the ministry said in a statement.</p></article>";
/// let hints = Hints { address: Some("https://example.org/2022/02/15/drills-end"), ..Hints::default() };
/// let page = read(html, &hints);
/// assert_eq!(page.kind, Kind::Article);
/// assert_eq!(page.published.as_deref(), Some("2022-02-15"));
/// ```
pub fn read(bytes: &[u8], hints: &Hints<'_>) -> Page {
    let decoded = decode(bytes, hints.charset);
    let tree = tree(&decoded.text);
    let linked = Linked::of(&tree);
    let meta = Meta::of(&tree, hints.address);
    let (site, parts) = best(&tree, &linked, &meta, hints);
    let mut page = Page { problems: decoded.problems, ..Page::default() };
    describe(&mut page, &site, parts.title.as_deref());
    fill(&mut page, &site, parts);
    judge(&mut page, &site, hints);
    page
}

/// The page laid out by its names; by its elements only, where names leave next to nothing of a long text.
fn best<'p>(tree: &'p Tree, linked: &'p Linked, meta: &'p Meta, hints: &Hints<'_>) -> (Site<'p>, Parts) {
    let laid = |care: Care| {
        let mut site = Site::new(tree, linked, meta, hints, care);
        let found = walk(tree, &site.layout, site.start(), tree.end(site.ground.inner));
        let mut parts = arrange(&site, found);
        site.lines = std::mem::take(&mut parts.lines);
        site.names = std::mem::take(&mut parts.names);
        (site, parts)
    };
    let first = laid(Care::Names);
    let size = |parts: &Parts| parts.body.iter().map(|found| found.text.len()).sum::<usize>();
    if size(&first.1) >= THIN || first.0.layout.cards > CARDS {
        return first;
    }
    let second = laid(Care::Elements);
    if size(&second.1) > 3 * size(&first.1) + THIN { second } else { first }
}

/// What is known of the page before its paragraphs are judged.
fn describe(page: &mut Page, site: &Site<'_>, shown: Option<&str>) {
    page.publisher = publisher(site);
    page.headline = headline(site, shown, page.publisher.as_deref());
    if page.publisher.is_none() {
        page.publisher = page.headline.as_deref().and_then(|headline| site_name(site, headline));
    }
    page.bylines = bylines(site, page.publisher.as_deref());
    page.address = site.address().map(str::to_owned);
    page.feeds.clone_from(&site.meta.feeds);
    page.links = crate::links::links(site);
}

fn fill(page: &mut Page, site: &Site<'_>, parts: Parts) {
    let known = Known { headline: page.headline.as_deref(), bylines: &page.bylines };
    page.lead = parts.lead;
    page.blocks = clean(parts.body, known);
    agree(page, site);
    page.dateline = opening(&page.blocks);
    page.wire = wire(site, page.dateline.as_deref(), page.publisher.as_deref());
}

fn judge(page: &mut Page, site: &Site<'_>, hints: &Hints<'_>) {
    let when = when(site, site.article(), hints.published);
    (page.published, page.modified) = (when.published, when.modified);
    page.problems.extend(when.problem);
    let captions: usize =
        page.blocks.iter().filter(|block| block.zone == Zone::Caption).map(|block| block.text.len()).sum();
    let text = size(&page.blocks) + captions + page.lead.as_ref().map_or(0, String::len);
    page.kind = kind(page, site, hints, text);
    let listing = page.kind == Kind::Listing;
    let told =
        page.kind == Kind::LiveBlog || (crate::wall::is_wall(site) && !crate::wall::is_kept_back(site));
    if !told {
        let text = if page.kind == Kind::Other { 0 } else { text };
        page.problems.extend(crate::wall::incomplete(site, text, listing));
    }
    if listing || page.kind == Kind::Other {
        page.blocks.clear();
        page.lead = None;
        page.dateline = None;
    }
    page.language = language(page, site);
}

fn kind(page: &mut Page, site: &Site<'_>, hints: &Hints<'_>, text: usize) -> Kind {
    if is_live(site) {
        let spread = Site::new(site.tree, site.linked, site.meta, hints, Care::Posts);
        page.posts = live::posts(&spread);
        if !page.posts.is_empty() {
            page.blocks = live::intro(&spread);
            return Kind::LiveBlog;
        }
    }
    if crate::wall::is_wall(site) {
        return Kind::Other;
    }
    if is_listing(site, text, prose(&page.blocks) + usize::from(page.lead.is_some()), page.links.len()) {
        Kind::Listing
    } else if text == 0 {
        Kind::Other
    } else if is_opinion(site, page.headline.as_deref()) {
        Kind::Opinion
    } else {
        Kind::Article
    }
}

/// How many of the blocks are paragraphs of a report.
fn prose(blocks: &[Block]) -> usize {
    let is_prose = |block: &&Block| match block.zone {
        Zone::Body => block.text.len() > 70 && ends_sentence(&block.text),
        zone => zone == Zone::Caption && block.text.len() > 40,
    };
    blocks.iter().filter(is_prose).count()
}

fn size(blocks: &[Block]) -> usize {
    blocks.iter().filter(|block| block.zone == Zone::Body).map(|block| block.text.len()).sum()
}

/// Holds the paragraphs against the article's text in JSON-LD: that one is taken where the page has much less, and
/// what stands in the page after its end is left out.
fn agree(page: &mut Page, site: &Site<'_>) {
    let said = site.article().and_then(|article| article.get("articleBody")).and_then(Value::as_str);
    let Some(said) = said.filter(|said| said.len() >= 150) else { return };
    let paragraphs = paragraphs(said);
    if size(&page.blocks) * 2 < size(&paragraphs) {
        page.blocks = paragraphs;
        return;
    }
    if said.len() < COMPARED && page.blocks.len() < 500 {
        end_as_said(&mut page.blocks, &letters(&plain(said)));
    }
}

/// Drops what follows the paragraph that ends the article's text, if nearly all before it is in that text.
fn end_as_said(blocks: &mut Vec<Block>, said: &str) {
    let is_said: Vec<bool> = blocks
        .iter()
        .map(|block| {
            let own = letters(&block.text);
            !own.is_empty() && said.contains(&own)
        })
        .collect();
    let Some(last) = is_said.iter().rposition(|&said| said) else { return };
    let whole = size(blocks);
    let known: usize = blocks
        .iter()
        .zip(&is_said)
        .filter(|(block, said)| **said && block.zone == Zone::Body)
        .map(|(block, _)| block.text.len())
        .sum();
    let ends = said.ends_with(&letters(&blocks[last].text));
    if !ends || known * 10 < whole * 8 {
        return;
    }
    let mut at = 0;
    blocks.retain(|block| {
        at += 1;
        at <= last + 1 || block.zone == Zone::Caption
    });
}

/// A text of JSON-LD as paragraphs.
pub(crate) fn paragraphs(text: &str) -> Vec<Block> {
    if text.contains("</p>") || text.contains("<br") || text.contains("<p>") {
        return fragment(text, &Hints::default());
    }
    let lines = text.split(['\n', '\r', '\u{2029}']).map(plain).filter(|line| !line.is_empty());
    lines.map(|text| Block { zone: Zone::Body, text }).collect()
}

/// The language: of the text where that is sure, else as the page says.
fn language(page: &Page, site: &Site<'_>) -> Option<String> {
    let posts = page.posts.iter().flat_map(|post| &post.blocks);
    let texts = page.blocks.iter().chain(posts).take(60).map(|block| block.text.as_str());
    let text = texts.collect::<Vec<_>>().join(
        "
",
    );
    let said = || site.article().and_then(|article| site.linked.name(article, "inLanguage"));
    let meta =
        || site.meta.first(&["og:locale", "content-language", "dc.language", "language"]).map(str::to_owned);
    let named =
        site.meta.language.clone().filter(|language| code(language).is_some()).or_else(meta).or_else(said);
    saydo_read::language(&text).map(str::to_owned).or_else(|| named.and_then(|named| code(&named)))
}

/// "en-GB" to "en".
fn code(language: &str) -> Option<String> {
    let first = language.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    ((2..=3).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_lowercase())).then_some(first)
}

/// The paragraphs in `html`, a piece of markup such as a feed holds; no paragraph depends on where it came from.
///
/// ```
/// let blocks = saydo_page::fragment("<p>One.</p><p>Two &amp; three.</p><script>no()</script>", &Default::default());
/// assert_eq!(blocks[1].text, "Two & three.");
/// ```
pub fn fragment(html: &str, _hints: &Hints<'_>) -> Vec<Block> {
    let end =
        (0..=html.len().min(crate::decode::LIMIT)).rev().find(|&at| html.is_char_boundary(at)).unwrap_or(0);
    let tree = tree(&html[..end]);
    let layout = Layout::of(&tree, Care::Names);
    clean(walk(&tree, &layout, 0, tree.len()), Known::default())
}
