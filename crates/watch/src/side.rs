//! Which side somebody is on.

use saydo_facts::Actor;

use crate::Watch;

/// Where somebody stands in a watch.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Side {
    /// The subject and those who speak for it.
    Subject,
    /// The other side.
    Other,
    /// Independent observers.
    Observer,
    /// Anybody else.
    Third,
}

impl Watch {
    /// The side of an actor: that of the longest listed code that its code starts with, so that `UKRREB` can stand with
    /// the subject while `UKR` is the other side. A list may also name somebody who has no code of its own, such as a
    /// satellite firm.
    ///
    /// ```
    /// use saydo_facts::Actor;
    /// use saydo_watch::{Side, Watch};
    ///
    /// let codes = |all: &[&str]| all.iter().map(|c| c.to_string()).collect();
    /// let watch = Watch { subject: codes(&["RUS", "UKRREB"]), others: codes(&["UKR"]), ..Watch::default() };
    /// assert_eq!(watch.side(&Actor::of("RUSMIL")), Side::Subject);
    /// assert_eq!(watch.side(&Actor::of("UKRREB")), Side::Subject);
    /// assert_eq!(watch.side(&Actor::of("UKRGOV")), Side::Other);
    /// assert_eq!(watch.side(&Actor::of("FRAGOV")), Side::Third);
    /// ```
    pub fn side(&self, actor: &Actor) -> Side {
        let sides = [
            (longest(&self.observers, actor), Side::Observer),
            (longest(&self.subject, actor), Side::Subject),
            (longest(&self.others, actor), Side::Other),
        ];
        sides.into_iter().filter(|s| s.0 > 0).max_by_key(|s| s.0).map_or(Side::Third, |s| s.1)
    }

    /// Whether an actor is an observer who shows images.
    pub fn shows_images(&self, actor: &Actor) -> bool {
        longest(&self.images, actor) > 0
    }
}

/// How much of `actor` the best of `listed` names: 0 if none does.
fn longest(listed: &[String], actor: &Actor) -> usize {
    let share = |entry: &String| match () {
        () if entry.is_empty() => 0,
        () if *entry == actor.name => usize::MAX,
        () if actor.code.starts_with(entry.as_str()) => entry.len(),
        () => 0,
    };
    listed.iter().map(share).max().unwrap_or(0)
}
