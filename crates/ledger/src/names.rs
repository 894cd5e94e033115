//! Words, actors, entities, places and codes as numbers: each is kept once, and rows refer to it.

use std::collections::HashMap;
use std::hash::Hash;

use rusqlite::{Connection, ToSql, params};

/// How many of one table are remembered; the rest is looked up again.
const KEPT: usize = 50_000;

/// An actor's code, country and sector; empty for none.
pub(crate) type ActorKey = (String, String, String);

/// Name, country, first-level division, the bits of latitude and longitude, number in GeoNames (0 for none), resolution,
/// shape.
pub(crate) type PlaceKey = (String, String, String, u64, u64, u32, String, String);

/// PLOVER's category, mode, contexts, CAMEO's code, kind, and the bits of Goldstein's score.
pub(crate) type CodeKey = (String, String, String, String, String, Option<u32>);

/// The numbers that are known to be in the ledger. They hold for ever, since nothing is taken out of these tables; only
/// those given in a transaction that comes to nothing must be forgotten with it.
#[derive(Debug, Default)]
pub(crate) struct Names {
    words: HashMap<String, u32>,
    publishers: HashMap<String, u32>,
    versions: HashMap<String, u32>,
    sources: HashMap<String, u32>,
    actors: HashMap<ActorKey, u32>,
    entities: HashMap<(String, String, u32), u32>,
    actors_of: HashMap<u32, u32>,
    places: HashMap<PlaceKey, u32>,
    codes: HashMap<CodeKey, u32>,
}

/// The number of `key`, from memory, from the table, or new.
fn number<K: Hash + Eq>(
    known: &mut HashMap<K, u32>,
    key: K,
    find: impl Fn(&K) -> rusqlite::Result<u32>,
    add: impl Fn(&K) -> rusqlite::Result<u32>,
) -> rusqlite::Result<u32> {
    if let Some(&id) = known.get(&key) {
        return Ok(id);
    }
    let id = match find(&key) {
        Err(rusqlite::Error::QueryReturnedNoRows) => add(&key)?,
        found => found?,
    };
    if known.len() >= KEPT {
        known.clear();
    }
    known.insert(key, id);
    Ok(id)
}

fn find(db: &Connection, sql: &str, params: &[&dyn ToSql]) -> rusqlite::Result<u32> {
    db.prepare_cached(sql)?.query_row(params, |row| row.get(0))
}

fn add(db: &Connection, sql: &str, params: &[&dyn ToSql]) -> rusqlite::Result<u32> {
    db.prepare_cached(sql)?.insert(params).map(|id| id as u32)
}

impl Names {
    pub(crate) fn word(&mut self, db: &Connection, text: &str) -> rusqlite::Result<u32> {
        if let Some(&id) = self.words.get(text) {
            return Ok(id);
        }
        number(
            &mut self.words,
            text.to_owned(),
            |text| find(db, "SELECT id FROM word WHERE text = ?1", params![text]),
            |text| add(db, "INSERT INTO word (text) VALUES (?1)", params![text]),
        )
    }

    pub(crate) fn publisher(&mut self, db: &Connection, name: &str) -> rusqlite::Result<u32> {
        number(
            &mut self.publishers,
            name.to_owned(),
            |name| find(db, "SELECT id FROM publisher WHERE name = ?1", params![name]),
            |name| add(db, "INSERT INTO publisher (name) VALUES (?1)", params![name]),
        )
    }

    pub(crate) fn version(&mut self, db: &Connection, name: &str) -> rusqlite::Result<u32> {
        number(
            &mut self.versions,
            name.to_owned(),
            |name| find(db, "SELECT id FROM version WHERE name = ?1", params![name]),
            |name| add(db, "INSERT INTO version (name) VALUES (?1)", params![name]),
        )
    }

