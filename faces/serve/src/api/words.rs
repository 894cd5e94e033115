//! `/words`: the words under test, page by page.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::fmt;
use std::str::FromStr;
use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use jiff::civil::Date;
use saydo_brief::document::{self, Sentence};
use saydo_picture::{Picture, State as WordState, Word, WordKind};
use serde::Serialize;

use super::answer;
use super::ask::{self, Asking};
use super::picture;
use super::shape::{Day, Page};
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Pictures, Room};

const STATES: [&str; 7] =
    ["unverified", "contradicted", "disputed", "partly kept", "kept", "overtaken", "lapsed"];
const KINDS: [&str; 6] = ["announcement", "pledge", "assurance", "allegation", "forecast", "assessment"];

/// Which words.
#[derive(Clone, Debug)]
pub(crate) struct Asked {
    pub(crate) as_of: Option<Date>,
    states: Vec<&'static str>,
    speakers: Vec<String>,
    kinds: Vec<&'static str>,
    sort: Sort,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Sort {
    Newest,
    Due,
    Broken,
}

/// Which words of them.
#[derive(Clone, Debug)]
pub(crate) struct Paged {
    asked: Asked,
    after: Option<At>,
    limit: usize,
}

/// A page of words with the sentences that they rest on.
#[derive(Debug, Serialize)]
struct Words {
    #[serde(flatten)]
    page: Page<document::Word>,
    citations: BTreeMap<String, Sentence>,
}

/// The place of a word in a list, and its id, by which it is found again where the list has changed.
#[derive(Clone, Debug, PartialEq, Eq)]
struct At {
    place: usize,
    id: String,
}

/// Text that is no cursor.
#[derive(Clone, Copy, Debug)]
struct NoPlace;

impl fmt::Display for NoPlace {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("pass on `next` of the page before as it is, or leave it out to start anew")
    }
}

impl Parameters for Asked {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let sort = match ask::choice(pairs, "sort", &["newest", "due", "broken"])? {
            Some("due") => Sort::Due,
            Some("broken") => Sort::Broken,
            _ => Sort::Newest,
        };
        Ok(Self {
            as_of: ask::day(pairs, "as_of")?,
            states: ask::choices(pairs, "state", &STATES)?,
            speakers: pairs.list("speaker")?,
            kinds: ask::choices(pairs, "kind", &KINDS)?,
            sort,
        })
    }
}

impl Parameters for Paged {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let (after, limit) = (pairs.one("cursor")?, ask::limit(pairs)?);
        Ok(Self { asked: Asked::take(pairs)?, after, limit })
    }
}

pub(crate) async fn get(
    State(room): State<Arc<Room>>,
    Query(paged): Query<Paged>,
    asking: Asking,
) -> Result<Response, Problem> {
    let as_of = paged.asked.as_of.unwrap_or_else(|| room.default_day());
    let shown = Pictures::of(&room, (as_of, None)).await?;
    let drawn = Arc::clone(&shown.drawn);
    let generation = shown.drawn.generation.clone();
    answer::json_of(&room, &asking, &shown, move |desk| {
        let all = paged.asked.of(&drawn.picture);
        let first = paged.after.as_ref().map_or(0, |after| after.behind(&all));
        let end = all.len().min(first + paged.limit);
        let next = (end < all.len()).then(|| At { place: end, id: all[end - 1].id.clone() }.to_string());
        let mut words: Vec<Word> = all[first..end].iter().map(|word| (*word).clone()).collect();
        words.iter_mut().for_each(picture::trim_word);
        let document = picture::document(desk, &picture::only_words(&drawn.picture, words))?;
        let page = Page { items: document.words, next, total: all.len(), as_of: Day(as_of), generation };
        Ok(Words { page, citations: document.citations })
    })
    .await
}

impl Asked {
    /// The words that were asked for, in the order that was asked for.
    pub(crate) fn of<'p>(&self, picture: &'p Picture) -> Vec<&'p Word> {
        let mut words: Vec<&Word> = picture.words.iter().filter(|word| self.takes(word)).collect();
        match self.sort {
            Sort::Newest => {}
            Sort::Due => words.sort_by_key(|word| due(word, picture.as_of)),
            Sort::Broken => words.sort_by_key(|word| rank(word.state)),
        }
        words
    }

    fn takes(&self, word: &Word) -> bool {
        let speaks = |code: &String| word.speaker.starts_with(code.as_str());
        (self.states.is_empty() || self.states.contains(&word.state.name()))
            && (self.kinds.is_empty() || self.kinds.contains(&WordKind::name(word.kind)))
            && (self.speakers.is_empty() || self.speakers.iter().any(speaks))
    }
}

/// Words that are due next come first, then those whose day has passed, the last one first, then those without a day.
fn due(word: &Word, as_of: Date) -> (u8, Option<Date>, Reverse<Option<Date>>) {
    match word.due.map(|days| days.last) {
        Some(day) if day >= as_of => (0, Some(day), Reverse(None)),
        Some(day) => (1, None, Reverse(Some(day))),
        None => (2, None, Reverse(None)),
    }
}

/// Words that were broken come first.
fn rank(state: WordState) -> u8 {
    match state {
        WordState::Contradicted | WordState::Overtaken => 0,
        WordState::Lapsed => 1,
        WordState::Disputed => 2,
        WordState::PartlyKept => 3,
        WordState::Unverified => 4,
        WordState::Kept => 5,
    }
}

impl At {
    /// Where the next page begins.
    fn behind(&self, words: &[&Word]) -> usize {
        let found = words.iter().position(|word| word.id == self.id);
        found.map_or(self.place, |place| place + 1).min(words.len())
    }
}

impl fmt::Display for At {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}.{}", self.place, self.id)
    }
}

impl FromStr for At {
    type Err = NoPlace;

    fn from_str(text: &str) -> Result<Self, NoPlace> {
        let (place, id) = text.split_once('.').ok_or(NoPlace)?;
        let place = place.parse().map_err(|_| NoPlace)?;
        Ok(Self { place, id: id.to_owned() })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cursor_is_read_as_it_is_written() {
        let at = At { place: 50, id: "w12.3b".to_owned() };
        assert_eq!(at.to_string().parse().ok(), Some(at));
        for bad in ["", "w12.3", "-1.w12.3"] {
            assert!(bad.parse::<At>().is_err(), "{bad}");
        }
    }
}
