//! People by name and day, and offices by body and day.

use std::collections::HashMap;

use crate::key::folded;
use crate::office::{Holding, Office, fit};

/// Countries whose names put the family first in English reports too.
const FAMILY_FIRST: &[&str] = &["CHN", "TWN", "PRK", "KOR"];
/// Countries where either end of the name may serve as the short form.
const EITHER: &[&str] = &["VNM", "SGP", "HKG", "MAC", "KHM", "MYS", "MMR"];
/// Small words that belong to the surname after them.
const PARTICLES: &[&str] =
    &["al", "el", "van", "von", "der", "den", "de", "di", "da", "dos", "la", "le", "bin", "ben", "ter"];
/// Forms of address before a name.
const ADDRESS: &[&str] = &["mr", "mrs", "ms", "miss", "dr", "sir", "lord", "dame", "gen", "general"];

/// How the day asked about lies to the time in office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Tenure {
    /// In office on that day; where no day is given, still in office.
    Current,
    /// The office had ended: the last one before that day.
    Former,
    /// The office had not begun: the first one after that day.
    Future,
}

/// A person's office, as of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held<'a> {
    /// Who, which office, from when to when.
    pub holding: &'a Holding,
    /// Whether it was held on that day.
    pub tenure: Tenure,
}

/// All holdings, by name, by surname and by body.
#[derive(Debug, Default)]
pub(crate) struct People {
    pub(crate) holdings: Vec<Holding>,
    by_name: HashMap<String, Vec<usize>>,
    by_surname: HashMap<String, Vec<usize>>,
    by_body: HashMap<String, Vec<usize>>,
}

impl People {
    /// `body` gives a further name for a holding's body, as the organisation's name for its code.
    pub(crate) fn new<'a>(holdings: Vec<Holding>, body: impl Fn(&str) -> Option<&'a str>) -> Self {
        let mut people = Self::default();
        for (n, holding) in holdings.iter().enumerate() {
            for name in std::iter::once(&holding.name).chain(&holding.aliases) {
                people.add_name(&folded(name), &holding.body, n);
            }
            for name in [Some(holding.body.as_str()), body(&holding.body)].into_iter().flatten() {
                add(&mut people.by_body, &folded(name), n);
            }
        }
        people.holdings = holdings;
        people
    }

    /// Adds a name and its short forms.
    fn add_name(&mut self, key: &str, body: &str, n: usize) {
        add(&mut self.by_name, key, n);
        let Some((first, _)) = key.split_once(' ') else { return };
        if FAMILY_FIRST.contains(&body) || EITHER.contains(&body) {
            add(&mut self.by_surname, first, n);
        }
        if !FAMILY_FIRST.contains(&body) {
            let (last, whole) = surname(key);
            add(&mut self.by_surname, last, n);
            add(&mut self.by_surname, whole, n);
        }
    }

    pub(crate) fn person(&self, name: &str, on: Option<&str>) -> Option<Held<'_>> {
        let name = folded(name);
        let (first, rest) = name.split_once(' ').unwrap_or(("", &name));
        let name = if ADDRESS.contains(&first) { rest } else { &name };
        let found = self.by_name.get(name).or_else(|| self.by_surname.get(name))?;
        let found: Vec<&Holding> = found.iter().map(|n| &self.holdings[*n]).collect();
        on.map_or_else(|| latest(&found), |day| on_day(&found, day))
    }

    pub(crate) fn holder(&self, body: &str, title: &str, on: &str) -> Option<&Holding> {
        let all = self.by_body.get(&folded(body))?.iter().map(|n| &self.holdings[*n]);
        let held: Vec<&Holding> = all.filter(|h| h.covers(on)).collect();
        let fitting = held.iter().filter_map(|h| Some((fit(h, title)?, h.from.as_str(), *h)));
        let best = fitting.max_by_key(|(fit, from, _)| (*fit, *from)).map(|(_, _, holding)| holding);
        best.or_else(|| if folded(title) == "leader" { in_charge(&held) } else { None })
    }
}

