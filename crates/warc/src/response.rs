//! From a record to the response in it.

use crate::body::{Fault, body, plain};
use crate::fields::form;
use crate::http::Http;
use crate::record::{Kind, Record};

/// The forms that news comes in, as MIME types.
const WANTED: [&str; 3] = ["text/html", "application/xhtml+xml", "text/plain"];

/// One page as a crawler got it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Response {
    /// Where it came from, as the record says; empty where it does not.
    pub address: String,
    /// When it was fetched, as the record says in `WARC-Date`. This is no publication time.
    pub crawled: String,
    /// The HTTP status, 200 to 299; 200 for a body that was kept without one.
    pub status: u16,
    /// The MIME type, in lower case.
    pub form: Option<String>,
    /// The charset that the header names.
    pub charset: Option<String>,
    /// The body, its chunks joined and its content codings undone.
    pub body: Vec<u8>,
    /// Which record of the archive, counted from 1 over records of all kinds.
    pub number: u64,
}

/// The response in `block`; `None` where it is not one that comes.
pub(crate) fn response(record: &Record, block: &[u8], limit: usize) -> Result<Option<Response>, Fault> {
    match record.kind {
        Kind::Response => exchange(record, block, limit),
        Kind::Resource => resource(record, block, limit),
        Kind::Other => Ok(None),
    }
}

fn exchange(record: &Record, block: &[u8], limit: usize) -> Result<Option<Response>, Fault> {
    // Answers of DNS and FTP are kept as responses too.
    if record.form.as_deref().is_some_and(|form| form != "application/http") {
        return Ok(None);
    }
    let http = Http::read(block).map_err(Fault::Http)?;
    let (form, charset) = http.head.get("Content-Type").map(form).unzip();
    let form = form.or_else(|| record.found.clone());
    if !(200..300).contains(&http.status) || !is_wanted(form.as_deref()) {
        return Ok(None);
    }
    let body = body(&http, limit)?;
    Ok(Some(Response { status: http.status, form, charset: charset.flatten(), body, ..known(record) }))
}

fn resource(record: &Record, block: &[u8], limit: usize) -> Result<Option<Response>, Fault> {
    if !is_wanted(record.form.as_deref()) {
        return Ok(None);
    }
    let body = plain(block, "", limit).map_err(Fault::Unfold)?;
    Ok(Some(Response { form: record.form.clone(), charset: record.charset.clone(), body, ..known(record) }))
}

fn is_wanted(form: Option<&str>) -> bool {
    form.is_some_and(|form| WANTED.contains(&form))
}

/// What the record's header says; the rest is filled in.
fn known(record: &Record) -> Response {
    Response {
        address: record.address.clone(),
        crawled: record.crawled.clone(),
        status: 200,
        form: None,
        charset: None,
        body: Vec::new(),
        number: 0,
    }
}
