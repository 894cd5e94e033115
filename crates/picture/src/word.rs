//! Words under test: what a party says that the ground can bear out or not, and how it fared.
//!
//! `open` says which events open a word, `same` which of them say the same one, `draft` what a word tells, `evidence`
//! which later events speak to it, `state` what state they put it in. Which act bears out which is a table, `data/words`.

mod act;
mod bears;
mod build;
mod count;
mod draft;
mod evidence;
mod open;
mod same;
mod seen;
mod state;

use jiff::civil::Date;
use saydo_facts::Days;

use crate::board::Element;
use crate::{Cite, Scene};
use draft::Draft;
pub(crate) use open::Openings;
pub(crate) use seen::Index;

/// So many words are tested, those said last: more are not read by anybody, and a ledger of millions of events opens a
/// hundred thousand.
const TESTED: usize = 2_000;

/// The words under test of a scene, the newest first; of more than two thousand those said last.
pub fn words(scene: &Scene<'_>) -> Vec<Word> {
    let openings = scene.sorted.openings.get_or_init(|| Openings::of(scene));
    let drafts = same::newest(scene, openings, TESTED);
    let index = scene.sorted.index.get_or_init(|| Index::of(scene));
    let build = |drafts: &[Draft<'_>]| -> Vec<Word> {
        drafts.iter().map(|draft| build::word(scene, index, draft)).collect()
    };
    let (early, late) = drafts.split_at(drafts.len() / 2);
    let mut words = std::thread::scope(|halves| {
        let late = halves.spawn(|| build(late));
        let mut words = build(early);
        words.extend(late.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)));
        words
    });
    words.sort_by(build::by_age);
    words
}

/// How each speaker's words fared, the one with most words first.
pub fn priors(words: &[Word]) -> Vec<Prior> {
    build::priors(words)
}

/// A word: what a party says was, is or will be done, and how it fared.
#[derive(Clone, Debug, PartialEq)]
pub struct Word {
    /// `w` and the event that opened it: `w12.3`; of several words that one event opens, the second is `w12.3b`, the
    /// third `w12.3c`, and so on.
    pub id: String,
    /// What sort of word.
    pub kind: WordKind,
    /// The act that is tested, as `data/words` names it: `withdrawal`, `attack`, `truce`, …
    pub act: String,
    /// The actor code of who said it.
    pub speaker: String,
    /// The speaker's name, where one is known.
    pub speaker_name: String,
    /// The actor code of whose deed it is about.
    pub actor: String,
    /// Whether the word is that it will not or did not happen.
    pub denies: bool,
    /// The force elements it is about.
    pub elements: Vec<Element>,
    /// Whether it speaks of all, of a part, or does not say.
    pub extent: Option<String>,
    /// Names of places.
    pub places: Vec<String>,
    /// The day it was said; publication where the text does not tell.
    pub said: Date,
    /// The last day on which it was said again.
    pub last_said: Date,
    /// From when on it can be tested.
    pub from: Option<Date>,
    /// By when it is due.
    pub due: Option<Days>,
    /// Its state.
    pub state: State,
    /// Since when it is in this state.
    pub since: Date,
    /// On whose evidence the state rests; `None` where there is none.
    pub grade: Option<Grade>,
    /// Evidence for it, oldest first.
    pub bears_out: Vec<Evidence>,
    /// Evidence against it, oldest first.
    pub against: Vec<Evidence>,
    /// Where it was said, oldest first; the first opened it.
    pub said_in: Vec<Cite>,
    /// Actor codes of others who said the same.
    pub repeated_by: Vec<String>,
    /// The rule that gave the state.
    pub rule: &'static str,
}

/// What sort of word it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum WordKind {
    /// Our troops are going home.
    Announcement,
    /// They will be out by the 19th.
    Pledge,
    /// We have no plan to attack.
    Assurance,
    /// They plan to attack.
    Allegation,
    /// They will attack.
    Forecast,
    /// No strike group has been formed.
    Assessment,
}

/// How a word fared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum State {
    /// Only the speaker's side speaks of it.
    Unverified,
    /// At least one other voice against it, none for it.
    Contradicted,
    /// Voices for it and against it.
    Disputed,
    /// Less than promised, or people left and equipment stayed.
    PartlyKept,
    /// Borne out.
    Kept,
    /// The actor did the opposite afterwards, or says so itself.
    Overtaken,
    /// The due date passed with no evidence.
    Lapsed,
}

/// On whose evidence a state rests, the weakest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Grade {
    /// The speaker's own side.
    OwnSide,
    /// The other side's word only.
    OtherSide,
    /// A third party that is neither side and no observer.
    Third,
    /// The press, in its own voice.
    Press,
    /// The state on whose ground it is.
    Host,
    /// Images.
    Images,
    /// An independent observer.
    Observer,
}

/// One piece of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// The event.
    pub cite: Cite,
    /// Who vouches.
    pub grade: Grade,
    /// The day it is about, as far as the text tells; else publication.
    pub day: Date,
    /// In a few words, why it counts: "more forces came in", "equipment stays".
    pub why: &'static str,
}

/// How an actor's past words fared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Prior {
    /// The actor code.
    pub actor: String,
    /// Kept.
    pub kept: usize,
    /// Partly kept.
    pub partly: usize,
    /// Contradicted or overtaken.
    pub broken: usize,
    /// All words whose time to be tested has come: kept, partly kept, broken, disputed, lapsed.
    pub of: usize,
    /// Words that nobody else has spoken to yet.
    pub open: usize,
}

impl WordKind {
    /// Its name in the public picture.
    pub fn name(self) -> &'static str {
        match self {
            Self::Announcement => "announcement",
            Self::Pledge => "pledge",
            Self::Assurance => "assurance",
            Self::Allegation => "allegation",
            Self::Forecast => "forecast",
            Self::Assessment => "assessment",
        }
    }
}

impl State {
    /// Its name in the public picture.
    pub fn name(self) -> &'static str {
        match self {
            Self::Unverified => "unverified",
            Self::Contradicted => "contradicted",
            Self::Disputed => "disputed",
            Self::PartlyKept => "partly kept",
            Self::Kept => "kept",
            Self::Overtaken => "overtaken",
            Self::Lapsed => "lapsed",
        }
    }
}

impl Grade {
    /// Its name in the public picture.
    pub fn name(self) -> &'static str {
        match self {
            Self::OwnSide => "own side",
            Self::OtherSide => "other side's word only",
            Self::Third => "third party",
            Self::Press => "press",
            Self::Host => "host",
            Self::Images => "images",
            Self::Observer => "independent observer",
        }
    }
}
