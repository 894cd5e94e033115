//! One row an event: what a table holds that is to be counted and filtered.

use jiff::civil::Date;
use saydo_record::{Chars, Entity, Event, Force, Mention, Participant, Record, Statement};

use crate::table;

table! {
    /// An event with its report; the columns of the flat form.
    pub(crate) Flat {
        "the report's id",
        report: String;
        "when it was published, as the input says it",
        published: Option<String>;
        "the day of that, in UTC",
        published_day: Option<Date>;
        "who published it",
        publisher: Option<String>;
        "its headline",
        title: Option<String>;
        "where it was published",
        url: Option<String>;
        "its language, as ISO 639",
        language: Option<String>;
        "SHA-256 of its text",
        sha256: String;
        "the event's id in the report; null in the row of a report without events",
        event: Option<String>;
        "the last day of its time, unless that lies after publication, else the day of publication",
        day: Option<Date>;
        "when it happened or is to happen, as TIMEX3",
        time: Option<String>;
        "by when it is due, as TIMEX3",
        by: Option<String>;
        "from when on it holds, as TIMEX3",
        from: Option<String>;
        "PLOVER's category",
        plover: Option<String>;
        "PLOVER's mode",
        mode: Option<String>;
        "PLOVER's contexts",
        contexts: Vec<String>;
        "CAMEO's code",
        cameo: Option<String>;
        "what it is where neither has a code",
        kind: Option<String>;
        "PLOVER's quad class, 1 to 4",
        quad: Option<u8>;
        "Goldstein's score, -10 to 10",
        goldstein: Option<f32>;
        "reported, announced, claimed, intended, demanded or possible",
        standing: Option<String>;
        "whether the text says that it is not so",
        negated: Option<bool>;
        "whether it is only a possibility",
        hedged: Option<bool>;
        "how sure the reading is, 0 to 1",
        confidence: Option<f32>;
        "the code of the first who acts",
        actor: Option<String>;
        "the name of the same",
        actor_name: Option<String>;
        "ISO 3166 alpha-3 of the same",
        actor_country: Option<String>;
        "PLOVER's sector of the same",
        actor_sector: Option<String>;
        "all who act: their codes, or names where they have none",
        actors: Vec<String>;
        "the code of the first to whom it is done",
        recipient: Option<String>;
        "the name of the same",
        recipient_name: Option<String>;
        "ISO 3166 alpha-3 of the same",
        recipient_country: Option<String>;
        "PLOVER's sector of the same",
        recipient_sector: Option<String>;
        "all to whom it is done: their codes, or names where they have none",
        recipients: Vec<String>;
        "the first place where it happened",
        place: Option<String>;
        "ISO 3166 alpha-3 of the same",
        place_country: Option<String>;
        "its first-level division",
        place_admin1: Option<String>;
        "its degrees north",
        lat: Option<f64>;
        "its degrees east",
        lon: Option<f64>;
        "its number in GeoNames",
        geonameid: Option<u32>;
        "how exact the place is: point, city, district, region, country or larger",
        place_resolution: Option<String>;
        "the id of the statement that carries it; null in the publisher's own voice",
        statement: Option<String>;
        "what that statement's cue does: say, announce, deny and so on",
        act: Option<String>;
        "the code of who says so",
        speaker: Option<String>;
        "the name of the same",
        speaker_name: Option<String>;
        "ISO 3166 alpha-3 of the same",
        speaker_country: Option<String>;
        "the same in the text's words",
        speaker_text: Option<String>;
        "what forces move or stay: element, movement, extent, least and greatest number",
        force: Vec<String>;
        "the least number of what the trigger names",
        count_low: Option<u64>;
        "the greatest",
        count_high: Option<u64>;
        "the lemmas of the trigger",
        lemma: Option<String>;
        "the words that tell it",
        trigger: Option<String>;
        "their first code point in the report's text",
        trigger_start: Option<usize>;
        "the first one after them",
        trigger_end: Option<usize>;
        "the sentence that tells it",
        sentence: Option<String>;
        "its number in the report, from 1",
        sentence_number: Option<usize>;
        "its first code point",
        sentence_start: Option<usize>;
        "the first one after it",
        sentence_end: Option<usize>;
        "what part of the report it stands in",
        zone: Option<String>;
        "what could not be read as it should, the same in every row of the report",
        problems: Vec<String>;
    }
}

