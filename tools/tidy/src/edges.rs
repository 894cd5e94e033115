//! Who may use whom: the arrows of ARCHITECTURE.md, compared with each Cargo.toml.

use toml::{Table, Value};

use crate::{File, Finding, Tree};

/// What each shipped crate may use of this workspace. Anything else fails, a crate that is not listed too.
const ALLOWED: &[(&str, &[&str])] = &[
    ("saydo-text", &[]),
    ("saydo-models", &[]),
    ("saydo-read", &["saydo-text"]),
    ("saydo-split", &["saydo-text"]),
    ("saydo-parse", &["saydo-text"]),
    ("saydo-syntax", &["saydo-text"]),
    ("saydo-world", &[]),
    ("saydo-codebook", &[]),
    ("saydo-mentions", &["saydo-models", "saydo-syntax", "saydo-text", "saydo-world"]),
    ("saydo-statements", &["saydo-codebook", "saydo-mentions", "saydo-syntax", "saydo-text"]),
    (
        "saydo-standing",
        &[
            "saydo-codebook",
            "saydo-mentions",
            "saydo-statements",
            "saydo-syntax",
            "saydo-text",
            "saydo-world",
        ],
    ),
    ("saydo-forces", &["saydo-syntax", "saydo-text"]),
    ("saydo-times", &["saydo-syntax", "saydo-text"]),
    ("saydo-gazetteer", &[]),
    ("saydo-places", &["saydo-gazetteer", "saydo-mentions", "saydo-syntax", "saydo-text", "saydo-world"]),
    ("saydo-petrarch", &["saydo-syntax", "saydo-text"]),
    (
        "saydo-events",
        &[
            "saydo-codebook",
            "saydo-forces",
            "saydo-mentions",
            "saydo-standing",
            "saydo-statements",
            "saydo-syntax",
            "saydo-text",
        ],
    ),
    (
        "saydo-engine",
        &[
            "saydo-events",
            "saydo-mentions",
            "saydo-models",
            "saydo-parse",
            "saydo-petrarch",
            "saydo-places",
            "saydo-read",
            "saydo-split",
            "saydo-standing",
            "saydo-statements",
            "saydo-syntax",
            "saydo-text",
            "saydo-times",
        ],
    ),
    (
        "saydo-record",
        &[
            "saydo-coded",
            "saydo-engine",
            "saydo-facts",
            "saydo-mentions",
            "saydo-parse",
            "saydo-split",
            "saydo-statements",
            "saydo-text",
        ],
    ),
    ("saydo-facts", &["saydo-codebook", "saydo-forces", "saydo-standing"]),
    (
        "saydo-ledger",
        &[
            "saydo-codebook",
            "saydo-coded",
            "saydo-facts",
            "saydo-forces",
            "saydo-record",
            "saydo-standing",
            "saydo-text",
        ],
    ),
    ("saydo-copies", &["saydo-facts", "saydo-world"]),
    ("saydo-watch", &["saydo-facts", "saydo-gazetteer", "saydo-world"]),
    ("saydo-picture", &["saydo-codebook", "saydo-facts", "saydo-forces", "saydo-standing", "saydo-watch"]),
    ("saydo-brief", &["saydo-codebook", "saydo-facts", "saydo-forces", "saydo-picture", "saydo-world"]),
    (
        "saydo-bureau",
        &[
            "saydo-alerts",
            "saydo-beside",
            "saydo-codebook",
            "saydo-coded",
            "saydo-copies",
            "saydo-engine",
            "saydo-facts",
            "saydo-ledger",
            "saydo-picture",
            "saydo-page",
            "saydo-record",
            "saydo-text",
            "saydo-vault",
            "saydo-watch",
        ],
    ),
    ("saydo-unfold", &[]),
    ("saydo-feed", &["saydo-read", "saydo-text"]),
    ("saydo-page", &["saydo-read", "saydo-text"]),
    ("saydo-warc", &["saydo-unfold"]),
    (
        "saydo-files",
        &["saydo-page", "saydo-read", "saydo-record", "saydo-text", "saydo-unfold", "saydo-warc"],
    ),
    ("saydo-fetch", &["saydo-unfold"]),
    ("saydo-rounds", &[]),
    ("saydo-vault", &[]),
    ("saydo-alerts", &["saydo-brief", "saydo-facts", "saydo-picture"]),
    (
        "saydo-patrol",
        &[
            "saydo-alerts",
            "saydo-bureau",
            "saydo-feed",
            "saydo-fetch",
            "saydo-files",
            "saydo-ledger",
            "saydo-page",
            "saydo-picture",
            "saydo-rounds",
            "saydo-text",
            "saydo-vault",
            "saydo-watch",
        ],
    ),
    ("saydo-tally", &["saydo-codebook", "saydo-facts", "saydo-standing"]),
    ("saydo-export", &[]),
    ("saydo-coded", &["saydo-codebook", "saydo-export", "saydo-world"]),
    ("saydo-beside", &["saydo-codebook", "saydo-coded", "saydo-facts", "saydo-standing", "saydo-watch"]),
    ("saydo-arrow", &["saydo-facts", "saydo-record"]),
    (
        "saydo-serve",
        &[
            "saydo-beside",
            "saydo-brief",
            "saydo-bureau",
            "saydo-coded",
            "saydo-engine",
            "saydo-export",
            "saydo-facts",
            "saydo-ledger",
            "saydo-picture",
            "saydo-read",
            "saydo-record",
            "saydo-standing",
            "saydo-tally",
            "saydo-text",
            "saydo-watch",
        ],
    ),
    (
        "saydo",
        &[
            "saydo-alerts",
            "saydo-beside",
            "saydo-brief",
            "saydo-bureau",
            "saydo-coded",
            "saydo-engine",
            "saydo-export",
            "saydo-facts",
            "saydo-feed",
            "saydo-fetch",
            "saydo-files",
            "saydo-ledger",
            "saydo-patrol",
            "saydo-picture",
            "saydo-read",
            "saydo-record",
            "saydo-rounds",
            "saydo-serve",
            "saydo-text",
            "saydo-unfold",
            "saydo-vault",
            "saydo-watch",
        ],
    ),
    (
        "saydo-python",
        &[
            "saydo-arrow",
            "saydo-brief",
            "saydo-bureau",
            "saydo-codebook",
            "saydo-engine",
            "saydo-facts",
            "saydo-ledger",
            "saydo-picture",
            "saydo-record",
            "saydo-text",
            "saydo-watch",
        ],
    ),
];

