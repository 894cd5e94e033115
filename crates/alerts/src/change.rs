//! Which changes are told.

use std::cmp::Reverse;

use saydo_brief::{capital, clean};
use saydo_facts::Citation;
use saydo_picture::{Cite, Indicator, Picture, State, Word, rules};

use crate::alert::uuid;
use crate::quote::{self, Tell};
use crate::same::Known;
use crate::seen::{Seen, kind};
use crate::{Alert, AlertKind, Quoted, SCHEMA, news};

/// What is news in a picture after an earlier look, the weightiest first; `tell` finds the words behind an event. Without
/// an earlier look, or with one at another watch, at a later day or before any report was read, nothing is told.
///
/// - The headline: another kind of verdict. A later day of "unchanged since" and more voices that see it ease are none.
/// - A word under test: another state than the one told last. One that is new in the picture is told if it is in a state
///   other than unverified and lapsed already and was said in the two weeks before the last look. A fall back to
///   unverified is told once it has held for seven days, and overtaken is not told to be contradicted again. Words of one
///   speaker about the same that come into the same state together are one alert.
/// - An indicator: another state, or corroborated and told of again after more than 60 days of silence; not where all that
///   is told of it is older than two weeks before the last look.
pub fn alerts(
    before: Option<&Seen>,
    picture: &Picture,
    tell: &dyn Fn(&Cite) -> Option<Citation>,
) -> Vec<Alert> {
    let Some(before) = before.filter(|seen| seen.precedes(picture)) else { return Vec::new() };
    let mut all: Vec<Alert> = headline(before, picture, tell).into_iter().collect();
    all.extend(words(before, picture, tell));
    all.extend(indicators(before, picture, tell));
    all
}

fn headline(before: &Seen, picture: &Picture, tell: Tell<'_>) -> Option<Alert> {
    let headline = &picture.headline;
    let (was, sentence) = &before.headline;
    let changed = was != kind(headline.verdict);
    changed.then(|| {
        let is = saydo_brief::verdict(headline.verdict);
        let change = Change {
            kind: AlertKind::Headline,
            finding: &headline.id,
            topic: String::new(),
            also: Vec::new(),
            about: "the answer".to_owned(),
            was: sentence.trim_end_matches('.'),
            is: is.trim_end_matches('.'),
            rule: headline.rule,
        };
        change.alert(picture, quote::of_headline(headline, tell))
    })
}

/// Words of one speaker about the same that come into the same state on one day are one alert: one piece of evidence
/// bears on all of them.
fn words(before: &Seen, picture: &Picture, tell: Tell<'_>) -> Vec<Alert> {
    let mut told: Vec<Vec<(&Word, &str)>> = Vec::new();
    for (word, was) in changed(before, picture) {
        match told.iter_mut().find(|group| is_alike(group[0].0, word)) {
            Some(group) => group.push((word, was)),
            None => told.push(vec![(word, was)]),
        }
    }
    told.iter().map(|group| of_words(group, picture, tell)).collect()
}

/// Whether they came into the same state and are of one saying, or of one speaker about the same.
fn is_alike(a: &Word, b: &Word) -> bool {
    a.state == b.state && (a.id == b.id || (a.speaker == b.speaker && about(a) == about(b)))
}

fn about(word: &Word) -> (&str, &str, bool) {
    (&word.act, &word.actor, word.denies)
}

fn of_words(group: &[(&Word, &str)], picture: &Picture, tell: Tell<'_>) -> Alert {
    let (word, was) = group[0];
    let change = Change {
        kind: AlertKind::Word,
        finding: &word.id,
        topic: format!("{:?}", about(word)),
        also: group[1..].iter().map(|(word, _)| word.id.clone()).collect(),
        about: saydo_brief::heading(word),
        was,
        is: word.state.name(),
        rule: word.rule,
    };
    change.alert(picture, quote::of_word(word, tell))
}

/// The words whose state is news, with the state that was told before, the weightiest first.
fn changed<'p>(before: &'p Seen, picture: &'p Picture) -> Vec<(&'p Word, &'p str)> {
    let known = Known::of(before);
    let news = |word: &'p Word| match known.find(word) {
        Some(was) => news::of_word(was, word, picture.as_of).then_some((word, was.told.as_str())),
        None => news::of_new_word(word, before.as_of).then_some((word, "")),
    };
    let mut changed: Vec<(&Word, &str)> = picture.words.iter().filter_map(news).collect();
    changed.sort_by_cached_key(|(word, _)| weight(word, picture));
    changed
}

/// The subject's own words before those of others, what is settled before what is not, the newest first.
fn weight(word: &Word, picture: &Picture) -> (bool, u8, Reverse<jiff::civil::Date>) {
    let own = !picture.subject.is_empty() && word.speaker.starts_with(&picture.subject);
    let settled = match word.state {
        State::Contradicted | State::Overtaken => 0,
        State::Kept | State::PartlyKept => 1,
        State::Disputed => 2,
        State::Lapsed => 3,
        State::Unverified => 4,
    };
    (!own, settled, Reverse(word.said))
}

fn indicators(before: &Seen, picture: &Picture, tell: Tell<'_>) -> Vec<Alert> {
    let alert = |indicator: &Indicator| {
        let was = before.indicators.iter().find(|seen| seen.id == indicator.id);
        let (was, is) = news::of_indicator(was, indicator, before.as_of)?;
        let change = Change {
            kind: AlertKind::Indicator,
            finding: &indicator.id,
            topic: String::new(),
            also: Vec::new(),
            about: indicator.label.clone(),
            was: &was,
            is: &is,
            rule: indicator.rule,
        };
        Some(change.alert(picture, quote::of_indicator(indicator, tell)))
    };
    picture.indicators.iter().filter_map(alert).collect()
}

/// A change before it is told.
struct Change<'c> {
    kind: AlertKind,
    finding: &'c str,
    /// What tells words apart that share an id.
    topic: String,
    also: Vec<String>,
    about: String,
    was: &'c str,
    is: &'c str,
    rule: &'c str,
}

impl Change<'_> {
    fn alert(self, picture: &Picture, sentences: Vec<Quoted>) -> Alert {
        let as_of = picture.as_of.to_string();
        let because = rules().iter().find(|(name, _)| *name == self.rule).map_or("", |(_, says)| *says);
        let about = clean::line(&self.about);
        Alert {
            schema: SCHEMA.to_owned(),
            id: uuid(&[&picture.watch, self.finding, &self.topic, self.was, self.is, &as_of]),
            watch: picture.watch.clone(),
            as_of: picture.as_of,
            kind: self.kind,
            finding: self.finding.to_owned(),
            text: text(self.kind, &about, self.was, self.is, self.also.len()),
            also: self.also,
            about,
            was: self.was.to_owned(),
            is: self.is.to_owned(),
            rule: self.rule.to_owned(),
            because: because.to_owned(),
            sentences,
        }
    }
}

fn text(kind: AlertKind, about: &str, was: &str, is: &str, also: usize) -> String {
    let was = if was.is_empty() { String::new() } else { format!(" (was {})", uncapital(was)) };
    match (kind, also) {
        (AlertKind::Headline, _) => format!("{is}{was}"),
        (_, 0) => format!("{}: {is}{was}", capital(about)),
        (_, 1) => format!("{}: {is}{was}, and one more word of the same speaker", capital(about)),
        (_, n) => format!("{}: {is}{was}, and {n} more words of the same speaker", capital(about)),
    }
}

fn uncapital(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_lowercase().chain(chars).collect())
}
