//! The table of indicators (`data/indicators/indicators.tsv`).

use std::sync::LazyLock;

use saydo_codebook::Plover;
use saydo_facts::Event;

use super::need::Need;
use crate::{Scene, TableError};

const TABLE: (&str, &str) =
    ("data/indicators/indicators.tsv", include_str!("../../../../data/indicators/indicators.tsv"));

/// The table as it ships; a test reads it, so that it cannot be wrong here.
static SHIPPED: LazyLock<Vec<Sign>> = LazyLock::new(|| read(TABLE.1).unwrap_or_default());

/// An indicator of the table.
#[derive(Clone, Debug)]
pub(super) struct Sign {
    pub(super) id: &'static str,
    pub(super) label: &'static str,
    rows: Vec<Row>,
}

/// One way to see it.
#[derive(Clone, Debug)]
pub(super) struct Row {
    needs: Vec<Need>,
    /// Whether the acting side's own announcement counts.
    pub(super) own: bool,
}

impl Sign {
    /// All indicators that ship, in their order.
    pub(super) fn shipped() -> &'static [Self] {
        &SHIPPED
    }

    /// The first row that matches an event, however it stands.
    pub(super) fn seen_in(&self, scene: &Scene<'_>, event: &Event<'_>) -> Option<&Row> {
        self.rows.iter().find(|row| row.needs.iter().all(|need| need.is_met(scene, event)))
    }

    /// Whether events of this category can show it at all.
    pub(super) fn may_be(&self, plover: Option<Plover>) -> bool {
        self.rows.iter().any(|row| !row.needs.iter().any(|need| need.rules_out(plover)))
    }
}

fn read(table: &'static str) -> Result<Vec<Sign>, TableError> {
    let mut signs: Vec<Sign> = Vec::new();
    for (at, line) in table.lines().enumerate().filter(|(_, l)| !l.starts_with('#') && !l.is_empty()) {
        let (id, label, row) = row(line).map_err(|what| TableError { table: TABLE.0, line: at + 1, what })?;
        match signs.iter_mut().find(|sign| sign.id == id) {
            Some(sign) => sign.rows.push(row),
            None => signs.push(Sign { id, label, rows: vec![row] }),
        }
    }
    Ok(signs)
}

fn row(line: &'static str) -> Result<(&'static str, &'static str, Row), String> {
    let cells: Vec<&'static str> = line.split('\t').collect();
    let [id, label, needs, own, _fires, _silent, _sentence, _not] = cells[..] else {
        return Err(format!("{} cells instead of 8", cells.len()));
    };
    let own = match own {
        "yes" => true,
        "no" => false,
        _ => return Err(format!("{own}: own is yes or no")),
    };
    let needs: Vec<Need> = needs.split(' ').map(Need::read).collect::<Result<_, _>>()?;
    Ok((id, label, Row { needs, own }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_that_ships_can_be_read() {
        let signs = read(TABLE.1).unwrap();
        assert!(signs.len() > 25, "{}", signs.len());
    }

    #[test]
    fn what_cannot_be_read_is_named_with_its_line() {
        let wrong = [
            ("a\tb\tplover:AID", "3 cells instead of 8"),
            ("a\tb\tplover:HELP\tyes\t-\t-\t-\t-", "HELP: unknown"),
            ("a\tb\tplover:AID\tperhaps\t-\t-\t-\t-", "perhaps: own is yes or no"),
            ("a\tb\tcolour:red\tyes\t-\t-\t-\t-", "colour: no such place in an event"),
            ("a\tb\tAID\tyes\t-\t-\t-\t-", "AID: a need is PLACE:X"),
            ("a\tb\tforce:horses/in\tyes\t-\t-\t-\t-", "horses/in: unknown"),
            ("a\tb\tactor:friend\tyes\t-\t-\t-\t-", "friend: unknown"),
        ];
        for (line, what) in wrong {
            let table: &'static str = Box::leak(format!("# head\n{line}\n").into_boxed_str());
            let error = read(table).unwrap_err();
            assert_eq!(error.to_string(), format!("data/indicators/indicators.tsv, line 2: {what}"));
        }
    }
}
