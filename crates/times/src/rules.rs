//! The grammar: rules that each look for one kind of expression at one piece.

mod calendar;
mod clock;
mod duration;
mod fixed;
mod number;
mod part;
mod relative;
mod set;
mod year;

use self::calendar::Day;
use crate::class::Class;
use crate::expr::{Base, Expr, Found};
use crate::piece::Piece;
use crate::point::Point;
use crate::text::Text;
use crate::unit::Unit;

/// A rule for dates that may turn out not to exist.
type Rule = fn(&Text<'_, '_>, usize) -> Option<(Day, usize)>;
/// A rule for dates that always exist.
type Plain = fn(&Text<'_, '_>, usize) -> Option<(Base, usize)>;

/// The expressions of a sentence, in order.
pub(crate) fn all(text: &Text<'_, '_>) -> Vec<Found> {
    let mut found = Vec::new();
    let mut i = 0;
    while i < text.pieces.len() {
        let opens = text.get(i).is_some_and(Piece::may_open);
        let Some(next) = opens.then(|| at(text, i)).flatten() else {
            i += 1;
            continue;
        };
        i = next.end.max(i + 1);
        let more = second(text, &next);
        found.push(next);
        if let Some(more) = more {
            i = more.end;
            found.push(more);
        }
    }
    found
}

/// The longest expression that starts at `i`; of several, the first rule's.
fn at(text: &Text<'_, '_>, i: usize) -> Option<Found> {
    let dated = clock::dated(text, i);
    let value = [fixed::fixed, set::set, relative::long_ago, duration::duration]
        .iter()
        .filter_map(|rule| rule(text, i));
    let day = clock::clocked(text, i).map(|(tail, end)| (Expr::Date(Base::Day, Some(tail)), end));
    let all = value.chain(dated).chain(day);
    let (expr, end) = all.fold(None, |best: Option<(Expr, usize)>, next| match best {
        Some(best) if best.1 >= next.1 => Some(best),
        _ => Some(next),
    })?;
    Some(Found { start: i, end, expr })
}

/// The "16" of "Feb. 15-16".
fn second(text: &Text<'_, '_>, first: &Found) -> Option<Found> {
    let Expr::Date(Base::Yearly(Point::Day(day), shift), None) = &first.expr else { return None };
    let (number, start, end) = calendar::second_day(text, first.end)?;
    let date = jiff::civil::Date::new(day.year(), day.month(), number.min(99) as i8);
    let expr = match date {
        Ok(date) => Expr::Date(Base::Yearly(Point::Day(date), *shift), None),
        Err(_) => Expr::Never(format!("no month {} has a day {number}", day.month())),
    };
    Some(Found { start, end, expr })
}

/// The longest date at `i`, with "early" and "the end of" before it.
fn date(text: &Text<'_, '_>, i: usize) -> Option<(Day, usize)> {
    let at = edge(text, i).unwrap_or(i);
    let recursive =
        relative::LONG.iter().filter_map(|rule| rule(text, at)).map(|(base, end)| (Ok(base), end));
    let bare = year_end(text, i).map(|(base, end)| (Ok(base), end));
    longest(recursive.chain(simple(text, at)).chain(bare))
}

/// The longest date at `i` that is none of those made of others.
fn simple(text: &Text<'_, '_>, i: usize) -> Option<(Day, usize)> {
    let exact = calendar::RULES.iter().filter_map(|rule| rule(text, i));
    let first = calendar::first_day(text, i);
    let plain = relative::RULES.iter().chain(part::RULES).chain(year::RULES);
    longest(
        first
            .into_iter()
            .chain(exact)
            .chain(plain.filter_map(|rule| rule(text, i)).map(|(b, end)| (Ok(b), end))),
    )
}

fn longest(all: impl Iterator<Item = (Day, usize)>) -> Option<(Day, usize)> {
    all.fold(None, |best: Option<(Day, usize)>, next| match best {
        Some(best) if best.1 >= next.1 => Some(best),
        _ => Some(next),
    })
}

/// The longest date at `i` that exists and is none of those made of others.
fn plain_date(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    simple(text, i).and_then(|(day, end)| Some((day.ok()?, end)))
}

/// Past "early", "late", "mid-", "earlier", "the end of" before a date.
fn edge(text: &Text<'_, '_>, i: usize) -> Option<usize> {
    let at = text.skip_determiner(i);
    let at = text.skip(text.skip(at, &["very", "sometime", "some"]), &["time"]);
    let noun = text.get(at)?.edge();
    let middle = text.reads(at, &["middle", "midst"]);
    let of = text.reads(at + 1, &["of"]);
    match noun {
        Some(true) => of.then_some(at + 2),
        Some(false) if middle => of.then_some(at + 2),
        Some(false) => Some(text.skip(text.skip_dash(at + 1), &["in", "on"])),
        None => (at > i && text.reads(at - 1, &["sometime", "time"])).then_some(at),
    }
}

/// "Year-end", "year's end", "the turn of the century".
fn year_end(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip_dash(text.skip(i + 1, &["'s", "’s"]));
    let (unit, false) = text.unit(i)? else { return None };
    let fits = text.reads(at, &["end"])
        && at > i
        && matches!(unit, Unit::Year | Unit::Month | Unit::Week | Unit::Quarter);
    let joined = at > i + 1 || unit == Unit::Year;
    let whole =
        text.is_dash(at + 1).then(|| year::year(text, at + 2)).flatten().or_else(|| year::year(text, at + 1));
    if let Some((year, end)) = whole.filter(|_| fits) {
        return Some((Base::Is(Point::Year(year)), end));
    }
    (fits && joined).then_some((Base::Told(unit), at + 1))
}

/// Whether a piece is a noun by its tag.
fn is_noun(text: &Text<'_, '_>, i: usize) -> bool {
    use saydo_syntax::Upos;
    text.word_at(i).is_some_and(|w| matches!(w.upos, Upos::Noun | Upos::Propn))
}

/// Past a word that only says how exact a value is.
fn inexact(text: &Text<'_, '_>, i: usize) -> usize {
    text.skip_class(i, Class::Approximate)
}
