//! The three facts that carry a headline: of three sorts, so that they do not say the same thing three times.

use super::sign::Signs;
use super::used::Used;
use super::{Fact, Findings, Verdict};
use crate::measure::Cover;
use crate::{Cite, Evidence, Grade, Indicator, Post, Proposal, Scene, State, Talk, Warning, Word, WordKind};

/// So many facts carry a headline.
const FACTS: usize = 3;

/// So many events a fact cites.
const CITED: usize = 6;

/// The facts for a verdict, the weightiest first.
pub(super) fn facts(
    scene: &Scene<'_>,
    findings: Findings<'_>,
    signs: &Signs<'_, '_>,
    verdict: Verdict,
) -> Vec<Fact> {
    if verdict == Verdict::TooLittle {
        return vec![coverage(findings.cover)];
    }
    let picker = Picker { scene, findings, signs };
    let rest = [picker.indicator(), picker.diplomacy(), picker.latest_word(), picker.warning()];
    let mut facts: Vec<Fact> = Vec::new();
    for fact in picker.wanted(verdict).into_iter().chain(rest).flatten() {
        if facts.len() < FACTS && facts.iter().all(|known| known.finding != fact.finding) {
            facts.push(fact);
        }
    }
    facts
}

struct Picker<'k, 'p, 'f> {
    scene: &'k Scene<'f>,
    findings: Findings<'p>,
    signs: &'k Signs<'p, 'f>,
}

impl Picker<'_, '_, '_> {
    /// What speaks for a verdict, at most one fact of a sort.
    fn wanted(&self, verdict: Verdict) -> Vec<Option<Fact>> {
        let signs = self.signs;
        let word_of = |words: &[&Word]| words.first().map(|w| word(w));
        let post_of = |posts: &[&Post]| posts.first().map(|p| post(p));
        let stands = || post_of(&signs.building).or_else(|| post_of(&signs.holding));
        let broken = || word_of(&signs.overtaken).or_else(|| word_of(&signs.said));
        match verdict {
            Verdict::BuildingUp => vec![self.used(), post_of(&signs.building), broken(), self.warning()],
            Verdict::SaidNotSeen => vec![word_of(&signs.said), stands(), self.warning()],
            Verdict::Easing { .. } => vec![word_of(&signs.kept), post_of(&signs.leaving)],
            Verdict::Mixed => {
                let word = word_of(&signs.kept).or_else(|| word_of(&signs.partly));
                vec![post_of(&signs.leaving).or(word), self.used().or_else(stands), broken(), self.warning()]
            }
            Verdict::Unchanged { .. } => vec![self.latest_word(), stands(), self.warning()],
            Verdict::TooLittle => Vec::new(),
        }
    }

    fn used(&self) -> Option<Fact> {
        self.signs.used.as_ref().map(|used| attacks(self.scene, self.findings, used))
    }

    fn indicator(&self) -> Option<Fact> {
        self.signs.indicators.first().map(|i| indicator(i))
    }

    fn warning(&self) -> Option<Fact> {
        let found = self.findings.warning;
        (!found.in_place.is_empty()).then(|| warning(found))
    }

    /// The longest unanswered proposal, else the latest talks.
    fn diplomacy(&self) -> Option<Fact> {
        let diplomacy = self.findings.diplomacy;
        let open = diplomacy.proposals.iter().max_by_key(|p| p.days_unanswered);
        let open = open.and_then(|p| Some(proposal(p, p.days_unanswered?)));
        open.or_else(|| diplomacy.talks.iter().find(|t| t.held).map(talk))
    }

    fn latest_word(&self) -> Option<Fact> {
        self.findings.words.first().map(word)
    }
}

fn coverage(cover: &Cover) -> Fact {
    let window = super::WINDOW;
    let reports = count(cover.last(window) as usize, "report", "reports");
    let families = count(cover.families(window), "family", "families");
    let (now, before) = cover.reports_a_day();
    let text = format!(
        "{reports} by {families} in {window} days; {now:.1} a day in the last week, {before:.1} before"
    );
    Fact { finding: "coverage".to_owned(), text, cites: Vec::new() }
}

fn count(n: usize, one: &str, many: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { many })
}

