//! What is built from the page's sources fits them: the list that its build writes names every source and every result
//! with its SHA-256, so that this can be told where nothing can be built.

use sha2::{Digest, Sha256};

use crate::{File, Finding, Tree};

/// The sources of the page.
const WEB: &str = "faces/serve/web/";

/// What is built of them.
const ASSETS: &str = "faces/serve/assets/";

/// The list: lines of `in` or `out`, a SHA-256 and a path.
const LIST: &str = "faces/serve/assets/SOURCES";

/// Parts of the page's folder that go into what is built; the rest is there to test it and to tell of it.
const BUILT_FROM: &[&str] =
    &["src/", "build/", "index.html", "icon.svg", "package.json", "package-lock.json"];

/// What to do about all of these findings.
const ADVICE: &str = "run `npm ci && npm run build` in faces/serve/web, and commit what it makes";

/// Sources of the page that changed after it was built, and built files that were changed by hand.
pub fn fresh(tree: &Tree) -> Vec<Finding> {
    let Some(list) = tree.files.iter().find(|file| file.path == LIST) else {
        return vec![Finding { path: LIST.to_owned(), line: 0, advice: format!("is not there; {ADVICE}") }];
    };
    let lines: Vec<Line> = list.lines().filter_map(|(n, line)| Line::of(n, line)).collect();
    let changed = lines.iter().filter_map(|line| line.finding(list, tree));
    let unknown =
        tree.files.iter().filter(|file| goes_in(file) && !lines.iter().any(|l| l.path == file.path));
    let unknown = unknown.map(|file| Finding::at(file, 0, format!("is not in {LIST}; {ADVICE}")));
    changed.chain(unknown).collect()
}

/// Whether a file is one of those that the page is built from.
fn goes_in(file: &File) -> bool {
    let inside = file.path.strip_prefix(WEB);
    inside
        .is_some_and(|path| !path.contains(".test.") && BUILT_FROM.iter().any(|part| path.starts_with(part)))
}

/// A line of the list.
struct Line {
    number: usize,
    sha256: String,
    path: String,
}

impl Line {
    fn of(number: usize, line: &str) -> Option<Self> {
        let (kind, rest) = line.split_once(' ')?;
        let (sha256, name) =
            rest.split_once(' ').filter(|(_, name)| !name.starts_with('.') || name.starts_with(".."))?;
        let folder = if kind == "in" { WEB } else { ASSETS };
        // A source that lies elsewhere in the tree is named from the page's folder, three levels down.
        let path = name.strip_prefix("../../../").map_or_else(|| format!("{folder}{name}"), str::to_owned);
        Some(Self { number, sha256: sha256.to_owned(), path })
    }

    fn finding(&self, list: &File, tree: &Tree) -> Option<Finding> {
        let file = tree.files.iter().find(|file| file.path == self.path);
        let now = file.map(|file| hex(&file.text));
        let told = |what: &str| Finding::at(list, self.number, format!("{} {what}; {ADVICE}", self.path));
        match now {
            None => Some(told("is gone")),
            Some(now) if now != self.sha256 => Some(told("is not what the page was built with")),
            Some(_) => None,
        }
    }
}

fn hex(text: &str) -> String {
    format!("{:x}", Sha256::digest(text.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: (&str, &str) = ("faces/serve/web/src/main.ts", "// The page.\n");
    const MADE: (&str, &str) = ("faces/serve/assets/app.js", "1\n");

    fn found(files: &[(&str, &str)], listed: &[(&str, &str, &str)]) -> Vec<String> {
        let line = |(kind, path, text): &(&str, &str, &str)| format!("{kind} {} {path}\n", hex(text));
        let list: String = listed.iter().map(line).collect();
        let mut all = files.to_vec();
        all.push((LIST, &list));
        fresh(&Tree::of(&all)).into_iter().map(|f| f.advice).collect()
    }

    #[test]
    fn what_fits_its_sources_passes() {
        let listed = [("in", "src/main.ts", PAGE.1), ("out", "app.js", MADE.1)];
        assert!(found(&[PAGE, MADE], &listed).is_empty());
    }

    #[test]
    fn what_was_changed_forgotten_or_lost_is_found() {
        let changed = found(&[PAGE, MADE], &[("in", "src/main.ts", "// Older.\n"), ("out", "app.js", "1\n")]);
        assert!(changed.len() == 1 && changed[0].contains("built with"));
        assert!(found(&[PAGE, MADE], &[("out", "app.js", MADE.1)])[0].contains("is not in"));
        assert!(
            found(&[PAGE], &[("in", "src/main.ts", PAGE.1), ("out", "app.js", "1\n")])[0].contains("gone")
        );
        assert!(fresh(&Tree::of(&[PAGE]))[0].advice.contains("not there"));
    }
}
