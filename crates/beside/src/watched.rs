//! Which events are of a watch.

use saydo_coded::Side as Coded;
use saydo_facts::Actor;
use saydo_watch::{Side, Watch};

use crate::ground::{self, Ground};
use crate::{Ours, Theirs};

/// Tells what is of a watch.
#[derive(Clone, Debug)]
pub(crate) struct Watched<'w> {
    watch: &'w Watch,
    area: Vec<Ground>,
}

impl<'w> Watched<'w> {
    /// What is of this one.
    pub(crate) fn of(watch: &'w Watch) -> Self {
        Self { watch, area: watch.area.iter().map(Ground::of_place).collect() }
    }

    /// Whether a row is of the watch.
    pub(crate) fn has_theirs(&self, theirs: &Theirs, places: &[Ground]) -> bool {
        let parties = [&theirs.event.actor, &theirs.event.recipient];
        parties.into_iter().any(|side| self.is_party(&actor(side))) && self.lies_in(places)
    }

    /// Whether an event of ours is of the watch.
    pub(crate) fn has_ours(&self, ours: &Ours<'_>, places: &[Ground]) -> bool {
        let mut parties = ours.event.actors().chain(ours.event.recipients());
        parties.any(|actor| self.is_party(actor)) && self.lies_in(places)
    }

    fn is_party(&self, actor: &Actor) -> bool {
        matches!(self.watch.side(actor), Side::Subject | Side::Other)
    }

    fn lies_in(&self, places: &[Ground]) -> bool {
        self.area.is_empty() || ground::meet(&self.area, places).is_some()
    }
}

/// Their party as ours are.
fn actor(side: &Coded) -> Actor {
    let own = || {
        format!("{}{}", side.country.as_deref().unwrap_or_default(), side.sectors.first().map_or("", |s| s))
    };
    let code = side.code.clone().unwrap_or_else(own);
    Actor {
        country: side.country.clone().or_else(|| Actor::of(&code).country),
        sector: side.sectors.first().cloned().or_else(|| Actor::of(&code).sector),
        name: side.name.clone().unwrap_or_default(),
        code,
    }
}
