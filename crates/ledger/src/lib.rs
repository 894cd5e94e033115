//! The store: reports as they came in, what was read in them, and who copies whom; what is followed, what was seen of it,
//! and what watches were told; all in one SQLite file.
//!
//! Only this crate knows SQL. It reads no report and knows no clock: it is given records, and the day.
//!
//! ```
//! use saydo_ledger::{Added, Entry, Ledger, Query, Stamp, Voice, plain_family};
//!
//! let report = saydo_text::Report { id: "a".to_owned(), published: Some("2022-02-15".to_owned()), ..Default::default() };
//! let (record, voice) = (saydo_record::Record::default(), Voice::default());
//! let entry = Entry { report: &report, record: &record, voice: &voice };
//! let stamp = Stamp { added: jiff::civil::date(2022, 2, 16), read_by: "saydo 1" };
//!
//! let mut ledger = Ledger::memory()?;
//! assert_eq!(ledger.add(&[entry], &stamp)?, [Added::New(1)]);
//! assert_eq!(ledger.add(&[entry], &stamp)?, [Added::Known(1)]);
//! assert_eq!(ledger.facts(&Query::default(), &plain_family)?.reports().len(), 1);
//! # Ok::<(), saydo_ledger::Error>(())
//! ```
//!
//! **Invariants.**
//! - A batch is there as a whole or not at all, and what [`Batch::commit`] acknowledged survives a kill and a power cut:
//!   SQLite's write-ahead log is written to the disk once for each batch.
//! - Adding the same report twice changes nothing. A changed text under the same URL is a new revision; the old one stays.
//! - What came in is never changed. Everything else can be made again from it ([`Ledger::stale`], [`Batch::replace`]) and
//!   then gives the same facts. The text of a page is itself made, of raw bytes that lie elsewhere, and can be made again of
//!   them ([`Ledger::raws`], [`Batch::retext`]).
//! - An item of a source is seen in the transaction that adds its report, so that a kill neither loses nor doubles it.
//! - States of sources and watches, and what alerts say, are text to the ledger, whatever is in them.
//! - The text index ([`Ledger::search`]) and the count of changes ([`Ledger::state`]) are written in the transaction of what
//!   they tell of. Any text is a search.
//! - Events that others coded lie in tables of their own and are no facts: no picture is drawn from them
//!   ([`Batch::put_coded`], [`Ledger::coded`]).
//! - The same additions in the same order give the same facts.
//! - Words under test, their evidence and publisher families are not kept: they follow from the facts, the watch, the
//!   tables and the day, and a picture works them out each time, so that no stored answer can be older than its question.

mod alert;
mod batch;
mod change;
mod cite;
mod coded;
mod day;
mod error;
mod id;
mod identity;
mod index;
mod ledger;
mod listed;
mod load;
mod lookup;
mod names;
mod open;
mod origin;
mod outlet;
mod pack;
mod query;
mod schema;
mod search;
mod source;
mod spoken;
mod statement;
mod stored;
mod timex;
mod told;
mod voice;
mod write;

pub use alert::KeptAlert;
pub use batch::{Added, Batch, Entry, Stamp};
pub use change::{Growth, Touched};
pub use coded::{CodedQuery, CodedSource, Filed, Put};
pub use error::{Error, Result};
pub use id::StatementId;
pub use ledger::Ledger;
pub use listed::{Listed, ReportRow, Rows};
pub use load::{Families, Family, Query, plain_family};
pub use origin::{Origin, Raw};
pub use query::Summary;
pub use saydo_facts::{day, days};
pub use search::Hits;
pub use spoken::{Spoken, Spokens};
pub use statement::{Speaker, Statement};
pub use stored::Stored;
pub use voice::{Copy, Shared, Voice};
