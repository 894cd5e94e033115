//! Two hundred strings that somebody could put into a report to harm who reads it; the page's tests read the same file.

use serde::Deserialize;

#[derive(Deserialize)]
struct Strings {
    /// Script, markup, attributes that are broken out of, addresses that run.
    markup: Vec<String>,
    /// What spreadsheets, templates, databases, shells and log readers take for their own.
    commands: Vec<String>,
    /// Characters that hide, turn, pile up, or end a string early.
    characters: Vec<String>,
    /// Several of these at once.
    together: Vec<String>,
    /// Very long ones: what each repeats up to ten thousand bytes.
    long: Vec<String>,
}

/// All of them, each once.
pub(crate) fn all() -> Vec<String> {
    let read: Strings = serde_json::from_str(include_str!("strings.json")).unwrap();
    let long = read.long.iter().map(|unit| unit.repeat(10_000 / unit.len())).collect();
    [read.markup, read.commands, read.characters, read.together, long].concat()
}
