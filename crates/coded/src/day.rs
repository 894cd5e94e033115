//! Days in the styles that files have.

use jiff::civil::Date;

/// A style of writing days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Style {
    /// `2022-02-15`, after ISO 8601, perhaps with a time behind it.
    Iso,
    /// `20220215`, perhaps with a time behind it.
    Digits,
    /// `2/15/2022`: month, day, year, unless the first can be no month.
    Slashes,
    /// `15 February 2022`.
    Words,
}

impl Style {
    /// How it looks.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Iso => "YYYY-MM-DD",
            Self::Digits => "YYYYMMDD",
            Self::Slashes => "month/day/year",
            Self::Words => "day month year",
        }
    }
}

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// Reads a day in any style.
pub(crate) fn read(text: &str) -> Option<(Date, Style)> {
    let text = text.trim();
    let bytes = text.as_bytes();
    let date = |year, month, day| Date::new(year, month, day).ok();
    if bytes.len() >= 10 && bytes[4] == b'-' && bytes[7] == b'-' && ends(bytes, 10, b" T") {
        let day = date(number(&bytes[..4])?, short(&bytes[5..7])?, short(&bytes[8..10])?)?;
        return Some((day, Style::Iso));
    }
    if matches!(bytes.len(), 8 | 14) && bytes.iter().all(u8::is_ascii_digit) {
        let day = date(number(&bytes[..4])?, short(&bytes[4..6])?, short(&bytes[6..8])?)?;
        return Some((day, Style::Digits));
    }
    slashes(text).map(|day| (day, Style::Slashes)).or_else(|| words(text).map(|day| (day, Style::Words)))
}

fn ends(bytes: &[u8], at: usize, with: &[u8]) -> bool {
    bytes.get(at).is_none_or(|next| with.contains(next))
}

fn number(digits: &[u8]) -> Option<i16> {
    let add = |sum: Option<i16>, digit: &u8| {
        digit.is_ascii_digit().then(|| sum?.checked_mul(10)?.checked_add(i16::from(digit - b'0')))?
    };
    if digits.is_empty() { None } else { digits.iter().fold(Some(0), add) }
}

fn short(digits: &[u8]) -> Option<i8> {
    number(digits).and_then(|number| i8::try_from(number).ok())
}

fn slashes(text: &str) -> Option<Date> {
    let date = text.split([' ', 'T']).next()?;
    let mut parts = date.split('/').map(str::as_bytes);
    let (first, second, year) = (short(parts.next()?)?, short(parts.next()?)?, number(parts.next()?)?);
    let year = if year < 100 { year + if year < 50 { 2000 } else { 1900 } } else { year };
    let (month, day) = if first > 12 { (second, first) } else { (first, second) };
    if parts.next().is_some() { None } else { Date::new(year, month, day).ok() }
}

fn words(text: &str) -> Option<Date> {
    let mut parts = text.split([' ', '-']).filter(|part| !part.is_empty());
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let month = month.get(..3)?.to_ascii_lowercase();
    let month = MONTHS.iter().position(|name| *name == month)? as i8 + 1;
    if parts.next().is_some() {
        None
    } else {
        Date::new(number(year.as_bytes())?, month, short(day.as_bytes())?).ok()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_style_is_read() {
        let day = jiff::civil::date(2022, 2, 15);
        for (text, style) in [
            ("2022-02-15", Style::Iso),
            ("2022-02-15 13:00:00", Style::Iso),
            ("2022-02-15T13:00:00Z", Style::Iso),
            ("20220215", Style::Digits),
            ("20220215130000", Style::Digits),
            ("2/15/2022", Style::Slashes),
            ("02/15/22", Style::Slashes),
            ("15/2/2022", Style::Slashes),
            ("15 February 2022", Style::Words),
            ("15-Feb-2022", Style::Words),
        ] {
            assert_eq!(read(text), Some((day, style)), "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "2022",
            "2022-02-30",
            "20221301",
            "13/13/2022",
            "2022-02-15x",
            "1/2",
            "1/2/3/4",
            "x y z",
            "€€€€-€-€",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
