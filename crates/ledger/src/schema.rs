//! The schema and how an older one becomes the present one.
//!
//! A migration is a dated file that is never changed once it was published; the number of those applied is the schema's
//! number. A new one is added at the end of [`MIGRATIONS`], with a small ledger of the schema before it in `ledgers/`.

use rusqlite::{Connection, TransactionBehavior};

/// Marks a SQLite file as ours: "Sayd".
pub(crate) const APPLICATION: i32 = 0x5361_7964;

/// The migrations, oldest first.
const MIGRATIONS: &[&str] = &[
    include_str!("migrations/2026-11-23-first.sql"),
    include_str!("migrations/2026-11-23-following.sql"),
    include_str!("migrations/2026-11-23-serving.sql"),
    include_str!("migrations/2026-11-23-coded.sql"),
];

/// The greatest schema that this program knows.
pub(crate) const SCHEMA: i64 = MIGRATIONS.len() as i64;

/// What a file says of itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    /// Nothing is in it yet.
    Empty,
    /// A ledger of this schema.
    Ledger(i64),
    /// Something else.
    Foreign,
}

/// What the file of a connection is.
pub(crate) fn state(connection: &Connection) -> rusqlite::Result<State> {
    let application: i32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    let schema: i64 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if application == APPLICATION && schema > 0 {
        return Ok(State::Ledger(schema));
    }
    let tables: i64 = connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    Ok(if (application, schema, tables) == (0, 0, 0) { State::Empty } else { State::Foreign })
}

/// Brings the schema up to date in one transaction, so that a kill leaves the old one or the new one.
pub(crate) fn migrate(connection: &mut Connection) -> rusqlite::Result<()> {
    let tx = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let applied: i64 = tx.pragma_query_value(None, "user_version", |row| row.get(0))?;
    for migration in MIGRATIONS.iter().skip(usize::try_from(applied).unwrap_or_default()) {
        tx.execute_batch(migration)?;
    }
    tx.pragma_update(None, "application_id", APPLICATION)?;
    tx.pragma_update(None, "user_version", SCHEMA.max(applied))?;
    tx.commit()
}
