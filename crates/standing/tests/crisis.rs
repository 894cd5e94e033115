//! How words stand in sentences of crisis news.

mod common;

#[test]
fn sentences_of_crisis_news_are_judged_as_expected() {
    let rows = include_str!("crisis.tsv").lines().filter(|l| !l.is_empty() && !l.starts_with('#'));
    let wrong: Vec<String> = rows
        .filter_map(|row| row.split_once('\t'))
        .filter_map(|(expected, text)| {
            let (found, because) = common::standing(text, true);
            (found != expected).then(|| format!("{text} => {found}, not {expected} ({because})"))
        })
        .collect();
    assert!(wrong.is_empty(), "{} sentences are judged otherwise:\n{}", wrong.len(), wrong.join("\n"));
}
