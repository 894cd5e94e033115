//! A statement of a ledger as a row.

use jiff::civil::Date;
use saydo_ledger::Statement as Found;

saydo_arrow::table! {
    /// A statement with its words.
    #[derive(serde::Serialize)]
    pub(crate) Statement {
        "its id: number of the report and its own there",
        id: String;
        "the number of its report",
        report: u32;
        "direct, indirect or mixed",
        kind: String;
        "what its cue does: say, announce, deny and so on",
        act: Option<String>;
        "whether the cue is negated",
        negated: bool;
        "who says so, as the report has it",
        speaker: Option<String>;
        "the actor code of the same",
        speaker_code: Option<String>;
        "the name of the same",
        speaker_name: Option<String>;
        "the name of whom it is said to",
        addressee: Option<String>;
        "what is said, in one or more pieces",
        content: Vec<String>;
        "whether it stands in quotation marks, at least in part",
        quoted: bool;
        "when it was said, as TIMEX3, where the text tells",
        said: Option<String>;
        "the day on which it was said, else that of publication",
        day: Option<Date>;
        "the id of the statement in whose content it stands",
        within: Option<String>;
        "the sentences that hold it",
        sentence: String;
        "their first code point in the report's text",
        start: usize;
        "the first one after them",
        end: usize;
        "the day of publication",
        published: Option<Date>;
        "who published it",
        publisher: Option<String>;
        "as whose voice its report counts",
        family: String;
        "its report's headline",
        title: Option<String>;
        "where its report was published",
        url: Option<String>;
    }
}

pub(super) fn rows(found: Vec<Found>) -> Vec<Statement> {
    found.into_iter().map(row).collect()
}

fn row(found: Found) -> Statement {
    let source = found.source.as_ref();
    Statement {
        id: found.id.to_string(),
        report: found.id.report,
        speaker: source.map(|source| source.text.clone()),
        speaker_code: source.and_then(|source| source.code.clone()),
        speaker_name: source.and_then(|source| source.name.clone()),
        kind: found.kind,
        act: found.act,
        negated: found.negated,
        addressee: found.addressee,
        content: found.content,
        quoted: found.quoted,
        said: found.said,
        day: found.day,
        within: found.within.map(|id| id.to_string()),
        sentence: found.sentence,
        start: found.at.start,
        end: found.at.end,
        published: found.published,
        publisher: found.publisher,
        family: found.family,
        title: found.title,
        url: found.url,
    }
}
