//! A coded event in one packed column: each field that it has, with the field's number before it, so that what a system
//! does not tell takes no room.

use std::borrow::Cow;
use std::collections::HashMap;

use rusqlite::Connection;
use saydo_coded::{Coded, Name};

use super::fields;
use crate::error::Inner;
use crate::pack::{Damaged, Reader, Writer};

/// The form of the column; a later form gets another number.
const FORM: u64 = 1;

/// What kind of value follows; the number of its field is added.
const TEXT: u64 = 0;
const LIST: u64 = 64;
const NUMBER: u64 = 96;
const REAL: u64 = 120;
const REST: u64 = 127;

/// Packs all of an event but its system, id and days; `word` gives the number of a word.
pub(super) fn pack(
    event: &Coded,
    word: &mut dyn FnMut(&str) -> rusqlite::Result<u32>,
) -> rusqlite::Result<Vec<u8>> {
    let mut out = Writer::default();
    out.number(FORM);
    for (nth, text) in (TEXT..).zip(fields::texts(event)) {
        if let Some(text) = text {
            out.number(nth);
            out.text(text);
        }
    }
    for (nth, list) in (LIST..).zip(fields::lists(event)).filter(|(_, list)| !list.is_empty()) {
        out.number(nth);
        out.number(list.len() as u64);
        for text in list {
            out.text(text);
        }
    }
    for (nth, n) in (NUMBER..).zip(fields::numbers(event)) {
        if let Some(n) = n {
            out.number(nth);
            out.number(n);
        }
    }
    for (nth, real) in (REAL..).zip(fields::reals(event)) {
        if let Some(real) = real {
            out.number(nth);
            out.bytes.extend_from_slice(&real.to_bits().to_le_bytes());
        }
    }
    for (name, value) in &event.rest {
        out.number(REST);
        out.number(u64::from(word(name)?));
        out.text(value);
    }
    Ok(out.bytes)
}

/// Adds to an event what was packed; `None` where that is damaged.
pub(super) fn unpack(
    mut event: Coded,
    bytes: &[u8],
    mut word: impl FnMut(u32) -> Inner<Option<Name>>,
) -> Inner<Option<Coded>> {
    let mut reader = Reader::of(bytes);
    if reader.number() != Ok(FORM) {
        return Ok(None);
    }
    while !reader.is_at_end() {
        match reader.number() {
            Ok(REST) => {
                let pair = reader.number().and_then(|id| Ok((id, reader.text()?)));
                let Ok((id, value)) = pair else { return Ok(None) };
                let Some(name) = word(id as u32)? else { return Ok(None) };
                event.rest.push((name, value));
            }
            Ok(tag) if field(&mut event, tag, &mut reader).is_ok() => {}
            _ => return Ok(None),
        }
    }
    Ok(Some(event))
}

/// Reads one field.
fn field(event: &mut Coded, tag: u64, reader: &mut Reader<'_>) -> Result<(), Damaged> {
    match tag {
        REAL.. => *fields::real(event, tag - REAL).ok_or(Damaged)? = Some(reader.real()?),
        NUMBER.. => fields::set_number(event, tag - NUMBER, reader.number()?).ok_or(Damaged)?,
        LIST.. => {
            let list = fields::list(event, tag - LIST).ok_or(Damaged)?;
            for _ in 0..reader.number()? {
                list.push(reader.text()?);
            }
        }
        _ => *fields::text(event, tag).ok_or(Damaged)? = Some(reader.text()?),
    }
    Ok(())
}

/// The words behind numbers, each looked up once.
#[derive(Debug, Default)]
pub(super) struct Words {
    known: HashMap<u32, Name>,
}

