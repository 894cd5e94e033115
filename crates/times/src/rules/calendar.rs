//! Dates with their month: "2022-02-15", "02/15/2022", "Feb. 15, 2022", "15 February", "January last year".

use jiff::civil::Date;
use saydo_syntax::{Rel, Upos};

use super::{Rule, relative, year};
use crate::class::{Class, Need, Shift};
use crate::expr::Base;
use crate::piece::Piece;
use crate::point::Point;
use crate::text::Text;

/// A date, or words on why it cannot be.
pub(crate) type Day = Result<Base, String>;

/// The rules for dates that name their month or stand in digits.
pub(crate) const RULES: &[Rule] = &[iso, slashed, month_first, day_first];

fn date(year: i16, month: u32, day: u32) -> Day {
    let exact = Date::new(year, month.min(99) as i8, day.min(99) as i8);
    exact.map(|d| Base::Is(Point::Day(d))).map_err(|_| format!("there is no {year:04}-{month:02}-{day:02}"))
}

/// A day whose year is open; the leap year 2000 has all of them.
fn yearly(month: u32, day: u32, shift: Option<Shift>) -> Day {
    let day_of = Date::new(2000, month.min(99) as i8, day.min(99) as i8);
    day_of
        .map(|d| Base::Yearly(Point::Day(d), shift))
        .map_err(|_| format!("no month {month} has a day {day}"))
}

/// "2022-02-15".
fn iso(text: &Text<'_, '_>, i: usize) -> Option<(Day, usize)> {
    let (year, 4) = text.whole(i)? else { return None };
    let (month, 2) = text.whole(i + 2)? else { return None };
    let (day, 2) = text.whole(i + 4)? else { return None };
    let sign = text.get(i + 1)?.form;
    let same = matches!(sign, "-" | "/" | ".") && text.reads(i + 3, &[sign]);
    let glued = (i + 1..=i + 4).all(|at| text.glued(at));
    let fits = same && glued && (1000..2200).contains(&year) && !text.runs_on_left(i);
    (fits && !more_digits(text, i + 5)).then(|| (date(year as i16, month, day), i + 5))
}

/// Whether the number goes on, as a phone number would.
fn more_digits(text: &Text<'_, '_>, i: usize) -> bool {
    text.glued(i) && text.glued(i + 1) && text.reads(i, &["-", "/", "."]) && text.whole(i + 1).is_some()
}

/// "02/15/2022", "15.02.2022", "2/15/22".
fn slashed(text: &Text<'_, '_>, i: usize) -> Option<(Day, usize)> {
    let sign = text.get(i + 1)?.form;
    let same = matches!(sign, "/" | "." | "-") && text.reads(i + 3, &[sign]);
    let glued = (i + 1..=i + 4).all(|at| text.glued(at));
    if !same || !glued || text.runs_on_left(i) || more_digits(text, i + 5) {
        return None;
    }
    let (first, 1..=2) = text.whole(i)? else { return None };
    let (second, 1..=2) = text.whole(i + 2)? else { return None };
    if first == 0 || second == 0 {
        return None;
    }
    let year = match text.whole(i + 4)? {
        (year @ 1000..2200, 4) => year as i16,
        (year, 2) if sign == "/" => year::short(year),
        _ => return None,
    };
    let day_first = sign == "." || (first > 12 && second <= 12);
    let (month, day) = if day_first { (second, first) } else { (first, second) };
    Some((date(year, month, day), i + 5))
}

/// A month at `i` with its stop, and the piece after it.
pub(crate) fn month(text: &Text<'_, '_>, i: usize) -> Option<(u8, usize)> {
    let piece = text.get(i)?;
    let (month, need) = piece.month()?;
    let stop = need == Need::Stop && stop(text, i);
    let number = |at: usize| text.get(at).is_some_and(|p| p.digits().is_some());
    if is_person(text, i) {
        return None;
    }
    let sure = need != Need::Stop || stop || number(i + 1) || (i > 0 && number(text.skip_dash_back(i) - 1));
    sure.then_some((month, i + 1 + usize::from(stop)))
}

