//! From a web archive to the reports in it: records read one by one, pages read on all cores, a few at a time.

use std::collections::VecDeque;
use std::io::BufRead;

use rayon::prelude::*;
use saydo_page::Hints;
use saydo_text::Report;
use saydo_warc::{Limits, Response, Responses, responses};

use crate::page::page;
use crate::{Item, Meter};

/// Bytes of pages that are read together; enough to keep all cores busy.
const WAITING: usize = 4 << 20;

/// So many pages are read together however short they are.
const MOST: usize = 1 << 8;

/// A record's page, or what is wrong with it.
type Found = Result<Response, saydo_warc::Error>;

/// The reports in an archive, in its order.
pub(crate) struct Archive {
    responses: Responses<Box<dyn BufRead + Send>>,
    stem: String,
    meter: Meter,
    waiting: Vec<Found>,
    ready: VecDeque<Item>,
    is_over: bool,
}

impl Archive {
    pub(crate) fn new(bytes: Box<dyn BufRead + Send>, stem: &str, meter: &Meter) -> Self {
        let (stem, meter) = (stem.to_owned(), meter.clone());
        let (waiting, ready) = (Vec::new(), VecDeque::new());
        Self { responses: responses(bytes, Limits::default()), stem, meter, waiting, ready, is_over: false }
    }

    /// Reads the pages that wait while the next ones are taken from the archive.
    fn fill(&mut self) {
        let waiting = std::mem::take(&mut self.waiting);
        let (stem, archive) = (&self.stem, &mut self.responses);
        let page = |found: Found| found.map(|response| reports(&response, stem));
        let (next, read) =
            rayon::join(|| batch(archive), || waiting.into_par_iter().map(page).collect::<Vec<_>>());
        self.is_over = next.is_empty();
        self.waiting = next;
        for found in read {
            match found {
                Ok(reports) if reports.is_empty() => self.meter.pass(),
                Ok(reports) => self.ready.extend(reports.into_iter().map(|r| Item::Report(Box::new(r)))),
                Err(error) => self.ready.push_back(Item::Bad(error.to_string())),
            }
        }
    }
}

/// The next pages, some at a time; none where the archive is at its end.
fn batch(responses: &mut impl Iterator<Item = Found>) -> Vec<Found> {
    let (mut batch, mut bytes) = (Vec::new(), 0);
    while bytes < WAITING && batch.len() < MOST {
        let Some(found) = responses.next() else { break };
        bytes += found.as_ref().map_or(0, |response| response.body.len());
        batch.push(found);
    }
    batch
}

impl Iterator for Archive {
    type Item = Item;

    fn next(&mut self) -> Option<Item> {
        while self.ready.is_empty() && !self.is_over {
            self.fill();
        }
        self.ready.pop_front()
    }
}

/// The reports of one response, named by its address, or by its number where it has none.
fn reports(response: &Response, stem: &str) -> Vec<Report> {
    let address = Some(response.address.as_str()).filter(|address| !address.is_empty());
    let id = address.map_or_else(|| format!("{stem}-{}", response.number), str::to_owned);
    if response.form.as_deref() == Some("text/plain") && !saydo_page::is_html(&response.body) {
        return plain(response, address, &id);
    }
    let hints = Hints { address, charset: response.charset.as_deref(), published: None };
    page(&response.body, &hints, &id)
}

/// A text that is no page. Instructions for crawlers (RFC 9309) lie in every archive and are no report.
fn plain(response: &Response, address: Option<&str>, id: &str) -> Vec<Report> {
    let report = saydo_read::plain(id, &response.body);
    if report.text.trim().is_empty() || address.is_some_and(|a| a.ends_with("/robots.txt")) {
        return Vec::new();
    }
    vec![Report { url: address.map(str::to_owned), ..report }]
}
