//! Where a row of the board goes. A sighting tells how things are for 60 days; the first rule that fits decides:
//!
//! | rule | trend |
//! | --- | --- |
//! | `posture-admitted`: only the own side tells of these forces | unknown |
//! | `posture-unseen`: nobody outside the own side has seen them in 60 days | unknown |
//! | `posture-in-again`: seen to leave, and seen to come again at most 60 days later | rotating |
//! | `posture-equipment-stays`: people seen to leave, heavy equipment of theirs still in place there | rotating |
//! | `posture-part-out-equipment-stays`: the same of a part of the people | rotating |
//! | `posture-part-out`: a part was seen to leave ("some", or fewer than are counted there), the rest not | holding |
//! | `posture-out`: last seen to leave | drawing down |
//! | `posture-in`: seen to come, the last time at most seven days before they were last seen, and not to leave since | building |
//! | `posture-stays`: seen to be there | holding |

use jiff::ToSpan;
use jiff::civil::Date;
use saydo_forces::{Extent, Movement};

use super::sighting::Sighting;
use super::{FRESH, Trend, is_fresh};
use crate::day::days;

pub(super) const ADMITTED: &str = "posture-admitted";
pub(super) const UNSEEN: &str = "posture-unseen";
pub(super) const IN_AGAIN: &str = "posture-in-again";
pub(super) const EQUIPMENT_STAYS: &str = "posture-equipment-stays";
pub(super) const PART_OUT_EQUIPMENT_STAYS: &str = "posture-part-out-equipment-stays";
pub(super) const PART_OUT: &str = "posture-part-out";
const OUT: &str = "posture-out";
const IN: &str = "posture-in";
const STAYS: &str = "posture-stays";

/// For how many days what came is still coming, if it is only seen to stay since.
const STILL_COMING: i32 = 7;

/// The trend of a row by itself, from its sightings in order of time, and the rule that gives it.
pub(super) fn trend(seen: &[Sighting], as_of: Date) -> (Trend, &'static str) {
    let Some(last) = seen.last() else {
        return (Trend::Unknown, ADMITTED);
    };
    if !is_fresh(last.day, as_of) {
        return (Trend::Unknown, UNSEEN);
    }
    match last.force.movement {
        _ if comes_again(seen, as_of) => (Trend::Rotating, IN_AGAIN),
        Movement::Out if is_part(seen, as_of) => (Trend::Holding, PART_OUT),
        Movement::Out => (Trend::DrawingDown, OUT),
        _ if is_coming(seen, last.day) => (Trend::Building, IN),
        _ => (Trend::Holding, STAYS),
    }
}

/// Since when a row has had its trend: back over the days on which it was seen, as long as they gave the same one; a row
/// that nobody sees any more, since its last sighting went stale.
pub(super) fn since(seen: &[Sighting], as_of: Date) -> Option<Date> {
    let (now, _) = trend(seen, as_of);
    let last = seen.last()?.day;
    if now == Trend::Unknown {
        return last.checked_add(i64::from(FRESH + 1).days()).ok();
    }
    let ends = (1..=seen.len()).rev().filter(|&end| seen.get(end).is_none_or(|s| s.day != seen[end - 1].day));
    let days =
        ends.take(FRESH as usize).map(|end| (seen[end - 1].day, trend(&seen[..end], seen[end - 1].day).0));
    days.take_while(|(_, then)| *then == now).map(|(day, _)| day).last().or(Some(last))
}

/// The sightings from the first that is fresh on `day`, or on a later day.
pub(super) fn since_fresh(seen: &[Sighting], day: Date) -> &[Sighting] {
    &seen[seen.partition_point(|s| !is_fresh(s.day, day))..]
}

/// Out, and in again within 60 days; the return is fresh.
fn comes_again(seen: &[Sighting], as_of: Date) -> bool {
    let mut left: Option<Date> = None;
    // What left before those two months is not in again within them.
    let first = as_of.saturating_sub(FRESH.days());
    since_fresh(seen, first).iter().any(|sighting| match sighting.force.movement {
        Movement::Out => {
            left = Some(sighting.day);
            false
        }
        Movement::In => {
            is_fresh(sighting.day, as_of) && left.is_some_and(|left| is_fresh(left, sighting.day))
        }
        Movement::Stay | Movement::Around => false,
    })
}

/// Whether of those who were there lately, nobody has seen more than a part leave since.
fn is_part(seen: &[Sighting], as_of: Date) -> bool {
    let gone = seen.iter().rev().take_while(|s| !s.is_there()).count();
    let (before, leaving) = seen.split_at(seen.len() - gone);
    let there: Vec<&Sighting> = since_fresh(before, as_of).iter().filter(|s| s.is_there()).collect();
    let counted = there.iter().filter_map(|s| s.force.low).max();
    let part = |s: &Sighting| match (s.force.extent, s.force.high.or(s.force.low), counted) {
        (Some(Extent::All | Extent::Rest | Extent::Most), ..) => false,
        (Some(_), ..) => true,
        (None, Some(left), Some(counted)) => left < counted,
        (None, ..) => false,
    };
    !there.is_empty() && leaving.iter().all(part)
}

/// Whether forces came at most a week before they were last seen, and were not seen to leave since.
fn is_coming(seen: &[Sighting], last: Date) -> bool {
    let lately = seen.iter().rev().take_while(|s| s.is_there() && days(s.day, last) <= STILL_COMING);
    lately.into_iter().any(|s| s.force.movement == Movement::In)
}
