//! Made-up reports and records of any size, the same ones for the same number.

#![allow(dead_code, unreachable_pub, reason = "each test file and example uses its share")]

use jiff::ToSpan;
use jiff::civil::{Date, date};
use saydo_facts::Facts;
use saydo_ledger::{Added, Entry, Ledger, Result, Stamp, Voice};
use saydo_record::{
    About, Actor, Cue, Entity, Event, Force, Mention, Participant, Party, Piece, Place, Record, Sentence,
    Statement, Words,
};
use saydo_text::{Report, Span, Zone, ZoneSpan};

/// The day on which everything comes in.
pub const ADDED: Date = date(2024, 12, 31);

/// By whom everything is read.
pub const STAMP: Stamp<'static> = Stamp { added: ADDED, read_by: "test 1" };

const WORDS: [&str; 12] = [
    "troops",
    "said",
    "near",
    "the",
    "border",
    "convoy",
    "Zürich",
    "left",
    "of",
    "ministry",
    "talks",
    "\u{1f69a}",
];
const COUNTRIES: [&str; 8] = ["RUS", "UKR", "USA", "BLR", "GBR", "DEU", "FRA", "POL"];
const SECTORS: [&str; 3] = ["GOV", "MIL", ""];
const CODES: [(&str, &str, &str, f32); 6] = [
    ("RETREAT", "withdraw", "0874", 7.0),
    ("MOBILIZE", "troops", "152", -7.2),
    ("ASSAULT", "heavy-weapons", "194", -10.0),
    ("CONSULT", "visit", "042", 1.9),
    ("ACCUSE", "allege", "112", -2.0),
    ("REQUEST", "yield", "1056", -0.1),
];
const STANDINGS: [&str; 6] = ["reported", "announced", "claimed", "intended", "demanded", "possible"];

/// Numbers that look like chance and are the same each time.
#[derive(Clone, Debug)]
pub struct Chance(pub u64);

impl Chance {
    pub fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut n = self.0;
        n = (n ^ (n >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        n = (n ^ (n >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        n ^ (n >> 31)
    }

    /// A number below `end`; low ones are more frequent, as with actors and places in the news.
    pub fn below(&mut self, end: u64) -> u64 {
        let (a, b) = (self.next() % end, self.next() % end);
        a.min(b)
    }
}

/// A report with what was read in it.
#[derive(Clone, Debug)]
pub struct Invented {
    pub report: Report,
    pub record: Record,
    pub voice: Voice,
}

impl Invented {
    pub fn entry(&self) -> Entry<'_> {
        Entry { report: &self.report, record: &self.record, voice: &self.voice }
    }
}

/// Adds reports to a ledger.
pub fn add(ledger: &mut Ledger, all: &[Invented]) -> Result<Vec<Added>> {
    let entries: Vec<Entry<'_>> = all.iter().map(Invented::entry).collect();
    ledger.add(&entries, &STAMP)
}

/// A small report with two events.
pub fn small(n: u64) -> Invented {
    report(n, 4, 2)
}

/// Report number `n` with so many sentences and events.
pub fn report(n: u64, sentences: u64, events: u64) -> Invented {
    report_of(n, sentences, events, |chance| WORDS[chance.below(12) as usize])
}

/// Report number `n` in given words.
pub fn report_of<'w>(
    n: u64,
    sentences: u64,
    events: u64,
    word: impl FnMut(&mut Chance) -> &'w str,
) -> Invented {
    let mut chance = Chance(n.wrapping_mul(7919));
    let (text, spans) = text(&mut chance, n, sentences, word);
    let day = date(2022, 1, 1).saturating_add(chance.below(3 * 365).cast_signed().days());
    let zone = ZoneSpan { span: Span::new(0, text.len()), zone: Zone::Body };
    let report = Report {
        id: format!("report-{n}"),
        title: Some(format!("Headline {n}")),
        url: Some(format!("https://example.org/{day}/news/{n}")),
        publisher: Some(format!("Outlet {}", chance.below(60))),
        published: Some(format!("{day}T10:00:00Z")),
        language: Some("en".to_owned()),
        text,
        zones: vec![zone],
        problems: Vec::new(),
    };
    let record = record(&report, &mut chance, &spans, events);
    let voice = Voice {
        signature: vec![n as u8; 200],
        keys: (0..24).map(|_| chance.next() >> 32).collect(),
        ..Voice::default()
    };
    Invented { report, record, voice }
}

/// Words with their code points, by sentence.
type Sentences = Vec<Vec<(usize, usize)>>;

fn text<'w>(
    chance: &mut Chance,
    n: u64,
    sentences: u64,
    mut word: impl FnMut(&mut Chance) -> &'w str,
) -> (String, Sentences) {
    let mut text = format!("{n}");
    let mut at = text.len();
    let mut all = vec![vec![(0, at)]];
    for s in 0..sentences {
        if s > 0 {
            all.push(Vec::new());
        }
        for _ in 0..18 {
            let word = word(chance);
            text.push(' ');
            text.push_str(word);
            let length = word.chars().count();
            all.last_mut().expect("there is one").push((at + 1, at + 1 + length));
            at += 1 + length;
        }
        text.push('.');
        at += 1;
    }
    (text, all)
}

