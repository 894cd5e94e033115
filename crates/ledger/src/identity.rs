//! By what a report is known again.

use rusqlite::{Connection, Row};
use saydo_text::Report;
use sha2::{Digest, Sha256};

/// A report's URL, or its id and publisher where it has none; its text; what it says of its day of publication.
pub(crate) struct Identity<'a> {
    report: &'a Report,
    /// A hash of the URL, or of id and publisher, by which rows are found; the rest is compared.
    pub(crate) same: i64,
    pub(crate) sha256: [u8; 32],
}

/// What is there of a report.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Found {
    /// The very same.
    pub(crate) known: Option<u32>,
    /// The valid revision of its URL.
    pub(crate) newest: Option<u32>,
}

impl<'a> Identity<'a> {
    pub(crate) fn of(report: &'a Report) -> Self {
        let mut hasher = Sha256::new();
        if let Some(url) = &report.url {
            hasher.update(url);
        } else {
            hasher.update(&report.id);
            hasher.update([0]);
            hasher.update(report.publisher.as_deref().unwrap_or_default());
        }
        let hash: [u8; 32] = hasher.finalize().into();
        let same = hash.first_chunk().map_or(0, |first| i64::from_be_bytes(*first));
        Self { report, same, sha256: Sha256::digest(&report.text).into() }
    }

    pub(crate) fn find(&self, db: &Connection) -> rusqlite::Result<Found> {
        let mut select = db.prepare_cached(
            "SELECT r.number, r.id, r.url, p.name, r.published, r.sha256, r.superseded IS NULL FROM report r \
             LEFT JOIN publisher p ON p.id = r.publisher WHERE r.same = ?1 ORDER BY r.number",
        )?;
        let mut rows = select.query([self.same])?;
        let mut found = Found::default();
        while let Some(row) = rows.next()? {
            if !self.is_of(row)? {
                continue;
            }
            let number = row.get(0)?;
            let published: Option<String> = row.get(4)?;
            if published == self.report.published && row.get::<_, [u8; 32]>(5)? == self.sha256 {
                found.known = found.known.or(Some(number));
            }
            if self.report.url.is_some() && row.get(6)? {
                found.newest = Some(number);
            }
        }
        Ok(found)
    }

    /// Whether a row has the URL, or the id and publisher, and not only their hash.
    fn is_of(&self, row: &Row<'_>) -> rusqlite::Result<bool> {
        let (id, url, publisher): (String, Option<String>, Option<String>) =
            (row.get(1)?, row.get(2)?, row.get(3)?);
        let report = self.report;
        Ok(url == report.url && (url.is_some() || (id == report.id && publisher == report.publisher)))
    }
}
