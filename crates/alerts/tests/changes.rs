//! Which changes are told: each rule of `docs/alerts.md` as a case.

#![allow(clippy::unwrap_used, reason = "tests")]

mod desk;

use desk::{against, cite, date, fact, indicator, later, looks, picture, signs, told, with, word};
use saydo_alerts::{Alert, AlertKind, Seen, alerts};
use saydo_picture::{IndicatorState, Picture, State, Verdict};

const FIRST: &str = "2022-02-16";
const NEXT: &str = "2022-02-17";

#[test]
fn a_first_look_tells_nothing() {
    let now = with(FIRST, &[word(1, State::Contradicted)]);
    assert!(alerts(None, &now, &desk::tell).is_empty());
}

#[test]
fn what_is_read_first_is_what_later_looks_are_compared_with() {
    let mut empty = picture(FIRST, Verdict::TooLittle);
    empty.measures.coverage.clear();
    let filled = with(NEXT, &[word(1, State::Contradicted)]);
    let later = picture(NEXT, Verdict::BuildingUp);
    let all = looks(&[empty, filled, later]);
    assert_eq!(all.iter().map(Vec::len).collect::<Vec<_>>(), [0, 1]);
}

#[test]
fn another_watch_and_an_earlier_day_are_a_first_look() {
    let before = Seen::of(&picture(NEXT, Verdict::Mixed));
    let now = picture(NEXT, Verdict::BuildingUp);
    assert_eq!(alerts(Some(&before), &now, &desk::tell).len(), 1);
    for other in [
        Picture { watch: "Coast".to_owned(), ..now.clone() },
        Picture { subject: "BLR".to_owned(), ..now.clone() },
        Picture { since: Some(date(FIRST)), ..now.clone() },
        Picture { as_of: date(FIRST), ..now },
    ] {
        assert!(alerts(Some(&before), &other, &desk::tell).is_empty());
    }
}

#[test]
fn the_headline_is_told_when_its_kind_changes() {
    let since = |day| Verdict::Unchanged { since: date(day) };
    let quiet = picture(FIRST, since("2022-02-01"));
    assert!(told(&quiet, &picture(NEXT, since(FIRST))).is_empty());
    let easing = |voices| Verdict::Easing { voices };
    assert!(told(&picture(FIRST, easing(1)), &picture(NEXT, easing(2))).is_empty());
    assert_eq!(
        told(&quiet, &picture(NEXT, Verdict::SaidNotSeen)),
        ["Said to be easing, not seen (was unchanged since 1 February 2022)"]
    );
}

#[test]
fn a_word_is_told_when_its_state_changes() {
    let mut now = word(1, State::Contradicted);
    now.against = vec![against(2, FIRST, "IGONAT"), against(3, NEXT, "UKR"), against(9, NEXT, "USA")];
    let all = looks(&[with(FIRST, &[word(1, State::Unverified)]), with(NEXT, &[now])]).remove(0);
    let [alert] = &all[..] else { panic!("{all:?}") };
    assert_eq!(alert.text, "Russian armed forces announced: withdrawal: contradicted (was unverified)");
    assert_eq!((alert.kind, alert.finding.as_str()), (AlertKind::Word, "w1.1"));
    assert_eq!((alert.was.as_str(), alert.is.as_str()), ("unverified", "contradicted"));
    assert_eq!((alert.rule.as_str(), alert.as_of), ("word-contradicted", date(NEXT)));
    assert!(alert.because.starts_with("Contradicted: at least one other voice"));
    let sentences: Vec<&str> = alert.sentences.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(
        sentences,
        ["Sentence 1.", "Sentence 3.", "Sentence 2."],
        "the saying, then the newest evidence"
    );
    assert_eq!(alert.sentences[0].url.as_deref(), Some("https://news.example/1"));
}

#[test]
fn a_new_word_is_told_if_others_have_spoken_to_it() {
    let empty = with(FIRST, &[]);
    assert!(told(&empty, &with(NEXT, &[word(1, State::Unverified), word(2, State::Lapsed)])).is_empty());
    assert_eq!(
        told(&empty, &with(NEXT, &[word(1, State::Contradicted)])),
        ["Russian armed forces announced: withdrawal: contradicted"]
    );
}

