//! Redirects: followed one by one, each hop with all its checks.

use std::net::Ipv4Addr;

use saydo_fetch::{Failure, Http, Request, Web};
use saydo_sham::{Play, Sham, Trap};

use crate::{Fixed, HERE, get, hasty, http, knowing};

#[test]
fn redirects_are_followed_to_the_end() {
    let sham = Sham::start(HERE);
    sham.always("/old", Play::redirect(301, "new?a=b#part"));
    sham.always("/new", Play::page("text/plain", "here"));
    let answer = http().get(&Request::to(&sham.address("/old"))).unwrap();
    assert_eq!((answer.status, answer.body.as_slice()), (200, b"here".as_slice()));
    assert_eq!(answer.address, sham.address("/new?a=b"));
    assert_eq!(answer.moved, Some(sham.address("/new?a=b")));
    assert_eq!(sham.connections().total, 1, "the second request takes the first one's connection");
}

#[test]
fn a_temporary_hop_moves_nothing() {
    let sham = Sham::start(HERE);
    sham.always("/1", Play::redirect(308, "/2"));
    sham.always("/2", Play::redirect(302, "/3"));
    sham.always("/3", Play::page("text/plain", "here"));
    let answer = http().get(&Request::to(&sham.address("/1"))).unwrap();
    assert_eq!((answer.moved, answer.address), (None, sham.address("/3")));
}

#[test]
fn rings_and_long_ways_end() {
    let sham = Sham::start(HERE);
    sham.always("/a", Play::redirect(302, "/b"));
    sham.always("/b", Play::redirect(302, "/a"));
    let ring = http().get(&Request::to(&sham.address("/a")));
    assert_eq!(ring, Err(Failure::Ring { address: sham.address("/a") }));
    sham.route("/far", |asked| Play::redirect(302, format!("/far?{}", asked.nth)));
    let far = http().get(&Request::to(&sham.address("/far")));
    assert_eq!(far, Err(Failure::TooManyRedirects { limit: 3 }));
    assert_eq!(sham.asked_for("/far").len(), 4);
}

#[test]
fn a_redirect_to_a_forbidden_address_is_refused() {
    let (sham, trap) = (Sham::start(HERE), Trap::start(Ipv4Addr::LOCALHOST, None));
    let web = knowing(&[("inside.example", &["127.0.0.1"]), ("meta.example", &["169.254.169.254"])]);
    let port = trap.port();
    for to in [
        format!("http://127.0.0.1:{port}/"),
        format!("//0x7f.1:{port}/"),
        format!("http://inside.example:{port}/"),
        "http://169.254.169.254/latest/".to_owned(),
        "http://meta.example/latest/".to_owned(),
        "http://[fe80::1]/".to_owned(),
    ] {
        sham.always("/", Play::redirect(302, to.clone()));
        let answer = web.get(&Request::to(&sham.address("/")));
        assert!(matches!(answer, Err(Failure::Forbidden { .. })), "{to}: {answer:?}");
    }
    assert_eq!(trap.contacts(), 0);
}

#[test]
fn a_redirect_to_what_is_not_the_web_is_refused() {
    for to in ["file:///etc/hosts", "ftp://example.org/", "gopher://127.0.0.1/", "http://u:p@example.org/"] {
        let answer = get(Play::redirect(302, to));
        assert!(matches!(answer, Err(Failure::Address { .. })), "{to}: {answer:?}");
    }
}

#[test]
fn a_redirect_that_leads_nowhere_is_an_answer() {
    let answer = get(Play::status(302)).unwrap();
    assert_eq!((answer.status, answer.moved), (302, None));
}

#[test]
fn all_hops_share_one_time_limit() {
    let sham = Sham::start(HERE);
    sham.route("/slow", |asked| {
        std::thread::sleep(std::time::Duration::from_millis(250));
        Play::redirect(302, format!("/slow?{}", asked.nth))
    });
    let answer =
        Http::resolving(hasty(), Box::new(Fixed::default())).get(&Request::to(&sham.address("/slow")));
    assert!(matches!(answer, Err(Failure::Timeout { .. })), "{answer:?}");
}
