//! The same sentences laid out as different texts, so that the models learn what every kind of report looks like.

use std::collections::{HashMap, HashSet};

use super::learn::Random;
use super::treebank::Sentence;

/// How many of a hundred blanks after full stops are missing in the layout of accidents.
const MISSING_BLANKS: u64 = 12;
/// How many of a hundred sentences end there in an abbreviation or a number.
const ODD_ENDINGS: u64 = 7;

/// How sentences are put together, and how quotes are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Layout {
    /// Each sentence for itself.
    Lines,
    /// Paragraphs, sentences with a blank between them.
    Paragraphs,
    /// Whole documents without any line end.
    Documents,
    /// Paragraphs with the other kind of quotes.
    OtherQuotes,
    /// Whole documents in which a blank is missing here and there, and more sentences end in abbreviations.
    Accidents,
}

impl Layout {
    /// Those that the training sees.
    pub(crate) const LEARNT: [Self; 5] =
        [Self::Lines, Self::Paragraphs, Self::Documents, Self::OtherQuotes, Self::Accidents];
    /// Those that are measured.
    pub(crate) const MEASURED: [Self; 3] = [Self::Lines, Self::Paragraphs, Self::Documents];

    /// Whether an accident that happens to so many of a hundred sentences happens now.
    fn has_accident(self, percent: u64, random: &mut Random) -> bool {
        self == Self::Accidents && random.below(100) < percent
    }
}

/// A stretch of text that one call reads, with the truth about it.
#[derive(Default)]
pub(crate) struct Paragraph {
    pub(crate) text: String,
    /// Where tokens start, in bytes, and whether they continue a multiword token.
    pub(crate) tokens: HashMap<usize, bool>,
    /// Where sentences start.
    pub(crate) sentences: HashSet<usize>,
}

/// Lays sentences out as texts.
pub(crate) fn lay(sentences: &[Sentence], layout: Layout, seed: u64) -> Vec<Paragraph> {
    let mut random = Random::new(seed);
    let mut texts: Vec<Paragraph> = Vec::new();
    for sentence in sentences {
        let opens = match layout {
            Layout::Lines => true,
            Layout::Paragraphs | Layout::OtherQuotes => sentence.opens_paragraph || sentence.opens_document,
            Layout::Documents | Layout::Accidents => sentence.opens_document,
        };
        if opens || texts.is_empty() {
            texts.push(Paragraph::default());
        }
        let changed = layout
            .has_accident(ODD_ENDINGS, &mut random)
            .then(|| with_ending(sentence, &mut random))
            .flatten();
        let sentence = changed.as_ref().unwrap_or(sentence);
        if let Some(text) = texts.last_mut() {
            let blank = !(may_touch(text, sentence) && layout.has_accident(MISSING_BLANKS, &mut random));
            text.add(sentence, blank, layout == Layout::OtherQuotes);
        }
    }
    texts
}

/// What ends many sentences in news and few in treebanks, cut into tokens as the treebanks do; a
/// leading blank stands before its token.
const ENDINGS: [&[&str]; 13] = [
    &["U.S."],
    &["U.N."],
    &["U.K."],
    &["D.C."],
    &["Jr."],
    &["Inc", "."],
    &["Corp", "."],
    &["Co", "."],
    &["5", "."],
    &["16", "."],
    &["2022", "."],
    &["Feb.", " 5", "."],
    &["May", " 9", "."],
];

/// The sentence with another last word before its full stop, if it ends in a word and a full stop.
fn with_ending(sentence: &Sentence, random: &mut Random) -> Option<Sentence> {
    let [.., word, stop] = sentence.tokens[..] else { return None };
    let plain = sentence.text[word.0..stop.0].iter().all(|c| c.is_alphabetic()) && !word.1;
    if !plain || sentence.text[stop.0..] != ['.'] {
        return None;
    }
    let mut changed = sentence.clone();
    changed.text.truncate(word.0);
    changed.tokens.truncate(sentence.tokens.len() - 2);
    for token in ENDINGS[random.below(ENDINGS.len() as u64) as usize] {
        let form = token.trim_start();
        changed.text.extend(token[..token.len() - form.len()].chars());
        changed.tokens.push((changed.text.len(), false));
        changed.text.extend(form.chars());
    }
    Some(changed)
}

/// Whether people sometimes forget the blank between what is there and the sentence.
fn may_touch(text: &Paragraph, sentence: &Sentence) -> bool {
    text.text.ends_with(['.', '!', '?', '"', '\u{201D}'])
        && sentence.text.first().is_some_and(|c| c.is_uppercase() || *c == '"' || *c == '\u{201C}')
}

impl Paragraph {
    fn add(&mut self, sentence: &Sentence, blank: bool, other_quotes: bool) {
        if blank && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.sentences.insert(self.text.len());
        let mut tokens = sentence.tokens.iter().peekable();
        for (i, &c) in sentence.text.iter().enumerate() {
            while let Some((_, joined)) = tokens.next_if(|t| t.0 == i) {
                self.tokens.insert(self.text.len(), *joined);
            }
            self.text.push(if other_quotes { other_quote(&sentence.text, i) } else { c });
        }
    }
}

/// A straight quote as a curly one, a curly one as a straight one, anything else as it is.
fn other_quote(text: &[char], at: usize) -> char {
    let opens =
        at == 0 || text[at - 1].is_whitespace() || matches!(text[at - 1], '(' | '[' | '-' | '\u{2014}');
    match text[at] {
        '"' if opens => '\u{201C}',
        '"' => '\u{201D}',
        '\'' if opens && text.get(at + 1).is_some_and(|c| c.is_alphanumeric()) => '\u{2018}',
        '\'' => '\u{2019}',
        '\u{201C}' | '\u{201D}' => '"',
        '\u{2018}' | '\u{2019}' => '\'',
        c => c,
    }
}
