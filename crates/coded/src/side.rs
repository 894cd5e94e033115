//! The code of a party in CAMEO's way.

use std::borrow::Cow;

use crate::Side;
use crate::country::{Way, iso3, of_actor};
use crate::sector::{Sectors, of_actor as sectors_of};

impl Side {
    /// Its code in CAMEO's way: its own, else one made of its country and its first sector.
    ///
    /// ```
    /// use saydo_coded::Side;
    /// let army = Side { country: Some("RUS".into()), sectors: vec!["MIL".into()], ..Side::default() };
    /// assert_eq!(army.coded().as_deref(), Some("RUSMIL"));
    /// ```
    pub fn coded(&self) -> Option<Cow<'_, str>> {
        if let Some(code) = &self.code {
            return Some(Cow::Borrowed(code));
        }
        let country = self.country.as_deref().map(|iso3| Way::Cameo.write(iso3).unwrap_or(iso3));
        let sector = self.sectors.first().map(|sector| Sectors::Cameo.write(sector).unwrap_or(sector));
        match (country, sector) {
            (None, None) => None,
            (country, sector) => {
                Some(Cow::Owned([country, sector].into_iter().flatten().collect::<String>()))
            }
        }
    }

    /// A party that is only known by its code in CAMEO's way; its country and sectors are read from the code.
    pub(crate) fn of_code(code: &str) -> Self {
        let country = of_actor(code).map(str::to_owned);
        Self {
            country,
            sectors: sectors_of(code).map(str::to_owned).collect(),
            code: Some(code.to_owned()),
            name: None,
        }
    }

    /// Its country: its own, else that of its code.
    pub(crate) fn iso3(&self) -> Option<&str> {
        let own = self.country.as_deref();
        own.or_else(|| self.code.as_deref().and_then(|code| iso3(code.get(..3)?).or_else(|| of_actor(code))))
    }
}
