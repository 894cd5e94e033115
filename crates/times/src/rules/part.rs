//! Parts of a year and named days: quarters, halves, seasons, holidays, with the year they are part of.

use super::relative::{self, shift};
use super::{Plain, year};
use crate::class::Class;
use crate::expr::{Base, From};
use crate::point::Point;
use crate::table::Fixed;
use crate::text::Text;
use crate::unit::Unit;

/// The rules for parts of a year.
pub(crate) const RULES: &[Plain] =
    &[quarter, short_quarter, half, season, holiday, year_then_quarter, period_of_year];

/// The year that a part belongs to: "of 1990", "of next year", "1990", "last year", "a year ago".
fn whole(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip(text.skip(i, &[","]), &["of", "in"]);
    let fiscal = text.skip(text.skip_class(text.skip_determiner(at), Class::Fiscal), &["year"]);
    year::any(text, at)
        .or_else(|| year::year(text, fiscal))
        .map(|(year, end)| (Base::Is(Point::Year(year)), end))
        .or_else(|| {
            (at == i || text.reads(at - 1, &["of"])).then(|| relative::year_phrase(text, at)).flatten()
        })
}

fn in_whole(part: Base, text: &Text<'_, '_>, end: usize) -> (Base, usize) {
    match whole(text, end) {
        Some((whole, end)) => (Base::Within(Box::new(part), Box::new(whole)), end),
        None => (part, end),
    }
}

/// "The third quarter", "third-quarter", "the fiscal second quarter of 1990", "the year-ago third quarter".
fn quarter(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip_class(text.skip(text.skip_determiner(i), &["a", "flat"]), Class::Fiscal);
    let at = text.skip_dash(at);
    let n = text.get(at)?.ordinal()?;
    let at = text.skip_class(text.skip_dash(at + 1), Class::Fiscal);
    let fits = text.reads(at, &["quarter", "quarters"]) && n <= 4;
    let part = Base::Yearly(Point::Quarter(2000, n as i8), None);
    fits.then(|| in_whole(part, text, at + 1))
}

/// "Q3", "Q3 2022", "3Q".
fn short_quarter(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let first = text.reads(i, &["Q"]) && text.glued(i + 1);
    let last = text.reads(i + 1, &["Q"]) && text.glued(i + 1) && !text.runs_on_left(i);
    let (n @ 1..=4, 1) = text.whole(if first { i + 1 } else { i })? else { return None };
    let part = Base::Yearly(Point::Quarter(2000, n as i8), None);
    (first || last).then(|| in_whole(part, text, i + 2))
}

/// "The first half of 1989", "the second half".
fn half(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip_class(text.skip_determiner(i), Class::Fiscal);
    let n = if text.reads(at, &["last", "latter"]) { 2 } else { text.get(at)?.ordinal()? };
    let end = text.skip_dash(at + 1);
    if !text.is(end, Class::Half) || n > 2 {
        return None;
    }
    if text.reads(end + 1, &["of"])
        && let Some((decade, after)) =
            super::plain_date(text, end + 2).filter(|(b, _)| matches!(b, Base::Is(Point::Decade(_))))
    {
        return Some((decade, after));
    }
    let of_other = text.reads(end + 1, &["of"]) && whole(text, end + 1).is_none();
    let part = Base::Yearly(Point::Half(2000, n as i8), None);
    (!of_other && (whole(text, end + 1).is_some())).then(|| in_whole(part, text, end + 1))
}

