//! What a user follows: whose words and deeds, about whom, where, since when, from which sources.
//!
//! It also says where news comes from and where changes are told: feeds, pages, folders, lists of feeds; how they are
//! fetched; a folder or a webhook for alerts. Nothing of it is opened here.
//!
//! A watch is a TOML file; [`Watch::template`] is one with every key explained. [`Watch::parse`] turns names into the
//! codes and places of the tables, and tells everything that is wrong with the file at once:
//!
//! ```
//! use saydo_watch::Watch;
//!
//! let watch = Watch::parse("name = 'Border'\nsubject = ['Russia']\nothers = ['Ukraine', 'NATO']\narea = ['Crimea']").unwrap();
//! assert_eq!((watch.subject[0].as_str(), watch.others[1].as_str()), ("RUS", "IGONAT"));
//!
//! let errors = Watch::parse("name = 'Border'\nsubject = ['Rusia']").unwrap_err();
//! assert_eq!(
//!     errors[0].to_string(),
//!     "line 2, subject: nobody is called \"Rusia\"; did you mean Russia (RUS)?"
//! );
//! ```

mod actors;
mod address;
mod area;
mod error;
mod file;
mod follow;
mod near;
mod observers;
mod parse;
mod rules;
mod side;
mod unit;
mod watch;

pub use error::WatchError;
pub use follow::{Follow, WebKind, What};
pub use rules::{AlertRules, FetchRules};
pub use side::Side;
pub use watch::Watch;
