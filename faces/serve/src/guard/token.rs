//! Who may ask: those who show the token, as a header, as a cookie, or once in the address.

use std::time::Duration;

use axum::http::{HeaderMap, HeaderValue, header};
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use sha2::{Digest, Sha256};
use subtle::ConstantTimeEq;
use tokio::sync::{Mutex, Semaphore};

use super::Problem;
use crate::error::Error;

/// The fewest characters that a token has.
pub(crate) const LEAST: usize = 16;

/// How long each wrong try takes; they are answered one after another.
const TRY: Duration = Duration::from_millis(250);

/// How many wrong tries may wait for their answer.
const WAITING: usize = 32;

/// A new token: 256 random bits from the operating system, in base64url (RFC 4648, 5).
///
/// ```
/// let token = saydo_serve::make_token()?;
/// assert_eq!(token.len(), 43);
/// # Ok::<(), saydo_serve::Error>(())
/// ```
pub fn make_token() -> Result<String, Error> {
    let mut bits = [0; 32];
    getrandom::fill(&mut bits).map_err(std::io::Error::from)?;
    Ok(URL_SAFE_NO_PAD.encode(bits))
}

/// Knows the token. Only hashes are kept and compared, in a time that tells nothing.
pub(super) struct Keeper {
    token: [u8; 32],
    cookie: String,
    name: String,
    turn: Mutex<()>,
    line: Semaphore,
}

impl Keeper {
    /// A keeper of `token` for a server on `port`: cookies tell hosts apart but not ports.
    pub(super) fn new(token: &str, port: u16) -> Result<Self, Error> {
        let length = token.chars().count();
        if length < LEAST {
            return Err(Error::ShortToken(length));
        }
        Ok(Self {
            token: hash("token", token),
            cookie: URL_SAFE_NO_PAD.encode(hash("cookie", token)),
            name: format!("saydo_{port}"),
            turn: Mutex::new(()),
            line: Semaphore::new(WAITING),
        })
    }

    /// Whether this is the token.
    pub(super) fn is(&self, token: &str) -> bool {
        hash("token", token).ct_eq(&self.token).into()
    }

    /// What a request's headers show: the right thing, a wrong one, or nothing.
    pub(super) fn shown(&self, headers: &HeaderMap) -> Option<bool> {
        let bearer = bearer(headers).map(|token| self.is(token));
        let mut cookies = headers.get_all(header::COOKIE).into_iter().filter_map(|value| value.to_str().ok());
        let cookie = || cookies.find_map(|line| self.in_cookies(line));
        bearer.or_else(cookie)
    }

    fn in_cookies(&self, line: &str) -> Option<bool> {
        let mut pairs = line.split(';').filter_map(|pair| pair.trim().split_once('='));
        let value = pairs.find(|(name, _)| *name == self.name)?.1;
        Some(value.as_bytes().ct_eq(self.cookie.as_bytes()).into())
    }

    /// The cookie that stands for the token, as `Set-Cookie` has it (RFC 6265).
    pub(super) fn cookie(&self) -> Option<HeaderValue> {
        let Self { name, cookie, .. } = self;
        HeaderValue::try_from(format!("{name}={cookie}; HttpOnly; SameSite=Strict; Path=/")).ok()
    }

    /// The answer to a wrong try, in its turn. Wrong tries wait for each other; right ones wait for nobody.
    pub(super) async fn refuse(&self) -> Problem {
        let Ok(_place) = self.line.try_acquire() else {
            return Problem::too_many("too many wrong tokens are being tried; try again in a while");
        };
        let _turn = self.turn.lock().await;
        tokio::time::sleep(TRY).await;
        Problem::unauthorized("this token is wrong; it is what the file of --token-file or SAYDO_TOKEN holds")
    }
}

fn bearer(headers: &HeaderMap) -> Option<&str> {
    let (scheme, token) = headers.get(header::AUTHORIZATION)?.to_str().ok()?.split_once(' ')?;
    scheme.eq_ignore_ascii_case("bearer").then(|| token.trim())
}

fn hash(what: &str, token: &str) -> [u8; 32] {
    Sha256::new()
        .chain_update("saydo ")
        .chain_update(what)
        .chain_update([0])
        .chain_update(token)
        .finalize()
        .into()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOKEN: &str = "a-token-of-a-test-0123456789";

    fn keeper() -> Keeper {
        Keeper::new(TOKEN, 8750).expect("it is long enough")
    }

    fn shown(name: header::HeaderName, value: &str) -> Option<bool> {
        let value = HeaderValue::from_str(value).expect("the test's value");
        keeper().shown(&HeaderMap::from_iter([(name, value)]))
    }

    #[test]
    fn the_header_shows_it() {
        assert_eq!(shown(header::AUTHORIZATION, &format!("Bearer {TOKEN}")), Some(true));
        assert_eq!(shown(header::AUTHORIZATION, &format!("bearer  {TOKEN} ")), Some(true));
        assert_eq!(shown(header::AUTHORIZATION, "Bearer no"), Some(false));
        assert_eq!(shown(header::AUTHORIZATION, "Basic Zm9vOmJhcg=="), None);
    }

    #[test]
    fn the_cookie_shows_it_and_does_not_hold_it() {
        let cookie = keeper().cookie().expect("it is plain ASCII");
        let cookie = cookie.to_str().expect("it is plain ASCII");
        assert!(!cookie.contains(TOKEN) && cookie.contains("HttpOnly; SameSite=Strict; Path=/"), "{cookie}");
        let pair = cookie.split(';').next().expect("a first part");
        assert_eq!(shown(header::COOKIE, &format!("other=1; {pair}; more=2")), Some(true));
        assert_eq!(shown(header::COOKIE, "saydo_8750=no"), Some(false));
        assert_eq!(shown(header::COOKIE, &format!("saydo_8750={TOKEN}")), Some(false));
        assert_eq!(shown(header::COOKIE, "saydo_8751=no"), None, "another server's");
    }

    #[test]
    fn a_token_that_can_be_guessed_is_refused() {
        assert!(matches!(Keeper::new("secret", 1), Err(Error::ShortToken(6))));
    }

    #[test]
    fn tokens_differ() {
        assert_ne!(make_token().ok(), make_token().ok());
    }
}
