//! The day on which a report was published, as its record writes it.

use jiff::civil::Date;

/// The day of "2022-02-16", "2022-02-16T10:00:00Z", "20220216" or "Wed, 16 Feb 2022 10:00:00 GMT".
pub(crate) fn day(published: &str) -> Option<Date> {
    let digits: Vec<&str> =
        published.split(|c: char| !c.is_ascii_digit()).filter(|d| !d.is_empty()).collect();
    match digits[..] {
        [year, month, day, ..] if year.len() == 4 => date(year, month, day),
        [all, ..] if all.len() == 8 => date(all.get(..4)?, all.get(4..6)?, all.get(6..)?),
        _ => named(published),
    }
}

fn date(year: &str, month: &str, day: &str) -> Option<Date> {
    Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok()
}

/// A day with its month in letters.
fn named(published: &str) -> Option<Date> {
    let words: Vec<&str> =
        published.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).collect();
    let at = words.iter().position(|w| month(w).is_some())?;
    let numbers = |w: &&str| w.parse::<i16>().ok();
    let year = words.iter().filter(|w| w.len() == 4).find_map(numbers)?;
    let near = [at.checked_sub(1), Some(at + 1)];
    let day =
        near.iter().flatten().filter_map(|&i| words.get(i)).filter(|w| w.len() <= 2).find_map(numbers)?;
    Date::new(year, month(words[at])?, i8::try_from(day).ok()?).ok()
}

fn month(word: &str) -> Option<i8> {
    use crate::class::Class;
    crate::table::Tables::shipped().classes(&word.to_lowercase()).iter().find_map(|c| match *c {
        Class::Month(month, _) => Some(month as i8),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn the_day_of_publication_is_read() {
        for written in [
            "2022-02-16",
            "2022-02-16T10:00:00Z",
            "20220216",
            "Wed, 16 Feb 2022 10:00:00 GMT",
            "February 16, 2022",
        ] {
            assert_eq!(day(written).map(|d| d.to_string()).as_deref(), Some("2022-02-16"), "{written}");
        }
        assert_eq!((day(""), day("soon"), day("2022"), day("2022-13-01")), (None, None, None, None));
    }
}
