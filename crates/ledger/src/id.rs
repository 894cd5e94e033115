//! The name of a statement.

use std::fmt;
use std::str::FromStr;

use saydo_facts::BadId;

/// A statement of the ledger: the number of its report and its own within it, written `r12.s3`.
///
/// ```
/// use saydo_ledger::StatementId;
/// let id: StatementId = "r12.s3".parse()?;
/// assert_eq!((id.report, id.nth, id.to_string().as_str()), (12, 3, "r12.s3"));
/// # Ok::<(), saydo_facts::BadId>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct StatementId {
    /// The ledger's number of the report.
    pub report: u32,
    /// 1 for the report's first statement, and so on, as in the public record.
    pub nth: u32,
}

impl fmt::Display for StatementId {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "r{}.s{}", self.report, self.nth)
    }
}

impl FromStr for StatementId {
    type Err = BadId;

    fn from_str(text: &str) -> Result<Self, BadId> {
        let (report, nth) = text.strip_prefix('r').and_then(|t| t.split_once(".s")).ok_or(BadId)?;
        Ok(Self { report: report.parse().map_err(|_| BadId)?, nth: nth.parse().map_err(|_| BadId)? })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_as_they_are_written() {
        for bad in ["", "r", "r1", "12.s3", "r1.s", "r-1.s2", "r1.s99999999999", "r1.v1"] {
            assert_eq!(bad.parse::<StatementId>(), Err(BadId), "{bad}");
        }
    }
}
