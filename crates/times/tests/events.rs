//! The time that the text ties to an event, read from real trees.

use saydo_engine::Engine;
use saydo_text::{Report, Span, Zone, ZoneSpan};

/// Text, the event's word, and the words of its time and of its deadline.
const EXAMPLES: &[(&str, &str, Option<&str>, Option<&str>)] = &[
    ("Plans sent to Ankara in January lie unread.", "sent", Some("January"), None),
    ("Talks will be held in Geneva by Friday.", "held", None, Some("Friday")),
    ("Talks will be held in Geneva by Friday.", "Talks", None, Some("Friday")),
    ("The ministers held talks on Monday.", "talks", Some("Monday"), None),
    ("On Tuesday, troops crossed the river and shelled the town.", "shelled", Some("Tuesday"), None),
    ("The army must withdraw its guns until 19 February.", "withdraw", None, Some("19 February")),
    ("The mayor said on Tuesday that troops would leave on Thursday.", "said", Some("Tuesday"), None),
    ("The mayor said on Tuesday that troops would leave on Thursday.", "leave", Some("Thursday"), None),
    ("Monday's attack killed two guards.", "attack", Some("Monday"), None),
    ("Monday's attack killed two guards.", "killed", None, None),
    ("The drills will end before the weekend.", "end", None, Some("the weekend")),
    ("They promised to answer within two weeks.", "answer", None, Some("two weeks")),
    ("The pact was signed in Minsk in May 2015.", "signed", Some("May 2015"), None),
    ("Guns have moved since last spring.", "moved", None, None),
    ("The siege lasted three days.", "lasted", None, None),
    ("The envoy left.", "left", None, None),
];

fn report(text: &str) -> Report {
    let zones = vec![ZoneSpan { span: Span::new(0, text.len()), zone: Zone::Body }];
    let published = Some("2022-02-16".to_owned());
    Report { text: text.to_owned(), zones, language: Some("en".to_owned()), published, ..Report::default() }
}

/// Text, the event's word, and the words from which on it holds.
const STARTS: &[(&str, &str, Option<&str>)] = &[
    ("The troops will leave after 20 February.", "leave", Some("20 February")),
    ("The troops will leave after drills end on February 20.", "leave", Some("February 20")),
    ("The border will be closed from Monday.", "closed", Some("Monday")),
    ("The navy will hold drills starting on 3 February.", "drills", Some("3 February")),
    ("Guns have moved since last spring.", "moved", Some("last spring")),
    ("The troops left after a month of drills.", "left", None),
    ("The troops will leave on Thursday.", "leave", None),
];

#[test]
fn events_start_when_the_text_says_so() {
    let mut wrong = Vec::new();
    for (text, event, from) in STARTS {
        let report = report(text);
        let (document, _) = Engine::shipped().document(&report);
        let times = saydo_times::find(&document);
        let at = document.sentences[0].words.iter().position(|w| w.form == *event);
        let when = saydo_times::of_event(&document, &times, 0, at.unwrap_or(usize::MAX));
        let found = when.from.map(|i| &text[times[i].span.range()]);
        if found != *from {
            wrong.push(format!("{event:?} in {text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn events_have_the_times_that_the_text_gives_them() {
    let mut wrong = Vec::new();
    for (text, event, time, by) in EXAMPLES {
        let report = report(text);
        let (document, _) = Engine::shipped().document(&report);
        let times = saydo_times::find(&document);
        let words = |i: usize| &text[times[i].span.range()];
        let at = document.sentences[0].words.iter().position(|w| w.form == *event);
        let when = saydo_times::of_event(&document, &times, 0, at.unwrap_or(usize::MAX));
        let found = (when.time.map(words), when.by.map(words));
        if found != (*time, *by) {
            wrong.push(format!("{event:?} in {text:?}: {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
