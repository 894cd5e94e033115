//! What a word can be in a time expression.

use crate::unit::Unit;

/// What a word can be; one word may be several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Class {
    /// A month, and what it needs to be one.
    Month(u8, Need),
    /// A day of the week from Monday, 1, and what it needs to be one.
    Weekday(u8, Need),
    /// A day of the week in the plural.
    Weekdays(u8),
    Unit(Unit),
    /// A unit in the plural.
    Units(Unit),
    Number(u32),
    /// "Hundred", "thousand".
    Scale(u32),
    /// "Few", "several".
    Vague,
    Ordinal(u8),
    Season(&'static str),
    /// A season in the plural.
    Seasons(&'static str),
    /// A part of the day by its TIMEX3 code.
    Part(&'static str),
    /// "Noon", "midnight".
    Hour(&'static str),
    /// The tens of a decade: "eighties".
    Decade(u8),
    Shift(Shift),
    /// "Early", "end"; `true` for nouns.
    Edge(bool),
    Determiner,
    Article,
    Every,
    Ago,
    /// "Earlier", "before".
    Back,
    /// "Later", "after".
    Forth,
    /// "Hence", "ahead".
    Hence,
    Approximate,
    /// The hours that "a.m." or "p.m." adds.
    Meridiem(u8),
    Zone,
    Half,
    Fiscal,
    Period,
    /// "Daily" and the like with what they stand for.
    Rate(&'static str),
    /// "Today" and the like, in days from today.
    Day(i32),
    Tonight(&'static str),
    /// What stands before a year.
    Leads,
    /// What a number counts.
    Counted,
    /// What a number names.
    Numbered,
    /// What has an age in years that tells a duration: "truce".
    Lasting,
    /// Prepositions before a deadline: "by".
    Due,
    /// Prepositions before a time at which something does not happen: "than".
    Aside,
    /// Prepositions before a time from which on something holds or happens: "after", "from".
    Start,
    /// Verbs that lend a noun their time: "hold" talks.
    Light,
    /// Verbs whose time is that of the verb they govern: "begin" to leave.
    Phase,
    /// What else an expression may begin with.
    Opens,
    /// "Would", "may".
    Modal,
    /// Verbs whose past looks like their present: "hit".
    Same,
    /// What may stand between a number and its unit: "consecutive".
    Between,
    /// What points ahead: "due", "will".
    Future,
}

/// What a name from the calendar needs where it may be another word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Need {
    Nothing,
    /// A capital letter: "May".
    Capital,
    /// A capital letter, and a stop or a number after it: "Jan."
    Stop,
}

impl Need {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "" => Self::Nothing,
            "capital" => Self::Capital,
            "stop" => Self::Stop,
            _ => return None,
        })
    }
}

/// How a word like "last" moves along the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Shift {
    /// "This".
    This,
    /// "Current".
    Current,
    /// "Last".
    Last,
    /// "Past": before a unit, what has just gone by.
    Past,
    /// "Next".
    Next,
    /// "Coming".
    Coming,
    /// "Previous": before what was told last.
    Previous,
    /// "Following": after what was told last.
    Following,
    /// "Same", as what was told last.
    Same,
    /// "That", what was told last.
    That,
    /// "Recent".
    Recent,
    /// "Latest".
    Latest,
}

impl Shift {
    fn of(name: &str) -> Option<Self> {
        Some(match name {
            "this" => Self::This,
            "current" => Self::Current,
            "last" => Self::Last,
            "past" => Self::Past,
            "next" => Self::Next,
            "coming" => Self::Coming,
            "previous" => Self::Previous,
            "following" => Self::Following,
            "same" => Self::Same,
            "that" => Self::That,
            "recent" => Self::Recent,
            "latest" => Self::Latest,
            _ => return None,
        })
    }
}

impl Class {
    /// The class that a row of the table names, with its value.
    pub(crate) fn of(name: &str, value: &'static str) -> Option<Self> {
        let (first, need) = value.split_once(' ').unwrap_or((value, ""));
        let small = || first.parse::<u8>().ok();
        Some(match name {
            "month" => Self::Month(small()?, Need::of(need)?),
            "weekday" => Self::Weekday(small()?, Need::of(need)?),
            "weekdays" => Self::Weekdays(small()?),
            "unit" => Self::Unit(Unit::of(value)?),
            "units" => Self::Units(Unit::of(value)?),
            "number" => Self::Number(value.parse().ok()?),
            "scale" => Self::Scale(value.parse().ok()?),
            "ordinal" => Self::Ordinal(small()?),
            "season" => Self::Season(value),
            "seasons" => Self::Seasons(value),
            "part" => Self::Part(value),
            "hour" => Self::Hour(value),
            "decade" => Self::Decade(small()?),
            "shift" => Self::Shift(Shift::of(value)?),
            "edge" => Self::Edge(value == "noun"),
            "meridiem" => Self::Meridiem(small()?),
            "rate" => Self::Rate(value),
            "day" => Self::Day(value.parse().ok()?),
            "tonight" => Self::Tonight(value),
            _ => return Self::plain(name),
        })
    }

    /// The classes whose rows have no value.
    fn plain(name: &str) -> Option<Self> {
        Some(match name {
            "vague" => Self::Vague,
            "determiner" => Self::Determiner,
            "article" => Self::Article,
            "every" => Self::Every,
            "ago" => Self::Ago,
            "back" => Self::Back,
            "forth" => Self::Forth,
            "hence" => Self::Hence,
            "approximate" => Self::Approximate,
            "zone" => Self::Zone,
            "half" => Self::Half,
            "fiscal" => Self::Fiscal,
            "period" => Self::Period,
            "leads" => Self::Leads,
            "counted" => Self::Counted,
            "numbered" => Self::Numbered,
            "lasting" => Self::Lasting,
            "future" => Self::Future,
            "between" => Self::Between,
            "due" => Self::Due,
            "aside" => Self::Aside,
            "start" => Self::Start,
            "light" => Self::Light,
            "phase" => Self::Phase,
            "opens" => Self::Opens,
            "modal" => Self::Modal,
            "same" => Self::Same,
            _ => return None,
        })
    }
}
