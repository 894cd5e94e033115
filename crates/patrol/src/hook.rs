//! Alerts sent to a webhook, signed, and sent again until they arrive.

use std::time::Duration;

use jiff::Timestamp;
use saydo_fetch::{Failure, Web};
use saydo_ledger::KeptAlert;

/// How long to wait after each try that failed; after the last one an alert is given up. The pauses are those that the
/// Standard Webhooks specification proposes.
const PAUSES: [u64; 9] = [5, 300, 1_800, 7_200, 18_000, 36_000, 50_400, 72_000, 86_400];

/// Sends alerts to one address.
#[derive(Clone, Debug, Default)]
pub(crate) struct Postman {
    /// The address, where there is one.
    pub(crate) address: Option<String>,
    /// The secret with which alerts are signed.
    pub(crate) secret: Option<Vec<u8>>,
}

impl Postman {
    /// Sends an alert, with its id so that a receiver knows one that comes twice, and gives the status of the answer.
    pub(crate) fn deliver(&self, web: &dyn Web, letter: &KeptAlert, now: Timestamp) -> Result<u16, Failure> {
        let address = self.address.as_deref().unwrap_or_default();
        let at = now.as_second().to_string();
        let signed = self.secret.as_ref().map(|s| saydo_alerts::sign(s, &letter.id, now, &letter.body));
        let mut headers = vec![
            ("content-type", "application/json"),
            ("webhook-id", letter.id.as_str()),
            ("webhook-timestamp", &at),
        ];
        if let Some(signed) = &signed {
            headers.push(("webhook-signature", signed));
        }
        web.post(address, &headers, letter.body.as_bytes())
    }
}

/// The alert after a try: done, to be tried again, or given up.
pub(crate) fn tried(mut letter: KeptAlert, answer: &Result<u16, Failure>, now: Timestamp) -> KeptAlert {
    let pause = PAUSES.get(letter.tries as usize).copied();
    letter.tries += 1;
    let arrived = matches!(answer, Ok(200..=299));
    // 410 says that nobody wants to hear of it any more.
    let over = arrived || matches!(answer, Ok(410)) || pause.is_none();
    letter.done = over.then_some(now);
    letter.next = pause.filter(|_| !over).map(|seconds| now + Duration::from_secs(seconds));
    letter
}

/// What to tell of a try that failed.
pub(crate) fn trouble(letter: &KeptAlert, answer: &Result<u16, Failure>) -> Option<String> {
    let why = match answer {
        Ok(200..=299) => return None,
        Ok(status) => format!("the server answers {status}"),
        Err(failure) => failure.to_string(),
    };
    let then = match letter.next {
        Some(next) => format!("it is sent again after {next:.0}"),
        None => "it is given up, and stands in the alerts' files and in the ledger".to_owned(),
    };
    Some(format!("alert {} could not be delivered: {why}; {then}", letter.id))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(tries: u32) -> KeptAlert {
        KeptAlert { id: "a".to_owned(), tries, ..KeptAlert::default() }
    }

    #[test]
    fn what_arrived_is_not_sent_again() {
        let now = Timestamp::UNIX_EPOCH;
        let sent = tried(letter(0), &Ok(204), now);
        assert_eq!((sent.done, sent.next, sent.tries), (Some(now), None, 1));
        assert_eq!(trouble(&sent, &Ok(204)), None);
    }

    #[test]
    fn what_did_not_arrive_waits_longer_each_time_and_is_given_up_in_the_end() {
        let now = Timestamp::UNIX_EPOCH;
        let (mut waits, mut sent) = (Vec::new(), letter(0));
        while sent.done.is_none() {
            sent = tried(sent, &Ok(500), now);
            waits.extend(sent.next.map(Timestamp::as_second));
        }
        assert_eq!(waits, PAUSES.map(|seconds| seconds as i64));
        assert_eq!(sent.tries, 10);
        assert!(trouble(&sent, &Ok(500)).is_some_and(|told| told.contains("given up")));
    }

    #[test]
    fn a_receiver_that_is_gone_is_left_alone() {
        assert!(tried(letter(0), &Ok(410), Timestamp::UNIX_EPOCH).done.is_some());
    }
}
