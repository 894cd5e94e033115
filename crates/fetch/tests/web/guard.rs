//! Forbidden addresses are refused before anything is sent, however they are spelled or reached.

use std::net::Ipv4Addr;
use std::time::{Duration, Instant};

use saydo_fetch::{Failure, Http, Names, Request, Rules, Web};
use saydo_sham::{Play, Sham, Trap};

use crate::{HERE, hasty, http, knowing, rules};

/// That a request is refused because of that IP address.
fn forbids(web: &Http, address: &str, refused: &str) {
    match web.get(&Request::to(address)) {
        Err(failure @ Failure::Forbidden { ip, .. }) if ip.to_string() == refused => {
            assert!(failure.is_ours_to_mend());
        }
        other => panic!("{address}: {other:?}"),
    }
}

#[test]
fn no_spelling_of_a_forbidden_address_gets_through() {
    let trap = Trap::start(Ipv4Addr::LOCALHOST, None);
    let port = trap.port();
    for host in ["127.0.0.1", "0x7f.1", "2130706433", "0177.0.0.1", "127.1", "127.0.0.1.", "%31%32%37.0.0.1"]
    {
        forbids(&http(), &format!("http://{host}:{port}/"), "127.0.0.1");
    }
    forbids(&http(), &format!("http://[::ffff:127.0.0.1]:{port}/"), "::ffff:127.0.0.1");
    forbids(&http(), &format!("http://[64:ff9b::127.0.0.1]:{port}/"), "64:ff9b::7f00:1");
    forbids(&http(), &format!("http://[::1]:{port}/"), "::1");
    forbids(&http(), &format!("http://0:{port}/"), "0.0.0.0");
    forbids(&http(), &format!("https://127.0.0.1:{port}/"), "127.0.0.1");
    assert_eq!(trap.contacts(), 0);
}

#[test]
fn the_metadata_of_clouds_is_out_of_reach() {
    forbids(&http(), "http://169.254.169.254/latest/meta-data/", "169.254.169.254");
    forbids(&http(), "http://[fd00:ec2::254]/latest/meta-data/", "fd00:ec2::254");
    forbids(&http(), "http://0xa9fea9fe/", "169.254.169.254");
}

#[test]
fn localhost_is_forbidden_as_the_system_finds_it() {
    let web = Http::new(Rules::new("saydo"));
    for host in ["localhost", "LOCALHOST"] {
        let answer = web.get(&Request::to(&format!("http://{host}:9/")));
        assert!(matches!(answer, Err(Failure::Forbidden { .. })), "{host}: {answer:?}");
    }
}

#[test]
fn a_name_that_leads_to_a_forbidden_address_is_refused() {
    let trap = Trap::start(Ipv4Addr::LOCALHOST, None);
    for host in ["inside.example", "localhost", "localhost.", "a.localhost"] {
        let web = knowing(&[(host, &["127.0.0.1"])]);
        forbids(&web, &format!("http://{host}:{}/", trap.port()), "127.0.0.1");
    }
    assert_eq!(trap.contacts(), 0);
}

/// A server with a page, and a trap on the same port of a forbidden address.
fn twins() -> (Sham, Trap) {
    loop {
        let sham = Sham::start(HERE);
        sham.always("/", Play::page("text/plain", "here"));
        if let Ok(trap) = Trap::try_start(Ipv4Addr::LOCALHOST, sham.port()) {
            return (sham, trap);
        }
    }
}

#[test]
fn one_forbidden_address_among_several_forbids_the_host() {
    let (sham, trap) = twins();
    for ips in [["127.0.0.2", "127.0.0.1"], ["127.0.0.1", "127.0.0.2"]] {
        let web = knowing(&[("both.example", &ips)]);
        forbids(&web, &sham.named("both.example", "/"), "127.0.0.1");
    }
    assert_eq!((sham.connections().total, trap.contacts()), (0, 0));
    let web = knowing(&[("one.example", &["127.0.0.2"])]);
    assert_eq!(web.get(&Request::to(&sham.named("one.example", "/"))).unwrap().body, b"here");
}

