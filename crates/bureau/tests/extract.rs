//! Texts are made again of their raw bytes when what makes them has changed, in place and once.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use jiff::civil::{Date, date};
use saydo_bureau::{EXTRACTED_BY, Extracted, Intake, Kept, extract_again, rebuild};
use saydo_ledger::{Added, Ledger, Origin, Query, Raw, plain_family};
use saydo_page::Hints;
use saydo_text::{Problem, ProblemKind, Report, ZoneSpan};
use saydo_vault::{Key, Vault};
use tempfile::TempDir;

const FEED: &str = "https://wire.example/feed.xml";
const TODAY: Date = date(2022, 2, 16);
const OLD: &str = "an older extractor";

/// A ledger, and a vault that goes away with its folder.
struct Place {
    ledger: Ledger,
    vault: Vault,
    _folder: TempDir,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = Vault::open(folder.path().join("raw"));
        Self { ledger: Ledger::memory().unwrap(), vault, _folder: folder }
    }

    /// Takes a report that `by` made of a page.
    fn take(&mut self, report: Report, html: &str, by: &str, part: Option<&str>) -> Added {
        let raw = Raw {
            key: self.vault.keep(html.as_bytes()).unwrap().to_string(),
            address: address(html),
            charset: Some("utf-8".to_owned()),
            fetched: "2022-02-16T10:00:00Z".parse().unwrap(),
            extracted_by: by.to_owned(),
            part: part.map(str::to_owned),
            hint: Some("2022-02-15".to_owned()),
        };
        let origin = Origin { source: FEED.to_owned(), raw: Some(raw), ..Origin::default() };
        let mut heard = None;
        let mut sink = |_: &Report, added| heard = Some(added);
        let mut intake = Intake::new(&mut self.ledger, TODAY, &mut sink);
        intake.take_from(report, origin).unwrap();
        intake.finish().unwrap();
        heard.unwrap()
    }

    fn again(&mut self) -> (Extracted, Vec<Kept>) {
        let mut kept = Vec::new();
        let done =
            extract_again(&mut self.ledger, &self.vault, |_, some| kept.extend_from_slice(some)).unwrap();
        self.ledger.check().unwrap();
        (done, kept)
    }

    fn report(&self, number: u32) -> Report {
        self.ledger.report(number).unwrap().unwrap().report
    }
}

/// Each page has an address of its own.
fn address(html: &str) -> String {
    format!("https://wire.example/{}", &Key::of(html.as_bytes()).to_string()[..8])
}

fn page(n: u32) -> String {
    format!(
        "<html lang=\"en\"><head><title>Vehicles leave town {n}</title></head><body><nav><a href=\"/\">Home</a></nav>\
         <article><h1>Vehicles leave town {n}</h1>\
         <p>The ministry said on Tuesday that {n} armoured vehicles had left the town of Example for their base, and that \
         the rest of the brigade was to follow before the end of the month.</p>\
         <p>Observers who were there counted {n} lorries on the road to the border and said that the camp outside the town \
         was empty, while residents spoke of a quiet night.</p></article></body></html>"
    )
}

fn live() -> String {
    let post = |n: u32| {
        format!(
            "<article id=\"post-{n}\"><h2>Update {n}</h2><time datetime=\"2022-02-15T1{n}:00:00Z\"></time><p>The ministry \
             said in its update number {n} that a further column had passed the bridge.</p></article>"
        )
    };
    let posts = (1..=3).map(|n| {
        format!(
            "{{\"@type\":\"BlogPosting\",\"@id\":\"post-{n}\",\"url\":\"https://wire.example/live#post-{n}\",\"headline\":\
             \"Update {n}\",\"datePublished\":\"2022-02-15T1{n}:00:00Z\",\"articleBody\":\"The ministry said in its update \
             number {n} that a further column had passed the bridge.\"}}"
        )
    });
    let posts: Vec<String> = posts.collect();
    format!(
        "<html lang=\"en\"><head><title>Live: the crossing</title><script type=\"application/ld+json\">{{\"@context\":\
         \"https://schema.org\",\"@type\":\"LiveBlogPosting\",\"headline\":\"Live: the crossing\",\"liveBlogUpdate\":\
         [{}]}}</script></head><body><h1>Live: the crossing</h1>{}{}{}</body></html>",
        posts.join(","),
        post(1),
        post(2),
        post(3)
    )
}

