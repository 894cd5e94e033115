//! The client.

#[cfg(test)]
mod tests;

use std::sync::Arc;
use std::time::{Duration, Instant};

use ureq::http::{HeaderMap, Response};
use ureq::tls::TlsConfig;
use ureq::unversioned::transport::{Connector, DefaultConnector};
use ureq::{Agent, Body, RequestBuilder};
use url::Url;

use crate::hops::{Hops, is_redirect};
use crate::names::{Guard, System};
use crate::wire::Wire;
use crate::{Answer, Failure, Names, Request, Rules, Web, address, exchange, head};

/// The content codings that are asked for; all of them [`saydo_unfold`] undoes.
const CODINGS: &str = "gzip, br";

/// How long an idle connection waits for the next request to its host.
const IDLE: Duration = Duration::from_secs(15);

/// The web itself: HTTP/1.1, with TLS where the address says so, against the roots compiled in.
///
/// One connection to a host is kept for the next request. Several threads may use one client.
pub struct Http {
    agent: Agent,
    rules: Rules,
}

impl Http {
    /// A client that looks names up as the system does.
    pub fn new(rules: Rules) -> Self {
        Self::resolving(rules, Box::new(System))
    }

    /// A client with another way to look names up; the addresses are checked all the same.
    pub fn resolving(rules: Rules, names: Box<dyn Names>) -> Self {
        Self::trusting(TlsConfig::default(), rules, names)
    }

    fn trusting(tls: TlsConfig, rules: Rules, names: Box<dyn Names>) -> Self {
        let config = Agent::config_builder()
            .user_agent(rules.agent())
            .accept_encoding(CODINGS)
            .tls_config(tls)
            .proxy(None)
            .max_redirects(0)
            .http_status_as_error(false)
            .max_response_header_size(exchange::HEAD)
            .max_idle_connections_per_host(1)
            .max_idle_age(IDLE)
            .timeout_resolve(Some(rules.limits.connect))
            .timeout_connect(Some(rules.limits.connect))
            .build();
        let guard = Guard { rules: rules.clone(), names: Arc::from(names) };
        let agent = Agent::with_parts(config, DefaultConnector::default().chain(Wire), guard);
        Self { agent, rules }
    }

    /// One request and its head.
    fn ask(&self, url: &Url, request: &Request<'_>, until: Instant) -> Result<Response<Body>, Failure> {
        let mut call = self.agent.get(url.as_str());
        for (name, known) in [("if-none-match", request.etag), ("if-modified-since", request.last_modified)] {
            if let Some(value) = known.and_then(head::value) {
                call = call.header(name, value);
            }
        }
        let call = timed(call, self.left(until)?);
        call.call().map_err(|error| self.failure(error, url))
    }

    /// The answer of the last hop.
    fn answer(&self, response: Response<Body>, url: &Url) -> Result<Answer, Failure> {
        let (parts, mut body) = response.into_parts();
        let mut answer = Answer { status: parts.status.as_u16(), ..head::read(&parts.headers) };
        if parts.status.is_success() {
            let limits = &self.rules.limits;
            let folded = exchange::body(&mut body, host(url), limits)?;
            let codings = head::list(&parts.headers, "content-encoding");
            answer.body = saydo_unfold::unfold(&folded, &codings, limits.unfolded)?;
        }
        Ok(answer)
    }

    fn left(&self, until: Instant) -> Result<Duration, Failure> {
        let left = until.saturating_duration_since(Instant::now());
        if left.is_zero() { Err(Failure::Timeout { limit: self.rules.limits.total }) } else { Ok(left) }
    }

    fn failure(&self, error: ureq::Error, url: &Url) -> Failure {
        match error {
            ureq::Error::Http(error) => address::refused(url.as_str(), error.to_string()),
            ureq::Error::BadUri(why) => address::refused(url.as_str(), why),
            other => exchange::failure(other, host(url), &self.rules.limits),
        }
    }
}

impl Web for Http {
    fn get(&self, request: &Request<'_>) -> Result<Answer, Failure> {
        let limits = &self.rules.limits;
        let until = Instant::now() + limits.total;
        let mut hops = Hops::start(request.address, limits.redirects)?;
        loop {
            let response = self.ask(hops.at(), request, until)?;
            let status = response.status().as_u16();
            let Some(location) = elsewhere(status, response.headers()) else {
                let answer = self.answer(response, hops.at())?;
                return Ok(hops.note(answer));
            };
            hops.follow(status, &location)?;
        }
    }

    fn post(&self, address: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<u16, Failure> {
        let url = address::read(address)?;
        let mut call = self.agent.post(url.as_str());
        for (name, value) in headers {
            call = call.header(*name, *value);
        }
        let call = timed(call, self.rules.limits.total);
        let response = call.send(body).map_err(|error| self.failure(error, &url))?;
        Ok(response.status().as_u16())
    }
}

/// Where a redirect leads, if this is one that names a place.
fn elsewhere(status: u16, headers: &HeaderMap) -> Option<String> {
    let location = headers.get("location").filter(|_| is_redirect(status))?;
    Some(String::from_utf8_lossy(location.as_bytes()).into_owned())
}

fn timed<B>(call: RequestBuilder<B>, total: Duration) -> RequestBuilder<B> {
    call.config().timeout_global(Some(total)).build()
}

fn host(url: &Url) -> &str {
    url.host_str().unwrap_or_default()
}
