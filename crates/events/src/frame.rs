//! What stands around a trigger: who acts, what is acted on, phrases, modifiers and clauses, wherever the tree put them.

use saydo_codebook::Part;
use saydo_syntax::{Rel, Sentence, Upos};

use crate::clause;
use crate::light;

/// The words around a trigger, by the place they take in its frame; each list has the best word first.
#[derive(Clone, Debug, Default)]
pub(crate) struct Frame {
    pub(crate) subjects: Vec<usize>,
    pub(crate) objects: Vec<usize>,
    pub(crate) indirect: Vec<usize>,
    pub(crate) possessors: Vec<usize>,
    pub(crate) modifiers: Vec<usize>,
    pub(crate) clauses: Vec<usize>,
    /// Phrases with their prepositions.
    pub(crate) phrases: Vec<(String, usize)>,
    /// The light verb that carries a noun, where there is one.
    pub(crate) light: Option<usize>,
}

impl Frame {
    /// What stands around a word that is a trigger of this part of speech.
    pub(crate) fn of(s: &Sentence<'_>, i: usize, part: Part) -> Self {
        let mut frame = Self::default();
        if s.words[i].rel == Rel::Cop {
            frame.predicate(s, i);
            return frame;
        }
        frame.hang(s, i);
        match part {
            Part::Verb => frame.verb(s, i),
            Part::Noun => frame.noun(s, i),
            Part::Adjective => frame.subjects = clause::subjects(s, i),
        }
        frame
    }

    /// The phrases with one preposition.
    pub(crate) fn with<'f>(&'f self, preposition: &'f str) -> impl Iterator<Item = usize> + 'f {
        let is = move |p: &str| p == preposition || p.rsplit(' ').next() == Some(preposition);
        self.phrases.iter().filter(move |(p, _)| is(p)).map(|(_, w)| *w)
    }

    /// Takes the noun of a phrase as object where its preposition is the verb's particle ("sent in the army"), and
    /// phrases that the tree hung on a particle ("went back | to base").
    pub(crate) fn take_particles(&mut self, s: &Sentence<'_>, i: usize, rest: &[usize]) {
        let only = |r: usize, c: usize| preposition(s, c).is_some_and(|p| p == s.words[r].lemma);
        let under = |r: usize, c: usize| s.words[r].rel == Rel::Case && s.head(c) == Some(i) && only(r, c);
        let noun = |r: &usize| s.head(*r).filter(|&c| under(*r, c));
        for c in rest.iter().filter_map(noun) {
            self.objects.push(c);
            self.phrases.retain(|(_, w)| *w != c);
        }
        for phrase in rest.iter().flat_map(|&r| s.children_by(r, Rel::Obl)) {
            self.phrase(s, phrase);
        }
    }

    /// What hangs on the word itself, whatever it is.
    fn hang(&mut self, s: &Sentence<'_>, i: usize) {
        for c in s.children(i) {
            match s.words[c].rel {
                Rel::Iobj => self.indirect.push(c),
                Rel::NmodPoss => self.possessors.push(c),
                Rel::Obl | Rel::Nmod | Rel::OblAgent => self.phrase(s, c),
                Rel::Xcomp | Rel::Ccomp | Rel::Csubj | Rel::Acl if !is_question(s, c) => self.clauses.push(c),
                Rel::Advcl if c > i && is_complement(s, c) => self.clauses.push(c),
                Rel::Amod | Rel::Advmod | Rel::Compound | Rel::CompoundPrt => self.modifiers.push(c),
                _ => {}
            }
        }
    }

    fn phrase(&mut self, s: &Sentence<'_>, c: usize) {
        if let Some(preposition) = preposition(s, c) {
            self.phrases.push((preposition, c));
        }
    }

    fn verb(&mut self, s: &Sentence<'_>, i: usize) {
        self.subjects = clause::subjects(s, i);
        self.objects = clause::objects(s, i);
        for of in [false, true] {
            for o in self.objects.clone() {
                self.below(s, o, of);
            }
        }
        if s.child(i, Rel::Expl).is_some() {
            for subject in self.subjects.clone() {
                self.below(s, subject, false);
            }
        }
        self.nested_clauses(s, i);
    }

    /// What a copula says of its subject: "the ships are | off the coast".
    fn predicate(&mut self, s: &Sentence<'_>, copula: usize) {
        let Some(head) = s.head(copula) else { return };
        self.hang(s, head);
        self.phrase(s, head);
        self.subjects = clause::subjects(s, head);
    }

