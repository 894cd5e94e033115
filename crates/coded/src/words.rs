//! The codes of words: what an announcement, a plan, a claim or a demand is, where a code for the deed would be untrue.

use std::sync::LazyLock;

use crate::table::{filled, rows};
use crate::{Coded, Standing, code};

/// A rule for words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rule {
    /// The standing; `None` for what is said not to have happened.
    standing: Option<Standing>,
    category: &'static str,
    mode: &'static str,
    plover: Option<&'static str>,
    plover_mode: Option<&'static str>,
    cameo: Option<&'static str>,
    /// Whether the speaker does it to the actor.
    turned: bool,
}

static RULES: LazyLock<Vec<Rule>> = LazyLock::new(|| {
    let row = |[standing, category, mode, plover, plover_mode, cameo, by]: [&'static str; 7]| Rule {
        standing: Standing::of(standing),
        category,
        mode,
        plover: filled(plover),
        plover_mode: filled(plover_mode),
        cameo: filled(cameo),
        turned: by == "speaker",
    };
    rows::<7>(include_str!("../data/words.tsv")).map(row).collect()
});

/// The event as words that its target has a code for: in PLOVER's codes, or in CAMEO's. `None` where it is a deed, or
/// where no rule has a code for it.
pub(crate) fn recode(event: &Coded, plover: bool) -> Option<Coded> {
    let rule = rule(event, plover)?;
    let mut words = event.clone();
    if plover {
        words.kind.plover = rule.plover.map(str::to_owned);
        words.kind.mode = rule.plover_mode.map(str::to_owned);
        words.kind.contexts = code::contexts_of(&event.kind).into_iter().map(str::to_owned).collect();
        words.kind.quad = rule.plover.and_then(code::plover_quad);
    } else {
        words.kind.cameo = rule.cameo.map(str::to_owned);
        words.kind.quad = rule.cameo.and_then(code::quad);
    }
    words.kind.scale = None;
    if rule.turned {
        words.recipient = std::mem::replace(&mut words.actor, event.speaker.clone().unwrap_or_default());
    }
    Some(words)
}

fn rule(event: &Coded, plover: bool) -> Option<Rule> {
    let standing = if event.negated { None } else { Some(event.standing?) };
    let category = code::plover_of(&event.kind);
    let name = category.map_or("", |category| category.name);
    let mode = category.and_then(|category| category.mode).unwrap_or_default();
    let has = |rule: &&Rule| if plover { rule.plover.is_some() } else { rule.cameo.is_some() };
    let with = |category: &str, mode: &str| {
        let fits = |rule: &&Rule| rule.standing == standing && rule.category == category && rule.mode == mode;
        RULES.iter().filter(has).find(fits).copied()
    };
    with(name, mode).or_else(|| with(name, "")).or_else(|| with("", ""))
}

#[cfg(test)]
mod tests {
    use saydo_codebook::{Plover, cameo};

    use super::*;
    use crate::{Kind, Side};

    fn event(plover: &str, mode: Option<&str>, standing: Standing) -> Coded {
        let side = |name: &str| Side { name: Some(name.to_owned()), ..Side::default() };
        let kind = Kind { plover: Some(plover.to_owned()), mode: mode.map(str::to_owned), ..Kind::default() };
        Coded {
            standing: Some(standing),
            kind,
            actor: side("doer"),
            speaker: Some(side("speaker")),
            ..Coded::default()
        }
    }

    fn as_plover(event: &Coded) -> Option<String> {
        recode(event, true)?.kind.plover
    }

    fn as_cameo(event: &Coded) -> Option<String> {
        recode(event, false)?.kind.cameo
    }

    #[test]
    fn every_rule_has_codes_that_exist() {
        for rule in RULES.iter() {
            let mode = |name: &str, mode: &str| Plover::of(name).unwrap().modes().contains(&mode);
            assert!(rule.category.is_empty() || Plover::of(rule.category).is_some(), "{rule:?}");
            assert!(rule.mode.is_empty() || mode(rule.category, rule.mode), "{rule:?}");
            assert!(
                rule.plover.is_none_or(|name| Plover::of(name).is_some_and(|p| matches!(p.quad(), 1 | 3)))
            );
            assert!(rule.plover_mode.is_none_or(|m| mode(rule.plover.unwrap(), m)), "{rule:?}");
            assert!(rule.cameo.is_none_or(|code| cameo(code).is_some_and(|row| matches!(row.quad, 1 | 3))));
        }
    }

    #[test]
    fn words_of_a_withdrawal_are_a_concession() {
        let announced = event("RETREAT", Some("withdraw"), Standing::Announced);
        assert_eq!(as_plover(&announced).as_deref(), Some("CONCEDE"));
        let intended = event("RETREAT", Some("withdraw"), Standing::Intended);
        assert_eq!(
            (as_plover(&intended).as_deref(), as_cameo(&intended).as_deref()),
            (Some("CONCEDE"), Some("0356"))
        );
        assert_eq!(as_plover(&event("AID", None, Standing::Intended)).as_deref(), Some("AGREE"));
        assert_eq!(as_plover(&event("ASSAULT", None, Standing::Reported)), None);
    }

    #[test]
    fn a_claim_is_the_speakers_word_about_the_actor() {
        let words = recode(&event("ASSAULT", None, Standing::Claimed), false).unwrap();
        assert_eq!(words.kind.cameo.as_deref(), Some("1123"));
        assert_eq!(
            (words.actor.name.as_deref(), words.recipient.name.as_deref()),
            (Some("speaker"), Some("doer"))
        );
    }

    #[test]
    fn what_is_denied_is_a_rejection_or_nothing() {
        let negated = |name: &str| Coded { negated: true, ..event(name, None, Standing::Reported) };
        assert_eq!(as_cameo(&negated("AID")).as_deref(), Some("122"));
        assert_eq!((as_cameo(&negated("ASSAULT")), as_plover(&negated("ASSAULT"))), (None, None));
    }
}
