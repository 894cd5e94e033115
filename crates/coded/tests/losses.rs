//! What each format loses of our events: the tables of `docs/formats.md` are made here.

#![allow(clippy::unwrap_used, reason = "a test fails where it cannot go on")]

mod losses {
    pub(crate) mod fields;
    pub(crate) mod samples;
}

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::LazyLock;

use expect_test::expect_file;
use losses::fields::{FIELDS, field, same};
use losses::samples::{any_deed, deeds, withdrawal};
use proptest::prelude::*;
use saydo_coded::{Coded, Form, Options, Standing, Wrote};

fn forms() -> impl Iterator<Item = Form> {
    Form::ALL.into_iter().filter(|form| form.is_read() && form.is_written())
}

/// An event written and read back, and what the writer says of it.
fn back(form: Form, event: &Coded, words: bool) -> (Option<Coded>, Wrote) {
    let mut out = Vec::new();
    let mut writer = form.writer(&mut out, Options { words, ..Options::default() }).unwrap();
    let wrote = writer.event(event).unwrap();
    writer.end().unwrap();
    drop(writer);
    let mut rows = form.reader("t", out.as_slice()).unwrap();
    (rows.find_map(Result::ok), wrote)
}

/// How a field comes back of all of these: `=` as it was, `-` not at all, `~` otherwise.
fn mark(form: Form, name: &str, events: &[Coded]) -> char {
    let mut marks = BTreeSet::new();
    for event in events {
        let before = field(event, name);
        let Some(after) = back(form, event, false).0.map(|after| field(&after, name)) else { continue };
        if !before.is_empty() {
            marks.insert(if same(&before, &after) {
                '='
            } else if after.is_empty() {
                '-'
            } else {
                '~'
            });
        }
    }
    match marks.into_iter().collect::<Vec<_>>().as_slice() {
        [one] => *one,
        [] => ' ',
        _ => '~',
    }
}

fn head(first: &str) -> String {
    let names: Vec<&str> = forms().map(Form::name).collect();
    format!("| {first} | {} |\n| --- |{}\n", names.join(" | "), " --- |".repeat(names.len()))
}

fn fields_table() -> String {
    let mut table = head("field");
    for name in FIELDS {
        let marks: Vec<String> = forms().map(|form| mark(form, name, &deeds()).to_string()).collect();
        writeln!(table, "| `{name}` | {} |", marks.join(" | ")).unwrap();
    }
    table
}

/// What becomes of words: what is written unasked, and when all words are asked for.
fn words_table() -> String {
    let mut table = head("the troops' withdrawal is …");
    let standings = Standing::ALL.map(|standing| (standing.name(), Some(standing), false));
    for (name, standing, negated) in standings.into_iter().chain([("denied", Some(Standing::Reported), true)])
    {
        let event = Coded { standing, negated, ..withdrawal() };
        let cells: Vec<String> = forms().map(|form| words_cell(form, &event)).collect();
        writeln!(table, "| {name} | {} |", cells.join(" | ")).unwrap();
    }
    table
}

fn words_cell(form: Form, event: &Coded) -> String {
    let what = |asked: bool| match back(form, event, asked) {
        (Some(back), _) => {
            let code = back.kind.plover.or(back.kind.cameo).unwrap_or_else(|| "row".to_owned());
            let standing = back.standing.map(|standing| format!(" {}", standing.name())).unwrap_or_default();
            format!("{code}{standing}{}", if back.negated { " not" } else { "" })
        }
        (None, _) => "–".to_owned(),
    };
    let (unasked, asked) = (what(false), what(true));
    if unasked == asked { unasked } else { format!("{unasked} / {asked}") }
}

/// Puts a table between the marks of a page.
fn put(page: &str, mark: &str, table: &str) -> String {
    let (start, end) = (format!("<!-- {mark} -->\n"), format!("<!-- end of {mark} -->"));
    let (before, rest) = page.split_once(&start).unwrap();
    let (_, after) = rest.split_once(&end).unwrap();
    format!("{before}{start}\n{table}\n{end}{after}")
}

#[test]
fn the_tables_of_the_page_are_those_that_come_out() {
    let page =
        std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../docs/formats.md")).unwrap();
    let page = put(&page, "losses", &fields_table());
    let page = put(&page, "words", &words_table());
    let columns = saydo_coded::table().docs();
    let page = put(&page, "columns", columns.split_once("\n\n").unwrap().1.trim_end());
    expect_file!["../../../docs/formats.md"].assert_eq(&page);
}

/// The fields that the table calls kept, with their formats.
fn kept() -> &'static [(Form, &'static str)] {
    static KEPT: LazyLock<Vec<(Form, &'static str)>> = LazyLock::new(|| {
        let all = forms().flat_map(|form| FIELDS.into_iter().map(move |name| (form, name)));
        all.filter(|(form, name)| mark(*form, name, &deeds()) == '=').collect()
    });
    &KEPT
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// What the table calls kept is kept of any event.
    #[test]
    fn kept_is_kept_of_any_event(event in any_deed()) {
        for (form, name) in kept() {
            let (after, wrote) = back(*form, &event, false);
            prop_assert!(matches!(wrote, Wrote::Whole), "{wrote:?}");
            let (before, after) = (field(&event, name), field(&after.unwrap(), name));
            prop_assert!(same(&before, &after), "{name} in {}: {before} {after}", form.name());
        }
    }
}
