//! Who acts and what is acted on, for a verb anywhere in a sentence: own words, shared ones, controlled ones.

use saydo_syntax::{Rel, Sentence, Upos};

/// Adverbs that close a verb of moving, so that no object follows: "pulled back".
const LEAVING: [&str; 9] = ["back", "out", "away", "off", "home", "forward", "ahead", "in", "up"];

/// How far up a subject is looked for.
const DEPTH: usize = 6;

/// Whether a verb is a passive, or a participle that says what was done to the noun it stands on.
pub(crate) fn passive(s: &Sentence<'_>, i: usize) -> bool {
    let own = s.children(i).any(|c| matches!(s.words[c].rel, Rel::NsubjPass | Rel::AuxPass | Rel::CsubjPass));
    own || participle(s, i) && (bare(s, i) || shared(s, i))
}

/// A past participle, also one that was tagged as an adjective: "reduced troops".
fn participle(s: &Sentence<'_>, i: usize) -> bool {
    let w = &s.words[i];
    w.xpos == "VBN" || w.upos == Upos::Adj && w.rel == Rel::Amod && w.form.ends_with("ed")
}

/// A participle without an auxiliary on a noun or a clause: "troops deployed", "backed by Iran, the group".
fn bare(s: &Sentence<'_>, i: usize) -> bool {
    let place = matches!(s.words[i].rel, Rel::Acl | Rel::Amod | Rel::Advcl);
    place && !s.children(i).any(|c| matches!(s.words[c].rel, Rel::Aux | Rel::Nsubj))
}

/// A participle that shares the auxiliary of a passive: "was arrested and deported".
fn shared(s: &Sentence<'_>, i: usize) -> bool {
    s.words[i].rel == Rel::Conj
        && !s.children(i).any(|c| matches!(s.words[c].rel, Rel::Aux | Rel::Nsubj | Rel::Obj))
        && s.head(i).is_some_and(|h| passive(s, h))
}

/// Those who act.
pub(crate) fn subjects(s: &Sentence<'_>, i: usize) -> Vec<usize> {
    if passive(s, i) {
        return agents(s, i);
    }
    acting(s, i, 0).into_iter().collect()
}

fn agents(s: &Sentence<'_>, i: usize) -> Vec<usize> {
    let by = |&c: &usize| {
        let is_by = || s.children_by(c, Rel::Case).any(|m| s.words[m].lemma == "by");
        s.words[c].rel == Rel::OblAgent || s.words[c].rel == Rel::Obl && is_by()
    };
    s.children(i).filter(by).collect()
}

fn acting(s: &Sentence<'_>, i: usize, depth: usize) -> Option<usize> {
    if depth > DEPTH {
        return None;
    }
    match s.children(i).find(|&c| matches!(s.words[c].rel, Rel::Nsubj | Rel::NsubjOuter)) {
        Some(own) => Some(antecedent(s, own, i)),
        None => taken(s, i, depth),
    }
}

/// The subject that a verb takes over from what it hangs on.
fn taken(s: &Sentence<'_>, i: usize, depth: usize) -> Option<usize> {
    let head = s.head(i)?;
    match s.words[i].rel {
        Rel::Conj => about(s, head, depth + 1),
        Rel::Parataxis | Rel::List if s.words[head].upos == Upos::Verb => acting(s, head, depth + 1),
        Rel::Xcomp => controller(s, i, head, depth),
        Rel::Advcl => adverbial(s, i, head, depth),
        Rel::Acl => adnominal(s, i, head, depth),
        Rel::AclRelcl if s.child(i, Rel::Obj).is_none() || !gap_is_object(s, i) => Some(head),
        Rel::Amod if s.words[i].xpos == "VBG" => Some(head),
        Rel::Ccomp | Rel::Csubj | Rel::Obl | Rel::Nmod if s.words[i].xpos == "VBG" => {
            acting(s, head, depth + 1)
        }
        Rel::Dep if s.words[head].upos != Upos::Verb => acting(s, head, depth + 1),
        _ => None,
    }
}

/// Whom a clause is about: who acts in it, or what its passive is done to.
fn about(s: &Sentence<'_>, i: usize, depth: usize) -> Option<usize> {
    if passive(s, i) { patient(s, i, depth) } else { acting(s, i, depth) }
}

