//! The cues that hang on a word itself: auxiliaries, negation, adverbs, adjectives, the mood of its sentence.

use saydo_syntax::{Rel, Sentence, Upos};

use crate::frame::Frame;
use crate::lexicon::{Effect, Entry, Lexicon};
use crate::state::{Mood, State};
use crate::{edge, negation, tree};

/// Verbs of perception and speech, with which "can" says that it is done: "we can see".
const SEEING: [&str; 10] =
    ["see", "hear", "feel", "confirm", "say", "tell", "report", "reveal", "remember", "announce"];

/// Nouns for what somebody wants: what they are said to be is not yet so.
const GOALS: [&str; 10] =
    ["goal", "aim", "task", "purpose", "priority", "objective", "intention", "hope", "plan", "wish"];

/// The state of word `i` after its own cues; `via` is the word on the path below it.
pub(crate) fn local<'s>(s: &'s Sentence<'_>, i: usize, via: Option<usize>, state: State<'s>) -> State<'s> {
    let state = moods(s, i, sentence(s, i, state));
    let state = negation::negators(s, i, via).fold(state, |state, n| state.not(s.words[n].form));
    modifiers(s, i, via, state)
}

fn moods<'s>(s: &'s Sentence<'_>, i: usize, state: State<'s>) -> State<'s> {
    match tree::auxiliaries(s, i).find_map(|a| Some((a, auxiliary(s, i, a)?))) {
        Some((a, mood)) => state.with(s.words[a].form, mood),
        None if is_to_be(s, i) => state.with("to", Mood::Future),
        None if is_to_come(s, i) => state.with("tomorrow", Mood::Future),
        None if is_goal(s, i) => state.with("goal", Mood::Intended),
        None => state,
    }
}

fn auxiliary(s: &Sentence<'_>, i: usize, a: usize) -> Option<Mood> {
    let perfect = || tree::auxiliaries(s, i).any(|b| b > a && tree::is(s, b, "have"));
    let conditional = || s.children_by(i, Rel::Advcl).any(|c| tree::marked(s, c, "if").is_some());
    let modal = s.words[a].xpos == "MD";
    Some(match s.words[a].form.to_lowercase().as_str() {
        "will" | "'ll" | "’ll" | "wo" | "shall" | "sha" if !perfect() && !conditional() => Mood::Future,
        "would" | "'d" | "’d" if modal => would(s, i, perfect() || conditional()),
        "must" | "should" | "ought" | "need" if modal && !perfect() => Mood::Duty,
        "can" | "ca" if SEEING.contains(&s.words[i].lemma.as_str()) => return None,
        _ if modal => Mood::Possible,
        _ => return None,
    })
}

/// "would" is the future of the past under a verb of saying or planning, and a mere possibility elsewhere.
fn would(s: &Sentence<'_>, i: usize, conditional: bool) -> Mood {
    let clause =
        std::iter::successors(Some(i), |&i| s.head(i).filter(|_| s.words[i].rel == Rel::Conj)).last();
    let under = clause.is_some_and(|c| matches!(s.words[c].rel, Rel::Ccomp | Rel::Acl));
    let said = s.words[i].rel == Rel::Root && s.children_by(i, Rel::Parataxis).next().is_some();
    if !conditional && (under || said) { Mood::Future } else { Mood::Possible }
}

/// "Troops to leave": a headline's future; "are to leave", "are due to leave".
fn is_to_be(s: &Sentence<'_>, i: usize) -> bool {
    if s.words[i].xpos == "VB" && tree::marked(s, i, "due").is_some() {
        return true;
    }
    let subject = tree::subject(s, i).is_some();
    s.words[i].rel == Rel::Root && subject && s.words[i].xpos == "VB" && tree::marked(s, i, "to").is_some()
}

/// "The goal is a withdrawal".
fn is_goal(s: &Sentence<'_>, i: usize) -> bool {
    let subject = s.child(i, Rel::Nsubj).filter(|_| s.child(i, Rel::Cop).is_some());
    subject.is_some_and(|c| GOALS.contains(&s.words[c].lemma.as_str()))
}

/// "leaves tomorrow", "is leaving next week".
fn is_to_come(s: &Sentence<'_>, i: usize) -> bool {
    let next = |c: usize| s.children_by(c, Rel::Amod).any(|a| tree::is(s, a, "next"));
    let time = |c: &usize| matches!(s.words[*c].rel, Rel::Obl | Rel::OblUnmarked | Rel::Advmod);
    let later = |c: usize| tree::is(s, c, "tomorrow") || s.words[c].rel != Rel::Advmod && next(c);
    tree::is_finite(s, i) && !tree::is_done(s, i) && s.children(i).filter(time).any(later)
}

