//! Patrols that are killed at any moment and started again lose nothing and double nothing.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod town;

use std::env;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::Arc;
use std::thread::sleep;
use std::time::{Duration, Instant};

use jiff::Timestamp;
use saydo_bureau::Outlets;
use saydo_fetch::{Http, Limits, Rules};
use saydo_ledger::Ledger;
use saydo_patrol::{Means, Patrol, Settings, Until};
use saydo_rounds::{Policy, SourceKind};
use saydo_sham::{Play, Sham};
use saydo_vault::Vault;
use saydo_watch::Watch;
use town::{Wall, addresses};

/// What makes this program a patrol that is to be killed: the folder to work in, and the addresses to follow.
const FOLDER: &str = "SAYDO_KILL_FOLDER";
const FOLLOW: &str = "SAYDO_KILL_FOLLOW";
/// How many seconds the killing goes on, where somebody has an hour for it.
const SECONDS: &str = "SAYDO_KILL_SECONDS";

/// Items appear so often.
const GAP: Duration = Duration::from_millis(500);

#[test]
fn a_patrol() {
    let (Ok(folder), Ok(follow)) = (env::var(FOLDER), env::var(FOLLOW)) else { return };
    let folder = PathBuf::from(folder);
    let mut ledger = Ledger::open(folder.join("l.sqlite")).unwrap();
    let source = |address: &str| saydo_rounds::Source {
        address: address.to_owned(),
        kind: SourceKind::Feed,
        publisher: None,
        every: Some(Duration::from_millis(300)),
    };
    let settings = Settings { sources: follow.split(' ').map(source).collect(), ..Settings::default() };
    let mut rules = Rules::new("saydo/test");
    rules.allow = vec!["127.0.8.0/24".parse().unwrap()];
    rules.limits = Limits { total: Duration::from_secs(5), ..Limits::default() };
    let watch = Watch { name: "kill".to_owned(), subject: vec!["RUS".to_owned()], ..Watch::default() };
    let means = Means {
        web: Arc::new(Http::new(rules)),
        clock: Arc::new(Wall),
        vault: Arc::new(Vault::open(folder.join("raw"))),
        outlets: &Outlets::shipped(),
        stop: Arc::default(),
        policy: Policy {
            pause: Duration::from_millis(20),
            shortest: Duration::from_millis(300),
            ..Policy::default()
        },
        look: Duration::from_secs(5),
        say: &mut |_| {},
    };
    Patrol::new(&mut ledger, &watch, settings, means).unwrap().run(Until::Stopped).unwrap();
}

fn start(folder: &Path, follow: &str) -> Child {
    let mut command = Command::new(env::current_exe().unwrap());
    command.args(["--exact", "a_patrol", "--quiet"]).env(FOLDER, folder).env(FOLLOW, follow);
    command.stdout(std::process::Stdio::null()).stderr(std::process::Stdio::null()).spawn().unwrap()
}

/// A feed of a new item every little while, and the pages of all; only the newest three hundred are listed.
fn serve(sham: &Arc<Sham>, begun: Instant, stops: Duration) {
    let out = move || (begun.elapsed().min(stops).as_millis() / GAP.as_millis()) as i64;
    let own = sham.clone();
    sham.route("/feed", move |asked| {
        let newest = out();
        let tag = format!("\"{newest}\"");
        if asked.header("if-none-match") == Some(&tag) {
            return Play::status(304);
        }
        let item = |nth: i64| {
            let address = own.address(&format!("/news?{nth}"));
            format!("<item><title>Item {nth}</title><link>{address}</link><guid>{nth}</guid></item>")
        };
        let items: String = ((newest - 300).max(0)..=newest).rev().map(item).collect();
        let feed = format!("<rss version=\"2.0\"><channel><title>Kill</title>{items}</channel></rss>");
        Play::page("application/rss+xml", feed).with("ETag", tag)
    });
    sham.route("/news", |asked| {
        let nth = asked.path.rsplit('?').next().unwrap_or_default();
        let page = format!(
            "<html lang=en><body><article><h1>Item {nth}</h1><p>Officials said on Tuesday that convoy {nth} had crossed the \
             river and reached the northern depot before noon, and that it would stay there.</p><p>Observers counted {nth} \
             lorries at the gate of the camp.</p></article></body></html>"
        );
        Play::page("text/html", page)
    });
}

#[test]
fn kills_lose_nothing_and_double_nothing() {
    let seconds = env::var(SECONDS).ok().and_then(|s| s.parse().ok()).unwrap_or(12);
    let folder = tempfile::tempdir().unwrap();
    let shams: Vec<Arc<Sham>> =
        (1..=3).map(|host| Arc::new(Sham::start(Ipv4Addr::new(127, 0, 8, host)))).collect();
    let (begun, span) = (Instant::now(), Duration::from_secs(seconds));
    for sham in &shams {
        serve(sham, begun, span);
    }
    let follow: Vec<String> = shams.iter().map(|sham| sham.address("/feed")).collect();
    let follow = follow.join(" ");
    let (mut kills, mut chance) = (0, 7u64);
    while begun.elapsed() < span {
        let mut patrol = start(folder.path(), &follow);
        chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        // Long runs are killed less often, so that a patrol gets into its stride between two kills.
        sleep(Duration::from_millis(700 + (chance >> 33) % (1_800 + 2 * seconds)));
        patrol.kill().unwrap();
        patrol.wait().unwrap();
        kills += 1;
    }
    let expected = (span.as_millis() / GAP.as_millis()) as usize + 1;
    let mut last = start(folder.path(), &follow);
    let patience = Instant::now();
    let mut found = addresses(&Ledger::open(folder.path().join("l.sqlite")).unwrap());
    while found.len() < 3 * expected && patience.elapsed() < Duration::from_secs(60) {
        sleep(Duration::from_millis(500));
        found = addresses(&Ledger::open(folder.path().join("l.sqlite")).unwrap());
    }
    last.kill().unwrap();
    last.wait().unwrap();
    eprintln!("{kills} kills, {} reports, {}", found.len(), Timestamp::now());
    assert!(kills >= 3);
    for sham in &shams {
        let missing: Vec<usize> =
            (0..expected).filter(|nth| !found.contains_key(&sham.address(&format!("/news?{nth}")))).collect();
        assert!(missing.is_empty(), "{missing:?} of {expected} are lost after {kills} kills");
    }
    let doubled: Vec<_> = found.iter().filter(|(_, count)| **count > 1).collect();
    assert!(doubled.is_empty(), "{doubled:?}");
}
