//! Whole reports through all stages: who said what, and whom names, roles and pronouns mean.

use saydo_engine::events::Count;
use saydo_engine::read;
use saydo_engine::{Engine, Reading};
use saydo_text::{Byte, Report, Span};

fn report(text: &str) -> Report {
    Report { published: Some("2022-02-16".to_owned()), ..read::plain("test", text.as_bytes()) }
}

/// The lemma, the number, and whether only a possibility is told, of each event.
fn numbers(text: &str) -> Vec<(String, Option<Count>, bool)> {
    let report = report(text);
    let reading = Engine::shipped().read(&report);
    let events = reading.events.iter();
    events.map(|e| (e.lemma.clone(), e.count, e.judgement.hedged)).collect()
}

#[test]
fn events_tell_how_many_and_whether_they_are_only_possible() {
    let lemma = |l: &str| l.to_owned();
    let violations = numbers("The mission recorded 1,566 ceasefire violations.");
    assert_eq!(
        violations,
        [(lemma("ceasefire violation"), Some(Count { low: Some(1566), high: Some(1566) }), false)]
    );
    let close = numbers("Ukraine closed its airspace.");
    assert_eq!(close, [(lemma("close airspace"), None, false)]);
    assert!(
        numbers("Russia may attack Ukraine.")[0].2 && !numbers("Russia will attack Ukraine, Kyiv said.")[0].2
    );
}

/// Each statement as "who (code) | cue | content".
fn told(reading: &Reading<'_>) -> Vec<String> {
    let text = |span: Span<Byte>| span.of(reading.document.text).unwrap_or_default();
    let name = |entity: usize| {
        let entity = &reading.mentions.entities[entity];
        let code = entity.actor.as_ref().map_or("-", |a| a.code.as_str());
        format!("{} ({code})", entity.name)
    };
    let line = |s: &saydo_engine::statements::Statement| {
        let who = s
            .source
            .as_ref()
            .map_or_else(|| "-".to_owned(), |w| w.entity.map_or_else(|| "?".to_owned(), name));
        let content: Vec<&str> = s.content.iter().map(|c| text(*c)).collect();
        format!("{who} | {} | {}", s.cue.as_ref().map_or("-", |c| text(c.span)), content.join(" … "))
    };
    reading.statements.iter().map(line).collect()
}

fn check(text: &str, expected: &[&str]) {
    let report = report(text);
    assert_eq!(told(&Engine::shipped().read(&report)), expected, "{text}");
}

#[test]
fn a_speaker_is_known_by_role_by_surname_and_by_pronoun() {
    check(
        "NATO Secretary General Jens Stoltenberg said on Wednesday that the build-up went on. He warned that there was \
         little time. Stoltenberg urged Moscow to pull back its troops.",
        &[
            "Jens Stoltenberg (IGONAT) | said | that the build-up went on",
            "Jens Stoltenberg (IGONAT) | warned | that there was little time",
            "Jens Stoltenberg (IGONAT) | urged | Moscow to pull back its troops",
        ],
    );
}

#[test]
fn who_counts_watches_or_takes_images_is_a_source() {
    check(
        "The OSCE mission recorded 11 ceasefire violations.",
        &["OSCE mission (IGOSCE) | recorded | 11 ceasefire violations"],
    );
    check(
        "Satellite images taken by Maxar showed new tents.",
        &["Maxar Technologies (USABUS) | showed | new tents"],
    );
}

#[test]
fn a_name_and_its_description_at_the_end_speak() {
    check(
        "Russia has massed 100,000 troops near Ukraine, Michael Carpenter, the US envoy to the OSCE, said on Friday.",
        &["Michael Carpenter (USAGOV) | said | Russia has massed 100,000 troops near Ukraine"],
    );
}

#[test]
fn a_ministry_is_that_of_the_dateline_or_of_the_only_country_around() {
    check(
        "Russian troops are returning to their bases, the Defence Ministry said.",
        &["Defence Ministry (RUSGOV) | said | Russian troops are returning to their bases"],
    );
}

#[test]
fn a_seat_of_power_speaks_for_its_government() {
    check(
        "The Kremlin denied that it planned an attack.",
        &["Government of Russia (RUSGOV) | denied | that it planned an attack"],
    );
}

#[test]
fn who_says_i_is_the_speaker_of_the_quotation() {
    let report =
        report("\"I have seen no sign of it,\" Ukrainian Foreign Minister Dmytro Kuleba told reporters.");
    let reading = Engine::shipped().read(&report);
    let entity = |form: &str| {
        let of = |m: &&saydo_engine::mentions::Mention| m.span.of(reading.document.text) == Some(form);
        reading.mentions.list.iter().find(of).and_then(|m| m.entity)
    };
    assert!(entity("I").is_some());
    assert_eq!(entity("I"), entity("Dmytro Kuleba"));
}

#[test]
fn a_pronoun_with_two_equal_antecedents_stays_open_and_says_why() {
    let report = report("Emmanuel Macron met Olaf Scholz in Paris. He said that the talks were useful.");
    let reading = Engine::shipped().read(&report);
    let source = reading.statements[0].source.as_ref();
    assert!(source.is_some_and(|s| s.entity.is_none() && !s.unresolved.is_empty()), "{source:?}");
}

#[test]
fn a_quotation_that_never_closes_ends_with_its_paragraph() {
    let report = report(
        "\"We will stay, the minister said on Monday.\n\nTroops left the town on Tuesday. Nobody was hurt.\n\nThe army said \
         that the road was open.",
    );
    let reading = Engine::shipped().read(&report);
    let held = |s: &saydo_engine::statements::Statement, words: &str| {
        s.content.iter().any(|c| c.of(reading.document.text).is_some_and(|t| t.contains(words)))
    };
    assert!(reading.statements.iter().all(|s| !held(s, "Troops left")));
    assert!(reading.statements.iter().any(|s| held(s, "the road was open")));
}
