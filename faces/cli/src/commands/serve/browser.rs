//! Opening a page in the user's browser.

use std::process::{Command, Stdio};

use crate::messages::tell;

/// What opens an address on this system.
const PROGRAM: (&str, &[&str]) = if cfg!(target_os = "macos") {
    ("open", &[])
} else if cfg!(windows) {
    ("rundll32", &["url.dll,FileProtocolHandler"])
} else {
    ("xdg-open", &[])
};

/// Opens `url`; where that fails, the user has the address.
pub(super) fn open(url: &str) {
    let (program, args) = PROGRAM;
    let quiet = Command::new(program)
        .args(args)
        .arg(url)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .spawn();
    if let Err(error) = quiet {
        tell(&format!("cannot open a browser with {program}: {error}"));
    }
}
