//! The source tree: every file of the repository that a person wrote or chose.

use std::fs;
use std::io;
use std::path::Path;

use walkdir::{DirEntry, WalkDir};

/// Folders that hold what was built, fetched or found, and not what was written; the same as in `.gitignore`.
const IGNORED: &[&str] = &[
    "target",
    "fuzz/target",
    "fuzz/corpus",
    "fuzz/artifacts",
    "bench/bundle",
    "faces/python/target",
    "faces/serve/web/node_modules",
    "faces/serve/web/out",
];

/// Folders that hold what a documented command makes of other files of the tree.
const MADE: &[&str] = &["faces/serve/assets/"];

/// Endings of files that hold no text.
const BINARY: &[&str] = &["bin", "png", "jpg", "gz"];

/// One file of the tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its path from the root, with `/`.
    pub path: String,
    /// What is in it; empty for a file that holds no text.
    pub text: String,
}

impl File {
    /// A file with a path and a text.
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Self {
        Self { path: path.into(), text: text.into() }
    }

    /// Whether the path ends with a dot and `ending`.
    pub fn is(&self, ending: &str) -> bool {
        Path::new(&self.path).extension().is_some_and(|e| e == ending)
    }

    /// Whether it was made of other files of the tree and is not read by anybody.
    pub fn is_made(&self) -> bool {
        MADE.iter().any(|folder| self.path.starts_with(folder))
    }

    /// The folder that it lies in, without a slash at the end; empty for the root.
    pub fn folder(&self) -> &str {
        self.path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }

    /// Its lines with their numbers, counted from 1.
    pub fn lines(&self) -> impl Iterator<Item = (usize, &str)> {
        self.text.lines().enumerate().map(|(i, line)| (i + 1, line))
    }
}

/// All files of a repository, by path.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Tree {
    /// The files, in the order of their paths.
    pub files: Vec<File>,
}

impl Tree {
    /// A tree of files made up for a test: paths with texts.
    pub fn of(files: &[(&str, &str)]) -> Self {
        Self { files: files.iter().map(|&(path, text)| File::new(path, text)).collect() }
    }

    /// Reads the tree under `root`.
    pub fn read(root: &Path) -> io::Result<Self> {
        let wanted = |entry: &DirEntry| entry.depth() == 0 || !is_ignored(&relative(root, entry.path()));
        let mut files = Vec::new();
        for entry in WalkDir::new(root).sort_by_file_name().into_iter().filter_entry(wanted) {
            let entry = entry?;
            if entry.file_type().is_file() {
                files.push(File::new(relative(root, entry.path()), content(entry.path())?));
            }
        }
        Ok(Self { files })
    }

    /// The files whose paths end with a dot and `ending`.
    pub fn ending(&self, ending: &'static str) -> impl Iterator<Item = &File> {
        self.files.iter().filter(move |file| file.is(ending))
    }

    /// Whether there is a file or a folder of that path.
    pub fn has(&self, path: &str) -> bool {
        let folder = format!("{path}/");
        path.is_empty() || self.files.iter().any(|f| f.path == path || f.path.starts_with(&folder))
    }
}

/// Whether a line holds a word by itself and not as part of a longer one.
pub(crate) fn has_word(line: &str, word: &str) -> bool {
    let is_part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word)
        .any(|(at, _)| !line[..at].ends_with(is_part) && !line[at + word.len()..].starts_with(is_part))
}

fn relative(root: &Path, path: &Path) -> String {
    path.strip_prefix(root).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

/// Hidden folders belong to programs and not to the project, except the one that says how it is checked.
fn is_ignored(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or(path);
    let hidden = name.starts_with('.') && name != ".ci" && name != ".gitignore";
    hidden || name == "__pycache__" || IGNORED.contains(&path)
}

fn content(path: &Path) -> io::Result<String> {
    let binary = path.extension().is_some_and(|e| BINARY.iter().any(|b| e == *b));
    if binary {
        return Ok(String::new());
    }
    Ok(String::from_utf8(fs::read(path)?).unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tree_has_this_file_and_nothing_built() {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let tree = Tree::read(root).unwrap();
        assert!(tree.has("src/tree.rs") && tree.has("src") && !tree.has("src/tre"));
        assert!(
            is_ignored("target") && is_ignored("a/__pycache__") && is_ignored(".git") && !is_ignored(".ci")
        );
    }

    #[test]
    fn paths_are_taken_apart() {
        let file = File::new("crates/text/src/lib.rs", "one\ntwo\n");
        assert!(file.is("rs") && !file.is("s"));
        assert_eq!(file.folder(), "crates/text/src");
        assert_eq!(file.lines().last(), Some((2, "two")));
    }
}
