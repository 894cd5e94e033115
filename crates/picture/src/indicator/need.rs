//! What a row of the table asks of an event.

use saydo_codebook::Plover;
use saydo_facts::{Actor, Event, Kind};
use saydo_forces::{Element, Movement};
use saydo_watch::Side;

use crate::Scene;

/// One need: a place and what must stand there, or must not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Need {
    not: bool,
    what: What,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum What {
    Plover(Vec<Plover>),
    Mode(Vec<&'static str>),
    Cameo(Vec<&'static str>),
    Context(Vec<&'static str>),
    Kind(Vec<Kind>),
    Word(Vec<&'static str>),
    Force(Vec<(Element, Option<Movement>)>),
    Actor(Vec<Who>),
    Recipient(Vec<Who>),
}

/// Who may act, or have it done to them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Who {
    Side(Side),
    Sector(&'static str),
    /// Somebody of the actor's own state or organisation.
    Home,
}

impl Need {
    /// Reads a need such as `cameo:161|166` or `!word:recall`.
    pub(super) fn read(text: &'static str) -> Result<Self, String> {
        let (not, rest) = text.strip_prefix('!').map_or((false, text), |rest| (true, rest));
        let (place, values) = rest.split_once(':').ok_or_else(|| format!("{text}: a need is PLACE:X"))?;
        let words: Vec<&'static str> = values.split('|').collect();
        let what = match place {
            "plover" => What::Plover(each(&words, Plover::of)?),
            "mode" => What::Mode(words),
            "cameo" => What::Cameo(words),
            "context" => What::Context(words),
            "kind" => What::Kind(each(&words, Kind::of)?),
            "word" => What::Word(words),
            "force" => What::Force(each(&words, force)?),
            "actor" => What::Actor(each(&words, who)?),
            "recipient" => What::Recipient(each(&words, who)?),
            _ => return Err(format!("{place}: no such place in an event")),
        };
        Ok(Self { not, what })
    }

    /// Whether an event has what the need asks for.
    pub(super) fn is_met(&self, scene: &Scene<'_>, event: &Event<'_>) -> bool {
        self.not != self.what.holds(scene, event)
    }

    /// Whether no event of this category can meet it.
    pub(super) fn rules_out(&self, plover: Option<Plover>) -> bool {
        let What::Plover(all) = &self.what else { return false };
        !self.not && !plover.is_some_and(|p| all.contains(&p))
    }
}

impl What {
    fn holds(&self, scene: &Scene<'_>, event: &Event<'_>) -> bool {
        let any = |who: &[Who], party: &Actor| who.iter().any(|w| w.is(scene, event, party));
        match self {
            Self::Plover(all) => event.plover().is_some_and(|p| all.contains(&p)),
            Self::Mode(all) => event.mode().is_some_and(|m| all.contains(&m)),
            Self::Cameo(all) => event.cameo().is_some_and(|c| all.contains(&c)),
            Self::Context(all) => all.iter().any(|c| event.has_context(c)),
            Self::Kind(all) => event.kind().is_some_and(|k| all.contains(&k)),
            Self::Word(all) => all.contains(&event.lemma()) || words(event.lemma()).any(|w| all.contains(&w)),
            Self::Force(all) => event.forces().iter().any(|f| {
                all.iter().any(|(element, movement)| {
                    *element == f.element && movement.is_none_or(|m| m == f.movement)
                })
            }),
            Self::Actor(all) => event.actors().any(|a| any(all, a)),
            Self::Recipient(all) => event.recipients().any(|r| any(all, r)),
        }
    }
}

impl Who {
    fn is(self, scene: &Scene<'_>, event: &Event<'_>, party: &Actor) -> bool {
        match self {
            Self::Side(side) => scene.side(party) == side,
            Self::Sector(sector) => party.sector.as_deref() == Some(sector),
            Self::Home => party.root().is_some() && event.actors().any(|a| a.root() == party.root()),
        }
    }
}

/// The words of a lemma: "call up", "call-up".
pub(super) fn words(lemma: &str) -> impl Iterator<Item = &str> {
    lemma.split([' ', '-'])
}

fn each<T>(words: &[&'static str], of: impl Fn(&'static str) -> Option<T>) -> Result<Vec<T>, String> {
    words.iter().map(|&word| of(word).ok_or_else(|| format!("{word}: unknown"))).collect()
}

fn force(text: &str) -> Option<(Element, Option<Movement>)> {
    match text.split_once('/') {
        Some((element, movement)) => Some((Element::of(element)?, Some(Movement::of(movement)?))),
        None => Some((Element::of(text)?, None)),
    }
}

fn who(text: &'static str) -> Option<Who> {
    match text {
        "subject" => Some(Who::Side(Side::Subject)),
        "other" => Some(Who::Side(Side::Other)),
        "home" => Some(Who::Home),
        _ => text.bytes().all(|b| b.is_ascii_uppercase()).then_some(Who::Sector(text)),
    }
}
