//! Years, decades and centuries: "2014", "fiscal 1989", "the year two thousand", "the early 1990s", "the 20th century".

use saydo_syntax::{Rel, Upos};

use super::Plain;
use super::number::spoken_year;
use crate::class::Class;
use crate::expr::Base;
use crate::piece::is_apostrophe;
use crate::point::Point;
use crate::text::Text;

/// The rules for years and what is longer.
pub(crate) const RULES: &[Plain] = &[bare, era, named, decade, spoken_decade, century];

/// The full year that two digits stand for.
pub(crate) fn short(year: u32) -> i16 {
    (year + if year < 50 { 2000 } else { 1900 }) as i16
}

/// Four digits that may be a year, wherever they stand.
pub(crate) fn year(text: &Text<'_, '_>, i: usize) -> Option<(i16, usize)> {
    let (year @ 1000..2200, 4) = text.whole(i)? else { return None };
    (!text.is_part_of_number(i) || is_range(text, i)).then_some((year as i16, i + 1))
}

/// Four digits that may be a year, or "nineteen ninety-six".
pub(crate) fn any(text: &Text<'_, '_>, i: usize) -> Option<(i16, usize)> {
    year(text, i).or_else(|| spoken_year(text, i).filter(|_| text.reads(i, &["nineteen", "eighteen"])))
}

/// "1996-98", "1914-1918".
fn is_range(text: &Text<'_, '_>, i: usize) -> bool {
    let right = text.is_dash(i + 1)
        && text.whole(i + 2).is_some_and(|(y, len)| len == 2 || (len == 4 && (1000..2200).contains(&y)));
    let left = i >= 2
        && text.is_dash(i - 1)
        && text.whole(i - 2).is_some_and(|(y, len)| len == 4 && (1000..2200).contains(&y));
    (right && !text.runs_on_left(i)) || (left && !text.runs_on_right(i))
}

/// A year that nothing but its look and its place in the sentence betrays.
fn bare(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let (year, end) = year(text, i)?;
    let near = (1900..2060).contains(&year) || (year >= 1500 && stands_out(text, i));
    let led =
        text.before(i).is_some_and(|p| p.is(Class::Leads) || p.month().is_some() || p.season().is_some());
    let fits =
        !is_name(text, i) && !is_count(text, i, led) && (near || (led && year >= 1200 && !counts(text, i)));
    fits.then_some((Base::Is(Point::Year(year)), end))
}

/// Whether a number is a year by what is around it: "(1821)", "1729-1797", "c. 1871", "the 1836 assault".
fn stands_out(text: &Text<'_, '_>, i: usize) -> bool {
    let bracketed = text.before(i).is_some_and(|p| p.form == "(") && text.reads(i + 1, &[")"]);
    let about = i >= 2 && text.reads(i - 1, &["."]) && text.reads(i - 2, &["c", "ca"]);
    let named = text.before(i).is_some_and(|p| p.is(Class::Determiner) || p.reads("'s") || p.reads("’s"))
        && text.word_at(i + 1).is_some_and(|w| w.upos == Upos::Noun && w.xpos == "NN");
    bracketed || about || named || is_range(text, i)
}

/// "400 BC", "900 CE", "AD 842".
fn era(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let first = text.reads(i, &["AD"]) && text.get(i)?.is_high();
    let (year, 1..=4) = text.whole(if first { i + 1 } else { i })? else { return None };
    if first {
        return Some((Base::Is(Point::Year(year as i16)), i + 2));
    }
    let (form, stop) = (text.get(i + 1)?.form, text.reads(i + 2, &["."]) && text.glued(i + 2));
    let sign = match form {
        "BC" | "BCE" | "B.C" | "B.C." => -1,
        "AD" | "CE" | "A.D" | "A.D." => 1,
        _ => return None,
    };
    let end = i + 2 + usize::from(stop && matches!(form, "B.C" | "A.D"));
    Some((Base::Is(Point::Year(sign * year as i16)), end))
}

/// Whether the number counts something by the tree.
fn counts(text: &Text<'_, '_>, i: usize) -> bool {
    text.word(i).rel == Rel::Nummod
}

/// "Flight 1549", "Resolution 1973".
fn is_name(text: &Text<'_, '_>, i: usize) -> bool {
    let Some(before) = text.before(i) else { return false };
    if before.digits().is_some() {
        return true;
    }
    let stop = before.form == "." && i >= 2 && text.reads(i - 2, &["no", "nos"]);
    let inside = text.word(i).head == Some(before.word) && text.word(i - 1).upos == Upos::Propn;
    let season = before.month().is_some() || before.season().is_some();
    stop || (inside && !season) || (before.is(Class::Numbered) && !before.is(Class::Leads))
}

