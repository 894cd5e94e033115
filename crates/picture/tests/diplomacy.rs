//! Diplomacy: proposals and answers, talks, readiness, refusals, demands, from events built by hand.

mod hand;

use hand::{Hand, Say, date, deed, watch};
use saydo_codebook::Plover;
use saydo_facts::{Actor, Days, Kind, Told};
use saydo_picture::{Diplomacy, Scene};
use saydo_standing::Standing::{Announced, Claimed, Demanded, Intended, Possible};

fn told(kind: Kind, from: &str, to: &str) -> Told {
    between(Told { kind: Some(kind), ..Told::default() }, from, to)
}

fn coded(plover: &str, cameo: &str, from: &str, to: &str) -> Told {
    between(Told { plover: Plover::of(plover), cameo: Some(cameo.to_owned()), ..Told::default() }, from, to)
}

fn between(told: Told, from: &str, to: &str) -> Told {
    let list = |code: &str| if code.is_empty() { Vec::new() } else { vec![Actor::of(code)] };
    Told { actors: list(from), recipients: list(to), contexts: vec!["diplomatic".to_owned()], ..told }
}

fn lemma(word: &str, told: Told) -> Told {
    Told { lemma: word.to_owned(), ..told }
}

fn diplomacy(hand: &Hand, day: &str) -> Diplomacy {
    Diplomacy::of(&Scene::new(&hand.facts, &watch(), date(day)))
}

fn told_in_january(told: Told) -> Told {
    Told { time: Some(Days { first: date("2022-01-01"), last: date("2022-01-31") }), ..told }
}

#[test]
fn a_proposal_without_an_answer_counts_its_days() {
    let mut hand = Hand::default();
    hand.tell("2022-01-27", "wire", told(Kind::Proposal, "IGONAT", "RUSGOV").on("2022-01-26")).tell(
        "2022-02-16",
        "daily",
        told(Kind::Response, "RUS", "IGONAT").by("IGONAT", Claimed).not(),
    );
    let found = diplomacy(&hand, "2022-02-16").proposals;
    let [proposal] = found.as_slice() else { panic!("one proposal, not {found:?}") };
    assert_eq!((proposal.id.as_str(), proposal.from.as_str()), ("d1.1", "IGONAT"));
    assert_eq!((proposal.to.as_slice(), proposal.made), (&["RUS".to_owned()][..], date("2022-01-26")));
    assert_eq!((proposal.answered, proposal.days_unanswered), (None, Some(21)));
    assert_eq!(proposal.answers[0].event.to_string(), "r2.v1", "the lack of an answer is cited");
}

#[test]
fn an_answer_ends_the_count_and_an_earlier_day_does_not_know_of_it() {
    let mut hand = Hand::default();
    hand.tell("2022-01-26", "wire", told(Kind::Proposal, "USAGOV", "RUSGOV"))
        .tell("2022-02-17", "wire", told(Kind::Response, "RUSGOV", "USA").on("2022-02-17"))
        .tell("2022-02-18", "daily", told(Kind::Response, "RUS", "USA").on("2022-02-17"));
    let now = diplomacy(&hand, "2022-02-20").proposals;
    assert_eq!((now[0].answered, now[0].days_unanswered), (Some(date("2022-02-17")), None));
    assert_eq!(now[0].answers.len(), 2, "told twice, answered once");
    assert_eq!(diplomacy(&hand, "2022-02-16").proposals[0].days_unanswered, Some(21));
}

#[test]
fn reports_of_the_same_proposal_are_one_and_a_later_one_is_another() {
    let mut hand = Hand::default();
    hand.tell("2021-12-17", "wire", told(Kind::Proposal, "RUSGOV", "USA").on("2021-12-15"))
        .tell("2021-12-18", "daily", told(Kind::Proposal, "RUS", ""))
        .tell("2022-01-28", "wire", told(Kind::Proposal, "IGONAT", "RUS"))
        .tell("2022-02-16", "daily", told_in_january(told(Kind::Proposal, "IGONAT", "RUSGOV")))
        .tell("2022-02-17", "wire", told(Kind::Proposal, "RUSGOV", "USA").on("2022-02-17"));
    let found = diplomacy(&hand, "2022-02-20").proposals;
    let made: Vec<_> = found.iter().map(|p| (p.from.as_str(), p.made, p.cites.len())).collect();
    assert_eq!(
        made,
        [("RUS", date("2022-02-17"), 1), ("IGONAT", date("2022-01-28"), 2), ("RUS", date("2021-12-15"), 2)],
        "the newest first; January is no better than the day it was told"
    );
}

