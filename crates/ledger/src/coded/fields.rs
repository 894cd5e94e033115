//! The fields of a coded event by number, so that they are packed and unpacked in the same way. A number stands for the
//! same field for good; a new field gets a new one at the end.

use saydo_coded::{Coded, Dead, Precision, Side, Spot, Standing};

use crate::day;

/// The texts, by number.
pub(super) fn texts(event: &Coded) -> [Option<&String>; 22] {
    let (actor, recipient, kind, source) = (&event.actor, &event.recipient, &event.kind, &event.source);
    let (speaker, place) = (event.speaker.as_ref(), event.place.as_ref());
    [
        actor.code.as_ref(),
        actor.name.as_ref(),
        actor.country.as_ref(),
        recipient.code.as_ref(),
        recipient.name.as_ref(),
        recipient.country.as_ref(),
        speaker.and_then(|s| s.code.as_ref()),
        speaker.and_then(|s| s.name.as_ref()),
        speaker.and_then(|s| s.country.as_ref()),
        kind.cameo.as_ref(),
        kind.plover.as_ref(),
        kind.mode.as_ref(),
        kind.label.as_ref(),
        place.and_then(|p| p.name.as_ref()),
        place.and_then(|p| p.admin1.as_ref()),
        place.and_then(|p| p.admin2.as_ref()),
        place.and_then(|p| p.country.as_ref()),
        source.publisher.as_ref(),
        source.url.as_ref(),
        source.title.as_ref(),
        source.language.as_ref(),
        event.text.as_ref(),
    ]
}

/// The text with this number.
pub(super) fn text(event: &mut Coded, number: u64) -> Option<&mut Option<String>> {
    Some(match number {
        0..=2 => side_text(&mut event.actor, number),
        3..=5 => side_text(&mut event.recipient, number - 3),
        6..=8 => side_text(event.speaker.get_or_insert_default(), number - 6),
        9 => &mut event.kind.cameo,
        10 => &mut event.kind.plover,
        11 => &mut event.kind.mode,
        12 => &mut event.kind.label,
        13 => &mut spot(event).name,
        14 => &mut spot(event).admin1,
        15 => &mut spot(event).admin2,
        16 => &mut spot(event).country,
        17 => &mut event.source.publisher,
        18 => &mut event.source.url,
        19 => &mut event.source.title,
        20 => &mut event.source.language,
        21 => &mut event.text,
        _ => return None,
    })
}

fn side_text(side: &mut Side, number: u64) -> &mut Option<String> {
    match number {
        0 => &mut side.code,
        1 => &mut side.name,
        _ => &mut side.country,
    }
}

fn spot(event: &mut Coded) -> &mut Spot {
    event.place.get_or_insert_default()
}

/// The lists, by number.
pub(super) fn lists(event: &Coded) -> [&[String]; 4] {
    let speaker = event.speaker.as_ref().map_or(&[][..], |s| &s.sectors);
    [&event.actor.sectors, &event.recipient.sectors, speaker, &event.kind.contexts]
}

/// The list with this number.
pub(super) fn list(event: &mut Coded, number: u64) -> Option<&mut Vec<String>> {
    Some(match number {
        0 => &mut event.actor.sectors,
        1 => &mut event.recipient.sectors,
        2 => &mut event.speaker.get_or_insert_default().sectors,
        3 => &mut event.kind.contexts,
        _ => return None,
    })
}

/// The whole numbers, by number.
pub(super) fn numbers(event: &Coded) -> [Option<u64>; 13] {
    let (place, dead, weight) = (event.place.as_ref(), event.dead, &event.weight);
    let wide = |n: Option<u32>| n.map(u64::from);
    [
        event.standing.map(|standing| standing as u64),
        event.negated.then_some(1),
        event.kind.quad.map(u64::from),
        wide(place.and_then(|p| p.geonames)),
        place.map(|p| p.precision as u64),
        wide(dead.map(|d| d.least)),
        wide(dead.and_then(|d| d.most)),
        wide(event.source.published.and_then(day::number)),
        wide(event.source.sentence),
        wide(weight.mentions),
        wide(weight.sources),
        wide(weight.articles),
        event.speaker.as_ref().map(|_| 1),
    ]
}

/// Sets the whole number with this number; `None` where there is none or it cannot be this.
pub(super) fn set_number(event: &mut Coded, number: u64, n: u64) -> Option<()> {
    let small = u32::try_from(n);
    match number {
        0 => event.standing = Some(*Standing::ALL.get(n as usize)?),
        1 => event.negated = n == 1,
        2 => event.kind.quad = Some(u8::try_from(n).ok()?),
        3 => spot(event).geonames = Some(small.ok()?),
        4 => spot(event).precision = *Precision::ALL.get(n as usize)?,
        5 => event.dead = Some(Dead { least: small.ok()?, most: None }),
        6 => event.dead.as_mut()?.most = Some(small.ok()?),
        7 => event.source.published = Some(day::of_number(small.ok()?)?),
        8 => event.source.sentence = Some(small.ok()?),
        9 => event.weight.mentions = Some(small.ok()?),
        10 => event.weight.sources = Some(small.ok()?),
        11 => event.weight.articles = Some(small.ok()?),
        12 => event.speaker = Some(event.speaker.take().unwrap_or_default()),
        _ => return None,
    }
    Some(())
}

/// The numbers with a fraction, by number.
pub(super) fn reals(event: &Coded) -> [Option<f64>; 4] {
    let place = event.place.as_ref();
    [event.kind.scale, place.and_then(|p| p.lat), place.and_then(|p| p.lon), event.weight.tone]
}

/// The number with a fraction with this number.
pub(super) fn real(event: &mut Coded, number: u64) -> Option<&mut Option<f64>> {
    Some(match number {
        0 => &mut event.kind.scale,
        1 => &mut spot(event).lat,
        2 => &mut spot(event).lon,
        3 => &mut event.weight.tone,
        _ => return None,
    })
}
