//! The gold set of saved pages: what [`saydo_page::read`] makes of each, against what a reader would keep.
//!
//! The pages, their expectations and the definition of the score are described in `pages/README.md`.
#![allow(clippy::unwrap_used, reason = "a broken expectation file is a broken test")]

use std::collections::{HashMap, HashSet};
use std::fmt::Write as _;
use std::path::Path;

use saydo_page::{Hints, Page, Post};
use saydo_text::{ProblemKind, Zone};
use toml::{Table, Value};

/// The mean F1 over the pages must not be lower.
const MEAN_F1: f64 = 0.95;
/// No larger share of the `with`, `without` and `once` strings may be wrong.
const WRONG_STRINGS: f64 = 0.02;
/// No larger share of the metadata fields may be wrong.
const WRONG_FIELDS: f64 = 0.05;
/// A page without an article may give fewer words than this.
const NEXT_TO_NOTHING: usize = 20;

/// One saved page and what is expected of it.
struct Gold {
    name: String,
    bytes: Vec<u8>,
    want: Table,
}

/// How many of some things were looked at, and those that were wrong.
#[derive(Default)]
struct Tally {
    checked: usize,
    misses: Vec<String>,
}

impl Tally {
    fn check(&mut self, right: bool, miss: impl FnOnce() -> String) {
        self.checked += 1;
        if !right {
            self.misses.push(miss());
        }
    }

    fn wrong(&self) -> f64 {
        self.misses.len() as f64 / self.checked.max(1) as f64
    }

    fn add(&mut self, other: Self) {
        self.checked += other.checked;
        self.misses.extend(other.misses);
    }
}

/// Whether what was expected and what was got are the same.
type Same = fn(&str, &str) -> bool;

/// Shared shingles in proportion to those extracted and to those expected.
#[derive(Clone, Copy)]
struct Overlap {
    precision: f64,
    recall: f64,
}

impl Overlap {
    fn f1(self) -> f64 {
        let sum = self.precision + self.recall;
        if sum > 0.0 { 2.0 * self.precision * self.recall / sum } else { 0.0 }
    }
}

fn gold() -> Vec<Gold> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages");
    let files = std::fs::read_dir(folder).unwrap().map(|file| file.unwrap().path());
    let mut paths: Vec<_> = files.filter(|path| path.extension().is_some_and(|end| end == "html")).collect();
    paths.sort();
    let load = |path: &std::path::PathBuf| Gold {
        name: path.file_stem().unwrap().to_string_lossy().into_owned(),
        bytes: std::fs::read(path).unwrap(),
        want: std::fs::read_to_string(path.with_extension("toml")).unwrap().parse().unwrap(),
    };
    paths.iter().map(load).collect()
}

fn read(gold: &Gold) -> Page {
    let hints = gold.want.get("hints").and_then(Value::as_table);
    let hint = |key: &str| hints.and_then(|hints| text(hints, key));
    let hints = Hints { address: hint("address"), charset: hint("charset"), published: hint("published") };
    saydo_page::read(&gold.bytes, &hints)
}

fn text<'t>(table: &'t Table, key: &str) -> Option<&'t str> {
    table.get(key).map(|value| value.as_str().unwrap())
}

fn list<'t>(table: &'t Table, key: &str) -> Vec<&'t str> {
    let values = table.get(key).and_then(Value::as_array);
    values.into_iter().flatten().map(|value| value.as_str().unwrap()).collect()
}

/// Runs of white space become one space; soft hyphens go.
fn plain(text: &str) -> String {
    text.replace('\u{ad}', "").split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words as `\w+` finds them.
fn words(text: &str) -> Vec<&str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|word| !word.is_empty()).collect()
}

/// The bag of four-word shingles; a text of one to three words is one shingle.
fn shingles(text: &str) -> HashMap<Vec<&str>, usize> {
    let words = words(text);
    let mut bag = HashMap::new();
    for shingle in words.windows(words.len().clamp(1, 4)) {
        *bag.entry(shingle.to_vec()).or_insert(0) += 1;
    }
    bag
}

fn overlap(got: &str, want: &str) -> Overlap {
    let (got_bag, want_bag) = (shingles(got), shingles(want));
    if want_bag.is_empty() {
        let one = f64::from(u8::from(words(got).len() < NEXT_TO_NOTHING));
        return Overlap { precision: one, recall: one };
    }
    let count = |bag: &HashMap<Vec<&str>, usize>| bag.values().sum::<usize>().max(1) as f64;
    let shared = |(shingle, count): (&Vec<&str>, &usize)| *count.min(want_bag.get(shingle).unwrap_or(&0));
    let both = got_bag.iter().map(shared).sum::<usize>() as f64;
    Overlap { precision: both / count(&got_bag), recall: both / count(&want_bag) }
}

