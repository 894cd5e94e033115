//! Durations: "two weeks", "the past five days", "a year and a half", "three-day", "years".

use saydo_syntax::{Upos, Zone};

use super::number::count;
use super::relative::{approximate, shift};
use crate::Kind;
use crate::class::{Class, Shift};
use crate::expr::Expr;
use crate::piece::Piece;
use crate::text::{Count, Text};
use crate::unit::Unit;

/// A duration at `i`.
pub(crate) fn duration(text: &Text<'_, '_>, i: usize) -> Option<(Expr, usize)> {
    let (value, end) =
        counted(text, i).or_else(|| halved(text, i)).or_else(|| told(text, i)).or_else(|| open(text, i))?;
    Some((Expr::Value(Kind::Duration, value), end))
}

/// "Nearly two years", "the past few weeks", "a year or two", "the first nine months".
fn counted(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let start = text.skip_class(approximate(text, i), Class::Determiner);
    let start = shift(text, i).map_or(start, |(_, at)| at);
    let start = text.skip(start, &["first", "final", "initial"]);
    let start = approximate(text, start);
    let (first, at) = count(text, start)?;
    let (number, at) = range(text, first, at);
    let dash = text.skip_dash(at);
    let at = text.skip_class(text.skip_class(dash, Class::Between), Class::Between);
    let (unit, many) = text.unit(at)?;
    let spaced = dash < at || dash > start + 1 || super::is_noun(text, at);
    let article = text.is(start, Class::Article) && at == start + 1;
    let plain = text.whole(start).is_none_or(|(_, len)| len < 4);
    let grammar = many || (plain && (number.number == Some(1) || spaced));
    let other =
        is_fraction(text, at, number) || is_age(text, at) || is_ordinal(text, at, many) || is_title(text, at);
    if !grammar || other || (article && !is_length(text, start, unit)) {
        return None;
    }
    let (value, end) = with_half(text, number, unit, at + 1);
    Some((value, tail(text, end)))
}

/// The count of "two or three", "12 to 18": the first one.
fn range(text: &Text<'_, '_>, first: Count, at: usize) -> (Count, usize) {
    let joined = text.reads(at, &["or", "to"]) || (text.is_dash(at) && text.whole(at + 1).is_some());
    match count(text, at + 1).filter(|_| joined) {
        Some((_, end)) if !text.is(at + 1, Class::Article) => (first, end),
        _ => (first, at),
    }
}

/// "Three quarters of" something is no length.
fn is_fraction(text: &Text<'_, '_>, i: usize, count: Count) -> bool {
    let quarters = text.unit(i).is_some_and(|(unit, _)| unit == Unit::Quarter);
    quarters && text.reads(i + 1, &["of"]) && count.number.is_some_and(|n| n < 4)
}

/// A unit with a capital letter inside a sentence is part of a title.
fn is_title(text: &Text<'_, '_>, i: usize) -> bool {
    let zone = text.sentence.zone;
    zone == Zone::Body && i > 1 && text.whole(i - 1).is_some() && text.get(i).is_some_and(Piece::is_high)
}

/// "One second" is a length, "21 second" is none.
fn is_ordinal(text: &Text<'_, '_>, i: usize, many: bool) -> bool {
    !many && text.reads(i, &["second"]) && text.word(i).upos == Upos::Adj
}

/// Whether "a" with a unit is a length: "a night" and "a day" of something are none.
fn is_length(text: &Text<'_, '_>, i: usize, unit: Unit) -> bool {
    let of = text.reads(i + 2, &["of"]);
    let said = !matches!(unit, Unit::Night | Unit::Weekend | Unit::Quarter | Unit::Second);
    said && !(of && unit == Unit::Day)
}

/// Whether a length is somebody's age: "a 30-year-old man", "30 years old", "30 years of age".
fn is_age(text: &Text<'_, '_>, i: usize) -> bool {
    let old = text.skip_dash(i + 1);
    if text.reads(old, &["of"]) && text.reads(old + 1, &["age"]) {
        return true;
    }
    let lasting = text.is(old + 1, Class::Lasting) || text.is(old + 2, Class::Lasting);
    text.reads(old, &["old", "olds"]) && !lasting
}

fn with_half(text: &Text<'_, '_>, count: Count, unit: Unit, at: usize) -> (String, usize) {
    let and_half =
        text.reads(at, &["and"]) && text.is(at + 1, Class::Article) && text.is(at + 2, Class::Half);
    let (half, end) = if and_half { (true, at + 3) } else { (count.half, at) };
    match count.number {
        Some(n) if half => (unit.period_and_half(n), end),
        number => (unit.period(number), end),
    }
}

/// Past "or so", "or more", "-old", "-long".
fn tail(text: &Text<'_, '_>, i: usize) -> usize {
    let or = text.reads(i, &["or"]);
    if or && text.reads(i + 1, &["so", "more", "less", "two", "longer"]) {
        return i + 2;
    }
    let dash = text.skip_dash(i);
    if dash > i && text.reads(dash, &["long", "old"]) { dash + 1 } else { i }
}

/// "Half an hour", "a half hour", "half-hour".
fn halved(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let at = text.skip_class(i, Class::Article);
    if !text.is(at, Class::Half) {
        return None;
    }
    let at = text.skip_class(text.skip_dash(at + 1), Class::Article);
    let (unit, false) = text.unit(at)? else { return None };
    (unit != Unit::Quarter).then(|| (unit.period_and_half(0), at + 1))
}

/// "The year ended March 31" is a length, and so is "the nine months".
fn told(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let the = text.is(i, Class::Determiner) || text.reads(i, &["that"]);
    let at = text.skip_class(text.skip_class(i + 1, Class::Between), Class::Fiscal);
    let (unit, false) = text.unit(at)? else { return None };
    let ended = text.reads(at + 1, &["ended", "ending", "ends", "through"]) && unit == Unit::Year;
    (the && ended).then(|| (unit.period(Some(1)), at + 1))
}

/// "For years", "in recent weeks", "the coming months", "decades-long", "day-long".
fn open(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let (moved, at) = match shift(text, i) {
        Some((Shift::That | Shift::Same | Shift::This, _)) => return None,
        Some((shift, at)) => (Some(shift), at),
        None => (None, text.skip_determiner(i)),
    };
    let (unit, many) = text.unit(at)?;
    if moved == Some(Shift::Past) && unit >= Unit::Decade && !many {
        return Some((unit.period(Some(1)), at + 1));
    }
    let moved = moved.is_some();
    let long = text.is_dash(at + 1) && text.reads(at + 2, &["long"]);
    if long {
        return Some((unit.period((!many).then_some(1)), at + 3));
    }
    let led = text
        .before(i)
        .is_some_and(|p| p.is(Class::Leads) || p.reads("within") || p.reads("lasting") || p.reads("last"));
    let early =
        text.before(i).is_some_and(|p| p.reads("early") || p.reads("late")) && text.reads(at + 1, &["of"]);
    let taken = at == i && text.before(i).is_some_and(|p| text.sentence.words[p.word].upos == Upos::Verb);
    let the = (at > i && !moved) || early;
    let fits = many
        && !is_age(text, at)
        && !the
        && unit != Unit::Night
        && (moved || led || taken)
        && !text.is(at + 1, Class::Ago);
    fits.then(|| (unit.period(None), at + 1))
}