#[test]
fn what_a_late_report_tells_of_the_past_is_no_news() {
    let empty = with("2022-03-20", &[]);
    assert!(told(&empty, &with("2022-03-21", &[word(1, State::Contradicted)])).is_empty());
}

#[test]
fn a_report_that_comes_in_late_makes_no_new_word() {
    let before = with(FIRST, &[word(5, State::Contradicted)]);
    let mut earlier = word(7, State::Contradicted);
    earlier.said = date("2022-02-14");
    earlier.said_in.push(cite(5, "2022-02-15", "RUS"));
    assert!(told(&before, &with(NEXT, &[earlier])).is_empty(), "opened earlier");
    assert!(told(&before, &with(NEXT, &[word(8, State::Contradicted)])).is_empty(), "opened anew that day");
    let apart = [word(5, State::Contradicted), word(8, State::Contradicted)];
    assert!(told(&before, &with(NEXT, &apart)).is_empty(), "parted in two");
    assert!(told(&with(FIRST, &apart), &with(NEXT, &apart[..1])).is_empty(), "joined");
}

#[test]
fn an_event_that_is_read_anew_is_another_word() {
    let mut other = word(1, State::Contradicted);
    other.act = "attack".to_owned();
    let all = told(&with(FIRST, &[word(1, State::Unverified)]), &with(NEXT, &[other]));
    assert_eq!(all, ["Russian armed forces announced: attack: contradicted"]);
}

#[test]
fn evidence_that_comes_and_goes_is_told_once() {
    let day = |n: i64, state| with(&later(n), &[word(1, state)]);
    let all = looks(&[
        day(0, State::Unverified),
        day(1, State::Contradicted),
        day(2, State::Unverified),
        day(3, State::Contradicted),
        day(4, State::Disputed),
        day(5, State::Unverified),
        day(11, State::Unverified),
        day(12, State::Unverified),
        day(13, State::Unverified),
        day(14, State::Contradicted),
    ]);
    let change =
        |told: &Vec<Alert>| told.first().map(|a| format!("{} to {}", a.was, a.is)).unwrap_or_default();
    let changes: Vec<String> = all.iter().map(change).collect();
    assert!(all.iter().all(|told| told.len() < 2));
    let expected = [
        "unverified to contradicted",
        "",
        "",
        "contradicted to disputed",
        "",
        "",
        "disputed to unverified",
        "",
        "unverified to contradicted",
    ];
    assert_eq!(changes, expected);
}

#[test]
fn what_was_overtaken_is_not_told_to_be_contradicted_again() {
    let now = with(NEXT, &[word(1, State::Contradicted)]);
    assert!(told(&with(FIRST, &[word(1, State::Overtaken)]), &now).is_empty());
    assert_eq!(told(&now, &with(NEXT, &[word(1, State::Overtaken)])).len(), 1);
}

#[test]
fn the_second_word_of_an_event_is_found_again_where_another_event_opens_it_now() {
    let mut second = word(3, State::Unverified);
    (second.id, second.act) = ("w3.1b".to_owned(), "truce".to_owned());
    let mut joined =
        saydo_picture::Word { id: "w2.1".to_owned(), state: State::Contradicted, ..second.clone() };
    joined.said_in.insert(0, word(2, State::Unverified).said_in.remove(0));
    let all = told(&with(FIRST, &[word(3, State::Unverified), second]), &with(NEXT, &[joined]));
    assert!(all.len() == 1 && all[0].contains("unverified"), "{all:?}");
}

#[test]
fn words_of_one_speaker_about_the_same_are_one_alert() {
    let mut later = word(3, State::Unverified);
    later.said = date("2022-02-16");
    let mut others = [word(4, State::Unverified), word(5, State::Unverified)];
    others[0].speaker = "UKRGOV".to_owned();
    others[1].act = "attack".to_owned();
    let [other_speaker, other_act] = others;
    let before = [word(1, State::Unverified), word(2, State::Kept), later, other_speaker, other_act];
    let now = before.clone().map(|w| saydo_picture::Word { state: State::Contradicted, ..w });
    let all = looks(&[with(FIRST, &before), with(NEXT, &now)]).remove(0);
    let findings: Vec<(&str, String)> = all.iter().map(|a| (a.finding.as_str(), a.also.join(" "))).collect();
    assert_eq!(
        findings,
        [("w3.1", "w1.1 w2.1".to_owned()), ("w5.1", String::new()), ("w4.1", String::new())]
    );
    assert!(all[0].text.ends_with("contradicted (was unverified), and 2 more words of the same speaker"));
}

