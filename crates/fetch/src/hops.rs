//! The way of one request through its redirects.

use url::Url;

use crate::{Answer, Failure, address};

/// Where a request is, and how it came there.
#[derive(Debug)]
pub(crate) struct Hops {
    at: Url,
    seen: Vec<Url>,
    limit: u32,
    is_permanent: bool,
    is_downgraded: bool,
}

impl Hops {
    pub(crate) fn start(text: &str, limit: u32) -> Result<Self, Failure> {
        let at = address::read(text)?;
        Ok(Self { at, seen: Vec::new(), limit, is_permanent: true, is_downgraded: false })
    }

    pub(crate) fn at(&self) -> &Url {
        &self.at
    }

    /// Goes on to where a redirect leads.
    pub(crate) fn follow(&mut self, status: u16, location: &str) -> Result<(), Failure> {
        let next = address::join(&self.at, location)?;
        self.is_permanent &= matches!(status, 301 | 308);
        self.is_downgraded |= self.at.scheme() == "https" && next.scheme() == "http";
        self.seen.push(std::mem::replace(&mut self.at, next));
        if self.seen.contains(&self.at) {
            return Err(Failure::Ring { address: address::shown(self.at.as_str()) });
        }
        if self.seen.len() > self.limit as usize {
            return Err(Failure::TooManyRedirects { limit: self.limit });
        }
        Ok(())
    }

    /// Writes into the answer what the way tells.
    pub(crate) fn note(self, answer: Answer) -> Answer {
        let has_moved = !self.seen.is_empty() && self.is_permanent && !self.is_downgraded;
        let address = self.at.to_string();
        Answer {
            moved: has_moved.then(|| address.clone()),
            downgraded: self.is_downgraded,
            address,
            ..answer
        }
    }
}

/// Whether a status sends elsewhere (RFC 9110, section 15.4).
pub(crate) fn is_redirect(status: u16) -> bool {
    matches!(status, 301 | 302 | 303 | 307 | 308)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The end of the way `from` one address through redirects, with `moved` and `downgraded`.
    fn way(from: &str, redirects: &[(u16, &str)]) -> Result<(String, bool, bool), Failure> {
        let mut hops = Hops::start(from, 3)?;
        redirects.iter().try_for_each(|(status, location)| hops.follow(*status, location))?;
        let answer = hops.note(Answer::default());
        assert!(answer.moved.as_ref().is_none_or(|moved| *moved == answer.address));
        Ok((answer.address, answer.moved.is_some(), answer.downgraded))
    }

    #[test]
    fn only_permanent_redirects_move_an_address() {
        let at = |path: &str| format!("https://a.example/{path}");
        assert_eq!(way("https://a.example/x#top", &[]).unwrap(), (at("x"), false, false));
        assert_eq!(way("https://a.example/x", &[(301, "y"), (308, "/z")]).unwrap(), (at("z"), true, false));
        for temporary in [302, 303, 307] {
            let end = way("https://a.example/x", &[(301, "y"), (temporary, "z#part")]).unwrap();
            assert_eq!(end, (at("z"), false, false));
        }
    }

    #[test]
    fn a_way_from_https_to_http_is_told_and_moves_nothing() {
        let end = way("https://a.example/", &[(301, "http://b.example/")]).unwrap();
        assert_eq!(end, ("http://b.example/".to_owned(), false, true));
        assert!(way("http://a.example/", &[(301, "//b.example/")]).unwrap().1);
        assert!(!way("http://a.example/", &[(301, "https://a.example/")]).unwrap().2);
    }

    #[test]
    fn rings_and_long_ways_end() {
        let ring = way("http://a.example/1", &[(302, "/2"), (302, "/1#again")]);
        assert_eq!(ring, Err(Failure::Ring { address: "http://a.example/1".to_owned() }));
        let long = way("http://a.example/1", &[(302, "/2"), (302, "/3"), (302, "/4"), (302, "/5")]);
        assert_eq!(long, Err(Failure::TooManyRedirects { limit: 3 }));
    }

    #[test]
    fn redirects_lead_to_nothing_but_the_web() {
        for target in
            ["file:///etc/hosts", "ftp://a.example/", "javascript:1", "http://u:p@a.example/", "http://["]
        {
            let end = way("http://a.example/", &[(302, target)]);
            assert!(matches!(end, Err(Failure::Address { .. })), "{target}: {end:?}");
        }
    }
}
