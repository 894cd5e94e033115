//! What readers of the page ask: mostly what the page shows first, then days, parties, places and words of their own.

use anyhow::Context;
use serde_json::Value;

use crate::ask::Line;

/// How many of a hundred questions are of each kind.
const SHARES: [(&str, usize); 12] = [
    ("about", 10),
    ("picture", 15),
    ("series", 15),
    ("map", 10),
    ("facets", 5),
    ("events", 12),
    ("statements", 10),
    ("words", 5),
    ("reports", 5),
    ("report", 5),
    ("search", 5),
    ("explain", 3),
];

/// So many days before the newest one are asked about; analysts step back a few weeks, not at random through years.
const DAYS_BACK: usize = 30;

/// Every fifth reader looks at another day than the newest.
const OTHER_DAY: usize = 5;

/// So many readers each keep to a day, a party, a place and a type of their own, as the page does while it is read; every
/// fourth question comes from somebody new, whose choice nobody has made before.
const READERS: usize = 60;
const NEW: usize = 4;

/// One request.
#[derive(Clone, Debug)]
pub struct Question {
    /// What is asked.
    pub kind: &'static str,
    /// Its path.
    pub path: String,
}

/// What there is to ask about in one ledger.
#[derive(Clone, Debug)]
pub struct Mix {
    days: Vec<String>,
    actors: Vec<String>,
    places: Vec<String>,
    types: Vec<String>,
    reports: Vec<u64>,
    words: Vec<String>,
    findings: Vec<String>,
}

impl Mix {
    /// Asks the server what its ledger holds.
    ///
    /// # Errors
    /// The server gives something else than the API's shapes.
    pub fn of(line: &mut Line) -> anyhow::Result<Self> {
        let mut get = |path: &str| -> anyhow::Result<Value> {
            let answer = line.get(path)?;
            serde_json::from_slice(&answer.body).with_context(|| format!("{path} gave no JSON"))
        };
        let newest = text(&get("/api/v1/about")?["as_of"]);
        let newest = newest.context("the ledger has no day yet")?;
        let facets = get("/api/v1/facets")?;
        let picture = get("/api/v1/picture")?;
        let reports = get("/api/v1/reports?limit=200")?;
        let keys = |of: &str| -> Vec<String> { list(&facets[of]).filter_map(|c| text(&c["key"])).collect() };
        let titles: Vec<String> = list(&reports["items"]).filter_map(|r| text(&r["snippet"])).collect();
        Ok(Self {
            days: days_before(&newest)?,
            actors: keys("actors"),
            places: keys("places"),
            types: keys("types"),
            reports: list(&reports["items"]).filter_map(|r| r["number"].as_u64()).collect(),
            words: titles.iter().flat_map(|t| t.split_whitespace()).filter_map(plain).collect(),
            findings: list(&picture["picture"]["words"]).filter_map(|w| text(&w["id"])).collect(),
        })
    }

    /// So many questions in a fixed order that looks like none.
    pub fn questions(&self, many: usize) -> Vec<Question> {
        let wheel: Vec<&'static str> =
            SHARES.iter().flat_map(|&(kind, share)| std::iter::repeat_n(kind, share)).collect();
        let mut dice = Dice(0x9e37_79b9_7f4a_7c15);
        (0..many)
            .map(|_| {
                let kind = wheel[dice.below(wheel.len())];
                let mut reader = match dice.below(NEW) {
                    0 => Dice(dice.next()),
                    _ => Dice(dice.below(READERS) as u64),
                };
                Question { kind, path: self.path(kind, &mut reader) }
            })
            .collect()
    }

    /// What a reader asks: always the same of the same kind.
    fn path(&self, kind: &str, dice: &mut Dice) -> String {
        let day = match dice.below(OTHER_DAY) {
            0 => format!("as_of={}", dice.pick(&self.days)),
            _ => String::new(),
        };
        let one = |name: &str, of: &[String], dice: &mut Dice| match dice.below(2) {
            0 if !of.is_empty() => format!("&{name}={}", escaped(&dice.pick(of))),
            _ => String::new(),
        };
        let filters = |dice: &mut Dice| {
            let actor = one("actor", &self.actors, dice);
            let place = one("place", &self.places, dice);
            format!("{actor}{place}{}", one("type", &self.types, dice))
        };
        let word = escaped(&dice.pick(&self.words));
        match kind {
            "about" => "/api/v1/about".to_owned(),
            "picture" | "words" => format!("/api/v1/{kind}?{day}"),
            "report" => format!("/api/v1/reports/{}", dice.pick(&self.reports)),
            "search" => format!("/api/v1/statements?q={word}&{day}"),
            "reports" => format!("/api/v1/reports?{day}&q={word}"),
            "explain" if !self.findings.is_empty() => {
                format!("/api/v1/explain/{}", dice.pick(&self.findings))
            }
            "explain" => "/api/v1/explain/headline".to_owned(),
            "series" | "map" | "facets" | "events" => format!("/api/v1/{kind}?{day}{}", filters(dice)),
            _ => format!("/api/v1/{kind}?{day}{}", one("actor", &self.actors, dice)),
        }
    }
}

fn list(value: &Value) -> impl Iterator<Item = &Value> {
    value.as_array().into_iter().flatten()
}

fn text(value: &Value) -> Option<String> {
    value.as_str().map(str::to_owned)
}

/// A word without its marks, if it is long enough to be searched for.
fn plain(word: &str) -> Option<String> {
    let word: String = word.chars().filter(|c| c.is_alphanumeric()).collect();
    (word.len() > 3).then_some(word)
}

/// The day itself and those before it.
fn days_before(newest: &str) -> anyhow::Result<Vec<String>> {
    let mut day: jiff::civil::Date = newest.parse()?;
    let mut days = Vec::new();
    for _ in 0..DAYS_BACK {
        days.push(day.to_string());
        day = day.yesterday()?;
    }
    Ok(days)
}

/// A value for a query, with everything but letters and digits of ASCII escaped.
fn escaped(value: &str) -> String {
    let one = |byte: u8| match byte {
        b if b.is_ascii_alphanumeric() => (b as char).to_string(),
        b => format!("%{b:02X}"),
    };
    value.bytes().map(one).collect()
}

/// Numbers that look random and are the same each time (splitmix64).
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn pick<T: Clone + Default>(&mut self, of: &[T]) -> T {
        let at = self.below(of.len());
        of.get(at).cloned().unwrap_or_default()
    }
}
