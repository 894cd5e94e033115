//! Near-copies: which earlier report a new one copies.

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_copies::{Earlier, Families, Signature};
use saydo_ledger::{Batch, Copy, Error, Shared};

use crate::prepare::Prepared;

/// Copies appear within so many days of the original.
const WINDOW: i64 = 30;

/// So many earlier reports that share most with a new one are compared with it.
const CANDIDATES: usize = 32;

/// The earlier report that one of `day` copies, if any; `own` is the number that it has already.
pub(crate) fn original(
    batch: &Batch<'_>,
    prepared: &Prepared,
    day: Date,
    own: Option<u32>,
) -> Result<Option<Copy>, Error> {
    let since = day.saturating_sub(WINDOW.days());
    let mut sharing = batch.with_keys(&prepared.voice.keys, since, day)?;
    sharing.retain(|shared| Some(shared.number) != own);
    sharing.truncate(CANDIDATES);
    sharing.sort_by_key(|shared| (shared.day, shared.number));
    let earlier = signatures(batch, sharing)?;
    let families = Families::shipped();
    let names: Vec<String> =
        earlier.iter().map(|(s, _)| families.family(s.publisher.as_deref(), None).name).collect();
    let report = &prepared.report;
    let family = families.family(report.publisher.as_deref(), report.url.as_deref()).name;
    let candidates = earlier.iter().zip(&names).map(|((shared, signature), family)| Earlier {
        id: shared.number,
        signature,
        family,
        days: (day.duration_since(shared.day).as_hours() / 24) as u32,
    });
    let found = saydo_copies::original(&prepared.signature, &family, candidates);
    Ok(found.map(|(of, copy)| Copy { of, why: copy.why.to_string(), similarity: copy.similarity }))
}

/// The reports with their signatures; one whose signature cannot be read is compared with nothing.
fn signatures(batch: &Batch<'_>, sharing: Vec<Shared>) -> Result<Vec<(Shared, Signature)>, Error> {
    let mut found = Vec::new();
    for shared in sharing {
        let voice = batch.voice(shared.number)?;
        if let Some(signature) = voice.and_then(|v| Signature::from_bytes(&v.signature).ok()) {
            found.push((shared, signature));
        }
    }
    Ok(found)
}
