//! Learns the lemmatiser's tables from treebanks: suffix rules by majority, and the words that the rules get wrong.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::PathBuf;

use anyhow::Context;
use saydo_parse::lemma::{Edit, Lemmas, base, class, suffixes};
use saydo_record::conllu;

/// Counts of lemmas for each class and base form.
type Seen = BTreeMap<(String, String), BTreeMap<String, usize>>;

/// The text of the sections `lemma.exceptions` and `lemma.rules`.
pub(crate) fn tables(treebanks: &[PathBuf]) -> anyhow::Result<(String, String)> {
    let seen = count(treebanks)?;
    let rules = rules(&seen);
    let mut lemmas = Lemmas::default();
    let mut rule_text = String::new();
    for ((class, suffix), edit) in rules {
        writeln!(rule_text, "{class}\t{suffix}\t{}\t{}", edit.cut, edit.add)?;
        lemmas.add_rule(&class, &suffix, edit);
    }
    let mut exceptions = String::new();
    for ((class, base), counts) in &seen {
        let lemma = majority(counts);
        if lemmas.by_rule(base, class).as_deref() != Some(lemma) {
            writeln!(exceptions, "{class}\t{base}\t{lemma}")?;
        }
    }
    Ok((exceptions, rule_text))
}

fn count(treebanks: &[PathBuf]) -> anyhow::Result<Seen> {
    let mut seen = Seen::new();
    for path in treebanks {
        let file = std::fs::File::open(path).with_context(|| format!("cannot read {}", path.display()))?;
        for sentence in conllu::Reader::new(std::io::BufReader::new(file)) {
            for word in sentence?.words {
                if usable(&word) {
                    let class = class(&format!("{}|{}", word.upos, word.xpos));
                    let base = base(&word.form, &class);
                    let lemma =
                        if class.starts_with("PROPN") { word.lemma } else { word.lemma.to_lowercase() };
                    *seen.entry((class, base)).or_default().entry(lemma).or_default() += 1;
                }
            }
        }
    }
    Ok(seen)
}

/// Typing errors and words that go with the next are no examples of inflection.
fn usable(word: &conllu::Word) -> bool {
    let odd = ["Typo=Yes", "Abbr=Yes"].iter().any(|f| word.feats.contains(f));
    !odd && !word.lemma.is_empty() && word.upos != "X" && !word.form.contains(['\t', '\n'])
}

/// A class and a suffix.
type Key = (String, String);

/// For each class and suffix the edit that most word types take, where it is not what the next shorter suffix says.
fn rules(seen: &Seen) -> BTreeMap<Key, Edit> {
    let mut votes: BTreeMap<Key, BTreeMap<Edit, usize>> = BTreeMap::new();
    for ((class, base), counts) in seen {
        let edit = Edit::between(base, majority(counts));
        for suffix in suffixes(base) {
            *votes.entry((class.clone(), suffix)).or_default().entry(edit.clone()).or_default() += 1;
        }
    }
    let clear = votes.into_iter().filter_map(|(key, counts)| {
        let (edit, n) = counts.iter().max_by_key(|&(edit, n)| (*n, std::cmp::Reverse(edit)))?;
        let total: usize = counts.values().sum();
        let sure = *n >= 2 && 2 * n > total || key.1.is_empty();
        sure.then(|| (key, edit.clone()))
    });
    prune(&clear.collect())
}

/// Leaves out every rule that says the same as the longest remaining rule for a shorter suffix.
fn prune(rules: &BTreeMap<Key, Edit>) -> BTreeMap<Key, Edit> {
    let shorter = |(class, suffix): &Key| {
        let mut starts = suffix.char_indices().skip(1).map(|(i, _)| i).chain([suffix.len()]);
        starts.find_map(|i| rules.get(&(class.clone(), suffix[i..].to_owned())))
    };
    let needed = rules.iter().filter(|(key, edit)| key.1.is_empty() || shorter(key) != Some(edit));
    needed.map(|(key, edit)| (key.clone(), edit.clone())).collect()
}

/// The most frequent lemma, the first by name among equals.
fn majority(counts: &BTreeMap<String, usize>) -> &str {
    counts.iter().max_by_key(|&(lemma, n)| (*n, std::cmp::Reverse(lemma))).map_or("", |(lemma, _)| lemma)
}
