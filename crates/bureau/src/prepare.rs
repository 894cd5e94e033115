//! What is done with a report before it is stored: read, and signed so that near-copies are found.

use jiff::civil::Date;
use saydo_copies::Families;
use saydo_engine::Engine;
use saydo_ledger::Voice;
use saydo_record::Record;
use saydo_text::Report;

/// A report, read.
pub(crate) struct Prepared {
    pub(crate) report: Report,
    pub(crate) record: Record,
    pub(crate) signature: saydo_copies::Signature,
    pub(crate) voice: Voice,
}

impl Prepared {
    /// The day of publication.
    pub(crate) fn day(&self) -> Option<Date> {
        self.report.published.as_deref().and_then(saydo_ledger::day)
    }
}

/// Reads a report and signs it. Pure, for all cores.
pub(crate) fn prepare(report: Report) -> Prepared {
    let record = Record::of(&report, &Engine::shipped().read(&report));
    let signature = saydo_copies::sign(&report.text);
    let keys = saydo_copies::keys(&signature);
    let wire = Families::shipped().mark(&report.text).map(|mark| mark.family.name);
    let voice = Voice { signature: signature.to_bytes(), keys, wire, ..Voice::default() };
    Prepared { report, record, signature, voice }
}
