//! The categories of PLOVER, their modes and contexts.

/// A category of the PLOVER ontology.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Plover {
    /// Agrees to, offers, promises to co-operate.
    Agree,
    /// Meets, visits, negotiates, telephones.
    Consult,
    /// Praises, recognises, signs an agreement, defends with words.
    Support,
    /// Yields with words: gives in, promises reform, declares a truce.
    Concede,
    /// Trades, exercises together, shares intelligence.
    Cooperate,
    /// Gives money, goods, protection, asylum.
    Aid,
    /// Yields with deeds: withdraws, releases, disarms, lets in, resigns.
    Retreat,
    /// Asks, demands, orders.
    Request,
    /// Criticises, accuses, investigates.
    Accuse,
    /// Refuses, rejects, vetoes.
    Reject,
    /// Threatens, gives an ultimatum.
    Threaten,
    /// Demonstrates, strikes, riots.
    Protest,
    /// Reduces relations, stops aid, expels.
    Sanction,
    /// Moves forces or police, raises alert.
    Mobilize,
    /// Represses, arrests, seizes, restricts.
    Coerce,
    /// Uses force.
    Assault,
}

const ALL: [(Plover, &str, u8, &[&str]); 16] = [
    (Plover::Agree, "AGREE", 1, &[]),
    (Plover::Consult, "CONSULT", 1, &["visit", "third-party", "multilateral", "phone"]),
    (Plover::Support, "SUPPORT", 1, &[]),
    (Plover::Concede, "CONCEDE", 1, &[]),
    (Plover::Cooperate, "COOPERATE", 2, &[]),
    (Plover::Aid, "AID", 2, &[]),
    (Plover::Retreat, "RETREAT", 2, &["withdraw", "release", "disarm", "ceasefire", "access", "resign"]),
    (Plover::Request, "REQUEST", 3, &["assist", "change", "yield", "meet"]),
    (Plover::Accuse, "ACCUSE", 3, &["disapprove", "investigate", "allege"]),
    (Plover::Reject, "REJECT", 3, &["assist", "change", "yield", "meet"]),
    (Plover::Threaten, "THREATEN", 3, &["restrict", "arrest", "relations", "expel", "territory", "violence"]),
    (
        Plover::Protest,
        "PROTEST",
        4,
        &["demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"],
    ),
    (Plover::Sanction, "SANCTION", 4, &["convict", "expel", "withdraw", "discontinue"]),
    (Plover::Mobilize, "MOBILIZE", 4, &["troops", "weapons", "police", "militia"]),
    (
        Plover::Coerce,
        "COERCE",
        4,
        &[
            "seize",
            "restrict",
            "censor",
            "curfew",
            "martial-law",
            "arrest",
            "deport",
            "withhold",
            "misinformation",
            "cyber",
        ],
    ),
    (
        Plover::Assault,
        "ASSAULT",
        4,
        &[
            "abduct",
            "beat",
            "torture",
            "sexual",
            "targeted",
            "destroy",
            "primitive",
            "firearms",
            "explosives",
            "suicide-attack",
            "aerial",
            "drone",
            "heavy-weapons",
            "crowd-control",
            "unconventional",
        ],
    ),
];

/// The contexts of PLOVER 2.0.
const CONTEXTS: [&str; 37] = [
    "military",
    "intelligence",
    "executive",
    "legislative",
    "election",
    "political_institutions",
    "pro_democracy",
    "pro_autocracy",
    "economic",
    "legal",
    "reparations",
    "human_rights",
    "rights_freedoms",
    "repression",
    "human_security",
    "gender",
    "lgbt",
    "religion_ethnicity",
    "inequality",
    "diplomatic",
    "territory",
    "peacekeeping",
    "health",
    "asylum",
    "migration",
    "disasters",
    "natural_resource",
    "environment",
    "technology",
    "terrorism",
    "cbrn",
    "cyber",
    "misinformation",
    "crime",
    "corruption",
    "illegal_drugs",
    "trafficking",
];

impl Plover {
    /// Every category.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().map(|row| row.0)
    }

    /// The category with this name, in capitals.
    pub fn of(name: &str) -> Option<Self> {
        ALL.iter().find(|row| row.1 == name).map(|row| row.0)
    }

    /// Its name in capitals.
    pub fn name(self) -> &'static str {
        ALL[self as usize].1
    }

    /// PLOVER's quad class: 1 verbal co-operation, 2 material co-operation, 3 verbal conflict, 4 material conflict.
    pub fn quad(self) -> u8 {
        ALL[self as usize].2
    }

    /// The modes of the category, as the manual's version 2.0 lists them.
    pub fn modes(self) -> &'static [&'static str] {
        ALL[self as usize].3
    }
}

/// The context with this name.
pub(super) fn context(name: &str) -> Option<&'static str> {
    CONTEXTS.into_iter().find(|c| *c == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn categories_stand_where_their_numbers_say() {
        assert!(
            ALL.iter().enumerate().all(|(i, row)| row.0 as usize == i && Plover::of(row.1) == Some(row.0))
        );
        assert_eq!((Plover::Retreat.quad(), Plover::Retreat.modes()[0]), (2, "withdraw"));
    }
}
