//! A report in a list, and a whole report with what was read in it.

use serde::Serialize;

use super::Day;

/// A report in a list.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Listed {
    /// The ledger's number.
    pub number: u32,
    /// The report's id as its input gave it.
    pub id: String,
    /// The headline.
    pub title: Option<String>,
    /// The address.
    pub url: Option<String>,
    /// The outlet.
    pub publisher: Option<String>,
    /// The publisher family.
    pub family: String,
    /// The day of publication.
    pub published: Option<Day>,
    /// The day it came in.
    pub added: Day,
    /// The language.
    pub language: Option<String>,
    /// The number of the report that it copies.
    pub copy_of: Option<u32>,
    /// How many statements it has.
    pub statements: u32,
    /// How many events it has.
    pub events: u32,
    /// The number of the revision that it replaced.
    pub revision_of: Option<u32>,
    /// The day on which a later revision replaced it.
    pub superseded: Option<Day>,
    /// How its text begins.
    pub snippet: Option<String>,
}

/// A whole report.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[cfg_attr(test, schemars(rename = "Report"))]
pub(crate) struct Whole {
    /// The report.
    pub report: Listed,
    /// Its text, into which the spans of the record point.
    pub text: String,
    /// What is read in it: the public record `saydo/1`, whose spans count Unicode code points.
    #[cfg_attr(test, schemars(with = "crate::openapi::Record"))]
    pub record: saydo_record::Record,
    /// The versions of program, weights and tables with which the ledger's reading was made.
    pub read_by: String,
    /// Whether these are the versions of this program, so that the record shown is the ledger's reading.
    pub same_reading: bool,
    /// All revisions of the report, this one among them.
    pub revisions: Vec<Listed>,
    /// Reports that copy it.
    pub copies: Vec<CopiedBy>,
    /// What was wrong with it when it came in.
    pub problems: Vec<Trouble>,
}

/// A report that copies another.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct CopiedBy {
    /// The number of the copy.
    pub number: u32,
    /// Its outlet.
    pub publisher: Option<String>,
    /// Why it is taken for a copy.
    pub why: String,
    /// How much they share, from 0 to 1.
    pub similarity: f32,
}

/// What is wrong with a report.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Trouble {
    /// The permanent code.
    pub kind: String,
    /// What, where, and what to do.
    pub detail: String,
}

/// What became of reports that were sent in.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Took {
    /// Reports that are new.
    pub new: usize,
    /// Reports that were there already.
    pub known: usize,
    /// New texts of known addresses.
    pub revised: usize,
    /// Lines that hold no report.
    pub problems: Vec<Problematic>,
}

/// A line that holds no report.
#[derive(Clone, Debug, Serialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
pub(crate) struct Problematic {
    /// Its number, from 1.
    pub line: u64,
    /// What is wrong with it.
    pub detail: String,
}
