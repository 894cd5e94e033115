//! What reports count as.

use saydo_copies::{Copy, Counts, Families, Family, Mark, Member, Pair, Why, group};

const CUT: Copy = Copy { why: Why::Cut, similarity: 1.0, words: 90 };
const SHARED: Copy = Copy { why: Why::SharedSentences { n: 4 }, similarity: 0.5, words: 60 };

fn family(name: &str) -> Family {
    Families::shipped().family(Some(name), None)
}

fn counts(members: &[(&Family, Option<&Mark>)], pairs: &[(usize, usize, Copy)]) -> Vec<Counts> {
    let members: Vec<Member<'_>> = members.iter().map(|&(family, mark)| Member { family, mark }).collect();
    let pairs: Vec<Pair> =
        pairs.iter().map(|&(later, earlier, copy)| Pair { later, earlier, copy }).collect();
    group(&members, &pairs)
}

fn names(counts: &[Counts]) -> Vec<(&str, Option<usize>)> {
    counts.iter().map(|c| (c.family.name.as_str(), c.original)).collect()
}

#[test]
fn a_report_without_copies_is_its_publishers() {
    let (bild, welt) = (family("Bild"), family("Die Welt"));
    let counts = counts(&[(&bild, None), (&welt, None)], &[]);
    assert_eq!(names(&counts), [("Axel Springer", None), ("Axel Springer", None)]);
    assert!(counts[0].family.why.starts_with("by the publisher's name"));
}

#[test]
fn copies_count_as_the_earliest_original() {
    let (a, b, c) = (family("Desk A"), family("Desk B"), family("Desk C"));
    let counts = counts(&[(&a, None), (&b, None), (&c, None)], &[(1, 0, CUT), (2, 1, SHARED)]);
    assert_eq!(names(&counts), [("Desk A", None), ("Desk A", Some(0)), ("Desk A", Some(0))]);
    assert_eq!(
        counts[2].family.why,
        "a copy of an earlier report (4 sentences in common), which counts as Desk A"
    );
}

#[test]
fn a_mark_decides_and_reaches_back_to_unmarked_copies() {
    let (a, b, c) = (family("Desk A"), family("Desk B"), family("Desk C"));
    let mark = Families::shipped().mark("KYIV, Feb 15 (Reuters) - Talks went on.").unwrap();
    let marked = counts(&[(&a, None), (&b, Some(&mark)), (&c, None)], &[(1, 0, CUT), (2, 0, CUT)]);
    assert_eq!(names(&marked), [("Reuters", None), ("Reuters", Some(0)), ("Reuters", Some(0))]);
    assert_eq!(marked[0].family.why, "copies of the same text name Reuters as their wire");
    assert_eq!(marked[1].family.why, "by the mark \"(Reuters)\"");
    let partly = counts(&[(&a, None), (&b, Some(&mark))], &[(1, 0, SHARED)]);
    assert_eq!(names(&partly), [("Desk A", None), ("Reuters", Some(0))]);
}

#[test]
fn a_copy_of_an_official_text_is_that_officials_voice() {
    let (kremlin, desk) = (family("Kremlin"), family("Desk A"));
    let counts = counts(&[(&kremlin, None), (&desk, None)], &[(1, 0, CUT)]);
    assert_eq!(counts[1].family.speaks_for.as_ref().map(|a| a.code.as_str()), Some("RUSGOV"));
}

#[test]
fn a_digest_of_two_reports_does_not_make_them_one() {
    let (a, b, c) = (family("Desk A"), family("Desk B"), family("Desk C"));
    let counts = counts(&[(&a, None), (&b, None), (&c, None)], &[(2, 1, SHARED), (2, 0, SHARED)]);
    assert_eq!(names(&counts), [("Desk A", None), ("Desk B", None), ("Desk A", Some(0))]);
}

#[test]
fn a_publishers_own_patterns_are_no_copies_but_the_same_text_again_is() {
    let (one, again) = (family("Kremlin"), family("TASS"));
    let exact = Copy { why: Why::Exact, similarity: 1.0, words: 90 };
    assert_eq!(counts(&[(&one, None), (&again, None)], &[(1, 0, CUT)])[1].original, None);
    assert_eq!(counts(&[(&one, None), (&again, None)], &[(1, 0, exact)])[1].original, Some(0));
}

#[test]
fn pairs_that_point_nowhere_are_passed_over() {
    let a = family("Desk A");
    let pairs = [(0, 0, CUT), (0, 1, CUT), (7, 0, CUT)];
    assert_eq!(names(&counts(&[(&a, None), (&a, None)], &pairs)), [("Desk A", None), ("Desk A", None)]);
}
