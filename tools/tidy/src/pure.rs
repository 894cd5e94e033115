//! What must never happen in the library: no network, clock, environment, process or file in any stage, no `unsafe`
//! anywhere.

use crate::tree::has_word;
use crate::{File, Finding, Tree};

/// The crates that turn bytes into results and touch nothing else.
const STAGES: &[&str] = &[
    "text",
    "read",
    "split",
    "parse",
    "syntax",
    "models",
    "world",
    "mentions",
    "codebook",
    "statements",
    "standing",
    "forces",
    "events",
    "petrarch",
    "times",
    "gazetteer",
    "places",
    "engine",
    "record",
    "facts",
    "copies",
    "watch",
    "picture",
    "brief",
    "unfold",
    "feed",
    "page",
    "warc",
    "rounds",
    "alerts",
    "tally",
    "export",
    "coded",
    "beside",
    "arrow",
];

/// Modules of `std` that reach outside.
const OUTSIDE: &[&str] = &["net", "fs", "env", "process"];

/// Types of `std` that read a clock.
const CLOCKS: &[&str] = &["SystemTime", "Instant"];

/// Uses of the world outside in the code of a stage; test modules may reach out.
pub fn pure(tree: &Tree) -> Vec<Finding> {
    tree.ending("rs").filter(|file| is_stage(&file.path)).flat_map(reaches).collect()
}

/// Blocks, functions, impls and attributes marked `unsafe`.
pub fn safe(tree: &Tree) -> Vec<Finding> {
    let marks = ["{", "fn", "impl", "trait", "extern"].map(|what| format!("{} {what}", "unsafe"));
    let is_marked =
        |line: &str| marks.iter().any(|m| line.contains(m)) || line.contains(concat!("#[un", "safe("));
    let found = |file: &File| -> Vec<Finding> {
        let lines = file.lines().filter(|(_, line)| is_marked(code(line)));
        lines.map(|(n, _)| Finding::at(file, n, "say it without `unsafe`; the project has none")).collect()
    };
    tree.ending("rs").flat_map(found).collect()
}

fn is_stage(path: &str) -> bool {
    let in_stage = STAGES.iter().any(|name| path.starts_with(&format!("crates/{name}/src/")));
    in_stage && !path.ends_with("/tests.rs") && !path.contains("/tests/")
}

fn reaches(file: &File) -> Vec<Finding> {
    let shipped = shipped(&file.text);
    let lines = shipped.lines().enumerate().filter_map(|(i, line)| Some((i + 1, reach(code(line))?)));
    let mut found: Vec<Finding> = lines.map(|(n, what)| finding(file, n, &what)).collect();
    for (at, group) in groups(shipped) {
        let line = shipped[..at].matches('\n').count() + 1;
        let names = group.split(|c: char| !c.is_alphanumeric()).filter(|name| OUTSIDE.contains(name));
        found.extend(names.map(|name| finding(file, line, &format!("std::{name}"))));
    }
    found
}

fn finding(file: &File, line: usize, what: &str) -> Finding {
    Finding::at(file, line, format!("a stage may not use `{what}`: let the caller bring what it gives"))
}

/// What a line of code uses of the world outside.
fn reach(line: &str) -> Option<String> {
    let module = OUTSIDE.iter().map(|m| format!("std::{m}")).find(|path| has_word(line, path));
    module.or_else(|| CLOCKS.iter().find(|c| has_word(line, c)).map(|c| (*c).to_owned()))
}

/// The inside of each `std::{…}` with its place, however many lines it takes.
fn groups(text: &str) -> impl Iterator<Item = (usize, &str)> {
    text.match_indices("use std::{").filter_map(|(at, head)| {
        let rest = &text[at + head.len()..];
        Some((at, &rest[..rest.find(';')?]))
    })
}

/// The text up to its test module.
fn shipped(text: &str) -> &str {
    let tests = text.match_indices("#[cfg(test)]\nmod ").find(|(at, head)| {
        let line = text[at + head.len()..].lines().next().unwrap_or_default();
        line.ends_with('{')
    });
    tests.map_or(text, |(at, _)| &text[..at])
}

/// A line without its comment.
fn code(line: &str) -> &str {
    line.split("//").next().unwrap_or(line)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<usize> {
        pure(&Tree::of(&[("crates/read/src/a.rs", text)])).into_iter().map(|f| f.line).collect()
    }

    #[test]
    fn the_world_outside_is_found() {
        assert_eq!(found("//! A.\nuse std::fs;\n"), [2]);
        assert_eq!(found("let t = std::time::Instant::now();\n"), [1]);
        assert_eq!(found("use std::{\n    fmt,\n    env,\n};\n"), [1]);
        assert_eq!(found("use std::net::TcpStream;\nlet t = SystemTime::now();\n"), [1, 2]);
    }

    #[test]
    fn comments_other_names_and_test_modules_are_not() {
        assert!(found("// std::fs would do\nlet x = mystd::fsx();\nlet y = Instants;\n").is_empty());
        assert!(found("#[cfg(test)]\nmod tests {\n    use std::fs;\n}\n").is_empty());
        assert_eq!(found("#[cfg(test)]\nmod tests;\nuse std::fs;\n"), [3]);
        assert!(pure(&Tree::of(&[("faces/cli/src/main.rs", "use std::fs;\n")])).is_empty());
    }

    #[test]
    fn unsafe_code_is_found() {
        let block = format!("fn a() {{ {} {{ b() }} }}\n// {} fn\n", "unsafe", "unsafe");
        let lines: Vec<_> = safe(&Tree::of(&[("a.rs", &block)])).into_iter().map(|f| f.line).collect();
        assert_eq!(lines, [1]);
        assert!(safe(&Tree::of(&[("a.rs", "//! An `unsafe` word.\n")])).is_empty());
    }
}
