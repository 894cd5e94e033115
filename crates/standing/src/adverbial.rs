//! What a clause hands down to an adverbial clause: conditions, purposes, times, reasons.

use saydo_syntax::{Rel, Sentence};

use crate::frame::Frame;
use crate::state::{Mood, State};
use crate::{edge, tree};

const CONDITIONS: [&str; 8] =
    ["if", "unless", "lest", "whether", "provided", "providing", "assuming", "case"];

const BESIDE: [&str; 7] = ["include", "accord", "follow", "compare", "cite", "concern", "regard"];

/// The state of an adverbial clause under a clause in this state.
pub(crate) fn clause<'s>(s: &'s Sentence<'_>, child: usize, head: usize, state: State<'s>) -> State<'s> {
    if is_condition(s, child) {
        return state.granted().with("if", Mood::Possible);
    }
    match tree::marker(s, child) {
        Some("to" | "in" | "so") if tree::is_infinitive(s, child) => purpose(s, child, state),
        Some("so") if tree::auxiliaries(s, child).any(|a| s.words[a].xpos == "MD") => {
            purpose(s, child, state)
        }
        Some("before" | "until" | "till" | "after" | "when" | "once") => time(s, child, head, state),
        Some("to" | "by" | "in" | "on" | "upon" | "without" | "instead" | "rather" | "from" | "with") => {
            state.affirmed()
        }
        Some(_) => state.granted(),
        None if tree::is_finite(s, child) => time(s, child, head, state),
        None if is_beside(s, child, head) => state.granted(),
        None => state.affirmed(),
    }
}

/// Whether a clause names a condition: "if they attack", "should they attack".
pub(crate) fn is_condition(s: &Sentence<'_>, child: usize) -> bool {
    let inverted = || tree::auxiliaries(s, child).next().is_some_and(|a| turned(s, child, a));
    match tree::marker(s, child) {
        Some(marker) => CONDITIONS.contains(&marker),
        None => inverted(),
    }
}

/// Whether a participle only goes with its clause: before it, or what somebody says: "facing defeat, they may flee".
fn is_beside(s: &Sentence<'_>, child: usize, head: usize) -> bool {
    let speech = || edge::entry(s, child, &[Frame::That]).is_some_and(|e| e.positive.is_said());
    let listing = || BESIDE.contains(&s.words[child].lemma.as_str());
    child < head || listing() || speech()
}

fn purpose<'s>(s: &Sentence<'_>, child: usize, state: State<'s>) -> State<'s> {
    let only = s.children(child).any(|c| tree::is(s, c, "only") && c < child);
    let state = state.affirmed();
    if only { state } else { state.with("to", Mood::Intended) }
}

/// "Should they attack", "Were it to fall", "Had they known": the auxiliary before its subject.
fn turned(s: &Sentence<'_>, clause: usize, auxiliary: usize) -> bool {
    let can = ["should", "were", "had"].iter().any(|w| s.words[auxiliary].form.eq_ignore_ascii_case(w));
    can && tree::subject(s, clause).is_some_and(|subject| auxiliary < subject)
}

/// A time that is still to come is as real as what will happen then.
fn time<'s>(s: &Sentence<'_>, child: usize, head: usize, state: State<'s>) -> State<'s> {
    let open = state.mood.is_some() && s.words[head].rel != Rel::Conj;
    if open && !tree::is_past(s, child) { state.affirmed() } else { state.granted() }
}
