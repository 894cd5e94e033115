//! The dictionaries of verbs: blocks of verbs with a code and patterns, sets, transformations.

use std::collections::{HashMap, HashSet};

use crate::form::regular;
use crate::line::{Line, codes};
use crate::pattern::{Code, Pattern};
use crate::synset::{Set, Synsets};
use crate::transform::Transform;
use crate::word::Words;

/// A form of a verb, found by the word that changes.
#[derive(Debug)]
pub(crate) struct Form {
    /// What stands right before that word, from it outwards.
    pub(crate) before: Box<[u32]>,
    /// What stands right after it.
    pub(crate) after: Box<[u32]>,
    /// The number of its block.
    pub(crate) block: u32,
    /// Its own code, where it has one.
    pub(crate) code: Option<Code>,
}

impl Form {
    /// How many words it has beside the one that changes.
    pub(crate) fn len(&self) -> usize {
        self.before.len() + self.after.len()
    }
}

/// Verbs of one meaning.
#[derive(Debug)]
pub(crate) struct Block {
    /// What the dictionary calls it.
    pub(crate) name: String,
    /// Its code where no pattern matches.
    pub(crate) code: Code,
    /// Its patterns, the longest first.
    pub(crate) patterns: Vec<Pattern>,
}

/// All verbs.
#[derive(Debug, Default)]
pub(crate) struct Verbs {
    /// By the word that changes.
    pub(crate) forms: HashMap<u32, Vec<Form>>,
    /// The blocks.
    pub(crate) blocks: Vec<Block>,
    /// The sets of patterns.
    pub(crate) sets: Synsets,
    /// What nested events become.
    pub(crate) transforms: Vec<Transform>,
    /// Whether patterns are written with groups, which only look at a verb's own arguments.
    pub(crate) grouped: bool,
    at: At,
}

/// What the lines that come belong to.
#[derive(Debug, Default, Clone, Copy)]
enum At {
    #[default]
    Nothing,
    Block,
    Set(Set, bool),
}

impl Verbs {
    /// Reads a file; what could not be read goes to `complain` with its line.
    pub(crate) fn read(
        &mut self,
        lines: &[Line],
        words: &mut Words,
        mut complain: impl FnMut(usize, &'static str),
    ) {
        self.at = At::Nothing;
        for line in lines {
            if let Err(what) = self.line(line.text.trim(), words) {
                complain(line.number, what);
            }
        }
    }

    fn line(&mut self, text: &str, words: &mut Words) -> Result<(), &'static str> {
        if text.starts_with("---") {
            return self.open(text);
        }
        if let Some(pattern) = text.strip_prefix('-') {
            return self.pattern(pattern, words);
        }
        if let Some(transform) = text.strip_prefix('~') {
            let transform = Transform::read(transform).ok_or("a transformation that cannot be read")?;
            self.transforms.push(transform);
            return Ok(());
        }
        if let Some(name) = text.strip_prefix('&') {
            self.at = At::Set(self.sets.named(name), !name.trim().ends_with('_'));
            return Ok(());
        }
        match (self.at, text.strip_prefix('+')) {
            (At::Set(set, plurals), Some(phrase)) => self.sets.add(set, phrase, plurals, words),
            (At::Block, _) => self.verb(text, words),
            _ => Err("belongs to no block"),
        }
    }

    fn open(&mut self, text: &str) -> Result<(), &'static str> {
        let (name, codes) = codes(text);
        let name = name.trim_matches(|c: char| c == '-' || c.is_whitespace()).to_uppercase();
        let code = codes.first().map_or(Some(Code::Nothing), |code| Code::read(code));
        self.blocks.push(Block { name, code: code.clone().unwrap_or(Code::Nothing), patterns: Vec::new() });
        self.at = At::Block;
        code.map(|_| ()).ok_or("a block whose code cannot be read")
    }

    fn pattern(&mut self, text: &str, words: &mut Words) -> Result<(), &'static str> {
        let (text, codes) = codes(text);
        let code = codes.last().and_then(|code| Code::read(code)).ok_or("a pattern without a code")?;
        let pattern = Pattern::read(text, code, words, &mut self.sets)?;
        self.grouped |= pattern.after.iter().any(|place| place.group > 0);
        let block = self.blocks.last_mut().ok_or("a pattern outside of blocks")?;
        block.patterns.push(pattern);
        Ok(())
    }

    /// A verb with its forms: those given, or the regular ones.
    fn verb(&mut self, text: &str, words: &mut Words) -> Result<(), &'static str> {
        let (text, codes) = codes(text);
        let (stem, given) = match text.split_once('{') {
            Some((stem, rest)) => (stem, Some(rest.split_once('}').ok_or("forms that are not closed")?.0)),
            None => (text, None),
        };
        let code = match codes.first() {
            Some(code) => Some(Code::read(code).ok_or("a verb whose code cannot be read")?),
            None => None,
        };
        let (parts, main) = compound(stem, None).ok_or("a verb without a word")?;
        for (parts, main) in forms(parts, main, given) {
            self.form(&parts, main, code.as_ref(), words);
        }
        Ok(())
    }

    /// Adds a form, and where it has several words also their spelling as one with hyphens.
    fn form(&mut self, parts: &[String], main: usize, code: Option<&Code>, words: &mut Words) {
        let block = self.blocks.len().saturating_sub(1) as u32;
        let mut add = |parts: &[String], main: usize| {
            let numbers: Vec<u32> = parts.iter().map(|p| words.add(p)).collect();
            let before = numbers[..main].iter().rev().copied().collect();
            let form = Form { before, after: numbers[main + 1..].into(), block, code: code.cloned() };
            self.forms.entry(numbers[main]).or_default().push(form);
        };
        add(parts, main);
        if parts.len() > 1 {
            add(&[parts.join("-")], 0);
        }
    }

    /// Makes ready what was read.
    pub(crate) fn sort(&mut self, words: &Words) {
        self.sets.settle();
        self.resolve(words);
        for block in &mut self.blocks {
            block.patterns.sort_by_key(|p| std::cmp::Reverse(p.size()));
        }
        for forms in self.forms.values_mut() {
            forms.sort_by_key(|f| std::cmp::Reverse(f.len()));
        }
    }
}

