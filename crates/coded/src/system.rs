//! Whose coding a row is.

/// Who coded an event.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum System {
    /// This program.
    #[default]
    Saydo,
    /// The Global Database of Events, Language and Tone.
    Gdelt,
    /// The Integrated Crisis Early Warning System.
    Icews,
    /// The Political Event Classification, Attributes and Types data set.
    Polecat,
    /// Anybody's coding after the PLOVER manual.
    Plover,
    /// The Phoenix pipeline.
    Phoenix,
    /// PETRARCH 2.
    Petrarch,
    /// The Uppsala Conflict Data Program.
    Ucdp,
    /// Violent Incident Information from News Articles.
    Viina,
    /// The Armed Conflict Location and Event Data.
    Acled,
}

impl System {
    /// Every one.
    pub const ALL: [Self; 10] = [
        Self::Saydo,
        Self::Gdelt,
        Self::Icews,
        Self::Polecat,
        Self::Plover,
        Self::Phoenix,
        Self::Petrarch,
        Self::Ucdp,
        Self::Viina,
        Self::Acled,
    ];

    /// Its name in tables and on the command line.
    pub fn name(self) -> &'static str {
        let names =
            ["saydo", "gdelt", "icews", "polecat", "plover", "phoenix", "petrarch", "ucdp", "viina", "acled"];
        names[self as usize]
    }

    /// Its name as people write it.
    ///
    /// ```
    /// use saydo_coded::System;
    /// assert_eq!(System::Petrarch.title(), "PETRARCH 2");
    /// ```
    pub fn title(self) -> &'static str {
        let titles = [
            "Saydo",
            "GDELT",
            "ICEWS",
            "POLECAT",
            "PLOVER",
            "Phoenix",
            "PETRARCH 2",
            "UCDP",
            "VIINA",
            "ACLED",
        ];
        titles[self as usize]
    }

    /// The one with this name.
    ///
    /// ```
    /// use saydo_coded::System;
    /// assert_eq!(System::of("icews"), Some(System::Icews));
    /// ```
    pub fn of(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|system| system.name() == name)
    }
}
