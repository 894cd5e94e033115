//! Small bars in block characters: one for each of the 28 days before, a stroke, one for each of the last seven days.

use jiff::civil::Date;
use saydo_picture::{Coverage, Track};

use crate::day;
use crate::look::Look;

const BLOCKS: [&str; 8] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"];
const LETTERS: [&str; 8] = [".", ":", "-", "=", "+", "*", "%", "#"];
const BEFORE: usize = 28;
const LAST: usize = 7;

/// How bars are drawn for the picture of a day.
#[derive(Clone, Copy)]
pub(crate) struct Spark {
    as_of: Date,
    look: Look,
}

/// Events of conflict by day.
pub(crate) fn conflict(track: &Track) -> Vec<(Date, u32)> {
    track.days.iter().map(|d| (d.day, d.conflict)).collect()
}

/// Reports by day.
pub(crate) fn reports(coverage: &[Coverage]) -> Vec<(Date, u32)> {
    coverage.iter().map(|d| (d.day, d.reports)).collect()
}

impl Spark {
    /// For the picture of this day.
    pub(crate) fn new(as_of: Date, look: Look) -> Self {
        Self { as_of, look }
    }

    /// Which days the bars are.
    pub(crate) fn legend(self) -> String {
        format!("28 days {} last seven days, to {}", self.look.sign("│", "|"), day::short(self.as_of))
    }

    /// The bars; a day without any is a blank.
    pub(crate) fn bars(self, by_day: &[(Date, u32)]) -> String {
        let mut days = [0_u64; BEFORE + LAST];
        for (date, n) in by_day {
            let ago = usize::try_from(day::between(*date, self.as_of)).ok().filter(|ago| *ago < days.len());
            if let Some(ago) = ago {
                days[BEFORE + LAST - 1 - ago] += u64::from(*n);
            }
        }
        let most = days.iter().copied().max().unwrap_or(0);
        let bar = |n: &u64| self.bar(*n, most);
        let before: String = days[..BEFORE].iter().map(bar).collect();
        let last: String = days[BEFORE..].iter().map(bar).collect();
        format!("{before}{}{last}", self.look.sign("│", "|"))
    }

    fn bar(self, n: u64, most: u64) -> &'static str {
        let signs = if self.look.unicode { BLOCKS } else { LETTERS };
        if n == 0 { " " } else { signs[((n * 8).div_ceil(most.max(1)) as usize).clamp(1, 8) - 1] }
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn each_day_has_its_bar_and_others_none() {
        let spark = Spark::new(date(2022, 2, 16), Look::default());
        let by_day =
            [(date(2022, 2, 16), 8), (date(2022, 2, 9), 1), (date(2021, 1, 1), 99), (date(2022, 3, 1), 99)];
        assert_eq!(spark.bars(&by_day), format!("{}▁│      █", " ".repeat(27)));
    }
}
