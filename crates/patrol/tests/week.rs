//! A week of thirty sources, a third of them with faults: every good item is in the ledger exactly once, no source
//! blocks another, no forbidden address is contacted.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod town;

use std::net::Ipv4Addr;
use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use saydo_bureau::Outlets;
use saydo_fetch::Limits;
use saydo_ledger::Ledger;
use saydo_patrol::{Clock, Means, Notice, Patrol, Settings, Until};
use saydo_rounds::{Policy, SourceKind};
use saydo_sham::{Coding, Play, Trap};
use saydo_vault::Vault;
use saydo_watch::Watch;
use town::{Moved, Source, addresses, http};

const HOURS: i64 = 7 * 24;

/// What a source does wrong, by its number; the others do nothing wrong.
fn spoil(source: &Arc<Source>, nth: u8, clock: &Arc<Moved>, trap: &Trap) {
    let (own, time) = (source.clone(), clock.clone());
    let sham = source.sham.clone();
    match nth {
        // Every third request for the feed is never answered.
        10 => sham.route(
            "/feed",
            move |asked| {
                if asked.nth % 3 == 0 { Play::Hang } else { own.feed(asked, time.now()) }
            },
        ),
        // The connection breaks off in the middle, every other time.
        11 => sham.route("/feed", move |asked| {
            if asked.nth % 2 == 1 { Play::Reset { after: 400 } } else { own.feed(asked, time.now()) }
        }),
        // Too many requests, come back in two hours; then in three.
        12 => sham.route("/feed", move |asked| match asked.nth {
            1 => Play::status(429).with("Retry-After", "7200"),
            2 => {
                let then = (time.now() + 3.hours()).strftime("%a, %d %b %Y %H:%M:%S GMT").to_string();
                Play::status(503).with("Retry-After", then)
            }
            _ => own.feed(asked, time.now()),
        }),
        // Broken for the first day.
        13 => sham.route("/feed", move |asked| {
            let broken = time.now() < own.start + 24.hours();
            if broken { Play::status(500) } else { own.feed(asked, time.now()) }
        }),
        14 => sham.always("/feed", Play::redirect(302, source.address("/ring"))),
        15 => sham.always("/feed", Play::redirect(302, format!("http://127.0.0.1:{}/feed", trap.port()))),
        16 => sham.always("/feed", Play::redirect(301, "http://169.254.169.254/latest/meta-data/")),
        17 => {
            sham.always("/feed", Play::Drip { bytes: vec![b'<'; 100_000], every: Duration::from_millis(40) });
        }
        // A body shorter than promised, every other time.
        18 => sham.route("/feed", move |asked| {
            let body = own.rss(time.now()).into_bytes();
            let promised = body.len() + 500;
            if asked.nth % 2 == 1 {
                Play::WrongLength { promised, body }
            } else {
                own.feed(asked, time.now())
            }
        }),
        19 => sham.always("/feed", Play::Bomb { unfolded: 1 << 30, coding: Coding::Gzip }),
        // One item is a page of 100 MB; the others are good.
        20 => sham.always("/news/3", Play::Huge { bytes: 100 << 20 }),
        21 => sham.always("/feed", Play::redirect(301, source.address("/moved/feed"))),
        22 => sham.always("/feed", Play::status(410)),
        23 => sham.always("/feed", Play::page("text/html", "<html><body><nav>Home</nav></body></html>")),
        24 => sham.always("/robots.txt", Play::page("text/plain", "User-agent: *\nDisallow: /feed\n")),
        // The host is there again on the second day only, robots.txt too.
        25 => {
            sham.route("/robots.txt", move |_| {
                if time.now() < own.start + 24.hours() { Play::status(503) } else { Play::status(404) }
            });
        }
        // Some pages fail at first.
        26 => {
            for item in (0..100).step_by(3) {
                let page = own.page(item);
                sham.route(&format!("/news/{item}"), move |asked| {
                    if asked.nth < 3 { Play::status(502) } else { Play::page("text/html", page.clone()) }
                });
            }
        }
        27 => sham.always("/feed", Play::NotHttp(b"220 mail.example ESMTP ready\r\n".to_vec())),
        28 => sham.always("/feed", Play::Endless),
        29 => sham.always("/feed", Play::Close),
        _ => {}
    }
    if nth == 14 {
        sham.always("/ring", Play::redirect(302, source.address("/feed")));
    }
    if nth == 21 {
        let (own, time) = (source.clone(), clock.clone());
        sham.route("/moved/feed", move |asked| own.feed(asked, time.now()));
    }
}

