//! Pronouns to whom they mean: who was mentioned lately, and who of them fits best.

use saydo_syntax::{Rel, Sentence, Upos};

use crate::field::{Candidate, Field, Way};
use crate::pronoun::{Gender, Number, Pronoun};
use crate::quote;
use crate::resolve::{NOT_SAID, Resolver, SEVERAL};
use crate::spot::Form;
use crate::thing::Class;
use crate::weigh::{Asked, Group, Part, Sort, Trace, score, score_nobody};

/// Why a pronoun of the first person has no entity yet.
pub(crate) const FIRST_QUOTED: &str = "first person: the speaker of the quotation";
/// The same outside quotations.
pub(crate) const FIRST: &str = "first person: whoever speaks or writes here";
const SECOND: &str = "second person: whoever is spoken to";
const TOGETHER: &str = "stands for several that are named together";
pub(crate) const NOBODY: &str = "nobody mentioned shortly before fits";

impl Resolver<'_, '_> {
    /// Links a pronoun.
    pub(crate) fn link_pronoun(&mut self, spot: usize, field: &Field) {
        let Form::Pronoun(pronoun) = self.spots[spot].form else { return };
        let at = &self.spots[spot];
        match pronoun {
            Pronoun::First if self.quotes.has(at.sentence, at.head) => self.fail(spot, FIRST_QUOTED),
            Pronoun::First => self.fail(spot, FIRST),
            Pronoun::Second => self.fail(spot, SECOND),
            Pronoun::Relative(noun) => self.link_relative(spot, noun),
            Pronoun::Self_(number, gender) => match self.own_subject(spot) {
                Some(subject) => self.mean_the_same(spot, subject),
                None => self.link_third(spot, number, gender, field),
            },
            Pronoun::Third(number, gender) => self.link_third(spot, number, gender, field),
        }
    }

    fn link_relative(&mut self, spot: usize, noun: usize) {
        let form = self.sentence(spot).words[self.spots[spot].head].form.to_ascii_lowercase();
        match self.headed(self.spots[spot].sentence, noun).filter(|&s| s != spot) {
            Some(of) => self.mean_the_same(spot, of),
            None if matches!(form.as_str(), "who" | "whom") => self.fail(spot, NOT_SAID),
            None => self.dropped[spot] = true,
        }
    }

    /// Links a spot as another spot is, or leaves it open for the same reason.
    fn mean_the_same(&mut self, spot: usize, other: usize) {
        self.unsure[spot] = self.unsure[other];
        match self.means[other] {
            Some(thing) => self.mean(spot, thing),
            None => self.fail(spot, self.why[other]),
        }
    }

    /// The subject of the same verb, for "himself".
    fn own_subject(&self, spot: usize) -> Option<usize> {
        let (sentence, at) = (self.sentence(spot), &self.spots[spot]);
        let verb = sentence.ancestors(at.head).find(|&a| quote::subject(sentence, a).is_some())?;
        let subject = quote::subject(sentence, verb).filter(|&s| s < at.head)?;
        self.headed(at.sentence, subject)
    }

    fn link_third(&mut self, spot: usize, number: Number, gender: Option<Gender>, field: &Field) {
        let asked = self.asked(spot, number, gender);
        let lesson = self.reading.lesson;
        match lesson.map_or_else(|| self.best(&asked, field), |lesson| self.taught(lesson, &asked, field)) {
            Verdict::One(thing, clear) => {
                if clear && gender != Some(Gender::It) && self.things[thing].class == Class::Person {
                    let known = &mut self.things[thing].gender;
                    *known = known.or(gender);
                }
                self.unsure[spot] = !clear && asked.group == Group::They;
                self.mean(spot, thing);
            }
            Verdict::Item => self.dropped[spot] = true,
            Verdict::Failed(why) => self.fail(spot, why),
        }
    }

    fn asked(&self, spot: usize, number: Number, gender: Option<Gender>) -> Asked {
        let (sentence, at) = (self.sentence(spot), &self.spots[spot]);
        let quoted = self.quotes.has(at.sentence, at.head);
        Asked {
            sentence: at.sentence,
            head: at.head,
            group: match (number, gender) {
                (Number::Many, _) => Group::They,
                (_, Some(Gender::It)) => Group::It,
                _ => Group::He,
            },
            gender,
            quoted,
            beside: self.beside(spot),
            part: part(sentence, at.head, quoted),
        }
    }

    /// What the subject of the same verb means, for an object; for "his guest" what is said to be the guest.
    fn beside(&self, spot: usize) -> [Option<usize>; 2] {
        let (sentence, at) = (self.sentence(spot), &self.spots[spot]);
        let word = &sentence.words[at.head];
        let object = matches!(word.rel, Rel::Obj | Rel::Iobj | Rel::Obl | Rel::OblAgent);
        let owned = word.head.filter(|_| word.rel == Rel::NmodPoss);
        let predicate = owned.filter(|&n| sentence.child(n, Rel::Cop).is_some());
        let subject = word.head.filter(|_| object).or(predicate).and_then(|v| quote::subject(sentence, v));
        let named = owned.filter(|&n| sentence.words[n].rel == Rel::Appos).and_then(|n| sentence.head(n));
        [subject, named].map(|other| {
            let other = other.filter(|&s| s != at.head).and_then(|s| self.headed(at.sentence, s));
            other.and_then(|s| self.means[s])
        })
    }

