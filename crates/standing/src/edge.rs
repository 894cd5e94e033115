//! What a word hands down to another that hangs on it.

use saydo_syntax::{Rel, Sentence, Upos};

use crate::frame::{Frame, frames};
use crate::lexicon::{Base, Effect, Entry, Lexicon};
use crate::state::{Mood, State};
use crate::unreal::{called_false, is_purpose, is_to_come};
use crate::{adverbial, tree};

/// The state that `child` has from `head`, whose own state is `state`; `told` is what a statement's cue makes of its
/// content where `head` is such a cue and the lexicon does not know it.
pub(crate) fn edge<'s>(
    s: &'s Sentence<'_>,
    child: usize,
    head: usize,
    state: State<'s>,
    told: impl FnOnce() -> Option<Effect>,
) -> State<'s> {
    let form = s.words[head].form;
    let frames = frames(s, child, head);
    if s.words[child].rel == Rel::Advcl && adverbial::is_condition(s, child) {
        return adverbial::clause(s, child, head, state);
    }
    if let Some(predicate) = called_false(s, child, head) {
        return state.not(s.words[predicate].form);
    }
    if let Some(special) = special(s, child, head, &frames) {
        return state.embed(form, special, opposite(special));
    }
    if let Some(entry) = entry(s, head, &frames) {
        let state = state.pass(head, entry.positive);
        let positive = outcome(s, head, asserted(s, child, &frames, entry.positive));
        let asked = frames.contains(&Frame::Whether) && entry.positive.base != Base::True;
        let open = s.words[head].upos == Upos::Noun && frames.contains(&Frame::That) && is_to_come(s, child);
        let negative =
            if open { Effect { base: Base::Mood(Mood::Possible), not: false } } else { entry.negative };
        let state = state.embed(form, positive, negative);
        return if asked { state.affirmed().with("whether", Mood::Possible) } else { state };
    }
    let asks = frames.contains(&Frame::Whether);
    if let Some(effect) = told().filter(|_| !asks) {
        return state.embed(form, effect, opposite(effect));
    }
    plain(s, child, head, state, &frames)
}

/// What is allowed has happened where the allowing is past, and may happen where it is not.
fn outcome(s: &Sentence<'_>, head: usize, effect: Effect) -> Effect {
    let open = effect.base == Base::Outcome && !tree::is_done(s, head);
    if open { Effect { base: Base::Mood(Mood::Possible), not: effect.not } } else { effect }
}

/// Who insists that something is so says it, and who insists that something be so demands it.
fn asserted(s: &Sentence<'_>, child: usize, frames: &[Frame<'_>], effect: Effect) -> Effect {
    let demands = frames == [Frame::That] && effect.base == Base::Mood(Mood::Demanded);
    let helpers = tree::auxiliaries(s, child).chain(s.children_by(child, Rel::Cop));
    let forms = helpers.chain([child]).map(|i| (s.words[i].xpos, i == child));
    let is = forms.into_iter().any(|(xpos, own)| matches!(xpos, "VBD" | "VBZ") || xpos == "VBP" && !own);
    if demands && is { Effect { base: Base::Said, not: effect.not } } else { effect }
}

/// What a negated cue makes of what a positive one makes `effect` of.
fn opposite(effect: Effect) -> Effect {
    Effect { base: effect.base, not: !effect.not && effect.base != Base::True }
}

/// The entry that a word has in the lexicon for one of these frames.
pub(crate) fn entry(s: &Sentence<'_>, head: usize, frames: &[Frame<'_>]) -> Option<&'static Entry> {
    if frames.is_empty() {
        return None;
    }
    let word = &s.words[head];
    match word.upos {
        Upos::Verb | Upos::Aux => verb(s, head, frames),
        Upos::Noun | Upos::Propn => Lexicon::shipped().find(&word.lemma, "noun", frames),
        Upos::Adj => Lexicon::shipped().find(&word.lemma, "adj", frames).or_else(|| verb(s, head, frames)),
        Upos::Adv | Upos::Adp => Lexicon::shipped().find(&word.lemma, "adv", frames).or_else(|| {
            let predicate = s.child(head, Rel::Cop).is_some();
            predicate.then(|| Lexicon::shipped().find(&word.lemma, "adj", frames))?
        }),
        _ => None,
    }
}

fn verb(s: &Sentence<'_>, head: usize, frames: &[Frame<'_>]) -> Option<&'static Entry> {
    let lexicon = Lexicon::shipped();
    let word = &s.words[head];
    let participle = || {
        let form = word.form.to_lowercase();
        matches!(word.xpos, "VBN" | "VBG").then(|| lexicon.find(&form, "adj", frames))?
    };
    if frames.contains(&Frame::Raise)
        && let Some(state_of_mind) = participle()
    {
        return Some(state_of_mind);
    }
    let find = |lemma: &str| phrasal(s, head, lemma, frames).or_else(|| lexicon.find(lemma, "verb", frames));
    let inflected = word.form.ends_with("ed") || word.form.ends_with("ing");
    let respelt = || {
        let others = if inflected { spellings(&word.lemma) } else { Vec::new() };
        others.into_iter().find_map(|lemma| find(&lemma))
    };
    find(&word.lemma).or_else(respelt).or_else(participle)
}

