//! Columns of a table: what each is called and tells, and how it is had from an item.

use saydo_export::{Cell, Column, Kind, Table};

use crate::api::shape::Party;

/// A column of a table of `T`.
pub(super) struct Field<T> {
    name: &'static str,
    kind: Kind,
    about: &'static str,
    of: fn(&T) -> Cell,
}

/// A column of this name and kind, what it tells, and its cell.
pub(super) const fn field<T>(
    name: &'static str,
    kind: Kind,
    about: &'static str,
    of: fn(&T) -> Cell,
) -> Field<T> {
    Field { name, kind, about, of }
}

/// The table with these columns; `about` says what a row is.
pub(super) fn table<T>(name: &'static str, about: &'static str, fields: &[Field<T>]) -> Table {
    let column = |field: &Field<T>| Column { name: field.name, kind: field.kind, about: field.about };
    Table { name, about, columns: fields.iter().map(column).collect() }
}

/// The row of an item.
pub(super) fn row<T>(fields: &[Field<T>], item: &T) -> Vec<Cell> {
    fields.iter().map(|field| (field.of)(item)).collect()
}

/// Text.
pub(super) fn text(text: &str) -> Cell {
    Cell::Text(text.to_owned())
}

/// Text, where there is some.
pub(super) fn maybe(text: Option<&String>) -> Cell {
    text.map_or(Cell::Nothing, |text| Cell::Text(text.clone()))
}

/// A whole number.
pub(super) fn number(number: impl TryInto<i64>) -> Cell {
    number.try_into().map_or(Cell::Nothing, Cell::Integer)
}

/// A whole number, where there is one.
pub(super) fn some_number(number: Option<impl TryInto<i64>>) -> Cell {
    number.map_or(Cell::Nothing, self::number)
}

/// A list of texts.
pub(super) fn list<'t>(texts: impl IntoIterator<Item = &'t String>) -> Cell {
    Cell::List(texts.into_iter().cloned().collect())
}

/// The codes of parties.
pub(super) fn codes(parties: &[Party]) -> Cell {
    list(parties.iter().map(|party| &party.code))
}

/// The names of parties.
pub(super) fn names(parties: &[Party]) -> Cell {
    list(parties.iter().map(|party| &party.name))
}

/// A day as the public picture writes it.
pub(super) fn written(day: &str) -> Cell {
    day.parse().map_or(Cell::Nothing, Cell::Day)
}
