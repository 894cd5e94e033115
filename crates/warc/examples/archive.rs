//! Writes a packed web archive of made-up news pages, to measure on: `archive PAGES SEED > news.warc.gz`.
//!
//! The same seed gives the same bytes. A page has 60 to 100 KB of markup, as news sites send, around some 400 words.

use std::error::Error;
use std::io::{self, BufWriter, Write};

use flate2::Compression;
use flate2::write::GzEncoder;

const WHO: [&str; 12] = [
    "The defence ministry",
    "A spokesman for the alliance",
    "President Anna Koval",
    "Russian Foreign Minister Sergei Lavrov",
    "NATO Secretary General Jens Stoltenberg",
    "The governor of the border region",
    "US Secretary of State Antony Blinken",
    "A senior official in Kyiv",
    "The observers' mission",
    "Ukrainian President Volodymyr Zelensky",
    "The Kremlin",
    "An aid worker in Kharkiv",
];
const SAID: [&str; 8] =
    ["said", "announced", "denied", "told reporters", "warned", "confirmed", "added", "suggested"];
const SUBJECT: [&str; 10] = [
    "that troops from the western district",
    "that two tank battalions",
    "that the railway to the border",
    "that a convoy of 40 lorries",
    "that the exercises near Brest",
    "that the talks in Geneva",
    "that the field hospital",
    "that artillery units in Crimea",
    "that the ceasefire",
    "that monitors on the ground",
];
const DEED: [&str; 10] = [
    "had begun to return to their bases",
    "would be withdrawn by the end of the week",
    "had crossed the river at night",
    "came under fire for the third time",
    "would go on as planned",
    "had been moved closer to the front",
    "was broken off without a result",
    "had been seen in satellite pictures",
    "could not be reached by telephone",
    "would be watched by both sides",
];
const WHEN: [&str; 8] = [
    "on Tuesday",
    "late on Wednesday",
    "last week",
    "in the early hours",
    "after a meeting in Brussels",
    "before the vote in parliament",
    "during a visit to Warsaw",
    "a day after the deadline",
];
const CITY: [&str; 8] = ["Kyiv", "Warsaw", "Geneva", "Brussels", "Minsk", "Kharkiv", "Vienna", "London"];

/// A small generator of numbers that look random (`SplitMix64`).
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) % limit as u64) as usize
    }

    fn pick<'t>(&mut self, from: &[&'t str]) -> &'t str {
        from[self.below(from.len())]
    }

    fn sentence(&mut self) -> String {
        let (who, said, subject) = (self.pick(&WHO), self.pick(&SAID), self.pick(&SUBJECT));
        let (deed, when, number) = (self.pick(&DEED), self.pick(&WHEN), self.below(9000));
        match self.below(3) {
            0 => format!("{who} {said} {when} {subject} {deed}. "),
            1 => format!(
                "{who} {said} {subject} {deed} {when}, with {number} people near {}. ",
                self.pick(&CITY)
            ),
            _ => format!("\u{201c}We know {subject} {deed},\u{201d} {who} {said} {when}, day {number}. "),
        }
    }

    fn paragraphs(&mut self) -> String {
        let count = 8 + self.below(5);
        let paragraphs = (0..count).map(|_| {
            let (class, text) = (self.below(1 << 20), self.text(2));
            format!("<p class=\"css-{class:x}\">{text}</p>\n")
        });
        paragraphs.collect::<Vec<_>>().concat()
    }

    fn text(&mut self, sentences: usize) -> String {
        (0..sentences).map(|_| self.sentence()).collect()
    }

    /// What stands around an article: menus, scripts with data, teasers, styles.
    fn clutter(&mut self, bytes: usize) -> String {
        let mut clutter = String::new();
        while clutter.len() < bytes {
            clutter.push_str(&self.scrap());
        }
        clutter
    }

    fn scrap(&mut self) -> String {
        let (a, b, city) = (self.below(1 << 30), self.below(1 << 30), self.pick(&CITY));
        match self.below(4) {
            0 => format!(
                "<li class=\"n-{a:x}\"><a href=\"/{city}/{b}\" data-track=\"{a:x}{b:x}\">{city} live</a></li>\n"
            ),
            1 => format!(
                "<div class=\"c{a:x} d{b:x}\"><div class=\"ad\" id=\"slot-{b}\" data-size=\"300x250\"></div></div>\n"
            ),
            2 => format!(
                "<script>window.q=window.q||[];q.push({{\"id\":{a},\"k\":\"{b:x}\",\"at\":[{a},{b}]}});</script>\n"
            ),
            _ => format!("<style>.s{a:x}{{margin:0 {}px;color:#{:06x}}}</style>\n", b % 40, b % 0xff_ffff),
        }
    }

    fn page(&mut self, number: usize) -> (String, String) {
        let (city, day) = (self.pick(&CITY), 1 + self.below(28));
        let title = format!("{} {} in {city}, report {number}", self.pick(&WHO), self.pick(&SAID));
        let address = format!("https://news{}.example/2022/02/{day:02}/report-{number}.html", self.below(50));
        let (before, after) = (25_000 + self.below(25_000), 30_000 + self.below(15_000));
        let page = format!(
            "<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title>\n\
             <meta property=\"og:type\" content=\"article\"><meta property=\"og:title\" content=\"{title}\">\n\
             <meta property=\"article:published_time\" content=\"2022-02-{day:02}T{:02}:00:00Z\">\n{}</head><body>\n\
             <header><nav><ul>{}</ul></nav></header><main><article><h1>{title}</h1>\n{}</article></main>\n\
             <aside>{}</aside><footer>{}</footer></body></html>\n",
            self.below(24),
            self.clutter(before / 2),
            self.clutter(before / 2),
            self.paragraphs(),
            self.clutter(after / 2),
            self.clutter(after / 2),
        );
        (address, page)
    }
}

fn member(record: &str) -> io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(record.as_bytes())?;
    encoder.finish()
}

fn record(kind: &str, address: &str, block: &str) -> String {
    format!(
        "WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {address}\r\nWARC-Date: 2022-03-01T00:00:00Z\r\n\
         Content-Type: application/http; msgtype={kind}\r\nContent-Length: {}\r\n\r\n{block}\r\n\r\n",
        block.len()
    )
}

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [pages, seed] = &arguments[..] else { return Err("usage: archive PAGES SEED > news.warc.gz".into()) };
    let (pages, mut dice): (usize, _) = (pages.parse()?, Dice(seed.parse()?));
    let mut out = BufWriter::new(io::stdout().lock());
    for number in 0..pages {
        let (address, page) = dice.page(number);
        let length = page.len();
        let head = format!(
            "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nContent-Length: {length}\r\n"
        );
        out.write_all(&member(&record("request", &address, "GET / HTTP/1.1\r\n\r\n"))?)?;
        out.write_all(&member(&record("response", &address, &format!("{head}\r\n{page}")))?)?;
    }
    Ok(out.flush()?)
}
