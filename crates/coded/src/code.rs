//! CAMEO and PLOVER: what becomes what, and how each target scores it.

use std::collections::HashMap;
use std::sync::LazyLock;

use saydo_codebook::{Plover, cameo};

use crate::Kind;
use crate::table::{filled, list, rows};

/// What a code of CAMEO is in PLOVER, and GDELT's score where it is not ICEWS's.
struct Row {
    gdelt: Option<f64>,
    plover: Option<&'static str>,
    mode: Option<&'static str>,
    contexts: Vec<&'static str>,
}

static CODES: LazyLock<HashMap<&'static str, Row>> = LazyLock::new(|| {
    let rows = rows::<5>(include_str!("../data/codes.tsv"));
    let row = |[code, gdelt, plover, mode, contexts]: [&'static str; 5]| {
        let contexts = list(contexts).collect();
        (code, Row { gdelt: gdelt.parse().ok(), plover: filled(plover), mode: filled(mode), contexts })
    };
    rows.map(row).collect()
});

/// PLOVER's score and CAMEO's code for a category and a mode.
type Scored = HashMap<(&'static str, &'static str), (f64, &'static str)>;

static PLOVER: LazyLock<Scored> = LazyLock::new(|| {
    let rows = rows::<4>(include_str!("../data/plover.tsv"));
    rows.filter_map(|[name, mode, scale, code]| Some(((name, mode), (scale.parse().ok()?, code)))).collect()
});

/// Whose scores to take.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scale {
    /// Goldstein's as ICEWS has them.
    Icews,
    /// Goldstein's as GDELT has them.
    Gdelt,
}

/// A category of PLOVER with its mode and contexts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Category<'k> {
    pub(crate) name: &'k str,
    pub(crate) mode: Option<&'k str>,
}

/// CAMEO's code of an event: its own, else the one that its category of PLOVER becomes.
pub(crate) fn cameo_of(kind: &Kind) -> Option<&str> {
    kind.cameo.as_deref().or_else(|| {
        let (_, code) = scored(kind.plover.as_deref()?, kind.mode.as_deref())?;
        Some(code)
    })
}

/// PLOVER's category of an event: its own, else the one that its code of CAMEO becomes.
pub(crate) fn plover_of(kind: &Kind) -> Option<Category<'_>> {
    if let Some(name) = kind.plover.as_deref() {
        return Some(Category { name, mode: kind.mode.as_deref() });
    }
    let row = CODES.get(kind.cameo.as_deref()?)?;
    Some(Category { name: row.plover?, mode: row.mode })
}

impl Kind {
    /// PLOVER's category: its own, else the one that its code of CAMEO becomes; words alone (CAMEO 01, 02) have none.
    ///
    /// ```
    /// use saydo_coded::Kind;
    /// let kind = Kind { cameo: Some("0874".to_owned()), ..Kind::default() };
    /// assert_eq!(kind.category(), Some("RETREAT"));
    /// ```
    pub fn category(&self) -> Option<&str> {
        plover_of(self).map(|category| category.name)
    }
}

/// PLOVER's contexts of an event: its own, else those that its code of CAMEO has, where its category comes from there.
pub(crate) fn contexts_of(kind: &Kind) -> Vec<&str> {
    if kind.plover.is_some() || !kind.contexts.is_empty() {
        return kind.contexts.iter().map(String::as_str).collect();
    }
    kind.cameo.as_deref().and_then(|code| CODES.get(code)).map(|row| row.contexts.clone()).unwrap_or_default()
}

/// The score of a code of CAMEO on a scale.
pub(crate) fn goldstein(code: &str, scale: Scale) -> Option<f64> {
    let other = CODES.get(code).and_then(|row| row.gdelt).filter(|_| scale == Scale::Gdelt);
    // The table has at most one digit after the point, which a single-precision number cannot hold exactly.
    let round = |score: f32| (f64::from(score) * 10.0).round() / 10.0;
    other.or_else(|| cameo(code).map(|row| round(row.goldstein)))
}

/// PLOVER's score of a category.
pub(crate) fn plover_scale(category: Category<'_>) -> Option<f64> {
    scored(category.name, category.mode).map(|(scale, _)| scale)
}

fn scored(name: &str, mode: Option<&str>) -> Option<(f64, &'static str)> {
    let with = |mode| PLOVER.get(&(name, mode)).copied();
    mode.and_then(with).or_else(|| with(""))
}

