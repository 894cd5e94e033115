//! The words of the public record for forces: what they are, which way they go, how much of them.

/// Declares an enum with the names that tables and records write.
macro_rules! named {
    ($(#[$about:meta])* $name:ident { $($(#[$says:meta])* $variant:ident = $word:literal,)* }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum $name {
            $($(#[$says])* $variant,)*
        }

        impl $name {
            /// All of them, in the order of the record.
            pub const ALL: &'static [Self] = &[$(Self::$variant,)*];

            /// The one with this name.
            pub fn of(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|kind| kind.name() == name)
            }

            /// The name in tables and in the public record.
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $word,)*
                }
            }
        }
    };
}

named! {
    /// What kind of force it is.
    Element {
        /// People in arms.
        Troops = "troops",
        /// Formations of people with their weapons, from the company to the army.
        Battlegroups = "battlegroups",
        /// Tanks and armoured vehicles.
        Armour = "armour",
        /// Guns, mortars and rocket launchers.
        Artillery = "artillery",
        /// Whatever shoots at aircraft and missiles.
        AirDefence = "air_defence",
        /// Missiles that reach far, and what launches them.
        Missiles = "missiles",
        /// Whatever flies, with or without people.
        Aircraft = "aircraft",
        /// Whatever sails.
        Ships = "ships",
        /// What an army lives on: fuel, ammunition, bridges, hospitals.
        Logistics = "logistics",
        /// Arms and gear that are not named more exactly.
        Equipment = "equipment",
        /// Forces that are not named more exactly.
        Forces = "forces",
    }
}

named! {
    /// Which way a force goes.
    Movement {
        /// Towards the place: deployed, reinforced, massed.
        In = "in",
        /// Away from it: withdrawn, pulled back, sent home.
        Out = "out",
        /// It remains.
        Stay = "stay",
        /// About in it: rotated, exercised.
        Around = "around",
    }
}

named! {
    /// How much of a force, where the text says so without a number.
    Extent {
        /// Some, not said how many.
        Some = "some",
        /// All of it.
        All = "all",
        /// More than half.
        Most = "most",
        /// A part, not said how large.
        Part = "part",
        /// Few.
        Few = "few",
        /// Many.
        Many = "many",
        /// None at all.
        None = "none",
        /// More than before.
        More = "more",
        /// Fewer than before.
        Less = "less",
        /// What is left of it.
        Rest = "rest",
    }
}

impl Element {
    /// Whether a word before the noun names the force better: "tank units" are armour.
    pub(crate) fn yields(self) -> bool {
        use Element::{Battlegroups, Equipment, Forces, Troops};
        matches!(self, Battlegroups | Equipment | Forces | Troops)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lead_back() {
        assert!(Element::ALL.iter().all(|e| Element::of(e.name()) == Some(*e)));
        assert!(Movement::ALL.iter().all(|m| Movement::of(m.name()) == Some(*m)));
        assert!(Extent::ALL.iter().all(|e| Extent::of(e.name()) == Some(*e)));
        assert_eq!(Element::of("cavalry"), None);
    }
}
