//! By what bytes are found again: their SHA-256.

use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sha2::{Digest, Sha256};

use crate::error::Error;

/// The SHA-256 of bytes, written as 64 hexadecimal digits.
///
/// ```
/// use saydo_vault::Key;
/// let key = Key::of(b"");
/// assert_eq!(key.to_string(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
/// assert_eq!(key.to_string().parse::<Key>()?, key);
/// assert!("../../etc/passwd".parse::<Key>().is_err());
/// # Ok::<(), saydo_vault::Error>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key([u8; 32]);

impl Key {
    /// The key of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        Self(Sha256::digest(bytes).into())
    }

    /// Where the bytes of this key lie under a folder.
    pub(crate) fn path(&self, folder: &Path) -> PathBuf {
        let digits = self.to_string();
        folder.join(&digits[..2]).join(format!("{}.gz", &digits[2..]))
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

impl FromStr for Key {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self, Error> {
        parse(text).map(Self).ok_or_else(|| Error::BadKey { found: text.chars().take(80).collect() })
    }
}

fn parse(text: &str) -> Option<[u8; 32]> {
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    let pairs: &[[u8; 2]; 32] = pairs.try_into().ok().filter(|_| rest.is_empty())?;
    let mut bytes = [0; 32];
    for (byte, pair) in bytes.iter_mut().zip(pairs) {
        let digit = |at: usize| char::from(pair[at]).to_digit(16);
        *byte = (digit(0)? * 16 + digit(1)?) as u8;
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_sixty_four_digits_are_a_key() {
        let digits = Key::of(b"x").to_string();
        assert_eq!(digits.to_uppercase().parse::<Key>().ok(), Some(Key::of(b"x")));
        let long = digits.repeat(1_000);
        for wrong in ["", &digits[1..], &format!("{digits}0"), &long, &digits.replace('a', "/"), "é"] {
            let said = wrong.parse::<Key>().expect_err("it is no key").to_string();
            assert!(said.starts_with("bad-key: ") && said.len() < 200, "{said}");
        }
    }

    #[test]
    fn names_are_digits_whatever_is_kept() {
        let path = Key::of(b"../../x").path(Path::new("raw"));
        let parts: Vec<String> = path.iter().map(|part| part.to_string_lossy().into_owned()).collect();
        assert_eq!((parts[0].as_str(), parts[1].len(), parts[2].len()), ("raw", 2, 62 + 3));
        let hex = |text: &str| text.chars().all(|c| c.is_ascii_hexdigit());
        assert!(hex(&parts[1]) && hex(parts[2].trim_end_matches(".gz")));
    }
}
