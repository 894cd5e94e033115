//! Facts built by hand: a few words for each event, no text and no weights.

#![allow(dead_code, reason = "each test file uses its share")]

pub(crate) mod word;

use jiff::civil::Date;
use saydo_codebook::Plover;
use saydo_facts::{Actor, Days, Facts, Force, Kind, Place, Report, Resolution, Told};
use saydo_forces::{Element, Extent, Movement};
use saydo_standing::Standing;
use saydo_watch::Watch;

/// Facts in the making: each event gets a report of its own.
#[derive(Default)]
pub(crate) struct Hand {
    pub(crate) facts: Facts,
    reports: u32,
}

impl Hand {
    /// An event of a report by `family` on `day`.
    pub(crate) fn tell(&mut self, day: &str, family: &str, told: Told) -> &mut Self {
        self.tell_all(day, family, vec![told])
    }

    /// Several events of one report.
    pub(crate) fn tell_all(&mut self, day: &str, family: &str, told: Vec<Told>) -> &mut Self {
        self.reports += 1;
        let family = self.facts.family(family);
        let report = self.facts.report(Report::of(self.reports, family, Some(date(day))));
        for told in told {
            self.facts.tell(report, told);
        }
        self
    }
}

/// The 15th of February 2022 as `2022-02-15`.
pub(crate) fn date(day: &str) -> Date {
    day.parse().expect("a day")
}

/// A watch of Ruritania and those who speak for it, towards Sylvania and its ally; one mission and one satellite firm
/// look on. The codes are real states' codes only because actor codes have to be.
pub(crate) fn watch() -> Watch {
    let codes = |all: &[&str]| all.iter().map(|c| (*c).to_owned()).collect();
    Watch {
        name: "test".to_owned(),
        subject: codes(&["RUS", "BLR", "UKRREB"]),
        others: codes(&["UKR", "USA", "GBR", "EST", "IGONAT"]),
        observers: codes(&["IGOSCEMIS", "Example Imaging"]),
        images: codes(&["Example Imaging"]),
        ..Watch::default()
    }
}

/// A withdrawal by `actor`.
pub(crate) fn withdraw(actor: &str) -> Told {
    deed("RETREAT", actor).mode("withdraw").force(Element::Troops, Movement::Out)
}

/// A deployment by `actor`.
pub(crate) fn deploy(actor: &str) -> Told {
    deed("MOBILIZE", actor).mode("troops").force(Element::Troops, Movement::In)
}

/// Forces of `actor` that are simply there.
pub(crate) fn presence(actor: &str) -> Told {
    Told {
        kind: Some(Kind::Presence),
        contexts: vec!["military".to_owned()],
        actors: vec![Actor::of(actor)],
        ..Told::default()
    }
    .force(Element::Troops, Movement::Stay)
}

/// An attack by `actor` on `recipient`.
pub(crate) fn attack(actor: &str, recipient: &str) -> Told {
    let cameo = Some("190".to_owned());
    Told { recipients: vec![Actor::of(recipient)], cameo, ..deed("ASSAULT", actor) }
}

/// A deed of a category of PLOVER.
pub(crate) fn deed(plover: &str, actor: &str) -> Told {
    Told {
        plover: Plover::of(plover),
        contexts: vec!["military".to_owned()],
        actors: vec![Actor::of(actor)],
        ..Told::default()
    }
}

/// What tests say of an event, one word after another.
pub(crate) trait Say: Sized {
    /// Carried by a statement of `speaker`, with this standing.
    fn by(self, speaker: &str, standing: Standing) -> Self;
    /// A named speaker without a code of its own.
    fn by_name(self, name: &str, code: &str) -> Self;
    fn mode(self, mode: &str) -> Self;
    fn not(self) -> Self;
    fn hedged(self) -> Self;
    fn force(self, element: Element, movement: Movement) -> Self;
    fn only(self, element: Element, movement: Movement) -> Self;
    fn extent(self, extent: Extent) -> Self;
    fn number(self, low: u64, high: u64) -> Self;
    fn at(self, place: &str, country: &str) -> Self;
    fn on(self, day: &str) -> Self;
    fn due(self, day: &str) -> Self;
    fn after(self, day: &str) -> Self;
    fn count(self, n: u64) -> Self;
}

impl Say for Told {
    fn by(mut self, speaker: &str, standing: Standing) -> Self {
        self.speaker = Some(Actor::of(speaker));
        self.statement = Some(1);
        self.standing = standing;
        self
    }

    fn by_name(mut self, name: &str, code: &str) -> Self {
        self.speaker = Some(Actor { name: name.to_owned(), ..Actor::of(code) });
        self.statement = Some(1);
        self.standing = Standing::Claimed;
        self
    }

    fn mode(mut self, mode: &str) -> Self {
        self.mode = Some(mode.to_owned());
        self
    }

    fn not(mut self) -> Self {
        self.negated = true;
        self
    }

    fn hedged(mut self) -> Self {
        self.hedged = true;
        self
    }

    fn force(mut self, element: Element, movement: Movement) -> Self {
        self.forces.push(Force { element, movement, extent: None, low: None, high: None });
        self
    }

    fn only(mut self, element: Element, movement: Movement) -> Self {
        self.forces.clear();
        self.force(element, movement)
    }

    fn extent(mut self, extent: Extent) -> Self {
        self.forces.iter_mut().for_each(|f| f.extent = Some(extent));
        self
    }

    fn number(mut self, low: u64, high: u64) -> Self {
        self.forces.iter_mut().for_each(|f| (f.low, f.high) = (Some(low), Some(high)));
        self
    }

    fn at(mut self, place: &str, country: &str) -> Self {
        self.places.push(Place {
            name: place.to_owned(),
            country: Some(country.to_owned()),
            resolution: if place == country { Resolution::Country } else { Resolution::Region },
            ..Place::default()
        });
        self
    }

    fn on(mut self, day: &str) -> Self {
        self.time = Some(Days::on(date(day)));
        self
    }

    fn due(mut self, day: &str) -> Self {
        self.by = Some(Days::on(date(day)));
        self
    }

    fn after(mut self, day: &str) -> Self {
        self.from = Some(Days::on(date(day)));
        self
    }

    fn count(mut self, n: u64) -> Self {
        self.count = Some((Some(n), Some(n)));
        self
    }
}
