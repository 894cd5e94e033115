//! `/explain/{id}`: why a finding says what it says, or the sentence that tells an event.

use std::sync::Arc;

use axum::extract::{Path, State};
use axum::response::Response;
use jiff::civil::Date;
use saydo_brief::document::Sentence;
use saydo_facts::{Citation, EventId};
use saydo_picture::{Cite, Evidence, Finding, Word, rules};

use super::answer;
use super::ask::{self, Asking};
use super::shape::{Cited, Day, Explained, RuleText};
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Desk, Pictures, Room, Shown};

/// So many of the sentences under a finding are quoted, the newest; a finding of a large ledger can rest on thousands.
const QUOTED: usize = 200;

/// Which day.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Asked {
    as_of: Option<Date>,
}

impl Parameters for Asked {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        Ok(Self { as_of: ask::day(pairs, "as_of")? })
    }
}

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Path(id): Path<String>,
    Query(asked): Query<Asked>,
    asking: Asking,
) -> Result<Response, Problem> {
    let as_of = asked.as_of.unwrap_or_else(|| room.default_day());
    if let Ok(event) = id.parse::<EventId>() {
        return answer::json(&room, &asking, move |desk| sentence(desk, event, as_of)).await;
    }
    let shown = Pictures::of(&room, (as_of, None)).await?;
    let picture = shown.clone();
    answer::json_of(&room, &asking, &shown, move |desk| finding(desk, &picture, &id)).await
}

/// The sentence of an event, where its report counts on that day.
fn sentence(desk: &Desk<'_>, event: EventId, as_of: Date) -> Result<Explained, Problem> {
    let missing = || Problem::not_found(format!("as of {as_of} there is no event {event}"));
    if desk.generation.event(event, as_of).is_none() {
        return Err(missing());
    }
    let citation = desk.cite(&[event])?.remove(&event).ok_or_else(missing)?;
    let published = citation.published.ok_or_else(missing)?;
    let cite = Cite { event, published, voice: citation.family.clone() };
    Ok(Explained {
        id: event.to_string(),
        title: "a sentence that findings rest on".to_owned(),
        text: citation.sentence.clone(),
        rule: None,
        total: 1,
        cites: vec![cited(&cite, Some(&citation), None)],
    })
}

fn finding(desk: &Desk<'_>, shown: &Shown, id: &str) -> Result<Explained, Problem> {
    let picture = &shown.drawn.picture;
    let found = picture.find(id).ok_or_else(|| {
        let shown: String = id.chars().take(80).collect();
        let detail = format!(
            "the picture of {} has no finding {shown:?}; ids are those of /api/v1/picture, or r12.v3 for an event",
            picture.as_of
        );
        Problem::not_found(detail)
    })?;
    let title = saydo_brief::title(picture, id).unwrap_or_else(|| found.text.clone());
    let total = found.cites.len();
    let cites = newest(found.cites.clone());
    let events: Vec<EventId> = cites.iter().map(|cite| cite.event).collect();
    let citations = desk.cite(&events)?;
    let word = picture.words.iter().find(|word| word.id == id);
    Ok(Explained {
        id: found.id.clone(),
        title,
        rule: rule(&found),
        total,
        cites: cites.iter().map(|cite| cited(cite, citations.get(&cite.event), word)).collect(),
        text: found.text,
    })
}

/// The newest, in the order in which the finding names them.
fn newest(mut cites: Vec<Cite>) -> Vec<Cite> {
    if cites.len() > QUOTED {
        let mut days: Vec<Date> = cites.iter().map(|cite| cite.published).collect();
        days.sort_unstable();
        let first = days[days.len() - QUOTED];
        cites.retain(|cite| cite.published >= first);
        cites.drain(..cites.len() - QUOTED);
    }
    cites
}

fn rule(found: &Finding) -> Option<RuleText> {
    let (name, text) = rules().iter().find(|rule| rule.0 == found.rule)?;
    Some(RuleText { name: (*name).to_owned(), text: (*text).to_owned() })
}

fn cited(cite: &Cite, citation: Option<&Citation>, word: Option<&Word>) -> Cited {
    let (side, evidence) = word.map_or((None, None), |word| side(word, cite));
    Cited {
        event: cite.event.to_string(),
        report: cite.event.report,
        published: Day(cite.published),
        voice: cite.voice.clone(),
        voice_name: saydo_brief::party(&cite.voice),
        side,
        grade: evidence.map(|evidence| evidence.grade.name()),
        why: evidence.map(|evidence| evidence.why),
        sentence: citation.map(Sentence::of),
    }
}

/// On which side of a word a piece stands, and as what evidence.
fn side<'w>(word: &'w Word, cite: &Cite) -> (Option<&'static str>, Option<&'w Evidence>) {
    let among = |list: &'w [Evidence]| list.iter().find(|evidence| evidence.cite.event == cite.event);
    if let Some(found) = among(&word.bears_out) {
        return (Some("for"), Some(found));
    }
    if let Some(found) = among(&word.against) {
        return (Some("against"), Some(found));
    }
    (Some("said"), None)
}