impl Verbs {
    /// Tells every transformation which blocks its verbs are in.
    fn resolve(&mut self, words: &Words) {
        let (forms, blocks) = (&self.forms, &self.blocks);
        let find = |name: &str| -> HashSet<u32> {
            let verbs = forms.get(&words.number(name)).into_iter().flatten().map(|f| f.block);
            let named = (0..).zip(blocks).filter(|(_, block)| block.name == name).map(|(i, _)| i);
            verbs.chain(named).collect()
        };
        for transform in &mut self.transforms {
            transform.blocks =
                (find(&transform.verb), transform.deed.as_deref().map(find).unwrap_or_default());
        }
    }
}

/// The forms of a verb of these words: it and those that are given, or the regular ones.
fn forms(parts: Vec<String>, main: usize, given: Option<&str>) -> Vec<(Vec<String>, usize)> {
    if let Some(given) = given {
        let given = given.split_whitespace().filter_map(|form| compound(form, Some(main)));
        return std::iter::once((parts, main)).chain(given).collect();
    }
    let with = |form: String| {
        let mut parts = parts.clone();
        parts[main] = form;
        (parts, main)
    };
    regular(&parts[main]).into_iter().map(with).collect()
}

/// The words of a verb and which of them changes: the one marked `+`, else the given one, else the first.
fn compound(text: &str, main: Option<usize>) -> Option<(Vec<String>, usize)> {
    let parts: Vec<String> = text
        .split(|c: char| c == '_' || c.is_whitespace())
        .filter(|part| !part.is_empty() && *part != "+")
        .map(str::to_uppercase)
        .collect();
    let marked = parts.iter().position(|part| part.starts_with('+'));
    let main = marked.or(main).unwrap_or(0).min(parts.len().checked_sub(1)?);
    Some((parts.iter().map(|p| p.trim_start_matches('+').to_owned()).collect(), main))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::line::lines;

    fn read(text: &str) -> (Verbs, Words, Vec<(usize, &'static str)>) {
        let (mut verbs, mut words, mut complaints) = (Verbs::default(), Words::default(), Vec::new());
        verbs.read(&lines(text.as_bytes()), &mut words, |n, what| complaints.push((n, what)));
        verbs.sort(&words);
        (verbs, words, complaints)
    }

    #[test]
    fn verbs_have_given_or_regular_forms() {
        let (verbs, words, complaints) =
            read("--- SING [041] ---\nHUM\nSING { SANG SUNG } [042]\n- * LOUD [043]\n");
        assert!(complaints.is_empty());
        for form in ["HUMED", "HUMS", "SANG", "SING"] {
            assert!(verbs.forms.contains_key(&words.number(form)), "{form}");
        }
        assert!(!verbs.forms.contains_key(&words.number("SINGED")));
        assert_eq!(verbs.forms[&words.number("SUNG")][0].code, Some(Code::One("042".into())));
        assert_eq!(verbs.blocks[0].patterns.len(), 1);
    }

    #[test]
    fn verbs_of_several_words_have_one_that_changes() {
        let (verbs, words, _) = read("--- CLEAN [1] ---\n+MOP_UP {+MOPPED_UP}\nDRY_+CLEAN\n");
        assert_eq!(verbs.forms[&words.number("MOPPED")][0].after[..], [words.number("UP")]);
        assert_eq!(verbs.forms[&words.number("CLEANED")][0].before[..], [words.number("DRY")]);
        assert!(verbs.forms.contains_key(&words.number("DRY-CLEANS")));
    }

    #[test]
    fn what_cannot_be_read_is_told() {
        let file =
            "LONE\n--- A [x y] ---\nB {C\n- D [1]\n- * E\n~ nonsense\n&S\n+&T_U V_&W\n- * &S [1]\nlost\n";
        let lines: Vec<usize> = read(file).2.iter().map(|c| c.0).collect();
        assert_eq!(lines, [1, 2, 3, 4, 5, 6, 10]);
    }
}