fn word(word: &Word) -> Fact {
    let speaker = if word.speaker_name.is_empty() { &word.speaker } else { &word.speaker_name };
    let verb = match word.kind {
        WordKind::Announcement => "announced",
        WordKind::Pledge => "pledged",
        WordKind::Assurance => "assured",
        WordKind::Allegation => "alleged",
        WordKind::Forecast => "forecast",
        WordKind::Assessment => "judged",
    };
    let denied = if word.denies { "no " } else { "" };
    let (state, resting) = (word.state.name(), word.grade.map_or("", rests_on));
    let again =
        if word.last_said > word.said { format!(" and again on {}", word.last_said) } else { String::new() };
    let text = format!("{speaker} {verb} {denied}{} on {}{again}: {state}{resting}", word.act, word.said);
    let (evidence, other) = match word.state {
        State::Kept => (&word.bears_out, &word.against),
        _ => (&word.against, &word.bears_out),
    };
    let evidence = newest(if evidence.is_empty() { other } else { evidence });
    Fact {
        finding: word.id.clone(),
        text,
        cites: word.said_in.first().cloned().into_iter().chain(evidence).collect(),
    }
}

/// The newest evidence, each voice once and with what it told first that day, the oldest of these first.
fn newest(evidence: &[Evidence]) -> Vec<Cite> {
    let mut sorted: Vec<&Cite> = evidence.iter().map(|found| &found.cite).collect();
    sorted.sort_by_key(|cite| (std::cmp::Reverse(cite.published), cite.event));
    let mut cites: Vec<Cite> = Vec::new();
    for cite in sorted {
        if cites.len() + 1 < CITED && cites.iter().all(|c| c.voice != cite.voice) {
            cites.push(cite.clone());
        }
    }
    cites.reverse();
    cites
}

fn rests_on(grade: Grade) -> &'static str {
    match grade {
        Grade::OwnSide => ", by its own side",
        Grade::OtherSide => ", on the other side's word only",
        Grade::Third => ", by a third party",
        Grade::Press => ", by the press",
        Grade::Host => ", by the host",
        Grade::Images => ", by images",
        Grade::Observer => ", by an independent observer",
    }
}

fn post(post: &Post) -> Fact {
    let element = post.element.name().replace('_', " ");
    let area = post.ground();
    let voices = count(post.voices, "voice", "voices");
    let trend = post.trend.name();
    let text =
        format!("{} {element}{area}: {trend}, seen by {voices}, last on {}", post.actor, post.last_seen);
    Fact { finding: post.id.clone(), text, cites: some(&post.cites) }
}

fn some(cites: &[Cite]) -> Vec<Cite> {
    cites.iter().take(CITED).cloned().collect()
}

fn warning(warning: &Warning) -> Fact {
    let parts: Vec<&str> = warning.in_place.iter().map(|(part, _)| *part).collect();
    let text = format!("warning of an attack: {}; in place: {}", warning.time.name(), parts.join(", "));
    let shown = warning.in_place.iter().filter_map(|(_, cites)| cites.first().cloned());
    Fact { finding: warning.id.clone(), text, cites: shown.collect() }
}

fn indicator(indicator: &Indicator) -> Fact {
    let since = indicator.since.map_or(String::new(), |day| format!(" since {day}"));
    let state = indicator.state.name();
    let voices = count(indicator.voices, "voice", "voices");
    let text = format!("{}: {state}{since}, by {voices}", indicator.label);
    Fact { finding: indicator.id.clone(), text, cites: some(&indicator.cites) }
}

fn proposal(proposal: &Proposal, waited: u32) -> Fact {
    let to = if proposal.to.is_empty() { String::new() } else { format!(" to {}", proposal.to.join(", ")) };
    let text =
        format!("proposal of {}{to} of {}: {waited} days without an answer", proposal.from, proposal.made);
    let told = proposal.cites.iter().take(1).chain(&proposal.answers);
    Fact { finding: proposal.id.clone(), text, cites: told.take(CITED).cloned().collect() }
}

fn talk(talk: &Talk) -> Fact {
    let text = format!("talks of {} on {}", talk.parties.join(" and "), talk.day);
    Fact { finding: talk.id.clone(), text, cites: some(&talk.cites) }
}

/// The attacks belong to the pair that has most of the last week's deeds, if they are towards anybody.
fn attacks(scene: &Scene<'_>, findings: Findings<'_>, used: &Used<'_>) -> Fact {
    let subject = scene.watch.subject.first().map(String::as_str);
    let pairs = findings.measures.pairs.iter().filter(|p| Some(p.from.as_str()) == subject);
    let most = pairs.max_by_key(|p| p.deeds.last_week.map_or(0, |week| week.events));
    let (now, before) = (count(used.attacks.len(), "time", "times"), count(used.before, "time", "times"));
    let voices = count(used.voices, "voice", "voices");
    let text = format!("attacks told {now} by {voices} in the last week, {before} in the 28 days before");
    let cites = used.attacks.iter().take(CITED).map(|event| scene.cite(event)).collect();
    Fact { finding: most.map_or_else(|| "headline".to_owned(), |pair| pair.id.clone()), text, cites }
}
