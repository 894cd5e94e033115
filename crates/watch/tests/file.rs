//! Files of watches: what they mean, and what is told of files that are wrong.

use std::time::Duration;

use jiff::civil::date;
use proptest::prelude::*;
use saydo_facts::{Actor, Resolution};
use saydo_watch::{AlertRules, FetchRules, Side, Watch, WebKind, What};

fn told(text: &str) -> Vec<String> {
    Watch::parse(text).expect_err("something is wrong").iter().map(ToString::to_string).collect()
}

fn named(name: &str) -> Actor {
    Actor { name: name.to_owned(), ..Actor::default() }
}

#[test]
fn a_whole_file_is_read() {
    let text = "
name = 'Russia and Ukraine'
subject = ['Russia', 'UKRREB']
others = ['Ukraine', 'NATO']
observers = ['Ireland']
images = ['Skywatch Partners']
area = ['Ukraine', 'Donetsk Oblast']
since = 2021-10-01
sources = ['Reuters', 'Example Wire']
indicators = ['embassy']
";
    let watch = Watch::parse(text).unwrap();
    assert_eq!(watch.name, "Russia and Ukraine");
    assert_eq!((watch.subject.join(" "), watch.others.join(" ")), ("RUS UKRREB".into(), "UKR IGONAT".into()));
    assert_eq!(watch.area.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Ukraine", "Donetsk"]);
    assert_eq!(watch.area[1].resolution, Resolution::Region);
    assert_eq!(watch.since, Some(date(2021, 10, 1)));
    assert_eq!(watch.sources, ["Reuters", "Example Wire"]);
    assert_eq!(watch.indicators, ["embassy"]);
    for (actor, side, images) in [
        (Actor::of("RUSMIL"), Side::Subject, false),
        (Actor::of("UKRREB"), Side::Subject, false),
        (Actor::of("UKRGOV"), Side::Other, false),
        (Actor::of("IGOSCEMIS"), Side::Observer, false),
        (Actor::of("IRLMIL"), Side::Observer, false),
        (named("Maxar Technologies"), Side::Observer, true),
        (named("Skywatch Partners"), Side::Observer, true),
        (Actor::of("FRAGOV"), Side::Third, false),
    ] {
        assert_eq!((watch.side(&actor), watch.shows_images(&actor)), (side, images), "{actor:?}");
    }
}

#[test]
fn a_single_name_is_a_list_of_one_and_a_day_may_be_a_string() {
    let watch = Watch::parse("name = 'B'\nsubject = 'RUSGOV'\nsince = '2022-02-15'").unwrap();
    assert_eq!((watch.subject[0].as_str(), watch.since), ("RUSGOV", Some(date(2022, 2, 15))));
    assert!(watch.area.is_empty() && watch.others.is_empty() && watch.sources.is_empty());
}

#[test]
fn the_table_of_observers_can_be_left_out() {
    let watch =
        Watch::parse("name = 'B'\nsubject = 'RUS'\nobservers = 'OSCE'\nobservers_only = true").unwrap();
    assert_eq!((watch.observers.join(" "), watch.images.len()), ("IGOSCE".into(), 0));
}

#[test]
fn a_party_is_no_observer() {
    let watch = Watch::parse("name = 'B'\nsubject = 'RUS'\nothers = ['OSCE', 'Maxar']").unwrap();
    assert_eq!(watch.side(&Actor::of("IGOSCEMIS")), Side::Other);
    assert_eq!(watch.side(&named("Maxar Technologies")), Side::Other);
    assert!(!watch.shows_images(&named("Maxar Technologies")));
    assert_eq!(watch.side(&Actor::of("IGOUNOIAE")), Side::Observer);
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let text = "
nam = 'B'
subject = ['Rusia', 7, '']
others = [
  'Ukraine',
  'NATOO',
]
area = ['Crimmea', 'Paris, Ruritania']
since = 'last week'
observers_only = 'yes'
";
    assert_eq!(
        told(text),
        [
            "line 1, name: the watch has no name; write name = \"…\"",
            "line 2, nam: there is no such key; did you mean name?",
            "line 3, subject: a TOML integer stands where a name should; write it in quotation marks",
            "line 3, subject: a name is empty; write one or strike it",
            "line 3, subject: nobody is called \"Rusia\"; did you mean Russia (RUS)?",
            "line 6, others: nobody is called \"NATOO\"; did you mean NATO (IGONAT)?",
            "line 8, area: no place is called \"Crimmea\"; did you mean Crimea?",
            "line 8, area: no Paris lies in Ruritania; strike \"Ruritania\" or write a state or division around it",
            "line 9, since: \"last week\" is no day; write it as in since = 2021-10-01",
            "line 10, observers_only: write true or false, without quotation marks",
        ]
    );
}

#[test]
fn nobody_followed_and_one_actor_on_two_sides_are_errors() {
    assert_eq!(
        told("name = 'B'"),
        ["line 1, subject: nobody is followed; write the mover first, as in subject = [\"Russia\"]"]
    );
    assert_eq!(
        told("name = 'B'\nsubject = ['Russia']\nothers = ['RUS', 'Ukraine']\nobservers = 'Ukraine'"),
        [
            "line 3, others: \"RUS\" (RUS) stands in subject too; strike one of them",
            "line 4, observers: \"Ukraine\" (UKR) stands in others too; strike one of them",
        ]
    );
}

#[test]
fn what_is_no_toml_is_named_by_its_line() {
    let errors = told("name = 'B'\nsubject = ['Russia'\nothers = \n");
    assert!(
        errors.iter().all(|e| e.starts_with("line ") && e.contains("file: this is no TOML")),
        "{errors:?}"
    );
}

#[test]
fn the_template_is_a_watch() {
    let watch = Watch::parse(Watch::template()).unwrap();
    assert_eq!(watch.subject, ["RUS", "UKRREB"]);
    assert_eq!(watch.others, ["UKR", "IGONAT", "USA"]);
    assert_eq!(watch.area.len(), 3);
    assert_eq!(watch.since, Some(date(2021, 10, 1)));
    let is_example = |line: &&str| {
        line.starts_with('[') || line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '))
    };
    let lines = Watch::template().lines();
    let whole = lines.map(|line| line.strip_prefix("# ").filter(is_example).unwrap_or(line));
    let all = Watch::parse(&whole.collect::<Vec<_>>().join("\n")).unwrap();
    assert!(!all.sources.is_empty() && !all.indicators.is_empty());
    assert!(all.observers.contains(&"IRL".to_owned()));
    assert_eq!(all.follow.len(), 4);
    assert!(all.fetch.contact.is_some() && all.fetch.allow.len() == 2);
    assert_eq!((all.fetch.pause, all.fetch.bytes), (Some(Duration::from_secs(1)), Some(16 << 20)));
    assert!(all.alert.folder.is_some() && all.alert.webhook.is_some() && all.alert.secret_file.is_some());
}

const HEAD: &str = "name = 'B'\nsubject = 'RUS'\n";

fn below(rest: &str) -> Watch {
    Watch::parse(&format!("{HEAD}{rest}")).expect("a sound watch")
}

fn told_below(rest: &str) -> Vec<String> {
    told(&format!("{HEAD}{rest}"))
}

#[test]
fn sources_are_the_web_lists_of_feeds_folders_and_standard_input() {
    let watch = below(
        "follow = ['https://example.org/feed.xml', 'lists/Feeds.OPML', 'incoming/', '-', 'old.xml',
  { url = 'https://example.com/news', kind = 'page', publisher = 'Example Wire', every = '30m' },
  { url = 'feeds.opml', every = '2d' }]",
    );
    let web = |address: &str, kind| What::Web { address: address.to_owned(), kind };
    let expected = [
        (web("https://example.org/feed.xml", None), 3),
        (What::Opml("lists/Feeds.OPML".to_owned()), 3),
        (What::Folder("incoming/".to_owned()), 3),
        (What::StandardInput, 3),
        (What::Folder("old.xml".to_owned()), 3),
        (web("https://example.com/news", Some(WebKind::Page)), 4),
        (What::Opml("feeds.opml".to_owned()), 5),
    ];
    assert_eq!(watch.follow.iter().map(|f| (f.what.clone(), f.line)).collect::<Vec<_>>(), expected);
    assert_eq!(watch.follow[5].publisher.as_deref(), Some("Example Wire"));
    assert_eq!(watch.follow[5].every, Some(Duration::from_secs(1800)));
    assert_eq!(below("follow = '-'").follow.len(), 1);
    assert_eq!(below("[[follow]]\nurl = 'https://example.org/'\n[[follow]]\nurl = 'in'").follow[1].line, 5);
}

