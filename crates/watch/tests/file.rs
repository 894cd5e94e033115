//! Files of watches: what they mean, and what is told of files that are wrong.

use jiff::civil::date;
use proptest::prelude::*;
use saydo_facts::{Actor, Resolution};
use saydo_watch::{Side, Watch};

fn told(text: &str) -> Vec<String> {
    Watch::parse(text).expect_err("something is wrong").iter().map(ToString::to_string).collect()
}

fn named(name: &str) -> Actor {
    Actor { name: name.to_owned(), ..Actor::default() }
}

#[test]
fn a_whole_file_is_read() {
    let text = "
name = 'Russia and Ukraine'
subject = ['Russia', 'UKRREB']
others = ['Ukraine', 'NATO']
observers = ['Ireland']
images = ['Skywatch Partners']
area = ['Ukraine', 'Donetsk Oblast']
since = 2021-10-01
sources = ['Reuters', 'Example Wire']
indicators = ['embassy']
";
    let watch = Watch::parse(text).unwrap();
    assert_eq!(watch.name, "Russia and Ukraine");
    assert_eq!((watch.subject.join(" "), watch.others.join(" ")), ("RUS UKRREB".into(), "UKR IGONAT".into()));
    assert_eq!(watch.area.iter().map(|p| p.name.as_str()).collect::<Vec<_>>(), ["Ukraine", "Donetsk"]);
    assert_eq!(watch.area[1].resolution, Resolution::Region);
    assert_eq!(watch.since, Some(date(2021, 10, 1)));
    assert_eq!(watch.sources, ["Reuters", "Example Wire"]);
    assert_eq!(watch.indicators, ["embassy"]);
    for (actor, side, images) in [
        (Actor::of("RUSMIL"), Side::Subject, false),
        (Actor::of("UKRREB"), Side::Subject, false),
        (Actor::of("UKRGOV"), Side::Other, false),
        (Actor::of("IGOSCEMIS"), Side::Observer, false),
        (Actor::of("IRLMIL"), Side::Observer, false),
        (named("Maxar Technologies"), Side::Observer, true),
        (named("Skywatch Partners"), Side::Observer, true),
        (Actor::of("FRAGOV"), Side::Third, false),
    ] {
        assert_eq!((watch.side(&actor), watch.shows_images(&actor)), (side, images), "{actor:?}");
    }
}

#[test]
fn a_single_name_is_a_list_of_one_and_a_day_may_be_a_string() {
    let watch = Watch::parse("name = 'B'\nsubject = 'RUSGOV'\nsince = '2022-02-15'").unwrap();
    assert_eq!((watch.subject[0].as_str(), watch.since), ("RUSGOV", Some(date(2022, 2, 15))));
    assert!(watch.area.is_empty() && watch.others.is_empty() && watch.sources.is_empty());
}

#[test]
fn the_table_of_observers_can_be_left_out() {
    let watch =
        Watch::parse("name = 'B'\nsubject = 'RUS'\nobservers = 'OSCE'\nobservers_only = true").unwrap();
    assert_eq!((watch.observers.join(" "), watch.images.len()), ("IGOSCE".into(), 0));
}

#[test]
fn a_party_is_no_observer() {
    let watch = Watch::parse("name = 'B'\nsubject = 'RUS'\nothers = ['OSCE', 'Maxar']").unwrap();
    assert_eq!(watch.side(&Actor::of("IGOSCEMIS")), Side::Other);
    assert_eq!(watch.side(&named("Maxar Technologies")), Side::Other);
    assert!(!watch.shows_images(&named("Maxar Technologies")));
    assert_eq!(watch.side(&Actor::of("IGOUNOIAE")), Side::Observer);
}

#[test]
fn everything_that_is_wrong_is_told_at_once() {
    let text = "
nam = 'B'
subject = ['Rusia', 7, '']
others = [
  'Ukraine',
  'NATOO',
]
area = ['Crimmea', 'Paris, Ruritania']
since = 'last week'
observers_only = 'yes'
";
    assert_eq!(
        told(text),
        [
            "line 1, name: the watch has no name; write name = \"…\"",
            "line 2, nam: there is no such key; did you mean name?",
            "line 3, subject: a TOML integer stands where a name should; write it in quotation marks",
            "line 3, subject: a name is empty; write one or strike it",
            "line 3, subject: nobody is called \"Rusia\"; did you mean Russia (RUS)?",
            "line 6, others: nobody is called \"NATOO\"; did you mean NATO (IGONAT)?",
            "line 8, area: no place is called \"Crimmea\"; did you mean Crimea?",
            "line 8, area: no Paris lies in Ruritania; strike \"Ruritania\" or write a state or division around it",
            "line 9, since: \"last week\" is no day; write it as in since = 2021-10-01",
            "line 10, observers_only: write true or false, without quotation marks",
        ]
    );
}

#[test]
fn nobody_followed_and_one_actor_on_two_sides_are_errors() {
    assert_eq!(
        told("name = 'B'"),
        ["line 1, subject: nobody is followed; write the mover first, as in subject = [\"Russia\"]"]
    );
    assert_eq!(
        told("name = 'B'\nsubject = ['Russia']\nothers = ['RUS', 'Ukraine']\nobservers = 'Ukraine'"),
        [
            "line 3, others: \"RUS\" (RUS) stands in subject too; strike one of them",
            "line 4, observers: \"Ukraine\" (UKR) stands in others too; strike one of them",
        ]
    );
}

#[test]
fn what_is_no_toml_is_named_by_its_line() {
    let errors = told("name = 'B'\nsubject = ['Russia'\nothers = \n");
    assert!(
        errors.iter().all(|e| e.starts_with("line ") && e.contains("file: this is no TOML")),
        "{errors:?}"
    );
}

#[test]
fn the_template_is_a_watch() {
    let watch = Watch::parse(Watch::template()).unwrap();
    assert_eq!(watch.subject, ["RUS", "UKRREB"]);
    assert_eq!(watch.others, ["UKR", "IGONAT", "USA"]);
    assert_eq!(watch.area.len(), 3);
    assert_eq!(watch.since, Some(date(2021, 10, 1)));
    let is_example = |line: &&str| line.split_once(" = ").is_some_and(|(key, _)| !key.contains(' '));
    let lines = Watch::template().lines();
    let whole = lines.map(|line| line.strip_prefix("# ").filter(is_example).unwrap_or(line));
    let all = Watch::parse(&whole.collect::<Vec<_>>().join("\n")).unwrap();
    assert!(!all.sources.is_empty() && !all.indicators.is_empty());
    assert!(all.observers.contains(&"IRL".to_owned()));
}

proptest! {
    #[test]
    fn any_text_is_a_watch_or_has_errors_with_lines(text in "(name|subject|area|since|[a-z]{1,3}|=|'|\\[|\\]|\n|\\{|[0-9-]{1,10}|\\PC){0,60}") {
        if let Err(errors) = Watch::parse(&text) {
            prop_assert!(!errors.is_empty());
            prop_assert!(errors.iter().all(|e| e.line >= 1 && e.line <= text.lines().count() + 1));
        }
    }
}
