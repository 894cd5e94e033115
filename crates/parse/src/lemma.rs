//! Lemmas: a short list of exceptions, then the longest suffix rule that fits the word's class.

use std::collections::HashMap;

use crate::error::WeightsError;
use crate::quick::QuickMap;
use crate::weights::Sections;

/// Inflected verbs with tag and lemma.
const VERBS: &str = include_str!("../../../data/lemmas/verbs.tsv");

/// The longest suffix that a rule looks at, in characters.
pub const LONGEST_SUFFIX: usize = 6;

/// What a rule does: cut this many characters from the end, then add these.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Edit {
    /// How many characters to cut.
    pub cut: usize,
    /// What to add.
    pub add: String,
}

impl Edit {
    /// The edit that turns `form` into `lemma`.
    ///
    /// ```
    /// use saydo_parse::lemma::Edit;
    /// let edit = Edit::between("troops", "troop");
    /// assert_eq!((edit.cut, edit.add.as_str()), (1, ""));
    /// assert_eq!(edit.apply("tanks").as_deref(), Some("tank"));
    /// ```
    pub fn between(form: &str, lemma: &str) -> Self {
        let same = form.chars().zip(lemma.chars()).take_while(|(a, b)| a == b).count();
        Self { cut: form.chars().count() - same, add: lemma.chars().skip(same).collect() }
    }

    /// The edited form; `None` where there is not enough to cut or nothing would be left.
    pub fn apply(&self, form: &str) -> Option<String> {
        let keep = match self.cut {
            0 => form.len(),
            n => form.char_indices().rev().nth(n - 1)?.0,
        };
        let lemma = form[..keep].to_owned() + &self.add;
        (!lemma.is_empty()).then_some(lemma)
    }
}

/// The lemmatiser's tables, one for each class of joint tags.
#[derive(Debug, Default)]
pub struct Lemmas {
    classes: Vec<Class>,
    names: HashMap<String, usize>,
}

/// The words of one class.
#[derive(Debug, Default)]
struct Class {
    proper: bool,
    exceptions: QuickMap<Box<str>>,
    rules: QuickMap<Edit>,
    /// The rules for words as a whole, without their mark.
    whole: QuickMap<Edit>,
}

