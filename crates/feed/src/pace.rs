//! How often a feed wants to be read: `ttl`, `skipHours`, `skipDays`, and RSS 1.0's syndication module.

use std::time::Duration;

use jiff::civil::Weekday;
use saydo_text::ProblemKind;

use crate::Pace;
use crate::draft::Notes;
use crate::space::Space::{self, Plain};
use crate::tree::Element;

/// Longer than that no feed asks to be left alone: a year, in minutes.
const LONGEST: u64 = 366 * 24 * 60;

const DAYS: [(&str, Weekday); 7] = [
    ("mon", Weekday::Monday),
    ("tue", Weekday::Tuesday),
    ("wed", Weekday::Wednesday),
    ("thu", Weekday::Thursday),
    ("fri", Weekday::Friday),
    ("sat", Weekday::Saturday),
    ("sun", Weekday::Sunday),
];

/// What the fields of a channel say about its pace.
#[derive(Debug, Default)]
pub(crate) struct Saying {
    pace: Pace,
    /// Of the syndication module, in minutes.
    period: Option<u64>,
    frequency: Option<u64>,
}

impl Saying {
    /// Takes a field of the channel, if it is one about pace.
    pub(crate) fn take(&mut self, field: &Element<'_>, notes: &mut Notes) {
        match (field.space, field.name.as_str()) {
            (Plain, "ttl") => self.ttl(&field.line(), notes),
            (Plain, "skiphours") => {
                field.all((Plain, "hour")).for_each(|hour| self.skip_hour(&hour.line(), notes));
            }
            (Plain, "skipdays") => {
                field.all((Plain, "day")).for_each(|day| self.skip_day(&day.line(), notes));
            }
            (Space::Pace, "updateperiod") => self.period = period(&field.line()),
            (Space::Pace, "updatefrequency") => self.frequency = field.line().parse().ok().filter(|n| *n > 0),
            _ => {}
        }
    }

    /// The pace that all fields together tell.
    pub(crate) fn pace(mut self) -> Pace {
        let module = self.period.map(|minutes| minutes * 60 / self.frequency.unwrap_or(1));
        self.pace.ttl = self.pace.ttl.or(module.filter(|seconds| *seconds > 0).map(Duration::from_secs));
        self.pace.skip_hours.sort_unstable();
        self.pace
    }

    fn ttl(&mut self, text: &str, notes: &mut Notes) {
        match text.parse::<u64>() {
            Ok(0) => {}
            Ok(minutes) if minutes <= LONGEST => self.pace.ttl = Some(Duration::from_secs(minutes * 60)),
            _ => tell("ttl", text, notes),
        }
    }

    /// RSS 0.92 counts the hours from 1 to 24, RSS 2.0 from 0 to 23.
    fn skip_hour(&mut self, text: &str, notes: &mut Notes) {
        match text.parse::<u8>() {
            Ok(hour @ 0..=24) if !self.pace.skip_hours.contains(&(hour % 24)) => {
                self.pace.skip_hours.push(hour % 24);
            }
            Ok(0..=24) => {}
            _ => tell("hour", text, notes),
        }
    }

    fn skip_day(&mut self, text: &str, notes: &mut Notes) {
        let lower = text.to_ascii_lowercase();
        match DAYS.iter().find(|(start, _)| lower.starts_with(start)) {
            Some((_, day)) if !self.pace.skip_days.contains(day) => self.pace.skip_days.push(*day),
            Some(_) => {}
            None => tell("day", text, notes),
        }
    }
}

fn period(text: &str) -> Option<u64> {
    let hours = match text.to_ascii_lowercase().as_str() {
        "hourly" => 1,
        "daily" => 24,
        "weekly" => 7 * 24,
        "monthly" => 30 * 24,
        "yearly" => 365 * 24,
        _ => return None,
    };
    Some(hours * 60)
}

fn tell(name: &str, text: &str, notes: &mut Notes) {
    let text = crate::plain::start(text, 40);
    notes.tell(ProblemKind::BadFeed, &format!("The {name} \"{text}\" is none; it was passed over."));
}
