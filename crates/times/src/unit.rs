//! Units of time and how TIMEX3 writes them.

/// A unit of time, from the shortest to the longest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Unit {
    Second,
    Minute,
    Hour,
    Day,
    Night,
    Weekend,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
    Decade,
    Century,
    Millennium,
}

impl Unit {
    /// The unit with this name in the table.
    pub(crate) fn of(name: &str) -> Option<Self> {
        Some(match name {
            "second" => Self::Second,
            "minute" => Self::Minute,
            "hour" => Self::Hour,
            "day" => Self::Day,
            "night" => Self::Night,
            "weekend" => Self::Weekend,
            "week" => Self::Week,
            "fortnight" => Self::Fortnight,
            "month" => Self::Month,
            "quarter" => Self::Quarter,
            "year" => Self::Year,
            "decade" => Self::Decade,
            "century" => Self::Century,
            "millennium" => Self::Millennium,
            _ => return None,
        })
    }

    /// Whether it is shorter than a day.
    pub(crate) fn is_clock(self) -> bool {
        self <= Self::Hour
    }

    /// The mark of its kind of period and its letter.
    fn letters(self) -> (&'static str, &'static str) {
        match self {
            Self::Second => ("PT", "S"),
            Self::Minute => ("PT", "M"),
            Self::Hour => ("PT", "H"),
            Self::Day => ("P", "D"),
            Self::Night => ("P", "NI"),
            Self::Weekend => ("P", "WE"),
            Self::Week | Self::Fortnight => ("P", "W"),
            Self::Month => ("P", "M"),
            Self::Quarter => ("P", "Q"),
            Self::Year | Self::Decade | Self::Century | Self::Millennium => ("P", "Y"),
        }
    }

    /// How many of the letter's unit one of it is.
    fn times(self) -> u64 {
        match self {
            Self::Fortnight => 2,
            Self::Decade => 10,
            Self::Century => 100,
            Self::Millennium => 1000,
            _ => 1,
        }
    }

    /// The half of one unit in smaller ones, where it is a whole number of them.
    fn half(self) -> Option<(u64, Self)> {
        Some(match self {
            Self::Minute => (30, Self::Second),
            Self::Hour => (30, Self::Minute),
            Self::Day => (12, Self::Hour),
            Self::Year => (6, Self::Month),
            Self::Decade => (5, Self::Year),
            Self::Century => (50, Self::Year),
            Self::Millennium => (500, Self::Year),
            _ => return None,
        })
    }

    /// A period of some units: `P2W`, `PT90M`, `PXD` where the count is open.
    pub(crate) fn period(self, count: Option<u64>) -> String {
        let (mark, letter) = self.letters();
        match count {
            Some(n) => format!("{mark}{}{letter}", n.saturating_mul(self.times())),
            None if self.times() >= 10 => format!("{mark}X{}", self.long_letters()),
            None => format!("{mark}X{letter}"),
        }
    }

    fn long_letters(self) -> &'static str {
        match self {
            Self::Decade => "DE",
            Self::Century => "CE",
            Self::Millennium => "ML",
            _ => "Y",
        }
    }

    /// A period of some units and a half: `P2Y6M`.
    pub(crate) fn period_and_half(self, count: u64) -> String {
        let Some((half, unit)) = self.half() else {
            let (mark, letter) = self.letters();
            return format!("{mark}{count}.5{letter}");
        };
        let (mark, letter) = unit.letters();
        match count {
            0 => format!("{mark}{half}{letter}"),
            _ if self.times() > 1 => {
                self.letters().0.to_owned()
                    + &count.saturating_mul(self.times()).saturating_add(half).to_string()
                    + letter
            }
            _ if self == Self::Day => format!("P{count}DT{half}H"),
            _ => format!("{}{half}{letter}", self.period(Some(count))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Unit;

    #[test]
    fn periods_are_written_as_in_timex3() {
        let periods = [
            Unit::Week.period(Some(2)),
            Unit::Hour.period(Some(2)),
            Unit::Decade.period(Some(2)),
            Unit::Decade.period(None),
            Unit::Day.period(None),
            Unit::Year.period_and_half(2),
            Unit::Hour.period_and_half(0),
            Unit::Decade.period_and_half(1),
            Unit::Day.period_and_half(1),
            Unit::Week.period_and_half(1),
        ];
        let written = ["P2W", "PT2H", "P20Y", "PXDE", "PXD", "P2Y6M", "PT30M", "P15Y", "P1DT12H", "P1.5W"];
        assert_eq!(periods, written);
    }
}
