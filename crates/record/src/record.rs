//! The public record of one report, as `saydo code` prints it: one JSON object on one line.
//!
//! Offsets count Unicode code points from the start of the report's `text`, end exclusive. The keys stand in the order
//! of the fields here.

mod event;
mod happen;
mod make;
mod place;
mod time;
mod triples;

use std::io::{self, Write};

use serde::{Deserialize, Serialize};

pub use place::Place;
pub use time::Time;

pub use event::{Count, Event, Force, Participant, Predicate, Triple, Words};

/// The name and number of this form; the number rises when a change would mislead an older reader.
pub const SCHEMA: &str = "saydo/1";

/// Everything that was read in one report.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Record {
    /// [`SCHEMA`].
    pub schema: String,
    /// Which report.
    pub report: About,
    /// The text that all offsets point into.
    pub text: String,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Who and what is mentioned, in the order of the text.
    pub mentions: Vec<Mention>,
    /// Whom and what the mentions mean.
    pub entities: Vec<Entity>,
    /// Dates, times, durations and sets, in the order of the text.
    pub times: Vec<Time>,
    /// Who said what, in the order of the text.
    pub statements: Vec<Statement>,
    /// Who did what, the report's main event first.
    pub events: Vec<Event>,
    /// Every clause's head with its standing, where asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub predicates: Option<Vec<Predicate>>,
    /// What could not be read as it should.
    pub problems: Vec<Problem>,
}

/// Which report a record is about.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    /// Its id.
    pub id: String,
    /// Its headline, where the input gives it apart from the text.
    pub title: Option<String>,
    /// Where it was published.
    pub url: Option<String>,
    /// Who published it.
    pub publisher: Option<String>,
    /// When, as the input says it.
    pub published: Option<String>,
    /// Its language, as ISO 639.
    pub language: Option<String>,
    /// SHA-256 of its text in UTF-8, in hexadecimal digits.
    pub sha256: String,
}

/// A sentence.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Its first code point.
    pub start: usize,
    /// The first one after it.
    pub end: usize,
    /// What part of the report it stands in: `headline`, `dateline`, `body`, `subheading`, `caption`.
    pub zone: String,
}

/// A span that names or points to somebody or something.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Mention {
    /// `m1`, `m2`, …
    pub id: String,
    /// Its first code point.
    pub start: usize,
    /// The first one after it.
    pub end: usize,
    /// What stands there.
    pub text: String,
    /// `place`, `person`, `organisation`, `group`, `role`, `demonym` or `pronoun`.
    pub kind: String,
    /// The id of the entity it means.
    pub entity: Option<String>,
    /// Why it has no entity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unresolved: Option<String>,
    /// The place it names.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
}

/// Whom or what mentions mean.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entity {
    /// `e1`, `e2`, …
    pub id: String,
    /// Its name.
    pub name: String,
    /// `person`, `country`, `organisation`, `place`, `group` or `role`.
    pub kind: String,
    /// Its actor code, where tables or text give one.
    pub actor: Option<Actor>,
}

/// Who acts, as PLOVER and CAMEO code it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Actor {
    /// Country and sector together, such as `RUSGOV`, or an organisation's code, such as `IGONAT`.
    pub code: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// PLOVER's sector, such as `GOV`.
    pub sector: Option<String>,
}

/// Somebody is reported to have said, written, asked, denied or thought something.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// `s1`, `s2`, …
    pub id: String,
    /// `direct`, `indirect` or `mixed`.
    pub kind: String,
    /// Who; none where the text hides it.
    pub source: Option<Party>,
    /// By which words; none for a quotation that goes on from before.
    pub cue: Option<Cue>,
    /// What, in one or more pieces.
    pub content: Vec<Piece>,
    /// To whom.
    pub addressee: Option<Party>,
    /// When it was said, as TIMEX3, where the text tells.
    pub said: Option<String>,
    /// The id of the statement in whose content this one stands.
    pub within: Option<String>,
    /// What led to it, where asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub because: Option<String>,
}

/// Somebody who speaks or is spoken to.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Party {
    /// Its first code point.
    pub start: usize,
    /// The first one after it.
    pub end: usize,
    /// What stands there.
    pub text: String,
    /// The id of the entity it means.
    pub entity: Option<String>,
    /// Why it has no entity.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub unresolved: Option<String>,
}

/// The words that report a statement.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cue {
    /// Its first code point.
    pub start: usize,
    /// The first one after it.
    pub end: usize,
    /// What stands there.
    pub text: String,
    /// `say`, `announce`, `claim`, `deny`, `demand`, `promise`, `warn`, `ask`, `think` or `see`.
    pub act: String,
    /// Whether the words are negated: "did not say".
    pub negated: bool,
}

/// A piece of the text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Piece {
    /// Its first code point.
    pub start: usize,
    /// The first one after it.
    pub end: usize,
}

/// Something that could not be read as it should.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Its permanent, searchable name.
    pub code: String,
    /// What was found and what was done about it.
    pub detail: String,
    /// Its first code point, if it has a place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub start: Option<usize>,
    /// The first one after it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub end: Option<usize>,
}

impl Record {
    /// Writes the record as one line of JSON. Fails only where `out` does.
    ///
    /// ```
    /// let report = saydo_engine::read::plain("example", "Zürich \u{1f600}".as_bytes());
    /// let reading = saydo_engine::Engine::shipped().read(&report);
    /// let mut line = Vec::new();
    /// saydo_record::Record::of(&report, &reading).write(&mut line)?;
    /// assert!(line.starts_with(br#"{"schema":"saydo/1","report":{"id":"example","title":null,"#));
    /// # Ok::<(), std::io::Error>(())
    /// ```
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        serde_json::to_writer(&mut *out, self)?;
        out.write_all(b"\n")
    }
}
