//! What the readings of many reports tell, as rows without text: the form in which the ledger gives it and the picture
//! takes it.
//!
//! Nothing here reads a file, knows SQL or keeps a sentence. [`Facts`] holds a million events in less than a hundred
//! megabytes: parties, places and forces lie in common lists, and an [`Event`] is a view into them. Facts are built by
//! hand from [`Told`] in tests:
//!
//! ```
//! use jiff::civil::date;
//! use saydo_facts::{Actor, Facts, Report, Told};
//! use saydo_standing::Standing;
//!
//! let mut facts = Facts::default();
//! let wire = facts.family("Example Wire");
//! let report = facts.report(Report::of(1, wire, Some(date(2022, 2, 15))));
//! facts.tell(report, Told {
//!     plover: saydo_codebook::Plover::of("RETREAT"),
//!     standing: Standing::Announced,
//!     speaker: Some(Actor::of("RUSGOV")),
//!     actors: vec![Actor::of("RUSMIL")],
//!     ..Told::default()
//! });
//! let event = facts.events().next().expect("one was told");
//! assert_eq!(event.id.to_string(), "r1.v1");
//! assert_eq!(event.actors().next().map(|a| a.code.as_str()), Some("RUSMIL"));
//! ```

mod actor;
mod citation;
mod day;
mod event;
mod facts;
mod id;
mod number;
mod place;
mod pool;
mod report;
mod row;
mod span;
mod timex;

pub use actor::Actor;
pub use citation::Citation;
pub use day::day;
pub use event::{Event, Force, Kind, Told};
pub use facts::{Facts, ReportId};
pub use id::{BadId, EventId};
pub use place::{Place, Resolution};
pub use report::{FamilyId, PublisherId, Report};
pub use row::{ActorId, CodeId, LemmaId, PlaceId, Row};
pub use span::Days;
pub use timex::days;
