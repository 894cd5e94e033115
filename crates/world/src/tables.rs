//! The texts that a world is built from: those that ship, and those that a test writes.

use std::borrow::Cow;

/// A table's text.
type Text = Cow<'static, str>;

/// The text of every table of a world, header lines included. Empty text is a table without rows.
#[derive(Clone, Debug, Default)]
pub struct Tables {
    /// Countries and territories: `countries.tsv`.
    pub countries: Text,
    /// Areas inside them that act or are named in the news: `areas.tsv`.
    pub areas: Text,
    /// Organisations of every kind: `organisations.tsv`.
    pub organisations: Text,
    /// Which countries' forces an alliance's are: `members.tsv`.
    pub members: Text,
    /// Nouns for roles and groups: `roles.tsv`.
    pub roles: Text,
    /// Who held which office of state; several files of the same form, each with its name.
    pub holders: Vec<(Text, Text)>,
    /// Who led which organisation: `leaders.tsv`.
    pub leaders: Text,
}

macro_rules! shipped {
    ($file:literal) => {
        Cow::Borrowed(include_str!(concat!("../../../data/actors/", $file)))
    };
}

impl Tables {
    /// The tables that ship.
    pub fn shipped() -> Self {
        Self {
            countries: shipped!("countries.tsv"),
            areas: shipped!("areas.tsv"),
            organisations: shipped!("organisations.tsv"),
            members: shipped!("members.tsv"),
            roles: shipped!("roles.tsv"),
            holders: vec![
                ("holders-a.tsv".into(), shipped!("holders-a.tsv")),
                ("holders-b.tsv".into(), shipped!("holders-b.tsv")),
                ("holders-c.tsv".into(), shipped!("holders-c.tsv")),
            ],
            leaders: shipped!("leaders.tsv"),
        }
    }
}

/// One table and its file name, for messages.
#[derive(Clone, Copy)]
pub(crate) struct TableText<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
}
