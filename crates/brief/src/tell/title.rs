//! Any finding in a line, in plain English.

use saydo_picture::{Pair, Picture, Post, Word};

use super::{
    capital, coverage, demand, direction, element, interval, join, proposal, range, since, stand, talk,
};
use super::{verdict, voices, warning};
use crate::{day, names};

/// The finding with this id in a sentence; `None` where the picture has none.
///
/// It says what `saydo_picture::Picture::find` says with codes, in the words of the other forms.
pub fn title(picture: &Picture, id: &str) -> Option<String> {
    let now = picture.as_of;
    let subject = subject(picture, id)?;
    let state = match id {
        "headline" => verdict(picture.headline.verdict),
        "warning" => warning(picture.warning.time).to_owned(),
        "coverage" => {
            let sources = super::sources(&picture.sources, now);
            join(&[vec![coverage(&picture.measures)], sources].concat(), " ")
        }
        _ => {
            let word = picture.words.iter().find(|w| w.id == id).map(|w| of_word(w, picture));
            let post = || picture.posture.iter().find(|p| p.id == id).map(|p| of_post(p, picture));
            let pair = || picture.measures.pairs.iter().find(|p| p.id == id).map(of_pair);
            let indicator = || {
                let found = picture.indicators.iter().find(|i| i.id == id)?;
                let told = [found.state.name().to_owned(), since(found.since, now)];
                Some(format!("{}, {}", join(&told, " "), day::count(found.voices, "voice", "voices")))
            };
            word.or_else(post).or_else(pair).or_else(indicator).unwrap_or_default()
        }
    };
    Some(match state.as_str() {
        "" => capital(&subject),
        // What a word is about has its colon already.
        state if subject.contains(": ") => format!("{}. {}", capital(&subject), capital(state)),
        state => format!("{}: {state}", capital(&subject)),
    })
}

/// What the finding with this id is about.
pub(super) fn subject(picture: &Picture, id: &str) -> Option<String> {
    let now = picture.as_of;
    let found = &picture.diplomacy;
    let word = || picture.words.iter().find(|w| w.id == id).map(super::word);
    let post = || picture.posture.iter().find(|p| p.id == id);
    let pair = || picture.measures.pairs.iter().find(|p| p.id == id);
    let arrow = |p: &Pair| format!("{} towards {}", names::party(&p.from), names::party(&p.to));
    let stands =
        [("ready to talk", &found.readiness), ("refuses", &found.refusals), ("demands", &found.demands)];
    let stand_of = || {
        let mut all = stands.iter().flat_map(|(what, list)| list.iter().map(move |d| (what, d)));
        all.find(|(_, d)| d.id == id).map(|(what, d)| format!("{what}: {}", demand(d, now)))
    };
    match id {
        "headline" => Some("the answer".to_owned()),
        "warning" => Some("warning time".to_owned()),
        "coverage" => Some("reports read".to_owned()),
        _ => word()
            .or_else(|| post().map(|p| format!("{} of {}", element(p.element), stand(p))))
            .or_else(|| pair().map(arrow))
            .or_else(|| picture.indicators.iter().find(|i| i.id == id).map(|i| i.label.clone()))
            .or_else(|| found.proposals.iter().find(|p| p.id == id).map(|p| proposal(p, now)))
            .or_else(|| found.talks.iter().find(|t| t.id == id).map(|t| format!("talks {}", talk(t, now))))
            .or_else(stand_of),
    }
}

fn of_word(word: &Word, picture: &Picture) -> String {
    format!("{}; {}", super::timing(word, picture.as_of), super::grade(word))
}

fn of_post(post: &Post, picture: &Picture) -> String {
    let now = picture.as_of;
    let told = format!("{}, {} {}", voices(post.voices), direction(post), day::near(post.last_seen, now));
    let trend = format!("{} {}", post.trend.name(), since(Some(post.since), now));
    join(&[trend, told, post.numbers.map(range).unwrap_or_default()], "; ")
}

fn of_pair(pair: &Pair) -> String {
    let told = |what, track: &saydo_picture::Track| {
        format!("{what} {}, before {}", interval(track.last_week), interval(track.before))
    };
    format!("{}; {}", told("words", &pair.words), told("deeds", &pair.deeds))
}
