//! Times of day: "8:15 p.m. EST", "3 pm Moscow time", "noon", "Friday night", "this morning", "tonight".

use super::relative;
use crate::class::{Class, Shift};
use crate::expr::{Base, Expr};
use crate::piece::Piece;
use crate::text::Text;
use crate::unit::Unit;

/// A date at `i`, with a time of day before or after it.
pub(crate) fn dated(text: &Text<'_, '_>, i: usize) -> Option<(Expr, usize)> {
    let first = clock_then_date(text, i).or_else(|| part_of_date(text, i));
    let here = this_part(text, i).or_else(|| tonight(text, i));
    let here = here.map(|(base, tail, end)| (Expr::Date(base, Some(tail)), end));
    let date = super::date(text, i).map(|(day, end)| match day {
        Ok(base) => date_then_clock(text, base, end),
        Err(why) => (Expr::Never(why), end),
    });
    let all = first.into_iter().chain(here).chain(date);
    all.fold(None, |best: Option<(Expr, usize)>, next| match best {
        Some(best) if best.1 >= next.1 => Some(best),
        _ => Some(next),
    })
}

/// "Tuesday at 9 a.m.", "Friday night", "yesterday morning".
fn date_then_clock(text: &Text<'_, '_>, base: Base, end: usize) -> (Expr, usize) {
    let daily = is_day(&base);
    let at = text.skip(text.skip(end, &[","]), &["at", "around", "about", "by"]);
    let late = text.skip_dash(text.skip(end, &["early", "late", "mid"]));
    let part = text.get(late).and_then(Piece::part).filter(|_| daily);
    if let Some(part) = part {
        return (Expr::Date(base, Some(format!("T{part}"))), late + 1);
    }
    match clock(text, at).filter(|_| daily) {
        Some((tail, end)) => (Expr::Date(base, Some(tail)), end),
        None => (Expr::Date(base, None), end),
    }
}

fn is_day(base: &Base) -> bool {
    use crate::point::Point;
    match base {
        Base::Is(point) | Base::Yearly(point, _) => matches!(point, Point::Day(_)),
        Base::Shifted(_, unit) | Base::Told(unit) | Base::Away(_, unit, _) => *unit == Unit::Day,
        Base::Within(part, _) => is_day(part),
        Base::Holiday(..) | Base::Weekday(..) | Base::Today(_) => true,
        Base::Around(..) | Base::Beside | Base::Day => false,
    }
}

/// "5 p.m. EST, Nov. 6", "noon Saturday", "10 p.m. on Wednesday".
fn clock_then_date(text: &Text<'_, '_>, i: usize) -> Option<(Expr, usize)> {
    let at = super::inexact(text, i);
    let (tail, end) = clock(text, at)?;
    let next = text.skip(text.skip(end, &[","]), &["on", "of", "this"]);
    let (base, end) = super::plain_date(text, next).filter(|(base, _)| is_day(base))?;
    Some((Expr::Date(base, Some(tail)), end))
}

/// "The morning of June 4", "the night of the attack" without the attack.
fn part_of_date(text: &Text<'_, '_>, i: usize) -> Option<(Expr, usize)> {
    let at = text.skip(text.skip_determiner(i), &["early", "late"]);
    let part = text.get(at)?.part()?;
    let next = text.skip(at + 1, &["of", "on"]);
    let (base, end) = super::plain_date(text, next).filter(|(base, _)| is_day(base))?;
    (next > at + 1).then(|| (Expr::Date(base, Some(format!("T{part}"))), end))
}

/// "This morning", "last night", "the next morning", "that night".
fn this_part(text: &Text<'_, '_>, i: usize) -> Option<(Base, String, usize)> {
    let at = super::edge(text, i).unwrap_or(i);
    let (shift, at) = relative::shift(text, at)?;
    let at = text.skip_dash(text.skip(at, &["early", "late", "mid"]));
    let part = text.get(at)?.part()?;
    let base = match shift {
        Shift::This => Base::Today(0),
        Shift::Last => Base::Today(-1),
        Shift::Next | Shift::Following => Base::Shifted(Shift::Next, Unit::Day),
        Shift::Previous => Base::Shifted(Shift::Previous, Unit::Day),
        Shift::That | Shift::Same => Base::Shifted(Shift::That, Unit::Day),
        _ => return None,
    };
    Some((base, format!("T{part}"), at + 1))
}

/// "Tonight", "overnight".
fn tonight(text: &Text<'_, '_>, i: usize) -> Option<(Base, String, usize)> {
    text.get(i)?.classes.iter().find_map(|c| match c {
        Class::Tonight(part) => Some((Base::Today(0), format!("T{part}"), i + 1)),
        _ => None,
    })
}

/// A time of day that stands alone: "8:15 p.m.", "in the morning", "mid-afternoon".
pub(crate) fn clocked(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    clock(text, super::inexact(text, i)).or_else(|| bare_part(text, i))
}

