//! Where sentences are written down and cited.

use std::collections::HashMap;
use std::ops::Range;

use jiff::civil::Date;
use saydo_facts::{Citation, EventId};
use saydo_picture::{Cite, Picture};

/// A picture and the sentences that it cites.
#[derive(Clone, Debug)]
pub(crate) struct Sample {
    pub(crate) picture: Picture,
    pub(crate) citations: HashMap<EventId, Citation>,
}

/// Sentences so far; each is a report of its own.
#[derive(Default)]
pub(crate) struct Desk {
    citations: HashMap<EventId, Citation>,
}

pub(crate) fn date(day: &str) -> Date {
    day.parse().expect("a day")
}

impl Desk {
    /// A sentence by `outlet`, in which `{…}` names the speaker and `[…]` is the trigger, vouched for by `voice`.
    pub(crate) fn cite(&mut self, day: &str, outlet: &str, voice: &str, marked: &str) -> Cite {
        let event = EventId { report: self.citations.len() as u32 + 1, nth: 1 };
        let (sentence, speaker_at, trigger) = unmarked(marked);
        let slug: String = outlet.to_lowercase().replace(' ', "-");
        let citation = Citation {
            event,
            speaker: speaker_at.clone().map(|at| sentence[at].to_owned()),
            sentence,
            trigger,
            speaker_at,
            at: 120..240,
            publisher: Some(outlet.to_owned()),
            family: outlet.to_owned(),
            published: Some(date(day)),
            title: Some(format!("Report {} of {outlet}", event.report)),
            url: Some(format!("https://{slug}.example/{day}/{}", event.report)),
            report: format!("{slug}-{}", event.report),
            sha256: format!("{:064x}", event.report),
            read_by: "saydo 0.1.0, weights 7, tables 12".to_owned(),
        };
        self.citations.insert(event, citation);
        Cite { event, published: date(day), voice: voice.to_owned() }
    }

    pub(crate) fn with(self, picture: Picture) -> Sample {
        Sample { picture, citations: self.citations }
    }

    pub(crate) fn change(&mut self, cite: &Cite, change: impl FnOnce(&mut Citation)) {
        change(self.citations.get_mut(&cite.event).expect("it was written down"));
    }
}

fn unmarked(marked: &str) -> (String, Option<Range<usize>>, Range<usize>) {
    let (mut sentence, mut speaker, mut trigger) = (String::new(), None, 0..0);
    for c in marked.chars() {
        match c {
            '{' => speaker = Some(sentence.len()..sentence.len()),
            '}' => speaker = speaker.map(|s| s.start..sentence.len()),
            '[' => trigger = sentence.len()..sentence.len(),
            ']' => trigger.end = sentence.len(),
            c => sentence.push(c),
        }
    }
    (sentence, speaker, trigger)
}