/// Whether the word is part of somebody's name by the tree: "April Jones", "Theresa May".
fn is_person(text: &Text<'_, '_>, i: usize) -> bool {
    let flat = |w: &saydo_syntax::Word<'_>| w.rel == Rel::Flat && w.upos == Upos::Propn;
    let (word, at) = (text.word(i), text.pieces[i].word);
    let next = text.sentence.words.get(at + 1);
    let named = |w: &saydo_syntax::Word<'_>| flat(w) && w.head == Some(at) && w.form.len() > 1;
    let weekday = at > 0 && text.before(i).is_some_and(|p| p.weekday().is_some() || p.form == ",");
    (flat(word) && !weekday) || next.is_some_and(named)
}

/// Whether a stop that belongs to the word follows.
pub(crate) fn stop(text: &Text<'_, '_>, i: usize) -> bool {
    text.reads(i + 1, &["."]) && text.glued(i + 1)
}

/// A day of the month: "15", "15th", "fifteenth".
pub(crate) fn day_number(text: &Text<'_, '_>, i: usize) -> Option<(u32, usize)> {
    if let Some(day) = text.get(i)?.ordinal() {
        let tens = u32::from(day);
        return Some((tens, i + 1));
    }
    let (day @ 1..=99, 1..=2) = text.whole(i)? else { return None };
    if text.runs_on_left(i) {
        return None;
    }
    if text.glued(i + 1) && text.reads(i + 1, &["st", "nd", "rd", "th"]) {
        return Some((day, i + 2));
    }
    (!text.runs_on_right(i) || text.reads(i + 1, &["-"])).then_some((day, i + 1))
}

/// "Feb. 15, 2022", "February 15", "January last year", "March 2014", "last May".
fn month_first(text: &Text<'_, '_>, i: usize) -> Option<(Day, usize)> {
    let (shift, at) = relative::shift(text, i).map_or((None, i), |(s, at)| (Some(s), at));
    let (month, after) = month(text, at)?;
    let month = u32::from(month);
    let dayed = text.skip_determiner(after);
    if let Some((day, end)) = day_number(text, dayed).filter(|_| !is_verb(text, at)) {
        return Some(with_year(text, month, day, shift, end));
    }
    if !is_month(text, at, shift.is_some()) {
        return None;
    }
    let point = Point::Month(2000, month as i8);
    if let Some((whole, end)) = of_year(text, after) {
        return Some((Ok(Base::Within(Box::new(Base::Yearly(point, None)), Box::new(whole))), end));
    }
    Some((Ok(Base::Yearly(point, shift)), after))
}

/// Whether the name of a month that is also a common word is a month here.
fn is_month(text: &Text<'_, '_>, i: usize, shifted: bool) -> bool {
    let Some(piece) = text.get(i) else { return false };
    if piece.month().is_none_or(|(_, need)| need != Need::Capital) {
        return true;
    }
    let before = if text.before(i).is_some_and(Piece::is_dash) { i - 1 } else { i };
    let led =
        text.before(before).is_some_and(|p| p.is(Class::Leads) || p.edge().is_some() || p.is(Class::Every));
    let year = year::year(text, i + 1).is_some() || text.reads(i + 1, &["'s", "’s"]);
    let plain = piece.reads("august") || !is_noun_before(text, i);
    let placed = text.before(i).is_some_and(|p| p.reads("in") || p.reads("since") || p.reads("until"));
    (placed || !is_verb(text, i)) && (shifted || led || year || (i > 0 && plain && !piece.reads("may")))
}

/// Whether "the" or an adjective makes the word a common noun: "the annual March".
fn is_noun_before(text: &Text<'_, '_>, i: usize) -> bool {
    text.word_at(i.wrapping_sub(1))
        .is_none_or(|w| matches!(w.upos, Upos::Adj | Upos::Det | Upos::Punct | Upos::Propn))
}

fn is_verb(text: &Text<'_, '_>, i: usize) -> bool {
    text.word_at(i).is_some_and(|w| matches!(w.upos, Upos::Aux | Upos::Verb))
}

