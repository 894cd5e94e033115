//! What is asked and what comes back.

use std::time::Duration;

use crate::Failure;

/// What to get.
#[derive(Debug, Clone, Copy, Default)]
pub struct Request<'r> {
    /// An absolute address, http or https.
    pub address: &'r str,
    /// The `ETag` of what is known already, as it came: with its quotes and its `W/`.
    pub etag: Option<&'r str>,
    /// The `Last-Modified` of what is known already, as it came.
    pub last_modified: Option<&'r str>,
}

impl<'r> Request<'r> {
    /// For a page of which nothing is known.
    pub fn to(address: &'r str) -> Self {
        Self { address, ..Self::default() }
    }
}

/// What a server answered, with any status; redirects have been followed.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The address that answered, after all redirects, without its fragment.
    pub address: String,
    /// The same address, where it took redirects to come there, all of them permanent (301, 308) and none from https
    /// to http: it can be asked for in place of the old one.
    pub moved: Option<String>,
    /// Whether a redirect led from https to http. It is followed, as browsers do, but what came may have been changed
    /// on its way.
    pub downgraded: bool,
    /// `ETag`, as it came; a 304 that names none leaves the known one standing.
    pub etag: Option<String>,
    /// `Last-Modified`, as it came.
    pub last_modified: Option<String>,
    /// The media type in lower case, without parameters: `text/html`.
    pub form: Option<String>,
    /// The `charset` parameter of the media type, as it was written.
    pub charset: Option<String>,
    /// When to ask again, which comes with 429 and 503.
    pub retry_after: Option<RetryAfter>,
    /// How long the answer stays fresh (RFC 9111, section 4.2): `max-age`, else `s-maxage`, else `Expires` less `Date`;
    /// less `Age`. Zero where it says that it is stale at once.
    pub fresh: Option<Duration>,
    /// The body, unfolded. It is only read for 2xx and empty for every other status.
    pub body: Vec<u8>,
}

/// When a server wants to be asked again (RFC 9110, section 10.2.3).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RetryAfter {
    /// In so many seconds.
    Seconds(u64),
    /// At that time, ISO 8601 in UTC: `2022-02-15T10:00:00Z`.
    At(String),
}

/// A way to the web, so that tests can bring their own.
pub trait Web: Send + Sync {
    /// Gets a page.
    fn get(&self, request: &Request<'_>) -> Result<Answer, Failure>;

    /// Posts a body and gives the status. Redirects are not followed, and the body of the answer is not read.
    fn post(&self, address: &str, headers: &[(&str, &str)], body: &[u8]) -> Result<u16, Failure>;
}
