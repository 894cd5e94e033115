//! Who did what, and how it stands.

use jiff::civil::Date;
use saydo_codebook::{Act, Plover};
use saydo_forces::{Element, Extent, Movement};
use saydo_standing::Standing;

use crate::row::{Code, Packed};
use crate::{Actor, Days, EventId, Facts, Place, Report};

/// What an event is where PLOVER and CAMEO have no code for it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A proposal or draft handed over.
    Proposal,
    /// An answer, or the lack of one.
    Response,
    /// Readiness to talk.
    Readiness,
    /// A force that is simply there.
    Presence,
    /// How things are judged.
    Assessment,
}

impl Kind {
    /// The one with this name in the public record.
    pub fn of(name: &str) -> Option<Self> {
        [Self::Proposal, Self::Response, Self::Readiness, Self::Presence, Self::Assessment]
            .into_iter()
            .find(|k| k.name() == name)
    }

    /// Its name in the public record.
    pub fn name(self) -> &'static str {
        match self {
            Self::Proposal => "proposal",
            Self::Response => "response",
            Self::Readiness => "readiness",
            Self::Presence => "presence",
            Self::Assessment => "assessment",
        }
    }
}

/// A force element of an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Force {
    /// What.
    pub element: Element,
    /// Which way.
    pub movement: Movement,
    /// How much, where the text says so without a number.
    pub extent: Option<Extent>,
    /// The least number that the text allows.
    pub low: Option<u64>,
    /// The largest.
    pub high: Option<u64>,
}

/// An event as it is handed to [`Facts::tell`]; the fields mean what the fields of the public record mean.
#[derive(Clone, Debug)]
pub struct Told {
    /// PLOVER's category.
    pub plover: Option<Plover>,
    /// PLOVER's mode.
    pub mode: Option<String>,
    /// PLOVER's contexts.
    pub contexts: Vec<String>,
    /// CAMEO's code.
    pub cameo: Option<String>,
    /// What it is where neither has a code.
    pub kind: Option<Kind>,
    /// Goldstein's score, -10 to 10.
    pub goldstein: Option<f32>,
    /// How it stands.
    pub standing: Standing,
    /// Whether the text says that it is not so.
    pub negated: bool,
    /// Whether only a possibility is told ("may", "could", "if"), so that it can be told from "will".
    pub hedged: bool,
    /// Lemma of the trigger, for tables that ask for words.
    pub lemma: String,
    /// Source of the innermost statement that carries it; `None` where the publisher tells it itself or the text hides
    /// the source (`statement` tells which).
    pub speaker: Option<Actor>,
    /// The ordinal of that statement in the report; `None` in the publisher's own voice.
    pub statement: Option<u32>,
    /// What that statement's cue does.
    pub act: Option<Act>,
    /// Who passes the statement on, where it stands within another one ("Macron said that Putin had assured him").
    pub carrier: Option<Actor>,
    /// Who acts.
    pub actors: Vec<Actor>,
    /// Whom it is done to or with.
    pub recipients: Vec<Actor>,
    /// What forces move or stay.
    pub forces: Vec<Force>,
    /// Where.
    pub places: Vec<Place>,
    /// When it happened or is to happen, where the text tells.
    pub time: Option<Days>,
    /// By when it is due.
    pub by: Option<Days>,
    /// From when on it holds or is to happen ("after 20 February").
    pub from: Option<Days>,
    /// When the statement that carries it was made, where the text tells.
    pub said: Option<Days>,
    /// How many of what the trigger names ("1,566 ceasefire violations"): least and largest number.
    pub count: Option<(Option<u64>, Option<u64>)>,
    /// How sure the reading is, from 0 to 1.
    pub confidence: f32,
}

impl Default for Told {
    fn default() -> Self {
        Self {
            plover: None,
            mode: None,
            contexts: Vec::new(),
            cameo: None,
            kind: None,
            goldstein: None,
            standing: Standing::Reported,
            negated: false,
            hedged: false,
            lemma: String::new(),
            speaker: None,
            statement: None,
            act: None,
            carrier: None,
            actors: Vec::new(),
            recipients: Vec::new(),
            forces: Vec::new(),
            places: Vec::new(),
            time: None,
            by: None,
            from: None,
            said: None,
            count: None,
            confidence: 1.0,
        }
    }
}

/// An event of [`Facts`]: a view that is cheap to copy.
#[derive(Clone, Copy, Debug)]
pub struct Event<'f> {
    pub(crate) facts: &'f Facts,
    pub(crate) packed: &'f Packed,
    pub(crate) code: &'f Code,
    /// Its place among the events of the facts, from 0.
    pub at: usize,
    /// Which one.
    pub id: EventId,
    /// The report that tells it.
    pub report: &'f Report,
    /// The day that report was published; events of reports that have none are not given out.
    pub published: Date,
}

