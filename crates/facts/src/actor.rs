//! Who acts or speaks.

/// Somebody with an actor code.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Actor {
    /// Country and sector together (`RUSGOV`), an organisation's code (`IGONAT`), a sector alone (`MIL`), or empty for
    /// somebody who is named and has no code.
    pub code: String,
    /// ISO 3166 alpha-3.
    pub country: Option<String>,
    /// PLOVER's sector.
    pub sector: Option<String>,
    /// The name that the report gives; empty in facts built without text.
    pub name: String,
}

impl Actor {
    /// The actor of a code as the tables write it: three letters of a country and the sector behind them, an
    /// organisation's code (`IGO…`, `NGO…`, `MNC…`, `IMG…`), or a sector alone.
    pub fn of(code: &str) -> Self {
        let organisation =
            ["IGO", "NGO", "MNC", "NMC", "IMG", "INT"].iter().any(|kind| code.starts_with(kind));
        let sector_alone =
            ["MIL", "GOV", "REB", "CVL", "SPY", "COP", "MED", "OPP", "LEG", "JUD"].contains(&code);
        let country = (!organisation && !sector_alone).then(|| code.get(..3)).flatten();
        let sector = if organisation { None } else { code.get(if sector_alone { 0 } else { 3 }..) };
        Self {
            code: code.to_owned(),
            country: country.map(str::to_owned),
            sector: sector.filter(|s| !s.is_empty()).map(str::to_owned),
            name: String::new(),
        }
    }

    /// The state or organisation that it belongs to; armed groups against their own state stand for themselves. `None`
    /// for a sector without a country and for somebody without a code.
    ///
    /// ```
    /// use saydo_facts::Actor;
    /// assert_eq!(Actor::of("RUSGOV").root(), Some("RUS"));
    /// assert_eq!(Actor::of("UKRREB").root(), Some("UKRREB"));
    /// assert_eq!(Actor::of("IGONAT").root(), Some("IGONAT"));
    /// assert_eq!(Actor::of("MIL").root(), None);
    /// ```
    pub fn root(&self) -> Option<&str> {
        match (&self.country, self.sector.as_deref()) {
            (Some(_), Some("REB" | "SEP" | "INS")) => Some(&self.code),
            (Some(country), _) => Some(country),
            (None, None) if !self.code.is_empty() => Some(&self.code),
            (None, _) => None,
        }
    }
}
