//! `/series`, `/map`, `/facets`: events counted by day, by place, and by what can be filtered for.

use std::sync::Arc;

use axum::extract::State;
use axum::response::Response;
use saydo_tally::{self as tally, Bucket, Filter};

use super::answer;
use super::ask::Asking;
use super::filter::Asked;
use super::shape::{Count, Day, Facets, PlaceCount, Places, Point, Series};
use crate::guard::{Pairs, Parameters, Problem, Query};
use crate::room::{Desk, Room};

/// What is counted by day, in which buckets.
#[derive(Clone, Debug)]
pub(crate) struct Bucketed {
    pub(crate) asked: Asked,
    bucket: Option<Bucket>,
}

impl Parameters for Bucketed {
    fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
        let bucket = match pairs.text("bucket")?.as_deref() {
            None | Some("auto") => None,
            Some(name) => {
                let bucket = name.parse().map_err(|error: tally::Error| {
                    Problem::bad_parameter("bucket", format!("{error}, or `auto`"))
                });
                Some(bucket?)
            }
        };
        Ok(Self { asked: Asked::take(pairs)?, bucket })
    }
}

pub(crate) async fn series(
    State(room): State<Arc<Room>>,
    Query(asked): Query<Bucketed>,
    asking: Asking,
) -> Result<Response, Problem> {
    answer::json(&room, &asking, move |desk| asked.series(desk)).await
}

pub(crate) async fn map(
    State(room): State<Arc<Room>>,
    Query(asked): Query<Asked>,
    asking: Asking,
) -> Result<Response, Problem> {
    answer::json(&room, &asking, move |desk| Ok(places(desk, &asked.filter(desk)?))).await
}

pub(crate) async fn facets(
    State(room): State<Arc<Room>>,
    Query(asked): Query<Asked>,
    asking: Asking,
) -> Result<Response, Problem> {
    answer::json(&room, &asking, move |desk| Ok(facets_of(desk, &asked.filter(desk)?))).await
}

impl Bucketed {
    /// The events by day.
    pub(crate) fn series(&self, desk: &Desk<'_>) -> Result<Series, Problem> {
        let series = desk.generation.tally.series(&self.asked.filter(desk)?, self.bucket);
        Ok(Series {
            bucket: series.bucket.name().to_owned(),
            from: Day(series.from),
            to: Day(series.to),
            total: series.total,
            points: series.points.iter().map(point).collect(),
        })
    }
}

fn point(point: &tally::Point) -> Point {
    Point {
        day: Day(point.day),
        words: point.words,
        deeds: point.deeds,
        denials: point.denials,
        words_conflict: point.words_conflict,
        words_cooperation: point.words_cooperation,
        deeds_conflict: point.deeds_conflict,
        deeds_cooperation: point.deeds_cooperation,
        reports: point.reports,
        families: point.families,
        thin: point.thin,
    }
}

/// The events by place.
pub(crate) fn places(desk: &Desk<'_>, filter: &Filter) -> Places {
    let places = desk.generation.tally.places(filter);
    Places {
        places: places.places.iter().map(place).collect(),
        unplaced: places.unplaced,
        total: places.total,
    }
}

fn place(place: &tally::PlaceCount) -> PlaceCount {
    PlaceCount {
        key: place.key.to_string(),
        name: place.name.clone(),
        country: place.country.clone(),
        admin1: place.admin1.clone(),
        lat: place.lat,
        lon: place.lon,
        resolution: place.resolution.name().to_owned(),
        events: place.events,
        corroborated: place.corroborated,
        single: place.single,
        words: place.words,
        denials: place.denials,
        families: place.families,
        last: Day(place.last),
        newest: place.newest.to_string(),
        top: place.top.to_owned(),
    }
}

fn facets_of(desk: &Desk<'_>, filter: &Filter) -> Facets {
    let facets = desk.generation.tally.facets(filter);
    let plain = |counts: Vec<tally::Count>| counts.into_iter().map(count).collect();
    let named = |one: tally::Count| Count { name: saydo_brief::party(&one.key), ..count(one) };
    Facets {
        actors: facets.actors.into_iter().map(named).collect(),
        places: plain(facets.places),
        standings: plain(facets.standings),
        tracks: plain(facets.tracks),
        types: plain(facets.types),
        sources: plain(facets.sources),
    }
}

fn count(count: tally::Count) -> Count {
    Count { key: count.key, name: count.name, count: count.count }
}
