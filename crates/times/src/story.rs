//! What relative dates are measured from: the day of the report, and what was told last.

use jiff::civil::{Date, Weekday};

use crate::class::Shift;
use crate::expr::{Base, From};
use crate::holiday::Rule;
use crate::point::{Point, moved};
use crate::tense::Tense;
use crate::unit::Unit;

/// Why a relative date has no value.
const NO_DAY: &str = "the report has no publication time to measure from";
const NO_LAST: &str = "the text names no date to measure from";
const NO_DATE: &str = "it is measured from something that the words give no date for";
const NO_CLOCK: &str = "the text names no time of day to measure from";
const TOO_FAR: &str = "the calendar does not reach that far";

type Resolved = Result<Point, &'static str>;

/// What is known of the calendar while a report is read from its beginning.
#[derive(Clone, Debug, Default)]
pub(crate) struct Story {
    /// The day of the report: its dateline's, or that of its publication.
    pub(crate) day: Option<Date>,
    /// What was told last.
    last: Option<Point>,
    /// The quarter or year whose figures are told.
    period: Option<Point>,
}

impl Story {
    /// The beginning of a report with this publication time.
    pub(crate) fn of(published: Option<&str>) -> Self {
        Self { day: published.and_then(crate::published::day), ..Self::default() }
    }

    /// Remembers what was told. The quarter a year earlier does not become the one that figures are told of.
    pub(crate) fn tell(&mut self, base: &Base, point: &Point) {
        let compared = match base {
            Base::Away(_, unit, _) => *unit >= Unit::Quarter,
            Base::Within(part, whole) => matches!(**part, Base::Told(_)) || !matches!(**whole, Base::Is(_)),
            _ => false,
        };
        match point {
            Point::Quarter(..) | Point::Half(..) if !compared => self.period = Some(point.clone()),
            Point::Year(_) if matches!(base, Base::Told(_)) => self.period = None,
            _ => {}
        }
        if !compared || self.last.is_none() {
            self.last = Some(point.clone());
        }
    }

    /// Forgets which quarter figures are told of, where they go on to be those of a longer time.
    pub(crate) fn turn(&mut self) {
        self.period = None;
    }

    /// Takes the day of a dateline for the report's, unless it is far from its publication.
    pub(crate) fn head(&mut self, point: &Point) {
        let far = self.day.is_some_and(|day| distance(point, Some(day)) > SOON);
        if let (Point::Day(day), false) = (point, far) {
            self.day = Some(*day);
        }
    }

