//! Signatures of webhooks by the Standard Webhooks scheme, so that whoever receives one knows from whom it comes.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, Mac};
use jiff::Timestamp;
use sha2::Sha256;

use crate::Error;

/// The fewest bytes of a secret that the scheme allows.
const LEAST: usize = 24;

/// The bytes of a secret as it is written: base64 behind `whsec_`, as services hand them out, else the text itself. Blanks
/// and line breaks around it do not count.
///
/// ```
/// assert_eq!(saydo_alerts::secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw\n").unwrap().len(), 24);
/// assert!(saydo_alerts::secret("swordfish").is_err());
/// ```
pub fn secret(text: &str) -> Result<Vec<u8>, Error> {
    let text = text.trim();
    let bytes = match text.strip_prefix("whsec_") {
        Some(coded) => STANDARD.decode(coded).map_err(|_| Error::NoBase64)?,
        None => text.as_bytes().to_vec(),
    };
    if bytes.len() < LEAST {
        return Err(Error::TooShort { bytes: bytes.len(), least: LEAST });
    }
    Ok(bytes)
}

/// The header `webhook-signature` of a message: HMAC-SHA256 over the headers `webhook-id` and `webhook-timestamp` (whole
/// seconds since 1970) and the body, joined by full stops.
///
/// # Panics
/// Never: a key of HMAC may have any length.
pub fn sign(secret: &[u8], id: &str, at: Timestamp, body: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(secret).expect("a key of HMAC may have any length");
    mac.update(format!("{id}.{}.{body}", at.as_second()).as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of the scheme's own libraries.
    #[test]
    fn the_published_example_has_the_published_signature() {
        let key = secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let at = Timestamp::from_second(1_614_265_330).unwrap();
        let signed = sign(&key, "msg_p5jXN8AQM9LWM0D4loKWxJek", at, "{\"test\": 2432232314}");
        assert_eq!(signed, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn anything_that_is_signed_changes_the_signature() {
        let at = Timestamp::UNIX_EPOCH;
        let signed = sign(&[7; 200], "a", at, "{}");
        let others =
            [sign(&[8; 200], "a", at, "{}"), sign(&[7; 200], "b", at, "{}"), sign(&[7; 200], "a", at, "{ }")];
        assert!(others.iter().all(|other| *other != signed));
    }

    #[test]
    fn a_secret_is_text_or_base64_and_long_enough() {
        assert_eq!(secret(" 0123456789abcdef01234567\n").unwrap(), b"0123456789abcdef01234567");
        assert_eq!(secret("whsec_!!!").unwrap_err(), Error::NoBase64);
        assert_eq!(secret("whsec_AAAA").unwrap_err(), Error::TooShort { bytes: 3, least: 24 });
        assert_eq!(secret("").unwrap_err(), Error::TooShort { bytes: 0, least: 24 });
    }
}
