//! Dates of roles: when an actor has a code.

/// A day as the number YYYYMMDD.
pub(crate) type Day = u32;

/// When a code holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum When {
    /// Where no dated code does.
    Else,
    /// Before a day.
    Before(Day),
    /// After a day.
    After(Day),
    /// From a day to a day, both included.
    Between(Day, Day),
}

impl When {
    /// Whether it takes in a day.
    pub(crate) fn holds(self, day: Day) -> bool {
        match self {
            Self::Else => false,
            Self::Before(end) => day < end,
            Self::After(start) => day > start,
            Self::Between(start, end) => (start..=end).contains(&day),
        }
    }

    /// What a dictionary writes after a code: `<d`, `>d`, `d-d` or nothing.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        if text.is_empty() {
            return Some(Self::Else);
        }
        if let Some(rest) = text.strip_prefix('<') {
            return Some(Self::Before(day(rest)?));
        }
        if let Some(rest) = text.strip_prefix('>') {
            return Some(Self::After(day(rest)?));
        }
        let (start, end) = text.split_once('-')?;
        Some(Self::Between(day(start)?, day(end)?))
    }
}

/// A day written YYYYMMDD or YYMMDD, where 00 to 30 are years of this century.
fn day(text: &str) -> Option<Day> {
    let text = text.trim();
    if !text.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let number: Day = text.parse().ok()?;
    let full = match (text.len(), number / 10_000) {
        (8, _) => number,
        (6, 0..=30) => 20_000_000 + number,
        (6, _) => 19_000_000 + number,
        _ => return None,
    };
    is_day(full).then_some(full)
}

fn is_day(day: Day) -> bool {
    (1..=12).contains(&(day / 100 % 100)) && (1..=31).contains(&(day % 100))
}

/// The day of a report that is given as `YYYY-MM-DD…` or `YYYYMMDD…`.
pub(crate) fn of_report(date: &str) -> Option<Day> {
    let digits: String = date.chars().filter(|&c| c != '-').take(8).collect();
    if digits.len() == 8 { day(&digits) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_in_both_lengths() {
        assert_eq!(When::read(" <911226"), Some(When::Before(19_911_226)));
        assert_eq!(When::read("> 20050101"), Some(When::After(20_050_101)));
        assert_eq!(When::read("050101 - 20060101"), Some(When::Between(20_050_101, 20_060_101)));
        assert_eq!(When::read(""), Some(When::Else));
        for bad in ["2004017", "<20041301", "<20040100", "abc", "<", "-", "<9\u{e9}1226"] {
            assert_eq!(When::read(bad), None, "{bad}");
        }
    }

    #[test]
    fn bounds_are_outside_before_and_after_and_inside_ranges() {
        assert!(!When::Before(20_000_102).holds(20_000_102));
        assert!(!When::After(20_000_102).holds(20_000_102));
        assert!(When::Between(20_000_102, 20_000_103).holds(20_000_103));
    }

    #[test]
    fn a_report_has_its_day_first() {
        assert_eq!(of_report("2001-09-30T10:00:00Z"), Some(20_010_930));
        assert_eq!(of_report("yesterday"), None);
    }
}