/// "2000 troops", "1,500", "2000 percent".
fn is_count(text: &Text<'_, '_>, i: usize, led: bool) -> bool {
    let Some(next) = text.get(i + 1) else { return false };
    if next.is(Class::Counted) || (next.unit().is_some_and(|(_, many)| many)) {
        return true;
    }
    let determined = text.before(i).is_some_and(|p| p.is(Class::Determiner) || p.reads("'s"));
    let plural = text.word_at(i + 1).is_some_and(|w| w.upos == Upos::Noun && w.xpos == "NNS");
    let round = text.whole(i).is_some_and(|(n, _)| n % 50 == 0 && n != 1950);
    plural && round && !determined && (!led || counts(text, i))
}

/// "Fiscal 1989", "the year 2000", "the year two thousand", "in nineteen ninety-six".
fn named(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip_determiner(i);
    let told = text.is(at, Class::Fiscal) || text.reads(at, &["year"]);
    let at = text.skip(text.skip_class(at, Class::Fiscal), &["year"]);
    if let Some((year, end)) = year(text, at).filter(|_| told) {
        return Some((Base::Is(Point::Year(year)), end));
    }
    let plain =
        text.reads(i, &["nineteen", "eighteen"]) || (told && text.reads(at, &["two", "nineteen", "twenty"]));
    let spoken = spoken_year(text, at).filter(|_| plain);
    let spoken = spoken.filter(|(_, end)| text.unit(*end).is_none() && !text.is(*end, Class::Counted));
    spoken.map(|(year, end)| (Base::Is(Point::Year(year)), end))
}

/// "1990s", "1990's", "'90s", "the 80's".
fn decade(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip_determiner(i);
    let mark = text.get(at)?.form.chars().all(is_apostrophe);
    let at = at + usize::from(mark);
    let (tens, len) = text.whole(at)?;
    let first = match (tens, len) {
        (1000..2200, 4) => tens / 10,
        (10..100, 2) if mark || text.reads(i, &["the"]) => u32::from(short(tens) as u16) / 10,
        _ => return None,
    };
    let many = text.glued(at + 1) && text.reads(at + 1, &["s", "'s", "’s"]);
    (tens % 10 == 0 && many).then_some((Base::Is(Point::Decade(first as i16)), at + 2))
}

/// "The nineties".
fn spoken_decade(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let the =
        text.is(i, Class::Determiner) && !text.reads(i, &["his", "her", "their", "my", "your", "our", "its"]);
    let at = text.skip(text.skip_determiner(i), &["early", "late", "mid"]);
    let at = text.skip(text.skip_dash(at), &["nineteen"]);
    let tens = text.get(at)?.classes.iter().find_map(|c| match c {
        Class::Decade(tens) => Some(i16::from(*tens)),
        _ => None,
    })?;
    the.then_some((Base::Is(Point::Decade(190 + tens / 10)), at + 1))
}

/// "The 20th century", "the nineteenth century".
fn century(text: &Text<'_, '_>, i: usize) -> Option<(Base, usize)> {
    let at = text.skip_determiner(i);
    let (n, end) = ordinal(text, at)?;
    let end = text.skip_dash(end);
    let fits = text.reads(end, &["century", "centuries"]) && (1..=30).contains(&n);
    fits.then_some((Base::Is(Point::Century(n as i16 - 1)), end + 1))
}

/// An ordinal number: "20th", "twentieth", "twenty-first".
pub(crate) fn ordinal(text: &Text<'_, '_>, i: usize) -> Option<(u32, usize)> {
    if let Some(n) = text.get(i)?.ordinal() {
        return Some((u32::from(n), i + 1));
    }
    if let Some((n, _)) = text.whole(i) {
        let ends = text.glued(i + 1) && text.reads(i + 1, &["st", "nd", "rd", "th"]);
        return ends.then_some((n, i + 2));
    }
    let tens = if text.reads(i, &["twenty"]) { 20 } else { 30 };
    let at = text.skip_dash(i + 1);
    let one = u32::from(text.get(at)?.ordinal()?);
    text.reads(i, &["twenty", "thirty"]).then_some((tens + one, at + 1))
}
