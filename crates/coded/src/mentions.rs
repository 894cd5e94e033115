//! GDELT's mentions: 16 columns between tabs, or between commas under a heading as its users export them.

use crate::cell::{Cell, Cells};
use crate::day::Style;
use crate::sheet::{Key, Sheet, all, in_order};
use crate::take::{Note, Take};
use crate::{Coded, Form, Origin, System, Weight};

const COLUMNS: [&str; 16] = [
    "GlobalEventID",
    "EventTimeDate",
    "MentionTimeDate",
    "MentionType",
    "MentionSourceName",
    "MentionIdentifier",
    "SentenceID",
    "Actor1CharOffset",
    "Actor2CharOffset",
    "ActionCharOffset",
    "InRawText",
    "Confidence",
    "MentionDocLen",
    "MentionDocTone",
    "MentionDocTranslationInfo",
    "Extras",
];

pub(crate) static SHEET: Sheet = Sheet {
    form: Form::GdeltMentions,
    system: System::Gdelt,
    columns: &COLUMNS,
    named: false,
    layout: |cells| in_order(cells, 16),
    needed: &[0, 1, 5],
    aliases: &[],
    nothing: &[],
    styles: &[Style::Digits],
    key: Key::Row,
    decode,
    encode,
    columns_of: all,
};

fn decode(row: &mut Take<'_>) -> Result<Coded, Note> {
    let id = row.needed(0)?.to_owned();
    let day = row.day(1)?;
    let language = row.cell(14).and_then(|info| info.strip_prefix("srclc:")?.split(';').next());
    Ok(Coded {
        system: System::Gdelt,
        id,
        day,
        source: Origin {
            publisher: row.text(4),
            url: row.text(5),
            published: row.some_day(2),
            sentence: row.number(6),
            language: language.map(str::to_owned),
            title: None,
        },
        weight: Weight { tone: row.real(13), ..Weight::default() },
        ..Coded::default()
    })
}

fn encode<'c>(event: &'c Coded, cells: &mut Cells<'c>) {
    let source = &event.source;
    cells.put(0, &event.id);
    cells.put(1, Cell::Moment(event.day));
    cells.put(2, source.published.map(Cell::Moment));
    let is_address = source.url.as_deref().is_some_and(|url| url.contains("://"));
    cells.put(3, if is_address { 1u8 } else { 2 });
    cells.put(4, source.publisher.as_ref());
    cells.put(5, source.url.as_ref());
    cells.put(6, source.sentence);
    (7..10).for_each(|column| cells.put(column, "-1"));
    cells.put(13, event.weight.tone);
    let foreign = source.language.as_deref().filter(|language| !matches!(*language, "en" | "eng"));
    cells.put(14, foreign.map(|language| format!("srclc:{language};")));
}
