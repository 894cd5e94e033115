//! Our events beside those that others coded: what both have, what one lacks, and which of their deeds our reading has
//! only in words.
//!
//! For a watch and a period, each system by itself. A row of theirs and an event of ours are the same happening where the
//! rules of [`RULES`] agree; each is used once, the best pairs first, so that the same input gives the same answer.
//!
//! ```
//! use jiff::civil::date;
//! use saydo_beside::{Ours, Period, Rows, Theirs, compare};
//! use saydo_coded::{Coded, Kind, Side, System};
//! use saydo_facts::{Actor, Facts, Report, Told};
//! use saydo_standing::Standing;
//! use saydo_watch::Watch;
//!
//! // We read that Russia announced a withdrawal; GDELT has it as done.
//! let day = date(2022, 2, 15);
//! let mut facts = Facts::default();
//! let family = facts.family("Example Wire");
//! let report = facts.report(Report::of(1, family, Some(day)));
//! let told = Told { plover: saydo_codebook::Plover::of("RETREAT"), standing: Standing::Announced, ..Told::default() };
//! facts.tell(report, Told { actors: vec![Actor::of("RUSMIL")], ..told });
//! let ours: Vec<Ours> = facts.events().map(|event| Ours { event, day, until: None }).collect();
//!
//! let kind = Kind { plover: Some("RETREAT".to_owned()), ..Kind::default() };
//! let actor = Side { country: Some("RUS".to_owned()), ..Side::default() };
//! let row = Coded { system: System::Gdelt, id: "7".to_owned(), day, kind, actor, ..Coded::default() };
//!
//! let watch = Watch { subject: vec!["RUS".to_owned()], ..Watch::default() };
//! let mut theirs = Rows::new(&watch, Period::default());
//! theirs.take(Theirs { number: 1, file: "export.csv".into(), event: row });
//! let compared = compare(&ours, &theirs);
//! assert_eq!((compared.only_said.len(), compared.we_lack.len()), (1, 0));
//! ```
//!
//! **Invariants.** Pure: no clock, no files, no database. The order of input does not change which pairs there are. Memory
//! grows with the number of events and of the watch's rows, not with their product.

mod compare;
mod compared;
mod deed;
mod ground;
mod index;
mod kind;
mod pair;
mod party;
mod rows;
mod rule;
mod watched;

pub use compare::compare;
pub use compared::{Alone, Compared, KindCount, Ours, Pair, Period, SystemCount, Theirs};
pub use rows::Rows;
pub use rule::{RULES, Rule};
