//! One row a report: the record's own form, field by field.

use arrow_array::RecordBatch;
use saydo_record::{
    About, Actor, Count, Cue, Entity, Event, Force, Mention, Participant, Party, Piece, Place, Predicate,
    Problem, Record, Sentence, Statement, Time, Triple, Words,
};

use crate::Error;
use crate::{Row, row};

row!(Record {
    schema: String,
    report: About,
    text: String,
    sentences: Vec<Sentence>,
    mentions: Vec<Mention>,
    entities: Vec<Entity>,
    times: Vec<Time>,
    statements: Vec<Statement>,
    events: Vec<Event>,
    predicates: Option<Vec<Predicate>>,
    problems: Vec<Problem>,
});
row!(About {
    id: String,
    title: Option<String>,
    url: Option<String>,
    publisher: Option<String>,
    published: Option<String>,
    language: Option<String>,
    sha256: String,
});
row!(Sentence { start: usize, end: usize, zone: String });
row!(Mention {
    id: String,
    start: usize,
    end: usize,
    text: String,
    kind: String,
    entity: Option<String>,
    unresolved: Option<String>,
    place: Option<Place>,
});
row!(Place {
    name: String,
    country: Option<String>,
    admin1: Option<String>,
    lat: f64,
    lon: f64,
    geonameid: Option<u32>,
    resolution: String,
    shape: Option<String>,
});
row!(Entity { id: String, name: String, kind: String, actor: Option<Actor> });
row!(Actor { code: String, country: Option<String>, sector: Option<String> });
row!(Time {
    id: String,
    start: usize,
    end: usize,
    text: String,
    kind: String,
    value: Option<String>,
    unresolved: Option<String>,
    problem: Option<String>,
});
row!(Statement {
    id: String,
    kind: String,
    source: Option<Party>,
    cue: Option<Cue>,
    content: Vec<Piece>,
    addressee: Option<Party>,
    said: Option<String>,
    within: Option<String>,
    because: Option<String>,
});
row!(Party { start: usize, end: usize, text: String, entity: Option<String>, unresolved: Option<String> });
row!(Cue { start: usize, end: usize, text: String, act: String, negated: bool });
row!(Piece { start: usize, end: usize });
row!(Event {
    id: String,
    trigger: Words,
    lemma: String,
    plover: Option<String>,
    mode: Option<String>,
    contexts: Vec<String>,
    cameo: Option<String>,
    kind: Option<String>,
    quad: Option<u8>,
    goldstein: Option<f32>,
    standing: String,
    negated: bool,
    hedged: bool,
    statement: Option<String>,
    actors: Vec<Participant>,
    recipients: Vec<Participant>,
    force: Vec<Force>,
    count: Option<Count>,
    places: Vec<String>,
    time: Option<String>,
    time_words: Option<String>,
    by: Option<String>,
    by_words: Option<String>,
    from: Option<String>,
    from_words: Option<String>,
    confidence: f32,
    petrarch: Option<Vec<Triple>>,
    factuality: Option<f32>,
    because: Option<String>,
});
row!(Words { start: usize, end: usize, text: String });
row!(Participant {
    entity: Option<String>,
    start: usize,
    end: usize,
    code: Option<String>,
    country: Option<String>,
    sector: Option<String>,
    implied: bool,
});
row!(Force { element: String, movement: String, extent: Option<String>, low: Option<u64>, high: Option<u64> });
row!(Count { low: Option<u64>, high: Option<u64> });
row!(Triple { source: String, target: String, code: String });
row!(Predicate {
    trigger: Words,
    standing: String,
    negated: bool,
    statement: Option<String>,
    factuality: Option<f32>,
});
row!(Problem { code: String, detail: String, start: Option<usize>, end: Option<usize> });

/// The records of a batch of the nested form, as they went in. Columns are found by name, and others may stand beside
/// them; a column that is missing, of another type or holds what no record holds is an error that names it.
pub fn records(batch: &RecordBatch) -> Result<Vec<Record>, Error> {
    let mut columns = Vec::new();
    for wanted in <Record as Row>::fields() {
        let column = wanted.name().clone();
        let Some(found) = batch.column_by_name(&column) else { return Err(Error::Missing { column }) };
        if found.data_type() != wanted.data_type() {
            let (found, wanted) = (found.data_type().to_string(), wanted.data_type().to_string());
            return Err(Error::Type { column, found, wanted });
        }
        columns.push(found.clone());
    }
    (0..batch.num_rows())
        .map(|row| <Record as Row>::of(&columns, row).map_err(|what| Error::Value { what, row }))
        .collect()
}