/// Gives a good address at the first question and a forbidden one at every later question.
struct Rebinding(std::sync::atomic::AtomicUsize);

impl Names for Rebinding {
    fn addresses(&self, _: &str) -> std::io::Result<Vec<std::net::IpAddr>> {
        let nth = self.0.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        Ok(vec![if nth == 0 { HERE.into() } else { Ipv4Addr::LOCALHOST.into() }])
    }
}

#[test]
fn a_name_that_changes_its_mind_gains_nothing() {
    let (sham, trap) = twins();
    let web = Http::resolving(rules(), Box::new(Rebinding(0.into())));
    let address = sham.named("turncoat.example", "/");
    assert_eq!(web.get(&Request::to(&address)).unwrap().body, b"here");
    forbids(&web, &address, "127.0.0.1");
    assert_eq!(trap.contacts(), 0);
}

#[test]
fn allow_opens_what_it_names_and_no_more() {
    let (near, far) = (Sham::start(HERE), Trap::start(Ipv4Addr::new(127, 0, 0, 3), None));
    near.always("/", Play::page("text/plain", "near"));
    assert_eq!(http().get(&Request::to(&near.address("/"))).unwrap().body, b"near");
    let mapped = format!("http://[::ffff:127.0.0.2]:{}/", near.port());
    assert_eq!(http().get(&Request::to(&mapped)).unwrap().body, b"near");
    forbids(&http(), &format!("http://127.0.0.3:{}/", far.port()), "127.0.0.3");
    assert_eq!(far.contacts(), 0);
}

#[test]
fn an_unknown_host_is_told() {
    let failure = http().get(&Request::to("http://nowhere.example/")).unwrap_err();
    assert!(matches!(&failure, Failure::Unknown { host, .. } if host == "nowhere.example"), "{failure:?}");
}

/// Runs another of these tests in a process whose environment names the trap as its proxy.
#[test]
fn proxies_of_the_environment_are_not_used() {
    let trap = Trap::start(Ipv4Addr::LOCALHOST, None);
    let proxy = format!("http://127.0.0.1:{}", trap.port());
    let names = ["http_proxy", "HTTP_PROXY", "https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"];
    let run = std::process::Command::new(std::env::current_exe().unwrap())
        .args(["--exact", "answers::one_connection_serves_one_host"])
        .envs(names.map(|name| (name, proxy.as_str())))
        .env_remove("NO_PROXY")
        .env_remove("no_proxy")
        .output()
        .unwrap();
    let said = String::from_utf8_lossy(&run.stdout).into_owned();
    assert!(run.status.success() && said.contains("1 passed"), "{said}");
    assert_eq!(trap.contacts(), 0);
}

struct Slow;

impl Names for Slow {
    fn addresses(&self, _: &str) -> std::io::Result<Vec<std::net::IpAddr>> {
        std::thread::sleep(Duration::from_secs(5));
        Ok(vec![HERE.into()])
    }
}

#[test]
fn a_lookup_that_hangs_times_out() {
    let start = Instant::now();
    let answer = Http::resolving(hasty(), Box::new(Slow)).get(&Request::to("http://slow.example/"));
    assert!(matches!(answer, Err(Failure::Timeout { .. })), "{answer:?}");
    assert!(start.elapsed() < Duration::from_secs(4));
}

#[test]
fn posts_are_guarded_and_follow_no_redirect() {
    let (sham, trap) = (Sham::start(HERE), Trap::start(Ipv4Addr::LOCALHOST, None));
    let inside = format!("http://127.0.0.1:{}/", trap.port());
    assert!(matches!(http().post(&inside, &[], b"{}"), Err(Failure::Forbidden { .. })));
    sham.always("/hook", Play::redirect(307, inside));
    assert_eq!(http().post(&sham.address("/hook"), &[], b"{}"), Ok(307));
    assert!(matches!(http().post("mailto:a@example.org", &[], b""), Err(Failure::Address { .. })));
    assert_eq!(trap.contacts(), 0);
}