/// PLOVER's quad class of a category.
pub(crate) fn plover_quad(name: &str) -> Option<u8> {
    Plover::of(name).map(Plover::quad)
}

/// The first two digits of a code.
pub(crate) fn root(code: &str) -> Option<&str> {
    code.get(..2).filter(|root| cameo(root).is_some())
}

/// GDELT's quad class of a code, 1 to 4.
pub(crate) fn quad(code: &str) -> Option<u8> {
    root(code).and_then(cameo).map(|row| row.quad)
}

/// Phoenix's five classes of a code, 0 to 4.
pub(crate) fn penta(code: &str) -> Option<u8> {
    Some(match root(code)?.parse().ok()? {
        1..=2u8 => 0,
        3..=5 => 1,
        6..=8 => 2,
        9..=13 | 16 => 3,
        _ => 4,
    })
}

/// What a code is, read in a column whose codes have three or four digits.
pub(crate) enum Digits<'c> {
    /// A code as it should be.
    Known(&'c str),
    /// A code that lost its leading zero.
    Mended(String),
    /// Nothing that CAMEO has.
    Unknown(&'c str),
}

/// Reads a code. Roots alone stand in no such column, so that two digits are three that lost their zero, unless `root`
/// says otherwise: the root that the same row gives, where it gives one.
pub(crate) fn read<'c>(code: &'c str, root: Option<&str>) -> Digits<'c> {
    let is_root = code.len() == 2 && root.is_some_and(|root| root == code);
    let known = || cameo(code).is_some();
    if (code.len() > 2 || is_root) && known() {
        return Digits::Known(code);
    }
    // Tools that take a code for a number may write 40.0 too.
    let zero = format!("0{}", code.strip_suffix(".0").unwrap_or(code));
    match zero.len() {
        3.. if cameo(&zero).is_some() => Digits::Mended(zero),
        _ if code.len() == 2 && known() => Digits::Known(code),
        _ => Digits::Unknown(code),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_of_both_systems_is_known_to_the_codebook() {
        for (code, row) in CODES.iter() {
            assert!(cameo(code).is_some(), "{code}");
            let modes = row.plover.map(|name| Plover::of(name).unwrap().modes());
            assert!(row.mode.is_none_or(|mode| modes.unwrap().contains(&mode)), "{code}");
        }
        for ((name, mode), (scale, code)) in PLOVER.iter() {
            let modes = Plover::of(name).unwrap().modes();
            assert!(mode.is_empty() || modes.contains(mode), "{name} {mode}");
            assert!(cameo(code).is_some() && scale.abs() <= 10.0, "{name} {mode}");
        }
        for plover in Plover::all() {
            assert!(plover.modes().iter().all(|mode| PLOVER.contains_key(&(plover.name(), *mode))));
        }
    }

    #[test]
    fn four_codes_score_otherwise_in_gdelt() {
        let both = |code| (goldstein(code, Scale::Icews).unwrap(), goldstein(code, Scale::Gdelt).unwrap());
        assert_eq!(both("016"), (-5.0, -2.0));
        assert_eq!(both("022"), (3.4, 3.2));
        assert_eq!(both("164"), (-6.5, -7.0));
        assert_eq!(both("165"), (-7.0, -6.5));
        let other =
            CODES.keys().filter(|code| goldstein(code, Scale::Icews) != goldstein(code, Scale::Gdelt));
        assert_eq!(other.count(), 4);
    }

    #[test]
    fn lost_zeros_are_put_back() {
        let mended = |code, root| match read(code, root) {
            Digits::Mended(code) => code,
            Digits::Known(code) => format!("={code}"),
            Digits::Unknown(code) => format!("?{code}"),
        };
        assert_eq!(mended("40", None), "040");
        assert_eq!(mended("17", None), "017");
        assert_eq!(mended("17", Some("17")), "=17");
        assert_eq!(mended("874", None), "0874");
        assert_eq!(mended("141", None), "=141");
        assert_eq!(mended("0874", None), "=0874");
        assert_eq!(mended("999", None), "?999");
        assert_eq!(mended("", None), "?");
    }

    #[test]
    fn classes_are_those_of_the_target() {
        assert_eq!((quad("164"), penta("164"), plover_quad("SANCTION")), (Some(4), Some(3), Some(4)));
        assert_eq!((quad("010"), penta("010")), (Some(1), Some(0)));
        assert_eq!((quad("0874"), penta("21")), (Some(2), None));
    }
}