#[test]
fn an_indicator_is_told_when_it_is_seen_and_when_it_is_corroborated() {
    use IndicatorState::{Corroborated, NotSeen, Reported};
    let unseen = signs(FIRST, &indicator(NotSeen, &[]));
    let reported = signs(NEXT, &indicator(Reported, &[FIRST]));
    let both = signs(NEXT, &indicator(Corroborated, &[FIRST, NEXT]));
    assert_eq!(told(&unseen, &reported), ["Embassies closed: reported (was not seen)"]);
    assert_eq!(told(&reported, &both), ["Embassies closed: corroborated (was reported)"]);
    assert!(told(&reported, &signs(NEXT, &indicator(Reported, &[FIRST, NEXT]))).is_empty());
    let late = signs(NEXT, &indicator(Reported, &["2022-01-02"]));
    assert!(told(&unseen, &late).is_empty(), "a late report tells of the past");
}

#[test]
fn an_indicator_is_told_of_again_after_a_long_silence() {
    let with = |day, state, days: &[&str]| signs(day, &indicator(state, days));
    let silent = with("2022-04-19", IndicatorState::Corroborated, &["2022-02-01", FIRST]);
    let again = |state| with("2022-04-20", state, &["2022-02-01", FIRST, "2022-04-20"]);
    assert_eq!(
        told(&silent, &again(IndicatorState::Corroborated)),
        ["Embassies closed: corroborated, told of again (was last told of on 16 February 2022)"]
    );
    let one_voice = with("2022-04-19", IndicatorState::Reported, &[FIRST]);
    assert!(told(&one_voice, &again(IndicatorState::Reported)).is_empty());
    let often = with("2022-04-20", IndicatorState::Corroborated, &[FIRST, "2022-03-20", "2022-04-20"]);
    assert!(told(&silent, &often).is_empty(), "somebody told of it in between");
}

#[test]
fn the_headline_comes_first_and_the_indicators_last() {
    let all = |day, verdict, state, seen: &[&str]| Picture {
        words: vec![word(1, state)],
        indicators: vec![indicator(
            if seen.is_empty() { IndicatorState::NotSeen } else { IndicatorState::Reported },
            seen,
        )],
        ..picture(day, verdict)
    };
    let before = all(FIRST, Verdict::Mixed, State::Unverified, &[]);
    let mut now = all(NEXT, Verdict::BuildingUp, State::Kept, &[NEXT]);
    now.headline.facts = vec![
        fact(vec![cite(3, FIRST, "UKR"), cite(4, NEXT, "UKR")]),
        fact(vec![cite(4, NEXT, "UKR")]),
        fact(Vec::new()),
        fact(vec![cite(5, NEXT, "UKR"), cite(9, NEXT, "UKR")]),
    ];
    let told: Vec<Alert> = looks(&[before, now]).remove(0);
    let kinds: Vec<AlertKind> = told.iter().map(|a| a.kind).collect();
    assert_eq!(kinds, [AlertKind::Headline, AlertKind::Word, AlertKind::Indicator]);
    let sentences: Vec<&str> = told[0].sentences.iter().map(|s| s.text.as_str()).collect();
    assert_eq!(sentences, ["Sentence 4.", "Sentence 5."], "each once, the newest that is at hand");
}

#[test]
fn the_same_change_has_the_same_id_and_another_day_another() {
    let change = |day: &str| {
        let before = with(FIRST, &[word(1, State::Unverified)]);
        looks(&[before, with(day, &[word(1, State::Contradicted)])]).remove(0).remove(0).id
    };
    assert_eq!(change(NEXT), change(NEXT));
    assert_ne!(change(NEXT), change("2022-02-18"));
}

#[test]
fn what_is_kept_is_read_as_it_was_written() {
    let mut now = signs(FIRST, &indicator(IndicatorState::Reported, &[FIRST]));
    now.words = vec![word(1, State::Contradicted)];
    let seen = Seen::of(&now);
    assert_eq!(Seen::from_json(&seen.to_json()), Some(seen.clone()));
    for bad in ["", "{}", "[1]", &seen.to_json().replacen("\"form\":1", "\"form\":0", 1)] {
        assert_eq!(Seen::from_json(bad), None, "{bad}");
    }
}
