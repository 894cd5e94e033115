//! Files stay short: near 200 lines, with a reason above 400, never above 800.

use crate::{File, Finding, Tree};

const TALK: usize = 400;
const STOP: usize = 800;

/// Files that may be longer than 400 lines, each with the reason why they stay whole.
const EXPLAINED: &[(&str, &str)] = &[];

/// Files that are too long, and explanations that are no longer needed.
pub fn length(tree: &Tree) -> Vec<Finding> {
    judge(tree, EXPLAINED)
}

fn judge(tree: &Tree, explained: &[(&str, &str)]) -> Vec<Finding> {
    let source = tree.files.iter().filter(|f| is_source(f) && !f.is_made() && !is_table(&f.path));
    let long = source.filter_map(|file| {
        let lines = file.text.lines().count();
        let known = explained.iter().any(|(path, _)| *path == file.path);
        let advice = match lines {
            0..=TALK => {
                return known.then(|| Finding::at(file, 0, "is short now; strike it from `EXPLAINED`"));
            }
            n if n > STOP => format!("has {n} lines, more than {STOP}; split it by purpose"),
            _ if known => return None,
            n => {
                format!("has {n} lines, more than {TALK}; split it, or say in `EXPLAINED` why it stays whole")
            }
        };
        Some(Finding::at(file, lines, advice))
    });
    let gone = explained.iter().filter(|(path, _)| !tree.has(path)).map(|(path, _)| Finding {
        path: (*path).to_owned(),
        line: 0,
        advice: "is gone; strike it from `EXPLAINED`".to_owned(),
    });
    long.chain(gone).collect()
}

fn is_source(file: &File) -> bool {
    ["rs", "py", "ts", "tsx", "mjs", "css"].iter().any(|ending| file.is(ending))
}

/// Tables of data may be as long as what they list.
fn is_table(path: &str) -> bool {
    path.split('/').any(|part| part == "data" || part == "table" || part == "table.rs")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(lines: usize, explained: &[(&str, &str)]) -> Vec<Finding> {
        judge(&Tree::of(&[("a.rs", &"x\n".repeat(lines))]), explained)
    }

    #[test]
    fn long_files_are_found() {
        let reason = [("a.rs", "one table of states")];
        assert!(found(400, &[]).is_empty());
        assert_eq!(found(401, &[])[0].line, 401);
        assert!(found(800, &reason).is_empty());
        assert!(found(801, &reason)[0].advice.contains("more than 800"));
    }

    #[test]
    fn old_explanations_are_found() {
        assert!(found(10, &[("a.rs", "was long")])[0].advice.contains("short now"));
        assert!(found(10, &[("b.rs", "was here")])[0].advice.contains("gone"));
    }
}
