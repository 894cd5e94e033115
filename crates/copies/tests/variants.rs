//! How many copies are found among what outlets make of reports, and how many that are none.

mod common;

use common::{BOILERPLATE, CHANGES, Index, monitors, reports};
use saydo_copies::{Copy, Signature, Why, compare, keys, sign};

#[test]
fn copies_are_found_whatever_an_outlet_does_to_them() {
    let reports = reports();
    let mut lines = Vec::new();
    for (name, change) in CHANGES {
        let (mut found, mut indexed) = (0, 0);
        for report in &reports {
            let (original, copy) = (sign(report), sign(&change(report)));
            let known = keys(&original);
            found += usize::from(compare(&copy, &original).is_some());
            indexed += usize::from(keys(&copy).iter().any(|k| known.contains(k)));
        }
        lines.push(format!("{name}: {found} of {}, {indexed} share a key", reports.len()));
    }
    let wanted = [
        "re-headed: 20 of 20, 20 share a key",
        "another dateline: 20 of 20, 20 share a key",
        "cut to two thirds: 20 of 20, 20 share a key",
        "cut to a third: 20 of 20, 20 share a key",
        "the end only: 20 of 20, 20 share a key",
        "paragraphs in another order: 20 of 20, 20 share a key",
        "American spelling, other marks: 20 of 20, 20 share a key",
        "lines wrapped: 20 of 20, 20 share a key",
        "one paragraph: 20 of 20, 20 share a key",
        "paragraphs added: 20 of 20, 20 share a key",
        "every twelfth word left out: 20 of 20, 20 share a key",
        "every tenth word another: 20 of 20, 20 share a key",
        "re-headed, cut, edited, added to: 20 of 20, 19 share a key",
        "half of it in a longer story: 19 of 20, 20 share a key",
    ];
    assert_eq!(lines, wanted);
}

/// The pairs of texts that are taken for copies.
fn pairs(texts: &[String]) -> Vec<(usize, usize, Copy)> {
    let signatures: Vec<Signature> = texts.iter().map(|t| sign(t)).collect();
    let all = (0..texts.len()).flat_map(|later| (0..later).map(move |earlier| (later, earlier)));
    all.filter_map(|(a, b)| Some((a, b, compare(&signatures[a], &signatures[b])?))).collect()
}

#[test]
fn reports_on_one_crisis_are_no_copies() {
    assert_eq!(pairs(&reports()), []);
}

#[test]
fn a_changed_report_is_no_copy_of_another_one() {
    let reports = reports();
    let originals: Vec<Signature> = reports.iter().map(|t| sign(t)).collect();
    for (name, change) in CHANGES {
        let changed: Vec<Signature> = reports.iter().map(|t| sign(&change(t))).collect();
        for (a, copy) in changed.iter().enumerate() {
            for (b, original) in originals.iter().enumerate().filter(|(b, _)| *b != a) {
                assert_eq!(compare(copy, original), None, "{name}: {a} and {b}");
            }
        }
    }
}

#[test]
fn background_and_a_quotation_in_common_make_no_copy() {
    let with = |more: &str| -> Vec<String> { reports().iter().map(|t| format!("{t}\n\n{more}")).collect() };
    assert_eq!(pairs(&with(BOILERPLATE)), []);
    let quotation = "\"We have said it before and we say it again: nobody will move a single soldier before the \
                     treaty is signed and sealed,\" Defence Minister Piet Orlan said.";
    assert_eq!(pairs(&with(quotation)), []);
    assert_eq!(pairs(&with(&format!("{quotation}\n\n{BOILERPLATE}"))), []);
}

#[test]
fn a_monitors_counts_of_different_days_are_no_copies() {
    assert_eq!(pairs(&monitors(40)), []);
}

#[test]
fn a_monitors_report_and_its_copy_are() {
    let reports = monitors(4);
    for (name, change) in &CHANGES[..2] {
        for report in &reports {
            assert!(compare(&sign(report), &sign(&change(report))).is_some(), "{name}: {report}");
        }
    }
}

#[test]
fn a_text_that_is_a_quotation_is_a_copy_of_what_quotes_it_whole() {
    let speech = "“We have waited for nine weeks and we have counted every lorry that came over the pass. \
                  What we have not seen is a single one that went home. So we shall keep our own soldiers where they \
                  are, and we ask our friends to help us with field kitchens, blankets and fuel for the winter.”";
    let long = format!("The minister spoke in parliament.\n\n{speech}\n\n{BOILERPLATE}");
    let copy = compare(&sign(speech), &sign(&long)).unwrap();
    assert_eq!((copy.why, copy.similarity >= 0.99), (Why::Quotation, true));
}

#[test]
fn what_kind_of_copy_it_is() {
    let report = &reports()[0];
    let why = |text: &str| compare(&sign(text), &sign(report)).map(|copy| copy.why.to_string());
    assert_eq!(why(report).as_deref(), Some("the same text"));
    assert_eq!(why(&report[..600]).as_deref(), Some("the shorter text is part of the longer"));
    assert_eq!(why(&report.replace("Thursday", "Friday evening")).as_deref(), Some("the same text, edited"));
    assert_eq!(why(&CHANGES[13].1(report)).as_deref(), Some("5 sentences in common"));
    assert_eq!(why("Nobody was hurt."), None);
    assert_eq!(why(""), None);
}

#[test]
fn short_texts_repeat_after_a_day_or_two() {
    let call =
        "The president had a telephone conversation with the prime minister of the neighbouring republic.";
    let copy = compare(&sign(call), &sign(call)).unwrap();
    assert!(copy.holds_after(1) && !copy.holds_after(3));
    let long = sign(&reports()[0]);
    let copy = compare(&long, &long).unwrap();
    assert!(copy.holds_after(7) && !copy.holds_after(365));
}

#[test]
fn a_thousand_copies_take_a_thousand_comparisons() {
    let reports = reports();
    let mut index = Index::default();
    for n in 0..1000 {
        let change = CHANGES[n % 13].1;
        let headline = format!("Headline number {n} of a long day\n\n");
        index.add(&sign(&(headline + &change(&reports[0]))));
    }
    assert!(index.originals < 10, "{} originals", index.originals);
    assert!(index.compared < 4000, "{} comparisons", index.compared);
}

#[test]
fn reports_of_one_pattern_are_compared_with_a_few_only() {
    let mut index = Index::default();
    for report in monitors(600) {
        index.add(&sign(&report));
    }
    assert_eq!(index.originals, 600);
    assert!(index.compared < 600 * 64, "{} comparisons", index.compared);
}

#[test]
fn a_signature_is_small() {
    let reports = reports();
    let words: usize = reports.iter().map(|r| r.split_whitespace().count()).sum();
    let bytes: usize = reports.iter().map(|r| sign(r).to_bytes().len()).sum();
    assert!(bytes * 400 / words < 600, "{} bytes for 400 words", bytes * 400 / words);
}