/// A verb with the particle behind it: "called off the attack".
fn phrasal(s: &Sentence<'_>, head: usize, verb: &str, frames: &[Frame<'_>]) -> Option<&'static Entry> {
    let particle =
        s.words.get(head + 1).filter(|w| matches!(w.upos, Upos::Adp | Upos::Adv | Upos::Adj | Upos::Noun))?;
    let lemma = format!("{verb} {}", particle.lemma);
    let object = frames.contains(&Frame::Prep(&particle.lemma));
    let own = Lexicon::shipped().find(&lemma, "verb", frames);
    own.or_else(|| object.then(|| Lexicon::shipped().find(&lemma, "verb", &[Frame::Object]))?)
}

/// Other lemmas that the same verb form could have: with or without its last "e", with one consonant less.
fn spellings(lemma: &str) -> Vec<String> {
    let mut found = vec![format!("{lemma}e")];
    found.extend(lemma.strip_suffix('e').map(str::to_owned));
    found.extend(lemma.strip_suffix("ed").map(str::to_owned));
    found.extend(lemma.strip_suffix('d').map(str::to_owned));
    let mut letters = lemma.chars().rev();
    if letters.next().is_some_and(|last| letters.next() == Some(last)) {
        found.extend(lemma.char_indices().next_back().map(|(i, _)| lemma[..i].to_owned()));
    }
    found
}

/// Cues that are more than a word: "going to", "has yet to", "too weak to".
fn special(s: &Sentence<'_>, child: usize, head: usize, frames: &[Frame<'_>]) -> Option<Effect> {
    let infinitive = frames.iter().any(|f| matches!(f, Frame::To | Frame::ObjectTo | Frame::Raise));
    if !infinitive {
        return None;
    }
    let word = &s.words[head];
    let has = |lemma| s.children(head).any(|c| c < child && tree::is(s, c, lemma));
    match word.lemma.as_str() {
        "go" if word.form.eq_ignore_ascii_case("going") => Effect::of("future"),
        "have" | "be" if has("yet") => Effect::of("not"),
        "have" if tree::is_past(s, head) => Effect::of("fact"),
        "yet" => Effect::of("not"),
        _ if has("too") && word.upos != Upos::Verb => Effect::of("possible-not"),
        _ if has("enough") => Effect::of("possible"),
        _ => None,
    }
}

/// What relations hand down where no cue does.
fn plain<'s>(
    s: &'s Sentence<'_>,
    child: usize,
    head: usize,
    state: State<'s>,
    frames: &[Frame<'_>],
) -> State<'s> {
    match s.words[child].rel {
        Rel::Advcl | Rel::AdvclRelcl => adverbial::clause(s, child, head, state),
        Rel::Acl | Rel::AclRelcl => attributive(s, child, head, state),
        Rel::Ccomp | Rel::Csubj | Rel::CsubjPass if frames.contains(&Frame::Whether) => {
            state.affirmed().with("whether", Mood::Possible)
        }
        Rel::Xcomp if tree::is_infinitive(s, child) => infinitive(s, head, state),
        Rel::Ccomp if frames.contains(&Frame::Asking) => state.granted(),
        Rel::Csubj | Rel::CsubjPass => state.affirmed(),
        Rel::Obl | Rel::Nmod if is_purpose(s, child, head) => state.affirmed().with("for", Mood::Possible),
        Rel::Nsubj | Rel::Obl | Rel::OblAgent | Rel::Vocative => argument(s, child, state),
        Rel::Parataxis | Rel::Discourse => state.granted(),
        Rel::Nmod if tree::marked(s, child, "of").is_none() => argument(s, child, state),
        _ => state,
    }
}

/// An infinitive under a word that the lexicon does not know: what an action is for, or what an adjective may do.
fn infinitive<'s>(s: &Sentence<'_>, head: usize, state: State<'s>) -> State<'s> {
    match s.words[head].upos {
        Upos::Verb => state.affirmed().with("to", Mood::Intended),
        Upos::Adj if is_ordinal(s, head) => state,
        _ => state.affirmed().with("to", Mood::Possible),
    }
}

fn is_ordinal(s: &Sentence<'_>, i: usize) -> bool {
    s.words[i].feats.contains("NumType=Ord") || ["first", "last", "only"].iter().any(|w| tree::is(s, i, w))
}

/// Relative clauses and participles: they tell of the noun what is so, unless the noun need not exist.
fn attributive<'s>(s: &Sentence<'_>, child: usize, head: usize, state: State<'s>) -> State<'s> {
    if tree::is_infinitive(s, child) {
        let ordinal = is_ordinal(s, head) || s.children_by(head, Rel::Amod).any(|c| is_ordinal(s, c));
        let state = state.affirmed();
        return if ordinal { state } else { state.with("to", Mood::Intended) };
    }
    let bound = !tree::is_past(s, child) && !is_aside(s, child) && s.words[head].rel != Rel::Nsubj;
    if state.mood.is_some() && bound && tree::is_indefinite(s, head) {
        return state.affirmed();
    }
    if s.children_by(head, Rel::Det).any(|c| tree::is(s, c, "any")) {
        return state.affirmed().with("any", Mood::Possible);
    }
    state.granted()
}

/// Whether a relative clause is set off by a comma.
fn is_aside(s: &Sentence<'_>, child: usize) -> bool {
    let start = s.reach(child).start;
    let comma = |i: usize| s.words[i].form == ",";
    comma(start) || start.checked_sub(1).is_some_and(comma)
}

/// Subjects and adverbial phrases exist for themselves, unless they are new and the clause is not real.
fn argument<'s>(s: &Sentence<'_>, child: usize, state: State<'s>) -> State<'s> {
    if tree::is_indefinite(s, child) { state.affirmed() } else { state.granted() }
}
