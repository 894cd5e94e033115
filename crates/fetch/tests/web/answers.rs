//! Good answers: what is sent, and what is told of what came.

use std::time::Duration;

use saydo_fetch::{Http, Request, RetryAfter, Web};
use saydo_sham::{Play, Sham};

use crate::{Fixed, HERE, get, http, knowing, rules};

#[test]
fn validators_go_out_as_they_came_in() {
    let sham = Sham::start(HERE);
    let modified = "Tue, 15 Feb 2022 10:00:00 GMT";
    sham.route("/feed", move |asked| {
        let status = if asked.header("if-none-match").is_some() { 304 } else { 200 };
        Play::Page { status, headers: Vec::new(), body: b"news".to_vec() }
            .with("ETag", "W/\"one two\"")
            .with("Last-Modified", modified)
    });
    let (web, address) = (http(), sham.address("/feed"));
    let first = web.get(&Request::to(&address)).unwrap();
    assert_eq!((first.status, first.body.as_slice()), (200, b"news".as_slice()));
    let (etag, last_modified) = (first.etag.as_deref(), first.last_modified.as_deref());
    assert_eq!((etag, last_modified), (Some("W/\"one two\""), Some(modified)));
    let again = web.get(&Request { address: &address, etag, last_modified });
    let again = again.unwrap();
    assert_eq!((again.status, again.body.len(), again.etag.as_deref()), (304, 0, etag));
    let asked = sham.asked();
    assert_eq!(asked[0].header("if-none-match"), None);
    assert_eq!(asked[1].header("if-none-match"), Some("W/\"one two\""));
    assert_eq!(asked[1].header("if-modified-since"), Some(modified));
    assert_eq!(sham.connections().total, 1);
}

#[test]
fn the_client_says_who_it_is_and_nothing_else() {
    let sham = Sham::start(HERE);
    sham.always("/", Play::page("text/html", "").with("Set-Cookie", "a=b"));
    let web = http();
    for _ in 0..2 {
        web.get(&Request::to(&sham.address("/"))).unwrap();
    }
    let names = |i: usize| {
        let mut names: Vec<String> = sham.asked()[i].headers.iter().map(|(name, _)| name.clone()).collect();
        names.sort();
        names
    };
    assert_eq!(names(0), ["accept", "accept-encoding", "host", "user-agent"]);
    assert_eq!(names(1), names(0), "no cookie comes back");
    assert_eq!(sham.asked()[0].header("user-agent"), Some("saydo/0.1 (+https://example.org/)"));
    assert_eq!(sham.asked()[0].header("accept-encoding"), Some("gzip, br"));
}

#[test]
fn an_agent_that_cannot_stand_in_a_header_is_made_to_fit() {
    let sham = Sham::start(HERE);
    sham.always("/", Play::status(200));
    let mut rules = rules();
    rules.agent = "say\r\ndo: \u{e9}1".to_owned();
    Http::resolving(rules, Box::new(Fixed::new(&[]))).get(&Request::to(&sham.address("/"))).unwrap();
    assert_eq!(sham.asked()[0].header("user-agent"), Some("saydo: 1"));
}

#[test]
fn refusals_tell_when_to_come_again() {
    let answer = get(Play::status(429).with("Retry-After", "120")).unwrap();
    assert_eq!((answer.status, answer.retry_after), (429, Some(RetryAfter::Seconds(120))));
    let answer = get(Play::status(503).with("Retry-After", "Tue, 15 Feb 2022 10:00:00 GMT")).unwrap();
    let at = RetryAfter::At("2022-02-15T10:00:00Z".to_owned());
    assert_eq!((answer.status, answer.retry_after), (503, Some(at)));
}

#[test]
fn a_page_with_an_error_is_told_by_its_status_alone() {
    for status in [404, 410, 500] {
        let page = Play::Page { status, headers: Vec::new(), body: vec![b'a'; 1 << 20] };
        let answer = get(page.with("Content-Encoding", "gzip")).unwrap();
        assert_eq!((answer.status, answer.body.len()), (status, 0));
    }
}

#[test]
fn form_charset_and_freshness_are_told() {
    let page = Play::page("Text/HTML; charset=koi8-u", "a").with("Cache-Control", "max-age=900");
    let answer = get(page).unwrap();
    assert_eq!((answer.form.as_deref(), answer.charset.as_deref()), (Some("text/html"), Some("koi8-u")));
    assert_eq!(answer.fresh, Some(Duration::from_secs(900)));
}

#[test]
fn names_lead_where_the_table_says_and_hosts_are_named_to_the_server() {
    let sham = Sham::start(HERE);
    sham.always("/", Play::page("text/plain", "here"));
    let web = knowing(&[("xn--bcher-kva.example", &["127.0.0.2"])]);
    let answer = web.get(&Request::to(&sham.named("B\u{fc}cher.example", "/"))).unwrap();
    let host = format!("xn--bcher-kva.example:{}", sham.port());
    assert_eq!(answer.address, format!("http://{host}/"));
    assert_eq!(sham.asked()[0].header("host"), Some(host.as_str()));
}

#[test]
fn a_post_sends_headers_and_body_and_gives_the_status() {
    let sham = Sham::start(HERE);
    sham.always("/hook", Play::Page { status: 202, headers: Vec::new(), body: b"taken".to_vec() });
    let headers = [("content-type", "application/json"), ("webhook-id", "a1")];
    assert_eq!(http().post(&sham.address("/hook"), &headers, b"{\"a\":1}"), Ok(202));
    let asked = &sham.asked()[0];
    assert_eq!((asked.method.as_str(), asked.body.as_slice()), ("POST", b"{\"a\":1}".as_slice()));
    assert_eq!(asked.header("webhook-id"), Some("a1"));
    assert_eq!(asked.header("content-type"), Some("application/json"));
}

#[test]
fn one_connection_serves_one_host() {
    let sham = Sham::start(HERE);
    sham.always("/", Play::page("text/plain", "here"));
    let web = http();
    for _ in 0..5 {
        web.get(&Request::to(&sham.address("/"))).unwrap();
    }
    assert_eq!((sham.connections().total, sham.connections().busy), (1, 1));
}
