//! Opening a ledger: what kind of file it is, how it is written, and what stands in the way.

use std::fs::{self, File};
use std::io::Read;
use std::path::{Path, PathBuf};
use std::thread::sleep;
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags};

use crate::error::{Error, Fault, Result};
use crate::index;
use crate::schema::{self, SCHEMA, State};

/// How long a writer waits for another one.
pub(crate) const WAIT: Duration = Duration::from_secs(60);

/// How every SQLite file begins, and how long the shortest one is.
const MAGIC: &[u8] = b"SQLite format 3\0";
const SHORTEST: u64 = 512;

/// A connection, and whether nothing may be written through it.
pub(crate) struct Opened {
    pub(crate) connection: Connection,
    pub(crate) read_only: bool,
}

/// Opens the ledger at `path`; where there is none, makes it if `make` says so.
pub(crate) fn open(path: &Path, make: bool) -> Result<Opened> {
    let length = fs::metadata(path).map(|file| file.len()).ok();
    if !make && length.unwrap_or(0) == 0 {
        return Err(Error::Missing { path: path.to_owned() });
    }
    if path.is_dir() {
        return Err(Error::CannotOpen { path: path.to_owned(), detail: "it is a folder".to_owned() });
    }
    head(path)?;
    if length.is_some() && is_protected(path) {
        return protected(path);
    }
    let opened = writing(path).map_err(|error| Fault::from(error).at(path));
    match opened {
        Err(Error::ReadOnly { .. } | Error::CannotOpen { .. }) if length.is_some_and(|n| n > 0) => {
            protected(path)
        }
        Err(other) => Err(other),
        Ok(connection) => settle(connection, path),
    }
}

/// Looks at the first bytes of a file: SQLite takes a very short file of another kind for an empty one. Beside a journal
/// the file itself need not be whole.
fn head(path: &Path) -> Result<()> {
    let mut bytes = Vec::new();
    let file = File::open(path).and_then(|file| file.take(SHORTEST).read_to_end(&mut bytes));
    if file.is_err() || bytes.is_empty() || beside(path, "-journal").exists() {
        return Ok(());
    }
    let path = || path.to_owned();
    if bytes.iter().zip(MAGIC).any(|(found, wanted)| found != wanted) {
        return Err(Error::NotALedger { path: path() });
    }
    if bytes.len() as u64 == SHORTEST {
        return Ok(());
    }
    Err(Error::Corrupt { path: path(), detail: format!("it is cut off after {} bytes", bytes.len()) })
}

/// The file that SQLite keeps beside another one.
fn beside(path: &Path, ending: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(ending);
    path.with_file_name(name)
}

/// A ledger that lives in memory.
pub(crate) fn memory() -> rusqlite::Result<Opened> {
    let mut connection = Connection::open_in_memory()?;
    set(&connection)?;
    schema::migrate(&mut connection)?;
    Ok(Opened { connection, read_only: false })
}

/// Whether file or folder are marked as not to be written to. A superuser could write all the same, and must not.
fn is_protected(path: &Path) -> bool {
    let marked = |p: &Path| fs::metadata(p).is_ok_and(|file| file.permissions().readonly());
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    marked(path) || folder.is_some_and(marked)
}

fn writing(path: &Path) -> rusqlite::Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX
        | OpenFlags::SQLITE_OPEN_EXRESCODE;
    let connection = Connection::open_with_flags(path, flags)?;
    set(&connection)?;
    // Reads the first page, which is where a file that may not be opened or is no database shows.
    connection.pragma_query_value(None, "schema_version", |_| Ok(()))?;
    Ok(connection)
}

/// Opens without a lock and without the files beside it, which could not be made. A log that is left there from a kill
/// holds reports that cannot be seen so; then SQLite is asked to read it too.
fn protected(path: &Path) -> Result<Opened> {
    let has_log = fs::metadata(beside(path, "-wal")).is_ok_and(|file| file.len() > 0);
    let given = path.to_string_lossy().replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    let address = format!("file:{given}?immutable={}", u8::from(!has_log));
    let flags =
        OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let read = || -> rusqlite::Result<(Connection, State)> {
        let connection = Connection::open_with_flags(address, flags)?;
        set(&connection)?;
        let state = schema::state(&connection)?;
        Ok((connection, state))
    };
    let (connection, state) = read().map_err(|error| Fault::from(error).at(path))?;
    let is_behind = state == State::Ledger(SCHEMA) && index::is_behind(&connection).unwrap_or(true);
    match state {
        State::Ledger(SCHEMA) if !is_behind => Ok(Opened { connection, read_only: true }),
        State::Ledger(found) if found > SCHEMA => {
            Err(Error::Newer { path: path.to_owned(), found, known: SCHEMA })
        }
        State::Foreign => Err(Error::NotALedger { path: path.to_owned() }),
        State::Ledger(_) | State::Empty => Err(Error::ReadOnly { path: path.to_owned() }),
    }
}

/// Makes an empty file a ledger, brings an older one up to date, and refuses the rest.
fn settle(mut connection: Connection, path: &Path) -> Result<Opened> {
    let at = |error: rusqlite::Error| Fault::from(error).at(path);
    match schema::state(&connection).map_err(at)? {
        State::Ledger(found) if found > SCHEMA => {
            return Err(Error::Newer { path: path.to_owned(), found, known: SCHEMA });
        }
        State::Foreign => return Err(Error::NotALedger { path: path.to_owned() }),
        State::Ledger(SCHEMA) => {}
        State::Ledger(_) | State::Empty => schema::migrate(&mut connection).map_err(at)?,
    }
    log_ahead(&connection).map_err(at)?;
    index::catch_up(&mut connection).map_err(|fault| fault.at(path))?;
    Ok(Opened { connection, read_only: false })
}

/// What holds for every connection.
///
/// `synchronous = FULL` waits for the disk once in each transaction, so that what was acknowledged survives a power cut
/// and not only a kill; a batch of reports pays for it once.
fn set(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(WAIT)?;
    connection.pragma_update(None, "synchronous", "FULL")?;
    connection.pragma_update(None, "foreign_keys", "OFF")?;
    connection.pragma_update(None, "cache_size", -32_768)?;
    connection.pragma_update(None, "temp_store", "MEMORY")?;
    connection.pragma_update(None, "wal_autocheckpoint", 4_000)?;
    connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
    connection.set_prepared_statement_cache_capacity(128);
    Ok(())
}

/// Turns write-ahead logging on, which stays with the file. This asks for the file alone, and SQLite does not wait for
/// it by itself.
fn log_ahead(connection: &Connection) -> rusqlite::Result<()> {
    let mode = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, String>(0));
    let step = Duration::from_millis(20);
    let mut left = WAIT;
    loop {
        let turned = match mode("PRAGMA journal_mode") {
            Ok(mode) if mode == "wal" => return Ok(()),
            Ok(_) => mode("PRAGMA journal_mode = wal"),
            Err(error) => Err(error),
        };
        match turned {
            Err(error) if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy) && !left.is_zero() => {
                sleep(step);
                left = left.saturating_sub(step);
            }
            Err(error) => return Err(error),
            Ok(_) => return Ok(()),
        }
    }
}