#[test]
fn what_is_wrong_with_a_source_is_told() {
    assert_eq!(
        told_below(
            "follow = ['ftp://example.org/feed', 'www.example.org', '', 7,
  { url = 'https://example.org/', kind = 'feeed', every = 'often', publishr = 'X' },
  { kind = 'page' },
  { url = 'incoming', kind = 'feed', every = '1h', publisher = '' },
  { url = 'https://example.org/a', every = '1s' },
  { path = 'x', url = 'y' },
  'https://example.org/b', 'https://EXAMPLE.org:443/b#top', 'x/y', 'x/y/', '-',
  '-',
]"
        ),
        [
            "line 3, follow: ftp:// is not followed; write an address with http:// or https://",
            "line 3, follow: \"www.example.org\" is no address; write it with https:// in front",
            "line 3, follow: a source is empty; write one or strike it",
            "line 3, follow: a TOML integer stands where a source should; write an address or a folder in quotation marks, or { url = \"…\", kind = \"…\" }",
            "line 4, follow.publishr: there is no such key; did you mean publisher?",
            "line 4, follow.kind: there is no kind \"feeed\"; did you mean feed?",
            "line 4, follow.every: \"often\" is no span of time; write it as in \"90s\", \"30m\", \"1h\" or \"2d\"",
            "line 5, follow.url: nothing says what is followed; write url = \"https://…\"",
            "line 6, follow.publisher: nothing stands in the quotation marks; write something or strike the key",
            "line 6, follow.kind: only addresses of the web have a kind; strike it",
            "line 6, follow.every: files are taken in as they come; strike it",
            "line 7, follow.every: 1s is out of bounds; write something from 1m to 31d",
            "line 8, follow.path: write the path in url, as in url = \"incoming/\"",
            "line 9, follow: https://EXAMPLE.org:443/b#top stands on line 9 too; strike one of them",
            "line 9, follow: x/y/ stands on line 9 too; strike one of them",
            "line 10, follow: - stands on line 9 too; strike one of them",
        ]
    );
}