/// Libraries that only one crate may use: only the ledger knows SQL, only the fetcher reaches out.
const KEPT: &[(&str, &str)] = &[("rusqlite", "saydo-ledger"), ("ureq", "saydo-fetch")];

/// Folders of programs for makers: they may use anything, and nothing uses them.
const MAKERS: &[&str] = &["tools/", "bench/", "fuzz/"];

/// Of the makers' crates, those that tests may use: the web server that misbehaves.
const FOR_TESTS: &[&str] = &["saydo-sham"];

/// Dependencies between crates of this workspace that the table does not allow.
pub fn edges(tree: &Tree) -> Vec<Finding> {
    let manifests: Vec<Manifest<'_>> = tree.files.iter().filter_map(Manifest::read).collect();
    let makers: Vec<&str> = manifests.iter().filter(|m| m.is_makers()).map(|m| m.name.as_str()).collect();
    manifests.iter().flat_map(|m| m.findings(&makers)).collect()
}

/// Crates that do not take the workspace's lints, and so not its ban on `unsafe`; one that is a workspace of its own has to
/// ban it itself.
pub fn lints(tree: &Tree) -> Vec<Finding> {
    let crates = tree.files.iter().filter_map(Manifest::read).filter(|m| !m.file.path.starts_with("fuzz/"));
    crates.filter_map(|m| Some(Finding::at(m.file, 0, m.lacks()?))).collect()
}