/// The year after a month: "2014", ", 2014", "of 2014", "last year", "of next year".
fn of_year(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip(i, &["of", ",", "in"]);
    let comma = text.reads(i, &[",", "in"]);
    year::any(text, at)
        .map(|(year, end)| (Base::Is(Point::Year(year)), end))
        .or_else(|| (!comma).then(|| relative::year_phrase(text, at)).flatten())
        .or_else(|| short_year(text, at))
}

/// "'98" after a month.
fn short_year(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let mark = text.get(i)?.form.chars().all(crate::piece::is_apostrophe);
    let (year, 2) = text.whole(i + 1)? else { return None };
    (mark && text.glued(i + 1)).then(|| (Base::Is(Point::Year(year::short(year))), i + 2))
}

/// A day with whatever year follows it.
fn with_year(text: &Text<'_, '_>, month: u32, day: u32, shift: Option<Shift>, end: usize) -> (Day, usize) {
    let at = text.skip(end, &[",", "of", "in"]);
    if let Some((year, after)) = year::year(text, at) {
        return (date(year, month, day), after);
    }
    let open = yearly(month, day, shift);
    match relative::year_phrase(text, text.skip(end, &["of"])) {
        Some((whole, after)) => (open.map(|day| Base::Within(Box::new(day), Box::new(whole))), after),
        None => (open, end),
    }
}

/// "15 February 2022", "the 15th of February".
fn day_first(text: &Text<'_, '_>, i: usize) -> Option<(Day, usize)> {
    let at = text.skip_determiner(i);
    let (day, after) = day_number(text, at)?;
    let (month_at, spoken) = (text.skip(after, &["of"]), text.reads(after, &["of"]));
    let (month, end) = month(text, month_at)?;
    let ordinal = spoken || at == i;
    (ordinal && !is_verb(text, month_at)).then(|| with_year(text, u32::from(month), day, None, end))
}

/// The date after "Saturday," in "Saturday, April 25".
pub(crate) fn after_weekday(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let (day, end) = month_first(text, i).or_else(|| day_first(text, i)).or_else(|| slashed(text, i))?;
    let base = day.ok()?;
    let exact = |b: &Base| matches!(b, Base::Is(Point::Day(_)) | Base::Yearly(Point::Day(_), _));
    let fits = exact(&base) || matches!(&base, Base::Within(part, _) if exact(part));
    fits.then_some((base, end))
}

/// More days of a month that was named: the "16" of "Feb. 15-16" and "Feb. 15 and 16".
pub(crate) fn second_day(text: &Text<'_, '_>, i: usize) -> Option<(u32, usize, usize)> {
    let joined = text.is_dash(i) || text.reads(i, &["and", "to", "or", "through", ",", "&"]);
    let (day, end) = day_number(text, i + 1).filter(|_| joined)?;
    let plain = text.whole(i + 1).is_some() && (1..=31).contains(&day);
    let counts =
        text.unit(end).is_some() || text.get(end).is_some_and(|p| p.month().is_some() || p.reads(":"));
    let ends = !counts && (text.is_dash(i) || ends_phrase(text, end));
    (plain && ends).then_some((day, i + 1, end))
}

/// Whether nothing that a number would count follows.
fn ends_phrase(text: &Text<'_, '_>, i: usize) -> bool {
    let counted = |upos| matches!(upos, Upos::Noun | Upos::Adj | Upos::Propn | Upos::Num | Upos::Sym);
    text.word_at(i).is_none_or(|w| !counted(w.upos))
}

/// The "15" of "15-16 February", with the month that follows.
pub(crate) fn first_day(text: &Text<'_, '_>, i: usize) -> Option<(Day, usize)> {
    let (day, end) = day_number(text, i)?;
    let joined = text.is_dash(end) || text.reads(end, &["and", "to", "or", "&"]);
    let (_, at) = day_number(text, end + 1).filter(|_| joined)?;
    let (month, after) = month(text, text.skip(at, &["of"]))?;
    Some((with_year(text, u32::from(month), day, None, after).0, end))
}