    /// Phrases that the tree hung on a noun instead of what governs it, of-phrases ("accused the senator of bribery") or
    /// all others ("sent aid to Syria").
    fn below(&mut self, s: &Sentence<'_>, noun: usize, of: bool) {
        let phrases = s.children_by(noun, Rel::Nmod).filter(|&c| c > noun);
        let found = phrases.filter_map(|c| Some((preposition(s, c)?, c)));
        self.phrases.extend(found.filter(|(p, _)| (p == "of") == of));
    }

    /// A clause that hangs on an object in the tree and on the verb in sense: "has a plan to leave".
    fn nested_clauses(&mut self, s: &Sentence<'_>, i: usize) {
        let infinitive = |&c: &usize| s.words[c].rel == Rel::Acl && s.words[c].xpos == "VB";
        let below = self.objects.iter().filter(|&&o| o > i).flat_map(|&o| s.children(o).filter(infinitive));
        let found: Vec<usize> = below.collect();
        self.clauses.extend(found);
    }

    fn noun(&mut self, s: &Sentence<'_>, i: usize) {
        if s.words[i].rel == Rel::Conj
            && let Some(h) = s.head(i).filter(|&h| s.words[h].upos == Upos::Noun)
        {
            self.shared(s, h);
        }
        for c in s.children_by(i, Rel::Conj).filter(|&c| s.words[c].upos == Upos::Noun) {
            let phrases: Vec<usize> = s.children_by(c, Rel::Nmod).collect();
            for phrase in phrases {
                self.phrase(s, phrase);
            }
        }
        let of: Vec<usize> = self.with("of").collect();
        for noun in of {
            self.below(s, noun, false);
        }
        self.subjects = if s.child(i, Rel::Cop).is_some() { clause::subjects(s, i) } else { Vec::new() };
        if let Some(verb) = light::carrier(s, i) {
            self.light = Some(verb);
            self.subjects.extend(clause::subjects(s, verb));
            self.carried(s, verb, i);
        }
    }

    /// What a coordinated noun shares with the first one: "talks and meetings with Iran".
    fn shared(&mut self, s: &Sentence<'_>, head: usize) {
        let words: Vec<usize> = s.children(head).collect();
        for c in words {
            match s.words[c].rel {
                Rel::NmodPoss => self.possessors.push(c),
                Rel::Amod if c < head && s.words[c].form.starts_with(char::is_uppercase) => {
                    self.modifiers.push(c);
                }
                Rel::Nmod => self.phrase(s, c),
                _ => {}
            }
        }
    }

    /// What hangs on the light verb: "launched an attack | on the town".
    fn carried(&mut self, s: &Sentence<'_>, verb: usize, noun: usize) {
        for c in s.children(verb).filter(|&c| c != noun) {
            match s.words[c].rel {
                Rel::Iobj => self.indirect.push(c),
                Rel::Obj if c < noun => self.indirect.push(c),
                Rel::Obl => self.phrase(s, c),
                Rel::Xcomp => self.clauses.push(c),
                _ => {}
            }
        }
    }
}

/// Whether a clause is an indirect question: "asked if they had left".
fn is_question(s: &Sentence<'_>, c: usize) -> bool {
    let asks = |w: usize| {
        matches!(s.words[w].lemma.as_str(), "if" | "whether" | "why" | "how" | "what" | "when" | "where")
    };
    s.children(c).any(|w| w < c && asks(w) && matches!(s.words[w].rel, Rel::Mark | Rel::Advmod | Rel::Obj))
}

/// Whether an adverbial clause may be what completes a verb: "called on them to leave", "kept them from leaving".
pub(crate) fn is_complement(s: &Sentence<'_>, c: usize) -> bool {
    const BEFORE_GERUND: [&str; 11] =
        ["from", "of", "for", "against", "into", "in", "at", "about", "with", "over", "on"];
    let mark = s.child(c, Rel::Mark).map_or("", |m| s.words[m].lemma.as_str());
    match s.words[c].xpos {
        "VB" => mark == "to",
        "VBG" => BEFORE_GERUND.contains(&mark),
        _ => false,
    }
}

/// The preposition of a phrase, of several words where they are fixed: "because of".
pub(crate) fn preposition(s: &Sentence<'_>, i: usize) -> Option<String> {
    let case = s.children_by(i, Rel::Case).find(|&c| s.words[c].form != "'s" && s.words[c].form != "’s")?;
    let mut words = vec![s.words[case].lemma.clone()];
    words.extend(s.children_by(case, Rel::Fixed).map(|f| s.words[f].lemma.clone()));
    let next = s.children_by(i, Rel::Case).find(|&c| c == case + 1);
    words.extend(next.filter(|_| words.len() == 1).map(|c| s.words[c].lemma.clone()));
    Some(words.join(" "))
}
