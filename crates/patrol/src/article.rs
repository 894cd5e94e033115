//! An item's page, or what its feed gives of it, to reports.

use saydo_fetch::Answer;
use saydo_ledger::{Origin, Raw};
use saydo_page::{Block, Hints, Kind, Page};
use saydo_rounds::{Job, Outcome, Pending};
use saydo_text::{Problem, ProblemKind, Report, Zone};

use crate::work::{Bench, Got, Part};

/// Reads the page of an item.
pub(crate) fn read(bench: &Bench, job: &Job, pending: &Pending, answer: &Answer) -> Got {
    if !is_page(answer) {
        let form = answer.form.as_deref().unwrap_or("something without a name");
        return failed(format!("it is {form}, and no page that can be read"));
    }
    let hints = Hints {
        address: Some(&answer.address),
        charset: answer.charset.as_deref(),
        published: pending.published.as_deref(),
    };
    let mut page = saydo_page::read(&answer.body, &hints);
    let is_of_feed = fill(&mut page, pending, &hints);
    if page.kind == Kind::Listing || (page.blocks.is_empty() && page.posts.is_empty()) {
        return failed("the page holds no article".to_owned());
    }
    if is_of_feed {
        // Made again of the page's bytes, the text would lose what only the feed gave.
        return Got::Article(parts(&page, job, Some(pending), None, &answer.address));
    }
    match keep(bench, answer, pending.published.clone()) {
        Ok(raw) => Got::Article(parts(&page, job, Some(pending), Some(&raw), &answer.address)),
        Err(error) => Got::Vault(error),
    }
}

fn failed(what: String) -> Got {
    Got::Other(Outcome::Failed { what, lasting: true })
}

fn is_page(answer: &Answer) -> bool {
    answer.form.as_deref().is_some_and(|form| form.contains("html")) || saydo_page::is_html(&answer.body)
}

/// Puts the feed's text in the place of the page's where the page shows less of the article, and says whether it did.
fn fill(page: &mut Page, pending: &Pending, hints: &Hints<'_>) -> bool {
    let is_cut = page.problems.iter().any(|problem| problem.kind == ProblemKind::Incomplete);
    let Some(text) = pending.text.as_deref().filter(|_| is_cut && page.posts.is_empty()) else {
        return false;
    };
    let blocks = saydo_page::fragment(text, hints);
    let is_longer = length(&blocks) > length(&page.blocks);
    if is_longer {
        page.blocks = blocks;
    }
    is_longer
}

fn length(blocks: &[Block]) -> usize {
    blocks.iter().map(|block| block.text.len()).sum()
}

/// What the feed itself gives of an item: its text, else its title. Where `why` tells that its page could not be had,
/// the report says so. Nothing where the feed gives nothing.
pub(crate) fn given(job: &Job, pending: &Pending, why: Option<&str>) -> Vec<Part> {
    let hints =
        Hints { address: pending.address.as_deref(), charset: None, published: pending.published.as_deref() };
    let mut blocks = saydo_page::fragment(pending.text.as_deref().unwrap_or_default(), &hints);
    if blocks.is_empty() {
        let title = pending.title.iter().filter(|title| !title.trim().is_empty());
        blocks.extend(title.map(|title| Block { zone: Zone::Body, text: title.clone() }));
    }
    if blocks.is_empty() {
        return Vec::new();
    }
    let lost = |why| {
        let detail = format!("Only what the feed gives of it was read; its page could not be: {why}.");
        Problem::new(ProblemKind::Incomplete, detail)
    };
    let page = Page {
        address: pending.address.clone(),
        headline: pending.title.clone(),
        published: pending.published.clone(),
        blocks,
        problems: why.map(lost).into_iter().collect(),
        ..Page::default()
    };
    let address = pending.address.as_deref().unwrap_or(&pending.id);
    parts(&page, job, Some(pending), None, address)
}

/// Keeps the raw bytes of a page.
pub(crate) fn keep(bench: &Bench, answer: &Answer, hint: Option<String>) -> Result<Raw, saydo_vault::Error> {
    Ok(Raw {
        key: bench.vault.keep(&answer.body)?.to_string(),
        address: answer.address.clone(),
        charset: answer.charset.clone(),
        fetched: bench.clock.now(),
        extracted_by: saydo_bureau::EXTRACTED_BY.to_owned(),
        part: None,
        hint,
    })
}

/// The reports of a page with their origins. The last one names the item, which is seen once all are in the ledger.
pub(crate) fn parts(
    page: &Page,
    job: &Job,
    pending: Option<&Pending>,
    raw: Option<&Raw>,
    address: &str,
) -> Vec<Part> {
    let id = page.address.as_deref().unwrap_or(address);
    let mut reports = saydo_page::reports(page, id);
    reports.retain(|report| !report.text.trim().is_empty());
    let last = reports.len().saturating_sub(1);
    let part = |(nth, mut report): (usize, Report)| {
        let post = report.id.strip_prefix(id).and_then(|rest| rest.strip_prefix('#')).map(str::to_owned);
        complete(&mut report, pending, address);
        let origin = Origin {
            source: job.source.clone(),
            item: pending.filter(|_| nth == last).map(|pending| pending.id.clone()),
            raw: raw.map(|raw| Raw { part: post, ..raw.clone() }),
            modified: page.modified.clone(),
            byline: (!page.bylines.is_empty()).then(|| page.bylines.join(", ")),
        };
        Part { report, origin }
    };
    reports.into_iter().enumerate().map(part).collect()
}

/// What the page leaves open is filled in from the feed: title, publisher, time. A report always has a publisher, at
/// least by the name of its host, since voices are counted by it.
fn complete(report: &mut Report, pending: Option<&Pending>, address: &str) {
    let of_feed = |value: fn(&Pending) -> &Option<String>| pending.and_then(|p| value(p).clone());
    report.title = report.title.take().or_else(|| of_feed(|p| &p.title));
    report.published = report.published.take().or_else(|| of_feed(|p| &p.published));
    let publisher = report.publisher.take().or_else(|| of_feed(|p| &p.publisher));
    let host = || Some(url::Url::parse(address).ok()?.host_str()?.trim_start_matches("www.").to_owned());
    report.publisher = publisher.or_else(host);
}
