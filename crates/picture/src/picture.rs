//! The picture: all findings of a watch as of a day.

use std::sync::Arc;

use jiff::civil::Date;
use saydo_facts::{EventId, Facts};
use saydo_watch::Watch;

use crate::change::changes;
use crate::headline::{Findings, headline};
use crate::measure::Cover;
use crate::sorted::Sorted;
use crate::{
    Changes, Diplomacy, Headline, Indicator, Measures, Post, Prior, Scene, SourceHealth, Warning, Word,
    indicators, posture, priors, warning, words,
};

/// An event that a finding rests on, with what the finding needs to say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Cite {
    /// Which event.
    pub event: EventId,
    /// The day its report was published.
    pub published: Date,
    /// The voice that vouches for it: a side's code (`USA`, `IGONAT`) or a publisher family's name.
    pub voice: String,
}

/// The picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The watch's name.
    pub watch: String,
    /// The actor code of the subject.
    pub subject: String,
    /// As of this day, reports of the day included.
    pub as_of: Date,
    /// The first day that counts.
    pub since: Option<Date>,
    /// The one sentence.
    pub headline: Headline,
    /// Words under test, the newest first.
    pub words: Vec<Word>,
    /// How each side's past words fared.
    pub priors: Vec<Prior>,
    /// What stands where.
    pub posture: Vec<Post>,
    /// How much warning there would be.
    pub warning: Warning,
    /// Proposals, talks, readiness, refusals, demands.
    pub diplomacy: Diplomacy,
    /// Signs of escalation.
    pub indicators: Vec<Indicator>,
    /// Conflict and co-operation by day and pair.
    pub measures: Measures,
    /// What changed since an earlier day, where one is given.
    pub changes: Option<Changes>,
    /// What was kept and takes part in nothing.
    pub apart: Apart,
    /// How the sources fare that are followed; [`Picture::of`] knows of none, and whoever follows them sets it.
    pub sources: Vec<SourceHealth>,
}

impl Picture {
    /// The picture of a watch as of a day, and what changed since an earlier one, where that is asked for.
    ///
    /// ```
    /// use saydo_facts::{Actor, Facts, Report, Told};
    /// use saydo_picture::{Picture, State};
    /// use saydo_standing::Standing;
    /// use saydo_watch::Watch;
    ///
    /// let mut facts = Facts::default();
    /// let wire = facts.family("Example Wire");
    /// let day = jiff::civil::date(2022, 2, 15);
    /// let report = facts.report(Report::of(1, wire, Some(day)));
    /// facts.tell(report, Told {
    ///     plover: saydo_codebook::Plover::of("RETREAT"),
    ///     cameo: Some("0874".to_owned()),
    ///     standing: Standing::Announced,
    ///     statement: Some(1),
    ///     speaker: Some(Actor::of("RUSGOV")),
    ///     actors: vec![Actor::of("RUSMIL")],
    ///     ..Told::default()
    /// });
    /// let watch = Watch { subject: vec!["RUS".to_owned()], ..Watch::default() };
    /// let picture = Picture::of(&facts, &watch, day, None);
    /// assert_eq!(picture.words[0].state, State::Unverified);
    /// assert_eq!(picture.headline.verdict.sentence(), "too little coverage to say");
    /// ```
    pub fn of(facts: &Facts, watch: &Watch, as_of: Date, since: Option<Date>) -> Self {
        Self::sorted(facts, watch, &Arc::new(Sorted::of(facts, watch)), as_of, since)
    }

    /// The same of facts that were sorted for the watch before.
    pub(crate) fn sorted(
        facts: &Facts,
        watch: &Watch,
        sorted: &Arc<Sorted>,
        as_of: Date,
        since: Option<Date>,
    ) -> Self {
        let on = |day: Date| Self::on(&Scene::of(facts, watch, day, Arc::clone(sorted)));
        let mut picture = on(as_of);
        picture.changes = since.map(|day| changes(&picture, &on(day)));
        picture
    }

    fn on(scene: &Scene<'_>) -> Self {
        let (watch, as_of) = (scene.watch, scene.as_of);
        let cover = Cover::of(scene);
        let (words, posture, diplomacy, measures) = std::thread::scope(|parts| {
            let talk = parts.spawn(|| (Diplomacy::of(scene), Measures::with(scene, &cover)));
            let (words, posture) = (words(scene), posture(scene));
            let (diplomacy, measures) = talk.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (words, posture, diplomacy, measures)
        });
        let (warning, indicators) = (warning(scene, &posture), indicators(scene));
        let findings = Findings {
            words: &words,
            posture: &posture,
            warning: &warning,
            diplomacy: &diplomacy,
            indicators: &indicators,
            measures: &measures,
            cover: &cover,
        };
        Self {
            watch: watch.name.clone(),
            subject: watch.subject.first().cloned().unwrap_or_default(),
            as_of,
            since: watch.since,
            headline: headline(scene, findings),
            priors: priors(&words),
            words,
            posture,
            warning,
            diplomacy,
            indicators,
            measures,
            changes: None,
            apart: Apart::of(scene),
            sources: Vec::new(),
        }
    }
}

/// Reports that no finding rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Apart {
    /// Without a day of publication.
    pub undated: usize,
    /// Dated after the day they came in.
    pub future: usize,
    /// Published after the day of the picture.
    pub later: usize,
    /// Near-copies of other reports; they are read, and their voice counts once.
    pub copies: usize,
}

impl Apart {
    /// The reports of a scene's watch that its picture leaves out, and the near-copies among those that it takes in.
    fn of(scene: &Scene<'_>) -> Self {
        let (mut apart, day) = (Self::default(), scene.as_of);
        for report in scene.facts.reports().iter().filter(|r| r.is_valid(day) && scene.is_asked_for(r)) {
            match report.published {
                None => apart.undated += 1,
                Some(_) if report.is_future() => apart.future += 1,
                Some(published) if published > day => apart.later += 1,
                Some(_) => apart.copies += usize::from(report.copy),
            }
        }
        apart
    }
}
