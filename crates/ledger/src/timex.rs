//! The day on which something was said.

use jiff::civil::Date;
use saydo_facts::days;

/// The day on which something was said: the last day of the value, unless that lies after publication, else the day of
/// publication.
pub(crate) fn said(value: Option<&str>, published: Option<Date>) -> Option<Date> {
    let said = value.and_then(|value| days(value, published)).map(|days| days.last);
    match (said, published) {
        (Some(said), Some(published)) => Some(said.min(published)),
        (said, published) => said.or(published),
    }
}
