//! From a ledger and a watch to a picture on standard output.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::{Context, anyhow, bail};
use jiff::Timestamp;
use jiff::civil::Date;
use saydo_brief::Explained;
use saydo_bureau::{Drawn, Outlets};
use saydo_facts::{Citation, EventId};
use saydo_ledger::Ledger;
use saydo_patrol::Settings;
use saydo_picture::{Cite, Picture, SourceHealth, rules};
use saydo_watch::Watch;

use crate::args::{Form, Show, WatchFile};
use crate::health;
use crate::look::Look;
use crate::messages::Outcome;
use crate::today::today;

/// What a picture is drawn from.
pub(crate) struct Desk {
    /// The reports and what was read in them.
    pub(crate) ledger: Ledger,
    /// Whose words and deeds are followed.
    pub(crate) watch: Watch,
    /// Which outlets are one family.
    pub(crate) outlets: Outlets,
    /// The folder of the watch's file.
    pub(crate) base: PathBuf,
}

impl Desk {
    /// Opens a ledger that is there, and the watch.
    pub(crate) fn open(ledger: &Path, watch: &WatchFile) -> anyhow::Result<Self> {
        Ok(Self {
            ledger: Ledger::open_existing(ledger)?,
            watch: read_watch(&watch.watch)?,
            outlets: outlets(watch.publishers.as_deref())?,
            base: base(&watch.watch).to_owned(),
        })
    }

    /// The day of a picture: the one asked for, else that of the newest report.
    fn day(&self, asked: Option<Date>) -> anyhow::Result<Date> {
        let newest = || self.ledger.newest(today());
        let day = asked.map_or_else(newest, |day| Ok(Some(day)))?;
        day.ok_or_else(|| {
            anyhow!("no report of this ledger has a day of publication; add some with `saydo add`, or name a day with --as-of")
        })
    }

    fn draw(&self, as_of: Date, since: Option<Date>, form: Form) -> anyhow::Result<Drawn> {
        let cited = |picture: &Picture| match form {
            Form::Json => saydo_brief::cited(picture).into_iter().collect(),
            Form::Text | Form::Markdown | Form::Html => saydo_brief::shown(picture).into_iter().collect(),
        };
        let mut drawn = saydo_bureau::draw(&self.ledger, &self.watch, &self.outlets, (as_of, since), cited)?;
        drawn.picture.sources = self.sources(as_of)?;
        Ok(drawn)
    }

    /// How the sources fare that the watch follows. That is known of today only, and of sources that were asked.
    fn sources(&self, as_of: Date) -> anyhow::Result<Vec<SourceHealth>> {
        let now = Timestamp::now();
        if self.watch.follow.is_empty() || as_of.tomorrow().is_ok_and(|next| next < today()) {
            return Ok(Vec::new());
        }
        let settings = match Settings::of(&self.watch, &self.base) {
            Ok(settings) => settings,
            Err(error) => {
                // The picture itself needs none of the files that the watch names.
                crate::messages::tell(&format!("how the sources fare cannot be told: {error}"));
                return Ok(Vec::new());
            }
        };
        let all = health::of(&settings.sources, Some(&self.ledger), now)?;
        Ok(all.into_iter().filter(|health| health.last_asked.is_some()).map(health::pictured).collect())
    }

    /// Shows the picture.
    pub(crate) fn show(&self, show: &Show) -> anyhow::Result<Outcome> {
        let as_of = self.day(show.as_of)?;
        if let Some(since) = show.since.filter(|&since| since >= as_of) {
            bail!("--since {since} is not before the day of the picture, {as_of}; name an earlier day");
        }
        let drawn = self.draw(as_of, show.since, show.format)?;
        let text = match show.format {
            Form::Text => {
                saydo_brief::terminal(&drawn.picture, &drawn.citations, Look::of_output(show.color).brief())
            }
            Form::Markdown => saydo_brief::markdown(&drawn.picture, &drawn.citations),
            Form::Html => saydo_brief::html(&drawn.picture, &drawn.citations),
            Form::Json => saydo_brief::json(&drawn.picture, &drawn.citations),
        };
        print(&text)
    }

    /// Explains the finding of this id.
    pub(crate) fn explain(&self, id: &str, as_of: Option<Date>, look: Look) -> anyhow::Result<Outcome> {
        let as_of = self.day(as_of)?;
        if let Ok(event) = id.parse::<EventId>() {
            return self.quote(id, event, look);
        }
        let picture = self.draw(as_of, None, Form::Text)?.picture;
        let Some(finding) = picture.find(id) else {
            crate::messages::tell(&format!(
                "the picture of {as_of} has no finding {id}; ids stand at the end of the lines of `saydo picture`"
            ));
            return Ok(Outcome::default());
        };
        let events: Vec<EventId> = finding.cites.iter().map(|cite| cite.event).collect();
        let citations = saydo_bureau::cite(&self.ledger, &self.outlets, &events)?;
        let title = saydo_brief::title(&picture, id).unwrap_or(finding.text);
        let explained = Explained {
            id,
            title: &title,
            rule: finding.rule,
            because: rules().iter().find(|rule| rule.0 == finding.rule).map_or("", |rule| rule.1),
            cites: &finding.cites,
        };
        print(&saydo_brief::explain(&explained, &citations, look.brief()))
    }

    /// Shows the sentence that tells an event.
    fn quote(&self, id: &str, event: EventId, look: Look) -> anyhow::Result<Outcome> {
        let citations = saydo_bureau::cite(&self.ledger, &self.outlets, &[event])?;
        let Some(citation) = citations.get(&event) else {
            crate::messages::tell(&format!("this ledger has no event {id}"));
            return Ok(Outcome::default());
        };
        let cites = [sentence(event, citation)];
        let explained =
            Explained { id, title: "a sentence that findings rest on", rule: "", because: "", cites: &cites };
        print(&saydo_brief::explain(&explained, &citations, look.brief()))
    }
}

/// A citation of a sentence alone, for one who asks about a sentence and not about a finding.
fn sentence(event: EventId, citation: &Citation) -> Cite {
    let published = citation.published.unwrap_or(Date::MIN);
    Cite { event, published, voice: citation.family.clone() }
}

fn print(text: &str) -> anyhow::Result<Outcome> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(Outcome { found: true, trouble: false })
}

/// Reads a watch file; all its errors are told at once.
pub(crate) fn read_watch(path: &Path) -> anyhow::Result<Watch> {
    let text = fs::read_to_string(path).with_context(|| {
        format!("cannot read the watch {}; `saydo init` writes one, --watch names another", path.display())
    })?;
    parse_watch(&path.display().to_string(), &text)
}

/// The watch of a text; `name` is told in its errors.
pub(crate) fn parse_watch(name: &str, text: &str) -> anyhow::Result<Watch> {
    let ids = saydo_picture::indicator_ids();
    Watch::parse_with(text, &ids).map_err(|errors| {
        let lines: Vec<String> = errors.iter().map(|e| format!("{name}: {e}")).collect();
        anyhow!("{}", lines.join("\nsaydo: "))
    })
}

/// The table of publishers, with further rows from a file.
pub(crate) fn outlets(rows: Option<&Path>) -> anyhow::Result<Outlets> {
    let Some(path) = rows else { return Ok(Outlets::shipped()) };
    let text = fs::read_to_string(path)
        .with_context(|| format!("cannot read the publishers of {}", path.display()))?;
    Outlets::with(&text).with_context(|| path.display().to_string())
}

/// The folder from which the paths of a watch count.
pub(crate) fn base(watch: &Path) -> &Path {
    watch.parent().unwrap_or(Path::new(""))
}
