//! Each batch that changes what is shown counts, with the first day that it touched.

mod invent;

use invent::{Invented, STAMP, add, small};
use jiff::civil::{Date, date};
use saydo_ledger::{Copy, Growth, Ledger, Origin, Stamp, Touched};

fn dated(n: u64, day: Option<Date>) -> Invented {
    let mut one = small(n);
    one.report.published = day.map(|day| day.to_string());
    one
}

fn day(day: i8) -> Date {
    date(2022, 2, day)
}

fn on(n: u64, d: i8) -> Invented {
    dated(n, Some(day(d)))
}

fn grown(after: u32, revised: bool) -> Growth {
    Growth { after, revised }
}

fn copy() -> Copy {
    Copy { of: 1, why: "the same text".to_owned(), similarity: 1.0 }
}

#[test]
fn each_batch_that_adds_counts_once_with_its_first_day() {
    let mut ledger = Ledger::memory().expect("a ledger");
    assert_eq!(
        (ledger.state().expect("asked"), ledger.growth(0).expect("asked")),
        (0, Some(grown(0, false)))
    );
    add(&mut ledger, &[on(1, 15), on(2, 12)]).expect("added");
    add(&mut ledger, &[on(3, 20)]).expect("added");
    assert_eq!(ledger.state().expect("asked"), 2);
    assert_eq!(ledger.touched(0).expect("asked"), Touched::Since(day(12)));
    assert_eq!(ledger.touched(1).expect("asked"), Touched::Since(day(20)));
    assert_eq!(ledger.touched(2).expect("asked"), Touched::Nothing);
    assert_eq!(ledger.touched(3).expect("asked"), Touched::Everything, "it never had this state");
    assert_eq!(ledger.growth(1).expect("asked"), Some(grown(2, false)));
    assert_eq!(ledger.growth(2).expect("asked"), Some(grown(3, false)));
    assert_eq!(ledger.growth(3).expect("asked"), None);
}

#[test]
fn what_shows_nothing_new_does_not_count() {
    let mut ledger = Ledger::memory().expect("a ledger");
    add(&mut ledger, &[on(1, 15)]).expect("added");
    add(&mut ledger, &[on(1, 15)]).expect("it is known");
    let mut batch = ledger.begin().expect("begun");
    batch.keep_source("https://example.org/feed", "{}").expect("kept");
    batch
        .keep_origin(1, &Origin { source: "https://example.org/feed".to_owned(), ..Origin::default() })
        .expect("kept");
    assert!(!batch.unmark_copy(1).expect("it is none"));
    batch.commit().expect("done");
    let mut batch = ledger.begin().expect("begun");
    batch.add(&on(2, 1).entry(), &STAMP).expect("added");
    drop(batch);
    assert_eq!(ledger.state().expect("asked"), 1);
}

#[test]
fn an_undated_report_is_shown_on_every_day() {
    let mut ledger = Ledger::memory().expect("a ledger");
    add(&mut ledger, &[dated(1, None), on(2, 12)]).expect("added");
    assert_eq!(ledger.touched(0).expect("asked"), Touched::Everything);
    assert_eq!(ledger.growth(0).expect("asked"), Some(grown(0, false)));
}

#[test]
fn a_revision_touches_the_day_of_the_one_that_it_replaces() {
    let mut ledger = Ledger::memory().expect("a ledger");
    add(&mut ledger, &[on(1, 10), on(2, 11)]).expect("added");
    let mut second = on(3, 16);
    second.report.url = small(1).report.url;
    let later = Stamp { added: day(18), ..STAMP };
    ledger.add(&[second.entry()], &later).expect("added");
    assert_eq!(ledger.touched(1).expect("asked"), Touched::Since(day(10)));
    assert_eq!(ledger.growth(1).expect("asked"), Some(grown(2, true)));
}

#[test]
fn what_is_read_or_made_again_is_more_than_growth() {
    let mut ledger = Ledger::memory().expect("a ledger");
    add(&mut ledger, &[on(1, 10), on(2, 11), on(3, 12)]).expect("added");
    let one = small(2);
    let mut batch = ledger.begin().expect("begun");
    batch.replace(2, &one.record, &one.voice, "test 2").expect("replaced");
    batch.commit().expect("done");
    assert_eq!(ledger.touched(1).expect("asked"), Touched::Since(day(11)));
    assert_eq!(ledger.growth(1).expect("asked"), None);
    let mut batch = ledger.begin().expect("begun");
    batch.retext(3, &on(3, 5).entry(), "test 2").expect("made again");
    batch.commit().expect("done");
    assert_eq!(ledger.touched(2).expect("asked"), Touched::Since(day(5)), "its day moved");
    let mut batch = ledger.begin().expect("begun");
    batch.retext(3, &on(3, 20).entry(), "test 2").expect("made again");
    batch.commit().expect("done");
    assert_eq!(ledger.touched(3).expect("asked"), Touched::Since(day(5)), "its day moved");
}

#[test]
fn a_copy_is_growth_where_it_comes_in_as_one() {
    let mut ledger = Ledger::memory().expect("a ledger");
    add(&mut ledger, &[on(1, 10), on(2, 11)]).expect("added");
    let mut batch = ledger.begin().expect("begun");
    batch.add(&on(3, 12).entry(), &STAMP).expect("added");
    batch.mark_copy(3, &copy()).expect("marked");
    batch.commit().expect("done");
    assert_eq!(ledger.growth(1).expect("asked"), Some(grown(2, false)));
    let mut batch = ledger.begin().expect("begun");
    batch.mark_copy(2, &copy()).expect("marked");
    batch.commit().expect("done");
    assert_eq!(
        (ledger.growth(2).expect("asked"), ledger.touched(2).expect("asked")),
        (None, Touched::Since(day(11)))
    );
    let mut batch = ledger.begin().expect("begun");
    assert!(batch.unmark_copy(2).expect("unmarked"));
    batch.commit().expect("done");
    assert_eq!((ledger.state().expect("asked"), ledger.growth(3).expect("asked")), (4, None));
}

#[test]
fn what_was_touched_long_ago_is_forgotten_and_then_everything_was() {
    let mut ledger = Ledger::memory().expect("a ledger");
    for n in 0..1_010 {
        add(&mut ledger, &[on(n, 10)]).expect("added");
    }
    assert_eq!(ledger.state().expect("asked"), 1_010);
    assert_eq!(ledger.touched(9).expect("asked"), Touched::Everything);
    assert_eq!(ledger.touched(10).expect("asked"), Touched::Since(day(10)));
    assert_eq!(ledger.touched(u64::MAX).expect("asked"), Touched::Everything);
    assert_eq!(
        (ledger.growth(9).expect("asked"), ledger.growth(10).expect("asked")),
        (None, Some(grown(10, false)))
    );
}

#[test]
fn another_connection_sees_the_count() {
    let folder = tempfile::tempdir().expect("a folder");
    let path = folder.path().join("ledger.sqlite");
    let mut writer = Ledger::open(&path).expect("a ledger");
    let reader = Ledger::open_existing(&path).expect("it opens");
    assert_eq!(reader.state().expect("asked"), 0);
    add(&mut writer, &[on(1, 10)]).expect("added");
    assert_eq!(reader.touched(0).expect("asked"), Touched::Since(day(10)));
}
