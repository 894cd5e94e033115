//! The comparison as one JSON object, as docs/compare.md describes it.

use saydo_beside::{Alone, KindCount, Pair, RULES, SystemCount, Theirs};
use saydo_bureau::Shown;
use saydo_coded::{Coded, Side};
use saydo_facts::EventId;
use serde_json::{Value, json};

use super::Asked;

/// The name and number of this form; the number rises when a change would mislead an older reader.
const SCHEMA: &str = "saydo-compare/1";

/// The object.
pub(super) fn object(asked: &Asked<'_>) -> Value {
    let compared = &asked.beside.compared;
    let pairs = |pairs: &[Pair]| pairs.iter().map(|pair| paired(asked, pair)).collect::<Vec<_>>();
    json!({
        "schema": SCHEMA,
        "watch": asked.watch,
        "since": asked.period.since.map(|day| day.to_string()),
        "until": asked.period.until.map(|day| day.to_string()),
        "systems": compared.systems.iter().map(system).collect::<Vec<_>>(),
        "kinds": compared.kinds.iter().map(kind).collect::<Vec<_>>(),
        "only_said": pairs(&compared.only_said),
        "we_lack": compared.we_lack.iter().map(|&at| theirs(&asked.beside.theirs[at])).collect::<Vec<_>>(),
        "they_lack": compared.they_lack.iter().map(|one| alone(asked, one)).collect::<Vec<_>>(),
        "have": pairs(&compared.have),
        "again": pairs(&compared.again),
        "rules": RULES.iter().map(|rule| json!({ "name": rule.name, "text": rule.text })).collect::<Vec<_>>(),
    })
}

fn system(count: &SystemCount) -> Value {
    json!({
        "system": count.system.name(),
        "theirs": count.theirs,
        "have": count.have,
        "again": count.again,
        "only_said": count.only_said,
        "we_lack": count.we_lack,
        "we_lack_unread": count.unread,
        "they_lack": count.they_lack,
        "elsewhere": count.elsewhere,
    })
}

fn kind(count: &KindCount) -> Value {
    json!({
        "system": count.system.name(),
        "kind": Some(count.kind).filter(|kind| !kind.is_empty()),
        "theirs": count.theirs,
        "have": count.have,
        "again": count.again,
        "only_said": count.only_said,
        "we_lack": count.we_lack,
        "they_lack": count.they_lack,
    })
}

fn paired(asked: &Asked<'_>, pair: &Pair) -> Value {
    json!({
        "theirs": theirs(&asked.beside.theirs[pair.theirs]),
        "ours": ours(asked, pair.ours),
        "score": pair.score,
        "because": pair.because,
    })
}

fn alone(asked: &Asked<'_>, alone: &Alone) -> Value {
    json!({
        "system": alone.system.name(),
        "ours": ours(asked, alone.ours),
        "also": alone.also.iter().map(ToString::to_string).collect::<Vec<_>>(),
    })
}

fn theirs(theirs: &Theirs) -> Value {
    let event = &theirs.event;
    let mut value = row(event);
    value["system"] = json!(event.system.name());
    value["file"] = json!(&*theirs.file);
    value["number"] = json!(theirs.number);
    value["publisher"] = json!(event.source.publisher);
    value["url"] = json!(event.source.url);
    value["text"] = json!(event.text);
    value
}

fn ours(asked: &Asked<'_>, id: EventId) -> Value {
    let Some(Shown { row: event, citation }) = asked.beside.ours.get(&id) else {
        return json!({ "id": id.to_string() });
    };
    let mut value = row(event);
    value["id"] = json!(id.to_string());
    value["speaker"] = json!(citation.speaker);
    value["sentence"] = json!(citation.sentence);
    value["report"] = json!(citation.report);
    value["publisher"] = json!(citation.publisher);
    value["published"] = json!(citation.published.map(|day| day.to_string()));
    value["title"] = json!(citation.title);
    value["url"] = json!(citation.url);
    value
}

fn row(event: &Coded) -> Value {
    let place = event.place.as_ref().map(|place| {
        json!({ "name": place.name, "country": place.country, "lat": place.lat, "lon": place.lon,
            "precision": place.precision.name() })
    });
    json!({
        "id": event.id,
        "day": event.day.to_string(),
        "until": event.until.map(|day| day.to_string()),
        "actor": side(&event.actor),
        "recipient": side(&event.recipient),
        "plover": event.kind.category(),
        "mode": event.kind.mode,
        "cameo": event.kind.cameo,
        "label": event.kind.label,
        "standing": event.standing.map(saydo_coded::Standing::name),
        "negated": event.negated,
        "place": place,
    })
}

fn side(side: &Side) -> Value {
    if side.is_empty() {
        return Value::Null;
    }
    json!({ "code": side.code, "name": side.name, "country": side.country, "sectors": side.sectors })
}
