//! Counts over many facts: by day, place, party and standing, in columns that stay in memory.
//!
//! A [`Tally`] is made once from [`Facts`](saydo_facts::Facts) and the light rows of the statements, and then answers for
//! any [`Filter`] and as of any day. A million events take a few thousandths of a second: they lie in narrow columns, the
//! newest day first; what is asked for is turned into tables by report, party, place and kind once; and the rows are gone
//! through once. A tally never changes, so that many threads may ask it.
//!
//! ```
//! use std::sync::Arc;
//!
//! use jiff::civil::date;
//! use saydo_facts::{Actor, Facts, Report, Told};
//! use saydo_tally::{Filter, Spokens, Tally};
//!
//! let mut facts = Facts::default();
//! let wire = facts.family("Example Wire");
//! let report = facts.report(Report::of(1, wire, Some(date(2022, 2, 15))));
//! facts.tell(report, Told { actors: vec![Actor::of("RUSMIL")], ..Told::default() });
//!
//! let tally = Tally::of(Arc::new(facts), Spokens::default());
//! let filter = Filter { actors: vec!["RUS".to_owned()], ..Filter::as_of(date(2022, 2, 16)) };
//! let page = tally.events(&filter, None, 50);
//! assert_eq!((page.total, page.items[0].id.to_string().as_str()), (1, "r1.v1"));
//! assert_eq!(tally.series(&filter, None).points.iter().map(|p| p.deeds).sum::<u32>(), 1);
//! ```

mod class;
mod column;
mod cover;
mod cursor;
mod day;
mod error;
mod events;
mod facets;
mod filter;
mod groups;
mod key;
mod newest;
mod placement;
mod places;
mod report;
mod reports;
mod series;
mod sieve;
mod sources;
mod spoken;
mod statements;
mod tally;
mod voiced;

pub use class::{OTHER, quad, track};
pub use cursor::{Cursor, Slice};
pub use error::{Error, Result};
pub use events::EventAt;
pub use facets::{Count, Facets};
pub use filter::{Bucket, Filter, Found, Track};
pub use key::PlaceKey;
pub use places::{PlaceCount, Places};
pub use series::{Point, Series};
pub use sources::SourceTally;
pub use spoken::{SourceId, Spoken, Spokens};
pub use statements::StatementAt;
pub use tally::Tally;
