//! HTTPS against a server with a certificate of its own: trusted only by who is told to, and only for its name.

use std::io::{Read, Write};
use std::net::{IpAddr, Ipv4Addr, TcpListener};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use rcgen::CertifiedKey;
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use saydo_sham::{Play, Sham};
use ureq::tls::{Certificate, RootCerts};

use super::*;
use crate::Limits;

/// The name that the certificate is for.
const NAME: &str = "news.example";

struct Here;

impl Names for Here {
    fn addresses(&self, _: &str) -> std::io::Result<Vec<IpAddr>> {
        Ok(vec![Ipv4Addr::LOCALHOST.into()])
    }
}

/// Answers one request; gives the port and the certificate, which signs itself.
fn serve(answer: String) -> (u16, Vec<u8>) {
    let CertifiedKey { cert, signing_key } = rcgen::generate_simple_self_signed([NAME.to_owned()]).unwrap();
    let key = PrivatePkcs8KeyDer::from(signing_key.serialize_der());
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![cert.der().clone()], key.into())
        .unwrap();
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let port = listener.local_addr().unwrap().port();
    thread::spawn(move || {
        let (stream, _) = listener.accept().unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
        let mut stream = StreamOwned::new(ServerConnection::new(Arc::new(config)).unwrap(), stream);
        // A client that does not trust the certificate ends here.
        if stream.read(&mut [0; 4096]).is_ok() {
            stream.write_all(answer.as_bytes()).unwrap();
            stream.conn.send_close_notify();
            stream.flush().unwrap();
        }
    });
    (port, cert.der().to_vec())
}

fn rules() -> Rules {
    let limits = Limits { total: Duration::from_secs(5), ..Limits::default() };
    Rules { allow: vec!["127.0.0.1/32".parse().unwrap()], limits, ..Rules::new("saydo") }
}

fn trusting(certificate: &[u8]) -> Http {
    let roots = RootCerts::from(vec![Certificate::from_der(certificate).to_owned()]);
    Http::trusting(TlsConfig::builder().root_certs(roots).build(), rules(), Box::new(Here))
}

fn broken(web: &Http, address: &str) -> String {
    match web.get(&Request::to(address)) {
        Err(Failure::Broken { detail }) => detail,
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_page_comes_over_tls() {
    let (port, certificate) = serve("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nhere".to_owned());
    let address = format!("https://{NAME}:{port}/");
    let answer = trusting(&certificate).get(&Request::to(&address)).unwrap();
    assert_eq!((answer.body.as_slice(), answer.address), (b"here".as_slice(), address));
}

#[test]
fn a_certificate_that_nobody_vouches_for_is_refused() {
    let (port, _) = serve(String::new());
    let web = Http::resolving(rules(), Box::new(Here));
    let detail = broken(&web, &format!("https://{NAME}:{port}/"));
    assert!(detail.starts_with("TLS: ") && detail.contains("UnknownIssuer"), "{detail}");
}

#[test]
fn a_certificate_for_another_name_is_refused() {
    let (port, certificate) = serve(String::new());
    let detail = broken(&trusting(&certificate), &format!("https://other.example:{port}/"));
    assert!(detail.starts_with("TLS: ") && detail.contains("not valid for"), "{detail}");
}

#[test]
fn a_way_down_from_https_is_followed_and_told() {
    let plain = Sham::start(Ipv4Addr::LOCALHOST);
    plain.always("/", Play::page("text/plain", "here"));
    let below = plain.named(NAME, "/");
    let (port, certificate) =
        serve(format!("HTTP/1.1 301 Moved\r\nLocation: {below}\r\nContent-Length: 0\r\n\r\n"));
    let answer = trusting(&certificate).get(&Request::to(&format!("https://{NAME}:{port}/"))).unwrap();
    assert_eq!((answer.address, answer.body.as_slice()), (below, b"here".as_slice()));
    assert!(answer.downgraded && answer.moved.is_none());
}
