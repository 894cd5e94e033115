//! The fields of an event by name, as text.

use saydo_coded::{Coded, Precision, Side};

/// Every field, in the order of the type.
pub(crate) const FIELDS: [&str; 37] = [
    "system",
    "id",
    "day",
    "until",
    "actor.code",
    "actor.name",
    "actor.country",
    "actor.sectors",
    "speaker",
    "cameo",
    "plover",
    "mode",
    "contexts",
    "label",
    "quad",
    "scale",
    "standing",
    "place.name",
    "place.admin1",
    "place.admin2",
    "place.country",
    "place.lat",
    "place.lon",
    "place.geonames",
    "place.precision",
    "dead.least",
    "dead.most",
    "publisher",
    "url",
    "title",
    "published",
    "sentence",
    "language",
    "text",
    "mentions, sources, articles",
    "tone",
    "rest",
];

/// A field as text; empty where nothing is known. What holds of the actor is asked of the recipient too.
pub(crate) fn field(event: &Coded, name: &str) -> String {
    let both = |part: fn(&Side) -> String| match (part(&event.actor), part(&event.recipient)) {
        (actor, recipient) if actor.is_empty() && recipient.is_empty() => String::new(),
        (actor, recipient) => format!("{actor} > {recipient}"),
    };
    let (kind, source, weight) = (&event.kind, &event.source, &event.weight);
    match name {
        "system" => event.system.name().to_owned(),
        "id" => event.id.clone(),
        "day" => event.day.to_string(),
        "until" => text(event.until),
        "actor.code" => both(|side| text(side.code.as_ref())),
        "actor.name" => both(|side| text(side.name.as_ref())),
        "actor.country" => both(|side| text(side.country.as_ref())),
        "actor.sectors" => both(|side| side.sectors.join(";")),
        "speaker" => event.speaker.as_ref().map(|side| format!("{side:?}")).unwrap_or_default(),
        "cameo" => text(kind.cameo.as_ref()),
        "plover" => text(kind.plover.as_ref()),
        "mode" => text(kind.mode.as_ref()),
        "contexts" => kind.contexts.join(";"),
        "label" => text(kind.label.as_ref()),
        "quad" => text(kind.quad),
        "scale" => text(kind.scale),
        "standing" => event.standing.map(|standing| standing.name().to_owned()).unwrap_or_default(),
        "publisher" => text(source.publisher.as_ref()),
        "url" => text(source.url.as_ref()),
        "title" => text(source.title.as_ref()),
        "published" => text(source.published),
        "sentence" => text(source.sentence),
        "language" => text(source.language.as_ref()),
        "text" => text(event.text.as_ref()),
        "mentions, sources, articles" => {
            [weight.mentions, weight.sources, weight.articles].map(text).concat()
        }
        "tone" => text(weight.tone),
        "rest" => text(event.kept("note")),
        "dead.least" => text(event.dead.map(|dead| dead.least)),
        "dead.most" => text(event.dead.and_then(|dead| dead.most)),
        place => spot(event, place),
    }
}

/// Whether what was known is as it was; of two sides, each for itself.
pub(crate) fn same(before: &str, after: &str) -> bool {
    let pairs = before.split(" > ").zip(after.split(" > "));
    pairs.into_iter().all(|(before, after)| before.is_empty() || before == after)
}

fn spot(event: &Coded, name: &str) -> String {
    let Some(spot) = &event.place else { return String::new() };
    match name {
        "place.name" => text(spot.name.as_ref()),
        "place.admin1" => text(spot.admin1.as_ref()),
        "place.admin2" => text(spot.admin2.as_ref()),
        "place.country" => text(spot.country.as_ref()),
        "place.lat" => text(spot.lat),
        "place.lon" => text(spot.lon),
        "place.geonames" => text(spot.geonames),
        _ => text(Some(spot.precision.name()).filter(|_| spot.precision != Precision::Unknown)),
    }
}

fn text<T: ToString>(one: Option<T>) -> String {
    one.map(|one| one.to_string()).unwrap_or_default()
}