/// "Last spring", "the summer of 1994", "this fall", "in winter", "summer 1996".
fn season(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let (shift, at) = shift(text, i).map_or((None, text.skip_determiner(i)), |(s, at)| (Some(s), at));
    let at = text.skip_dash(text.skip(at, &["early", "late", "mid"]));
    let season = text.get(at)?.season()?;
    let part = Base::Yearly(Point::Season(2000, season), shift);
    if let (base @ Base::Within(..), end) = in_whole(part.clone(), text, at + 1) {
        return Some((base, end));
    }
    let the = text.reads(i, &["the"]) && text.word(at).upos == saydo_syntax::Upos::Noun;
    let led =
        text.before(at).is_some_and(|p| p.is(Class::Leads)) && text.word(at).upos == saydo_syntax::Upos::Noun;
    let wet = text.reads(at, &["fall", "spring"]);
    let fits = shift.is_some()
        || (the && !wet)
        || (led && !text.reads(at, &["fall"]))
        || (the && !text.reads(at + 1, &["of"]) && text.reads(at, &["spring"]));
    fits.then_some((part, at + 1))
}

/// "Christmas", "last Thanksgiving", "9/11".
fn holiday(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let (shift, at) = shift(text, i).map_or((None, i), |(s, at)| (Some(s), at));
    let (rule, end) = text.get(at)?.phrases.iter().find_map(|phrase| match phrase.fixed {
        Fixed::Holiday(rule) if super::fixed::reads(text, at, &phrase.words) => {
            Some((rule, at + phrase.words.len()))
        }
        _ => None,
    })?;
    let number = text.whole(at).is_some();
    if (number && (text.is_part_of_number(at) && !text.reads(at + 1, &["/"]) || text.runs_on_right(end - 1)))
        || (!number && !text.get(at)?.is_high())
    {
        return None;
    }
    Some(in_whole(Base::Holiday(rule, shift), text, end))
}

/// "This year's third quarter", "the 1988 quarter", "next year's first half".
fn year_then_quarter(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let (whole, at) = relative::year_phrase(text, i)
        .or_else(|| {
            let (year, end) = year::year(text, text.skip_class(text.skip_determiner(i), Class::Fiscal))?;
            Some((Base::Is(Point::Year(year)), end))
        })
        .or_else(|| year_ago(text, i))?;
    let at = text.skip_class(text.skip(at, &["'s", "’s"]), Class::Fiscal);
    let n = text.get(at)?.ordinal()?;
    let end = text.skip_dash(at + 1);
    let part = match () {
        () if text.reads(end, &["quarter"]) && n <= 4 => Point::Quarter(2000, n as i8),
        () if text.is(end, Class::Half) && n <= 2 => Point::Half(2000, n as i8),
        () => return None,
    };
    Some((Base::Within(Box::new(Base::Yearly(part, None)), Box::new(whole)), end + 1))
}

/// "The year-ago", "the year-earlier" before a part of the year.
fn year_ago(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip_determiner(i);
    let end = text.skip_dash(at + 1);
    let fits = text.reads(at, &["year"]) && (text.is(end, Class::Ago) || text.reads(end, &["earlier"]));
    fits.then_some((Base::Away(-1, Unit::Year, From::Report), end + 1))
}

/// "The 1988 quarter", "the year-ago period", "the quarter a year ago".
fn period_of_year(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let the = text.skip_determiner(i);
    let the = text.skip(the, &["comparable", "corresponding", "same"]);
    let told = |at: usize| text.reads(at, &["quarter"]) || text.is(at, Class::Period);
    if let Some((year, end)) = year::year(text, the)
        && told(end)
    {
        let year = Box::new(Base::Is(Point::Year(year)));
        return Some((Base::Within(Box::new(Base::Told(Unit::Quarter)), year), end + 1));
    }
    if text.reads(the, &["latest"]) && text.is(the + 1, Class::Period) {
        return Some((Base::Told(Unit::Quarter), the + 2));
    }
    if let Some((base, end)) = year_ago(text, the).filter(|(_, end)| told(*end)) {
        let Base::Away(n, unit, _) = base else { return None };
        return Some((Base::Away(n, unit, From::Last), end + 1));
    }
    let (whole, end) = told(the).then(|| relative::year_phrase(text, the + 1)).flatten()?;
    Some((Base::Within(Box::new(Base::Told(Unit::Quarter)), Box::new(whole)), end))
}