/// Sources that never give a feed: what is expected of them is nothing, and a message.
const BAD: [u8; 11] = [14, 15, 16, 17, 19, 22, 23, 24, 27, 28, 29];

#[test]
fn every_good_item_is_there_once_after_a_week_with_faults() {
    let start: Timestamp = "2022-02-14T06:00:00Z".parse().unwrap();
    let clock = Moved::at(start);
    let trap = Trap::start(Ipv4Addr::LOCALHOST, None);
    let sources: Vec<Arc<Source>> =
        (0..30).map(|nth| Arc::new(Source::new(nth, start, 5 + i64::from(nth % 7) * 4))).collect();
    for (source, nth) in sources.iter().zip(0..) {
        source.serve_pages(HOURS / source.gap + 1);
        source.serve_feed(&clock);
        spoil(source, nth, &clock, &trap);
    }
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(folder.path().join("l.sqlite")).unwrap();
    let watch = Watch { name: "week".to_owned(), subject: vec!["RUS".to_owned()], ..Watch::default() };
    let outlets = Outlets::shipped();
    let limits = Limits {
        bytes: 1 << 20,
        unfolded: 2 << 20,
        connect: Duration::from_secs(1),
        total: Duration::from_millis(700),
        ..Limits::default()
    };
    let web = http(&sources, limits);
    let mut troubles = Vec::new();
    // The program is stopped and started again each day.
    for day in 1..=7 {
        clock.until(start + (24 * day).hours());
        let settings =
            Settings { sources: sources.iter().map(|s| followed(s)).collect(), ..Settings::default() };
        let mut say = |notice: Notice| {
            if let Notice::Trouble { source, what } = notice {
                troubles.push((source, what));
            }
        };
        let means = Means {
            web: web.clone(),
            clock: clock.clone(),
            vault: Arc::new(Vault::open(folder.path().join("raw"))),
            outlets: &outlets,
            stop: clock.stop.clone(),
            policy: Policy::default(),
            look: Duration::from_secs(86_400),
            say: &mut say,
        };
        Patrol::new(&mut ledger, &watch, settings, means).unwrap().run(Until::Stopped).unwrap();
    }
    let end = clock.now();
    let found = addresses(&ledger);
    for (source, nth) in sources.iter().zip(0u8..) {
        let mut expected = if BAD.contains(&nth) { Vec::new() } else { source.expected(end, 7) };
        if nth == 20 {
            expected.retain(|address| *address != source.address("/news/3"));
        }
        let missing: Vec<&String> = expected.iter().filter(|address| !found.contains_key(*address)).collect();
        assert!(missing.is_empty(), "{} lacks {missing:?}; {troubles:#?}", source.name);
        // A server that hangs or drips does not notice that the patrol has hung up.
        let busy = source.sham.connections().busy;
        assert!(busy <= 1 || [10, 17, 20, 28].contains(&nth), "{}: {busy} requests at one time", source.name);
        let told = troubles.iter().any(|(whose, _)| whose.contains(&source.name));
        let faulty = BAD.contains(&nth) || [10, 11, 12, 13, 18, 20, 25].contains(&nth);
        assert_eq!(told, faulty, "{}: {troubles:#?}", source.name);
    }
    let doubled: Vec<_> = found.iter().filter(|(_, count)| **count > 1).collect();
    assert!(doubled.is_empty(), "{doubled:?}");
    assert!(found.len() > 200, "{} reports of a week", found.len());
    assert_eq!(trap.contacts(), 0, "a forbidden address was contacted");
}

fn followed(source: &Source) -> saydo_rounds::Source {
    saydo_rounds::Source {
        address: source.address("/feed"),
        kind: SourceKind::Auto,
        publisher: None,
        every: Some(Duration::from_secs(2 * 3_600)),
    }
}
