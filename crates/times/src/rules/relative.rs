//! Dates that move from another: "last week", "next Tuesday", "two days ago", "a year earlier", "the day after Christmas".

use saydo_syntax::Upos;

use super::number::count;
use super::{Plain, calendar};
use crate::Kind;
use crate::class::{Class, Need, Shift};
use crate::expr::{Base, Expr, From};
use crate::piece::Piece;
use crate::text::Text;
use crate::unit::Unit;

/// The rules for dates that move from another.
pub(crate) const RULES: &[Plain] = &[shifted, beside, told, today, beyond, weekday, ago, compound, earlier];
/// The rules for those that hold another date in their words.
pub(crate) const LONG: &[Plain] = &[after, around];

/// A word like "last" at `i`, with "the" before it and "same" or "past" after it: "this past", "the very next".
pub(crate) fn shift(text: &Text<'_, '_>, i: usize) -> Option<(Shift, usize)> {
    let at = text.skip_determiner(i);
    let first = text.get(at)?.shift()?;
    if first == Shift::That && !matches!(text.word(at).upos, Upos::Det | Upos::Pron) {
        return None;
    }
    match text.get(at + 1).and_then(Piece::shift) {
        Some(second) if first == Shift::This || (first == Shift::That && second == Shift::Same) => {
            Some((second, at + 2))
        }
        _ => Some((first, at + 1)),
    }
}

/// "Last week", "this past summer's" and the like, without seasons.
fn shifted(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let (shift, at) = shift(text, i)?;
    let full = text.skip(text.skip_class(at, Class::Between), &["entire"]);
    let full = text.skip_class(full, Class::Fiscal);
    let (unit, false) = text.unit(full)? else { return None };
    let long = (shift == Shift::Past && unit >= Unit::Decade) || (shift == Shift::Last && unit == Unit::Day);
    let names = unit >= Unit::Day && unit != Unit::Night && shift != Shift::Recent && !long;
    names.then_some((Base::Shifted(shift, unit), full + 1))
}

/// "The year", "the quarter": what is being told of.
fn told(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    if !text.is(i, Class::Determiner) {
        return None;
    }
    let at = text.skip_class(text.skip_class(i + 1, Class::Between), Class::Fiscal);
    let fiscal = at > i + 1;
    let (unit, false) = text.unit(at)? else { return None };
    let the = text.reads(i, &["the"]) || (fiscal && unit == Unit::Year);
    let fits = matches!(
        unit,
        Unit::Week | Unit::Weekend | Unit::Month | Unit::Quarter | Unit::Year | Unit::Decade | Unit::Century
    );
    (the && fits).then_some((Base::Told(unit), at + 1))
}

/// "Last year", "next year", "the following year", "the year" after "of".
pub(crate) fn year_phrase(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let year = |base: &Base| matches!(base, Base::Shifted(_, Unit::Year) | Base::Told(Unit::Year));
    let earlier = ago(text, i).filter(|(base, _)| matches!(base, Base::Away(_, Unit::Year, _)));
    shifted(text, i).filter(|(base, _)| year(base)).or(earlier)
}

fn today(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    text.get(i)?.classes.iter().find_map(|c| match *c {
        Class::Day(days) => Some((Base::Today(days), i + 1)),
        _ => None,
    })
}

/// "The day after tomorrow", "the day before yesterday".
fn beyond(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip_determiner(i);
    let step = if text.reads(at + 1, &["after"]) { 1 } else { -1 };
    let (Base::Today(days), end) = today(text, at + 2)? else { return None };
    let fits = text.reads(at, &["day"]) && text.reads(at + 1, &["after", "before"]) && days == step;
    fits.then_some((Base::Today(days + step), end))
}

/// "Tuesday", "last Friday".
pub(crate) fn weekday(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let (shift, at) = shift(text, i).map_or((None, i), |(s, at)| (Some(s), at));
    let (day, need) = text.get(at)?.weekday()?;
    let stop = text.get(at)?.form.len() <= 5 && calendar::stop(text, at);
    let end = at + 1 + usize::from(stop);
    let dated = calendar::after_weekday(text, text.skip(end, &[","]));
    if let Some(dated) = dated.filter(|_| shift.is_none_or(|s| s != Shift::Last)) {
        return Some(dated);
    }
    (need != Need::Stop || stop).then_some((Base::Weekday(day as i8, shift), end))
}

/// "A few years ago", "months ago": some time in the past.
pub(crate) fn long_ago(text: &Text<'_, '_>, i: usize) -> Option<(Expr, usize)> {
    let at = approximate(text, i);
    let counted = count(text, at);
    let at = counted.map_or(at, |(_, at)| at);
    let (_, many) = text.unit(text.skip_class(at, Class::Between))?;
    let end = text.skip_class(at, Class::Between) + 1;
    let open = counted.map_or(many, |(count, _)| count.number.is_none());
    (open && text.is(end, Class::Ago)).then(|| (Expr::Value(Kind::Date, "PAST_REF".to_owned()), end + 1))
}