    fn day(&self) -> Result<Date, &'static str> {
        self.day.ok_or(NO_DAY)
    }

    /// What a stretch of the calendar is, told in this tense.
    pub(crate) fn point(&self, base: &Base, tense: Tense) -> Resolved {
        match base {
            Base::Is(point) => Ok(point.clone()),
            Base::Yearly(point, shift) => self.cycle(*shift, tense, |year| point.in_year(year)),
            Base::Holiday(Rule::Once(date), _) => Ok(Point::Day(*date)),
            Base::Holiday(rule, shift) => {
                self.cycle(*shift, tense, |year| rule.in_year(year).map(Point::Day))
            }
            Base::Weekday(day, shift) => self.weekday(*day, *shift, tense),
            Base::Shifted(shift, unit) => self.shifted(*shift, *unit, tense),
            Base::Told(unit) => self.told(*unit, tense),
            Base::Today(days) => far(moved(self.day()?, Unit::Day, i64::from(*days)).map(Point::Day)),
            Base::Away(count, unit, from) => self.away(*count, *unit, from, tense),
            Base::Within(part, whole) => self.within(part, whole, tense),
            Base::Around(unit, base) => {
                let start = self.point(base, tense)?.start();
                far(start.map(|date| Point::around(date, *unit)))
            }
            Base::Beside => Err(NO_DATE),
            Base::Day => match &self.last {
                Some(Point::Day(date)) => Ok(Point::Day(*date)),
                _ => self.day().map(Point::Day),
            },
        }
    }

    /// Which of the stretches that come back each year is meant.
    fn cycle(&self, shift: Option<Shift>, tense: Tense, in_year: impl Fn(i16) -> Option<Point>) -> Resolved {
        let day = self.day.or_else(|| self.last.as_ref()?.start()).ok_or(NO_DAY)?;
        let all: Vec<Point> = (-8..=8).filter_map(|n| in_year(day.year().checked_add(n)?)).collect();
        far(pick(&all, day, lean(&all, day, side(shift, tense))))
    }

    fn weekday(&self, weekday: i8, shift: Option<Shift>, tense: Tense) -> Resolved {
        let told = matches!(shift, Some(Shift::Previous | Shift::Following | Shift::Same | Shift::That));
        let last = self.last.as_ref().and_then(Point::start).filter(|_| told);
        let day = last.map_or_else(|| self.day(), Ok)?;
        let weekday = Weekday::from_monday_one_offset(weekday).map_err(|_| TOO_FAR)?;
        let ahead = |from: Date| moved(from, Unit::Day, i64::from(from.weekday().until(weekday)));
        let first = moved(day, Unit::Day, -7).and_then(ahead);
        let weeks = (0..=2).filter_map(|n| moved(first?, Unit::Week, n).map(Point::Day));
        let here = matches!(shift, Some(Shift::This | Shift::Current));
        let ahead =
            matches!(tense, Tense::Future | Tense::Ahead | Tense::Present) || (here && tense != Tense::Past);
        let tense = if ahead { Tense::Future } else { Tense::Past };
        let shift = shift.filter(|_| !here);
        far(pick(&weeks.collect::<Vec<_>>(), day, side(shift, tense)))
    }

    fn shifted(&self, shift: Shift, unit: Unit, tense: Tense) -> Resolved {
        let count = match shift {
            Shift::This | Shift::Current => return self.day().map(|day| Point::around(day, unit)),
            Shift::Latest | Shift::Recent => return self.told(unit, tense),
            Shift::Same | Shift::That => return self.last_around(unit),
            Shift::Last | Shift::Past | Shift::Previous => -1,
            Shift::Next | Shift::Coming | Shift::Following => 1,
        };
        let told = matches!(shift, Shift::Previous | Shift::Following)
            || (shift == Shift::Next && unit == Unit::Day);
        let from = if told { self.told_last(unit)?.start().ok_or(TOO_FAR)? } else { self.day()? };
        far(moved(from, unit, count).map(|date| Point::around(date, unit)))
    }

    fn last_around(&self, unit: Unit) -> Resolved {
        let last = self.last.as_ref().filter(|last| last.unit() <= unit || unit > Unit::Month);
        last.and_then(Point::start).map(|date| Point::around(date, unit)).ok_or(NO_LAST)
    }

    /// What "the quarter" or "the weekend" means.
    fn told(&self, unit: Unit, tense: Tense) -> Resolved {
        if let (Unit::Quarter, Some(period)) = (unit, &self.period) {
            return Ok(period.clone());
        }
        let day = self.day()?;
        let back = unit == Unit::Quarter
            || (unit == Unit::Weekend && tense != Tense::Future && Point::Weekend(day).start() > Some(day));
        far(moved(day, unit, -i64::from(back)).map(|date| Point::around(date, unit)))
    }

    fn away(&self, count: i64, unit: Unit, from: &From, tense: Tense) -> Resolved {
        if unit.is_clock() {
            return Err(NO_CLOCK);
        }
        if let (Unit::Year, -1, Some(period)) = (unit, count, &self.period)
            && !matches!(from, From::Base(_))
        {
            let year = period.start().and_then(|date| date.year().checked_sub(1));
            return far(year.and_then(|year| period.in_year(year)));
        }
        let from = match from {
            From::Report => Point::Day(self.day()?),
            From::Last => self.told_last(unit)?,
            From::Base(base) => self.point(base, tense)?,
        };
        let start = from.start().and_then(|date| moved(date, unit, count));
        far(start.and_then(|date| match from {
            Point::Day(_) => Some(Point::around(date, unit)),
            _ if unit >= from.unit() => {
                from.in_year(date.year()).filter(|_| unit >= Unit::Year).or(Some(Point::around(date, unit)))
            }
            _ => Some(Point::around(date, unit)),
        }))
    }

    /// What was told last, where it is no longer than the unit it is moved by.
    fn told_last(&self, unit: Unit) -> Resolved {
        match &self.last {
            Some(last) if last.unit() > unit => Err(NO_LAST),
            Some(last) => Ok(last.clone()),
            None if unit >= Unit::Year => self.day.map(Point::Day).ok_or(NO_LAST),
            None => Err(NO_LAST),
        }
    }

    fn within(&self, part: &Base, whole: &Base, tense: Tense) -> Resolved {
        let year = self.point(whole, tense)?.start().map(Date::year).ok_or(TOO_FAR)?;
        far(match part {
            Base::Yearly(point, _) => point.in_year(year),
            Base::Holiday(rule, _) => rule.in_year(year).map(Point::Day),
            Base::Told(Unit::Quarter) => match &self.period {
                Some(period) => period.in_year(year),
                None => Some(Point::Year(year)),
            },
            _ => Some(Point::Year(year)),
        })
    }
}

