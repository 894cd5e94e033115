//! Which event.

use std::fmt;
use std::str::FromStr;

/// An event of the ledger: the number of its report and its own within it, written `r12.v3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EventId {
    /// The ledger's number of the report.
    pub report: u32,
    /// 1 for the report's main event, and so on, as in the public record.
    pub nth: u32,
}

impl fmt::Display for EventId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "r{}.v{}", self.report, self.nth)
    }
}

/// Text that is no [`EventId`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BadId;

impl FromStr for EventId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let (report, nth) = text.strip_prefix('r').and_then(|t| t.split_once(".v")).ok_or(BadId)?;
        Ok(Self { report: report.parse().map_err(|_| BadId)?, nth: nth.parse().map_err(|_| BadId)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_they_are_written() {
        let id = EventId { report: 12, nth: 3 };
        assert_eq!(id.to_string().parse(), Ok(id));
        for bad in ["", "r", "r1", "12.v3", "r1.v", "r-1.v2", "r1.v99999999999"] {
            assert_eq!(bad.parse::<EventId>(), Err(BadId), "{bad}");
        }
    }
}
