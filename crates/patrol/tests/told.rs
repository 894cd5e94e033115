//! What changes in the picture is told once: in the files, and to a webhook that fails at first.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod town;

use std::fs;
use std::sync::Arc;
use std::time::Duration;

use jiff::{Timestamp, ToSpan};
use saydo_bureau::Outlets;
use saydo_fetch::Limits;
use saydo_ledger::Ledger;
use saydo_patrol::{Means, Notice, Patrol, Settings, Until};
use saydo_rounds::{Policy, SourceKind};
use saydo_sham::Play;
use saydo_vault::Vault;
use saydo_watch::Watch;
use town::{Moved, Source, http};

const SAID: &str = "Russian troops are returning to their bases from Crimea, Russian Defence Ministry spokesman Igor \
                    Konashenkov said on Tuesday. The columns left by rail in the morning.";
const SEEN: &str = "NATO has not seen any withdrawal of Russian troops from Crimea, a NATO official said on Thursday. \
                    The alliance would go on watching, the official said.";

const WATCH: &str = "name = 'Crimea'\nsubject = ['Russia']\nothers = ['NATO', 'Ukraine']";

/// A feed that brings the announcement at once, and two days later what NATO sees.
fn serve(source: &Arc<Source>, clock: &Arc<Moved>) {
    let page = |day: &str, text: &str| {
        let head = format!("<meta property=\"article:published_time\" content=\"{day}T09:00:00Z\">");
        let body = format!("<article><h1>Crimea</h1><p>{text}</p></article>");
        Play::page("text/html", format!("<html lang=en><head>{head}</head><body>{body}</body></html>"))
    };
    source.sham.always("/news/0", page("2022-02-15", SAID));
    source.sham.always("/news/1", page("2022-02-17", SEEN));
    source.serve_feed(clock);
}

#[test]
fn a_change_is_told_once_in_the_files_and_to_a_webhook_that_fails_at_first() {
    let start: Timestamp = "2022-02-15T09:00:00Z".parse().unwrap();
    let clock = Moved::at(start);
    let source = Arc::new(Source::new(40, start, 48));
    serve(&source, &clock);
    source.sham.route("/hook", |asked| Play::status(if asked.nth <= 2 { 500 } else { 204 }));
    let folder = tempfile::tempdir().unwrap();
    let mut ledger = Ledger::open(folder.path().join("l.sqlite")).unwrap();
    let watch = Watch::parse(WATCH).unwrap();
    let outlets = Outlets::shipped();
    let mut alerts = 0;
    // It is stopped and started again every twelve hours.
    for half in 1..=10 {
        clock.until(start + (12 * half).hours());
        let settings = Settings {
            sources: vec![saydo_rounds::Source {
                address: source.address("/feed"),
                kind: SourceKind::Feed,
                publisher: Some("Example Wire".to_owned()),
                every: Some(Duration::from_secs(3_600)),
            }],
            alerts: Some(folder.path().join("alerts")),
            webhook: Some(source.address("/hook")),
            secret: Some(b"a secret of more than twenty-four bytes".to_vec()),
            ..Settings::default()
        };
        let mut say = |notice: Notice| alerts += usize::from(matches!(notice, Notice::Alert(_)));
        let means = Means {
            web: http(std::slice::from_ref(&source), Limits::default()),
            clock: clock.clone(),
            vault: Arc::new(Vault::open(folder.path().join("raw"))),
            outlets: &outlets,
            stop: clock.stop.clone(),
            policy: Policy::default(),
            look: Duration::from_secs(60),
            say: &mut say,
        };
        Patrol::new(&mut ledger, &watch, settings, means).unwrap().run(Until::Stopped).unwrap();
    }
    let lines = fs::read_to_string(folder.path().join("alerts/alerts.jsonl")).unwrap();
    let lines: Vec<&str> = lines.lines().collect();
    assert!(alerts > 0 && lines.len() == alerts, "{alerts} told, {} written", lines.len());
    assert_eq!(lines.iter().filter(|line| line.contains("\"is\":\"contradicted\"")).count(), 1, "{lines:#?}");
    let feed = fs::read_to_string(folder.path().join("alerts/alerts.atom")).unwrap();
    assert_eq!(feed.matches("<entry>").count(), alerts);

    let sent = source.sham.asked_for("/hook");
    let bodies: Vec<String> =
        sent.iter().map(|asked| String::from_utf8(asked.body.clone()).unwrap()).collect();
    assert_eq!(sent.len(), alerts + 2, "each once, and twice in vain");
    for line in lines {
        assert!(bodies.iter().any(|body| body == line), "{line} was not sent");
    }
    for asked in &sent {
        let id = asked.header("webhook-id").unwrap();
        let at: i64 = asked.header("webhook-timestamp").unwrap().parse().unwrap();
        let body = std::str::from_utf8(&asked.body).unwrap();
        let signed = saydo_alerts::sign(
            b"a secret of more than twenty-four bytes",
            id,
            Timestamp::from_second(at).unwrap(),
            body,
        );
        assert_eq!(asked.header("webhook-signature"), Some(signed.as_str()));
    }
    assert!(ledger.alerts_to_send().unwrap().is_empty());
}