struct Manifest<'a> {
    file: &'a File,
    table: Table,
    name: String,
}

impl<'a> Manifest<'a> {
    fn read(file: &'a File) -> Option<Self> {
        let is_manifest = file.path == "Cargo.toml" || file.path.ends_with("/Cargo.toml");
        let table: Table = file.text.parse().ok().filter(|_| is_manifest)?;
        let name = table.get("package")?.get("name")?.as_str()?.to_owned();
        Some(Self { file, table, name })
    }

    fn is_makers(&self) -> bool {
        MAKERS.iter().any(|folder| self.file.path.starts_with(folder))
    }

    /// Uses of a library that another crate keeps to itself.
    fn kept(&self) -> Vec<Finding> {
        let named = |name: &str| {
            let tables = ["dependencies", "build-dependencies", "dev-dependencies"];
            tables.iter().any(|t| self.table.get(*t).is_some_and(|t| t.get(name).is_some()))
        };
        let strays = KEPT.iter().filter(|(library, keeper)| *keeper != self.name && named(library));
        strays
            .map(|(library, keeper)| self.finding(library, format!("only {keeper} may use {library}")))
            .collect()
    }

    fn findings(&self, makers: &[&str]) -> Vec<Finding> {
        let shipped = self.uses(&["dependencies", "build-dependencies"]);
        let tests = self.uses(&["dev-dependencies"]);
        let beyond_tests = tests.iter().filter(|name| !FOR_TESTS.contains(&name.as_str()));
        let of_makers = shipped.iter().chain(beyond_tests).filter(|name| makers.contains(&name.as_str()));
        let mut found: Vec<Finding> = of_makers
            .map(|name| self.finding(name, format!("nothing may use {name}, which is for makers")))
            .collect();
        found.extend(self.kept());
        let Some((_, allowed)) = ALLOWED.iter().find(|(name, _)| *name == self.name) else {
            if !self.is_makers() {
                found.push(Finding::at(
                    self.file,
                    0,
                    format!("list {} in `ALLOWED` (tools/tidy)", self.name),
                ));
            }
            return found;
        };
        let beyond =
            shipped.iter().filter(|n| !allowed.contains(&n.as_str()) && !makers.contains(&n.as_str()));
        found.extend(
            beyond.map(|n| {
                self.finding(n, format!("{} may not use {n}; see `ALLOWED` (tools/tidy)", self.name))
            }),
        );
        found
    }

    /// The crates of this workspace that the given sections name, also where they are named for one platform only.
    fn uses(&self, sections: &[&str]) -> Vec<String> {
        let platforms = self.table.get("target").and_then(Value::as_table);
        let tables = platforms.into_iter().flat_map(|t| t.values()).filter_map(Value::as_table);
        let tables = std::iter::once(&self.table).chain(tables);
        let listed = tables.flat_map(|t| sections.iter().filter_map(|s| t.get(*s)?.as_table()));
        let names =
            listed.flatten().map(|(key, value)| value.get("package").and_then(Value::as_str).unwrap_or(key));
        names.filter(|name| *name == "saydo" || name.starts_with("saydo-")).map(str::to_owned).collect()
    }