impl Words {
    /// The word with this number, as a name of a column.
    pub(super) fn word(&mut self, db: &Connection, id: u32) -> Inner<Option<Name>> {
        if let Some(known) = self.known.get(&id) {
            return Ok(Some(known.clone()));
        }
        let mut select = db.prepare_cached("SELECT text FROM word WHERE id = ?1")?;
        let found = select.query_map([id], |row| row.get::<_, String>(0))?.next().transpose()?;
        let Some(found) = found.map(Cow::Owned) else { return Ok(None) };
        self.known.insert(id, Name::clone(&found));
        Ok(Some(found))
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use saydo_coded::{Dead, Kind, Origin, Precision, Side, Spot, Standing, System, Weight};

    use super::*;

    fn full() -> Coded {
        let text = |s: &str| Some(s.to_owned());
        let side = |n: &str| Side {
            code: Some(format!("{n}GOV")),
            name: Some(format!("{n} name")),
            country: text(n),
            sectors: vec!["GOV".to_owned(), "MIL".to_owned()],
        };
        Coded {
            system: System::Acled,
            id: "UKR1".to_owned(),
            day: date(2022, 2, 15),
            until: Some(date(2022, 2, 17)),
            actor: side("RUS"),
            recipient: side("UKR"),
            speaker: Some(side("USA")),
            kind: Kind {
                cameo: text("0874"),
                plover: text("RETREAT"),
                mode: text("withdraw"),
                contexts: vec!["military".to_owned()],
                label: text("Battles"),
                quad: Some(2),
                scale: Some(-9.5),
            },
            standing: Some(Standing::Possible),
            negated: true,
            place: Some(Spot {
                name: text("Zürich"),
                admin1: text("a"),
                admin2: text("b"),
                country: text("CHE"),
                lat: Some(47.37),
                lon: Some(-8.55),
                geonames: Some(2_657_896),
                precision: Precision::Place,
            }),
            dead: Some(Dead { least: 2, most: Some(70_000) }),
            source: Origin {
                publisher: text("p"),
                url: text("https://example.org/1"),
                title: text("t"),
                published: Some(date(2022, 2, 16)),
                sentence: Some(3),
                language: text("en"),
            },
            text: text("words"),
            weight: Weight { mentions: Some(1), sources: Some(2), articles: Some(300), tone: Some(-0.5) },
            rest: vec![("one".into(), "1".to_owned()), ("two".into(), String::new())],
        }
    }

    fn back(event: &Coded) -> Option<Coded> {
        let mut words = Vec::new();
        let packed = pack(event, &mut |word| {
            words.push(word.to_owned());
            Ok(words.len() as u32)
        });
        let head = Coded {
            system: event.system,
            id: event.id.clone(),
            day: event.day,
            until: event.until,
            ..Coded::default()
        };
        let word = |id: u32| Ok(words.get(id as usize - 1).cloned().map(Cow::Owned));
        unpack(head, &packed.expect("packed"), word).expect("asked")
    }

    #[test]
    fn every_field_comes_back() {
        assert_eq!(back(&full()), Some(full()));
    }

    #[test]
    fn what_is_empty_comes_back_as_it_was() {
        let bare = Coded { place: Some(Spot::default()), speaker: Some(Side::default()), ..Coded::default() };
        assert_eq!(back(&bare), Some(bare));
        let empty = Coded { text: Some(String::new()), ..Coded::default() };
        assert_eq!(back(&empty), Some(empty));
    }

    #[test]
    fn damage_is_seen_and_takes_no_memory() {
        let packed = pack(&full(), &mut |_| Ok(1)).expect("packed");
        let word = |_| Ok(Some(Name::from("w")));
        for length in 0..packed.len() {
            // Cut between two fields it is a shorter event; cut anywhere else it is none.
            let _ = unpack(Coded::default(), &packed[..length], word).expect("asked");
        }
        for bytes in [&b""[..], &[9], &[1, 0, 255], &[1, 64, 255, 255, 255, 127], &[1, 99, 1], &[1, 96, 77]] {
            let read = unpack(Coded::default(), bytes, word).expect("asked");
            assert!(read.is_none() || bytes == [1, 99, 1], "{bytes:?}");
        }
    }
}