/// What the present extractor makes of a page.
fn now(html: &str) -> Vec<Report> {
    let address = address(html);
    let hints = Hints { address: Some(&address), charset: Some("utf-8"), published: Some("2022-02-15") };
    saydo_page::reports(&saydo_page::read(html.as_bytes(), &hints), "page")
}

/// The same as an older extractor would have made it, with the navigation in the text.
fn worse(report: &Report) -> Report {
    let before = "Home\n\n";
    let zones = report.zones.iter().map(|zone| {
        let mut span = zone.span;
        span.start += before.len();
        span.end += before.len();
        ZoneSpan { span, ..*zone }
    });
    Report {
        text: format!("{before}{}", report.text),
        zones: zones.collect(),
        title: None,
        problems: vec![Problem::new(ProblemKind::Incomplete, "it looked so")],
        ..report.clone()
    }
}

#[test]
fn a_better_text_takes_the_place_of_the_old_one_under_its_number() {
    let mut place = Place::new();
    let html = page(12);
    let better = now(&html).remove(0);
    assert_eq!(place.take(worse(&better), &html, OLD, None), Added::New(1));
    let (done, kept) = place.again();
    assert_eq!((done, kept.len()), (Extracted { done: 1, changed: 1, kept: 0 }, 0));
    assert_eq!(place.report(1), better);
    assert_eq!(place.ledger.raw(1).unwrap().unwrap().extracted_by, EXTRACTED_BY);
    assert_eq!(place.take(better, &html, EXTRACTED_BY, None), Added::Known(1));
    assert_eq!(place.again().0, Extracted::default());
    assert_eq!(rebuild(&mut place.ledger, |_| {}).unwrap(), 0, "it has been read already");
}

#[test]
fn facts_are_those_of_the_better_text() {
    let html = page(12);
    let better = now(&html).remove(0);
    let (mut changed, mut fresh) = (Place::new(), Place::new());
    let nothing = Report { text: "Home".to_owned(), zones: Vec::new(), ..better.clone() };
    changed.take(nothing, &html, OLD, None);
    fresh.take(better, &html, EXTRACTED_BY, None);
    assert_eq!(changed.ledger.summary().unwrap().events, 0);
    changed.again();
    assert_eq!(changed.ledger.summary().unwrap(), fresh.ledger.summary().unwrap());
    let count =
        |place: &Place| place.ledger.facts(&Query::default(), &plain_family).unwrap().events().count();
    assert!(count(&fresh) > 0, "the page tells something");
    assert_eq!(count(&changed), count(&fresh));
}

#[test]
fn a_text_that_comes_out_the_same_is_left_alone() {
    let mut place = Place::new();
    let html = page(12);
    let before =
        Report { publisher: Some("Example Wire".to_owned()), id: "x".to_owned(), ..now(&html).remove(0) };
    place.take(before.clone(), &html, OLD, None);
    let (done, _) = place.again();
    assert_eq!(done, Extracted { done: 1, changed: 0, kept: 0 });
    assert_eq!(place.report(1), before);
    assert_eq!(place.ledger.raws_count(EXTRACTED_BY).unwrap(), 0);
}

#[test]
fn each_post_of_a_live_blog_is_made_again_of_the_one_page() {
    let mut place = Place::new();
    let html = live();
    let posts = now(&html);
    assert_eq!(posts.len(), 3, "{posts:?}");
    for post in &posts {
        let part = post.id.strip_prefix("page#").unwrap();
        assert!(matches!(place.take(worse(post), &html, OLD, Some(part)), Added::New(_)));
    }
    let gone = Report { url: Some("https://wire.example/live#gone".to_owned()), ..worse(&posts[0]) };
    place.take(gone.clone(), &html, OLD, Some("gone"));
    let (done, kept) = place.again();
    assert_eq!(done, Extracted { done: 4, changed: 3, kept: 1 });
    assert!((1..=3).all(|n| place.report(n) == posts[n as usize - 1]));
    assert_eq!((kept[0].number, place.report(4)), (4, gone));
    assert!(kept[0].why.contains("the post \"gone\" is not found"), "{kept:?}");
}