fn add(map: &mut HashMap<String, Vec<usize>>, key: &str, n: usize) {
    match map.get_mut(key) {
        Some(list) if list.last() == Some(&n) => {}
        Some(list) => list.push(n),
        None => drop(map.insert(key.to_owned(), vec![n])),
    }
}

/// The country's leader where the table says no more: the one head there is, or else the head of state if he or she
/// is a president who governs.
fn in_charge<'a>(held: &[&'a Holding]) -> Option<&'a Holding> {
    let of = |office| held.iter().find(|h| h.office == office).copied();
    match (of(Office::HeadOfState), of(Office::HeadOfGovernment)) {
        (Some(one), None) | (None, Some(one)) => Some(one),
        (Some(state), Some(_)) if GOVERNS.contains(&state.body.as_str()) => Some(state),
        (Some(_), Some(minister)) if FIGUREHEAD.contains(&minister.body.as_str()) => Some(minister),
        _ => None,
    }
}

/// Countries with a prime minister whose president or monarch is the one called leader.
const GOVERNS: &[&str] = &[
    "RUS", "CHN", "FRA", "UKR", "BLR", "SYR", "EGY", "TUR", "KAZ", "KGZ", "TJK", "AZE", "UZB", "TKM", "KOR",
    "PRK", "RWA", "UGA", "TZA", "CMR", "SEN", "MLI", "NER", "BFA", "TCD", "TUN", "DZA", "CIV", "TGO", "GAB",
    "COG", "COD", "GIN", "PER", "TWN", "SAU", "ARE", "QAT", "OMN", "BHR", "KWT", "JOR", "MAR", "LKA", "MRT",
    "VNM", "CUB",
];
/// Countries whose prime minister or chancellor is the one called leader.
const FIGUREHEAD: &[&str] = &[
    "DEU", "ITA", "ISR", "IND", "PAK", "BGD", "GBR", "CAN", "AUS", "NZL", "JPN", "ESP", "NLD", "BEL", "LUX",
    "DNK", "NOR", "SWE", "GRC", "HUN", "IRL", "AUT", "PRT", "SVK", "SVN", "HRV", "BGR", "EST", "LVA", "ALB",
    "MKD", "XKX", "ARM", "GEO", "ETH", "IRQ", "NPL", "THA", "MYS", "SGP", "KHM", "MLT", "ISL", "JAM", "TTO",
    "MUS", "LSO",
];

/// The last word of a name, and the same with the particles before it: "leyen", "von der leyen".
fn surname(key: &str) -> (&str, &str) {
    let cut = |end: usize| key[..end].rfind(' ').map_or(0, |space| space + 1);
    let last = cut(key.len());
    let mut start = last;
    while start > 0 && PARTICLES.contains(&&key[cut(start - 1)..start - 1]) {
        start = cut(start - 1);
    }
    (&key[last..], &key[start..])
}

/// Whether all holdings are one person's.
fn one_person(found: &[&Holding]) -> bool {
    found.iter().all(|h| folded(&h.name) == folded(&found[0].name))
}

fn latest<'a>(found: &[&'a Holding]) -> Option<Held<'a>> {
    let holding = found.iter().filter(|_| one_person(found)).max_by_key(|h| (h.to.is_none(), &h.from))?;
    let tenure = if holding.to.is_none() { Tenure::Current } else { Tenure::Former };
    Some(Held { holding, tenure })
}

fn on_day<'a>(found: &[&'a Holding], day: &str) -> Option<Held<'a>> {
    let now: Vec<&Holding> = found.iter().filter(|h| h.covers(day)).copied().collect();
    if !now.is_empty() {
        let holding =
            now.iter().filter(|_| one_person(&now)).max_by_key(|h| (h.office != Office::Other, &h.from))?;
        return Some(Held { holding, tenure: Tenure::Current });
    }
    if !one_person(found) {
        return None;
    }
    let before = found.iter().filter(|h| h.starts_by(day)).max_by_key(|h| h.to.as_deref());
    let after = || found.iter().min_by_key(|h| &h.from);
    before
        .map(|holding| Held { holding, tenure: Tenure::Former })
        .or_else(|| after().map(|holding| Held { holding, tenure: Tenure::Future }))
}
