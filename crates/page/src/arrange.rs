//! What stands around and in the body of an article to its parts: title, standfirst, body, and the lines in between.

use crate::boiler::is_boiler;
use crate::byline::{is_byline, names};
use crate::date::is_dated;
use crate::mark::Marks;
use crate::site::Site;
use crate::tree::At;
use crate::walk::{Form, Found};
use crate::words::{ends_sentence, is_within, letters};

/// A standfirst has no more characters than this, and no fewer bytes than the other.
const LONG: usize = 700;
const SHORT: usize = 20;
/// A paragraph outside the body that has no mark must have this many bytes to be one of the report.
const PLAIN: usize = 60;
/// How many paragraphs below the title may be its byline, its date and the like.
const HEAD: usize = 10;

/// The parts of an article.
#[derive(Debug, Default)]
pub(crate) struct Parts {
    /// The title as it stands in the page.
    pub(crate) title: Option<String>,
    /// The standfirst.
    pub(crate) lead: Option<String>,
    /// The paragraphs of the body.
    pub(crate) body: Vec<Found>,
    /// All else between title and body: bylines, times, labels.
    pub(crate) lines: Vec<String>,
    /// Those below the title that are names and nothing else.
    pub(crate) names: Vec<String>,
}

/// Where the head of an article ends.
#[derive(Clone, Copy)]
struct Head {
    title: Option<usize>,
    /// The last byline or date below the title.
    info: Option<usize>,
}

/// The parts in `found`, the paragraphs from the start of the outer ground to the end of the inner.
pub(crate) fn arrange(site: &Site<'_>, found: Vec<Found>) -> Parts {
    let head = head(site, &found);
    let mut parts = Parts::default();
    for (at, paragraph) in found.into_iter().enumerate() {
        if head.title == Some(at) {
            parts.title = Some(main_part(site, &paragraph).unwrap_or(paragraph.text));
        } else {
            if head.info.is_some_and(|info| at <= info)
                && head.title.is_some_and(|title| at > title)
                && is_name(&paragraph)
            {
                parts.names.push(paragraph.text.clone());
            }
            place(site, &mut parts, paragraph, at, head);
        }
    }
    parts
}

/// The longest of the parts of a title that is set in parts: the others are labels.
fn main_part(site: &Site<'_>, title: &Found) -> Option<String> {
    let children: Vec<At> = site.tree.children(title.at).collect();
    let blank = |at: At| site.tree.text(at).is_some_and(|(text, _)| text.trim().is_empty());
    let shown = children.into_iter().filter(|&at| !blank(at));
    let lines: Vec<Option<String>> =
        shown.map(|at| site.tree.tag(at).and_then(|_| site.short_line(at))).collect();
    let lines: Vec<String> = lines.into_iter().collect::<Option<_>>()?;
    let label = lines.first().is_some_and(|first| is_within(first, 40) && !first.ends_with([':', ',', '-']));
    let longest = lines.iter().max_by_key(|line| line.len())?;
    (lines.len() == 2 && label && lines[1] == *longest && longest.len() > 20).then(|| longest.clone())
}

fn place(site: &Site<'_>, parts: &mut Parts, paragraph: Found, at: usize, head: Head) {
    let is_inner = paragraph.at >= site.ground.inner;
    let below = head.title.is_some_and(|title| at > title);
    let before_info = below && head.info.is_some_and(|info| at < info);
    let next = head.title.is_some_and(|title| at == title + 1);
    let opens = parts.lead.is_none() && no_prose(&parts.body);
    if paragraph.form == Form::Caption {
        parts.body.push(paragraph);
    } else if head.title.is_some() && !below || head.info == Some(at) {
        parts.lines.push(paragraph.text);
    } else if opens && is_lead(site, &paragraph, next, before_info) {
        parts.lead = Some(paragraph.text);
    } else if before_info && !is_prose(&paragraph) {
        parts.lines.push(paragraph.text);
    } else if is_inner || (below && is_prose(&paragraph) && paragraph.text.len() >= PLAIN) {
        parts.body.push(paragraph);
    } else {
        parts.lines.push(paragraph.text);
    }
}

