//! Statements in columns, the newest day first.

use saydo_codebook::Act;
use saydo_facts::Facts;

use crate::column::Columns;
use crate::day::{day, number};
use crate::report::Reports;
use crate::{SourceId, Spoken, Spokens};

/// The columns; row `n` of each is of the same statement.
#[derive(Debug, Default)]
pub(crate) struct Voiced {
    /// The day, counted from 1970.
    pub(crate) day: Vec<i32>,
    /// The index of the report.
    pub(crate) report: Vec<u32>,
    /// Its own number there.
    pub(crate) nth: Vec<u32>,
    /// The source as an index into `codes`, from 1; 0 for nobody.
    pub(crate) source: Vec<u32>,
    pub(crate) act: Vec<Option<Act>>,
    /// Codes of sources.
    pub(crate) codes: Vec<String>,
    /// For each row of the events the row of the statement that carries it, from 1; 0 for none.
    pub(crate) carrier: Vec<u32>,
    index: Index,
}

impl Voiced {
    pub(crate) fn of(facts: &Facts, reports: &Reports, columns: &Columns, spokens: Spokens) -> Self {
        let mut order: Vec<(i32, u32, u32, usize, usize)> = Vec::with_capacity(spokens.rows.len());
        for (nth, spoken) in spokens.rows.iter().enumerate() {
            let Some(at) = reports.at(spoken.report) else { continue };
            let Some(published) = facts.reports()[at].published else { continue };
            let day = spoken.said.map_or(published, |said| said.min(published));
            order.push((-number(day), spoken.report, spoken.nth, at, nth));
        }
        order.sort_unstable();
        let Spokens { rows, codes, .. } = spokens;
        let rows = || order.iter().map(|(.., nth)| &rows[*nth]);
        let mut voiced = Self {
            day: order.iter().map(|row| -row.0).collect(),
            report: order.iter().map(|row| row.3 as u32).collect(),
            nth: order.iter().map(|row| row.2).collect(),
            source: rows().map(|spoken| spoken.source.map_or(0, |id| id.0 + 1)).collect(),
            act: rows().map(|spoken| spoken.act).collect(),
            codes,
            ..Self::default()
        };
        voiced.index = Index::of(&voiced, facts.reports().len());
        voiced.carrier = carriers(facts, columns, &voiced);
        voiced
    }

    pub(crate) fn len(&self) -> usize {
        self.day.len()
    }

    /// The statements that the columns were written of.
    pub(crate) fn spokens(&self, facts: &Facts) -> Spokens {
        let mut spokens = Spokens::default();
        let sources: Vec<SourceId> = self.codes.iter().map(|code| spokens.source(code)).collect();
        for row in 0..self.len() {
            spokens.say(Spoken {
                report: facts.reports()[self.report[row] as usize].number,
                nth: self.nth[row],
                said: Some(day(self.day[row])),
                source: self.source[row].checked_sub(1).map(|at| sources[at as usize]),
                act: self.act[row],
            });
        }
        spokens
    }

    /// The row of a statement, by the index of its report and its number there.
    pub(crate) fn row(&self, report: usize, nth: u32) -> Option<usize> {
        let all =
            &self.index.rows[self.index.starts[report] as usize..self.index.starts[report + 1] as usize];
        let at = all.partition_point(|(n, _)| *n < nth);
        all.get(at).filter(|(n, _)| *n == nth).map(|(_, row)| *row as usize)
    }
}

fn carriers(facts: &Facts, columns: &Columns, voiced: &Voiced) -> Vec<u32> {
    let carrier = |row: usize| {
        let nth = facts.event(columns.at[row] as usize)?.statement()?;
        voiced.row(columns.report[row] as usize, nth)
    };
    (0..columns.len()).map(|row| carrier(row).map_or(0, |row| row as u32 + 1)).collect()
}

/// For each report its statements.
#[derive(Debug, Default)]
struct Index {
    /// Where the statements of each report begin, and the end.
    starts: Vec<u32>,
    /// Number in the report and row.
    rows: Vec<(u32, u32)>,
}

impl Index {
    fn of(voiced: &Voiced, reports: usize) -> Self {
        let mut all: Vec<(u32, u32, u32)> =
            (0..voiced.len()).map(|row| (voiced.report[row], voiced.nth[row], row as u32)).collect();
        all.sort_unstable();
        let mut starts = vec![0; reports + 1];
        for (report, ..) in &all {
            starts[*report as usize + 1] += 1;
        }
        for at in 1..starts.len() {
            starts[at] += starts[at - 1];
        }
        Self { starts, rows: all.into_iter().map(|(_, nth, row)| (nth, row)).collect() }
    }
}