/// The part of a joint tag that decides how a word is inflected.
///
/// ```
/// assert_eq!(saydo_parse::lemma::class("VERB|VBD|Mood=Ind|Tense=Past|VerbForm=Fin"), "VERB/VBD");
/// ```
pub fn class(tag: &str) -> String {
    let mut parts = tag.splitn(3, '|');
    let (upos, xpos) = (parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
    format!("{upos}/{xpos}")
}

/// The form that lemmas start from: proper nouns keep their case, other words lose it.
pub fn base(form: &str, class: &str) -> String {
    plain_base(form, class.starts_with("PROPN"))
}

fn plain_base(form: &str, proper: bool) -> String {
    let mut base = if proper { form.to_owned() } else { form.to_lowercase() };
    if base.contains('\u{2019}') {
        base = base.replace('\u{2019}', "'");
    }
    base
}

/// The suffixes of `base` under which rules may be found, the longest first; a word that is shorter than
/// [`LONGEST_SUFFIX`] comes first as a whole, marked by `^`.
pub fn suffixes(base: &str) -> Vec<String> {
    let lower = base.to_lowercase();
    let starts: Vec<usize> = lower.char_indices().rev().map(|(i, _)| i).take(LONGEST_SUFFIX).collect();
    let whole = (starts.len() < LONGEST_SUFFIX).then(|| format!("^{lower}"));
    let parts = starts.iter().rev().map(|&i| lower[i..].to_owned());
    whole.into_iter().chain(parts).chain([String::new()]).collect()
}

impl Lemmas {
    /// Reads the sections `lemma.exceptions` (class, base, lemma) and `lemma.rules` (class, suffix, cut, add), one
    /// entry a line, tab-separated.
    pub fn new(sections: &Sections<'_>) -> Result<Self, WeightsError> {
        let bad = |name: &str| WeightsError::Shape(name.to_owned());
        let mut lemmas = Self::default();
        for line in sections.text("lemma.exceptions")?.lines() {
            let [class, base, lemma] = fields(line).ok_or_else(|| bad("lemma.exceptions"))?;
            lemmas.class_mut(class).exceptions.insert(base.into(), lemma.into());
        }
        for line in sections.text("lemma.rules")?.lines() {
            let [class, suffix, cut, add] = fields(line).ok_or_else(|| bad("lemma.rules"))?;
            let cut = cut.parse().map_err(|_| bad("lemma.rules"))?;
            lemmas.add_rule(class, suffix, Edit { cut, add: add.to_owned() });
        }
        lemmas.add_verbs();
        Ok(lemmas)
    }

    /// Adds inflected verbs that treebanks show rarely; what the weights know goes first.
    fn add_verbs(&mut self) {
        for line in VERBS.lines().filter(|l| !l.starts_with('#')) {
            let Some([form, tag, lemma]) = fields(line) else { continue };
            if let Some(&class) = self.names.get(&format!("VERB/{tag}")) {
                self.classes[class].exceptions.entry(form.into()).or_insert_with(|| lemma.into());
            }
        }
    }

    /// The number of the class of a joint tag, for [`Self::lemma`]; `None` where no word of it was ever seen.
    pub fn class_of(&self, tag: &str) -> Option<usize> {
        self.names.get(&class(tag)).copied()
    }

    /// The lemma of `form` in a class that [`Self::class_of`] gave.
    pub fn lemma(&self, form: &str, class: Option<usize>) -> String {
        let Some(class) = class.map(|c| &self.classes[c]) else { return plain_base(form, false) };
        let base = plain_base(form, class.proper);
        if let Some(lemma) = class.exceptions.get(base.as_str()) {
            return lemma.to_string();
        }
        class.by_rule(&base).unwrap_or(base)
    }

    /// The lemma of `base` by the longest rule of the class that applies.
    pub fn by_rule(&self, base: &str, class: &str) -> Option<String> {
        self.classes[*self.names.get(class)?].by_rule(base)
    }

    /// Adds one rule to the class.
    pub fn add_rule(&mut self, class: &str, suffix: &str, edit: Edit) {
        let class = self.class_mut(class);
        match suffix.strip_prefix('^') {
            Some(word) => class.whole.insert(word.into(), edit),
            None => class.rules.insert(suffix.into(), edit),
        };
    }

    fn class_mut(&mut self, name: &str) -> &mut Class {
        let next = self.classes.len();
        let at = *self.names.entry(name.to_owned()).or_insert(next);
        if at == next {
            self.classes.push(Class { proper: name.starts_with("PROPN"), ..Class::default() });
        }
        &mut self.classes[at]
    }
}

impl Class {
    /// As [`suffixes`] orders the rules, but without building the keys.
    fn by_rule(&self, base: &str) -> Option<String> {
        let cased = if self.proper { Some(base.to_lowercase()) } else { None };
        let lower = cased.as_deref().unwrap_or(base);
        let mut starts = [0; LONGEST_SUFFIX];
        let mut n = 0;
        for (i, _) in lower.char_indices().rev().take(LONGEST_SUFFIX) {
            starts[n] = i;
            n += 1;
        }
        let apply = |key: &str| self.rules.get(key)?.apply(base);
        let whole = || if n < LONGEST_SUFFIX { self.whole.get(lower)?.apply(base) } else { None };
        whole().or_else(|| starts[..n].iter().rev().find_map(|&i| apply(&lower[i..]))).or_else(|| apply(""))
    }
}

fn fields<const N: usize>(line: &str) -> Option<[&str; N]> {
    let mut parts = line.splitn(N, '\t');
    let mut out = [""; N];
    for slot in &mut out {
        *slot = parts.next()?;
    }
    Some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn nouns() -> Lemmas {
        let mut lemmas = Lemmas::default();
        lemmas.add_rule("NOUN/NNS", "s", Edit { cut: 1, add: String::new() });
        lemmas.add_rule("NOUN/NNS", "ties", Edit { cut: 3, add: "y".into() });
        lemmas
    }

    #[test]
    fn the_longest_rule_wins_and_impossible_cuts_do_not_apply() {
        let lemmas = nouns();
        let class = lemmas.class_of("NOUN|NNS|Number=Plur");
        for (form, lemma) in [("Cities", "city"), ("tanks", "tank"), ("s", "s"), ("sheep", "sheep")] {
            assert_eq!(lemmas.lemma(form, class), lemma);
        }
        assert_eq!(lemmas.class_of("VERB|VB|_"), None);
    }

    #[test]
    fn looking_up_tries_the_suffixes_in_order() {
        assert_eq!(suffixes("is"), ["^is", "is", "s", ""]);
        for base in ["is", "cities", "\u{e9}t\u{e9}s", ""] {
            for (k, suffix) in suffixes(base).iter().enumerate() {
                let mut lemmas = Lemmas::default();
                for (j, s) in suffixes(base).iter().enumerate().skip(k) {
                    lemmas.add_rule("X/X", s, Edit { cut: 0, add: format!("{j}") });
                }
                assert_eq!(lemmas.by_rule(base, "X/X"), Some(format!("{base}{k}")), "{base} {suffix}");
            }
        }
    }

    #[test]
    fn edits_respect_character_borders() {
        let edit = Edit::between("caf\u{e9}s", "caf\u{e9}");
        assert_eq!(edit.apply("\u{1f600}s").as_deref(), Some("\u{1f600}"));
        assert_eq!(edit.apply(""), None);
    }
}
