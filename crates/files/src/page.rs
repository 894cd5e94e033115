//! From a web page to the reports in it.

use saydo_page::{Hints, Kind, Page, read, reports};
use saydo_text::Report;

/// The reports of one page; none where it holds no article.
pub(crate) fn page(bytes: &[u8], hints: &Hints<'_>, id: &str) -> Vec<Report> {
    let page = read(bytes, hints);
    if page.kind == Kind::Listing { Vec::new() } else { told(&page, id) }
}

fn told(page: &Page, id: &str) -> Vec<Report> {
    let mut reports = reports(page, id);
    reports.retain(|report| !report.text.trim().is_empty());
    reports
}
