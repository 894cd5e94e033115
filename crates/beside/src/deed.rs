//! The form in which both sides' events are compared.

use jiff::civil::Date;
use saydo_coded::Standing as Told;
use saydo_facts::Event;
use saydo_standing::Standing;

use crate::ground::{self, Ground};
use crate::kind::What;
use crate::party::{self, Meeting, Party};
use crate::{Ours, Theirs};

/// How many days may lie between two tellings of one happening.
pub(crate) const WINDOW: i32 = 1;

/// How many of the days of a span are looked at one by one.
const LONGEST: usize = 62;

/// An event of either side.
#[derive(Clone, Debug)]
pub(crate) struct Deed {
    pub(crate) first: Date,
    pub(crate) last: Date,
    pub(crate) actors: Vec<Party>,
    pub(crate) recipients: Vec<Party>,
    pub(crate) what: What,
    pub(crate) places: Vec<Ground>,
    /// Whether it is told as seen, and not only in words.
    pub(crate) is_seen: bool,
}

impl Deed {
    /// An event of ours.
    pub(crate) fn of_ours(ours: &Ours<'_>) -> Self {
        let event: Event<'_> = ours.event;
        Self {
            first: ours.day,
            last: ours.until.unwrap_or(ours.day).max(ours.day),
            actors: event.actors().map(Party::of_actor).collect(),
            recipients: event.recipients().map(Party::of_actor).collect(),
            what: What {
                plover: event.plover(),
                mode: event.mode().map(str::to_owned),
                cameo: event.cameo().map(str::to_owned),
            },
            places: event.places().map(Ground::of_place).collect(),
            is_seen: event.standing() == Standing::Reported && !event.negated() && !event.hedged(),
        }
    }

    /// A row of theirs.
    pub(crate) fn of_theirs(theirs: &Theirs) -> Self {
        let event = &theirs.event;
        Self {
            first: event.day,
            last: event.until.unwrap_or(event.day).max(event.day),
            actors: Party::of_side(&event.actor).into_iter().collect(),
            recipients: Party::of_side(&event.recipient).into_iter().collect(),
            what: What::of_kind(&event.kind),
            places: event.place.iter().map(Ground::of_spot).collect(),
            is_seen: event.standing.is_none_or(|standing| standing == Told::Reported) && !event.negated,
        }
    }

    /// The countries and organisations that take part.
    pub(crate) fn roots(&self) -> impl Iterator<Item = &str> {
        self.actors.iter().chain(&self.recipients).map(|p| p.root.as_str()).filter(|root| !root.is_empty())
    }

    /// Its days with so many before and after, no more than can be looked at.
    pub(crate) fn days(&self, around: i32) -> impl Iterator<Item = Date> + use<> {
        let span = jiff::Span::new().days(around);
        let first = self.first.saturating_sub(span);
        let last = self.last.saturating_add(span);
        first.series(jiff::Span::new().days(1)).take_while(move |day| *day <= last).take(LONGEST)
    }

    /// Whether the row of theirs `self` may be one that only an event told as seen agrees with.
    pub(crate) fn needs_sight(&self) -> bool {
        self.is_seen && self.what.is_material()
    }

    /// How well an event of ours agrees with this row of theirs; `None` where it does not.
    pub(crate) fn agrees(&self, ours: &Self) -> Option<Agreement> {
        let kind = self.what.meets(&ours.what)?;
        let gap = gap(self, ours);
        if gap > WINDOW {
            return None;
        }
        let (parties, is_turned) = parties(self, ours)?;
        let place = ground::meet(&ours.places, &self.places)?;
        let day = 1.0 - f64::from(gap) / f64::from(WINDOW + 1);
        let score = 0.4 * kind + 0.3 * parties + 0.15 * day + 0.15 * place;
        let names_place = !ours.places.is_empty() && !self.places.is_empty();
        Some(Agreement { score, is_turned, names_place })
    }
}

/// How well two events agree.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Agreement {
    /// From 0 to 1.
    pub(crate) score: f64,
    /// Whether the parties stand the other way round.
    pub(crate) is_turned: bool,
    /// Whether both name a place.
    pub(crate) names_place: bool,
}

/// The days between two events; 0 where they share one.
fn gap(a: &Deed, b: &Deed) -> i32 {
    let between = |end: Date, start: Date| start.since(end).map_or(i32::MAX, |span| span.get_days());
    between(a.last, b.first).max(between(b.last, a.first)).max(0)
}

/// How much the parties agree, and whether only the other way round.
fn parties(theirs: &Deed, ours: &Deed) -> Option<(f64, bool)> {
    let both = |actors: Option<Meeting>, recipients: Option<Meeting>| {
        let (a, r) = (actors?, recipients?);
        (a.is_same || r.is_same).then_some(f64::midpoint(a.score, r.score))
    };
    let straight =
        both(party::meet(&ours.actors, &theirs.actors), party::meet(&ours.recipients, &theirs.recipients));
    let turned = || {
        let actors = party::meet(&ours.recipients, &theirs.actors)?;
        let recipients = party::meet(&ours.actors, &theirs.recipients)?;
        // Whoever is not named could stand on either side, so that anything would agree.
        let are_known = actors.is_same && recipients.is_same;
        let score = 0.8 * f64::midpoint(actors.score, recipients.score);
        (are_known && theirs.what.is_mutual()).then_some((score, true))
    };
    straight.map(|score| (score, false)).or_else(turned)
}