/// Whether a relative clause has a subject of its own, so that its noun is what is acted on.
fn gap_is_object(s: &Sentence<'_>, i: usize) -> bool {
    s.children(i).any(|c| matches!(s.words[c].rel, Rel::Nsubj | Rel::NsubjPass))
}

/// Who carries out an infinitive: the object of its verb ("urged Kyiv to leave"), else its subject.
fn controller(s: &Sentence<'_>, i: usize, head: usize, depth: usize) -> Option<usize> {
    let own = s.children(i).find(|&c| s.words[c].rel == Rel::Mark && s.words[c].lemma == "for");
    let object = || s.child(head, Rel::Obj).or_else(|| s.child(head, Rel::Iobj)).filter(|&o| o < i);
    let promised = matches!(s.words[head].lemma.as_str(), "promise" | "vow" | "threaten");
    let object = object().filter(|_| own.is_none() && !promised && !light_object(s, head));
    object.or_else(|| called_on(s, i, head)).or_else(|| about(s, head, depth + 1))
}

/// Whether the object of a verb is a noun that carries the infinitive, and not its subject: "made a promise to leave".
fn light_object(s: &Sentence<'_>, head: usize) -> bool {
    s.child(head, Rel::Obj).is_some_and(|o| {
        let noun = s.words[o].upos == Upos::Noun;
        noun && crate::light::is_light(&s.words[head].lemma)
            && s.words[o].form.starts_with(char::is_lowercase)
    })
}

/// Who is asked in a phrase: "called on Russia to leave", "appealed to the EU to act".
fn called_on(s: &Sentence<'_>, i: usize, head: usize) -> Option<usize> {
    let asks = ["call", "appeal", "plead", "prevail", "rely", "count", "press", "pressure"];
    let on = |&c: &usize| {
        c < i
            && crate::frame::preposition(s, c)
                .is_some_and(|p| matches!(p.as_str(), "on" | "upon" | "to" | "for" | "with"))
    };
    asks.contains(&s.words[head].lemma.as_str()).then(|| s.children_by(head, Rel::Obl).find(on)).flatten()
}

fn adverbial(s: &Sentence<'_>, i: usize, head: usize, depth: usize) -> Option<usize> {
    let finite = matches!(s.words[i].xpos, "VBD" | "VBZ" | "VBP");
    if finite && s.child(i, Rel::Mark).is_some() {
        return None;
    }
    if i > head && s.words[i].xpos == "VBG" && crate::frame::is_complement(s, i) {
        return controller(s, i, head, depth);
    }
    about(s, head, depth + 1)
}

/// The noun that a participle stands on; for an infinitive whoever has the noun: "its plan to leave".
fn adnominal(s: &Sentence<'_>, i: usize, head: usize, depth: usize) -> Option<usize> {
    if s.words[i].xpos == "VBG" {
        return Some(head);
    }
    let poss = s.child(head, Rel::NmodPoss);
    let of = || {
        s.children_by(head, Rel::Nmod).find(|&c| {
            crate::frame::preposition(s, c).is_some_and(|p| matches!(p.as_str(), "of" | "by" | "for"))
        })
    };
    let named = || {
        s.children(head).find(|&c| {
            c < head
                && matches!(s.words[c].rel, Rel::Amod | Rel::Compound)
                && s.words[c].form.starts_with(char::is_uppercase)
        })
    };
    let carried = || {
        let verb = s.head(head).filter(|&v| {
            matches!(s.words[head].rel, Rel::Obj | Rel::Xcomp | Rel::NsubjPass | Rel::Obl)
                && s.words[v].upos == Upos::Verb
        })?;
        if passive(s, verb) { agents(s, verb).first().copied() } else { acting(s, verb, depth + 1) }
    };
    let predicate = || s.child(head, Rel::Cop).and_then(|_| acting(s, head, depth + 1));
    poss.or_else(of).or_else(named).or_else(predicate).or_else(carried)
}

