//! Decides which place each name means, from the report's other places.

use std::collections::HashMap;

use saydo_gazetteer::{Gazetteer, Kind, Match, Place};
use saydo_syntax::Document;

use crate::grid::Grid;
use crate::home::homes;
use crate::spot::{Spot, Why};
use crate::{rank, words};

/// How often the beliefs are renewed from each other.
const ROUNDS: usize = 5;

/// What tells names with the same letters apart: the name, the place said to be around it, and whether the words beside it
/// speak of a state.
type Key<'s> = (&'s str, Option<&'s str>, bool);

/// A name in a report, or one with its own word on where it lies.
struct Name {
    options: Vec<Choice>,
    weight: f64,
    /// Whether the words beside it speak of a state.
    state: bool,
}

/// A place that a name may mean.
struct Choice {
    place: Place<'static>,
    prior: f64,
    belief: f64,
    /// Whether the name is the place's main name.
    main: bool,
}

/// All names of a report.
pub(crate) struct Context {
    names: Vec<Name>,
    of_spot: Vec<usize>,
    homes: HashMap<&'static str, f64>,
}

impl Context {
    /// Collects what every name of a report may mean.
    pub(crate) fn new(document: &Document<'_>, spots: &[Spot]) -> Self {
        let mut index: HashMap<Key<'_>, usize> = HashMap::new();
        let mut names: Vec<Name> = Vec::new();
        let mut of_spot = Vec::with_capacity(spots.len());
        let qualified = qualified(spots);
        for spot in spots {
            let own = spot.within.and_then(|w| spots.get(w)).map(|w| w.key.as_str());
            let within = own.or_else(|| qualified.get(spot.key.as_str()).copied());
            let state = speaks_of_state(document, spot);
            let n = *index.entry((&spot.key, within, state)).or_insert_with(|| {
                names.push(Name { options: options(spot, within, state), weight: 0.0, state });
                names.len() - 1
            });
            names[n].weight += if spot.why == Why::Demonym { 0.3 } else { 1.0 };
            of_spot.push(n);
        }
        Self { names, of_spot, homes: homes(document) }
    }

    /// The place of every spot.
    pub(crate) fn resolve(mut self) -> Vec<Option<usize>> {
        self.names.iter_mut().for_each(|name| name.believe(rank::heat(0), |_| 0.0));
        for round in 0..ROUNDS {
            let grid = self.grid();
            for name in &mut self.names {
                let weight = name.weight.sqrt();
                name.believe(rank::heat(round), |choice| support(&grid, choice, weight));
            }
        }
        let best: Vec<Option<usize>> = self.names.iter().map(Name::best).collect();
        self.of_spot.iter().map(|n| best[*n]).collect()
    }

    fn grid(&self) -> Grid {
        let mut grid = Grid::default();
        for (country, words) in &self.homes {
            grid.add_country(country, rank::home(*words));
        }
        for name in &self.names {
            for choice in name.options.iter().filter(|c| c.belief > 0.01) {
                grid.add(&choice.place, choice.belief * name.weight.sqrt());
            }
        }
        grid
    }
}

/// What others add to a choice; its own share is taken away.
fn support(grid: &Grid, choice: &Choice, weight: f64) -> f64 {
    let own = choice.belief * weight;
    let mut near = grid.near(&choice.place);
    near.country -= own;
    near.region -= own;
    near.square -= own;
    rank::support(&near)
}

impl Name {
    fn believe(&mut self, heat: f64, support: impl Fn(&Choice) -> f64) {
        let scores: Vec<f64> = self.options.iter().map(|c| (c.prior + support(c)) / heat).collect();
        let best = scores.iter().copied().fold(f64::MIN, f64::max);
        let sum: f64 = scores.iter().map(|s| (s - best).exp()).sum();
        for (choice, score) in self.options.iter_mut().zip(scores) {
            choice.belief = (score - best).exp() / sum;
        }
    }

    fn best(&self) -> Option<usize> {
        let mut best: Option<&Choice> = None;
        for choice in &self.options {
            if best.is_none_or(|b| choice.belief > b.belief) {
                best = Some(choice);
            }
        }
        best.map(|b| self.town(b).unwrap_or(b).place.index())
    }

    /// The town of whose division the best choice is: Alexandria is the town before it is the governorate.
    fn town(&self, best: &Choice) -> Option<&Choice> {
        let division = matches!(best.place.kind(), Kind::District | Kind::Region) && !self.state;
        let towns = self.options.iter().filter(|c| division && c.main && is_town_of(&c.place, &best.place));
        towns.max_by_key(|c| c.place.population())
    }
}

fn is_town_of(town: &Place<'static>, division: &Place<'static>) -> bool {
    let near = |a: f64, b: f64| (a - b).abs() < 0.7;
    let close = near(town.lat(), division.lat()) && near(town.lon(), division.lon());
    town.kind() == Kind::City && close && town.country() == division.country()
}

/// Names that the report once says where they lie, with the name of the place around them.
fn qualified(spots: &[Spot]) -> HashMap<&str, &str> {
    let mut found = HashMap::new();
    for spot in spots {
        if let Some(within) = spot.within.and_then(|w| spots.get(w)) {
            found.entry(spot.key.as_str()).or_insert(within.key.as_str());
        }
    }
    found
}

/// "Washington Gov. …", "New York state": the words after a name say that it is a state's.
fn speaks_of_state(document: &Document<'_>, spot: &Spot) -> bool {
    let words = document.sentences.get(spot.sentence).map(|s| s.words.as_slice()).unwrap_or_default();
    spot.why == Why::Within || words.get(spot.words.end).is_some_and(|w| words::is_of("governor", w.form))
}

/// The places that a spot may mean.
fn options(spot: &Spot, within: Option<&str>, state: bool) -> Vec<Choice> {
    let gazetteer = Gazetteer::shipped();
    let mut found: Vec<Match<'static>> = gazetteer.look_up_folded(&spot.key).collect();
    if spot.why == Why::Within || spot.why == Why::Demonym {
        retain(&mut found, |m| matches!(m.place.kind(), Kind::Country | Kind::Region | Kind::Larger));
    }
    if let Some(within) = within {
        let around: Vec<Match<'static>> = gazetteer.look_up_folded(within).collect();
        retain(&mut found, |m| around.iter().any(|a| holds(&a.place, &m.place)));
    }
    let city = !state && found.iter().any(|m| is_large(&m.place));
    let prior = |m: &Match<'static>| {
        let region = m.place.kind() == Kind::Region;
        rank::prior(m)
            + if region && city {
                -rank::STATE
            } else if region && state {
                rank::STATE
            } else {
                0.0
            }
    };
    found.iter().map(|m| Choice { place: m.place, prior: prior(m), belief: 0.0, main: m.is_main }).collect()
}

/// A city that a division with its name is rarely meant before.
fn is_large(place: &Place<'static>) -> bool {
    place.kind() == Kind::City && (place.population() > 200_000 || place.is_capital())
}

/// Keeps what fits, or everything where nothing fits.
fn retain(found: &mut Vec<Match<'static>>, fits: impl Fn(&Match<'static>) -> bool) {
    if found.iter().any(&fits) {
        found.retain(fits);
    }
}

/// Whether a country or a division holds a place.
fn holds(around: &Place<'static>, place: &Place<'static>) -> bool {
    match around.kind() {
        Kind::Country => place.kind() != Kind::Country && around.country() == place.country(),
        Kind::Region => place.region().is_some_and(|r| r.index() == around.index()),
        _ => false,
    }
}
