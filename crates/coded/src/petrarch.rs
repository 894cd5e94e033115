//! What PETRARCH 2 writes: 7 to 13 columns between tabs, no heading.

use crate::cell::{Cell, Cells};
use crate::code;
use crate::day::Style;
use crate::sheet::{Key, Sheet};
use crate::take::{Note, Take};
use crate::{Coded, Form, Kind, Origin, Side, System};

const COLUMNS: [&str; 13] = [
    "Date",
    "Source",
    "Target",
    "Code",
    "Issues",
    "IDs",
    "URL",
    "StorySource",
    "SourceText",
    "TargetText",
    "EventText",
    "SourceRoot",
    "TargetRoot",
];

pub(crate) static SHEET: Sheet = Sheet {
    form: Form::Petrarch,
    system: System::Petrarch,
    columns: &COLUMNS,
    named: false,
    layout,
    needed: &[0, 1, 2, 3],
    aliases: &[],
    nothing: &["---"],
    styles: &[Style::Digits],
    key: Key::Row,
    decode,
    encode,
    columns_of,
};

/// The address is missing where a report has none, and the texts and roots where they were not asked for.
fn layout(cells: &[&str]) -> Option<Vec<usize>> {
    let url = cells.len() == 8 || cells.get(6).is_some_and(|cell| cell.contains("://") || *cell == "---");
    let head = if url { &[0, 1, 2, 3, 4, 5, 6, 7][..] } else { &[0, 1, 2, 3, 4, 5, 7] };
    let more = match cells.len().checked_sub(head.len())? {
        0 => &[][..],
        1 => &[10],
        2 => &[8, 9],
        3 => &[8, 9, 10],
        4 => &[8, 9, 11, 12],
        5 => &[8, 9, 10, 11, 12],
        _ => return None,
    };
    Some([head, more].concat())
}

/// The first eight always; the texts and roots where the row has them.
fn columns_of(cells: &[Cell<'_>]) -> Vec<usize> {
    let has = |columns: &[usize]| columns.iter().any(|column| cells[*column] != Cell::Nothing);
    let mut columns: Vec<usize> = (0..8).collect();
    if has(&[8, 9, 11, 12]) {
        columns.extend([8, 9]);
    }
    if has(&[10]) {
        columns.push(10);
    }
    if has(&[11, 12]) {
        columns.extend([11, 12]);
    }
    columns
}

fn decode(row: &mut Take<'_>) -> Result<Coded, Note> {
    let day = row.day(0)?;
    let [actor, recipient] = [1, 2].map(|at| row.cell(at).map(Side::of_code).unwrap_or_default());
    let id = row.text(5).unwrap_or_default();
    let sentence = id.split(';').next().and_then(|id| id.rsplit_once('_')?.1.parse().ok());
    Ok(Coded {
        system: System::Petrarch,
        day,
        actor,
        recipient,
        kind: Kind { cameo: row.cameo(3, None), ..Kind::default() },
        source: Origin { url: row.text(6), publisher: row.text(7), sentence, ..Origin::default() },
        id,
        ..Coded::default()
    })
}

fn encode<'c>(event: &'c Coded, cells: &mut Cells<'c>) {
    cells.put(0, event.day);
    cells.put(1, event.actor.coded());
    cells.put(2, event.recipient.coded());
    cells.put(3, code::cameo_of(&event.kind));
    let told = event.source.sentence.filter(|_| event.system != System::Petrarch);
    match told {
        Some(sentence) => cells.put(5, format!("{}_{sentence}", event.id)),
        None => cells.put(5, &event.id),
    }
    cells.put(6, event.source.url.as_ref());
    cells.put(7, event.source.publisher.as_ref());
}
