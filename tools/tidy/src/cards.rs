//! Every file of weights has a card beside it that says where it comes from.

use crate::{File, Finding, Tree};

const WEIGHTS: &str = "crates/models/weights";

/// What a card names, and the words that tell it.
const NAMED: &[(&str, &[&str])] = &[
    ("data", &["data", "learnt from"]),
    ("licence", &["licence"]),
    ("command", &["command"]),
    ("seed", &["seed"]),
    ("scores", &["scores"]),
];

/// Weights without a card, cards that leave something out, and cards without weights.
pub fn cards(tree: &Tree) -> Vec<Finding> {
    let here = |ending| tree.ending(ending).filter(|f| f.folder() == WEIGHTS);
    let wanted: Vec<&str> = NAMED.iter().map(|(name, _)| *name).collect();
    let bare = here("bin").filter_map(|weights| {
        let card = other(&weights.path, "bin", "md");
        let advice = format!("write {card}: {}", wanted.join(", "));
        (!tree.has(&card)).then(|| Finding::at(weights, 0, advice))
    });
    let idle = here("md").filter(|card| !tree.has(&other(&card.path, "md", "bin")));
    let idle = idle.map(|card| Finding::at(card, 0, "has no weights beside it; rename or delete it"));
    bare.chain(idle).chain(here("md").flat_map(gaps)).collect()
}

fn other(path: &str, from: &str, to: &str) -> String {
    format!("{}{to}", path.strip_suffix(from).unwrap_or(path))
}

fn gaps(card: &File) -> Vec<Finding> {
    let text = card.text.to_lowercase();
    let missing = NAMED.iter().filter(|(_, words)| !words.iter().any(|w| text.contains(w)));
    missing.map(|(name, _)| Finding::at(card, 0, format!("name the weights' {name}"))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_weights_idle_cards_and_gaps_are_found() {
        let tree = Tree::of(&[
            ("crates/models/weights/a.bin", ""),
            ("crates/models/weights/b.bin", ""),
            ("crates/models/weights/b.md", "Data, licence, command, scores."),
            ("crates/models/weights/c.md", "Data, licence, command, seed, scores."),
        ]);
        let found: Vec<_> = cards(&tree).iter().map(ToString::to_string).collect();
        assert_eq!(found.len(), 3, "{found:?}");
        assert!(found[0].contains("a.bin: write crates/models/weights/a.md"));
        assert!(found[1].contains("c.md: has no weights"));
        assert!(found[2].contains("b.md: name the weights' seed"));
    }
}