/// The noun behind a relative pronoun; any other word as it is.
fn antecedent(s: &Sentence<'_>, word: usize, verb: usize) -> usize {
    let relative = matches!(s.words[word].lemma.as_str(), "who" | "which" | "that" | "whom" | "whose");
    let mut at = verb;
    for _ in 0..DEPTH {
        match (s.words[at].rel, s.head(at)) {
            (Rel::AclRelcl, Some(noun)) if relative => return noun,
            (Rel::Conj, Some(h)) if relative => at = h,
            _ => break,
        }
    }
    word
}

/// What is acted on: the objects, the subject of a passive, the noun of a participle or of a relative clause.
pub(crate) fn objects(s: &Sentence<'_>, i: usize) -> Vec<usize> {
    if passive(s, i) {
        return patient(s, i, 0).into_iter().chain(s.children_by(i, Rel::Obj)).collect();
    }
    let with = |&o: &usize| !s.children_by(o, Rel::Case).any(|c| s.words[c].lemma == "without");
    let own: Vec<usize> = s.children_by(i, Rel::Obj).filter(with).map(|o| antecedent(s, o, i)).collect();
    if !own.is_empty() {
        return own;
    }
    if let Some(counted) = counted(s, i) {
        return vec![counted];
    }
    let relative = (s.words[i].rel == Rel::AclRelcl && gap_is_object(s, i) && transitive_gap(s, i))
        .then(|| s.head(i))
        .flatten();
    relative.or_else(|| shared_object(s, i)).into_iter().collect()
}

/// The noun right behind a verb whose number the tree took for a phrase: "sent | up to 7,000 troops", "massed | between
/// 3,000 and 5,000 soldiers".
fn counted(s: &Sentence<'_>, i: usize) -> Option<usize> {
    let noun =
        |&c: &usize| c > i && s.words[c].upos == Upos::Noun && matches!(s.words[c].rel, Rel::Obl | Rel::Conj);
    s.children(i)
        .filter(noun)
        .find(|&c| saydo_forces::quantity(s, c).is_some_and(|q| q.low != q.high && q.words.start == i + 1))
}

/// Whether nothing else than an object is missing in a relative clause: "the town that rebels seized".
fn transitive_gap(s: &Sentence<'_>, i: usize) -> bool {
    let other = s.children(i).any(|c| {
        let w = &s.words[c];
        matches!(w.lemma.as_str(), "where" | "when" | "why" | "who")
            || w.rel == Rel::Obl && matches!(w.lemma.as_str(), "which" | "whom")
    });
    !other && s.child(i, Rel::NsubjPass).is_none()
}

/// What a passive is done to.
fn patient(s: &Sentence<'_>, i: usize, depth: usize) -> Option<usize> {
    if depth > DEPTH {
        return None;
    }
    if let Some(own) = s.children(i).find(|&c| matches!(s.words[c].rel, Rel::NsubjPass | Rel::Nsubj)) {
        return Some(antecedent(s, own, i));
    }
    let head = s.head(i)?;
    match s.words[i].rel {
        Rel::Acl | Rel::Amod | Rel::AclRelcl => Some(head),
        Rel::Xcomp => controller(s, i, head, depth),
        Rel::Conj | Rel::Advcl => about(s, head, depth + 1),
        _ => None,
    }
}

/// The object of the verb coordinated next, where this one has none: "attacked and destroyed the village".
fn shared_object(s: &Sentence<'_>, i: usize) -> Option<usize> {
    let next = s.children_by(i, Rel::Conj).find(|&c| s.words[c].upos == Upos::Verb && c <= i + 3)?;
    let closes = |c: usize| {
        let particle = s.words[c].rel == Rel::Advmod && matches!(s.words[c].upos, Upos::Adp | Upos::Adv);
        particle && LEAVING.contains(&s.words[c].lemma.as_str())
            || matches!(s.words[c].rel, Rel::Obl | Rel::Xcomp | Rel::Ccomp | Rel::CompoundPrt)
    };
    let bare =
        !s.children(i).any(|c| c > i && c < next && closes(c)) && s.words[i].xpos == s.words[next].xpos;
    let subject = s.children(next).any(|c| matches!(s.words[c].rel, Rel::Nsubj | Rel::NsubjPass));
    s.child(next, Rel::Obj).filter(|_| bare && !subject)
}
