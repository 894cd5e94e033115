//! What PETRARCH's dictionaries, which the user brings along, make of a report.

use saydo_petrarch::Dictionaries;

use crate::Reading;

impl Reading<'_> {
    /// Codes the report with `dictionaries`, by its day of publication.
    ///
    /// ```
    /// use saydo_engine::petrarch::{Dictionaries, File};
    /// let files = [
    ///     File { name: "actors.txt", bytes: b"MOSCOW [RUSGOV]\nKIEV [UKRGOV]" },
    ///     File { name: "verbs.txt", bytes: b"--- PRAISE [051] ---\nPRAISE" },
    /// ];
    /// let (dictionaries, _) = Dictionaries::read(&files);
    /// let report = saydo_engine::read::plain("example", b"Moscow praised Kiev.");
    /// let mut reading = saydo_engine::Engine::shipped().read(&report);
    /// reading.code_with(&dictionaries);
    /// let (sentence, triple) = &reading.triples.unwrap()[0];
    /// assert_eq!((*sentence, triple.source.as_str(), triple.code.as_str()), (0, "RUSGOV", "051"));
    /// ```
    pub fn code_with(&mut self, dictionaries: &Dictionaries) {
        self.triples = Some(dictionaries.code_report(&self.document, self.document.published));
    }
}
