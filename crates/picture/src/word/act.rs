//! Acts: what a word can be about, and which events are such an act (`data/words/acts.tsv`).

use std::sync::LazyLock;

use saydo_codebook::Plover;
use saydo_facts::{Event, Kind};
use saydo_forces::Movement;

use crate::error::TableError;

const TABLE: (&str, &str) = ("data/words/acts.tsv", include_str!("../../../../data/words/acts.tsv"));

/// The table as it ships; a test reads it, so that it cannot be wrong here.
static SHIPPED: LazyLock<Acts> = LazyLock::new(|| Acts::read(TABLE.1).unwrap_or_default());

/// All acts.
#[derive(Clone, Debug, Default)]
pub(crate) struct Acts {
    rows: Vec<Row>,
}

/// Whether an act eases a crisis.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Temper {
    Easing,
    Hostile,
    Plain,
}

/// How forces have to move.
#[derive(Clone, Copy, Debug)]
enum Moves {
    Any,
    /// No force is named.
    None,
    One(Movement),
}

#[derive(Clone, Debug)]
struct Row {
    act: &'static str,
    temper: Temper,
    plover: Option<Plover>,
    modes: Vec<&'static str>,
    cameo: Vec<&'static str>,
    movement: Moves,
    kind: Option<Kind>,
    context: Option<&'static str>,
    lemmas: Vec<&'static str>,
    not: Vec<&'static str>,
}

impl Acts {
    pub(crate) fn shipped() -> &'static Self {
        &SHIPPED
    }

    /// The acts that an event is, each once.
    pub(crate) fn of(&self, event: &Event<'_>) -> Vec<(&'static str, Temper)> {
        let mut found = Vec::new();
        self.find(event, &mut found);
        found
    }

    /// The same into room that is used again.
    pub(crate) fn find(&self, event: &Event<'_>, found: &mut Vec<(&'static str, Temper)>) {
        found.clear();
        for row in self.rows.iter().filter(|row| row.fits(event)) {
            if found.iter().all(|f| f.0 != row.act) {
                found.push((row.act, row.temper));
            }
        }
    }

    /// Whether an act of this name is in the table.
    #[cfg(test)]
    pub(crate) fn has(&self, act: &str) -> bool {
        self.rows.iter().any(|row| row.act == act)
    }

    fn read(table: &'static str) -> Result<Self, TableError> {
        let lines = table.lines().enumerate().filter(|(_, l)| !l.starts_with('#') && !l.is_empty());
        let rows = lines.map(|(at, line)| {
            Row::read(line).map_err(|what| TableError { table: TABLE.0, line: at + 1, what })
        });
        Ok(Self { rows: rows.collect::<Result<_, _>>()? })
    }
}

impl Row {
    fn read(line: &'static str) -> Result<Self, String> {
        let cells: Vec<&'static str> = line.split('\t').collect();
        let [act, temper, plover, mode, cameo, movement, kind, context, lemma] = cells[..] else {
            return Err(format!("{} cells instead of 9", cells.len()));
        };
        Ok(Self {
            act,
            temper: match temper {
                "easing" => Temper::Easing,
                "hostile" => Temper::Hostile,
                "plain" => Temper::Plain,
                other => return Err(format!("{other} is no temper")),
            },
            plover: given(plover, Plover::of)?,
            modes: list(mode),
            cameo: list(cameo),
            movement: match movement {
                "none" => Moves::None,
                cell => given(cell, Movement::of)?.map_or(Moves::Any, Moves::One),
            },
            kind: given(kind, Kind::of)?,
            context: (context != "-").then_some(context),
            lemmas: if lemma.starts_with('!') { Vec::new() } else { list(lemma) },
            not: lemma.strip_prefix('!').map(list).unwrap_or_default(),
        })
    }

    fn fits(&self, event: &Event<'_>) -> bool {
        let among =
            |list: &[&str], word: Option<&str>| list.is_empty() || word.is_some_and(|w| list.contains(&w));
        let is = |code: &str, asked: &str| match asked.strip_suffix('.') {
            Some(exact) => code == exact,
            None => code.starts_with(asked),
        };
        let named = |lemmas: &[&str]| event.lemma().split(' ').any(|word| lemmas.contains(&word));
        let code = |codes: &[&str]| event.cameo().is_some_and(|c| codes.iter().any(|asked| is(c, asked)));
        self.plover.is_none_or(|p| event.plover() == Some(p))
            && self.kind.is_none_or(|k| event.kind() == Some(k))
            && among(&self.modes, event.mode())
            && (self.cameo.is_empty() || code(&self.cameo))
            && self.context.is_none_or(|c| event.has_context(c))
            && (self.lemmas.is_empty() || named(&self.lemmas))
            && !named(&self.not)
            && self.movement.fits(event)
    }
}

impl Moves {
    fn fits(self, event: &Event<'_>) -> bool {
        match self {
            Self::Any => true,
            Self::None => event.forces().is_empty(),
            Self::One(movement) => event.forces().iter().any(|f| f.movement == movement),
        }
    }
}

/// What a cell gives, `None` for "-".
pub(crate) fn given<T>(cell: &str, of: impl Fn(&str) -> Option<T>) -> Result<Option<T>, String> {
    if cell == "-" { Ok(None) } else { of(cell).map(Some).ok_or_else(|| format!("{cell} is not known")) }
}

fn list(cell: &'static str) -> Vec<&'static str> {
    if cell == "-" { Vec::new() } else { cell.split('|').collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_that_ships_can_be_read() {
        assert_eq!(Acts::read(TABLE.1).map(|a| a.rows.len() > 20), Ok(true));
    }

    #[test]
    fn a_bad_row_is_named_by_its_line() {
        let error = Acts::read("#x\nwithdrawal\teasing\tRETREET\t-\t-\t-\t-\t-\t-").unwrap_err();
        assert_eq!(error.to_string(), "data/words/acts.tsv, line 2: RETREET is not known");
    }
}
