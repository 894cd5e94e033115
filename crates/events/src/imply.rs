//! Who acts where a clause names nobody, or only "it" and "they": whoever the text around it tells.

use saydo_codebook::Plover::{Assault, Mobilize, Retreat};
use saydo_mentions::{Kind, Mentions};
use saydo_standing::Judge;
use saydo_statements::{Act, Cue, Statement};
use saydo_syntax::{Document, Rel};

use crate::event::{Event, Party};

/// Nouns that name a place named before by what it is.
const PLACES: [&str; 12] = [
    "peninsula",
    "country",
    "region",
    "area",
    "republic",
    "island",
    "city",
    "town",
    "province",
    "enclave",
    "zone",
    "territory",
];

/// As many events before and after one are looked at: a text without paragraphs must not take the square of its length.
const WINDOW: usize = 64;

/// What is known around the events.
pub(crate) struct Around<'a> {
    pub(crate) document: &'a Document<'a>,
    pub(crate) mentions: &'a Mentions,
    pub(crate) statements: &'a [Statement],
    pub(crate) judge: &'a Judge<'a>,
}

/// Finds actors for events that have none; those whose actor changes are judged anew.
pub(crate) fn imply(around: &Around<'_>, events: &mut [Event]) {
    for event in events.iter_mut() {
        around.speaker_means_itself(event);
        around.own_forces(event);
    }
    for i in 0..events.len() {
        if let Some(actors) = around.nearby(events, i) {
            events[i].confidence -= 0.2;
            events[i].actors = actors;
            around.judge_again(&mut events[i]);
        }
    }
    for i in 0..events.len() {
        if let Some(places) = around.same_place(events, i) {
            events[i].places = places;
        }
    }
    if let Some(mover) = around.mover(events) {
        for event in events.iter_mut() {
            around.by_the_mover(event, &mover);
        }
    }
}

