//! One report, without its text.

use jiff::civil::Date;

/// A publisher family, as an index into the families of the same [`Facts`](crate::Facts).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FamilyId(pub u32);

/// A publisher by its own name, as an index into the publishers of the same [`Facts`](crate::Facts).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PublisherId(pub u32);

/// One revision of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// The ledger's number.
    pub number: u32,
    /// The voice that it counts as: its publisher's family, or that of the wire or outlet that it copies.
    pub family: FamilyId,
    /// Who published it; `None` where nothing tells it.
    pub publisher: Option<PublisherId>,
    /// The day it was published; `None` where nothing tells it. A report without a day, or with a day later than
    /// `added`, takes part in no finding and is shown apart.
    pub published: Option<Date>,
    /// The day it came into the ledger; `None` in facts built by hand.
    pub added: Option<Date>,
    /// Whether it is a near-copy of an earlier report.
    pub copy: bool,
    /// The first day on which this revision is valid: the day it came in, where it replaced another one; `None` for a
    /// first revision, which is valid from its publication on, whenever it came in.
    pub valid_from: Option<Date>,
    /// The day on which another revision replaced it, from which on that one is valid; `None` for the newest.
    pub superseded: Option<Date>,
}

impl Report {
    /// A report that is no copy and came in on the day it was published.
    pub fn of(number: u32, family: FamilyId, published: Option<Date>) -> Self {
        Self {
            number,
            family,
            publisher: None,
            published,
            added: None,
            copy: false,
            valid_from: None,
            superseded: None,
        }
    }

    /// Whether its day lies after the day it came in, which no honest day does.
    pub fn is_future(&self) -> bool {
        matches!((self.published, self.added), (Some(published), Some(added)) if published > added)
    }

    /// Whether this revision is the one that was valid on `day`.
    ///
    /// ```
    /// use jiff::civil::date;
    /// use saydo_facts::{FamilyId, Report};
    ///
    /// let first = Report { superseded: Some(date(2022, 2, 18)), ..Report::of(1, FamilyId(0), Some(date(2022, 2, 15))) };
    /// let second = Report { valid_from: first.superseded, ..Report::of(2, FamilyId(0), first.published) };
    /// assert!(first.is_valid(date(2022, 2, 17)) && !second.is_valid(date(2022, 2, 17)));
    /// assert!(!first.is_valid(date(2022, 2, 18)) && second.is_valid(date(2022, 2, 18)));
    /// ```
    pub fn is_valid(&self, day: Date) -> bool {
        self.valid_from.is_none_or(|from| from <= day) && self.superseded.is_none_or(|end| day < end)
    }

    /// Whether it counts for a picture as of `day`: published by then, in the revision that was valid then, and not
    /// dated in its own future.
    pub fn counts(&self, day: Date) -> bool {
        self.published.is_some_and(|published| published <= day) && self.is_valid(day) && !self.is_future()
    }
}
