//! Plain text: one file, one report.

use saydo_text::Report;

use crate::encoding::decode;
use crate::report::finish;
use crate::zone::zones;

/// Reads `bytes`, in whatever encoding they are, as one report named `id`.
///
/// ```
/// let report = saydo_read::plain("note", b"Moscow said its troops had gone home.");
/// assert_eq!(report.text, "Moscow said its troops had gone home.");
/// assert!(report.problems.is_empty());
/// ```
pub fn plain(id: &str, bytes: &[u8]) -> Report {
    let decoded = decode(bytes);
    let zones = zones(&decoded.text, None);
    let report =
        Report { id: id.to_owned(), text: decoded.text, problems: decoded.problems, ..Report::default() };
    finish(report, zones)
}