impl<'f> Event<'f> {
    /// All events of the same report, this one among them.
    pub fn siblings(&self) -> impl Iterator<Item = Event<'f>> + use<'f> {
        self.facts.of_report(self.packed.report)
    }

    /// The place of its report among [`Facts::reports`].
    pub fn report_at(&self) -> usize {
        self.packed.report as usize
    }

    /// PLOVER's category.
    pub fn plover(&self) -> Option<Plover> {
        self.code.plover
    }

    /// PLOVER's mode.
    pub fn mode(&self) -> Option<&'f str> {
        self.code.mode.as_deref()
    }

    /// Whether it has this context of PLOVER.
    pub fn has_context(&self, context: &str) -> bool {
        self.code.contexts.split(' ').any(|c| c == context)
    }

    /// Its contexts of PLOVER.
    pub fn contexts(&self) -> impl Iterator<Item = &'f str> + use<'f> {
        self.code.contexts.split(' ').filter(|context| !context.is_empty())
    }

    /// CAMEO's code.
    pub fn cameo(&self) -> Option<&'f str> {
        self.code.cameo.as_deref()
    }

    /// What it is where neither ontology has a code.
    pub fn kind(&self) -> Option<Kind> {
        self.code.kind
    }

    /// Goldstein's score.
    pub fn goldstein(&self) -> Option<f32> {
        self.code.goldstein.map(f32::from_bits)
    }

    /// How it stands.
    pub fn standing(&self) -> Standing {
        self.packed.standing
    }

    /// Whether the text says that it is not so.
    pub fn negated(&self) -> bool {
        self.packed.negated
    }

    /// Whether only a possibility is told.
    pub fn hedged(&self) -> bool {
        self.packed.hedged
    }

    /// Whether it is a deed: reported or claimed, and not negated.
    pub fn is_deed(&self) -> bool {
        matches!(self.standing(), Standing::Reported | Standing::Claimed) && !self.negated()
    }

    /// Lemma of the trigger.
    pub fn lemma(&self) -> &'f str {
        self.facts.lemma(self.packed.lemma)
    }

    /// Source of the statement that carries it.
    pub fn speaker(&self) -> Option<&'f Actor> {
        self.facts.actor(self.packed.speaker)
    }

    /// The statement that carries it; `None` in the publisher's own voice.
    pub fn statement(&self) -> Option<u32> {
        self.packed.statement
    }

    /// What that statement's cue does.
    pub fn act(&self) -> Option<Act> {
        self.packed.act
    }

    /// Who passes the statement on.
    pub fn carrier(&self) -> Option<&'f Actor> {
        self.facts.actor(self.packed.carrier)
    }

    /// Who acts.
    pub fn actors(&self) -> impl Iterator<Item = &'f Actor> + use<'f> {
        self.facts.parties(self.packed.actors)
    }

    /// Whom it is done to or with.
    pub fn recipients(&self) -> impl Iterator<Item = &'f Actor> + use<'f> {
        self.facts.parties(self.packed.recipients)
    }

    /// What forces move or stay.
    pub fn forces(&self) -> &'f [Force] {
        self.facts.forces(self.packed.forces)
    }

    /// Where.
    pub fn places(&self) -> impl Iterator<Item = &'f Place> + use<'f> {
        self.facts.places(self.packed.places)
    }

    /// When it happened or is to happen.
    pub fn time(&self) -> Option<Days> {
        self.facts.when(self.packed.when).time
    }

    /// By when it is due.
    pub fn by(&self) -> Option<Days> {
        self.facts.when(self.packed.when).by
    }

    /// From when on.
    pub fn from(&self) -> Option<Days> {
        self.facts.when(self.packed.when).from
    }

    /// The day on which the statement that carries it was made: what the text tells, unless that lies after
    /// publication, else the day of publication.
    pub fn said(&self) -> Date {
        self.facts.when(self.packed.when).said.map_or(self.published, |said| said.last.min(self.published))
    }

    /// The day to set it on a time axis: the last day of its time, unless that lies after publication, else the day of
    /// publication, which stands for "seen by then".
    pub fn day(&self) -> Date {
        self.time().map_or(self.published, |t| t.last.min(self.published))
    }

    /// How many of what the trigger names.
    pub fn count(&self) -> Option<(Option<u64>, Option<u64>)> {
        self.facts.when(self.packed.when).count
    }

    /// How sure the reading is.
    pub fn confidence(&self) -> f32 {
        self.packed.confidence
    }
}
