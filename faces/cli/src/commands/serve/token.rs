//! The token of `saydo serve`: where it is read from, and how a new one is made.

use std::fs::{self, File, OpenOptions};
use std::io::{self, ErrorKind, Write};
use std::path::Path;

use anyhow::{Context, bail};

use crate::messages::tell;

/// The token, where no file holds it.
const VARIABLE: &str = "SAYDO_TOKEN";

/// The token that everybody has to show: of the file, else of the environment, else none.
pub(super) fn read(file: Option<&Path>) -> anyhow::Result<Option<String>> {
    let text = match file {
        Some(file) => Some(fs::read_to_string(file).with_context(|| {
            let name = file.display();
            format!("cannot read the token of {name}; `saydo serve --make-token {name}` writes one")
        })?),
        None => std::env::var(VARIABLE).ok(),
    };
    Ok(text.map(|text| text.trim().to_owned()).filter(|text| file.is_some() || !text.is_empty()))
}

/// Writes a new token into a new file that only its owner can read.
pub(super) fn make(path: &Path) -> anyhow::Result<()> {
    let name = path.display();
    let token = saydo_serve::make_token()?;
    let mut file = match create(path) {
        Err(e) if e.kind() == ErrorKind::AlreadyExists => {
            bail!("{name} is there already and was left as it is; name another file, or delete it first")
        }
        opened => {
            opened.with_context(|| format!("cannot write {name}; check the folder and its permissions"))?
        }
    };
    writeln!(file, "{token}").with_context(|| format!("cannot write {name}"))?;
    tell(&format!("wrote {name}; now: saydo serve --listen 0.0.0.0:8750 --token-file {name}"));
    Ok(())
}

#[cfg(unix)]
fn create(path: &Path) -> io::Result<File> {
    use std::os::unix::fs::OpenOptionsExt;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)
}

#[cfg(not(unix))]
fn create(path: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).open(path)
}