/// Lead, paragraphs and titles of the page and of its posts, as one running text; captions are left out.
fn running(page: &Page) -> String {
    let blocks = || page.blocks.iter().chain(page.posts.iter().flat_map(|post| &post.blocks));
    let opening =
        page.dateline.iter().filter(|line| !blocks().any(|block| block.text.contains(line.as_str())));
    let kept = blocks().filter(|block| matches!(block.zone, Zone::Body | Zone::Subheading));
    let parts =
        page.lead.iter().chain(opening).map(String::as_str).chain(kept.map(|block| block.text.as_str()));
    plain(&parts.collect::<Vec<_>>().join(" "))
}

fn captions(page: &Page) -> Vec<String> {
    let blocks = page.blocks.iter().chain(page.posts.iter().flat_map(|post| &post.blocks));
    blocks.filter(|block| block.zone == Zone::Caption).map(|block| plain(&block.text)).collect()
}

fn strings(page: &Page, want: &Table) -> Tally {
    let (text, captions, mut tally) = (running(page), captions(page), Tally::default());
    for part in list(want, "with") {
        tally.check(text.contains(&plain(part)), || format!("misses   {part}"));
    }
    for part in list(want, "without") {
        let there =
            text.contains(&plain(part)) || captions.iter().any(|caption| caption.contains(&plain(part)));
        tally.check(!there, || format!("has      {part}"));
    }
    for part in list(want, "once") {
        let times = text.matches(&plain(part)).count();
        tally.check(times == 1, || format!("{times} times  {part}"));
    }
    tally
}

/// Compares one field; nothing is checked where the expectation is silent, and "" expects nothing.
fn field(tally: &mut Tally, (key, want): (&str, Option<&str>), got: Option<&str>, same: Same) {
    if let Some(want) = want {
        let right = got.map_or(want.is_empty(), |got| !want.is_empty() && same(&plain(want), &plain(got)));
        tally.check(right, || format!("{key}: expected {want:?}, got {got:?}"));
    }
}

fn equal(want: &str, got: &str) -> bool {
    want == got
}

/// A day is right with any time of that day; a time must be the same.
fn when(want: &str, got: &str) -> bool {
    if want.len() == "2022-02-15".len() { got.starts_with(want) } else { got == want }
}

fn language(want: &str, got: &str) -> bool {
    got.split(['-', '_']).next().is_some_and(|got| got.eq_ignore_ascii_case(want))
}

/// A dateline is the same with and without the dash after it.
fn dateline(want: &str, got: &str) -> bool {
    got.trim_end_matches(|c: char| c.is_whitespace() || "-–—:".contains(c)) == want
}

fn fields(page: &Page, want: &Table) -> Tally {
    let mut tally = Tally::default();
    let all: [(&str, Option<&str>, Same); 9] = [
        ("headline", page.headline.as_deref(), equal),
        ("lead", page.lead.as_deref(), equal),
        ("dateline", page.dateline.as_deref(), dateline),
        ("published", page.published.as_deref(), when),
        ("modified", page.modified.as_deref(), when),
        ("publisher", page.publisher.as_deref(), equal),
        ("wire", page.wire.as_deref(), equal),
        ("language", page.language.as_deref(), language),
        ("address", page.address.as_deref(), equal),
    ];
    for (key, got, same) in all {
        field(&mut tally, (key, text(want, key)), got, same);
    }
    field(&mut tally, ("kind", text(want, "kind")), Some(&format!("{:?}", page.kind)), equal);
    flags(&mut tally, page, want);
    lists(&mut tally, page, want);
    posts(&mut tally, page, want);
    tally
}

fn flags(tally: &mut Tally, page: &Page, want: &Table) {
    for (key, kind) in [("incomplete", ProblemKind::Incomplete), ("date_conflict", ProblemKind::DateConflict)]
    {
        if let Some(want) = want.get(key).and_then(Value::as_bool) {
            let got = page.problems.iter().any(|problem| problem.kind == kind);
            tally.check(got == want, || format!("{key}: expected {want}, got {got}"));
        }
    }
}

fn lists(tally: &mut Tally, page: &Page, want: &Table) {
    if want.contains_key("bylines") {
        let names = list(want, "bylines").iter().map(|name| plain(name).to_lowercase()).collect::<Vec<_>>();
        let got = page.bylines.iter().map(|name| plain(name).to_lowercase()).collect::<Vec<_>>();
        tally.check(names == got, || format!("bylines: expected {names:?}, got {got:?}"));
    }
    let captions = captions(page);
    for caption in list(want, "captions") {
        let right = captions.iter().any(|got| got.contains(&plain(caption)));
        tally.check(right, || format!("captions: expected {caption:?}, got {captions:?}"));
    }
    for feed in list(want, "feeds") {
        let right = page.feeds.iter().any(|got| got.address == feed);
        tally.check(right, || format!("feeds: expected {feed:?}, got {:?}", page.feeds.len()));
    }
    if let Some(least) = want.get("links").and_then(Value::as_integer) {
        let got = page.links.len();
        tally.check(got >= least as usize, || format!("links: expected at least {least}, got {got}"));
    }
}

