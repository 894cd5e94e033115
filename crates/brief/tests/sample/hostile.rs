//! A picture in which everything that comes from outside is meant to do harm.

use saydo_picture::{Change, Fact, SourceHealth, State};

use super::desk::Sample;
use super::rich;

/// Terminal commands, markup, links, overrides of direction, control characters.
pub(crate) const NASTY: &[&str] = &[
    "\u{1b}[2J\u{1b}]0;owned\u{7}\u{9b}31m",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "\"><svg onload=alert(1)> ' & &lt; </style></title></details>",
    "[click](javascript:alert(1)) ![x](http://evil.example/x.png) **bold** `code` | cell | # h",
    "\u{202e}gnp.exe\u{202c} \u{2066}x\u{2069}\u{0}\r\n\n- item\n\n---\n# heading\n```",
    "http://evil.example www.evil.example @everyone #1 $x^2$ https://evil.example/",
    "\u{0645}\u{0631}\u{062d}\u{0628}\u{0627} \u{05e9}\u{05dc}\u{05d5}\u{05dd}",
];

/// Addresses that must not be followed.
pub(crate) const ADDRESSES: &[&str] = &[
    "javascript:alert(1)",
    " JaVaScRiPt:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "//evil.example/x",
    "https://exa\nmple.org/\"onclick=\"alert(1)",
];

/// The rich picture with all its texts replaced, and with 10,000 words under test.
pub(crate) fn hostile() -> Sample {
    let mut sample = rich();
    let long = "x".repeat(3_000);
    let nasty = |n: usize| format!("{} {}", NASTY[n % NASTY.len()], if n % 11 == 5 { &long } else { "" });
    texts(&mut sample, &nasty);
    findings(&mut sample, &nasty);
    for (n, source) in sample.picture.sources.iter_mut().enumerate() {
        source.address = nasty(n);
        source.publisher = Some(nasty(n + 1)).filter(|_| n % 2 == 0);
        source.error = Some(nasty(n + 2));
        source.errors += 2;
    }
    let words: Vec<_> = (0..10_000)
        .map(|n| {
            let mut word = sample.picture.words[n % sample.picture.words.len()].clone();
            word.id = format!("w{n}.1");
            word
        })
        .collect();
    sample.picture.words = words;
    let silent = |source: &SourceHealth| SourceHealth { silent: true, ..source.clone() };
    sample.picture.sources = sample.picture.sources.iter().cycle().take(1_000).map(silent).collect();
    sample
}

fn texts(sample: &mut Sample, nasty: &impl Fn(usize) -> String) {
    let mut all: Vec<_> = sample.citations.values_mut().collect();
    all.sort_by_key(|c| c.event);
    for (n, citation) in all.into_iter().enumerate() {
        citation.sentence = format!("{} \u{df} {}", nasty(n), nasty(n + 1));
        citation.trigger = n..3 * n;
        citation.speaker_at = Some(2 * n..2 * n + 5);
        citation.speaker = Some(nasty(n + 2));
        citation.publisher = Some(nasty(n + 3));
        citation.family = nasty(n);
        citation.title = Some(nasty(n + 1));
        citation.url = Some(ADDRESSES[n % ADDRESSES.len()].to_owned());
        citation.report = nasty(n + 2);
        citation.sha256 = nasty(n + 3);
        citation.read_by = nasty(n + 4);
    }
}

fn findings(sample: &mut Sample, nasty: &impl Fn(usize) -> String) {
    let picture = &mut sample.picture;
    picture.watch = nasty(0);
    picture.subject = nasty(1);
    for (n, word) in picture.words.iter_mut().enumerate() {
        word.speaker_name = nasty(n);
        word.speaker = nasty(n + 1);
        word.places = (0..5).map(nasty).collect();
        word.repeated_by = (6..12).map(nasty).collect();
        word.act = nasty(n + 2);
        word.extent = Some(nasty(n + 3));
        word.state = if n == 1 { State::Kept } else { word.state };
    }
    for (n, post) in picture.posture.iter_mut().enumerate() {
        post.area = Some(nasty(n));
        post.actor = nasty(n + 1);
        post.id = format!("p:{}", nasty(n));
    }
    for (n, indicator) in picture.indicators.iter_mut().enumerate() {
        indicator.label = nasty(n);
        indicator.id = nasty(n + 1);
    }
    picture.diplomacy.talks.iter_mut().for_each(|t| t.places = vec![nasty(3)]);
    picture.measures.pairs.iter_mut().for_each(|p| p.from = nasty(4));
    picture.headline.facts.push(Fact { finding: nasty(2), text: nasty(3), cites: Vec::new() });
    let change = Change { finding: nasty(0), about: nasty(1), was: nasty(2), is: nasty(3) };
    picture.changes.as_mut().expect("it has").list = vec![change; 40];
}
