//! The parameters of an address, read by name; what nobody asked for or what cannot be read is refused by name.

use std::fmt::Display;
use std::str::FromStr;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use percent_encoding::percent_decode_str;

use super::Problem;

/// The parameters that an endpoint takes.
///
/// An endpoint's parameters are read one after another from the [`Pairs`]; whatever is left then is unknown.
pub(crate) trait Parameters: Sized {
    /// Takes the parameters out of `pairs`.
    fn take(pairs: &mut Pairs) -> Result<Self, Problem>;
}

/// No parameters at all.
impl Parameters for () {
    fn take(_: &mut Pairs) -> Result<Self, Problem> {
        Ok(())
    }
}

/// The query of a request as the parameters `T`; unknown, repeated and malformed ones are a 400 that names them.
#[derive(Clone, Debug)]
pub(crate) struct Query<T>(pub(crate) T);

impl<T: Parameters, S: Sync> FromRequestParts<S> for Query<T> {
    type Rejection = Problem;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Problem> {
        Pairs::parse(parts.uri.query().unwrap_or_default())?.read().map(Self)
    }
}

/// Names and values of a query, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Pairs(Vec<(String, String)>);

impl Pairs {
    /// Reads a query as forms write it (`application/x-www-form-urlencoded`, WHATWG URL), but refuses what is not UTF-8
    /// and NUL.
    pub(crate) fn parse(query: &str) -> Result<Self, Problem> {
        let pieces = query.split('&').filter(|piece| !piece.is_empty());
        pieces.map(pair).collect::<Result<_, _>>().map(Self)
    }

    /// Takes all parameters of `T`; one that is left over is unknown.
    pub(crate) fn read<T: Parameters>(mut self) -> Result<T, Problem> {
        let read = T::take(&mut self)?;
        match self.0.into_iter().next() {
            None => Ok(read),
            Some((name, _)) => {
                let detail = format!(
                    "there is no parameter {name:?} here; /api/v1/openapi.json lists those there are"
                );
                Err(Problem::bad_parameter(name, detail))
            }
        }
    }

    /// Takes the value of `name`, at most one; an empty one counts as not given.
    pub(crate) fn text(&mut self, name: &str) -> Result<Option<String>, Problem> {
        let mut values = self.values(name).into_iter();
        match (values.next(), values.next()) {
            (_, Some(_)) => Err(Problem::bad_parameter(name, format!("{name} is given more than once"))),
            (value, None) => Ok(value.filter(|value| !value.is_empty())),
        }
    }

    /// Takes the value of `name` and reads it as a `T`.
    pub(crate) fn one<T: FromStr<Err: Display>>(&mut self, name: &str) -> Result<Option<T>, Problem> {
        self.text(name)?.map(|value| parsed(name, &value)).transpose()
    }

    /// Takes all values of `name`, repeated or with commas between them, and reads each as a `T`.
    pub(crate) fn list<T: FromStr<Err: Display>>(&mut self, name: &str) -> Result<Vec<T>, Problem> {
        let values = self.values(name);
        let pieces = values.iter().flat_map(|value| value.split(',')).filter(|piece| !piece.is_empty());
        pieces.map(|piece| parsed(name, piece)).collect()
    }

    /// Takes all values of `name` as they came.
    pub(crate) fn values(&mut self, name: &str) -> Vec<String> {
        let (taken, left) = std::mem::take(&mut self.0).into_iter().partition(|(key, _)| key == name);
        self.0 = left;
        let taken: Vec<(String, String)> = taken;
        taken.into_iter().map(|(_, value)| value).collect()
    }
}

fn pair(piece: &str) -> Result<(String, String), Problem> {
    let (name, value) = piece.split_once('=').unwrap_or((piece, ""));
    let name = decoded(name).ok_or_else(|| Problem::bad_request(BAD_BYTES))?;
    match decoded(value) {
        Some(value) => Ok((name, value)),
        None => Err(Problem::bad_parameter(name, BAD_BYTES)),
    }
}

const BAD_BYTES: &str =
    "the query holds bytes that are not UTF-8, or NUL; write them percent-encoded as UTF-8";

/// A name or value without its escapes.
fn decoded(text: &str) -> Option<String> {
    let spaced = text.replace('+', " ");
    let text = percent_decode_str(&spaced).decode_utf8().ok()?;
    (!text.contains('\0')).then(|| text.into_owned())
}

fn parsed<T: FromStr<Err: Display>>(name: &str, value: &str) -> Result<T, Problem> {
    let shown: String = value.chars().take(80).collect();
    value.parse().map_err(|error| Problem::bad_parameter(name, format!("{shown:?} is no {name}: {error}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Debug, PartialEq)]
    struct Asked {
        limit: Option<usize>,
        actors: Vec<String>,
        text: Option<String>,
    }

    impl Parameters for Asked {
        fn take(pairs: &mut Pairs) -> Result<Self, Problem> {
            Ok(Self { limit: pairs.one("limit")?, actors: pairs.list("actor")?, text: pairs.text("q")? })
        }
    }

    fn read(query: &str) -> Result<Asked, String> {
        let read = Pairs::parse(query).and_then(Pairs::read::<Asked>);
        read.map_err(|problem| serde_json::to_string(&problem).unwrap_or_default())
    }

    #[test]
    fn lists_come_repeated_or_with_commas() {
        let asked = read("actor=RUS,UKR&limit=5&actor=USA&q=%22pull+back%22").expect("all is known");
        assert_eq!(asked.actors, ["RUS", "UKR", "USA"]);
        assert_eq!((asked.limit, asked.text.as_deref()), (Some(5), Some("\"pull back\"")));
    }

    #[test]
    fn nothing_and_empty_values_are_not_given() {
        let none = Asked { limit: None, actors: Vec::new(), text: None };
        assert_eq!(read(""), Ok(none));
        assert_eq!(read("&&limit=&q=&actor=,"), read(""));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (query, parameter) in [
            ("limit=x", "limit"),
            ("limit=1&limit=2", "limit"),
            ("limt=1", "limt"),
            ("q=%ff", "q"),
            ("q=%00", "q"),
            ("limit=99999999999999999999", "limit"),
        ] {
            let told = read(query).expect_err(query);
            assert!(told.contains(&format!("\"parameter\":\"{parameter}\"")), "{query}: {told}");
        }
    }
}