fn record(report: &Report, chance: &mut Chance, spans: &Sentences, events: u64) -> Record {
    let count = spans.len() as u64;
    let entities: Vec<Entity> = (0..(2 * events).clamp(4, 15)).map(|_| entity(chance)).collect();
    let mentions = (0..2 * count).map(|i| mention(chance, i, &spans[(i % count) as usize])).collect();
    let statements: Vec<Statement> =
        (0..(events * 3 / 4)).map(|i| statement(i, &entities, &spans[(i % count) as usize])).collect();
    let events = (0..events).map(|i| {
        let event = event(chance, i, &spans[(i % count) as usize], &entities);
        let statement = (i % 2 == 0 && i < statements.len() as u64).then(|| format!("s{}", i + 1));
        Event { statement, ..event }
    });
    Record {
        schema: "saydo/1".to_owned(),
        report: About { id: report.id.clone(), ..About::default() },
        text: report.text.clone(),
        sentences: spans.iter().map(|words| sentence(words)).collect(),
        mentions,
        events: events.collect(),
        entities,
        statements,
        ..Record::default()
    }
}

fn sentence(words: &[(usize, usize)]) -> Sentence {
    let (start, end) = (words[0].0, words[words.len() - 1].1 + 1);
    Sentence { start, end, zone: "body".to_owned() }
}

fn entity(chance: &mut Chance) -> Entity {
    let n = chance.below(120);
    let country = COUNTRIES[n as usize % COUNTRIES.len()];
    let sector = SECTORS[n as usize / 8 % SECTORS.len()];
    let actor = Actor {
        code: format!("{country}{sector}"),
        country: Some(country.to_owned()),
        sector: Some(sector.to_owned()).filter(|s| !s.is_empty()),
    };
    Entity {
        id: String::new(),
        name: format!("Actor {n}"),
        kind: "organisation".to_owned(),
        actor: Some(actor),
    }
}

fn mention(chance: &mut Chance, i: u64, words: &[(usize, usize)]) -> Mention {
    let n = chance.below(400);
    let (start, end) = words[words.len() / 2];
    let place = Place {
        name: format!("Place {n}"),
        country: Some(COUNTRIES[n as usize % COUNTRIES.len()].to_owned()),
        lat: n as f64 / 8.0,
        lon: -(n as f64) / 16.0,
        geonameid: Some(n as u32 + 1),
        resolution: "city".to_owned(),
        ..Place::default()
    };
    Mention {
        id: format!("m{}", i + 1),
        start,
        end,
        kind: "place".to_owned(),
        place: Some(place),
        ..Mention::default()
    }
}

fn statement(i: u64, entities: &[Entity], words: &[(usize, usize)]) -> Statement {
    let (start, end) = words[0];
    let source = Party {
        start,
        end,
        entity: Some(format!("e{}", i as usize % entities.len() + 1)),
        ..Party::default()
    };
    let cue = Cue { start: words[1].0, end: words[1].1, act: "say".to_owned(), ..Cue::default() };
    Statement {
        id: format!("s{}", i + 1),
        kind: "indirect".to_owned(),
        source: Some(source),
        cue: Some(cue),
        content: vec![Piece { start: words[2].0, end: words[words.len() - 1].1 }],
        within: (i % 3 == 2).then(|| format!("s{i}")),
        ..Statement::default()
    }
}

fn event(chance: &mut Chance, i: u64, words: &[(usize, usize)], entities: &[Entity]) -> Event {
    let (plover, mode, cameo, goldstein) = CODES[chance.below(6) as usize];
    let (start, end) = words[3];
    let time = chance.next().is_multiple_of(3);
    let force = Force {
        element: "troops".to_owned(),
        movement: ["in", "out", "stay"][chance.below(3) as usize].to_owned(),
        low: chance.next().is_multiple_of(4).then(|| chance.below(50) * 100),
        ..Force::default()
    };
    Event {
        id: format!("v{}", i + 1),
        trigger: Words { start, end, text: format!("trigger{}", chance.below(900)) },
        plover: Some(plover.to_owned()),
        mode: Some(mode.to_owned()),
        contexts: vec!["military".to_owned()],
        cameo: Some(cameo.to_owned()),
        goldstein: Some(goldstein),
        standing: STANDINGS[chance.below(6) as usize].to_owned(),
        negated: chance.next().is_multiple_of(10),
        actors: vec![participant(chance, entities)],
        recipients: (0..chance.below(3)).map(|_| participant(chance, entities)).collect(),
        force: if chance.next().is_multiple_of(3) { vec![force] } else { Vec::new() },
        places: vec![format!("m{}", i + 1)],
        time: time.then(|| format!("2022-{:02}-{:02}", 1 + chance.next() % 12, 1 + chance.next() % 28)),
        confidence: (50 + chance.below(50)) as f32 / 100.0,
        ..Event::default()
    }
}

fn participant(chance: &mut Chance, entities: &[Entity]) -> Participant {
    let n = chance.next() as usize % entities.len();
    let actor = entities[n].actor.clone().unwrap_or_default();
    let Actor { code, country, sector } = actor;
    Participant {
        entity: Some(format!("e{}", n + 1)),
        code: Some(code),
        country,
        sector,
        ..Participant::default()
    }
}

/// Every event as a line of text that holds everything that facts hold of it, so that facts can be compared.
pub fn lines(facts: &Facts) -> Vec<String> {
    let family = |f| facts.family_name(f).to_owned();
    let line = |e: saydo_facts::Event<'_>| {
        format!(
            "{} {} {} {:?} {:?} {} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {:?} {}",
            e.id,
            e.published,
            family(e.report.family),
            e.plover(),
            e.mode(),
            e.has_context("military"),
            e.cameo(),
            e.kind(),
            e.goldstein(),
            e.standing(),
            (e.negated(), e.hedged()),
            e.lemma(),
            e.speaker(),
            e.statement(),
            e.act(),
            e.carrier(),
            e.actors().collect::<Vec<_>>(),
            e.recipients().collect::<Vec<_>>(),
            e.forces(),
            e.places().collect::<Vec<_>>(),
            (e.time(), e.by(), e.from()),
            e.count(),
            e.report,
            e.confidence(),
        )
    };
    facts.events().map(line).collect()
}
