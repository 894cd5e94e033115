//! A cited sentence in the public form.

use std::ops::Range;

use saydo_facts::Citation;
use serde::{Deserialize, Serialize};

/// The sentence that tells an event, and where it was published. Nothing in it is altered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// The sentence.
    pub sentence: String,
    /// The words in it that tell the event.
    pub trigger: Option<Chars>,
    /// Who is named as the source; null in the publisher's own voice.
    pub speaker: Option<String>,
    /// Where the source's name stands in the sentence.
    pub speaker_at: Option<Chars>,
    /// Where the sentence stands in the report's text.
    pub at: Chars,
    /// The outlet.
    pub publisher: Option<String>,
    /// The family that it counts as.
    pub family: String,
    /// The day of publication.
    pub published: Option<String>,
    /// The report's headline.
    pub title: Option<String>,
    /// Its address, as its input gave it: nobody has checked that it is safe to follow.
    pub url: Option<String>,
    /// Its id, as its input gave it.
    pub report: String,
    /// SHA-256 of its text.
    pub sha256: String,
    /// Versions of program, weights and tables that read it.
    pub read_by: String,
}

/// Unicode code points, end exclusive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chars {
    /// The first.
    pub start: usize,
    /// The first one after it.
    pub end: usize,
}

impl Sentence {
    /// The public form of a citation.
    pub fn of(citation: &Citation) -> Self {
        let within = |range: &Range<usize>| chars(&citation.sentence, range);
        Self {
            sentence: citation.sentence.clone(),
            trigger: within(&citation.trigger),
            speaker: citation.speaker.clone(),
            speaker_at: citation.speaker_at.as_ref().and_then(within),
            at: Chars { start: citation.at.start, end: citation.at.end },
            publisher: citation.publisher.clone(),
            family: citation.family.clone(),
            published: citation.published.map(|d| d.to_string()),
            title: citation.title.clone(),
            url: citation.url.clone(),
            report: citation.report.clone(),
            sha256: citation.sha256.clone(),
            read_by: citation.read_by.clone(),
        }
    }
}

/// The code points of a range of bytes; none for a range that is none of the text.
fn chars(text: &str, bytes: &Range<usize>) -> Option<Chars> {
    let inside = text.get(bytes.clone()).filter(|t| !t.is_empty())?;
    let start = text[..bytes.start].chars().count();
    Some(Chars { start, end: start + inside.chars().count() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_code_points() {
        assert_eq!(chars("Zürich fell", &(8..12)), Some(Chars { start: 7, end: 11 }));
        assert_eq!(chars("Zürich", &(2..3)), None);
        assert_eq!(chars("Zürich", &(3..99)), None);
    }
}
