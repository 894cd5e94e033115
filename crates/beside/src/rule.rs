//! The rules by name, so that a user can see why two happenings are taken for one.

/// A rule of the comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rule {
    /// Its name, which stays.
    pub name: &'static str,
    /// What it says.
    pub text: &'static str,
}

/// All of them, in the order in which they are asked.
pub const RULES: [Rule; 11] = [
    Rule {
        name: "watch",
        text: "A row or event counts where one of its parties is the watch's subject or on the other side, and where it \
               names a place and the watch an area, the place lies there.",
    },
    Rule {
        name: "day",
        text: "The days are the same or next to each other; of a span, any of its days. What a report tells without a day \
               is on the day of the report.",
    },
    Rule {
        name: "parties",
        text: "Who acts is the same, and to whom: by country or organisation, and rebels apart from their state; another \
               sector of the same country counts less. Nobody agrees with anybody, but one party must be the same on \
               both sides.",
    },
    Rule {
        name: "either-way",
        text: "Fighting, meeting, agreeing and co-operating are done by both, so the two parties may stand the other way \
               round, where both tell both of them; that counts less.",
    },
    Rule {
        name: "kind",
        text: "The category of PLOVER is the same, or the root of CAMEO; the same mode or the same code counts more.",
    },
    Rule {
        name: "place",
        text: "Where both name a place, it is near enough for how exact both are: 50 km for towns, 100 km for districts, \
               200 km for divisions and areas, the same country for a country. Another country is another place.",
    },
    Rule {
        name: "seen",
        text: "A deed of theirs that changes something (PLOVER's material classes) needs an event of ours that the \
               publisher tells in its own voice and does not negate; for words of theirs, words of ours are enough.",
    },
    Rule {
        name: "one-to-one",
        text: "Each row and each event is used once, the best pairs first; among equals the earlier row, then the event \
               with the smaller number.",
    },
    Rule {
        name: "again",
        text: "What is left and agrees with one that is used tells the same happening again: it is neither lacked nor \
               had.",
    },
    Rule {
        name: "only-said",
        text: "A deed of theirs that nobody of ours tells as seen, and that agrees with one that is only announced, \
               claimed, planned, demanded, possible or denied, is only said.",
    },
    Rule {
        name: "scope",
        text: "They can lack only what they look for: deadly and armed violence for UCDP and VIINA, violence and protest \
               for ACLED, everything for the others; and only on days of which they have any row.",
    },
];

/// The rule with this name.
pub(crate) fn names(all: &[&'static str]) -> Vec<&'static str> {
    all.iter().copied().filter(|name| RULES.iter().any(|rule| rule.name == *name)).collect()
}
