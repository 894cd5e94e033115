//! What a watch file asks for: sources, folders, lists of feeds, and where changes are told.

use std::fs;
use std::net::IpAddr;
use std::path::{Path, PathBuf};
use std::time::Duration;

use saydo_feed::opml;
use saydo_fetch::{IpNet, Limits, Rules};
use saydo_rounds::{Source, SourceKind};
use saydo_watch::{Follow, Watch, WebKind, What};

use crate::Error;

/// Everything that is followed, and how.
#[derive(Clone, Debug, Default)]
pub struct Settings {
    /// Addresses of the web.
    pub sources: Vec<Source>,
    /// Folders that fill up, with the publisher that the watch names.
    pub folders: Vec<(PathBuf, Option<String>)>,
    /// Whether reports come by standard input, and their publisher.
    pub input: Option<Option<String>>,
    /// The pause between two requests to one host.
    pub pause: Option<Duration>,
    /// The folder into which changes are written.
    pub alerts: Option<PathBuf>,
    /// The address to which changes are sent.
    pub webhook: Option<String>,
    /// The file that holds the secret with which they are signed.
    pub secret_file: Option<PathBuf>,
    /// The secret, once it was [read](Self::read_secret).
    pub secret: Option<Vec<u8>>,
}

impl Settings {
    /// What `watch` asks for; paths are relative to `base`, the folder of its file. Lists of feeds are read, the
    /// webhook's secret is not.
    pub fn of(watch: &Watch, base: &Path) -> Result<Self, Error> {
        let mut settings = Self {
            pause: watch.fetch.pause,
            alerts: watch.alert.folder.as_ref().map(|folder| base.join(folder)),
            webhook: watch.alert.webhook.clone(),
            secret_file: watch.alert.secret_file.as_ref().map(|file| base.join(file)),
            ..Self::default()
        };
        for follow in &watch.follow {
            settings.follow(follow, base)?;
        }
        Ok(settings)
    }

    fn follow(&mut self, follow: &Follow, base: &Path) -> Result<(), Error> {
        let publisher = follow.publisher.clone();
        match &follow.what {
            What::Web { address, kind } => self.add(address, kind_of(*kind), follow),
            What::Folder(folder) => self.folders.push((base.join(folder), publisher)),
            What::StandardInput => self.input = Some(publisher),
            What::Opml(file) => {
                for outline in outlines(&base.join(file))? {
                    self.add(&outline.feed, SourceKind::Feed, follow);
                }
            }
        }
        Ok(())
    }

    /// An address that two lists name is followed once.
    fn add(&mut self, address: &str, kind: SourceKind, follow: &Follow) {
        if self.sources.iter().all(|source| source.address != address) {
            let (publisher, every) = (follow.publisher.clone(), follow.every);
            self.sources.push(Source { address: address.to_owned(), kind, publisher, every });
        }
    }

    /// Reads the secret of the file that the watch names; where it names none, that of `given`. Only who sends alerts needs it.
    pub fn read_secret(&mut self, given: Option<&str>) -> Result<(), Error> {
        self.secret = match (&self.secret_file, given) {
            (Some(path), _) => Some(secret(path)?),
            (None, given) => given.map(saydo_alerts::secret).transpose()?,
        };
        Ok(())
    }

    /// Whether nothing is followed.
    pub fn is_empty(&self) -> bool {
        self.sources.is_empty() && self.folders.is_empty() && self.input.is_none()
    }

    /// How the watch lets news be fetched.
    pub fn rules(watch: &Watch, version: &str) -> Result<Rules, Error> {
        let mut rules = Rules::new(agent(version, watch.fetch.contact.as_deref()));
        for allowed in &watch.fetch.allow {
            let address = allowed.parse::<IpAddr>().ok().map(IpNet::from);
            let network = allowed.parse().ok().or(address);
            rules.allow.push(network.ok_or_else(|| Error::Network(allowed.clone()))?);
        }
        let usual = Limits::default();
        let bytes = watch.fetch.bytes.unwrap_or(usual.bytes);
        rules.limits = Limits { bytes, unfolded: usual.unfolded.max(bytes), ..usual };
        Ok(rules)
    }
}

/// How the program names itself to servers: product, version, and whom a site's owner can write to.
///
/// ```
/// let named = saydo_patrol::agent("0.1.0", Some("https://example.org/bot"));
/// assert_eq!(named, "saydo/0.1.0 (+https://example.org/bot)");
/// ```
pub fn agent(version: &str, contact: Option<&str>) -> String {
    let contact = contact.map_or_else(String::new, |contact| format!(" (+{contact})"));
    format!("saydo/{version}{contact}")
}

fn kind_of(kind: Option<WebKind>) -> SourceKind {
    match kind {
        None => SourceKind::Auto,
        Some(WebKind::Feed) => SourceKind::Feed,
        Some(WebKind::Sitemap) => SourceKind::Sitemap,
        Some(WebKind::Page) => SourceKind::Page,
        Some(WebKind::Site) => SourceKind::Site,
    }
}

fn outlines(path: &Path) -> Result<Vec<opml::Outline>, Error> {
    let wrong = |what: String| Error::File { path: path.to_owned(), what };
    let bytes =
        fs::read(path).map_err(|e| wrong(format!("cannot read this list of feeds ({e}); check the path")))?;
    opml::read(&bytes).map_err(|e| wrong(e.to_string()))
}

fn secret(path: &Path) -> Result<Vec<u8>, Error> {
    let wrong = |what: String| Error::File { path: path.to_owned(), what };
    let text = fs::read_to_string(path)
        .map_err(|e| wrong(format!("cannot read the secret of the webhook ({e}); check the path")))?;
    saydo_alerts::secret(&text).map_err(|e| wrong(e.to_string()))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

    use super::*;

    const CODED: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    #[test]
    fn a_secret_is_read_as_services_hand_it_out_and_the_file_goes_before_what_is_given() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("secret");
        fs::write(&file, format!("{CODED}\n")).unwrap();
        let mut settings = Settings { secret_file: Some(file.clone()), ..Settings::default() };
        settings.read_secret(Some("another secret of more than 24 bytes")).unwrap();
        assert_eq!(settings.secret.as_deref().map(<[u8]>::len), Some(24), "base64 behind whsec_");
        fs::write(&file, "short").unwrap();
        let told = settings.read_secret(None).unwrap_err().to_string();
        assert!(told.contains("secret: ") && told.contains("24 or more"), "{told}");
    }

    #[test]
    fn without_a_file_what_is_given_counts_and_nothing_is_needed() {
        let mut settings = Settings::default();
        settings.read_secret(None).unwrap();
        assert_eq!(settings.secret, None);
        settings.read_secret(Some(CODED)).unwrap();
        assert_eq!(settings.secret.map(|secret| secret.len()), Some(24));
    }
}
