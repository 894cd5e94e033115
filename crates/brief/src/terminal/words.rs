//! Words under test, and how each side's past words fared.

use saydo_picture::{Evidence, Picture, State, Word};

use crate::look::{PLAIN, QUIET, STRONG};
use crate::page::Page;
use crate::quote::Citations;
use crate::rich::Rich;
use crate::{day, names, sign, tell};

/// As many words are shown.
const MOST: usize = 8;
/// As many actors' records are shown.
const MOST_PRIORS: usize = 12;
/// Below a word.
const BELOW: &str = "    ";

/// Writes the most telling words, the newest first.
pub(super) fn write(picture: &Picture, citations: &Citations, page: &mut Page) {
    let n = picture.words.len();
    let legend = if n == 0 { "nobody has said anything that can be tested" } else { "the newest first" };
    page.heading(&day::count(n, "word under test", "words under test"), legend, None);
    for word in telling(&picture.words, MOST) {
        page.gap();
        one(word, picture, citations, page);
    }
    if n > MOST {
        page.gap();
    }
    page.more("  ", n.saturating_sub(MOST));
}

/// The words that others have spoken to before those that nobody has, then the newest, in their order.
pub(crate) fn telling(words: &[Word], most: usize) -> Vec<&Word> {
    let mut chosen: Vec<(usize, &Word)> = words.iter().enumerate().collect();
    chosen.sort_by_key(|(n, word)| (matches!(word.state, State::Unverified | State::Lapsed), *n));
    chosen.truncate(most);
    chosen.sort_by_key(|(n, _)| *n);
    chosen.into_iter().map(|(_, word)| word).collect()
}

fn one(word: &Word, picture: &Picture, citations: &Citations, page: &mut Page) {
    let sign = sign::state(word.state);
    let state = format!("{} {}", sign.on(page.look), word.state.name().to_uppercase());
    let title = Rich::of(sign.style, &state).and(PLAIN, "  ").and(STRONG, &tell::word(word));
    page.row("", BELOW, &title, Some(&word.id));
    page.row(BELOW, BELOW, &Rich::of(PLAIN, &dots(page, &tell::timing(word, picture.as_of))), None);
    page.row(BELOW, BELOW, &Rich::of(QUIET, &tell::grade(word)), None);
    if let Some(cite) = word.said_in.first() {
        page.quote(BELOW, cite, citations);
    }
    for (side, list) in [("for: ", &word.bears_out), ("against: ", &word.against)] {
        if let Some(newest) = tell::newest(list) {
            evidence(side, newest, picture, citations, page);
        }
    }
}

fn evidence(side: &str, evidence: &Evidence, picture: &Picture, citations: &Citations, page: &mut Page) {
    let told = Rich::of(STRONG, side).and(PLAIN, &tell::evidence(evidence, picture.as_of));
    page.row(BELOW, BELOW, &told, None);
    page.quote("      ", &evidence.cite, citations);
}

fn dots(page: &Page, text: &str) -> String {
    if page.look.unicode { text.to_owned() } else { text.replace('·', "|") }
}

/// Writes the track record.
pub(super) fn priors(picture: &Picture, page: &mut Page) {
    if picture.priors.is_empty() {
        return;
    }
    page.heading("Track record", "how their words fared so far", None);
    for prior in picture.priors.iter().take(MOST_PRIORS) {
        let rich =
            Rich::of(STRONG, &names::party(&prior.actor)).and(PLAIN, &format!(": {}", tell::prior(prior)));
        page.row("  ", "    ", &rich, None);
    }
    page.more("  ", picture.priors.len().saturating_sub(MOST_PRIORS));
}
