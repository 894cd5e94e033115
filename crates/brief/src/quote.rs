//! A citation's sentence, cut where its trigger and its speaker stand.

use std::collections::HashMap;
use std::ops::Range;

use saydo_facts::{Citation, EventId};
use saydo_picture::Cite;

/// The words behind the events that a picture cites.
pub(crate) type Citations = HashMap<EventId, Citation>;

/// What a piece of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Part {
    /// Neither of the following.
    Plain,
    /// Who is named as the source.
    Speaker,
    /// The words that tell the event.
    Trigger,
}

/// The sentence in pieces, in order; joined, they are the sentence. A range that is none of the sentence marks nothing.
pub(crate) fn pieces(citation: &Citation) -> Vec<(Part, &str)> {
    let sentence = citation.sentence.as_str();
    let trigger = Some(citation.trigger.clone()).filter(|t| fits(sentence, t));
    let apart = |s: &Range<usize>| trigger.as_ref().is_none_or(|t| s.end <= t.start || t.end <= s.start);
    let speaker = citation.speaker_at.clone().filter(|s| fits(sentence, s)).filter(apart);
    let mut marks: Vec<(Part, Range<usize>)> = Vec::new();
    marks.extend(trigger.clone().map(|t| (Part::Trigger, t)));
    marks.extend(speaker.map(|s| (Part::Speaker, s)));
    marks.sort_by_key(|(_, range)| range.start);
    let mut out = Vec::new();
    let mut at = 0;
    for (part, range) in marks {
        out.push((Part::Plain, &sentence[at..range.start]));
        out.push((part, &sentence[range.clone()]));
        at = range.end;
    }
    out.push((Part::Plain, &sentence[at..]));
    out.retain(|(_, text)| !text.is_empty());
    out
}

fn fits(sentence: &str, range: &Range<usize>) -> bool {
    !range.is_empty() && sentence.get(range.clone()).is_some()
}

/// The newest of these whose sentence is there, else the newest; of several of one day the first in the list.
pub(crate) fn newest<'c>(cites: &'c [Cite], citations: &Citations) -> Option<&'c Cite> {
    let there = |cite: &&Cite| citations.contains_key(&cite.event);
    let latest =
        |cites: &mut dyn DoubleEndedIterator<Item = &'c Cite>| cites.rev().max_by_key(|c| c.published);
    latest(&mut cites.iter().filter(there)).or_else(|| latest(&mut cites.iter()))
}

/// The outlet that published it, else the voice.
pub(crate) fn outlet<'c>(cite: &'c Cite, citation: Option<&'c Citation>) -> &'c str {
    let publisher = citation.and_then(|c| c.publisher.as_deref()).filter(|p| !p.trim().is_empty());
    publisher.unwrap_or(&cite.voice)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(sentence: &str, trigger: Range<usize>, speaker: Option<Range<usize>>) -> Vec<(Part, String)> {
        let citation = Citation {
            event: EventId { report: 1, nth: 1 },
            sentence: sentence.to_owned(),
            trigger,
            speaker: None,
            speaker_at: speaker,
            at: 0..0,
            publisher: None,
            family: String::new(),
            published: None,
            title: None,
            url: None,
            report: String::new(),
            sha256: String::new(),
            read_by: String::new(),
        };
        pieces(&citation).into_iter().map(|(part, text)| (part, text.to_owned())).collect()
    }

    #[test]
    fn sentences_are_cut_at_their_marks() {
        let told = cut("Moscow said they left.", 17..21, Some(0..6));
        let expected = [
            (Part::Speaker, "Moscow"),
            (Part::Plain, " said they "),
            (Part::Trigger, "left"),
            (Part::Plain, "."),
        ];
        assert_eq!(told, expected.map(|(part, text)| (part, text.to_owned())));
    }

    #[test]
    fn ranges_that_are_none_mark_nothing_and_lose_nothing() {
        for (trigger, speaker) in [(1..2, None), (0..99, Some(0..2)), (4..6, Some(3..5)), (4..4, None)] {
            let told = cut("Zürich x", trigger, speaker);
            assert_eq!(told.iter().map(|(_, t)| t.as_str()).collect::<String>(), "Zürich x");
        }
    }
}