#[test]
fn fetching_and_alerts_have_their_tables() {
    let watch = below(
        "[fetch]
contact = 'desk@example.org'
allow = ['127.0.0.1', '10.0.0.0/8', '127.0.0.1']
pause = '0s'
bytes = 1_048_576
[alert]
folder = 'alerts'
webhook = 'http://127.0.0.1:8080/hook'
secret_file = 'secret'
",
    );
    assert_eq!(watch.fetch.allow, ["127.0.0.1", "10.0.0.0/8"]);
    assert_eq!((watch.fetch.pause, watch.fetch.bytes), (Some(Duration::ZERO), Some(1 << 20)));
    assert_eq!(watch.alert.webhook.as_deref(), Some("http://127.0.0.1:8080/hook"));
    assert_eq!((below("").fetch, below("").alert), (FetchRules::default(), AlertRules::default()));
}

#[test]
fn what_is_wrong_with_fetching_and_alerts_is_told() {
    assert_eq!(
        told_below(
            "[fetch]
contact = 'the desk'
allow = ['localhost', '10.1.2.3/8']
pause = 5
bytes = 'much'
since = 2022-01-01
[alert]
folder = ''
webhook = 'example.org/hook'
secret = 'whsec_AAAA'
secret_file = 'whsec_AAAA'
foldr = 'x'
"
        ),
        [
            "line 4, fetch.contact: \"the desk\" is nowhere to write to; write an https:// address or one of mail",
            "line 5, fetch.allow: \"localhost\" is no address; write one as in \"10.1.2.3\" or a network as in \"10.0.0.0/8\"",
            "line 5, fetch.allow: \"10.1.2.3/8\" names an address within a network; write 10.0.0.0/8 or 10.1.2.3",
            "line 6, fetch.pause: a TOML integer stands where text should; write it in quotation marks",
            "line 7, fetch.bytes: \"much\" is no size; write it as in \"16MiB\", \"500kB\" or 1048576",
            "line 8, fetch.since: this key stands below [fetch], so it is taken for one of its keys; write it above",
            "line 10, alert.folder: nothing stands in the quotation marks; write something or strike the key",
            "line 11, alert.webhook: \"example.org/hook\" is no address; write it with https:// in front",
            "line 12, alert.secret: a secret does not belong into this file; write secret_file or set SAYDO_WEBHOOK_SECRET",
            "line 13, alert.secret_file: a secret does not belong into this file; write secret_file or set SAYDO_WEBHOOK_SECRET",
            "line 14, alert.foldr: there is no such key; did you mean folder?",
        ]
    );
    assert_eq!(
        told_below("fetch = '1s'\nalert = { secret_file = 'secret' }"),
        [
            "line 3, fetch: write [fetch] on a line of its own and below it contact = …; the keys are contact, allow, pause, bytes",
            "line 4, alert.secret_file: only what is sent to a webhook is signed; write webhook = \"https://…\" or strike it",
        ]
    );
}

proptest! {
    #[test]
    fn any_text_is_a_watch_or_has_errors_with_lines(text in "(name|subject|area|since|follow|\\[fetch\\]|\\[alert\\]|url|allow|bytes|https://|[a-z]{1,3}|=|'|\\[|\\]|\n|\\{|[0-9-]{1,10}|\\PC){0,60}") {
        if let Err(errors) = Watch::parse(&text) {
            prop_assert!(!errors.is_empty());
            prop_assert!(errors.iter().all(|e| e.line >= 1 && e.line <= text.lines().count() + 1));
        }
    }
}
