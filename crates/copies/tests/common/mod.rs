//! Reports, and what outlets do to them.

use std::collections::HashMap;

use saydo_copies::{COMMON, Signature, compare, keys};

/// Reports that all tell something else, many of them about one crisis: title first, paragraphs behind it.
pub(crate) fn reports() -> Vec<String> {
    let own = include_str!("../texts/reports.txt").split("====\n").map(|text| text.trim().to_owned());
    let articles = [
        include_str!("../../../../articles/belarus.txt"),
        include_str!("../../../../articles/embassies.txt"),
        include_str!("../../../../articles/ireland.txt"),
        include_str!("../../../../articles/kazakhstan.txt"),
        include_str!("../../../../articles/pullback.txt"),
        include_str!("../../../../articles/truce.txt"),
        include_str!("../../../../articles/proposals.md"),
    ];
    let lines = include_str!("../../../../articles/february.jsonl").lines();
    let records =
        lines.map(|line| serde_json::from_str::<serde_json::Value>(line).expect("the file is JSONL"));
    let field = |record: &serde_json::Value, key: &str| record[key].as_str().unwrap_or_default().to_owned();
    let records = records.map(|r| format!("{}\n\n{}", field(&r, "title"), field(&r, "text")));
    own.chain(articles.map(|text| text.trim().to_owned())).chain(records).collect()
}

/// A paragraph that stands under many reports of one outlet.
pub(crate) const BOILERPLATE: &str = "The two countries share a border of 340 kilometres, most of it along the river. They \
    fought a short war over the valley of Tarn in 1996 that ended with the help of the regional council, and have \
    observed a truce with few interruptions ever since.";

/// Paragraphs that an outlet adds of its own.
const ADDED: [&str; 3] = [
    "Residents of the town said they would believe it when they saw it. A baker who has lived beside the barracks for \
     thirty years remarked that she judges the army by how many loaves it orders.",
    "The stock exchange took the news calmly. Shares of transport companies gained a little while insurance firms lost \
     ground after an early rise.",
    "An earlier round had ended in a quarrel about the seating plan, as people who took part in it recalled with some \
     embarrassment at a conference of retired diplomats.",
];

/// What an outlet does to a report.
pub(crate) type Change = fn(&str) -> String;

pub(crate) const CHANGES: [(&str, Change); 14] = [
    ("re-headed", reheaded),
    ("another dateline", datelined),
    ("cut to two thirds", |text| cut(text, 2, 3)),
    ("cut to a third", |text| cut(text, 1, 3)),
    ("the end only", tail),
    ("paragraphs in another order", reordered),
    ("American spelling, other marks", american),
    ("lines wrapped", wrapped),
    ("one paragraph", joined),
    ("paragraphs added", added),
    ("every twelfth word left out", |text| edited(text, 12, None)),
    ("every tenth word another", |text| edited(text, 10, Some("instead"))),
    ("re-headed, cut, edited, added to", |text| {
        added(&reheaded(&cut(&edited(text, 12, Some("instead")), 2, 3)))
    }),
    ("half of it in a longer story", digest),
];

fn paragraphs(text: &str) -> Vec<&str> {
    text.split('\n').map(str::trim).filter(|p| !p.is_empty()).collect()
}

fn reheaded(text: &str) -> String {
    let body = paragraphs(text)[1..].join("\n\n");
    format!("What we know so far about the latest turn of events\nBy our staff\n\n{body}")
}

fn datelined(text: &str) -> String {
    let story = text.split_once(" — ").or_else(|| text.split_once(" – ")).map_or(text, |(_, story)| story);
    format!("OTHERTON, April 1 (Example Wire) - {story}")
}

fn cut(text: &str, of: usize, all: usize) -> String {
    let paragraphs = paragraphs(text);
    paragraphs[..(paragraphs.len() * of).div_ceil(all)].join("\n\n")
}

fn tail(text: &str) -> String {
    let paragraphs = paragraphs(text);
    paragraphs[paragraphs.len() / 2..].join("\n\n")
}

fn reordered(text: &str) -> String {
    let mut paragraphs = paragraphs(text);
    paragraphs.rotate_left(2);
    paragraphs.reverse();
    paragraphs.join("\n\n")
}

