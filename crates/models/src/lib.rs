//! The weights that ship, compiled in. Each file has a card beside it: data, licences, command, seed, scores.
//!
//! This crate only holds bytes: the crates that use them know their formats. The weights are CC BY-SA 4.0, because the
//! treebanks that they were learnt from ask for it; the code is MIT or Apache-2.0.

/// Sentence and token borders, for `saydo_split::Splitter::from_bytes`; the card is `weights/split.md`.
pub const SPLIT: &[u8] = include_bytes!("../weights/split.bin");

/// Tags, lemmas and trees, for `saydo_parse::Parser::from_bytes`; the card is `weights/parse.md`.
pub const PARSE: &[u8] = include_bytes!("../weights/parse.bin");

/// Names of people, places and organisations, for `saydo_mentions::Tagger::from_bytes`; the card is `weights/names.md`.
pub const NAMES: &[u8] = include_bytes!("../weights/names.bin");