fn far(point: Option<Point>) -> Resolved {
    point.ok_or(TOO_FAR)
}

/// On which side of a day something lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Side {
    /// Before it, or holding it.
    Before,
    /// After it, or holding it.
    After,
    /// Before it as a whole.
    WhollyBefore,
    /// After it as a whole.
    WhollyAfter,
    /// Before it, unless it comes soon.
    Lean,
    /// After it, unless it has just been.
    LeanAhead,
    /// Wherever it is nearest.
    Nearest,
    /// In the same year.
    Here,
}

fn side(shift: Option<Shift>, tense: Tense) -> Side {
    match (shift, tense) {
        (Some(Shift::Last | Shift::Past | Shift::Previous), _) => Side::WhollyBefore,
        (Some(Shift::Next | Shift::Coming | Shift::Following), _) => Side::WhollyAfter,
        (Some(Shift::This | Shift::Current), _) => Side::Here,
        (_, Tense::Past) => Side::Before,
        (_, Tense::Future) => Side::After,
        (_, Tense::Ahead) => Side::LeanAhead,
        (_, Tense::Noun) => Side::Lean,
        (_, Tense::Present | Tense::Unknown) => Side::Nearest,
    }
}

/// As many days ahead or back count as soon.
const SOON: i32 = 60;
/// What lies as many days off is rarely named without its year.
const LONG: i32 = 270;

/// Where a date is hardly in the past or in the future, the side on which it is more likely.
fn lean(all: &[Point], day: Date, side: Side) -> Side {
    let away = |side| pick(all, day, side).map_or(i32::MAX, |p| distance(&p, Some(day)));
    let soon = away(Side::After) <= SOON;
    match side {
        Side::Lean if soon && away(Side::Before) > SOON => Side::After,
        Side::Lean => Side::Before,
        Side::Before if soon && away(Side::Before) > LONG && all.iter().all(is_day) => Side::After,
        Side::LeanAhead if away(Side::After) > LONG && away(Side::Before) <= SOON => Side::Before,
        Side::After | Side::LeanAhead if just_over(all, day) => Side::Before,
        side => side,
    }
}

fn is_day(point: &Point) -> bool {
    matches!(point, Point::Day(_))
}

/// Whether a quarter has just ended, so that figures to come are its own.
fn just_over(all: &[Point], day: Date) -> bool {
    let ended = |p: &&Point| matches!(p, Point::Quarter(..)) && p.end().is_some_and(|end| end < day);
    let last = all.iter().rev().find(ended).and_then(Point::end);
    last.and_then(|end| day.since(end).ok()).is_some_and(|s| s.get_days() <= SOON)
}

/// The stretch of several, in order, that lies on this side of a day and is nearest to it.
fn pick(all: &[Point], day: Date, side: Side) -> Option<Point> {
    let day = Some(day);
    let found = match side {
        Side::Before | Side::Lean => all.iter().rev().find(|p| p.start() <= day),
        Side::After | Side::LeanAhead => all.iter().find(|p| p.end() >= day),
        Side::WhollyBefore => all.iter().rev().find(|p| p.end() < day),
        Side::WhollyAfter => all.iter().find(|p| p.start() > day),
        Side::Nearest => all.iter().min_by_key(|p| distance(p, day)),
        Side::Here => all.iter().min_by_key(|p| u8::from(p.start().map(Date::year) != day.map(Date::year))),
    };
    found.cloned()
}

fn distance(point: &Point, day: Option<Date>) -> i32 {
    let days = |date: Option<Date>| {
        date.zip(day).and_then(|(a, b)| a.since(b).ok()).map_or(i32::MAX, |s| s.get_days().abs())
    };
    days(point.start())
}
