//! How an event stands in the report that tells it.

/// How an event stands in the report that tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Standing {
    /// The publisher says in its own voice that it happened.
    Reported,
    /// The acting side itself says so.
    Announced,
    /// Somebody else says so.
    Claimed,
    /// The acting side plans, promises, offers or threatens it.
    Intended,
    /// Somebody asks for it or orders it.
    Demanded,
    /// It may, could or would be.
    Possible,
}

impl Standing {
    /// Every one.
    pub const ALL: [Self; 6] =
        [Self::Reported, Self::Announced, Self::Claimed, Self::Intended, Self::Demanded, Self::Possible];

    /// Its name in the public record.
    pub fn name(self) -> &'static str {
        ["reported", "announced", "claimed", "intended", "demanded", "possible"][self as usize]
    }

    /// The one with this name.
    ///
    /// ```
    /// use saydo_coded::Standing;
    /// assert_eq!(Standing::of("announced"), Some(Standing::Announced));
    /// ```
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|standing| standing.name() == name)
    }
}
