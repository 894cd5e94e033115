//! Offices and who held them from when to when.

use crate::key::folded;
use crate::table::{Row, rows};
use crate::tables::TableText;
use crate::{Actor, Error};

const HOLDERS: &[&str] = &["iso3", "office", "title", "name", "aliases", "from", "to", "source"];
const LEADERS: &[&str] = &["code", "title", "name", "aliases", "from", "to", "source"];

/// What kind of office a [`Holding`] is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Office {
    /// The president or monarch.
    HeadOfState,
    /// The prime minister, chancellor or premier.
    HeadOfGovernment,
    /// The foreign minister or secretary of state.
    ForeignMinister,
    /// The defence minister.
    DefenceMinister,
    /// The head of an organisation or armed group.
    Leader,
    /// Any other office.
    Other,
}

/// One person's time in one office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holding {
    /// The person's usual English name.
    pub name: String,
    /// Other spellings and forms of the name.
    pub aliases: Vec<String>,
    /// The country's ISO 3166 alpha-3 code, or the organisation's code or name.
    pub body: String,
    /// What kind of office it is.
    pub office: Office,
    /// The office's title, as in `Minister of Foreign Affairs`.
    pub title: String,
    /// The first day, as `YYYY-MM-DD`, or as much of it as is known.
    pub from: String,
    /// The last day; none while in office.
    pub to: Option<String>,
    /// Whom the holder's words and deeds are coded as.
    pub actor: Actor,
    /// What the row can be checked against.
    pub source: String,
}

impl Holding {
    /// Whether the office was held on `day`, a full date. A month or year in the table counts from its first day to
    /// its last.
    pub fn covers(&self, day: &str) -> bool {
        self.starts_by(day) && !self.ended_before(day)
    }

    /// Whether it had begun by `day`.
    pub(crate) fn starts_by(&self, day: &str) -> bool {
        self.from.as_str() <= day
    }

    /// Whether it was over before `day`.
    pub(crate) fn ended_before(&self, day: &str) -> bool {
        self.to.as_deref().is_some_and(|to| to < day && !day.starts_with(to))
    }
}

pub(crate) fn holders(table: TableText<'_>) -> Result<Vec<Holding>, Error> {
    rows(table, HOLDERS)?.iter().map(holder).collect()
}

fn holder(row: &Row<'_>) -> Result<Holding, Error> {
    let body = row.country(0)?.ok_or_else(|| row.wrong(0, "the cell is empty".to_owned()))?;
    let office = match row.cell(1) {
        "head_of_state" => Office::HeadOfState,
        "head_of_government" => Office::HeadOfGovernment,
        "foreign_minister" => Office::ForeignMinister,
        "defence_minister" => Office::DefenceMinister,
        "other" => Office::Other,
        other => return Err(row.wrong(1, format!("`{other}` is no office"))),
    };
    let sector = sector(office, row.cell(2));
    let actor = Actor::of(&body, Some(sector));
    holding(row, 2, Holding { body, office, actor, ..blank() })
}

/// Offices of state are the government, but for the few whose title says otherwise.
fn sector(office: Office, title: &str) -> &'static str {
    if office != Office::Other {
        return "GOV";
    }
    let title = title.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| title.contains(word));
    if has(&["opposition"]) {
        "OPP"
    } else if has(&[
        "intelligence",
        "spy",
        "secret service",
        "security service",
        "mossad",
        "fsb",
        "svr",
        "cia ",
        "mi5",
        "mi6",
    ]) {
        "SPY"
    } else if has(&["speaker", "parliament", "senator", "state duma", "knesset"]) {
        "LEG"
    } else if has(&[
        "army",
        "armed forces",
        "chief of staff of",
        "general staff",
        "joint chiefs",
        "defence staff",
        "pentagon",
        "commander",
        "naval",
    ]) {
        "MIL"
    } else if has(&["prosecutor", "chief justice", "judge"]) {
        "JUD"
    } else {
        "GOV"
    }
}