fn posts(tally: &mut Tally, page: &Page, want: &Table) {
    if let Some(count) = want.get("posts").and_then(Value::as_integer) {
        let got = page.posts.len();
        tally.check(got == count as usize, || format!("posts: expected {count}, got {got}"));
    }
    let expected = want.get("post").and_then(Value::as_array);
    for want in expected.into_iter().flatten().map(|post| post.as_table().unwrap()) {
        let id = text(want, "id").unwrap();
        let found = page.posts.iter().find(|post| post.id == id);
        tally.check(found.is_some(), || format!("post {id}: not among {:?}", ids(&page.posts)));
        let headline = found.and_then(|post| post.headline.as_deref());
        field(tally, ("post headline", text(want, "headline")), headline, equal);
        let published = found.and_then(|post| post.published.as_deref());
        field(tally, ("post published", text(want, "published")), published, when);
        let body = found
            .map(|post| post.blocks.iter().map(|block| plain(&block.text)).collect::<Vec<_>>().join(" "));
        let holds = |want: &str, got: &str| got.contains(want);
        field(tally, ("post text", text(want, "contains")), body.as_deref(), holds);
    }
}

fn ids(posts: &[Post]) -> Vec<&str> {
    posts.iter().map(|post| post.id.as_str()).collect()
}

fn row(name: &str, score: Overlap, strings: &Tally, fields: &Tally) -> String {
    let mut row = format!(
        "{name:32} {:6.3} {:6.3} {:6.3} {:7} {:7}\n",
        score.precision,
        score.recall,
        score.f1(),
        format!("{}/{}", strings.misses.len(), strings.checked),
        format!("{}/{}", fields.misses.len(), fields.checked),
    );
    for miss in strings.misses.iter().chain(&fields.misses) {
        writeln!(row, "    {miss}").unwrap();
    }
    row
}

#[test]
fn pages_are_read_as_a_reader_would() {
    let (mut f1, mut strings_of_all, mut fields_of_all) = (Vec::new(), Tally::default(), Tally::default());
    let mut table = "page                               prec.   rec.     F1 strings  fields\n".to_owned();
    for gold in gold() {
        let page = read(&gold);
        let score = overlap(&running(&page), text(&gold.want, "article").unwrap());
        let (strings, fields) = (strings(&page, &gold.want), fields(&page, &gold.want));
        table += &row(&gold.name, score, &strings, &fields);
        f1.push(score.f1());
        strings_of_all.add(strings);
        fields_of_all.add(fields);
    }
    let mean = f1.iter().sum::<f64>() / f1.len() as f64;
    println!("{table}\nmean F1 {mean:.4} over {} pages", f1.len());
    for (what, tally) in [("strings", &strings_of_all), ("fields", &fields_of_all)] {
        println!("{what}: {} of {} wrong, {:.2} %", tally.misses.len(), tally.checked, 100.0 * tally.wrong());
    }
    assert!(mean >= MEAN_F1, "the mean F1 {mean:.4} is below {MEAN_F1}");
    assert!(
        strings_of_all.wrong() <= WRONG_STRINGS,
        "too many strings are wrong: {:.4}",
        strings_of_all.wrong()
    );
    assert!(fields_of_all.wrong() <= WRONG_FIELDS, "too many fields are wrong: {:.4}", fields_of_all.wrong());
}

#[test]
fn expectations_agree_with_themselves() {
    let gold = gold();
    assert!(gold.len() >= 60, "the set has shrunk to {} pages", gold.len());
    for Gold { name, want, .. } in &gold {
        let article = plain(text(want, "article").unwrap());
        let wrong = list(want, "with").into_iter().filter(|part| !article.contains(&plain(part)));
        assert_eq!(
            wrong.collect::<Vec<_>>(),
            Vec::<&str>::new(),
            "{name}: `with` strings outside the article"
        );
        let wrong = list(want, "without").into_iter().filter(|part| article.contains(&plain(part)));
        assert_eq!(wrong.collect::<Vec<_>>(), Vec::<&str>::new(), "{name}: `without` strings in the article");
        let all: HashSet<_> = list(want, "with").into_iter().collect();
        assert!(list(want, "without").iter().all(|part| !all.contains(part)), "{name}: wanted and unwanted");
    }
}

#[test]
fn the_score_counts_shared_shingles() {
    let same = overlap("one two three four five", "One two three four five.".to_lowercase().as_str());
    assert!((same.f1() - 1.0).abs() < 1e-9);
    let half = overlap("a b c d e", "a b c d");
    assert!((half.precision - 0.5).abs() < 1e-9 && (half.recall - 1.0).abs() < 1e-9);
    assert!(overlap("", "a b c d").f1() < 1e-9 && overlap("x y", "").f1() > 0.999);
}
