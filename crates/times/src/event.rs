//! The time that the text ties to an event.

use saydo_syntax::{Document, Rel, Sentence, Upos};

use crate::class::Class;
use crate::table::Tables;
use crate::tense::top;
use crate::{Kind, Time};

/// As many names are passed on the way from a time to what it belongs to.
const MOST: usize = 3;

/// When an event happens, until when it is due and from when on it holds, as indices into the times of its report.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct When {
    /// When it happens.
    pub time: Option<usize>,
    /// The deadline it is due by.
    pub by: Option<usize>,
    /// From when on it holds or is to happen.
    pub from: Option<usize>,
}

/// The time and the deadline that the text ties to the event told by a word of a sentence, each as an index into
/// `times`, which [`crate::find`] gave for the same document.
///
/// A time belongs to the event where it modifies its word, the verb that lends a noun its time ("held talks on Monday"),
/// the verb of a phase ("began on Monday to leave"), or where it opens a clause and the event goes on with it. It is
/// never guessed and never the publication time.
pub fn of_event(document: &Document<'_>, times: &[Time], sentence: usize, word: usize) -> When {
    let Some(s) = document.sentences.get(sentence).filter(|s| word < s.len()) else { return When::default() };
    let first = times.partition_point(|t| t.sentence < sentence);
    let here = times[first..].iter().take_while(|t| t.sentence == sentence && t.words.end <= s.len());
    let tied: Vec<(usize, Tie)> =
        here.enumerate().filter_map(|(i, t)| Some((first + i, tie(s, t, word)?))).collect();
    let best = |use_of| {
        let fitting = tied.iter().filter(|(_, t)| t.used == use_of);
        fitting
            .min_by_key(|(i, t)| (t.distance, times[*i].value.as_deref().is_none_or(is_vague)))
            .map(|(i, _)| *i)
    };
    When { time: best(Use::Time), by: best(Use::Deadline), from: best(Use::Start) }
}

fn is_vague(value: &str) -> bool {
    value.ends_with("_REF")
}

/// What a time is to an event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Use {
    Time,
    Deadline,
    Start,
}

/// How a time is tied to an event.
#[derive(Clone, Copy, Debug)]
struct Tie {
    used: Use,
    /// How far from the event it hangs.
    distance: usize,
}

/// How a time is tied to the event of a word, if it is.
fn tie(s: &Sentence<'_>, time: &Time, word: usize) -> Option<Tie> {
    let used = used(s, time)?;
    if time.words.contains(&word) {
        return None;
    }
    let head = top(s, time.words.clone());
    if s.words[word].rel.base() == Rel::Nsubj && s.head(word) == Some(head) {
        return Some(Tie { used, distance: 0 });
    }
    let governor = governor(s, head)?;
    let near =
        |at: usize| owners(s, word).position(|(owner, before)| owner == at && (!before || head < owner));
    match near(governor) {
        Some(distance) => Some(Tie { used, distance }),
        None if used == Use::Time => bounding(s, governor, near),
        None => None,
    }
}

/// The bound that a clause or a phrase with a time of its own sets to an event: "will leave after drills end on
/// Friday", "before the talks on Monday".
fn bounding(s: &Sentence<'_>, governor: usize, near: impl Fn(usize) -> Option<usize>) -> Option<Tie> {
    let inside = |w: &usize| {
        matches!(
            s.words[*w].rel.base(),
            Rel::Obl | Rel::Nmod | Rel::Nsubj | Rel::Obj | Rel::Acl | Rel::AclRelcl | Rel::Advcl | Rel::Conj
        )
    };
    let path = std::iter::successors(Some(governor), |&w| s.head(w)).take_while(inside).take(MOST + 1);
    path.into_iter().find_map(|top| {
        let used = bound(s, top)?;
        let distance = near(s.head(top)?)?;
        Some(Tie { used, distance: distance + MOST })
    })
}

