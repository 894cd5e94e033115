//! The numbers behind an event, for tables that count over many of them.

use crate::{ActorId, CodeId, Event, PlaceId};

impl ActorId {
    /// Its index among [`Facts::actors`](crate::Facts::actors).
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl PlaceId {
    /// Its index among [`Facts::all_places`](crate::Facts::all_places).
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl CodeId {
    /// Its number, from 0; events that are the same have the same.
    pub fn index(self) -> usize {
        self.0 as usize
    }
}

impl<'f> Event<'f> {
    /// The index of its report among [`Facts::reports`](crate::Facts::reports).
    pub fn report_index(&self) -> usize {
        self.packed.report as usize
    }

    /// What it is.
    pub fn code_id(&self) -> CodeId {
        CodeId(self.packed.code)
    }

    /// Source of the statement that carries it.
    pub fn speaker_id(&self) -> Option<ActorId> {
        self.packed.speaker.checked_sub(1).map(ActorId)
    }

    /// Who acts.
    pub fn actor_ids(&self) -> impl Iterator<Item = ActorId> + use<'f> {
        self.facts.numbers(self.packed.actors).map(ActorId)
    }

    /// Whom it is done to or with.
    pub fn recipient_ids(&self) -> impl Iterator<Item = ActorId> + use<'f> {
        self.facts.numbers(self.packed.recipients).map(ActorId)
    }

    /// Where.
    pub fn place_ids(&self) -> impl Iterator<Item = PlaceId> + use<'f> {
        self.facts.numbers(self.packed.places).map(PlaceId)
    }
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use crate::{Actor, Facts, Place, Report, Told};

    #[test]
    fn numbers_lead_to_what_the_event_names() {
        let mut facts = Facts::default();
        let family = facts.family("A");
        let undated = facts.report(Report::of(6, family, None));
        facts.tell(undated, Told::default());
        let report = facts.report(Report::of(7, family, Some(date(2022, 2, 16))));
        facts.tell(
            report,
            Told {
                speaker: Some(Actor::of("RUSGOV")),
                actors: vec![Actor::of("RUSMIL"), Actor::of("BLRMIL")],
                recipients: vec![Actor::of("UKR")],
                places: vec![Place { name: "Crimea".to_owned(), ..Place::default() }],
                ..Told::default()
            },
        );
        assert!(facts.event(0).is_none() && facts.event(2).is_none());
        let event = facts.event(1).expect("its report has a day");
        let code = |id: super::ActorId| facts.actors()[id.index()].code.as_str();
        assert_eq!(event.speaker_id().map(code), Some("RUSGOV"));
        assert_eq!(event.actor_ids().map(code).collect::<Vec<_>>(), ["RUSMIL", "BLRMIL"]);
        assert_eq!(event.recipient_ids().map(code).collect::<Vec<_>>(), ["UKR"]);
        let names = event.place_ids().map(|id| facts.all_places()[id.index()].name.as_str());
        assert_eq!(names.collect::<Vec<_>>(), ["Crimea"]);
        assert_eq!((event.report_index(), event.code_id().index()), (1, 0));
    }
}
