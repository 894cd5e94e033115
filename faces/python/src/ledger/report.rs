//! A report of a ledger as a row.

use jiff::civil::Date;
use saydo_ledger::Listed;

saydo_arrow::table! {
    /// A report without its text.
    #[derive(serde::Serialize)]
    pub(crate) Report {
        "its number in the ledger",
        number: u32;
        "its id, as the input named it",
        id: String;
        "its headline",
        title: Option<String>;
        "where it was published",
        url: Option<String>;
        "who published it",
        publisher: Option<String>;
        "as whose voice it counts",
        family: String;
        "the day of publication, in UTC",
        published: Option<Date>;
        "the day it came in",
        added: Option<Date>;
        "its language, as ISO 639",
        language: Option<String>;
        "the number of the report that it copies",
        copy_of: Option<u32>;
        "how many statements were read in it",
        statements: u32;
        "how many events were read in it",
        events: u32;
        "the number of the revision that it replaced",
        revision_of: Option<u32>;
    }
}

pub(super) fn rows(listed: Vec<Listed>) -> Vec<Report> {
    let row = |report: Listed| Report {
        number: report.number,
        id: report.id,
        title: report.title,
        url: report.url,
        publisher: report.publisher,
        family: report.family,
        published: report.published,
        added: Some(report.added),
        language: report.language,
        copy_of: report.copy_of,
        statements: report.statements,
        events: report.events,
        revision_of: report.revision_of,
    };
    listed.into_iter().map(row).collect()
}