    fn best(&self, asked: &Asked, field: &Field) -> Verdict {
        let mut ranked: Vec<Ranked> = Vec::new();
        let mut near = false;
        for candidate in self.candidates(asked, field) {
            near |= candidate.sentence + 1 >= asked.sentence;
            let trace = Trace { rank: ranked.len() as i32, ahead: candidate.is_ahead(asked) };
            let points = score(self, asked, &candidate, trace);
            match ranked.iter_mut().find(|r| r.thing.is_some() && r.thing == candidate.thing) {
                Some(same) => same.points = same.points.max(points),
                None => ranked.push(Ranked { points, thing: candidate.thing, sort: candidate.sort }),
            }
        }
        ranked.sort_by_key(|r| std::cmp::Reverse(r.points));
        let weights = self.reading.weights;
        verdict(&ranked, score_nobody(weights, asked, near), weights.margin[asked.group as usize], asked)
    }

    /// Everything that a pronoun may mean, the nearest first.
    pub(crate) fn candidates(&self, asked: &Asked, field: &Field) -> Vec<Candidate> {
        let (ahead, body) = (self.ahead(asked), self.speakers_body(asked));
        let seen = field.latest().chain(&ahead).chain(&body);
        seen.filter(|c| self.fits(asked, c)).cloned().collect()
    }

    /// "Before his trip, Macron said": the subject of the main clause, where the pronoun stands in what comes before.
    fn ahead(&self, asked: &Asked) -> Option<Candidate> {
        let sentence = &self.document.sentences[asked.sentence];
        let root = sentence.root();
        let subject = quote::subject(sentence, root).filter(|&s| s > asked.head)?;
        let above = std::iter::once(asked.head).chain(sentence.ancestors(asked.head));
        let branch = above.take_while(|&a| a != root).last()?;
        let fronted = matches!(sentence.words[branch].rel, Rel::Advcl | Rel::Obl | Rel::OblUnmarked);
        let spot = self.headed(asked.sentence, subject).filter(|_| fronted)?;
        let thing = self.means[spot].filter(|_| matches!(self.spots[spot].form, Form::Name(_)))?;
        self.candidate(thing, asked.sentence, subject)
    }

    /// "Stoltenberg said they had seen nothing": the body that the speaker speaks for.
    fn speakers_body(&self, asked: &Asked) -> Option<Candidate> {
        let sentence = &self.document.sentences[asked.sentence];
        let mut above = sentence.ancestors(asked.head);
        let verb = above.find(|&v| quote::subject(sentence, v).is_some_and(|s| s != asked.head))?;
        let speaks = asked.group == Group::They && quote::is_speaking(sentence, verb);
        let subject = quote::subject(sentence, verb).filter(|_| speaks)?;
        let speaker = &self.things[self.means[self.headed(asked.sentence, subject)?]?];
        let actor = speaker.actor.as_ref().filter(|_| speaker.class == Class::Person)?;
        let country = actor.country.as_deref().filter(|_| actor.sector.as_deref() == Some("GOV"));
        let keys = [format!("i:{}", actor.code), format!("c:{}", country.unwrap_or_default())];
        let thing = keys.iter().find_map(|k| self.keys.get(k)).copied()?;
        Some(Candidate { sort: Sort::SpeakersBody, ..self.candidate(thing, asked.sentence, subject)? })
    }

    fn candidate(&self, thing: usize, sentence: usize, head: usize) -> Option<Candidate> {
        let sort = match self.things[thing].class {
            Class::Person => Sort::Person,
            Class::Many => Sort::Many,
            Class::Body => Sort::Body,
            Class::Place => return None,
        };
        let quoted = self.quotes.has(sentence, head);
        Some(Candidate {
            thing: Some(thing),
            sentence,
            head,
            sort,
            many: false,
            way: Way::Name,
            gender: None,
            quoted,
        })
    }

    /// Whether a pronoun may mean a candidate at all.
    fn fits(&self, asked: &Asked, candidate: &Candidate) -> bool {
        self.agrees(asked, candidate)
            && !self.is_bound(asked, candidate)
            && !self.is_own_speaker(asked, candidate)
            && candidate.thing.is_none_or(|t| !asked.beside.contains(&Some(t)))
    }