    /// What to do about its lints.
    fn lacks(&self) -> Option<&'static str> {
        let lints = self.table.get("lints");
        let at =
            |keys: [&str; 2]| lints.and_then(|l| keys.into_iter().try_fold(l, |table, key| table.get(key)));
        if self.table.contains_key("workspace") {
            let is_banned = at(["rust", "unsafe_code"]) == Some(&Value::String("forbid".to_owned()));
            return (!is_banned).then_some("add `[lints.rust]` with `unsafe_code = \"forbid\"`");
        }
        let is_taken = lints.and_then(|l| l.get("workspace")) == Some(&Value::Boolean(true));
        (!is_taken).then_some("add `[lints]` with `workspace = true`")
    }

    fn finding(&self, name: &str, advice: String) -> Finding {
        let line = self.file.lines().find(|(_, line)| line.contains(name) && !line.starts_with("name"));
        Finding::at(self.file, line.map_or(0, |(n, _)| n), advice)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(path: &str, name: &str, rest: &str) -> Vec<String> {
        let text = format!("[package]\nname = \"{name}\"\n{rest}");
        let tidy = ("tools/tidy/Cargo.toml", "[package]\nname = \"saydo-tidy\"\n");
        edges(&Tree::of(&[tidy, (path, &text)])).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn arrows_that_are_not_in_the_table_are_found() {
        let back =
            found("crates/text/Cargo.toml", "saydo-text", "[dependencies]\nsaydo-read.workspace = true\n");
        assert_eq!(
            back,
            ["crates/text/Cargo.toml:4: saydo-text may not use saydo-read; see `ALLOWED` (tools/tidy)"]
        );
        let allowed = "[dependencies]\nsaydo-text = { path = \"../text\" }\nserde = \"1\"\n";
        assert!(found("crates/read/Cargo.toml", "saydo-read", allowed).is_empty());
    }

    #[test]
    fn other_names_and_other_platforms_hide_nothing() {
        let renamed =
            "[target.'cfg(unix)'.dependencies]\nparse = { package = \"saydo-parse\", path = \"../parse\" }\n";
        assert_eq!(found("crates/read/Cargo.toml", "saydo-read", renamed).len(), 1);
    }

    #[test]
    fn tools_use_anything_and_nothing_uses_tools() {
        let all = "[dependencies]\nsaydo-engine = \"0\"\n";
        assert!(found("tools/train/Cargo.toml", "saydo-train", all).is_empty());
        let tool = "[dev-dependencies]\nsaydo-tidy = \"0\"\n";
        assert!(found("crates/read/Cargo.toml", "saydo-read", tool)[0].contains("for makers"));
    }

    #[test]
    fn only_tests_use_the_server_that_misbehaves() {
        let sham = |section: &str| {
            let crates = [
                ("tools/sham/Cargo.toml", "[package]\nname = \"saydo-sham\"\n".to_owned()),
                (
                    "crates/fetch/Cargo.toml",
                    format!("[package]\nname = \"saydo-fetch\"\n[{section}]\nsaydo-sham = \"0\"\n"),
                ),
            ];
            edges(&Tree::of(&crates.each_ref().map(|(path, text)| (*path, text.as_str()))))
        };
        assert!(sham("dev-dependencies").is_empty());
        for shipped in ["dependencies", "build-dependencies", "target.'cfg(unix)'.dependencies"] {
            assert!(sham(shipped)[0].to_string().contains("for makers"), "{shipped}");
        }
    }

    #[test]
    fn a_library_that_one_crate_keeps_is_found_in_others() {
        let sql = "[dependencies]\nrusqlite = \"1\"\n";
        let stray = found("crates/facts/Cargo.toml", "saydo-facts", sql);
        assert_eq!(stray, ["crates/facts/Cargo.toml:4: only saydo-ledger may use rusqlite"]);
        assert!(found("crates/ledger/Cargo.toml", "saydo-ledger", sql).is_empty());
    }

    #[test]
    fn a_crate_that_is_not_listed_is_found() {
        assert!(found("crates/new/Cargo.toml", "saydo-new", "")[0].contains("list saydo-new"));
    }

    #[test]
    fn a_crate_without_the_lints_is_found() {
        let good = ("crates/a/Cargo.toml", "[package]\nname = \"a\"\n[lints]\nworkspace = true\n");
        let bad = ("crates/b/Cargo.toml", "[package]\nname = \"b\"\n");
        assert_eq!(lints(&Tree::of(&[good, bad])).len(), 1);
    }
}
