//! What watches were told: the state that alerts were last compared with, and the alerts themselves until they are sent
//! and after.

use jiff::Timestamp;
use rusqlite::{CachedStatement, OptionalExtension, Params, params};

use crate::error::{Fault, Inner, Result};
use crate::{Batch, Ledger};

/// An alert as it is kept: made in the transaction that keeps what it was compared with, sent later, as often as it takes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptAlert {
    /// The same for the same finding, so that it is kept once.
    pub id: String,
    /// The name of the watch.
    pub watch: String,
    /// When it was made.
    pub made: Timestamp,
    /// What it says; to the ledger it is only text.
    pub body: String,
    /// How often it was tried to send it.
    pub tries: u32,
    /// It is not to be sent before; `None` for at once.
    pub next: Option<Timestamp>,
    /// When it was sent or given up.
    pub done: Option<Timestamp>,
}

impl Ledger {
    /// What alerts of a watch were last compared with.
    pub fn watched(&self, watch: &str) -> Result<Option<String>> {
        self.ask(|db| {
            let mut select = db.prepare_cached("SELECT state FROM watched WHERE watch = ?1")?;
            Ok(select.query_row([watch], |row| row.get(0)).optional()?)
        })
    }

    /// The alerts that are neither sent nor given up, in the order in which they were made, whether they are due or not.
    pub fn alerts_to_send(&self) -> Result<Vec<KeptAlert>> {
        let sql =
            "SELECT id, watch, body, tries, made, next, done FROM alert WHERE done IS NULL ORDER BY number";
        self.ask(|db| fetch(db.prepare_cached(sql)?, []))
    }

    /// The newest alerts of a watch, the newest first.
    pub fn alerts(&self, watch: &str, newest: usize) -> Result<Vec<KeptAlert>> {
        let sql = "SELECT id, watch, body, tries, made, next, done FROM alert WHERE watch = ?1 \
                   ORDER BY number DESC LIMIT ?2";
        self.ask(|db| {
            fetch(db.prepare_cached(sql)?, params![watch, i64::try_from(newest).unwrap_or(i64::MAX)])
        })
    }
}

impl Batch<'_> {
    /// Keeps what alerts of a watch are to be compared with next, in the place of what was kept before.
    pub fn keep_watched(&mut self, watch: &str, state: &str) -> Result<()> {
        self.change(|db, _| {
            let sql = "INSERT OR REPLACE INTO watched (watch, state) VALUES (?1, ?2)";
            db.prepare_cached(sql)?.execute([watch, state])?;
            Ok(())
        })
    }

    /// Keeps an alert, in the place of the one with its id.
    pub fn keep_alert(&mut self, alert: &KeptAlert) -> Result<()> {
        let KeptAlert { id, watch, made, body, tries, next, done } = alert;
        let text = |at: &Option<Timestamp>| at.map(|at| at.to_string());
        self.change(|db, _| {
            let mut insert = db.prepare_cached(
                "INSERT INTO alert (id, watch, made, body, tries, next, done) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7) \
                 ON CONFLICT (id) DO UPDATE SET watch = excluded.watch, made = excluded.made, body = excluded.body, \
                 tries = excluded.tries, next = excluded.next, done = excluded.done",
            )?;
            insert.execute(params![id, watch, made.to_string(), body, tries, text(next), text(done)])?;
            Ok(())
        })
    }
}

fn fetch(mut select: CachedStatement<'_>, params: impl Params) -> Inner<Vec<KeptAlert>> {
    let mut rows = select.query(params)?;
    let mut found = Vec::new();
    while let Some(row) = rows.next()? {
        let id: String = row.get(0)?;
        let damaged = || Fault::Damaged(format!("the times of the alert {id} cannot be read"));
        let instant = |text: Option<String>| text.map(|text| text.parse().map_err(|_| damaged())).transpose();
        let (made, next, done) = (instant(row.get(4)?)?, instant(row.get(5)?)?, instant(row.get(6)?)?);
        let made = made.ok_or_else(damaged)?;
        found.push(KeptAlert {
            watch: row.get(1)?,
            body: row.get(2)?,
            tries: row.get(3)?,
            made,
            next,
            done,
            id,
        });
    }
    Ok(found)
}