/// The leaders of organisations; `actor` finds an organisation by its code or name.
pub(crate) fn leaders(
    table: TableText<'_>,
    actor: impl Fn(&str) -> Option<Actor>,
) -> Result<Vec<Holding>, Error> {
    let leader = |row: &Row<'_>| {
        let body = row.required(0)?;
        let unknown = || row.wrong(0, format!("`{body}` is no organisation"));
        let actor = actor(&body).ok_or_else(unknown)?;
        holding(row, 1, Holding { body: body.clone(), actor, ..blank() })
    };
    rows(table, LEADERS)?.iter().map(leader).collect()
}

fn blank() -> Holding {
    let (name, title, body, from) = Default::default();
    let (aliases, source) = Default::default();
    Holding {
        name,
        aliases,
        body,
        office: Office::Leader,
        title,
        from,
        to: None,
        actor: Actor::default(),
        source,
    }
}

/// The columns that both kinds of table share, from the title in column `n` on.
fn holding(row: &Row<'_>, n: usize, rest: Holding) -> Result<Holding, Error> {
    let from = date(row, n + 3)?.ok_or_else(|| row.wrong(n + 3, "the cell is empty".to_owned()))?;
    let to = date(row, n + 4)?;
    let name = row.required(n + 1)?;
    let found = Holding {
        title: row.required(n)?,
        aliases: row.list(n + 2),
        source: row.text(n + 5),
        name,
        from,
        to,
        ..rest
    };
    if found.ended_before(&found.from) {
        return Err(row.wrong(n + 4, "the office ends before it begins".to_owned()));
    }
    Ok(found)
}

/// `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
fn date(row: &Row<'_>, n: usize) -> Result<Option<String>, Error> {
    let digit = |(n, b): (usize, u8)| if n == 4 || n == 7 { b == b'-' } else { b.is_ascii_digit() };
    match row.optional(n) {
        Some(date) if ![4, 7, 10].contains(&date.len()) || !date.bytes().enumerate().all(digit) => {
            Err(row.wrong(n, format!("`{date}` is no date")))
        }
        date => Ok(date),
    }
}

const FOREIGN: &[&str] = &[
    "foreign minister",
    "minister of foreign affairs",
    "minister for foreign affairs",
    "foreign secretary",
    "secretary of state",
    "external affairs minister",
    "foreign affairs minister",
    "top diplomat",
    "chief diplomat",
];
const DEFENCE: &[&str] = &[
    "defence minister",
    "defense minister",
    "minister of defence",
    "minister of defense",
    "defence secretary",
    "defense secretary",
    "secretary of defense",
    "defence chief",
    "defense chief",
    "secretary of defence",
    "secretary of state for defence",
    "secretary of war",
    "pentagon chief",
];
const GOVERNMENT: &[&str] = &["prime minister", "premier", "chancellor", "head of government", "pm"];
const CHIEF: &[&str] = &["head", "chief", "boss", "leader"];

/// How well an office fits a title as the news says it: the more the better, none for not at all.
pub(crate) fn fit(holding: &Holding, title: &str) -> Option<u8> {
    let (own, asked) = (folded(&holding.title), folded(title));
    let (own, asked) = (own.as_str(), asked.as_str());
    if own == asked {
        return Some(4);
    }
    let by_office = match holding.office {
        Office::ForeignMinister => FOREIGN.contains(&asked),
        Office::DefenceMinister => DEFENCE.contains(&asked),
        Office::HeadOfGovernment => GOVERNMENT.contains(&asked) && !own.contains("president"),
        Office::HeadOfState => asked == "head of state" || asked == "monarch" && !own.contains("president"),
        Office::Leader => CHIEF.contains(&asked),
        Office::Other => false,
    };
    if by_office {
        return Some(3);
    }
    let second = |t: &str| t.contains("vice") || t.contains("deputy") || t.contains("first lady");
    let part = format!(" {own} ").contains(&format!(" {asked} "));
    (part && asked != "minister" && asked != "secretary" && second(own) == second(asked)).then_some(2)
}
