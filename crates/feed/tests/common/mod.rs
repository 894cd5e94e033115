//! The feeds in `tests/feeds`: their bytes, and what each must come to.
#![allow(
    clippy::unwrap_used,
    dead_code,
    reason = "test code: a broken fixture stops the test; no test uses all"
)]

use std::path::{Path, PathBuf};

/// A feed with its expected reading.
pub(crate) struct Case {
    pub(crate) path: PathBuf,
    pub(crate) bytes: Vec<u8>,
    pub(crate) expected: String,
}

/// All feeds, in the order of their numbers.
pub(crate) fn cases() -> Vec<Case> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/feeds");
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<_> = entries.filter(|path| path.extension().is_some_and(|e| e != "expect")).collect();
    paths.sort();
    paths.into_iter().map(case).collect()
}

fn case(path: PathBuf) -> Case {
    let name = path.file_name().unwrap().to_str().unwrap();
    let expected = path.with_file_name(name.split('.').next().unwrap()).with_extension("expect");
    let expected =
        std::fs::read_to_string(&expected).unwrap_or_else(|e| panic!("{}: {e}", expected.display()));
    let mut bytes = std::fs::read(&path).unwrap();
    if path.extension().unwrap() == "recipe" {
        bytes = cook(std::str::from_utf8(&bytes).unwrap()).into_bytes();
    }
    Case { path, bytes, expected }
}

/// A recipe with each `{{N*text}}` written out: `text` N times, `{n}` in it the number of each.
fn cook(recipe: &str) -> String {
    let mut cooked = String::new();
    let mut rest = recipe;
    while let Some((before, after)) = rest.split_once("{{") {
        let (step, after) = after.split_once("}}").unwrap();
        let (times, text) = step.split_once('*').unwrap();
        cooked.push_str(before);
        let times: usize = times.parse().unwrap();
        cooked.extend((0..times).map(|n| text.replace("{n}", &n.to_string())));
        rest = after;
    }
    cooked + rest
}