/// "Two days ago", "a week or so ago", "a week from now", "ten years hence".
fn ago(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = approximate(text, i);
    let (count, at) = count(text, at)?;
    let at = text.skip_class(text.skip_dash(at), Class::Between);
    let (unit, _) = text.unit(at)?;
    let at = or_so(text, at + 1);
    let dash = text.skip_dash(at);
    let n = i64::try_from(count.number?).ok()?;
    if text.is(dash, Class::Ago) {
        return Some((Base::Away(-n, unit, From::Report), dash + 1));
    }
    let hence =
        text.reads(at, &["hence"]) || (text.reads(at, &["from"]) && text.reads(at + 1, &["now", "today"]));
    let end = if text.reads(at, &["hence"]) { at + 1 } else { at + 2 };
    if hence {
        return Some((Base::Away(n, unit, From::Report), end));
    }
    let (base, end) =
        weekday(text, at + 1).or_else(|| today(text, at + 1)).filter(|_| text.reads(at, &["from"]))?;
    Some((Base::Away(n, unit, From::Base(Box::new(base))), end))
}

fn or_so(text: &Text<'_, '_>, i: usize) -> usize {
    if text.reads(i, &["or"]) && text.reads(i + 1, &["so"]) { i + 2 } else { i }
}

/// Past "nearly", "more than", "at least" and the like.
pub(crate) fn approximate(text: &Text<'_, '_>, i: usize) -> usize {
    let than = text.reads(i, &["more", "less", "fewer", "longer"]) && text.reads(i + 1, &["than"]);
    let least = text.reads(i, &["at"]) && text.reads(i + 1, &["least", "most"]);
    let up = text.reads(i, &["up"]) && text.reads(i + 1, &["to"]);
    if than || least || up { i + 2 } else { text.skip_class(i, Class::Approximate) }
}

/// "Year-ago", "the year-earlier quarter", "a year ago" before its noun.
fn compound(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip(text.skip_determiner(i), &["comparable", "corresponding"]);
    let (unit, false) = text.unit(at)? else { return None };
    let word = text.skip_dash(at + 1);
    let back = text.is(word, Class::Ago) || text.reads(word, &["earlier"]);
    (back && word > at + 1).then_some((Base::Away(-1, unit, From::Report), word + 1))
}

/// "A year earlier", "two days later", "three weeks before", "the day before".
fn earlier(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = approximate(text, i);
    let (n, at) = match count(text, at) {
        Some((count, at)) => (count.number?, at),
        None => (1, text.reads(i, &["the"]).then_some(i + 1)?),
    };
    let at = text.skip_class(text.skip_dash(at), Class::Between);
    let (unit, _) = text.unit(at)?;
    let word = text.skip_dash(or_so(text, at + 1));
    let n = i64::try_from(n).ok()?;
    let governs = text.reads(word, &["before", "after"]) && !ends_clause(text, word + 1);
    if governs || text.reads(word, &["prior", "previously", "on"]) {
        return None;
    }
    let sign = if text.is(word, Class::Back) { -1 } else { 1 };
    let moves = text.is(word, Class::Back) || text.is(word, Class::Forth);
    moves.then_some((Base::Away(sign * n, unit, From::Last), word + 1))
}

/// "The day" in "the day after the talks".
fn beside(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let (unit, false) = text.unit(i + 1)? else { return None };
    let measured = text.reads(i + 2, &["after", "before"]) && !ends_clause(text, i + 3);
    let long = matches!(unit, Unit::Day | Unit::Week | Unit::Month | Unit::Year);
    (text.reads(i, &["the"]) && measured && long).then_some((Base::Beside, i + 2))
}

/// Whether nothing that "before" could govern follows.
fn ends_clause(text: &Text<'_, '_>, i: usize) -> bool {
    text.get(i).is_none_or(|p| !p.form.starts_with(char::is_alphanumeric) || p.reads("and") || p.reads("but"))
}

/// "Two days after Christmas", "the day before Oct. 13".
fn after(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = approximate(text, i);
    let (n, at) = match count(text, at) {
        Some((count, at)) => (count.number?, at),
        None => (1, text.reads(i, &["the"]).then_some(i + 1)?),
    };
    let (unit, _) = text.unit(text.skip_class(at, Class::Between))?;
    let at = text.skip_class(at, Class::Between) + 1;
    let sign = if text.reads(at, &["after"]) { 1 } else { -1 };
    if !text.reads(at, &["after", "before"]) {
        return None;
    }
    let (base, end) = super::plain_date(text, at + 1)?;
    Some((Base::Away(sign * i64::try_from(n).ok()?, unit, From::Base(Box::new(base))), end))
}

/// "The week of March 6", "the month of May".
fn around(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip_determiner(i);
    let (unit, false) = text.unit(at)? else { return None };
    if !text.reads(at + 1, &["of"]) || unit.is_clock() {
        return None;
    }
    let (base, end) = super::plain_date(text, at + 2)?;
    let same = unit == Unit::Month || unit == Unit::Year || unit == Unit::Week;
    same.then(|| (Base::Around(unit, Box::new(base)), end))
}
