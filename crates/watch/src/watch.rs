//! A watch as it is meant: codes and places, whatever names the file gives.

use jiff::civil::Date;
use saydo_facts::Place;

use crate::{AlertRules, FetchRules, Follow};

/// What is followed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Watch {
    /// What the user calls it.
    pub name: String,
    /// Actor codes of the subject's own side, the mover first, then those who speak for it.
    pub subject: Vec<String>,
    /// Actor codes of the other side.
    pub others: Vec<String>,
    /// Actor codes or names of independent observers: the table's and the user's.
    pub observers: Vec<String>,
    /// Codes or names of those among the observers who show images: satellite firms.
    pub images: Vec<String>,
    /// Where; empty means everywhere. A place lies in an area by state, first-level division, or distance.
    pub area: Vec<Place>,
    /// The first day that counts.
    pub since: Option<Date>,
    /// Publishers that count; empty means all.
    pub sources: Vec<String>,
    /// Ids of the indicators that are followed; empty means all.
    pub indicators: Vec<String>,
    /// Where news comes from, in the order of the file.
    pub follow: Vec<Follow>,
    /// How it is fetched.
    pub fetch: FetchRules,
    /// Where changes are told.
    pub alert: AlertRules,
}
