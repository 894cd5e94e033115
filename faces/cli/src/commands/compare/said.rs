//! How events of either side are told in a line.

use saydo_coded::{Coded, Side};

/// Who did it to whom: codes where there are some, else names.
pub(super) fn parties(event: &Coded) -> String {
    match (party(&event.actor), party(&event.recipient)) {
        (actor, None) => actor.unwrap_or_else(|| "somebody".to_owned()),
        (actor, Some(recipient)) => {
            format!("{} → {recipient}", actor.unwrap_or_else(|| "somebody".to_owned()))
        }
    }
}

/// A party: its code, else its name, else its country.
pub(super) fn party(side: &Side) -> Option<String> {
    let sector = side.sectors.first().map_or("", String::as_str);
    let country = || side.country.as_ref().map(|country| format!("{country}{sector}"));
    side.code.clone().or_else(|| side.name.clone()).or_else(country).or_else(|| side.sectors.first().cloned())
}

/// What was done: PLOVER's category with its mode, and CAMEO's code or the system's own type.
pub(super) fn kind(event: &Coded) -> String {
    let kind = &event.kind;
    let mode = kind.mode.as_ref().filter(|_| kind.plover.is_some());
    let plover = kind
        .category()
        .map(|plover| mode.map_or_else(|| plover.to_owned(), |mode| format!("{plover}/{mode}")));
    let parts = [plover, kind.cameo.clone(), kind.label.clone()];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The days.
pub(super) fn days(event: &Coded) -> String {
    event.until.map_or_else(|| event.day.to_string(), |until| format!("{}–{until}", event.day))
}

/// The name of the place.
pub(super) fn place(event: &Coded) -> Option<&str> {
    let place = event.place.as_ref()?;
    let named = [&place.name, &place.admin2, &place.admin1, &place.country];
    named.into_iter().flatten().next().map(String::as_str)
}

/// How an event of ours stands.
pub(super) fn standing(event: &Coded) -> String {
    let name = event.standing.map_or("", saydo_coded::Standing::name);
    if event.negated { format!("{name}, denied") } else { name.to_owned() }
}