    fn agrees(&self, asked: &Asked, candidate: &Candidate) -> bool {
        let known = candidate.thing.map_or(candidate.gender, |t| self.things[t].gender);
        match asked.group {
            Group::He => match candidate.sort {
                Sort::Person => known.is_none() || known == asked.gender,
                Sort::Unknown => !candidate.many && (known.is_none() || known == asked.gender),
                _ => false,
            },
            Group::It => match candidate.sort {
                Sort::Body | Sort::Place => true,
                Sort::Item | Sort::Unknown => !candidate.many && known.is_none_or(|g| g == Gender::It),
                _ => false,
            },
            Group::They => match candidate.sort {
                Sort::Person | Sort::Place => false,
                Sort::Item | Sort::Unknown => candidate.many,
                Sort::Body | Sort::Many | Sort::Pair | Sort::SpeakersBody => true,
            },
        }
    }

    /// "He hit him": subject and object of one verb are two, and a phrase does not mean a part of itself.
    fn is_bound(&self, asked: &Asked, candidate: &Candidate) -> bool {
        if asked.sentence != candidate.sentence || candidate.sort == Sort::SpeakersBody {
            return false;
        }
        let sentence = &self.document.sentences[asked.sentence];
        let (pronoun, other) = (&sentence.words[asked.head], &sentence.words[candidate.head]);
        let arguments = is_argument(pronoun.rel) && is_argument(other.rel) && pronoun.head == other.head;
        let inside =
            sentence.is_under(candidate.head, asked.head) || is_part_of(sentence, asked.head, candidate.head);
        let copular = pronoun.rel == Rel::Nsubj && pronoun.head == Some(candidate.head)
            || other.rel == Rel::Nsubj && other.head == Some(asked.head);
        let shared = quote::subject(sentence, pronoun.head.unwrap_or(asked.head)) == Some(candidate.head);
        arguments || inside || copular || (shared && matches!(pronoun.rel, Rel::Obj | Rel::Iobj))
    }

    /// Who speaks in a quotation says "I" and not "he".
    fn is_own_speaker(&self, asked: &Asked, candidate: &Candidate) -> bool {
        let Some(thing) = candidate.thing.filter(|_| asked.quoted && asked.group == Group::He) else {
            return false;
        };
        let speakers = self.quotes.speakers(asked.sentence).iter();
        let means = speakers.filter_map(|&s| self.means[self.headed(asked.sentence, s)?]);
        means.into_iter().any(|t| t == thing)
    }
}

/// The part that a pronoun plays in its clause.
fn part(sentence: &Sentence<'_>, pronoun: usize, quoted: bool) -> Part {
    let word = &sentence.words[pronoun];
    let Some(over) = word.head else { return Part::Other };
    match word.rel {
        Rel::NmodPoss => Part::Owner,
        Rel::Nsubj if !quoted && quote::is_speaking(sentence, over) => Part::Speaker,
        Rel::Nsubj if sentence.words[over].upos == Upos::Verb => Part::Doer,
        Rel::Nsubj if sentence.child(over, Rel::Cop).is_some() => Part::Bearer,
        _ => Part::Other,
    }
}

/// What came of the search.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// This thing; and whether by far.
    One(usize, bool),
    /// Something that is no actor.
    Item,
    /// Nobody, for a reason.
    Failed(&'static str),
}

/// A candidate with its points.
#[derive(Clone, Copy, Debug)]
struct Ranked {
    points: i32,
    thing: Option<usize>,
    sort: Sort,
}

fn verdict(ranked: &[Ranked], nobody: i32, margin: i32, asked: &Asked) -> Verdict {
    let Some(best) = ranked.first() else { return Verdict::Failed(NOBODY) };
    let lead = best.points - ranked.get(1).map_or(nobody, |second| second.points.max(nobody));
    match (best.thing, best.sort) {
        (_, Sort::Item) => Verdict::Item,
        _ if best.points < nobody && asked.group == Group::It => Verdict::Item,
        _ if best.points < nobody => Verdict::Failed(NOBODY),
        (_, Sort::Pair) => Verdict::Failed(TOGETHER),
        (None, _) => Verdict::Failed(NOT_SAID),
        _ if lead < margin => Verdict::Failed(SEVERAL),
        (Some(thing), _) => Verdict::One(thing, lead >= 2 * margin),
    }
}

/// Whether a word is part of a noun's phrase other than through a relative clause: "the announcement that it would".
fn is_part_of(sentence: &Sentence<'_>, word: usize, noun: usize) -> bool {
    let path = std::iter::once(word).chain(sentence.ancestors(word));
    let below = path.take_while(|&w| w != noun).last();
    let under = below.filter(|&w| sentence.head(w) == Some(noun));
    under.is_some_and(|w| {
        !matches!(
            sentence.words[w].rel,
            Rel::AclRelcl | Rel::Conj | Rel::Appos | Rel::Parataxis | Rel::List | Rel::Dep
        ) && sentence.child(noun, Rel::Cop).is_none()
    })
}

fn is_argument(rel: Rel) -> bool {
    matches!(rel, Rel::Nsubj | Rel::NsubjPass | Rel::Obj | Rel::Iobj | Rel::Obl | Rel::OblAgent)
}
