//! Raw bytes as they came in, kept by what they hold, packed.
//!
//! A vault is a folder. Bytes lie in it under their SHA-256 (FIPS 180-4), packed with gzip (RFC 1952), so that
//! `gunzip` and `sha256sum` can check it without this program: the bytes with the key `abcdef…` are the file
//! `ab/cdef….gz`. The same bytes are kept once, whoever brings them.
//!
//! ```
//! use saydo_vault::{Key, Vault};
//!
//! let folder = tempfile::tempdir()?;
//! let vault = Vault::open(folder.path().join("raw"));
//! let key = vault.keep(b"<p>Talks went on.</p>")?;
//! assert_eq!(key, Key::of(b"<p>Talks went on.</p>"));
//! assert_eq!(vault.fetch(&key)?.as_deref(), Some(b"<p>Talks went on.</p>".as_slice()));
//! assert_eq!(vault.fetch(&Key::of(b"something else"))?, None);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! **Invariants.**
//! - A file with a key's name holds the whole of that key's bytes: they are written to a temporary file, written through
//!   to the disk, and renamed. A kill leaves a temporary file at most, which a later run sweeps away.
//! - What [`Vault::keep`] acknowledged survives a kill and, where the system lets folders be written through (all but
//!   Windows), a power cut: file and folder are both synchronised, so keep before committing what refers to it.
//! - [`Vault::fetch`] never gives other bytes than were kept: it checks them against their key.
//! - A name is only ever made from a hash, never from what came in.

mod blob;
mod error;
mod key;
mod sweep;
mod vault;

pub use error::{Error, Result};
pub use key::Key;
pub use vault::Vault;
