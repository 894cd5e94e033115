//! Who is who in the news: countries, organisations, people with dated offices, and role nouns.
//!
//! The tables are text files in `data/actors`, compiled in and read once; each has its origin in `data/SOURCES.md`.
//! Nothing here looks at a sentence: the crate answers what a name may stand for, and leaves the choice to its users.
//!
//! ```
//! use saydo_world::{EntryKind, World};
//! let world = World::shipped();
//! let kremlin = &world.lookup("the Kremlin")[0];
//! assert_eq!((kremlin.kind, kremlin.actor.code.as_str()), (EntryKind::Seat, "RUSGOV"));
//! ```

mod actor;
mod country;
mod error;
mod key;
mod names;
mod office;
mod organisation;
mod people;
mod role;
mod table;
mod tables;
mod world;

pub use actor::{Actor, Entry, EntryKind, SECTORS};
pub use country::{Area, Country, Seat};
pub use error::Error;
pub use office::{Holding, Office};
pub use organisation::{KINDS, Organisation};
pub use people::{Held, Tenure};
pub use role::{Role, RoleKind};
pub use tables::Tables;
pub use world::World;