fn american(text: &str) -> String {
    let spellings = [
        ("efence", "efense"),
        ("isation", "ization"),
        ("ised", "ized"),
        ("ising", "izing"),
        ("our ", "or "),
        ("metre", "meter"),
        ("litre", "liter"),
        ("manoeuvre", "maneuver"),
        ("armoured", "armored"),
        ("neighbour", "neighbor"),
        (" per cent", " percent"),
        ("learnt", "learned"),
        ("Kyiv", "Kiev"),
        ("—", "--"),
        ("“", "\""),
        ("”", "\""),
        ("\"", "''"),
    ];
    spellings.iter().fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

fn wrapped(text: &str) -> String {
    let mut wrapped = String::new();
    for paragraph in paragraphs(text) {
        let mut width = 0;
        for word in paragraph.split(' ') {
            width += word.len() + 1;
            let fits = width <= 72;
            wrapped.push(if fits { ' ' } else { '\n' });
            wrapped.push_str(word);
            width = if fits { width } else { word.len() };
        }
        wrapped.push_str("\n\n");
    }
    wrapped
}

fn joined(text: &str) -> String {
    paragraphs(text)[1..].join(" ")
}

fn added(text: &str) -> String {
    let mut paragraphs = paragraphs(text);
    paragraphs.insert(1, ADDED[0]);
    paragraphs.insert(paragraphs.len() / 2, ADDED[1]);
    paragraphs.push(ADDED[2]);
    paragraphs.join("\n\n")
}

/// Leaves out every `nth` word or puts another in its place.
fn edited(text: &str, nth: usize, other: Option<&str>) -> String {
    let edit = |(n, word): (usize, &str)| match other {
        _ if (n + 1) % nth != 0 || word.contains('\n') || word.ends_with('.') => Some(word.to_owned()),
        other => other.map(str::to_owned),
    };
    let words: Vec<String> = text.split(' ').enumerate().filter_map(edit).collect();
    words.join(" ")
}

fn digest(text: &str) -> String {
    let paragraphs = paragraphs(text);
    let half = paragraphs[1..].iter().step_by(2).copied();
    ADDED.into_iter().chain([BOILERPLATE]).chain(half).collect::<Vec<_>>().join("\n\n")
}

/// A monitoring mission's daily reports of so many days, all of one pattern.
pub(crate) fn monitors(days: usize) -> Vec<String> {
    let days = (0..days).map(|day| {
        let (date, month) = (day % 28 + 1, ["January", "February", "March"][day / 28 % 3]);
        let (count, before, shots) = (11 + day * 37 % 400, 84 + day * 53 % 300, day * 17 % 90 + 2);
        format!(
            "Daily report of the observation mission, {date} {month} 2022\n\n\
             In the northern region, the mission recorded {count} ceasefire violations, including {shots} explosions. \
             In the previous reporting period, it recorded {before} ceasefire violations in the region.\n\n\
             In the southern region, the mission recorded {shots} ceasefire violations on {date} {month}, most of \
             them in areas east of the river.\n\n\
             The mission continued monitoring the disengagement areas near the bridge and the pumping station. It \
             facilitated repairs of civilian infrastructure. The mission's freedom of movement continued to be \
             restricted at checkpoints of the armed formations.\n"
        )
    });
    days.collect()
}

/// Reports by their keys, as a store would keep them.
#[derive(Default)]
pub(crate) struct Index {
    postings: HashMap<u64, Vec<usize>>,
    signatures: Vec<Signature>,
    /// How many reports were no copies.
    pub(crate) originals: usize,
    /// How often two were compared.
    pub(crate) compared: usize,
}

impl Index {
    /// Compares a report with those that share a key, and keeps it if it is no copy of them.
    pub(crate) fn add(&mut self, signature: &Signature) {
        let keys = keys(signature);
        let mut candidates: Vec<usize> =
            keys.iter().filter_map(|k| self.postings.get(k)).flatten().copied().collect();
        candidates.sort_unstable();
        candidates.dedup();
        self.compared += candidates.len();
        if candidates.iter().any(|&c| compare(signature, &self.signatures[c]).is_some()) {
            return;
        }
        self.originals += 1;
        for key in keys {
            let postings = self.postings.entry(key).or_default();
            if postings.len() < COMMON {
                postings.push(self.signatures.len());
            }
        }
        self.signatures.push(signature.clone());
    }
}
