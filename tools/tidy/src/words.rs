//! What no file may hold: paths of one machine, marks of unfinished work, characters that hide what code does.

use crate::tree::has_word;
use crate::{File, Finding, Tree};

/// Homes of files on one machine. They are put together here so that the rule does not find itself.
const PLACES: &[&str] = &[
    concat!("/wo", "rk/"),
    concat!("/ro", "ot/"),
    concat!("/ho", "me/"),
    concat!("/Us", "ers/"),
    concat!("C:\\", "Users\\"),
];

/// Marks that ask for work still to be done.
const UNDONE: &[&str] = &[concat!("TO", "DO"), concat!("FIX", "ME"), concat!("X", "XX")];

/// Marks that a merge leaves.
const MERGE: &[&str] = &[concat!("<<<", "<<<< "), concat!(">>>", ">>>> ")];

/// What stands in a template for text that is still to come.
const BLANK: &str = concat!("@", "@");

/// The data that the checks of a maker's own machine lean on; only they may know where it lies.
const SIBLING: &str = concat!("../", "shared");
const KNOW_SIBLING: &[&str] = &[".ci/", "tools/gate/", "CONTRIBUTING.md"];

/// Where a lock file of npm says from which host a package came.
const ADDRESS: &str = "\"resolved\"";

/// Lines that hold what no file may hold.
pub fn words(tree: &Tree) -> Vec<Finding> {
    let written = tree.files.iter().filter(|file| file.path != "Cargo.lock" && !file.is_made());
    written.flat_map(|file| file.lines().flat_map(move |(n, line)| judge(file, n, line))).collect()
}

fn judge(file: &File, n: usize, line: &str) -> Vec<Finding> {
    let mut found = Vec::new();
    let mut tell = |advice: String| found.push(Finding::at(file, n, advice));
    for place in PLACES.iter().filter(|place| is_place(line, place)) {
        tell(format!("`{place}…` is a path of one machine; say it from the root of the project"));
    }
    for mark in UNDONE.iter().filter(|mark| has_word(line, mark)) {
        tell(format!("`{mark}`: do it now, or open an issue and strike the mark"));
    }
    if file.is("md") && line.starts_with(BLANK) {
        tell("a blank of a template; fill it in".to_owned());
    }
    if MERGE.iter().any(|mark| line.starts_with(mark)) {
        tell("a merge was not finished here; choose a side".to_owned());
    }
    if ["rs", "py", "ts", "tsx", "mjs"].iter().any(|ending| file.is(ending)) && line.contains(hides) {
        tell("a character that changes the direction of text; write it as an escape".to_owned());
    }
    if file.path.ends_with("package-lock.json") && line.contains(ADDRESS) {
        tell(format!("{ADDRESS} names a registry's host; make the lock file without (see its .npmrc)"));
    }
    if line.contains(SIBLING) && !KNOW_SIBLING.iter().any(|path| file.path.starts_with(path)) {
        tell(format!("`{SIBLING}` is known to the checks only; take the path as an argument"));
    }
    found
}

/// Whether a path starts here; in a web address the same letters follow a host.
fn is_place(line: &str, place: &str) -> bool {
    let in_address = |before: &str| before.ends_with(|c: char| c.is_alphanumeric() || "._-~/$})".contains(c));
    line.match_indices(place).any(|(at, _)| !in_address(&line[..at]))
}

fn hides(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> usize {
        words(&Tree::of(&[(path, text)])).len()
    }

    #[test]
    fn paths_of_a_machine_are_found() {
        for place in PLACES {
            assert_eq!(found("a.md", &format!("see {place}x.txt\n")), 1, "{place}");
        }
        assert_eq!(found("a.md", concat!("http://example.org/ho", "me/ and $X/wo", "rk/\n")), 0);
    }

    #[test]
    fn marks_of_unfinished_work_are_found() {
        for mark in UNDONE {
            assert_eq!(found("a.rs", &format!("// {mark}: later\n")), 1, "{mark}");
        }
        assert_eq!(found("a.rs", &format!("{}later\n", MERGE[0])), 1);
        assert_eq!(found("a.md", &format!("{BLANK}SCORES{BLANK}\n")), 1);
        assert_eq!(found("a.rs", "// todo lists are fine\n"), 0);
    }

    #[test]
    fn hidden_characters_and_the_sibling_are_found() {
        assert_eq!(found("a.rs", "let x = \"\u{202E}\";\n"), 1);
        assert_eq!(found("a.txt", "\u{202E}\n"), 0);
        assert_eq!(found("README.md", SIBLING), 1);
        assert_eq!(found(".ci/run", SIBLING), 0);
        assert_eq!(found("web/package-lock.json", "\"resolved\": \"https://example.org/a.tgz\"\n"), 1);
    }
}
