//! One alert, and its public form: `docs/alerts.md`.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

/// The name and number of the public form; the number rises when a change would mislead an older reader.
pub const SCHEMA: &str = "saydo-alert/1";

/// A change that somebody should hear of. Its texts are plain English on one line each; the sentences are as they were
/// published.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Alert {
    /// [`SCHEMA`].
    pub schema: String,
    /// A UUID made of the watch, the finding, what was, what is, and the day: the same change has the same id.
    pub id: String,
    /// The watch's name.
    pub watch: String,
    /// The day of the picture.
    pub as_of: Date,
    /// What changed.
    pub kind: AlertKind,
    /// The id of the finding in the picture: `headline`, `w12.3`, `i:embassy`.
    pub finding: String,
    /// The whole in one sentence or two.
    pub text: String,
    /// The ids of further words of the same speaker about the same that came into the same state.
    pub also: Vec<String>,
    /// What the finding is about.
    pub about: String,
    /// What it was; empty where it is new.
    pub was: String,
    /// What it is.
    pub is: String,
    /// The name of the picture's rule that led to it.
    pub rule: String,
    /// What that rule says.
    pub because: String,
    /// The sentences that carry it, three or fewer.
    pub sentences: Vec<Quoted>,
}

/// What an alert is about, the weightiest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum AlertKind {
    /// The one sentence.
    Headline,
    /// A word under test.
    Word,
    /// A sign of escalation.
    Indicator,
}

impl AlertKind {
    /// Its name in the public form.
    pub fn name(self) -> &'static str {
        match self {
            Self::Headline => "headline",
            Self::Word => "word",
            Self::Indicator => "indicator",
        }
    }
}

/// A sentence as it was published, and where.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quoted {
    /// The id of the event that it tells, for `saydo explain`.
    pub event: String,
    /// The sentence.
    pub text: String,
    /// The outlet; the family or party whose voice it is where no outlet is named.
    pub publisher: String,
    /// The day of publication.
    pub published: Date,
    /// The report's address.
    pub url: Option<String>,
}

impl Alert {
    /// The alert as one line of JSON, without a line break at its end.
    ///
    /// # Panics
    /// Never: everything in it can be written.
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("strings and lists are always written")
    }

    /// The alert that [`to_json`](Self::to_json) wrote; `None` for anything else.
    pub fn from_json(line: &str) -> Option<Self> {
        serde_json::from_str(line).ok()
    }
}

/// A UUID of version 8 (RFC 9562) that stands for these words and no others.
pub(crate) fn uuid(words: &[&str]) -> String {
    let mut hash = Sha256::new();
    for word in words {
        hash.update((word.len() as u64).to_le_bytes());
        hash.update(word.as_bytes());
    }
    let hash: [u8; 32] = hash.finalize().into();
    let mut bytes: [u8; 16] = std::array::from_fn(|n| hash[n]);
    bytes[6] = bytes[6] & 0x0f | 0x80;
    bytes[8] = bytes[8] & 0x3f | 0x80;
    let hex = format!("{:032x}", u128::from_be_bytes(bytes));
    format!("{}-{}-{}-{}-{}", &hex[..8], &hex[8..12], &hex[12..16], &hex[16..20], &hex[20..])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_is_a_uuid_of_version_8_and_of_its_words_alone() {
        let id = uuid(&["a", "bc"]);
        assert_eq!((id.len(), &id[14..15], id.matches('-').count()), (36, "8", 4));
        assert!(matches!(&id[19..20], "8" | "9" | "a" | "b"), "{id}");
        assert_eq!(id, uuid(&["a", "bc"]));
        assert_ne!(id, uuid(&["ab", "c"]));
    }
}
