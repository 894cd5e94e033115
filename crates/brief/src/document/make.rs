//! From a picture to its public form.

use jiff::civil::Date;
use saydo_facts::Days;
use saydo_picture as from;

use super::{
    Apart, Change, Changes, Coverage, Day, Demand, Diplomacy, Document, Event, Evidence, Fact, Headline,
    InPlace, Indicator, Interval, Measures, Pair, Party, Post, Prior, Proposal, Range, SCHEMA, Sentence,
    Source, Span, Talk, Track, Warning, Word,
};
use crate::quote::Citations;
use crate::{cited, names, tell};

impl Document {
    /// The public form of a picture, with those of the sentences that it cites.
    pub fn of(picture: &from::Picture, citations: &Citations) -> Self {
        let sentence = |id| citations.get(&id).map(|c| (id.to_string(), Sentence::of(c)));
        Self {
            schema: SCHEMA.to_owned(),
            watch: picture.watch.clone(),
            subject: party(&picture.subject),
            as_of: picture.as_of.to_string(),
            since: day(picture.since),
            headline: headline(&picture.headline),
            changes: picture.changes.as_ref().map(changes),
            words: picture.words.iter().map(word).collect(),
            priors: picture.priors.iter().map(prior).collect(),
            posture: picture.posture.iter().map(post).collect(),
            warning: warning(&picture.warning),
            diplomacy: diplomacy(&picture.diplomacy),
            indicators: picture.indicators.iter().map(indicator).collect(),
            measures: measures(&picture.measures),
            apart: apart(picture.apart),
            sources: picture.sources.iter().map(source).collect(),
            citations: cited(picture).into_iter().filter_map(sentence).collect(),
        }
    }
}

fn party(code: &str) -> Party {
    Party { code: code.to_owned(), name: names::party(code) }
}

fn parties(codes: &[String]) -> Vec<Party> {
    codes.iter().map(|c| party(c)).collect()
}

fn day(day: Option<Date>) -> Option<String> {
    day.map(|d| d.to_string())
}

fn event(cite: &from::Cite) -> Event {
    Event { id: cite.event.to_string(), published: cite.published.to_string(), voice: cite.voice.clone() }
}

fn events(cites: &[from::Cite]) -> Vec<Event> {
    cites.iter().map(event).collect()
}

fn headline(headline: &from::Headline) -> Headline {
    use from::Verdict;
    let (verdict, voices, since) = match headline.verdict {
        Verdict::BuildingUp => ("building_up", None, None),
        Verdict::SaidNotSeen => ("said_not_seen", None, None),
        Verdict::Easing { voices } => ("easing", Some(voices), None),
        Verdict::Unchanged { since } => ("unchanged", None, Some(since)),
        Verdict::Mixed => ("mixed", None, None),
        Verdict::TooLittle => ("too_little", None, None),
    };
    let fact =
        |f: &from::Fact| Fact { finding: f.finding.clone(), text: f.text.clone(), events: events(&f.cites) };
    Headline {
        id: headline.id.clone(),
        verdict: verdict.to_owned(),
        sentence: headline.verdict.sentence(),
        voices,
        since: day(since),
        facts: headline.facts.iter().map(fact).collect(),
        rule: headline.rule.to_owned(),
    }
}

fn changes(changes: &from::Changes) -> Changes {
    let change = |c: &from::Change| Change {
        finding: c.finding.clone(),
        about: c.about.clone(),
        was: c.was.clone(),
        is: c.is.clone(),
    };
    Changes { since: changes.since.to_string(), list: changes.list.iter().map(change).collect() }
}

fn word(word: &from::Word) -> Word {
    let name = Some(&word.speaker_name).filter(|n| !n.is_empty()).cloned();
    Word {
        id: word.id.clone(),
        kind: word.kind.name().to_owned(),
        text: tell::word(word),
        act: word.act.clone(),
        denies: word.denies,
        speaker: Party {
            code: word.speaker.clone(),
            name: name.unwrap_or_else(|| names::party(&word.speaker)),
        },
        actor: party(&word.actor),
        elements: word.elements.iter().map(|e| e.name().to_owned()).collect(),
        extent: word.extent.clone(),
        places: word.places.clone(),
        said: word.said.to_string(),
        last_said: word.last_said.to_string(),
        from: day(word.from),
        due: word.due.map(span),
        state: word.state.name().to_owned(),
        since: word.since.to_string(),
        grade: word.grade.map(|g| g.name().to_owned()),
        bears_out: word.bears_out.iter().map(evidence).collect(),
        against: word.against.iter().map(evidence).collect(),
        said_in: events(&word.said_in),
        repeated_by: parties(&word.repeated_by),
        rule: word.rule.to_owned(),
    }
}

fn span(days: Days) -> Span {
    Span { first: days.first.to_string(), last: days.last.to_string() }
}

fn evidence(evidence: &from::Evidence) -> Evidence {
    Evidence {
        event: event(&evidence.cite),
        grade: evidence.grade.name().to_owned(),
        day: evidence.day.to_string(),
        why: evidence.why.to_owned(),
    }
}

fn prior(prior: &from::Prior) -> Prior {
    Prior {
        actor: party(&prior.actor),
        kept: prior.kept,
        partly: prior.partly,
        broken: prior.broken,
        of: prior.of,
        open: prior.open,
    }
}