    pub(crate) fn source(&mut self, db: &Connection, address: &str) -> rusqlite::Result<u32> {
        number(
            &mut self.sources,
            address.to_owned(),
            |address| find(db, "SELECT id FROM source WHERE address = ?1", params![address]),
            |address| add(db, "INSERT INTO source (address) VALUES (?1)", params![address]),
        )
    }

    pub(crate) fn actor(&mut self, db: &Connection, actor: ActorKey) -> rusqlite::Result<u32> {
        number(
            &mut self.actors,
            actor,
            |(code, country, sector)| {
                let sql = "SELECT id FROM actor WHERE code = ?1 AND country = ?2 AND sector = ?3";
                find(db, sql, params![code, country, sector])
            },
            |(code, country, sector)| {
                let sql = "INSERT INTO actor (code, country, sector) VALUES (?1, ?2, ?3)";
                add(db, sql, params![code, country, sector])
            },
        )
    }

    pub(crate) fn entity(
        &mut self,
        db: &Connection,
        name: &str,
        kind: &str,
        actor: ActorKey,
    ) -> rusqlite::Result<u32> {
        let actor = self.actor(db, actor)?;
        number(
            &mut self.entities,
            (name.to_owned(), kind.to_owned(), actor),
            |(name, kind, actor)| {
                let sql = "SELECT id FROM entity WHERE name = ?1 AND kind = ?2 AND actor = ?3";
                find(db, sql, params![name, kind, actor])
            },
            |(name, kind, actor)| {
                let sql = "INSERT INTO entity (name, kind, actor) VALUES (?1, ?2, ?3)";
                add(db, sql, params![name, kind, actor])
            },
        )
    }

    /// The actor of an entity.
    pub(crate) fn actor_of(&mut self, db: &Connection, entity: u32) -> rusqlite::Result<u32> {
        let select = |entity: &u32| find(db, "SELECT actor FROM entity WHERE id = ?1", params![entity]);
        number(&mut self.actors_of, entity, select, |_| Err(rusqlite::Error::QueryReturnedNoRows))
    }

    pub(crate) fn place(&mut self, db: &Connection, place: PlaceKey) -> rusqlite::Result<u32> {
        let run = |sql: &str, key: &PlaceKey, run: fn(&Connection, &str, &[&dyn ToSql]) -> _| {
            let (name, country, admin1, lat, lon, geonameid, resolution, shape) = key;
            let (lat, lon) = (f64::from_bits(*lat), f64::from_bits(*lon));
            run(db, sql, params![name, country, admin1, lat, lon, geonameid, resolution, shape])
        };
        let select = "SELECT id FROM place WHERE name = ?1 AND country = ?2 AND admin1 = ?3 AND lat = ?4 \
                      AND lon = ?5 AND geonameid = ?6 AND resolution = ?7 AND shape = ?8";
        let insert = "INSERT INTO place (name, country, admin1, lat, lon, geonameid, resolution, shape) \
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)";
        number(&mut self.places, place, |key| run(select, key, find), |key| run(insert, key, add))
    }

    pub(crate) fn code(&mut self, db: &Connection, code: CodeKey) -> rusqlite::Result<u32> {
        let run = |sql: &str, key: &CodeKey, run: fn(&Connection, &str, &[&dyn ToSql]) -> _| {
            let (plover, mode, contexts, cameo, kind, goldstein) = key;
            let goldstein = goldstein.map(|bits| f64::from(f32::from_bits(bits)));
            run(db, sql, params![plover, mode, contexts, cameo, kind, goldstein])
        };
        let select = "SELECT id FROM code WHERE plover = ?1 AND mode = ?2 AND contexts = ?3 AND cameo = ?4 \
                      AND kind = ?5 AND goldstein IS ?6";
        let insert = "INSERT INTO code (plover, mode, contexts, cameo, kind, goldstein) \
                      VALUES (?1, ?2, ?3, ?4, ?5, ?6)";
        number(&mut self.codes, code, |key| run(select, key, find), |key| run(insert, key, add))
    }
}
