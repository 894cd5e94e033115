//! What a request asks: where, and what the asker has already; parameters that many endpoints take.

use std::fmt;
use std::str::FromStr;

use axum::extract::FromRequestParts;
use axum::http::HeaderMap;
use axum::http::request::Parts;
use jiff::civil::Date;

use crate::guard::{Pairs, Problem};

/// What tells one question from another, and the headers that it came with.
#[derive(Clone, Debug)]
pub(crate) struct Asking {
    /// Path and query.
    pub(crate) key: String,
    pub(crate) headers: HeaderMap,
}

impl<S: Send + Sync> FromRequestParts<S> for Asking {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        let key = parts.uri.path_and_query().map_or_else(String::new, ToString::to_string);
        Ok(Self { key, headers: parts.headers.clone() })
    }
}

impl Asking {
    /// The query, as it came.
    pub(crate) fn query(&self) -> &str {
        self.key.split_once('?').map_or("", |(_, query)| query)
    }
}

/// A day as a parameter has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct AskedDay(pub(crate) Date);

impl FromStr for AskedDay {
    type Err = NoDay;

    fn from_str(text: &str) -> Result<Self, NoDay> {
        let form = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        let day = form.then(|| text.parse::<Date>().ok()).flatten();
        day.filter(|day| day.year() >= 1).map(Self).ok_or(NoDay)
    }
}

/// Text that names no day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NoDay;

impl fmt::Display for NoDay {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a day is written as 2022-02-16")
    }
}

/// Takes a day out of the parameters.
pub(crate) fn day(pairs: &mut Pairs, name: &str) -> Result<Option<Date>, Problem> {
    Ok(pairs.one::<AskedDay>(name)?.map(|day| day.0))
}

/// So many items stand on a page, and so many at most.
const USUAL: usize = 50;
const MOST: usize = 500;

/// Takes the length of a page out of the parameters.
pub(crate) fn limit(pairs: &mut Pairs) -> Result<usize, Problem> {
    let limit = pairs.one::<usize>("limit")?.unwrap_or(USUAL);
    if limit == 0 || limit > MOST {
        let detail = format!("a page has from 1 to {MOST} items; `cursor` leads on to the next one");
        return Err(Problem::bad_parameter("limit", detail));
    }
    Ok(limit)
}

/// Takes a value that has to be one of `known`.
pub(crate) fn choice(
    pairs: &mut Pairs,
    name: &str,
    known: &[&'static str],
) -> Result<Option<&'static str>, Problem> {
    let Some(value) = pairs.text(name)? else { return Ok(None) };
    pick(name, &value, known).map(Some)
}

/// Takes values that have to be among `known`.
pub(crate) fn choices(
    pairs: &mut Pairs,
    name: &str,
    known: &[&'static str],
) -> Result<Vec<&'static str>, Problem> {
    pairs.list::<String>(name)?.iter().map(|value| pick(name, value, known)).collect()
}

fn pick(name: &str, value: &str, known: &[&'static str]) -> Result<&'static str, Problem> {
    known.iter().find(|one| **one == value).copied().ok_or_else(|| {
        let shown: String = value.chars().take(80).collect();
        Problem::bad_parameter(name, format!("{shown:?} is no {name}; there are: {}", known.join(", ")))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_written_in_one_way() {
        assert_eq!("2022-02-16".parse(), Ok(AskedDay(jiff::civil::date(2022, 2, 16))));
        for bad in ["", "2022-2-16", "20220216", "2022-02-30", "-0044-03-15", "0000-01-01", "2022-02-16T10"] {
            assert!(bad.parse::<AskedDay>().is_err(), "{bad}");
        }
    }

    #[test]
    fn pages_have_limits() {
        let read = |query| Pairs::parse(query).and_then(|mut pairs| limit(&mut pairs)).ok();
        assert_eq!(["", "limit=7", "limit=500"].map(read), [Some(50), Some(7), Some(500)]);
        assert_eq!(["limit=0", "limit=501", "limit=-1"].map(read), [None; 3]);
    }

    #[test]
    fn what_is_not_known_is_refused_by_name() {
        let mut pairs = Pairs::parse("sort=newest&track=words,deeds,rumours").expect("well-formed");
        assert_eq!(choice(&mut pairs, "sort", &["newest", "due"]).ok(), Some(Some("newest")));
        let told = choices(&mut pairs, "track", &["words", "deeds"]).expect_err("rumours are no track");
        let told = serde_json::to_string(&told).unwrap_or_default();
        assert!(told.contains("rumours") && told.contains(r#""parameter":"track""#), "{told}");
    }
}
