//! What changed when: a number that grows with each batch, and the days of publication that batches touched.
//!
//! Whoever keeps pictures and lists in memory asks the number, and what happened since the one that it knows. Only what a
//! picture or a list could show counts; the states of sources and alerts do not.

use jiff::civil::Date;
use rusqlite::{Connection, OptionalExtension, params};

use crate::error::{Inner, Result};
use crate::{Added, Ledger, day};

/// Of how many batches it is known what they touched.
const KEPT: i64 = 1_000;

/// Stands for all days.
const ALWAYS: u32 = 0;

/// Stands for no day: the last one that there is.
const NEVER: u32 = 99_991_231;

/// What batches after a change touched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Touched {
    /// There were none.
    Nothing,
    /// Nothing that was published before this day: a picture of an earlier day is what it was.
    Since(Date),
    /// Possibly any day: an undated report came in, or it is no longer known.
    Everything,
}

/// Batches after a change that did nothing but add reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    /// The number of the last report before them: what they added has greater numbers.
    pub after: u32,
    /// Whether some of these are revisions, which replaced the reports that their `revision_of` names.
    pub revised: bool,
}

/// What a batch did so far.
#[derive(Debug, Default)]
pub(crate) struct Change {
    /// The first day that it touched; none where it changed nothing.
    since: Option<u32>,
    how: How,
    /// The numbers that it gave begin here.
    first: Option<u32>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    #[default]
    Added,
    Revised,
    Other,
}

impl Ledger {
    /// A number that grows with each batch that changes what a picture or a list could show; 0 before the first.
    ///
    /// ```
    /// use saydo_ledger::{Ledger, Touched};
    /// let ledger = Ledger::memory()?;
    /// assert_eq!((ledger.state()?, ledger.touched(0)?), (0, Touched::Nothing));
    /// # Ok::<(), saydo_ledger::Error>(())
    /// ```
    pub fn state(&self) -> Result<u64> {
        self.ask(|db| Ok(ends(db)?.map_or(0, |(_, last)| last)))
    }

    /// What the batches after a [state](Self::state) touched. A state that this ledger never had, or had too long ago,
    /// gives [`Touched::Everything`].
    pub fn touched(&self, change: u64) -> Result<Touched> {
        self.ask(|db| {
            let last = ends(db)?.map_or(0, |(_, last)| last);
            if last == change {
                return Ok(Touched::Nothing);
            }
            let Some((since, _, _)) = after(db, change)? else { return Ok(Touched::Everything) };
            Ok(day::of_number(since).map_or(Touched::Everything, Touched::Since))
        })
    }

    /// What the batches after a state added, where they did nothing else; `None` where one did (reports were read again,
    /// copies marked or unmarked among those that were there), or where that is no longer known.
    pub fn growth(&self, change: u64) -> Result<Option<Growth>> {
        self.ask(|db| {
            if ends(db)?.map_or(0, |(_, last)| last) == change {
                let last = "SELECT coalesce(max(number), 0) FROM report";
                return Ok(Some(Growth { after: db.query_row(last, [], |row| row.get(0))?, revised: false }));
            }
            let grown = after(db, change)?.filter(|&(_, _, how)| how < How::Other as u32);
            Ok(grown.map(|(_, after, how)| Growth { after, revised: how == How::Revised as u32 }))
        })
    }
}

/// The first change that is known and the last one.
fn ends(db: &Connection) -> rusqlite::Result<Option<(u64, u64)>> {
    let mut select = db.prepare_cached(
        "SELECT (SELECT min(number) FROM change), (SELECT max(number) FROM change) WHERE EXISTS (SELECT 1 FROM change)",
    )?;
    let number = |row: &rusqlite::Row<'_>, column| row.get::<_, i64>(column).map(i64::cast_unsigned);
    select.query_row([], |row| Ok((number(row, 0)?, number(row, 1)?))).optional()
}

/// The first day, the last report before, and the most that was done, of all changes after one; `None` where that is not
/// known.
fn after(db: &Connection, change: u64) -> Inner<Option<(u32, u32, u32)>> {
    let is_known = ends(db)?.is_some_and(|(first, last)| (first - 1..last).contains(&change));
    if !is_known {
        return Ok(None);
    }
    let mut select =
        db.prepare_cached("SELECT min(since), min(reports), max(how) FROM change WHERE number > ?1")?;
    let found =
        select.query_row([change.cast_signed()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    Ok(Some(found))
}

impl Change {
    /// Notes a report that was added.
    pub(crate) fn added(&mut self, db: &Connection, added: Added) -> Inner<()> {
        match added {
            Added::Known(_) => {}
            Added::New(number) => self.touch(day_of(db, number)?, How::Added),
            Added::Revision { number, of } => {
                let sql = "SELECT min(added, coalesce(day, added), \
                           (SELECT coalesce(day, report.added) FROM report o WHERE o.number = ?2)) \
                           FROM report WHERE number = ?1";
                let since = db.prepare_cached(sql)?.query_row([number, of], |row| row.get(0))?;
                self.touch(since, How::Revised);
            }
        }
        if !matches!(added, Added::Known(_)) {
            self.first = self.first.or(Some(added.number()));
        }
        Ok(())
    }

    /// Notes that the reading of a report changes; to be called before and after, since its day may change too.
    pub(crate) fn reread(&mut self, db: &Connection, number: u32) -> Inner<()> {
        self.touch(day_of(db, number)?, How::Other);
        Ok(())
    }

    /// Notes that a report is a copy from now on, or none any more. That a report of the same batch is one is part of its
    /// coming in.
    pub(crate) fn copied(&mut self, db: &Connection, number: u32) -> Inner<()> {
        let is_new = self.first.is_some_and(|first| number >= first);
        self.touch(day_of(db, number)?, if is_new { How::Added } else { How::Other });
        Ok(())
    }

    /// Notes an event that others coded: lists show it, and no picture of any day does.
    pub(crate) fn coded(&mut self) {
        self.touch(NEVER, How::Added);
    }

    fn touch(&mut self, day: u32, how: How) {
        self.since = Some(self.since.map_or(day, |since| since.min(day)));
        self.how = self.how.max(how);
    }

    /// Writes what the batch did, with it.
    pub(crate) fn keep(&self, db: &Connection) -> rusqlite::Result<()> {
        let Some(since) = self.since else { return Ok(()) };
        let before = match self.first {
            Some(first) => first - 1,
            None => db.query_row("SELECT coalesce(max(number), 0) FROM report", [], |row| row.get(0))?,
        };
        let mut insert = db.prepare_cached("INSERT INTO change (since, reports, how) VALUES (?1, ?2, ?3)")?;
        let number = insert.insert(params![since, before, self.how as u32])?;
        db.prepare_cached("DELETE FROM change WHERE number <= ?1")?.execute([number - KEPT])?;
        Ok(())
    }
}

/// The day of publication of a report; all days where it has none, since such a report is counted on each of them.
fn day_of(db: &Connection, number: u32) -> rusqlite::Result<u32> {
    let mut select = db.prepare_cached("SELECT coalesce(day, ?2) FROM report WHERE number = ?1")?;
    select.query_row([number, ALWAYS], |row| row.get(0))
}
