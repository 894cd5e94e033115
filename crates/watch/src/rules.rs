//! How news is fetched, and where changes are told: the tables `[fetch]` and `[alert]`.

use std::time::Duration;

use toml::de::DeValue;

use crate::file::{File, Keys, Typed};
use crate::{address, unit};

/// The longest pause between two requests to one host.
const PAUSE: Duration = Duration::from_secs(3_600);
/// All that is fetched at once is held in memory, so no answer may be larger.
const BYTES: usize = 1 << 30;

/// How news is fetched.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FetchRules {
    /// Whom a site's owner can write to, told with each request.
    pub contact: Option<String>,
    /// Addresses and networks that may be fetched from besides the public ones: `10.0.0.0/8`, `127.0.0.1`.
    pub allow: Vec<String>,
    /// How long to wait between two requests to one host.
    pub pause: Option<Duration>,
    /// The largest answer, in bytes as they are sent.
    pub bytes: Option<usize>,
}

/// Where changes are told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlertRules {
    /// The folder into which they are written, relative to the file.
    pub folder: Option<String>,
    /// The address to which they are sent.
    pub webhook: Option<String>,
    /// The file that holds the secret with which they are signed, relative to the file.
    pub secret_file: Option<String>,
}

/// The rules of `[fetch]`; `above` are the keys that stand above all tables.
pub(crate) fn fetch(file: &mut File<'_>, above: &[&str]) -> FetchRules {
    let keys = Keys { known: &["contact", "allow", "pause", "bytes"], refused: &[], above };
    let Some(mut table) = file.section("fetch", keys) else { return FetchRules::default() };
    let rules = FetchRules {
        contact: table.read_word("contact", address::contact),
        allow: networks(&mut table),
        pause: table.read_word("pause", |typed| unit::between(unit::duration(typed)?, Duration::ZERO, PAUSE)),
        bytes: bytes(&mut table),
    };
    file.errors.append(&mut table.errors);
    rules
}

fn networks(table: &mut File<'_>) -> Vec<String> {
    let mut all = Vec::new();
    for Typed { word, line } in table.words("allow") {
        match unit::network(&word) {
            Ok(network) if all.contains(&network) => {}
            Ok(network) => all.push(network),
            Err(message) => table.wrong(line, "allow", message),
        }
    }
    all
}

/// The largest answer: a number of bytes, or a text with its unit.
fn bytes(table: &mut File<'_>) -> Option<usize> {
    let (value, line) = table.value("bytes")?;
    let typed = match value.get_ref() {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().to_owned(),
        DeValue::String(text) => text.trim().to_owned(),
        other => other.type_str().to_owned(),
    };
    let checked = unit::size(&typed).and_then(|bytes| match bytes {
        1..=BYTES => Ok(bytes),
        _ => Err(format!("\"{typed}\" is out of bounds; write something from 1 byte to 1GiB")),
    });
    checked.map_err(|message| table.wrong(line, "bytes", message)).ok()
}

/// What is told of a secret that stands in the file itself, which people copy and show.
const SECRET: &str = "a secret does not belong into this file; write secret_file or set SAYDO_WEBHOOK_SECRET";

/// The rules of `[alert]`; `above` are the keys that stand above all tables.
pub(crate) fn alert(file: &mut File<'_>, above: &[&str]) -> AlertRules {
    let refused = &[("secret", SECRET), ("password", SECRET), ("token", SECRET), ("key", SECRET)];
    let keys = Keys { known: &["folder", "webhook", "secret_file"], refused, above };
    let Some(mut table) = file.section("alert", keys) else { return AlertRules::default() };
    let signed = table.value("secret_file").map(|v| v.1).filter(|_| table.value("webhook").is_none());
    if let Some(line) = signed {
        let message = "only what is sent to a webhook is signed; write webhook = \"https://…\" or strike it";
        table.wrong(line, "secret_file", message.to_owned());
    }
    let rules = AlertRules {
        folder: table.word("folder").map(|typed| typed.word),
        webhook: table.read_word("webhook", address::web),
        secret_file: table.read_word("secret_file", no_secret),
    };
    file.errors.append(&mut table.errors);
    rules
}

/// The name of a file, and not the secret itself.
fn no_secret(typed: &str) -> Result<String, String> {
    if typed.starts_with("whsec_") { Err(SECRET.to_owned()) } else { Ok(typed.to_owned()) }
}