/// Questions and commands.
fn sentence<'s>(s: &'s Sentence<'_>, i: usize, state: State<'s>) -> State<'s> {
    let main = matches!(s.words[i].rel, Rel::Root | Rel::Parataxis | Rel::Conj | Rel::Ccomp);
    let question = main && s.words.iter().rev().take(3).any(|w| w.form == "?");
    if question && is_question(s, i) {
        return state.with("?", Mood::Possible);
    }
    if !question && is_command(s, i) { state.with("imperative", Mood::Demanded) } else { state }
}

/// Whether a clause of a sentence with a question mark asks whether it is so: its auxiliary stands before its subject,
/// or it is the whole sentence.
fn is_question(s: &Sentence<'_>, i: usize) -> bool {
    let helpers = tree::auxiliaries(s, i).chain(s.children_by(i, Rel::Cop));
    let turned = tree::subject(s, i).is_some_and(|subject| helpers.into_iter().any(|a| a < subject));
    let whole = || s.words[i].rel == Rel::Root && s.child(i, Rel::Parataxis).is_none();
    !tree::asks(s, i) && (turned || whole())
}

/// A bare infinitive that nobody is the subject of, as a sentence or as somebody's words.
fn is_command(s: &Sentence<'_>, i: usize) -> bool {
    let bare = s.words[i].xpos == "VB" && s.words[i].upos == Upos::Verb;
    let free = match s.words[i].rel {
        Rel::Root => true,
        Rel::Ccomp | Rel::Parataxis => {
            s.children(i).next().is_none_or(|c| c > i || s.words[c].rel == Rel::Punct)
        }
        _ => false,
    };
    let helped = tree::auxiliaries(s, i).any(|a| !tree::is(s, a, "do"));
    bare && free && !helped && tree::subject(s, i).is_none() && tree::marked(s, i, "to").is_none()
}

/// Adverbs and adjectives of the lexicon.
fn modifiers<'s>(s: &'s Sentence<'_>, i: usize, via: Option<usize>, state: State<'s>) -> State<'s> {
    let below = s.children(i).filter(|&c| Some(c) != via);
    below.fold(state, |state, c| match modifier(s, i, c) {
        Some(effect) => state.qualify(s.words[c].form, effect),
        None => state,
    })
}

fn modifier(s: &Sentence<'_>, i: usize, c: usize) -> Option<Effect> {
    let verbal = matches!(s.words[i].upos, Upos::Verb | Upos::Aux);
    let negated = || negation::negators(s, c, None).next().is_some();
    let entry = match s.words[c].rel {
        Rel::Advmod if verbal || c < i => {
            Lexicon::shipped().find(&s.words[c].lemma, "adv", &[Frame::Adverb])?
        }
        Rel::Amod => hyphened(s, c).or_else(|| edge::entry(s, c, &[Frame::Mod]))?,
        _ => return None,
    };
    let effect = if negated() { entry.negative } else { entry.positive };
    (verbal || s.words[c].rel == Rel::Amod || !effect.not).then_some(effect)
}

/// Whether a coordinated word shares the auxiliaries and the negation of the one before it: "will not leave or turn".
pub(crate) fn shares(s: &Sentence<'_>, child: usize, head: usize) -> bool {
    let (a, b) = (&s.words[child], &s.words[head]);
    let but = s.children_by(child, Rel::Cc).any(|c| tree::is(s, c, "but"));
    let own = tree::subject(s, child).is_some()
        || tree::auxiliaries(s, child).next().is_some()
        || s.child(child, Rel::Det).is_some()
        || negation::negators(s, child, None).next().is_some();
    a.xpos == b.xpos && !but && !own && !matches!(a.xpos, "VBD" | "VBZ" | "VBP")
}

/// The entry of an adjective that the tokens cut at its hyphen: "so-called".
fn hyphened(s: &Sentence<'_>, c: usize) -> Option<&'static Entry> {
    let before = c.checked_sub(2).filter(|_| s.words[c - 1].form == "-")?;
    let lemma = format!("{}-{}", s.words[before].form.to_lowercase(), s.words[c].form.to_lowercase());
    Lexicon::shipped().find(&lemma, "adj", &[Frame::Mod])
}
