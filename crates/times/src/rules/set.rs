//! What comes back: "every day", "each Thursday", "twice a week", "daily", "Tuesdays", "Tuesday nights".

use saydo_syntax::{Rel, Upos};

use super::number::count;
use crate::Kind;
use crate::class::Class;
use crate::expr::Expr;
use crate::piece::Piece;
use crate::text::Text;

/// A set at `i`.
pub(crate) fn set(text: &Text<'_, '_>, i: usize) -> Option<(Expr, usize)> {
    let all = [every, days, rate, per];
    let (value, end) = all.iter().find_map(|rule| rule(text, i))?;
    Some((Expr::Value(Kind::Set, value), end))
}

/// "Every day", "every two weeks", "each July", "every other month".
fn every(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    if !text.is(i, Class::Every) {
        return None;
    }
    let other = text.reads(i + 1, &["other", "second"]);
    let at = i + 1 + usize::from(other);
    let (n, at) = count(text, at).map_or((Some(if other { 2 } else { 1 }), at), |(c, at)| (c.number, at));
    let at = text.skip_class(at, Class::Between);
    if let Some((unit, _)) = text.unit(at) {
        return Some((unit.period(n), at + 1));
    }
    named(text, at)
}

/// A weekday, month, season or part of the day that comes back.
fn named(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let piece = text.get(i)?;
    if let Some((day, _)) = piece.weekday() {
        return Some(with_part(text, day, i + 1));
    }
    let month = piece.month().map(|(month, _)| format!("XXXX-{month:02}"));
    let season = piece.season().map(|season| format!("XXXX-{season}"));
    let part = piece.part().map(|part| format!("XXXX-XX-XXT{part}"));
    month.or(season).or(part).map(|value| (value, i + 1))
}

fn with_part(text: &Text<'_, '_>, day: u8, end: usize) -> (String, usize) {
    match text.get(end).and_then(Piece::part) {
        Some(part) => (format!("XXXX-WXX-{day}T{part}"), end + 1),
        None => (format!("XXXX-WXX-{day}"), end),
    }
}

/// "Tuesdays", "Tuesday nights".
fn days(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let piece = text.get(i)?;
    let many =
        piece.classes.iter().find_map(|c| if let Class::Weekdays(day) = *c { Some(day) } else { None });
    if let Some(day) = many {
        return Some((format!("XXXX-WXX-{day}"), i + 1));
    }
    let part = text.get(i + 1).filter(|p| p.part().is_some() && p.form.ends_with('s'))?;
    piece.weekday().map(|(day, _)| (format!("XXXX-WXX-{day}T{}", part.part().unwrap_or_default()), i + 2))
}

/// "Daily", "annually".
fn rate(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let rate = text
        .get(i)?
        .classes
        .iter()
        .find_map(|c| if let Class::Rate(rate) = *c { Some(rate) } else { None })?;
    let often = matches!(rate, "P3M" | "P1M" | "P6M");
    let part = matches!(text.word(i).upos, Upos::Adv)
        || (!often && matches!(text.word(i).upos, Upos::Adj | Upos::Noun));
    part.then(|| (rate.to_owned(), i + 1))
}

/// "Twice a week", "$5 a day", "times per year".
fn per(text: &Text<'_, '_>, i: usize) -> Option<(String, usize)> {
    let per = text.reads(i, &["per"]);
    if !per && !text.is(i, Class::Article) {
        return None;
    }
    let (unit, false) = text.unit(i + 1)? else { return None };
    let before = text.before(i)?;
    let times = ["times", "twice", "once", "cents", "hours"].iter().any(|w| before.reads(w));
    let number =
        before.digits().is_some() || before.form == "%" || before.reads("million") || before.reads("billion");
    let word = text.word(i + 1);
    let rate = matches!(word.rel, Rel::NmodUnmarked) && word.head.is_some_and(|h| h < text.pieces[i].word);
    let end = text.get(i + 2).is_none_or(|p| !p.is(Class::Ago) && !p.is(Class::Back) && !p.is(Class::Forth));
    let which = if per { i + 1 } else { i };
    ((per || times || number || rate) && end && which <= i + 1).then(|| (unit.period(Some(1)), i + 2))
}