fn head(site: &Site<'_>, found: &[Found]) -> Head {
    let inner = site.ground.inner;
    let first = found.iter().position(|found| found.at >= inner && is_prose(found)).unwrap_or(found.len());
    let title = title(site, &found[..first]);
    let start = title.map_or(0, |title| title + 1);
    let mut prose = 0;
    let mut info = None;
    for (at, paragraph) in found.iter().enumerate().skip(start).take(HEAD) {
        if is_info(paragraph) {
            info = Some(at);
        } else if is_prose(paragraph) {
            prose += 1;
        }
        if prose > 1 {
            break;
        }
    }
    Head { title, info }
}

/// The title: the last of the first level, else what the page's head calls it, else the first title.
fn title(site: &Site<'_>, head: &[Found]) -> Option<usize> {
    let is_first = |found: &Found| found.form == Form::Heading(1);
    let said: Vec<String> = crate::headline::said(site).iter().map(|title| letters(title)).collect();
    let parts: Vec<String> = crate::headline::parts(site)
        .iter()
        .map(|part| letters(part))
        .filter(|part| part.len() > 12)
        .collect();
    let is_said = |found: &Found| {
        let own = letters(&found.text);
        own.len() > 12 && found.form != Form::Caption && said.contains(&own)
    };
    let is_in = |found: &Found| {
        let own = letters(&found.text);
        let is_part = |said: &String| said.contains(&own) || parts.iter().any(|part| own.starts_with(part));
        own.len() > 20 && found.form != Form::Caption && !is_info(found) && said.iter().any(is_part)
    };
    let is_title = |found: &Found| matches!(found.form, Form::Heading(2..=4)) && !found.is_link();
    let said_first = head.iter().rposition(|found| is_first(found) && is_said(found));
    said_first
        .or_else(|| head.iter().rposition(is_said))
        .or_else(|| head.iter().rposition(|found| is_first(found) && !found.is_link()))
        .or_else(|| head.iter().rposition(is_in))
        .or_else(|| head.iter().position(is_title))
}

fn no_prose(body: &[Found]) -> bool {
    body.iter().all(|found| found.form == Form::Caption)
}

fn is_prose(found: &Found) -> bool {
    matches!(found.form, Form::Paragraph | Form::Item | Form::Quote)
        && !found.is_link()
        && (ends_sentence(&found.text) || found.text.len() > 120)
        && !is_info(found)
        && !is_boiler(found)
}

/// A byline, a date, or both.
fn is_info(found: &Found) -> bool {
    let text = found.text.as_str();
    is_within(text, 160)
        && matches!(found.form, Form::Paragraph | Form::Item)
        && (is_byline(text)
            || is_name(found)
            || (is_dated(text) && is_within(text, 110) && (!ends_sentence(text) || is_within(text, 50))))
}

/// A name and nothing else.
fn is_name(found: &Found) -> bool {
    let text = found.text.as_str();
    let plain = found.strong * 2 < text.len() && found.form == Form::Paragraph;
    plain
        && is_within(text, 40)
        && !ends_sentence(text)
        && names(text).first().is_some_and(|name| name == text)
}

/// Whether the paragraph is a standfirst: by its name, as what the page says of itself, as a title below the title, or
/// as what stands between the title and the byline.
fn is_lead(site: &Site<'_>, found: &Found, next: bool, before_info: bool) -> bool {
    let fits = found.text.len() >= SHORT && is_within(&found.text, LONG);
    let dated =
        || saydo_read::dateline(&found.text).is_some_and(|length| length > 0 && length < found.text.len());
    if !fits || found.is_link() || is_boiler(found) || is_info(found) || dated() {
        return false;
    }
    let named = holders(site, found.at).any(|at| site.layout.marks[at].has(Marks::LEAD));
    let below = next && matches!(found.form, Form::Heading(2..=4)) && found.text.len() > 30;
    let between = before_info && found.text.split_whitespace().count() > 4 && found.form != Form::Item;
    named
        || below
        || between
        || (found.at < site.ground.inner && (is_described(site, &found.text) || next && is_prose(found)))
}

/// The block of a paragraph and the two around it, if they hold little else.
fn holders<'s>(site: &'s Site<'_>, at: At) -> impl Iterator<Item = At> + 's {
    let up = std::iter::successors(Some(at), |&at| (at > 0).then(|| site.tree.parent(at)));
    up.take(3).filter(move |&holder| holder > site.ground.outer && site.tree.end(holder) - holder < 40)
}

fn is_described(site: &Site<'_>, text: &str) -> bool {
    let known = letters(text);
    let names = ["og:description", "description", "twitter:description"];
    names.iter().filter_map(|name| site.meta.first(&[name])).any(|said| letters(said) == known)
}
