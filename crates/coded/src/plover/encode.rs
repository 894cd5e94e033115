//! From the fields of an event to PLOVER's members.

use serde_json::{Value, json};

use super::{Object, STANDING};
use crate::code::Category;
use crate::{Coded, Precision, Side, Spot, Standing, System, code};

/// The object of an event, without what stands in its rest.
pub(super) fn object(event: &Coded) -> Object {
    let mut object = Object::new();
    put(&mut object, "id", Some(event.id.as_str()));
    put(&mut object, "date", Some(event.day.to_string()));
    put(&mut object, "enddate", event.until.map(|day| day.to_string()));
    put(&mut object, "actor", entity(&event.actor));
    put(&mut object, "recipient", entity(&event.recipient));
    kind(event, &mut object);
    put(&mut object, "event_loc", event.place.as_ref().map(spot).filter(|spot| !spot.is_empty()));
    put(&mut object, "size", event.dead.map(|dead| json!({ "dead": dead.least })));
    put(&mut object, "text", event.text.as_deref());
    put(&mut object, "text_info", event.source.sentence.map(|sentence| json!({ "sequence": sentence })));
    let source = &event.source;
    let mut cite = Object::new();
    put(&mut cite, "publication", source.publisher.as_deref());
    put(&mut cite, "url", source.url.as_deref());
    put(&mut cite, "title", source.title.as_deref());
    put(&mut cite, "language", source.language.as_deref());
    put(&mut object, "cite_info", Some(cite).filter(|cite| !cite.is_empty()));
    object
}

fn put(object: &mut Object, name: &str, value: Option<impl Into<Value>>) {
    if let Some(value) = value {
        object.insert(name.to_owned(), value.into());
    }
}

fn kind(event: &Coded, object: &mut Object) {
    let own = event.system == System::Plover;
    let mode = event.kind.mode.as_deref();
    let given = event.kind.plover.as_deref().map(|name| Category { name, mode });
    let Some(category) = given.or_else(|| code::plover_of(&event.kind).filter(|_| !own)) else { return };
    put(object, "event", Some(json!([category.name])));
    let further = match event.standing {
        Some(Standing::Intended) => Some("future"),
        Some(Standing::Possible) => Some("hypothetical"),
        _ => None,
    };
    let negation = event.negated.then_some("negation");
    let modes: Vec<&str> = [category.mode, further, negation].into_iter().flatten().collect();
    put(object, "mode", (!modes.is_empty()).then_some(modes));
    let contexts = code::contexts_of(&event.kind);
    put(object, "context", (!contexts.is_empty()).then_some(contexts));
    let quad = if own { event.kind.quad } else { code::plover_quad(category.name) };
    put(object, "quad_code", quad);
    let scale = if own { event.kind.scale } else { code::plover_scale(category) };
    put(object, "event_scale", scale);
    let told = event.standing.filter(|_| further.is_none());
    put(object, "comment", told.map(|standing| format!("{STANDING}{}", standing.name())));
}

/// A side as a list of one entity.
fn entity(side: &Side) -> Option<Value> {
    let mut entity = Object::new();
    let code = side.country.as_deref().or_else(|| side.code.as_deref()?.get(..3));
    put(&mut entity, "code", code.map(|code| if code == "XKX" { "KOS" } else { code }));
    match side.sectors.as_slice() {
        [] => {}
        [sector] => put(&mut entity, "sector", Some(sector.as_str())),
        sectors => put(&mut entity, "sector", Some(sectors.to_vec())),
    }
    put(&mut entity, "entity_text", side.name.as_deref());
    (!entity.is_empty()).then(|| json!([entity]))
}

fn spot(spot: &Spot) -> Object {
    let mut place = Object::new();
    put(&mut place, "resolved_place", spot.name.as_deref());
    put(&mut place, "city", spot.name.as_deref().filter(|_| spot.precision == Precision::Place));
    put(&mut place, "province", spot.admin1.as_deref());
    put(&mut place, "district", spot.admin2.as_deref());
    let country = spot.country.as_deref();
    put(&mut place, "country_code", country);
    put(&mut place, "lat", spot.lat);
    put(&mut place, "lon", spot.lon);
    put(&mut place, "geonameid", spot.geonames);
    let step = match spot.precision {
        Precision::Place => Some(1),
        Precision::Near => Some(2),
        Precision::Admin2 => Some(3),
        Precision::Admin1 => Some(4),
        Precision::Country => Some(5),
        Precision::Unknown | Precision::Area => None,
    };
    put(&mut place, "resolution", step);
    place
}
