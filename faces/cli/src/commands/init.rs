//! `saydo init`: a commented watch file.

use std::fs::OpenOptions;
use std::io::{ErrorKind, Write};

use anyhow::{Context, bail};
use saydo_watch::Watch;

use crate::args::Init;
use crate::messages::Outcome;

/// Runs the command; an error is for the file being there already or not being writable.
pub(crate) fn run(args: &Init) -> anyhow::Result<Outcome> {
    let name = args.watch.display();
    let mut file = match OpenOptions::new().write(true).create_new(true).open(&args.watch) {
        Err(e) if e.kind() == ErrorKind::AlreadyExists => {
            bail!("{name} is there already and was left as it is; name another file, or edit this one")
        }
        opened => {
            opened.with_context(|| format!("cannot write {name}; check the folder and its permissions"))?
        }
    };
    file.write_all(Watch::template().as_bytes()).with_context(|| format!("cannot write {name}"))?;
    crate::messages::tell(&format!(
        "wrote {name}; edit it, then `saydo add FILES` or `saydo watch --watch {name}`, and `saydo picture --watch {name}`"
    ));
    Ok(Outcome { found: true, trouble: false })
}
