//! Statements as light rows.

use std::collections::HashMap;

use jiff::civil::Date;
use saydo_codebook::Act;

/// The code of a source, as an index into those of the same [`Spokens`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct SourceId(pub(crate) u32);

/// A statement without its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spoken {
    /// The ledger's number of its report.
    pub report: u32,
    /// Its own number there, from 1, as [`Event::statement`](saydo_facts::Event::statement) counts.
    pub nth: u32,
    /// The day it was made, where the text tells; else it is that of publication, which no statement comes after.
    pub said: Option<Date>,
    /// Who speaks, where that is known.
    pub source: Option<SourceId>,
    /// What its cue does.
    pub act: Option<Act>,
}

/// The statements of many reports.
///
/// ```
/// use saydo_tally::{Spoken, Spokens};
/// let mut spokens = Spokens::default();
/// let source = spokens.source("RUSGOV");
/// spokens.say(Spoken { report: 1, nth: 1, said: None, source: Some(source), act: None });
/// assert_eq!(spokens.len(), 1);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Spokens {
    pub(crate) rows: Vec<Spoken>,
    pub(crate) codes: Vec<String>,
    ids: HashMap<String, u32>,
}

impl Spokens {
    /// The source with this actor code, new if need be.
    pub fn source(&mut self, code: &str) -> SourceId {
        if let Some(&id) = self.ids.get(code) {
            return SourceId(id);
        }
        let id = self.codes.len() as u32;
        self.codes.push(code.to_owned());
        self.ids.insert(code.to_owned(), id);
        SourceId(id)
    }

    /// Takes in a statement.
    pub fn say(&mut self, spoken: Spoken) {
        self.rows.push(spoken);
    }

    /// Takes in those of other reports.
    pub(crate) fn join(&mut self, more: Self) {
        let sources: Vec<SourceId> = more.codes.iter().map(|code| self.source(code)).collect();
        let of = |id: SourceId| sources[id.0 as usize];
        self.rows.extend(more.rows.into_iter().map(|row| Spoken { source: row.source.map(of), ..row }));
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }
}
