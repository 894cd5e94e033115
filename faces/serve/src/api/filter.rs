//! What every view can be filtered by, as parameters and as the tally takes it.

use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use jiff::civil::Date;
use saydo_standing::Standing;
use saydo_tally::{Filter, PlaceKey, Track};

use super::ask;
use crate::guard::{Pairs, Parameters, Problem};
use crate::room::Desk;

/// The longest search that is looked for, in bytes, and the most values of one list.
const LONGEST: usize = 1_000;
const MANY: usize = 200;

const ACTS: [&str; 10] =
    ["say", "announce", "claim", "deny", "demand", "promise", "warn", "ask", "think", "see"];

/// The parameters that all views take.
#[derive(Clone, Debug, Default)]
pub(crate) struct Asked {
    pub(crate) as_of: Option<Date>,
    pub(crate) from: Option<Date>,
    pub(crate) to: Option<Date>,
    actors: Vec<String>,
    places: Vec<PlaceKey>,
    standings: Vec<Standing>,
    tracks: Vec<Track>,
    types: Vec<String>,
    families: Vec<String>,
    acts: Vec<String>,
    updated_since: Option<Date>,
    /// What is searched for.
    pub(crate) text: Option<String>,
}

/// A standing as a parameter has it.
struct AskedStanding(Standing);

/// Text that is no standing.
struct NoStanding;

impl fmt::Display for NoStanding {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("there are reported, announced, claimed, intended, demanded and possible")
    }
}

impl FromStr for AskedStanding {
    type Err = NoStanding;

    fn from_str(text: &str) -> Result<Self, NoStanding> {
        Standing::of(text).map(Self).ok_or(NoStanding)
    }
}

impl Parameters for Asked {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let standings = pairs.list::<AskedStanding>("standing")?;
        let (from, to) = days(pairs)?;
        let asked = Self {
            as_of: ask::day(pairs, "as_of")?,
            from,
            to,
            actors: pairs.list("actor")?,
            places: places(pairs)?,
            standings: standings.into_iter().map(|asked| asked.0).collect(),
            tracks: pairs.list("track")?,
            types: pairs.list("type")?,
            families: families(pairs),
            text: text(pairs)?,
            ..Self::default()
        };
        asked.is_short()?;
        Ok(asked)
    }
}

/// Takes the first and the last day out of the parameters.
fn days(pairs: &mut Pairs) -> Result<(Option<Date>, Option<Date>), Problem> {
    let (from, to) = (ask::day(pairs, "from")?, ask::day(pairs, "to")?);
    match (from, to) {
        (Some(from), Some(to)) if from > to => {
            Err(Problem::bad_parameter("to", format!("{to} lies before `from`, {from}")))
        }
        days => Ok(days),
    }
}

/// Takes keys of places out of the parameters. A name can hold commas, so that what follows one and is no key belongs to the
/// key before.
fn places(pairs: &mut Pairs) -> Result<Vec<PlaceKey>, Problem> {
    let mut keys: Vec<String> = Vec::new();
    for value in pairs.values("place") {
        let mut own: Vec<String> = Vec::new();
        for piece in value.split(',').filter(|piece| !piece.is_empty()) {
            match own.last_mut() {
                Some(before) if piece.parse::<PlaceKey>().is_err() && before.starts_with("n:") => {
                    before.push(',');
                    before.push_str(piece);
                }
                _ => own.push(piece.to_owned()),
            }
        }
        keys.extend(own);
    }
    let read = |key: String| {
        key.parse().map_err(|error: saydo_tally::Error| Problem::bad_parameter("place", error.to_string()))
    };
    keys.into_iter().map(read).collect()
}

/// Takes names of families out of the parameters. A name can hold commas, so that a value is a name as a whole too.
fn families(pairs: &mut Pairs) -> Vec<String> {
    let mut names = Vec::new();
    for value in pairs.values("source") {
        names.extend(value.split(',').map(str::to_owned));
        names.push(value);
    }
    names.retain(|name| !name.is_empty());
    names.sort_unstable();
    names.dedup();
    names
}

/// Takes a search out of the parameters.
fn text(pairs: &mut Pairs) -> Result<Option<String>, Problem> {
    let text = pairs.text("q")?.filter(|text| !text.trim().is_empty());
    match text {
        Some(text) if text.len() > LONGEST => {
            Err(Problem::bad_parameter("q", format!("a search has at most {LONGEST} bytes")))
        }
        other => Ok(other),
    }
}

/// The parameters of statements: those of all views, and the acts.
#[derive(Clone, Debug)]
pub(crate) struct OfStatements(pub(crate) Asked);

impl Parameters for OfStatements {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let acts = ask::choices(pairs, "act", &ACTS)?.into_iter().map(str::to_owned).collect();
        Ok(Self(Asked { acts, ..Asked::take(pairs)? }))
    }
}

/// The parameters of reports, which have days and sources, and neither actors nor standings.
#[derive(Clone, Debug)]
pub(crate) struct OfReports(pub(crate) Asked);

impl Parameters for OfReports {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let (from, to) = days(pairs)?;
        Ok(Self(Asked {
            as_of: ask::day(pairs, "as_of")?,
            from,
            to,
            families: families(pairs),
            updated_since: ask::day(pairs, "updated_since")?,
            text: text(pairs)?,
            ..Asked::default()
        }))
    }
}

impl Asked {
    /// The filter, with what the search found.
    pub(crate) fn filter(&self, desk: &Desk<'_>) -> Result<Filter, Problem> {
        let found = self.text.as_deref().map(|text| desk.search(text)).transpose()?;
        Ok(Filter {
            from: self.from,
            to: self.to,
            actors: self.actors.clone(),
            places: self.places.clone(),
            standings: self.standings.clone(),
            tracks: self.tracks.clone(),
            types: self.types.clone(),
            families: self.families.clone(),
            acts: self.acts.clone(),
            found: found.as_ref().map(Arc::clone),
            updated_since: self.updated_since,
            ..Filter::as_of(self.day(desk))
        })
    }

    /// The day of the answer.
    pub(crate) fn day(&self, desk: &Desk<'_>) -> Date {
        self.as_of.unwrap_or_else(|| desk.room.default_day())
    }

    fn is_short(&self) -> Result<(), Problem> {
        let lists = [
            ("actor", self.actors.len()),
            ("place", self.places.len()),
            ("type", self.types.len()),
            ("source", self.families.len()),
        ];
        match lists.into_iter().find(|(_, length)| *length > MANY) {
            Some((name, _)) => Err(Problem::bad_parameter(name, format!("at most {MANY} values are taken"))),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Asked {
        Pairs::parse(query).and_then(Pairs::read).expect("all of it is known")
    }

    #[test]
    fn names_may_hold_commas() {
        let asked = read("place=g1,n:Washington,%20D.C.,c:UKR&place=n:A,n:B");
        let keys: Vec<String> = asked.places.iter().map(ToString::to_string).collect();
        assert_eq!(keys, ["g1", "n:Washington, D.C.", "c:UKR", "n:A", "n:B"]);
        assert_eq!(read("source=Wire,%20Inc.").families, [" Inc.", "Wire", "Wire, Inc."]);
    }
}
