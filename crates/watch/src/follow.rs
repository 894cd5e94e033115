//! What a watch follows: addresses of the web, folders, lists of feeds, standard input.

use std::path::Path;
use std::time::Duration;

use toml::de::DeValue;

use crate::file::{File, Keys};
use crate::near::nearest;
use crate::{address, unit};

/// The shortest and the longest pause between two visits that a watch may ask for.
const EVERY: (Duration, Duration) = (Duration::from_secs(60), Duration::from_secs(31 * 86_400));

/// Something that is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Follow {
    /// What it is.
    pub what: What,
    /// Who publishes it, where the watch says so; else the feed or the page tells.
    pub publisher: Option<String>,
    /// How often it is visited, where the watch says so; else as often as it publishes.
    pub every: Option<Duration>,
    /// The line of the file, counted from 1.
    pub line: usize,
}

/// What can be followed. Paths are as the file writes them, relative to the file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An address of the web.
    Web {
        /// With `http://` or `https://`.
        address: String,
        /// What it is, where the watch says so; else the answer tells.
        kind: Option<WebKind>,
    },
    /// A folder into which files are put.
    Folder(String),
    /// A list of feeds, as feed readers write it.
    Opml(String),
    /// Standard input.
    StandardInput,
}

/// What an address of the web is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WebKind {
    /// RSS, Atom or JSON Feed.
    Feed,
    /// A sitemap, a news sitemap or an index of sitemaps.
    Sitemap,
    /// One page: an article, or a list of articles.
    Page,
    /// A site, whose feeds or sitemaps are looked for.
    Site,
}

impl WebKind {
    /// All of them, by name.
    const ALL: [(&'static str, Self); 4] =
        [("feed", Self::Feed), ("sitemap", Self::Sitemap), ("page", Self::Page), ("site", Self::Site)];

    /// The name in the file.
    ///
    /// ```
    /// assert_eq!(saydo_watch::WebKind::Sitemap.name(), "sitemap");
    /// ```
    pub fn name(self) -> &'static str {
        Self::ALL.iter().find(|(_, kind)| *kind == self).map_or("", |(name, _)| name)
    }

    fn of(typed: &str) -> Result<Self, String> {
        let names = Self::ALL.map(|(name, _)| name);
        let found = Self::ALL.iter().find(|(name, _)| *name == typed).map(|(_, kind)| *kind);
        found.ok_or_else(|| match nearest(typed, names.into_iter()) {
            Some(near) => format!("there is no kind \"{typed}\"; did you mean {near}?"),
            None => format!("there is no kind \"{typed}\"; the kinds are {}", names.join(", ")),
        })
    }
}

/// The keys of an entry that is a table.
const KEYS: Keys<'_> = Keys {
    known: &["url", "kind", "publisher", "every"],
    refused: &[
        ("path", "write the path in url, as in url = \"incoming/\""),
        ("folder", "write the folder in url, as in url = \"incoming/\""),
    ],
    above: &[],
};

/// Everything that is followed.
pub(crate) fn read(file: &mut File<'_>) -> Vec<Follow> {
    let Some((value, _)) = file.value("follow") else { return Vec::new() };
    let items = match value.get_ref() {
        DeValue::Array(items) => items.iter().cloned().collect(),
        _ => vec![value.clone()],
    };
    let mut all: Vec<Follow> = Vec::new();
    for item in items {
        let line = file.line(&item.span());
        let found = match item.get_ref() {
            DeValue::String(typed) => {
                plain(typed.trim(), line).map_err(|e| file.wrong(line, "follow", e)).ok()
            }
            DeValue::Table(table) => {
                let mut inner = file.table("follow", table, KEYS);
                let found = entry(&mut inner, line);
                file.errors.append(&mut inner.errors);
                found
            }
            other => {
                let what = other.type_str();
                let advice =
                    "write an address or a folder in quotation marks, or { url = \"…\", kind = \"…\" }";
                file.wrong(line, "follow", format!("a TOML {what} stands where a source should; {advice}"));
                None
            }
        };
        let Some(found) = found else { continue };
        match all.iter().find(|known| known.is_same(&found)) {
            Some(known) => {
                let message =
                    format!("{} stands on line {} too; strike one of them", found.typed(), known.line);
                file.wrong(line, "follow", message);
            }
            None => all.push(found),
        }
    }
    all
}

/// An entry that is a string.
fn plain(typed: &str, line: usize) -> Result<Follow, String> {
    Ok(Follow { what: What::of(typed)?, publisher: None, every: None, line })
}

/// An entry that is a table.
fn entry(table: &mut File<'_>, line: usize) -> Option<Follow> {
    if table.value("url").is_none() {
        table.wrong(line, "url", "nothing says what is followed; write url = \"https://…\"".to_owned());
    }
    let mut what = table.read_word("url", What::of);
    let given = table.read_word("kind", WebKind::of);
    let publisher = table.word("publisher").map(|typed| typed.word);
    let every = table.read_word("every", |typed| unit::between(unit::duration(typed)?, EVERY.0, EVERY.1));
    match &mut what {
        Some(What::Web { kind, .. }) => *kind = given,
        Some(_) => stray(table, "kind", "only addresses of the web have a kind; strike it"),
        None => {}
    }
    if matches!(what, Some(What::Folder(_) | What::StandardInput)) {
        stray(table, "every", "files are taken in as they come; strike it");
    }
    Some(Follow { what: what?, publisher, every, line })
}

/// Tells that a key says nothing here.
fn stray(table: &mut File<'_>, key: &str, message: &str) {
    if let Some((_, line)) = table.value(key) {
        table.wrong(line, key, message.to_owned());
    }
}

impl What {
    /// What an entry means: `http://` and `https://` are the web, `-` is standard input, `.opml` ends a list of feeds, and
    /// all else is a folder.
    fn of(typed: &str) -> Result<Self, String> {
        let is_list = Path::new(typed).extension().is_some_and(|e| e.eq_ignore_ascii_case("opml"));
        match typed {
            "" => Err("a source is empty; write one or strike it".to_owned()),
            "-" => Ok(Self::StandardInput),
            _ if typed.chars().any(char::is_control) => {
                Err("a line break or another control character stands in it; write it on one line".to_owned())
            }
            _ if typed.contains("://") || typed.to_ascii_lowercase().starts_with("www.") => {
                Ok(Self::Web { address: address::web(typed)?, kind: None })
            }
            _ if is_list => Ok(Self::Opml(typed.to_owned())),
            _ => Ok(Self::Folder(typed.to_owned())),
        }
    }
}

impl Follow {
    fn is_same(&self, other: &Self) -> bool {
        match (&self.what, &other.what) {
            (What::Web { address, .. }, What::Web { address: other, .. }) => address::same(address, other),
            (What::Folder(a), What::Folder(b)) | (What::Opml(a), What::Opml(b)) => {
                Path::new(a) == Path::new(b)
            }
            (a, b) => a == b,
        }
    }

    /// As the file writes it.
    fn typed(&self) -> &str {
        match &self.what {
            What::Web { address, .. } => address,
            What::Folder(path) | What::Opml(path) => path,
            What::StandardInput => "-",
        }
    }
}