#[test]
fn an_answer_is_to_the_latest_proposal_of_whom_it_is_to() {
    let mut hand = Hand::default();
    hand.tell("2021-12-15", "wire", told(Kind::Proposal, "RUS", "USA").on("2021-12-15"))
        .tell("2022-01-10", "wire", told(Kind::Proposal, "RUS", "IGONAT").on("2022-01-10"))
        .tell("2022-01-26", "wire", told(Kind::Response, "USAGOV", "RUS"));
    let found = diplomacy(&hand, "2022-01-30").proposals;
    assert_eq!((found[0].to[0].as_str(), found[0].answered), ("IGONAT", None));
    assert_eq!((found[1].to[0].as_str(), found[1].answered), ("USA", Some(date("2022-01-26"))));
}

#[test]
fn a_rejected_plan_is_answered_and_an_awaited_answer_is_none() {
    let mut hand = Hand::default();
    let awaited = told(Kind::Response, "RUS", "UKR");
    hand.tell("2022-02-01", "wire", told(Kind::Proposal, "UKR", "RUS")).tell(
        "2022-02-03",
        "wire",
        lemma("await", awaited),
    );
    assert_eq!(diplomacy(&hand, "2022-02-04").proposals[0].days_unanswered, Some(3));
    hand.tell("2022-02-05", "wire", coded("REJECT", "127", "RUS", "UKR"));
    assert_eq!(diplomacy(&hand, "2022-02-06").proposals[0].answered, Some(date("2022-02-05")));
}

#[test]
fn what_is_proposed_in_other_words_is_a_proposal_and_what_is_only_possible_is_not() {
    let mut hand = Hand::default();
    hand.tell("2022-02-01", "wire", lemma("propose", coded("AGREE", "0356", "UKR", "RUS"))).tell(
        "2022-02-02",
        "wire",
        told(Kind::Proposal, "UKR", "RUS").by("UKR", Possible),
    );
    let found = diplomacy(&hand, "2022-02-03");
    assert_eq!(found.proposals.iter().map(|p| p.id.as_str()).collect::<Vec<_>>(), ["d1.1"]);
    hand.tell("2022-02-04", "wire", lemma("accepted", coded("AGREE", "030", "RUS", "UKR")));
    assert_eq!(diplomacy(&hand, "2022-02-05").proposals[0].answered, Some(date("2022-02-04")));
}

#[test]
fn where_the_text_names_nobody_the_speaker_proposes() {
    let mut hand = Hand::default();
    hand.tell("2022-02-16", "wire", told(Kind::Proposal, "", "RUSGOV").by("IGONAT", Claimed));
    assert_eq!(diplomacy(&hand, "2022-02-16").proposals[0].from, "IGONAT");
}

#[test]
fn the_same_talks_told_by_several_reports_are_one() {
    let mut hand = Hand::default();
    let met = |from: &str, to: &str| coded("CONSULT", "046", from, to).at("Geneva", "CHE");
    hand.tell("2022-01-10", "wire", met("RUSGOV", "USAGOV").on("2022-01-10"))
        .tell("2022-01-11", "daily", met("USA", "RUS").by("USAGOV", Announced))
        .tell("2022-01-21", "wire", met("RUSGOV", "USAGOV").on("2022-01-21"));
    let found = diplomacy(&hand, "2022-01-22").talks;
    let days: Vec<_> = found.iter().map(|t| (t.day, t.held, t.cites.len())).collect();
    assert_eq!(days, [(date("2022-01-21"), true, 1), (date("2022-01-10"), true, 2)]);
    assert_eq!(found[1].parties, ["RUS", "USA"]);
    assert_eq!(found[1].places, ["Geneva"]);
    let voices: Vec<&str> = found[1].cites.iter().map(|c| c.voice.as_str()).collect();
    assert_eq!(voices, ["wire", "USA"]);
}

#[test]
fn planned_talks_are_held_once_somebody_tells_so() {
    let mut hand = Hand::default();
    let meet = coded("CONSULT", "040", "RUSGOV", "USAGOV");
    hand.tell("2022-01-05", "wire", meet.clone().on("2022-01-10").by("RUSGOV", Intended));
    let before = diplomacy(&hand, "2022-01-09").talks;
    assert_eq!((before[0].held, before[0].day), (false, date("2022-01-10")));
    hand.tell("2022-01-11", "wire", meet.on("2022-01-10"));
    let after = diplomacy(&hand, "2022-01-12").talks;
    assert_eq!((after.len(), after[0].held, after[0].id.as_str()), (1, true, before[0].id.as_str()));
}

#[test]
fn talks_among_allies_and_talks_recalled_from_before_the_watch_are_left_out() {
    let mut hand = Hand::default();
    hand.tell("2022-01-10", "wire", coded("CONSULT", "040", "USAGOV", "GBRGOV"))
        .tell("2022-01-10", "wire", coded("CONSULT", "040", "FRAGOV", "DEUGOV"))
        .tell("2022-01-10", "wire", coded("CONSULT", "040", "RUS", "UKR").on("2019-12-09"));
    let mut watch = watch();
    watch.since = Some(date("2021-11-01"));
    assert_eq!(Diplomacy::of(&Scene::new(&hand.facts, &watch, date("2022-01-10"))).talks, []);
}

