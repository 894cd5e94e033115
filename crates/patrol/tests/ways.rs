//! All the ways in which news is listed: a site that names its feed, a front page, a news sitemap, JSON Feed, a live page.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod town;

use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use saydo_bureau::Outlets;
use saydo_fetch::Limits;
use saydo_ledger::Ledger;
use saydo_patrol::{Clock, Means, Patrol, Settings, Until};
use saydo_rounds::{Policy, SourceKind};
use saydo_sham::Play;
use saydo_vault::Vault;
use saydo_watch::Watch;
use town::{Moved, Source, addresses, http};

const POST: &str =
    "Officials at the border said that another convoy had crossed the river and reached the depot.";

fn html(head: &str, body: &str) -> Play {
    Play::page(
        "text/html; charset=utf-8",
        format!("<!doctype html><html lang=en><head>{head}</head><body>{body}</body></html>"),
    )
}

/// Follows one address until everything was asked once, six hours after the last time, and gives what is in the ledger.
fn once(
    source: &Arc<Source>,
    path: &str,
    kind: SourceKind,
    folder: &Path,
    clock: &Arc<Moved>,
) -> Vec<String> {
    let mut ledger = Ledger::open(folder.join("l.sqlite")).unwrap();
    clock.until(clock.now() + 6.hours());
    let followed = saydo_rounds::Source {
        address: source.address(path),
        kind,
        publisher: Some("Example Wire".to_owned()),
        every: Some(Duration::from_secs(600)),
    };
    let means = Means {
        web: http(std::slice::from_ref(source), Limits::default()),
        clock: clock.clone(),
        vault: Arc::new(Vault::open(folder.join("raw"))),
        outlets: &Outlets::shipped(),
        stop: clock.stop.clone(),
        policy: Policy::default(),
        look: Duration::from_secs(60),
        say: &mut |_| {},
    };
    let settings = Settings { sources: vec![followed], ..Settings::default() };
    let watch = Watch { name: "ways".to_owned(), subject: vec!["RUS".to_owned()], ..Watch::default() };
    Patrol::new(&mut ledger, &watch, settings, means).unwrap().run(Until::Stopped).unwrap();
    let found = addresses(&ledger);
    assert!(found.values().all(|count| *count == 1), "{found:?}");
    let mut found: Vec<String> = found.into_keys().collect();
    found.sort();
    found
}

/// A source of three items that have been out for long, and a clock.
fn town(nth: u8) -> (Arc<Source>, Arc<Moved>, tempfile::TempDir) {
    let start: Timestamp = "2022-02-14T06:00:00Z".parse().unwrap();
    let source = Arc::new(Source::new(nth, start, 1_000));
    source.serve_pages(3);
    (source, Moved::at(start + 2_100.hours()), tempfile::tempdir().unwrap())
}

fn all(source: &Source) -> Vec<String> {
    (0..3).map(|nth| source.address(&format!("/news/{nth}"))).collect()
}

#[test]
fn a_site_that_names_its_feed_is_followed_by_its_feed() {
    let (source, clock, folder) = town(60);
    source.serve_feed(&clock);
    source.sham.always(
        "/",
        html("<link rel=alternate type=\"application/rss+xml\" href=\"/feed\">", "<h1>Wire</h1>"),
    );
    assert_eq!(once(&source, "/", SourceKind::Auto, folder.path(), &clock), all(&source));
    assert!(source.sham.asked_for("/").len() == 1, "the front page led to the feed once");
}

#[test]
fn a_front_page_without_a_feed_lists_its_articles() {
    let (source, clock, folder) = town(61);
    let teaser = |nth| {
        format!(
            "<div><h2><a href=\"/2022/02/15/convoy-{nth}-reaches-the-depot\">Convoy number {nth} reaches the northern depot before noon</a></h2></div>"
        )
    };
    for nth in 0..3 {
        let page = Play::page("text/html", source.page(nth));
        source.sham.always(&format!("/2022/02/15/convoy-{nth}-reaches-the-depot"), page);
    }
    let teasers: String = (0..3).map(teaser).collect();
    source.sham.always(
        "/",
        html(
            "<title>Example Wire</title>",
            &format!("<nav><a href=/about>About us</a></nav><main>{teasers}</main>"),
        ),
    );
    let found = once(&source, "/", SourceKind::Site, folder.path(), &clock);
    for address in all(&source) {
        assert!(found.contains(&address), "{address} is not among {found:?}");
    }
}

