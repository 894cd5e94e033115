//! Where in the text sources, cues and contents open and close.

use std::collections::BTreeMap;

use saydo_record::Record;

/// What a mark is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Part {
    /// What is said.
    Content,
    /// Who speaks.
    Source,
    /// The words that report it.
    Cue,
}

/// A place at which something opens or closes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    /// The code point before which it stands.
    pub(super) at: usize,
    /// Whether it opens.
    pub(super) opens: bool,
    /// What it is about.
    pub(super) part: Part,
    /// The numbers of the statements, from 1.
    pub(super) statements: Vec<usize>,
    /// Whether its number must be told where it closes, because another content is open too.
    pub(super) crowded: bool,
}

/// All marks of a record in the order in which they stand: at one place first what closes, from the inside out, then
/// what opens, from the outside in.
pub(super) fn marks(record: &Record) -> Vec<Mark> {
    let mut marks: Vec<((usize, bool, usize, usize), Mark)> = Vec::new();
    for ((start, end, part), statements) in spans(record) {
        let mark = |at, opens| Mark { at, opens, part, statements: statements.clone(), crowded: false };
        let (long, rank) = (usize::MAX - end, part as usize);
        marks.push(((start, true, long, rank), mark(start, true)));
        marks.push(((end, false, usize::MAX - start, usize::MAX - rank), mark(end, false)));
    }
    marks.sort_by_key(|(order, _)| *order);
    let mut marks: Vec<Mark> = marks.into_iter().map(|(_, mark)| mark).collect();
    crowd(&mut marks);
    marks
}

/// The spans that are marked, with the statements that they belong to; one span may belong to several.
fn spans(record: &Record) -> BTreeMap<(usize, usize, Part), Vec<usize>> {
    let mut spans: BTreeMap<_, Vec<usize>> = BTreeMap::new();
    let mut add = |start: usize, end: usize, part, n: usize| {
        if start < end {
            spans.entry((start, end, part)).or_default().push(n);
        }
    };
    for (n, statement) in record.statements.iter().enumerate().map(|(i, s)| (i + 1, s)) {
        statement.content.iter().for_each(|c| add(c.start, c.end, Part::Content, n));
        statement.source.iter().for_each(|s| add(s.start, s.end, Part::Source, n));
        statement.cue.iter().for_each(|c| add(c.start, c.end, Part::Cue, n));
    }
    spans
}

/// Notes which contents close while another one is open.
fn crowd(marks: &mut [Mark]) {
    let mut open = 0;
    for mark in marks.iter_mut().filter(|m| m.part == Part::Content) {
        if mark.opens {
            open += 1;
        } else {
            mark.crowded = open > 1;
            open -= 1;
        }
    }
}