fn post(post: &from::Post) -> Post {
    Post {
        id: post.id.clone(),
        actor: party(&post.actor),
        area: post.area.clone(),
        element: post.element.name().to_owned(),
        direction: post.direction.name().to_owned(),
        last_seen: post.last_seen.to_string(),
        voices: post.voices,
        numbers: post.numbers.map(|r| Range { low: r.low, high: r.high }),
        trend: post.trend.name().to_owned(),
        since: post.since.to_string(),
        events: events(&post.cites),
        rule: post.rule.to_owned(),
    }
}

fn warning(warning: &from::Warning) -> Warning {
    let in_place = |(part, cites): &(&'static str, Vec<from::Cite>)| InPlace {
        part: (*part).to_owned(),
        events: events(cites),
    };
    Warning {
        id: warning.id.clone(),
        time: warning.time.name().to_owned(),
        in_place: warning.in_place.iter().map(in_place).collect(),
        missing: warning.missing.iter().map(|m| (*m).to_owned()).collect(),
        said: events(&warning.said),
        rule: warning.rule.to_owned(),
    }
}

fn diplomacy(diplomacy: &from::Diplomacy) -> Diplomacy {
    let demands = |list: &[from::Demand]| list.iter().map(demand).collect();
    Diplomacy {
        proposals: diplomacy.proposals.iter().map(proposal).collect(),
        talks: diplomacy.talks.iter().map(talk).collect(),
        readiness: demands(&diplomacy.readiness),
        refusals: demands(&diplomacy.refusals),
        demands: demands(&diplomacy.demands),
    }
}

fn proposal(proposal: &from::Proposal) -> Proposal {
    Proposal {
        id: proposal.id.clone(),
        from: party(&proposal.from),
        to: parties(&proposal.to),
        made: proposal.made.to_string(),
        answered: day(proposal.answered),
        days_unanswered: proposal.days_unanswered,
        events: events(&proposal.cites),
        answers: events(&proposal.answers),
        rule: proposal.rule.to_owned(),
    }
}

fn talk(talk: &from::Talk) -> Talk {
    Talk {
        id: talk.id.clone(),
        parties: parties(&talk.parties),
        day: talk.day.to_string(),
        held: talk.held,
        places: talk.places.clone(),
        events: events(&talk.cites),
        rule: talk.rule.to_owned(),
    }
}

fn demand(demand: &from::Demand) -> Demand {
    Demand {
        id: demand.id.clone(),
        from: party(&demand.from),
        to: parties(&demand.to),
        code: demand.code.clone(),
        what: tell::stand_for(demand),
        first: demand.first.to_string(),
        last: demand.last.to_string(),
        events: events(&demand.cites),
        rule: demand.rule.to_owned(),
    }
}

fn indicator(indicator: &from::Indicator) -> Indicator {
    Indicator {
        id: indicator.id.clone(),
        label: indicator.label.clone(),
        state: indicator.state.name().to_owned(),
        since: day(indicator.since),
        voices: indicator.voices,
        events: events(&indicator.cites),
        rule: indicator.rule.to_owned(),
    }
}

fn measures(measures: &from::Measures) -> Measures {
    let coverage =
        |c: &from::Coverage| Coverage { day: c.day.to_string(), reports: c.reports, families: c.families };
    let pair = |p: &from::Pair| Pair {
        id: p.id.clone(),
        from: party(&p.from),
        to: party(&p.to),
        words: track(&p.words),
        deeds: track(&p.deeds),
        events: events(&p.cites),
    };
    Measures {
        coverage: measures.coverage.iter().map(coverage).collect(),
        pairs: measures.pairs.iter().map(pair).collect(),
        coverage_fell: measures.coverage_fell,
        reports_a_day: rounded(measures.reports_a_day.0),
        reports_a_day_before: rounded(measures.reports_a_day.1),
    }
}

fn track(track: &from::Track) -> Track {
    let day = |d: &from::Day| Day {
        day: d.day.to_string(),
        conflict: d.conflict,
        cooperation: d.cooperation,
        goldstein: rounded(d.goldstein),
        per_report: rounded(d.per_report),
    };
    Track {
        days: track.days.iter().map(day).collect(),
        last_week: track.last_week.map(interval),
        before: track.before.map(interval),
    }
}

fn interval(i: from::Interval) -> Interval {
    Interval {
        value: rounded(i.value),
        low: rounded(i.low),
        high: rounded(i.high),
        events: i.events,
        families: i.families,
    }
}

/// Four decimals are more than any figure here knows; what cannot be written is 0.
fn rounded(value: f64) -> f64 {
    let value = (value * 10_000.0).round() / 10_000.0;
    if value.is_finite() { value + 0.0 } else { 0.0 }
}

fn source(source: &from::SourceHealth) -> Source {
    let health = match source.health() {
        from::Health::Gone => "gone",
        from::Health::Unreachable => "unreachable",
        from::Health::Silent => "silent",
        from::Health::Well => "well",
    };
    Source {
        address: source.address.clone(),
        publisher: source.publisher.clone(),
        health: health.to_owned(),
        last: day(source.last),
        usual_gap: source.usual_gap.map(|gap| gap.as_secs()),
        reached: day(source.reached),
        errors: source.errors,
        error: source.error.clone(),
    }
}

fn apart(apart: from::Apart) -> Apart {
    Apart { undated: apart.undated, future: apart.future, later: apart.later, copies: apart.copies }
}