impl Around<'_> {
    /// A government that announces how troops of no named country move speaks of its own.
    fn own_forces(&self, event: &mut Event) {
        let Some(statement) = event.judgement.statement.map(|s| &self.statements[s]) else { return };
        let announces = statement.cue.as_ref().is_some_and(|c| self.announces(c));
        let country = |e: usize| self.mentions.entities[e].actor.as_ref().and_then(|a| a.country.as_ref());
        let nameless = event.actors.iter().all(|a| a.entity.and_then(country).is_none());
        let Some(source) = statement.source.as_ref().filter(|s| s.entity.and_then(country).is_some()) else {
            return;
        };
        let source_state = source.entity.is_some_and(|e| self.is_state(e));
        let own = announces || self.goes_home(event) || self.is_ended(event);
        if own && nameless && source_state && moves(event) && !self.are_foreign(event) {
            let own = Party { span: source.span, entity: source.entity, mention: None, implied: true };
            event.actors.insert(0, own);
            self.judge_again(event);
        }
    }

    /// Whether a cue tells what its speaker does or has done: it announces, promises, or orders.
    fn announces(&self, cue: &Cue) -> bool {
        let text = cue.span.of(self.document.text).unwrap_or_default();
        let orders = || ["order", "command", "instruct", "direct"].iter().any(|w| text.starts_with(w));
        matches!(cue.act, Act::Announce | Act::Promise) || cue.act == Act::Demand && orders()
    }

    /// Whether an entity is a country or speaks for its state.
    fn is_state(&self, entity: usize) -> bool {
        const STATE: [&str; 4] = ["GOV", "MIL", "SPY", "LEG"];
        let actor = self.mentions.entities[entity].actor.as_ref();
        actor.is_some_and(|a| a.sector.as_deref().is_none_or(|s| STATE.contains(&s)))
    }

    /// Whether an exercise is said to be over of which the words tell nothing that would make it another's: "drills have
    /// ended".
    fn is_ended(&self, event: &Event) -> bool {
        let exercise = event.code.cameo == Some("150") && event.judgement.negated;
        let s = &self.document.sentences[event.sentence];
        exercise && s.child(event.word, Rel::Det).is_none()
    }

    /// Whether those who act are told to be another's: "foreign troops".
    fn are_foreign(&self, event: &Event) -> bool {
        let told = |p: &Party| self.document.text.get(p.span.range()).unwrap_or_default().to_lowercase();
        event.actors.iter().any(|p| told(p).split(' ').any(|w| matches!(w, "foreign" | "enemy" | "hostile")))
    }

    /// Whether some forces, not "the" ones told of before, go to where they came from: "units are heading home".
    fn goes_home(&self, event: &Event) -> bool {
        let s = &self.document.sentences[event.sentence];
        let home = |w: usize| {
            matches!(
                s.words[w].lemma.as_str(),
                "home" | "base" | "basis" | "barrack" | "barracks" | "garrison"
            )
        };
        let known = |p: &Party| {
            let text = self.document.text.get(p.span.range()).unwrap_or_default().to_lowercase();
            ["the ", "these ", "those ", "they"].iter().any(|d| text.starts_with(d))
        };
        s.subtree(event.word).any(home) && !event.actors.iter().any(known)
    }

    /// The country whose forces the report's movements are, where nearly all that name one name the same.
    fn mover(&self, events: &[Event]) -> Option<Party> {
        let country = |p: &Party| self.mentions.entities[p.entity?].actor.as_ref()?.country.clone();
        let named =
            events.iter().filter(|e| moves(e)).flat_map(|e| &e.actors).filter_map(|p| Some((country(p)?, p)));
        let named: Vec<(String, &Party)> = named.collect();
        let (first, party) = named.first()?;
        let same = named.iter().filter(|(c, _)| c == first).count();
        (same * 3 > named.len() * 2).then(|| Party { implied: true, ..(*party).clone() })
    }

    /// Gives the mover to an event of moving forces that names nobody.
    fn by_the_mover(&self, event: &mut Event, mover: &Party) {
        let country = |p: &Party| self.mentions.entities[p.entity?].actor.as_ref()?.country.clone();
        let code = |p: &Party| {
            p.entity.and_then(|e| self.mentions.entities[e].actor.as_ref()).map(|a| a.code.as_str())
        };
        let troops = |p: &Party| country(p).is_none() && matches!(code(p), None | Some("MIL"));
        let nameless = event.actors.iter().all(troops) && !self.are_foreign(event);
        if moves(event) && !event.forces.is_empty() && nameless {
            event.actors.retain(|p| p.entity.is_some());
            event.actors.insert(0, mover.clone());
            event.confidence -= 0.3;
            self.judge_again(event);
        }
    }

    /// "It" in the words of a country or a body, and "we" in anybody's, mean the one who speaks.
    fn speaker_means_itself(&self, event: &mut Event) {
        let source = event.judgement.statement.and_then(|s| self.statements[s].source.as_ref()?.entity);
        let Some(source) = source else { return };
        let body = !matches!(self.mentions.entities[source].kind, "person" | "role");
        let mut changed = false;
        for party in event.actors.iter_mut().chain(&mut event.recipients).filter(|p| p.entity.is_none()) {
            let own = match self.pronoun(party).as_deref() {
                Some("we" | "our" | "us" | "ours" | "ourselves") => true,
                Some("it" | "its" | "they" | "their" | "itself") => body,
                _ => false,
            };
            if own {
                party.entity = Some(source);
                changed = true;
            }
        }
        if changed {
            self.judge_again(event);
        }
    }

    /// The pronoun that names a party, in lower case.
    fn pronoun(&self, party: &Party) -> Option<String> {
        let mention = &self.mentions.list[party.mention?];
        let text = self.document.text.get(mention.span.range())?;
        (mention.kind == Kind::Pronoun).then(|| text.to_lowercase())
    }

    /// The actors of the nearest event about forces in the sentence, else before it in the paragraph, for an event of
    /// moving forces that names nobody, or only a "they" that would be the speaker's own side.
    fn nearby(&self, events: &[Event], i: usize) -> Option<Vec<Party>> {
        let event = &events[i];
        let nobody = event.actors.iter().all(|a| a.entity.is_none());
        if !moves(event) || !(nobody || self.strange(event)) {
            return None;
        }
        let lends = |e: &&Event| {
            is_posture(e) && e.actors.iter().any(|a| a.entity.is_some()) && (nobody || !shares(e, event))
        };
        let end = i + events[i..].iter().take(WINDOW).take_while(|e| e.sentence == event.sentence).count();
        let window = (i.saturating_sub(WINDOW)..end).filter(|&j| j != i).map(|j| &events[j]);
        let near = window.filter(lends).filter_map(|e| Some((self.apart(e, event)?, e)));
        let (_, nearest) = near.min_by_key(|(apart, _)| *apart)?;
        Some(nearest.actors.iter().map(|p| Party { implied: true, ..p.clone() }).collect())
    }

    /// The places of the nearest event before one that names its place only by what it is: "left the peninsula".
    fn same_place(&self, events: &[Event], i: usize) -> Option<Vec<usize>> {
        let event = &events[i];
        let s = &self.document.sentences[event.sentence];
        let the = |w: usize| {
            s.children(w).any(|c| matches!(s.words[c].lemma.as_str(), "the" | "this" | "that"))
                && s.child(w, Rel::Nmod).is_none()
        };
        let place = |w: usize| PLACES.contains(&s.words[w].lemma.as_str()) && the(w);
        if !event.places.is_empty() || !moves(event) || !s.children(event.word).any(place) {
            return None;
        }
        let before = events[i.saturating_sub(WINDOW)..i].iter().rev();
        let near = before.take_while(|e| self.apart(e, event).is_some_and(|n| n <= 1));
        near.map(|e| &e.places).find(|p| !p.is_empty()).cloned()
    }

    /// How many sentences before an event another stands, in the same paragraph.
    fn apart(&self, other: &Event, event: &Event) -> Option<usize> {
        let paragraph = |e: &Event| self.document.sentences[e.sentence].paragraph;
        let before = other.sentence <= event.sentence;
        (before && paragraph(other) == paragraph(event)).then(|| event.sentence - other.sentence)
    }

    /// Whether a pronoun makes a speaker tell of its own forces as of others: "he added that they move them back".
    fn strange(&self, event: &Event) -> bool {
        event.judgement.standing == saydo_standing::Standing::Announced
            && event.actors.iter().all(|a| matches!(self.pronoun(a).as_deref(), Some("they" | "it")))
    }

    fn judge_again(&self, event: &mut Event) {
        let acting: Vec<usize> = event.actors.iter().filter_map(|p| p.entity).collect();
        let judgement = self.judge.judge(event.sentence, event.judged, &acting);
        event.judgement = crate::finish::turned(judgement, event.turned, event.ordered);
    }
}

fn shares(a: &Event, b: &Event) -> bool {
    a.actors.iter().any(|x| b.actors.iter().any(|y| crate::find::same(x, y)))
}

/// Whether an event tells that forces move or stay.
fn moves(event: &Event) -> bool {
    !event.forces.is_empty() || event.movement.is_some()
}

/// Whether an event is about forces: they move, or are used.
fn is_posture(event: &Event) -> bool {
    moves(event) || matches!(event.code.plover, Some(Assault | Mobilize | Retreat))
}
