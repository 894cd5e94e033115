//! Markdown: links lead somewhere, and the README stays short.

use crate::{File, Finding, Tree};

const README: &str = "README.md";
const LONGEST: usize = 150;

/// Links in Markdown to files that are not there. The reports to try Saydo on are not checked.
pub fn links(tree: &Tree) -> Vec<Finding> {
    let is_report = |file: &File| file.path.starts_with("articles/") && !file.path.ends_with(README);
    tree.ending("md").filter(|file| !is_report(file)).flat_map(|file| dead(tree, file)).collect()
}

/// A README of the root that is too long.
pub fn readme(tree: &Tree) -> Vec<Finding> {
    let long = tree.files.iter().filter(|f| f.path == README && f.text.lines().count() >= LONGEST);
    long.map(|f| Finding::at(f, LONGEST, "keep the README under 150 lines; move detail to another file"))
        .collect()
}

fn dead(tree: &Tree, file: &File) -> Vec<Finding> {
    let mut fenced = false;
    let mut found = Vec::new();
    for (n, line) in file.lines() {
        if line.trim_start().starts_with("```") {
            fenced = !fenced;
        } else if !fenced {
            let lost = targets(line).filter(|target| !leads(tree, file, target));
            found.extend(
                lost.map(|t| Finding::at(file, n, format!("`{t}` is not there; mend or strike the link"))),
            );
        }
    }
    found
}

/// What the links of a line point at, without the place inside the file.
fn targets(line: &str) -> impl Iterator<Item = &str> {
    let spans = line.split('`').step_by(2);
    spans.flat_map(|words| words.split("](").skip(1)).filter_map(|rest| {
        let target = rest.split([')', ' ', '#']).next()?;
        (!target.is_empty() && !target.contains("://") && !target.starts_with("mailto:")).then_some(target)
    })
}

fn leads(tree: &Tree, file: &File, target: &str) -> bool {
    let mut parts: Vec<&str> = file.folder().split('/').filter(|p| !p.is_empty()).collect();
    for part in target.trim_end_matches('/').split('/') {
        match part {
            ".." if parts.pop().is_none() => return false,
            "." | ".." => {}
            name => parts.push(name),
        }
    }
    tree.has(&parts.join("/"))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, text: &str) -> Vec<usize> {
        let tree = Tree::of(&[(path, text), ("crates/text/src/lib.rs", "")]);
        links(&tree).into_iter().map(|f| f.line).collect()
    }

    #[test]
    fn dead_links_are_found() {
        assert_eq!(found("README.md", "# A\n\n[a](crates/text) [b](crates/nowhere.rs)\n"), [3]);
        assert_eq!(
            found("crates/README.md", "[a](text/src/lib.rs#L1)\n[b](../crates/)\n[c](../../x)\n"),
            [3]
        );
    }

    #[test]
    fn the_web_code_and_the_reports_are_left_alone() {
        let text = "[a](https://example.org/x) [b](#below) `[c](none.rs)`\n```\n[d](none.rs)\n```\n";
        assert!(found("README.md", text).is_empty());
        assert!(found("articles/a.md", "![x](none.jpg)\n").is_empty());
    }

    #[test]
    fn a_long_readme_is_found() {
        let long = |lines: usize| readme(&Tree::of(&[("README.md", &"x\n".repeat(lines))])).len();
        assert_eq!((long(149), long(150)), (0, 1));
    }
}
