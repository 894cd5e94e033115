//! What the grammar says of an expression before it is resolved.

use crate::Kind;
use crate::class::Shift;
use crate::holiday::Rule;
use crate::point::Point;
use crate::unit::Unit;

/// An expression with its pieces.
#[derive(Clone, Debug)]
pub(crate) struct Found {
    /// The first piece.
    pub(crate) start: usize,
    /// The piece after the last.
    pub(crate) end: usize,
    pub(crate) expr: Expr,
}

/// What an expression means.
#[derive(Clone, Debug)]
pub(crate) enum Expr {
    /// Something on the calendar, perhaps with a part of the day.
    Date(Base, Option<String>),
    /// A value that needs no calendar.
    Value(Kind, String),
    /// A date that cannot be.
    Never(String),
}

/// A stretch of the calendar as the words tell it.
#[derive(Clone, Debug)]
pub(crate) enum Base {
    /// A stretch with its year.
    Is(Point),
    /// A stretch that comes back each year; the point's own year means nothing.
    Yearly(Point, Option<Shift>),
    /// A holiday.
    Holiday(Rule, Option<Shift>),
    /// A day of the week from Monday, 1.
    Weekday(i8, Option<Shift>),
    /// "Last week".
    Shifted(Shift, Unit),
    /// "The quarter": the one that is being told of.
    Told(Unit),
    /// Days from the day of the report.
    Today(i32),
    /// Some units away from something.
    Away(i64, Unit, From),
    /// A stretch that comes back each year, in the year of another.
    Within(Box<Base>, Box<Base>),
    /// The week, month or whatever else holds a day.
    Around(Unit, Box<Base>),
    /// A stretch beside something that has no date in the words: "the day" in "the day after the talks".
    Beside,
    /// The day that is being told of, for a bare time of day.
    Day,
}

/// Where a distance is measured from.
#[derive(Clone, Debug)]
pub(crate) enum From {
    /// The day of the report: "two days ago".
    Report,
    /// What was told last: "two days later".
    Last,
    /// Another stretch: "two days after Christmas".
    Base(Box<Base>),
}
