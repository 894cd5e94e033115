//! The columns of statements, reports, sources, counts by day and counts by place.

use saydo_export::Cell;
use saydo_export::Kind::{Day, Integer, List, Real, Text, Truth};

use super::field::{Field, field, list, maybe, number, some_number, text};
use crate::api::shape::{self, Listed, PlaceCount, Point, Said, SourceRow};

pub(super) const STATEMENTS: &[Field<Said>] = &[
    field("id", Text, "the statement: number of its report and its own there", |s| text(&s.id)),
    field("report", Integer, "the number of its report", |s| number(s.report)),
    field("kind", Text, "direct, indirect or mixed", |s| text(&s.kind)),
    field("act", Text, "what its cue does", |s| maybe(s.act.as_ref())),
    field("negated", Truth, "whether the text says that it was not said", |s| Cell::Truth(s.negated)),
    field("source", Text, "who says so, as the report has it", |s| maybe(s.source.as_ref().map(|w| &w.text))),
    field("source_code", Text, "the source's actor code", |s| {
        maybe(s.source.as_ref().and_then(|w| w.code.as_ref()))
    }),
    field("source_name", Text, "who is meant", |s| maybe(s.source.as_ref().and_then(|w| w.name.as_ref()))),
    field("source_kind", Text, "what the source is", |s| {
        maybe(s.source.as_ref().and_then(|w| w.kind.as_ref()))
    }),
    field("addressee", Text, "to whom", |s| maybe(s.addressee.as_ref())),
    field("content", List, "what is said, in the pieces in which the text has it", |s| list(&s.content)),
    field("quoted", Truth, "whether it is quoted, at least in part", |s| Cell::Truth(s.quoted)),
    field("said", Text, "when it was said, as far as the text tells (TIMEX3)", |s| maybe(s.said.as_ref())),
    field("day", Day, "when it was said, else publication", |s| Cell::Day(s.day.0)),
    field("published", Day, "when its report was published", |s| day(s.published)),
    field("within", Text, "the statement in which it stands", |s| maybe(s.within.as_ref())),
    field("sentence", Text, "the sentences that hold source, cue and content", |s| text(&s.sentence)),
    field("publisher", Text, "the outlet", |s| maybe(s.publisher.as_ref())),
    field("family", Text, "the publisher family", |s| text(&s.family)),
    field("families", List, "the families that carry it", |s| list(&s.families)),
    field("title", Text, "the headline", |s| maybe(s.title.as_ref())),
    field("url", Text, "the address", |s| maybe(s.url.as_ref())),
    field("words", List, "words under test that it opened or repeated, with their states", |s| {
        Cell::List(s.words.iter().map(|word| format!("{}: {}", word.id, word.state)).collect())
    }),
];

pub(super) const REPORTS: &[Field<Listed>] = &[
    field("number", Integer, "the ledger's number", |r| number(r.number)),
    field("id", Text, "as its input names it", |r| text(&r.id)),
    field("title", Text, "the headline", |r| maybe(r.title.as_ref())),
    field("url", Text, "the address", |r| maybe(r.url.as_ref())),
    field("publisher", Text, "the outlet", |r| maybe(r.publisher.as_ref())),
    field("family", Text, "the publisher family", |r| text(&r.family)),
    field("published", Day, "when it was published", |r| day(r.published)),
    field("added", Day, "when it came in", |r| Cell::Day(r.added.0)),
    field("language", Text, "its language (ISO 639)", |r| maybe(r.language.as_ref())),
    field("copy_of", Integer, "the number of the report that it copies", |r| some_number(r.copy_of)),
    field("statements", Integer, "how many statements it has", |r| number(r.statements)),
    field("events", Integer, "how many events it has", |r| number(r.events)),
    field("revision_of", Integer, "the number of the revision that it replaced", |r| {
        some_number(r.revision_of)
    }),
    field("superseded", Day, "when a later revision replaced it", |r| day(r.superseded)),
    field("snippet", Text, "a few words of it", |r| maybe(r.snippet.as_ref())),
];

pub(super) const SOURCES: &[Field<SourceRow>] = &[
    field("family", Text, "the publisher family", |s| text(&s.family)),
    field("publishers", List, "its outlets", |s| list(&s.publishers)),
    field("reports", Integer, "reports", |s| number(s.reports)),
    field("copies", Integer, "near-copies among them", |s| number(s.copies)),
    field("first", Day, "the day of the first report", |s| day(s.first)),
    field("last", Day, "the day of the last report", |s| day(s.last)),
    field("days", List, "reports on each of the last 30 days, the oldest first", |s| {
        Cell::List(s.days.iter().map(u32::to_string).collect())
    }),
    field("languages", List, "languages, the most frequent first", |s| {
        list(s.languages.iter().map(|l| &l.key))
    }),
    field("silent", Truth, "whether nothing came for three times its usual gap", |s| Cell::Truth(s.silent)),
];

pub(super) const SERIES: &[Field<Point>] = &[
    field("day", Day, "the first day of the bucket", |p| Cell::Day(p.day.0)),
    field("words", Integer, "events that are announced, intended, demanded or possible", |p| number(p.words)),
    field("deeds", Integer, "events that are reported or claimed, and not negated", |p| number(p.deeds)),
    field("denials", Integer, "events that are reported or claimed, and negated", |p| number(p.denials)),
    field("words_conflict", Integer, "words of conflict (PLOVER's quad 3 and 4)", |p| {
        number(p.words_conflict)
    }),
    field("words_cooperation", Integer, "words of co-operation (quad 1 and 2)", |p| {
        number(p.words_cooperation)
    }),
    field("deeds_conflict", Integer, "deeds of conflict", |p| number(p.deeds_conflict)),
    field("deeds_cooperation", Integer, "deeds of co-operation", |p| number(p.deeds_cooperation)),
    field("reports", Integer, "reports published in the bucket", |p| number(p.reports)),
    field("families", Integer, "their publisher families", |p| number(p.families)),
    field("thin", Truth, "whether coverage fell, so that few events are a gap and no calm", |p| {
        Cell::Truth(p.thin)
    }),
];

pub(super) const MAP: &[Field<PlaceCount>] = &[
    field("key", Text, "what a filter names the place by", |p| text(&p.key)),
    field("name", Text, "its name", |p| text(&p.name)),
    field("country", Text, "ISO 3166 alpha-3", |p| maybe(p.country.as_ref())),
    field("admin1", Text, "its first-level division", |p| maybe(p.admin1.as_ref())),
    field("lat", Real, "degrees north", |p| Cell::Real(p.lat)),
    field("lon", Real, "degrees east", |p| Cell::Real(p.lon)),
    field("resolution", Text, "point, city, district, region, country or larger", |p| text(&p.resolution)),
    field("events", Integer, "all events there", |p| number(p.events)),
    field("corroborated", Integer, "deeds that two families or more tell", |p| number(p.corroborated)),
    field("single", Integer, "other deeds", |p| number(p.single)),
    field("words", Integer, "words", |p| number(p.words)),
    field("denials", Integer, "denials", |p| number(p.denials)),
    field("families", Integer, "families that tell of it", |p| number(p.families)),
    field("last", Day, "the newest day", |p| Cell::Day(p.last.0)),
    field("newest", Text, "the newest event", |p| text(&p.newest)),
    field("top", Text, "the most frequent type", |p| text(&p.top)),
];

fn day(day: Option<shape::Day>) -> Cell {
    day.map_or(Cell::Nothing, |day| Cell::Day(day.0))
}
