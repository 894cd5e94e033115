//! The comparison as CSV: a row for each event of either side, or pair of them.

use std::io::Write;

use saydo_beside::{Pair, Theirs};
use saydo_bureau::Shown;
use saydo_coded::Coded;
use saydo_export::{Cell, Column, Format, Kind, Notes, Row, Table, write as table};
use saydo_facts::EventId;

use super::{Asked, said};

/// The columns: name, kind, meaning.
const COLUMNS: [(&str, Kind, &str); 23] = [
    ("what", Kind::Text, "have, again, only_said, we_lack or they_lack"),
    ("system", Kind::Text, "The other system"),
    ("their_id", Kind::Text, "Its id of the event"),
    ("their_file", Kind::Text, "The file it came from"),
    ("their_day", Kind::Day, "The first day of it"),
    ("their_actor", Kind::Text, "Who did it"),
    ("their_recipient", Kind::Text, "To whom"),
    ("their_plover", Kind::Text, "PLOVER's category"),
    ("their_cameo", Kind::Text, "CAMEO's code"),
    ("their_place", Kind::Text, "Where"),
    ("their_url", Kind::Text, "Where it is told"),
    ("our_id", Kind::Text, "Our event, as `saydo explain` takes it"),
    ("our_day", Kind::Day, "The first day of it"),
    ("our_actor", Kind::Text, "Who did it"),
    ("our_recipient", Kind::Text, "To whom"),
    ("our_plover", Kind::Text, "PLOVER's category"),
    ("our_cameo", Kind::Text, "CAMEO's code"),
    ("our_standing", Kind::Text, "How it stands"),
    ("our_negated", Kind::Truth, "Whether it is said not to be so"),
    ("our_publisher", Kind::Text, "Who published the report"),
    ("our_sentence", Kind::Text, "The sentence that tells it"),
    ("score", Kind::Real, "How well the two agree, 0 to 1"),
    ("because", Kind::List, "The rules by which they agree"),
];

/// Writes it.
pub(super) fn write(asked: &Asked<'_>, out: impl Write + Send) -> saydo_export::Result<()> {
    let columns = COLUMNS.map(|(name, kind, about)| Column { name, kind, about }).to_vec();
    let form = Table { name: "compare", about: "Our events beside those that others coded.", columns };
    let compared = &asked.beside.compared;
    let paired = |what: &'static str, pairs: &'_ [Pair]| -> Vec<Row> {
        pairs.iter().map(|pair| both(asked, what, pair)).collect()
    };
    let mut rows = paired("have", &compared.have);
    rows.extend(paired("again", &compared.again));
    rows.extend(paired("only_said", &compared.only_said));
    rows.extend(compared.we_lack.iter().map(|&at| {
        let theirs = &asked.beside.theirs[at];
        row("we_lack", theirs.event.system.name(), Some(theirs), None, None)
    }));
    rows.extend(compared.they_lack.iter().flat_map(|alone| {
        let all = std::iter::once(alone.ours).chain(alone.also.iter().copied());
        all.map(|id| {
            row("they_lack", alone.system.name(), None, Some((id, asked.beside.ours.get(&id))), None)
        })
    }));
    table(Format::Csv, &form, &Notes::default(), rows.into_iter().map(Ok), out)
}

fn both(asked: &Asked<'_>, what: &'static str, pair: &Pair) -> Row {
    let theirs = &asked.beside.theirs[pair.theirs];
    let ours = (pair.ours, asked.beside.ours.get(&pair.ours));
    row(what, theirs.event.system.name(), Some(theirs), Some(ours), Some(pair))
}

fn row(
    what: &str,
    system: &str,
    theirs: Option<&Theirs>,
    ours: Option<(EventId, Option<&Shown>)>,
    pair: Option<&Pair>,
) -> Row {
    let event = theirs.map(|theirs| &theirs.event);
    let mut row = vec![Cell::from(what), Cell::from(system)];
    row.push(event.map(|event| event.id.clone()).into());
    row.push(theirs.map(|theirs| theirs.file.to_string()).into());
    row.extend(happening(event));
    row.push(event.and_then(said::place).map(str::to_owned).into());
    row.push(event.and_then(|event| event.source.url.clone()).into());
    row.push(ours.map(|(id, _)| id.to_string()).into());
    let shown = ours.and_then(|(_, shown)| shown);
    row.extend(happening(shown.map(|shown| &shown.row)));
    row.push(shown.and_then(|s| s.row.standing).map(|standing| standing.name().to_owned()).into());
    row.push(shown.map(|shown| shown.row.negated).into());
    row.push(shown.and_then(|shown| shown.citation.publisher.clone()).into());
    row.push(shown.map(|shown| shown.citation.sentence.clone()).into());
    row.push(pair.map(|pair| pair.score).into());
    let because = pair.map(|pair| pair.because.iter().map(|&name| name.to_owned()).collect::<Vec<_>>());
    row.push(because.into());
    row
}

/// Day, parties and codes.
fn happening(event: Option<&Coded>) -> [Cell; 5] {
    [
        event.map(|event| event.day).into(),
        event.and_then(|event| said::party(&event.actor)).into(),
        event.and_then(|event| said::party(&event.recipient)).into(),
        event.and_then(|event| event.kind.category().map(str::to_owned)).into(),
        event.and_then(|event| event.kind.cameo.clone()).into(),
    ]
}
