//! One report, without its text.

use jiff::civil::Date;

/// A publisher family, as an index into the families of the same [`Facts`](crate::Facts).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct FamilyId(pub u32);

/// A report in its newest revision as of the ledger's state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Report {
    /// The ledger's number.
    pub number: u32,
    /// The voice that it counts as: its publisher's family, or that of the wire or outlet that it copies.
    pub family: FamilyId,
    /// The day it was published; `None` where nothing tells it. A report without a day, or with a day later than
    /// `added`, takes part in no finding and is shown apart.
    pub published: Option<Date>,
    /// The day it came into the ledger; `None` in facts built by hand.
    pub added: Option<Date>,
    /// Whether it is a near-copy of an earlier report.
    pub copy: bool,
}

impl Report {
    /// A report that is no copy and came in on the day it was published.
    pub fn of(number: u32, family: FamilyId, published: Option<Date>) -> Self {
        Self { number, family, published, added: None, copy: false }
    }

    /// Whether its day lies after the day it came in, which no honest day does.
    pub fn is_future(&self) -> bool {
        matches!((self.published, self.added), (Some(published), Some(added)) if published > added)
    }

    /// Whether it counts for a picture as of `day`: published by then, and not dated in its own future.
    pub fn counts(&self, day: Date) -> bool {
        !self.is_future() && self.published.is_some_and(|published| published <= day)
    }
}