/// What the word that leads a phrase or a clause makes of the time inside it.
fn bound(s: &Sentence<'_>, top: usize) -> Option<Use> {
    let leads = |c: &usize| matches!(s.words[*c].rel, Rel::Case | Rel::Mark | Rel::Advmod) && *c < top;
    let led = s.children(top).filter(leads).map(|c| s.words[c].form.to_lowercase());
    led.into_iter().find_map(|word| match word.as_str() {
        "when" | "once" => Some(Use::Start),
        _ if is(&word, Class::Due) => Some(Use::Deadline),
        _ if is(&word, Class::Start) => Some(Use::Start),
        _ => None,
    })
}

/// What a time is to whatever it belongs to: nothing where it only measures it, as after "than".
fn used(s: &Sentence<'_>, time: &Time) -> Option<Use> {
    let head = top(s, time.words.clone());
    let near = time.words.start.checked_sub(1).filter(|&i| s.words[i].upos == Upos::Adp);
    let has = |class| {
        let mut cases = s.children_by(head, Rel::Case).filter(|c| *c < time.words.start).chain(near);
        cases.any(|c| is(&s.words[c].form.to_lowercase(), class))
    };
    match time.kind {
        _ if has(Class::Due) => Some(Use::Deadline),
        Kind::Duration | Kind::Set => None,
        _ if opens(s, time) || has(Class::Start) => Some(Use::Start),
        _ if has(Class::Aside) => None,
        Kind::Date | Kind::Time => Some(Use::Time),
    }
}

/// Whether the words before a time say that something begins with it: "starting on Monday", "as of May 1".
fn opens(s: &Sentence<'_>, time: &Time) -> bool {
    let before = |n: usize| time.words.start.checked_sub(n).map(|i| s.words[i].form.to_lowercase());
    let starts =
        |word: Option<String>| matches!(word.as_deref(), Some("starting" | "beginning" | "commencing"));
    let of = || before(1).is_some_and(|w| w == "of") && before(2).is_some_and(|w| w == "as");
    let on = before(1).is_some_and(|w| matches!(w.as_str(), "on" | "from" | "in" | "at"));
    starts(before(1)) || on && starts(before(2)) || of()
}

fn is(word: &str, class: Class) -> bool {
    Tables::shipped().classes(word).contains(&class)
}

/// The word that a time modifies. A name has no time of its own: in "sent to Rome in May" the time is the verb's.
fn governor(s: &Sentence<'_>, head: usize) -> Option<usize> {
    let rel = s.words[head].rel;
    let modifies = matches!(
        rel.base(),
        Rel::Obl
            | Rel::Nmod
            | Rel::Advmod
            | Rel::Compound
            | Rel::Amod
            | Rel::Nummod
            | Rel::Obj
            | Rel::Dep
            | Rel::Parataxis
    );
    let mut at = s.head(head).filter(|_| modifies)?;
    for _ in 0..MOST {
        let begins = matches!(s.words[at].form, "starting" | "beginning" | "commencing");
        if s.words[at].upos != Upos::Propn && !begins {
            return Some(at);
        }
        at = s.head(at)?;
    }
    None
}

/// The words whose times are the event's, the nearest first, and whether only a time before the word is.
fn owners<'s>(s: &'s Sentence<'_>, word: usize) -> impl Iterator<Item = (usize, bool)> + 's {
    let above = s.head(word);
    let lends = |class: Class| above.filter(move |&h| is(&s.words[h].lemma, class));
    let argument = matches!(s.words[word].rel.base(), Rel::Obj | Rel::Nsubj | Rel::Obl);
    let light = lends(Class::Light).filter(|_| argument);
    let phase = lends(Class::Phase).filter(|_| matches!(s.words[word].rel, Rel::Xcomp));
    let verbal = s.words[word].upos == Upos::Verb && s.words[word].rel == Rel::Conj;
    let shared = above.filter(|&h| verbal && s.words[h].upos == Upos::Verb);
    let direct = std::iter::once(word).chain(light).chain(phase);
    direct.map(|owner| (owner, false)).chain(shared.map(|owner| (owner, true)))
}
