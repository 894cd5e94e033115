//! The columns of the comparison with other systems.

use saydo_export::Cell;
use saydo_export::Kind::{Day, Integer, List, Real, Text, Truth};

use super::field::{Field, codes, field, list, maybe, names, some_number, text};
use crate::api::shape::{BesideRow, TheirSide, Theirs, Told};

pub(super) const BESIDE: &[Field<BesideRow>] = &[
    field("list", Text, "only-said, we-lack, they-lack, have or again", |r| text(&r.list)),
    field("system", Text, "the other system", |r| text(&r.system)),
    field("score", Real, "how well the two agree, 0 to 1", |r| r.score.map_or(Cell::Nothing, Cell::Real)),
    field("because", List, "what they agree in, by the names of rules", |r| list(&r.because)),
    field("id", Text, "its id in the other system", |r| theirs(r, |t| text(&t.id))),
    field("file", Text, "the file that it came in with", |r| theirs(r, |t| text(&t.file))),
    field("number", Integer, "the number of the other system's row in the ledger", |r| {
        some_number(r.theirs.as_ref().map(|t| t.number))
    }),
    field("day", Day, "the day of the other system's event", |r| theirs(r, |t| Cell::Day(t.day.0))),
    field("until", Day, "its last day", |r| {
        theirs(r, |t| t.until.map_or(Cell::Nothing, |day| Cell::Day(day.0)))
    }),
    field("actor", Text, "the code of who acts there", |r| theirs(r, |t| code(t.actor.as_ref()))),
    field("actor_name", Text, "the name of who acts there", |r| theirs(r, |t| name(t.actor.as_ref()))),
    field("recipient", Text, "the code of whom it is done to there", |r| {
        theirs(r, |t| code(t.recipient.as_ref()))
    }),
    field("recipient_name", Text, "the name of whom it is done to there", |r| {
        theirs(r, |t| name(t.recipient.as_ref()))
    }),
    field("plover", Text, "PLOVER's category there", |r| theirs(r, |t| maybe(t.plover.as_ref()))),
    field("mode", Text, "PLOVER's mode there", |r| theirs(r, |t| maybe(t.mode.as_ref()))),
    field("cameo", Text, "CAMEO's code there", |r| theirs(r, |t| maybe(t.cameo.as_ref()))),
    field("label", Text, "the other system's own type", |r| theirs(r, |t| maybe(t.label.as_ref()))),
    field("place", Text, "where, as the other system has it", |r| {
        theirs(r, |t| maybe(t.place.as_ref().and_then(|place| place.name.as_ref())))
    }),
    field("country", Text, "the country there (ISO 3166 alpha-3)", |r| {
        theirs(r, |t| maybe(t.place.as_ref().and_then(|place| place.country.as_ref())))
    }),
    field("publisher", Text, "who published it, as the other system has it", |r| {
        theirs(r, |t| maybe(t.publisher.as_ref()))
    }),
    field("url", Text, "where it is told, as the other system has it", |r| {
        theirs(r, |t| maybe(t.url.as_ref()))
    }),
    field("text", Text, "what the other system says of it in words", |r| {
        theirs(r, |t| maybe(t.text.as_ref()))
    }),
    field("unread", Truth, "whether none of our reports was published on its days and the day after", |r| {
        theirs(r, |t| Cell::Truth(t.unread))
    }),
    field("our_id", Text, "our event", |r| ours(r, |o| text(&o.id))),
    field("our_day", Day, "the day of our event", |r| ours(r, |o| Cell::Day(o.day.0))),
    field("our_standing", Text, "how it stands in our report", |r| ours(r, |o| text(&o.standing))),
    field("our_negated", Truth, "whether our report says that it is not so", |r| {
        ours(r, |o| Cell::Truth(o.negated))
    }),
    field("our_actors", List, "codes of those who act in our event", |r| ours(r, |o| codes(&o.actors))),
    field("our_actor_names", List, "names of those who act in our event", |r| ours(r, |o| names(&o.actors))),
    field("our_recipients", List, "codes of those to whom it is done in our event", |r| {
        ours(r, |o| codes(&o.recipients))
    }),
    field("our_recipient_names", List, "names of those to whom it is done in our event", |r| {
        ours(r, |o| names(&o.recipients))
    }),
    field("our_plover", Text, "PLOVER's category of our event", |r| ours(r, |o| maybe(o.plover.as_ref()))),
    field("our_cameo", Text, "CAMEO's code of our event", |r| ours(r, |o| maybe(o.cameo.as_ref()))),
    field("our_sentence", Text, "the sentence that tells it", |r| {
        ours(r, |o| maybe(o.sentence.as_ref().map(|s| &s.sentence)))
    }),
    field("our_publisher", Text, "the outlet", |r| {
        ours(r, |o| maybe(o.sentence.as_ref().and_then(|s| s.publisher.as_ref())))
    }),
    field("our_url", Text, "the address of our report", |r| {
        ours(r, |o| maybe(o.sentence.as_ref().and_then(|s| s.url.as_ref())))
    }),
    field("also", List, "further events of ours that tell the same", |r| list(&r.also)),
];

fn theirs(row: &BesideRow, of: impl FnOnce(&Theirs) -> Cell) -> Cell {
    row.theirs.as_ref().map_or(Cell::Nothing, of)
}

fn ours(row: &BesideRow, of: impl FnOnce(&Told) -> Cell) -> Cell {
    row.ours.as_ref().map_or(Cell::Nothing, of)
}

fn code(side: Option<&TheirSide>) -> Cell {
    maybe(side.and_then(|side| side.code.as_ref()))
}

fn name(side: Option<&TheirSide>) -> Cell {
    maybe(side.and_then(|side| side.name.as_ref()))
}
