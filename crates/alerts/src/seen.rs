//! What alerts look at in a picture, condensed so that it can be kept.

use jiff::civil::Date;
use saydo_picture::{Indicator, Picture, Verdict, Word};
use serde::{Deserialize, Serialize};

use crate::news;
use crate::same::Known;

/// The number of this form. A kept state of another one counts as none.
const FORM: u32 = 1;

/// The headline, the words under test and the indicators of a picture, as they stood and as they were told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seen {
    form: u32,
    pub(crate) watch: String,
    pub(crate) subject: String,
    pub(crate) since: Option<Date>,
    pub(crate) as_of: Date,
    /// Whether no report had been read yet.
    blank: bool,
    /// The kind of verdict, and its sentence.
    pub(crate) headline: (String, String),
    pub(crate) words: Vec<SeenWord>,
    pub(crate) indicators: Vec<SeenIndicator>,
}

/// A word under test.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct SeenWord {
    pub(crate) id: String,
    pub(crate) speaker: String,
    pub(crate) act: String,
    pub(crate) actor: String,
    pub(crate) denies: bool,
    pub(crate) said: Date,
    /// Its state, and since which look it has been so.
    pub(crate) state: String,
    pub(crate) held: Date,
    /// The state that was told last; at first the one that was seen first.
    pub(crate) told: String,
}

/// An indicator.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub(crate) struct SeenIndicator {
    pub(crate) id: String,
    pub(crate) state: String,
    /// When the newest report that tells of it was published.
    pub(crate) last: Option<Date>,
}

impl Seen {
    /// A first look at a picture.
    pub fn of(picture: &Picture) -> Self {
        Self::after(None, picture)
    }

    /// A look at a picture after an earlier one, whose [`alerts`](crate::alerts()) have been told. Without an earlier one,
    /// or with one of another watch or before any report was read, it is a first look.
    pub fn after(before: Option<&Self>, picture: &Picture) -> Self {
        let before = before.filter(|seen| seen.precedes(picture));
        let known = before.map(Known::of);
        let word = |word| {
            let was = known.as_ref().and_then(|known| known.find(word));
            SeenWord::after(was, word, picture.as_of)
        };
        Self {
            form: FORM,
            watch: picture.watch.clone(),
            subject: picture.subject.clone(),
            since: picture.since,
            as_of: picture.as_of,
            blank: picture.measures.coverage.iter().all(|day| day.reports == 0),
            headline: (
                kind(picture.headline.verdict).to_owned(),
                saydo_brief::verdict(picture.headline.verdict),
            ),
            words: picture.words.iter().map(word).collect(),
            indicators: picture.indicators.iter().map(SeenIndicator::of).collect(),
        }
    }

    /// As text to be kept.
    ///
    /// # Panics
    /// Never: everything in it can be written.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("strings and lists are always written")
    }

    /// What [`to_json`](Self::to_json) wrote; `None` for anything else, so that a state of another version counts as a
    /// first look.
    pub fn from_json(text: &str) -> Option<Self> {
        serde_json::from_str(text).ok().filter(|seen: &Self| seen.form == FORM)
    }

    /// Whether `picture` can be compared with it: a picture of the same watch, and of no earlier day, and some report had
    /// been read by then.
    pub(crate) fn precedes(&self, picture: &Picture) -> bool {
        let same =
            (&self.watch, &self.subject, self.since) == (&picture.watch, &picture.subject, picture.since);
        same && !self.blank && self.as_of <= picture.as_of
    }
}

impl SeenWord {
    fn after(was: Option<&Self>, word: &Word, as_of: Date) -> Self {
        let state = word.state.name().to_owned();
        let held = was.filter(|was| was.state == state).map_or(as_of, |was| was.held);
        let silent = was.filter(|was| !news::of_word(was, word, as_of));
        Self {
            id: word.id.clone(),
            speaker: word.speaker.clone(),
            act: word.act.clone(),
            actor: word.actor.clone(),
            denies: word.denies,
            said: word.said,
            held,
            told: silent.map_or_else(|| state.clone(), |was| was.told.clone()),
            state,
        }
    }
}

impl SeenIndicator {
    fn of(indicator: &Indicator) -> Self {
        Self {
            id: indicator.id.clone(),
            state: indicator.state.name().to_owned(),
            last: indicator.cites.iter().map(|cite| cite.published).max(),
        }
    }
}

/// The kind of a verdict. How many voices see it ease, and since when nothing changed, make no other kind.
pub(crate) fn kind(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::BuildingUp => "building up",
        Verdict::SaidNotSeen => "said, not seen",
        Verdict::Easing { .. } => "easing",
        Verdict::Unchanged { .. } => "unchanged",
        Verdict::Mixed => "mixed",
        Verdict::TooLittle => "too little",
    }
}