/// The rows of a record: one for each event. A record without events has one row, without an event, if there are problems.
pub(crate) fn rows(record: &Record) -> Vec<Flat> {
    let chars = Chars::of(&record.text);
    let about = about(record);
    if record.events.is_empty() && !record.problems.is_empty() {
        return vec![about];
    }
    record.events.iter().map(|event| Teller { record, chars: &chars, event }.row(about.clone())).collect()
}

/// What all rows of a report share.
fn about(record: &Record) -> Flat {
    let report = &record.report;
    Flat {
        report: report.id.clone(),
        published: report.published.clone(),
        published_day: report.published.as_deref().and_then(saydo_facts::day),
        publisher: report.publisher.clone(),
        title: report.title.clone(),
        url: report.url.clone(),
        language: report.language.clone(),
        sha256: report.sha256.clone(),
        problems: record.problems.iter().map(|p| format!("{}: {}", p.code, p.detail)).collect(),
        ..Flat::default()
    }
}

/// An event with what its ids mean.
struct Teller<'r> {
    record: &'r Record,
    chars: &'r Chars<'r>,
    event: &'r Event,
}

impl Teller<'_> {
    fn row(&self, about: Flat) -> Flat {
        let row = self.codes(about);
        let row = self.parties(row);
        let row = self.place(row);
        let row = self.statement(row);
        self.words(row)
    }

    fn codes(&self, row: Flat) -> Flat {
        let event = self.event;
        Flat {
            event: Some(event.id.clone()),
            day: day(event.time.as_deref(), row.published_day),
            time: event.time.clone(),
            by: event.by.clone(),
            from: event.from.clone(),
            plover: event.plover.clone(),
            mode: event.mode.clone(),
            contexts: event.contexts.clone(),
            cameo: event.cameo.clone(),
            kind: event.kind.clone(),
            quad: event.quad,
            goldstein: event.goldstein,
            standing: Some(event.standing.clone()),
            negated: Some(event.negated),
            hedged: Some(event.hedged),
            confidence: Some(event.confidence),
            force: event.force.iter().map(force).collect(),
            count_low: event.count.as_ref().and_then(|count| count.low),
            count_high: event.count.as_ref().and_then(|count| count.high),
            ..row
        }
    }

    fn parties(&self, row: Flat) -> Flat {
        let (actor, recipient) = (self.event.actors.first(), self.event.recipients.first());
        Flat {
            actor: actor.and_then(|party| party.code.clone()),
            actor_name: actor.map(|party| self.name(party)),
            actor_country: actor.and_then(|party| party.country.clone()),
            actor_sector: actor.and_then(|party| party.sector.clone()),
            actors: self.event.actors.iter().map(|party| self.code(party)).collect(),
            recipient: recipient.and_then(|party| party.code.clone()),
            recipient_name: recipient.map(|party| self.name(party)),
            recipient_country: recipient.and_then(|party| party.country.clone()),
            recipient_sector: recipient.and_then(|party| party.sector.clone()),
            recipients: self.event.recipients.iter().map(|party| self.code(party)).collect(),
            ..row
        }
    }

    fn place(&self, row: Flat) -> Flat {
        let mention =
            self.event.places.first().and_then(|id| item(&self.record.mentions, 'm', id, |m| &m.id));
        let Some(place) = mention.and_then(|mention: &Mention| mention.place.as_ref()) else { return row };
        Flat {
            place: Some(place.name.clone()),
            place_country: place.country.clone(),
            place_admin1: place.admin1.clone(),
            lat: Some(place.lat),
            lon: Some(place.lon),
            geonameid: place.geonameid,
            place_resolution: Some(place.resolution.clone()),
            ..row
        }
    }

    fn statement(&self, row: Flat) -> Flat {
        let id = self.event.statement.as_deref();
        let found = id.and_then(|id| item(&self.record.statements, 's', id, |s: &Statement| &s.id));
        let Some(statement) = found else { return row };
        let source = statement.source.as_ref();
        let entity = source.and_then(|source| self.entity(source.entity.as_deref()));
        let actor = entity.and_then(|entity| entity.actor.as_ref());
        Flat {
            statement: Some(statement.id.clone()),
            act: statement.cue.as_ref().map(|cue| cue.act.clone()),
            speaker: actor.map(|actor| actor.code.clone()),
            speaker_name: entity.map(|entity| entity.name.clone()),
            speaker_country: actor.and_then(|actor| actor.country.clone()),
            speaker_text: source.map(|source| source.text.clone()),
            ..row
        }
    }

    fn words(&self, row: Flat) -> Flat {
        let trigger = &self.event.trigger;
        let sentences = &self.record.sentences;
        let number = sentences.partition_point(|sentence| sentence.start <= trigger.start);
        let sentence = number.checked_sub(1).and_then(|at| sentences.get(at));
        Flat {
            lemma: Some(self.event.lemma.clone()).filter(|lemma| !lemma.is_empty()),
            trigger: Some(trigger.text.clone()),
            trigger_start: Some(trigger.start),
            trigger_end: Some(trigger.end),
            sentence: sentence.map(|sentence| self.chars.cut(sentence.start, sentence.end).to_owned()),
            sentence_number: sentence.map(|_| number),
            sentence_start: sentence.map(|sentence| sentence.start),
            sentence_end: sentence.map(|sentence| sentence.end),
            zone: sentence.map(|sentence| sentence.zone.clone()),
            ..row
        }
    }

    /// The name of the entity that takes part, else the words of the text.
    fn name(&self, party: &Participant) -> String {
        let entity = self.entity(party.entity.as_deref()).map(|entity| entity.name.clone());
        entity.unwrap_or_else(|| self.chars.cut(party.start, party.end).to_owned())
    }

    /// The code of who takes part, else the name.
    fn code(&self, party: &Participant) -> String {
        party.code.clone().unwrap_or_else(|| self.name(party))
    }

    fn entity(&self, id: Option<&str>) -> Option<&Entity> {
        item(&self.record.entities, 'e', id?, |entity| &entity.id)
    }
}

/// The item with this id. Ids count from 1 in order; a record from elsewhere may number otherwise.
fn item<'r, T>(list: &'r [T], letter: char, id: &str, of: fn(&T) -> &String) -> Option<&'r T> {
    let guess = id.strip_prefix(letter).and_then(|n| n.parse::<usize>().ok()?.checked_sub(1));
    let guess = guess.and_then(|at| list.get(at)).filter(|item| of(item) == id);
    guess.or_else(|| list.iter().find(|item| of(item) == id))
}

/// The day to set it on a time axis, as the ledger has it.
fn day(time: Option<&str>, published: Option<Date>) -> Option<Date> {
    let last = time.and_then(|time| saydo_facts::days(time, published)).map(|days| days.last);
    last.map_or(published, |last| Some(published.map_or(last, |published| last.min(published))))
}

/// `troops out some 100000-`.
fn force(force: &Force) -> String {
    let number = |n: Option<u64>| n.map_or(String::new(), |n| n.to_string());
    let range = format!("{}-{}", number(force.low), number(force.high));
    let range = if range == "-" { "" } else { &range };
    let parts = [&force.element, &force.movement, force.extent.as_deref().unwrap_or_default(), range];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}
