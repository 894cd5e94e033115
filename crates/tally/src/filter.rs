//! What to count.

use std::str::FromStr;
use std::sync::Arc;

use jiff::civil::Date;
use saydo_facts::Event;
use saydo_standing::Standing;

use crate::error::shown;
use crate::{Error, PlaceKey};

/// What to count: whatever meets all of it. An empty list asks for nothing in particular, and one with several members
/// for any of them.
///
/// ```
/// use jiff::civil::date;
/// use saydo_tally::{Filter, Track};
/// let deeds_of_march = Filter {
///     from: Some(date(2022, 3, 1)),
///     tracks: vec![Track::Deeds],
///     ..Filter::as_of(date(2022, 3, 31))
/// };
/// assert!(deeds_of_march.actors.is_empty());
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Filter {
    /// Only reports that count on this day: published by then, in the revision that was valid then.
    pub as_of: Date,
    /// The first day of what is counted.
    pub from: Option<Date>,
    /// The last day of what is counted.
    pub to: Option<Date>,
    /// Beginnings of the code of an actor, a recipient or the speaker.
    pub actors: Vec<String>,
    /// Where.
    pub places: Vec<PlaceKey>,
    /// How it stands.
    pub standings: Vec<Standing>,
    /// Word, deed or denial.
    pub tracks: Vec<Track>,
    /// Names of PLOVER's categories and of [`Kind`](saydo_facts::Kind)s; [`OTHER`](crate::OTHER) for what has neither.
    pub types: Vec<String>,
    /// Names of publisher families.
    pub families: Vec<String>,
    /// What the cue of a statement does, by [`Act`](saydo_codebook::Act)'s names; only statements have one.
    pub acts: Vec<String>,
    /// What a search in the text found; `None` where nothing was searched for.
    pub found: Option<Arc<Found>>,
    /// Only for reports: those that came in or were replaced on this day or later, also where they count no more.
    pub updated_since: Option<Date>,
}

impl Filter {
    /// Everything that counts as of a day.
    pub fn as_of(day: Date) -> Self {
        Self {
            as_of: day,
            from: None,
            to: None,
            actors: Vec::new(),
            places: Vec::new(),
            standings: Vec::new(),
            tracks: Vec::new(),
            types: Vec::new(),
            families: Vec::new(),
            acts: Vec::new(),
            found: None,
            updated_since: None,
        }
    }
}

/// What a search in the text found. An event is found with its report.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The ledger's numbers of reports, sorted.
    pub reports: Vec<u32>,
    /// Statements by report and number there, sorted.
    pub statements: Vec<(u32, u32)>,
}

/// Whether something was said, was done, or was said not to be so.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Track {
    /// Announced, intended, demanded or possible.
    Words,
    /// Reported or claimed.
    Deeds,
    /// Reported or claimed not to be so: "not seen".
    Denials,
}

impl Track {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Words, Self::Deeds, Self::Denials];

    /// The track of what stands so.
    pub fn of(standing: Standing, negated: bool) -> Self {
        match standing {
            Standing::Reported | Standing::Claimed if negated => Self::Denials,
            Standing::Reported | Standing::Claimed => Self::Deeds,
            _ => Self::Words,
        }
    }

    /// The track of an event.
    pub fn of_event(event: &Event<'_>) -> Self {
        Self::of(event.standing(), event.negated())
    }

    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Words => "words",
            Self::Deeds => "deeds",
            Self::Denials => "denials",
        }
    }
}

impl FromStr for Track {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let found = Self::ALL.into_iter().find(|track| track.name() == text);
        found.ok_or_else(|| Error::Track(shown(text)))
    }
}

/// How long the stretches of a series are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Bucket {
    /// A day in UTC.
    Day,
    /// A week from Monday.
    Week,
    /// A month of the calendar.
    Month,
}

impl Bucket {
    /// Its name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Day => "day",
            Self::Week => "week",
            Self::Month => "month",
        }
    }
}

impl FromStr for Bucket {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        let found = [Self::Day, Self::Week, Self::Month].into_iter().find(|bucket| bucket.name() == text);
        found.ok_or_else(|| Error::Bucket(shown(text)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tracks_and_buckets_are_read_by_their_names() {
        assert!(Track::ALL.into_iter().all(|track| track.name().parse() == Ok(track)));
        assert_eq!(
            ("week".parse(), "auto".parse::<Bucket>()),
            (Ok(Bucket::Week), Err(Error::Bucket("auto".into())))
        );
        assert_eq!("Deeds".parse::<Track>(), Err(Error::Track("Deeds".into())));
    }

    #[test]
    fn only_what_is_told_as_fact_can_be_denied() {
        assert_eq!(Track::of(Standing::Claimed, true), Track::Denials);
        assert_eq!(Track::of(Standing::Announced, true), Track::Words);
        assert_eq!(Track::of(Standing::Reported, false), Track::Deeds);
    }
}
