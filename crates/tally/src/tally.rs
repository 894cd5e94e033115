//! All columns together.

use std::sync::Arc;

use saydo_facts::Facts;

use crate::Spokens;
use crate::class::Class;
use crate::column::{Columns, Names};
use crate::placement::Placements;
use crate::report::Reports;
use crate::voiced::Voiced;

/// Counts over facts and statements, for any filter and as of any day. It takes about 60 bytes an event beside the
/// facts, a second or less to make for a million of them, and never changes.
#[derive(Debug)]
pub struct Tally {
    pub(crate) facts: Arc<Facts>,
    /// Every class, by its number.
    pub(crate) classes: Vec<Class>,
    pub(crate) columns: Columns,
    pub(crate) names: Names,
    pub(crate) placements: Placements,
    pub(crate) reports: Reports,
    pub(crate) voiced: Voiced,
}

impl Tally {
    /// Writes the columns of these facts and statements. Statements of reports that the facts do not have are left out.
    pub fn of(facts: Arc<Facts>, spokens: Spokens) -> Self {
        let (columns, names) = Columns::of(&facts);
        let reports = Reports::of(&facts);
        let placements = Placements::of(&facts, &columns, &names);
        let voiced = Voiced::of(&facts, &reports, &columns, spokens);
        Self { facts, classes: Class::all().collect(), columns, names, placements, reports, voiced }
    }

    /// The columns of facts to which reports were only added, and of these reports' statements: what [`of`](Self::of)
    /// gives for the facts and all statements, without those that are known being told again.
    ///
    /// ```
    /// use std::sync::Arc;
    /// use saydo_facts::Facts;
    /// use saydo_tally::{Filter, Spokens, Tally};
    /// let tally = Tally::of(Arc::new(Facts::default()), Spokens::default());
    /// let grown = tally.extended(Arc::new(Facts::default()), Spokens::default());
    /// assert_eq!(grown.statements(&Filter::as_of(jiff::civil::date(2022, 2, 16)), None, 1).total, 0);
    /// ```
    #[must_use]
    pub fn extended(&self, facts: Arc<Facts>, more: Spokens) -> Self {
        let mut spokens = self.voiced.spokens(&self.facts);
        spokens.join(more);
        Self::of(facts, spokens)
    }

    /// What is counted.
    pub fn facts(&self) -> &Facts {
        &self.facts
    }
}