#[test]
fn a_news_sitemap_and_an_index_of_it_list_articles() {
    let (source, clock, folder) = town(62);
    let entry = |nth| {
        format!(
            "<url><loc>{}</loc><news:news><news:publication><news:name>Example Wire</news:name><news:language>en</news:language>\
             </news:publication><news:publication_date>2022-02-15</news:publication_date><news:title>Report {nth}</news:title></news:news></url>",
            source.address(&format!("/news/{nth}"))
        )
    };
    let entries: String = (0..3).map(entry).collect();
    let space = "xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\" xmlns:news=\"http://www.google.com/schemas/sitemap-news/0.9\"";
    source
        .sham
        .always("/news.xml", Play::page("application/xml", format!("<urlset {space}>{entries}</urlset>")));
    let index = format!(
        "<sitemapindex {space}><sitemap><loc>{}</loc></sitemap></sitemapindex>",
        source.address("/news.xml")
    );
    source.sham.always("/sitemap.xml", Play::page("application/xml", index));
    assert_eq!(once(&source, "/sitemap.xml", SourceKind::Auto, folder.path(), &clock), all(&source));
}

#[test]
fn a_json_feed_lists_articles_and_gives_those_that_have_no_page() {
    let (source, clock, folder) = town(63);
    let first = source.address("/news/0");
    let feed = format!(
        "{{\"version\": \"https://jsonfeed.org/version/1.1\", \"title\": \"Wire\", \"items\": [{{\"id\": \"1\", \"url\": \"{first}\", \
         \"content_text\": \"x\"}}, {{\"id\": \"note-2\", \"content_text\": \"{POST}\", \"date_published\": \"2022-02-15T10:00:00Z\"}}]}}"
    );
    source.sham.always("/feed.json", Play::page("application/feed+json", feed));
    let found = once(&source, "/feed.json", SourceKind::Auto, folder.path(), &clock);
    assert_eq!(found, [String::new(), first], "the second one has no address");
}

#[test]
fn a_live_page_gives_each_of_its_posts_once_as_it_grows() {
    let (source, clock, folder) = town(64);
    let time = clock.clone();
    let begun = clock.now();
    source.sham.route("/live", move |_| {
        let posts = 2 + (time.now().as_second() - begun.as_second()) / 3_600;
        let post = |nth: i64| {
            format!(
                "{{\"@type\":\"BlogPosting\",\"@id\":\"post-{nth}\",\"headline\":\"Post {nth}\",\"datePublished\":\
                 \"2022-02-15T{:02}:00:00Z\",\"articleBody\":\"{POST} It was number {nth}.\"}}",
                nth + 8
            )
        };
        let posts: Vec<String> = (0..posts).map(post).collect();
        let data = format!(
            "<script type=\"application/ld+json\">{{\"@context\":\"https://schema.org\",\"@type\":\"LiveBlogPosting\",\
             \"headline\":\"Border live\",\"liveBlogUpdate\":[{}]}}</script>",
            posts.join(",")
        );
        html(&data, "<h1>Border live</h1>")
    });
    let found = once(&source, "/live", SourceKind::Page, folder.path(), &clock);
    assert!((7..=8).contains(&found.len()), "two posts, and one more each hour: {found:#?}");
}

#[test]
fn a_page_behind_a_paywall_gives_way_to_what_its_feed_gives() {
    let (source, clock, folder) = town(65);
    let data = "<script type=\"application/ld+json\">{\"@context\":\"https://schema.org\",\"@type\":\"NewsArticle\",\
                \"headline\":\"Convoy\",\"isAccessibleForFree\":false}</script>";
    let wall =
        "<article><h1>Convoy</h1><p>The first line only.</p><p>Subscribe to continue reading.</p></article>";
    source.sham.always("/news/0", html(data, wall));
    let item = format!(
        "<item><title>Convoy</title><link>{}</link><guid>1</guid><description>&lt;p&gt;{POST}&lt;/p&gt;</description></item>",
        source.address("/news/0")
    );
    let feed = format!("<rss version=\"2.0\"><channel><title>Wire</title>{item}</channel></rss>");
    source.sham.always("/feed", Play::page("application/rss+xml", feed));
    assert_eq!(once(&source, "/feed", SourceKind::Feed, folder.path(), &clock).len(), 1);
    let ledger = Ledger::open(folder.path().join("l.sqlite")).unwrap();
    assert!(ledger.report(1).unwrap().unwrap().report.text.contains("another convoy"), "the feed gives more");
    assert_eq!(ledger.raw(1).unwrap(), None, "made again of the page, it would be cut");
}