#[test]
fn readiness_names_no_day_and_its_denial_is_a_refusal() {
    let mut hand = Hand::default();
    hand.tell("2022-02-15", "wire", coded("AGREE", "036", "RUS", "USA").by("RUSGOV", Announced))
        .tell("2022-02-15", "wire", coded("CONSULT", "040", "RUS", "USA").by("RUSGOV", Intended))
        .tell("2022-02-16", "daily", told(Kind::Readiness, "RUS", "USA"))
        .tell("2022-02-17", "wire", coded("AGREE", "036", "RUS", "UKR").by("RUSGOV", Announced).not());
    let found = diplomacy(&hand, "2022-02-18");
    assert_eq!(found.talks, [], "an intention without a day or a place is no plan");
    let [ready] = found.readiness.as_slice() else { panic!("one, not {:?}", found.readiness) };
    assert_eq!((ready.from.as_str(), ready.to.as_slice()), ("RUS", &["USA".to_owned()][..]));
    assert_eq!((ready.first, ready.last), (date("2022-02-15"), date("2022-02-16")));
    assert_eq!(found.refusals[0].to, ["UKR"]);
}

#[test]
fn a_demand_made_again_is_the_same_demand() {
    let mut hand = Hand::default();
    let demand = coded("REQUEST", "1056", "RUS", "IGONAT");
    hand.tell("2022-01-10", "wire", demand.clone())
        .tell("2022-01-21", "daily", demand.by("RUSGOV", Announced))
        .tell("2022-01-22", "wire", coded("REQUEST", "106", "RUS", "IGONAT"))
        .tell("2022-01-23", "wire", coded("REQUEST", "1056", "UKR", "USA"));
    let found = diplomacy(&hand, "2022-01-30").demands;
    let told: Vec<_> = found.iter().map(|d| (d.code.as_deref(), d.first, d.last)).collect();
    assert_eq!(
        told,
        [
            (Some("106"), date("2022-01-22"), date("2022-01-22")),
            (Some("1056"), date("2022-01-10"), date("2022-01-21"))
        ],
        "by code; what an ally asks of an ally is none"
    );
}

#[test]
fn a_demanded_deed_is_the_speakers_demand_unless_the_report_tells_the_demand_itself() {
    let mut hand = Hand::default();
    let withdraw = || deed("RETREAT", "RUS").by("IGONAT", Demanded);
    hand.tell("2022-02-15", "wire", withdraw()).tell_all(
        "2022-02-16",
        "daily",
        vec![coded("REQUEST", "0256", "IGONAT", "RUS"), withdraw()],
    );
    let found = diplomacy(&hand, "2022-02-16").demands;
    let told: Vec<_> = found.iter().map(|d| (d.id.as_str(), d.from.as_str(), d.to[0].as_str())).collect();
    assert_eq!(told, [("d2.1", "IGONAT", "RUS"), ("d1.1", "IGONAT", "RUS")]);
}

#[test]
fn talks_expected_in_january_are_those_of_the_day_on_which_they_are_held() {
    let mut hand = Hand::default();
    let meet = || coded("CONSULT", "046", "RUSGOV", "USAGOV").at("Geneva", "CHE");
    hand.tell("2021-12-31", "wire", told_in_january(meet()).by("RUSGOV", Intended))
        .tell("2022-01-10", "wire", meet())
        .tell("2022-01-14", "daily", meet())
        .tell("2022-01-21", "wire", meet().on("2022-01-21"));
    let found = diplomacy(&hand, "2022-01-22").talks;
    let days: Vec<_> = found.iter().map(|t| (t.day, t.held, t.cites.len())).collect();
    assert_eq!(days, [(date("2022-01-21"), true, 1), (date("2022-01-10"), true, 3)]);
}

#[test]
fn a_call_is_no_meeting() {
    let mut hand = Hand::default();
    hand.tell("2022-02-12", "wire", coded("CONSULT", "041", "RUS", "USA").mode("phone").on("2022-02-12"))
        .tell("2022-02-12", "wire", coded("CONSULT", "040", "RUS", "USA").on("2022-02-12"));
    assert_eq!(diplomacy(&hand, "2022-02-13").talks.len(), 2);
}

#[test]
fn what_is_said_to_civilians_and_what_both_sides_do_together_is_no_demand_or_refusal() {
    let mut hand = Hand::default();
    let both = Told { actors: vec![Actor::of("RUS"), Actor::of("UKR")], ..coded("REJECT", "127", "RUS", "") };
    hand.tell("2022-02-11", "wire", both)
        .tell("2022-02-12", "wire", coded("REQUEST", "100", "USA", "CVL"))
        .tell("2022-02-12", "wire", coded("REQUEST", "100", "USAGOV", "USACVL"))
        .tell("2022-02-12", "wire", coded("REJECT", "120", "RUS", ""));
    let found = diplomacy(&hand, "2022-02-13");
    assert_eq!((found.demands.len(), found.refusals.len()), (0, 0), "{found:?}");
}
