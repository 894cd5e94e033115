//! Each rule of the house, run over this repository.

use std::path::Path;
use std::sync::OnceLock;

use saydo_tidy::{Finding, Tree};

fn tree() -> &'static Tree {
    static TREE: OnceLock<Tree> = OnceLock::new();
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    TREE.get_or_init(|| Tree::read(&root).expect("the repository can be read"))
}

/// Fails with every finding, one a line.
fn check(rule: fn(&Tree) -> Vec<Finding>) {
    let found: Vec<String> = rule(tree()).iter().map(ToString::to_string).collect();
    assert!(found.is_empty(), "{} to mend:\n{}\n", found.len(), found.join("\n"));
}

#[test]
fn the_tree_is_the_repository() {
    assert!(tree().has("tools/tidy/tests/house.rs") && tree().has("crates/text/src/lib.rs"));
}

#[test]
fn every_source_file_says_what_it_is_for() {
    check(saydo_tidy::heads);
}

#[test]
fn files_are_short() {
    check(saydo_tidy::length);
}

#[test]
fn the_page_is_built_from_its_sources() {
    check(saydo_tidy::fresh);
}

#[test]
fn crates_use_only_what_they_may() {
    check(saydo_tidy::edges);
}

#[test]
fn every_crate_takes_the_lints_of_the_workspace() {
    check(saydo_tidy::lints);
}

#[test]
fn stages_touch_nothing_outside() {
    check(saydo_tidy::pure);
}

#[test]
fn nothing_is_unsafe() {
    check(saydo_tidy::safe);
}

#[test]
fn every_file_of_weights_has_its_card() {
    check(saydo_tidy::cards);
}

#[test]
fn links_lead_somewhere() {
    check(saydo_tidy::links);
}

#[test]
fn the_readme_is_short() {
    check(saydo_tidy::readme);
}

#[test]
fn no_file_holds_what_none_may() {
    check(saydo_tidy::words);
}
