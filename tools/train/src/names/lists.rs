//! Lists of names and classes of words, from text files to the tagger's lexicon.

use std::collections::BTreeMap;
use std::path::Path;

use anyhow::Context;
use saydo_mentions::name::{Class, EMPTY, Lexicon, Map, OPEN, key, longer};

/// Reads the folder's files: `classes.tsv` (word and its three classes), `words.tsv` and `phrases.tsv` (bits, then a
/// word or phrase). A file that is not there is an empty list.
pub(crate) fn read(folder: &Path) -> anyhow::Result<Lexicon> {
    let mut classes = Vec::new();
    for row in rows(&folder.join("classes.tsv"))? {
        let [word, coarse, medium, fine] = &row[..] else { continue };
        let class = Class { coarse: coarse.parse()?, medium: medium.parse()?, fine: fine.parse()? };
        classes.push((key(word), class));
    }
    let (mut words, mut phrases) = (BTreeMap::new(), BTreeMap::new());
    for row in rows(&folder.join("words.tsv"))? {
        let [bits, word] = &row[..] else { continue };
        *words.entry(key(word)).or_insert(0) |= bits.parse::<u8>()?;
    }
    for row in rows(&folder.join("phrases.tsv"))? {
        let [bits, phrase] = &row[..] else { continue };
        add(&mut phrases, phrase, bits.parse()?);
    }
    let map = |m: BTreeMap<u32, u8>| Map::new(&m.into_iter().collect::<Vec<_>>());
    Ok(Lexicon { classes: Map::new(&classes), words: map(words), phrases: map(phrases) })
}

fn rows(path: &Path) -> anyhow::Result<Vec<Vec<String>>> {
    if !path.exists() {
        return Ok(Vec::new());
    }
    let text = std::fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))?;
    let rows = text.lines().filter(|l| !l.starts_with('#'));
    Ok(rows.map(|l| l.split('\t').map(str::to_owned).collect()).collect())
}

fn add(phrases: &mut BTreeMap<u32, u8>, phrase: &str, bits: u8) {
    let mut so_far = EMPTY;
    let words: Vec<&str> = phrase.split(' ').collect();
    for (i, word) in words.iter().enumerate() {
        so_far = longer(so_far, key(word));
        *phrases.entry(so_far).or_default() |= if i + 1 == words.len() { bits } else { OPEN };
    }
}
