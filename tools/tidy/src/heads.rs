//! Every source file starts with a line that says what it is for.

use crate::{File, Finding, Tree};

/// Source files that do not start with a line saying what they are for.
pub fn heads(tree: &Tree) -> Vec<Finding> {
    tree.files.iter().filter(|file| !file.is_made()).filter_map(head).collect()
}

fn head(file: &File) -> Option<Finding> {
    let mut lines = file.text.lines().skip_while(|line| line.starts_with("#!/"));
    let first = lines.next().unwrap_or_default();
    let (mark, example) = if file.is("rs") {
        ("//!", "//! What this file is for.")
    } else if file.is("py") {
        ("\"\"\"", "\"\"\"What this file is for.\"\"\"")
    } else if ["ts", "tsx", "mjs"].iter().any(|ending| file.is(ending)) {
        ("//", "// What this file is for.")
    } else if file.is("css") {
        ("/*", "/* What this file is for. */")
    } else {
        return None;
    };
    let says = first.strip_prefix(mark).is_some_and(|words| !words.trim().is_empty());
    (!says).then(|| Finding::at(file, 1, format!("say first what the file is for, as in `{example}`")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_without_its_purpose_is_found() {
        let tree = Tree::of(&[
            ("good.rs", "//! Words.\n"),
            ("bad.rs", "use std::fmt;\n//! Late.\n"),
            ("empty.rs", "//!\n"),
            ("good.py", "#!/usr/bin/env python3\n\"\"\"Words.\"\"\"\n"),
            ("bad.py", "import json\n"),
            ("good.tsx", "// Words.\n"),
            ("bad.ts", "import { a } from './a'\n"),
            ("bad.css", ":root { color: red }\n"),
            ("faces/serve/assets/app.css", ":root { color: red }\n"),
            ("note.md", "# Note\n"),
        ]);
        let found: Vec<_> = heads(&tree).into_iter().map(|f| f.path).collect();
        assert_eq!(found, ["bad.rs", "empty.rs", "bad.py", "bad.ts", "bad.css"]);
    }
}