#[test]
fn where_nothing_comes_out_or_the_bytes_are_gone_the_old_text_stays_and_it_is_told() {
    let mut place = Place::new();
    let old = worse(&now(&page(1))[0]);
    let (empty, lost) = ("<html><body></body></html>", page(2));
    let other = Report { url: Some("https://wire.example/other".to_owned()), ..old.clone() };
    place.take(old.clone(), empty, OLD, None);
    place.take(other.clone(), &lost, OLD, None);
    let damaged = place.vault.keep(lost.as_bytes()).unwrap().to_string();
    std::fs::write(place.vault.folder().join(&damaged[..2]).join(format!("{}.gz", &damaged[2..])), "x")
        .unwrap();
    let (done, kept) = place.again();
    assert_eq!(done, Extracted { done: 2, changed: 0, kept: 2 });
    assert!(
        kept[0].why.contains("the article is not found") && kept[1].why.starts_with("damaged-blob: "),
        "{kept:?}"
    );
    assert_eq!((place.report(1), place.report(2)), (old, other));
    std::fs::remove_dir_all(place.vault.folder()).unwrap();
    let (done, kept) = place.again();
    assert_eq!(done.kept, 1, "only the bytes that may come back are asked for again");
    assert!(kept[0].number == 2 && kept[0].why.contains("are not in "), "{kept:?}");
}

#[test]
fn what_an_old_text_made_alike_is_told_apart() {
    let mut place = Place::new();
    let wall = "Please accept that this site keeps data on your device. We and our partners use them to show you news that \
                fit you, and to measure how you use this site. You can change your choice at any time in the settings.";
    for n in [12, 7] {
        let html = format!("{}<!-- {n} -->", distinct(n));
        let walled = Report { text: wall.to_owned(), zones: Vec::new(), ..now(&html).remove(0) };
        let publisher = Some(format!("Outlet {n}"));
        place.take(Report { publisher, ..walled }, &html, OLD, None);
    }
    assert_eq!(place.ledger.copies().unwrap().len(), 1, "both are the wall");
    assert_eq!(place.again().0.changed, 2);
    assert_eq!(place.ledger.copies().unwrap(), []);
}

/// Pages that have nothing in common.
fn distinct(n: u32) -> String {
    let text = if n == 7 {
        "Farmers in the valley began to bring in the harvest a week early because of the heat, the growers' union told \
         reporters, and asked for water from the northern reservoir."
    } else {
        "The envoys of both sides met in Geneva for eight hours and named three crossings that should open again, a \
         spokesman said, while monitors counted fewer shots along the line."
    };
    format!("<html lang=\"en\"><body><article><h1>Headline {n}</h1><p>{text}</p></article></body></html>")
}

#[test]
fn a_run_that_is_broken_off_is_carried_on() {
    let mut place = Place::new();
    for n in 0..150 {
        let html = page(n);
        place.take(worse(&now(&html)[0]), &html, OLD, None);
    }
    let (mut told, vault) = (Vec::new(), &place.vault);
    let ledger = &mut place.ledger;
    let broken = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
        extract_again(ledger, vault, |done, _| {
            told.push(done);
            assert!(done < 100, "the run is broken off here");
        })
    }));
    assert!(broken.is_err() && told == [64, 128]);
    assert_eq!(place.ledger.raws_count(EXTRACTED_BY).unwrap(), 22);
    assert_eq!(place.again().0, Extracted { done: 22, changed: 22, kept: 0 });
    assert!((0..150).all(|n| place.report(n + 1) == now(&page(n))[0]));
}
