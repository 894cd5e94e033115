//! Proposals, talks and demands in plain English.

use jiff::civil::Date;
use saydo_picture::{Demand, Proposal, Talk};

use super::join;
use crate::{day, names};

/// As many parties and places are named.
const MOST: usize = 4;

/// "NATO to Russia: proposal of 26 Jan, 21 days unanswered".
pub(crate) fn proposal(proposal: &Proposal, now: Date) -> String {
    let made = day::near(proposal.made, now);
    let answer = match (proposal.answered, proposal.days_unanswered) {
        (Some(answered), _) => {
            format!("answered {} ({})", day::near(answered, now), after(proposal.made, answered))
        }
        (None, Some(n)) => format!("{} unanswered", day::days(i64::from(n))),
        (None, None) => "no answer told of".to_owned(),
    };
    format!("{}: proposal of {made}, {answer}", towards(&proposal.from, &proposal.to))
}

fn after(made: Date, answered: Date) -> String {
    match day::between(made, answered) {
        0 => "the same day".to_owned(),
        n => format!("after {}", day::days(n)),
    }
}

/// "held 12 Feb: Russia and France, Moscow".
pub(crate) fn talk(talk: &Talk, now: Date) -> String {
    let held = if talk.held { "held" } else { "planned" };
    let who = names::parties(&talk.parties, MOST);
    let places = names::list(&talk.places, MOST);
    format!("{held} {}: {}", day::near(talk.day, now), join(&[who, places], ", "))
}

/// What is demanded or refused, as CAMEO names it: "release of persons or property", "refuse to ease sanctions".
pub(crate) fn stand_for(demand: &Demand) -> Option<String> {
    let label = saydo_codebook::cameo(demand.code.as_deref()?)?.label;
    let label = label.strip_prefix("Demand ").unwrap_or(label);
    let bare = label.chars().all(|c| !c.is_lowercase()) || !label.contains(' ');
    let mut chars = label.chars();
    let first = chars.next()?.to_lowercase();
    (!bare).then(|| first.chain(chars).collect())
}

/// "Ukraine to Russia: meeting, negotiation, 3 Feb to 16 Feb".
pub(crate) fn demand(demand: &Demand, now: Date) -> String {
    let first = day::near(demand.first, now);
    let when = if demand.last > demand.first {
        format!("{first} to {}", day::near(demand.last, now))
    } else {
        first
    };
    let what = stand_for(demand).map(|what| format!(": {what}")).unwrap_or_default();
    format!("{}{what}, {when}", towards(&demand.from, &demand.to))
}

fn towards(from: &str, to: &[String]) -> String {
    let from = if from.is_empty() { "somebody unnamed".to_owned() } else { names::party(from) };
    if to.is_empty() { from } else { format!("{from} to {}", names::parties(to, MOST)) }
}
