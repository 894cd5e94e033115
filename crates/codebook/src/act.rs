//! What kind of act a cue reports.

/// What kind of act a cue reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Act {
    /// Says, tells, adds; the plain case.
    Say,
    /// Announces what the speaker does or will do.
    Announce,
    /// Says what the reporter does not vouch for.
    Claim,
    /// Denies, rejects or refuses.
    Deny,
    /// Urges, orders, calls for.
    Demand,
    /// Promises, pledges, assures.
    Promise,
    /// Warns, threatens.
    Warn,
    /// Asks.
    Ask,
    /// Thinks, believes, fears, hopes, intends, supports.
    Think,
    /// Sees, finds, observes, shows.
    See,
}

impl Act {
    const ALL: [(Self, &'static str); 10] = [
        (Self::Say, "say"),
        (Self::Announce, "announce"),
        (Self::Claim, "claim"),
        (Self::Deny, "deny"),
        (Self::Demand, "demand"),
        (Self::Promise, "promise"),
        (Self::Warn, "warn"),
        (Self::Ask, "ask"),
        (Self::Think, "think"),
        (Self::See, "see"),
    ];

    /// The act with this name in the tables.
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.iter().find(|(_, n)| *n == name).map(|(act, _)| *act)
    }

    /// The name in the tables and in the public record.
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(act, _)| *act == self).map_or("say", |(_, n)| n)
    }
}
