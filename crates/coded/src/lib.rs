//! Events as anybody coded them, and the files that the field keeps them in.
//!
//! A [`Coded`] is one event as some system coded it: ours, GDELT's, ICEWS's… A [`Form`] is a file format; it reads rows
//! and writes them, one by one, in memory that does not grow with the file. What is odd in a file is named with its place,
//! handed back as it stood, and the rest goes on; see [`Odd`]. What each format keeps and loses is in `docs/formats.md`.
//!
//! ```
//! use saydo_coded::{Form, Options};
//! let icews = "Event ID\tEvent Date\tSource Name\tSource Country\tCAMEO Code\tTarget Name\tTarget Country\n\
//!              7\t2018-06-01\tA\tVietnam\t042\tB\tBangladesh\n";
//! let mut out = Vec::new();
//! let mut writer = Form::Polecat.writer(&mut out, Options::default())?;
//! for row in Form::Icews.reader("a.tab", icews.as_bytes())? {
//!     writer.event(&row.unwrap())?;
//! }
//! writer.end()?;
//! drop(writer);
//! assert!(String::from_utf8(out).unwrap().contains("\n7\t2018-06-01\tCONSULT\tvisit\t4\tVERBAL COOPERATION\t"));
//! # Ok::<(), saydo_coded::Error>(())
//! ```
//!
//! **Invariants.** No clock, no network, no database. A row read and written in its own format says the same again. A
//! format that cannot tell a word from a deed gets no words unless [`Options::words`] asks for them; what is left out is
//! counted in the [`Summary`].

mod acled;
mod cell;
mod code;
mod coded;
mod country;
mod day;
mod desk;
mod error;
mod form;
mod gdelt;
mod icews;
mod json;
mod lines;
mod mentions;
mod odd;
mod own;
mod petrarch;
mod phoenix;
mod plover;
mod polecat;
mod raw;
mod read;
mod row;
mod sector;
mod seen;
mod shape;
mod sheet;
mod side;
mod sniff;
mod standing;
mod system;
mod table;
mod take;
mod types;
mod ucdp;
mod viina;
mod words;
mod write;

pub use coded::{Coded, Dead, Kind, Name, Origin, Precision, Side, Spot, Weight};
pub use error::{Error, Result};
pub use form::{Form, Reader};
pub use odd::{Odd, Oddity};
pub use own::{row, table};
pub use standing::Standing;
pub use system::System;
pub use write::{Options, Reason, Summary, Writer, Wrote};
