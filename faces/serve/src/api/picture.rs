//! `/picture`: the findings of a day, the newest of each kind, with the sentences that are shown.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use jiff::ToSpan;
use jiff::civil::Date;
use saydo_brief::document::Document;
use saydo_picture::{Cite, Demand, Diplomacy, Measures, Pair, Picture, Track, Word};

use super::answer;
use super::ask::{self, Asking};
use super::shape::{Day, Drawing, Totals};
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Desk, Pictures, Room};

/// So many words are shown unless asked otherwise, and so many at most.
const USUAL: usize = 100;
const MOST: usize = 2_000;

/// So many events are named under one finding; `/explain` names them all.
const CITES: usize = 4;

/// So many rows of one list, pairs of parties and days of a track are shown; the exports leave nothing out.
const ROWS: usize = 60;
const PAIRS: usize = 24;
const DAYS: i64 = 400;

/// Which picture.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    pub(crate) as_of: Option<Date>,
    pub(crate) since: Option<Date>,
    words: usize,
}

impl Parameters for Asked {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let (as_of, since) = (ask::day(pairs, "as_of")?, ask::day(pairs, "since")?);
        let words = pairs.one("words")?.unwrap_or(USUAL);
        if words > MOST {
            return Err(Problem::bad_parameter("words", format!("at most {MOST} words are under test")));
        }
        Ok(Self { as_of, since, words })
    }
}

/// The day of a picture and the earlier one that it is compared with.
pub(crate) fn days(
    room: &Room,
    as_of: Option<Date>,
    since: Option<Date>,
) -> Result<(Date, Option<Date>), Problem> {
    let as_of = as_of.unwrap_or_else(|| room.default_day());
    if let Some(since) = since.filter(|&since| since >= as_of) {
        let detail = format!("{since} is not before the day of the picture, {as_of}; name an earlier day");
        return Err(Problem::bad_parameter("since", detail));
    }
    Ok((as_of, since))
}

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Query(asked): Query<Asked>,
    asking: Asking,
) -> Result<Response, Problem> {
    let shown = Pictures::of(&room, days(&room, asked.as_of, asked.since)?).await?;
    let drawn = Arc::clone(&shown.drawn);
    let generation = shown.drawn.generation.clone();
    answer::json_of(&room, &asking, &shown, move |desk| {
        let picture = &drawn.picture;
        Ok(Drawing {
            as_of: Day(picture.as_of),
            generation,
            totals: totals(picture),
            picture: document(desk, &trimmed(picture, asked.words))?,
        })
    })
    .await
}

/// How many findings there are of each kind.
fn totals(picture: &Picture) -> Totals {
    Totals {
        words: picture.words.len(),
        posture: picture.posture.len(),
        indicators: picture.indicators.len(),
        measures: picture.measures.pairs.len(),
    }
}

/// The public form of a picture, with the sentences of all that it names.
pub(crate) fn document(desk: &Desk<'_>, picture: &Picture) -> Result<Document, Problem> {
    let events: Vec<_> = saydo_brief::cited(picture).into_iter().collect();
    Ok(Document::of(picture, &desk.cite(&events)?))
}

/// A picture with these words and nothing else.
pub(crate) fn only_words(picture: &Picture, words: Vec<Word>) -> Picture {
    Picture {
        words,
        headline: saydo_picture::Headline { facts: Vec::new(), ..picture.headline.clone() },
        priors: Vec::new(),
        posture: Vec::new(),
        warning: saydo_picture::Warning {
            in_place: Vec::new(),
            said: Vec::new(),
            missing: Vec::new(),
            ..picture.warning.clone()
        },
        diplomacy: Diplomacy {
            proposals: Vec::new(),
            talks: Vec::new(),
            readiness: Vec::new(),
            refusals: Vec::new(),
            demands: Vec::new(),
        },
        indicators: Vec::new(),
        measures: Measures { coverage: Vec::new(), pairs: Vec::new(), ..picture.measures.clone() },
        changes: None,
        watch: picture.watch.clone(),
        subject: picture.subject.clone(),
        as_of: picture.as_of,
        since: picture.since,
        apart: picture.apart,
        sources: Vec::new(),
    }
}

/// What a page shows of a picture.
fn trimmed(picture: &Picture, words: usize) -> Picture {
    let first = picture.as_of.saturating_sub(DAYS.days());
    let demands = |list: &[Demand]| -> Vec<Demand> {
        list.iter().take(ROWS).map(|d| Demand { cites: few(&d.cites), ..d.clone() }).collect()
    };
    let diplomacy = &picture.diplomacy;
    let mut shown = picture.clone();
    shown.words.truncate(words);
    shown.words.iter_mut().for_each(trim_word);
    shown.posture.truncate(ROWS);
    shown.posture.iter_mut().for_each(|post| post.cites.truncate(CITES));
    shown.indicators.iter_mut().for_each(|indicator| indicator.cites = few(&indicator.cites));
    shown.warning.in_place.iter_mut().for_each(|(_, cites)| cites.truncate(CITES));
    shown.warning.said.truncate(CITES);
    shown.diplomacy.proposals.truncate(ROWS);
    for proposal in &mut shown.diplomacy.proposals {
        proposal.cites = few(&proposal.cites);
        proposal.answers = few(&proposal.answers);
    }
    shown.diplomacy.talks.truncate(ROWS);
    shown.diplomacy.talks.iter_mut().for_each(|talk| talk.cites = few(&talk.cites));
    shown.diplomacy.readiness = demands(&diplomacy.readiness);
    shown.diplomacy.refusals = demands(&diplomacy.refusals);
    shown.diplomacy.demands = demands(&diplomacy.demands);
    shown.measures.coverage.retain(|day| day.day >= first);
    shown.measures.pairs.truncate(PAIRS);
    shown.measures.pairs.iter_mut().for_each(|pair| trim_pair(pair, first));
    shown
}

/// Leaves the evidence that counts first of a word: the oldest and the newest.
pub(crate) fn trim_word(word: &mut Word) {
    word.said_in = few(&word.said_in);
    for evidence in [&mut word.bears_out, &mut word.against] {
        if evidence.len() > CITES {
            evidence.drain(1..=evidence.len() - CITES);
        }
    }
}

fn trim_pair(pair: &mut Pair, first: Date) {
    pair.cites.truncate(CITES);
    for track in [&mut pair.words, &mut pair.deeds] {
        let Track { days, .. } = track;
        days.retain(|day| day.day >= first);
    }
}

/// The first of a list that goes from old to new, and the newest.
fn few(cites: &[Cite]) -> Vec<Cite> {
    match cites {
        [first, rest @ ..] if rest.len() >= CITES => {
            let newest = &rest[rest.len() + 1 - CITES..];
            std::iter::once(first).chain(newest).cloned().collect()
        }
        all => all.to_vec(),
    }
}