fn bare_part(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let led =
        text.before(i).is_some_and(|p| ["in", "during", "by", "until", "through"].iter().any(|w| p.reads(w)));
    let the = text.reads(i, &["the"]) || text.reads(i, &["that", "next", "the"]);
    let mid = text.reads(i, &["mid"]);
    let at =
        if mid { text.skip_dash(i + 1) } else { text.skip(i + 1, &["early", "late", "next", "following"]) };
    let part = text.get(at)?.part()?;
    (mid || (led && the)).then(|| (format!("T{part}"), at + 1))
}

/// A time of day with its zone.
fn clock(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let (hour, end) = digital(text, i).or_else(|| spoken(text, i))?;
    Some((format!("T{hour}"), zone(text, end)))
}

/// Past "EST", "local time", "Moscow time".
fn zone(text: &Text<'_, '_>, i: usize) -> usize {
    let bracket = text.skip(i, &["("]);
    if text.is(bracket, Class::Zone) && text.get(bracket).is_some_and(Piece::is_high) {
        return text.skip(bracket + 1, &[")"]);
    }
    let named = text.get(i).is_some_and(|p| p.is_high() || p.reads("local") || p.reads("standard"));
    match named {
        true if text.reads(i + 1, &["time"]) => i + 2,
        true if text.reads(i + 2, &["time"])
            && text.reads(i + 1, &["standard", "daylight", "local", "summer"]) =>
        {
            i + 3
        }
        _ => i,
    }
}

/// "8:15 p.m.", "3pm", "15:00", "0600 GMT".
fn digital(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let (hour, len) = text.whole(i).filter(|_| !text.runs_on_left(i))?;
    let (minutes, after) = minutes(text, i + 1);
    if let Some(meridiem) = text.get(after).and_then(meridiem) {
        let hour = hour % 12 + u32::from(meridiem);
        let full = minutes.map_or(String::from("00"), |m| format!("{m:02}"));
        let fits = text.whole(i)?.0 <= 12 && len <= 2;
        let stop =
            text.reads(after + 1, &["."]) && text.glued(after + 1) && text.reads(after, &["a.m", "p.m"]);
        return fits.then(|| (format!("{hour:02}:{full}"), after + 1 + usize::from(stop)));
    }
    let zoned = text.is(after, Class::Zone) && text.get(after)?.is_high()
        || text.reads(after, &["hours"]) && len == 4;
    match (minutes, len) {
        (Some(m), 1..=2) if hour < 24 && (zoned || is_set(text, i)) => {
            Some((format!("{hour:02}:{m:02}"), after))
        }
        (None, 4) if zoned && hour < 2400 && hour % 100 < 60 => {
            Some((format!("{:02}:{:02}", hour / 100, hour % 100), after))
        }
        _ => None,
    }
}

fn meridiem(piece: &crate::piece::Piece<'_>) -> Option<u8> {
    piece.classes.iter().find_map(|c| if let Class::Meridiem(hours) = *c { Some(hours) } else { None })
}

/// The minutes after an hour and the piece after them; seconds are passed over.
fn minutes(text: &Text<'_, '_>, i: usize) -> (Option<u32>, usize) {
    let two = |at: usize| {
        let sign = text.reads(at, &[":"]) && text.glued(at) && text.glued(at + 1);
        text.whole(at + 1).filter(|(m, len)| sign && *len == 2 && *m < 60).map(|(m, _)| m)
    };
    let Some(minutes) = two(i) else { return (None, i) };
    (Some(minutes), if two(i + 2).is_some() { i + 4 } else { i + 2 })
}

/// Whether a word before tells that this is a time and no score.
fn is_set(text: &Text<'_, '_>, i: usize) -> bool {
    let words = ["at", "by", "until", "till", "from", "since", "around", "about", "before", "after"];
    text.before(i).is_some_and(|p| words.iter().any(|w| p.reads(w)))
}

/// "Noon", "midnight", "three o'clock", "4 in the morning".
fn spoken(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let twelve = text.skip(i, &["12"]);
    let named =
        text.get(twelve)?.classes.iter().find_map(|c| if let Class::Hour(h) = *c { Some(h) } else { None });
    let high = text.before(twelve).is_some_and(|p| p.reads("high"));
    if let Some(hour) = named.filter(|_| !high) {
        return Some((hour.to_owned(), twelve + 1));
    }
    let (count, at) = super::number::count(text, i)?;
    let hour = count.number.filter(|h| (1..=12).contains(h) && !text.is(i, Class::Article))?;
    let clocked = text.reads(at, &["o"]) && text.reads(at + 2, &["clock"]);
    let end = if clocked { at + 3 } else { at };
    let part = (text.reads(end, &["in"]) && text.reads(end + 1, &["the"]))
        .then(|| text.get(end + 2)?.part())
        .flatten();
    match part {
        Some("MO") => Some((format!("{:02}:00", hour % 12), end + 3)),
        Some(_) => Some((format!("{:02}:00", hour % 12 + 12), end + 3)),
        None => clocked.then(|| (format!("{hour:02}:00"), end)),
    }
}
